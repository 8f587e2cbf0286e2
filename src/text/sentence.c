// SPDX-License-Identifier: MIT
// Tokens into sentences: where a mark ends one, and where a line does.
#include "text/text_parts.h"

#include <string.h>

enum {
    // The longest of 98,775 sentences of news had 1,551 bytes, 296 tokens.
    LONGEST_SENTENCE = 2000, // bytes; a text without stops is cut so that a reader can check it
    MOST_TOKENS = 600,
    WIDEST_WRAP = 100, // bytes; a paragraph with longer lines was not wrapped by hand
    NARROWEST_WRAP = 40,
    FARTHEST_BACK = 2 * WIDEST_WRAP,
    LONGEST_HEADING = 40, // tokens
    MOST_CLOSERS = 8,     // quotes, brackets and marks that may end a sentence together
    LOST_INDENT = 4,      // bytes: a text is read without the white space that it begins with
};

typedef struct cutter {
    xc_text *text;
    const xc_splitter *splitter;
    xc_arena *arena;
    size_t capacity;
    size_t first; // token that begins the sentence
    uint32_t paragraph;
    size_t block_end;   // byte where the block of lines ends whose width is known
    size_t block_width; // its longest line
    bool line_begins;   // the sentence begins at a line's begin
} cutter;

// How a line break between two tokens is to be taken.
typedef enum line_break { NO_BREAK, LINE_GOES_ON, LINE_ENDS, PARAGRAPH_ENDS } line_break;

static const xc_token *token(const cutter *c, size_t i) {
    return &c->text->tokens[i];
}

static char byte_of(const cutter *c, size_t i) {
    return c->text->bytes.ptr[token(c, i)->start];
}

static bool has_blank_line(xc_slice gap) {
    unsigned lines = 0;
    for (size_t i = 0; i < gap.len; i++) {
        lines += gap.ptr[i] == '\n' || gap.ptr[i] == '\f';
    }
    return lines >= 2;
}

static size_t line_end(xc_slice text, size_t at) {
    const char *found = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
    return found ? (size_t)(found - text.ptr) : text.len;
}

static size_t line_start(xc_slice text, size_t at, size_t floor) {
    while (at > floor && text.ptr[at - 1] != '\n') {
        at--;
    }
    return at;
}

static bool is_blank(xc_slice line) {
    return xc_slice_trim(line).len == 0;
}

// Measures the lines from the one at `at` to the next blank one. Each block is measured once.
static void measure_block(cutter *c, size_t at) {
    xc_slice text = c->text->bytes;
    if (at < c->block_end) {
        return;
    }
    size_t start = line_start(text, at, c->block_end);
    c->block_width = 0;
    while (start < text.len) {
        size_t end = line_end(text, start);
        if (is_blank(xc_slice_sub(text, start, end)) && start > at) {
            break;
        }
        c->block_width = end - start > c->block_width ? end - start : c->block_width;
        start = end + 1;
    }
    c->block_end = start < text.len ? start : text.len + 1;
}

// "• Two killed", "- Two killed", "(a) ...", "1. ..." at a line's begin.
static bool is_bullet(const cutter *c, size_t i) {
    const xc_token *mark = token(c, i);
    if (i + 1 >= c->text->token_count) {
        return false;
    }
    const xc_token *next = token(c, i + 1);
    if (mark->kind == XC_TOKEN_SYMBOL) {
        xc_slice bytes = xc_token_slice(c->text, i);
        return bytes.len > 2 || xc_slice_is(bytes, "*") || xc_slice_is(bytes, "·");
    }
    if (mark->mark == '-') {
        return next->flags & XC_TOKEN_SPACE_BEFORE;
    }
    return mark->kind == XC_TOKEN_NUMBER && mark->end - mark->start <= 2 &&
           (next->mark == '.' || next->mark == ')') && !(next->flags & XC_TOKEN_SPACE_BEFORE);
}

// Whether the token can begin a sentence, by its looks.
static bool may_begin(const cutter *c, size_t i) {
    const xc_token *t = token(c, i);
    switch ((xc_token_kind)t->kind) {
    case XC_TOKEN_WORD:
        return t->flags & XC_TOKEN_CAPITAL || (unsigned char)byte_of(c, i) >= 0xE0;
    case XC_TOKEN_PUNCTUATION:
        if (t->mark == '"' || t->mark == '\'' || t->mark == '(' || t->mark == '[') {
            return i + 1 >= c->text->token_count || token(c, i + 1)->kind != XC_TOKEN_WORD ||
                   token(c, i + 1)->flags & XC_TOKEN_CAPITAL;
        }
        return t->mark == '-' || t->mark == 0;
    case XC_TOKEN_NUMBER:
    case XC_TOKEN_IDENTIFIER:
    case XC_TOKEN_SYMBOL:
    default:
        return true;
    }
}

