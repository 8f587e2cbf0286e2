// SPDX-License-Identifier: MIT
// Levels 3 and 4 of the cascade: what the steps share. After FASTUS (Hobbs et al., 1997): each
// level adds annotations over tokens and none edits the text.
#ifndef CROSSCLAIM_EXTRACT_CASCADE_H
#define CROSSCLAIM_EXTRACT_CASCADE_H

#include "extract/rules/rules.h"

enum { XC_NONE = -1 };

// A trigger of some rules that stands in the sentence.
typedef struct xc_occurrence {
    uint32_t first, last;     // tokens [first,last)
    const uint32_t *payloads; // into the language's trigger_list
    uint32_t payload_count;
    int group;     // noun group it is linked to as its count, or XC_NONE
    bool in_group; // it stands inside a noun group: an attribute or a head
} xc_occurrence;

// A counted noun group: "more than 120,000 ethnic Armenians", or a count alone.
typedef struct xc_noun_group {
    uint32_t first, last;           // tokens [first,last), quantity to head
    uint32_t head_first, head_last; // the head's tokens; equal where the count stands alone
    uint16_t class_index;           // 0 for none
    const xc_quantity *quantity;
    int head_trigger; // a noun trigger that is the head ("45 deaths"), or XC_NONE
    int attribute;    // a trigger before the head ("2,906 displaced persons"), or XC_NONE
    bool in_phrase;   // a preposition stands before it ("in two villages")
    bool part;        // "of them", "including": a part of another count
    bool implied;     // no number stands there: people told one by one
    bool lone;        // one of these, in no list
    bool known;       // told before: "the two", "both", "of them", "four others"
    bool taken;       // a claim was made of it
} xc_noun_group;

// What stands around a verb trigger.
typedef struct xc_verb_group {
    uint32_t first; // token where its auxiliaries begin
    bool auxiliary; // it has any
    bool passive;
    bool infinitive;
    bool negated;
    bool feared, planned, predicted, conditional;
} xc_verb_group;

// A statement without a number: what its clause says. Ranges are tokens [first,last), equal
// ends where there is none.
typedef struct xc_statement {
    uint32_t first, last; // the clause's words: subject to object and time
    uint32_t subject_first, subject_last;
    uint32_t object_first, object_last;
    const xc_time_mention *time; // NULL: not told
    const xc_quantity *count;    // of happenings; NULL: one
    bool negative;
} xc_statement;

// A claim in the making.
typedef struct xc_draft {
    const xc_rule *rule;
    const xc_quantity *quantity;   // NULL of a statement that counts no happenings
    const xc_statement *statement; // NULL of a count
    uint32_t sentence;
    uint32_t first, last;           // tokens of the counted noun group
    uint32_t head_first, head_last; // tokens of the subject's words
    uint32_t trigger_first, trigger_last;
    uint16_t class_index;
    uint16_t measure;
    xc_modality modality;
    xc_aggregation aggregation;
    int part_of;    // index of a draft, or XC_NONE
    bool part;      // its words say that it is a part: "two of them"
    int confidence; // in hundredths
} xc_draft;

// One sentence at work, and what the document has given so far.
typedef struct xc_scan {
    const xc_rules *rules;
    const xc_language_rules *language;
    const xc_text *text;
    const xc_mentions *mentions;
    const uint32_t *times_begin; // [sentence]: its first time; one more for the end
    xc_arena *arena;
    const xc_sentence *sentence;
    uint32_t sentence_index;
    size_t first_quantity, last_quantity; // [first,last) of the mentions' quantities
    xc_occurrence *triggers;
    size_t trigger_count, trigger_capacity;
    xc_occurrence *sayings; // words of statements
    size_t saying_count, saying_capacity;
    xc_noun_group *groups;
    size_t group_count, group_capacity;
    xc_draft *drafts; // of the whole document
    size_t draft_count, draft_capacity;
    xc_slice *notes; // near misses, for explain
    size_t note_count, note_capacity;
    bool wants_notes;
    pcre2_match_data *match_data;
    pcre2_match_context *match_context;
    uint32_t *limited; // by rule: sentences in which its pattern ran into a limit
    xc_status status;  // sticky: the first failure
} xc_scan;

static inline const xc_token *xc_scan_token(const xc_scan *scan, uint32_t token) {
    return &scan->text->tokens[token];
}

// Grammar bits of a token; 0 outside the sentence.
static inline uint32_t xc_scan_grammar(const xc_scan *scan, int64_t token) {
    if (token < scan->sentence->first_token || token >= scan->sentence->last_token) {
        return 0;
    }
    return xc_grammar_of(scan->language, scan->text->tokens[token].word);
}

