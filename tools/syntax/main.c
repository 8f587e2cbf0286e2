// SPDX-License-Identifier: MIT
// Trains and scores models of word classes and trees (docs/syntax.md).
#include "cases.h"
#include "doubt.h"
#include "score.h"
#include "train_tags.h"
#include "train_trees.h"
#include "write_model.h"

#include <stdio.h>
#include <string.h>

static const char usage[] =
    "usage: syntax_train train LANGUAGE-FOLDER OUT.model [SETTING=VALUE...] [--cache FILE]\n"
    "           [--taggers FOLDER] [--parser FOLDER] HUMAN.conllu... [--teacher "
    "FILE.conllu...]\n"
    "       syntax_train score LANGUAGE-FOLDER MODEL-FOLDER [--relations] FILE.conllu...\n";

typedef struct trainer {
    cutter cut;
    gold_corpus corpus;
    tag_list tags;
    plan p;
    const char *cache;   // tags of the jack-knife, kept from an earlier run
    const char *taggers; // folder of a model whose taggers are taken as they are
    const char *parser;  // and its parser
    bool relations;
    xc_arena *arena;
    xc_error error;
} trainer;

static bool load_cutter(trainer *t, const char *directory) {
    t->cut.lexicon = xc_lexicon_new();
    return t->cut.lexicon &&
           xc_language_load(directory, t->cut.lexicon, &t->cut.language, &t->error) == XC_OK;
}

// Relations of the training data; the root's is never chosen.
static void list_relations(const gold_corpus *corpus, trained *out) {
    bool seen[XC_RELATIONS] = {false};
    for (size_t i = 0; i < corpus->count; i++) {
        for (uint32_t k = 0; k < corpus->sentences[i].count; k++) {
            seen[corpus->sentences[i].words[k].relation] = true;
        }
    }
    for (int r = 1; r < XC_RELATIONS; r++) {
        if (seen[r] && r != XC_REL_ROOT) {
            out->relations[out->relation_count++] = (uint8_t)r;
        }
    }
}

static bool prepare_corpus(trainer *t) {
    enum { LEAST_TAG = 30, LEAST_SUPERTAG = 100 };
    gold_corpus *c = &t->corpus;
    size_t kept = 0;
    for (size_t i = 0; i < c->count; i += t->p.every) {
        c->sentences[kept++] = c->sentences[i];
    }
    c->count = kept;
    for (size_t i = 0; i < c->count; i++) {
        c->sentences[i].fold = (uint8_t)(i % FOLDS);
    }
    corpus_close_tags(&t->tags, LEAST_TAG, c);
    if (!corpus_vary(c, t->p.vary)) {
        return false;
    }
    corpus_number_supertags(c, LEAST_SUPERTAG, &t->tags);
    corpus_forms(c);
    return true;
}

// Takes the nets of a stage on from a model that was made before, for trials of the others.
static bool keep_nets(trainer *t, const char *folder, model_stage first, model_stage last,
                      trained *out) {
    struct xc_syntax *model = NULL; // it stays open: the nets are its
    if (xc_syntax_open(folder, &model, &t->error) != XC_OK) {
        return false;
    }
    for (model_stage i = first; i <= last; i++) {
        out->nets[i] = model->nets[i];
    }
    return true;
}

static bool train_nets(trainer *t, trained *out) {
    const plan *p = &t->p;
    bool done = t->taggers ? keep_nets(t, t->taggers, STAGE_TAG, STAGE_SUPERTAG, out)
                           : train_tagger(&t->corpus, p, &p->last.tag, &t->tags, FOLDS,
                                          t->arena, &out->nets[STAGE_TAG]) &&
                                 train_supertagger(&t->corpus, p, &p->last.supertag, &t->tags,
                                                   FOLDS, t->arena, &out->nets[STAGE_SUPERTAG]);
    return done &&
           (t->parser ? keep_nets(t, t->parser, STAGE_PARSE, STAGE_PARSE, out)
                      : train_parser(&t->corpus, p, &p->last.parse, out->relations,
                                     out->relation_count, t->arena, &out->nets[STAGE_PARSE]));
}

static bool train_all(trainer *t, trained *out) {
    bool cached = t->cache && corpus_cache_read(&t->corpus, t->cache);
    if (!cached && t->p.doubt &&
        !doubt_teacher(&t->corpus, &t->p, &t->tags, out->relations, out->relation_count)) {
        return false;
    }
    if (!cached && (!jackknife_tags(&t->corpus, &t->p, &t->tags) ||
                    !jackknife_supertags(&t->corpus, &t->p, &t->tags))) {
        return false;
    }
    if (!cached && t->cache && !corpus_cache_write(&t->corpus, t->cache, &t->error)) {
        return false;
    }
    return train_nets(t, out);
}

