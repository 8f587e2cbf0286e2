// SPDX-License-Identifier: MIT
// The words beside a verb that name who speaks, and what stands between commas with them.
#include "extract/speaker/speaker.h"

enum {
    MOST_WORDS = 18,
    MOST_INSERTED = 40,   // tokens between commas
    MOST_INSERTIONS = 5,  // "Ada Orlov, 66, an adviser to the council, which ..., told"
    MOST_COORDINATED = 6, // "officials and state media"
    AUXILIARIES = XC_G_HAVE | XC_G_ADVERB | XC_G_MODAL_CONDITIONAL | XC_G_MODAL_PREDICTED |
                  XC_G_DO | XC_G_NEGATION,
    ENDS = XC_G_SUBORDINATE | XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_MODAL_PREDICTED |
           XC_G_MODAL_CONDITIONAL | XC_G_PRONOUN,
    CUE_ENDS = XC_CUE_SAY | XC_CUE_TELL | XC_CUE_ACCORDING | XC_CUE_CITE,
};

static uint32_t grammar(const xc_speech *speech, int64_t token) {
    return xc_scan_grammar(&speech->scan, token);
}

static bool in_time(const xc_speech *speech, uint32_t token) {
    return xc_scan_in_time(&speech->scan, speech->scan.sentence_index, token);
}

// A hyphen inside a word, an abbreviation's stop, an apostrophe.
static bool is_inner_mark(const xc_speech *speech, uint32_t token) {
    const xc_token *t = xc_scan_token(&speech->scan, token);
    if (t->mark == '-') {
        return !(t->flags & XC_TOKEN_SPACE_BEFORE);
    }
    return t->mark == '.' || t->mark == '\'' || t->mark == '&';
}

// "who", "whom": neither "that" nor "which", which are more.
static bool is_who(const xc_speech *speech, int64_t token) {
    uint32_t g = grammar(speech, token);
    return (g & XC_G_RELATIVE) && !(g & (XC_G_DETERMINER | XC_G_SUBORDINATE));
}

static bool is_preposition(const xc_speech *speech, int64_t token) {
    return grammar(speech, token) & (XC_G_PREPOSITION | XC_G_OF | XC_G_FROM);
}

static xc_speaker_noun noun_at(const xc_speech *speech, uint32_t token, uint32_t limit) {
    return xc_speaker_noun_at(speech->words, speech->scan.text, token, limit);
}

static bool names_speaker(const xc_speech *speech, xc_words words) {
    for (uint32_t token = words.first; token < words.last; token++) {
        uint32_t parts = noun_at(speech, token, words.last).parts;
        if (xc_speech_capital(speech, token) ||
            parts & (XC_PART_BODY | XC_PART_PERSON | XC_PART_WEAK)) {
            return true;
        }
    }
    return false;
}

// "(UNRWA) said": where the bracket opens that closes at the token, or the token itself.
static uint32_t bracket_start(const xc_speech *speech, uint32_t token) {
    for (uint32_t i = token; i > speech->scan.sentence->first_token && token - i < MOST_WORDS;
         i--) {
        if (xc_speech_mark(speech, i, "(")) {
            return i;
        }
    }
    return token;
}

typedef struct backward {
    xc_words words;
    xc_words way;
    bool coordinates; // may cross an "and"
} backward;

static backward run_back(const xc_speech *speech, uint32_t end, bool coordinates);

// Whether the "and" at the token joins two speakers: "officials and state media said".
static bool joins_speakers(const xc_speech *speech, uint32_t token) {
    uint32_t start = speech->scan.sentence->first_token;
    if (token == start || token + 1 >= speech->scan.sentence->last_token) {
        return false;
    }
    backward left = run_back(speech, token, false);
    bool whole = left.words.first == start ||
                 xc_speech_mark(speech, (int64_t)left.words.first - 1, ",\"");
    return whole && xc_words_any(left.words) &&
           left.words.last - left.words.first <= MOST_COORDINATED &&
           !is_preposition(speech, left.words.first) && names_speaker(speech, left.words);
}

