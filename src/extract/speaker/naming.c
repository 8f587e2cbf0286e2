// SPDX-License-Identifier: MIT
// Reads the words of a speaker: title and name, body and spokesman, kind.
#include "extract/speaker/name_phrase.h"

enum {
    DEEPEST = 3,       // "a spokesman for the press office of the ministry"
    LONGEST_NAME = 12, // tokens
    LONGEST_PERSON = 5,
    MOST_UNKNOWN = 6,
    ISSUES = XC_CUE_AGENT | XC_CUE_ISSUED,
};

// Where the last title of the words ends, or words.first; *office gets it if it is one.
static uint32_t titles_end(const xc_speech *speech, xc_words words, xc_words *office) {
    uint32_t end = words.first;
    for (uint32_t token = words.first; token < words.last;) {
        xc_speaker_noun noun = xc_speech_noun(speech, token, words.last);
        if (noun.parts & (XC_PART_TITLE | XC_PART_PERSON)) {
            end = token + noun.tokens;
            *office = noun.parts & XC_PART_OFFICE ? (xc_words){token, end} : (xc_words){0};
            while (end < words.last && xc_speech_mark(speech, end, ".")) {
                end++;
            }
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return end;
}

// "Interior Minister Ada Orlov", "Selva island governor Ada Orlov": an office that one word
// tells from others belongs to the name; a longer one would hide it.
static void keep_office(const xc_speech *speech, xc_words head, xc_naming *out) {
    if (!xc_words_any(out->office) || xc_speech_count(speech, out->name) != 2 ||
        out->office.last - out->office.first != 1 || out->office.first == head.first) {
        return;
    }
    uint32_t place = out->office.first - 1;
    if (!xc_speech_capital(speech, place) && place > head.first) {
        place--;
    }
    bool longer = place > head.first && xc_speech_capital(speech, place - 1);
    if (xc_speech_capital(speech, place) && !longer) {
        out->place = (xc_words){place, place + 1};
    }
}

// A person: words that end in a name behind a title, or are a name alone.
static bool read_person(const xc_speech *speech, xc_words head, xc_naming *out) {
    xc_words run = xc_speech_capitals_at_end(speech, head);
    xc_words office = {0};
    uint32_t cut = titles_end(speech, head, &office);
    if (!xc_words_any(run)) {
        return false;
    }
    bool titled = cut > head.first && cut < head.last;
    xc_words name = {titled && cut > run.first ? cut : run.first, run.last};
    xc_speech_summary inside = xc_speech_sum(speech, name);
    if (inside.weight && inside.parts & (XC_PART_BODY | XC_PART_ABOUT | XC_PART_WEAK)) {
        return false; // "Iran's Red Crescent", "Fire Chief"
    }
    uint32_t length = xc_speech_count(speech, name);
    bool described = run.first > head.first && length >= 2;
    if (!titled && !described && !(name.first == head.first && length >= 2)) {
        return false;
    }
    if (length > LONGEST_PERSON) {
        return false;
    }
    out->name = name;
    out->office = titled ? office : (xc_words){0};
    out->person = true;
    if (name.first > head.first) {
        out->body = (xc_words){head.first, name.first};
    }
    keep_office(speech, head, out);
    return true;
}

static bool read_words(const xc_speech *speech, xc_words words, int depth, xc_naming *out);

static bool ends_in_noun(const xc_speech *speech, xc_words words) {
    uint32_t first;
    return xc_speech_last_noun(speech, words,
                               XC_PART_BODY | XC_PART_PERSON | XC_PART_WEAK | XC_PART_ABOUT |
                                   XC_PART_SIDE,
                               &first)
               .tokens > 0;
}

// A capital that the sentence's beginning does not explain: not "Initial" figures.
static bool names_something(const xc_speech *speech, xc_words words) {
    uint32_t last = words.last - 1;
    return xc_speech_capital(speech, last) &&
           (last > speech->scan.sentence->first_token ||
            xc_scan_token(&speech->scan, last)->flags & XC_TOKEN_CAPITALS);
}

static bool is_event(const xc_speech *speech, xc_words words) {
    const xc_frame_words *frames = &speech->scan.language->frames;
    for (uint32_t token = words.first; token < words.last; token++) {
        if (xc_frame_roles(frames, xc_scan_token(&speech->scan, token)->word) &
            XC_FRAME_EVENT) {
            return true;
        }
    }
    return false;
}

// Words that no lexicon knows: "the zoo".
static bool read_unknown(const xc_speech *speech, xc_words words, xc_naming *out) {
    out->name = xc_speech_trimmed(speech, words, &out->definite);
    bool word = false;
    for (uint32_t token = out->name.first; token < out->name.last; token++) {
        const xc_token *t = xc_scan_token(&speech->scan, token);
        bool clitic = !(t->flags & XC_TOKEN_SPACE_BEFORE) && // "I'm told"
                      token > speech->scan.sentence->first_token &&
                      xc_scan_token(&speech->scan, token - 1)->kind == XC_TOKEN_WORD;
        word |= t->kind == XC_TOKEN_WORD && !xc_scan_grammar(&speech->scan, token) && !clitic;
    }
    return word && out->name.last - out->name.first <= MOST_UNKNOWN &&
           !is_event(speech, out->name);
}

// "a spokesman for the fire service", "fire service spokesman", "figures from the ministry":
// who stands behind it.
static bool read_mouthpiece(const xc_speech *speech, xc_words head, xc_words rest, int depth,
                            xc_naming *out) {
    while (xc_words_any(head) && xc_speech_cues(speech, (int64_t)head.last - 1) & ISSUES) {
        head.last--; // "figures released by"
    }
    uint32_t first = head.last;
    xc_speaker_noun noun =
        xc_speech_last_noun(speech, head, XC_PART_MOUTHPIECE | XC_PART_SOURCE, &first);
    if (!noun.tokens) {
        return false;
    }
    xc_words before = xc_speech_trimmed(speech, (xc_words){head.first, first}, NULL);
    bool owner = xc_words_any(before) &&
                 (ends_in_noun(speech, before) || names_something(speech, before));
    out->source |= (noun.parts & XC_PART_SOURCE) != 0;
    if (owner) {
        return read_words(speech, before, depth + 1, out);
    }
    while (xc_words_any(rest) && (xc_speech_preposition(speech, rest.first) ||
                                  (xc_speech_cues(speech, rest.first) & ISSUES))) {
        rest.first++;
    }
    return xc_words_any(rest) &&
           (read_words(speech, rest, depth + 1, out) || read_unknown(speech, rest, out));
}

// "ISNA news agency": its name alone.
static xc_words agency_name(const xc_speech *speech, xc_words words) {
    for (uint32_t token = words.first; token < words.last;) {
        xc_speaker_noun noun = xc_speech_noun(speech, token, words.last);
        if (noun.kind == XC_AGENCY && xc_speech_capital(speech, token)) {
            return (xc_words){token, token + noun.tokens};
        }
        if (noun.kind == XC_AGENCY) { // "the student ISNA news agency", "news agency ISNA"
            xc_words before = xc_speech_capitals_at_end(speech, (xc_words){words.first, token});
            xc_words behind = {token + noun.tokens, token + noun.tokens};
            while (behind.last < words.last && xc_speech_capital(speech, behind.last)) {
                behind.last++;
            }
            return xc_words_any(behind) ? behind : xc_words_any(before) ? before : words;
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return words;
}

// Behind a body's head only what is a part of its name: "Ministry of Health", not "police in a
// statement".
static xc_words without_manner(const xc_speech *speech, xc_words words, xc_words head) {
    xc_words rest = {head.last, words.last};
    xc_speech_summary known = xc_speech_sum(speech, rest);
    bool of = xc_words_any(rest) && (xc_scan_grammar(&speech->scan, rest.first) & XC_G_OF);
    if (!of && (known.parts & (XC_PART_MOUTHPIECE | XC_PART_SOURCE))) {
        words.last = head.last;
    }
    return words;
}

static bool read_words(const xc_speech *speech, xc_words words, int depth, xc_naming *out) {
    words = xc_speech_trimmed(speech, words, &out->definite);
    if (!xc_words_any(words) || depth > DEEPEST) {
        return false;
    }
    xc_words head = xc_speech_head(speech, words);
    xc_words rest = {head.last, words.last};
    if (read_mouthpiece(speech, head, rest, depth, out)) {
        out->definite = false;
        return true;
    }
    xc_speech_summary all = xc_speech_sum(speech, words);
    xc_speech_summary of_head = xc_speech_sum(speech, head);
    bool institution = of_head.parts & XC_PART_BODY;
    xc_words run = xc_speech_capitals_at_end(speech, head);
    bool named = xc_words_any(run) && read_person(speech, head, out);
    if (named) {
        if (xc_words_any(rest)) {
            out->body = rest;
        }
        out->definite = false;
        out->kind = all.kind;
        return true;
    }
    out->person = !institution && (of_head.parts & XC_PART_PERSON);
    out->name = all.kind == XC_AGENCY ? agency_name(speech, words)
                                      : without_manner(speech, words, head);
    out->kind = all.kind;
    if (out->name.last - out->name.first > LONGEST_NAME) {
        out->name = head;
    }
    return of_head.parts & (XC_PART_PERSON | XC_PART_WEAK | XC_PART_MOUTHPIECE) ||
           all.parts & (XC_PART_BODY | XC_PART_SIDE) || xc_words_any(run);
}

// The office and the body that words between commas give to a name.
static void read_apposition(const xc_speech *speech, xc_words words, xc_naming *out) {
    xc_speech_summary all = xc_speech_sum(speech, words);
    if (all.weight > 0 && out->kind == XC_OTHER) {
        out->kind = all.kind;
    }
    if (!xc_words_any(out->body)) {
        out->body = words;
    }
    xc_words head = xc_speech_head(speech, words);
    uint32_t first = head.last;
    xc_speaker_noun noun = xc_speech_last_noun(speech, head, XC_PART_OFFICE, &first);
    if (!noun.tokens || xc_speech_count(speech, out->name) != 2) {
        return;
    }
    xc_words place = {head.last + 1, head.last + 1};
    while (place.last < words.last && xc_speech_capital(speech, place.last) &&
           !xc_speech_sum(speech, (xc_words){place.last, place.last + 1}).weight) {
        place.last++;
    }
    if (head.last < words.last && xc_scan_grammar(&speech->scan, head.last) & XC_G_OF &&
        place.last - place.first == 1) {
        out->office = (xc_words){first, head.last};
        out->place = place;
    }
}

bool xc_speaker_read(const xc_speech *speech, xc_words words, xc_words apposition,
                     xc_naming *out) {
    *out = (xc_naming){.sentence = speech->scan.sentence_index, .all = words, .kind = XC_OTHER};
    if (words.last - words.first == 1 &&
        xc_speech_cues(speech, words.first) & (XC_CUE_HE | XC_CUE_THEY | XC_CUE_IT)) {
        out->pronoun = true;
        out->person = xc_speech_cues(speech, words.first) & XC_CUE_HE;
        return true;
    }
    if (!read_words(speech, words, 0, out)) {
        return false;
    }
    if (out->kind == XC_OTHER && is_event(speech, out->name)) {
        return false; // "The earthquake claimed 200 lives"
    }
    if (xc_words_any(apposition)) {
        read_apposition(speech, apposition, out);
        out->all.first = apposition.first < words.first ? apposition.first : words.first;
        out->all.last = apposition.last > words.last ? apposition.last : words.last;
    }
    return true;
}

bool xc_speaker_read_anyone(const xc_speech *speech, xc_words words, xc_naming *out) {
    *out = (xc_naming){.sentence = speech->scan.sentence_index, .all = words, .kind = XC_OTHER};
    return read_unknown(speech, words, out);
}
