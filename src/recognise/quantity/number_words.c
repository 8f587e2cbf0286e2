// SPDX-License-Identifier: MIT
// Reads numbers.csv, hedges.csv, units.csv, currencies.csv and number_contexts.csv.
#include "recognise/quantity/number_words.h"

typedef struct loader {
    xc_quantity_words *words;
    xc_lexicon *lexicon;
    xc_csv table;
    xc_error *error;
} loader;

typedef struct name_value {
    const char *name;
    unsigned value;
} name_value;

static xc_status bad_row(const loader *l, size_t row, const char *what) {
    return xc_fail_at(l->error, XC_BAD_RULE, l->table.path, l->table.lines[row], "%s", what);
}

static bool value_of(const name_value *list, size_t count, xc_slice name, unsigned *out) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_is(name, list[i].name)) {
            *out = list[i].value;
            return true;
        }
    }
    return false;
}

#define VALUE_OF(list, name, out) value_of(list, sizeof(list) / sizeof *(list), name, out)

// The decimal of a cell, `missing` where it is empty.
static bool decimal_of(xc_slice cell, int64_t missing, xc_decimal *out) {
    *out = xc_decimal_of(missing);
    return cell.len == 0 || xc_decimal_parse(cell, out);
}

// Adds one spelling of a row: grows the list of entries, and names it in the phrases.
static void *add_entry(loader *l, xc_phrases *phrases, xc_slice spelling, void *items,
                       size_t *count, size_t *capacity, size_t size) {
    void *place = xc_arena_grow(l->words->arena, items, *count, capacity, size);
    if (!place || xc_phrases_add(phrases, l->lexicon, spelling, (uint32_t)*count) != XC_OK) {
        return NULL;
    }
    (*count)++;
    return place;
}

static xc_status load_number(loader *l, size_t row) {
    static const name_value kinds[] = {{"digit", XC_DIGIT_WORD},
                                       {"teen", XC_TEEN_WORD},
                                       {"ten", XC_TEN_WORD},
                                       {"zero", XC_ZERO_WORD},
                                       {"scale", XC_SCALE_WORD},
                                       {"suffix", XC_SUFFIX},
                                       {"article", XC_ARTICLE},
                                       {"amount", XC_AMOUNT},
                                       {"vague", XC_VAGUE_WORD},
                                       {"part", XC_PART},
                                       {"parts", XC_PARTS},
                                       {"ordinal", XC_ORDINAL_WORD},
                                       {"ending", XC_ENDING},
                                       {"negative", XC_NEGATIVE},
                                       {"point", XC_POINT},
                                       {"and", XC_AND},
                                       {"multiple", XC_MULTIPLE_WORD},
                                       {"fold", XC_FOLD},
                                       {"glyph", XC_GLYPH},
                                       {"exponent", XC_EXPONENT}};
    unsigned kind = 0;
    xc_decimal value;
    if (!VALUE_OF(kinds, xc_csv_cell(&l->table, row, "kind"), &kind)) {
        return bad_row(l, row, "no such kind; the first lines of the file list them");
    }
    if (!decimal_of(xc_csv_cell(&l->table, row, "value"), 0, &value)) {
        return bad_row(l, row, "the value is no number");
    }
    xc_slice rest = xc_csv_cell(&l->table, row, "words");
    for (bool more = true; more;) {
        xc_slice spelling;
        more = xc_slice_cut(rest, '|', &spelling, &rest);
        xc_quantity_words *w = l->words;
        xc_number_word *entry = add_entry(l, w->numbers, spelling, &w->number_words,
                                          &w->number_count, &w->number_capacity, sizeof *entry);
        if (!entry) {
            return bad_row(l, row, "an empty word, or memory is out");
        }
        *entry =
            (xc_number_word){(xc_number_kind)kind, value, xc_arena_copy(w->arena, spelling)};
    }
    return XC_OK;
}

static xc_status load_hedge(loader *l, size_t row) {
    static const name_value sides[] = {
        {"before", XC_HEDGE_BEFORE},   {"after", XC_HEDGE_AFTER},
        {"further", XC_HEDGE_FURTHER}, {"further_after", XC_HEDGE_FURTHER_AFTER},
        {"between", XC_HEDGE_BETWEEN}, {"from", XC_HEDGE_FROM},
        {"to", XC_HEDGE_TO},           {"or", XC_HEDGE_OR},
        {"and", XC_HEDGE_AND},         {"whole", XC_HEDGE_WHOLE},
        {"share", XC_HEDGE_SHARE}};
    unsigned side = 0;
    if (!VALUE_OF(sides, xc_csv_cell(&l->table, row, "side"), &side)) {
        return bad_row(l, row, "no such side; the first lines of the file list them");
    }
    xc_slice name = xc_csv_cell(&l->table, row, "qualifier");
    int qualifier = name.len ? xc_qualifier_of(name) : XC_EXACT;
    if (qualifier < 0) {
        return bad_row(l, row, "no such qualifier; the interface page lists them");
    }
    xc_quantity_words *w = l->words;
    xc_slice rest = xc_csv_cell(&l->table, row, "words");
    for (bool more = true; more;) {
        xc_slice spelling;
        more = xc_slice_cut(rest, '|', &spelling, &rest);
        xc_hedge_word *entry = add_entry(l, w->hedges, spelling, &w->hedge_words,
                                         &w->hedge_count, &w->hedge_capacity, sizeof *entry);
        if (!entry) {
            return bad_row(l, row, "an empty word, or memory is out");
        }
        *entry = (xc_hedge_word){(xc_hedge_side)side, (xc_qualifier)qualifier,
                                 xc_arena_copy(w->arena, spelling)};
    }
    return XC_OK;
}

