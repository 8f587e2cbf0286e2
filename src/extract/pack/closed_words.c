// SPDX-License-Identifier: MIT
// A language's closed words and classes: grammar.csv and subjects.csv.
#include "extract/pack/pack.h"

static const char *const grammar_names[] = {
#define CLASS_NAME(name, written) #written,
    GRAMMAR_CLASSES(CLASS_NAME)
#undef CLASS_NAME
        NULL};

// Takes the words of one row, which are separated by spaces.
static xc_status take_grammar_row(pack_loader *loader, const xc_csv *table, size_t row,
                                  word_notes *notes) {
    const xc_slice *cells = xc_csv_row(table, row);
    int position = word_bit_named(grammar_names, cells[0]);
    if (position < 0) {
        xc_slice near = nearest_word(grammar_names, cells[0]);
        return xc_fail_at(loader->error, XC_BAD_RULE, table->path, table->lines[row],
                          "unknown class '%.*s'; %s%.*s%s", XC_PRINT(cells[0]),
                          near.len ? "did you mean '" : "claims/README.md has the classes",
                          XC_PRINT(near), near.len ? "'?" : "");
    }
    return word_notes_add(notes, cells[1], 1u << position) ? XC_OK
                                                           : xc_fail_memory(loader->error);
}

static xc_status load_grammar(pack_loader *loader, language_rules *language,
                              const char *directory) {
    static const char *const columns[] = {"class", "words", NULL};
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "grammar.csv", columns, loader->arena, &table, loader->error);
    word_notes notes = {.lexicon = loader->rules->lexicon, .arena = loader->arena};
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        status = take_grammar_row(loader, &table, i, &notes);
    }
    if (status != XC_OK) {
        return status;
    }
    return word_notes_finish(&notes, &language->grammar) ? XC_OK
                                                         : xc_fail_memory(loader->error);
}

uint16_t pack_class(pack_loader *loader, xc_slice name, xc_slice parent, xc_slice unit,
                    xc_slice path, long line) {
    xc_rules *rules = loader->rules;
    uint32_t known = names_find(&loader->classes, name);
    uint32_t above = parent.len ? names_find(&loader->classes, parent) : 0;
    if (above == NO_NAME) {
        xc_slice near = names_nearest(&loader->classes, parent);
        (void)xc_fail_at(loader->error, XC_BAD_RULE, path, line,
                         "parent '%.*s' is not declared; declare it above%s%.*s%s",
                         XC_PRINT(parent), near.len ? ", or did you mean '" : "",
                         XC_PRINT(near), near.len ? "'?" : "");
        return 0;
    }
    if (!name.len) {
        (void)xc_fail_at(loader->error, XC_BAD_RULE, path, line,
                         "a class without a name; add it");
        return 0;
    }
    if (known != NO_NAME) {
        const subject_class *class = &rules->classes[known];
        if ((parent.len && class->parent != above) ||
            (unit.len && !xc_slice_equal(class->unit, unit))) {
            (void)xc_fail_at(loader->error, XC_BAD_RULE, path, line,
                             "class '%.*s' is declared with another parent or unit; give words "
                             "alone, or take another name",
                             XC_PRINT(name));
            return 0;
        }
        return (uint16_t)known;
    }
    if (rules->class_count == MOST_CLASSES) {
        (void)xc_fail_at(loader->error, XC_LIMIT, path, line,
                         "more than %d classes; declare fewer", MOST_CLASSES - 1);
        return 0;
    }
    subject_class *class = &rules->classes[rules->class_count];
    xc_slice shown, rest;
    (void)xc_slice_cut(name, '/', &shown, &rest);
    *class =
        (subject_class){shown, unit.len ? unit : rules->classes[above].unit, (uint16_t)above};
    if (!names_add(&loader->classes, name, (uint32_t)rules->class_count)) {
        (void)xc_fail_memory(loader->error);
        return 0;
    }
    return (uint16_t)rules->class_count++;
}

static xc_status add_class_word(pack_loader *loader, uint16_t language, uint16_t class_index,
                                bool plural, xc_slice word) {
    language_rules *rules = &loader->rules->languages[language];
    language_loader *loading = &loader->language_loading[language];
    if (++loader->words > MOST_PHRASES) {
        return xc_fail(loader->error, XC_LIMIT, "the packs hold more than %d words; load fewer",
                       MOST_PHRASES);
    }
    // Words of one class follow one another: its two entries are the last ones.
    size_t at = rules->class_list_count;
    while (at-- > 0 && rules->class_list[at].class_index == class_index) {
        if (rules->class_list[at].plural == plural) {
            return xc_phrases_add(rules->class_words, loader->rules->lexicon, word,
                                  (uint32_t)at);
        }
    }
    class_word *entry =
        xc_arena_grow(loader->arena, &rules->class_list, rules->class_list_count,
                      &loading->class_capacity, sizeof *entry);
    if (!entry) {
        return xc_fail_memory(loader->error);
    }
    *entry = (class_word){class_index, plural};
    return xc_phrases_add(rules->class_words, loader->rules->lexicon, word,
                          (uint32_t)rules->class_list_count++);
}

