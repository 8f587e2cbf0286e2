// SPDX-License-Identifier: MIT
// The public face: a sentence into its tree.
#include "syntax/arc_hybrid.h"
#include "syntax/joined.h"
#include "syntax/stray.h"
#include "syntax/syntax_model.h"

#include <string.h>

struct xc_syntax_work {
    xc_arena *arena;
    part_words part;
    arc_state state;
};

xc_syntax_work *xc_syntax_work_new(void) {
    xc_arena *arena = xc_arena_new();
    xc_syntax_work *work = arena ? xc_arena_alloc(arena, sizeof *work) : NULL;
    if (!work) {
        xc_arena_free(arena);
        return NULL;
    }
    work->arena = arena;
    return work;
}

void xc_syntax_work_free(xc_syntax_work *work) {
    if (work) {
        xc_arena_free(work->arena);
    }
}

static xc_slice bytes_of(const xc_text *text, const xc_node *node) {
    return xc_slice_sub(text->bytes, node->start, node->end);
}

static void make_forms(const xc_text *text, const xc_node *nodes, size_t count,
                       letter_case letters, part_words *part) {
    part->count = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        bool several = nodes[i].last_token - nodes[i].first_token > 1;
        form_kind kind = nodes[i].date                ? FORM_DATE
                         : nodes[i].number && several ? FORM_NUMBER
                                                      : FORM_PLAIN;
        part->forms[PART_MARGIN + i] = form_of(bytes_of(text, &nodes[i]), kind, letters);
    }
}

static bool set_lemma(const xc_syntax *syntax, xc_slice bytes, uint8_t tag, xc_arena *arena,
                      xc_node *node) {
    bool several = node->last_token - node->first_token > 1;
    if (node->class == XC_CLASS_PROPN || several || bytes.len > FORM_LONGEST) {
        node->lemma = bytes;
        return true;
    }
    char folded[FORM_LONGEST];
    char base[FORM_LONGEST + LEMMA_ADDED];
    xc_slice word = {folded, form_fold(bytes, folded)};
    const lemma_rule *rule = lemma_find(&syntax->lemmas, tag, word);
    xc_slice lemma = {base, lemma_write(rule, word, base)};
    node->lemma = xc_slice_equal(lemma, bytes) ? bytes : xc_arena_copy(arena, lemma);
    return node->lemma.ptr != NULL;
}

// Parses words [0,count) of the nodes, which are `first` and on of the tree. Gives the root.
static bool parse_part(const xc_syntax *syntax, xc_syntax_work *work, const xc_text *text,
                       letter_case letters, xc_node *nodes, size_t first, size_t count,
                       xc_arena *arena, size_t *root) {
    part_words *part = &work->part;
    make_forms(text, nodes, count, letters, part);
    tag_words(&syntax->nets[STAGE_TAG], part);
    supertag_words(&syntax->nets[STAGE_SUPERTAG], syntax->tags, part);
    arc_begin(&work->state, part);
    arc_parse(&syntax->nets[STAGE_PARSE], syntax->relations, syntax->relation_count,
              &work->state);
    for (size_t i = 0; i < count; i++) {
        xc_node *node = &nodes[i];
        uint8_t tag = part->tags[PART_MARGIN + i];
        uint32_t head = work->state.head[i + 1];
        node->class = syntax->tag_class[tag];
        node->tag = syntax->tag_name[tag];
        node->relation = work->state.relation[i + 1];
        node->head = head > count ? XC_NO_HEAD : (uint32_t)(first + head - 1);
        if (head > count) {
            *root = first + i;
        }
        if (!set_lemma(syntax, bytes_of(text, node), tag, arena, node)) {
            return false;
        }
    }
    return true;
}

static bool is_mark(const xc_text *text, const xc_node *node) {
    return text->tokens[node->first_token].kind == XC_TOKEN_PUNCTUATION;
}

// Where the part that begins with the first of `left` words ends: behind its last mark, past
// its half; after as many words as fit, where it has none.
static size_t part_length(const xc_text *text, const xc_node *nodes, size_t left) {
    if (left <= XC_LONGEST_PART) {
        return left;
    }
    for (size_t i = XC_LONGEST_PART; i > XC_LONGEST_PART / 2; i--) {
        if (is_mark(text, &nodes[i - 1])) {
            return i;
        }
    }
    return XC_LONGEST_PART;
}

static size_t words_before(const xc_node *nodes, size_t count, uint32_t token) {
    size_t words = 0;
    while (words < count && nodes[words].first_token < token) {
        words++;
    }
    return words;
}

xc_status xc_syntax_parse(const xc_syntax *syntax, xc_syntax_work *work, const xc_text *text,
                          const xc_mentions *mentions, size_t sentence, xc_arena *arena,
                          xc_tree *out, xc_error *error) {
    *out = (xc_tree){0};
    const xc_sentence *s = &text->sentences[sentence];
    xc_node *nodes = xc_arena_array(arena, s->last_token - s->first_token, sizeof *nodes);
    if (!nodes) {
        return xc_fail_memory(error);
    }
    size_t count = join_words(text, mentions, s, nodes);
    case_counts counts = {0};
    for (size_t i = 0; i < count; i++) {
        case_count(&counts, bytes_of(text, &nodes[i]));
    }
    size_t top = 0;
    size_t dateline = words_before(nodes, count, xc_dateline_end(text, sentence));
    for (size_t first = 0; first < count;) {
        size_t length =
            first < dateline ? dateline : part_length(text, nodes + first, count - first);
        size_t root = first;
        if (!parse_part(syntax, work, text, case_of(&counts), nodes + first, first, length,
                        arena, &root)) {
            return xc_fail_memory(error);
        }
        size_t part_of = first == dateline ? root : top; // the sentence's own words lead
        size_t below = first == dateline ? top : root;
        if (first > 0) {
            nodes[below].head = (uint32_t)part_of;
            nodes[below].relation = XC_REL_PARATAXIS;
        }
        top = first == 0 ? root : part_of;
        stray_gather(nodes, (uint32_t)first, (uint32_t)(first + length));
        out->parts += first >= dateline;
        first += length;
    }
    out->nodes = nodes;
    out->count = count;
    return XC_OK;
}
