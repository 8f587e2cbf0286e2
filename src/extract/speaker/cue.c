// SPDX-License-Identifier: MIT
// The words of a sentence that say who vouches for it: "officials said", "according to",
// "quoted by TASS as saying", "the ministry's toll", "12 killed: police".
#include "extract/speaker/cue.h"
#include "extract/speaker/speaker_tree.h"

enum {
    MOST_BEHIND = 14,  // tokens between "put" and "at"
    MOST_HEADLINE = 7, // tokens of the speaker of a headline
    LIVES_WITHIN = 6,  // tokens: "claimed more than 200 lives"
};

typedef struct finder {
    text_speakers *out;
    const speech_reading *speech;
    const xc_sentence *sentence;
    size_t first_speaker; // of this sentence
    xc_error *error;
} finder;

static uint32_t grammar(const finder *f, int64_t token) {
    return scan_grammar(&f->speech->scan, token);
}

static uint32_t cues(const finder *f, int64_t token) {
    return speech_cues(f->speech, token);
}

static bool is_mark(const finder *f, int64_t token, const char *marks) {
    return speech_mark(f->speech, token, marks);
}

static xc_status add(finder *f, claim_speaker speaker) {
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

// Who heard it is the way of the statement if it is an outlet: "told Reuters".
static uint32_t take_hearer(const finder *f, uint32_t token, speaker_naming *naming) {
    xc_span apposition;
    xc_span hearer = speaker_behind(f->speech, token, &apposition);
    speaker_naming read;
    if (xc_span_is_empty(hearer) || !speech_capital(f->speech, hearer.first)) {
        if (!xc_span_is_empty(hearer) && !(grammar(f, hearer.first) & G_DETERMINER)) {
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
static bool share_subject(finder *f, uint32_t verb, claim_speaker *speaker) {
    if (!is_mark(f, (int64_t)verb - 1, ",") &&
        !(grammar(f, (int64_t)verb - 1) & G_CONJUNCTION)) {
        return false;
    }
    if (f->out->count > f->first_speaker) {
        speaker->naming = f->out->items[f->out->count - 1].naming;
        return true;
    }
    return cue_sentence_subject(f->speech, verb, &speaker->naming);
}

// "added 20 points", "declared war": a verb that says something only where a clause follows.
static bool takes_amount(const finder *f, uint32_t verb) {
    return cues(f, verb) & CUE_CLAUSE && (cue_quantity_behind(f->speech, verb) == verb + 1 ||
                                          speaker_verb_acts(f->speech, verb));
}

static bool takes_lives(const finder *f, uint32_t verb) {
    for (uint32_t token = verb + 1; token <= verb + LIVES_WITHIN; token++) {
        if (cues(f, token) & CUE_LIVES) {
            return true;
        }
    }
    return false;
}

static bool is_denied(const finder *f, uint32_t verb) {
    for (int64_t token = (int64_t)verb - 1; token >= (int64_t)verb - 3; token--) {
        if (grammar(f, token) & (G_NEGATION | G_MODAL_CONDITIONAL)) {
            return true; // "did not say", "might say"
        }
        if (!(grammar(f, token) & (G_HAVE | G_DO | G_ADVERB))) {
            break;
        }
    }
    return false;
}

// "the SANA news agency": SANA.
static xc_span plain_name(const finder *f, xc_span words) {
    speaker_naming read;
    return !xc_span_is_empty(words) && speaker_read(f->speech, words, (xc_span){0}, &read)
               ? read.name
               : words;
}

// ", saying Ada Orlov had left": whom it is told of, and not who says it.
static bool is_gerund(const finder *f, uint32_t verb) {
    xc_slice word = xc_token_slice(f->speech->scan.text, verb);
    return word.len > 4 && xc_slice_ends(word, XC_SLICE("ing"));
}

// A long subject may hold another clause, and ", insisting that" has none of its own, which a
// tree alone tells: made where none was yet, if the sentence has a claim.
static void look_at_tree(const finder *f, uint32_t verb, xc_span subject) {
    enum { LONG = 4 };
    sentence_scan *scan = &f->out->speech.scan;
    index_range drafts =
        range_of_sentence(scan->drafts, scan->draft_count, sizeof *scan->drafts,
                          offsetof(claim_draft, sentence), scan->sentence_index);
    bool aside = is_mark(f, (int64_t)verb - 1, ",") && is_gerund(f, verb);
    if ((aside || subject.last - subject.first >= LONG) && drafts.first < drafts.last) {
        (void)scan_tree(scan);
    }
}

// "Had found ledgers showing": what is found, with the verb before it.
static bool is_object(const finder *f, xc_span subject) {
    enum { VERB = CUE_SAY | CUE_SHOW | CUE_TELL };
    return !xc_span_is_empty(subject) && cues(f, subject.first) & VERB &&
           !speech_capital(f->speech, subject.first) &&
           grammar(f, (int64_t)subject.first - 1) & (G_HAVE | G_PRONOUN);
}

// Reads the subject before a verb.
static bool read_subject(const finder *f, uint32_t verb, speaker_naming *out) {
    xc_span apposition;
    xc_span way;
    xc_span subject = speaker_before(f->speech, verb, &apposition, &way);
    if (is_object(f, subject)) {
        return false;
    }
    bool anyone = cues(f, verb) & CUE_ANYONE;
    xc_span told;
    look_at_tree(f, verb, subject);
    speaker_side side = speaker_by_tree(f->speech, verb, subject, &told);
    if (side == SPEAKER_BEHIND && !(cues(f, verb) & CUE_SHOW) &&
        is_mark(f, (int64_t)verb - 1, ",\"")) {
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
    out->way = plain_name(f, way);
    return true;
}

// ", said Ada Orlov of the border guards."
static xc_status find_inverted(finder *f, uint32_t verb) {
    bool parted =
        is_mark(f, (int64_t)verb - 1, ",\"") || scan_dash(&f->speech->scan, (int64_t)verb - 1);
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
    return add(f, speaker);
}

// "was quoted by the agency as saying": the speaker of the citation, with its way.
static bool is_of_citation(const finder *f, uint32_t verb) {
    return is_gerund(f, verb) && f->out->count > f->first_speaker &&
           f->out->items[f->out->count - 1].cited &&
           grammar(f, (int64_t)verb - 1) & G_SUBORDINATE;
}

// "Having no say in its affairs": a noun.
static bool is_noun(const finder *f, uint32_t verb) {
    return scan_roles(&f->speech->scan, (int64_t)verb - 1) & (FRAME_NO | FRAME_ONE | FRAME_THE);
}

static xc_status find_say(finder *f, uint32_t verb) {
    bool base = (cues(f, verb) & (CUE_BASE | CUE_SAY)) == CUE_BASE;
    if ((base && !cue_is_base(f->speech, verb)) || is_of_citation(f, verb) ||
        is_noun(f, verb)) {
        return XC_OK;
    }
    int64_t stands = (int64_t)verb - 1;
    while (grammar(f, stands) & G_ADVERB && grammar(f, stands - 1) & (G_ADVERB | G_TO)) {
        stands--; // "refused to even say"
    }
    uint32_t before = grammar(f, stands);
    bool told = is_gerund(f, verb) && grammar(f, (int64_t)verb + 1) & G_SUBORDINATE;
    before &= told ? ~(uint32_t)G_BE : ~(uint32_t)0; // "is reporting that"
    if (before & (G_BE | G_TO) || is_denied(f, verb) || takes_lives(f, verb) ||
        takes_amount(f, verb)) {
        return XC_OK;
    }
    claim_speaker speaker = {.last = verb + 1, .verb = verb};
    uint32_t subject_end = told && grammar(f, (int64_t)verb - 1) & G_BE ? verb - 1 : verb;
    if (!read_subject(f, subject_end, &speaker.naming)) {
        size_t before_it = f->out->count;
        xc_status status = is_gerund(f, verb) ? XC_OK : find_inverted(f, verb);
        if (status != XC_OK || f->out->count > before_it) {
            return status;
        }
        if (share_subject(f, verb, &speaker)) {
            speaker.first = verb;
            speaker.vouches_behind = true;
            return add(f, speaker);
        }
        return XC_OK;
    }
    speaker.first = speaker.naming.all.first;
    uint32_t behind = verb + 1;
    if (cues(f, verb) & CUE_TELL) {
        behind = take_hearer(f, behind, &speaker.naming);
    }
    cue_set_scope(f->speech, &speaker, behind);
    speaker.last = cue_that_behind(f->speech, speaker.last);
    return add(f, speaker);
}

// "According to the ministry, cited by the daily": through whom it is told.
static void take_citer(const finder *f, claim_speaker *speaker) {
    xc_span apposition;
    uint32_t verb = speaker->last + (is_mark(f, speaker->last, ",") ? 1 : 0);
    verb += grammar(f, verb) & G_SUBORDINATE ? 1 : 0; // "as quoted by"
    if (!(cues(f, verb) & (CUE_CITE | CUE_CARRIED)) ||
        !(grammar(f, (int64_t)verb + 1) & G_BY)) {
        return;
    }
    xc_span citer = speaker_behind(f->speech, verb + 2, &apposition);
    if (!xc_span_is_empty(citer)) {
        speaker->naming.way = plain_name(f, citer);
        speaker->last = citer.last;
    }
}

static xc_status find_according(finder *f, uint32_t token) {
    uint32_t start = token + 1;
    if (grammar(f, start) & G_TO) {
        start++;
    }
    xc_span apposition;
    xc_span words = speaker_behind(f->speech, start, &apposition);
    while (!xc_span_is_empty(words) && cues(f, (int64_t)words.last - 1) & CUE_CARRIED) {
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
    return add(f, speaker);
}

// "put the toll at 40"; "UNHCR counts 5,400"; "the ministry's figures show 40".
static xc_status find_figure_verb(finder *f, uint32_t verb) {
    uint32_t cue = cues(f, verb);
    claim_speaker speaker = {.last = verb + 1, .vouches_behind = true};
    if (grammar(f, (int64_t)verb - 1) & (G_BE | G_TO) ||
        !read_subject(f, verb, &speaker.naming)) {
        return XC_OK;
    }
    uint32_t count = cue_quantity_behind(f->speech, verb);
    const speaker_naming *who = &speaker.naming;
    bool put =
        cue & CUE_PUT && count > verb + 2 && grammar(f, (int64_t)count - 1) & G_PREPOSITION;
    bool named = who->kind != XC_OTHER || speech_capital(f->speech, who->name.first);
    bool counted = cue & CUE_COUNT && count && !who->person && named;
    // "Researchers found that", but not "police found 12 bodies"
    bool clause = grammar(f, (int64_t)verb + 1) & G_SUBORDINATE;
    bool shown = cue & CUE_SHOW && (who->source || clause || who->kind == XC_EXPERT);
    speaker.first = who->all.first;
    if (shown && who->source) {
        cue_set_scope(f->speech, &speaker, verb + 1);
    }
    return put || counted || shown ? add(f, speaker) : XC_OK;
}

// "Y was quoted by X as saying", "quoted as saying by X".
static xc_status find_quoted(finder *f, uint32_t verb, uint32_t be) {
    xc_span apposition;
    uint32_t last = f->sentence->last_token;
    claim_speaker speaker = {
        .last = verb + 1, .vouches_behind = true, .vouches_before = true, .cited = true};
    if (!read_subject(f, be, &speaker.naming)) {
        return XC_OK;
    }
    speaker.first = speaker.naming.all.first;
    uint32_t by = verb + 1;
    if (grammar(f, by) & G_SUBORDINATE && by + 1 < last && is_gerund(f, by + 1)) {
        by += 2;
    }
    if (by < last && grammar(f, by) & G_BY) {
        xc_span way = speaker_behind(f->speech, by + 1, &apposition);
        speaker.naming.way = plain_name(f, way);
        speaker.last = by > verb + 1 && way.last > by ? way.last : speaker.last;
    }
    return add(f, speaker);
}

// "X quoted Y as saying", "citing Y".
static xc_status find_cite(finder *f, uint32_t verb) {
    xc_span apposition;
    int64_t be = (int64_t)verb - 1;
    while (grammar(f, be) & G_ADVERB) {
        be--;
    }
    if (grammar(f, be) & G_BE) {
        return find_quoted(f, verb, (uint32_t)be);
    }
    claim_speaker speaker = {.last = verb + 1, .vouches_behind = true, .vouches_before = true};
    speaker_naming outlet;
    bool active = !is_mark(f, (int64_t)verb - 1, ",") && read_subject(f, verb, &outlet);
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
        !active || is_mark(f, (int64_t)outlet.all.first - 1, ",\""); // ", the daily quoted"
    if (active && !outlet.pronoun) {
        speaker.naming.way = outlet.name;
    }
    return add(f, speaker);
}

// "was confirmed by the ministry"
static xc_status find_agent(finder *f, uint32_t verb) {
    xc_span apposition;
    xc_span words = speaker_behind(f->speech, verb + 2, &apposition);
    claim_speaker speaker = {
        .first = verb, .last = words.last, .vouches_before = true, .vouches_behind = true};
    if (xc_span_is_empty(words) ||
        !speaker_read(f->speech, words, apposition, &speaker.naming)) {
        return XC_OK;
    }
    return add(f, speaker);
}

// "The ministry's toll rose to 40."
static xc_status find_possessive(finder *f, uint32_t toll) {
    const sentence_scan *scan = &f->speech->scan;
    int64_t owner = (int64_t)toll - 1;
    while (owner > f->sentence->first_token && toll - owner < 4 &&
           scan_token_at(scan, owner)->flags & XC_TOKEN_SPACE_BEFORE) {
        owner--;
    }
    if (owner <= f->sentence->first_token || !(grammar(f, owner) & G_POSSESSIVE) ||
        scan_token_at(scan, owner)->flags & XC_TOKEN_SPACE_BEFORE) {
        return XC_OK;
    }
    claim_speaker speaker = {.last = toll + 1, .vouches_behind = true};
    if (!read_subject(f, (uint32_t)owner, &speaker.naming) || speaker.naming.kind == XC_OTHER) {
        return XC_OK;
    }
    speaker.first = speaker.naming.all.first;
    return add(f, speaker);
}

// A verb has no capital but in a headline and in a text of capitals.
static bool may_be_verb(const finder *f, uint32_t token) {
    unsigned flags = scan_token_at(&f->speech->scan, token)->flags;
    return !(flags & XC_TOKEN_CAPITAL) || (flags & XC_TOKEN_CAPITALS) || f->sentence->heading ||
           token == f->sentence->first_token || is_mark(f, (int64_t)token - 1, ":\"");
}

static xc_status find_at(finder *f, uint32_t token, uint32_t cue) {
    if (cue & CUE_ACCORDING) {
        return find_according(f, token);
    }
    if (cue & CUE_AGENT && grammar(f, (int64_t)token + 1) & G_BY) {
        return find_agent(f, token);
    }
    if (cue & CUE_CITE) {
        return find_cite(f, token);
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
    finder f = {.out = speakers,
                .speech = &speakers->speech,
                .sentence = scan->sentence,
                .first_speaker = speakers->count,
                .error = error};
    claim_speaker set_off;
    xc_status status = XC_OK;
    if ((scan->sentence->heading && cue_headline(&speakers->speech, &set_off)) ||
        cue_before_quotation(&speakers->speech, &set_off)) {
        status = add(&f, set_off);
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
