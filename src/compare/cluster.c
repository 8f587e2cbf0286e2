// SPDX-License-Identifier: MIT
// Average-link clustering over the pairs that share a key: the two clusters whose claims have the
// greatest mean of points are joined first, down to the strict bar; what reaches the loose bar
// only is shown beside the group as doubtful.
#include "compare/cluster.h"

#include "compare/decision/decide.h"
#include "compare/link.h"
#include "compare/pair/opposed.h"
#include "compare/pair/series.h"
#include "compare/pair/story_cache.h"
#include "compare/pairs.h"
#include "compare/queue.h"
#include "compare/verdict.h"

#include <limits.h>
#include <stdlib.h>

// Clusters under way: each claim's list and the list's claims.
typedef struct unions {
    const profiles *all;
    const decisions *decided;
    uint32_t *root, *next, *last, *size;
    uint32_t *stamp; // of a root: how often it was joined
    claim_queue open;
    claim_queue doubts; // under the strict bar
} unions;

static uint32_t root_of(unions *u, uint32_t claim) {
    while (u->root[claim] != claim) {
        u->root[claim] = u->root[u->root[claim]];
        claim = u->root[claim];
    }
    return claim;
}

static bool forbidden(unions *u, uint32_t one, uint32_t other) {
    for (size_t i = 0; i < u->decided->never_count; i++) {
        uint32_t first = root_of(u, u->decided->never[i].one);
        uint32_t second = root_of(u, u->decided->never[i].other);
        if ((first == one && second == other) || (first == other && second == one)) {
            return true;
        }
    }
    return false;
}

// A document's claims stand side by side, so only these are looked at, not the whole group.
static bool any_apart(unions *u, uint32_t one, uint32_t other) {
    const claim_profile *claims = u->all->claims;
    uint32_t lesser = u->size[one] < u->size[other] ? one : other;
    uint32_t greater = lesser == one ? other : one;
    for (uint32_t i = lesser; i != UINT32_MAX; i = u->next[i]) {
        const document_profile *document = claims[i].document;
        uint32_t first = (uint32_t)(document->claims - claims);
        for (uint32_t j = first; j < first + document->claim_count; j++) {
            if (root_of(u, j) == greater && must_stay_apart(u->all, &claims[i], &claims[j])) {
                return true;
            }
        }
    }
    return false;
}

// The mean of the points across two documents, which of large clusters the first members stand
// for. What one document tells of both is not asked again: any_apart does.
static int mean_points(const unions *u, uint32_t one, uint32_t other) {
    enum { SAMPLE = 8, LEAST_POINTS = -40, MOST_POINTS = 60 };
    int pairs[2] = {0, 0};
    int points[2] = {0, 0};
    int a = 0;
    for (uint32_t i = one; i != UINT32_MAX && a < SAMPLE; i = u->next[i], a++) {
        int b = 0;
        for (uint32_t j = other; j != UINT32_MAX && b < SAMPLE; j = u->next[j], b++) {
            const claim_profile *first = &u->all->claims[i];
            const claim_profile *second = &u->all->claims[j];
            int score = link_score(u->all, first, second);
            bool within = first->document == second->document;
            points[within] += score < LEAST_POINTS  ? LEAST_POINTS
                              : score > MOST_POINTS ? MOST_POINTS
                                                    : score;
            pairs[within]++;
        }
    }
    int apart = pairs[0] ? 0 : 1;
    return pairs[apart] ? points[apart] / pairs[apart] : LEAST_POINTS;
}

// What two pages say of figures that differ: of the mentions of each the pair that fits best.
typedef struct page_pair {
    const document_profile *one, *other;
    int points, story;
    bool series;
} page_pair;

enum { SAMPLE = 8 };

// What the pages across say that a conflict or an update would rest on.
typedef struct opposition {
    page_pair pages[SAMPLE * SAMPLE];
    int count;
    int barred; // pairs that have few words in common: others have to speak for one thing
} opposition;

// How much two pages tell one story; of a few lines little can be asked.
static int story_told(const unions *u, const document_profile *a, const document_profile *b) {
    enum { BRIEF = 400 };
    int points = stories_points(u->all, a, b);
    int bar = u->all->table->bars[BAR_STORY];
    bool brief = a->lead.len < BRIEF && b->lead.len < BRIEF;
    return brief && points >= 0 && points < bar ? bar : points;
}

static page_pair *find_pages(opposition *sum, const unions *u, const document_profile *a,
                             const document_profile *b) {
    enum { LEAST_POINTS = -40, MOST_POINTS = 60 };
    for (int i = 0; i < sum->count; i++) {
        if (sum->pages[i].one == a && sum->pages[i].other == b) {
            return &sum->pages[i];
        }
    }
    page_pair *made = &sum->pages[sum->count++];
    *made = (page_pair){a, b, LEAST_POINTS, a == b ? MOST_POINTS : story_told(u, a, b), false};
    return made;
}

