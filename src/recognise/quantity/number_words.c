// SPDX-License-Identifier: MIT
// Reads numbers.csv, hedges.csv, units.csv, currencies.csv and number_contexts.csv.
#include "recognise/quantity/number_words.h"

typedef struct loader {
    quantity_words *words;
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
    static const name_value kinds[] = {{"digit", NUMBER_DIGIT_WORD},
                                       {"teen", NUMBER_TEEN_WORD},
                                       {"ten", NUMBER_TEN_WORD},
                                       {"zero", NUMBER_ZERO_WORD},
                                       {"scale", NUMBER_SCALE_WORD},
                                       {"suffix", NUMBER_SUFFIX},
                                       {"article", NUMBER_ARTICLE},
                                       {"amount", NUMBER_AMOUNT},
                                       {"vague", NUMBER_VAGUE_WORD},
                                       {"part", NUMBER_PART},
                                       {"parts", NUMBER_PARTS},
                                       {"ordinal", NUMBER_ORDINAL_WORD},
                                       {"ending", NUMBER_ENDING},
                                       {"negative", NUMBER_NEGATIVE},
                                       {"point", NUMBER_POINT},
                                       {"and", NUMBER_AND},
                                       {"multiple", NUMBER_MULTIPLE_WORD},
                                       {"fold", NUMBER_FOLD},
                                       {"glyph", NUMBER_GLYPH},
                                       {"exponent", NUMBER_EXPONENT},
                                       {"hundred", NUMBER_HUNDRED_WORD},
                                       {"lone", NUMBER_LONE},
                                       {"join", NUMBER_JOIN}};
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
        quantity_words *w = l->words;
        number_word *entry = add_entry(l, w->numbers, spelling, &w->number_words,
                                       &w->number_count, &w->number_capacity, sizeof *entry);
        if (!entry) {
            return bad_row(l, row, "an empty word, or memory is out");
        }
        *entry = (number_word){(number_kind)kind, value, xc_arena_copy(w->arena, spelling)};
    }
    return XC_OK;
}

