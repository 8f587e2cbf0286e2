// SPDX-License-Identifier: MIT
// Why a group has its verdict.
#include "compare/reason.h"

#include "compare/figure_words.h"

#include "crossclaim/base/evidence.h"

#include "crossclaim/base/date_words.h"

#include <math.h>
#include <string.h>

enum { LONGEST_QUOTE = 90, NAMED_SOURCES = 3 };

static xc_slice source_name(const claim_profile *p) {
    return xc_document_name(p->document->document);
}

// At most `limit` bytes, cut between words.
static xc_slice cut(xc_slice text, size_t limit) {
    text = xc_slice_trim(text);
    if (text.len <= limit) {
        return text;
    }
    size_t end = limit;
    while (end > limit / 2 && text.ptr[end] != ' ') {
        end--;
    }
    while (end > 0 && ((unsigned char)text.ptr[end] & 0xC0) == 0x80) {
        end--;
    }
    return xc_slice_trim(xc_slice_sub(text, 0, end));
}

// The claim's own words; claims that were compared without their documents have the sentence.
static xc_slice words_said(const claim_profile *p) {
    return p->document->document->text.len ? claim_words(p->claim, p->document->document)
                                           : p->claim->evidence;
}

static size_t count_of(xc_slice text, xc_slice mark) {
    size_t count = 0;
    for (size_t i = 0; i + mark.len <= text.len; i++) {
        count += xc_slice_equal(xc_slice_sub(text, i, i + mark.len), mark);
    }
    return count;
}

// Without a quotation mark that has lost its other half.
static xc_slice without_half_quotes(xc_slice words) {
    static const xc_slice straight = XC_SLICE_INIT("\"");
    static const xc_slice opening = XC_SLICE_INIT("\xE2\x80\x9C");
    static const xc_slice closing = XC_SLICE_INIT("\xE2\x80\x9D");
    size_t opened = count_of(words, opening);
    size_t closed = count_of(words, closing);
    bool odd = count_of(words, straight) % 2;
    if (opened > closed && xc_slice_starts(words, opening)) {
        words = xc_slice_sub(words, opening.len, words.len);
    } else if (odd && xc_slice_starts(words, straight)) {
        words = xc_slice_sub(words, straight.len, words.len);
    } else if (closed > opened &&
               xc_slice_equal(xc_slice_sub(words, words.len - closing.len, words.len),
                              closing)) {
        words = xc_slice_sub(words, 0, words.len - closing.len);
    } else if (odd && words.ptr[words.len - 1] == '"') {
        words = xc_slice_sub(words, 0, words.len - straight.len);
    }
    return xc_slice_trim(words);
}

// A statement's words from where their sentence begins, if that is near: "About 90 people live
// there" without its "About" says something else.
static xc_slice statement_said(const claim_profile *p) {
    enum { NEAR = 40 };
    xc_slice sentence = xc_evidence_core(p->claim->evidence);
    xc_slice words = words_said(p);
    size_t at = xc_slice_find(sentence, words);
    bool near = at != SIZE_MAX && at <= NEAR;
    return without_half_quotes(near ? xc_slice_sub(sentence, 0, at + words.len) : words);
}

// Line breaks as spaces, quotation marks as single ones.
static void in_one_line(xc_buffer *out, xc_slice words) {
    for (size_t i = 0; i < words.len; i++) {
        char c = words.ptr[i];
        xc_buffer_char(out, c == '\n' || c == '\r' || c == '\t' ? ' ' : c == '"' ? '\'' : c);
    }
}

// The words in quotation marks.
void reason_quote(xc_buffer *out, const claim_profile *p) {
    xc_slice all = p->statement ? statement_said(p) : words_said(p);
    xc_slice words = cut(all, LONGEST_QUOTE);
    bool middle = p->statement && all.len && all.ptr[0] >= 'a' && all.ptr[0] <= 'z';
    xc_buffer_text(out, middle ? "\"... " : "\"");
    in_one_line(out, words);
    xc_buffer_text(out, words.len < xc_slice_trim(all).len ? " ...\"" : "\"");
}

// SOURCE "words" (speaker)
void reason_voice(xc_buffer *out, const claim_profile *p) {
    xc_buffer_print(out, "%.*s ", XC_PRINT(source_name(p)));
    reason_quote(out, p);
    if (p->claim->attribution.len) {
        xc_buffer_print(out, " (%.*s)", XC_PRINT(cut(p->claim->attribution, 60)));
    }
}

static bool is_voice(const claim_profile *p, bool counted_only) {
    return !counted_only || !isnan(p->figure.value);
}

