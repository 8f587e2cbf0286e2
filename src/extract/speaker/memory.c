// SPDX-License-Identifier: MIT
// Finds the fuller mention behind "Orlov", "she" and "the ministry".
#include "extract/speaker/attribution.h"

enum {
    DEEPEST = 200,       // mentions that are led back to one another
    MOST_BACK = 200,     // speakers that are looked back at
    MOST_SENTENCES = 12, // that a pronoun reaches back
    MOST_NAME = 6,       // tokens of a name in the text
    MOST_SUBJECTS = 3,   // sentences back whose subject may be "she"
    MOST_AWAY = 80,      // sentences that are searched for a fuller name, each way
};

static xc_slice token_slice(const text_speakers *s, uint32_t token) {
    return xc_token_slice(s->speech.scan.text, token);
}

static void copy_from(text_speakers *s, size_t to, size_t from) {
    if (s->depth < DEEPEST) {
        s->depth++;
        speaker_resolve(s, from);
        s->depth--;
    }
    claim_speaker *speaker = &s->items[to];
    speech_go(&s->speech, speaker->sentence);
    const claim_speaker *known = &s->items[from];
    speaker->name = known->name;
    speaker->body = known->body;
    speaker->kind = known->kind;
    speaker->naming.person = known->naming.person;
    if (!speaker->naming.pronoun || xc_span_is_empty(speaker->naming.name)) {
        speaker->naming.name = known->naming.name;
    }
}

static bool says(const text_speakers *s, xc_span words, xc_slice wanted) {
    for (uint32_t token = words.first; token < words.last; token++) {
        if (xc_slice_equal_fold(token_slice(s, token), wanted)) {
            return true;
        }
    }
    return false;
}

static uint32_t length_of(xc_span words) {
    return words.last - words.first;
}

// The speaker before this one whose name has the word and more; SIZE_MAX for none.
static size_t named_before(text_speakers *s, size_t index, xc_slice word, bool person) {
    size_t oldest = index > MOST_BACK ? index - MOST_BACK : 0;
    for (size_t i = index; i-- > oldest;) {
        const speaker_naming *n = &s->items[i].naming;
        xc_span titles = {n->all.first,
                          n->name.first > n->all.first ? n->name.first : n->all.first};
        bool named = says(s, n->name, word);
        if (n->pronoun || !(named || (!person && ((!n->person && says(s, n->body, word)) ||
                                                  says(s, titles, word))))) {
            continue;
        }
        bool surname = n->person && length_of(n->name) > 1 &&
                       speech_capital(&s->speech, n->name.first) &&
                       says(s, (xc_span){n->name.last - 1, n->name.last}, word);
        if (person ? surname : length_of(n->name) > 1) {
            return i;
        }
    }
    return SIZE_MAX;
}

// "Selva governor Ada Orlov", who speaks for the "Selva governor".
static void name_office(text_speakers *s, claim_speaker *speaker) {
    const speaker_naming *n = &speaker->naming;
    xc_arena *arena = s->speech.scan.arena;
    xc_slice place = speech_slice(&s->speech, n->place);
    xc_slice office = speaker_whole_name(s->speech.words, speech_slice(&s->speech, n->office));
    xc_slice body = xc_arena_print(arena, "%.*s %.*s", XC_PRINT(place), XC_PRINT(office));
    xc_slice name = xc_arena_print(arena, "%.*s %.*s", XC_PRINT(body), XC_PRINT(speaker->name));
    if (body.ptr && name.ptr) {
        speaker->body = body;
        speaker->name = name;
    }
}

static void set_own(text_speakers *s, size_t index) {
    claim_speaker *speaker = &s->items[index];
    const speaker_naming *n = &speaker->naming;
    speaker->name = speaker_whole_name(s->speech.words, speech_slice(&s->speech, n->name));
    speaker->kind = n->kind;
    if (n->person && !xc_span_is_empty(n->body)) {
        speaker->body = speaker_whole_name(
            s->speech.words, speech_slice(&s->speech, speaker_body(&s->speech, n->body)));
    }
    if (!xc_span_is_empty(n->place) && !xc_span_is_empty(n->office)) {
        name_office(s, speaker);
    }
}

