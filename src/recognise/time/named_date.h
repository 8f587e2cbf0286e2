// SPDX-License-Identifier: MIT
/// What the readers of dates share.
#ifndef CROSSCLAIM_RECOGNISE_TIME_NAMED_DATE_H
#define CROSSCLAIM_RECOGNISE_TIME_NAMED_DATE_H

#include "recognise/time/readers.h"

static inline bool time_is_number(const time_item *item, int least, int most) {
    return item->token_kind == XC_TOKEN_NUMBER && item->parts == 1 &&
           item->digits[0] >= least && item->digits[0] <= most;
}
/// Whether what stands here is counted by the number before it: that is no year and no day.
bool time_is_counted(time_reader *reader, size_t at);
/// Whether more digits follow the number, behind the mark: a telephone number, a code.
bool time_goes_on(time_reader *reader, size_t end, char mark);
/// Whether the number at `at` is the end of something longer.
bool time_hangs_on(time_reader *reader, size_t at);

/// "2023-09-24" "24/09/2023" "4/22"
size_t time_read_numeric(time_reader *reader, size_t at, time_value *out);
/// "the 1990s" "the '40s" "the seventies"
size_t time_read_decade(time_reader *reader, size_t at, time_value *out);
/// "Good Friday" "next Easter" "Thanksgiving 2023"
size_t time_read_feast(time_reader *reader, size_t at, time_value *out);
/// "2020" "the year 2020"
size_t time_read_bare_year(time_reader *reader, size_t at, time_value *out);

#endif