// Reads options and files; gives false on a wrong word.
static bool take_arguments(trainer *t, int count, char **arguments) {
    bool teacher = false;
    for (int i = 0; i < count; i++) {
        const char *word = arguments[i];
        if (strcmp(word, "--teacher") == 0) {
            teacher = true;
        } else if (strcmp(word, "--cache") == 0 && i + 1 < count) {
            t->cache = arguments[++i];
        } else if (strcmp(word, "--taggers") == 0 && i + 1 < count) {
            t->taggers = arguments[++i];
        } else if (strcmp(word, "--parser") == 0 && i + 1 < count) {
            t->parser = arguments[++i];
        } else if (strchr(word, '=')) {
            if (!plan_set(&t->p, word)) {
                (void)xc_fail(&t->error, XC_USAGE, "no setting is '%s'", word);
                return false;
            }
        } else if (corpus_read(word, &t->cut, NULL, teacher, &t->tags, &t->corpus, &t->error) !=
                       XC_OK ||
                   (!teacher && corpus_read(word, NULL, &t->cut, false, &t->tags, &t->corpus,
                                            &t->error) != XC_OK)) {
            return false;
        }
    }
    return true;
}

static bool train(trainer *t, int count, char **arguments) {
    trained out = {.tags = &t->tags};
    lemma_cases cases = {0};
    t->corpus.arena = xc_arena_new();
    if (!t->corpus.arena || !load_cutter(t, arguments[0]) ||
        !take_arguments(t, count - 2, arguments + 2) || !prepare_corpus(t)) {
        return false;
    }
    list_relations(&t->corpus, &out);
    out.supertags = t->tags.supertags;
    (void)fprintf(stderr, "%zu sentences, %u tags, %u supertags, %u relations\n",
                  t->corpus.count, t->tags.count, out.supertags, out.relation_count);
    return train_all(t, &out) &&
           cases_load(arguments[0], &t->tags, t->arena, &cases, &t->error) == XC_OK &&
           train_lemmas(&t->corpus, &t->tags, cases.items, cases.count, t->arena,
                        &out.lemmas) &&
           write_model(&out, arguments[1], &t->error) == XC_OK;
}

// On the treebank's words, and on the program's.
static bool score_file(trainer *t, const struct xc_syntax *model, const char *path) {
    static tree_score s;
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    for (int own = 0; own < 2; own++) {
        char title[64];
        gold_corpus corpus = {.arena = xc_arena_new()};
        if (!corpus.arena || corpus_read(path, own ? &t->cut : NULL, NULL, false, &t->tags,
                                         &corpus, &t->error) != XC_OK) {
            xc_arena_free(corpus.arena);
            return false;
        }
        corpus_forms(&corpus);
        score_corpus(model, &corpus, &t->tags, &s);
        (void)snprintf(title, sizeof title, "%s%s", name, own ? ", own words" : "");
        score_print(title, &s, t->relations && !own);
        xc_arena_free(corpus.arena);
    }
    return true;
}

static bool score(trainer *t, int count, char **arguments) {
    struct xc_syntax *model = NULL;
    xc_status status = load_cutter(t, arguments[0])
                           ? xc_syntax_open(arguments[1], &model, &t->error)
                           : XC_BAD_RULE;
    if (status == XC_END) {
        (void)xc_fail(&t->error, XC_IO, "no syntax.model in '%s'", arguments[1]);
    }
    bool done = status == XC_OK;
    for (int i = 2; done && i < count; i++) {
        if (strcmp(arguments[i], "--relations") == 0) {
            t->relations = true;
        } else {
            done = score_file(t, model, arguments[i]);
        }
    }
    xc_syntax_close(model);
    return done;
}

int main(int count, char **arguments) {
    static trainer t;
    t.p = plan_default();
    t.arena = xc_arena_new();
    bool trains = count > 4 && strcmp(arguments[1], "train") == 0;
    bool scores = count > 4 && strcmp(arguments[1], "score") == 0;
    if (!trains && !scores) {
        (void)fputs(usage, stderr);
        return 2;
    }
    bool done = t.arena && (trains ? train(&t, count - 2, arguments + 2)
                                   : score(&t, count - 2, arguments + 2));
    if (!done) {
        char message[1200];
        xc_error_print(&t.error, message, sizeof message);
        (void)fprintf(stderr, "syntax_train: %s\n", message[0] ? message : "memory is out");
    }
    xc_language_free(t.cut.language);
    xc_lexicon_free(t.cut.lexicon);
    xc_arena_free(t.corpus.arena);
    xc_arena_free(t.arena);
    return done ? 0 : 3;
}
