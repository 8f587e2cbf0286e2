// SPDX-License-Identifier: MIT
// The words beside a verb that name who speaks, and what stands between commas with them.
#include "extract/speaker/speaker.h"

enum {
    MOST_WORDS = 18,
    MOST_INSERTED = 40,   // tokens between commas
    MOST_INSERTIONS = 5,  // "Ada Orlov, 66, an adviser to the council, which ..., told"
    MOST_COORDINATED = 6, // "officials and state media"
    AUXILIARIES =
        G_HAVE | G_ADVERB | G_MODAL_CONDITIONAL | G_MODAL_PREDICTED | G_DO | G_NEGATION,
    ENDS = G_SUBORDINATE | G_BE | G_HAVE | G_DO | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL |
           G_PRONOUN,
    SPEAKS = PART_BODY | PART_PERSON | PART_WEAK,
    CUE_ENDS = CUE_SAY | CUE_TELL | CUE_ACCORDING | CUE_CITE,
};

// A hyphen inside a word, an abbreviation's stop, an apostrophe.
static bool is_inner_mark(const speech_reading *speech, uint32_t token) {
    const xc_token *t = scan_token_at(&speech->scan, token);
    if (t->mark == '-') {
        return speech_hyphen(speech, token);
    }
    return t->mark == '.' || t->mark == '\'' || t->mark == '&';
}

// "who", "whom": neither "that" nor "which", which are more.
static bool is_who(const speech_reading *speech, int64_t token) {
    uint32_t g = speech_grammar(speech, token);
    return (g & G_RELATIVE) && !(g & (G_DETERMINER | G_SUBORDINATE));
}

static bool is_preposition(const speech_reading *speech, int64_t token) {
    return speech_grammar(speech, token) & (G_PREPOSITION | G_OF | G_FROM);
}

static bool names_speaker(const speech_reading *speech, xc_span words) {
    for (uint32_t token = words.first; token < words.last; token++) {
        uint32_t parts = speech_noun_at(speech, token, words.last).parts;
        if (speech_capital(speech, token) || parts & (PART_BODY | PART_PERSON | PART_WEAK)) {
            return true;
        }
    }
    return false;
}

// "The survey", which speaks where nobody is named with it: "The survey, conducted by the union,
// finds".
static bool is_record(const speech_reading *speech, xc_span words) {
    return !xc_span_is_empty(words) &&
           speech_noun_at(speech, words.last - 1, words.last).parts & PART_RECORD;
}

// "(UNRWA) said": where the bracket opens that closes at the token, or the token itself.
static uint32_t bracket_start(const speech_reading *speech, uint32_t token) {
    for (uint32_t i = token; i > speech->scan.sentence->first_token && token - i < MOST_WORDS;
         i--) {
        if (speech_mark(speech, i, "(")) {
            return i;
        }
    }
    return token;
}

typedef struct backward {
    xc_span words;
    xc_span way;
    bool coordinates; // may cross an "and"
} backward;

static backward run_back(const speech_reading *speech, uint32_t end, bool coordinates);

// Whether the "and" at the token joins two speakers: "officials and state media said".
static bool joins_speakers(const speech_reading *speech, uint32_t token) {
    uint32_t start = speech->scan.sentence->first_token;
    if (token == start || token + 1 >= speech->scan.sentence->last_token) {
        return false;
    }
    backward left = run_back(speech, token, false);
    bool whole =
        left.words.first == start || speech_mark(speech, (int64_t)left.words.first - 1, ",\"");
    return whole && !xc_span_is_empty(left.words) &&
           left.words.last - left.words.first <= MOST_COORDINATED &&
           !is_preposition(speech, left.words.first) && names_speaker(speech, left.words);
}

// "Monday", "on Monday"
static bool is_when(const speech_reading *speech, int64_t token) {
    return scan_in(&speech->scan, token) &&
           (scan_is_time(&speech->scan, (uint32_t)token) ||
            (is_preposition(speech, token) &&
             scan_is_time(&speech->scan, (uint32_t)token + 1)));
}

