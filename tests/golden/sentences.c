// SPDX-License-Identifier: MIT
// Reads the tables of sentences and the claims that they should give.
#include "sentences.h"
#include <string.h>

static bool complain(xc_slice path, long line, const char *message) {
    (void)fprintf(stderr, "%.*s:%ld: %s\n", XC_PRINT(path), line, message);
    return false;
}

static bool parse_number(xc_slice text, xc_number *out, bool *told) {
    *told = text.len > 0;
    out->known = *told && xc_decimal_parse(text, &out->value);
    return out->known || !*told;
}

/// "27", "5..7", "24..", "-"
static bool parse_value(xc_slice text, wanted_claim *out) {
    size_t dots = xc_slice_find(text, XC_SLICE(".."));
    bool told;
    if (xc_slice_is(text, "-")) {
        return true;
    }
    if (dots == SIZE_MAX) {
        return parse_number(text, &out->value, &told) && told;
    }
    // "24.." says as much as "5..7": that there is no upper bound.
    out->check_low = true;
    out->check_high = true;
    return parse_number(xc_slice_sub(text, 0, dots), &out->low, &told) &&
           parse_number(xc_slice_sub(text, dots + 2, text.len), &out->high, &told);
}

/// Cuts `name:value` or `name:"two words"` off; false where the rest is no such thing.
static bool cut_field(xc_slice *rest, xc_slice *name, xc_slice *value) {
    xc_slice tail;
    if (!xc_slice_cut(*rest, ':', name, &tail)) {
        return false;
    }
    bool quoted = xc_slice_starts(tail, XC_SLICE("\""));
    xc_slice_cut(quoted ? xc_slice_sub(tail, 1, tail.len) : tail, quoted ? '"' : ' ', value,
                 rest);
    *rest = xc_slice_trim(*rest);
    return true;
}

static bool add_field(xc_arena *arena, wanted_claim *out, xc_slice name, xc_slice value) {
    xc_decimal number;
    if (xc_slice_is(name, "part_of")) {
        bool good = xc_decimal_parse(value, &number) && number.digits > 0;
        out->part_of = good ? (size_t)number.digits : 0;
        return good;
    }
    name = xc_arena_copy(arena, name);
    return name.ptr && wanted_add_field(out, name, value);
}

/// `?measure=VALUE/QUALIFIER/MODALITY field:value ...`
static bool parse_claim(xc_slice text, xc_arena *arena, wanted_claim *out) {
    xc_slice rest;
    xc_slice head;
    xc_slice value;
    *out = (wanted_claim){.optional = xc_slice_starts(text, XC_SLICE("?"))};
    xc_slice_cut(xc_slice_sub(text, out->optional, text.len), ' ', &head, &rest);
    if (!xc_slice_cut(head, '=', &out->measure, &value)) {
        return false;
    }
    out->qualifier = XC_SLICE("*");
    out->modality = XC_SLICE("asserted");
    if (xc_slice_cut(value, '/', &value, &head)) {
        xc_slice modality;
        if (xc_slice_cut(head, '/', &out->qualifier, &modality)) {
            out->modality = modality;
        }
    }
    if (!parse_value(value, out)) {
        return false;
    }
    if (!out->check_low && !out->check_high) {
        wanted_bounds(out);
    }
    xc_slice name;
    for (rest = xc_slice_trim(rest); rest.len > 0;) {
        if (!cut_field(&rest, &name, &value) || !add_field(arena, out, name, value)) {
            return false;
        }
    }
    return true;
}

static bool parse_claims(xc_slice text, xc_arena *arena, test_sentence *out) {
    xc_slice head;
    bool more = !xc_slice_is(text, "none");
    while (more) {
        more = xc_slice_cut(text, ';', &head, &text);
        if (out->count == SENTENCE_CLAIMS ||
            !parse_claim(xc_slice_trim(head), arena, &out->claims[out->count])) {
            return false;
        }
        out->count += 1;
    }
    return true;
}

/// The text of a line, in which " ¶ " stands for a new paragraph.
static xc_slice text_of(xc_slice words, xc_arena *arena) {
    static const xc_slice sign = XC_SLICE_INIT(" \xC2\xB6 ");
    char *copy = xc_arena_string(arena, words);
    xc_slice text = {copy, copy ? words.len : 0};
    for (size_t at = xc_slice_find(text, sign); copy && at != SIZE_MAX;
         at = xc_slice_find(text, sign)) {
        memcpy(copy + at, "\n\n", 2);
        memmove(copy + at + 2, copy + at + sign.len, text.len - at - sign.len);
        text.len -= sign.len - 2;
    }
    return text;
}

static bool parse_line(xc_slice line, xc_slice *published, xc_arena *arena,
                       test_sentences *out) {
    if (line.len == 0 || line.ptr[0] == '#') {
        return true;
    }
    if (xc_slice_starts(line, XC_SLICE("@published "))) {
        *published = xc_slice_sub(line, strlen("@published "), line.len);
        return true;
    }
    size_t arrow = xc_slice_find(line, XC_SLICE(" => "));
    test_sentence *items =
        xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *items);
    if (arrow == SIZE_MAX || !items) {
        return false;
    }
    xc_slice text = text_of(xc_slice_sub(line, 0, arrow), arena);
    *items = (test_sentence){.text = text, .published = *published};
    out->count += 1;
    return text.ptr &&
           parse_claims(xc_slice_trim(xc_slice_sub(line, arrow + 4, line.len)), arena, items);
}

bool sentences_parse(xc_slice path, xc_slice content, xc_arena *arena, test_sentences *out) {
    xc_slice published = {0};
    xc_slice line;
    bool more = true;
    *out = (test_sentences){0};
    for (long number = 1; more; number++) {
        more = xc_slice_cut(content, '\n', &line, &content);
        if (!parse_line(xc_slice_trim(line), &published, arena, out)) {
            return complain(path, number,
                            "expected SENTENCE => measure=VALUE/QUALIFIER; ... or none");
        }
    }
    return out->count > 0 ? true : complain(path, 0, "holds no sentence");
}

FILE *sentences_documents(const test_sentences *table) {
    FILE *input = tmpfile();
    xc_buffer buffer = {0};
    for (size_t i = 0; i < table->count; i++) {
        xc_json json = {&buffer, false};
        char label[32];
        (void)snprintf(label, sizeof label, "line-%zu", i);
        xc_json_object(&json);
        xc_json_member(&json, "document", xc_slice_of(label));
        xc_json_member(&json, "published", table->items[i].published);
        xc_json_member(&json, "text", table->items[i].text);
        xc_json_end_object(&json);
        xc_buffer_char(&buffer, '\n');
    }
    if (input && xc_buffer_flush(&buffer, input, NULL) != XC_OK) {
        (void)fclose(input);
        input = NULL;
    }
    xc_buffer_release(&buffer);
    if (input) {
        rewind(input);
    }
    return input;
}
