// SPDX-License-Identifier: MIT
// What all readers of cues do: read the subject of a verb, add the speaker that was found.
#include "extract/speaker/cue_finder.h"

#include "extract/speaker/speaker_tree.h"

xc_status cue_add(cue_finder *f, claim_speaker speaker) {
    text_speakers *out = f->out;
    cue_set_reach(f->speech, &speaker);
    speaker.sentence = f->speech->scan.sentence_index;
    claim_speaker *place = xc_arena_grow(f->speech->scan.arena, &out->items, out->count,
                                         &out->capacity, sizeof *place);
    if (!place) {
        return xc_fail_memory(f->error);
    }
    *place = speaker;
    out->count++;
    return XC_OK;
}

// "the SANA news agency": SANA.
xc_span cue_plain_name(const cue_finder *f, xc_span words) {
    speaker_naming read;
    return !xc_span_is_empty(words) && speaker_read(f->speech, words, (xc_span){0}, &read)
               ? read.name
               : words;
}

// ", saying Ada Orlov had left": whom it is told of, and not who says it.
bool cue_is_gerund(const cue_finder *f, uint32_t verb) {
    xc_slice word = xc_token_slice(f->speech->scan.text, verb);
    return word.len > 4 && xc_slice_ends(word, XC_SLICE("ing"));
}

// A long subject may hold another clause, and ", insisting that" has none of its own, which a
// tree alone tells: made where none was yet, if the sentence has a claim.
static void look_at_tree(const cue_finder *f, uint32_t verb, xc_span subject) {
    enum { LONG = 4 };
    sentence_scan *scan = &f->out->speech.scan;
    index_range drafts =
        range_of_sentence(scan->drafts, scan->draft_count, sizeof *scan->drafts,
                          offsetof(claim_draft, sentence), scan->sentence_index);
    bool aside = cue_mark(f, (int64_t)verb - 1, ",") && cue_is_gerund(f, verb);
    if ((aside || subject.last - subject.first >= LONG) && drafts.first < drafts.last) {
        (void)scan_tree(scan);
    }
}

// "Had found ledgers showing": what is found, with the verb before it.
static bool is_object(const cue_finder *f, xc_span subject) {
    enum { VERB = CUE_SAY | CUE_SHOW | CUE_TELL };
    return !xc_span_is_empty(subject) && cue_kinds(f, subject.first) & VERB &&
           !speech_capital(f->speech, subject.first) &&
           cue_grammar(f, (int64_t)subject.first - 1) & (G_HAVE | G_PRONOUN);
}

// Reads the subject before a verb.
bool cue_read_subject(const cue_finder *f, uint32_t verb, speaker_naming *out) {
    xc_span apposition;
    xc_span way;
    xc_span subject = speaker_before(f->speech, verb, &apposition, &way);
    if (is_object(f, subject)) {
        return false;
    }
    bool anyone = cue_kinds(f, verb) & CUE_ANYONE;
    xc_span told;
    look_at_tree(f, verb, subject);
    speaker_side side = speaker_by_tree(f->speech, verb, subject, &told);
    if (side == SPEAKER_BEHIND && !(cue_kinds(f, verb) & CUE_SHOW) &&
        cue_mark(f, (int64_t)verb - 1, ",\"")) {
        return false; // "Five men died, said Ada Orlov"
    }
    if (told.first != subject.first || told.last != subject.last) {
        subject = told;
        apposition = (xc_span){0};
    }
    if (xc_span_is_empty(subject) ||
        !(speaker_read(f->speech, subject, apposition, out) ||
          (anyone && speaker_read_anyone(f->speech, subject, out))) ||
        cue_is_share(f->speech, subject)) {
        return false;
    }
    out->way = cue_plain_name(f, way);
    return true;
}