// One step to the left; false where the name begins.
static bool step_back(const speech_reading *speech, backward *run) {
    uint32_t token = run->words.first - 1;
    const xc_token *t = scan_token_at(&speech->scan, token);
    uint32_t g = speech_grammar(speech, token);
    if (is_who(speech, token)) {
        run->words = (xc_span){token, token}; // the clause behind "who" says nothing of names
        return true;
    }
    if (g & G_BY) {
        int64_t before = (int64_t)token - 1;
        while (speech_cues(speech, before) == 0 && is_when(speech, before)) {
            before--; // "a survey released on Monday by the union"
        }
        uint32_t verb = speech_cues(speech, before);
        bool record = token > 0 && speech_noun_at(speech, token - 1, token).parts & PART_SOURCE;
        if (record || verb & (CUE_ISSUED | CUE_AGENT)) { // "figures supplied by the port"
            run->words.first = (uint32_t)before + 1;
            return true;
        }
        bool carried = verb & CUE_CARRIED;
        if (carried) {
            run->way = (xc_span){token + 1, run->words.last};
            run->words = (xc_span){token - 1, token - 1};
        }
        return carried;
    }
    if (t->mark == ')') {
        uint32_t open = bracket_start(speech, token);
        if (open < token && run->words.first == run->words.last) {
            run->words = (xc_span){open, open};
        } else {
            run->words.first = open;
        }
        return open < token;
    }
    if (t->kind == XC_TOKEN_PUNCTUATION && !is_inner_mark(speech, token)) {
        return false;
    }
    bool being = g & G_BE && speech_cues(speech, run->words.first) & CUE_ISSUED;
    if (speech_owner(speech, token) || being) { // "a study being released by"
        run->words.first = token;
        return true;
    }
    if (g & ENDS || (g & G_RELATIVE) || scan_is_time(&speech->scan, token) ||
        (speech_cues(speech, token) & CUE_ENDS && !(t->flags & XC_TOKEN_CAPITAL))) {
        return false;
    }
    if (g & G_CONJUNCTION) {
        bool contrast = speech_cues(speech, token) & CUE_CONTRAST;
        if (!run->coordinates || contrast || !joins_speakers(speech, token)) {
            return false;
        }
    }
    run->words.first = token;
    bool article = g & G_DETERMINER;
    return !article || is_preposition(speech, (int64_t)token - 1) ||
           speech_grammar(speech, (int64_t)token - 1) & G_CONJUNCTION;
}

static backward run_back(const speech_reading *speech, uint32_t end, bool coordinates) {
    backward run = {.words = {end, end}, .coordinates = coordinates};
    uint32_t start = speech->scan.sentence->first_token;
    while (run.words.first > start && end - run.words.first < 2 * MOST_WORDS &&
           run.words.last - run.words.first < MOST_WORDS && step_back(speech, &run)) {
    }
    return run;
}

// "In Selva officials", "after the attack police": without what opens the sentence.
static xc_span without_opening(const speech_reading *speech, xc_span words) {
    if (!is_preposition(speech, words.first)) {
        return words;
    }
    uint32_t token = words.first + 1;
    while (token < words.last &&
           speech_grammar(speech, token) & (G_DETERMINER | G_POSSESSIVE)) {
        token++;
    }
    while (token < words.last && !(speech_noun_at(speech, token, words.last).parts &
                                   (PART_BODY | PART_PERSON | PART_WEAK | PART_MOUTHPIECE))) {
        token++;
    }
    return (xc_span){token, words.last};
}

