// SPDX-License-Identifier: MIT
// Dates in pages.
#include "read/page/printed_date.h"

#include <ctype.h>
#include <string.h>

enum { EARLIEST = 1900, LATEST = 2100, MOST_TOKENS = 40 };

typedef struct date_token {
    int number; // -1 for a word
    int digits;
    int month;  // of a word: 1 to 12, 0 if it is no month
    char after; // the first byte behind it that is not a space; 0 at the end
    bool spaced;
    xc_slice text;
} date_token;

// English names, which mails, feeds and tables use, whatever the page's language; then its own.
static int month_of(const page_words *words, xc_slice word) {
    int month = xc_month_of(word);
    int told = month ? month : page_word_of(words, WORD_MONTH, word);
    return told > 0 ? told : 0;
}

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || (byte & 0x80);
}

static size_t take_tokens(const page_words *words, xc_slice text, date_token out[MOST_TOKENS]) {
    size_t count = 0;
    size_t i = 0;
    while (i < text.len && count < MOST_TOKENS) {
        date_token token = {.number = -1};
        size_t start = i;
        if (isdigit((unsigned char)text.ptr[i])) {
            token.number = 0;
            for (; i < text.len && isdigit((unsigned char)text.ptr[i]); i++) {
                token.number = token.digits < 8 ? token.number * 10 + (text.ptr[i] - '0') : 0;
                token.digits++;
            }
        } else if (is_letter(text.ptr[i])) {
            while (i < text.len && is_letter(text.ptr[i])) {
                i++;
            }
            token.month = month_of(words, xc_slice_sub(text, start, i));
        } else {
            i++;
            continue;
        }
        token.text = xc_slice_sub(text, start, i);
        token.spaced = i < text.len && isspace((unsigned char)text.ptr[i]);
        size_t next = i;
        while (next < text.len && isspace((unsigned char)text.ptr[next])) {
            next++;
        }
        token.after = next < text.len ? text.ptr[next] : '\0';
        out[count++] = token;
    }
    return count;
}

static bool set_day(page_date *out, int year, int month, int day) {
    if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1 ||
        day > xc_month_length(year, month)) {
        return false;
    }
    out->date = (xc_date){
        .year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day, .precision = XC_DAY};
    return true;
}

static bool is_year(const date_token *token) {
    return token->digits == 4 && token->number >= EARLIEST && token->number <= LATEST;
}

static bool is_day(const date_token *token) {
    return token->digits >= 1 && token->digits <= 2 && token->number >= 1 &&
           token->number <= 31;
}

// "of", "de", "st", "th": words that may stand between a day, its month and its year.
static bool is_filler(const date_token *token) {
    return token->number < 0 && token->month == 0 && token->text.len <= 3;
}

// Day, month and year in figures, parted by one sign.
static bool read_figures(const date_token *t, size_t left, bool day_first, page_date *out,
                         size_t *used) {
    if (t[0].digits == 8 && t[0].number / 10000 >= EARLIEST && t[0].number / 10000 <= LATEST) {
        *used = 1;
        return set_day(out, t[0].number / 10000, t[0].number / 100 % 100, t[0].number % 100);
    }
    if (left < 3 || t[1].number < 0 || t[2].number < 0 || t[0].after != t[1].after ||
        !t[0].after || !strchr("./-|", t[0].after)) {
        return false;
    }
    *used = 3;
    if (is_year(&t[0])) {
        return set_day(out, t[0].number, t[1].number, t[2].number);
    }
    // "9/17/24" tells which is the day; "2/11/20" might be anything.
    bool is_clear = t[0].after == '/' && (t[0].number > 12) != (t[1].number > 12);
    bool is_short = t[2].digits == 2 && (t[0].after == '.' || is_clear);
    if ((!is_year(&t[2]) && !is_short) || t[0].digits > 2 || t[1].digits > 2) {
        return false;
    }
    int year = is_short ? 2000 + t[2].number : t[2].number;
    bool swapped = t[0].after == '/' && (t[1].number > 12 || (!day_first && t[0].number <= 12));
    return swapped ? set_day(out, year, t[0].number, t[1].number)
                   : set_day(out, year, t[1].number, t[0].number);
}