static bool named_before(const cluster *group, size_t index, bool counted_only) {
    for (size_t i = 0; i < index; i++) {
        const claim_profile *p = group->members[i];
        if (is_voice(p, counted_only) &&
            p->document->source == group->members[index]->document->source) {
            return true;
        }
    }
    return false;
}

// The first claim of each source, up to NAMED_SOURCES, then how many more.
static void voices(xc_buffer *out, const cluster *group, bool counted_only) {
    size_t named = 0;
    size_t more = 0;
    for (size_t i = 0; i < group->count; i++) {
        const claim_profile *p = group->members[i];
        if (!is_voice(p, counted_only) || named_before(group, i, counted_only)) {
            continue;
        }
        if (named == NAMED_SOURCES) {
            more++;
            continue;
        }
        xc_buffer_text(out, named++ ? "; " : "");
        reason_voice(out, p);
    }
    if (more) {
        xc_buffer_print(out, "; and %zu more source%s", more, more == 1 ? "" : "s");
    }
}

// As of when the figure stands, as it is told.
static xc_slice told_time(const xc_claim *claim) {
    bool as_of = claim->to.len && !claim->from.len;
    xc_slice time = as_of || !claim->published.len ? claim->to : claim->published;
    return time.len ? time : claim->from;
}

// A clock is shown with its zone: "18:30" of one may be later than "01:10" of the next day of
// another.
static void time_of(xc_buffer *out, const claim_profile *p) {
    enum { TO_THE_MINUTE = 16 };
    xc_slice told = told_time(p->claim);
    xc_slice time = xc_slice_sub(told, 0, TO_THE_MINUTE);
    int32_t ahead = 0;
    if (!time.len) {
        return;
    }
    xc_buffer_text(out, p->claim->to.len && !p->claim->from.len ? ", as of " : ", ");
    xc_date_words(time, out);
    if (told.len > TO_THE_MINUTE && xc_date_zone(told, &ahead)) {
        int minutes = (int)(ahead < 0 ? -ahead : ahead) / 60;
        xc_buffer_text(out, " UTC");
        if (minutes) {
            xc_buffer_print(out, "%c%02d:%02d", ahead < 0 ? '-' : '+', minutes / 60,
                            minutes % 60);
        }
    }
}

static void pair(xc_buffer *out, const judgement *j, const char *between) {
    bool dated = j->why == PAIR_LATER || j->why == PAIR_CONTRADICTED;
    reason_voice(out, j->one);
    if (dated) {
        time_of(out, j->one);
    }
    xc_buffer_text(out, between);
    reason_voice(out, j->other);
    if (dated) {
        time_of(out, j->other);
    }
}

static void reason_single(xc_buffer *out, const cluster *group, const judgement *j) {
    if (j->verdict == XC_UPDATED) {
        xc_buffer_text(out, "One source counted on: ");
        pair(out, j, ", then ");
    } else if (j->why == PAIR_CONTRADICTED || j->why == PAIR_UNORDERED || j->denied) {
        xc_buffer_text(out, "One source alone, and it contradicts itself: ");
        pair(out, j, " and ");
    } else {
        xc_buffer_text(out, "Only one source tells it: ");
        reason_voice(out, group->members[0]);
        if (group->count > 1) {
            xc_buffer_print(out, ", in %zu places", group->count);
        }
    }
}

// The number that the words give, the nearest bound where they give none.
static xc_decimal stated(const claim_profile *p) {
    const xc_claim *claim = p->claim;
    return claim->value.known ? claim->value.value
           : claim->low.known ? claim->low.value
                              : claim->high.value;
}

static bool ten_times(xc_decimal one, xc_decimal other) {
    int32_t apart = one.exponent - other.exponent;
    return one.digits == other.digits && one.digits != 0 && (apart == 1 || apart == -1);
}

// Without sign and point, in units of 10^exponent.
static size_t print_digits(xc_decimal number, int32_t exponent, char out[XC_DECIMAL_PRINTED]) {
    int64_t digits = number.digits < 0 ? -number.digits : number.digits;
    return xc_decimal_print((xc_decimal){digits, number.exponent - exponent}, out);
}

// The same digits, at least three of them, with two neighbours exchanged.
static bool swapped_digits(xc_decimal one, xc_decimal other) {
    enum { LEAST_DIGITS = 3 };
    char a[XC_DECIMAL_PRINTED];
    char b[XC_DECIMAL_PRINTED];
    int32_t least = one.exponent < other.exponent ? one.exponent : other.exponent;
    int32_t unit = least < 0 ? least : 0;
    size_t length = print_digits(one, unit, a);
    if (print_digits(other, unit, b) != length || length < LEAST_DIGITS ||
        (one.digits < 0) != (other.digits < 0)) {
        return false;
    }
    size_t at = 0;
    while (at < length && a[at] == b[at]) {
        at++;
    }
    return at + 1 < length && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           memcmp(a + at + 2, b + at + 2, length - at - 2) == 0;
}

