// SPDX-License-Identifier: MIT
// The model file: what its bytes mean. The trainer writes it, the program reads it. All integers
// are little-endian; each section begins on a line of the cache.
#ifndef CROSSCLAIM_SYNTAX_SYNTAX_MODEL_H
#define CROSSCLAIM_SYNTAX_SYNTAX_MODEL_H

#include "syntax/lemma.h"
#include "syntax/tagger.h"

enum {
    MODEL_TAGS = 128,     // most tags, and most supertags
    MODEL_ALIGNMENT = 64, // of a section
    MODEL_LARGEST = 64 << 20,
    MODEL_BIAS = 16000, // bounds that keep every sum within its type
    MODEL_WEIGHT = 1023,
    MODEL_BASE = 1 << 27,
};

typedef struct model_section {
    uint32_t at, size; // bytes in the file
} model_section;

typedef struct model_net {
    uint32_t buckets, outputs;
    model_section marks, rows, bias, weights, base;
} model_net;

typedef enum model_stage { STAGE_TAG, STAGE_SUPERTAG, STAGE_PARSE, STAGES } model_stage;

#define MODEL_MAGIC "xcsyntax"
typedef struct model_header {
    char magic[8];
    uint64_t hash; // of all bytes behind it
    uint64_t size; // of the file
    uint32_t version;
    uint32_t tags, supertags, relations;
    model_section names; // of tags ("NOUN" NUL "NN" NUL ...), then of relations, each NUL-ended
    model_section lemmas;
    model_net nets[STAGES];
} model_header;

enum { MODEL_VERSION = 1 };

struct xc_syntax {
    char *bytes; // of the file; rows change places in them
    size_t size;
    xc_arena *arena;
    net nets[STAGES];
    lemma_rules lemmas;
    uint32_t tags, supertags, relation_count;
    uint8_t tag_class[MODEL_TAGS + 1]; // by tag, from 1
    const char *tag_name[MODEL_TAGS + 1];
    uint8_t relations[XC_RELATIONS];
};

// Takes a whole file; `model->bytes` and `size` are set, the rest is filled.
XC_MUST_CHECK xc_status model_take(struct xc_syntax *model, xc_slice path, xc_error *error);
// What was taken is made ready for use: rows and weights where this machine finds them fastest.
// The same trees with it and without. @return false when memory is out
XC_MUST_CHECK bool model_settle(struct xc_syntax *model);

#endif
