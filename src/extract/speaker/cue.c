// SPDX-License-Identifier: MIT
// The words of a sentence that say who vouches for it: "officials said", "according to",
// "quoted by TASS as saying", "the ministry's toll", "12 killed: police".
#include "extract/speaker/cue_finder.h"
#include "extract/speaker/speaker_tree.h"

enum {
    LIVES_WITHIN = 6, // tokens: "claimed more than 200 lives"
};

// Who heard it is the way of the statement if it is an outlet: "told Reuters".
static uint32_t take_hearer(const cue_finder *f, uint32_t token, speaker_naming *naming) {
    xc_span apposition;
    xc_span hearer = speaker_behind(f->speech, token, &apposition);
    speaker_naming read;
    if (xc_span_is_empty(hearer) || !speech_capital(f->speech, hearer.first)) {
        if (!xc_span_is_empty(hearer) && !(cue_grammar(f, hearer.first) & G_DETERMINER)) {
            return hearer.last;
        }
    }
    bool named =
        !xc_span_is_empty(hearer) && speaker_read(f->speech, hearer, (xc_span){0}, &read);
    bool shouted =
        named && scan_token_at(&f->speech->scan, read.name.first)->flags & XC_TOKEN_CAPITALS;
    if (named && (read.kind == XC_AGENCY || read.kind == XC_MEDIA || shouted)) {
        naming->way = read.name;
    }
    return hearer.last > token ? hearer.last : token;
}

// A verb that shares the subject of the one before it: "put the toll at 40, and added".
static bool share_subject(cue_finder *f, uint32_t verb, claim_speaker *speaker) {
    if (!cue_mark(f, (int64_t)verb - 1, ",") &&
        !(cue_grammar(f, (int64_t)verb - 1) & G_CONJUNCTION)) {
        return false;
    }
    if (f->out->count > f->first_speaker) {
        speaker->naming = f->out->items[f->out->count - 1].naming;
        return true;
    }
    return cue_sentence_subject(f->speech, verb, &speaker->naming);
}

// "added 20 points", "declared war": a verb that says something only where a clause follows.
static bool takes_amount(const cue_finder *f, uint32_t verb) {
    return cue_kinds(f, verb) & CUE_CLAUSE &&
           (cue_quantity_behind(f->speech, verb) == verb + 1 ||
            speaker_verb_acts(f->speech, verb));
}

static bool takes_lives(const cue_finder *f, uint32_t verb) {
    for (uint32_t token = verb + 1; token <= verb + LIVES_WITHIN; token++) {
        if (cue_kinds(f, token) & CUE_LIVES) {
            return true;
        }
    }
    return false;
}

static bool is_denied(const cue_finder *f, uint32_t verb) {
    for (int64_t token = (int64_t)verb - 1; token >= (int64_t)verb - 3; token--) {
        if (cue_grammar(f, token) & (G_NEGATION | G_MODAL_CONDITIONAL)) {
            return true; // "did not say", "might say"
        }
        if (!(cue_grammar(f, token) & (G_HAVE | G_DO | G_ADVERB))) {
            break;
        }
    }
    return false;
}

// ", said Ada Orlov of the border guards."
static xc_status find_inverted(cue_finder *f, uint32_t verb) {
    bool parted =
        cue_mark(f, (int64_t)verb - 1, ",\"") || scan_dash(&f->speech->scan, (int64_t)verb - 1);
    xc_span apposition;
    xc_span words = speaker_behind(f->speech, verb + 1, &apposition);
    claim_speaker speaker = {
        .first = verb, .last = words.last, .vouches_before = true, .verb = verb};
    if (!parted || xc_span_is_empty(words) ||
        !speaker_read(f->speech, words, apposition, &speaker.naming)) {
        return XC_OK;
    }
    const speaker_naming *who = &speaker.naming;
    if (!who->person && who->kind == XC_OTHER && !who->pronoun &&
        !speech_capital(f->speech, who->name.first)) {
        return XC_OK;
    }
    return cue_add(f, speaker);
}