// What one page tells as two figures, and not why, is two things.
static void oppose(const unions *u, const claim_profile *a, const claim_profile *b,
                   opposition *sum) {
    enum { MOST_POINTS = 60 };
    bool one_page = a->document == b->document;
    if (!figures_oppose(a, b) || (one_page && page_tells_why(a, b))) {
        return;
    }
    const char *bar = one_page ? NULL : opposed_bar(a, b);
    if (opposed_by_few_words(bar)) {
        sum->barred++;
        return;
    }
    page_pair *pages = find_pages(sum, u, a->document, b->document);
    if (!one_page && !bar) {
        int points = link_score(u->all, a, b);
        points = points > MOST_POINTS ? MOST_POINTS : points;
        pages->points = points > pages->points ? points : pages->points;
        pages->series = pages->series || counts_on(a, b);
    }
}

// A link of alike figures may be near enough where one of figures that differ is not: what comes
// of it is a conflict, and a false one is worse than two groups.
static bool may_be_held_against(const unions *u, uint32_t one, uint32_t other) {
    opposition sum = {.count = 0};
    int a = 0;
    for (uint32_t i = one; i != UINT32_MAX && a < SAMPLE; i = u->next[i], a++) {
        int b = 0;
        for (uint32_t j = other; j != UINT32_MAX && b < SAMPLE; j = u->next[j], b++) {
            oppose(u, &u->all->claims[i], &u->all->claims[j], &sum);
        }
    }
    int points = 0;
    int story = 0;
    int best = INT_MIN;
    int series = 0; // by the calendar
    for (int i = 0; i < sum.count; i++) {
        series += sum.pages[i].series;
        points += sum.pages[i].points;
        story += sum.pages[i].story;
        best = sum.pages[i].story > best ? sum.pages[i].story : best;
    }
    if (sum.count == 0) {
        return sum.barred == 0;
    }
    const int *bars = u->all->table->bars;
    return 2 * series > sum.count || (points >= bars[BAR_OPPOSED] * sum.count &&
                                      (story / sum.count + best) / 2 >= bars[BAR_STORY]);
}

static bool may_join(unions *u, uint32_t one, uint32_t other) {
    return !any_apart(u, one, other) && !forbidden(u, one, other) &&
           may_be_held_against(u, one, other);
}

static void join(unions *u, uint32_t one, uint32_t other) {
    if (u->size[one] < u->size[other]) {
        uint32_t swapped = one;
        one = other;
        other = swapped;
    }
    u->root[other] = one;
    u->next[u->last[one]] = other;
    u->last[one] = u->last[other];
    u->size[one] += u->size[other];
    u->stamp[one]++;
}

static void take_decisions(unions *u) {
    for (size_t i = 0; i < u->decided->always_count; i++) {
        uint32_t one = root_of(u, u->decided->always[i].one);
        uint32_t other = root_of(u, u->decided->always[i].other);
        if (one != other) {
            join(u, one, other);
        }
    }
}

static bool unions_make(const profiles *all, const decisions *decided, xc_arena *arena,
                        unions *u) {
    *u = (unions){.all = all, .decided = decided};
    u->root = xc_arena_array(arena, all->count, sizeof *u->root);
    u->next = xc_arena_array(arena, all->count, sizeof *u->next);
    u->last = xc_arena_array(arena, all->count, sizeof *u->last);
    u->size = xc_arena_array(arena, all->count, sizeof *u->size);
    u->stamp = xc_arena_array(arena, all->count, sizeof *u->stamp);
    if (!u->root || !u->next || !u->last || !u->size || !u->stamp) {
        return false;
    }
    for (uint32_t i = 0; i < all->count; i++) {
        u->root[i] = u->last[i] = i;
        u->next[i] = UINT32_MAX;
        u->size[i] = 1;
    }
    return true;
}

static int bar_of(const unions *u, uint32_t claim, link_bar bar) {
    return u->all->claims[claim].statement ? 0 : u->all->table->bars[bar];
}

// One of the queue's pairs: joined where the pairs across are near on the mean, too, so that one
// link does not chain together what has nothing in common; else put back once more, for either
// cluster may have grown nearer, or kept as a doubt.
static bool take_pair(unions *u, queued_pair pair) {
    uint32_t one = root_of(u, pair.one);
    uint32_t other = root_of(u, pair.other);
    if (one == other) {
        return true;
    }
    bool pair_alone = u->size[one] + u->size[other] == 2;
    int mean = pair_alone ? pair.score : mean_points(u, one, other);
    const claim_profile *a = &u->all->claims[pair.one];
    const claim_profile *b = &u->all->claims[pair.other];
    bool opposed = a->document != b->document && figures_oppose(a, b);
    bool strict = pair.score >= bar_of(u, one, opposed ? BAR_OPPOSED : BAR_STRICT);
    bool near = mean >= bar_of(u, one, BAR_MEAN) || counts_on_surely(a, b);
    if (strict && near && may_join(u, one, other)) {
        join(u, one, other);
        return true;
    }
    pair.score = mean;
    return mean < bar_of(u, one, BAR_LOOSE) || queue_put(&u->doubts, pair);
}

