// SPDX-License-Identifier: MIT
// Markdown: one article a file, as note takers and web clippers save it, with what stands in
// its front matter ("title: ...", between two lines of "---").
#include "read/bytes/charset.h"
#include "read/format/article_record.h"
#include "read/outlet/outlets.h"
#include "read/reader.h"

#include <string.h>

static const size_t largest_text = (size_t)64 << 20;
enum { MOST_LINES = 200, LONGEST_LINK = 4000 };

static xc_slice take_line(xc_slice *text) {
    xc_slice line;
    xc_slice_cut(*text, '\n', &line, text);
    return line;
}

static xc_slice without_mark(xc_slice bytes) {
    return xc_slice_starts(bytes, XC_SLICE("\xEF\xBB\xBF")) ? xc_slice_sub(bytes, 3, bytes.len)
                                                            : bytes;
}

// "key: value" of YAML, "key = value" of TOML; false for any other line.
static bool split_pair(xc_slice line, char sign, xc_slice *key, xc_slice *value) {
    if (!xc_slice_cut(line, sign, key, value)) {
        return false;
    }
    *key = xc_slice_trim(*key);
    *value = xc_slice_trim(*value);
    return key->len > 0 && key->len <= 40 && key->ptr[0] != '-' && key->ptr[0] != '#';
}

// The lines between two of "---" (YAML) or "+++" (TOML) at the top, each with a key or
// belonging to the one before. Takes them from *text; false where there are none.
static bool take_front(xc_slice *text, xc_slice *front, char *sign) {
    xc_slice rest = without_mark(*text);
    const char *opening = xc_slice_starts(rest, XC_SLICE("---"))   ? "---"
                          : xc_slice_starts(rest, XC_SLICE("+++")) ? "+++"
                                                                   : NULL;
    if (!opening || !xc_slice_is(xc_slice_trim(take_line(&rest)), opening)) {
        return false;
    }
    *sign = opening[0] == '-' ? ':' : '=';
    const char *start = rest.ptr;
    bool has_key = false;
    for (int lines = 0; rest.len && lines < MOST_LINES; lines++) {
        const char *end = rest.ptr;
        xc_slice line = take_line(&rest);
        xc_slice bare = xc_slice_trim(line);
        xc_slice key;
        xc_slice value;
        if (xc_slice_is(bare, opening) || xc_slice_is(bare, "...")) {
            *front = (xc_slice){start, (size_t)(end - start)};
            *text = rest;
            return has_key;
        }
        bool is_key = split_pair(line, *sign, &key, &value);
        bool belongs = !bare.len || line.ptr[0] == ' ' || line.ptr[0] == '\t' ||
                       bare.ptr[0] == '-' || bare.ptr[0] == '#' || bare.ptr[0] == '[';
        if (!is_key && !belongs) {
            return false;
        }
        has_key = has_key || is_key;
    }
    return false;
}

static bool is_extension(xc_slice extension) {
    return xc_slice_equal_fold(extension, XC_SLICE(".md")) ||
           xc_slice_equal_fold(extension, XC_SLICE(".markdown"));
}

static bool sniff(const bytes_sample *sample) {
    xc_slice text = sample->head;
    xc_slice front;
    char sign;
    return is_extension(sample->extension) || take_front(&text, &front, &sign);
}

// ---- front matter ----

// A value without quotes; of a list its parts, joined by ", ".
static xc_slice plain_value(xc_slice value, xc_arena *arena) {
    xc_buffer out = {0};
    bool is_list = value.len > 1 && value.ptr[0] == '[' && xc_slice_ends(value, XC_SLICE("]"));
    xc_slice rest = is_list ? xc_slice_sub(value, 1, value.len - 1) : value;
    bool more = true;
    while (more) {
        xc_slice part = rest;
        more = is_list && xc_slice_cut(rest, ',', &part, &rest);
        part = xc_slice_trim(part);
        bool is_quoted = part.len > 1 && (part.ptr[0] == '"' || part.ptr[0] == '\'') &&
                         part.ptr[part.len - 1] == part.ptr[0];
        part = is_quoted ? xc_slice_sub(part, 1, part.len - 1) : part;
        if (xc_slice_starts(part, XC_SLICE("[[")) &&
            xc_slice_ends(part, XC_SLICE("]]"))) { // a link to another note
            part = xc_slice_sub(part, 2, part.len - 2);
        }
        xc_buffer_text(&out, out.len && part.len ? ", " : "");
        xc_buffer_append(&out, part);
    }
    xc_slice copy =
        out.status == XC_OK ? xc_arena_copy(arena, xc_buffer_slice(&out)) : (xc_slice){0};
    xc_buffer_release(&out);
    return copy;
}

// "- Ana Quill" below "author:".
static xc_slice list_below(xc_slice *rest, xc_arena *arena) {
    xc_slice after = *rest;
    xc_slice line = xc_slice_trim(take_line(&after));
    if (!xc_slice_starts(line, XC_SLICE("- "))) {
        return (xc_slice){0};
    }
    *rest = after;
    return plain_value(xc_slice_trim(xc_slice_sub(line, 2, line.len)), arena);
}

