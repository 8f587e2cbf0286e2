// SPDX-License-Identifier: MIT
// Levels 3 and 4 of the cascade: what the steps share. After FASTUS (Hobbs et al., 1997): each
// level adds annotations over tokens and none edits the text.
#ifndef CROSSCLAIM_EXTRACT_CASCADE_H
#define CROSSCLAIM_EXTRACT_CASCADE_H

#include "extract/rules/rules.h"

enum { NONE = -1 };

// A trigger of some rules that stands in the sentence.
typedef struct trigger_found {
    uint32_t first, last;     // tokens [first,last)
    const uint32_t *payloads; // into the language's trigger_list
    uint32_t payload_count;
    int group;     // noun group it is linked to as its count, or NONE
    bool in_group; // it stands inside a noun group: an attribute or a head
    bool parted; // the verb of a phrase whose other words stand further on: for the tree alone
    bool overlapping; // it begins inside another: for groups that nothing else counts
    bool nominal;     // a verb's form that is a noun here, "the arrest of": for the tree alone
} trigger_found;

// The words of some rules at a token, linked to nothing yet.
static inline trigger_found trigger_of_phrase(uint32_t token, xc_phrase_match match) {
    return (trigger_found){.first = token,
                           .last = token + match.tokens,
                           .payloads = match.payloads,
                           .payload_count = match.payload_count,
                           .group = NONE};
}

// A counted noun group: "more than 120,000 ethnic Armenians", or a count alone.
typedef struct noun_group {
    uint32_t first, last; // tokens [first,last), quantity to head
    xc_span head;         // empty where the count stands alone
    uint16_t class_index; // 0 for none
    const xc_quantity *quantity;
    int head_trigger; // a noun trigger that is the head ("45 deaths"), or NONE
    int attribute;    // a trigger before the head ("2,906 displaced persons"), or NONE
    bool in_phrase;   // a preposition stands before it ("in two villages")
    bool part;        // "of them", "including": a part of another count
    bool implied;     // no number stands there: people told one by one
    bool lone;        // one of these, in no list
    bool known;       // told before: "the two", "both", "of them", "four others"
    bool taken;       // a claim was made of it
} noun_group;

// What stands around a verb trigger.
typedef struct verb_group {
    uint32_t first; // token where its auxiliaries begin
    bool auxiliary; // it has any
    bool passive;
    bool infinitive;
    bool negated;
    bool feared, planned, predicted, conditional;
    bool would;    // conditional, but of what somebody says predicted
    uint32_t verb; // its token
} verb_group;

// A statement without a number: what its clause says. Ranges are tokens [first,last), equal
// ends where there is none.
typedef struct told_statement {
    uint32_t first, last; // the clause's words: subject to object and time
    xc_span subject, object;
    const xc_time_mention *time; // NULL: not told
    const xc_quantity *count;    // of happenings; NULL: one
    bool negative;
} told_statement;

// A claim in the making.
typedef struct claim_draft {
    const pack_rule *rule;
    const xc_quantity *quantity;     // NULL of a statement that counts no happenings
    const told_statement *statement; // NULL of a count
    uint32_t sentence;
    uint32_t first, last; // tokens of the counted noun group
    xc_span head;         // the subject's words
    xc_span trigger;      // the rule's word
    uint16_t class_index;
    uint16_t measure;
    xc_modality modality;
    xc_aggregation aggregation;
    int part_of;    // index of a draft, or NONE
    bool part;      // its words say that it is a part: "two of them"
    int confidence; // in hundredths
} claim_draft;

// One sentence at work, and what the document has given so far.
typedef struct sentence_scan {
    const xc_rules *rules;
    const language_rules *language;
    const xc_text *text;
    const xc_mentions *mentions;
    const uint32_t *times_begin; // [sentence]: its first time; one more for the end
    xc_arena *arena;
    const xc_sentence *sentence;
    uint32_t sentence_index;
    size_t first_quantity, last_quantity; // [first,last) of the mentions' quantities
    trigger_found *triggers;
    size_t trigger_count, trigger_capacity;
    trigger_found *sayings; // words of statements
    size_t saying_count, saying_capacity;
    noun_group *groups;
    size_t group_count, group_capacity;
    claim_draft *drafts; // of the whole document
    size_t draft_count, draft_capacity;
    xc_slice *notes; // near misses, for explain
    size_t note_count, note_capacity;
    bool wants_notes;
    const xc_tree **trees;           // by sentence; NULL until one is asked for
    xc_syntax_work **parsing;        // the extractor's; made when it is first needed
    bool treeless;                   // a tree was asked for, and the language has no model
    const struct place_watch *watch; // sees what the claims may be about; NULL: nobody looks
    pcre2_match_data *match_data;
    pcre2_match_context *match_context;
    uint32_t *limited; // by rule: sentences in which its pattern ran into a limit
    xc_status status;  // sticky: the first failure
} sentence_scan;

// Mentions of one sentence, in lists that are sorted by sentence: [first,last).
typedef struct index_range {
    size_t first, last;
} index_range;

