// SPDX-License-Identifier: MIT
// Reads out of a pattern which words a match must hold. Knows the common part of PCRE2's
// syntax; of a pattern with anything else it says nothing, which is always right.
#include "extract/rules/pattern_hint.h"

#include <ctype.h>
#include <string.h>

enum {
    MOST_LITERALS = 64,
    MOST_SEQUENCES = 8, // of three bytes, of one literal
    SHORTEST = 3,
    DEEPEST = 16,
};

// One of these is in each match; none: nothing is known.
typedef struct wanted {
    xc_slice any_of[MOST_LITERALS];
    size_t count;
    bool digit; // and a digit
} wanted;

typedef struct parser {
    xc_slice text;
    size_t at;
    unsigned depth;
    bool failed; // something unknown
} parser;

typedef enum times { ONCE, ONCE_OR_MORE, PERHAPS } times;

static void give_up(parser *p) {
    p->failed = true;
    p->at = p->text.len;
}

static char here(const parser *p) {
    return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static bool take(parser *p, char byte) {
    bool is_there = p->at < p->text.len && p->text.ptr[p->at] == byte;
    p->at += is_there;
    return is_there;
}

static bool is_literal(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == ' ' ||
           byte == '-';
}

static size_t letters_of(xc_slice literal) {
    size_t letters = 0;
    for (size_t i = 0; i < literal.len; i++) {
        letters += literal.ptr[i] != ' ';
    }
    return letters;
}

// Letters of the shortest literal: " of " is in nearly every text.
static size_t shortest(const wanted *literals) {
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < literals->count; i++) {
        if (literals->any_of[i].len < SHORTEST) {
            return 0;
        }
        size_t letters = letters_of(literals->any_of[i]);
        least = letters < least ? letters : least;
    }
    return literals->count ? least : 0;
}

// Longer words are in fewer texts; of equals, fewer words are.
static void keep_better(wanted *best, const wanted *other) {
    size_t old_length = shortest(best);
    size_t length = shortest(other);
    if (length &&
        (length > old_length || (length == old_length && other->count < best->count))) {
        *best = *other;
    }
}

static void keep_run(wanted *best, const parser *p, size_t start, size_t end) {
    if (end - start < SHORTEST) {
        return;
    }
    wanted run = {.any_of = {xc_slice_sub(p->text, start, end)}, .count = 1};
    keep_better(best, &run);
}

static times take_quantifier(parser *p) {
    times found = ONCE;
    char byte = here(p);
    if (byte == '{') {
        found = PERHAPS;
        do {
            p->at++;
        } while (isdigit((unsigned char)here(p)) || here(p) == ',');
        if (!take(p, '}')) {
            give_up(p); // a brace that stands for itself
        }
    } else if (take(p, '?') || take(p, '*')) {
        found = PERHAPS;
    } else if (take(p, '+')) {
        found = ONCE_OR_MORE;
    }
    if (found != ONCE && !take(p, '?')) { // as few as may be, or as many and no fewer
        (void)take(p, '+');
    }
    return found;
}

static void skip_class(parser *p) {
    p->at++;
    (void)take(p, '^');
    (void)take(p, ']');
    while (p->at < p->text.len && here(p) != ']') {
        if (here(p) == '[') { // "[:alpha:]"
            give_up(p);
            return;
        }
        p->at += here(p) == '\\' ? 2 : 1;
    }
    if (!take(p, ']')) {
        give_up(p);
    }
}

// @return whether it stands for a digit
static bool skip_escape(parser *p) {
    p->at++;
    char byte = here(p);
    if ((byte && strchr("bBdDsSwW", byte)) || ispunct((unsigned char)byte)) {
        p->at++;
    } else {
        give_up(p);
    }
    return byte == 'd';
}

static wanted parse_choice(parser *p);

// Takes what a group begins with; whether what matches in it is part of the match.
static bool open_group(parser *p) {
    p->at++;
    if (here(p) == '*') {
        give_up(p);
        return false;
    }
    if (!take(p, '?') || take(p, ':')) {
        return true;
    }
    if (take(p, '=') || take(p, '!')) {
        return false;
    }
    if (!take(p, '<')) {
        give_up(p); // options, conditions, calls
        return false;
    }
    if (take(p, '=') || take(p, '!')) {
        return false;
    }
    while (p->at < p->text.len && !take(p, '>')) {
        p->at++;
    }
    return true;
}

static wanted parse_group(parser *p) {
    bool is_part = open_group(p);
    wanted inner = {0};
    if (++p->depth > DEEPEST) {
        give_up(p);
    } else {
        inner = parse_choice(p);
    }
    p->depth--;
    if (!take(p, ')')) {
        give_up(p);
    }
    return is_part ? inner : (wanted){0};
}

