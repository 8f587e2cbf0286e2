// SPDX-License-Identifier: MIT
// Groups out of clusters: what they are about, how many say it, their verdict and their order.
#include "compare/grouping.h"

#include "compare/about.h"
#include "compare/exchange.h"
#include "compare/incident/incidents.h"
#include "compare/reason.h"
#include "compare/relate.h"
#include "compare/voices.h"

#include <math.h>
#include <stdlib.h>

typedef xc_slice (*field_of)(const xc_claim *claim);

static xc_slice subject_of(const xc_claim *claim) {
    return claim->subject;
}
static xc_slice place_of(const xc_claim *claim) {
    return claim->place;
}
static xc_slice event_of(const xc_claim *claim) {
    return claim->event;
}

// In a large group the first members decide what it is about.
enum { VOTERS = 256 };

// What most members say; of several the least, and nothing only where nobody says anything.
static xc_slice most_common(const cluster *members, field_of field) {
    xc_slice best = {0};
    size_t most = 0;
    size_t voters = members->count < VOTERS ? members->count : VOTERS;
    for (size_t i = 0; i < voters; i++) {
        xc_slice one = field(members->members[i]->claim);
        size_t count = 0;
        for (size_t j = 0; j < voters; j++) {
            count += xc_slice_equal(one, field(members->members[j]->claim));
        }
        bool better = count > most || (count == most && xc_slice_compare(one, best) < 0);
        if (one.len && (best.len == 0 || better)) {
            best = one;
            most = count;
        }
    }
    return best;
}

// Takes a time as the window's start if it begins before, as its end if it ends after.
static void stretch(xc_slice *start, xc_slice *end, xc_slice time) {
    xc_date date;
    xc_date edge;
    if (!time.len || !xc_date_parse(time, &date)) {
        return;
    }
    if (start && (!start->len || !xc_date_parse(*start, &edge) ||
                  xc_date_first_second(date) < xc_date_first_second(edge))) {
        *start = time;
    }
    if (end && (!end->len || !xc_date_parse(*end, &edge) ||
                xc_date_last_second(date) > xc_date_last_second(edge))) {
        *end = time;
    }
}

// The window holds every moment and every as-of time of the members. Where all tell as-of times
// only it has no start, where all tell one moment no end.
static void set_window(const cluster *members, xc_group *group) {
    bool any_start = false;
    bool any_end = false;
    for (size_t i = 0; i < members->count; i++) {
        const xc_claim *claim = members->members[i]->claim;
        any_start = any_start || claim->from.len;
        any_end = any_end || claim->to.len;
    }
    for (size_t i = 0; i < members->count; i++) {
        const xc_claim *claim = members->members[i]->claim;
        bool as_of = !claim->from.len;
        stretch(any_start ? &group->from : NULL, as_of ? NULL : &group->to, claim->from);
        stretch(any_start && as_of ? &group->from : NULL, &group->to, claim->to);
    }
    if (!any_end && xc_slice_equal(group->from, group->to)) {
        group->to = (xc_slice){0};
    }
}

static void widen(xc_group *group, xc_number number) {
    if (!number.known) {
        return;
    }
    if (!group->low.known || xc_decimal_compare(number.value, group->low.value) < 0) {
        group->low = number;
    }
    if (!group->high.known || xc_decimal_compare(number.value, group->high.value) > 0) {
        group->high = number;
    }
}

// The number in the group's smallest unit (weeks beside days become days); as it is where that
// does not fit.
static xc_number in_unit(xc_number number, const figure *f, double smallest) {
    int64_t times = (int64_t)(f->scale / smallest);
    xc_decimal product;
    bool other_unit = number.known && times > 1;
    if (other_unit && xc_decimal_multiply(number.value, xc_decimal_of(times), &product) &&
        xc_decimal_is_plain(product)) {
        return xc_number_from(product);
    }
    return number;
}

static double smallest_unit(const cluster *members) {
    double smallest = INFINITY;
    for (size_t i = 0; i < members->count; i++) {
        const figure *f = &members->members[i]->figure;
        if (f->counted && members->members[i]->claim->unit.len) {
            smallest = fmin(smallest, f->scale);
        }
    }
    return isfinite(smallest) ? smallest : 1;
}

static xc_number mean_confidence(const cluster *members) {
    int64_t sum = 0;
    if (members->count == 0) {
        return (xc_number){0};
    }
    for (size_t i = 0; i < members->count; i++) {
        xc_decimal one = members->members[i]->claim->confidence.value;
        sum += llround(100 * fmin(fmax(xc_decimal_double(one), 0), 1));
    }
    xc_decimal mean = {sum / (int64_t)members->count, -2};
    (void)!xc_decimal_add(mean, xc_decimal_of(0), &mean); // brings it into its plain form
    return xc_number_from(mean);
}

