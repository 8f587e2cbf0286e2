// SPDX-License-Identifier: MIT
// Events by their nouns and names: "landmine explosion", "2020 war", "Hurricane Ida". A text
// mostly tells of one; a claim of a passage that names none belongs to it, and what is told of
// another year or as an earlier one is background.
#include "extract/event.h"

#include "extract/rules/frame_words.h"
#include "extract/statement/statement.h"

enum {
    MOST_NAME = 3,  // words of a name behind its noun
    LEAD = 3,       // sentences that say what a text is about
    MOST_BACK = 2,  // sentences of a passage that are looked back at
    COST_COMMA = 6, // in words: a claim and its event rarely stand apart
    COST_CLAUSE = 15,
    COST_BACKGROUND = 8,
    COST_BEFORE = 2,
};

typedef struct finder {
    sentence_scan scan; // a view of its own: `sentence` moves
    event_words *out;
    const frame_words *words;
} finder;

static int32_t year_at(const sentence_scan *scan, uint32_t token) {
    xc_date date;
    xc_slice digits = xc_token_slice(scan->text, token);
    bool year = scan_token_at(scan, token)->kind == XC_TOKEN_NUMBER && digits.len == 4 &&
                xc_date_parse(digits, &date);
    return year ? date.year : 0;
}

// Whether the word is a verb here: "rebels attack", "two boats collided".
static bool is_noun(const finder *f, uint32_t token) {
    xc_word word = scan_token_at(&f->scan, token)->word;
    unsigned starts = phrase_starts_of(f->scan.language, word);
    bool verb = starts & (STARTS_PRESENT | STARTS_PAST);
    return !verb || stands_as_noun(&f->scan, token, token + 1) ||
           (scan_grammar(&f->scan, (int64_t)token + 1) & G_PREPOSITION);
}

// "Hurricane Ida", "Operation Storm": where a name behind the noun ends. In a headline every
// word may have a capital.
static uint32_t name_end(const sentence_scan *scan, uint32_t noun) {
    uint32_t last = noun + 1;
    bool capitals =
        scan->sentence->heading || (scan_token_at(scan, noun)->flags & XC_TOKEN_CAPITALS);
    while (scan_capital(scan, noun) && !capitals && last <= noun + MOST_NAME &&
           scan_capital(scan, last) && !ends_phrase(scan, last) && !scan_grammar(scan, last) &&
           !scan_is_time(scan, last)) {
        last++;
    }
    return last;
}

// "An earlier army strike": a word before the noun's own says that it is another one.
static bool is_told_apart(const sentence_scan *scan, uint32_t first) {
    enum { MOST = 2 };
    int64_t token = (int64_t)first - 1;
    for (int words = 0; words < MOST && scan_is_word(scan, token) && !scan_grammar(scan, token);
         words++) {
        if (scan_roles(scan, token) & FRAME_EVENT_OTHER) {
            return true;
        }
        token--;
    }
    return scan_roles(scan, token) & FRAME_EVENT_OTHER;
}

// "Director of Operations": a word of a body's name.
static bool is_in_title(const sentence_scan *scan, uint32_t noun) {
    int64_t before = (int64_t)noun - 1;
    return scan_capital(scan, noun) && !scan->sentence->heading &&
           scan_grammar(scan, before) & G_OF && scan_capital(scan, before - 1);
}

// "The Earthquake Authority", "Special Operations Command": whom it is named after.
static bool is_in_body(const sentence_scan *scan, uint32_t noun) {
    if (!scan_capital(scan, noun) || scan->sentence->heading) {
        return false;
    }
    for (uint32_t at = noun + 1; at <= noun + MOST_NAME && scan_capital(scan, at); at++) {
        if (speaker_noun_at(&scan->language->speakers, scan->text, at,
                            scan->sentence->last_token)
                .parts &
            (PART_BODY | PART_WEAK)) {
            return true;
        }
    }
    return false;
}

