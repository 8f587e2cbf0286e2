// SPDX-License-Identifier: MIT
// Related groups: candidates are groups of one document, or of one place or event and month.
#include "compare/relate.h"

#include "compare/reason.h"
#include "compare/subject.h"
#include "compare/whole.h"

#include <stdlib.h>

enum {
    NEIGHBOURS = 48,   // groups of one key that are looked at, each with the next ones
    MOST_RELATED = 12, // shown beside a group
    WINDOW_DAYS = 62   // windows further apart are other events
};

typedef struct related_key {
    uint64_t key;
    uint32_t group;
} related_key;

typedef struct related_pair {
    uint32_t one, other;
    const char *difference;
} related_pair;

typedef struct relating {
    xc_group *groups;
    const cluster *members;
    size_t count;
    const xc_measure *measures;
    size_t measure_count;
    xc_arena *arena;
    related_key *keys;
    size_t key_count, key_capacity;
    related_pair *pairs;
    size_t pair_count, pair_capacity;
    xc_slice *discrepancies; // of each group
    xc_error *error;
} relating;

static bool put_key(relating *r, uint64_t key, size_t group) {
    related_key *at =
        xc_arena_grow(r->arena, &r->keys, r->key_count, &r->key_capacity, sizeof *r->keys);
    if (at) {
        *at = (related_key){key, (uint32_t)group};
        r->key_count++;
    }
    return at != NULL;
}

static bool put_group(relating *r, size_t group) {
    const cluster *members = &r->members[group];
    const document_profile *last = NULL;
    for (size_t i = 0; i < members->count; i++) {
        if (members->members[i]->document != last) {
            last = members->members[i]->document;
            if (!put_key(r, xc_hash(last->document->key), group)) {
                return false;
            }
        }
    }
    uint64_t place = name_hash(r->groups[group].place);
    uint64_t event = name_hash(r->groups[group].event);
    xc_slice day = r->groups[group].from.len ? r->groups[group].from
                   : r->groups[group].to.len ? r->groups[group].to
                                             : members->members[0]->claim->published;
    xc_slice month = xc_slice_sub(day, 0, 7);
    return (!place || !day.len || put_key(r, xc_hash_seeded(month, place), group)) &&
           (!event || !day.len || put_key(r, xc_hash_seeded(month, event), group));
}

static int by_key(const void *a, const void *b) {
    const related_key *one = a;
    const related_key *other = b;
    if (one->key != other->key) {
        return one->key < other->key ? -1 : 1;
    }
    return (one->group > other->group) - (one->group < other->group);
}

static int by_pair(const void *a, const void *b) {
    const related_pair *one = a;
    const related_pair *other = b;
    if (one->one != other->one) {
        return one->one < other->one ? -1 : 1;
    }
    return (one->other > other->other) - (one->other < other->other);
}

static bool is_part_of(const cluster *part, const cluster *whole) {
    for (size_t i = 0; i < part->count; i++) {
        xc_slice of = part->members[i]->claim->part_of;
        for (size_t j = 0; of.len && j < whole->count; j++) {
            if (xc_slice_equal(whole->members[j]->claim->id, of)) {
                return true;
            }
        }
    }
    return false;
}

static bool lists_near(const relating *r, xc_slice measure, xc_slice other) {
    for (size_t i = 0; i < r->measure_count; i++) {
        for (size_t j = 0;
             xc_slice_equal(r->measures[i].name, measure) && j < r->measures[i].near_count;
             j++) {
            if (xc_slice_equal(r->measures[i].near[j], other)) {
                return true;
            }
        }
    }
    return false;
}

// Members are in the order of their documents.
static bool share_document(const cluster *a, const cluster *b) {
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint32_t one = a->members[i]->document->rank;
        uint32_t other = b->members[j]->document->rank;
        if (one == other) {
            return true;
        }
        i += one < other;
        j += other < one;
    }
    return false;
}

// Days between two windows; 0 where they meet or one is not told.
static int32_t days_apart(const xc_group *a, const xc_group *b) {
    xc_date dates[4];
    xc_slice texts[4] = {a->from.len ? a->from : a->to, a->to.len ? a->to : a->from,
                         b->from.len ? b->from : b->to, b->to.len ? b->to : b->from};
    int64_t ends[4];
    for (int i = 0; i < 4; i++) {
        if (!texts[i].len || !xc_date_parse(texts[i], &dates[i])) {
            return 0;
        }
        ends[i] =
            (i % 2 ? xc_date_last_second(dates[i]) : xc_date_first_second(dates[i])) / 86400;
    }
    int64_t gap = ends[0] > ends[3]   ? ends[0] - ends[3]
                  : ends[2] > ends[1] ? ends[2] - ends[1]
                                      : 0;
    return gap > INT32_MAX ? INT32_MAX : (int32_t)gap;
}

static bool places_differ(const xc_group *a, const xc_group *b) {
    return a->place.len && b->place.len && !name_within(a->place, b->place) &&
           !name_within(b->place, a->place);
}