// Adds each spelling of a unit or currency.
static xc_status add_unit(loader *l, size_t row, xc_slice unit, unsigned forms,
                          xc_quantity_kind kind) {
    xc_decimal scale;
    if (!decimal_of(xc_csv_cell(&l->table, row, "scale"), 1, &scale)) {
        return bad_row(l, row, "the scale is no number");
    }
    xc_quantity_words *w = l->words;
    xc_slice name = xc_arena_copy(w->arena, unit);
    xc_slice alone = xc_arena_copy(w->arena, xc_csv_cell(&l->table, row, "alone"));
    xc_slice shared = xc_arena_copy(w->arena, xc_csv_cell(&l->table, row, "shared"));
    bool bare = xc_slice_ends(shared, XC_SLICE("?"));
    shared.len -= bare;
    bool singular = true;
    xc_slice rest = xc_csv_cell(&l->table, row, "words");
    for (bool more = true; more;) {
        xc_slice spelling;
        more = xc_slice_cut(rest, '|', &spelling, &rest);
        xc_unit_word *entry = add_entry(l, w->units, spelling, &w->unit_words, &w->unit_count,
                                        &w->unit_capacity, sizeof *entry);
        if (!entry) {
            return bad_row(l, row, "an empty word, or memory is out");
        }
        *entry = (xc_unit_word){.unit = name,
                                .written = xc_arena_copy(w->arena, spelling),
                                .scale = scale,
                                .kind = kind,
                                .forms = forms,
                                .singular = singular,
                                .shared = shared,
                                .bare = bare,
                                .alone = alone};
        singular = false;
    }
    return XC_OK;
}

static const name_value forms[] = {{"word", XC_FORM_WORD},
                                   {"symbol", XC_FORM_SYMBOL},
                                   {"glued", XC_FORM_GLUED},
                                   {"before", XC_FORM_BEFORE},
                                   {"large", XC_FORM_LARGE}};

static xc_status load_unit(loader *l, size_t row) {
    static const name_value kinds[] = {{"percent", XC_PERCENT},
                                       {"duration", XC_DURATION},
                                       {"age", XC_AGE},
                                       {"physical", XC_PHYSICAL}};
    unsigned kind = 0;
    unsigned form = 0;
    if (!VALUE_OF(kinds, xc_csv_cell(&l->table, row, "kind"), &kind) ||
        !VALUE_OF(forms, xc_csv_cell(&l->table, row, "form"), &form)) {
        return bad_row(l, row, "no such kind or form; the first lines of the file list them");
    }
    return add_unit(l, row, xc_csv_cell(&l->table, row, "unit"), form, (xc_quantity_kind)kind);
}

static xc_status load_currency(loader *l, size_t row) {
    xc_slice side = xc_csv_cell(&l->table, row, "side");
    unsigned form = 0;
    if (!VALUE_OF(forms, xc_csv_cell(&l->table, row, "form"), &form)) {
        return bad_row(l, row, "no such form; the first lines of the file list them");
    }
    bool before = xc_slice_is(side, "before") || xc_slice_is(side, "both");
    bool after = xc_slice_is(side, "after") || xc_slice_is(side, "both");
    if (!before && !after) {
        return bad_row(l, row, "side is before, after or both");
    }
    unsigned sides = (before ? XC_FORM_BEFORE : 0u) | (after ? XC_FORM_AFTER : 0u);
    return add_unit(l, row, xc_csv_cell(&l->table, row, "code"), form | sides, XC_MONEY);
}

