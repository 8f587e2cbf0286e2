// SPDX-License-Identifier: MIT
// Rows of tables as lines that say what each figure counts.
#include "read/page/table_rows.h"
#include "read/page/printed_date.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_NUMBER = 40, LONGEST_HEADER = 60, LONGEST_LABEL = 120, MOST_SPAN = 64 };

// ---- words ----

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || (byte & 0x80);
}

bool line_is_number(xc_slice line) {
    static const size_t longest = 16;
    bool has_digit = false;
    for (size_t i = 0; i < line.len; i++) {
        bool is_digit = isdigit((unsigned char)line.ptr[i]) != 0;
        if (!is_digit && !strchr(" ,.'+~><", line.ptr[i])) {
            return false;
        }
        has_digit = has_digit || is_digit;
    }
    return has_digit && line.len <= longest;
}

// A cell that gives a count: a number, and few words at most ("at least 63", "12 (3 children)").
static bool is_count(const page_words *words, xc_slice cell) {
    page_date date;
    size_t digits = 0;
    for (size_t i = 0; i < cell.len; i++) {
        digits += isdigit((unsigned char)cell.ptr[i]) != 0;
        if (strchr("%$:/@", cell.ptr[i])) {
            return false;
        }
    }
    return digits && cell.len <= LONGEST_NUMBER && !page_date_find(words, cell, true, &date);
}

bool line_is_counted(const page_words *words, xc_slice line) {
    static const size_t most_spaces = 4;
    size_t spaces = 0;
    for (size_t i = 0; i < line.len; i++) {
        spaces += line.ptr[i] == ' ';
        if (isdigit((unsigned char)line.ptr[i]) || strchr(".!?", line.ptr[i])) {
            return false;
        }
    }
    return words && line.len <= LONGEST_HEADER && spaces <= most_spaces &&
           page_words_within(words, WORD_COUNTED, line);
}

// "Number of people killed" counts people killed; a capital that is no abbreviation goes.
static xc_slice counted_words(const page_words *words, xc_slice header, xc_arena *arena) {
    size_t opening = page_words_start(words, WORD_NUMBER_OF, header);
    header = xc_slice_trim(xc_slice_sub(header, opening, header.len));
    char *copy = xc_arena_string(arena, header);
    if (copy && header.len > 1 && !isupper((unsigned char)copy[1])) {
        copy[0] = (char)tolower((unsigned char)copy[0]);
    }
    return xc_slice_of(copy);
}

// The word of a caption that says what is counted: "killed" of "People killed by district".
static xc_slice counted_in(const page_words *words, xc_slice caption, xc_arena *arena) {
    for (size_t i = 0; i < caption.len; i++) {
        bool begins = is_letter(caption.ptr[i]) && (i == 0 || !is_letter(caption.ptr[i - 1]));
        xc_slice rest = xc_slice_sub(caption, i, caption.len);
        size_t length = begins ? page_words_start(words, WORD_COUNTED, rest) : 0;
        if (length) {
            return counted_words(words, xc_slice_sub(rest, 0, length), arena);
        }
    }
    return (xc_slice){0};
}

// ---- cells ----

static const xmlNode *next_cell(const xmlNode *cell) {
    while (cell && !(node_of(cell) && node_of(cell)->tag == TAG_CELL)) {
        cell = cell->next;
    }
    return cell;
}

static unsigned span_of(const xmlNode *cell, const char *name) {
    xc_slice told = tree_attribute(cell, name);
    unsigned long span = told.len ? strtoul(told.ptr, NULL, 10) : 1;
    return span < 1 ? 1 : span > MOST_SPAN ? MOST_SPAN : (unsigned)span;
}

// The cells of a row by column, those included that reach down from above.
static size_t take_row(table_columns *table, const xmlNode *row,
                       table_cell out[TABLE_COLUMNS]) {
    const xmlNode *cell = next_cell(row->children);
    size_t column = 0;
    while (column < TABLE_COLUMNS && (cell || table->above[column].more_rows)) {
        if (table->above[column].more_rows) {
            table->above[column].more_rows--;
            out[column] = table->above[column];
            column++;
            continue;
        }
        xc_slice text = node_line(cell, table->arena);
        table_cell taken = {text, is_count(table->words, text), span_of(cell, "rowspan") - 1};
        unsigned wide = span_of(cell, "colspan");
        for (unsigned i = 0; i < wide && column < TABLE_COLUMNS; i++, column++) {
            out[column] = table->above[column] = taken;
        }
        cell = next_cell(cell->next);
    }
    return column;
}

static const xmlNode *next_row(const xmlNode *table, const xmlNode *row) {
    xmlNodePtr node = (xmlNodePtr)(uintptr_t)(row ? row : table);
    bool into = !row;
    while ((node = node_next(node, table, into))) {
        const pack_node *facts = node_of(node);
        if (facts && facts->tag == TAG_ROW) {
            return node;
        }
        into = facts && facts->tag == TAG_BLOCK; // thead, tbody; not a table in a cell
    }
    return NULL;
}

// ---- the head ----

static bool is_head_row(const table_cell *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (cells[i].is_number) {
            return false;
        }
    }
    return count > 0;
}

