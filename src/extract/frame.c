// SPDX-License-Identifier: MIT
// Level 5: who says it, where, when, about which event.
#include "attribution.h"
#include "frame_words.h"
#include "place.h"

// The time mention of the claim's sentence that stands nearest to its words.
static const xc_time_mention *nearest_time(const xc_scan *scan, const xc_draft *draft) {
    const xc_time_mention *best = NULL;
    uint32_t least = UINT32_MAX;
    xc_range range = xc_scan_times(scan, draft->sentence);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->duration_only) {
            continue;
        }
        uint32_t distance = time->first_token >= draft->last   ? time->first_token - draft->last
                            : draft->first >= time->last_token ? draft->first - time->last_token
                                                               : 0;
        if (distance < least) {
            least = distance;
            best = time;
        }
    }
    return best;
}

static xc_slice printed(xc_arena *arena, xc_date date) {
    char text[XC_DATE_PRINTED];
    size_t length = xc_date_print(date, text);
    return length ? xc_arena_copy(arena, (xc_slice){text, length}) : (xc_slice){0};
}

static bool is_year(const xc_token *token) {
    return token->kind == XC_TOKEN_NUMBER && token->end - token->start == 4;
}

// "landmine explosion", "2020 war": the noun with what tells it from others of its kind.
static xc_slice event_words(const xc_scan *scan, uint32_t noun, uint32_t sentence_first) {
    const xc_frame_words *words = &scan->language->frames;
    uint32_t first = noun;
    while (first > sentence_first) {
        const xc_token *before = &scan->text->tokens[first - 1];
        if (!(xc_frame_roles(words, before->word) & XC_FRAME_EVENT_MODIFIER) &&
            !is_year(before)) {
            break;
        }
        first--;
    }
    return xc_slice_sub(scan->text->bytes, scan->text->tokens[first].start,
                        scan->text->tokens[noun].end);
}

static xc_slice nearest_event(const xc_scan *scan, const xc_draft *draft) {
    const xc_sentence *sentence = &scan->text->sentences[draft->sentence];
    uint32_t best = UINT32_MAX;
    uint32_t least = UINT32_MAX;
    for (uint32_t token = sentence->first_token; token < sentence->last_token; token++) {
        xc_word word = scan->text->tokens[token].word;
        if (!word || !(xc_frame_roles(&scan->language->frames, word) & XC_FRAME_EVENT)) {
            continue;
        }
        uint32_t distance = token > draft->trigger_first ? token - draft->trigger_first
                                                         : draft->trigger_first - token;
        if (distance < least) {
            least = distance;
            best = token;
        }
    }
    return best == UINT32_MAX ? (xc_slice){0} : event_words(scan, best, sentence->first_token);
}

xc_status xc_frames_fill(const xc_frame_input *input, xc_claim *claims, const xc_draft *drafts,
                         size_t count, xc_error *error) {
    xc_speakers speakers = {0};
    xc_places places = {0};
    xc_status status = XC_OK;
    if (count) {
        status = xc_speakers_find(input->scan, input->document->source, &speakers, error);
    }
    if (count && status == XC_OK) {
        status = xc_places_find(input->scan, drafts, count, &places, error);
    }
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < count; i++) {
        const xc_time_mention *time = drafts[i].statement
                                          ? drafts[i].statement->time
                                          : nearest_time(input->scan, &drafts[i]);
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
        }
        claims[i].place =
            xc_places_of(input->scan, &places, drafts[i].sentence, drafts[i].trigger_first,
                         input->scan->rules->measures[drafts[i].measure].place);
        claims[i].event = nearest_event(input->scan, &drafts[i]);
    }
    return XC_OK;
}
