// SPDX-License-Identifier: MIT
// Who vouches for a claim: the nearest speaker of its sentence, or of the quotation around it.
#include "extract/speaker/attribution.h"

#include "extract/speaker/speaker_tree.h"

enum {
    MOST_PARAGRAPHS = 6, // that a quotation goes on over, each opened anew
    MOST_SENTENCES = 40, // of a quotation that are looked through for its speaker
    NEAR_BEFORE = 12,    // sentences that a pronoun reaches back
    NEAR_BEHIND = 4,     // in which a quotation may tell its speaker
};

// Marks the sentences around claims, whole paragraphs: speakers far from any are not asked for.
static void mark_near(const sentence_scan *scan, uint8_t *near) {
    const xc_sentence *sentences = scan->text->sentences;
    uint32_t count = (uint32_t)scan->text->sentence_count;
    for (size_t i = 0; i < scan->draft_count; i++) {
        uint32_t claim = scan->drafts[i].sentence;
        uint32_t first = claim > NEAR_BEFORE ? claim - NEAR_BEFORE : 0;
        uint32_t last = count - claim > NEAR_BEHIND ? claim + NEAR_BEHIND : count - 1;
        while (first > 0 && sentences[first - 1].paragraph == sentences[first].paragraph &&
               !near[first - 1]) {
            first--;
        }
        for (uint32_t at = first; at <= last; at++) {
            near[at] = 1;
        }
    }
}

xc_status speakers_find(const sentence_scan *scan, xc_slice source, text_speakers *out,
                        xc_error *error) {
    *out = (text_speakers){.speech = {.scan = *scan, .words = &scan->language->speakers},
                           .source = source};
    uint8_t *near = xc_arena_array(scan->arena, scan->text->sentence_count + 1, 1);
    if (!near) {
        return xc_fail_memory(error);
    }
    mark_near(scan, near);
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < scan->text->sentence_count; i++) {
        if (near[i]) {
            speech_go(&out->speech, (uint32_t)i);
            status = cues_find(out, error);
        }
    }
    return status == XC_OK
               ? quotations_find(scan->text, near, scan->arena, &out->quotations, error)
               : status;
}

static index_range speakers_in(const text_speakers *speakers, uint32_t sentence) {
    return range_of_sentence(speakers->items, speakers->count, sizeof(claim_speaker),
                             offsetof(claim_speaker, sentence), sentence);
}

// "In a three-minute reply, Orlov said that 12 had died", "she said of her three-minute reply":
// words beside what was said. Only there a tree is made that no rule has asked for.
static bool is_left_out(text_speakers *speakers, const claim_speaker *speaker, uint32_t token) {
    speech_reading *speech = &speakers->speech;
    bool opens = token < speaker->first && speaker->vouches_behind;
    bool follows = speaker->verb && token > speaker->verb &&
                   speech_grammar(speech, (int64_t)speaker->verb + 1) & G_PREPOSITION;
    if (!speaker->verb || !(opens || follows)) {
        return false;
    }
    (void)scan_tree(&speech->scan);
    return speaker_leaves_out(speech, speaker->verb, token);
}

// Distance of a speaker's words from the token, UINT32_MAX where it does not vouch for it.
static uint32_t distance(text_speakers *speakers, const claim_speaker *speaker,
                         const quoted_passage *around, uint32_t token) {
    const quoted_passage *own = quotation_at(&speakers->quotations, speaker->first);
    if (own && own != around) {
        return UINT32_MAX; // who is quoted says nothing outside the quotation
    }
    bool quoted = around && !own; // the speaker of the quotation
    if (!quoted && is_left_out(speakers, speaker, token)) {
        return UINT32_MAX;
    }
    if (token >= speaker->last) {
        return quoted || (speaker->vouches_behind && token < speaker->reach)
                   ? token - speaker->last
                   : UINT32_MAX;
    }
    if (token < speaker->first) {
        return quoted || speaker->vouches_before ? speaker->first - token : UINT32_MAX;
    }
    return UINT32_MAX;
}

static size_t nearest_in(text_speakers *speakers, index_range range,
                         const quoted_passage *around, uint32_t token) {
    size_t best = SIZE_MAX;
    uint32_t least = UINT32_MAX;
    for (size_t i = range.first; i < range.last; i++) {
        uint32_t here = distance(speakers, &speakers->items[i], around, token);
        if (here < least) {
            least = here;
            best = i;
        }
    }
    if (best == SIZE_MAX || speakers->items[best].cited) {
        return best;
    }
    const speaker_naming *who = &speakers->items[best].naming;
    bool outlet = !who->person &&
                  (who->kind == XC_AGENCY || who->kind == XC_MEDIA || who->kind == XC_OTHER);
    for (size_t i = range.first; outlet && i < range.last; i++) {
        if (speakers->items[i].cited) { // "Xinhua said, citing an official"
            return i;
        }
    }
    return best;
}

static uint32_t sentence_of(const xc_text *text, uint32_t token) {
    size_t count = text->sentence_count;
    size_t found = first_from(text->sentences, count, sizeof *text->sentences,
                              offsetof(xc_sentence, last_token), (uint64_t)token + 1);
    return (uint32_t)(found < count ? found : count - 1);
}