static size_t word_length(xc_slice text, size_t at) {
    size_t length = 0;
    while (length < WIDEST_WRAP && at + length < text.len &&
           (unsigned char)text.ptr[at + length] > ' ') {
        length++;
    }
    return length;
}

// Whether the word that opens the next line would have fitted well on the line that ends at
// `end`: then the line was broken by its writer and not by a margin. Margins are ragged: a line
// that is nearly full tells nothing.
static bool would_fit(cutter *c, size_t end, size_t next) {
    measure_block(c, end - 1);
    if (c->block_width > WIDEST_WRAP || c->block_width < NARROWEST_WRAP) {
        return true;
    }
    size_t start =
        line_start(c->text->bytes, end, end > FARTHEST_BACK ? end - FARTHEST_BACK : 0);
    size_t indent = start == 0 ? LOST_INDENT : 0;
    size_t word = word_length(c->text->bytes, token(c, next)->start);
    return indent + end - start + 1 + word <= c->block_width - c->block_width / 8;
}

// What stands between token i and the next.
static line_break break_after(cutter *c, size_t i) {
    if (i + 1 >= c->text->token_count) {
        return PARAGRAPH_ENDS;
    }
    const xc_token *next = token(c, i + 1);
    if (!(next->flags & XC_TOKEN_LINE_BEFORE)) {
        return NO_BREAK;
    }
    size_t end = token(c, i)->end;
    if (has_blank_line(xc_slice_sub(c->text->bytes, end, next->start))) {
        return PARAGRAPH_ENDS;
    }
    if (is_bullet(c, i + 1)) {
        return LINE_ENDS;
    }
    return may_begin(c, i + 1) && would_fit(c, end, i + 1) ? LINE_ENDS : LINE_GOES_ON;
}

static bool is_closer(const xc_token *t) {
    return (t->mark == '"' || t->mark == '\'' || t->mark == ')' || t->mark == ']') &&
           !(t->flags & XC_TOKEN_SPACE_BEFORE);
}

// A quote set off by a space that ends its line: it closes what was said.
static bool is_last_quote(const cutter *c, size_t i) {
    const xc_token *t = token(c, i);
    return t->mark == '"' && !(t->flags & XC_TOKEN_LINE_BEFORE) &&
           (i + 1 >= c->text->token_count || token(c, i + 1)->flags & XC_TOKEN_LINE_BEFORE);
}

// Whether the stop behind the word `before` is that of an abbreviation, so that the sentence
// goes on with `next`.
static bool is_abbreviation(const cutter *c, size_t before, size_t next) {
    const xc_token *word = token(c, before);
    const xc_token *after = token(c, next);
    stop_kind opener = splitter_stop(c->splitter, after->word);
    size_t length = word->end - word->start;
    if (word->kind == XC_TOKEN_NUMBER) {
        return before == c->first && length <= 3; // "1. First"
    }
    if (word->kind != XC_TOKEN_WORD) {
        return false;
    }
    switch (splitter_stop(c->splitter, word->word)) {
    case STOP_TITLE:
        return after->kind == XC_TOKEN_WORD;
    case STOP_NUMBER:
        return after->kind == XC_TOKEN_NUMBER;
    case STOP_MAYBE:
        return after->kind == XC_TOKEN_WORD && opener != STOP_STARTER;
    case STOP_PLAIN:
    case STOP_STARTER:
    default:
        break;
    }
    bool initial = word->flags & XC_TOKEN_CAPITAL &&
                   (length == 1 || (length == 2 && (unsigned char)byte_of(c, before) >= 0xC0));
    return initial && after->kind == XC_TOKEN_WORD && opener != STOP_STARTER;
}

// Whether the mark at token i ends its sentence; *last is then the last token that still
// belongs to it (closing quotes and brackets).
static bool mark_ends(const cutter *c, size_t i, size_t *last) {
    const xc_token *t = token(c, i);
    bool dotted = t->kind == XC_TOKEN_WORD && c->text->bytes.ptr[t->end - 1] == '.';
    if (!dotted && t->mark != '.' && t->mark != '!' && t->mark != '?') {
        return false;
    }
    size_t count = c->text->token_count;
    size_t next = i + 1;
    size_t farthest = i + 1 + MOST_CLOSERS < count ? i + 1 + MOST_CLOSERS : count;
    while (next < farthest && (is_closer(token(c, next)) ||
                               ((token(c, next)->mark == '!' || token(c, next)->mark == '?' ||
                                 token(c, next)->mark == '.') &&
                                !(token(c, next)->flags & XC_TOKEN_SPACE_BEFORE)))) {
        next++;
    }
    if (next < count && is_last_quote(c, next)) {
        next++;
    }
    *last = next - 1;
    if (next >= count) {
        return true;
    }
    const xc_token *after = token(c, next);
    if (!may_begin(c, next)) {
        return false;
    }
    if (!(after->flags & XC_TOKEN_SPACE_BEFORE)) { // "killed.The", but not "3.The" or "end.)"
        bool word_before = i > c->first && token(c, i - 1)->kind == XC_TOKEN_WORD &&
                           !(token(c, i - 1)->flags & XC_TOKEN_CAPITAL);
        bool glued = after->kind == XC_TOKEN_WORD || after->mark == '"';
        return !dotted && glued && (word_before || *last > i);
    }
    if (dotted) {
        return after->kind == XC_TOKEN_PUNCTUATION ||
               splitter_stop(c->splitter, after->word) == STOP_STARTER;
    }
    return t->mark != '.' || i == c->first || *last > i || t->end - t->start > 1 ||
           !is_abbreviation(c, i - 1, next);
}

