// SPDX-License-Identifier: MIT
// Which happening a claim belongs to. A text mostly tells of one; what it tells of a time long
// before, as an earlier happening, or of all the time since another one began, is recalled.
#include "extract/happening.h"

enum {
    LONG_AGO = 60, // days before the text's own time from which on a time is another's
    LEAD = 3,      // sentences that say what a text is about
};

typedef struct teller {
    const happening_input *in;
    bool dated;       // `base` is known
    int32_t base;     // day of what the text is about
    bool main_dated;  // `main_day` is known
    int32_t main_day; // of the first claim that tells when it happened
} teller;

static int32_t last_day(xc_date date) {
    enum { DAY = 86400 };
    int64_t second = xc_date_last_second(date);
    return (int32_t)((second - (second % DAY + DAY) % DAY) / DAY);
}

// Whether the time ends long before the text's own, or has run since long before. A text
// that nothing dates names no year of its own, but for its lead.
static bool is_long_ago(const teller *t, uint32_t sentence, const xc_time_mention *time) {
    if (!time || time->duration_only) {
        return false;
    }
    if (!t->dated) {
        return time->from.precision == XC_YEAR && sentence >= LEAD;
    }
    xc_date end = time->to.precision != XC_NO_DATE ? time->to : time->from;
    return end.precision != XC_NO_DATE && last_day(end) < t->base - LONG_AGO;
}

// Whether the claim's own clause tells when it happened.
static bool is_timed(const happening_clues *clues) {
    return clues->time && !clues->of_telling && !clues->time->open && !clues->time->as_of &&
           !clues->time->duration_only && clues->time->from.precision != XC_NO_DATE;
}

static uint32_t happening_cues(const sentence_scan *scan, uint32_t token) {
    return word_bits_of(&scan->language->happenings, scan->text->tokens[token].word);
}

// The end of a phrase: a mark or the sentence's edge.
static uint32_t phrase_end(const sentence_scan *scan, const xc_sentence *sentence,
                           uint32_t token) {
    while (token < sentence->last_token &&
           scan->text->tokens[token].kind != XC_TOKEN_PUNCTUATION) {
        token++;
    }
    return token;
}

// What stands behind "since": a time long ago, or a happening that the text is not about.
static bool begins_long_ago(const teller *t, const xc_sentence *sentence, uint32_t since) {
    const sentence_scan *scan = t->in->scan;
    uint32_t end = phrase_end(scan, sentence, since + 1);
    index_range times = scan_times(scan, t->in->scan->sentence_index);
    for (size_t i = times.first; i < times.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->first_token >= since && time->first_token < end) {
            return is_long_ago(t, scan->sentence_index, time);
        }
    }
    const event_words *events = t->in->events;
    index_range named =
        range_of_sentence(events->items, events->count, sizeof *events->items,
                          offsetof(event_mention, sentence), scan->sentence_index);
    for (size_t i = named.first; i < named.last; i++) {
        const event_mention *event = &events->items[i];
        if (event->token > since && event->token < end) {
            return events->main && !event_same_kind(event, events->main);
        }
    }
    return false;
}

// Whether "the deadliest" stands between two tokens, or a relative clause begins there, whose
// "since" it then is.
static bool is_parted(const sentence_scan *scan, uint32_t first, uint32_t last) {
    for (uint32_t token = first; token < last; token++) {
        if (happening_cues(scan, token) & HAPPENING_RECORD ||
            scan_grammar(scan, token) & G_RELATIVE) {
            return true;
        }
    }
    return false;
}

// "More than 9,000 have died since the war began": a figure of all that time.
static bool counts_since(const teller *t, const claim_draft *draft) {
    sentence_scan view = *t->in->scan;
    view.sentence_index = draft->sentence;
    view.sentence = &view.text->sentences[draft->sentence];
    teller here = *t;
    happening_input in = *t->in;
    in.scan = &view;
    here.in = &in;
    for (uint32_t token = view.sentence->first_token; token < view.sentence->last_token;
         token++) {
        if (!(happening_cues(&view, token) & HAPPENING_SINCE)) {
            continue;
        }
        uint32_t from = draft->last > draft->trigger.last ? draft->last : draft->trigger.last;
        if (!is_parted(&view, from, token) && begins_long_ago(&here, view.sentence, token)) {
            return true;
        }
    }
    return false;
}

static bool is_of_old_event(const teller *t, size_t i) {
    const happening_clues *clues = &t->in->clues[i];
    const event_mention *event = clues->event.mention;
    if (!event || !clues->event.own) {
        return false;
    }
    bool recent = clues->time && !clues->of_telling && t->dated &&
                  !is_long_ago(t, t->in->drafts[i].sentence, clues->time);
    int32_t year = t->dated ? xc_date_of_days(t->base - LONG_AGO).year : 0;
    return event->year ? year && event->year < year : event->background && !recent;
}

static bool is_lasting(const teller *t, const event_mention *event) {
    return happening_cues(t->in->scan, event->token) & HAPPENING_LASTING;
}

// "The war, now in its third year, has displaced 6 million", in a text on one attack: a figure
// of all that time.
static bool counts_all_along(const teller *t, size_t i) {
    const happening_clues *clues = &t->in->clues[i];
    const event_mention *event = clues->event.mention;
    const event_mention *main = t->in->events->main;
    const claim_draft *draft = &t->in->drafts[i];
    return event && main && clues->event.own && !draft->statement &&
           event->sentence == draft->sentence && event->token < draft->trigger.first &&
           is_lasting(t, event) && !is_lasting(t, main) && !event_same_kind(event, main) &&
           !is_timed(clues);
}