static xc_status load_hedge(loader *l, size_t row) {
    static const name_value sides[] = {
        {"before", HEDGE_BEFORE},   {"after", HEDGE_AFTER},
        {"further", HEDGE_FURTHER}, {"further_after", HEDGE_FURTHER_AFTER},
        {"between", HEDGE_BETWEEN}, {"from", HEDGE_FROM},
        {"to", HEDGE_TO},           {"or", HEDGE_OR},
        {"and", HEDGE_AND},         {"whole", HEDGE_WHOLE},
        {"share", HEDGE_SHARE},     {"rather", HEDGE_RATHER}};
    unsigned side = 0;
    if (!VALUE_OF(sides, xc_csv_cell(&l->table, row, "side"), &side)) {
        return bad_row(l, row, "no such side; the first lines of the file list them");
    }
    xc_slice name = xc_csv_cell(&l->table, row, "qualifier");
    int qualifier = name.len ? xc_qualifier_of(name) : XC_EXACT;
    if (qualifier < 0) {
        return bad_row(l, row, "no such qualifier; the interface page lists them");
    }
    quantity_words *w = l->words;
    xc_slice rest = xc_csv_cell(&l->table, row, "words");
    for (bool more = true; more;) {
        xc_slice spelling;
        more = xc_slice_cut(rest, '|', &spelling, &rest);
        hedge_word *entry = add_entry(l, w->hedges, spelling, &w->hedge_words, &w->hedge_count,
                                      &w->hedge_capacity, sizeof *entry);
        if (!entry) {
            return bad_row(l, row, "an empty word, or memory is out");
        }
        *entry = (hedge_word){(hedge_side)side, (xc_qualifier)qualifier,
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
    quantity_words *w = l->words;
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
        unit_word *entry = add_entry(l, w->units, spelling, &w->unit_words, &w->unit_count,
                                     &w->unit_capacity, sizeof *entry);
        if (!entry) {
            return bad_row(l, row, "an empty word, or memory is out");
        }
        *entry = (unit_word){.unit = name,
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

static const name_value forms[] = {{"word", FORM_WORD},
                                   {"symbol", FORM_SYMBOL},
                                   {"glued", FORM_GLUED},
                                   {"before", FORM_BEFORE},
                                   {"large", FORM_LARGE}};

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
    unsigned sides = (before ? FORM_BEFORE : 0u) | (after ? FORM_AFTER : 0u);
    return add_unit(l, row, xc_csv_cell(&l->table, row, "code"), form | sides, XC_MONEY);
}

static const name_value contexts[] = {{"name_before", CONTEXT_NAME_BEFORE},
                                      {"score_before", CONTEXT_SCORE_BEFORE},
                                      {"change_before", CONTEXT_CHANGE_BEFORE},
                                      {"year_before", CONTEXT_YEAR_BEFORE},
                                      {"plural", CONTEXT_PLURAL},
                                      {"function", CONTEXT_FUNCTION},
                                      {"one_before", CONTEXT_ONE_BEFORE},
                                      {"one_after", CONTEXT_ONE_AFTER},
                                      {"length_after", CONTEXT_LENGTH_AFTER},
                                      {"calibre_after", CONTEXT_CALIBRE_AFTER},
                                      {"zero_noun", CONTEXT_ZERO_NOUN},
                                      {"zero_after", CONTEXT_ZERO_AFTER},
                                      {"zero_pronoun", CONTEXT_ZERO_PRONOUN},
                                      {"duration_before", CONTEXT_DURATION_BEFORE},
                                      {"lasting", CONTEXT_LASTING},
                                      {"strong", CONTEXT_STRONG},
                                      {"than", CONTEXT_THAN},
                                      {"of", CONTEXT_OF},
                                      {"per", CONTEXT_PER},
                                      {"old", CONTEXT_OLD},
                                      {"be_after", CONTEXT_BE_AFTER},
                                      {"phone_before", CONTEXT_PHONE_BEFORE},

                                      {"article", CONTEXT_ANY_ARTICLE},

                                      {"no", CONTEXT_NO},
                                      {"none", CONTEXT_NONE},
                                      {"times", CONTEXT_TIMES},
                                      {"multiple_after", CONTEXT_MULTIPLE_AFTER},
                                      {"by", CONTEXT_BY},
                                      {"from", CONTEXT_FROM},
                                      {"brand", CONTEXT_BRAND},
                                      {"street_after", CONTEXT_STREET_AFTER}};

static xc_status make_contexts(loader *l) {
    for (size_t row = 0; row < l->table.rows; row++) {
        if (!xc_lexicon_add(l->lexicon, xc_csv_cell(&l->table, row, "word"))) {
            return bad_row(l, row, "this row has no word");
        }
    }
    quantity_words *w = l->words;
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
    quantity_words *w = l->words;
    unsigned role = 0;
    if (xc_slice_is(xc_csv_cell(&l->table, row, "role"), "plural_ending")) {
        w->plural_ending = xc_arena_copy(w->arena, xc_csv_cell(&l->table, row, "word"));
        return w->plural_ending.ptr ? XC_OK : xc_fail_memory(l->error);
    }
    if (xc_slice_is(xc_csv_cell(&l->table, row, "role"), "point_groups")) {
        w->point_groups = true;
        return XC_OK;
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
    return status == XC_OK ? quantity_roles_make(l->words, l->lexicon, l->error) : status;
}

xc_status quantity_words_load(const char *language_directory, xc_lexicon *lexicon,
                              quantity_words **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    quantity_words *words = arena ? xc_arena_alloc(arena, sizeof *words) : NULL;
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
        quantity_words_free(words);
        return status;
    }
    *out = words;
    return XC_OK;
}

void quantity_words_free(quantity_words *words) {
    if (words) {
        xc_phrases_free(words->numbers);
        xc_phrases_free(words->hedges);
        xc_phrases_free(words->units);
        xc_arena_free(words->arena);
    }
}