// A line of its own that no full stop ends.
static bool is_heading(const cutter *c, size_t last, line_break after) {
    const xc_token *end = token(c, last);
    size_t i = last;
    while (i > c->first && (is_closer(token(c, i)) || token(c, i)->mark == '"')) {
        i--;
    }
    char mark = token(c, i)->mark;
    return c->line_begins && after >= LINE_ENDS && last - c->first < LONGEST_HEADING &&
           mark != '.' && mark != '!' && mark != '?' && mark != ';' && mark != ',' &&
           mark != ':' && end->end > token(c, c->first)->start;
}

static bool close_sentence(cutter *c, size_t last, line_break after) {
    xc_text *text = c->text;
    xc_sentence *sentence = xc_arena_grow(c->arena, &text->sentences, text->sentence_count,
                                          &c->capacity, sizeof *sentence);
    if (!sentence) {
        return false;
    }
    *sentence = (xc_sentence){.start = token(c, c->first)->start,
                              .end = token(c, last)->end,
                              .first_token = (uint32_t)c->first,
                              .last_token = (uint32_t)(last + 1),
                              .paragraph = c->paragraph,
                              .heading = is_heading(c, last, after)};
    text->sentence_count++;
    c->first = last + 1;
    c->line_begins = after != NO_BREAK;
    c->paragraph += after >= LINE_ENDS;
    return true;
}

// "MR NOVAK: we saw" begins at the token: at most four capital words and a colon.
static bool is_speaker(const cutter *c, size_t i) {
    enum { MOST_NAMES = 4 };
    size_t end = i + MOST_NAMES < c->text->token_count ? i + MOST_NAMES : c->text->token_count;
    size_t at = i;
    while (at < end && token(c, at)->kind == XC_TOKEN_WORD &&
           token(c, at)->flags & XC_TOKEN_CAPITAL) {
        at++;
    }
    return at > i && at < c->text->token_count && token(c, at)->mark == ':';
}

// How well a sentence that is too long may end behind the token.
static int cut_quality(const cutter *c, size_t i) {
    const xc_token *next = token(c, i + 1);
    char mark = token(c, i)->mark;
    if (!(next->flags & XC_TOKEN_SPACE_BEFORE)) {
        return 0;
    }
    if (next->flags & XC_TOKEN_LINE_BEFORE) {
        return 5;
    }
    if (mark == ';' || is_speaker(c, i + 1)) {
        return 4;
    }
    if (mark == ',' || mark == ':' || mark == '-' || mark == '.') {
        return 3;
    }
    return splitter_stop(c->splitter, next->word) == STOP_STARTER ? 2 : 1;
}

// The best end in the second half of what would be too long with token i.
static size_t choose_cut(const cutter *c, size_t i) {
    size_t best = i - 1;
    int most = -1;
    for (size_t at = i - 1; at >= c->first + (i - c->first) / 2 && at < i; at--) {
        int quality = cut_quality(c, at);
        if (quality > most) {
            most = quality;
            best = at;
        }
    }
    return best;
}

static bool is_too_long(const cutter *c, size_t i) {
    return i > c->first && (token(c, i)->end - token(c, c->first)->start > LONGEST_SENTENCE ||
                            i - c->first >= MOST_TOKENS);
}

xc_status find_sentences(xc_text *text, const xc_splitter *splitter, xc_arena *arena,
                         xc_error *error) {
    cutter c = {.text = text, .splitter = splitter, .arena = arena, .line_begins = true};
    for (size_t i = 0; i < text->token_count; i++) {
        size_t last = i;
        if (is_too_long(&c, i)) {
            i = choose_cut(&c, i);
            if (!close_sentence(&c, i, NO_BREAK)) {
                return xc_fail_memory(error);
            }
            continue;
        }
        line_break after = break_after(&c, i);
        bool ends = after >= LINE_ENDS;
        if (after < PARAGRAPH_ENDS && mark_ends(&c, i, &last)) {
            ends = true;
            after = last == i ? after : break_after(&c, last);
        }
        if (ends && !close_sentence(&c, last, after)) {
            return xc_fail_memory(error);
        }
        i = ends ? last : i;
    }
    return XC_OK;
}
