// SPDX-License-Identifier: MIT
// Events, the pages that tell of them, and the claims on the pages. Of the dates and places 30
// % are missing, 20 % of the names are other names of the same, 5 % of the events have a twin:
// an event of the same kind in the same place and week. A quarter of the pages are copies.
#include "events.h"

#include "crossclaim/base.h"

#include <stdio.h>
#include <string.h>

enum {
    OUTLETS = 400,
    PLACES_PER_EVENTS = 4, // one place for so many events
    WORDS = 24000,         // of the made-up language
    DETAILS = 10,          // words that the reports of one event share
    PAGES = 16,            // of one event, on the average
    DAYS = 3650,
    MEASURES = 5
};

typedef struct measure {
    const char *name, *topic, *subject, *unit;
    const char *before, *after; // the number in a sentence
    int share;                  // of the dead
} measure;

static const measure measures[MEASURES] = {
    {"killed", "casualties", "people", "person", "killed ", " people", 1},
    {"injured", "casualties", "people", "person", "left ", " people injured", 4},
    {"missing", "casualties", "people", "person", "left ", " people missing", 2},
    {"displaced", "displacement", "people", "person", "displaced ", " people", 90},
    {"housing_destroyed", "displacement", "houses", "building", "destroyed ", " houses", 30},
};
static const char *const kinds[][2] = {
    {"earthquake", "quake"},  {"flood", "flooding"}, {"fire", "blaze"},
    {"explosion", "blast"},   {"storm", "cyclone"},  {"landslide", "mudslide"},
    {"collision", "crash"},   {"attack", "assault"}, {"shelling", "bombardment"},
    {"collapse", "collapse"},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

typedef struct world {
    uint64_t state;
    uint64_t claims, wanted, events, pages;
    FILE *out, *truth;
} world;

typedef struct event {
    uint64_t number, place;
    int kind;
    int day; // since 2010
    int dead;
    uint32_t details[DETAILS];
} event;

static uint64_t next(world *w) { // xorshift64*
    w->state ^= w->state >> 12;
    w->state ^= w->state << 25;
    w->state ^= w->state >> 27;
    return w->state * 0x2545F4914F6CDD1DU;
}

static int below(world *w, int limit) {
    return (int)(next(w) % (uint64_t)limit);
}

static bool chance(world *w, int percent) {
    return below(w, 100) < percent;
}

// A word out of syllables; a number gives the same word always.
static const char *word(uint64_t number, bool name, char out[32]) {
    static const char *const syllables[] = {"ka",  "lo", "ri",  "ten", "mur", "sha",
                                            "vel", "do", "pas", "gen", "ti",  "or",
                                            "bel", "nu", "fra", "zim"};
    uint64_t bits = xc_hash((xc_slice){(const char *)&number, sizeof number});
    size_t length = 0;
    for (int i = 0; i < 3 + (int)(bits >> 60) % 2; i++) {
        length +=
            (size_t)snprintf(out + length, 32 - length, "%s", syllables[bits >> (4 * i) & 15]);
    }
    if (name) {
        out[0] = (char)(out[0] - 'a' + 'A');
    }
    return out;
}

static void print_day(int day, char out[XC_DATE_PRINTED]) {
    (void)xc_date_print(xc_date_of_days(14610 + day), out);
}

static void write_text(FILE *out, const char *name, const char *text) {
    (void)fprintf(out, ",\"%s\":\"%s\"", name, text);
}

typedef struct page {
    char label[32], source[32], published[XC_DATE_PRINTED];
    int day; // after the event
    size_t length;
} page;

// What a report says as of its day: tolls grow, fast at first; some hedge.
static long figure(world *w, const event *e, const measure *m, int day, const char **hedge) {
    long grown = (long)e->dead * m->share * (10 + 4 * day) / 10;
    *hedge = "";
    if (chance(w, 15)) {
        *hedge = "at least ";
        grown -= grown / 12;
    } else if (chance(w, 10) && grown > 40) {
        *hedge = "about ";
        grown = grown / 10 * 10;
    }
    return grown > 0 ? grown : 1;
}

static void make_sentence(world *w, const event *e, const measure *m, const char *number,
                          const char *place, char out[512], size_t *start, size_t *end) {
    char text[128];
    char details[4][32];
    for (int i = 0; i < 4; i++) {
        (void)word(e->details[below(w, DETAILS)], i < 2, details[i]);
    }
    (void)snprintf(text, sizeof text, "%s%s%s", m->before, number, m->after);
    (void)snprintf(out, 512, "The %s%s%s %s, %s of %s said near the %s %s.",
                   kinds[e->kind][chance(w, 20)], place[0] ? " in " : "", place, text,
                   details[0], details[1], details[2], details[3]);
    const char *at = strstr(out, number);
    *start = (size_t)(at - out);
    *end = *start + strlen(number);
}

static const char *place_of(world *w, const event *e, char out[32]) {
    if (chance(w, 30)) {
        out[0] = '\0';
        return out;
    }
    (void)word(e->place, true, out);
    if (chance(w, 20)) { // the district for the town
        size_t length = strlen(out);
        (void)snprintf(out + length, 32 - length, " Province");
    }
    return out;
}

static void write_claim(world *w, const event *e, page *p, int which) {
    const measure *m = &measures[which];
    char number[48], place[32], from[XC_DATE_PRINTED] = "", evidence[512], id[XC_ID_LENGTH + 1];
    const char *hedge;
    long value = figure(w, e, m, p->day, &hedge);
    size_t start, end;
    (void)snprintf(number, sizeof number, "%s%ld", hedge, value);
    (void)place_of(w, e, place);
    if (!chance(w, 30)) {
        print_day(e->day, from);
    }
    make_sentence(w, e, m, number, place, evidence, &start, &end);
    uint64_t key = w->claims * 2 + 1;
    xc_id_print('c', xc_hash((xc_slice){(const char *)&key, sizeof key}), id);
    bool open = hedge[0] == 'a' && hedge[1] == 't';
    bool about = hedge[0] == 'a' && hedge[1] == 'b';
    (void)fprintf(w->out, "{\"id\":\"%s\"", id);
    write_text(w->out, "document", p->label);
    write_text(w->out, "source", p->source);
    write_text(w->out, "published", p->published);
    write_text(w->out, "topic", m->topic);
    write_text(w->out, "measure", m->name);
    write_text(w->out, "subject", m->subject);
    write_text(w->out, "unit", m->unit);
    (void)fprintf(w->out, ",\"value\":%ld", value);
    if (!about) {
        (void)fprintf(w->out, ",\"low\":%ld", value);
    }
    if (!about && !open) {
        (void)fprintf(w->out, ",\"high\":%ld", value);
    }
    write_text(w->out, "qualifier", open ? "at_least" : about ? "about" : "exact");
    write_text(w->out, "place", place);
    write_text(w->out, "from", from);
    write_text(w->out, "event", chance(w, 20) ? "" : kinds[e->kind][chance(w, 20)]);
    write_text(w->out, "attribution_kind", "own");
    write_text(w->out, "modality", "asserted");
    write_text(w->out, "evidence", evidence);
    write_text(w->out, "within", "text");
    (void)fprintf(w->out, ",\"start\":%zu,\"end\":%zu", p->length + start, p->length + end);
    write_text(w->out, "rule", "bench:made");
    (void)fprintf(w->out, ",\"confidence\":0.9}\n");
    (void)fprintf(w->truth, "%s,%llu-%d\n", id, (unsigned long long)e->number, which);
    p->length += strlen(evidence) + 1;
    w->claims++;
}

static void open_page(world *w, const event *e, page *p) {
    *p = (page){.day = below(w, 6)};
    (void)snprintf(p->label, sizeof p->label, "page-%07llu.txt",
                   (unsigned long long)w->pages++);
    (void)snprintf(p->source, sizeof p->source, "Outlet %d", below(w, OUTLETS));
    if (!chance(w, 30)) {
        print_day(e->day + p->day, p->published);
    }
}

static void write_page(world *w, const event *e, const event *background) {
    page p;
    open_page(w, e, &p);
    for (int i = 0; i < MEASURES; i++) {
        if (i == 0 || chance(w, 55)) {
            write_claim(w, e, &p, i);
        }
    }
    if (chance(w, 12)) { // "the flood of two years ago killed ..."
        int day = p.day;
        p.day = 5;
        write_claim(w, background, &p, 0);
        p.day = day;
    }
    if (chance(w, 25)) { // an outlet prints the same again
        page copy = p;
        open_page(w, e, &copy);
        copy.day = p.day;
        write_claim(w, e, &copy, 0);
    }
}

static void make_event(world *w, event *e) {
    *e = (event){.number = w->events++, .kind = below(w, KINDS), .day = below(w, DAYS)};
    uint64_t places = w->wanted / (PAGES * 4) / PLACES_PER_EVENTS + 50;
    e->place = 1000000 + next(w) % places;
    e->dead = 3 + below(w, 40) * below(w, 12);
    for (int i = 0; i < DETAILS; i++) {
        e->details[i] = (uint32_t)below(w, WORDS);
    }
}

int events_write(uint64_t claims, uint64_t seed, const char *claims_path,
                 const char *truth_path) {
    world w = {.state = seed * 2 + 1, .wanted = claims};
    w.out = fopen(claims_path, "w");
    w.truth = fopen(truth_path, "w");
    event last = {0};
    make_event(&w, &last);
    while (w.out && w.truth && w.claims < claims) {
        event e;
        make_event(&w, &e);
        if (chance(&w, 5)) { // a twin of the one before
            e.kind = last.kind;
            e.place = last.place;
            e.day = last.day + 1 + below(&w, 6);
        }
        for (int i = 0, pages = 1 + below(&w, 2 * PAGES); i < pages; i++) {
            write_page(&w, &e, &last);
        }
        last = e;
    }
    bool good = w.out && w.truth && fclose(w.out) == 0 && fclose(w.truth) == 0;
    return good ? 0 : 3;
}