// Words before the noun that belong to it.
static uint32_t words_start(const finder *f, uint32_t noun, event_mention *mention) {
    const sentence_scan *scan = &f->scan;
    enum { BELONGS = FRAME_EVENT_MODIFIER | FRAME_EVENT | FRAME_EVENT_OTHER };
    bool named = scan_capital(scan, noun) && !scan->sentence->heading &&
                 !(scan_token_at(scan, noun)->flags & XC_TOKEN_CAPITALS);
    uint32_t first = noun;
    for (uint32_t token = noun; token > scan->sentence->first_token; token--) {
        uint32_t roles = scan_roles(&f->scan, (int64_t)token - 1);
        int32_t year = year_at(scan, token - 1);
        mention->background |= (roles & FRAME_EVENT_OTHER) != 0;
        bool name = named && scan_capital(scan, (int64_t)token - 1) &&
                    !scan_grammar(scan, (int64_t)token - 1) &&
                    token - 1 > scan->sentence->first_token; // "World War II"
        if (year) {
            mention->year = year;
        } else if (!name && !(roles & BELONGS)) {
            break;
        }
        first = token - 1;
    }
    mention->background |= is_told_apart(scan, first);
    return first;
}

// A common noun alone has its capital from the start of a sentence or from a headline: "Flood"
// and "flood" are one event. Its other bytes stay as they are.
static xc_slice without_capital(xc_slice noun, xc_arena *arena) {
    if (!noun.len || noun.ptr[0] < 'A' || noun.ptr[0] > 'Z') {
        return noun;
    }
    return xc_arena_print(arena, "%c%.*s", noun.ptr[0] + ('a' - 'A'),
                          XC_PRINT(xc_slice_sub(noun, 1, noun.len)));
}

static bool add_mention(finder *f, uint32_t noun) {
    sentence_scan *scan = &f->scan;
    event_mention *mention = xc_arena_grow(scan->arena, &f->out->items, f->out->count,
                                           &f->out->capacity, sizeof *mention);
    if (!mention) {
        return false;
    }
    *mention = (event_mention){.sentence = scan->sentence_index, .token = noun};
    uint32_t first = words_start(f, noun, mention);
    uint32_t last = name_end(scan, noun);
    mention->words = xc_slice_sub(scan->text->bytes, scan_token_at(scan, first)->start,
                                  scan_token_at(scan, last - 1)->end);
    mention->kind = event_kind(scan, first, noun);
    mention->bare = first == noun && last == noun + 1;
    if (mention->bare && !(scan_token_at(scan, noun)->flags & XC_TOKEN_CAPITALS)) {
        mention->words = without_capital(mention->words, scan->arena);
    }
    f->out->count++;
    return mention->words.ptr != NULL;
}

static bool find_in_sentence(finder *f) {
    const xc_sentence *sentence = f->scan.sentence;
    for (uint32_t token = sentence->first_token; token < sentence->last_token; token++) {
        xc_word word = scan_token_at(&f->scan, token)->word;
        bool event = word && (scan_roles(&f->scan, token) & FRAME_EVENT);
        bool head = !(scan_roles(&f->scan, (int64_t)token + 1) & FRAME_EVENT);
        if (event && head && is_noun(f, token) && !is_in_title(&f->scan, token) &&
            !is_in_body(&f->scan, token) && event_happens(&f->scan, token) &&
            !add_mention(f, token)) {
            return false;
        }
    }
    return true;
}

bool event_same_kind(const event_mention *a, const event_mention *b) {
    return xc_slice_equal_fold(a->kind, b->kind);
}

// How much of the text is about the kind of an event; its beginning counts more.
static uint32_t weight_of(const event_words *events, const event_mention *of) {
    uint32_t weight = 0;
    for (size_t i = 0; i < events->count; i++) {
        const event_mention *mention = &events->items[i];
        if (event_same_kind(mention, of) && !mention->background && !mention->year) {
            weight += mention->sentence == 0 ? 4 : mention->sentence < LEAD ? 2 : 1;
        }
    }
    return weight;
}

// The kind that the text is mostly about, by the first mention that tells it most fully.
static const event_mention *find_main(const event_words *events) {
    enum { MOST_LOOKED_AT = 64 };
    const event_mention *main = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < events->count && i < MOST_LOOKED_AT; i++) {
        const event_mention *mention = &events->items[i];
        if (mention->background || mention->year) {
            continue;
        }
        if (main && event_same_kind(mention, main)) {
            main = main->bare && !mention->bare ? mention : main;
            continue;
        }
        uint32_t weight = weight_of(events, mention);
        if (weight > most) {
            most = weight;
            main = mention;
        }
    }
    return main;
}

