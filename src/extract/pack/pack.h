// SPDX-License-Identifier: MIT
// What the loader knows while packs are read: everything is declared first, from all files, and
// only then are rules read, so that the order of files does not matter.
#ifndef CROSSCLAIM_EXTRACT_PACK_PACK_H
#define CROSSCLAIM_EXTRACT_PACK_PACK_H

#include "extract/pack/inflection.h"
#include "extract/pack/name_table.h"
#include "extract/pack/phrase_chunks.h"
#include "extract/pack/yaml.h"

enum {
    MOST_MEASURES = 1000,
    MOST_RULES = 20000,
    MOST_PHRASES = 400000,   // phrases of all rules and classes
    LONGEST_PHRASE = 200,    // bytes
    MOST_ALTERNATIVES = 256, // phrases that one item with braces may stand for
};

// A finite form of a common verb.
typedef struct finite_verb {
    xc_word word;
    phrase_starts as; // STARTS_PAST or STARTS_PRESENT
} finite_verb;

// A language's tables while they grow.
typedef struct language_loader {
    xc_slice directory;
    inflection_table *inflection;
    size_t trigger_capacity, class_capacity, around_capacity;
    chunk_table chunks;
    xc_word *trigger_starts; // for language_rules.starts
    size_t trigger_start_count, trigger_start_capacity;
    xc_word *tail_starts;
    size_t tail_start_count, tail_start_capacity, parted_capacity;
    xc_word *beside_starts;
    size_t beside_start_count, beside_start_capacity;
    finite_verb *finite; // of verbs.csv
    size_t finite_count, finite_capacity;
    xc_word *statement_starts;
    size_t statement_start_count, statement_start_capacity;
    uint32_t *patterns, *quantity_rules;
    size_t pattern_capacity, quantity_rule_capacity;
} language_loader;

typedef struct pack_topic {
    xc_slice name, title;
} pack_topic;

typedef struct measure_loader {
    class_set accepts;
    bool accepts_any;
    implied_kind implied;
    xc_slice subject;
    pack_node topic, subject_node, subjects, near,
        combines; // read once all classes and measures are declared
    uint32_t file;
} measure_loader;

// One YAML file.
typedef struct pack_file {
    pack_yaml yaml;
    uint32_t pack;            // index into rules->packs
    uint16_t language;        // index into rules->languages
    xc_slice folder_language; // of a shipped pack: what its folder is called
} pack_file;

typedef struct pack_loader {
    xc_rules *rules;
    xc_arena *arena; // of the rules
    xc_error *error;
    name_table languages, packs, topics, measures, classes, rule_labels;
    pack_topic *topic_list;
    size_t topic_count, topic_capacity;
    measure_loader *measure_loading;
    size_t measure_capacity, measure_loading_capacity;
    size_t pack_capacity, class_capacity, rule_capacity, language_capacity;
    language_loader *language_loading;
    size_t language_loading_capacity;
    class_set *descendants; // by class: itself and all below it
    pack_file *files;
    size_t file_count, file_capacity;
    size_t combination_capacity, term_capacity;
    size_t words;
} pack_loader;

// grammar.csv and subjects.csv of a language's folder (closed_words.c).
XC_MUST_CHECK xc_status pack_lexicons(pack_loader *loader, uint16_t language);
// Declares a class, or finds it; 0 where it could not be (loader->error then says why).
uint16_t pack_class(pack_loader *loader, xc_slice name, xc_slice parent, xc_slice unit,
                    xc_slice path, long line);
// Adds a noun, singular and plural, that names a class.
XC_MUST_CHECK xc_status pack_class_word(pack_loader *loader, uint16_t language,
                                        uint16_t class_index, xc_slice word);

// Topics, measures and subjects of a file (declare.c).
void pack_declare(pack_loader *loader, pack_file *file, pack_node root);
// What needs all declarations: accepted classes and near measures.
XC_MUST_CHECK xc_status pack_resolve(pack_loader *loader);
// The class that a claim gets where its words name none; empty for a NULL node.
xc_slice pack_subject(pack_loader *loader, pack_yaml *yaml, pack_node node);
// The classes that a list names, with all below them; "any" is every noun without a class, "not
// soldiers" takes a class away again.
void pack_classes(pack_loader *loader, pack_yaml *yaml, pack_node list, class_set *accepts,
                  bool *any);

// What is said for comparison (terms.c): by a language's tables, by a measure, by classes
// and combined measures once all are declared.
XC_MUST_CHECK xc_status pack_table_terms(pack_loader *loader, const char *directory);
void pack_measure_terms(pack_loader *loader, pack_yaml *yaml, pack_node map, xc_slice measure);
XC_MUST_CHECK xc_status pack_resolved_terms(pack_loader *loader);

// The rules of a file (rule.c).
void pack_rules(pack_loader *loader, pack_file *file, pack_node root);
// What a rule of kind RULE_STATEMENT says beside its words (statement_rule.c).
void pack_statement(pack_loader *loader, pack_yaml *yaml, pack_node map, uint32_t rule);
// A rule's examples (examples.c).
void pack_examples(pack_loader *loader, pack_yaml *yaml, pack_node map, pack_rule *rule);

// Triggers out of a rule's list of words (trigger_words.c).
void pack_triggers(pack_loader *loader, pack_yaml *yaml, pack_node list, uint32_t rule,
                   speech_part part);
// Words of a rule's `with`, `by` or `unless`, as `form` says: words that its verbs must, or must
// not, have beside them.
void pack_companions(pack_loader *loader, pack_yaml *yaml, pack_node list, uint32_t rule,
                     word_form form);
// Words beside a quantity.
void pack_around(pack_loader *loader, pack_yaml *yaml, pack_node list, uint32_t rule,
                 beside_kind beside);
// Calls `take` with each phrase that an item with braces stands for: "{a|b} c" is "a c" and
// "b c".
typedef xc_status (*take_phrase)(void *context, const phrase_chunk *chunks, size_t count);
void pack_expand(pack_loader *loader, pack_yaml *yaml, uint16_t language, pack_node item,
                 take_phrase take, void *context);

#endif
