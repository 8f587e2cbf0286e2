// SPDX-License-Identifier: MIT
// Each rule asks the two sentences alone; docs/verdicts.md has them with an example each.
#include "compare/pair/other_scope.h"

#include "compare/figure_words.h"
#include "compare/pair/pair_features.h"

#include <string.h>

// "Nobody died in Tarn" says nothing of Lorvik's dead, nor of those of another cause.
static bool of_nobody(const claim_profile *a, const claim_profile *b) {
    bool one = a->figure.value == 0;
    bool other = b->figure.value == 0;
    bool one_place = a->place == b->place && (a->place_said || b->place_said || !a->place);
    bool one_cause = a->family == b->family;
    return one != other && !(one_place && one_cause && a->subject == b->subject);
}

static bool names_place(const claim_profile *p) {
    return p->place && p->place_said;
}

// "Across the north-east 38,000 are displaced" is told of a wider area than the town that the
// page is about.
static bool is_of_wider_area(const claim_profile *wide, const claim_profile *other) {
    bool assumed = !wide->place || (wide->place == other->place && !wide->place_said);
    return assumed && names_place(other) && words_of_kind(wide, "wide_area", NULL).ptr &&
           !words_of_kind(other, "wide_area", NULL).ptr;
}

// Those who need help are some of those who felt the storm.
static bool is_in_need(const claim_profile *a, const claim_profile *b) {
    bool affected = xc_slice_is(a->claim->measure, "affected");
    return affected &&
           !words_of_kind(a, "in_need", NULL).ptr != !words_of_kind(b, "in_need", NULL).ptr;
}

// The displaced of a town and those of its country are two counts, though each page knows both.
static bool of_other_areas(const claim_profile *a, const claim_profile *b) {
    return xc_slice_is(a->claim->topic, "displacement") && a->class_kind != CLASS_THINGS &&
           place_bin(a, b) == PLACES_BOTH_SAID;
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// The name that is joined to the claim's place by "and": "into Lorvik and Tarn".
static xc_slice joined_place(const claim_profile *p) {
    static const char and[] = " and ";
    enum { AND = sizeof and-1 };
    xc_slice text = p->claim->evidence;
    xc_slice place = p->claim->place;
    for (size_t i = 0; place.len && i + place.len <= text.len; i++) {
        if (!xc_slice_equal(xc_slice_sub(text, i, i + place.len), place)) {
            continue;
        }
        size_t end = i + place.len;
        size_t name = end + AND;
        if (name < text.len && is_capital(text.ptr[name]) &&
            xc_slice_equal(xc_slice_sub(text, end, name), xc_slice_of(and))) {
            size_t last = name;
            while (last < text.len && !strchr(" .,;:)", text.ptr[last])) {
                last++;
            }
            return xc_slice_sub(text, name, last);
        }
        if (i > AND && xc_slice_equal(xc_slice_sub(text, i - AND, i), xc_slice_of(and))) {
            size_t first = i - AND;
            while (first > 0 && !strchr(" .,;:(", text.ptr[first - 1])) {
                first--;
            }
            xc_slice found = xc_slice_sub(text, first, i - AND);
            return found.len && is_capital(found.ptr[0]) ? found : (xc_slice){0};
        }
    }
    return (xc_slice){0};
}

// "150,000 crossed into Lorvik and Tarn" is no count of those who crossed into Lorvik.
static bool is_of_two_places(const claim_profile *two, const claim_profile *other) {
    xc_slice joined = joined_place(two);
    return joined.len && other->place == two->place && !joined_place(other).len &&
           !word_set_has(&other->sentence, word_stem(joined));
}

static bool is_of_one_day(const claim_profile *p) {
    return p->moment.known && p->moment.first == p->moment.last;
}

// Whom a sentence dates to one day are none of those whom a page of weeks later tells of another
// place, however long the war lasts.
static bool of_another_attack(const claim_profile *a, const claim_profile *b) {
    enum { ONE_TOLD_WEEKS_OFF = 8, SAME_SAID = 1, SAME_UNSAID = 4 };
    uint8_t place = place_bin(a, b);
    bool other_place = a->place && b->place && (place < SAME_SAID || place > SAME_UNSAID);
    return xc_slice_is(a->claim->topic, "casualties") && other_place &&
           (is_of_one_day(a) || is_of_one_day(b)) && time_bin(a, b) == ONE_TOLD_WEEKS_OFF;
}

const char *other_scope(const claim_profile *a, const claim_profile *b) {
    bool wider = is_of_wider_area(a, b) || is_of_wider_area(b, a);
    bool two = is_of_two_places(a, b) || is_of_two_places(b, a);
    return of_nobody(a, b)        ? "one counts nobody, elsewhere or of another cause"
           : wider                ? "one is told of a wider area"
           : of_other_areas(a, b) ? "the displaced of two areas"
           : two                  ? "one adds up two places"
           : is_in_need(a, b)     ? "those affected, and those of them in need"
           : of_another_attack(a, b)
               ? "one tells its day, and the other another place weeks off"
               : NULL;
}
