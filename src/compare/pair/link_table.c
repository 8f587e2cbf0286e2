// SPDX-License-Identifier: MIT
// The points of the shipped table, by number in place of by name.
#include "compare/pair/link_table.h"

#include <string.h>

static const link_row shipped[] = {
#include "compare/link_weights.inc"
};

static const char *const models[LINK_MODELS] = {"first", "apart", "within", "story"};
static const char *const bars[LINK_BARS] = {"strict",     "mean",    "loose", "never",
                                            "never told", "opposed", "story"};

const char *link_model_name(link_model model) {
    return models[model];
}

const char *link_bar_name(link_bar bar) {
    return bars[bar];
}

static int find_name(const char *const *names, size_t count, const char *wanted) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], wanted) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static int find_feature(link_model model, const char *wanted) {
    int count = model == MODEL_STORY ? STORY_FEATURES : PAIR_FEATURES;
    for (int i = 0; i < count; i++) {
        const char *name =
            model == MODEL_STORY ? story_feature_name(i) : pair_feature_name((pair_feature)i);
        if (strcmp(name, wanted) == 0) {
            return i;
        }
    }
    return -1;
}

static int find_bin(link_model model, int feature, const char *wanted) {
    for (unsigned i = 0; i < MOST_BINS; i++) {
        const char *name = model == MODEL_STORY ? story_bin_name(feature, i)
                                                : pair_bin_name((pair_feature)feature, i);
        if (!name) {
            return -1;
        }
        if (strcmp(name, wanted) == 0) {
            return (int)i;
        }
    }
    return -1;
}

size_t link_table_fill(const link_row *rows, size_t count, link_table *out) {
    size_t unknown = 0;
    *out = (link_table){0};
    for (size_t i = 0; i < count; i++) {
        const link_row *row = &rows[i];
        int bar =
            strcmp(row->model, "bar") == 0 ? find_name(bars, LINK_BARS, row->feature) : -1;
        int model = bar < 0 ? find_name(models, LINK_MODELS, row->model) : -1;
        int feature = model < 0 ? -1 : find_feature((link_model)model, row->feature);
        int bin = feature < 0 ? -1 : find_bin((link_model)model, feature, row->bin);
        if (bar >= 0) {
            out->bars[bar] = row->points;
        } else if (bin >= 0) {
            out->points[model][feature][bin] = (int16_t)row->points;
        } else {
            unknown++;
        }
    }
    return unknown;
}

void link_table_shipped(link_table *out) {
    (void)link_table_fill(shipped, sizeof shipped / sizeof *shipped, out);
}

int link_table_sum(const link_table *table, link_model model, const pair_features *of) {
    int sum = 0;
    for (int i = 0; i < PAIR_FEATURES; i++) {
        sum += table->points[model][i][of->bins[i]];
    }
    return sum;
}

int link_table_story(const link_table *table, const story_features *of) {
    int sum = 0;
    for (int i = 0; i < STORY_FEATURES; i++) {
        sum += table->points[MODEL_STORY][i][of->bins[i]];
    }
    return sum;
}
