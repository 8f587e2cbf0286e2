// SPDX-License-Identifier: MIT
// An incident's name, kind, place, time, voices and figures.
#include "compare/incident/describe.h"

#include "compare/voices.h"

#include "crossclaim/base/date_words.h"

#include <stdlib.h>

// All members of the incident's groups as one list.
static bool gather(const incident_groups *of, xc_arena *scratch, cluster *out) {
    size_t count = 0;
    for (size_t i = 0; i < of->count; i++) {
        count += of->clusters->items[of->numbers[i]].count;
    }
    *out = (cluster){.members = xc_arena_array(scratch, count, sizeof(void *))};
    for (size_t i = 0; out->members && i < of->count; i++) {
        const cluster *group = &of->clusters->items[of->numbers[i]];
        for (size_t m = 0; m < group->count; m++) {
            out->members[out->count++] = group->members[m];
        }
    }
    return out->members != NULL;
}

typedef xc_slice (*word_of)(const claim_profile *p, xc_arena *scratch);

static xc_slice event_word(const claim_profile *p, xc_arena *scratch) {
    (void)scratch;
    return p->recalled || p->statement ? (xc_slice){0} : p->claim->event;
}

static xc_slice place_word(const claim_profile *p, xc_arena *scratch) {
    (void)scratch;
    return p->recalled || p->statement ? (xc_slice){0} : p->claim->place;
}

// The moment as one word, so that times are counted as told.
static xc_slice time_word(const claim_profile *p, xc_arena *scratch) {
    const xc_claim *claim = p->claim;
    return p->recalled || p->statement || !p->moment.known
               ? (xc_slice){0}
               : xc_arena_print(scratch, "%.*s %.*s", XC_PRINT(claim->from),
                                XC_PRINT(claim->to));
}

// A document's word for the incident, once however often it says it.
typedef struct vote {
    xc_slice word;
    uint32_t document;
} vote;

static int by_word(const void *a, const void *b) {
    const vote *one = a;
    const vote *other = b;
    int order = xc_slice_compare(one->word, other->word);
    return order ? order
                 : (one->document > other->document) - (one->document < other->document);
}

// What most documents say; of several the least. Empty where nobody says anything.
static bool most_said(const cluster *all, word_of word, xc_arena *scratch, xc_slice *out) {
    size_t count = 0;
    vote *votes = xc_arena_array(scratch, all->count, sizeof *votes);
    if (!votes) {
        return false;
    }
    for (size_t i = 0; i < all->count; i++) {
        xc_slice said = word(all->members[i], scratch);
        if (said.len) {
            votes[count++] = (vote){said, all->members[i]->document->rank};
        }
    }
    if (count) {
        qsort(votes, count, sizeof *votes, by_word);
    }
    *out = (xc_slice){0};
    size_t most = 0;
    for (size_t first = 0, last = 0; first < count; first = last) {
        size_t documents = 0;
        for (; last < count && xc_slice_equal(votes[last].word, votes[first].word); last++) {
            documents += last == first || votes[last].document != votes[last - 1].document;
        }
        *out = documents > most ? votes[first].word : *out;
        most = documents > most ? documents : most;
    }
    return true;
}

// Where the place lies, as the first claim of it that knows tells.
static void set_position(const cluster *all, xc_incident *out) {
    for (size_t i = 0; i < all->count; i++) {
        const xc_claim *claim = all->members[i]->claim;
        if (claim->latitude.known && xc_slice_equal(claim->place, out->place)) {
            out->latitude = claim->latitude;
            out->longitude = claim->longitude;
            return;
        }
    }
}

static bool set_time(const cluster *all, xc_arena *scratch, xc_arena *arena, xc_incident *out) {
    xc_slice told;
    if (!most_said(all, time_word, scratch, &told)) {
        return false;
    }
    xc_slice from = {0};
    xc_slice to = {0};
    (void)xc_slice_cut(told, ' ', &from, &to);
    out->from = xc_arena_copy(arena, from);
    out->to = xc_arena_copy(arena, to);
    return out->from.ptr && out->to.ptr;
}

typedef struct figure_columns {
    const char *measure;
    size_t low, high;
} figure_columns;

