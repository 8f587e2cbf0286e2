// SPDX-License-Identifier: MIT
// Points for two statements: what they say, and the place, day and story that they are told of,
// which prove little. There is too little to learn these from yet.
#include "compare/statement_link.h"

#include "compare/statement_match.h"

#include <limits.h>
#include <math.h>

enum { RULED_OUT = INT_MIN };

static bool same_document(const claim_profile *a, const claim_profile *b) {
    return a->document == b->document;
}

// A claim that tells no place, and the place of the other one.
static int untold_place_points(const claim_profile *untold, xc_slice place) {
    if (text_names(untold->claim->evidence, place)) {
        return 20;
    }
    return text_names(untold->document->lead, place) ? 5 : -10;
}

static int place_points(const claim_profile *a, const claim_profile *b) {
    xc_slice one = a->claim->place;
    xc_slice other = b->claim->place;
    if (!a->place || !b->place) {
        return a->place   ? untold_place_points(b, one)
               : b->place ? untold_place_points(a, other)
                          : 0;
    }
    if (a->place == b->place) {
        return 30;
    }
    if (name_within(one, other) || name_within(other, one)) {
        return 10;
    }
    // A place that does not stand in the claim's own sentence may be the page's dateline.
    bool both_said = a->place_said && b->place_said;
    if (same_document(a, b)) {
        return both_said ? RULED_OUT : -30;
    }
    // "Lorvik, a town near Tarn": a sentence that names both may be about either.
    int beside = text_names(a->claim->evidence, other) + text_names(b->claim->evidence, one);
    if (beside) {
        return beside == 2 ? 15 : 5;
    }
    // "Athens" and "Greece": a document that tells of the one is about the other, too.
    int named = text_names(a->document->lead, other) + text_names(b->document->lead, one);
    if (named) {
        return named == 2 ? 5 : 0;
    }
    return both_said ? RULED_OUT : -25;
}

static int gap_of(days a, days b) {
    if (a.first > b.last) {
        return a.first - b.last;
    }
    return b.first > a.last ? b.first - a.last : 0;
}

// A sentence that says "in September" and no year: points for what another month makes
// unlikely.
static int month_points(const claim_profile *a, const claim_profile *b) {
    const claim_profile *told = a->moment.known ? b : a;
    const claim_profile *other = told == a ? b : a;
    if (told->moment.known || !told->months) {
        told = b;
        other = a;
    }
    if (told->moment.known || !told->months) {
        return 0;
    }
    if (other->months) {
        return told->months & other->months ? 0 : RULED_OUT;
    }
    return other->news_months && !(told->months & other->news_months) ? -40 : 0;
}

// "The 2020 war": an event that its name dates.
static bool named_with_date(const claim_profile *a, const claim_profile *b) {
    xc_slice name = a->claim->event;
    bool digits = false;
    for (size_t i = 0; i < name.len; i++) {
        digits = digits || (name.ptr[i] >= '0' && name.ptr[i] <= '9');
    }
    return digits && a->event == b->event;
}

// What was published a month apart and tells no moment in common is of two events, but for
// what stays as it is and for wars and droughts.
static int published_points(const claim_profile *a, const claim_profile *b) {
    enum { WEEKS = 30, APART = -80 };
    days one = a->moment.known ? a->moment : a->document->published;
    days other = b->moment.known ? b->moment : b->document->published;
    if (!one.known || !other.known) {
        return 0;
    }
    int gap = gap_of(a->document->published, b->document->published);
    int points = gap <= 3 ? 5 : gap <= 14 ? 0 : gap <= 60 ? -5 : -15;
    bool stays = a->course == COURSE_STEADY || a->course == COURSE_LASTS || a->lasting ||
                 b->lasting || named_with_date(a, b);
    return gap_of(one, other) > WEEKS && !stays ? APART : points;
}

static int time_points(const claim_profile *a, const claim_profile *b) {
    if (a->moment.known && b->moment.known) {
        int gap = gap_of(a->moment, b->moment);
        return gap == 0 ? 15 : gap == 1 ? 5 : RULED_OUT;
    }
    return a->document->published.known && b->document->published.known ? published_points(a, b)
                                                                        : 0;
}

