// SPDX-License-Identifier: MIT
// Bytes into tokens, in one pass. ASCII goes through a table; the rest is decoded.
#include "text/bytes.h"
#include "text/text_parts.h"

#include <string.h>

typedef struct scanner {
    xc_slice text;
    size_t at;
    const xc_lexicon *lexicon;
    xc_arena *arena;
    token_list *list;
    uint8_t flags;         // of the next token
    size_t run_end;        // end of the run that was last searched for an identifier
    unsigned run_searches; // how often; bounded, so that long runs stay linear
} scanner;

enum { SEARCHES_IN_A_RUN = 8 };

static unsigned char byte_at(const scanner *s, size_t at) {
    return at < s->text.len ? (unsigned char)s->text.ptr[at] : 0;
}

static bool is_letter(const scanner *s, size_t at) {
    unsigned char c = byte_at(s, at);
    return c < 0x80 ? byte_class(c) == BYTE_LETTER : point_at(s->text, at).class == BYTE_LETTER;
}

static bool is_digit(const scanner *s, size_t at) {
    return byte_class(byte_at(s, at)) == BYTE_DIGIT;
}

// Length of the apostrophe at `at`, 0 if there is none.
static size_t apostrophe(const scanner *s, size_t at) {
    unsigned char c = byte_at(s, at);
    if (c < 0x80) {
        return c == '\'';
    }
    code_point point = point_at(s->text, at);
    return point.mark == '\'' ? point.length : 0;
}

static bool emit(scanner *s, xc_token_kind kind, size_t end, uint8_t flags, char mark) {
    xc_token *token = xc_arena_grow(s->arena, &s->list->tokens, s->list->count,
                                    &s->list->capacity, sizeof *token);
    if (!token) {
        return false;
    }
    xc_slice bytes = {s->text.ptr + s->at, end - s->at};
    xc_word word = 0;
    if (mark) {
        word = xc_lexicon_find(s->lexicon, (xc_slice){&mark, 1});
    } else if (kind != XC_TOKEN_IDENTIFIER) {
        word = xc_lexicon_find(s->lexicon, bytes);
    }
    *token = (xc_token){.start = (uint32_t)s->at,
                        .end = (uint32_t)end,
                        .word = word,
                        .kind = (uint8_t)kind,
                        .flags = (uint8_t)(s->flags | flags),
                        .mark = mark};
    s->list->count++;
    s->flags = 0;
    s->at = end;
    return true;
}

// The end of the letters from `at`; adds what their capitals tell to *flags.
static size_t letters(const scanner *s, size_t at, uint8_t *flags) {
    size_t start = at;
    size_t count = 0;
    bool lower = false;
    for (;;) {
        unsigned char c = byte_at(s, at);
        if (c < 0x80) {
            if (byte_class(c) != BYTE_LETTER) {
                break;
            }
            bool small = (c & 0x20) != 0;
            if (at == start && !small) {
                *flags |= XC_TOKEN_CAPITAL;
            }
            lower |= small;
            at++;
        } else {
            code_point point = point_at(s->text, at);
            if (point.class != BYTE_LETTER && point.class != BYTE_IGNORED) {
                break;
            }
            if (at == start && point.capital) {
                *flags |= XC_TOKEN_CAPITAL;
            }
            lower |= !point.capital && point.class == BYTE_LETTER;
            at += point.length;
        }
        count++;
    }
    if (!lower && count >= 2 && (*flags & XC_TOKEN_CAPITAL)) {
        *flags |= XC_TOKEN_CAPITALS;
    }
    return at;
}

// "U.S." "a.m." "J.K.": single letters, each with its stop; the end, or `at` if it is none.
static size_t dotted_letters(const scanner *s, size_t at) {
    size_t end = at;
    unsigned count = 0;
    while (is_letter(s, end)) {
        unsigned char c = byte_at(s, end);
        size_t after = end + (c < 0x80 ? 1 : point_at(s->text, end).length);
        if (byte_at(s, after) == '.') {
            end = after + 1;
            count++;
        } else if (count == 1 && !is_letter(s, after) && !is_digit(s, after)) {
            return after;
        } else {
            break;
        }
    }
    return count >= 2 ? end : at;
}

