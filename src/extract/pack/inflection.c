// SPDX-License-Identifier: MIT
// Inflection by suffix rules and a list of exceptions.
#include "extract/pack/inflection.h"

#include "extract/pack/name_table.h"

#include <string.h>

enum { FORMS = FORM_PLAIN + 1 };

typedef struct ending {
    xc_slice ending;
    xc_slice replacement; // alternatives separated by '|'
    const struct ending *next;
} ending;

typedef struct irregular {
    word_form form;
    xc_slice words; // alternatives separated by '|'
    const struct irregular *next;
} irregular;

struct inflection_table {
    const ending *endings[NUMBER_PARTS][FORMS];
    name_table lemmas; // to `lists`
    const irregular **lists;
    size_t list_count;
};

static const char *const part_names[] = {[PART_VERB] = "verb",
                                         [PART_NOUN] = "noun",
                                         [PART_ADJECTIVE] = "adjective",
                                         [NUMBER_PARTS] = NULL};
static const char *const form_names[] = {"base",     "present", "past",  "participle", "gerund",
                                         "singular", "plural",  "plain", NULL};

static int index_of(const char *const *names, xc_slice name) {
    for (int i = 0; names[i]; i++) {
        if (xc_slice_is(name, names[i])) {
            return i;
        }
    }
    return -1;
}

static xc_status fail_word(const xc_csv *table, size_t row, const char *what, xc_slice word,
                           const char *mend, xc_error *error) {
    return xc_fail_at(error, XC_BAD_RULE, table->path, table->lines[row],
                      "unknown %s '%.*s'; use %s", what, XC_PRINT(word), mend);
}

static const char all_forms[] =
    "base, present, past, participle, gerund, singular, plural or plain";

// Rows are linked from the last to the first, so that the first row of the file is tried first.
static xc_status take_endings(inflection_table *inflection, const xc_csv *table,
                              xc_arena *arena, xc_error *error) {
    for (size_t i = table->rows; i-- > 0;) {
        const xc_slice *cells = xc_csv_row(table, i);
        int part = index_of(part_names, cells[0]);
        int form = index_of(form_names, cells[1]);
        if (part < 0) {
            return fail_word(table, i, "part", cells[0], "verb, noun or adjective", error);
        }
        if (form < 0) {
            return fail_word(table, i, "form", cells[1], all_forms, error);
        }
        ending *e = xc_arena_alloc(arena, sizeof *e);
        if (!e) {
            return xc_fail_memory(error);
        }
        const ending **first = &inflection->endings[part][form + 1];
        *e = (ending){cells[2], cells[3], *first};
        *first = e;
    }
    return XC_OK;
}

static xc_status take_irregulars(inflection_table *inflection, const xc_csv *table,
                                 xc_arena *arena, xc_error *error) {
    inflection->lists = xc_arena_array(arena, table->rows, sizeof(irregular *));
    if (!inflection->lists) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < table->rows; i++) {
        const xc_slice *cells = xc_csv_row(table, i);
        int form = index_of(form_names, cells[1]);
        if (form < 0) {
            return fail_word(table, i, "form", cells[1], all_forms, error);
        }
        uint32_t list = names_find(&inflection->lemmas, cells[0]);
        if (list == NO_NAME) {
            list = (uint32_t)inflection->list_count++;
            if (!names_add(&inflection->lemmas, cells[0], list)) {
                return xc_fail_memory(error);
            }
        }
        irregular *word = xc_arena_alloc(arena, sizeof *word);
        if (!word) {
            return xc_fail_memory(error);
        }
        *word = (irregular){(word_form)(form + 1), cells[2], inflection->lists[list]};
        inflection->lists[list] = word;
    }
    return XC_OK;
}

