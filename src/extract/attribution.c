// SPDX-License-Identifier: MIT
// Reporting verbs, "according to", quotations, and later mentions of a speaker.
#include "attribution.h"

#include "frame_words.h"

enum {
    MOST_SPEAKERS = 100, // that are looked back at for a surname
    MOST_REST = 5,       // words cut off behind a name
    MOST_WORDS = 14,     // of a speaker's name and description
    MOST_BACK = 3,       // sentences that a quotation goes on without naming its speaker
    AUXILIARIES = XC_G_HAVE | XC_G_ADVERB | XC_G_MODAL_CONDITIONAL | XC_G_MODAL_PREDICTED |
                  XC_G_DO | XC_G_NEGATION,
    NAME_ENDS = XC_G_RELATIVE | XC_G_REPORT | XC_G_SUBORDINATE | XC_G_BE | XC_G_HAVE | XC_G_DO |
                XC_G_MODAL_PREDICTED | XC_G_MODAL_CONDITIONAL | XC_G_BY | XC_G_PRONOUN,
};

typedef struct finder {
    xc_scan scan; // a view of its own: `sentence` moves
    xc_slice source;
    xc_speakers *out;
    const xc_frame_words *words;
} finder;

static uint32_t roles_of(const finder *f, uint32_t token) {
    return xc_frame_roles(f->words, xc_scan_token(&f->scan, token)->word);
}

static bool is_mark(const finder *f, int64_t token, const char *marks) {
    char mark = xc_scan_mark(&f->scan, token);
    for (; mark && *marks; marks++) {
        if (*marks == mark) {
            return true;
        }
    }
    return false;
}

// Whether a name goes on over this token. A full stop after an initial and a hyphen are inside.
static bool in_name(const finder *f, uint32_t token) {
    const xc_token *t = xc_scan_token(&f->scan, token);
    if (t->kind == XC_TOKEN_PUNCTUATION) {
        return t->mark == '-' || t->mark == '\'' || t->mark == '.' || t->mark == '&';
    }
    return (t->kind == XC_TOKEN_WORD || t->kind == XC_TOKEN_SYMBOL) &&
           !(xc_scan_grammar(&f->scan, token) & NAME_ENDS) &&
           !xc_scan_in_time(&f->scan, f->scan.sentence_index, token);
}

typedef struct range {
    uint32_t first, last;
} range;

static range name_behind(const finder *f, uint32_t token) {
    uint32_t end = f->scan.sentence->last_token;
    while (token < end && xc_scan_grammar(&f->scan, token) & (XC_G_DETERMINER | XC_G_ADVERB)) {
        token++;
    }
    range name = {token, token};
    while (name.last < end && name.last < token + MOST_WORDS && in_name(f, name.last)) {
        uint32_t grammar = xc_scan_grammar(&f->scan, name.last);
        if ((grammar & (XC_G_PREPOSITION | XC_G_TO | XC_G_FROM)) && !(grammar & XC_G_OF)) {
            break;
        }
        name.last++;
    }
    while (name.last > name.first && is_mark(f, (int64_t)name.last - 1, ".-'")) {
        name.last--;
    }
    return name;
}

static range name_before(const finder *f, uint32_t token) {
    uint32_t start = f->scan.sentence->first_token;
    range name = {token, token};
    while (name.first > start && token - name.first < MOST_WORDS &&
           in_name(f, name.first - 1)) {
        name.first--;
    }
    while (name.first < name.last &&
           (xc_scan_grammar(&f->scan, name.first) &
                (XC_G_DETERMINER | XC_G_CONJUNCTION | XC_G_ADVERB | XC_G_PREPOSITION) ||
            is_mark(f, name.first, ".-'"))) {
        name.first++;
    }
    return name;
}

static bool all_capitals(const finder *f, range name) {
    for (uint32_t i = name.first; i < name.last; i++) {
        const xc_token *t = xc_scan_token(&f->scan, i);
        if (t->kind == XC_TOKEN_WORD && !(t->flags & XC_TOKEN_CAPITAL)) {
            return false;
        }
    }
    return name.first < name.last;
}

// "Armenia's prime minister, Nikol Pashinyan, said": the name between the commas; "Anna
// Ohanyan, a scholar in Baku, told": the name before them.
static range name_of_subject(const finder *f, uint32_t verb) {
    uint32_t token = verb;
    while (token > f->scan.sentence->first_token &&
           xc_scan_grammar(&f->scan, (int64_t)token - 1) & AUXILIARIES) {
        token--;
    }
    if (!is_mark(f, (int64_t)token - 1, ",")) {
        return name_before(f, token);
    }
    uint32_t comma = token - 1;
    uint32_t open = comma;
    while (open > f->scan.sentence->first_token && comma - open < MOST_WORDS &&
           !is_mark(f, (int64_t)open - 1, ",\"")) {
        open--;
    }
    if (!is_mark(f, (int64_t)open - 1, ",")) {
        return (range){verb, verb};
    }
    range between = {open, comma};
    return all_capitals(f, between) ? between : name_before(f, open - 1);
}