// A flood does not kill whom an earthquake kills, unless the one comes of the other. An event
// that neither sentence nor title names is only likely the claim's.
static int family_points(const claim_profile *a, const claim_profile *b) {
    enum { OTHER_FAMILY = -90, OTHER_FAMILY_UNSAID = -70 };
    const vocabulary *v = a->vocabulary;
    if (vocabulary_joins(v, "leads_to", a->family_name, b->family_name)) {
        return 0;
    }
    return a->event_said && b->event_said ? OTHER_FAMILY : OTHER_FAMILY_UNSAID;
}

static int event_points(const claim_profile *a, const claim_profile *b) {
    if (!a->event || !b->event) {
        return 0;
    }
    bool same = a->event == b->event || name_within(a->claim->event, b->claim->event) ||
                name_within(b->claim->event, a->claim->event) ||
                xc_slice_ends(a->claim->event, b->claim->event) || // "earthquake", "quake"
                xc_slice_ends(b->claim->event, a->claim->event);
    bool families = a->family_name.len && b->family_name.len;
    if (!same && families && !xc_slice_equal(a->family_name, b->family_name)) {
        return family_points(a, b);
    }
    // Two outlets name one event by many nouns; one document by one.
    return same ? 15 : same_document(a, b) ? -10 : 0;
}

// A denial belongs beside what it denies; "will" and "would" are one promise.
static bool moods_meet(xc_modality one, xc_modality other) {
    bool promised = (one == XC_PREDICTED || one == XC_CONDITIONAL) &&
                    (other == XC_PREDICTED || other == XC_CONDITIONAL);
    bool denied = (one == XC_DENIED && other == XC_ASSERTED) ||
                  (one == XC_ASSERTED && other == XC_DENIED);
    return promised || denied;
}

// How much two documents are about the same thing. A few words prove little either way.
static double leads_alike(const document_profile *a, const document_profile *b) {
    const double middling = 0.35;
    const double enough = 200; // weight of the words
    double least = fmin(a->words.weight, b->words.weight);
    double trust = least / (least + enough);
    return trust * words_contained(&a->words, &b->words) + (1 - trust) * middling;
}

static int context_points(const claim_profile *a, const claim_profile *b) {
    double sentence = words_contained(&a->sentence, &b->sentence);
    double lead = same_document(a, b) ? 0.5 : leads_alike(a->document, b->document);
    // Without places, what the documents are about has to tell more.
    int lead_weight = a->place && b->place ? 30 : 45;
    return (int)lround(30 * sentence + lead_weight * lead);
}

// Two outlets that tell of something at one place on one day mostly tell of one thing.
static int day_points(const claim_profile *a, const claim_profile *b) {
    bool one_day = a->moment.known && b->moment.known && a->moment.first == a->moment.last &&
                   a->moment.first == b->moment.first && a->moment.last == b->moment.last;
    return one_day && a->place && a->place == b->place && !same_document(a, b) ? 30 : 0;
}

// "In June" and "in 2011" do not exclude each other, and are no one moment either.
static bool one_moment(const claim_profile *a, const claim_profile *b) {
    enum { LONGEST = 3 };
    bool known = a->moment.known && b->moment.known;
    bool same = a->moment.first == b->moment.first && a->moment.last == b->moment.last;
    bool brief = a->moment.last - a->moment.first < LONGEST &&
                 b->moment.last - b->moment.first < LONGEST;
    return known && (same || brief);
}

int statement_link_points(const claim_profile *a, const claim_profile *b) {
    enum { ENOUGH = 39 };
    const double related_leads = 0.12;
    bool moods = a->claim->modality == b->claim->modality ||
                 moods_meet(a->claim->modality, b->claim->modality);
    int time = time_points(a, b);
    int month = time == RULED_OUT ? RULED_OUT : month_points(a, b);
    int place = month == RULED_OUT || !moods ? RULED_OUT : place_points(a, b);
    if (place == RULED_OUT) {
        return RULED_OUT;
    }
    circumstances told = {
        .one_time = one_moment(a, b),
        .one_place = a->place && a->place == b->place && a->place_said && b->place_said,
        .one_story =
            same_document(a, b) ||
            words_contained(&a->document->words, &b->document->words) >= related_leads};
    int said = statement_points(a, b, told);
    if (said == RULED_OUT) {
        return RULED_OUT;
    }
    int around = place + time + month + event_points(a, b) + context_points(a, b);
    return around / 4 + day_points(a, b) + said - ENOUGH;
}
