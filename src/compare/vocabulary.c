// SPDX-License-Identifier: MIT
// Look-ups in the terms of a case.
#include "compare/vocabulary.h"

#include <stdlib.h>

enum { DEEPEST = 16, MIDDLING_CONCERN = 4 }; // a pack's circle of classes must not hang us

static int by_kind_and_word(const void *a, const void *b) {
    const xc_term *one = a;
    const xc_term *other = b;
    int order = xc_slice_compare(one->kind, other->kind);
    if (order == 0) {
        order = xc_slice_compare(one->word, other->word);
    }
    return order ? order : xc_slice_compare(one->value, other->value);
}

uint32_t vocabulary_family(xc_slice name) {
    return name.len ? (uint32_t)xc_hash(name) | 1U : 0;
}

static uint64_t pair_of(uint32_t one, uint32_t other) {
    return one < other ? (uint64_t)one << 32 | other : (uint64_t)other << 32 | one;
}

static int by_pair(const void *a, const void *b) {
    const uint64_t *one = a;
    const uint64_t *other = b;
    return (*one > *other) - (*one < *other);
}

static xc_status take_leads(vocabulary *v, xc_arena *arena, xc_error *error) {
    size_t first;
    size_t last;
    vocabulary_kind(v, "leads_to", &first, &last);
    v->leads = xc_arena_array(arena, last - first, sizeof *v->leads);
    if (!v->leads) {
        return xc_fail_memory(error);
    }
    for (size_t i = first; i < last; i++) {
        v->leads[v->lead_count++] =
            pair_of(vocabulary_family(v->terms[i].word), vocabulary_family(v->terms[i].value));
    }
    if (v->lead_count) {
        qsort(v->leads, v->lead_count, sizeof *v->leads, by_pair);
    }
    return XC_OK;
}

xc_status vocabulary_make(const xc_term *terms, size_t count, xc_arena *arena, vocabulary *out,
                          xc_error *error) {
    xc_term *sorted = xc_arena_array(arena, count, sizeof *sorted);
    *out = (vocabulary){.terms = sorted, .count = count};
    if (!sorted) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        sorted[i] = terms[i];
    }
    if (count) {
        qsort(sorted, count, sizeof *sorted, by_kind_and_word);
    }
    return take_leads(out, arena, error);
}

bool vocabulary_leads(const vocabulary *v, uint32_t one, uint32_t other) {
    uint64_t pair = pair_of(one, other);
    return v->lead_count && bsearch(&pair, v->leads, v->lead_count, sizeof pair, by_pair);
}

// The first term that is not less.
static size_t lower_bound(const vocabulary *v, const xc_term *wanted) {
    size_t low = 0;
    size_t high = v->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_kind_and_word(&v->terms[middle], wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static const xc_term *find(const vocabulary *v, const char *kind, xc_slice word) {
    const xc_term wanted = {.kind = xc_slice_of(kind), .word = word};
    size_t at = lower_bound(v, &wanted);
    bool found = at < v->count && xc_slice_is(v->terms[at].kind, kind) &&
                 xc_slice_equal(v->terms[at].word, word);
    return found ? &v->terms[at] : NULL;
}

xc_slice vocabulary_value(const vocabulary *v, const char *kind, xc_slice word) {
    const xc_term *found = find(v, kind, word);
    return found ? found->value : (xc_slice){0};
}

bool vocabulary_has(const vocabulary *v, const char *kind, xc_slice word) {
    return find(v, kind, word) != NULL;
}

bool vocabulary_has_word(const vocabulary *v, const char *kind, xc_slice word) {
    char letters[32];
    if (word.len > sizeof letters) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        letters[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    return vocabulary_has(v, kind, (xc_slice){letters, word.len});
}

bool vocabulary_joins(const vocabulary *v, const char *kind, xc_slice one, xc_slice other) {
    size_t first;
    size_t last;
    vocabulary_kind(v, kind, &first, &last);
    for (size_t i = first; i < last; i++) {
        const xc_term *term = &v->terms[i];
        if ((xc_slice_equal(term->word, one) && xc_slice_equal(term->value, other)) ||
            (xc_slice_equal(term->word, other) && xc_slice_equal(term->value, one))) {
            return true;
        }
    }
    return false;
}

void vocabulary_kind(const vocabulary *v, const char *kind, size_t *first, size_t *last) {
    const xc_term wanted = {.kind = xc_slice_of(kind)};
    *first = lower_bound(v, &wanted);
    *last = *first;
    while (*last < v->count && xc_slice_is(v->terms[*last].kind, kind)) {
        (*last)++;
    }
}

course vocabulary_course(const vocabulary *v, xc_slice measure) {
    xc_slice value = vocabulary_value(v, "course", measure);
    return xc_slice_is(value, "falls")    ? COURSE_FALLS
           : xc_slice_is(value, "steady") ? COURSE_STEADY
           : xc_slice_is(value, "lasts")  ? COURSE_LASTS
                                          : COURSE_GROWS;
}

int vocabulary_concern(const vocabulary *v, xc_slice measure) {
    xc_slice value = vocabulary_value(v, "concern", measure);
    return value.len ? value.ptr[0] - '0' : MIDDLING_CONCERN;
}

bool vocabulary_within(const vocabulary *v, xc_slice subject, xc_slice other) {
    for (int depth = 0; depth < DEEPEST && subject.len; depth++) {
        subject = vocabulary_value(v, "class", subject);
        if (subject.len && xc_slice_equal(subject, other)) {
            return true;
        }
    }
    return false;
}

class_kind vocabulary_class(const vocabulary *v, xc_slice subject, xc_slice unit) {
    static const xc_slice people = XC_SLICE_INIT("people");
    bool persons = unit.len == 0 || xc_slice_is(unit, "person");
    bool declared = find(v, "class", subject) != NULL;
    if (!persons || (declared && !xc_slice_equal(subject, people) &&
                     !vocabulary_within(v, subject, people))) {
        return CLASS_THINGS;
    }
    return find(v, "part", subject) ? CLASS_PART : CLASS_ALL;
}