// Year, month and day each before its sign.
static bool read_signs(const page_words *words, const date_token *t, size_t left,
                       page_date *out, size_t *used) {
    static const word_kind signs[] = {WORD_YEAR, WORD_MONTH_SIGN, WORD_DAY};
    int parts[3] = {0, 0, 0};
    if (left < 6 || !is_year(&t[0])) {
        return false;
    }
    for (size_t i = 0; i < 3; i++) {
        const date_token *sign = &t[2 * i + 1];
        // What follows is written without a space.
        static const size_t sign_length = 3;
        bool is_sign =
            sign->number < 0 &&
            page_word_of(words, signs[i], xc_slice_sub(sign->text, 0, sign_length)) >= 0;
        if (!is_sign || t[2 * i].number < 0) {
            return false;
        }
        parts[i] = t[2 * i].number;
    }
    *used = 6;
    return set_day(out, parts[0], parts[1], parts[2]);
}

// With the month's name, the day before or behind it.
static bool read_words(const date_token *t, size_t left, page_date *out, size_t *used) {
    size_t i = 0;
    int day = 0;
    if (is_day(&t[0])) {
        day = t[i++].number;
        while (i < left && i < 3 && is_filler(&t[i])) {
            i++;
        }
    }
    if (i >= left || !t[i].month) {
        return false;
    }
    int month = t[i++].month;
    if (!day && i < left && is_day(&t[i])) {
        day = t[i++].number;
    }
    while (day && i < left && i < 6 && is_filler(&t[i])) {
        i++;
    }
    if (!day || i >= left || !is_year(&t[i])) {
        return false;
    }
    *used = i + 1;
    return set_day(out, t[i].number, month, day);
}

static void read_zone(xc_slice rest, page_date *out) {
    while (rest.len &&
           (rest.ptr[0] == ' ' || rest.ptr[0] == '.' || isdigit((unsigned char)rest.ptr[0]))) {
        rest = xc_slice_sub(rest, 1, rest.len); // fractions of a second
    }
    if (xc_slice_starts(rest, XC_SLICE("Z")) || xc_slice_starts(rest, XC_SLICE("GMT")) ||
        xc_slice_starts(rest, XC_SLICE("UTC"))) {
        out->zone[0] = 'Z';
        return;
    }
    if (rest.len < 5 || (rest.ptr[0] != '+' && rest.ptr[0] != '-')) {
        return;
    }
    char digits[4];
    size_t count = 0;
    for (size_t i = 1; i < rest.len && count < 4; i++) {
        if (isdigit((unsigned char)rest.ptr[i])) {
            digits[count++] = rest.ptr[i];
        } else if (rest.ptr[i] != ':') {
            return;
        }
    }
    if (count == 4) {
        char zone[] = {rest.ptr[0], digits[0], digits[1], ':', digits[2], digits[3], '\0'};
        memcpy(out->zone, zone, sizeof zone);
    }
}

// "17:35", "5:35 pm", "T17:35:00+04:00" among the next tokens.
static void read_time(const date_token *t, size_t left, xc_slice text, page_date *out) {
    for (size_t i = 0; i + 1 < left && i < 6; i++) {
        bool is_time = t[i].digits >= 1 && t[i].digits <= 2 && t[i].number < 24 &&
                       t[i].after == ':' && !t[i].spaced && t[i + 1].digits == 2 &&
                       t[i + 1].number < 60;
        if (!is_time) {
            continue;
        }
        int hour = t[i].number;
        size_t last = i + 1;
        out->date.minute = (int8_t)t[i + 1].number;
        out->date.precision = XC_MINUTE;
        if (i + 2 < left && t[i + 1].after == ':' && t[i + 2].digits == 2 &&
            t[i + 2].number < 60) {
            out->date.second = (int8_t)t[i + 2].number;
            out->date.precision = XC_SECOND;
            last = i + 2;
        }
        if (last + 1 < left && t[last + 1].number < 0 && t[last + 1].text.len <= 2) {
            char mark = (char)tolower((unsigned char)t[last + 1].text.ptr[0]);
            hour = mark == 'p' && hour < 12 ? hour + 12 : mark == 'a' && hour == 12 ? 0 : hour;
        }
        out->date.hour = (int8_t)hour;
        const char *end = t[last].text.ptr + t[last].text.len;
        read_zone((xc_slice){end, (size_t)(text.ptr + text.len - end)}, out);
        return;
    }
}

bool page_date_find(const page_words *words, xc_slice text, bool day_first, page_date *out) {
    date_token tokens[MOST_TOKENS];
    size_t count = take_tokens(words, text, tokens);
    for (size_t i = 0; i < count; i++) {
        size_t used = 0;
        *out = (page_date){0};
        if (read_figures(&tokens[i], count - i, day_first, out, &used) ||
            read_words(&tokens[i], count - i, out, &used) ||
            read_signs(words, &tokens[i], count - i, out, &used)) {
            read_time(&tokens[i + used], count - i - used, text, out);
            return true;
        }
    }
    *out = (page_date){0};
    return false;
}

