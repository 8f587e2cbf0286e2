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
    XC_MOST_MEASURES = 1000,
    XC_MOST_RULES = 20000,
    XC_MOST_WORDS = 400000,     // phrases of all rules and classes
    XC_LONGEST_PHRASE = 200,    // bytes
    XC_MOST_ALTERNATIVES = 256, // phrases that one item with braces may stand for
};

// A finite form of a common verb.
typedef struct xc_finite {
    xc_word word;
    xc_starts as; // XC_STARTS_PAST or XC_STARTS_PRESENT
} xc_finite;

// A language's tables while they grow.
typedef struct xc_language_loading {
    xc_slice directory;
    xc_inflection *inflection;
    size_t trigger_capacity, class_capacity, around_capacity;
    xc_chunk_table chunks;
    xc_word *trigger_starts; // for xc_language_rules.starts
    size_t trigger_start_count, trigger_start_capacity;
    xc_finite *finite; // of verbs.csv
    size_t finite_count, finite_capacity;
    xc_word *statement_starts;
    size_t statement_start_count, statement_start_capacity;
    uint32_t *patterns, *quantity_rules;
    size_t pattern_capacity, quantity_rule_capacity;
} xc_language_loading;

typedef struct xc_topic {
    xc_slice name, title;
} xc_topic;

typedef struct xc_measure_loading {
    xc_class_set accepts;
    bool accepts_any;
    xc_implied implied;
    xc_slice subject;
    xc_node topic, subject_node, subjects, near,
        combines; // read once all classes and measures are declared
    uint32_t file;
} xc_measure_loading;

// One YAML file.
typedef struct xc_pack_file {
    xc_yaml yaml;
    uint32_t pack;            // index into rules->packs
    uint16_t language;        // index into rules->languages
    xc_slice folder_language; // of a shipped pack: what its folder is called
} xc_pack_file;

typedef struct xc_loader {
    xc_rules *rules;
    xc_arena *arena; // of the rules
    xc_error *error;
    xc_names languages, packs, topics, measures, classes, rule_labels;
    xc_topic *topic_list;
    size_t topic_count, topic_capacity;
    xc_measure_loading *measure_loading;
    size_t measure_capacity, measure_loading_capacity;
    size_t pack_capacity, class_capacity, rule_capacity, language_capacity;
    xc_language_loading *language_loading;
    size_t language_loading_capacity;
    xc_class_set *descendants; // by class: itself and all below it
    xc_pack_file *files;
    size_t file_count, file_capacity;
    size_t combination_capacity, term_capacity;
    size_t words;
} xc_loader;

// grammar.csv and subjects.csv of a language's folder (pack_lexicon.c).
XC_MUST_CHECK xc_status xc_pack_lexicons(xc_loader *loader, uint16_t language);
// Declares a class, or finds it; 0 where it could not be (loader->error then says why).
uint16_t xc_pack_class(xc_loader *loader, xc_slice name, xc_slice parent, xc_slice unit,
                       xc_slice path, long line);
// Adds a noun, singular and plural, that names a class.
XC_MUST_CHECK xc_status xc_pack_class_word(xc_loader *loader, uint16_t language,
                                           uint16_t class_index, xc_slice word);

// Topics, measures and subjects of a file (pack_declare.c).
void xc_pack_declare(xc_loader *loader, xc_pack_file *file, xc_node root);
// What needs all declarations: accepted classes and near measures.
XC_MUST_CHECK xc_status xc_pack_resolve(xc_loader *loader);
// The class that a claim gets where its words name none; empty for a NULL node.
xc_slice xc_pack_subject(xc_loader *loader, xc_yaml *yaml, xc_node node);
// The classes that a list names, with all below them; "any" is every noun without a class, "not
// soldiers" takes a class away again.
void xc_pack_classes(xc_loader *loader, xc_yaml *yaml, xc_node list, xc_class_set *accepts,
                     bool *any);

// What is said for comparison (pack_terms.c): by a language's tables, by a measure, by classes
// and combined measures once all are declared.
XC_MUST_CHECK xc_status xc_pack_table_terms(xc_loader *loader, const char *directory);
void xc_pack_measure_terms(xc_loader *loader, xc_yaml *yaml, xc_node map, xc_slice measure);
XC_MUST_CHECK xc_status xc_pack_resolved_terms(xc_loader *loader);

// The rules of a file (pack_rule.c).
void xc_pack_rules(xc_loader *loader, xc_pack_file *file, xc_node root);
// What a rule of kind XC_RULE_STATEMENT says beside its words (pack_statement.c).
void xc_pack_statement(xc_loader *loader, xc_yaml *yaml, xc_node map, uint32_t rule);
// A rule's examples (pack_examples.c).
void xc_pack_examples(xc_loader *loader, xc_yaml *yaml, xc_node map, xc_rule *rule);

// Triggers out of a rule's list of words (pack_words.c).
void xc_pack_triggers(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                      xc_part part);
// Words of a statement's `with` or `by`, as `form` says: nouns that its verbs must have beside
// them.
void xc_pack_companions(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                        xc_form form);
// Words beside a quantity.
void xc_pack_around(xc_loader *loader, xc_yaml *yaml, xc_node list, uint32_t rule,
                    xc_beside beside);
// Calls `take` with each phrase that an item with braces stands for: "{a|b} c" is "a c" and
// "b c".
typedef xc_status (*xc_take_phrase)(void *context, const xc_chunk *chunks, size_t count);
void xc_pack_expand(xc_loader *loader, xc_yaml *yaml, uint16_t language, xc_node item,
                    xc_take_phrase take, void *context);

#endif
