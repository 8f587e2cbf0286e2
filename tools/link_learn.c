// SPDX-License-Identifier: MIT
// What tools/link_learn.py asks of the program itself, so that learning and running share one
// definition of what is looked at:
//     link_learn stories CASE TABLE   pairs of documents that are looked at, with their bins
//     link_learn pairs CASE TABLE [HOMES EVERY]
//                                     pairs of claims that are looked at, with points and bins;
//                                     of those in HOMES alone (lines "claim home"), all of one
//                                     home and every so many of two
//     link_learn names                every model, feature and bin by number
//     link_learn groups CASE TABLE    the groups that a table gives, as `export` prints them
//     link_learn fit L2 <ROWS         logistic regression: rows "label weight bin bin ..."
// TABLE is a CSV as claims/world/link_weights.csv.
#include "crossclaim/store.h"

#include "compare/decision/decide.h"
#include "compare/grouping.h"
#include "compare/link.h"
#include "compare/origin.h"
#include "compare/pair/story_cache.h"
#include "compare/pairs.h"

#include "link_fit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static xc_status load_table(const char *path, xc_arena *arena, link_table *out,
                            xc_error *error) {
    static const char *const columns[] = {"model", "feature", "bin", "points", NULL};
    xc_csv table;
    xc_status status =
        xc_csv_load(path[0] == '/' ? "/" : ".", path, columns, arena, &table, error);
    if (status == XC_END) {
        return xc_fail(error, XC_IO, "%s is not there", path);
    }
    link_row *rows = status == XC_OK ? xc_arena_array(arena, table.rows, sizeof *rows) : NULL;
    if (status != XC_OK || !rows) {
        return status == XC_OK ? xc_fail_memory(error) : status;
    }
    for (size_t i = 0; i < table.rows; i++) {
        const xc_slice *cells = xc_csv_row(&table, i);
        rows[i] = (link_row){xc_arena_string(arena, cells[0]), xc_arena_string(arena, cells[1]),
                             xc_arena_string(arena, cells[2]),
                             atoi(xc_arena_string(arena, cells[3]))}; // NOLINT(cert-err34-c)
    }
    size_t unknown = link_table_fill(rows, table.rows, out);
    if (unknown) {
        (void)fprintf(stderr, "link_learn: %zu rows of no known feature\n", unknown);
    }
    return XC_OK;
}

static void print_bins(const uint8_t *bins, size_t count) {
    for (size_t i = 0; i < count; i++) {
        (void)printf(" %u", bins[i]);
    }
    (void)putchar('\n');
}

// What the gold knows of the claims: one number for those of one thing.
typedef struct homes {
    const profiles *all;
    int *of; // by claim; 0 where nothing is known; NULL where all pairs are printed
    unsigned every;
} homes;

static bool is_wanted(const homes *h, uint32_t one, uint32_t other) {
    if (!h->of || h->of[one] == h->of[other]) {
        return !h->of || h->of[one];
    }
    uint64_t mixed = (h->all->claims[one].id ^ h->all->claims[other].id) >> 7;
    return h->of[one] && h->of[other] && mixed % h->every == 0;
}

static void print_pairs(void *context, uint32_t claim, const uint32_t *others, size_t count) {
    const homes *h = context;
    const profiles *all = h->all;
    for (size_t i = 0; i < count; i++) {
        const claim_profile *a = &all->claims[claim];
        const claim_profile *b = &all->claims[others[i]];
        link_sum sum;
        if (!is_wanted(h, claim, others[i])) {
            continue;
        }
        link_explain(all, a, b, &sum);
        if (!a->statement && !sum.bar) {
            (void)printf("%.*s %.*s %s %d", XC_PRINT(a->claim->id), XC_PRINT(b->claim->id),
                         link_model_name(sum.model), sum.points);
            print_bins(sum.figures.bins, PAIR_FEATURES);
        }
    }
}

static int by_claim_id(const void *a, const void *b) {
    const claim_profile *one = *(const claim_profile *const *)a;
    const claim_profile *other = *(const claim_profile *const *)b;
    return (one->id > other->id) - (one->id < other->id);
}

static bool load_homes(const char *path, xc_arena *arena, homes *h) {
    FILE *file = fopen(path, "r");
    char id[64];
    int home;
    size_t count = h->all->count;
    const claim_profile **order = xc_arena_array(arena, count, sizeof *order);
    h->of = xc_arena_array(arena, count, sizeof *h->of);
    if (!file || !order || !h->of) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        order[i] = &h->all->claims[i];
    }
    qsort(order, count, sizeof(void *), by_claim_id);
    while (fscanf(file, "%63s %d", id, &home) == 2) { // NOLINT(cert-err34-c)
        claim_profile wanted = {.id = xc_hash(xc_slice_of(id))};
        const claim_profile *key = &wanted;
        const claim_profile **found = bsearch(&key, order, count, sizeof(void *), by_claim_id);
        if (found) {
            h->of[*found - h->all->claims] = home;
        }
    }
    return fclose(file) == 0;
}

