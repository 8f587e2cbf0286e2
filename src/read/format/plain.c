// SPDX-License-Identifier: MIT
// Plain text: one article a file, a dump of many, or many parted by a line the user describes.
#include "read/bytes/charset.h"
#include "read/outlet/outlets.h"
#include "read/page/printed_date.h"
#include "read/reader.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

static const size_t largest_text = (size_t)512 << 20;

// The articles of one file, all as slices of its decoded text.
typedef struct articles {
    xc_slice *items;
    size_t count, capacity;
    size_t replaced; // in the whole file; told with its first article
} articles;

static bool is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static xc_status load(xc_reader *reader, xc_slice *text, articles **state, xc_error *error) {
    *state = xc_arena_alloc(reader->arena, sizeof **state);
    if (!*state) {
        return xc_fail_memory(error);
    }
    reader->state = *state;
    xc_slice bytes;
    xc_status status = stream_rest(&reader->stream, largest_text, &bytes, error);
    if (status == XC_OK) {
        status = charset_decode(bytes, reader->told.charset, reader->arena, text,
                                &(*state)->replaced, error);
    }
    return status;
}

static xc_status add(articles *list, xc_slice text, xc_arena *arena, xc_error *error) {
    text = xc_slice_trim(text);
    if (!text.len) {
        return XC_OK;
    }
    xc_slice *item =
        xc_arena_grow(arena, &list->items, list->count, &list->capacity, sizeof *item);
    if (!item) {
        return xc_fail_memory(error);
    }
    *item = text;
    list->count++;
    return XC_OK;
}

static xc_slice take_line(xc_slice *text) {
    xc_slice line;
    xc_slice_cut(*text, '\n', &line, text);
    return line;
}

// A dump's separator is two lines, of which the first is an ordinary word: both are asked for.
static bool take_dump_mark(xc_slice *text) {
    xc_slice rest = *text;
    if (!xc_slice_is(xc_slice_trim(take_line(&rest)), "Categories") ||
        !xc_slice_is(xc_slice_trim(take_line(&rest)), "Saved web pages")) {
        return false;
    }
    *text = rest;
    return true;
}

static bool sniff_dump(const bytes_sample *sample) {
    xc_slice head = sample->head;
    if (xc_slice_starts(head, XC_SLICE("\xEF\xBB\xBF"))) {
        head = xc_slice_sub(head, 3, head.len);
    }
    head = xc_slice_trim(head);
    return take_dump_mark(&head);
}

static xc_status open_dump(xc_reader *reader, xc_error *error) {
    articles *list = NULL;
    xc_slice text = {0};
    xc_status status = load(reader, &text, &list, error);
    const char *start = text.ptr;
    while (status == XC_OK && text.len) {
        const char *here = text.ptr;
        if (text.ptr[0] == 'C' && take_dump_mark(&text)) {
            status = add(list, (xc_slice){start, (size_t)(here - start)}, reader->arena, error);
            start = text.ptr;
        } else {
            (void)take_line(&text);
        }
    }
    if (status == XC_OK && start) {
        status = add(list, (xc_slice){start, (size_t)(text.ptr - start)}, reader->arena, error);
    }
    return status;
}

// ---- articles between ruled lines ----

enum { SHORTEST_RULE = 4, LONGEST_HEADLINE = 200, LONGEST_DATED = 120, HEAD_LINES = 6 };

// "-----", "=====", "* * *": one sign, over and over.
static bool is_rule(xc_slice line) {
    line = xc_slice_trim(line);
    size_t signs = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == ' ') {
            continue;
        }
        if (!strchr("-=*_~#", line.ptr[i]) || line.ptr[i] != line.ptr[0]) {
            return false;
        }
        signs++;
    }
    return signs >= SHORTEST_RULE;
}

// Whether an article begins here: a headline, and in one of the short lines at the top a full date.
// A rule parts sections of one article as well.
static bool begins_article(xc_slice text, const page_words *words) {
    size_t lines = 0;
    while (text.len && lines < HEAD_LINES) {
        xc_slice line = xc_slice_trim(take_line(&text));
        page_date date;
        if (!line.len) {
            continue;
        }
        if (is_rule(line) || (lines == 0 && line.len > LONGEST_HEADLINE)) {
            return false;
        }
        if (lines++ && line.len <= LONGEST_DATED && page_date_find(words, line, true, &date)) {
            return true;
        }
    }
    return false;
}

static const page_words *words_of(const xc_read_options *options) {
    return lines_words(outlets_lines(options->outlets));
}

static bool sniff_ruled(const bytes_sample *sample) {
    xc_slice text = sample->head;
    const page_words *words = words_of(sample->options);
    if (xc_slice_equal_fold(sample->extension, XC_SLICE(".md")) ||
        !begins_article(text, words)) {
        return false;
    }
    while (text.len) {
        if (is_rule(take_line(&text)) && begins_article(text, words)) {
            return true;
        }
    }
    return false;
}