static bool take_links(unions *u, const claim_links *found, xc_arena *arena) {
    if (!queue_make(&u->open, found->count, arena) ||
        !queue_make(&u->doubts, found->count, arena)) {
        return false;
    }
    for (size_t i = 0; i < found->count; i++) {
        const claim_link *link = &found->items[i];
        queued_pair pair = {.one = link->one, .other = link->other, .score = link->score};
        if (!queue_put(&u->open, pair)) {
            return false;
        }
    }
    queued_pair pair;
    while (queue_take(&u->open, &pair)) {
        if (!take_pair(u, pair)) {
            return false;
        }
    }
    return true;
}

static xc_status collect(unions *u, xc_arena *arena, uint32_t *index, clusters *out,
                         xc_error *error) {
    size_t count = u->all->count;
    out->items = xc_arena_array(arena, count, sizeof *out->items);
    if (!out->items) {
        return xc_fail_memory(error);
    }
    for (uint32_t i = 0; i < count; i++) { // claims come in order, so members and clusters do
        uint32_t root = root_of(u, i);
        if (index[root] == 0) {
            cluster *made = &out->items[out->count++];
            index[root] = (uint32_t)out->count;
            made->members = xc_arena_array(arena, u->size[root], sizeof(void *));
            if (!made->members) {
                return xc_fail_memory(error);
            }
        }
        cluster *of_claim = &out->items[index[root] - 1];
        of_claim->members[of_claim->count++] = &u->all->claims[i];
    }
    return XC_OK;
}

static bool is_doubted(const cluster *c, const claim_profile *claim) {
    for (size_t i = 0; i < c->doubtful_count; i++) {
        if (c->doubtful[i] == claim) {
            return true;
        }
    }
    return false;
}

static int by_order(const void *a, const void *b) {
    const claim_profile *one = *(const claim_profile *const *)a;
    const claim_profile *other = *(const claim_profile *const *)b;
    return (one > other) - (one < other);
}

// The claims of the lesser cluster are shown with the greater one; of two alike, the later
// cluster's with the earlier one.
static xc_status put_doubts(unions *u, xc_arena *arena, const uint32_t *index, clusters *out,
                            xc_error *error) {
    enum { MOST_DOUBTFUL = 12 };
    queued_pair pair;
    while (queue_take(&u->doubts, &pair)) {
        cluster *one = &out->items[index[root_of(u, pair.one)] - 1];
        cluster *other = &out->items[index[root_of(u, pair.other)] - 1];
        cluster *greater =
            one->count > other->count || (one->count == other->count && one < other) ? one
                                                                                     : other;
        cluster *lesser = greater == one ? other : one;
        if (one == other || forbidden(u, root_of(u, pair.one), root_of(u, pair.other))) {
            continue;
        }
        if (!greater->doubtful) {
            greater->doubtful = xc_arena_array(arena, MOST_DOUBTFUL, sizeof(void *));
            if (!greater->doubtful) {
                return xc_fail_memory(error);
            }
        }
        for (size_t i = 0; i < lesser->count && greater->doubtful_count < MOST_DOUBTFUL; i++) {
            if (!is_doubted(greater, lesser->members[i])) {
                greater->doubtful[greater->doubtful_count++] = lesser->members[i];
            }
        }
    }
    for (size_t i = 0; i < out->count; i++) {
        if (out->items[i].doubtful_count) {
            qsort(out->items[i].doubtful, out->items[i].doubtful_count, sizeof(void *),
                  by_order);
        }
    }
    return XC_OK;
}

xc_status clusters_make(const profiles *all, const decisions *decided, xc_arena *arena,
                        clusters *out, xc_error *error) {
    *out = (clusters){0};
    claim_links found;
    unions u = {.all = all, .decided = decided};
    xc_status status = links_find(all, arena, &found, error);
    uint32_t *index = xc_arena_array(arena, all->count, sizeof *index);
    if (status != XC_OK) {
        return status;
    }
    if (!index || !unions_make(all, decided, arena, &u)) {
        return xc_fail_memory(error);
    }
    take_decisions(&u);
    status = take_links(&u, &found, arena) ? XC_OK : xc_fail_memory(error);
    if (status == XC_OK) {
        status = collect(&u, arena, index, out, error);
    }
    for (size_t i = 0; status == XC_OK && i < decided->always_count; i++) {
        out->items[index[root_of(&u, decided->always[i].one)] - 1].by_reviewer = true;
    }
    return status == XC_OK ? put_doubts(&u, arena, index, out, error) : status;
}
