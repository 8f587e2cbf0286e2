// SPDX-License-Identifier: MIT
// Finds the times of a text, sentence by sentence.
#include "recognise/time/readers.h"

static const uint64_t telling =
    TIME_BIT(TIME_MONTH) | TIME_BIT(TIME_WEEKDAY) | TIME_BIT(TIME_DAY) |
    TIME_BIT(TIME_OVERNIGHT) | TIME_BIT(TIME_NOW) | TIME_BIT(TIME_UNTIL_NOW) |
    TIME_BIT(TIME_CLOCK) | TIME_BIT(TIME_HALF_DAY) | TIME_BIT(TIME_OCLOCK) |
    TIME_BIT(TIME_SEASON) | TIME_BIT(TIME_UNIT) | TIME_BIT(TIME_NUMBERED) |
    TIME_BIT(TIME_PART) | TIME_BIT(TIME_ORDINAL_ENDING) | TIME_BIT(TIME_DECADE) |
    TIME_BIT(TIME_HOLIDAY) | TIME_BIT(TIME_EASTER) | TIME_BIT(TIME_NTH_HOLIDAY);
static const uint64_t naming_month = TIME_BIT(TIME_MONTH) | TIME_BIT(TIME_HOLIDAY) |
                                     TIME_BIT(TIME_EASTER) | TIME_BIT(TIME_NTH_HOLIDAY);
static const uint64_t opening =
    TIME_BIT(TIME_MONTH) | TIME_BIT(TIME_WEEKDAY) | TIME_BIT(TIME_DAY) |
    TIME_BIT(TIME_OVERNIGHT) | TIME_BIT(TIME_NOW) | TIME_BIT(TIME_UNTIL_NOW) |
    TIME_BIT(TIME_CLOCK) | TIME_BIT(TIME_SEASON) | TIME_BIT(TIME_UNIT) |
    TIME_BIT(TIME_NUMBERED) | TIME_BIT(TIME_PART) | TIME_BIT(TIME_WHICH) |
    TIME_BIT(TIME_WITHIN) | TIME_BIT(TIME_EDGE) | TIME_BIT(TIME_REST) | TIME_BIT(TIME_BOUND) |
    TIME_BIT(TIME_OPENER) | TIME_BIT(TIME_IN) | TIME_BIT(TIME_NUMBER) | TIME_BIT(TIME_AMOUNT) |
    TIME_BIT(TIME_ORDINAL) | TIME_BIT(TIME_DECADE) | TIME_BIT(TIME_HOLIDAY) |
    TIME_BIT(TIME_EASTER) | TIME_BIT(TIME_NTH_HOLIDAY);

// Whether a number may be a date or a clock time with what is joined to it.
static bool number_is_joined(const xc_text *text, size_t token) {
    const xc_token *next = token + 1 < text->token_count ? &text->tokens[token + 1] : NULL;
    return next && (next->mark == ':' || next->mark == '/' || next->mark == '-' ||
                    (next->kind == XC_TOKEN_WORD && !(next->flags & XC_TOKEN_SPACE_BEFORE)));
}

// Whether a number may be a year, a date or a clock time by itself.
static bool number_tells(const xc_text *text, size_t token) {
    size_t length = text->tokens[token].end - text->tokens[token].start;
    return length == 4 || length >= 8 || number_is_joined(text, token);
}

// Most sentences name no time: they are left after one look at each token.
static bool sentence_tells(const time_words *words, const xc_text *text,
                           const xc_sentence *sentence) {
    for (size_t i = sentence->first_token; i < sentence->last_token; i++) {
        const xc_token *token = &text->tokens[i];
        if (token->kind == XC_TOKEN_NUMBER) {
            if (number_tells(text, i)) {
                return true;
            }
        } else if (time_may_be(words, token) & telling) {
            time_item item = time_item_at(words, text, i, sentence->last_token);
            if (item.kinds & telling) {
                return true;
            }
        }
    }
    return false;
}

static bool may_open(const time_item *item) {
    return item->token_kind == XC_TOKEN_NUMBER || item->mark == '\'' || (item->kinds & opening);
}

// Whether a reading may begin behind words that only lead to one, or is a number in words.
static bool may_go_on(const time_item *item) {
    const uint64_t enough =
        telling | TIME_BIT(TIME_NUMBER) | TIME_BIT(TIME_AMOUNT) | TIME_BIT(TIME_ORDINAL);
    return item->token_kind != XC_TOKEN_WORD || (item->kinds & enough);
}

