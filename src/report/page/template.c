// SPDX-License-Identifier: MIT
// Templates that are filled by context.
#include "report/page/template.h"

#include <stdlib.h>
#include <string.h>

typedef enum context { IN_TEXT, IN_TAG, IN_ATTRIBUTE, IN_ADDRESS, IN_SCRIPT, IN_STYLE } context;
typedef enum part_kind { LITERAL, PLACE, IF, UNLESS, END } part_kind;

typedef struct part {
    xc_slice text; // of a literal; else the name
    size_t jump;   // of IF and UNLESS: the part behind its END
    part_kind kind;
    context where;
} part;

typedef struct block {
    xc_slice name;
    size_t first, last; // [first,last) of the parts
} block;

struct page_template {
    part *parts;
    size_t part_count, part_capacity;
    block *blocks;
    size_t block_count, block_capacity;
    char mistake[160];
};

typedef struct loader {
    page_template *template;
    xc_arena *arena;
    xc_slice source;
    const char *path;
    xc_error *error;
    size_t at;
    context where;
    size_t open[16]; // parts that wait for their END
    size_t depth;
    bool in_block;
} loader;

static xc_status refuse(const loader *in, const char *what) {
    long line = 1;
    for (size_t i = 0; i < in->at && i < in->source.len; i++) {
        line += in->source.ptr[i] == '\n';
    }
    return xc_fail_at(in->error, XC_BAD_INPUT, xc_slice_of(in->path), line, "%s", what);
}

static xc_status add_part(loader *in, part what) {
    page_template *made = in->template;
    part *slot = xc_arena_grow(in->arena, &made->parts, made->part_count, &made->part_capacity,
                               sizeof *slot);
    if (!slot) {
        return xc_fail_memory(in->error);
    }
    *slot = what;
    made->part_count++;
    return XC_OK;
}

static bool ends_with_address_name(xc_slice before) {
    return xc_slice_ends(before, XC_SLICE(" href=")) ||
           xc_slice_ends(before, XC_SLICE(" src="));
}

// The state behind one byte of literal markup. Attribute values are always quoted with ".
static context step(context where, xc_slice text, size_t at) {
    xc_slice rest = xc_slice_sub(text, at, text.len);
    char c = text.ptr[at];
    switch (where) {
    case IN_TEXT:
        return c == '<' ? IN_TAG : IN_TEXT;
    case IN_TAG:
        if (c == '"') {
            return ends_with_address_name(xc_slice_sub(text, 0, at)) ? IN_ADDRESS
                                                                     : IN_ATTRIBUTE;
        }
        if (c == '>') {
            xc_slice before = xc_slice_sub(text, 0, at);
            size_t open = before.len;
            while (open && before.ptr[open - 1] != '<') {
                open--;
            }
            xc_slice tag = xc_slice_sub(before, open, before.len);
            return xc_slice_starts(tag, XC_SLICE("script"))  ? IN_SCRIPT
                   : xc_slice_starts(tag, XC_SLICE("style")) ? IN_STYLE
                                                             : IN_TEXT;
        }
        return IN_TAG;
    case IN_ATTRIBUTE:
    case IN_ADDRESS:
        return c == '"' ? IN_TAG : where;
    case IN_SCRIPT:
        return xc_slice_starts(rest, XC_SLICE("</script")) ? IN_TAG : IN_SCRIPT;
    case IN_STYLE:
        return xc_slice_starts(rest, XC_SLICE("</style")) ? IN_TAG : IN_STYLE;
    }
    return where;
}

static xc_status add_literal(loader *in, size_t end) {
    if (!in->in_block || end == in->at) {
        in->at = end;
        return XC_OK;
    }
    xc_slice upto = xc_slice_sub(in->source, 0, end);
    for (size_t i = in->at; i < end; i++) {
        in->where = step(in->where, upto, i);
    }
    part literal = {.text = xc_slice_sub(in->source, in->at, end), .kind = LITERAL};
    in->at = end;
    return add_part(in, literal);
}

