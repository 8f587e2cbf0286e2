// SPDX-License-Identifier: MIT
// Which incident each group lies in, and the order of incidents.
#include "compare/incident/incidents.h"

#include "compare/incident/describe.h"
#include "compare/incident/same_incident.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b) {
    const uint32_t *one = a;
    const uint32_t *other = b;
    return (*one > *other) - (*one < *other);
}

// The incident of most members that are of one; of several the first. In a large group the first
// members decide.
static uint32_t incident_of(const cluster *group, const profiles *all, const happenings *told,
                            const incident_numbers *numbers) {
    enum { VOTERS = 256 };
    uint32_t votes[VOTERS];
    size_t count = 0;
    for (size_t i = 0; i < group->count && count < VOTERS; i++) {
        uint32_t h = told->of_claim[group->members[i] - all->claims];
        uint32_t number = h == NO_HAPPENING ? NO_INCIDENT : numbers->of_happening[h];
        if (number != NO_INCIDENT) {
            votes[count++] = number;
        }
    }
    if (count == 0) {
        return NO_INCIDENT;
    }
    qsort(votes, count, sizeof *votes, by_number);
    uint32_t best = votes[0];
    size_t most = 0;
    for (size_t first = 0, last = 0; first < count; first = last) {
        while (last < count && votes[last] == votes[first]) {
            last++;
        }
        best = last - first > most ? votes[first] : best;
        most = last - first > most ? last - first : most;
    }
    return best;
}

typedef struct placed_group {
    uint32_t incident, group;
} placed_group;

static int by_incident(const void *a, const void *b) {
    const placed_group *one = a;
    const placed_group *other = b;
    if (one->incident != other->incident) {
        return one->incident < other->incident ? -1 : 1;
    }
    return (one->group > other->group) - (one->group < other->group);
}

// The groups of incidents, an incident's side by side.
static bool place_groups(const profiles *all, const clusters *found, const happenings *told,
                         const incident_numbers *numbers, xc_arena *arena, placed_group **out,
                         size_t *count) {
    *count = 0;
    *out = xc_arena_array(arena, found->count, sizeof **out);
    if (!*out) {
        return false;
    }
    for (size_t i = 0; i < found->count; i++) {
        uint32_t number = incident_of(&found->items[i], all, told, numbers);
        if (number != NO_INCIDENT) {
            (*out)[(*count)++] = (placed_group){number, (uint32_t)i};
        }
    }
    if (*count) {
        qsort(*out, *count, sizeof **out, by_incident);
    }
    return true;
}

static xc_status describe_all(const clusters *found, xc_group *groups,
                              const placed_group *placed, size_t count, xc_arena *scratch,
                              xc_arena *arena, xc_groups *out, xc_error *error) {
    xc_status status = XC_OK;
    uint32_t *numbers = xc_arena_array(scratch, count, sizeof *numbers);
    out->incidents = xc_arena_array(arena, count, sizeof *out->incidents);
    if (!numbers || !out->incidents) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = placed[i].group;
    }
    for (size_t first = 0, last = 0; first < count && status == XC_OK; first = last) {
        while (last < count && placed[last].incident == placed[first].incident) {
            last++;
        }
        incident_groups of = {found, groups, &numbers[first], last - first};
        xc_arena_mark mark = xc_arena_here(scratch);
        xc_incident *incident = &out->incidents[out->incident_count++];
        status = incident_describe(&of, scratch, arena, incident, error);
        xc_arena_rewind(scratch, mark);
        for (size_t i = first; i < last; i++) {
            groups[placed[i].group].incident = incident->id;
        }
    }
    return status;
}

xc_status incidents_make(const profiles *all, const clusters *found, xc_group *groups,
                         xc_arena *arena, xc_groups *out, xc_error *error) {
    happenings told;
    incident_numbers numbers;
    placed_group *placed = NULL;
    size_t count = 0;
    xc_arena *scratch = xc_arena_new();
    if (!scratch) {
        return xc_fail_memory(error);
    }
    xc_status status = happenings_find(all, scratch, &told, error);
    if (status == XC_OK) {
        status = incidents_number(all, found, &told, scratch, &numbers, error);
    }
    if (status == XC_OK &&
        !place_groups(all, found, &told, &numbers, scratch, &placed, &count)) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        status = describe_all(found, groups, placed, count, scratch, arena, out, error);
    }
    xc_arena_free(scratch);
    return status;
}

// An incident on its way to its place in the list.
typedef struct ranked_incident {
    xc_incident incident;
    int64_t rank; // of its first group
} ranked_incident;

static int by_id(const void *a, const void *b) {
    return xc_slice_compare(((const ranked_incident *)a)->incident.id,
                            ((const ranked_incident *)b)->incident.id);
}

static int by_rank(const void *a, const void *b) {
    const ranked_incident *one = a;
    const ranked_incident *other = b;
    return (one->rank > other->rank) - (one->rank < other->rank);
}

static ranked_incident *find_incident(ranked_incident *items, size_t count, xc_slice id) {
    ranked_incident wanted = {.incident = {.id = id}};
    return id.len && count ? bsearch(&wanted, items, count, sizeof *items, by_id) : NULL;
}

// First how many each has, then their ids, by rank.
static bool name_groups(const xc_groups *groups, ranked_incident *order, xc_arena *arena) {
    size_t total = 0;
    for (size_t i = 0; i < groups->count; i++) {
        ranked_incident *of =
            find_incident(order, groups->incident_count, groups->items[i].incident);
        if (of) {
            of->rank = of->incident.group_count++ ? of->rank : (int64_t)i;
            total++;
        }
    }
    xc_slice *ids = xc_arena_array(arena, total, sizeof *ids);
    if (!ids) {
        return false;
    }
    for (size_t i = 0; i < groups->incident_count; i++) {
        order[i].incident.groups = ids;
        ids += order[i].incident.group_count;
        order[i].incident.group_count = 0;
    }
    for (size_t i = 0; i < groups->count; i++) {
        ranked_incident *of =
            find_incident(order, groups->incident_count, groups->items[i].incident);
        if (of) {
            xc_slice *list = (xc_slice *)of->incident.groups;
            list[of->incident.group_count++] = groups->items[i].id;
        }
    }
    return true;
}

xc_status incidents_order(xc_groups *groups, xc_arena *arena, xc_error *error) {
    size_t count = groups->incident_count;
    if (count == 0) {
        return XC_OK;
    }
    xc_arena *scratch = xc_arena_new();
    ranked_incident *order = scratch ? xc_arena_array(scratch, count, sizeof *order) : NULL;
    for (size_t i = 0; order && i < count; i++) {
        order[i] = (ranked_incident){.incident = groups->incidents[i]};
    }
    if (order) {
        qsort(order, count, sizeof *order, by_id);
    }
    bool done = order && name_groups(groups, order, arena);
    if (done) {
        qsort(order, count, sizeof *order, by_rank);
    }
    for (size_t i = 0; done && i < count; i++) {
        groups->incidents[i] = order[i].incident;
    }
    xc_arena_free(scratch);
    return done ? XC_OK : xc_fail_memory(error);
}