// Two members whose units do not convert, joined by one that tells no unit or by a reviewer;
// false where there are none.
static bool find_strangers(const cluster *members, const xc_claim **one,
                           const xc_claim **other) {
    const claim_profile *first = NULL;
    for (size_t i = 0; i < members->count; i++) {
        const claim_profile *p = members->members[i];
        if (!p->figure.counted || !p->claim->unit.len) {
            continue;
        }
        first = first ? first : p;
        if (!figures_comparable(&first->figure, &p->figure)) {
            *one = first->claim;
            *other = p->claim;
            return true;
        }
    }
    return false;
}

// Why a group has neither a least nor a greatest number.
static xc_slice without_numbers(const cluster *members, xc_slice reason, xc_arena *arena) {
    const xc_claim *one;
    const xc_claim *other;
    if (!find_strangers(members, &one, &other)) {
        return reason;
    }
    xc_slice before = xc_slice_sub(reason, 0, reason.len - 1);
    xc_slice month = one->to.len ? one->to : one->published;
    double first = currency_in_dollars(one->unit, month);
    double second = currency_in_dollars(other->unit, month);
    if (first > 0 && second > 0) {
        return xc_arena_print(
            arena, "%.*s; compared at a mean rate of the month, %.*s 1 = %.*s %.4g.",
            XC_PRINT(before), XC_PRINT(one->unit), XC_PRINT(other->unit), first / second);
    }
    return xc_arena_print(arena,
                          "%.*s; %.*s and %.*s do not convert, so no least and greatest.",
                          XC_PRINT(before), XC_PRINT(one->unit), XC_PRINT(other->unit));
}

static void set_numbers(const cluster *members, xc_group *group) {
    const xc_claim *one;
    const xc_claim *other;
    group->confidence = mean_confidence(members);
    if (find_strangers(members, &one, &other)) {
        return;
    }
    double smallest = smallest_unit(members);
    for (size_t i = 0; i < members->count; i++) {
        const claim_profile *p = members->members[i];
        const xc_claim *claim = p->claim;
        if (p->figure.counted && claim->unit.len && p->figure.scale <= smallest) {
            group->unit = claim->unit;
        }
        widen(group, in_unit(claim->value, &p->figure, smallest));
        if (!claim->value.known) {
            widen(group, in_unit(claim->low, &p->figure, smallest));
            widen(group, in_unit(claim->high, &p->figure, smallest));
        }
    }
}

static xc_status set_members(const cluster *members, xc_arena *arena, xc_group *group,
                             xc_error *error) {
    xc_slice *ids = xc_arena_array(arena, members->count, sizeof *ids);
    char *id = xc_arena_alloc(arena, XC_ID_LENGTH + 1);
    if (!ids || !id) {
        return xc_fail_memory(error);
    }
    xc_slice least = members->members[0]->claim->id;
    for (size_t i = 0; i < members->count; i++) {
        ids[i] = members->members[i]->claim->id;
        least = xc_slice_compare(ids[i], least) < 0 ? ids[i] : least;
    }
    xc_id_print('g', xc_hash(least), id);
    group->id = (xc_slice){id, XC_ID_LENGTH};
    group->members = ids;
    group->member_count = members->count;
    group->claims = members->count;
    xc_slice *doubtful = xc_arena_array(arena, members->doubtful_count, sizeof *doubtful);
    if (!doubtful) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < members->doubtful_count; i++) {
        doubtful[i] = members->doubtful[i]->claim->id;
    }
    group->doubtful = doubtful;
    group->doubtful_count = members->doubtful_count;
    return XC_OK;
}

// A reviewer's verdict goes before that of the words. One that was set before further claims
// came in is not applied, but told.
static void obey(const cluster *members, const decisions *decided, xc_arena *arena,
                 xc_group *group) {
    const xc_decision *outgrown = NULL;
    const xc_decision *decision = decision_for(members, decided, &outgrown);
    int verdict = decision ? xc_verdict_of(decision->verdict) : -1;
    if (verdict >= 0) {
        group->verdict = (xc_verdict)verdict;
        group->reason = decided_reason(decision, group->reason, arena);
    } else if (outgrown) {
        group->reason = outgrown_reason(outgrown, group->reason, arena);
    }
}

