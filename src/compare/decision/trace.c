// SPDX-License-Identifier: MIT
// Claims found again: by their ids, else by the sentences that were decided on.
#include "compare/decision/trace.h"

#include "crossclaim/compare.h"

#include <stdlib.h>

// A claim as a decision names it.
typedef struct named {
    xc_slice id, line;                 // the line of the evidence, empty where there is none
    xc_slice measure, value, document; // out of the line, empty where it does not say
    uint32_t claim;
} named;

typedef struct keyed {
    uint64_t key;
    uint32_t claim;
} keyed;

typedef struct tracer {
    const xc_case_content *content;
    xc_arena *arena;
    claim_ids ids;
    keyed *by_sentence; // sorted; NULL until a claim is not there under its id
    bool failed;        // memory is out
} tracer;

static int by_key(const void *a, const void *b) {
    const keyed *one = a;
    const keyed *other = b;
    if (one->key != other->key) {
        return one->key < other->key ? -1 : 1;
    }
    return (one->claim > other->claim) - (one->claim < other->claim);
}

static bool is_break(char c) {
    return c == '\n' || c == '\r' || c == '\t';
}

// A line of evidence has no breaks, whatever the sentence in the page had.
static uint64_t sentence_key(xc_slice sentence) {
    uint64_t hash = 0xcbf29ce484222325U; // FNV-1a
    for (size_t i = 0; i < sentence.len; i++) {
        char c = is_break(sentence.ptr[i]) ? ' ' : sentence.ptr[i];
        hash = (hash ^ (unsigned char)c) * 0x100000001b3U;
    }
    return hash;
}

// Whether the line without breaks holds the words of the page.
static bool holds(xc_slice line, xc_slice words) {
    for (size_t at = 0; at + words.len <= line.len; at++) {
        size_t i = 0;
        while (i < words.len &&
               line.ptr[at + i] == (is_break(words.ptr[i]) ? ' ' : words.ptr[i])) {
            i++;
        }
        if (i == words.len) {
            return true;
        }
    }
    return false;
}

