// SPDX-License-Identifier: MIT
// Points for and against two claims being about the same thing. What both tell and differ in
// rules a link out; what one of them leaves out neither helps nor hurts.
#include "compare/link.h"

#include "compare/order.h"
#include "compare/statement_match.h"
#include "compare/subject.h"

#include <limits.h>
#include <math.h>
#include <string.h>

enum {
    RULED_OUT = INT_MIN,
    UNTOLD_CLASS = 3, // points that a figure loses which does not tell what it counts
    // How many times one figure of a page is another one of the same thing:
    MOST_APART = 3, // without a word on why
    MOST_GROWN = 10 // as a total that rose
};

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

// A toll may triple from one report to the next; the further apart two figures are, the less
// likely they count one thing, even where "at least" allows both.
static int apart_points(double ratio, bool allowed, bool rose) {
    static const struct {
        double ratio;
        int allowed, rose, contradicting;
    } steps[] = {{1.5, 5, 0, 0},
                 {3, 5, -5, -5},
                 {10, -5, -10, -25},
                 {100, -25, -35, -45},
                 {INFINITY, -45, -60, -60}};
    size_t i = 0;
    while (ratio > steps[i].ratio) {
        i++;
    }
    return allowed ? steps[i].allowed : rose ? steps[i].rose : steps[i].contradicting;
}

// Whether the greater figure is the later one, for all that is told.
static bool may_have_risen(const claim_profile *a, const claim_profile *b) {
    if (!a->time_known && !b->time_known) {
        return true;
    }
    int order = times_order(a, b);
    double growth = figure_point(&b->figure) - figure_point(&a->figure);
    return order != 0 && (order < 0 ? growth > 0 : growth < 0);
}

// The longer a number, the less likely that two events share it.
static int figure_points(const claim_profile *a, const claim_profile *b) {
    const figure *one = &a->figure;
    const figure *other = &b->figure;
    if (!one->counted || !other->counted) {
        return 5;
    }
    figure_relation relation = figures_compare(one, other);
    if (relation == FIGURES_EQUAL) {
        double size = isnan(one->value) ? 1 : fabs(one->value / one->scale);
        return 10 + 5 * (size >= 10) + 5 * (size >= 100) + 5 * (size >= 1000);
    }
    return apart_points(figures_ratio(one, other), relation == FIGURES_ALLOW,
                        may_have_risen(a, b));
}

// A denial belongs beside what it denies; "will" and "would" are one promise.
static bool moods_meet(xc_modality one, xc_modality other) {
    bool promised = (one == XC_PREDICTED || one == XC_CONDITIONAL) &&
                    (other == XC_PREDICTED || other == XC_CONDITIONAL);
    bool denied = (one == XC_DENIED && other == XC_ASSERTED) ||
                  (one == XC_ASSERTED && other == XC_DENIED);
    return promised || denied;
}

// "84 Egyptians" are some of "at least 150 people"; "4,000 Lorvikers" may be the 4,100 people.
static bool is_named_part(const claim_profile *named, const claim_profile *all) {
    const double most = 1.5;
    xc_slice one = named->claim->subject_text;
    xc_slice other = all->claim->subject_text;
    bool capital = one.len && one.ptr[0] >= 'A' && one.ptr[0] <= 'Z' &&
                   memchr(one.ptr, ' ', one.len) == NULL;
    bool plain = other.len == 0 || (other.ptr[0] >= 'a' && other.ptr[0] <= 'z');
    return capital && plain && figure_point(&named->figure) < figure_point(&all->figure) &&
           figures_ratio(&named->figure, &all->figure) >= most;
}

static bool comparable(const claim_profile *a, const claim_profile *b) {
    if (a->measure != b->measure || a->statement != b->statement) {
        return false;
    }
    const xc_claim *one = a->claim;
    const xc_claim *other = b->claim;
    figure_relation figures = figures_compare(&a->figure, &b->figure);
    bool equal = figures == FIGURES_EQUAL && a->figure.counted;
    subject_relation subjects = subjects_compare(a, b);
    bool nobody = a->figure.value == 0 && b->figure.value == 0; // "nobody is feared dead"
    // What is planned to last three weeks lasts three weeks once it is agreed.
    bool planned = equal && (a->course == COURSE_LASTS || a->course == COURSE_STEADY) &&
                   one->modality != XC_DENIED && other->modality != XC_DENIED;
    bool same_modality = one->modality == other->modality || nobody || planned ||
                         (a->statement && moods_meet(one->modality, other->modality));
    if (!same_modality || !figures_comparable(&a->figure, &b->figure)) {
        return false;
    }
    if (a->statement) {
        return true;
    }
    if (is_named_part(a, b) || is_named_part(b, a)) {
        return false;
    }
    bool part = one->part_of.len > 0;
    bool other_part = other->part_of.len > 0;
    bool same_size =
        part == other_part || a->class_kind != CLASS_ALL || b->class_kind != CLASS_ALL;
    bool one_new = one->aggregation == XC_NEW;
    bool other_new = other->aggregation == XC_NEW;
    return same_size && (one_new == other_new || equal) &&
           (subjects == SUBJECTS_SAME || (subjects == SUBJECTS_MAY && equal));
}

