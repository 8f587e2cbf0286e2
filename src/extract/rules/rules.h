// SPDX-License-Identifier: MIT
// Compiled rule packs, as the cascade sees them. Built by the loader (the room pack), then
// only read: any number of threads may share them.
#ifndef CROSSCLAIM_EXTRACT_RULES_RULES_H
#define CROSSCLAIM_EXTRACT_RULES_RULES_H

#include "extract/rules/counting_words.h"
#include "extract/rules/frame_words.h"
#include "extract/rules/grammar.h"
#include "extract/rules/happening_words.h"
#include "extract/rules/pattern_hint.h"
#include "extract/rules/place_points.h"
#include "extract/rules/speaker_words.h"

#include <pthread.h>
#include <stdatomic.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// What is counted: `claims/<language>/subjects.csv` (columns class,parent,unit,words) and the
// packs' own `subjects`. Class 0 is "no class".
typedef struct subject_class {
    xc_slice name;   // "civilians"; "people" for the class "people/bodies"
    xc_slice unit;   // "person", "household", "building"; empty: the measure's
    uint16_t parent; // 0: none
} subject_class;

enum { MOST_CLASSES = 256 };
typedef struct class_set {
    uint64_t bits[MOST_CLASSES / 64];
} class_set;

typedef enum rule_kind {
    RULE_VERBS = 1,  // a verb group whose subject or object carries the count
    RULE_NOUNS,      // "45 deaths", "the death of two civilians", "the death toll rose to 27"
    RULE_ADJECTIVES, // "12 dead", "12 people dead", "left 12 dead", "2,906 displaced
                     // persons"
    RULE_PATTERN,    // a PCRE2 pattern with a group `count`
    RULE_QUANTITY,   // a quantity that is a claim by itself: "for nine months", "$50 million"
    RULE_STATEMENT,  // what is said without a number: "signed the treaty on Monday"
} rule_kind;

// What a statement must tell to be worth comparing.
typedef enum statement_need {
    NEED_TIME = 1u << 0,    // in its clause
    NEED_SUBJECT = 1u << 1, // who does it
    NEED_OBJECT = 1u << 2,  // to whom or what
    NEED_ACTOR = 1u << 3,   // a subject that can say or do it: a name, a body, persons
    NEED_NAME = 1u << 4,    // a name in the object
    NEED_EVENT = 1u << 5,   // a happening or a harm as subject or object
} statement_need;

// Which people without a number a rule counts.
typedef enum implied_kind {
    IMPLIED_NONE,
    IMPLIED_LISTS, // "a guard and a driver", "a guard and two drivers", "a third man"
    IMPLIED_ALL,   // one alone too: "a guard was killed"
} implied_kind;

typedef enum count_role { COUNT_OBJECT = 1, COUNT_SUBJECT } count_role;

// An example that a rule carries.
typedef struct rule_example {
    xc_slice text;
    long line;
    const xc_number *values; // wanted, in order; none for `fails`
    size_t value_count;
    xc_number low, high; // checked where known, for a single value
    // Of a rule that makes statements; checked where they are not empty.
    xc_slice subject, object, polarity;
    bool fails;
} rule_example;

// Machine code is made of a pattern when a sentence first asks for it: a short text asks for
// few. Extractors on several threads share it.
typedef struct pattern_jit {
    pthread_mutex_t lock;
    atomic_bool made;
} pattern_jit;

typedef struct pack_rule {
    xc_slice pack, id, label; // label: "pack:id"
    xc_slice path;
    long line;
    uint16_t language; // index into xc_rules.languages
    uint16_t measure;  // index into xc_rules.measures
    rule_kind kind;
    count_role role;      // of verbs
    class_set accepts;    // classes that the count may have (sub-classes are in)
    bool own;             // of a user's pack: it comes before shipped ones of the same words
    uint16_t breadth;     // how many classes it accepts: of two rules the narrower comes first
    bool accepts_any;     // also a head that has no class
    bool accepts_bare;    // also a count without a head ("27 were killed")
    implied_kind implied; // also those told one by one ("a guard and a driver were killed")
    xc_slice subject;     // class given where the head tells none ("people"); may be empty
    int modality;         // an xc_modality, or -1 for what the words say
    int aggregation;      // an xc_aggregation, or -1
    xc_number confidence;
    pcre2_code *pattern;    // of RULE_PATTERN
    pattern_jit *jit;       // whether it is machine code yet
    pattern_hint hint;      // of the pattern
    uint32_t count_group;   // number of its group `count`
    uint32_t subject_group; // number of its group `subject`, 0 for none
    unsigned quantities;    // of RULE_QUANTITY: bits 1u << xc_quantity_kind
    bool attributive;       // takes one that stands before its noun: "a six-week conflict"
    bool anywhere;          // asks for no words around it
    xc_slice predicate;     // of RULE_STATEMENT: what all its words are compared as
    unsigned needs;         // of RULE_STATEMENT: of statement_need
    bool contrary;          // its words deny the predicate: "refuse" of "agree"
    bool announced;         // also what is only promised or planned
    bool turned;            // of states: who does it stands behind: "held by the rebels"
    bool counted;           // its nouns also with a number: "three explosions"
    bool has_companions;    // its verbs count only beside one of its `with` or `by` words
    bool has_bars;          // its verbs count nothing where one of its `unless` words stands
    bool wants_place;       // its verbs count only before a place: "left Zinbi"
    const rule_example *examples;
    size_t example_count;
} pack_rule;