// "the 29-year-old dealer": without the age.
static xc_span without_age(const speech_reading *speech, xc_span words) {
    uint32_t first = words.first;
    if (first < words.last && speech_grammar(speech, first) & G_DETERMINER) {
        first++;
    }
    if (first + 2 >= words.last || !scan_is_kind(&speech->scan, first, XC_TOKEN_NUMBER)) {
        return words;
    }
    uint32_t at = first + 1;
    while (at + 2 < words.last && speech_hyphen(speech, at)) {
        at += 2; // "-year", "-old"
    }
    return at > first + 1 ? (xc_span){at, words.last} : words;
}

// Whether the words between two commas are a name: "Ada Orlov", not "R-S.C." or "66".
static bool is_name(const speech_reading *speech, xc_span words) {
    bool spelled = false;
    const xc_token *first = scan_token_at(&speech->scan, words.first);
    if (xc_span_is_empty(words) || (first->end - first->start == 1 &&
                                    speech_mark(speech, (int64_t)words.first + 1, "-"))) {
        return false; // "Rep. Ada Orlov, R-Texas, said"
    }
    for (uint32_t token = words.first; token < words.last; token++) {
        const xc_token *t = scan_token_at(&speech->scan, token);
        bool small = t->kind == XC_TOKEN_WORD && t->end - t->start <= 4;
        if (t->kind == XC_TOKEN_WORD && !(t->flags & XC_TOKEN_CAPITAL) &&
            (!small || token == words.first)) {
            bool joined = token > words.first && speech_mark(speech, (int64_t)token - 1, "-");
            if (!joined) {
                return false;
            }
        }
        if (token + 1 == words.last && t->kind == XC_TOKEN_WORD &&
            !(t->flags & XC_TOKEN_CAPITAL)) {
            return false; // "Five men died"
        }
        spelled |= (t->flags & XC_TOKEN_CAPITAL) && !(t->flags & XC_TOKEN_CAPITALS) &&
                   t->end - t->start > 1;
    }
    return spelled && words.last - words.first <= 8;
}

static uint32_t segment_start(const speech_reading *speech, uint32_t comma) {
    uint32_t open = comma;
    while (open > speech->scan.sentence->first_token && comma - open < MOST_INSERTED &&
           !speech_mark(speech, (int64_t)open - 1, ",\";:")) {
        open--;
    }
    return open;
}

// "At a rally in Selva, Mr. Orlov was blunt, claiming": what stands between commas tells something
// by itself. Not "Ada Orlov, who was there, said".
static bool is_clause(const speech_reading *speech, xc_span words) {
    uint32_t opens = speech_grammar(speech, words.first);
    if (opens & (G_RELATIVE | G_SUBORDINATE | G_PREPOSITION | G_CONJUNCTION)) {
        return false;
    }
    for (uint32_t token = words.first + 1; token < words.last; token++) {
        uint32_t g = speech_grammar(speech, token);
        if (g & G_RELATIVE) {
            return false;
        }
        if (g & (G_BE | G_HAVE | G_DO) && speech_capital(speech, token - 1)) {
            return true;
        }
    }
    return false;
}

// "the governor of Selva, Ada Orlov, said"; "Ada Orlov, 66, a resident of Selva, said".
static backward before_comma(const speech_reading *speech, uint32_t comma,
                             xc_span *apposition) {
    for (int i = 0; i < MOST_INSERTIONS; i++) {
        uint32_t open = segment_start(speech, comma);
        xc_span segment = {open, comma};
        bool opens = open > speech->scan.sentence->first_token &&
                     speech_mark(speech, (int64_t)open - 1, ",");
        if (is_name(speech, segment)) {
            backward office = opens ? run_back(speech, open - 1, false) : (backward){0};
            if (!xc_span_is_empty(office.words) &&
                speech_grammar(speech, office.words.first) & G_DETERMINER &&
                names_speaker(speech, office.words)) {
                *apposition = office.words;
            }
            return (backward){.words = segment};
        }
        if (i > 0) {
            backward run = run_back(speech, comma, false);
            if (!xc_span_is_empty(run.words) && names_speaker(speech, run.words) &&
                is_name(speech, (xc_span){run.words.last - 1, run.words.last})) {
                return run;
            }
        }
        if (!opens) {
            break;
        }
        xc_span inserted = {open, comma};
        if (is_clause(speech, inserted)) {
            return (backward){0};
        }
        if (xc_span_is_empty(*apposition) || names_speaker(speech, inserted)) {
            *apposition = inserted;
        }
        comma = open - 1;
    }
    backward run = run_back(speech, comma, false);
    bool known = names_speaker(speech, run.words) || is_record(speech, run.words);
    return !xc_span_is_empty(*apposition) && known ? run : (backward){0};
}

