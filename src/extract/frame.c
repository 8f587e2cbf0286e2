// SPDX-License-Identifier: MIT
// Level 5: who says it, where, when, about which event.
#include "extract/claim_time.h"
#include "extract/happening.h"
#include "extract/place/place.h"
#include "extract/speaker/attribution.h"

#include <math.h>

static xc_slice printed(xc_arena *arena, xc_date date) {
    char text[XC_DATE_PRINTED];
    size_t length = xc_date_print(date, text);
    return length ? xc_arena_copy(arena, (xc_slice){text, length}) : (xc_slice){0};
}

// "2023-09-24T17:35+04:00": a clock time with the zone that the text tells.
static xc_slice with_zone(xc_arena *arena, xc_slice text, xc_date date,
                          const xc_time_mention *time) {
    if (!time->zoned || date.precision < XC_HOUR) {
        return text;
    }
    int minutes = time->zone < 0 ? -time->zone : time->zone;
    char sign = time->zone < 0 ? '-' : '+';
    xc_slice zoned = xc_arena_print(arena, "%.*s%c%02d:%02d", XC_PRINT(text), sign,
                                    minutes / 60, minutes % 60);
    return zoned.ptr ? zoned : text;
}

// What happened stands in `from`, as of when it was told in `to` alone.
static void fill_time(const sentence_scan *scan, const claim_draft *draft,
                      const xc_time_mention *time, xc_claim *claim) {
    claim->from = with_zone(scan->arena, printed(scan->arena, time->from), time->from, time);
    claim->to = with_zone(scan->arena, printed(scan->arena, time->to), time->to, time);
    if (!draft->statement && claim->from.len && time_is_of_telling(scan, draft, time)) {
        claim->to = claim->to.len ? claim->to : claim->from;
        claim->from = (xc_slice){0};
    }
    if (claim->from.len || claim->to.len) {
        claim->time_start = time->start;
        claim->time_end = time->end;
    }
}

// "It has regained control", she said: a pronoun that does something is whoever tells it, or
// nobody that the clause names.
static void name_pronoun(const sentence_scan *scan, const claim_draft *draft, xc_claim *claim) {
    bool one_word = draft->head.first + 1 == draft->head.last;
    if (!draft->statement || !one_word) {
        return;
    }
    xc_word word = scan->text->tokens[draft->head.first].word;
    if (grammar_of(scan->language, word) & (G_PRONOUN | G_RELATIVE)) {
        claim->subject_text = claim->attribution;
    }
}

// Degrees in four places, which is ten metres.
static xc_number degrees(float value) {
    xc_decimal decimal = {llroundf(value * 10000), -4};
    (void)!xc_decimal_add(decimal, xc_decimal_of(0), &decimal); // brings it into its plain form
    return xc_number_from(decimal);
}

static void fill_position(const xc_place *place, xc_claim *claim) {
    if (place->latitude != 0 || place->longitude != 0) {
        claim->latitude = degrees(place->latitude);
        claim->longitude = degrees(place->longitude);
    }
}

// The place, and the words that it was read from.
static void fill_place(const sentence_scan *scan, claim_place place, xc_claim *claim) {
    claim->place = place.name;
    if (place.mention && xc_slice_equal(place.mention->place.name, place.name)) {
        fill_position(&place.mention->place, claim);
    }
    if (place.mention) {
        claim->place_start = scan->text->tokens[place.mention->first].start;
        claim->place_end = scan->text->tokens[place.mention->last - 1].end;
    }
}

static void fill_speaker(const sentence_scan *scan, text_speakers *speakers,
                         const claim_draft *draft, xc_claim *claim) {
    const claim_speaker *speaker = speakers_of(
        speakers, draft->sentence, draft->statement ? draft->last - 1 : draft->first);
    if (speaker) {
        claim->attribution = speaker->name;
        claim->attribution_kind = speaker->kind;
        claim->speaks_for = speaker->body;
        claim->via = speaker->way;
        xc_span words = speaker->naming.all;
        if (claim->attribution.len && words.first < words.last) {
            claim->speaker_start = scan->text->tokens[words.first].start;
            claim->speaker_end = scan->text->tokens[words.last - 1].end;
        }
    }
}

// The noun of the happening, wherever the text names it.
static void fill_event(const sentence_scan *scan, claim_event event, xc_claim *claim) {
    claim->event = event.words;
    if (event.words.len && event.mention) {
        claim->event_start = scan->text->tokens[event.mention->token].start;
        claim->event_end = scan->text->tokens[event.mention->token].end;
    }
}

// What the text tells of speakers, places and events.
typedef struct text_frames {
    text_speakers speakers;
    text_places places;
    event_words events;
} text_frames;

static xc_status find_frames(const frame_input *input, const claim_draft *drafts, size_t count,
                             text_frames *out, xc_error *error) {
    xc_status status =
        speakers_find(input->scan, input->document->source, &out->speakers, error);
    if (status == XC_OK) {
        status = places_find(input->scan, drafts, count, &out->places, error);
    }
    return status == XC_OK ? events_find(input->scan, &out->events, error) : status;
}

// The fields of one claim that its surroundings give, and what they were read from.
static happening_clues fill_frame(const sentence_scan *scan, text_frames *frames,
                                  const claim_draft *draft, xc_claim *claim) {
    happening_clues clues = {.time = draft->statement ? draft->statement->time
                                                      : claim_time(scan, draft)};
    if (clues.time) {
        fill_time(scan, draft, clues.time, claim);
        clues.of_telling = !draft->statement && time_is_of_telling(scan, draft, clues.time);
    }
    fill_speaker(scan, &frames->speakers, draft, claim);
    name_pronoun(scan, draft, claim);
    claim_place place = place_of_draft(scan, &frames->places, draft);
    fill_place(scan, place, claim);
    clues.place = place.mention;
    clues.event = events_of(scan, &frames->events, draft, clues.time);
    fill_event(scan, clues.event, claim);
    return clues;
}

xc_status frames_fill(const frame_input *input, xc_claim *claims, const claim_draft *drafts,
                      size_t count, xc_error *error) {
    if (!count) {
        return XC_OK;
    }
    text_frames frames = {0};
    happening_clues *clues = xc_arena_array(input->scan->arena, count, sizeof *clues);
    if (!clues) {
        return xc_fail_memory(error);
    }
    xc_status status = find_frames(input, drafts, count, &frames, error);
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < count; i++) {
        clues[i] = fill_frame(input->scan, &frames, &drafts[i], &claims[i]);
    }
    happening_input happening = {.scan = input->scan,
                                 .events = &frames.events,
                                 .places = &frames.places,
                                 .drafts = drafts,
                                 .clues = clues,
                                 .count = count,
                                 .now = input->now};
    happenings_fill(&happening, claims);
    return XC_OK;
}
