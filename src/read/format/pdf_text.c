// SPDX-License-Identifier: MIT
// Paragraphs out of printed lines.
#include "read/format/pdf_text.h"

#include <ctype.h>
#include <string.h>

enum { EDGE = 2, REPEATED = 3, NARROW = 45, PLACES = 4096 };

typedef struct line {
    xc_slice text;      // trimmed
    uint64_t edge;      // hash of a line at a page's edge, digits left out; 0 for others
    size_t block_width; // letters of the widest line in its block
    bool is_first;      // of its page
    bool is_left_out;
} line;

typedef struct lines {
    line *items;
    size_t count, capacity;
    size_t widest; // letters of the widest line
    size_t pages;
    xc_slice address; // that a browser prints at the edge of its pages
} lines;

static size_t width_of(xc_slice text) {
    size_t width = 0;
    for (size_t i = 0; i < text.len; i++) {
        width += (text.ptr[i] & 0xC0) != 0x80;
    }
    return width;
}

// ---- heads and feet of pages ----

// "Page 3 of 10", "- 3 -", "3".
static bool is_page_number(xc_slice text) {
    size_t digits = 0;
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        digits += isdigit((unsigned char)text.ptr[i]) != 0;
        letters += isalpha((unsigned char)text.ptr[i]) || (text.ptr[i] & 0x80);
    }
    bool says_page = xc_slice_equal_fold(xc_slice_sub(text, 0, 4), XC_SLICE("page"));
    return digits && digits <= 6 && text.len <= 20 &&
           (letters == 0 || (says_page && letters <= 6));
}

// Lines that differ in their figures only are one.
static uint64_t hash_edge(xc_slice text) {
    char plain[200];
    size_t length = 0;
    for (size_t i = 0; i < text.len && length < sizeof plain; i++) {
        if (!isdigit((unsigned char)text.ptr[i]) && text.ptr[i] != ' ') {
            plain[length++] = text.ptr[i];
        }
    }
    uint64_t hash = xc_hash((xc_slice){plain, length});
    return length ? hash | 1 : 0;
}

// "https://..." in a line, up to a space.
static xc_slice address_in(xc_slice text) {
    size_t at = xc_slice_find(text, XC_SLICE("http://"));
    at = at == SIZE_MAX ? xc_slice_find(text, XC_SLICE("https://")) : at;
    at = at == SIZE_MAX ? xc_slice_find(text, XC_SLICE("file://")) : at;
    if (at == SIZE_MAX) {
        return (xc_slice){0};
    }
    xc_slice address;
    xc_slice rest;
    xc_slice_cut(xc_slice_sub(text, at, text.len), ' ', &address, &rest);
    // A sentence that names an address is none of the browser's lines.
    bool is_alone = at == 0 && rest.len <= 12;
    return is_alone ? address : (xc_slice){0};
}

// "5/6/21, 9:14 AM   Bridge falls": when the page was printed.
static bool is_print_time(xc_slice text) {
    size_t digits = 0;
    bool has_clock = false;
    for (size_t i = 0; i < text.len && i < 20; i++) {
        digits += isdigit((unsigned char)text.ptr[i]) != 0;
        has_clock = has_clock || (i && text.ptr[i] == ':' && i + 1 < text.len &&
                                  isdigit((unsigned char)text.ptr[i - 1]) &&
                                  isdigit((unsigned char)text.ptr[i + 1]));
    }
    return has_clock && digits >= 6 && isdigit((unsigned char)text.ptr[0]);
}

// A page that a browser printed has its address at the foot and its time at the head.
static void leave_out_print_marks(lines *all, line *first, line *last, line *last_but_one) {
    line *foot[] = {last, last_but_one};
    for (size_t i = 0; i < 2; i++) {
        xc_slice address = foot[i] ? address_in(foot[i]->text) : (xc_slice){0};
        if (address.len) {
            all->address = all->address.len ? all->address : address;
            foot[i]->is_left_out = true;
            first->is_left_out = first->is_left_out || is_print_time(first->text);
        }
    }
}

