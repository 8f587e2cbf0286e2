// SPDX-License-Identifier: MIT
// Lists of counted noun groups, and the words between them: "4 policemen, 2 civilians as well
// as a driver".
#include "extract/count/linking.h"

// A word of a verb group; the "'s" of "the judge's escort" is none.
bool xc_token_is_verbal(const xc_scan *scan, uint32_t token) {
    const xc_token *t = xc_scan_token(scan, token);
    return (xc_scan_grammar(scan, token) & XC_G_VERBAL) && t->end - t->start > 1 &&
           (scan->text->bytes.ptr[t->start] != '\'' || (t->flags & XC_TOKEN_SPACE_BEFORE)) &&
           (unsigned char)scan->text->bytes.ptr[t->start] < 0x80;
}

bool xc_token_separates(const xc_scan *scan, uint32_t token) {
    return xc_scan_mark(scan, token) == ',' ||
           (xc_scan_grammar(scan, token) & XC_G_CONJUNCTION);
}

// The token behind commas, conjunctions and "as well as" that begin at the token.
uint32_t xc_behind_separators(const xc_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    for (;;) {
        bool doubled = token + 2 < last && (xc_scan_grammar(scan, token) & XC_G_SUBORDINATE) &&
                       xc_scan_token(scan, token)->word == xc_scan_token(scan, token + 2)->word;
        if (doubled) {
            token += 3;
        } else if (token < last && xc_token_separates(scan, token)) {
            token++;
        } else {
            return token;
        }
    }
}

bool xc_token_is_verb_trigger(const xc_scan *scan, uint32_t token) {
    int trigger = xc_trigger_at(scan, token);
    bool noun = xc_scan_grammar(scan, (int64_t)token - 1) & (XC_G_DETERMINER | XC_G_POSSESSIVE);
    return trigger != XC_NONE && !noun && !scan->triggers[trigger].in_group &&
           !xc_trigger_has_form(scan, &scan->triggers[trigger],
                                1u << XC_FORM_SINGULAR | 1u << XC_FORM_PLURAL);
}

// The noun group that begins at the token or behind words that may lead it in ("the",
// "reportedly").
int xc_group_after(const xc_scan *scan, uint32_t token) {
    for (int i = 0; i < 4; i++, token++) {
        int group = xc_group_at(scan, token);
        if (group != XC_NONE) {
            return group;
        }
        char mark = xc_scan_mark(scan, token);
        if (!(xc_scan_grammar(scan, token) & XC_G_LINKING) && mark != '[' && mark != '(') {
            return XC_NONE;
        }
    }
    return XC_NONE;
}

// Whether the group that a list would go on with has a verb of its own: "killed 12 and 30 were
// hurt".
bool xc_group_has_verb(const xc_scan *scan, const xc_noun_group *group) {
    return (group->last < scan->sentence->last_token &&
            xc_token_is_verbal(scan, group->last)) ||
           xc_token_is_verb_trigger(scan, group->last);
}

// The group that stands behind another in a list: "4 policemen, 2 civilians", "12 soldiers from
// the north and 3 drivers".
static int listed_behind(const xc_scan *scan, int group) {
    uint32_t token = scan->groups[group].last;
    uint32_t last = scan->sentence->last_token;
    if (xc_scan_grammar(scan, token) & (XC_G_PREPOSITION | XC_G_OF | XC_G_FROM)) {
        for (int i = 0; i < 6 && token < last && !xc_token_separates(scan, token) &&
                        !xc_token_is_verb_trigger(scan, token) &&
                        !(xc_scan_grammar(scan, token) & XC_G_VERBAL);
             i++) {
            token++;
        }
    }
    uint32_t behind = xc_behind_separators(scan, token);
    return behind > token ? xc_group_after(scan, behind) : XC_NONE;
}

int xc_group_next(const xc_scan *scan, int group) {
    int next = listed_behind(scan, group);
    return next != XC_NONE && !xc_group_has_verb(scan, &scan->groups[next]) ? next : XC_NONE;
}

int xc_group_previous(const xc_scan *scan, int group) {
    for (int i = group - 1; i >= 0; i--) {
        if (scan->groups[i].last <= scan->groups[group].first) {
            return listed_behind(scan, i) == group ? i : XC_NONE;
        }
    }
    return XC_NONE;
}

bool xc_group_in_parenthesis(const xc_scan *scan, const xc_noun_group *group) {
    int64_t token = (int64_t)group->first - 1;
    while (xc_scan_grammar(scan, token) & (XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB)) {
        token--;
    }
    return (xc_scan_grammar(scan, token) & XC_G_INCLUDING) != 0;
}