static xc_status start_block(loader *in, xc_slice name) {
    page_template *made = in->template;
    if (in->in_block) {
        return refuse(in, "a block starts within a block");
    }
    block *slot = xc_arena_grow(in->arena, &made->blocks, made->block_count,
                                &made->block_capacity, sizeof *slot);
    if (!slot) {
        return xc_fail_memory(in->error);
    }
    *slot = (block){name, made->part_count, made->part_count};
    in->in_block = true;
    in->where = IN_TEXT;
    return XC_OK;
}

static xc_status end_something(loader *in) {
    page_template *made = in->template;
    if (!in->in_block) {
        return refuse(in, "an end without a beginning");
    }
    if (in->depth) {
        part end = {.kind = END};
        xc_status status = add_part(in, end);
        made->parts[in->open[--in->depth]].jump = made->part_count;
        return status;
    }
    if (in->where != IN_TEXT) {
        return refuse(in, "a block ends inside a tag");
    }
    made->blocks[made->block_count++].last = made->part_count;
    in->in_block = false;
    return XC_OK;
}

static xc_status start_condition(loader *in, part_kind kind, xc_slice name) {
    if (!in->in_block || in->depth >= sizeof in->open / sizeof *in->open) {
        return refuse(in, "a condition outside a block, or too deep");
    }
    in->open[in->depth++] = in->template->part_count;
    return add_part(in, (part){.text = name, .kind = kind});
}

static xc_status take_directive(loader *in, xc_slice words) {
    xc_slice verb;
    xc_slice name;
    if (xc_slice_is(words, "end")) {
        return end_something(in);
    }
    if (!xc_slice_cut(words, ' ', &verb, &name)) {
        if (!in->in_block || in->where == IN_TAG) {
            return refuse(in, "a place stands outside a block or inside a tag without quotes");
        }
        return add_part(in, (part){.text = words, .kind = PLACE, .where = in->where});
    }
    if (xc_slice_is(verb, "block")) {
        return start_block(in, name);
    }
    if (xc_slice_is(verb, "if")) {
        return start_condition(in, IF, name);
    }
    if (xc_slice_is(verb, "unless")) {
        return start_condition(in, UNLESS, name);
    }
    return refuse(in, "only block, if, unless and end are known");
}

static xc_status load(loader *in) {
    xc_status status = XC_OK;
    while (status == XC_OK) {
        xc_slice rest = xc_slice_sub(in->source, in->at, in->source.len);
        size_t open = xc_slice_find(rest, XC_SLICE("{{"));
        if (open == SIZE_MAX) {
            break;
        }
        size_t start = in->at + open;
        size_t close =
            xc_slice_find(xc_slice_sub(in->source, start, in->source.len), XC_SLICE("}}"));
        if (close == SIZE_MAX) {
            in->at = start;
            return refuse(in, "{{ without }}");
        }
        status = add_literal(in, start);
        if (status == XC_OK) {
            status = take_directive(in, xc_slice_sub(in->source, start + 2, start + close));
        }
        in->at = start + close + 2;
    }
    if (status == XC_OK && in->in_block) {
        return refuse(in, "a block has no end");
    }
    return status;
}

xc_status template_load(const char *path, xc_arena *arena, page_template **out,
                        xc_error *error) {
    enum { MOST_BYTES = 1 << 20 };
    xc_buffer bytes = {0};
    xc_status status = xc_file_read(path, MOST_BYTES, &bytes, error);
    loader in = {.template = xc_arena_alloc(arena, sizeof *in.template),
                 .arena = arena,
                 .source = xc_arena_copy(arena, xc_buffer_slice(&bytes)),
                 .path = path,
                 .error = error};
    if (status == XC_OK) {
        status = in.template && in.source.ptr ? load(&in) : xc_fail_memory(error);
    }
    xc_buffer_release(&bytes);
    *out = in.template;
    return status;
}

static void escape(xc_slice text, bool quotes, xc_buffer *out) {
    size_t start = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        const char *entity = NULL;
        if (c == '&') {
            entity = "&amp;";
        } else if (c == '<') {
            entity = "&lt;";
        } else if (c == '>') {
            entity = "&gt;";
        } else if (c == '"' && quotes) {
            entity = "&quot;";
        } else if (c == '\'' && quotes) {
            entity = "&#39;";
        } else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F) {
            entity = "\xEF\xBF\xBD";
        }
        if (entity) {
            xc_buffer_append(out, xc_slice_sub(text, start, i));
            xc_buffer_text(out, entity);
            start = i + 1;
        }
    }
    xc_buffer_append(out, xc_slice_sub(text, start, text.len));
}

