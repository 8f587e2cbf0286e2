// SPDX-License-Identifier: MIT
// Level 5: who says it, where, when, about which event.
#include "extract/claim_time.h"
#include "extract/event.h"
#include "extract/place/place.h"
#include "extract/speaker/attribution.h"

static xc_slice printed(xc_arena *arena, xc_date date) {
    char text[XC_DATE_PRINTED];
    size_t length = xc_date_print(date, text);
    return length ? xc_arena_copy(arena, (xc_slice){text, length}) : (xc_slice){0};
}

// What happened stands in `from`, as of when it was told in `to` alone.
static void fill_time(const sentence_scan *scan, const claim_draft *draft,
                      const xc_time_mention *time, xc_claim *claim) {
    claim->from = printed(scan->arena, time->from);
    claim->to = printed(scan->arena, time->to);
    if (!draft->statement && claim->from.len && time_is_of_telling(scan, draft, time)) {
        claim->to = claim->to.len ? claim->to : claim->from;
        claim->from = (xc_slice){0};
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

// The place, and the words that it was read from.
static void fill_place(const sentence_scan *scan, claim_place place, xc_claim *claim) {
    claim->place = place.name;
    if (place.mention) {
        claim->place_start = scan->text->tokens[place.mention->first].start;
        claim->place_end = scan->text->tokens[place.mention->last - 1].end;
    }
}

xc_status frames_fill(const frame_input *input, xc_claim *claims, const claim_draft *drafts,
                      size_t count, xc_error *error) {
    text_speakers speakers = {0};
    text_places places = {0};
    event_words events = {0};
    xc_status status = XC_OK;
    if (count) {
        status = speakers_find(input->scan, input->document->source, &speakers, error);
    }
    if (count && status == XC_OK) {
        status = places_find(input->scan, drafts, count, &places, error);
    }
    if (count && status == XC_OK) {
        status = events_find(input->scan, &events, error);
    }
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < count; i++) {
        const xc_time_mention *time = drafts[i].statement ? drafts[i].statement->time
                                                          : claim_time(input->scan, &drafts[i]);
        if (time) {
            fill_time(input->scan, &drafts[i], time, &claims[i]);
        }
        const claim_speaker *speaker =
            speakers_of(&speakers, drafts[i].sentence,
                        drafts[i].statement ? drafts[i].last - 1 : drafts[i].first);
        if (speaker) {
            claims[i].attribution = speaker->name;
            claims[i].attribution_kind = speaker->kind;
            claims[i].speaks_for = speaker->body;
            claims[i].via = speaker->way;
        }
        name_pronoun(input->scan, &drafts[i], &claims[i]);
        fill_place(input->scan, place_of_draft(input->scan, &places, &drafts[i]), &claims[i]);
        claims[i].event = events_of(input->scan, &events, &drafts[i], time);
    }
    return XC_OK;
}