// Without what stands before the name itself: "Armenian Prime Minister Nikol Pashinyan".
static range without_titles(const finder *f, range name) {
    uint32_t cut = name.first;
    for (uint32_t i = name.first; i < name.last; i++) {
        if (roles_of(f, i) & XC_FRAME_TITLE) {
            cut = i + 1;
        }
    }
    range rest = {cut, name.last};
    return rest.last - rest.first >= 2 && all_capitals(f, rest) ? rest : name;
}

static xc_attribution_kind kind_of(const finder *f, range name) {
    uint32_t roles = 0;
    for (uint32_t i = name.first; i < name.last; i++) {
        roles |= roles_of(f, i);
    }
    static const xc_attribution_kind order[] = {
        XC_INTERNATIONAL, XC_PARTY,    XC_MEDIA,  XC_GOVERNMENT, XC_MEDICAL, XC_RESCUE,
        XC_POLICE,        XC_MILITARY, XC_EXPERT, XC_WITNESS,    XC_COMPANY, XC_AGENCY};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (roles & (1u << order[i])) {
            return order[i];
        }
    }
    return XC_OTHER;
}

static xc_slice words_of(const finder *f, range name) {
    return xc_slice_sub(f->scan.text->bytes, xc_scan_token(&f->scan, name.first)->start,
                        xc_scan_token(&f->scan, name.last - 1)->end);
}

// "she said", "Vartanyan said": the speaker named in full before.
static const xc_speaker *earlier(const finder *f, range name) {
    const xc_speakers *all = f->out;
    if (name.last - name.first != 1 || !all->count) {
        return NULL;
    }
    if (xc_scan_grammar(&f->scan, name.first) & (XC_G_PRONOUN | XC_G_POSSESSIVE)) {
        return &all->items[all->count - 1];
    }
    xc_slice surname = words_of(f, name);
    size_t oldest = all->count > MOST_SPEAKERS ? all->count - MOST_SPEAKERS : 0;
    for (size_t i = all->count; i-- > oldest;) {
        xc_slice full = all->items[i].name;
        if (full.len > surname.len + 1 && xc_slice_ends(full, surname) &&
            full.ptr[full.len - surname.len - 1] == ' ') {
            return &all->items[i];
        }
    }
    return NULL;
}

// Cuts a name to its last word that can end one, a name or a noun for a speaker: of "Armenian
// government statement cited" the last is cut, of "same minister put the" the last two.
static range without_rest(const finder *f, range name) {
    for (int i = 0; i < MOST_REST && name.last > name.first; i++, name.last--) {
        uint32_t last = name.last - 1;
        uint32_t kinds = roles_of(f, last) & 0xFFFFU;
        if (kinds || (xc_scan_token(&f->scan, last)->flags & XC_TOKEN_CAPITAL)) {
            return name;
        }
    }
    return (range){name.first, name.first};
}

static xc_status add_speaker(finder *f, range name, xc_speaker speaker, xc_error *error) {
    range own = without_titles(f, name);
    const xc_speaker *known = earlier(f, own);
    bool pronoun = own.last - own.first == 1 &&
                   (xc_scan_grammar(&f->scan, own.first) & (XC_G_PRONOUN | XC_G_POSSESSIVE));
    own = known ? own : without_rest(f, own);
    if (!known && (pronoun || own.first == own.last)) {
        return XC_OK;
    }
    if (known) {
        speaker.name = known->name;
        speaker.kind = known->kind;
    } else if (xc_scan_grammar(&f->scan, own.first) & XC_G_PRONOUN) {
        return XC_OK;
    } else {
        speaker.name = words_of(f, own);
        speaker.kind = kind_of(f, name);
    }
    if (xc_slice_equal_fold(speaker.name, f->source)) {
        return XC_OK;
    }
    xc_speaker *place = xc_arena_grow(f->scan.arena, &f->out->items, f->out->count,
                                      &f->out->capacity, sizeof *place);
    if (!place) {
        return xc_fail_memory(error);
    }
    *place = speaker;
    f->out->count++;
    return XC_OK;
}

static xc_status find_according(finder *f, uint32_t token, xc_error *error) {
    uint32_t start = token + 1;
    if (xc_scan_grammar(&f->scan, start) & XC_G_TO) {
        start++;
    }
    range name = name_behind(f, start);
    if (name.first >= name.last) {
        return XC_OK;
    }
    return add_speaker(f, name,
                       (xc_speaker){.sentence = f->scan.sentence_index,
                                    .first = token,
                                    .last = name.last,
                                    .vouches_before = true,
                                    .vouches_behind = true},
                       error);
}