// Whether a lone name is a country or a town: then it is no surname.
static bool is_place(const text_speakers *s, xc_span name) {
    const xc_gazetteer *gazetteer = s->speech.scan.rules->gazetteer;
    if (!gazetteer) {
        return false;
    }
    xc_buffer scratch = {0};
    xc_place_match match =
        xc_gazetteer_match(gazetteer, s->speech.scan.text, name.first, name.last, &scratch);
    xc_buffer_release(&scratch);
    return match.tokens && name.first + match.tokens == name.last;
}

// The name that ends with a surname at the token, if it is longer.
static bool full_name_at(text_speakers *s, uint32_t sentence, uint32_t token,
                         speaker_naming *out) {
    speech_reading speech = s->speech;
    speech_go(&speech, sentence);
    uint32_t first = token;
    while (first > speech.scan.sentence->first_token && token - first < MOST_NAME &&
           (speech_capital(&speech, first - 1) || speech_mark(&speech, first - 1, ".-"))) {
        first--;
    }
    if (first == token || speech_mark(&speech, (int64_t)token + 1, "-")) {
        return false;
    }
    return speaker_read(&speech, (xc_span){first, token + 1}, (xc_span){0}, out) &&
           out->person && length_of(out->name) > 1 && out->name.last == token + 1;
}

// Looks for a surname with its first name in the text around, before it first. A long text is
// many articles: what is far away is of another.
static bool find_full_name(text_speakers *s, const claim_speaker *speaker,
                           speaker_naming *out) {
    const xc_text *text = s->speech.scan.text;
    uint32_t own = speaker->naming.name.last - 1;
    xc_slice surname = token_slice(s, own);
    size_t back = speaker->sentence < MOST_AWAY ? speaker->sentence : MOST_AWAY;
    size_t end = speaker->sentence + (size_t)MOST_AWAY + 1;
    end = end < text->sentence_count ? end : text->sentence_count;
    for (size_t step = 0; speaker->sentence - back + step < end; step++) {
        size_t i = step <= back ? speaker->sentence - step : speaker->sentence - back + step;
        const xc_sentence *sentence = &text->sentences[i];
        for (uint32_t token = sentence->first_token; token < sentence->last_token; token++) {
            const xc_token *t = &text->tokens[token];
            if (t->end - t->start == surname.len && token != own &&
                xc_slice_equal(token_slice(s, token), surname) &&
                full_name_at(s, (uint32_t)i, token, out)) {
                return true;
            }
        }
    }
    return false;
}

static void resolve_surname(text_speakers *s, size_t index) {
    claim_speaker *speaker = &s->items[index];
    xc_slice surname = token_slice(s, speaker->naming.name.last - 1);
    bool titled = length_of(speaker->naming.all) > 1;
    size_t before = named_before(s, index, surname, true);
    speaker_naming full;
    if (before != SIZE_MAX) {
        copy_from(s, index, before);
        return;
    }
    set_own(s, index);
    if ((titled || !is_place(s, speaker->naming.name)) && find_full_name(s, speaker, &full)) {
        speaker->naming.name = full.name;
        speaker->naming.office = full.office;
        speaker->naming.place = full.place;
        speaker->naming.person = true;
        if (xc_span_is_empty(speaker->naming.body)) {
            speaker->naming.body = full.body;
        }
        speaker->naming.kind =
            speaker->naming.kind == XC_OTHER ? full.kind : speaker->naming.kind;
        set_own(s, index);
    }
}

// "Journalists": no "he".
static bool is_several(const text_speakers *s, const speaker_naming *speaker) {
    if (xc_span_is_empty(speaker->name)) {
        return false;
    }
    uint32_t last = speaker->name.last - 1;
    xc_slice word = token_slice(s, last);
    bool noun =
        speaker_noun_at(s->speech.words, s->speech.scan.text, last, last + 1).tokens > 0;
    return noun && word.len > 2 && word.ptr[word.len - 1] == 's' &&
           word.ptr[word.len - 2] != 's';
}