// "It killed 26,000 and injured 30,000": goes on with what the sentence before recalled.
static bool goes_on(const teller *t, size_t i, const xc_claim *claims) {
    const claim_draft *drafts = t->in->drafts;
    const xc_sentence *sentences = t->in->scan->text->sentences;
    const xc_sentence *own = &sentences[drafts[i].sentence];
    size_t before = i;
    while (before && drafts[before - 1].sentence == drafts[i].sentence) {
        before--;
    }
    return before && drafts[before - 1].sentence + 1 == drafts[i].sentence &&
           claims[before - 1].happening.role == XC_RECALLED &&
           own->paragraph == sentences[drafts[before - 1].sentence].paragraph &&
           sentence_grammar(t->in->scan, own, own->first_token) & G_PRONOUN;
}

// Another happening of the same days: of another kind, in another place.
static bool is_beside(const teller *t, const happening_clues *clues) {
    const event_mention *event = clues->event.mention;
    const event_words *events = t->in->events;
    xc_place usual = t->in->places->usual;
    if (!event || !clues->event.own || !events->main || !clues->place || !usual.name.len ||
        event_same_kind(event, events->main)) {
        return false;
    }
    xc_place place = clues->place->place;
    return event->sentence == clues->place->sentence &&
           !xc_slice_equal(place.name, usual.name) && !place_is_inside(place, usual) &&
           !place_is_inside(usual, place);
}

// Told of another time and place than what the text is about.
static bool is_elsewhere(const teller *t, const happening_clues *clues,
                         const claim_draft *draft) {
    enum { DAYS = 2 };
    xc_place usual = t->in->places->usual;
    bool here = clues->place && clues->place->sentence == draft->sentence;
    if (!here || !usual.name.len || !t->main_dated || !is_timed(clues) ||
        clues->place->sure != SURE_PLACE || draft->statement) {
        return false;
    }
    int32_t first = xc_date_days(clues->time->from);
    xc_place place = clues->place->place;
    bool apart = place.kind == usual.kind && !xc_slice_equal(place.name, usual.name);
    return apart && (first < t->main_day - DAYS || first > t->main_day + DAYS);
}

static xc_happening_role role_of(const teller *t, size_t i, const xc_claim *claims) {
    const happening_clues *clues = &t->in->clues[i];
    const claim_draft *draft = &t->in->drafts[i];
    bool old = is_long_ago(t, draft->sentence, clues->time) || is_of_old_event(t, i) ||
               counts_since(t, draft) || counts_all_along(t, i) ||
               (!clues->time && goes_on(t, i, claims));
    bool beside = is_beside(t, clues) || is_elsewhere(t, clues, draft);
    return old ? XC_RECALLED : beside ? XC_BESIDE : XC_MAIN;
}

// The day of what the text is about: when it was written, or, of one that looks back (an
// anniversary), the time that its lead tells.
static void find_base(teller *t) {
    const happening_input *in = t->in;
    t->dated = in->now.precision >= XC_DAY;
    t->base = t->dated ? xc_date_days(in->now) : 0;
    teller then = *t;
    for (size_t i = 0; i < in->count && in->drafts[i].sentence < LEAD; i++) {
        if (!is_timed(&in->clues[i])) {
            continue;
        }
        if (!is_long_ago(t, in->drafts[i].sentence, in->clues[i].time)) {
            return;
        }
        if (then.base == t->base) {
            then.base = last_day(in->clues[i].time->from);
        }
    }
    *t = then;
}

static void find_main_day(teller *t) {
    const happening_input *in = t->in;
    for (size_t i = 0; i < in->count && !t->main_dated; i++) {
        const happening_clues *clues = &in->clues[i];
        t->main_dated = !in->drafts[i].statement && is_timed(clues) &&
                        clues->time->from.precision >= XC_DAY &&
                        !is_long_ago(t, in->drafts[i].sentence, clues->time);
        t->main_day = t->main_dated ? xc_date_days(clues->time->from) : 0;
    }
}

// Time and place of what the text is about: of its first claims that tell them.
static xc_happening main_happening(const happening_input *in, const xc_claim *claims) {
    xc_happening found = {.place = in->places->usual.name, .role = XC_MAIN};
    for (size_t i = 0; i < in->count; i++) {
        if (claims[i].happening.role != XC_MAIN || in->drafts[i].statement) {
            continue;
        }
        if (!found.from.len && is_timed(&in->clues[i])) {
            found.from = claims[i].from;
            found.to = claims[i].to;
        }
        found.place = found.place.len ? found.place : claims[i].place;
    }
    found.kind = in->events->main ? in->events->main->kind : (xc_slice){0};
    return found;
}

// What a claim of another happening tells of it: nothing that is taken from the text as a whole.
static xc_happening own_happening(const happening_input *in, size_t i, const xc_claim *claim) {
    const happening_clues *clues = &in->clues[i];
    xc_happening found = {.role = claim->happening.role};
    bool here = clues->place && clues->place->sentence == in->drafts[i].sentence;
    found.place = here ? claim->place : (xc_slice){0};
    if (!clues->of_telling) {
        found.from = claim->from;
        found.to = claim->to;
    }
    found.kind = clues->event.own ? clues->event.mention->kind : (xc_slice){0};
    return found;
}

void happenings_fill(const happening_input *input, xc_claim *claims) {
    teller t = {.in = input};
    find_base(&t);
    find_main_day(&t);
    for (size_t i = 0; i < input->count; i++) {
        claims[i].happening.role = role_of(&t, i, claims);
    }
    xc_happening main = main_happening(input, claims);
    for (size_t i = 0; i < input->count; i++) {
        bool is_main = claims[i].happening.role == XC_MAIN;
        claims[i].happening = is_main ? main : own_happening(input, i, &claims[i]);
    }
}