// Whether the words before the name end a quotation or a clause: what stands there was said.
static bool follows_words(const finder *f, uint32_t name) {
    int64_t token = (int64_t)name - 1;
    while (xc_scan_grammar(&f->scan, token) &
           (XC_G_DETERMINER | XC_G_ADVERB | XC_G_POSSESSIVE)) {
        token--;
    }
    return is_mark(f, token, ",\"");
}

static xc_status find_reporting(finder *f, uint32_t verb, xc_error *error) {
    if (xc_scan_grammar(&f->scan, (int64_t)verb - 1) & (XC_G_BE | XC_G_TO | XC_G_RELATIVE)) {
        return XC_OK; // "is said to", "plans to report", "who said"
    }
    range subject = name_of_subject(f, verb);
    uint32_t pronoun = verb;
    bool says_pronoun = verb > f->scan.sentence->first_token &&
                        (xc_scan_grammar(&f->scan, (int64_t)verb - 1) & XC_G_PRONOUN);
    if (subject.first >= subject.last && says_pronoun) {
        subject = (range){pronoun - 1, pronoun};
    }
    xc_speaker speaker = {.sentence = f->scan.sentence_index, .last = verb + 1};
    if (subject.first < subject.last) {
        speaker.first = subject.first;
        speaker.vouches_before =
            follows_words(f, subject.first) || verb + 1 >= f->scan.sentence->last_token - 1;
        speaker.vouches_behind = true;
        // the claim is in the words before: ", officials in the capital said"
        return add_speaker(f, subject, speaker, error);
    }
    range object = name_behind(f, verb + 1);
    if (object.first >= object.last || !is_mark(f, (int64_t)verb - 1, ",\"")) {
        return XC_OK;
    }
    speaker.first = verb;
    speaker.last = object.last;
    speaker.vouches_before = true;
    return add_speaker(f, object, speaker, error);
}

xc_status xc_speakers_find(const xc_scan *scan, xc_slice source, xc_speakers *out,
                           xc_error *error) {
    *out = (xc_speakers){0};
    finder f = {.scan = *scan, .source = source, .out = out, .words = &scan->language->frames};
    for (size_t i = 0; i < scan->text->sentence_count; i++) {
        const xc_sentence *sentence = &scan->text->sentences[i];
        f.scan.sentence = sentence;
        f.scan.sentence_index = (uint32_t)i;
        for (uint32_t token = sentence->first_token; token < sentence->last_token; token++) {
            xc_word word = xc_scan_token(scan, token)->word;
            xc_status status = XC_OK;
            if (word && roles_of(&f, token) & XC_FRAME_ACCORDING) {
                status = find_according(&f, token, error);
            } else if (word && xc_grammar_of(scan->language, word) & XC_G_REPORT) {
                status = find_reporting(&f, token, error);
            }
            if (status != XC_OK) {
                return status;
            }
        }
    }
    return XC_OK;
}

static bool opens_quoted(const xc_scan *scan, uint32_t sentence) {
    const xc_sentence *s = &scan->text->sentences[sentence];
    const xc_token *first = &scan->text->tokens[s->first_token];
    return s->first_token < s->last_token && first->kind == XC_TOKEN_PUNCTUATION &&
           first->mark == '"';
}

// Distance of a speaker's words from the token, UINT32_MAX where it does not vouch for it.
static uint32_t distance(const xc_speaker *speaker, uint32_t token) {
    if (token >= speaker->last) {
        return speaker->vouches_behind ? token - speaker->last : UINT32_MAX;
    }
    if (token < speaker->first) {
        return speaker->vouches_before ? speaker->first - token : UINT32_MAX;
    }
    return UINT32_MAX;
}

const xc_speaker *xc_speakers_of(const xc_scan *scan, const xc_speakers *speakers,
                                 uint32_t sentence, uint32_t token) {
    const xc_speaker *best = NULL;
    uint32_t least = UINT32_MAX;
    xc_range said = xc_range_of_sentence(speakers->items, speakers->count, sizeof(xc_speaker),
                                         offsetof(xc_speaker, sentence), sentence);
    for (size_t i = said.first; i < said.last; i++) {
        const xc_speaker *speaker = &speakers->items[i];
        if (distance(speaker, token) < least) {
            least = distance(speaker, token);
            best = speaker;
        }
    }
    const xc_speaker *last = said.first > 0 ? &speakers->items[said.first - 1] : NULL;
    bool goes_on =
        last && sentence - last->sentence <= MOST_BACK && opens_quoted(scan, sentence);
    return best ? best : goes_on ? last : NULL;
}