static void print_stories(void *context, uint32_t claim, const uint32_t *others, size_t count) {
    const profiles *all = context;
    const document_profile *last = NULL;
    const document_profile *one = all->claims[claim].document;
    for (size_t i = 0; i < count; i++) {
        const document_profile *other = all->claims[others[i]].document;
        if (other != one && other != last) {
            story_features features;
            bool straight = one < other;
            story_features_find(straight ? one : other, straight ? other : one, &features);
            (void)printf("%.*s %.*s", XC_PRINT(one->document->key),
                         XC_PRINT(other->document->key));
            print_bins(features.bins, STORY_FEATURES);
        }
        last = other;
    }
}

static void print_groups(const xc_groups *groups) {
    size_t count;
    const xc_field *fields = xc_group_fields(&count);
    xc_buffer scratch = {0};
    for (size_t i = 0; i < groups->count; i++) {
        xc_buffer line = {0};
        xc_json json = {.out = &line};
        xc_json_object(&json);
        for (size_t j = 0; j < count; j++) {
            xc_json_member(&json, fields[j].name,
                           xc_field_text(&fields[j], &groups->items[i], &scratch));
        }
        xc_json_end_object(&json);
        (void)printf("%.*s\n", XC_PRINT(xc_buffer_slice(&line)));
        xc_buffer_release(&line);
    }
    xc_buffer_release(&scratch);
}

static xc_status make_groups(profiles *all, const xc_case_content *content, xc_arena *arena,
                             xc_groups *out, xc_error *error) {
    decisions decided;
    clusters found;
    xc_status status = origins_find(all, arena, error);
    if (status == XC_OK) {
        status = decisions_find(all, content, arena, &decided, error);
    }
    if (status == XC_OK) {
        status = clusters_make(all, &decided, arena, &found, error);
    }
    return status == XC_OK ? groups_make(&found, &decided, content, arena, out, error) : status;
}

static xc_status visit_pairs(const profiles *all, bool claims, char **labels, xc_arena *arena,
                             xc_error *error) {
    homes h = {.all = all, .every = 1};
    if (!claims) {
        return pairs_visit(all, arena, print_stories, (void *)(uintptr_t)all, error);
    }
    if (labels[0] && labels[1]) {
        h.every = (unsigned)strtoul(labels[1], NULL, 10);
        if (!load_homes(labels[0], arena, &h)) {
            return xc_fail(error, XC_BAD_INPUT, "%s cannot be read", labels[0]);
        }
    }
    return pairs_visit(all, arena, print_pairs, &h, error);
}

static xc_status run(char **arguments, xc_arena *arena, xc_error *error) {
    const char *what = arguments[0];
    xc_case *file;
    xc_case_content content;
    profiles all;
    link_table table;
    xc_groups groups;
    xc_status status = xc_case_open(arguments[1], XC_CASE_READ, &file, error);
    if (status != XC_OK) {
        return status;
    }
    status = xc_case_load(file, arena, &content, error);
    xc_case_close(file);
    if (status == XC_OK) {
        status = load_table(arguments[2], arena, &table, error);
    }
    if (status == XC_OK) {
        status = profiles_make(&content, arena, &all, error);
        all.table = &table;
    }
    if (status == XC_OK && strcmp(what, "groups") == 0) {
        status = make_groups(&all, &content, arena, &groups, error);
        if (status == XC_OK) {
            print_groups(&groups);
        }
    } else if (status == XC_OK) {
        status = visit_pairs(&all, strcmp(what, "pairs") == 0, arguments + 3, arena, error);
    }
    return status;
}

static void print_names(void) {
    for (int model = 0; model < LINK_MODELS; model++) {
        bool story = model == MODEL_STORY;
        int count = story ? STORY_FEATURES : PAIR_FEATURES;
        for (int i = 0; i < count; i++) {
            for (unsigned bin = 0; bin < MOST_BINS; bin++) {
                const char *name =
                    story ? story_bin_name(i, bin) : pair_bin_name((pair_feature)i, bin);
                if (!name) {
                    break;
                }
                (void)printf("%s\t%d\t%u\t%s\t%s\n", link_model_name((link_model)model), i, bin,
                             story ? story_feature_name(i) : pair_feature_name((pair_feature)i),
                             name);
            }
        }
    }
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "names") == 0) {
        print_names();
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "fit") == 0) {
        return link_fit(strtod(argv[2], NULL), stdin, stdout);
    }
    if (argc != 4 && argc != 6) {
        (void)fprintf(
            stderr, "usage: link_learn stories|pairs|groups CASE TABLE [HOMES EVERY] | names | "
                    "fit L2\n");
        return 2;
    }
    xc_error error = {0};
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? run(argv + 1, arena, &error) : XC_NO_MEMORY;
    if (status != XC_OK) {
        char message[1200];
        xc_error_print(&error, message, sizeof message);
        (void)fprintf(stderr, "link_learn: %s\n", message);
    }
    xc_arena_free(arena);
    return status == XC_OK ? 0 : 3;
}