// "was quoted by the agency as saying": the speaker of the citation, with its way.
static bool is_of_citation(const cue_finder *f, uint32_t verb) {
    return cue_is_gerund(f, verb) && f->out->count > f->first_speaker &&
           f->out->items[f->out->count - 1].cited &&
           cue_grammar(f, (int64_t)verb - 1) & G_SUBORDINATE;
}

// "Having no say in its affairs": a noun.
static bool is_noun(const cue_finder *f, uint32_t verb) {
    return scan_roles(&f->speech->scan, (int64_t)verb - 1) & (FRAME_NO | FRAME_ONE | FRAME_THE);
}

static xc_status find_say(cue_finder *f, uint32_t verb) {
    bool base = (cue_kinds(f, verb) & (CUE_BASE | CUE_SAY)) == CUE_BASE;
    if ((base && !cue_is_base(f->speech, verb)) || is_of_citation(f, verb) ||
        is_noun(f, verb)) {
        return XC_OK;
    }
    int64_t stands = (int64_t)verb - 1;
    while (cue_grammar(f, stands) & G_ADVERB &&
           cue_grammar(f, stands - 1) & (G_ADVERB | G_TO)) {
        stands--; // "refused to even say"
    }
    uint32_t before = cue_grammar(f, stands);
    bool told = cue_is_gerund(f, verb) && cue_grammar(f, (int64_t)verb + 1) & G_SUBORDINATE;
    before &= told ? ~(uint32_t)G_BE : ~(uint32_t)0; // "is reporting that"
    if (before & (G_BE | G_TO) || is_denied(f, verb) || takes_lives(f, verb) ||
        takes_amount(f, verb)) {
        return XC_OK;
    }
    claim_speaker speaker = {.last = verb + 1, .verb = verb};
    uint32_t subject_end = told && cue_grammar(f, (int64_t)verb - 1) & G_BE ? verb - 1 : verb;
    if (!cue_read_subject(f, subject_end, &speaker.naming)) {
        size_t before_it = f->out->count;
        xc_status status = cue_is_gerund(f, verb) ? XC_OK : find_inverted(f, verb);
        if (status != XC_OK || f->out->count > before_it) {
            return status;
        }
        if (share_subject(f, verb, &speaker)) {
            speaker.first = verb;
            speaker.vouches_behind = true;
            return cue_add(f, speaker);
        }
        return XC_OK;
    }
    speaker.first = speaker.naming.all.first;
    uint32_t behind = verb + 1;
    if (cue_kinds(f, verb) & CUE_TELL) {
        behind = take_hearer(f, behind, &speaker.naming);
    }
    cue_set_scope(f->speech, &speaker, behind);
    speaker.last = cue_that_behind(f->speech, speaker.last);
    return cue_add(f, speaker);
}

// "put the toll at 40"; "UNHCR counts 5,400"; "the ministry's figures show 40".
static xc_status find_figure_verb(cue_finder *f, uint32_t verb) {
    uint32_t cue = cue_kinds(f, verb);
    claim_speaker speaker = {.last = verb + 1, .vouches_behind = true};
    if (cue_grammar(f, (int64_t)verb - 1) & (G_BE | G_TO) ||
        !cue_read_subject(f, verb, &speaker.naming)) {
        return XC_OK;
    }
    uint32_t count = cue_quantity_behind(f->speech, verb);
    const speaker_naming *who = &speaker.naming;
    bool put =
        cue & CUE_PUT && count > verb + 2 && cue_grammar(f, (int64_t)count - 1) & G_PREPOSITION;
    bool named = who->kind != XC_OTHER || speech_capital(f->speech, who->name.first);
    bool counted = cue & CUE_COUNT && count && !who->person && named;
    // "Researchers found that", but not "police found 12 bodies"
    bool clause = cue_grammar(f, (int64_t)verb + 1) & G_SUBORDINATE;
    bool shown = cue & CUE_SHOW && (who->source || clause || who->kind == XC_EXPERT);
    speaker.first = who->all.first;
    if (shown && who->source) {
        cue_set_scope(f->speech, &speaker, verb + 1);
    }
    return put || counted || shown ? cue_add(f, speaker) : XC_OK;
}

