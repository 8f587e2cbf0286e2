// SPDX-License-Identifier: MIT
// Years without a month, and decades.
#include "recognise/time/named_date.h"

// "the 1990s", "the '40s", "the seventies": ten years.
size_t time_read_decade(time_reader *reader, size_t at, time_value *out) {
    const time_item *item = time_at(reader, at);
    size_t number = item->mark == '\'' ? at + 1 : at;
    const time_item *digits = time_at(reader, number);
    int year = 0;
    size_t next = 0;
    bool weak = false;
    if (time_is_number(digits, 4, 4) || time_is_number(digits, 2, 2)) {
        year = digits->digits[0] == 4 ? digits->part[0]
                                      : time_full_year(digits->part[0], reader->reference);
        weak = digits->digits[0] == 2;
        next = time_is_close(time_at(reader, number + 1)) &&
                       time_has(reader, number + 1, TIME_DECADE_ENDING)
                   ? number + 2
                   : 0;
    } else {
        int high = 0;
        int tens = 0;
        bool told = time_kind_value(reader, at, TIME_NUMBER, &high) && high >= 10 && high <= 20;
        size_t name = told ? at + 1 : at;
        if (told && time_mark(reader, name, '-')) {
            name++;
        }
        if (time_kind_value(reader, name, TIME_DECADE, &tens)) {
            year = (told ? high : 19) * 100 + tens;
            weak = !told;
            next = name + 1;
        }
    }
    if (!next || year % 10 || year < 1000 || year > 2200) {
        return 0;
    }
    *out = (time_value){.form = FORM_FIXED, .unit = UNIT_DECADE, .weak = weak};
    xc_date first = {.year = (int16_t)year, .precision = XC_YEAR};
    time_period(first, UNIT_DECADE, 0, &out->from, &out->to);
    return next;
}

// Later numbers of four digits count something.
static int last_likely_year(xc_date reference) {
    return time_known(reference) ? reference.year + 40 : 2100;
}

size_t time_read_bare_year(time_reader *reader, size_t at, time_value *out) {
    int year = 0;
    int unit = 0;
    bool told = time_kind_value(reader, at, TIME_UNIT, &unit) && unit == UNIT_YEAR;
    size_t next = time_read_year(reader, told ? at + 1 : at, &year);
    if (!next || time_is_counted(reader, next) || time_hangs_on(reader, at) ||
        (!told && (year < 1500 || year > last_likely_year(reader->reference)))) {
        return 0;
    }
    *out = (time_value){
        .form = FORM_CALENDAR, .year = (int16_t)year, .unit = UNIT_YEAR, .weak = !told};
    return next;
}
