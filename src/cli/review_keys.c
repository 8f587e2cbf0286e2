// SPDX-License-Identifier: MIT
// The keys of a review on a terminal.
#include "cli/review_prompt.h"

const char typed_help[] =
    "  a          the group is right as it stands: settled, next\n"
    "  c [N]      claim N says what was read in it (all of them without N)\n"
    "  r N [WHY]  claim N is left out of the comparison\n"
    "  e N F=V    correct a field of claim N: e 2 value=72\n"
    "  s N [WHY]  claim N does not belong in this group\n"
    "  m ID       this group is one thing with the group or claim ID\n"
    "  v WORD     the verdict: conflict, updated, agree, compatible, single\n"
    "  n WORDS    a note on the group\n"
    "  o WORDS    leave it open, with a question for a colleague; next\n"
    "  u [N]      undo your last decision, or decision N\n"
    "  Enter      next group, this one waits\n"
    "  q          leave; all that was said to be saved is kept\n";

typedef struct key_row {
    char key;
    xc_decision_kind kind;
    bool of_claim; // takes a claim's number; c may go without
    bool leaves;
    const char *form;
} key_row;

static const key_row keys[] = {
    {'a', XC_SETTLED, false, true, "a"},
    {'c', XC_CONFIRM, true, false, "c, or c and the number of a claim"},
    {'r', XC_REJECT, true, false, "r, the number of a claim, and why: r 2 of another flood"},
    {'e', XC_SET_FIELD, true, false, "e, the number of a claim, FIELD=VALUE: e 2 value=72"},
    {'s', XC_NOT_HERE, true, false, "s and the number of a claim: s 2"},
    {'m', XC_ALWAYS_SAME, false, false, "m and the id of a group or a claim"},
    {'v', XC_SET_VERDICT, false, true, "v and conflict, updated, agree, compatible or single"},
    {'n', XC_NOTE, false, false, "n and your words"},
    {'o', XC_OPEN_QUESTION, false, true, "o and your question"}};

static const key_row *row_of(char key) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == key) {
            return &keys[i];
        }
    }
    return NULL;
}

// The number at the start of the words; 0 where there is none, or the group has no such claim.
static size_t take_number(xc_slice *words, const xc_group *group) {
    size_t number = 0;
    size_t at = 0;
    while (at < words->len && words->ptr[at] >= '0' && words->ptr[at] <= '9' && at < 6) {
        number = number * 10 + (size_t)(words->ptr[at++] - '0');
    }
    *words = xc_slice_trim(xc_slice_sub(*words, at, words->len));
    return number <= group->member_count ? number : 0;
}

static bool fill(const key_row *row, xc_slice words, const xc_group *group,
                 xc_decision_request *request) {
    *request = (xc_decision_request){.kind = row->kind, .group = group->id};
    if (row->of_claim) {
        bool all = row->kind == XC_CONFIRM && !words.len;
        size_t number = all ? 0 : take_number(&words, group);
        if (!all && !number) {
            return false;
        }
        request->group = all ? group->id : (xc_slice){0};
        request->claims = number ? group->members[number - 1] : (xc_slice){0};
    }
    if (row->kind == XC_SET_FIELD) {
        bool cut = xc_slice_cut(words, '=', &request->field, &request->value);
        request->field = xc_slice_trim(request->field);
        request->value = xc_slice_trim(request->value);
        return cut;
    }
    bool valued = row->kind == XC_ALWAYS_SAME || row->kind == XC_SET_VERDICT;
    *(valued ? &request->value : &request->why) = words;
    bool wants_words = valued || row->kind == XC_NOTE || row->kind == XC_OPEN_QUESTION;
    return words.len || !wants_words;
}

void typed_read(xc_slice line, const xc_group *group, typed_line *out) {
    line = xc_slice_trim(line);
    *out = (typed_line){.act = TYPED_NEXT};
    if (!line.len) {
        return;
    }
    xc_slice words = xc_slice_trim(xc_slice_sub(line, 1, line.len));
    const key_row *row = row_of(line.ptr[0]);
    if (line.ptr[0] == 'q') {
        out->act = TYPED_QUIT;
    } else if (line.ptr[0] == 'u') {
        out->act = TYPED_UNDO;
        out->request = (xc_decision_request){.kind = XC_UNDO, .value = words};
    } else if (line.ptr[0] == '?') {
        out->act = TYPED_HELP;
    } else if (!row || !fill(row, words, group, &out->request)) {
        out->act = TYPED_WRONG;
        out->wrong = row ? row->form : "one of a c r e s m v n o u q, or ? for what they do";
    } else {
        out->act = TYPED_DECISION;
        out->leaves = row->leaves;
    }
}
