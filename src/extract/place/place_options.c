// SPDX-License-Identifier: MIT
// Gathers what a claim may be about, and takes what has the most points.
#include "extract/place/place_options.h"
#include "extract/place/candidates.h"

enum {
    BACK = 5,        // sentences before a claim whose places it may be about
    FORTH = 1,       // and behind it
    MOST_FAR = 16,   // places named elsewhere in the text
    TWINS = 100,     // claims on each side that may tell the same figure
    MOST_PARTS = 16, // claims behind one that may be its parts
    PART_REACH = 2,  // tokens between a part and its place: "four in Ost"
};

// Where it was told is where it was only if the text names no other place; a country of which it
// says only that its army did something is none.
static bool is_left_out(const place_question *question, const place_mention *mention) {
    return (mention->told && question->places->name_count > 1) ||
           question->places->names[mention->name].force;
}

// "Killed six, four in Ost and two in Lorvik": where the parts of a count were, and not the whole.
// Of a place that no gazetteer has nothing tells whether it holds the others.
static bool is_of_part(const place_question *question, const place_mention *mention) {
    const sentence_scan *scan = question->scan;
    size_t own = (size_t)(question->draft - scan->drafts);
    bool known = mention->place.latitude != 0 || mention->place.longitude != 0;
    if (mention->sentence != question->draft->sentence || mention->role != PLACE_IN || !known) {
        return false;
    }
    for (size_t i = own + 1; i < scan->draft_count && i < own + MOST_PARTS; i++) {
        const claim_draft *part = &scan->drafts[i];
        if (part->sentence != mention->sentence) {
            break;
        }
        if (part->part_of == (int)own && part->first > question->draft->first &&
            part->last <= mention->first && mention->first - part->last <= PART_REACH &&
            part->class_index == question->draft->class_index) {
            return true;
        }
    }
    return false;
}

static void add(const place_question *question, const place_mention *mention, place_option *out,
                size_t *count) {
    if (*count < MOST_OPTIONS && !is_left_out(question, mention) &&
        !is_of_part(question, mention)) {
        out[*count].mention = mention;
        out[*count].standing = place_stands(question->scan, question->draft, mention);
        place_features(question, &out[*count]);
        ++*count;
    }
}

// The mentions of a sentence.
static void add_sentence(const place_question *question, uint32_t sentence, place_option *out,
                         size_t *count) {
    const text_places *places = question->places;
    index_range named = range_of_sentence(places->items, places->count, sizeof(place_mention),
                                          offsetof(place_mention, sentence), sentence);
    for (size_t i = named.first; i < named.last; i++) {
        add(question, &places->items[i], out, count);
    }
}

static bool is_given(const place_option *options, size_t count, uint32_t name) {
    for (size_t i = 0; i < count; i++) {
        if (options[i].mention->name == name) {
            return true;
        }
    }
    return false;
}

// Names that stand farther off: those said most come first, and of equals the earlier.
static void add_far(const place_question *question, place_option *out, size_t *count) {
    const text_places *places = question->places;
    int far = 0;
    for (size_t i = 0; i < places->ranked_count && far < MOST_FAR; i++) {
        uint32_t name = places->ranked[i];
        const place_mention *first = &places->items[places->names[name].first];
        if (!is_given(out, *count, name) && !is_left_out(question, first)) {
            add(question, first, out, count);
            far++;
        }
    }
}

// The last place before the claim's sentence that something is said to be in, and whether its
// own sentence has one.
static void look_back(place_question *question) {
    const text_places *places = question->places;
    index_range own =
        range_of_sentence(places->items, places->count, sizeof(place_mention),
                          offsetof(place_mention, sentence), question->draft->sentence);
    for (size_t i = own.first; i < own.last; i++) {
        question->said_here = question->said_here || place_is_in(&places->items[i]);
    }
    for (size_t i = own.first; i > 0 && !question->latest; i--) {
        question->latest = place_is_in(&places->items[i - 1]) ? &places->items[i - 1] : NULL;
    }
}

