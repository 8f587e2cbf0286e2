// SPDX-License-Identifier: MIT
// Speakers who are quoted through others: "according to the ministry, cited by the daily", "was quoted
// by the agency as saying", "citing officials".
#include "extract/speaker/cue_finder.h"

// "According to the ministry, cited by the daily": through whom it is told.
static void take_citer(const cue_finder *f, claim_speaker *speaker) {
    xc_span apposition;
    uint32_t verb = speaker->last + (cue_mark(f, speaker->last, ",") ? 1 : 0);
    verb += cue_grammar(f, verb) & G_SUBORDINATE ? 1 : 0; // "as quoted by"
    if (!(cue_kinds(f, verb) & (CUE_CITE | CUE_CARRIED)) ||
        !(cue_grammar(f, (int64_t)verb + 1) & G_BY)) {
        return;
    }
    xc_span citer = speaker_behind(f->speech, verb + 2, &apposition);
    if (!xc_span_is_empty(citer)) {
        speaker->naming.way = cue_plain_name(f, citer);
        speaker->last = citer.last;
    }
}

xc_status cue_according(cue_finder *f, uint32_t token) {
    uint32_t start = token + 1;
    if (cue_grammar(f, start) & G_TO) {
        start++;
    }
    xc_span apposition;
    xc_span words = speaker_behind(f->speech, start, &apposition);
    while (!xc_span_is_empty(words) && cue_kinds(f, (int64_t)words.last - 1) & CUE_CARRIED) {
        words.last--; // "a statement carried by the daily"
    }
    claim_speaker speaker = {.first = token, .last = words.last, .vouches_behind = true};
    if (xc_span_is_empty(words) ||
        !(speaker_read(f->speech, words, apposition, &speaker.naming) ||
          speaker_read_anyone(f->speech, words, &speaker.naming))) {
        return XC_OK;
    }
    speaker.vouches_before = token > f->sentence->first_token + 1;
    take_citer(f, &speaker);
    return cue_add(f, speaker);
}

// "Y was quoted by X as saying", "quoted as saying by X".
static xc_status find_quoted(cue_finder *f, uint32_t verb, uint32_t be) {
    xc_span apposition;
    uint32_t last = f->sentence->last_token;
    claim_speaker speaker = {
        .last = verb + 1, .vouches_behind = true, .vouches_before = true, .cited = true};
    if (!cue_read_subject(f, be, &speaker.naming)) {
        return XC_OK;
    }
    speaker.first = speaker.naming.all.first;
    uint32_t by = verb + 1;
    if (cue_grammar(f, by) & G_SUBORDINATE && by + 1 < last && cue_is_gerund(f, by + 1)) {
        by += 2;
    }
    if (by < last && cue_grammar(f, by) & G_BY) {
        xc_span way = speaker_behind(f->speech, by + 1, &apposition);
        speaker.naming.way = cue_plain_name(f, way);
        speaker.last = by > verb + 1 && way.last > by ? way.last : speaker.last;
    }
    return cue_add(f, speaker);
}

// "X quoted Y as saying", "citing Y".
xc_status cue_cite(cue_finder *f, uint32_t verb) {
    xc_span apposition;
    int64_t be = (int64_t)verb - 1;
    while (cue_grammar(f, be) & G_ADVERB) {
        be--;
    }
    if (cue_grammar(f, be) & G_BE) {
        return find_quoted(f, verb, (uint32_t)be);
    }
    claim_speaker speaker = {.last = verb + 1, .vouches_behind = true, .vouches_before = true};
    speaker_naming outlet;
    bool active = !cue_mark(f, (int64_t)verb - 1, ",") && cue_read_subject(f, verb, &outlet);
    xc_span words = speaker_behind(f->speech, verb + 1, &apposition);
    if (xc_span_is_empty(words) ||
        !speaker_read(f->speech, words, apposition, &speaker.naming)) {
        return XC_OK;
    }
    if (active && outlet.kind != XC_AGENCY && outlet.kind != XC_MEDIA &&
        speaker.naming.kind == XC_OTHER) {
        return XC_OK; // "He cited Article 5"
    }
    speaker.first = active ? outlet.all.first : verb;
    speaker.last = words.last;
    speaker.cited = true;
    speaker.vouches_before =
        !active || cue_mark(f, (int64_t)outlet.all.first - 1, ",\""); // ", the daily quoted"
    if (active && !outlet.pronoun) {
        speaker.naming.way = outlet.name;
    }
    return cue_add(f, speaker);
}
