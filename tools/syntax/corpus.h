// SPDX-License-Identifier: MIT
// Sentences with trees, as they are trained on: CoNLL-U files read, and turned into the words
// that the program would cut the same text into.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_CORPUS_H
#define CROSSCLAIM_TOOLS_SYNTAX_CORPUS_H

#include "crossclaim/base/arena.h"
#include "crossclaim/syntax.h"
#include "syntax/form.h"

typedef struct gold_word {
    xc_slice bytes, lemma;
    form_kind kind;
    uint8_t tag;       // number in the corpus's tag list, from 1
    uint8_t relation;  // an xc_deprel
    uint8_t supertag;  // its relation and the side of its head, from 1
    uint8_t predicted; // tag of another fold's tagger
    uint8_t foretold;  // supertag of another fold's supertagger
    uint8_t settled;   // tag of another fold's supertagger
    bool tag_doubted;  // a machine's, with which people's trees do not agree
    bool arc_doubted;
    uint16_t head; // from 1; 0 of the root
    word_form form;
} gold_word;

typedef struct gold_sentence {
    gold_word *words;
    uint32_t count;
    bool teacher; // parsed by a machine
    uint8_t fold;
} gold_sentence;

typedef struct gold_corpus {
    xc_arena *arena;
    gold_sentence *sentences;
    size_t count, capacity;
    size_t words;
} gold_corpus;

// Classes with their finer tags: "NOUN NN". Shared by all corpora of a run.
enum { MOST_TAGS = 126 };
typedef struct tag_list {
    char names[MOST_TAGS + 1][2][8]; // class, finer tag; from 1
    uint32_t counts[MOST_TAGS + 1];
    uint32_t count;
    uint32_t supertags;
    bool closed; // unknown pairs become the first tag of their class
} tag_list;

// What cuts a text into words: NULL leaves the treebank's own.
typedef struct cutter {
    xc_lexicon *lexicon;
    xc_language *language;
} cutter;

// @param changed NULL, or: only sentences that this cutter would cut otherwise
XC_MUST_CHECK xc_status corpus_read(const char *path, const cutter *cut, const cutter *changed,
                                    bool teacher, tag_list *tags, gold_corpus *corpus,
                                    xc_error *error);
// Keeps the tags that are frequent enough, and numbers them anew.
void corpus_close_tags(tag_list *tags, uint32_t least, gold_corpus *corpus);
// Numbers the supertags that are frequent enough; the others are one.
void corpus_number_supertags(gold_corpus *corpus, uint32_t least, tag_list *tags);
// Adds sentences as headlines have them: in capitals, in title case, without final stop,
// articles and auxiliaries. One of `every` sentences for each.
XC_MUST_CHECK bool corpus_vary(gold_corpus *corpus, size_t every);
// Makes the forms, after all changes.
void corpus_forms(gold_corpus *corpus);

// Keeps what the jack-knife said, for trials of the parser alone; false where the file is not
// of this corpus.
XC_MUST_CHECK bool corpus_cache_read(gold_corpus *corpus, const char *path);
XC_MUST_CHECK bool corpus_cache_write(const gold_corpus *corpus, const char *path,
                                      xc_error *error);

#endif