// The dash that opens what the dash at the token closes, or the token itself.
static uint32_t insertion_start(const speech_reading *speech, uint32_t token) {
    uint32_t open = token;
    while (scan_dash(&speech->scan, token) && open > speech->scan.sentence->first_token &&
           token - open < MOST_INSERTED) {
        if (scan_dash(&speech->scan, --open)) {
            return open;
        }
    }
    return token;
}

// "spoken to a nurse", "a blow to the army": where the phrase of the speaker starts; "a nurse at
// the hospital" is one.
static uint32_t nearest_phrase(const speech_reading *speech, xc_span words) {
    uint32_t first = words.first;
    for (uint32_t token = words.first; token < words.last; token++) {
        bool joins =
            is_preposition(speech, token) || speech_grammar(speech, token) & (G_BY | G_TO);
        bool behind_speaker =
            token > words.first && (speech_capital(speech, token - 1) ||
                                    speech_noun_at(speech, token - 1, token).parts & SPEAKS);
        if (joins && !behind_speaker) {
            first = token + 1;
        }
    }
    return first;
}

// "Ada Orlov, who estimated that", "the survey, which found": whom the clause is about.
static xc_span before_relative(const speech_reading *speech, uint32_t relative) {
    bool parted = speech_mark(speech, (int64_t)relative - 1, ",");
    bool which = !is_who(speech, relative);
    if (which && (!parted || speech_grammar(speech, relative) & G_SUBORDINATE)) {
        return (xc_span){relative, relative};
    }
    xc_span words = run_back(speech, parted ? relative - 1 : relative, false).words;
    words.first = nearest_phrase(speech, words);
    bool cut = speech_grammar(speech, (int64_t)words.first - 1) & G_CONJUNCTION;
    bool known =
        names_speaker(speech, words) && !cut && !(which && is_preposition(speech, words.first));
    return known ? without_opening(speech, words) : (xc_span){relative, relative};
}

xc_span speaker_before(const speech_reading *speech, uint32_t verb, xc_span *apposition,
                       xc_span *way) {
    uint32_t start = speech->scan.sentence->first_token;
    uint32_t end = verb;
    *apposition = *way = (xc_span){0};
    while (end > start && ((speech_grammar(speech, (int64_t)end - 1) & AUXILIARIES) ||
                           speech_cues(speech, (int64_t)end - 1) & CUE_BETWEEN ||
                           scan_is_time(&speech->scan, end - 1))) {
        end--;
    }
    if (end == start) {
        return (xc_span){verb, verb};
    }
    if (speech_cues(speech, (int64_t)end - 1) & (CUE_HE | CUE_THEY | CUE_IT)) {
        return (xc_span){end - 1, end};
    }
    if (speech_grammar(speech, (int64_t)end - 1) & G_RELATIVE) {
        return before_relative(speech, end - 1);
    }
    uint32_t dash = insertion_start(speech, end - 1);
    if (dash < end - 1) { // "Orlov - an ally of the king - said"
        *apposition = (xc_span){dash + 1, end - 1};
        return without_opening(speech, run_back(speech, dash, true).words);
    }
    backward run = speech_mark(speech, (int64_t)end - 1, ",")
                       ? before_comma(speech, end - 1, apposition)
                       : run_back(speech, end, true);
    *way = run.way;
    return without_opening(speech, without_age(speech, run.words));
}