xc_status events_find(const sentence_scan *scan, event_words *out, xc_error *error) {
    *out = (event_words){0};
    finder f = {.scan = *scan, .out = out, .words = &scan->language->frames};
    f.scan.saying_count = f.scan.trigger_count = f.scan.group_count = 0;
    for (size_t i = 0; i < scan->text->sentence_count; i++) {
        f.scan.sentence = &scan->text->sentences[i];
        f.scan.sentence_index = (uint32_t)i;
        if (!find_in_sentence(&f)) {
            return xc_fail_memory(error);
        }
    }
    event_kinds_settle(scan, out);
    out->main = find_main(out);
    return XC_OK;
}

// How far a mention stands from a claim's word, in words; commas and clauses count more.
static uint32_t cost_of(const sentence_scan *scan, const event_mention *mention,
                        const claim_draft *draft) {
    uint32_t claim = draft->trigger.first;
    uint32_t first = mention->token < claim ? mention->token : claim;
    uint32_t last = mention->token < claim ? claim : mention->token;
    uint32_t cost = (last - first) + (mention->background ? COST_BACKGROUND : 0) +
                    (mention->token < claim ? COST_BEFORE : 0);
    for (uint32_t token = first; token < last; token++) {
        const xc_token *t = &scan->text->tokens[token];
        if (t->kind == XC_TOKEN_PUNCTUATION) {
            cost += t->mark == ',' ? COST_COMMA : t->mark == ';' ? COST_CLAUSE : 0;
        }
    }
    return cost;
}

static index_range mentions_of(const event_words *events, uint32_t sentence) {
    return range_of_sentence(events->items, events->count, sizeof *events->items,
                             offsetof(event_mention, sentence), sentence);
}

static const event_mention *nearest(const sentence_scan *scan, const event_words *events,
                                    const claim_draft *draft) {
    const event_mention *best = NULL;
    uint32_t least = UINT32_MAX;
    index_range range = mentions_of(events, draft->sentence);
    for (size_t i = range.first; i < range.last; i++) {
        uint32_t cost = cost_of(scan, &events->items[i], draft);
        if (cost < least) {
            least = cost;
            best = &events->items[i];
        }
    }
    return best;
}

// The last event that the sentences before name, in the same paragraph.
static const event_mention *passage_event(const sentence_scan *scan, const event_words *events,
                                          uint32_t sentence) {
    for (uint32_t back = 1; back <= MOST_BACK && back <= sentence; back++) {
        if (scan->text->sentences[sentence - back].paragraph !=
            scan->text->sentences[sentence].paragraph) {
            return NULL;
        }
        index_range range = mentions_of(events, sentence - back);
        if (range.first < range.last) {
            return &events->items[range.first];
        }
    }
    return NULL;
}

static int32_t year_of(const xc_time_mention *time) {
    const xc_date *date = !time || time->from.precision == XC_NO_DATE ? NULL : &time->from;
    return date ? date->year : 0;
}

// The year that the text is about: of the first time in its lead.
static int32_t year_of_text(const sentence_scan *scan) {
    for (uint32_t i = 0; i < LEAD && i < scan->text->sentence_count; i++) {
        index_range range = scan_times(scan, i);
        for (size_t j = range.first; j < range.last; j++) {
            int32_t year = year_of(&scan->mentions->times[j]);
            if (year) {
                return year;
            }
        }
    }
    return 0;
}

// "the blast" is the "car bomb blast" that the text is about.
static xc_slice in_full(const event_words *events, const event_mention *mention) {
    const event_mention *main = events->main;
    return mention->bare && main && event_same_kind(mention, main) ? main->words
                                                                   : mention->words;
}

static claim_event told_by(const event_words *events, const event_mention *mention) {
    return (claim_event){in_full(events, mention), mention, true};
}

claim_event events_of(const sentence_scan *scan, const event_words *events,
                      const claim_draft *draft, const xc_time_mention *time) {
    const event_mention *own = nearest(scan, events, draft);
    if (own) {
        return told_by(events, own);
    }
    if (!scan->rules->measures[draft->measure].of_event || !events->main) {
        return (claim_event){0};
    }
    int32_t year = year_of(time);
    int32_t usual = year_of_text(scan);
    const event_mention *passage = passage_event(scan, events, draft->sentence);
    if (passage && (!year || !passage->year || passage->year == year)) {
        return told_by(events, passage);
    }
    bool elsewhen = year && usual && year != usual;
    return elsewhen ? (claim_event){0}
                    : (claim_event){events->main->words, events->main, false};
}