xc_status inflection_load(const char *language_directory, xc_arena *arena,
                          inflection_table **out, xc_error *error) {
    static const char *const ending_columns[] = {"part", "form", "ending", "replacement", NULL};
    static const char *const irregular_columns[] = {"lemma", "form", "word", NULL};
    inflection_table *inflection = xc_arena_alloc(arena, sizeof *inflection);
    if (!inflection) {
        return xc_fail_memory(error);
    }
    inflection->lemmas.arena = arena;
    xc_csv table;
    // Either may be missing: its table then has no rows.
    xc_status status =
        xc_csv_load(language_directory, "inflection.csv", ending_columns, arena, &table, error);
    status = status == XC_END ? XC_OK : status;
    if (status == XC_OK) {
        status = take_endings(inflection, &table, arena, error);
    }
    if (status == XC_OK) {
        status = xc_csv_load(language_directory, "irregular.csv", irregular_columns, arena,
                             &table, error);
        status = status == XC_END ? XC_OK : status;
    }
    if (status == XC_OK) {
        status = take_irregulars(inflection, &table, arena, error);
    }
    *out = inflection;
    return status;
}

bool inflection_knows(const inflection_table *inflection, xc_slice lemma) {
    return names_find(&inflection->lemmas, lemma) != NO_NAME;
}

typedef struct forms {
    xc_slice before, after; // what stands around the word that changes
    xc_arena *arena;
    xc_slice *out;
    size_t count;
    xc_error *error;
} forms;

static void add(forms *f, xc_slice stem, xc_slice tail) {
    const xc_slice parts[] = {f->before, stem, tail, f->after};
    size_t length = 0;
    if (f->count == MOST_FORMS) {
        return;
    }
    char *word =
        xc_arena_alloc(f->arena, f->before.len + stem.len + tail.len + f->after.len + 1);
    if (!word) {
        (void)xc_fail_memory(f->error);
        return;
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].len) {
            memcpy(word + length, parts[i].ptr, parts[i].len);
            length += parts[i].len;
        }
    }
    f->out[f->count++] = (xc_slice){word, length};
}

static void add_alternatives(forms *f, xc_slice stem, xc_slice alternatives) {
    bool more = true;
    while (more) {
        xc_slice one;
        more = xc_slice_cut(alternatives, '|', &one, &alternatives);
        add(f, stem, xc_slice_trim(one));
    }
}

// Adds the irregular words of a form; false where it is regular.
static bool add_irregular(const inflection_table *inflection, xc_slice lemma, word_form form,
                          forms *f) {
    uint32_t list = names_find(&inflection->lemmas, lemma);
    bool found = false;
    for (const irregular *i = list == NO_NAME ? NULL : inflection->lists[list]; i;
         i = i->next) {
        if (i->form == form) {
            add_alternatives(f, (xc_slice){0}, i->words);
            found = true;
        }
    }
    return found;
}

static void add_regular(const inflection_table *inflection, speech_part part, word_form form,
                        xc_slice word, forms *f) {
    const ending *e = inflection->endings[part][form];
    while (e && !xc_slice_ends(word, e->ending)) {
        e = e->next;
    }
    if (e) {
        add_alternatives(f, xc_slice_sub(word, 0, word.len - e->ending.len), e->replacement);
    } else {
        add(f, word, (xc_slice){0});
    }
}

// The word of a lemma that changes its form: [*start,*end).
static void changing_word(speech_part part, xc_slice lemma, size_t *start, size_t *end) {
    *start = 0;
    *end = lemma.len;
    if (part == PART_VERB) {
        const char *space = memchr(lemma.ptr, ' ', lemma.len);
        *end = space ? (size_t)(space - lemma.ptr) : lemma.len;
    } else if (part == PART_NOUN) {
        const char *space = memrchr(lemma.ptr, ' ', lemma.len);
        *start = space ? (size_t)(space - lemma.ptr) + 1 : 0;
    }
}

size_t inflect_word(const inflection_table *inflection, speech_part part, word_form form,
                    xc_slice lemma, xc_arena *arena, xc_slice out[MOST_FORMS],
                    xc_error *error) {
    forms f = {.arena = arena, .out = out, .error = error};
    if (!lemma.len || add_irregular(inflection, lemma, form, &f)) {
        return f.count;
    }
    size_t start, end;
    changing_word(part, lemma, &start, &end);
    xc_slice word = xc_slice_sub(lemma, start, end);
    f.before = xc_slice_sub(lemma, 0, start);
    f.after = xc_slice_sub(lemma, end, lemma.len);
    if (!add_irregular(inflection, word, form, &f)) {
        add_regular(inflection, part, form, word, &f);
    }
    return f.count;
}