static const name_value contexts[] = {{"name_before", XC_NAME_BEFORE},
                                      {"score_before", XC_SCORE_BEFORE},
                                      {"change_before", XC_CHANGE_BEFORE},
                                      {"year_before", XC_YEAR_BEFORE},
                                      {"plural", XC_PLURAL},
                                      {"function", XC_FUNCTION},
                                      {"one_before", XC_ONE_BEFORE},
                                      {"one_after", XC_ONE_AFTER},
                                      {"length_after", XC_LENGTH_AFTER},
                                      {"calibre_after", XC_CALIBRE_AFTER},
                                      {"zero_noun", XC_ZERO_NOUN},
                                      {"zero_after", XC_ZERO_AFTER},
                                      {"zero_pronoun", XC_ZERO_PRONOUN},
                                      {"duration_before", XC_DURATION_BEFORE},
                                      {"lasting", XC_LASTING},
                                      {"strong", XC_STRONG},
                                      {"than", XC_THAN},
                                      {"of", XC_OF},
                                      {"per", XC_PER},
                                      {"old", XC_OLD},
                                      {"be_after", XC_BE_AFTER},
                                      {"phone_before", XC_PHONE_BEFORE},

                                      {"article", XC_ANY_ARTICLE},

                                      {"no", XC_NO},
                                      {"none", XC_NONE},
                                      {"times", XC_TIMES},
                                      {"multiple_after", XC_MULTIPLE_AFTER},
                                      {"by", XC_BY},
                                      {"from", XC_FROM},
                                      {"brand", XC_BRAND},
                                      {"street_after", XC_STREET_AFTER}};

static xc_status make_contexts(loader *l) {
    for (size_t row = 0; row < l->table.rows; row++) {
        if (!xc_lexicon_add(l->lexicon, xc_csv_cell(&l->table, row, "word"))) {
            return bad_row(l, row, "this row has no word");
        }
    }
    xc_quantity_words *w = l->words;
    w->context_count = (size_t)xc_lexicon_count(l->lexicon) + 1;
    w->contexts = xc_arena_array(w->arena, w->context_count, sizeof *w->contexts);
    w->names = xc_arena_array(w->arena, w->context_count, sizeof *w->names);
    if (!w->contexts || !w->names) {
        (void)xc_fail_memory(l->error);
        return XC_NO_MEMORY;
    }
    return XC_OK;
}

static xc_status load_context(loader *l, size_t row) {
    xc_quantity_words *w = l->words;
    unsigned role = 0;
    if (xc_slice_is(xc_csv_cell(&l->table, row, "role"), "plural_ending")) {
        w->plural_ending = xc_arena_copy(w->arena, xc_csv_cell(&l->table, row, "word"));
        return w->plural_ending.ptr ? XC_OK : xc_fail_memory(l->error);
    }
    if (!VALUE_OF(contexts, xc_csv_cell(&l->table, row, "role"), &role)) {
        return bad_row(l, row, "no such role; the first lines of the file list them");
    }
    xc_word word = xc_lexicon_find(l->lexicon, xc_csv_cell(&l->table, row, "word"));
    w->contexts[word] |= role;
    xc_slice why = xc_csv_cell(&l->table, row, "why");
    if (why.len) {
        w->names[word] = xc_arena_string(w->arena, why);
        return w->names[word] ? XC_OK : xc_fail_memory(l->error);
    }
    return XC_OK;
}

static xc_status load_table(loader *l, const char *directory, const char *name,
                            xc_status (*load)(loader *, size_t)) {
    xc_status status = xc_csv_load(directory, name, NULL, l->words->arena, &l->table, l->error);
    if (status == XC_OK && load == load_context) {
        status = make_contexts(l);
    }
    for (size_t row = 0; status == XC_OK && row < l->table.rows; row++) {
        status = load(l, row);
    }
    return status == XC_END ? XC_OK : status;
}

static xc_status load_all(loader *l, const char *directory) {
    xc_status status = load_table(l, directory, "numbers.csv", load_number);
    if (status == XC_OK) {
        status = load_table(l, directory, "hedges.csv", load_hedge);
    }
    if (status == XC_OK) {
        status = load_table(l, directory, "units.csv", load_unit);
    }
    if (status == XC_OK) {
        status = load_table(l, directory, "currencies.csv", load_currency);
    }
    if (status == XC_OK) {
        status = load_table(l, directory, "number_contexts.csv", load_context);
    }
    return status == XC_OK ? xc_quantity_roles_make(l->words, l->lexicon, l->error) : status;
}

xc_status xc_quantity_words_load(const char *language_directory, xc_lexicon *lexicon,
                                 xc_quantity_words **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_quantity_words *words = arena ? xc_arena_alloc(arena, sizeof *words) : NULL;
    if (!words) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    words->arena = arena;
    words->numbers = xc_phrases_new();
    words->hedges = xc_phrases_new();
    words->units = xc_phrases_new();
    loader l = {.words = words, .lexicon = lexicon, .error = error};
    xc_status status = words->numbers && words->hedges && words->units
                           ? load_all(&l, language_directory)
                           : xc_fail_memory(error);
    if (status != XC_OK) {
        xc_quantity_words_free(words);
        return status;
    }
    *out = words;
    return XC_OK;
}

void xc_quantity_words_free(xc_quantity_words *words) {
    if (words) {
        xc_phrases_free(words->numbers);
        xc_phrases_free(words->hedges);
        xc_phrases_free(words->units);
        xc_arena_free(words->arena);
    }
}
