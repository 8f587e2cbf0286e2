// SPDX-License-Identifier: MIT
// Invented news pages. Several outlets report on each event in their own words but quote the
// same people; other outlets print these reports again, whole or cut; every second outlet has a
// footer.
#include "copies.h"

#include <math.h>
#include <stdio.h>

enum {
    OUTLETS = 60,
    WORDS = 12000, // of the made-up language
    TOPIC = 40,    // words that the reports of one event share
    QUOTES = 4,
    REPORTS = 3, // of one event
    MOST_COPIES = 4,
    MOST_PARAGRAPHS = 40
};

typedef struct story {
    xc_slice paragraphs[MOST_PARAGRAPHS];
    size_t count;
} story;

typedef struct maker {
    uint64_t state;
    xc_arena *arena;
    xc_slice footers[OUTLETS];
    uint32_t topic[TOPIC];
    xc_slice quotes[QUOTES];
    xc_buffer text;
    size_t stories;
    copies_made *out;
    size_t room;
    bool failed;
} maker;

static uint64_t next(maker *m) { // xorshift64*
    m->state ^= m->state >> 12;
    m->state ^= m->state << 25;
    m->state ^= m->state >> 27;
    return m->state * 0x2545F4914F6CDD1DU;
}

static size_t between(maker *m, size_t least, size_t greatest) {
    return least + (size_t)(next(m) % (greatest - least + 1));
}

static bool chance(maker *m, size_t percent) {
    return between(m, 0, 99) < percent;
}

// A few words are frequent and most are rare, as in any language (Zipf).
static uint32_t any_word(maker *m) {
    double part = (double)(next(m) >> 11) / 9007199254740992.0;
    return (uint32_t)(exp(part * log(WORDS)) - 1);
}

static void put_word(maker *m, uint32_t number) {
    static const char *const syllables[] = {"ka",  "lo", "ri",  "ten", "mur", "sha",
                                            "vel", "do", "pas", "gen", "ti",  "or",
                                            "bel", "nu", "fra", "zim"};
    do {
        xc_buffer_print(&m->text, "%s", syllables[number % 16]);
        number /= 16;
    } while (number);
}

static void put_one(maker *m) {
    size_t dice = between(m, 0, 99);
    if (dice < 5) {
        xc_buffer_print(&m->text, "%zu", between(m, 2, 900));
    } else if (dice < 30) {
        put_word(m, m->topic[between(m, 0, TOPIC - 1)]);
    } else {
        put_word(m, any_word(m));
    }
}

// What was put into the buffer since the last call.
static xc_slice take(maker *m) {
    xc_slice copy = xc_arena_copy(m->arena, xc_buffer_slice(&m->text));
    m->failed = m->failed || m->text.status != XC_OK || !copy.ptr;
    xc_buffer_clear(&m->text);
    return copy;
}

static xc_slice make_words(maker *m, size_t count) {
    size_t sentence = between(m, 8, 22);
    for (size_t i = 0; i < count; i++) {
        put_one(m);
        bool stop = i + 1 == count || --sentence == 0;
        xc_buffer_print(&m->text, "%s", stop ? ". " : " ");
        sentence = stop ? between(m, 8, 22) : sentence;
    }
    return take(m);
}

static void put_paragraph(story *s, xc_slice paragraph) {
    if (s->count < MOST_PARAGRAPHS) {
        s->paragraphs[s->count++] = paragraph;
    }
}

// An outlet's own report: up to three of the event's quotes stand in it, as everywhere.
static story make_report(maker *m) {
    story made = {0};
    size_t paragraphs = between(m, 5, 18);
    size_t quotes = between(m, 0, paragraphs < 8 ? 2 : 3);
    for (size_t i = 0; i < paragraphs; i++) {
        put_paragraph(&made, make_words(m, between(m, 25, 50)));
        if (i >= 1 && i <= quotes) {
            put_paragraph(&made, m->quotes[(m->stories + i) % QUOTES]);
        }
    }
    return made;
}

// Of a hundred words so many become others, and so many numbers besides.
static xc_slice edit(maker *m, xc_slice text, size_t percent) {
    for (xc_slice word, rest = text; rest.len;) {
        (void)xc_slice_cut(rest, ' ', &word, &rest);
        bool number = word.len && word.ptr[0] >= '0' && word.ptr[0] <= '9';
        if (word.len && chance(m, number ? percent * 5 : percent)) {
            if (number) {
                xc_buffer_print(&m->text, "%zu ", between(m, 2, 900));
            } else if (chance(m, 70)) { // else it falls out
                put_word(m, any_word(m));
                xc_buffer_print(&m->text, " ");
            }
        } else {
            xc_buffer_print(&m->text, "%.*s ", XC_PRINT(word));
        }
    }
    return take(m);
}