#define COLUMNS(measure)                                                                       \
    { #measure, offsetof(xc_incident, measure##_low), offsetof(xc_incident, measure##_high) }

static const figure_columns figures[] = {COLUMNS(killed),   COLUMNS(injured),
                                         COLUMNS(missing),  COLUMNS(displaced),
                                         COLUMNS(detained), COLUMNS(housing_destroyed)};

static bool is_whole(const cluster *group) {
    const claim_profile *first = group->members[0];
    return first->class_kind != CLASS_PART && first->claim->part_of.len == 0 &&
           first->claim->modality == XC_ASSERTED;
}

// The group that most sources have a part in; of several the one with most claims, then the
// greater, then that of the least id.
static bool is_before(const xc_group *a, const xc_group *b) {
    if (a->sources != b->sources) {
        return a->sources > b->sources;
    }
    if (a->claims != b->claims) {
        return a->claims > b->claims;
    }
    int order = xc_decimal_compare(a->high.value, b->high.value);
    return order ? order > 0 : xc_slice_compare(a->id, b->id) < 0;
}

static void set_figure(const incident_groups *of, const figure_columns *columns,
                       xc_incident *out) {
    const xc_group *best = NULL;
    for (size_t i = 0; i < of->count; i++) {
        const xc_group *group = &of->groups[of->numbers[i]];
        bool fits = xc_slice_is(group->measure, columns->measure) &&
                    is_whole(&of->clusters->items[of->numbers[i]]) &&
                    (group->low.known || group->high.known);
        best = fits && (!best || is_before(group, best)) ? group : best;
    }
    if (best) {
        *(xc_number *)((char *)out + columns->low) = best->low;
        *(xc_number *)((char *)out + columns->high) = best->high;
    }
}

// "Flood, Derna, 10 to 11 Sept 2023"; what is not told is left out.
static bool set_name(const cluster *all, xc_arena *arena, xc_incident *out) {
    xc_buffer name = {0};
    xc_slice kind = out->kind.len ? out->kind : all->members[0]->claim->topic;
    xc_buffer_append(&name, kind);
    if (name.status == XC_OK && kind.len && kind.ptr[0] >= 'a' && kind.ptr[0] <= 'z') {
        name.ptr[0] = (char)(kind.ptr[0] - 'a' + 'A');
    }
    if (out->place.len) {
        xc_buffer_print(&name, ", %.*s", XC_PRINT(out->place));
    }
    if (out->from.len || out->to.len) {
        xc_buffer_text(&name, ", ");
        xc_date_words_span(out->from, out->to, &name);
    }
    out->name =
        name.status == XC_OK ? xc_arena_copy(arena, xc_buffer_slice(&name)) : (xc_slice){0};
    xc_buffer_release(&name);
    return out->name.ptr != NULL;
}

static bool set_id(const cluster *all, xc_arena *arena, xc_incident *out) {
    char id[XC_ID_LENGTH + 1];
    xc_slice least = all->members[0]->claim->id;
    for (size_t i = 1; i < all->count; i++) {
        xc_slice one = all->members[i]->claim->id;
        least = xc_slice_compare(one, least) < 0 ? one : least;
    }
    xc_id_print('i', xc_hash(least), id);
    out->id = xc_arena_copy(arena, xc_slice_of(id));
    return out->id.ptr != NULL;
}

xc_status incident_describe(const incident_groups *of, xc_arena *scratch, xc_arena *arena,
                            xc_incident *out, xc_error *error) {
    cluster all;
    xc_group voices = {0};
    *out = (xc_incident){0};
    bool done = gather(of, scratch, &all) && set_id(&all, arena, out) &&
                most_said(&all, event_word, scratch, &out->kind) &&
                most_said(&all, place_word, scratch, &out->place) &&
                set_time(&all, scratch, arena, out) && set_name(&all, arena, out);
    if (!done) {
        return xc_fail_memory(error);
    }
    set_position(&all, out);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        set_figure(of, &figures[i], out);
    }
    xc_status status = voices_count(&all, scratch, &voices, error);
    out->documents = voices.documents;
    out->sources = voices.sources;
    out->independent = voices.independent;
    return status;
}