static bool among(const xc_slice *words, size_t count, xc_slice word) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_equal(words[i], word)) {
            return true;
        }
    }
    return false;
}

xc_status pack_class_word(pack_loader *loader, uint16_t language, uint16_t class_index,
                          xc_slice word) {
    static const xc_slice as_it_stands = XC_SLICE_INIT("*");
    if (xc_slice_ends(word, as_it_stands)) {
        return add_class_word(loader, language, class_index, true,
                              xc_slice_sub(word, 0, word.len - 1));
    }
    xc_slice plurals[MOST_FORMS];
    const inflection_table *inflection = loader->language_loading[language].inflection;
    size_t count = inflect_word(inflection, PART_NOUN, FORM_PLURAL, word, loader->arena,
                                plurals, loader->error);
    xc_status status = count ? XC_OK : XC_NO_MEMORY;
    for (size_t i = 0; status == XC_OK && i < count; i++) {
        status = add_class_word(loader, language, class_index, true, plurals[i]);
    }
    if (status == XC_OK && !among(plurals, count, word)) {
        status = add_class_word(loader, language, class_index, false, word);
    }
    return status == XC_NO_MEMORY ? xc_fail_memory(loader->error) : status;
}

static xc_status take_subject_row(pack_loader *loader, uint16_t language, const xc_csv *table,
                                  size_t row) {
    const xc_slice *cells = xc_csv_row(table, row);
    uint16_t class_index =
        pack_class(loader, cells[0], cells[1], cells[2], table->path, table->lines[row]);
    if (!class_index) {
        return loader->error->status;
    }
    xc_slice rest = cells[3];
    xc_status status = XC_OK;
    while (rest.len && status == XC_OK) {
        xc_slice word;
        (void)xc_slice_cut(rest, '|', &word, &rest);
        word = xc_slice_trim(word);
        if (word.len) {
            status = pack_class_word(loader, language, class_index, word);
        }
    }
    return status;
}

// The table made by hand, then the broad one: a class's parent and unit stand in the first.
static xc_status load_subjects(pack_loader *loader, uint16_t language, const char *directory) {
    static const char *const columns[] = {"class", "parent", "unit", "words", NULL};
    static const char *const names[] = {"subjects.csv", "subjects_wide.csv"};
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK && i < sizeof names / sizeof *names; i++) {
        xc_csv table;
        status =
            xc_csv_load(directory, names[i], columns, loader->arena, &table, loader->error);
        for (size_t row = 0; status == XC_OK && row < table.rows; row++) {
            status = take_subject_row(loader, language, &table, row);
        }
        status = status == XC_END ? XC_OK : status;
    }
    return status;
}

// Takes a form of a verb; a past that is no other than the base ("hit") may be a noun as well.
static xc_status add_finite(pack_loader *loader, uint16_t language, word_form form,
                            xc_slice lemma) {
    language_loader *loading = &loader->language_loading[language];
    xc_slice words[MOST_FORMS];
    size_t count = inflect_word(loading->inflection, PART_VERB, form, lemma, loader->arena,
                                words, loader->error);
    for (size_t i = 0; i < count; i++) {
        finite_verb *place =
            xc_arena_grow(loader->arena, &loading->finite, loading->finite_count,
                          &loading->finite_capacity, sizeof *place);
        xc_word word = xc_lexicon_add(loader->rules->lexicon, words[i]);
        if (!place || !word) {
            return xc_fail_memory(loader->error);
        }
        bool past = form == FORM_PAST && !xc_slice_equal(words[i], lemma);
        *place = (finite_verb){word, past ? STARTS_PAST : STARTS_PRESENT};
        loading->finite_count++;
    }
    return XC_OK;
}

static xc_status load_verbs(pack_loader *loader, uint16_t language, const char *directory) {
    static const char *const columns[] = {"verbs", NULL};
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "verbs.csv", columns, loader->arena, &table, loader->error);
    status = status == XC_END ? XC_OK : status;
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        xc_slice rest = xc_csv_row(&table, i)[0];
        while (rest.len && status == XC_OK) {
            xc_slice lemma;
            (void)xc_slice_cut(rest, ' ', &lemma, &rest);
            if (lemma.len) {
                status = add_finite(loader, language, FORM_PAST, lemma);
            }
            if (lemma.len && status == XC_OK) {
                status = add_finite(loader, language, FORM_PRESENT, lemma);
            }
        }
    }
    return status;
}

xc_status pack_lexicons(pack_loader *loader, uint16_t language) {
    const char *directory = loader->language_loading[language].directory.ptr;
    xc_status status = load_grammar(loader, &loader->rules->languages[language], directory);
    if (status == XC_OK) {
        status = load_subjects(loader, language, directory);
    }
    if (status == XC_OK) {
        status = load_verbs(loader, language, directory);
    }
    return status == XC_OK ? pack_table_terms(loader, directory) : status;
}