// How two groups of one event differ; NULL where they are of two events, or differ in more than
// one way.
static const char *difference(const relating *r, size_t one, size_t other) {
    const xc_group *a = &r->groups[one];
    const xc_group *b = &r->groups[other];
    const cluster *of_a = &r->members[one];
    const cluster *of_b = &r->members[other];
    if (is_part_of(of_a, of_b) || is_part_of(of_b, of_a)) {
        return "part";
    }
    const xc_claim *first = of_a->members[0]->claim;
    const xc_claim *second = of_b->members[0]->claim;
    bool same_measure = xc_slice_equal(a->measure, b->measure);
    bool near = lists_near(r, a->measure, b->measure) || lists_near(r, b->measure, a->measure);
    if (of_a->members[0]->statement || of_b->members[0]->statement ||
        (!same_measure && !near) || first->modality != second->modality) {
        return NULL;
    }
    bool same_event = a->event.len && xc_slice_equal(a->event, b->event);
    bool other_event = a->event.len && b->event.len && !same_event;
    bool other_class = subjects_compare(of_a->members[0], of_b->members[0]) != SUBJECTS_SAME;
    bool other_area = places_differ(a, b);
    int32_t gap = days_apart(a, b);
    bool together = share_document(of_a, of_b);
    bool one_event =
        same_event || (a->place.len && xc_slice_equal(a->place, b->place)) || together;
    // One page tells of many places; only one event, or one time, puts two of them together.
    bool dated = (a->from.len || a->to.len) && (b->from.len || b->to.len);
    one_event = one_event && (!other_area || same_event || (dated && !other_event));
    bool increment = (first->aggregation == XC_NEW) != (second->aggregation == XC_NEW);
    int ways = (!same_measure) + other_class + other_area + (gap > 1) + increment;
    if (other_event || !one_event || gap > WINDOW_DAYS || ways != 1) {
        return NULL;
    }
    if (!same_measure) {
        return "measure";
    }
    if (increment) {
        return "part";
    }
    return other_class ? "class" : other_area ? "area" : "window";
}

// A part that does not fit into its whole is told with both.
static bool check_pair(relating *r, uint32_t one, uint32_t other) {
    xc_slice wrong;
    if (whole_check(&r->members[one], &r->members[other], r->arena, &wrong, r->error) !=
        XC_OK) {
        return false;
    }
    if (wrong.len) {
        r->discrepancies[one] = r->discrepancies[one].len ? r->discrepancies[one] : wrong;
        r->discrepancies[other] = r->discrepancies[other].len ? r->discrepancies[other] : wrong;
    }
    return true;
}

static bool put_pair(relating *r, uint32_t one, uint32_t other) {
    const char *found = difference(r, one, other);
    if (!found) {
        return true;
    }
    if (!check_pair(r, one, other)) {
        return false;
    }
    for (int turn = 0; turn < 2; turn++) {
        related_pair *at = xc_arena_grow(r->arena, &r->pairs, r->pair_count, &r->pair_capacity,
                                         sizeof *r->pairs);
        if (!at) {
            return false;
        }
        *at = (related_pair){turn ? other : one, turn ? one : other, found};
        r->pair_count++;
    }
    return true;
}

static bool put_pairs(relating *r) {
    for (size_t i = 0; i < r->key_count; i++) {
        for (size_t j = i + 1; j < r->key_count && j < i + NEIGHBOURS; j++) {
            if (r->keys[j].key != r->keys[i].key) {
                break;
            }
            bool repeated = r->keys[j].group == r->keys[i].group;
            if (!repeated && !put_pair(r, r->keys[i].group, r->keys[j].group)) {
                return false;
            }
        }
    }
    return true;
}

static bool set_related(relating *r) {
    for (size_t i = 0; i < r->pair_count;) {
        xc_group *group = &r->groups[r->pairs[i].one];
        xc_relation *related = xc_arena_array(r->arena, MOST_RELATED, sizeof *related);
        if (!related) {
            return false;
        }
        size_t first = i;
        for (; i < r->pair_count && r->pairs[i].one == r->pairs[first].one; i++) {
            bool repeated = i > first && r->pairs[i].other == r->pairs[i - 1].other;
            if (!repeated && group->related_count < MOST_RELATED) {
                related[group->related_count++] = (xc_relation){
                    r->groups[r->pairs[i].other].id, xc_slice_of(r->pairs[i].difference)};
            }
        }
        group->related = related;
    }
    return true;
}

static bool tell_discrepancies(relating *r, bool *discrepant) {
    for (size_t i = 0; i < r->count; i++) {
        xc_slice wrong = r->discrepancies[i];
        if (!wrong.len && parts_check(&r->members[i], r->arena, &wrong, r->error) != XC_OK) {
            return false;
        }
        discrepant[i] = wrong.len > 0;
        if (wrong.len) {
            r->groups[i].reason = reason_with(r->groups[i].reason, wrong, r->arena);
        }
        if (!r->groups[i].reason.ptr) {
            return false;
        }
    }
    return true;
}

xc_status groups_relate(xc_group *groups, const cluster *members, size_t count,
                        const xc_measure *measures, size_t measure_count, bool *discrepant,
                        xc_arena *arena, xc_error *error) {
    relating r = {.groups = groups,
                  .members = members,
                  .count = count,
                  .measures = measures,
                  .measure_count = measure_count,
                  .arena = arena,
                  .error = error};
    r.discrepancies = xc_arena_array(arena, count, sizeof *r.discrepancies);
    if (!r.discrepancies) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        if (!put_group(&r, i)) {
            return xc_fail_memory(error);
        }
    }
    if (r.key_count) {
        qsort(r.keys, r.key_count, sizeof *r.keys, by_key);
    }
    if (!put_pairs(&r)) {
        return xc_fail_memory(error);
    }
    if (r.pair_count) {
        qsort(r.pairs, r.pair_count, sizeof *r.pairs, by_pair);
    }
    bool whole = set_related(&r) && tell_discrepancies(&r, discrepant);
    return whole ? XC_OK : xc_fail_memory(error);
}