// "in Lima", "before all of them": words that only lead to a time, and an ordinary word behind
// them, as most of these words are used. To try all readings takes a hundred times as long.
static bool leads_nowhere(const time_words *words, const xc_text *text, const time_item *item,
                          size_t limit) {
    enum { MOST_LEADING = 6 }; // items; behind more of them a reading is tried
    if (item->token_kind != XC_TOKEN_WORD || (item->kinds & telling)) {
        return false;
    }
    time_item last = *item;
    for (int leading = 0; leading < MOST_LEADING && last.last_token < limit; leading++) {
        const xc_token *next = &text->tokens[last.last_token];
        bool word = next->kind == XC_TOKEN_WORD && !(next->flags & XC_TOKEN_CLITIC);
        if (word && !time_may_be(words, next)) {
            return true;
        }
        if (!word || may_go_on(&last)) {
            return false;
        }
        last = time_item_at(words, text, last.last_token, limit);
        if (may_go_on(&last)) {
            return false;
        }
    }
    return false;
}

typedef struct finder {
    const time_words *words;
    const xc_text *text;
    xc_date reference;
    xc_arena *arena;
    xc_time_mention *items;
    size_t count, capacity;
    uint32_t sentence;
    time_reader reader;
    xc_date latest; // see find_latest_date
} finder;

static bool is_clock_alone(const time_value *value) {
    return value->form == FORM_CALENDAR && value->clock != XC_NO_DATE && !value->year &&
           !value->month && !value->day && !value->weekday;
}

// A clock time alone is of the day that its paragraph named last, or else of today.
static xc_date day_of_clock(const finder *f) {
    if (f->count) {
        const xc_time_mention *last = &f->items[f->count - 1];
        xc_date day = time_known(last->to) ? last->to : last->from;
        if (day.precision >= XC_DAY && f->text->sentences[last->sentence].paragraph ==
                                           f->text->sentences[f->sentence].paragraph) {
            return xc_date_cut(day, XC_DAY);
        }
    }
    return f->reference.precision >= XC_DAY ? xc_date_cut(f->reference, XC_DAY) : (xc_date){0};
}

static void give_day(const finder *f, time_value *value) {
    if (is_clock_alone(value)) {
        value->form = FORM_FIXED;
        value->from = day_of_clock(f);
    }
}

// The unit behind the date, as precise as it is: 2011 after 2010.
static xc_date next_of(xc_date date) {
    switch ((xc_precision)date.precision) {
    case XC_YEAR:
        return time_shift(date, UNIT_YEAR, 1);
    case XC_MONTH:
        return time_shift(date, UNIT_MONTH, 1);
    case XC_DAY:
        return time_shift(date, UNIT_DAY, 1);
    default:
        return date;
    }
}

static void set_bound(time_bound bound, bool ends, xc_time_mention *mention) {
    xc_date from = mention->from;
    xc_date to = time_known(mention->to) ? mention->to : mention->from;
    mention->from = mention->to = (xc_date){0};
    mention->open = bound == BOUND_SINCE || bound == BOUND_AFTER;
    mention->as_of = bound == BOUND_BY;
    switch (bound) {
    case BOUND_SINCE:
        mention->from = from;
        break;
    case BOUND_AFTER:
        mention->from = next_of(to);
        break;
    case BOUND_BEFORE:
        mention->to = from.precision > XC_DAY || !time_known(from) ? from
                      : ends                                       ? to
                             : xc_date_add_days(time_first_day(from), -1);
        break;
    default:
        mention->to = to;
        break;
    }
}

static xc_time_mention resolve(finder *f, time_reading *reading) {
    time_reader *reader = &f->reader;
    const time_window *window = &reader->window;
    xc_time_mention mention = {
        .first_token = window->items[reading->begin].first_token,
        .last_token = window->items[reading->end - 1].last_token,
        .sentence = f->sentence,
    };
    mention.start = f->text->tokens[mention.first_token].start;
    mention.end = f->text->tokens[mention.last_token - 1].end;
    give_day(f, &reading->first);
    give_day(f, &reading->last);
    if (reading->range) {
        bool open = !time_is_complete(&reading->first) || !time_is_complete(&reading->last);
        time_resolve_range(&reading->first, &reading->last, reader->reference,
                           open ? time_direction(reader) : 0, &mention.from, &mention.to);
    } else {
        time_settle(reader, &reading->first, &mention.from, &mention.to);
    }
    if (reading->bound != BOUND_NONE) {
        set_bound(reading->bound, reading->first.ends, &mention);
    }
    const time_value *clock = reading->range ? &reading->last : &reading->first;
    xc_date moment = time_known(mention.from) ? mention.from : mention.to;
    mention.zoned = clock->zoned && moment.precision >= XC_HOUR;
    mention.zone = mention.zoned ? clock->zone : 0;
    return mention;
}

