// SPDX-License-Identifier: MIT
// Compiled rule packs, as the cascade sees them. Built by the loader (pack_*.c, rules.c), then
// only read: any number of threads may share them.
#ifndef CROSSCLAIM_EXTRACT_RULES_RULES_H
#define CROSSCLAIM_EXTRACT_RULES_RULES_H

#include "extract/rules/frame_words.h"
#include "extract/rules/grammar.h"
#include "extract/rules/pattern_hint.h"
#include "extract/rules/speaker_words.h"

#include <pthread.h>
#include <stdatomic.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// What is counted: `claims/<language>/subjects.csv` (columns class,parent,unit,words) and the
// packs' own `subjects`. Class 0 is "no class".
typedef struct xc_class {
    xc_slice name;   // "civilians"; "people" for the class "people/bodies"
    xc_slice unit;   // "person", "household", "building"; empty: the measure's
    uint16_t parent; // 0: none
} xc_class;

enum { XC_MOST_CLASSES = 256 };
typedef struct xc_class_set {
    uint64_t bits[XC_MOST_CLASSES / 64];
} xc_class_set;

typedef enum xc_rule_kind {
    XC_RULE_VERBS = 1, // a verb group whose subject or object carries the count
    XC_RULE_NOUNS,     // "45 deaths", "the death of two civilians", "the death toll rose to 27"
    XC_RULE_ADJECTIVES, // "12 dead", "12 people dead", "left 12 dead", "2,906 displaced
                        // persons"
    XC_RULE_PATTERN,    // a PCRE2 pattern with a group `count`
    XC_RULE_QUANTITY,  // a quantity that is a claim by itself: "for nine months", "$50 million"
    XC_RULE_STATEMENT, // what is said without a number: "signed the treaty on Monday"
} xc_rule_kind;

// What a statement must tell to be worth comparing.
typedef enum xc_need {
    XC_NEED_TIME = 1u << 0,    // in its clause
    XC_NEED_SUBJECT = 1u << 1, // who does it
    XC_NEED_OBJECT = 1u << 2,  // to whom or what
    XC_NEED_ACTOR = 1u << 3,   // a subject that can say or do it: a name, a body, persons
    XC_NEED_NAME = 1u << 4,    // a name in the object
    XC_NEED_EVENT = 1u << 5,   // a happening or a harm as subject or object
} xc_need;

// Which people without a number a rule counts.
typedef enum xc_implied {
    XC_IMPLIED_NONE,
    XC_IMPLIED_LISTS, // "a guard and a driver", "a guard and two drivers", "a third man"
    XC_IMPLIED_ALL,   // one alone too: "a guard was killed"
} xc_implied;

typedef enum xc_count_role { XC_COUNT_OBJECT = 1, XC_COUNT_SUBJECT } xc_count_role;

// An example that a rule carries.
typedef struct xc_example {
    xc_slice text;
    long line;
    const xc_number *values; // wanted, in order; none for `fails`
    size_t value_count;
    xc_number low, high; // checked where known, for a single value
    // Of a rule that makes statements; checked where they are not empty.
    xc_slice subject, object, polarity;
    bool fails;
} xc_example;

// Machine code is made of a pattern when a sentence first asks for it: a short text asks for
// few. Extractors on several threads share it.
typedef struct xc_pattern_jit {
    pthread_mutex_t lock;
    atomic_bool made;
} xc_pattern_jit;

typedef struct xc_rule {
    xc_slice pack, id, label; // label: "pack:id"
    xc_slice path;
    long line;
    uint16_t language; // index into xc_rules.languages
    uint16_t measure;  // index into xc_rules.measures
    xc_rule_kind kind;
    xc_count_role role;   // of verbs
    xc_class_set accepts; // classes that the count may have (sub-classes are in)
    uint16_t breadth;     // how many classes it accepts: of two rules the narrower comes first
    bool accepts_any;     // also a head that has no class
    bool accepts_bare;    // also a count without a head ("27 were killed")
    xc_implied implied;   // also those told one by one ("a guard and a driver were killed")
    xc_slice subject;     // class given where the head tells none ("people"); may be empty
    int modality;         // an xc_modality, or -1 for what the words say
    int aggregation;      // an xc_aggregation, or -1
    xc_number confidence;
    pcre2_code *pattern;    // of XC_RULE_PATTERN
    xc_pattern_jit *jit;    // whether it is machine code yet
    xc_pattern_hint hint;   // of the pattern
    uint32_t count_group;   // number of its group `count`
    uint32_t subject_group; // number of its group `subject`, 0 for none
    unsigned quantities;    // of XC_RULE_QUANTITY: bits 1u << xc_quantity_kind
    bool attributive;       // takes one that stands before its noun: "a six-week conflict"
    bool anywhere;          // asks for no words around it
    xc_slice predicate;     // of XC_RULE_STATEMENT: what all its words are compared as
    unsigned needs;         // of XC_RULE_STATEMENT: of xc_need
    bool contrary;          // its words deny the predicate: "refuse" of "agree"
    bool announced;         // also what is only promised or planned
    bool turned;            // of states: who does it stands behind: "held by the rebels"
    bool counted;           // its nouns also with a number: "three explosions"
    bool has_companions;    // its verbs count only beside one of its `with` or `by` words
    const xc_example *examples;
    size_t example_count;
} xc_rule;

