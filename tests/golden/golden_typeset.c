// SPDX-License-Identifier: MIT
// Sets our sentences as a printer does (curly quotes and apostrophes, dashes, no-break spaces)
// and fails where one then gives other claims than as it was typed.
//
//     golden_typeset PROGRAM FOLDER
#include "sentences.h"
#include <ctype.h>
#include <dirent.h>
#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

// A text as typed, the same text as set, and where each byte of the latter stood in the former.
typedef struct setting {
    xc_slice typed, set;
    uint32_t *typed_at; // [byte of set], one more for the end
} setting;

static char char_at(xc_slice text, size_t at) {
    return at < text.len ? text.ptr[at] : '\0';
}

static bool is_digit_at(xc_slice text, size_t at) {
    return isdigit((unsigned char)char_at(text, at));
}

static bool opens(xc_slice text, size_t at) {
    char before = at ? text.ptr[at - 1] : ' ';
    return strchr(" \n([-'\"", before) != NULL;
}

/// "20-25", "2021-23"; not "2023-09-24", "F-16" or "555-0100-22".
static bool is_range(xc_slice text, size_t at) {
    size_t first = at;
    size_t last = at + 1;
    while (first > 0 && is_digit_at(text, first - 1)) {
        first--;
    }
    while (is_digit_at(text, last)) {
        last++;
    }
    char before = first ? text.ptr[first - 1] : ' ';
    char behind = char_at(text, last);
    return first < at && last > at + 1 && before != '-' && behind != '-' &&
           !isalpha((unsigned char)before) && !isalpha((unsigned char)behind);
}

/// The printer's sign for the character at `at`, NULL where it stays.
static const char *sign_for(xc_slice text, size_t at) {
    bool dash = char_at(text, at + 1) == ' ' && at > 0 && text.ptr[at - 1] == ' ';
    switch (text.ptr[at]) {
    case '\'':
        return opens(text, at) && !is_digit_at(text, at + 1) ? "\xE2\x80\x98" : "\xE2\x80\x99";
    case '"':
        return opens(text, at) ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
    case '-':
        return dash || is_range(text, at) ? "\xE2\x80\x93" : NULL;
    case ' ':
        return "\xC2\xA0";
    default:
        return NULL;
    }
}

/// Sets one text; false when memory is out.
static bool typeset(xc_slice text, xc_arena *arena, setting *out) {
    size_t most = 3 * text.len; // no sign is longer
    char *bytes = xc_arena_array(arena, most + 1, 1);
    uint32_t *typed_at = xc_arena_array(arena, most + 1, sizeof *typed_at);
    if (!bytes || !typed_at) {
        return false;
    }
    size_t length = 0;
    for (size_t at = 0; at < text.len; at++) {
        const char *sign = sign_for(text, at);
        xc_slice put = sign ? xc_slice_of(sign) : (xc_slice){text.ptr + at, 1};
        for (size_t i = 0; i < put.len; i++) {
            bytes[length] = put.ptr[i];
            typed_at[length++] = (uint32_t)at;
        }
    }
    typed_at[length] = (uint32_t)text.len;
    *out = (setting){text, {bytes, length}, typed_at};
    return true;
}

/// Puts the typed characters back, for what the program says of the words.
static xc_slice straightened(xc_slice text, xc_arena *arena) {
    static const struct {
        const char *sign;
        char typed;
    } signs[] = {{"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9C", '"'},
                 {"\xE2\x80\x9D", '"'},  {"\xE2\x80\x93", '-'},  {"\xC2\xA0", ' '}};
    char *bytes = xc_arena_array(arena, text.len + 1, 1);
    size_t length = 0;
    for (size_t at = 0; bytes && at < text.len;) {
        size_t taken = 1;
        bytes[length] = text.ptr[at];
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            xc_slice sign = xc_slice_of(signs[i].sign);
            if (xc_slice_starts(xc_slice_sub(text, at, text.len), sign)) {
                bytes[length] = signs[i].typed;
                taken = sign.len;
            }
        }
        at += taken;
        length++;
    }
    return (xc_slice){bytes, bytes ? length : 0};
}

/// The place of the claim with this id among the rows, one more than the last if there is none.
static size_t row_of_id(const json_rows *rows, xc_slice id) {
    size_t at = 0;
    while (at < rows->count && !xc_slice_equal(row_text(&rows->items[at], "id"), id)) {
        at++;
    }
    return at;
}

// The claims of one line, typed and set.
typedef struct pair {
    const setting *text;
    json_rows typed, set;
    xc_arena *arena;
} pair;

