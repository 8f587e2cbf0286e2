// SPDX-License-Identifier: MIT
// Reads the words of a speaker: title and name, body and spokesman, kind.
#include "extract/speaker/name_phrase.h"

enum {
    DEEPEST = 3,       // "a spokesman for the press office of the ministry"
    LONGEST_NAME = 12, // tokens
    LONGEST_PERSON = 5,
    MOST_UNKNOWN = 6,
    ISSUES = CUE_AGENT | CUE_ISSUED,
};

// Where the last title of the words ends, or words.first; *office gets it if it is one.
static uint32_t titles_end(const speech_reading *speech, xc_span words, xc_span *office) {
    uint32_t end = words.first;
    for (uint32_t token = words.first; token < words.last;) {
        speaker_noun noun = speech_noun(speech, token, words.last);
        if (noun.parts & (PART_TITLE | PART_PERSON)) {
            end = token + noun.tokens;
            *office = noun.parts & PART_OFFICE ? (xc_span){token, end} : (xc_span){0};
            while (end < words.last && speech_mark(speech, end, ".")) {
                end++;
            }
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return end;
}

// "Interior Minister Ada Orlov", "Selva island governor Ada Orlov": an office that one word
// tells from others belongs to the name; a longer one would hide it.
static void keep_office(const speech_reading *speech, xc_span head, speaker_naming *out) {
    if (xc_span_is_empty(out->office) || speech_count(speech, out->name) != 2 ||
        out->office.last - out->office.first != 1 || out->office.first == head.first) {
        return;
    }
    uint32_t place = out->office.first - 1;
    if (!speech_capital(speech, place) && place > head.first) {
        place--;
    }
    bool longer = place > head.first && speech_capital(speech, place - 1);
    if (speech_capital(speech, place) && !longer) {
        out->place = (xc_span){place, place + 1};
    }
}

// A person: words that end in a name behind a title, or are a name alone.
static bool read_person(const speech_reading *speech, xc_span head, speaker_naming *out) {
    xc_span run = speech_capitals_at_end(speech, head);
    xc_span office = {0};
    uint32_t cut = titles_end(speech, head, &office);
    if (xc_span_is_empty(run)) {
        return false;
    }
    bool titled = cut > head.first && cut < head.last;
    xc_span name = {titled && cut > run.first ? cut : run.first, run.last};
    speech_summary inside = speech_sum(speech, name);
    if (inside.weight && inside.parts & (PART_BODY | PART_ABOUT | PART_WEAK)) {
        return false; // "Iran's Red Crescent", "Fire Chief"
    }
    uint32_t length = speech_count(speech, name);
    bool described = run.first > head.first && length >= 2;
    if (!titled && !described && !(name.first == head.first && length >= 2)) {
        return false;
    }
    if (length > LONGEST_PERSON) {
        return false;
    }
    out->name = name;
    out->office = titled ? office : (xc_span){0};
    out->person = true;
    if (name.first > head.first) {
        out->body = (xc_span){head.first, name.first};
    }
    keep_office(speech, head, out);
    return true;
}

static bool read_words(const speech_reading *speech, xc_span words, int depth,
                       speaker_naming *out);

static bool ends_in_noun(const speech_reading *speech, xc_span words) {
    uint32_t first;
    return speech_last_noun(speech, words,
                            PART_BODY | PART_PERSON | PART_WEAK | PART_ABOUT | PART_SIDE,
                            &first)
               .tokens > 0;
}

// A capital that the sentence's beginning does not explain: not "Initial" figures.
static bool names_something(const speech_reading *speech, xc_span words) {
    uint32_t last = words.last - 1;
    return speech_capital(speech, last) &&
           (last > speech->scan.sentence->first_token ||
            scan_token_at(&speech->scan, last)->flags & XC_TOKEN_CAPITALS);
}

static bool is_event(const speech_reading *speech, xc_span words) {
    const frame_words *frames = &speech->scan.language->frames;
    for (uint32_t token = words.first; token < words.last; token++) {
        bool inner = token + 1 < words.last && speech_capital(speech, token) &&
                     token > speech->scan.sentence->first_token; // "Special Operations Command"
        if (!inner &&
            frame_roles(frames, scan_token_at(&speech->scan, token)->word) & FRAME_EVENT) {
            return true;
        }
    }
    return false;
}

// Words that no lexicon knows: "the zoo".
static bool read_unknown(const speech_reading *speech, xc_span words, speaker_naming *out) {
    out->name = speech_trimmed(speech, words, &out->definite);
    bool word = false;
    for (uint32_t token = out->name.first; token < out->name.last; token++) {
        const xc_token *t = scan_token_at(&speech->scan, token);
        bool clitic = !(t->flags & XC_TOKEN_SPACE_BEFORE) && // "I'm told"
                      token > speech->scan.sentence->first_token &&
                      scan_token_at(&speech->scan, token - 1)->kind == XC_TOKEN_WORD;
        word |= t->kind == XC_TOKEN_WORD && !scan_grammar(&speech->scan, token) && !clitic;
    }
    return word && out->name.last - out->name.first <= MOST_UNKNOWN &&
           !is_event(speech, out->name);
}

// "a spokesman for the fire service", "fire service spokesman", "figures from the ministry":
// who stands behind it.
static bool read_mouthpiece(const speech_reading *speech, xc_span head, xc_span rest, int depth,
                            speaker_naming *out) {
    while (!xc_span_is_empty(head) && (speech_cues(speech, (int64_t)head.last - 1) & ISSUES ||
                                       speech_grammar(speech, (int64_t)head.last - 1) & G_BE)) {
        head.last--; // "figures released by", "a study being released"
    }
    uint32_t first = head.last;
    speaker_noun noun = speech_last_noun(speech, head, PART_MOUTHPIECE | PART_SOURCE, &first);
    if (!noun.tokens) {
        return false;
    }
    xc_span before = speech_trimmed(speech, (xc_span){head.first, first}, NULL);
    while (!xc_span_is_empty(before) && scan_is_time(&speech->scan, before.last - 1)) {
        before.last--; // "a March poll"
    }
    bool owner = !xc_span_is_empty(before) &&
                 (ends_in_noun(speech, before) || names_something(speech, before));
    out->source |= (noun.parts & PART_SOURCE) != 0;
    if (owner) {
        return read_words(speech, before, depth + 1, out);
    }
    while (!xc_span_is_empty(rest) &&
           (speech_preposition(speech, rest.first) || scan_is_time(&speech->scan, rest.first) ||
            (speech_cues(speech, rest.first) & ISSUES))) {
        rest.first++;
    }
    return !xc_span_is_empty(rest) &&
           (read_words(speech, rest, depth + 1, out) || read_unknown(speech, rest, out));
}

// "ISNA news agency": its name alone.
static xc_span agency_name(const speech_reading *speech, xc_span words) {
    for (uint32_t token = words.first; token < words.last;) {
        speaker_noun noun = speech_noun(speech, token, words.last);
        if (noun.kind == XC_AGENCY && speech_capital(speech, token)) {
            return (xc_span){token, token + noun.tokens};
        }
        if (noun.kind == XC_AGENCY) { // "the student ISNA news agency", "news agency ISNA"
            xc_span before = speech_capitals_at_end(speech, (xc_span){words.first, token});
            xc_span behind = {token + noun.tokens, token + noun.tokens};
            while (behind.last < words.last && speech_capital(speech, behind.last)) {
                behind.last++;
            }
            return !xc_span_is_empty(behind)   ? behind
                   : !xc_span_is_empty(before) ? before
                                               : words;
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return words;
}

// Behind a body's head only what is a part of its name: "Ministry of Health", not "police in a
// statement".
static xc_span without_manner(const speech_reading *speech, xc_span words, xc_span head) {
    xc_span rest = {head.last, words.last};
    speech_summary known = speech_sum(speech, rest);
    bool of = !xc_span_is_empty(rest) && (scan_grammar(&speech->scan, rest.first) & G_OF);
    bool crowd = speech_sum(speech, head).kind == XC_WITNESS && !xc_span_is_empty(rest) &&
                 !known.weight; // "Witnesses in high buildings"
    if (!of && (crowd || (known.parts & (PART_MOUTHPIECE | PART_SOURCE)))) {
        words.last = head.last;
    }
    return words;
}

// "A June poll", "the filings": what was written down, where nobody is named behind it.
static bool read_record(const speech_reading *speech, xc_span head, speaker_naming *out) {
    uint32_t first;
    while (!xc_span_is_empty(head) && speech_cues(speech, (int64_t)head.last - 1) & ISSUES) {
        head.last--; // "a poll released"
    }
    if (!speech_last_noun(speech, head, PART_RECORD, &first).tokens) {
        return false;
    }
    out->name = head;
    out->kind = XC_OTHER;
    return true;
}

static bool read_words(const speech_reading *speech, xc_span words, int depth,
                       speaker_naming *out) {
    words = speech_trimmed(speech, words, &out->definite);
    if (xc_span_is_empty(words) || depth > DEEPEST) {
        return false;
    }
    xc_span head = speech_head(speech, words);
    xc_span rest = {head.last, words.last};
    if (read_mouthpiece(speech, head, rest, depth, out)) {
        out->definite = false;
        return true;
    }
    if (read_record(speech, head, out)) {
        out->definite = false;
        return true;
    }
    speech_summary all = speech_sum(speech, words);
    speech_summary of_head = speech_sum(speech, head);
    uint32_t last;
    bool institution =
        of_head.parts & PART_BODY && // "the rebels' commander" is none
        !speech_last_noun(speech, speech_trimmed(speech, head, NULL), PART_PERSON, &last)
             .tokens;
    xc_span run = speech_capitals_at_end(speech, head);
    bool named = !xc_span_is_empty(run) && read_person(speech, head, out);
    if (named) {
        if (!xc_span_is_empty(rest)) {
            out->body = rest;
        }
        out->definite = false;
        out->kind = all.kind;
        return true;
    }
    out->person = !institution && (of_head.parts & PART_PERSON);
    out->name = all.kind == XC_AGENCY ? agency_name(speech, words)
                                      : without_manner(speech, words, head);
    out->kind = all.kind;
    if (out->name.last - out->name.first > LONGEST_NAME) {
        out->name = head;
    }
    return of_head.parts & (PART_PERSON | PART_WEAK | PART_MOUTHPIECE) ||
           all.parts & (PART_BODY | PART_SIDE) || !xc_span_is_empty(run);
}

// The office and the body that words between commas give to a name.
static void read_apposition(const speech_reading *speech, xc_span words, speaker_naming *out) {
    speech_summary all = speech_sum(speech, words);
    if (all.weight > 0 && out->kind == XC_OTHER) {
        out->kind = all.kind;
    }
    if (xc_span_is_empty(out->body)) {
        out->body = words;
    }
    xc_span head = speech_head(speech, words);
    uint32_t first = head.last;
    speaker_noun noun = speech_last_noun(speech, head, PART_OFFICE, &first);
    if (!noun.tokens || speech_count(speech, out->name) != 2) {
        return;
    }
    xc_span place = {head.last + 1, head.last + 1};
    while (place.last < words.last && speech_capital(speech, place.last) &&
           !speech_sum(speech, (xc_span){place.last, place.last + 1}).weight) {
        place.last++;
    }
    if (head.last < words.last && scan_grammar(&speech->scan, head.last) & G_OF &&
        place.last - place.first == 1) {
        out->office = (xc_span){first, head.last};
        out->place = place;
    }
}

bool speaker_read(const speech_reading *speech, xc_span words, xc_span apposition,
                  speaker_naming *out) {
    *out = (speaker_naming){
        .sentence = speech->scan.sentence_index, .all = words, .kind = XC_OTHER};
    if (words.last - words.first == 1 &&
        speech_cues(speech, words.first) & (CUE_HE | CUE_THEY | CUE_IT)) {
        out->pronoun = true;
        out->person = speech_cues(speech, words.first) & CUE_HE;
        return true;
    }
    if (!read_words(speech, words, 0, out)) {
        return false;
    }
    if (out->kind == XC_OTHER && is_event(speech, out->name)) {
        return false; // "The earthquake claimed 200 lives"
    }
    if (!xc_span_is_empty(apposition)) {
        read_apposition(speech, apposition, out);
        out->all.first = apposition.first < words.first ? apposition.first : words.first;
        out->all.last = apposition.last > words.last ? apposition.last : words.last;
    }
    return true;
}

bool speaker_read_anyone(const speech_reading *speech, xc_span words, speaker_naming *out) {
    *out = (speaker_naming){
        .sentence = speech->scan.sentence_index, .all = words, .kind = XC_OTHER};
    return read_unknown(speech, words, out);
}
