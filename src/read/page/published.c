// SPDX-License-Identifier: MIT
// The date of publication.
#include "read/page/published.h"
#include "read/page/printed_date.h"

#include <stdlib.h>
#include <string.h>

enum { ENOUGH = 3 }; // tellings of one day that are believed against all else

typedef struct dates {
    page_date items[PLACE_RANKS + 1]; // the most believed first
    size_t count;
    bool agree;      // the first two tell one day
    size_t agreeing; // how many tell that day
} dates;

static int32_t day_of(const page_date *date) {
    return xc_date_days(date->date);
}

static bool has_time(const page_date *date) {
    return date->date.precision >= XC_MINUTE;
}

static void add(dates *list, const page_words *words, xc_slice text, bool day_first) {
    page_date date;
    if (text.len &&
        (page_date_find(words, text, day_first, &date) || page_date_of_seconds(text, &date))) {
        list->items[list->count++] = date;
    }
}

// Americans write the month first, and most pages that say just "en" are theirs.
static bool is_day_first(xc_slice language) {
    xc_slice start = xc_slice_sub(language, 0, 5);
    return !xc_slice_equal_fold(start, XC_SLICE("en-us")) &&
           !xc_slice_equal_fold(start, XC_SLICE("en_us")) &&
           !xc_slice_equal_fold(language, XC_SLICE("en"));
}

static void gather(dates *list, const page_tellings *tellings, const page_words *words,
                   bool day_first) {
    for (size_t rank = 0; rank < PLACE_RANKS; rank++) {
        add(list, words, tellings->values[TELLS_PUBLISHED][rank], day_first);
        if (rank == 1) {
            add(list, words, tellings->linked.published, day_first);
            list->agree =
                list->count >= 2 && day_of(&list->items[0]) == day_of(&list->items[1]);
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        list->agreeing += day_of(&list->items[i]) == day_of(&list->items[0]);
    }
}

// Minutes since 1970 on the clock that the date is written by.
static int64_t clock_minutes(const page_date *date) {
    return ((int64_t)day_of(date) * 24 + date->date.hour) * 60 + date->date.minute;
}

// Minutes that a zone is ahead of UTC.
static int64_t zone_minutes(const page_date *date) {
    const char *zone = date->zone;
    if (zone[0] != '+' && zone[0] != '-') {
        return 0;
    }
    int hours = (zone[1] - '0') * 10 + zone[2] - '0';
    int minutes = hours * 60 + (zone[4] - '0') * 10 + zone[5] - '0';
    return zone[0] == '-' ? -minutes : minutes;
}

static bool is_utc(const page_date *date) {
    return date->zone[0] && zone_minutes(date) == 0;
}

static bool seconds_differ(const page_date *a, const page_date *b) {
    return a->date.precision == XC_SECOND && b->date.precision == XC_SECOND &&
           a->date.second != b->date.second;
}

static void set_zone(page_date *date, int64_t minutes) {
    int64_t size = minutes < 0 ? -minutes : minutes;
    char zone[] = {minutes < 0 ? '-' : '+',
                   (char)('0' + size / 600),
                   (char)('0' + size / 60 % 10),
                   ':',
                   (char)('0' + size % 60 / 10),
                   (char)('0' + size % 10),
                   '\0'};
    memcpy(date->zone, zone, sizeof zone);
}

// A moment that is told in UTC, on the clock of the outlet where another telling has the same
// moment: "Monday" in its text is a Monday there.
static page_date on_local_clock(const dates *list, page_date date) {
    static const int64_t farthest = 840; // minutes: fourteen hours
    if (!is_utc(&date) || !has_time(&date)) {
        return date;
    }
    for (size_t i = 0; i < list->count; i++) {
        page_date other = list->items[i];
        int64_t apart = clock_minutes(&other) - clock_minutes(&date);
        bool fits = has_time(&other) && apart % 60 == 0 && apart && llabs(apart) <= farthest &&
                    !is_utc(&other) && !seconds_differ(&other, &date);
        if (fits && !other.zone[0]) {
            set_zone(&other, apart);
            return other;
        }
        if (fits && zone_minutes(&other) == apart) {
            return other;
        }
    }
    return date;
}

xc_slice page_published(const page_tellings *tellings, const page_words *words, xc_slice url,
                        xc_slice language, xc_arena *arena) {
    dates list = {0};
    gather(&list, tellings, words, is_day_first(language));
    page_date in_url;
    if (page_date_of_url(url, &in_url)) {
        // An address is right nearly always, and knows no hour: what agrees with it tells more.
        // One day apart it is the same moment in another zone, and the address has the local
        // day. What two tell as one, days later, is believed: stories are published anew. So is
        // what three tell as one: the day in the address is that of a printed issue.
        bool is_later =
            list.agree &&
            (day_of(&list.items[0]) > day_of(&in_url) + 1 ||
             (list.agreeing >= ENOUGH && day_of(&list.items[0]) < day_of(&in_url) - 1));
        for (size_t i = 0; i < list.count && !is_later; i++) {
            page_date local = on_local_clock(&list, list.items[i]);
            if (day_of(&local) == day_of(&in_url)) {
                return page_date_print(&local, arena);
            }
        }
        if (!is_later) {
            return page_date_print(&in_url, arena);
        }
    }
    if (!list.count) {
        return (xc_slice){0};
    }
    page_date local = on_local_clock(&list, list.items[0]);
    return page_date_print(&local, arena);
}