// How much two documents are about the same thing. A few words prove little either way.
static double leads_alike(const document_profile *a, const document_profile *b) {
    const double middling = 0.35;
    const double enough = 120; // weight of the words
    double least = fmin(a->words.weight, b->words.weight);
    double trust = least / (least + enough);
    return trust * words_contained(&a->words, &b->words) + (1 - trust) * middling;
}

static int context_points(const claim_profile *a, const claim_profile *b, int sentence_weight) {
    double sentence = words_contained(&a->sentence, &b->sentence);
    double lead = same_document(a, b) ? 0.5 : leads_alike(a->document, b->document);
    // Without places, what the documents are about has to tell more.
    int lead_weight = a->place && b->place ? 30 : 45;
    return (int)lround(sentence_weight * sentence + lead_weight * lead);
}

static bool in_title(const claim_profile *p) {
    const xc_document *document = p->document->document;
    return p->claim->within == XC_IN_TITLE ||
           (document->title_in_text && p->claim->end <= document->title.len);
}

// A headline says again what its article says.
static int title_points(const claim_profile *a, const claim_profile *b) {
    return same_document(a, b) && in_title(a) != in_title(b) ? 10 : 0;
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

// Points of two statements: the story's place and day prove little.
static int score_statements(const claim_profile *a, const claim_profile *b, int time) {
    int place = place_points(a, b);
    if (place == RULED_OUT) {
        return RULED_OUT;
    }
    const double related_leads = 0.12;
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
    int around = place + time + event_points(a, b) + context_points(a, b, 30);
    return around / 4 + day_points(a, b) + said;
}

// Points of two figures. Names are looked up in texts only where they can make a link: that is
// most of the work.
static int score_figures(const claim_profile *a, const claim_profile *b, int time) {
    enum { MOST_FOR_PLACE = 30, UNLIKELY_PLACE = -10 };
    if (same_document(a, b) && must_stay_apart(a, b)) {
        return RULED_OUT;
    }
    // "Nine months" at one place may be of anything: without a class the words have to tell.
    bool classless = !a->claim->subject.len && !b->claim->subject.len;
    int rest = time + event_points(a, b) + title_points(a, b) + figure_points(a, b) +
               context_points(a, b, classless ? 45 : 30);
    if (rest + MOST_FOR_PLACE < LINK_THRESHOLD && a->place != b->place) {
        return rest + UNLIKELY_PLACE;
    }
    int place = place_points(a, b);
    return place == RULED_OUT ? RULED_OUT
                              : rest + (classless ? place / 2 - UNTOLD_CLASS : place);
}

int link_score(const claim_profile *a, const claim_profile *b) {
    if (a->measure != b->measure) {
        return RULED_OUT;
    }
    int time = time_points(a, b);
    int month = time == RULED_OUT ? RULED_OUT : month_points(a, b);
    if (month == RULED_OUT || !comparable(a, b)) {
        return RULED_OUT;
    }
    return a->statement ? score_statements(a, b, time + month)
                        : score_figures(a, b, time + month);
}

// "At least 43" allows 680, and no page says both of one thing.
static bool differ(const figure *a, const figure *b) {
    bool stated = !isnan(a->value) && !isnan(b->value);
    return figures_compare(a, b) == FIGURES_CONTRADICT ||
           (stated && figures_ratio(a, b) > MOST_APART);
}

// Two sentences of one page that name two places, neither within the other.
static bool name_two_places(const claim_profile *a, const claim_profile *b) {
    return a->place_said && b->place_said && a->place != b->place &&
           !name_within(a->claim->place, b->claim->place) &&
           !name_within(b->claim->place, a->claim->place);
}

bool must_stay_apart(const claim_profile *a, const claim_profile *b) {
    if (!same_document(a, b) || a->statement || !a->figure.counted || !b->figure.counted) {
        return false;
    }
    if (figures_compare(&a->figure, &b->figure) != FIGURES_EQUAL && name_two_places(a, b)) {
        return true;
    }
    if (!differ(&a->figure, &b->figure)) {
        return false;
    }
    const xc_claim *one = a->claim;
    const xc_claim *other = b->claim;
    // "The toll rose to 15" stands beside the 12 that it replaces; a headline counts as its
    // article does.
    bool series = (one->aggregation == XC_CUMULATIVE || other->aggregation == XC_CUMULATIVE) &&
                  figures_ratio(&a->figure, &b->figure) <= MOST_GROWN;
    bool headline =
        in_title(a) != in_title(b) && figures_ratio(&a->figure, &b->figure) <= MOST_APART;
    bool speakers = one->attribution.len && other->attribution.len &&
                    !xc_slice_equal(one->attribution, other->attribution);
    bool times = !xc_slice_equal(one->to, other->to);
    return !series && !headline && !speakers && !times;
}