static void mark_edges(lines *all, size_t start, size_t end) {
    line *edges[2][EDGE] = {{NULL}};
    for (size_t side = 0; side < 2; side++) {
        size_t taken = 0;
        for (size_t k = start; k < end && taken < EDGE; k++) {
            line *each = &all->items[side ? end - 1 - (k - start) : k];
            if (each->text.len) {
                each->edge = hash_edge(each->text);
                each->is_left_out = each->is_left_out || is_page_number(each->text);
                edges[side][taken++] = each;
            }
        }
    }
    if (edges[0][0]) {
        all->pages++;
        leave_out_print_marks(all, edges[0][0], edges[1][0], edges[1][1]);
    }
}

static void leave_out_repeated(lines *all) {
    // Of two lines that share a place in the table the first stays.
    size_t enough = all->pages < REPEATED ? all->pages : REPEATED;
    struct {
        uint64_t hash;
        size_t count;
    } seen[PLACES];
    memset(seen, 0, sizeof seen);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < all->count; i++) {
            line *each = &all->items[i];
            size_t place = (size_t)(each->edge >> 20) % PLACES;
            if (!each->edge) {
                continue;
            }
            if (pass == 0 && (seen[place].hash == each->edge || !seen[place].count)) {
                seen[place].hash = each->edge;
                seen[place].count++;
            } else if (pass == 1 && seen[place].hash == each->edge && enough > 1 &&
                       seen[place].count >= enough) {
                each->is_left_out = true;
            }
        }
    }
}

// ---- lines ----

static xc_status take_lines(xc_slice printed, xc_arena *arena, lines *all, xc_error *error) {
    size_t page_start = 0;
    bool starts_page = true;
    while (printed.len) {
        size_t length = 0;
        while (length < printed.len && printed.ptr[length] != '\n' &&
               printed.ptr[length] != '\f') {
            length++;
        }
        line *each =
            xc_arena_grow(arena, &all->items, all->count, &all->capacity, sizeof *each);
        if (!each) {
            return xc_fail_memory(error);
        }
        xc_slice text = xc_slice_trim(xc_slice_sub(printed, 0, length));
        *each = (line){.text = text, .is_first = starts_page};
        all->count++;
        size_t width = width_of(text);
        all->widest = width > all->widest ? width : all->widest;
        bool ends_page = length < printed.len && printed.ptr[length] == '\f';
        starts_page = ends_page;
        if (ends_page) {
            mark_edges(all, page_start, all->count);
            page_start = all->count;
        }
        printed = xc_slice_sub(printed, length + 1, printed.len);
    }
    mark_edges(all, page_start, all->count);
    leave_out_repeated(all);
    return XC_OK;
}

// ---- paragraphs ----

static bool ends_sentence(xc_slice text) {
    static const char *const ends[] = {
        ".",           "!", "?", ":", "\"", ")", "\xE2\x80\x9D", "\xC2\xBB", "\xE2\x80\xA6",
        "\xE3\x80\x82"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (xc_slice_ends(text, xc_slice_of(ends[i]))) {
            return true;
        }
    }
    return false;
}

static bool is_list_mark(xc_slice text) {
    static const char *const marks[] = {"\xE2\x80\xA2", "\xE2\x96\xAA", "\xE2\x97\x8F", "- ",
                                        "* ",           "\xEF\x82\xB7", "\xE2\x80\x93 "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (xc_slice_starts(text, xc_slice_of(marks[i]))) {
            return true;
        }
    }
    return false;
}

static bool begins_low(xc_slice text) {
    return text.len && islower((unsigned char)text.ptr[0]);
}

static size_t first_word(xc_slice text) {
    xc_slice word;
    xc_slice rest;
    xc_slice_cut(text, ' ', &word, &rest);
    return width_of(word);
}

// Whether a paragraph ends between two lines. `gap`: an empty line or a page's end is between.
static bool is_end(const lines *all, const line *before, const line *behind, bool gap) {
    bool may_end = ends_sentence(before->text) || !begins_low(behind->text);
    if (is_list_mark(behind->text)) {
        return true;
    }
    if (gap) {
        return may_end;
    }
    // A line that had room for the next word was ended on purpose.
    bool had_room = (width_of(before->text) + 1 + first_word(behind->text)) * 100 <=
                    before->block_width * 85;
    bool is_list = before->block_width < NARROW && before->block_width * 2 < all->widest;
    return (had_room || is_list) && may_end;
}

