// SPDX-License-Identifier: MIT
// Why two claims of a case are, or are not, taken for one thing: the sum that linking makes, and
// what became of it.
#include "crossclaim/compare.h"

#include "compare/decision/decide.h"
#include "compare/link.h"
#include "compare/pair/opposed.h"
#include "compare/verdict.h"

#include <stdlib.h>
#include <string.h>

static const xc_claim *find_claim(const xc_case_content *content, xc_slice id) {
    for (size_t i = 0; i < content->claim_count; i++) {
        if (xc_slice_equal(content->claims[i].id, id)) {
            return &content->claims[i];
        }
    }
    return NULL;
}

static bool is_beside(const xc_link *pair, xc_slice key) {
    return xc_slice_equal(key, pair->one->document_key) ||
           xc_slice_equal(key, pair->other->document_key);
}

// The two documents with their claims: linking looks at nothing else.
static xc_status keep_two(const xc_case_content *content, const xc_link *pair, xc_arena *arena,
                          xc_case_content *out, xc_error *error) {
    *out = *content;
    out->documents = xc_arena_array(arena, content->document_count, sizeof *out->documents);
    out->claims = xc_arena_array(arena, content->claim_count, sizeof *out->claims);
    if (!out->documents || !out->claims) {
        return xc_fail_memory(error);
    }
    out->document_count = 0;
    out->claim_count = 0;
    for (size_t i = 0; i < content->document_count; i++) {
        if (is_beside(pair, content->documents[i].key)) {
            out->documents[out->document_count++] = content->documents[i];
        }
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        if (is_beside(pair, content->claims[i].document_key)) {
            out->claims[out->claim_count++] = content->claims[i];
        }
    }
    return XC_OK;
}

static uint32_t profile_of(const profiles *all, xc_slice id) {
    uint32_t i = 0;
    while (i + 1 < all->count && !xc_slice_equal(all->claims[i].claim->id, id)) {
        i++;
    }
    return i;
}

static int by_size(const void *a, const void *b) {
    const xc_link_part *one = a;
    const xc_link_part *other = b;
    int mine = abs(one->points);
    int theirs = abs(other->points);
    return mine != theirs                 ? (mine < theirs ? 1 : -1)
           : one->points != other->points ? (one->points < other->points ? 1 : -1)
                                          : strcmp(one->feature, other->feature);
}

static xc_status take_parts(const profiles *all, const link_sum *sum, xc_arena *arena,
                            xc_link *out, xc_error *error) {
    xc_link_part *parts = xc_arena_array(arena, PAIR_FEATURES + 1, sizeof *parts);
    if (!parts) {
        return xc_fail_memory(error);
    }
    for (pair_feature f = 0; f < PAIR_FEATURES; f++) {
        uint8_t bin = sum->figures.bins[f];
        parts[f] = (xc_link_part){pair_feature_name(f), pair_bin_name(f, bin),
                                  all->table->points[sum->model][f][bin]};
    }
    size_t count = PAIR_FEATURES;
    if (sum->series) {
        parts[count++] = (xc_link_part){"series", "counts on", sum->series};
    }
    qsort(parts, count, sizeof *parts, by_size);
    out->parts = parts;
    out->part_count = count;
    return XC_OK;
}

static void take_outcome(const profiles *all, const claim_profile *a, const claim_profile *b,
                         xc_link *out) {
    bool within = a->document == b->document;
    if (!a->statement) {
        bool opposed = !within && figures_oppose(a, b);
        out->enough = all->table->bars[within ? BAR_NEVER : opposed ? BAR_OPPOSED : BAR_STRICT];
        out->doubt = within ? out->enough : all->table->bars[BAR_LOOSE];
    }
    bool two = must_stay_apart(all, a, b);
    out->outcome = out->bar                     ? XC_LINK_BARRED
                   : two                        ? XC_LINK_TWO_TOLD
                   : within                     ? XC_LINK_MAY_MEET
                   : out->points >= out->enough ? XC_LINK_ONE
                   : out->points >= out->doubt  ? XC_LINK_DOUBTFUL
                                                : XC_LINK_APART;
}

static bool has_pair(const decided_pair *pairs, size_t count, uint32_t one, uint32_t other) {
    for (size_t i = 0; i < count; i++) {
        if ((pairs[i].one == one && pairs[i].other == other) ||
            (pairs[i].one == other && pairs[i].other == one)) {
            return true;
        }
    }
    return false;
}

static xc_status weigh(const xc_case_content *two, xc_arena *scratch, xc_arena *arena,
                       xc_link *out, xc_error *error) {
    profiles all;
    decisions decided = {0};
    link_sum sum;
    xc_status status = profiles_make(two, scratch, &all, error);
    if (status == XC_OK) {
        status = decisions_find(&all, two, scratch, &decided, error);
    }
    if (status != XC_OK) {
        return status;
    }
    uint32_t one = profile_of(&all, out->one->id);
    uint32_t other = profile_of(&all, out->other->id);
    link_explain(&all, &all.claims[one], &all.claims[other], &sum);
    if (!sum.bar && figures_oppose(&all.claims[one], &all.claims[other])) {
        sum.bar = opposed_bar(&all.claims[one], &all.claims[other]);
    }
    out->bar = sum.bar;
    out->points = sum.bar ? 0 : sum.points;
    out->decided_same = has_pair(decided.always, decided.always_count, one, other);
    out->decided_apart = has_pair(decided.never, decided.never_count, one, other);
    take_outcome(&all, &all.claims[one], &all.claims[other], out);
    bool of_figures = !sum.bar && !all.claims[one].statement;
    return of_figures ? take_parts(&all, &sum, arena, out, error) : XC_OK;
}

static const xc_group *group_with(const xc_case_content *content, xc_slice id) {
    for (size_t i = 0; i < content->group_count; i++) {
        const xc_group *group = &content->groups[i];
        for (size_t m = 0; m < group->member_count; m++) {
            if (xc_slice_equal(group->members[m], id)) {
                return group;
            }
        }
    }
    return NULL;
}

xc_status xc_link_find(const xc_case_content *content, xc_slice one, xc_slice other,
                       xc_arena *arena, xc_link *out, xc_error *error) {
    *out = (xc_link){.one = find_claim(content, one), .other = find_claim(content, other)};
    if (!out->one || !out->other) {
        return xc_fail(error, XC_USAGE,
                       "the case has no claim %.*s; claims.csv has the ids of all",
                       XC_PRINT(out->one ? other : one));
    }
    if (out->one == out->other) {
        return xc_fail(error, XC_USAGE, "%.*s is one claim; name two", XC_PRINT(one));
    }
    out->one_group = group_with(content, one);
    out->other_group = group_with(content, other);
    xc_case_content two;
    xc_arena *scratch = xc_arena_new();
    xc_status status =
        scratch ? keep_two(content, out, scratch, &two, error) : xc_fail_memory(error);
    if (status == XC_OK) {
        status = weigh(&two, scratch, arena, out, error);
    }
    xc_arena_free(scratch);
    return status;
}
