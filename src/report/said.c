// SPDX-License-Identifier: MIT
// Figures as their pages say them.
#include "report/said.h"
#include "report/figure.h"

enum { LONGEST_WORDS = 40 };

static bool has_digit(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9') {
            return true;
        }
    }
    return false;
}

bool said_in_words(const case_view *view, const xc_claim *claim) {
    xc_slice words = view_words(view, claim);
    bool hedged = claim->qualifier != XC_EXACT && claim->qualifier != XC_RANGE;
    return words.len && words.len <= LONGEST_WORDS && !has_digit(words) &&
           (claim->qualifier == XC_VAGUE || (hedged && xc_time_unit_of(claim->unit)));
}

// "Dozens" as "dozens"; "NATO" stays.
static void write_words(xc_slice words, xc_buffer *out) {
    char first = words.ptr[0];
    bool capital = first >= 'A' && first <= 'Z' && words.len > 1 && words.ptr[1] >= 'a';
    xc_buffer_char(out, capital ? (char)(first - 'A' + 'a') : first);
    for (size_t i = 1; i < words.len; i++) {
        xc_buffer_char(out, words.ptr[i] == '\n' ? ' ' : words.ptr[i]);
    }
}

void said_parts(const case_view *view, const xc_claim *claim, xc_buffer *figure,
                xc_buffer *unit) {
    if (said_in_words(view, claim)) {
        write_words(view_words(view, claim), figure);
        return;
    }
    figure_stated(claim, figure);
    if (claim->value.known || claim->low.known || claim->high.known) {
        figure_unit(claim->unit, claim->value.known ? claim->value : claim->high, unit);
    }
}

void said_figure(const case_view *view, const xc_claim *claim, xc_buffer *out) {
    xc_buffer unit = {0};
    said_parts(view, claim, out, &unit);
    xc_buffer_print(out, "%s%.*s", unit.len ? " " : "", XC_PRINT(xc_buffer_slice(&unit)));
    xc_buffer_release(&unit);
}

// The member that tells the group's bound: one that states the number before one whose word or
// bound allows it.
static const xc_claim *teller_of(const case_view *view, const xc_group *group,
                                 xc_number number) {
    const xc_claim *found = NULL;
    for (size_t i = 0; i < group->member_count; i++) {
        const xc_claim *claim = view_claim(view, group->members[i]);
        bool other_unit = claim && group->unit.len && !xc_slice_equal(claim->unit, group->unit);
        if (!claim || other_unit) {
            continue;
        }
        bool tells = xc_number_equal(claim->value, number) ||
                     xc_number_equal(claim->low, number) ||
                     xc_number_equal(claim->high, number);
        if (tells && (!found || said_in_words(view, found))) {
            found = claim;
        }
    }
    return found;
}

static void write_bound(const case_view *view, const xc_claim *teller, xc_number number,
                        xc_buffer *out) {
    if (teller && said_in_words(view, teller)) {
        write_words(view_words(view, teller), out);
    } else {
        figure_number(number, out);
    }
}

void said_span_parts(const case_view *view, const xc_group *group, xc_buffer *low,
                     xc_buffer *high, xc_buffer *unit) {
    if (!group->low.known && !group->high.known) {
        return;
    }
    const xc_claim *least = teller_of(view, group, group->low);
    const xc_claim *greatest = teller_of(view, group, group->high);
    if (xc_number_equal(group->low, group->high) && least) {
        said_parts(view, least, low, unit);
        return;
    }
    write_bound(view, least, group->low, low);
    if (!xc_number_equal(group->low, group->high)) {
        write_bound(view, greatest, group->high, high);
    }
    if (!greatest || !said_in_words(view, greatest)) {
        figure_unit(group->unit, group->high, unit);
    }
}

void said_span(const case_view *view, const xc_group *group, xc_buffer *out) {
    xc_buffer low = {0};
    xc_buffer high = {0};
    xc_buffer unit = {0};
    said_span_parts(view, group, &low, &high, &unit);
    xc_buffer_append(out, xc_buffer_slice(&low));
    xc_buffer_print(out, "%s%.*s", high.len ? " to " : "", XC_PRINT(xc_buffer_slice(&high)));
    xc_buffer_print(out, "%s%.*s", unit.len ? " " : "", XC_PRINT(xc_buffer_slice(&unit)));
    xc_buffer_release(&low);
    xc_buffer_release(&high);
    xc_buffer_release(&unit);
}

// SOURCE "words": as a reason quotes a claim, which cuts what is long.
static void write_voice(const case_view *view, const xc_claim *claim, bool speaker,
                        xc_buffer *out) {
    enum { LONGEST_QUOTE = 45 };
    xc_slice words = view_words(view, claim);
    words = xc_slice_sub(words, 0, words.len > LONGEST_QUOTE ? LONGEST_QUOTE : words.len);
    xc_buffer_clear(out);
    xc_buffer_print(out, "%.*s \"", XC_PRINT(view_publisher(view, claim)));
    for (size_t i = 0; i < words.len; i++) {
        char c = words.ptr[i];
        xc_buffer_char(out, c == '\n' || c == '\r' || c == '\t' ? ' ' : c == '"' ? '\'' : c);
    }
    if (speaker && words.len < LONGEST_QUOTE) {
        xc_buffer_print(out, "\" (%.*s",
                        XC_PRINT(xc_slice_sub(claim->attribution, 0, LONGEST_QUOTE)));
    }
}

bool said_pair(const case_view *view, const xc_group *group, const xc_claim *pair[2]) {
    xc_buffer voice = {0};
    size_t found[2] = {SIZE_MAX, SIZE_MAX};
    for (int pass = 0; pass < 2; pass++) { // with the speaker's name, then without
        for (size_t i = 0; i < group->member_count && found[1] == SIZE_MAX; i++) {
            const xc_claim *claim = view_claim(view, group->members[i]);
            if (!claim || !view_words(view, claim).len ||
                (pass == 0 && !claim->attribution.len)) {
                continue;
            }
            write_voice(view, claim, pass == 0, &voice);
            size_t at = xc_slice_find(group->reason, xc_buffer_slice(&voice));
            if (at == SIZE_MAX || at == found[0]) {
                continue;
            }
            bool first = found[0] == SIZE_MAX || at < found[0];
            if (first && found[0] != SIZE_MAX) {
                found[1] = found[0];
                pair[1] = pair[0];
            }
            found[first ? 0 : 1] = at;
            pair[first ? 0 : 1] = claim;
        }
    }
    xc_buffer_release(&voice);
    return found[1] != SIZE_MAX;
}