// Anything but a plain letter.
static wanted parse_other(parser *p) {
    switch (here(p)) {
    case '(':
        return parse_group(p);
    case '[':
        skip_class(p);
        break;
    case '\\':
        return (wanted){.digit = skip_escape(p)};
    case '{':
        give_up(p);
        break;
    default:
        p->at++;
    }
    return (wanted){0};
}

static wanted parse_sequence(parser *p) {
    wanted best = {0};
    bool digit = false;
    size_t run = p->at;
    while (p->at < p->text.len && here(p) != '|' && here(p) != ')') {
        size_t start = p->at;
        bool literal = is_literal(here(p));
        wanted inner = {0};
        if (literal) {
            p->at++;
        } else {
            inner = parse_other(p);
        }
        size_t end = p->at;
        times how_often = take_quantifier(p);
        if (literal && how_often == ONCE) {
            continue;
        }
        keep_run(&best, p, run, literal && how_often == ONCE_OR_MORE ? end : start);
        if (how_often != PERHAPS) {
            keep_better(&best, &inner);
            digit = digit || inner.digit;
        }
        run = p->at;
    }
    keep_run(&best, p, run, p->at);
    best.digit = digit;
    return best;
}

// A match holds a literal of one of the alternatives, if each has some.
static wanted parse_choice(parser *p) {
    wanted all = {0};
    bool known = true;
    bool digit = true;
    do {
        wanted one = parse_sequence(p);
        digit = digit && one.digit;
        known = known && one.count && one.count <= MOST_LITERALS - all.count;
        if (known) {
            memcpy(all.any_of + all.count, one.any_of, one.count * sizeof *one.any_of);
            all.count += one.count;
        }
    } while (take(p, '|'));
    all.count = known ? all.count : 0;
    all.digit = digit;
    return all;
}

static uint16_t three_at(const char *bytes) {
    return (uint16_t)((bytes[0] & 31) << 10 | (bytes[1] & 31) << 5 | (bytes[2] & 31));
}

xc_status pattern_hint_make(xc_slice pattern, xc_arena *arena, pattern_hint *out) {
    *out = (pattern_hint){0};
    parser p = {.text = pattern};
    wanted literals = parse_choice(&p);
    if (p.failed || p.at < pattern.len) {
        return XC_OK;
    }
    out->digit = literals.digit;
    if (!literals.count) {
        return XC_OK;
    }
    size_t most = literals.count * (MOST_SEQUENCES + 1);
    uint16_t *items = xc_arena_array(arena, most, sizeof *items);
    if (!items) {
        return XC_NO_MEMORY;
    }
    size_t count = 0;
    for (size_t i = 0; i < literals.count; i++) {
        xc_slice literal = literals.any_of[i];
        size_t sequences = literal.len - SHORTEST + 1;
        sequences = sequences < MOST_SEQUENCES ? sequences : MOST_SEQUENCES;
        items[count++] = (uint16_t)sequences;
        for (size_t k = 0; k < sequences; k++) {
            items[count++] = three_at(literal.ptr + k);
        }
    }
    out->items = items;
    out->count = count;
    return XC_OK;
}

// U+017F and U+212A are "s" and "k" where case does not matter; their bytes begin so.
static bool has_letters_by_another_name(xc_slice text) {
    for (size_t i = 0; i + 1 < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        unsigned char next = (unsigned char)text.ptr[i + 1];
        if ((byte == 0xC5 && next == 0xBF) || (byte == 0xE2 && next == 0x84)) {
            return true;
        }
    }
    return false;
}

void text_hint_make(xc_slice text, text_hint *out) {
    *out = (text_hint){0};
    unsigned three = 0;
    unsigned all_bytes = 0;
    bool digit = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned byte = (unsigned char)text.ptr[i];
        all_bytes |= byte;
        digit |= byte - '0' < 10;
        three = (three << 5 | (byte & 31)) & (THREE_BYTES - 1);
        // The first two are no three yet: a sequence too many does no harm.
        out->bits[three / 64] |= UINT64_C(1) << (three % 64);
    }
    bool beyond_ascii = (all_bytes & 0x80) != 0;
    out->digit = digit || beyond_ascii;
    out->all = beyond_ascii && has_letters_by_another_name(text);
}

bool pattern_may_match(const pattern_hint *pattern, const text_hint *text) {
    if (pattern->digit && !text->digit) {
        return false;
    }
    for (size_t i = 0; i < pattern->count;) {
        size_t end = i + 1 + pattern->items[i];
        size_t k = i + 1;
        while (k < end && text->bits[pattern->items[k] / 64] >> (pattern->items[k] % 64) & 1) {
            k++;
        }
        if (k == end) {
            return true;
        }
        i = end;
    }
    return text->all || pattern->count == 0;
}