typedef enum xc_form {
    XC_FORM_BASE = 1,   // kill
    XC_FORM_PRESENT,    // kills
    XC_FORM_PAST,       // killed
    XC_FORM_PARTICIPLE, // killed (were ~, have ~)
    XC_FORM_GERUND,     // killing
    XC_FORM_SINGULAR,   // death
    XC_FORM_PLURAL,     // deaths
    XC_FORM_PLAIN,      // an adjective
    XC_FORM_WITH,       // a noun that a statement's verb must have as its object
    XC_FORM_BY,         // or as the head of its subject
} xc_form;

// A payload of `triggers`: index into xc_language_rules.trigger_list.
typedef struct xc_trigger {
    uint32_t rule; // index into xc_rules.rules
    xc_form form;
} xc_trigger;

// A payload of `class_words`: index into class_list.
typedef struct xc_class_word {
    uint16_t class_index;
    bool plural;
} xc_class_word;

// Words beside a quantity that make it a claim by itself, or keep it from being one.
typedef enum xc_beside {
    XC_STANDS_BEFORE = 1, // "for" in "for nine months"
    XC_STANDS_BEHIND,     // "conflict" in "six weeks of conflict"
    XC_FORBIDS,           // on either side: "ago"
} xc_beside;

// A payload of `around`: index into around_list.
typedef struct xc_around {
    uint32_t rule;
    xc_beside beside;
} xc_around;

// What kinds of phrases a word starts.
typedef enum xc_starts {
    XC_STARTS_COUNTED = 1,   // of rules that count
    XC_STARTS_STATEMENT = 2, // of rules that make statements
    XC_STARTS_PAST = 4,      // it is a verb's past: `claims/<language>/verbs.csv`
    XC_STARTS_PRESENT = 8,   // a verb's present, or a noun
} xc_starts;

typedef struct xc_language_rules {
    xc_slice name; // "en"
    xc_language *recogniser;
    xc_splitter *splitter;
    xc_word_bits grammar; // of xc_grammar
    xc_phrases *triggers; // inflected verbs, nouns, adjectives of all rules
    xc_trigger *trigger_list;
    size_t trigger_count;
    xc_phrases *statements;  // words of rules of kind XC_RULE_STATEMENT, payloads alike
    xc_phrases *class_words; // nouns that name a class, singular and plural
    xc_class_word *class_list;
    size_t class_list_count;
    const uint32_t *patterns; // rules of kind XC_RULE_PATTERN
    size_t pattern_count;
    xc_phrases *around; // words beside quantities, of rules of kind XC_RULE_QUANTITY
    xc_around *around_list;
    size_t around_count;
    const uint32_t *quantity_rules; // rules of kind XC_RULE_QUANTITY
    size_t quantity_rule_count;
    xc_frame_words frames; // happenings, places
    xc_speaker_words speakers;
    // By word number: what it starts, of xc_starts. A sentence with no number and no such word
    // is left at once.
    const uint8_t *starts;
    uint32_t starts_count;
} xc_language_rules;

// "dead, wounded or missing" is one figure: of the measure that combines the words' own.
typedef struct xc_combination {
    uint16_t whole, part; // indexes into xc_rules.measures
} xc_combination;

struct xc_rules {
    xc_gazetteer *gazetteer; // NULL where there is none
    xc_arena *arena;         // owns all below but the handles
    xc_lexicon *lexicon;
    xc_measure *measures;
    size_t measure_count;
    xc_term *terms; // for comparison
    size_t term_count;
    xc_combination *combinations;
    size_t combination_count;
    xc_pack *packs;
    size_t pack_count;
    xc_class *classes; // [0] is no class
    size_t class_count;
    xc_rule *rules;
    size_t rule_count;
    xc_language_rules *languages;
    size_t language_count;
    xc_language_rules silent; // finds numbers as the first language does, and makes no claim
};

// Grammar bits of a word in a language; 0 for a word that no lexicon names.
static inline uint32_t xc_grammar_of(const xc_language_rules *language, xc_word word) {
    return xc_word_bits_of(&language->grammar, word);
}

// What a word starts, of xc_starts; 0 for most.
static inline unsigned xc_starts_of(const xc_language_rules *language, xc_word word) {
    return word < language->starts_count ? language->starts[word] : 0;
}

static inline bool xc_class_set_has(const xc_class_set *set, uint16_t class_index) {
    return (set->bits[class_index / 64] >> (class_index % 64)) & 1;
}

// The first rule that makes a claim of a quantity by itself (a duration, an amount, a share),
// told by the words beside it; NULL where none does.
const xc_rule *xc_rules_quantity(const xc_rules *rules, const xc_language_rules *language,
                                 const xc_text *text, const xc_quantity *quantity);

// The measure that combines two others (or one of them if it combines the other), or
// XC_NO_MEASURE.
enum { XC_NO_MEASURE = UINT16_MAX };
uint16_t xc_rules_combined(const xc_rules *rules, uint16_t first, uint16_t second);

// The rules that a document is read with, told by its language, if it declares one, and its
// text: English where neither tells, xc_rules.silent for a language that has no packs.
const xc_language_rules *xc_rules_language(const xc_rules *rules, xc_slice language,
                                           xc_slice text);

#endif
