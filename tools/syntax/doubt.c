// SPDX-License-Identifier: MIT
// Trains on people's sentences, parses the machine's, compares.
#include "doubt.h"
#include "syntax/arc_hybrid.h"
#include "train_tags.h"
#include "train_trees.h"

#include <stdio.h>

typedef struct opinion {
    net tag, supertag, parse;
} opinion;

static bool train_opinion(gold_corpus *human, const plan *p, const tag_list *tags,
                          const uint8_t *relations, uint32_t relation_count, xc_arena *arena,
                          opinion *out) {
    return jackknife_tags(human, p, tags) && jackknife_supertags(human, p, tags) &&
           train_tagger(human, p, &p->trial.tag, tags, FOLDS, arena, &out->tag) &&
           train_supertagger(human, p, &p->trial.supertag, tags, FOLDS, arena,
                             &out->supertag) &&
           train_parser(human, p, &p->trial.parse, relations, relation_count, arena,
                        &out->parse);
}

typedef struct doubt_counts {
    size_t words, tags, arcs;
} doubt_counts;

static void compare(gold_sentence *s, const part_words *part, const arc_state *state,
                    doubt_counts *counts) {
    for (uint32_t k = 0; k < s->count; k++) {
        gold_word *w = &s->words[k];
        uint32_t head = state->head[k + 1] > s->count ? 0 : state->head[k + 1];
        w->tag_doubted = part->tags[PART_MARGIN + k] != w->tag;
        w->arc_doubted = head != w->head || state->relation[k + 1] != w->relation;
        counts->words++;
        counts->tags += w->tag_doubted;
        counts->arcs += w->arc_doubted;
    }
}

bool doubt_teacher(gold_corpus *corpus, const plan *p, const tag_list *tags,
                   const uint8_t *relations, uint32_t relation_count) {
    xc_arena *arena = xc_arena_new();
    gold_corpus human = {.arena = arena};
    human.sentences =
        arena ? xc_arena_array(arena, corpus->count + 1, sizeof *human.sentences) : NULL;
    part_words *part = arena ? xc_arena_alloc(arena, sizeof *part) : NULL;
    arc_state *state = arena ? xc_arena_alloc(arena, sizeof *state) : NULL;
    for (size_t i = 0; human.sentences && i < corpus->count; i++) {
        if (!corpus->sentences[i].teacher) {
            human.sentences[human.count++] = corpus->sentences[i];
        }
    }
    opinion o;
    bool done =
        part && state && train_opinion(&human, p, tags, relations, relation_count, arena, &o);
    doubt_counts counts = {0};
    for (size_t i = 0; done && i < corpus->count; i++) {
        gold_sentence *s = &corpus->sentences[i];
        if (s->teacher && s->count <= XC_LONGEST_PART) {
            fill_part(s, false, part);
            tag_words(&o.tag, part);
            supertag_words(&o.supertag, tags->count, part);
            arc_begin(state, part);
            arc_parse(&o.parse, relations, relation_count, state);
            compare(s, part, state, &counts);
        }
    }
    (void)fprintf(stderr, "of %zu words of the machine, doubted: %zu tags, %zu arcs\n",
                  counts.words, counts.tags, counts.arcs);
    xc_arena_free(arena);
    return done;
}