static xc_status append(finder *f, time_reading *reading, xc_error *error) {
    xc_time_mention *place =
        xc_arena_grow(f->arena, &f->items, f->count, &f->capacity, sizeof *place);
    if (!place) {
        return xc_fail_memory(error);
    }
    *place = resolve(f, reading);
    f->count++;
    xc_date told = time_known(place->from) ? place->from : place->to;
    if (time_known(told)) {
        f->reader.anchor = told;
        f->reader.anchor_near = true;
        f->reader.anchor_year =
            reading->first.form == FORM_CALENDAR && reading->first.year && reading->first.month;
    }
    f->reader.last_end = place->last_token;
    return XC_OK;
}

static void note_latest(finder *f, const time_reading *reading) {
    const time_value *value = reading->range ? &reading->last : &reading->first;
    if (value->form != FORM_CALENDAR || !value->year || !value->month || !value->day ||
        time_direction(&f->reader) > 0) {
        return;
    }
    xc_date from;
    xc_date to;
    time_resolve(value, (xc_date){0}, 0, &from, &to);
    from = xc_date_cut(from, XC_DAY);
    if (from.precision == XC_DAY &&
        (!time_known(f->latest) || xc_date_days(from) > xc_date_days(f->latest))) {
        f->latest = from;
    }
}

static xc_status find_in_sentence(finder *f, xc_error *error) {
    const xc_sentence *sentence = &f->text->sentences[f->sentence];
    time_reader *reader = &f->reader;
    reader->anchor_near = reader->anchor_year = false;
    reader->last_end = sentence->last_token;
    for (size_t token = sentence->first_token; token < sentence->last_token;) {
        const xc_token *first = &f->text->tokens[token];
        if (first->kind != XC_TOKEN_NUMBER && first->mark != '\'' &&
            !(time_may_be(f->words, first) & (opening | TIME_BIT(TIME_NAME)))) {
            token++;
            continue;
        }
        time_item item = time_item_at(f->words, f->text, token, sentence->last_token);
        token = item.last_token;
        if (!may_open(&item) || leads_nowhere(f->words, f->text, &item, sentence->last_token)) {
            continue;
        }
        time_reading reading;
        reader->direction_known = false;
        time_window_open(&reader->window, f->words, f->text, sentence, item.first_token);
        if (!time_read_mention(reader, &reading)) {
            continue;
        }
        if (f->arena) {
            xc_status status = append(f, &reading, error);
            if (status != XC_OK) {
                return status;
            }
        } else {
            note_latest(f, &reading);
        }
        token = reader->window.items[reading.end - 1].last_token;
    }
    return XC_OK;
}

// A full date is told with digits and a month, or with digits alone ("2023-09-24",
// "24.9.2023"): where only that is asked for, most sentences are passed over.
static bool may_tell_full_date(const finder *f, const xc_sentence *sentence) {
    bool number = false;
    bool month = false;
    for (size_t i = sentence->first_token; i < sentence->last_token; i++) {
        const xc_token *token = &f->text->tokens[i];
        if (token->kind == XC_TOKEN_NUMBER) {
            number = true;
            month |= token->end - token->start >= 6 || number_is_joined(f->text, i);
        } else {
            month |= (time_may_be(f->words, token) & naming_month) != 0;
        }
        if (number && month) {
            return true;
        }
    }
    return false;
}

static xc_status find_in_text(finder *f, xc_error *error) {
    f->reader.reference = f->reference;
    for (size_t i = 0; i < f->text->sentence_count; i++) {
        f->sentence = (uint32_t)i;
        const xc_sentence *sentence = &f->text->sentences[i];
        if ((f->arena || may_tell_full_date(f, sentence)) &&
            sentence_tells(f->words, f->text, sentence)) {
            xc_status status = find_in_sentence(f, error);
            if (status != XC_OK) {
                return status;
            }
        }
    }
    return XC_OK;
}

xc_status find_times(const time_words *words, const xc_text *text, xc_date reference,
                     xc_arena *arena, xc_mentions *out, xc_error *error) {
    finder f = {.words = words, .text = text, .reference = reference, .arena = arena};
    xc_status status = find_in_text(&f, error);
    out->times = f.items;
    out->time_count = f.count;
    return status;
}

xc_date find_latest_date(const time_words *words, const xc_text *text) {
    finder f = {.words = words, .text = text};
    return find_in_text(&f, NULL) == XC_OK ? f.latest : (xc_date){0};
}