// One step to the left; false where the name begins.
static bool step_back(const xc_speech *speech, backward *run) {
    uint32_t token = run->words.first - 1;
    const xc_token *t = xc_scan_token(&speech->scan, token);
    uint32_t g = grammar(speech, token);
    if (is_who(speech, token)) {
        run->words = (xc_words){token, token}; // the clause behind "who" says nothing of names
        return true;
    }
    if (g & XC_G_BY) {
        uint32_t verb = token > speech->scan.sentence->first_token
                            ? xc_speech_cues(speech, (int64_t)token - 1)
                            : 0;
        if (verb & (XC_CUE_ISSUED | XC_CUE_AGENT)) { // "figures supplied by the port"
            run->words.first = token;
            return true;
        }
        bool carried = verb & XC_CUE_CARRIED;
        if (carried) {
            run->way = (xc_words){token + 1, run->words.last};
            run->words = (xc_words){token - 1, token - 1};
        }
        return carried;
    }
    if (t->mark == ')') {
        uint32_t open = bracket_start(speech, token);
        if (open < token && run->words.first == run->words.last) {
            run->words = (xc_words){open, open};
        } else {
            run->words.first = open;
        }
        return open < token;
    }
    if (t->kind == XC_TOKEN_PUNCTUATION && !is_inner_mark(speech, token)) {
        return false;
    }
    if (xc_speech_owner(speech, token)) {
        run->words.first = token;
        return true;
    }
    if (g & ENDS || (g & XC_G_RELATIVE) || in_time(speech, token) ||
        (xc_speech_cues(speech, token) & CUE_ENDS && !(t->flags & XC_TOKEN_CAPITAL))) {
        return false;
    }
    if (g & XC_G_CONJUNCTION) {
        if (!run->coordinates || !joins_speakers(speech, token)) {
            return false;
        }
    }
    run->words.first = token;
    bool article = g & XC_G_DETERMINER;
    return !article || is_preposition(speech, (int64_t)token - 1) ||
           grammar(speech, (int64_t)token - 1) & XC_G_CONJUNCTION;
}

static backward run_back(const xc_speech *speech, uint32_t end, bool coordinates) {
    backward run = {.words = {end, end}, .coordinates = coordinates};
    uint32_t start = speech->scan.sentence->first_token;
    while (run.words.first > start && end - run.words.first < 2 * MOST_WORDS &&
           run.words.last - run.words.first < MOST_WORDS && step_back(speech, &run)) {
    }
    return run;
}

// "In Selva officials", "after the attack police": without what opens the sentence.
static xc_words without_opening(const xc_speech *speech, xc_words words) {
    if (!is_preposition(speech, words.first)) {
        return words;
    }
    uint32_t token = words.first + 1;
    while (token < words.last && grammar(speech, token) & (XC_G_DETERMINER | XC_G_POSSESSIVE)) {
        token++;
    }
    while (token < words.last &&
           !(noun_at(speech, token, words.last).parts &
             (XC_PART_BODY | XC_PART_PERSON | XC_PART_WEAK | XC_PART_MOUTHPIECE))) {
        token++;
    }
    return (xc_words){token, words.last};
}

// Whether the words between two commas are a name: "Ada Orlov", not "R-S.C." or "66".
static bool is_name(const xc_speech *speech, xc_words words) {
    bool spelled = false;
    const xc_token *first = xc_scan_token(&speech->scan, words.first);
    if (!xc_words_any(words) || (first->end - first->start == 1 &&
                                 xc_speech_mark(speech, (int64_t)words.first + 1, "-"))) {
        return false; // "Rep. Ada Orlov, R-Texas, said"
    }
    for (uint32_t token = words.first; token < words.last; token++) {
        const xc_token *t = xc_scan_token(&speech->scan, token);
        bool small = t->kind == XC_TOKEN_WORD && t->end - t->start <= 4;
        if (t->kind == XC_TOKEN_WORD && !(t->flags & XC_TOKEN_CAPITAL) &&
            (!small || token == words.first)) {
            bool joined =
                token > words.first && xc_speech_mark(speech, (int64_t)token - 1, "-");
            if (!joined) {
                return false;
            }
        }
        spelled |= (t->flags & XC_TOKEN_CAPITAL) && !(t->flags & XC_TOKEN_CAPITALS) &&
                   t->end - t->start > 1;
    }
    return spelled && words.last - words.first <= 8;
}