typedef enum word_form {
    FORM_BASE = 1,   // kill
    FORM_PRESENT,    // kills
    FORM_PAST,       // killed
    FORM_PARTICIPLE, // killed (were ~, have ~)
    FORM_GERUND,     // killing
    FORM_SINGULAR,   // death
    FORM_PLURAL,     // deaths
    FORM_PLAIN,      // an adjective
    FORM_WITH,       // a noun that a statement's verb must have as its object
    FORM_BY,         // or as the head of its subject; of a verb that counts: must
    FORM_BAR,        // a word beside which a verb counts nothing
} word_form;

// A payload of `triggers`: index into language_rules.trigger_list.
typedef struct rule_trigger {
    uint32_t rule; // index into xc_rules.rules
    word_form form;
} rule_trigger;

// A payload of `tails`: what stands behind the object of a verb phrase, "into custody" of "took
// 12 men into custody".
typedef struct parted_verb {
    xc_word verb;     // "took"
    uint32_t trigger; // index into language_rules.trigger_list
} parted_verb;

// A payload of `class_words`: index into class_list.
typedef struct class_word {
    uint16_t class_index;
    bool plural;
} class_word;

// Words beside a quantity that make it a claim by itself, or keep it from being one.
typedef enum beside_kind {
    STANDS_BEFORE = 1, // "for" in "for nine months"
    STANDS_BEHIND,     // "conflict" in "six weeks of conflict"
    RULE_FORBIDS,      // on either side: "ago"
} beside_kind;

// A payload of `around`: index into around_list.
typedef struct around_words {
    uint32_t rule;
    beside_kind beside;
} around_words;

// What kinds of phrases a word starts.
typedef enum phrase_starts {
    STARTS_COUNTED = 1,   // of rules that count
    STARTS_STATEMENT = 2, // of rules that make statements
    STARTS_PAST = 4,      // it is a verb's past: `claims/<language>/verbs.csv`
    STARTS_PRESENT = 8,   // a verb's present, or a noun
    STARTS_TAIL = 16,     // of language_rules.tails
    STARTS_BESIDE = 32,   // of language_rules.beside
} phrase_starts;

typedef struct language_rules {
    xc_slice name; // "en"
    xc_language *recogniser;
    xc_splitter *splitter;
    xc_syntax *syntax;    // NULL where the language has no model
    word_bits grammar;    // of grammar_class
    xc_phrases *triggers; // inflected verbs, nouns, adjectives of all rules
    rule_trigger *trigger_list;
    size_t trigger_count;
    xc_phrases *tails;  // of verb phrases that an object may part
    xc_phrases *beside; // `by` and `unless` words of rules that count, payloads as of triggers
    parted_verb *parted_list;
    size_t parted_count;
    xc_phrases *statements;  // words of rules of kind RULE_STATEMENT, payloads alike
    xc_phrases *class_words; // nouns that name a class, singular and plural
    class_word *class_list;
    size_t class_list_count;
    const uint32_t *patterns; // rules of kind RULE_PATTERN
    size_t pattern_count;
    xc_phrases *around; // words beside quantities, of rules of kind RULE_QUANTITY
    around_words *around_list;
    size_t around_count;
    const uint32_t *quantity_rules; // rules of kind RULE_QUANTITY
    size_t quantity_rule_count;
    frame_words frames;   // happenings, places
    word_bits happenings; // of happening_cue
    word_bits counting;   // of counting_role
    speaker_words speakers;
    // By word number: what it starts, of phrase_starts. A sentence with no number and no such
    // word is left at once.
    const uint8_t *starts;
    uint32_t starts_count;
} language_rules;

// "dead, wounded or missing" is one figure: of the measure that combines the words' own.
typedef struct measure_combination {
    uint16_t whole, part; // indexes into xc_rules.measures
} measure_combination;

struct xc_rules {
    xc_gazetteer *gazetteer; // NULL where there is none
    place_points place_points;
    xc_arena *arena; // owns all below but the handles
    xc_lexicon *lexicon;
    xc_measure *measures;
    size_t measure_count;
    xc_term *terms; // for comparison
    size_t term_count;
    measure_combination *combinations;
    size_t combination_count;
    xc_pack *packs;
    size_t pack_count;
    subject_class *classes; // [0] is no class
    size_t class_count;
    pack_rule *rules;
    size_t rule_count;
    language_rules *languages;
    size_t language_count;
    language_rules silent; // finds numbers as the first language does, and makes no claim
};

// Grammar bits of a word in a language; 0 for a word that no lexicon names.
static inline uint32_t grammar_of(const language_rules *language, xc_word word) {
    return word_bits_of(&language->grammar, word);
}

// What a word starts, of phrase_starts; 0 for most.
static inline unsigned phrase_starts_of(const language_rules *language, xc_word word) {
    return word < language->starts_count ? language->starts[word] : 0;
}

static inline bool class_set_has(const class_set *set, uint16_t class_index) {
    return (set->bits[class_index / 64] >> (class_index % 64)) & 1;
}

// The first rule that makes a claim of a quantity by itself (a duration, an amount, a share),
// told by the words beside it; NULL where none does.
const pack_rule *rules_quantity(const xc_rules *rules, const language_rules *language,
                                const xc_text *text, const xc_quantity *quantity);

// The measure that combines two others (or one of them if it combines the other), or
// NO_MEASURE.
enum { NO_MEASURE = UINT16_MAX };
uint16_t rules_combined(const xc_rules *rules, uint16_t first, uint16_t second);

// The rules that a document is read with, told by its language, if it declares one, and its
// text: English where neither tells, xc_rules.silent for a language that has no packs.
const language_rules *rules_language(const xc_rules *rules, const xc_document *document);

#endif