static const keyed *first_of(const keyed *items, size_t count, uint64_t key) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (items[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && items[low].key == key ? &items[low] : NULL;
}

static xc_slice without_breaks(xc_slice text, xc_arena *arena) {
    xc_slice copy = xc_arena_copy(arena, text);
    char *bytes = (char *)(uintptr_t)copy.ptr;
    for (size_t i = 0; bytes && i < copy.len; i++) {
        bytes[i] = is_break(bytes[i]) ? ' ' : bytes[i];
    }
    return copy;
}

static const char *print_value(const xc_claim *claim, char out[XC_DECIMAL_PRINTED]) {
    out[0] = '\0';
    if (claim->value.known) {
        (void)xc_decimal_print(claim->value.value, out);
    }
    return out;
}

xc_slice xc_decision_evidence(const xc_claim *claim, xc_arena *arena) {
    char value[XC_DECIMAL_PRINTED];
    return xc_arena_print(arena, "%.*s\t%.*s\t%s\t%.*s",
                          XC_PRINT(without_breaks(claim->evidence, arena)),
                          XC_PRINT(claim->measure), print_value(claim, value),
                          XC_PRINT(without_breaks(claim->document, arena)));
}

static named named_of(xc_slice id, xc_slice line) {
    named made = {.id = id, .line = line, .claim = NO_CLAIM};
    xc_slice sentence;
    xc_slice rest;
    (void)xc_slice_cut(line, '\t', &sentence, &rest);
    (void)xc_slice_cut(rest, '\t', &made.measure, &rest);
    (void)xc_slice_cut(rest, '\t', &made.value, &made.document);
    return made;
}

// How much of what the line says besides the sentence holds of a claim.
static int likeness(const named *wanted, const xc_claim *claim) {
    char value[XC_DECIMAL_PRINTED];
    return (wanted->document.len && xc_slice_equal(wanted->document, claim->document)) * 4 +
           (wanted->measure.len && xc_slice_equal(wanted->measure, claim->measure)) * 2 +
           (wanted->value.len && xc_slice_is(wanted->value, print_value(claim, value)));
}

static bool is_taken(const named *items, size_t count, uint32_t claim) {
    for (size_t i = 0; i < count; i++) {
        if (items[i].claim == claim) {
            return true;
        }
    }
    return false;
}

typedef struct likeliest {
    uint32_t claim;
    int most;
    size_t tied;
} likeliest;

static void weigh(const tracer *t, const named *items, size_t count, const named *wanted,
                  uint32_t claim, likeliest *best) {
    int like = likeness(wanted, &t->content->claims[claim]);
    if (like < best->most || is_taken(items, count, claim)) {
        return;
    }
    best->tied = like > best->most ? 1 : best->tied + 1;
    best->claim = like > best->most ? claim : best->claim;
    best->most = like;
}

// A long sentence was decided on whole before evidence was shortened: its claims have a part.
static void weigh_shortened(const tracer *t, const named *items, size_t count,
                            const named *wanted, likeliest *best) {
    xc_slice sentence;
    xc_slice rest;
    (void)xc_slice_cut(wanted->line, '\t', &sentence, &rest);
    for (uint32_t i = 0; sentence.len > XC_EVIDENCE_LENGTH && i < t->content->claim_count;
         i++) {
        xc_slice part = t->content->claims[i].evidence;
        xc_slice core = xc_evidence_core(part);
        if (core.len < part.len && holds(sentence, core)) {
            weigh(t, items, count, wanted, i, best);
        }
    }
}

// Sentences are looked at only where a claim is gone: most decisions find theirs by id.
static bool sort_sentences(tracer *t) {
    size_t count = t->content->claim_count;
    if (t->by_sentence) {
        return true;
    }
    t->by_sentence = xc_arena_array(t->arena, count + 1, sizeof *t->by_sentence);
    t->failed = !t->by_sentence;
    for (uint32_t i = 0; t->by_sentence && i < count; i++) {
        t->by_sentence[i] = (keyed){sentence_key(t->content->claims[i].evidence), i};
    }
    if (t->by_sentence && count) {
        qsort(t->by_sentence, count, sizeof *t->by_sentence, by_key);
    }
    return !t->failed;
}

// The likeliest claim with the sentence. Where several are equally likely the first in the text
// is taken if the decision names all of them, else none: guessing is worse than asking again.
static uint32_t find_again(tracer *t, const named *items, size_t count, size_t at) {
    const named *wanted = &items[at];
    size_t claims = t->content->claim_count;
    likeliest best = {.claim = NO_CLAIM, .most = -1};
    size_t asked = 0;
    xc_slice sentence, rest;
    if (!sort_sentences(t)) {
        return NO_CLAIM;
    }
    (void)xc_slice_cut(wanted->line, '\t', &sentence, &rest);
    uint64_t key = sentence_key(sentence);
    const keyed *found = first_of(t->by_sentence, claims, key);
    const keyed *end = t->by_sentence + claims;
    for (; found && found < end && found->key == key; found++) {
        weigh(t, items, count, wanted, found->claim, &best);
    }
    if (best.claim == NO_CLAIM) {
        weigh_shortened(t, items, count, wanted, &best);
    }
    for (size_t i = at; i < count; i++) {
        asked += items[i].claim == NO_CLAIM && xc_slice_equal(items[i].line, wanted->line);
    }
    return best.tied == asked ? best.claim : NO_CLAIM;
}

static void find_all(tracer *t, named *items, size_t count, trace *out) {
    for (size_t i = 0; i < count; i++) {
        items[i].claim = claim_ids_find(&t->ids, items[i].id);
    }
    out->whole = true;
    for (size_t i = 0; i < count; i++) {
        if (items[i].claim == NO_CLAIM && items[i].line.len) {
            items[i].claim = find_again(t, items, count, i);
            out->moved = out->moved || items[i].claim != NO_CLAIM;
        }
        out->whole = out->whole && items[i].claim != NO_CLAIM;
        out->found += items[i].claim != NO_CLAIM;
        out->claims[i] = items[i].claim;
    }
}

static size_t count_ids(xc_slice ids) {
    size_t count = 0;
    for (xc_slice id; ids.len;) {
        (void)xc_slice_cut(ids, ' ', &id, &ids);
        count += id.len > 0;
    }
    return count;
}

static xc_status trace_one(tracer *t, const xc_decision *decision, xc_arena *arena, trace *out,
                           xc_error *error) {
    bool pair = decision->kind == XC_NEVER_SAME || decision->kind == XC_ALWAYS_SAME;
    xc_slice ids = decision->members;
    xc_slice lines = decision->evidence;
    out->count = pair ? 2 : count_ids(ids);
    named *items = xc_arena_array(arena, out->count, sizeof *items);
    out->claims = xc_arena_array(arena, out->count, sizeof *out->claims);
    if (out->count && (!items || !out->claims)) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < out->count; i++) {
        xc_slice line;
        xc_slice id = i == 0 ? decision->first : decision->second;
        (void)xc_slice_cut(lines, '\n', &line, &lines);
        for (id = pair ? id : (xc_slice){0}; !pair && id.len == 0;) {
            (void)xc_slice_cut(ids, ' ', &id, &ids);
        }
        items[i] = named_of(id, line);
    }
    find_all(t, items, out->count, out);
    return t->failed ? xc_fail_memory(error) : XC_OK;
}

// An undo row undoes an earlier one; an undo that is undone itself does nothing.
static void mark_undone(const xc_case_content *content, trace *traces) {
    for (size_t i = content->decision_count; i-- > 0;) {
        const xc_decision *undo = &content->decisions[i];
        for (size_t k = 0; undo->kind == XC_UNDO && !traces[i].undone && k < i; k++) {
            traces[k].undone =
                traces[k].undone || xc_slice_equal(content->decisions[k].key, undo->target);
        }
    }
}

xc_status traces_make(const xc_case_content *content, xc_arena *arena, trace **out,
                      xc_error *error) {
    tracer t = {.content = content, .arena = arena};
    *out = xc_arena_array(arena, content->decision_count, sizeof **out);
    if (!*out || !claim_ids_make(content, arena, &t.ids)) {
        return xc_fail_memory(error);
    }
    xc_status status = XC_OK;
    for (size_t i = 0; i < content->decision_count && status == XC_OK; i++) {
        status = trace_one(&t, &content->decisions[i], arena, &(*out)[i], error);
    }
    if (status == XC_OK) {
        mark_undone(content, *out);
    }
    return status;
}