static bool fits(const text_speakers *s, const speaker_naming *pronoun,
                 const speaker_naming *speaker) {
    bool several = is_several(s, speaker);
    bool they = speech_cues(&s->speech, pronoun->all.first) & CUE_THEY;
    return pronoun->person ? speaker->person && !several
                           : !speaker->person || (they && several);
}

// Where the noun or name ends that a sentence begins with: "Police chief Ivo Kran", "The
// agency".
static uint32_t subject_end(const speech_reading *speech, uint32_t first, uint32_t limit) {
    uint32_t end = first;
    uint32_t token = first;
    while (token < limit && token - first < MOST_NAME) {
        if (token > first && speech_names_another(speech, token)) {
            break;
        }
        speaker_noun noun = speech_noun_at(speech, token, limit);
        bool named = speech_capital(speech, token) || speech_mark(speech, token, ".-");
        token += noun.tokens ? noun.tokens : 1;
        if (noun.tokens || named) {
            end = token;
        } else if (end > first) {
            break;
        }
    }
    return end;
}

// Whom or what a sentence begins with: "President Orlov signed the bill. He said".
static bool subject_of(text_speakers *s, const claim_speaker *speaker, uint32_t sentence,
                       speaker_naming *out) {
    speech_reading speech = s->speech;
    speech_go(&speech, sentence);
    uint32_t limit =
        sentence == speaker->sentence ? speaker->first : speech.scan.sentence->last_token;
    uint32_t first = speech_opening_end(&speech, limit);
    while (first < limit && scan_grammar(&speech.scan, first) & G_DETERMINER) {
        first++;
    }
    if (first >= limit || scan_grammar(&speech.scan, first)) {
        return false;
    }
    xc_span words = {first, subject_end(&speech, first, limit)};
    return !xc_span_is_empty(words) && speaker_read(&speech, words, (xc_span){0}, out) &&
           fits(s, &speaker->naming, out);
}

static void resolve_pronoun(text_speakers *s, size_t index) {
    claim_speaker *speaker = &s->items[index];
    size_t before = SIZE_MAX;
    for (size_t i = index; i-- > 0 && index - i <= MOST_BACK &&
                           speaker->sentence - s->items[i].sentence <= MOST_SENTENCES;) {
        if (fits(s, &speaker->naming, &s->items[i].naming)) {
            before = i;
            break;
        }
    }
    uint32_t told = before == SIZE_MAX ? 0 : s->items[before].sentence + 1;
    bool one = !(speech_cues(&s->speech, speaker->naming.all.first) & CUE_THEY);
    // "Two soldiers are missing, it said": not they
    for (uint32_t back = speaker->vouches_before; one && back <= MOST_SUBJECTS; back++) {
        speaker_naming subject;
        if (back > speaker->sentence || speaker->sentence - back < told) {
            break;
        }
        if (subject_of(s, speaker, speaker->sentence - back, &subject)) {
            subject.all = speaker->naming.all;
            subject.sentence = speaker->naming.sentence;
            speaker->naming = subject;
            if (length_of(subject.name) == 1) {
                resolve_surname(s, index);
            } else {
                set_own(s, index);
            }
            return;
        }
    }
    if (before != SIZE_MAX) {
        copy_from(s, index, before);
    }
}

