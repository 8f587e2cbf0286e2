// SPDX-License-Identifier: MIT
// Numbers as times use them: small ones, ordinals, days of a month, years.
#include "recognise/time/readers.h"

bool time_kind_value(time_reader *reader, size_t at, time_kind kind, int *value) {
    const time_row *row = time_row_of(reader->window.words, time_at(reader, at), kind);
    if (row) {
        *value = row->value;
    }
    return row != NULL;
}

time_note time_kind_note(time_reader *reader, size_t at, time_kind kind) {
    const time_row *row = time_row_of(reader->window.words, time_at(reader, at), kind);
    return row ? (time_note)row->note : NOTE_NONE;
}

static bool digits(time_reader *reader, size_t at, int least, int most, int *out) {
    const time_item *item = time_at(reader, at);
    if (item->token_kind != XC_TOKEN_NUMBER || item->parts != 1 || item->digits[0] < least ||
        item->digits[0] > most) {
        return false;
    }
    *out = item->part[0];
    return true;
}

// "eighty" or "eighty-six", "six".
static size_t below_hundred(time_reader *reader, size_t at, int *out) {
    int value = 0;
    if (!time_kind_value(reader, at, TIME_NUMBER, &value) || value >= 100) {
        return 0;
    }
    *out = value;
    at++;
    if (value >= 20) {
        size_t next = time_mark(reader, at, '-') ? at + 1 : at;
        if (time_kind_value(reader, next, TIME_NUMBER, &value) && value < 10) {
            *out += value;
            return next + 1;
        }
    }
    return at;
}

// "two thousand and fifteen", "one thousand seven hundred and eighty nine".
static size_t number_words(time_reader *reader, size_t at, int *out) {
    int total = 0;
    int least = 10000; // scales go down
    size_t end = 0;
    for (;;) {
        int value = 0;
        int scale = 0;
        size_t next = below_hundred(reader, at, &value);
        if (!next) {
            break;
        }
        if (time_kind_value(reader, next, TIME_NUMBER, &scale) && scale >= 100) {
            if (scale >= least) {
                break;
            }
            least = scale;
            value *= scale;
            next++;
        } else if (least <= 99) {
            break;
        } else {
            least = 99;
        }
        total += value;
        end = next;
        bool joined = least < 10000 && time_has(reader, next, TIME_JOINER);
        at = joined ? next + 1 : next;
        if (least == 99) {
            break;
        }
    }
    if (end && total <= 9999) {
        *out = total;
        return end;
    }
    return 0;
}

size_t time_read_number(time_reader *reader, size_t at, int *out) {
    return digits(reader, at, 1, 4, out) ? at + 1 : number_words(reader, at, out);
}

size_t time_read_amount(time_reader *reader, size_t at, int *out) {
    return time_kind_value(reader, at, TIME_AMOUNT, out) ? at + 1
                                                         : time_read_number(reader, at, out);
}

size_t time_read_ordinal(time_reader *reader, size_t at, int *out) {
    int tens = 0;
    if (time_kind_value(reader, at, TIME_ORDINAL, out)) {
        return at + 1;
    }
    if (digits(reader, at, 1, 2, out) && time_is_close(time_at(reader, at + 1)) &&
        time_has(reader, at + 1, TIME_ORDINAL_ENDING)) {
        return at + 2;
    }
    if (time_kind_value(reader, at, TIME_NUMBER, &tens) && tens >= 20 && tens < 100) {
        size_t next = time_mark(reader, at + 1, '-') ? at + 2 : at + 1;
        if (time_kind_value(reader, next, TIME_ORDINAL, out) && *out > 0 && *out < 10) {
            *out += tens;
            return next + 1;
        }
    }
    return 0;
}

size_t time_read_day(time_reader *reader, size_t at, int *out, bool *ordinal) {
    int value = 0;
    size_t next = time_read_ordinal(reader, at, &value);
    *ordinal = next != 0;
    if (!next) {
        next = digits(reader, at, 1, 2, &value) ? at + 1 : below_hundred(reader, at, &value);
    }
    if (!next || value < 1 || value > 31) {
        return 0;
    }
    *out = value;
    return next;
}

int time_full_year(int two_digits, xc_date reference) {
    int now = time_known(reference) ? reference.year : 2020;
    int year = now - now % 100 + two_digits;
    return year > now + 20 ? year - 100 : year;
}

size_t time_read_year(time_reader *reader, size_t at, int *out) {
    int high = 0;
    int low = 0;
    if (digits(reader, at, 4, 4, out)) {
        return *out >= 1000 && *out <= 2199 ? at + 1 : 0;
    }
    if (time_mark(reader, at, '\'') && digits(reader, at + 1, 2, 2, &low) &&
        time_is_close(time_at(reader, at + 1))) {
        *out = time_full_year(low, reader->reference);
        return at + 2;
    }
    if (time_kind_value(reader, at, TIME_NUMBER, &high) && high >= 10 && high <= 20) {
        size_t next = at + 1;
        int hundred = 0;
        if (time_kind_value(reader, next, TIME_NUMBER, &hundred) && hundred == 100) {
            next++;
        }
        next = below_hundred(reader, next, &low);
        if (next && low >= 10) {
            *out = high * 100 + low;
            return next;
        }
    }
    size_t next = number_words(reader, at, out);
    return next && *out >= 1000 && *out <= 2199 ? next : 0;
}