// Whether a name goes on over a preposition: "of", "for", "from", "at".
static bool goes_on(const speech_reading *speech, uint32_t token, uint32_t first) {
    uint32_t g = speech_grammar(speech, token);
    bool by = (g & G_BY) &&
              (speech_cues(speech, (int64_t)token - 1) & (CUE_AGENT | CUE_ISSUED | CUE_SOURCE));
    if (by) {
        return true;
    }
    if (g & G_BY || ((g & G_TO) && token > first)) {
        return false;
    }
    if (!(g & G_PREPOSITION)) {
        return true;
    }
    return g & (G_OF | G_FROM) || speech_noun_at(speech, token + 1, UINT32_MAX).tokens ||
           (speech_grammar(speech, (int64_t)token + 1) & G_DETERMINER &&
            speech_noun_at(speech, token + 2, UINT32_MAX).parts & PART_BODY);
}

static bool ends_behind(const speech_reading *speech, uint32_t token, uint32_t first) {
    const xc_token *t = scan_token_at(&speech->scan, token);
    uint32_t g = speech_grammar(speech, token);
    if (t->kind == XC_TOKEN_PUNCTUATION && !is_inner_mark(speech, token)) {
        return true;
    }
    if (speech_owner(speech, token)) {
        return false;
    }
    if (scan_is_time(&speech->scan, token) || !goes_on(speech, token, first)) {
        return true;
    }
    if (g & G_CONJUNCTION) {
        uint32_t next = token + 1;
        bool joins =
            next < speech->scan.sentence->last_token &&
            (speech_capital(speech, next) || speech_noun_at(speech, next, UINT32_MAX).tokens);
        return !joins;
    }
    bool verb = speech_cues(speech, token) & CUE_ENDS &&
                !(speech_cues(speech, token) & (CUE_SOURCE | CUE_AGENT)) &&
                !speech_noun_at(speech, token, UINT32_MAX).tokens;
    return verb || (g & (ENDS | G_RELATIVE) && token > first);
}

// "said Ada Orlov, a seismologist in Selva, on Monday": what stands between commas.
static xc_span inserted_behind(const speech_reading *speech, uint32_t comma,
                               uint32_t described_from) {
    uint32_t last = speech->scan.sentence->last_token;
    uint32_t first = comma + 1;
    if (first >= last || !speech_mark(speech, comma, ",")) {
        return (xc_span){0};
    }
    uint32_t end = first;
    while (end < last && end - first < MOST_INSERTED && !speech_mark(speech, end, ",;:.\"") &&
           !is_who(speech, end)) {
        end++;
    }
    xc_span words = {first, end};
    bool described = speech_grammar(speech, first) & G_DETERMINER ||
                     speech_noun_at(speech, first, last).tokens;
    bool named =
        is_name(speech, words) && speech_grammar(speech, described_from) & G_DETERMINER;
    return (described && names_speaker(speech, words)) || named ? words : (xc_span){0};
}

xc_span speaker_behind(const speech_reading *speech, uint32_t token, xc_span *apposition) {
    uint32_t last = speech->scan.sentence->last_token;
    xc_span words = {token, token};
    *apposition = (xc_span){0};
    if (token < last && (speech_cues(speech, token) & (CUE_HE | CUE_THEY))) {
        return (xc_span){token, token + 1};
    }
    while (words.last < last && words.last - words.first < MOST_WORDS &&
           !ends_behind(speech, words.last, words.first)) {
        words.last++;
    }
    if (!xc_span_is_empty(words)) {
        *apposition = inserted_behind(speech, words.last, words.first);
    }
    if (is_name(speech, *apposition) &&
        speech_grammar(speech, words.first) &
            G_DETERMINER) { // "the head of the council, Ada Orlov, as saying"
        xc_span office = words;
        words = *apposition;
        *apposition = office;
    }
    return words;
}
