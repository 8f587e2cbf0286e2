// SPDX-License-Identifier: MIT
// Reads times.csv: kind, word, value, note.
#include "recognise/time/time_words.h"

typedef struct named {
    const char *name;
    int value;
} named;

static const named kinds[] = {{"month", TIME_MONTH},
                              {"weekday", TIME_WEEKDAY},
                              {"day", TIME_DAY},
                              {"overnight", TIME_OVERNIGHT},
                              {"now", TIME_NOW},
                              {"until_now", TIME_UNTIL_NOW},
                              {"part", TIME_PART},
                              {"clock", TIME_CLOCK},
                              {"half_day", TIME_HALF_DAY},
                              {"oclock", TIME_OCLOCK},
                              {"clock_hours", TIME_CLOCK_HOURS},
                              {"clock_lead", TIME_CLOCK_LEAD},
                              {"clock_mark", TIME_CLOCK_MARK},
                              {"zone", TIME_ZONE},
                              {"season", TIME_SEASON},
                              {"unit", TIME_UNIT},
                              {"numbered", TIME_NUMBERED},
                              {"which", TIME_WHICH},
                              {"within", TIME_WITHIN},
                              {"edge", TIME_EDGE},
                              {"rest", TIME_REST},
                              {"shift", TIME_SHIFT},
                              {"shift_of", TIME_SHIFT_OF},
                              {"bound", TIME_BOUND},
                              {"opener", TIME_OPENER},
                              {"joiner", TIME_JOINER},
                              {"onwards", TIME_ONWARDS},
                              {"leads", TIME_LEADS},
                              {"near", TIME_NEAR},
                              {"plain", TIME_PLAIN},
                              {"record", TIME_RECORD},
                              {"cited", TIME_CITED},
                              {"at", TIME_AT},
                              {"filler", TIME_FILLER},
                              {"determiner", TIME_DETERMINER},
                              {"of", TIME_OF},
                              {"in", TIME_IN},
                              {"on", TIME_ON},
                              {"number", TIME_NUMBER},
                              {"amount", TIME_AMOUNT},
                              {"ordinal", TIME_ORDINAL},
                              {"ordinal_ending", TIME_ORDINAL_ENDING},
                              {"decade", TIME_DECADE},
                              {"decade_ending", TIME_DECADE_ENDING},
                              {"holiday", TIME_HOLIDAY},
                              {"easter", TIME_EASTER},
                              {"nth_holiday", TIME_NTH_HOLIDAY},
                              {"counted", TIME_COUNTED},
                              {"possessive", TIME_POSSESSIVE},
                              {"future", TIME_FUTURE},
                              {"past", TIME_PAST},
                              {"past_ending", TIME_PAST_ENDING},
                              {"intent", TIME_INTENT},
                              {"name", TIME_NAME},
                              {"numeric_order", TIME_NUMERIC_ORDER},
                              {NULL, 0}};
static const named values[] = {{"second", UNIT_SECOND},
                               {"minute", UNIT_MINUTE},
                               {"hour", UNIT_HOUR},
                               {"day", UNIT_DAY},
                               {"weekend", UNIT_WEEKEND},
                               {"week", UNIT_WEEK},
                               {"fortnight", UNIT_FORTNIGHT},
                               {"month", UNIT_MONTH},
                               {"quarter", UNIT_QUARTER},
                               {"half", UNIT_HALF},
                               {"year", UNIT_YEAR},
                               {"decade", UNIT_DECADE},
                               {"century", UNIT_CENTURY},
                               {"early", EDGE_EARLY},
                               {"begin", EDGE_BEGIN},
                               {"middle", EDGE_MIDDLE},
                               {"late", EDGE_LATE},
                               {"end", EDGE_END},
                               {"since", BOUND_SINCE},
                               {"after", BOUND_AFTER},
                               {"until", BOUND_UNTIL},
                               {"before", BOUND_BEFORE},
                               {"by", BOUND_BY},
                               {"day first", 1},
                               {"month first", 0},
                               {NULL, 0}};
static const named notes[] = {{"", NOTE_NONE},
                              {"weak", NOTE_WEAK},
                              {"short", NOTE_SHORT},
                              {"rolling", NOTE_ROLLING},
                              {"plural", NOTE_PLURAL},
                              {"anchor", NOTE_ANCHOR},
                              {NULL, 0}};

static bool look(const named *table, xc_slice name, int *value) {
    for (; table->name; table++) {
        if (xc_slice_is(name, table->name)) {
            *value = table->value;
            return true;
        }
    }
    return false;
}

// A number, a word of the table, or nothing, which is 0.
static bool read_value(xc_slice text, int *value) {
    xc_decimal number;
    *value = 0;
    if (text.len == 0 || look(values, text, value)) {
        return true;
    }
    if (!xc_decimal_parse(text, &number) || !xc_decimal_is_integer(number) ||
        xc_decimal_compare(number, xc_decimal_of(9999)) > 0 ||
        xc_decimal_compare(number, xc_decimal_of(-9999)) < 0) {
        return false;
    }
    *value = (int)xc_decimal_double(number);
    return true;
}