// "was confirmed by the ministry"
static xc_status find_agent(cue_finder *f, uint32_t verb) {
    xc_span apposition;
    xc_span words = speaker_behind(f->speech, verb + 2, &apposition);
    claim_speaker speaker = {
        .first = verb, .last = words.last, .vouches_before = true, .vouches_behind = true};
    if (xc_span_is_empty(words) ||
        !speaker_read(f->speech, words, apposition, &speaker.naming)) {
        return XC_OK;
    }
    return cue_add(f, speaker);
}

// "The ministry's toll rose to 40."
static xc_status find_possessive(cue_finder *f, uint32_t toll) {
    const sentence_scan *scan = &f->speech->scan;
    int64_t owner = (int64_t)toll - 1;
    while (owner > f->sentence->first_token && toll - owner < 4 &&
           scan_token_at(scan, owner)->flags & XC_TOKEN_SPACE_BEFORE) {
        owner--;
    }
    if (owner <= f->sentence->first_token || !(cue_grammar(f, owner) & G_POSSESSIVE) ||
        scan_token_at(scan, owner)->flags & XC_TOKEN_SPACE_BEFORE) {
        return XC_OK;
    }
    claim_speaker speaker = {.last = toll + 1, .vouches_behind = true};
    if (!cue_read_subject(f, (uint32_t)owner, &speaker.naming) ||
        speaker.naming.kind == XC_OTHER) {
        return XC_OK;
    }
    speaker.first = speaker.naming.all.first;
    return cue_add(f, speaker);
}

// A verb has no capital but in a headline and in a text of capitals.
static bool may_be_verb(const cue_finder *f, uint32_t token) {
    unsigned flags = scan_token_at(&f->speech->scan, token)->flags;
    return !(flags & XC_TOKEN_CAPITAL) || (flags & XC_TOKEN_CAPITALS) || f->sentence->heading ||
           token == f->sentence->first_token || cue_mark(f, (int64_t)token - 1, ":\"");
}

static xc_status find_at(cue_finder *f, uint32_t token, uint32_t cue) {
    if (cue & CUE_ACCORDING) {
        return cue_according(f, token);
    }
    if (cue & CUE_AGENT && cue_grammar(f, (int64_t)token + 1) & G_BY) {
        return find_agent(f, token);
    }
    if (cue & CUE_CITE) {
        return cue_cite(f, token);
    }
    size_t before = f->out->count;
    xc_status status = XC_OK;
    if (cue & CUE_SOURCE) {
        status = find_possessive(f, token);
    }
    if (status == XC_OK && f->out->count == before && cue & (CUE_PUT | CUE_COUNT | CUE_SHOW)) {
        status = find_figure_verb(f, token);
    }
    if (status == XC_OK && f->out->count == before && cue & (CUE_SAY | CUE_TELL | CUE_BASE)) {
        status = find_say(f, token);
    }
    return status;
}

xc_status cues_find(text_speakers *speakers, xc_error *error) {
    enum {
        ANNOUNCES = CUE_SAY | CUE_TELL | CUE_PUT | CUE_COUNT | CUE_SHOW | CUE_CITE |
                    CUE_ACCORDING | CUE_AGENT | CUE_SOURCE | CUE_BASE
    };
    const sentence_scan *scan = &speakers->speech.scan;
    cue_finder f = {.out = speakers,
                    .speech = &speakers->speech,
                    .sentence = scan->sentence,
                    .first_speaker = speakers->count,
                    .error = error};
    claim_speaker set_off;
    xc_status status = XC_OK;
    if ((scan->sentence->heading && cue_headline(&speakers->speech, &set_off)) ||
        cue_before_quotation(&speakers->speech, &set_off)) {
        status = cue_add(&f, set_off);
    }
    for (uint32_t token = f.sentence->first_token;
         status == XC_OK && token < f.sentence->last_token; token++) {
        uint32_t cue = speaker_cues(speakers->speech.words, scan->text->tokens[token].word);
        if (cue & ANNOUNCES && may_be_verb(&f, token)) {
            status = find_at(&f, token, cue);
        }
    }
    return status;
}
