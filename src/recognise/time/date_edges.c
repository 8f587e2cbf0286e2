// SPDX-License-Identifier: MIT
// What stands around digits and says that they are no date.
#include "recognise/time/named_date.h"

bool time_is_counted(time_reader *reader, size_t at) {
    const time_item *item = time_at(reader, at);
    if (item->token_kind == XC_TOKEN_SYMBOL) {
        return true;
    }
    if (time_kind_note(reader, at, TIME_UNIT) == NOTE_PLURAL) {
        return true;
    }
    bool adjective = item->token_kind == XC_TOKEN_WORD && item->kinds == 0;
    return time_is(item, TIME_COUNTED) || (adjective && time_has(reader, at + 1, TIME_COUNTED));
}

bool time_goes_on(time_reader *reader, size_t end, char mark) {
    return time_mark(reader, end, mark) && time_is_close(time_at(reader, end)) &&
           time_at(reader, end + 1)->token_kind == XC_TOKEN_NUMBER &&
           time_is_close(time_at(reader, end + 1));
}

bool time_hangs_on(time_reader *reader, size_t at) {
    if (at > 0 || !time_is_close(time_at(reader, 0))) {
        return false;
    }
    time_item before = time_item_before(&reader->window);
    return before.token_kind == XC_TOKEN_NUMBER || before.mark == '-' || before.mark == '/' ||
           before.token_kind == XC_TOKEN_SYMBOL || before.token_kind == XC_TOKEN_WORD;
}