// A correction, in the words of the sentence that tells of it.
static void revision(xc_buffer *out, const judgement *j) {
    enum { AROUND = 50 };
    const claim_profile *teller =
        words_of_kind(j->other, "revision", NULL).ptr ? j->other : j->one;
    xc_slice sentence = teller->claim->evidence;
    xc_slice words = words_of_kind(teller, "revision", NULL);
    size_t start = (size_t)(words.ptr - sentence.ptr);
    size_t end = start + words.len + AROUND;
    start = start > AROUND ? start - AROUND : 0;
    while (start > 0 && sentence.ptr[start - 1] != ' ') {
        start--;
    }
    while (end < sentence.len && sentence.ptr[end] != ' ') {
        end++;
    }
    xc_buffer_print(out, "a revision, in the words of %.*s: \"%s",
                    XC_PRINT(source_name(teller)), start ? "... " : "");
    in_one_line(out, xc_slice_trim(xc_slice_sub(sentence, start, end)));
    xc_buffer_text(out, end < sentence.len ? " ...\"" : "\"");
}

static void reason_conflict(xc_buffer *out, const judgement *j) {
    xc_buffer_text(out, j->alone ? "One page has two people contradict each other: " : "");
    pair(out, j, " against ");
    if (j->denied) {
        xc_buffer_text(out, ": one says what the other denies");
        return;
    }
    xc_decimal one = stated(j->one);
    xc_decimal other = stated(j->other);
    bool one_unit = j->one->figure.scale == j->other->figure.scale;
    if (one_unit && ten_times(one, other)) {
        xc_buffer_text(out, ": a factor of ten, likely a slip");
    } else if (one_unit && swapped_digits(one, other)) {
        xc_buffer_text(out, ": the same digits in another order, likely a slip");
    } else if (j->why == PAIR_UNORDERED) {
        xc_buffer_text(out,
                       ": the figures exclude each other, and nothing tells which came later");
    } else {
        xc_buffer_text(out, ": the figures exclude each other, and no later count, rounding or "
                            "other stated cause explains it");
    }
}

xc_slice reason_of(const cluster *group, const judgement *j, xc_arena *arena) {
    xc_buffer out = {0};
    if (j->alone && j->verdict != XC_CONFLICT) {
        reason_single(&out, group, j);
    } else if (j->verdict == XC_CONFLICT) {
        reason_conflict(&out, j);
    } else if (j->verdict == XC_UPDATED) {
        pair(&out, j, "; ");
        if (j->cause == CAUSE_REVISION) {
            xc_buffer_text(&out, ": ");
            revision(&out, j);
        } else {
            xc_buffer_text(&out, ": a later count");
        }
    } else if (j->verdict == XC_AGREE) {
        voices(&out, group, !group->members[0]->statement);
        xc_buffer_text(&out, group->members[0]->statement ? ": they say the same"
                             : j->rounded                 ? ": the same number after rounding"
                                                          : ": the same number");
    } else if (j->one) {
        pair(&out, j, " and ");
        xc_buffer_print(&out, ": %s",
                        j->cause ? cause_text(j->cause)
                                 : "what one says leaves room for the other");
    } else if (group->members[0]->statement) {
        voices(&out, group, false);
        xc_buffer_text(&out, ": one is negative, and not of the same as the other");
    } else {
        voices(&out, group, false);
        xc_buffer_text(&out, ": not both give a number");
    }
    xc_buffer_char(&out, '.');
    xc_slice copy =
        out.status == XC_OK ? xc_arena_copy(arena, xc_buffer_slice(&out)) : (xc_slice){0};
    xc_buffer_release(&out);
    return copy;
}

xc_slice reason_with(xc_slice reason, xc_slice sentence, xc_arena *arena) {
    return xc_arena_print(arena, "%.*s But %.*s.", XC_PRINT(reason), XC_PRINT(sentence));
}

xc_slice decided_reason(const xc_decision *decision, xc_slice reason, xc_arena *arena) {
    return xc_arena_print(arena, "A reviewer decided%s%.*s; the words alone: %.*s",
                          decision->note.len ? ": " : "", XC_PRINT(decision->note),
                          XC_PRINT(reason));
}

xc_slice outgrown_reason(const xc_decision *decision, xc_slice reason, xc_arena *arena) {
    return xc_arena_print(
        arena, "%.*s A reviewer had decided %.*s before further claims came in%s%.*s.",
        XC_PRINT(reason), XC_PRINT(decision->verdict), decision->note.len ? ": " : "",
        XC_PRINT(decision->note));
}