// "the agency" after "UNHCR", "the UNRWA official" after "Ada Orlov of UNRWA".
static size_t described_before(text_speakers *s, size_t index) {
    const claim_speaker *speaker = &s->items[index];
    uint32_t noun = speaker->naming.name.last - 1;
    if (!speech_noun_at(&s->speech, noun, noun + 1).tokens) {
        return SIZE_MAX; // "the zoo": nothing tells what it could stand for
    }
    xc_span modifiers = {speaker->naming.name.first, speaker->naming.name.last - 1};
    for (size_t i = index; i-- > 0 && index - i <= MOST_BACK &&
                           speaker->sentence - s->items[i].sentence <= MOST_SENTENCES;) {
        const speaker_naming *n = &s->items[i].naming;
        if (n->pronoun || n->definite || n->person != speaker->naming.person ||
            (is_several(s, n) && !is_several(s, &speaker->naming))) {
            continue;
        }
        bool fits_all = true;
        for (uint32_t token = modifiers.first; token < modifiers.last; token++) {
            fits_all &= says(s, n->all, token_slice(s, token)) ||
                        says(s, n->body, token_slice(s, token));
        }
        bool kin = n->kind == speaker->naming.kind || speaker->naming.kind == XC_OTHER;
        if (fits_all && kin) {
            return i;
        }
    }
    return SIZE_MAX;
}

// The first mention of "the governor" in the text that says of what.
static bool find_full_noun(text_speakers *s, const claim_speaker *speaker, xc_span *out) {
    const xc_text *text = s->speech.scan.text;
    uint32_t own = speaker->naming.name.last - 1;
    xc_word word = text->tokens[own].word;
    speech_reading speech = s->speech;
    uint32_t oldest = speaker->sentence < MOST_AWAY ? 0 : speaker->sentence - MOST_AWAY;
    for (uint32_t i = oldest; word && i <= speaker->sentence; i++) {
        speech_go(&speech, i);
        uint32_t last = speech.scan.sentence->last_token;
        for (uint32_t token = speech.scan.sentence->first_token; token < last && token < own;
             token++) {
            if (text->tokens[token].word != word) {
                continue;
            }
            uint32_t first = token;
            while (first > speech.scan.sentence->first_token && token - first < MOST_NAME &&
                   speech_capital(&speech, first - 1) &&
                   !(scan_grammar(&speech.scan, (int64_t)first - 1) & G_DETERMINER)) {
                first--;
            }
            uint32_t end = token + 1;
            if (scan_grammar(&speech.scan, end) & G_OF) {
                uint32_t behind = end + 1;
                while (behind < last && speech_capital(&speech, behind)) {
                    behind++;
                }
                end = behind > end + 1 ? behind : end;
            }
            if (end - first > 1) {
                *out = (xc_span){first, end};
                return true;
            }
        }
    }
    return false;
}

static void resolve_definite(text_speakers *s, size_t index) {
    claim_speaker *speaker = &s->items[index];
    xc_span full;
    bool alone = length_of(speaker->naming.name) == 1;
    size_t before =
        alone ? named_before(s, index, token_slice(s, speaker->naming.name.last - 1), false)
              : SIZE_MAX;
    if (before == SIZE_MAX) {
        before = described_before(s, index);
    }
    if (before != SIZE_MAX) {
        copy_from(s, index, before);
        return;
    }
    if (length_of(speaker->naming.name) == 1 && find_full_noun(s, speaker, &full)) {
        speaker->naming.name = full;
    }
    set_own(s, index);
}

void speaker_resolve(text_speakers *s, size_t index) {
    claim_speaker *speaker = &s->items[index];
    if (speaker->resolved) {
        return;
    }
    speaker->resolved = true; // first: no way leads back here
    speech_go(&s->speech, speaker->sentence);
    const speaker_naming *n = &speaker->naming;
    bool lone =
        !xc_span_is_empty(n->name) && length_of(n->name) == 1 &&
        speech_capital(&s->speech, n->name.first) &&
        speaker_noun_at(s->speech.words, s->speech.scan.text, n->name.first, n->name.last)
                .tokens == 0;
    if (n->pronoun) {
        resolve_pronoun(s, index);
    } else if (lone) {
        resolve_surname(s, index);
    } else if (n->definite && length_of(n->name) <= 3) {
        resolve_definite(s, index);
    } else {
        set_own(s, index);
    }
    if (speaker->kind == XC_OTHER && !xc_span_is_empty(speaker->naming.name) &&
        is_place(s, speaker->naming.name)) {
        speaker->kind = XC_GOVERNMENT; // "Armenia says"
    }
    speaker->way = speech_slice(&s->speech, n->way);
}