// The place that the sentence of another claim says it is in; NULL for none.
static const place_mention *said_of(const place_question *question, const claim_draft *draft) {
    place_question other = *question;
    other.draft = draft;
    other.wish = question->scan->rules->measures[draft->measure].place;
    const place_mention *closest = place_closest(&other);
    return closest && place_is_in(closest) ? closest : NULL;
}

// Whether two claims tell one figure in two sentences.
static bool is_twin(const claim_draft *a, const claim_draft *b) {
    return a->measure == b->measure && a->sentence != b->sentence && a->quantity &&
           b->quantity && a->quantity->value.known && b->quantity->value.known &&
           xc_decimal_compare(a->quantity->value.value, b->quantity->value.value) == 0;
}

static void look_elsewhere(place_question *question) {
    const claim_draft *draft = question->draft;
    const claim_draft *drafts = question->scan->drafts;
    size_t own = (size_t)(draft - drafts);
    size_t first = own > TWINS ? own - TWINS : 0;
    for (size_t i = first; i < question->scan->draft_count && i < own + TWINS; i++) {
        if (!question->twin && is_twin(draft, &drafts[i])) {
            question->twin = said_of(question, &drafts[i]);
        }
    }
    if (draft->part_of != NONE) {
        question->whole = said_of(question, &drafts[draft->part_of]);
    }
}

size_t place_options(place_question *question, place_option *out) {
    size_t count = 0;
    uint32_t own = question->draft->sentence;
    question->closest = place_closest(question);
    look_back(question);
    look_elsewhere(question);
    add_sentence(question, own, out, &count);
    for (uint32_t back = 1; back <= BACK && back <= own; back++) {
        add_sentence(question, own - back, out, &count);
    }
    if (own + 1 < question->scan->text->sentence_count) {
        add_sentence(question, own + 1, out, &count);
    }
    add_far(question, out, &count);
    return place_drop_unfit(question, out, count);
}

int place_option_points(const place_points *points, const place_option *option) {
    int sum = 0;
    for (int i = 0; i < PLACE_FEATURE_COUNT; i++) {
        sum += option->bins[i] == NO_BIN ? 0 : points->of[i][option->bins[i]];
    }
    return sum;
}

// The option with the most points; of equals the first.
static claim_place best_of(const place_question *question, const place_option *options,
                           size_t count) {
    const place_points *points = &question->scan->rules->place_points;
    const place_mention *best = NULL;
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        int sum = place_option_points(points, &options[i]);
        if (i == 0 || sum > most) {
            most = sum;
            best = options[i].mention;
        }
    }
    return best ? (claim_place){best->place.name, best} : (claim_place){0};
}

// A country is where a place of it is that the text is about: "Iran" in a text on Qeshm.
static xc_slice narrowed(const text_places *places, const place_mention *found) {
    bool inside = found->place.kind == XC_PLACE_COUNTRY && !found->part &&
                  place_is_inside(found->place, places->usual);
    return inside ? places->usual.name : found->place.name;
}

// Where its own sentence says that it was, or nowhere.
static claim_place stated(const place_question *question) {
    const text_places *places = question->places;
    const place_mention *found = place_closest(question);
    if (!found || (places->usual.name.len && !place_is_said(found, question->wish))) {
        return (claim_place){0};
    }
    return (claim_place){narrowed(places, found), found};
}

claim_place place_of_draft(const sentence_scan *scan, const text_places *places,
                           const claim_draft *draft) {
    place_question question = {.scan = scan,
                               .places = places,
                               .draft = draft,
                               .wish = scan->rules->measures[draft->measure].place};
    if (question.wish == XC_PLACE_WISH_STATED) {
        return place_unless_spoken(&question, stated(&question));
    }
    place_option options[MOST_OPTIONS];
    size_t count = place_options(&question, options);
    if (scan->watch) {
        scan->watch->see(scan->watch->context, &question, options, count);
    }
    return place_unless_spoken(&question, best_of(&question, options, count));
}