static uint32_t segment_start(const xc_speech *speech, uint32_t comma) {
    uint32_t open = comma;
    while (open > speech->scan.sentence->first_token && comma - open < MOST_INSERTED &&
           !xc_speech_mark(speech, (int64_t)open - 1, ",\";:")) {
        open--;
    }
    return open;
}

// "the governor of Selva, Ada Orlov, said"; "Ada Orlov, 66, a resident of Selva, said".
static backward before_comma(const xc_speech *speech, uint32_t comma, xc_words *apposition) {
    for (int i = 0; i < MOST_INSERTIONS; i++) {
        uint32_t open = segment_start(speech, comma);
        xc_words segment = {open, comma};
        bool opens = open > speech->scan.sentence->first_token &&
                     xc_speech_mark(speech, (int64_t)open - 1, ",");
        if (is_name(speech, segment)) {
            backward office = opens ? run_back(speech, open - 1, false) : (backward){0};
            if (xc_words_any(office.words) &&
                grammar(speech, office.words.first) & XC_G_DETERMINER &&
                names_speaker(speech, office.words)) {
                *apposition = office.words;
            }
            return (backward){.words = segment};
        }
        if (i > 0) {
            backward run = run_back(speech, comma, false);
            if (xc_words_any(run.words) && names_speaker(speech, run.words) &&
                is_name(speech, (xc_words){run.words.last - 1, run.words.last})) {
                return run;
            }
        }
        if (!opens) {
            break;
        }
        xc_words inserted = {open, comma};
        if (!xc_words_any(*apposition) || names_speaker(speech, inserted)) {
            *apposition = inserted;
        }
        comma = open - 1;
    }
    backward run = run_back(speech, comma, false);
    return xc_words_any(*apposition) && names_speaker(speech, run.words) ? run : (backward){0};
}

static bool is_dash(const xc_speech *speech, uint32_t token) {
    return xc_speech_mark(speech, token, "-") &&
           xc_scan_token(&speech->scan, token)->flags & XC_TOKEN_SPACE_BEFORE;
}

// The dash that opens what the dash at the token closes, or the token itself.
static uint32_t insertion_start(const xc_speech *speech, uint32_t token) {
    uint32_t open = token;
    while (is_dash(speech, token) && open > speech->scan.sentence->first_token &&
           token - open < MOST_INSERTED) {
        if (is_dash(speech, --open)) {
            return open;
        }
    }
    return token;
}

xc_words xc_speaker_before(const xc_speech *speech, uint32_t verb, xc_words *apposition,
                           xc_words *way) {
    uint32_t start = speech->scan.sentence->first_token;
    uint32_t end = verb;
    *apposition = *way = (xc_words){0};
    while (end > start && ((grammar(speech, (int64_t)end - 1) & AUXILIARIES) ||
                           xc_speech_cues(speech, (int64_t)end - 1) & XC_CUE_BETWEEN ||
                           in_time(speech, end - 1))) {
        end--;
    }
    if (end == start) {
        return (xc_words){verb, verb};
    }
    if (xc_speech_cues(speech, (int64_t)end - 1) & (XC_CUE_HE | XC_CUE_THEY | XC_CUE_IT)) {
        return (xc_words){end - 1, end};
    }
    uint32_t dash = insertion_start(speech, end - 1);
    if (dash < end - 1) { // "Orlov - an ally of the king - said"
        *apposition = (xc_words){dash + 1, end - 1};
        return without_opening(speech, run_back(speech, dash, true).words);
    }
    backward run = xc_speech_mark(speech, (int64_t)end - 1, ",")
                       ? before_comma(speech, end - 1, apposition)
                       : run_back(speech, end, true);
    *way = run.way;
    return without_opening(speech, run.words);
}