// Kinds that need no phrase of their own.
static bool take_setting(time_words *words, time_row row, xc_slice word) {
    if (row.kind == TIME_NUMERIC_ORDER) {
        words->day_first[(unsigned char)word.ptr[0] % 128] = row.value != 0;
        return true;
    }
    if (row.kind == TIME_PAST_ENDING && words->past_ending_count < TIME_ENDINGS) {
        words->past_endings[words->past_ending_count++] = word;
        return true;
    }
    return row.kind == TIME_PAST_ENDING;
}

static xc_status add_row(time_words *words, xc_lexicon *lexicon, time_row row, xc_slice word) {
    time_row *place = xc_arena_grow(words->arena, &words->rows, words->row_count,
                                    &words->row_capacity, sizeof *place);
    if (!place) {
        return XC_NO_MEMORY;
    }
    *place = row;
    uint32_t index = (uint32_t)words->row_count++;
    if (word.ptr[0] == '\'' && words->clitic_count < TIME_CLITICS) {
        xc_word number = xc_lexicon_add(lexicon, word);
        words->clitics[words->clitic_count++] = (time_clitic){number, index};
        return number ? XC_OK : XC_NO_MEMORY;
    }
    return xc_phrases_add(words->phrases, lexicon, word, index);
}

static xc_status take_row(time_words *words, xc_lexicon *lexicon, const xc_csv *table,
                          size_t at, xc_error *error) {
    xc_slice word = xc_csv_cell(table, at, "word");
    int kind = 0;
    int value = 0;
    int note = 0;
    const char *wrong = NULL;
    if (word.len == 0) {
        wrong = "this row has no word";
    } else if (!look(kinds, xc_csv_cell(table, at, "kind"), &kind)) {
        wrong = "there is no such kind of time word; the comment at the top lists them";
    } else if (!read_value(xc_csv_cell(table, at, "value"), &value)) {
        wrong = "the value is neither a number of at most four digits nor a word that its "
                "kind knows";
    } else if (!look(notes, xc_csv_cell(table, at, "note"), &note)) {
        wrong = "the note is weak, short, rolling, plural, anchor or empty";
    }
    if (wrong) {
        return xc_fail_at(error, XC_BAD_RULE, table->path, table->lines[at], "%s", wrong);
    }
    time_row row = {(uint8_t)kind, (uint8_t)note, value};
    if (take_setting(words, row, word)) {
        return XC_OK;
    }
    xc_status status = add_row(words, lexicon, row, word);
    return status == XC_OK ? XC_OK : xc_fail_memory(error);
}

static time_words *words_new(void) {
    xc_arena *arena = xc_arena_new();
    time_words *words = arena ? xc_arena_alloc(arena, sizeof *words) : NULL;
    xc_phrases *phrases = words ? xc_phrases_new() : NULL;
    if (!phrases) {
        xc_arena_free(arena);
        return NULL;
    }
    *words = (time_words){.arena = arena, .phrases = phrases};
    return words;
}

// Notes for the first word of each phrase what it may be the beginning of.
static xc_status note_first_words(time_words *words, const xc_lexicon *lexicon,
                                  const xc_csv *table, xc_error *error) {
    words->word_count = (size_t)xc_lexicon_count(lexicon) + 1;
    words->first_kinds =
        xc_arena_array(words->arena, words->word_count, sizeof *words->first_kinds);
    if (!words->first_kinds) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < table->rows; i++) {
        xc_text text;
        int kind = 0;
        xc_slice word = xc_csv_cell(table, i, "word");
        xc_status status = xc_text_split(word, lexicon, NULL, words->arena, &text, error);
        if (status != XC_OK) {
            return status;
        }
        if (text.token_count && text.tokens[0].word &&
            look(kinds, xc_csv_cell(table, i, "kind"), &kind)) {
            words->first_kinds[text.tokens[0].word] |= TIME_BIT(kind);
        }
    }
    return XC_OK;
}

xc_status time_words_load(const char *language_directory, xc_lexicon *lexicon, time_words **out,
                          xc_error *error) {
    *out = NULL;
    time_words *words = words_new();
    if (!words) {
        return xc_fail_memory(error);
    }
    xc_csv table;
    xc_status status =
        xc_csv_load(language_directory, "times.csv", NULL, words->arena, &table, error);
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        status = take_row(words, lexicon, &table, i, error);
    }
    if (status == XC_OK) {
        status = note_first_words(words, lexicon, &table, error);
    }
    if (status != XC_OK && status != XC_END) { // a language may do without the table
        time_words_free(words);
        return status;
    }
    *out = words;
    return XC_OK;
}

void time_words_free(time_words *words) {
    if (words) {
        xc_phrases_free(words->phrases);
        xc_arena_free(words->arena);
    }
}
