// SPDX-License-Identifier: MIT
/// The readers of times. Each takes an index into the window and gives the index behind what it
/// read, or 0 where it reads nothing (and then leaves *out as it was).
#ifndef CROSSCLAIM_RECOGNISE_TIME_READERS_H
#define CROSSCLAIM_RECOGNISE_TIME_READERS_H

#include "recognise/time/items.h"
#include "recognise/time/value.h"

struct time_value;

typedef struct time_reader {
    time_window window;
    xc_date reference; ///< today
    xc_date anchor;    ///< what "two days later" counts from: the last time told
    bool anchor_near;  ///< it was told in this sentence
    bool anchor_year;  ///< with its year
    uint32_t last_end; ///< token behind the mention before
    unsigned depth;    ///< of "two days after two days after ..."
    /// What a shift may count from beside a date: "two days after last week".
    size_t (*read_base)(struct time_reader *reader, size_t at, struct time_value *out);
    int direction; ///< see time_direction
    bool direction_known;
} time_reader;

static inline const time_item *time_at(time_reader *reader, size_t at) {
    return time_item_in(&reader->window, at);
}
static inline bool time_has(time_reader *reader, size_t at, time_kind kind) {
    return time_is(time_at(reader, at), kind);
}
/// The value of a kind's row; false where the item is not of that kind.
bool time_kind_value(time_reader *reader, size_t at, time_kind kind, int *value);
time_note time_kind_note(time_reader *reader, size_t at, time_kind kind);
/// Whether the words around tell of what was (-1), will be (1) or was meant to come (TIME_MEANT);
/// 0 where none tells.
int time_direction(time_reader *reader);
/// Whether the word before a token is a verb of the past that the time belongs to ("spent the next
/// two hours", "lay there for the next two days"), and no "said".
bool time_follows_past(const time_reader *reader, size_t token);
static inline bool time_mark(time_reader *reader, size_t at, char mark) {
    return time_at(reader, at)->mark == mark;
}

/// "17" "twenty-one": 0 to 9999.
size_t time_read_number(time_reader *reader, size_t at, int *out);
/// The same, or "a", "a few", "several"; 0 for how many nobody knows ("recent").
size_t time_read_amount(time_reader *reader, size_t at, int *out);
/// "24th" "twenty-first" "last" (-1).
size_t time_read_ordinal(time_reader *reader, size_t at, int *out);
/// A day of a month, as number or ordinal.
size_t time_read_day(time_reader *reader, size_t at, int *out, bool *ordinal);
/// "2023", "'89", "nineteen eighty-six".
size_t time_read_year(time_reader *reader, size_t at, int *out);
/// A year of two digits in full: the one nearest to the reference.
int time_full_year(int two_digits, xc_date reference);

/// A date told by numbers and names: "24 September 2023" "Tuesday" "2023-09-24" "May" "2020".
size_t time_read_date(time_reader *reader, size_t at, time_value *out);
/// "17:35" "5am local time" "noon".
size_t time_read_clock(time_reader *reader, size_t at, time_value *out);
/// "yesterday" "last week" "the past 24 hours", or a shift.
size_t time_read_relative(time_reader *reader, size_t at, time_value *out);
/// "two days ago" "a week earlier" "three days after 12 January" "in two weeks".
size_t time_read_shift(time_reader *reader, size_t at, time_value *out);
/// "spring of 2020" "summer".
size_t time_read_season(time_reader *reader, size_t at, time_value *out);
/// The season of that name that "last" (-1), "this" (0) or "next" (1) picks.
void time_pick_season(const time_reader *reader, time_value *value, int which);
/// "the first Monday of May" "Q3 2016" "the week of 5 June": one unit out of another.
size_t time_read_within(time_reader *reader, size_t at, time_value *out);
/// One point or unit of time, with its clock time and part of the day.
size_t time_read_point(time_reader *reader, size_t at, time_value *out);

/// Adds the clock time that stands behind a day; the index behind it, or `at`.
size_t time_add_clock(time_reader *reader, size_t at, time_value *value);
/// The dates of a value that was read here.
void time_settle(time_reader *reader, const time_value *value, xc_date *from, xc_date *to);

/// A whole mention.
typedef struct time_reading {
    time_value first, last; ///< of a range; `first` alone for a point
    bool range;
    time_bound bound;
    size_t begin, end; ///< items
} time_reading;
/// A range or a point at `at`; `between`: "and" joins its ends.
size_t time_read_range(time_reader *reader, size_t at, bool between, time_reading *out);
/// Whether "to" or a dash stands at `at`, or "and" where it joins.
bool time_is_joiner(time_reader *reader, size_t at, bool between);
static inline size_t time_skip_the(time_reader *reader, size_t at) {
    return time_has(reader, at, TIME_FILLER) ? at + 1 : at;
}
/// Reads what begins with the window's first item.
bool time_read_mention(time_reader *reader, time_reading *out);

#endif