static xc_status open_ruled(xc_reader *reader, xc_error *error) {
    articles *list = NULL;
    xc_slice text = {0};
    const page_words *words = words_of(&reader->options);
    xc_status status = load(reader, &text, &list, error);
    const char *start = text.ptr;
    while (status == XC_OK && text.len) {
        xc_slice line = take_line(&text);
        if (is_rule(line) && begins_article(text, words)) {
            status =
                add(list, (xc_slice){start, (size_t)(line.ptr - start)}, reader->arena, error);
            start = text.ptr;
        }
    }
    return status == XC_OK && start
               ? add(list, (xc_slice){start, (size_t)(text.ptr - start)}, reader->arena, error)
               : status;
}

static bool sniff_split(const bytes_sample *sample) {
    return sample->options->split && *sample->options->split;
}

static xc_status split_lines(xc_slice text, const pcre2_code *code, pcre2_match_data *match,
                             pcre2_match_context *limits, articles *list, xc_arena *arena,
                             xc_error *error) {
    const char *start = text.ptr;
    while (text.len) {
        xc_slice line = take_line(&text);
        xc_slice bare = line;
        if (bare.len && bare.ptr[bare.len - 1] == '\r') {
            bare.len--;
        }
        int found = pcre2_match(code, (PCRE2_SPTR)bare.ptr, bare.len, 0, 0, match, limits);
        if (found == PCRE2_ERROR_NOMATCH) {
            continue;
        }
        if (found < 0) {
            return xc_fail(error, XC_SKIPPED,
                           "--split takes too many steps on a line; "
                           "write a simpler expression");
        }
        xc_status status =
            add(list, (xc_slice){start, (size_t)(line.ptr - start)}, arena, error);
        if (status != XC_OK) {
            return status;
        }
        start = text.ptr;
    }
    return start ? add(list, (xc_slice){start, (size_t)(text.ptr - start)}, arena, error)
                 : XC_OK;
}

static xc_status open_split(xc_reader *reader, xc_error *error) {
    articles *list = NULL;
    xc_slice text = {0};
    xc_status status = load(reader, &text, &list, error);
    if (status != XC_OK) {
        return status;
    }
    int number = 0;
    size_t offset = 0;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)reader->options.split, PCRE2_ZERO_TERMINATED,
                      PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, &number, &offset, NULL);
    if (!code) {
        char message[160] = "";
        (void)pcre2_get_error_message(number, (PCRE2_UCHAR *)message, sizeof message);
        return xc_fail(error, XC_USAGE, "--split is no regular expression: %s at its byte %zu",
                       message, offset);
    }
    pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    if (match && limits) {
        pcre2_set_match_limit(limits, 100000);
        pcre2_set_depth_limit(limits, 10000);
        pcre2_set_heap_limit(limits, 64 * 1024); // KiB
        status = split_lines(text, code, match, limits, list, reader->arena, error);
    } else {
        status = xc_fail_memory(error);
    }
    pcre2_match_context_free(limits);
    pcre2_match_data_free(match);
    pcre2_code_free(code);
    return status;
}

static bool sniff_text(const bytes_sample *sample) {
    (void)sample;
    return true;
}

static xc_status open_text(xc_reader *reader, xc_error *error) {
    articles *list = NULL;
    xc_slice text = {0};
    xc_status status = load(reader, &text, &list, error);
    return status == XC_OK ? add(list, text, reader->arena, error) : status;
}

// The first line is the headline; the mark that Markdown gives one is no part of it.
static xc_slice headline(xc_slice text) {
    xc_slice line = xc_slice_trim(take_line(&text));
    size_t marks = 0;
    while (marks < line.len && line.ptr[marks] == '#') {
        marks++;
    }
    if (marks && marks < line.len && is_blank(line.ptr[marks])) {
        line = xc_slice_trim(xc_slice_sub(line, marks, line.len));
    }
    return line;
}

static xc_status next_article(xc_reader *reader, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    articles *list = reader->state;
    reader->is_single = list->count == 1;
    if (reader->number >= list->count) {
        return XC_END;
    }
    out->text = xc_arena_copy(arena, list->items[reader->number]);
    if (!out->text.ptr) {
        return xc_fail_memory(error);
    }
    out->title = headline(out->text);
    out->title_in_text = true;
    out->replaced = reader->number == 0 ? list->replaced : 0;
    return XC_OK;
}

const read_format format_dump = {
    .name = "dump", .sniff = sniff_dump, .open = open_dump, .next = next_article};
const read_format format_ruled = {
    .name = "dump", .sniff = sniff_ruled, .open = open_ruled, .next = next_article};
const read_format format_split = {
    .name = "text", .sniff = sniff_split, .open = open_split, .next = next_article};
const read_format format_text = {
    .name = "text", .sniff = sniff_text, .open = open_text, .next = next_article};