// The speaker that stands in a sentence outside of any quotation: its last one if `last`.
static size_t outside(const text_speakers *speakers, uint32_t sentence, bool last) {
    index_range range = speakers_in(speakers, sentence);
    size_t found = SIZE_MAX;
    for (size_t i = range.first; i < range.last; i++) {
        if (!quotation_at(&speakers->quotations, speakers->items[i].first) &&
            (last || found == SIZE_MAX)) {
            found = i;
        }
    }
    return found;
}

static bool begins_quoted(const xc_text *text, uint32_t sentence) {
    const xc_sentence *s = &text->sentences[sentence];
    return s->first_token < s->last_token && text->tokens[s->first_token].mark == '"';
}

// The speaker of a quotation whose own sentences name none: the one before it in its paragraph,
// or at the end of the paragraph before, over paragraphs that a quotation opens.
static size_t carried_on(const text_speakers *speakers, uint32_t sentence) {
    const xc_text *text = speakers->speech.scan.text;
    uint32_t paragraphs = 0;
    for (uint32_t i = sentence; i-- > 0 && sentence - i <= MOST_SENTENCES;) {
        bool crosses = text->sentences[i].paragraph != text->sentences[i + 1].paragraph;
        if (crosses && (!begins_quoted(text, i + 1) || ++paragraphs > MOST_PARAGRAPHS)) {
            return SIZE_MAX;
        }
        size_t found = outside(speakers, i, true);
        if (found != SIZE_MAX) {
            return found;
        }
    }
    return SIZE_MAX;
}

static size_t quoted_speaker(const text_speakers *speakers, const quoted_passage *quotation,
                             uint32_t sentence) {
    const xc_text *text = speakers->speech.scan.text;
    uint32_t first = sentence_of(text, quotation->first);
    uint32_t last = sentence_of(text, quotation->last - 1);
    size_t found = SIZE_MAX;
    first = sentence - first > MOST_SENTENCES ? sentence - MOST_SENTENCES : first;
    last = last - sentence > MOST_SENTENCES ? sentence + MOST_SENTENCES : last;
    for (uint32_t i = sentence; found == SIZE_MAX && i <= last; i++) {
        found = outside(speakers, i, false);
    }
    for (uint32_t i = sentence; found == SIZE_MAX && i-- > first;) {
        found = outside(speakers, i, true);
    }
    return found == SIZE_MAX ? carried_on(speakers, first) : found;
}

// "Six people were hurt, police said. Seven were arrested.": a figure that leaves out what it counts
// goes on with what the sentence before was told by.
static size_t gone_on(const text_speakers *speakers, uint32_t sentence, uint32_t token) {
    const xc_sentence *own = &speakers->speech.scan.text->sentences[sentence];
    if (token != own->first_token || !sentence || own[-1].paragraph != own->paragraph) {
        return SIZE_MAX;
    }
    const sentence_scan *scan = &speakers->speech.scan;
    const xc_mentions *mentions = scan->mentions;
    index_range here = scan_quantities(scan, sentence);
    const xc_quantity *first =
        here.first < here.last ? &mentions->quantities[here.first] : NULL;
    bool bare = first && first->first_token == token &&
                scan_grammar(scan, first->last_token) & (G_BE | G_HAVE);
    size_t found = bare ? outside(speakers, sentence - 1, true) : SIZE_MAX;
    return found != SIZE_MAX && speakers->items[found].vouches_before ? found : SIZE_MAX;
}

// "My brother saw 50 bodies," said Ada Orlov; "People say 40 died," said the mayor: the quotation
// around a speaker who has no name and speaks for nobody, and so vouches for nothing that the
// one who is quoted tells; NULL where there is none.
static const quoted_passage *around_unnamed(const text_speakers *speakers, size_t found) {
    const claim_speaker *speaker = &speakers->items[found];
    const speaker_naming *who = &speaker->naming;
    const speech_reading *speech = &speakers->speech;
    if (who->kind != XC_OTHER || who->pronoun || xc_span_is_empty(who->name)) {
        return NULL;
    }
    uint32_t last = who->name.last - 1;
    bool opens = who->name.first <= speech->scan.sentence->first_token + 1; // "People say"
    bool named =
        speech_capital(speech, last) && !(opens && scan_token_at(&speech->scan, last)->word);
    return named ? NULL : quotation_at(&speakers->quotations, speaker->first);
}

const claim_speaker *speakers_of(text_speakers *speakers, uint32_t sentence, uint32_t token) {
    const quoted_passage *around = quotation_at(&speakers->quotations, token);
    speech_go(&speakers->speech, sentence);
    size_t found = nearest_in(speakers, speakers_in(speakers, sentence), around, token);
    const quoted_passage *whole = found == SIZE_MAX ? around : around_unnamed(speakers, found);
    if (whole) {
        size_t outer = quoted_speaker(speakers, whole, sentence);
        found = outer == SIZE_MAX ? found : outer;
    }
    if (found == SIZE_MAX && !around) {
        found = gone_on(speakers, sentence, token);
        speech_go(&speakers->speech, sentence);
    }
    if (found == SIZE_MAX) {
        return NULL;
    }
    speaker_resolve(speakers, found);
    const claim_speaker *speaker = &speakers->items[found];
    bool own = !speaker->name.len || xc_slice_equal_fold(speaker->name, speakers->source);
    return own ? NULL : speaker;
}