void escape_text(xc_slice text, xc_buffer *out) {
    escape(text, false, out);
}

bool address_is_web(xc_slice address) {
    xc_slice scheme = xc_slice_sub(address, 0, 8);
    return xc_slice_starts(address, XC_SLICE("#")) ||
           xc_slice_equal_fold(xc_slice_sub(scheme, 0, 7), XC_SLICE("http://")) ||
           xc_slice_equal_fold(scheme, XC_SLICE("https://"));
}

static void write_address(xc_slice address, xc_buffer *out) {
    if (!address_is_web(address)) {
        xc_buffer_char(out, '#');
        return;
    }
    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.ptr[i];
        if (c <= ' ' || c == 0x7F) {
            xc_buffer_print(out, "%%%02X", c);
        } else {
            escape(xc_slice_sub(address, i, i + 1), true, out);
        }
    }
}

// A JSON string that no HTML parser can take for the end of the script.
static void write_script_text(xc_slice text, xc_buffer *out) {
    xc_buffer quoted = {0};
    xc_json json = {&quoted, false};
    xc_json_text(&json, text);
    for (size_t i = 0; i < quoted.len; i++) {
        char c = quoted.ptr[i];
        if (c == '<' || c == '>' || c == '&') {
            xc_buffer_print(out, "\\u%04x", (unsigned)c);
        } else {
            xc_buffer_char(out, c);
        }
    }
    if (quoted.status != XC_OK) {
        out->status = quoted.status;
    }
    xc_buffer_release(&quoted);
}

static void mistake(page_template *template, const char *what, xc_slice name, xc_buffer *out) {
    if (!*template->mistake) {
        (void)snprintf(template->mistake, sizeof template->mistake, "%s \"%.*s\"", what,
                       XC_PRINT(name));
    }
    out->status = XC_BAD_INPUT;
}

static const template_fill *find_fill(const template_fill *fills, size_t count, xc_slice name) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_is(name, fills[i].name)) {
            return &fills[i];
        }
    }
    return NULL;
}

static void write_place(page_template *template, const part *place, const template_fill *fill,
                        xc_buffer *out) {
    bool inside =
        place->where == IN_TEXT || place->where == IN_SCRIPT || place->where == IN_STYLE;
    if (fill->markup) {
        if (inside) {
            xc_buffer_append(out, fill->value);
        } else {
            mistake(template, "markup stands inside a tag:", place->text, out);
        }
        return;
    }
    switch (place->where) {
    case IN_TEXT:
        escape(fill->value, false, out);
        break;
    case IN_ATTRIBUTE:
        escape(fill->value, true, out);
        break;
    case IN_ADDRESS:
        write_address(fill->value, out);
        break;
    case IN_SCRIPT:
        write_script_text(fill->value, out);
        break;
    case IN_TAG:
    case IN_STYLE:
        mistake(template, "text stands where none may:", place->text, out);
        break;
    }
}

static void write_parts(page_template *template, const block *wanted,
                        const template_fill *fills, size_t count, xc_buffer *out) {
    for (size_t i = wanted->first; i < wanted->last; i++) {
        const part *one = &template->parts[i];
        if (one->kind == LITERAL) {
            xc_buffer_append(out, one->text);
            continue;
        }
        if (one->kind == END) {
            continue;
        }
        const template_fill *fill = find_fill(fills, count, one->text);
        if (!fill) {
            mistake(template, "the template asks for an unknown", one->text, out);
            return;
        }
        if (one->kind == PLACE) {
            write_place(template, one, fill, out);
        } else if ((fill->value.len > 0) != (one->kind == IF)) {
            i = one->jump - 1;
        }
    }
}

void template_write(page_template *template, const char *name, const template_fill *fills,
                    size_t count, xc_buffer *out) {
    for (size_t i = 0; i < template->block_count; i++) {
        if (xc_slice_is(template->blocks[i].name, name)) {
            write_parts(template, &template->blocks[i], fills, count, out);
            return;
        }
    }
    mistake(template, "the template has no block", xc_slice_of(name), out);
}

const char *template_mistake(const page_template *template) {
    return template->mistake;
}
