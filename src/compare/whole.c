// SPDX-License-Identifier: MIT
// Arithmetic between a whole and its parts.
#include "compare/whole.h"

#include "compare/order.h"
#include "compare/reason.h"
#include "compare/subject.h"

#include <math.h>

// Of one event beyond doubt: one place, and one name or one day.
static bool is_one_event(const claim_profile *a, const claim_profile *b) {
    bool one_day = a->moment.known && b->moment.known && a->moment.first == b->moment.first &&
                   a->moment.last == b->moment.last;
    return a->place && a->place == b->place && ((a->event && a->event == b->event) || one_day);
}

static bool is_part(const claim_profile *part, const claim_profile *whole) {
    bool told = part->claim->part_of.len > 0;
    if (told && part->document == whole->document) {
        return xc_slice_equal(part->claim->part_of, whole->claim->id);
    }
    return subject_is_part(part, whole) && !isnan(part->figure.value) &&
           is_one_event(part, whole);
}

static bool has_bounds(const claim_profile *p) {
    return p->figure.counted && p->claim->modality == XC_ASSERTED;
}

// The whole with the greatest upper bound, NULL where one of them is open.
static const claim_profile *greatest(const cluster *whole, const claim_profile *part) {
    const claim_profile *most = NULL;
    for (size_t i = 0; i < whole->count; i++) {
        const claim_profile *p = whole->members[i];
        if (!has_bounds(p) || !is_part(part, p)) {
            continue;
        }
        // A part that was counted later says nothing of a whole that grew since.
        if (isinf(p->figure.high) || times_order(p, part) < 0) {
            return NULL;
        }
        most = !most || p->figure.high > most->figure.high ? p : most;
    }
    return most;
}

static xc_status tell_excess(const cluster *parts, const cluster *whole, xc_arena *arena,
                             xc_slice *out, xc_error *error) {
    for (size_t i = 0; i < parts->count; i++) {
        const claim_profile *part = parts->members[i];
        const claim_profile *most =
            has_bounds(part) && isfinite(part->figure.low) ? greatest(whole, part) : NULL;
        if (most && figures_comparable(&part->figure, &most->figure) &&
            figure_below(most->figure.high, part->figure.low)) {
            xc_buffer text = {0};
            reason_voice(&text, part);
            xc_buffer_text(&text, " is more than its whole, ");
            reason_voice(&text, most);
            *out = xc_arena_copy(arena, xc_buffer_slice(&text));
            xc_buffer_release(&text);
            return out->ptr ? XC_OK : xc_fail_memory(error);
        }
    }
    return XC_OK;
}

xc_status whole_check(const cluster *one, const cluster *other, xc_arena *arena, xc_slice *out,
                      xc_error *error) {
    *out = (xc_slice){0};
    if (one->members[0]->statement || other->members[0]->statement ||
        !xc_slice_equal(one->members[0]->claim->measure, other->members[0]->claim->measure)) {
        return XC_OK;
    }
    xc_status status = tell_excess(one, other, arena, out, error);
    return status == XC_OK && out->len == 0 ? tell_excess(other, one, arena, out, error)
                                            : status;
}

// Classes that exclude each other: a woman is no child, but may be a civilian.
static bool exclude(const claim_profile *a, const claim_profile *b) {
    xc_slice one = vocabulary_value(a->vocabulary, "kind_of_part", a->claim->subject);
    xc_slice other = vocabulary_value(b->vocabulary, "kind_of_part", b->claim->subject);
    return one.len && xc_slice_equal(one, other) &&
           !xc_slice_equal(a->claim->subject, b->claim->subject);
}

// The parts of one figure that exclude each other, added up.
static double sum_of(const claim_profile *whole, size_t *count) {
    const document_profile *page = whole->document;
    const claim_profile *first = NULL;
    double sum = 0;
    *count = 0;
    for (size_t i = 0; i < page->claim_count; i++) {
        const claim_profile *p = &page->claims[i];
        if (!xc_slice_equal(p->claim->part_of, whole->claim->id) || !has_bounds(p) ||
            !isfinite(p->figure.low) ||
            !xc_slice_equal(p->claim->measure, whole->claim->measure)) {
            continue;
        }
        if (first && !exclude(first, p)) {
            continue;
        }
        first = first ? first : p;
        sum += p->figure.low;
        ++*count;
    }
    return sum;
}

xc_status parts_check(const cluster *whole, xc_arena *arena, xc_slice *out, xc_error *error) {
    *out = (xc_slice){0};
    for (size_t i = 0; i < whole->count; i++) {
        const claim_profile *p = whole->members[i];
        size_t count = 0;
        double sum = has_bounds(p) && isfinite(p->figure.high) ? sum_of(p, &count) : 0;
        if (count > 1 && figure_below(p->figure.high, sum)) {
            xc_buffer text = {0};
            xc_buffer_print(&text, "the %zu parts that ", count);
            reason_voice(&text, p);
            xc_buffer_print(&text, " is said to have add up to %.15g", sum);
            *out = xc_arena_copy(arena, xc_buffer_slice(&text));
            xc_buffer_release(&text);
            return out->ptr ? XC_OK : xc_fail_memory(error);
        }
    }
    return XC_OK;
}