// What is cut off a word at its apostrophe, as treebanks cut English; other apostrophes
// (O'Brien, Xi'an) stay within their word.
static bool is_clitic(xc_slice tail) {
    static const char *const clitics[] = {"s", "t", "d", "m", "re", "ve", "ll"};
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++) {
        if (xc_slice_equal_fold(tail, xc_slice_of(clitics[i]))) {
            return true;
        }
    }
    return false;
}

static bool scan_word(scanner *s) {
    uint8_t flags = 0;
    size_t end = dotted_letters(s, s->at);
    if (end > s->at) {
        bool capital =
            (byte_class(byte_at(s, s->at)) == BYTE_LETTER && !(byte_at(s, s->at) & 0x20));
        return emit(s, XC_TOKEN_WORD, end, capital ? XC_TOKEN_CAPITAL | XC_TOKEN_CAPITALS : 0,
                    0);
    }
    end = letters(s, s->at, &flags);
    for (;;) {
        size_t mark = apostrophe(s, end);
        if (!mark || !is_letter(s, end + mark)) {
            return emit(s, XC_TOKEN_WORD, end, flags, 0);
        }
        uint8_t tail_flags = XC_TOKEN_CAPITAL; // so that only capitals count
        size_t tail_end = letters(s, end + mark, &tail_flags);
        xc_slice tail = xc_slice_sub(s->text, end + mark, tail_end);
        if (is_clitic(tail)) {
            bool negation = (tail.ptr[0] | 0x20) == 't' && end - s->at >= 2 &&
                            (byte_at(s, end - 1) | 0x20) == 'n';
            return emit(s, XC_TOKEN_WORD, negation ? end - 1 : end, flags, 0) &&
                   emit(s, XC_TOKEN_WORD, tail_end, negation ? 0 : XC_TOKEN_CLITIC, 0);
        }
        end = tail_end;
    }
}

// Whether exactly three digits stand at `at`: a group of thousands.
static bool three_digits(const scanner *s, size_t at) {
    return is_digit(s, at) && is_digit(s, at + 1) && is_digit(s, at + 2) &&
           !is_digit(s, at + 3);
}

// Length of the separator between the digits before `at` and those behind it, 0 for none.
static size_t separator(const scanner *s, size_t at, size_t group) {
    unsigned char c = byte_at(s, at);
    if (c == ',' || c == '.') {
        return is_digit(s, at + 1) ? 1 : 0;
    }
    size_t mark = apostrophe(s, at);
    if (mark) {
        return group <= 3 && three_digits(s, at + mark) ? mark : 0;
    }
    if (c < 0x80) {
        return 0;
    }
    code_point point = point_at(s->text, at);
    bool joins = point.class == BYTE_SPACE || point.code == 0x00B7;
    return joins && group <= 3 && three_digits(s, at + point.length) ? point.length : 0;
}

static size_t digits(const scanner *s, size_t at) {
    for (;;) {
        size_t start = at;
        while (is_digit(s, at)) {
            at++;
        }
        size_t length = separator(s, at, at - start);
        if (!length) {
            return at;
        }
        at += length;
    }
}

// Whether the bytes behind a word or number make it worth looking for an identifier.
static bool may_be_identifier(const scanner *s, size_t end) {
    unsigned char c = byte_at(s, end);
    unsigned char next = byte_at(s, end + 1);
    byte_kind next_class = next < 0x80 ? byte_class(next) : BYTE_LETTER;
    bool goes_on = next_class == BYTE_LETTER || next_class == BYTE_DIGIT;
    switch (c) {
    case '_':
    case '@':
    case '-':
    case '/':
        return goes_on || next == '_';
    case '.':
        return goes_on;
    case ':':
        return next == '/';
    default:
        return byte_class(c) == BYTE_DIGIT || byte_class(c) == BYTE_LETTER;
    }
}

// Whether nothing behind a run of letters could belong to the word: no stop as in "U.S.", no
// apostrophe as in "don't". Most words end so.
static bool ends_word(const scanner *s, size_t end) {
    unsigned char c = byte_at(s, end);
    return c < 0x80 && c != '.' && c != '\'';
}