// The number that all of TEXT is, or -1: a day, a month or a year has four digits at most.
static int figure_of(xc_slice text) {
    int figure = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!isdigit((unsigned char)text.ptr[i])) {
            return -1;
        }
        figure = figure * 10 + (text.ptr[i] - '0');
    }
    return figure;
}

// "/24-09-2023": the day first, as the whole name of a folder or a page.
static bool read_day_first(xc_slice path, page_date *out) {
    static const size_t day_end = 2;
    static const size_t month_end = 5;
    static const size_t length = 10;
    while (path.len) {
        xc_slice name;
        (void)xc_slice_cut(path, '/', &name, &path);
        if (name.len != length || name.ptr[day_end] != '-' || name.ptr[month_end] != '-') {
            continue;
        }
        int day = figure_of((xc_slice){name.ptr, day_end});
        int month = figure_of((xc_slice){name.ptr + day_end + 1, month_end - day_end - 1});
        int year = figure_of((xc_slice){name.ptr + month_end + 1, length - month_end - 1});
        if (set_day(out, year, month, day)) {
            return true;
        }
    }
    return false;
}

bool page_date_of_url(xc_slice url, page_date *out) {
    *out = (page_date){0};
    xc_slice path;
    xc_slice query;
    xc_slice_cut(url, '?', &path, &query);
    if (read_day_first(path, out)) {
        return true;
    }
    for (size_t i = 1; i + 8 <= path.len; i++) {
        if (isdigit((unsigned char)path.ptr[i - 1]) || !isdigit((unsigned char)path.ptr[i])) {
            continue;
        }
        int parts[3] = {0, 0, 0};
        size_t at = i;
        char sign = path.ptr[i + 4];
        bool is_parted = !isdigit((unsigned char)sign);
        static const size_t widths[] = {4, 2, 2};
        bool fits = !is_parted || strchr("/-_.", sign);
        for (size_t part = 0; part < 3 && fits; part++) {
            for (size_t k = 0; k < widths[part] && fits; k++, at++) {
                bool is_short = is_parted && part && k == 1 && at <= path.len &&
                                (at == path.len || !isdigit((unsigned char)path.ptr[at]));
                if (is_short) {
                    break;
                }
                fits = at < path.len && isdigit((unsigned char)path.ptr[at]);
                parts[part] = fits ? parts[part] * 10 + (path.ptr[at] - '0') : 0;
            }
            if (is_parted && part < 2 && fits) {
                // "/2023-09/24/" is a month's folder with a day's in it.
                bool is_folder =
                    part == 1 && sign == '-' && at < path.len && path.ptr[at] == '/';
                sign = is_folder ? '/' : sign;
                fits = at < path.len && path.ptr[at++] == sign;
            }
        }
        // In "/2023/10/3-questions" the 3 belongs to the headline.
        bool is_slug = is_parted && sign == '/' && at < path.len && path.ptr[at] != '/';
        bool ends =
            fits && !is_slug && (at == path.len || !isdigit((unsigned char)path.ptr[at]));
        if (ends && parts[0] >= 1990 && set_day(out, parts[0], parts[1], parts[2])) {
            return true;
        }
    }
    return false;
}

bool page_date_of_seconds(xc_slice digits, page_date *out) {
    *out = (page_date){0};
    int64_t value = 0;
    if (digits.len != 10 && digits.len != 13) {
        return false;
    }
    for (size_t i = 0; i < digits.len; i++) {
        if (!isdigit((unsigned char)digits.ptr[i])) {
            return false;
        }
        value = value * 10 + (digits.ptr[i] - '0');
    }
    int64_t seconds = digits.len == 13 ? value / 1000 : value;
    out->date = xc_date_of_days((int32_t)(seconds / 86400));
    out->date.hour = (int8_t)(seconds / 3600 % 24);
    out->date.minute = (int8_t)(seconds / 60 % 60);
    out->date.second = (int8_t)(seconds % 60);
    out->date.precision = XC_SECOND;
    out->zone[0] = 'Z';
    return out->date.year <= LATEST;
}

xc_slice page_date_print(const page_date *date, xc_arena *arena) {
    char printed[XC_DATE_PRINTED];
    xc_date_print(date->date, printed);
    return xc_arena_print(arena, "%s%s", printed, date->zone);
}