static size_t letters_at_end(xc_slice text) {
    size_t count = 0;
    while (count < text.len && (isalpha((unsigned char)text.ptr[text.len - 1 - count]) ||
                                (text.ptr[text.len - 1 - count] & 0x80))) {
        count++;
    }
    return count;
}

static size_t letters_at_start(xc_slice text) {
    size_t count = 0;
    while (count < text.len &&
           (isalpha((unsigned char)text.ptr[count]) || (text.ptr[count] & 0x80))) {
        count++;
    }
    return count;
}

// Whether "evacu-" and "ated" are one word without the hyphen: unless the text elsewhere writes
// it with one.
static bool is_divided(xc_slice before, xc_slice behind, xc_slice printed) {
    xc_slice stem = xc_slice_sub(before, 0, before.len - 1);
    size_t head = letters_at_end(stem);
    size_t tail = letters_at_start(behind);
    char word[80];
    if (!head || !tail || !islower((unsigned char)behind.ptr[0]) ||
        head + tail + 1 > sizeof word) {
        return false;
    }
    memcpy(word, stem.ptr + stem.len - head, head);
    word[head] = '-';
    memcpy(word + head + 1, behind.ptr, tail);
    return xc_slice_find(printed, (xc_slice){word, head + tail + 1}) == SIZE_MAX;
}

static void join(xc_buffer *out, xc_slice before, xc_slice behind, xc_slice printed) {
    static const char soft_hyphen[] = "\xC2\xAD";
    if (xc_slice_ends(before, xc_slice_of(soft_hyphen))) {
        out->len -= strlen(soft_hyphen);
    } else if (xc_slice_ends(before, XC_SLICE("-")) && before.len > 1 &&
               before.ptr[before.len - 2] != ' ') {
        out->len -= is_divided(before, behind, printed);
    } else {
        xc_buffer_char(out, ' ');
    }
}

// Blocks are parted by empty lines and by the ends of pages.
static void measure_blocks(lines *all) {
    for (size_t start = 0; start < all->count;) {
        size_t end = start;
        size_t widest = 0;
        do {
            size_t width = width_of(all->items[end].text);
            widest = width > widest ? width : widest;
            end++;
        } while (end < all->count && all->items[end].text.len && !all->items[end].is_first);
        for (size_t i = start; i < end; i++) {
            all->items[i].block_width = widest;
        }
        start = end;
    }
}

static xc_status write_paragraphs(const lines *all, xc_slice printed, xc_arena *arena,
                                  xc_slice *out, xc_error *error) {
    xc_buffer text = {0};
    const line *before = NULL;
    bool gap = false;
    for (size_t i = 0; i < all->count; i++) {
        const line *each = &all->items[i];
        gap = gap || each->is_first || !each->text.len;
        if (!each->text.len || each->is_left_out) {
            continue;
        }
        if (before && is_end(all, before, each, gap)) {
            xc_buffer_text(&text, "\n\n");
        } else if (before) {
            join(&text, before->text, each->text, printed);
        }
        xc_buffer_append(&text, each->text);
        before = each;
        gap = false;
    }
    *out = xc_arena_copy(arena, xc_buffer_slice(&text));
    bool failed = text.status != XC_OK || !out->ptr;
    xc_buffer_release(&text);
    return failed ? xc_fail_memory(error) : XC_OK;
}

xc_status pdf_paragraphs(xc_slice printed, xc_arena *arena, xc_slice *out, xc_slice *address,
                         xc_error *error) {
    lines all = {0};
    xc_status status = take_lines(printed, arena, &all, error);
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < all.count; i++) {
        line *each = &all.items[i];
        each->is_left_out =
            each->is_left_out || (all.address.len && xc_slice_equal(each->text, all.address));
    }
    measure_blocks(&all);
    *address = xc_arena_copy(arena, all.address);
    return address->ptr ? write_paragraphs(&all, printed, arena, out, error)
                        : xc_fail_memory(error);
}