static void edit_all(maker *m, story *s, size_t percent) {
    for (size_t i = 0; i < s->count; i++) {
        s->paragraphs[i] = edit(m, s->paragraphs[i], percent);
    }
}

static void shuffle(maker *m, story *s) {
    for (size_t i = s->count; i > 1; i--) {
        size_t other = between(m, 0, i - 1);
        xc_slice kept = s->paragraphs[i - 1];
        s->paragraphs[i - 1] = s->paragraphs[other];
        s->paragraphs[other] = kept;
    }
}

// At least two thirds of the report without a break, before and after it the outlet's own
// words.
static story cut_inside(maker *m, const story *whole) {
    story made = {0};
    size_t kept = between(m, (whole->count * 2 + 2) / 3, whole->count);
    size_t from = between(m, 0, whole->count - kept);
    size_t own = between(m, 2, 14);
    size_t before = between(m, 0, own);
    for (size_t i = 0; i < own; i++) {
        for (size_t k = 0; i == before && k < kept; k++) {
            put_paragraph(&made, whole->paragraphs[from + k]);
        }
        put_paragraph(&made, make_words(m, between(m, 25, 50)));
    }
    for (size_t k = 0; own == before && k < kept; k++) {
        put_paragraph(&made, whole->paragraphs[from + k]);
    }
    return made;
}

static story copy_of(maker *m, const story *whole, copy_kind kind) {
    story made = *whole;
    if (kind == TRIMMED) {
        made.count = (whole->count + 2) / 3;
    } else if (kind == INSIDE) {
        made = cut_inside(m, whole);
    } else if (kind == REORDERED) {
        shuffle(m, &made);
    }
    if (kind == EDITED) {
        edit_all(m, &made, between(m, 2, 6));
    } else if (kind != WHOLE && chance(m, 50)) {
        edit_all(m, &made, between(m, 1, 2));
    }
    return made;
}

static void put_document(maker *m, const story *s, size_t number, copy_kind kind) {
    if (m->out->count == m->room) {
        return;
    }
    size_t outlet = between(m, 0, OUTLETS - 1);
    xc_document *document = &m->out->documents[m->out->count];
    m->out->stories[m->out->count] = number;
    m->out->kinds[m->out->count] = kind;
    document->title = make_words(m, between(m, 5, 11));
    document->source = xc_arena_print(m->arena, "Outlet %zu", outlet);
    document->label = xc_arena_print(m->arena, "page-%07zu.txt", m->out->count);
    document->key = document->label;
    for (size_t i = 0; i < s->count; i++) {
        xc_buffer_print(&m->text, "%.*s\n\n", XC_PRINT(s->paragraphs[i]));
    }
    xc_buffer_print(&m->text, "%.*s", XC_PRINT(m->footers[outlet]));
    document->text = take(m);
    m->out->count++;
}

static void make_event(maker *m) {
    story reports[REPORTS];
    story round_up = {0};
    for (size_t i = 0; i < TOPIC; i++) {
        m->topic[i] = (uint32_t)between(m, 200, WORDS - 1);
    }
    for (size_t i = 0; i < QUOTES; i++) {
        m->quotes[i] = make_words(m, between(m, 12, 35));
    }
    for (size_t i = 0; i < REPORTS; i++) {
        reports[i] = make_report(m);
        put_document(m, &reports[i], m->stories, REPORT);
        for (size_t k = 0, copies = between(m, 0, MOST_COPIES); k < copies; k++) {
            copy_kind kind = (copy_kind)between(m, WHOLE, COPY_KINDS - 1);
            story copy = copy_of(m, &reports[i], kind);
            put_document(m, &copy, m->stories, kind);
        }
        put_paragraph(&round_up, reports[i].paragraphs[0]);
        put_paragraph(&round_up, make_words(m, between(m, 40, 80)));
        m->stories++;
    }
    if (chance(m, 50)) {
        put_document(m, &round_up, m->stories++, ROUND_UP);
    }
}

bool copies_make(size_t documents, uint64_t seed, xc_arena *arena, copies_made *out) {
    maker m = {.state = seed * 2 + 1, .arena = arena, .out = out, .room = documents};
    *out = (copies_made){.documents = xc_arena_array(arena, documents, sizeof *out->documents),
                         .stories = xc_arena_array(arena, documents, sizeof *out->stories),
                         .kinds = xc_arena_array(arena, documents, sizeof *out->kinds)};
    m.failed = !out->documents || !out->stories || !out->kinds;
    for (size_t i = 0; i < OUTLETS; i += 2) {
        m.footers[i] = make_words(&m, between(&m, 20, 120));
    }
    while (!m.failed && out->count < documents) {
        make_event(&m);
    }
    xc_buffer_release(&m.text);
    return !m.failed;
}