// Whether a name goes on over a preposition: "of", "for", "from", "at".
static bool goes_on(const xc_speech *speech, uint32_t token, uint32_t first) {
    uint32_t g = grammar(speech, token);
    bool by = (g & XC_G_BY) && (xc_speech_cues(speech, (int64_t)token - 1) &
                                (XC_CUE_AGENT | XC_CUE_ISSUED | XC_CUE_SOURCE));
    if (by) {
        return true;
    }
    if (g & XC_G_BY || ((g & XC_G_TO) && token > first)) {
        return false;
    }
    if (!(g & XC_G_PREPOSITION)) {
        return true;
    }
    return g & (XC_G_OF | XC_G_FROM) || noun_at(speech, token + 1, UINT32_MAX).tokens ||
           (grammar(speech, (int64_t)token + 1) & XC_G_DETERMINER &&
            noun_at(speech, token + 2, UINT32_MAX).parts & XC_PART_BODY);
}

static bool ends_behind(const xc_speech *speech, uint32_t token, uint32_t first) {
    const xc_token *t = xc_scan_token(&speech->scan, token);
    uint32_t g = grammar(speech, token);
    if (t->kind == XC_TOKEN_PUNCTUATION && !is_inner_mark(speech, token)) {
        return true;
    }
    if (xc_speech_owner(speech, token)) {
        return false;
    }
    if (in_time(speech, token) || !goes_on(speech, token, first)) {
        return true;
    }
    if (g & XC_G_CONJUNCTION) {
        uint32_t next = token + 1;
        bool joins =
            next < speech->scan.sentence->last_token &&
            (xc_speech_capital(speech, next) || noun_at(speech, next, UINT32_MAX).tokens);
        return !joins;
    }
    bool verb = xc_speech_cues(speech, token) & CUE_ENDS &&
                !(xc_speech_cues(speech, token) & (XC_CUE_SOURCE | XC_CUE_AGENT)) &&
                !noun_at(speech, token, UINT32_MAX).tokens;
    return verb || (g & (ENDS | XC_G_RELATIVE) && token > first);
}

// "said Ada Orlov, a seismologist in Selva, on Monday": what stands between commas.
static xc_words inserted_behind(const xc_speech *speech, uint32_t comma,
                                uint32_t described_from) {
    uint32_t last = speech->scan.sentence->last_token;
    uint32_t first = comma + 1;
    if (first >= last || !xc_speech_mark(speech, comma, ",")) {
        return (xc_words){0};
    }
    uint32_t end = first;
    while (end < last && end - first < MOST_INSERTED &&
           !xc_speech_mark(speech, end, ",;:.\"") && !is_who(speech, end)) {
        end++;
    }
    xc_words words = {first, end};
    bool described =
        grammar(speech, first) & XC_G_DETERMINER || noun_at(speech, first, last).tokens;
    bool named = is_name(speech, words) && grammar(speech, described_from) & XC_G_DETERMINER;
    return (described && names_speaker(speech, words)) || named ? words : (xc_words){0};
}

xc_words xc_speaker_behind(const xc_speech *speech, uint32_t token, xc_words *apposition) {
    uint32_t last = speech->scan.sentence->last_token;
    xc_words words = {token, token};
    *apposition = (xc_words){0};
    if (token < last && (xc_speech_cues(speech, token) & (XC_CUE_HE | XC_CUE_THEY))) {
        return (xc_words){token, token + 1};
    }
    while (words.last < last && words.last - words.first < MOST_WORDS &&
           !ends_behind(speech, words.last, words.first)) {
        words.last++;
    }
    if (xc_words_any(words)) {
        *apposition = inserted_behind(speech, words.last, words.first);
    }
    if (is_name(speech, *apposition) &&
        grammar(speech, words.first) &
            XC_G_DETERMINER) { // "the head of the council, Ada Orlov, as saying"
        xc_words office = words;
        words = *apposition;
        *apposition = office;
    }
    return words;
}