// The mark of a punctuation token, 0 for anything else and outside the sentence.
static inline char xc_scan_mark(const xc_scan *scan, int64_t token) {
    if (token < scan->sentence->first_token || token >= scan->sentence->last_token ||
        scan->text->tokens[token].kind != XC_TOKEN_PUNCTUATION) {
        return 0;
    }
    return scan->text->tokens[token].mark;
}

// Mentions of one sentence, in lists that are sorted by sentence: [first,last).
typedef struct xc_range {
    size_t first, last;
} xc_range;

// range.c: the first item whose uint32_t at `offset` is not under `least`, in a list that is
// sorted by it; `count` if there is none.
size_t xc_first_from(const void *items, size_t count, size_t size, size_t offset,
                     uint64_t least);
// range.c: the items of a sentence in a list that is sorted by sentence.
// @param size   bytes of an item
// @param offset where its uint32_t sentence stands in it
xc_range xc_range_of_sentence(const void *items, size_t count, size_t size, size_t offset,
                              uint32_t sentence);

// Notes where the times of each sentence begin; false when memory is out.
XC_MUST_CHECK bool xc_scan_index_times(xc_scan *scan);
// The time mentions of a sentence.
xc_range xc_scan_times(const xc_scan *scan, uint32_t sentence);
// Whether the token is inside a time mention of the sentence.
bool xc_scan_in_time(const xc_scan *scan, uint32_t sentence, uint32_t token);

// triggers.c: fills scan->triggers for the sentence.
void xc_scan_triggers(xc_scan *scan);
// The rules that an occurrence may stand for, each once, in the order of the packs.
enum { XC_MOST_SENSES = 16 };
size_t xc_scan_senses(const xc_scan *scan, const xc_occurrence *occurrence,
                      uint32_t senses[XC_MOST_SENSES]);
// The forms (bits 1u << xc_form) in which it stands for that rule.
unsigned xc_scan_forms(const xc_scan *scan, const xc_occurrence *occurrence, uint32_t rule);
// Trigger that starts at the token, or XC_NONE.
int xc_trigger_at(const xc_scan *scan, uint32_t token);
// Whether one of the occurrence's triggers has a form of the kinds named (bits 1 << xc_form).
bool xc_trigger_has_form(const xc_scan *scan, const xc_occurrence *occurrence, unsigned forms);

// noun_group.c: fills scan->groups for the sentence.
void xc_scan_noun_groups(xc_scan *scan);
// The noun group that starts at the token, or XC_NONE.
int xc_group_at(const xc_scan *scan, uint32_t token);

// implied.c: adds to scan->groups the people who are told one by one or named. Triggers are
// filled; groups may be empty.
void xc_scan_implied(xc_scan *scan);

// verb_group.c: auxiliaries, voice, negation and modality of a trigger that is a verb.
xc_verb_group xc_scan_verb_group(const xc_scan *scan, const xc_occurrence *occurrence);
// Modality that the words around a trigger give; looks at the clause's beginning too.
xc_modality xc_scan_modality(const xc_scan *scan, const xc_verb_group *verbs);

// clause.c: links verbs, nouns and adjectives with the noun groups that they count.
void xc_scan_clauses(xc_scan *scan);

// part.c: "including two civilians", "more than a thousand of them children".
void xc_scan_parts(xc_scan *scan, size_t first_draft);

// pattern.c: rules of kind XC_RULE_PATTERN and XC_RULE_QUANTITY over the sentence.
void xc_scan_patterns(xc_scan *scan);

// statement.c: claims without a number. @param first_draft the sentence's first
void xc_scan_statements(xc_scan *scan, size_t first_draft);

// draft.c: makes a draft of a rule and a noun group if the rule accepts it.
// @return the draft's index, or XC_NONE
int xc_draft_add(xc_scan *scan, uint32_t rule, const xc_occurrence *occurrence, int group,
                 xc_modality modality, xc_aggregation aggregation);
bool xc_rule_accepts(const xc_scan *scan, const xc_rule *rule, const xc_noun_group *group);
// Keeps a near miss for explain.
void xc_scan_note(xc_scan *scan, const xc_noun_group *group, const char *why);

// claim.c: the fields of a claim that a draft's own words give.
void xc_claim_of(const xc_scan *scan, const xc_document *document, xc_within within,
                 const xc_draft *draft, xc_claim *claim);

// frame.c: level 5: attribution, place, time and event of the drafts, written into the claims.
typedef struct xc_frame_input {
    const xc_scan *scan;
    const xc_document *document;
    xc_within within;
} xc_frame_input;
xc_status xc_frames_fill(const xc_frame_input *input, xc_claim *claims, const xc_draft *drafts,
                         size_t count, xc_error *error);

#endif