static void read_front(xc_slice front, char sign, xc_arena *arena,
                       xc_slice values[RECORD_FIELDS]) {
    size_t ranks[RECORD_FIELDS] = {0};
    while (front.len) {
        xc_slice line = take_line(&front);
        xc_slice key;
        xc_slice value;
        record_field field;
        size_t rank;
        bool is_inner = line.len && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
        if (is_inner || !split_pair(line, sign, &key, &value) ||
            !record_name(key, &field, &rank)) {
            continue;
        }
        xc_slice plain = value.len ? plain_value(value, arena) : list_below(&front, arena);
        if (plain.len && (!values[field].len || rank < ranks[field])) {
            values[field] = plain;
            ranks[field] = rank;
        }
    }
}

// ---- text ----

// "[label](address)": the bytes of label and of all; a picture has no label.
static size_t link_length(xc_slice text, xc_slice *label) {
    text = xc_slice_sub(text, 0, LONGEST_LINK);
    bool is_picture = text.ptr[0] == '!';
    size_t start = is_picture ? 2 : 1;
    size_t depth = 1;
    size_t end = start;
    while (end < text.len && depth && text.ptr[end] != '\n') {
        depth += text.ptr[end] == '[';
        depth -= text.ptr[end] == ']';
        end++;
    }
    if (depth || end >= text.len || text.ptr[end] != '(') {
        return 0;
    }
    size_t close = end + 1;
    size_t inner = 1;
    while (close < text.len && inner && text.ptr[close] != '\n') {
        inner += text.ptr[close] == '(';
        inner -= text.ptr[close] == ')';
        close++;
    }
    *label = is_picture ? (xc_slice){0} : xc_slice_sub(text, start, end - 1);
    return inner ? 0 : close;
}

static bool is_emphasis(xc_slice rest) {
    return xc_slice_starts(rest, XC_SLICE("**")) || xc_slice_starts(rest, XC_SLICE("__"));
}

// A line as it is read: without the marks of a heading, of emphasis, and without addresses.
static void write_line(xc_slice line, int depth, xc_buffer *out) {
    for (size_t i = 0; i < line.len;) {
        xc_slice rest = xc_slice_sub(line, i, line.len);
        xc_slice label = {0};
        bool may_link = rest.ptr[0] == '[' || xc_slice_starts(rest, XC_SLICE("!["));
        size_t length = may_link && depth < 4 ? link_length(rest, &label) : 0;
        if (length) {
            write_line(label, depth + 1, out);
            i += length;
        } else if (is_emphasis(rest)) {
            i += 2;
        } else {
            xc_buffer_char(out, rest.ptr[0]);
            i++;
        }
    }
}

static xc_slice without_heading_marks(xc_slice line) {
    size_t marks = 0;
    while (marks < line.len && line.ptr[marks] == '#') {
        marks++;
    }
    bool is_heading = marks && marks <= 6 && marks < line.len && line.ptr[marks] == ' ';
    return is_heading ? xc_slice_trim(xc_slice_sub(line, marks, line.len)) : line;
}

static xc_slice read_text(xc_slice text, xc_arena *arena) {
    xc_buffer out = {0};
    while (text.len) {
        write_line(without_heading_marks(take_line(&text)), 0, &out);
        xc_buffer_char(&out, '\n');
    }
    xc_slice copy = {0};
    if (out.status == XC_OK) {
        copy = xc_arena_copy(arena, xc_slice_trim(xc_buffer_slice(&out)));
    }
    xc_buffer_release(&out);
    return copy;
}

// ---- the format ----

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    xc_slice bytes = {0};
    xc_slice text = {0};
    xc_slice front = {0};
    char sign = ':';
    xc_status status = reader_take_whole(reader, largest_text, &bytes, error);
    if (status == XC_OK) {
        status = charset_decode(bytes, (xc_slice){0}, arena, &text, &out->replaced, error);
    }
    if (status != XC_OK) {
        return status;
    }
    if (take_front(&text, &front, &sign)) {
        xc_slice values[RECORD_FIELDS] = {{0}};
        read_front(front, sign, arena, values);
        values[RECORD_DOCUMENT] = (xc_slice){0}; // a label is for records that have no file
        record_tell(values, lines_words(outlets_lines(reader->options.outlets)), arena, out);
    }
    out->text = read_text(text, arena);
    if (!out->text.ptr) {
        return xc_fail_memory(error);
    }
    if (!out->text.len) {
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0, "no text below its header");
    }
    xc_slice rest = out->text;
    xc_slice headline = xc_slice_trim(take_line(&rest));
    out->title_in_text = !out->title.len || xc_slice_equal(out->title, headline);
    out->title = out->title_in_text ? headline : out->title;
    return XC_OK;
}

const read_format format_markdown = {.name = "markdown", .sniff = sniff, .next = next};