// the first item whose uint32_t at `offset` is not under `least`, in a list that is
// sorted by it; `count` if there is none.
size_t first_from(const void *items, size_t count, size_t size, size_t offset, uint64_t least);
// the items of a sentence in a list that is sorted by sentence.
// @param size   bytes of an item
// @param offset where its uint32_t sentence stands in it
index_range range_of_sentence(const void *items, size_t count, size_t size, size_t offset,
                              uint32_t sentence);

// The quantities of a sentence.
index_range scan_quantities(const sentence_scan *scan, uint32_t sentence);
// Notes where the times of each sentence begin; false when memory is out.
XC_MUST_CHECK bool scan_index_times(sentence_scan *scan);
// The time mentions of a sentence.
index_range scan_times(const sentence_scan *scan, uint32_t sentence);
// Whether the token is inside a time mention of the sentence.
bool scan_in_time(const sentence_scan *scan, uint32_t sentence, uint32_t token);

// sentence_tree.c: the tree of the sentence at work, parsed when it is first asked for. NULL
// where the language has no model, and when memory is out (see scan->status).
const xc_tree *scan_tree(sentence_scan *scan);
// Whether the sentence holds a figure or a word that a rule asks for: others are never parsed.
bool scan_is_worth_a_tree(const sentence_scan *scan);

// triggers.c: fills scan->triggers for the sentence.
void scan_triggers(sentence_scan *scan);
// verb_frame.c: takes away those that ask for a place where none stands behind them.
void triggers_drop_placeless(sentence_scan *scan);
// Takes away those that are verbs to a rule and nouns to the tree; nothing without a model.
void triggers_drop_nouns(sentence_scan *scan);
// The rules that an occurrence may stand for, each once, in the order of the packs.
enum { MOST_SENSES = 16 };
size_t scan_senses(const sentence_scan *scan, const trigger_found *occurrence,
                   uint32_t senses[MOST_SENSES]);
// The forms (bits 1u << word_form) in which it stands for that rule.
unsigned scan_forms(const sentence_scan *scan, const trigger_found *occurrence, uint32_t rule);
// Trigger that starts at the token, or NONE.
int trigger_at(const sentence_scan *scan, uint32_t token);
// Whether one of the occurrence's triggers has a form of the kinds named (bits 1 << word_form).
bool trigger_has_form(const sentence_scan *scan, const trigger_found *occurrence,
                      unsigned forms);

// noun_group.c: fills scan->groups for the sentence.
void scan_noun_groups(sentence_scan *scan);
// parted_verb.c: gives the verb of "took 12 men into custody" the triggers of the whole phrase.
// Groups are filled.
void scan_parted_verbs(sentence_scan *scan);
// The noun group that starts at the token, or NONE.
int group_at(const sentence_scan *scan, uint32_t token);

// implied.c: adds to scan->groups the people who are told one by one or named. Triggers are
// filled; groups may be empty.
void scan_implied(sentence_scan *scan);

// verb_group.c: auxiliaries, voice, negation and modality of a trigger that is a verb.
verb_group scan_verb_group(const sentence_scan *scan, const trigger_found *occurrence);
// Modality that the words around a trigger give; looks at the clause's beginning too.
xc_modality scan_modality(const sentence_scan *scan, const verb_group *verbs);

// clause.c: links verbs, nouns and adjectives with the noun groups that they count.
void scan_clauses(sentence_scan *scan);

// part.c: "including two civilians", "more than a thousand of them children".
void scan_parts(sentence_scan *scan, size_t first_draft);

// part_across.c: "Of the injured, 12 children", parts that add up to a count told before, parts
// that are told again.
void scan_parts_across(sentence_scan *scan, size_t first_draft);

// pattern.c: rules of kind RULE_PATTERN and RULE_QUANTITY over the sentence.
void scan_patterns(sentence_scan *scan);

// statement/statement.c: claims without a number. @param first_draft the sentence's first
void scan_statements(sentence_scan *scan, size_t first_draft);

// draft.c: makes a draft of a rule and a noun group if the rule accepts it.
// @return the draft's index, or NONE
int draft_add(sentence_scan *scan, uint32_t rule, const trigger_found *occurrence, int group,
              xc_modality modality, xc_aggregation aggregation);
// "of the 40 houses six still stand; the other 34 were destroyed": the class of the last group of the
// sentence before this one that the rule counts; 0 for none.
uint16_t class_told_before(const sentence_scan *scan, const pack_rule *rule,
                           const noun_group *group);
bool rule_accepts(const sentence_scan *scan, const pack_rule *rule, const noun_group *group);
// Keeps a near miss for explain.
void scan_note(sentence_scan *scan, const noun_group *group, const char *why);

// claim.c: the fields of a claim that a draft's own words give.
bool claim_of_draft(const sentence_scan *scan, const xc_document *document, xc_within within,
                    const claim_draft *draft, xc_claim *claim);

// frame.c: level 5: attribution, place, time and event of the drafts, written into the claims.
typedef struct frame_input {
    const sentence_scan *scan;
    const xc_document *document;
    xc_within within;
    xc_date now; // that relative times count from; precision XC_NO_DATE if unknown
} frame_input;
xc_status frames_fill(const frame_input *input, xc_claim *claims, const claim_draft *drafts,
                      size_t count, xc_error *error);

#endif