static bool same_field(const pair *p, size_t row, const char *name) {
    const json_row *typed = &p->typed.items[row];
    const json_row *set = &p->set.items[row];
    struct json_object *of_typed = json_object_object_get(typed->object, name);
    struct json_object *of_set = json_object_object_get(set->object, name);
    if (!strcmp(name, "id") || !strcmp(name, "document_key")) { // made of the text
        return true;
    }
    if (!strcmp(name, "part_of")) {
        return row_of_id(&p->typed, row_text(typed, name)) ==
               row_of_id(&p->set, row_text(set, name));
    }
    if (!strcmp(name, "start") || !strcmp(name, "end")) {
        int64_t at = json_object_get_int64(of_set);
        return at >= 0 && (size_t)at <= p->text->set.len &&
               p->text->typed_at[at] == json_object_get_int64(of_typed);
    }
    if (json_object_is_type(of_typed, json_type_string)) {
        return xc_slice_equal(straightened(row_text(set, name), p->arena),
                              straightened(row_text(typed, name), p->arena));
    }
    return json_object_equal(of_typed, of_set);
}

/// Says what differs; true if nothing does.
static bool same_claims(const pair *p) {
    if (p->typed.count != p->set.count) {
        printf("%zu claims typed, %zu set: %.*s\n", p->typed.count, p->set.count,
               XC_PRINT(p->text->set));
        return false;
    }
    bool same = true;
    for (size_t row = 0; row < p->typed.count; row++) {
        json_object_object_foreach(p->typed.items[row].object, name, value) {
            (void)value;
            if (!same_field(p, row, name)) {
                printf("%s differs: %.*s\n  typed %.*s\n  set   %.*s\n", name,
                       XC_PRINT(p->text->set), XC_PRINT(p->typed.items[row].text),
                       XC_PRINT(p->set.items[row].text));
                same = false;
            }
        }
    }
    return same;
}

static bool claims_of(char *program, const test_sentences *table, xc_arena *arena,
                      json_rows *out) {
    char *const arguments[] = {program,       (char[]){"extract"}, (char[]){"--jobs"},
                               (char[]){"1"}, (char[]){"-"},       NULL};
    FILE *input = sentences_documents(table);
    bool good = input && tool_rows(arguments, input, arena, out);
    if (input) {
        (void)fclose(input);
    }
    return good;
}

/// Sets the texts of a table in place; the settings, or NULL when memory is out.
static setting *typeset_table(test_sentences *table, xc_arena *arena) {
    setting *settings = xc_arena_array(arena, table->count, sizeof *settings);
    for (size_t i = 0; settings && i < table->count; i++) {
        if (!typeset(table->items[i].text, arena, &settings[i])) {
            return NULL;
        }
        table->items[i].text = settings[i].set;
    }
    return settings;
}

static bool compare_table(char *program, test_sentences *table, xc_arena *arena) {
    json_rows typed = {0};
    json_rows set = {0};
    bool good = claims_of(program, table, arena, &typed);
    setting *settings = good ? typeset_table(table, arena) : NULL;
    good = settings && claims_of(program, table, arena, &set);
    size_t next_typed = 0;
    size_t next_set = 0;
    for (size_t i = 0; settings && i < table->count; i++) {
        char label[32];
        (void)snprintf(label, sizeof label, "line-%zu", i);
        pair both = {&settings[i], rows_of_document(&typed, xc_slice_of(label), &next_typed),
                     rows_of_document(&set, xc_slice_of(label), &next_set), arena};
        good = same_claims(&both) && good;
    }
    rows_release(&typed);
    rows_release(&set);
    return good;
}

/// Adds the sentences of a file to the table: all go through the program at once.
static bool add_file(const char *path, xc_arena *arena, test_sentences *table) {
    xc_buffer content = {0};
    test_sentences read = {0};
    xc_error error = {0};
    bool good = xc_file_read(path, 1 << 24, &content, &error) == XC_OK;
    if (!good) {
        (void)fprintf(stderr, "%s: %s\n", path, error.message);
    }
    xc_slice kept = xc_arena_copy(arena, xc_buffer_slice(&content));
    xc_buffer_release(&content);
    good = good && kept.ptr && sentences_parse(xc_slice_of(path), kept, arena, &read);
    for (size_t i = 0; i < read.count && good; i++) {
        test_sentence *item =
            xc_arena_grow(arena, &table->items, table->count, &table->capacity, sizeof *item);
        good = item != NULL;
        if (item) {
            *item = read.items[i];
            table->count++;
        }
    }
    return good;
}

static bool add_folder(const char *folder, xc_arena *arena, test_sentences *table) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    bool good = count > 0;
    for (int i = 0; i < count; i++) {
        if (xc_slice_ends(xc_slice_of(entries[i]->d_name), XC_SLICE(".txt"))) {
            char path[4096];
            (void)snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            good = add_file(path, arena, table) && good;
        }
        free(entries[i]);
    }
    free((void *)entries);
    return good;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        (void)fprintf(stderr, "usage: golden_typeset PROGRAM FOLDER\n");
        return 2;
    }
    xc_arena *arena = xc_arena_new();
    test_sentences table = {0};
    bool good = arena && add_folder(argv[2], arena, &table) && table.count &&
                compare_table(argv[1], &table, arena);
    printf("%zu lines compared, typed and set\n", table.count);
    xc_arena_free(arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