static bool scan_alphanumeric(scanner *s, bool number) {
    uint8_t flags = 0;
    size_t end = number ? digits(s, s->at) : letters(s, s->at, &flags);
    if (s->at >= s->run_end) {
        s->run_searches = 0;
    }
    if (s->run_searches < SEARCHES_IN_A_RUN && may_be_identifier(s, end)) {
        s->run_searches++;
        size_t length = identifier_length(s->text, s->at, &s->run_end);
        if (length) {
            return emit(s, XC_TOKEN_IDENTIFIER, s->at + length, 0, 0);
        }
    }
    if (number) {
        return emit(s, XC_TOKEN_NUMBER, end, 0, 0);
    }
    return ends_word(s, end) ? emit(s, XC_TOKEN_WORD, end, flags, 0) : scan_word(s);
}

// An apostrophe that belongs to the token before it: the "'s" of "U.S.'s".
static size_t late_clitic(const scanner *s, size_t mark) {
    if (s->flags & XC_TOKEN_SPACE_BEFORE || s->at == 0) {
        return 0;
    }
    size_t end = s->at + mark;
    return (byte_at(s, end) | 0x20) == 's' && !is_letter(s, end + 1) && !is_digit(s, end + 1)
               ? end + 1
               : 0;
}

static bool scan_mark(scanner *s, size_t length, char mark) {
    size_t end = s->at + length;
    if (mark == '.') {
        if (is_digit(s, end) && (s->flags & XC_TOKEN_SPACE_BEFORE || s->at == 0 ||
                                 byte_class(byte_at(s, s->at - 1)) > BYTE_DIGIT)) {
            return emit(s, XC_TOKEN_NUMBER, digits(s, end), 0, 0);
        }
        while (byte_at(s, end) == '.') {
            end++;
        }
    } else if (mark == '\'') {
        size_t second = apostrophe(s, end);
        if (second) { // a quotation mark of two strokes
            return emit(s, XC_TOKEN_PUNCTUATION, end + second, 0, '"');
        }
        size_t clitic = late_clitic(s, length);
        if (clitic) {
            return emit(s, XC_TOKEN_WORD, clitic, XC_TOKEN_CLITIC, 0);
        }
    }
    return emit(s, XC_TOKEN_PUNCTUATION, end, 0, mark);
}

static bool scan_symbol(scanner *s, size_t length) {
    if (byte_at(s, s->at) == '@') {
        size_t end = handle_end(s->text, s->at);
        if (end > s->at + 1) {
            return emit(s, XC_TOKEN_IDENTIFIER, end, 0, 0);
        }
    }
    return emit(s, XC_TOKEN_SYMBOL, s->at + length, 0, 0);
}

static bool scan_token(scanner *s) {
    unsigned char c = byte_at(s, s->at);
    code_point point = {.length = 1, .class = byte_class(c), .mark = (char)c};
    if (c >= 0x80) {
        point = point_at(s->text, s->at);
    }
    switch (point.class) {
    case BYTE_LETTER:
        return scan_alphanumeric(s, false);
    case BYTE_DIGIT:
        return scan_alphanumeric(s, true);
    case BYTE_LINE:
        s->flags |= XC_TOKEN_LINE_BEFORE;
        s->flags |= XC_TOKEN_SPACE_BEFORE;
        s->at += point.length;
        return true;
    case BYTE_SPACE:
        s->flags |= XC_TOKEN_SPACE_BEFORE;
        s->at += point.length;
        return true;
    case BYTE_IGNORED:
        s->at += point.length;
        return true;
    case BYTE_MARK:
        return scan_mark(s, point.length, point.mark);
    case BYTE_SYMBOL:
    default:
        return scan_symbol(s, point.length);
    }
}

xc_status text_tokenise(xc_slice bytes, const xc_lexicon *lexicon, xc_arena *arena,
                        token_list *list, xc_error *error) {
    if (bytes.len >= UINT32_MAX) {
        return xc_fail(error, XC_LIMIT, "the text has 4 GB or more; split it into documents");
    }
    // Of news: five or six bytes a token. Phrases of packs are cut by thousands: room for a
    // word or two more, so that little memory is touched at start.
    size_t expected = bytes.len / 5 + 2;
    list->tokens = xc_arena_array(arena, expected, sizeof *list->tokens);
    if (!list->tokens) {
        return xc_fail_memory(error);
    }
    list->capacity = expected;
    scanner s = {.text = bytes, .lexicon = lexicon, .arena = arena, .list = list};
    while (s.at < bytes.len) {
        if (!scan_token(&s)) {
            return xc_fail_memory(error);
        }
    }
    return XC_OK;
}