static xc_status make_group(const cluster *members, const decisions *decided, xc_arena *arena,
                            xc_group *group, xc_error *error) {
    const xc_claim *first = members->members[0]->claim;
    group->topic = first->topic;
    group->measure = first->measure;
    group->subject = most_common(members, subject_of);
    group->place = most_common(members, place_of);
    group->event = most_common(members, event_of);
    set_window(members, group);
    set_numbers(members, group);
    xc_status status = set_members(members, arena, group, error);
    if (status == XC_OK) {
        status = voices_count(members, arena, group, error);
    }
    if (status != XC_OK) {
        return status;
    }
    judgement j;
    xc_arena_mark mark = xc_arena_here(arena);
    status = judge(members, arena, &j, error);
    xc_arena_rewind(arena, mark);
    if (status != XC_OK) {
        return status;
    }
    group->verdict = j.verdict;
    group->reason = without_numbers(members, reason_of(members, &j, arena), arena);
    group->about = about_of(members, group, arena);
    obey(members, decided, arena, group);
    return group->reason.ptr && group->about.ptr ? XC_OK : xc_fail_memory(error);
}

static double spread_of(const xc_group *group) {
    if (!group->low.known || !group->high.known) {
        return 1;
    }
    double low = fabs(xc_decimal_double(group->low.value));
    double high = fabs(xc_decimal_double(group->high.value));
    return low > 0 ? high / low : high + 1;
}

static int compare_sizes(size_t a, size_t b) {
    return a > b ? -1 : a < b;
}

// A group on its way to its place in the list.
typedef struct ranked {
    xc_group group;
    int concern;
    bool discrepant; // a part that does not fit into its whole
} ranked;

static int for_a_reviewer(const void *a, const void *b) {
    const xc_group *one = &((const ranked *)a)->group;
    const xc_group *other = &((const ranked *)b)->group;
    if (one->verdict != other->verdict) {
        return one->verdict < other->verdict ? -1 : 1;
    }
    int order = compare_sizes(((const ranked *)a)->discrepant, ((const ranked *)b)->discrepant);
    if (order == 0) {
        order = compare_sizes(one->independent > 1, other->independent > 1);
    }
    if (order == 0) { // who was killed is asked before how long it lasted
        order = ((const ranked *)b)->concern - ((const ranked *)a)->concern;
    }
    if (order == 0) {
        order = compare_sizes(one->independent, other->independent);
    }
    if (order == 0 && one->verdict == XC_CONFLICT) {
        double mine = spread_of(one);
        double theirs = spread_of(other);
        order = mine > theirs ? -1 : mine < theirs;
    }
    if (order == 0) {
        order = compare_sizes(one->sources, other->sources);
    }
    if (order == 0) {
        order = compare_sizes(one->claims, other->claims);
    }
    return order ? order : xc_slice_compare(one->id, other->id);
}

static xc_status rank_groups(const clusters *all, const bool *discrepant, xc_arena *arena,
                             xc_groups *out, xc_error *error) {
    xc_arena_mark mark = xc_arena_here(arena);
    ranked *order = xc_arena_array(arena, out->count, sizeof *order);
    if (!order) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < out->count; i++) {
        order[i] = (ranked){out->items[i], all->items[i].members[0]->concern, discrepant[i]};
    }
    qsort(order, out->count, sizeof *order, for_a_reviewer);
    for (size_t i = 0; i < out->count; i++) {
        out->items[i] = order[i].group;
        out->items[i].rank = (int64_t)i;
    }
    xc_arena_rewind(arena, mark);
    return XC_OK;
}

xc_status groups_make(const clusters *all, const decisions *decided,
                      const xc_case_content *content, xc_arena *arena, xc_groups *out,
                      xc_error *error) {
    *out = (xc_groups){0};
    if (all->count == 0) {
        return XC_OK;
    }
    out->items = xc_arena_array(arena, all->count, sizeof *out->items);
    if (!out->items) {
        return xc_fail_memory(error);
    }
    for (; out->count < all->count; out->count++) {
        xc_status status =
            make_group(&all->items[out->count], decided, arena, &out->items[out->count], error);
        if (status != XC_OK) {
            return status;
        }
    }
    bool *discrepant = xc_arena_array(arena, out->count, sizeof *discrepant);
    if (!discrepant) {
        return xc_fail_memory(error);
    }
    xc_status status = groups_relate(out->items, all->items, out->count, content->measures,
                                     content->measure_count, discrepant, arena, error);
    if (status == XC_OK) {
        status = incidents_make(decided->all, all, out->items, arena, out, error);
    }
    if (status == XC_OK) {
        status = rank_groups(all, discrepant, arena, out, error);
    }
    return status == XC_OK ? incidents_order(out, arena, error) : status;
}
