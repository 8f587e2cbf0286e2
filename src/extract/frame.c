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

// "It has regained control", she said: a pronoun that does something is whoever tells it, or
// nobody that the clause names.
static void name_pronoun(const xc_scan *scan, const xc_draft *draft, xc_claim *claim) {
    bool one_word = draft->head_first + 1 == draft->head_last;
    if (!draft->statement || !one_word) {
        return;
    }
    xc_word word = scan->text->tokens[draft->head_first].word;
    if (xc_grammar_of(scan->language, word) & (XC_G_PRONOUN | XC_G_RELATIVE)) {
        claim->subject_text = claim->attribution;
    }
}

xc_status xc_frames_fill(const xc_frame_input *input, xc_claim *claims, const xc_draft *drafts,
                         size_t count, xc_error *error) {
    xc_speakers speakers = {0};
    xc_places places = {0};
    xc_events events = {0};
    xc_status status = XC_OK;
    if (count) {
        status = xc_speakers_find(input->scan, input->document->source, &speakers, error);
    }
    if (count && status == XC_OK) {
        status = xc_places_find(input->scan, drafts, count, &places, error);
    }
    if (count && status == XC_OK) {
        status = xc_events_find(input->scan, &events, error);
    }
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < count; i++) {
        const xc_time_mention *time = drafts[i].statement
                                          ? drafts[i].statement->time
                                          : xc_claim_time(input->scan, &drafts[i]);
        if (time) {
            claims[i].from = printed(input->scan->arena, time->from);
            claims[i].to = printed(input->scan->arena, time->to);
        }
        const xc_speaker *speaker =
            xc_speakers_of(&speakers, drafts[i].sentence,
                           drafts[i].statement ? drafts[i].last - 1 : drafts[i].first);
        if (speaker) {
            claims[i].attribution = speaker->name;
            claims[i].attribution_kind = speaker->kind;
            claims[i].speaks_for = speaker->body;
            claims[i].via = speaker->way;
        }
        name_pronoun(input->scan, &drafts[i], &claims[i]);
        claims[i].place =
            xc_places_of(input->scan, &places, drafts[i].sentence, drafts[i].trigger_first,
                         input->scan->rules->measures[drafts[i].measure].place);
        claims[i].event = xc_events_of(input->scan, &events, &drafts[i], time);
    }
    return XC_OK;
}