static void take_head(table_columns *table, const table_cell *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool counts = line_is_counted(table->words, cells[i].text);
        // Of two rows of headers the one that says what is counted stays.
        if (cells[i].text.len && (counts || !table->is_counted[i])) {
            table->header[i] = cells[i].text;
            table->is_counted[i] = counts;
        }
    }
    table->head_rows++;
}

static xc_slice caption_of(const xmlNode *table, xc_arena *arena) {
    for (const xmlNode *child = table->children; child; child = child->next) {
        if (node_is(child, "caption")) {
            return node_line(child, arena);
        }
    }
    return (xc_slice){0};
}

table_columns table_open(const xmlNode *node, xc_slice before, const page_words *words,
                         xc_arena *arena) {
    enum { MOST_HEAD_ROWS = 3 };
    table_columns table = {.words = words, .arena = arena};
    table_cell cells[TABLE_COLUMNS];
    size_t numbers = 0; // of columns of the first row with figures
    bool is_counted = false;
    const xmlNode *row = words ? next_row(node, NULL) : NULL;
    while (row && table.head_rows < MOST_HEAD_ROWS) {
        size_t count = take_row(&table, row, cells);
        if (!is_head_row(cells, count)) {
            for (size_t i = 0; i < count; i++) {
                numbers += cells[i].is_number;
                is_counted = is_counted || table.is_counted[i];
            }
            break;
        }
        take_head(&table, cells, count);
        row = next_row(node, row);
    }
    xc_slice caption = caption_of(node, arena);
    if (numbers == 1 && !is_counted) {
        table.counted = counted_in(table.words, caption.len ? caption : before, arena);
    }
    memset(table.above, 0, sizeof table.above);
    return table;
}

// ---- a row ----

static void write_label(xc_buffer *out, xc_slice header, const table_cell *cell) {
    xc_buffer_text(out, out->len ? ", " : "");
    if (cell->is_number && header.len) { // a year, a number of inhabitants
        xc_buffer_append(out, header);
        xc_buffer_char(out, ' ');
    }
    xc_buffer_append(out, cell->text);
}

// "-" and the like say that there is nothing.
static bool has_words(xc_slice cell) {
    for (size_t i = 0; i < cell.len; i++) {
        if (is_letter(cell.ptr[i]) || isdigit((unsigned char)cell.ptr[i])) {
            return !xc_slice_starts(cell, XC_SLICE("\xE2\x80")); // dashes are letters to us
        }
    }
    return false;
}

static bool is_told(const table_columns *table, size_t column, const table_cell *cell) {
    return cell->is_number && (table->is_counted[column] || table->counted.len);
}

// "Upper Marsh: 63 killed, 5 injured"
static size_t write_counts(const table_columns *table, const table_cell *cells, size_t count,
                           xc_buffer *out) {
    xc_buffer label = {0};
    size_t counts = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_again = i && cells[i].text.ptr == cells[i - 1].text.ptr; // a wide cell
        if (!is_told(table, i, &cells[i]) && has_words(cells[i].text) && !is_again) {
            write_label(&label, table->header[i], &cells[i]);
        }
    }
    if (label.len && label.len <= LONGEST_LABEL) {
        for (size_t i = 0; i < count; i++) {
            if (is_told(table, i, &cells[i])) {
                xc_slice what =
                    table->is_counted[i]
                        ? counted_words(table->words, table->header[i], table->arena)
                        : table->counted;
                if (!counts++) {
                    xc_buffer_append(out, xc_buffer_slice(&label));
                }
                xc_buffer_print(out, "%s %.*s %.*s", counts == 1 ? ":" : ",",
                                XC_PRINT(cells[i].text), XC_PRINT(what));
            }
        }
    }
    xc_buffer_release(&label);
    return counts;
}

// "Killed | 63": what is counted stands at the row's beginning; above each figure may stand of
// whom or where.
static size_t write_across(const table_columns *table, const table_cell *cells, size_t count,
                           xc_buffer *out) {
    size_t counts = 0;
    if (count < 2 || !line_is_counted(table->words, cells[0].text)) {
        return 0;
    }
    for (size_t i = 1; i < count; i++) {
        if (!cells[i].is_number) {
            continue;
        }
        xc_buffer_text(out, counts++ ? "; " : "");
        if (count > 2 && table->header[i].len) {
            xc_slice what = counted_words(table->words, cells[0].text, table->arena);
            xc_buffer_print(out, "%.*s: %.*s %.*s", XC_PRINT(table->header[i]),
                            XC_PRINT(cells[i].text), XC_PRINT(what));
        } else {
            xc_buffer_print(out, "%.*s: %.*s", XC_PRINT(cells[0].text),
                            XC_PRINT(cells[i].text));
        }
    }
    return counts;
}

bool table_write_row(table_columns *table, const xmlNode *row, xc_buffer *out) {
    table_cell cells[TABLE_COLUMNS];
    if (!table->words) {
        return false;
    }
    size_t count = take_row(table, row, cells);
    if (table->head_rows) { // written as it stands
        table->head_rows--;
        return false;
    }
    size_t counts = write_across(table, cells, count, out);
    if (!counts) {
        counts = write_counts(table, cells, count, out);
    }
    xc_buffer_text(out, counts ? "." : "");
    return counts > 0;
}
