// SPDX-License-Identifier: MIT
// Which language a document is in: what it states, and what its text looks like.
#include "read_file.h"

static const char english[] =
    "The bridge over the river fell on Thursday morning when a lorry was crossing it. The "
    "mayor "
    "said that six people had died and that nine others were taken to a hospital in the next "
    "town, where two of them are still in danger.";
static const char german[] =
    "Die Brücke über den Fluss stürzte am Donnerstagmorgen ein, als ein Lastwagen über sie "
    "fuhr. "
    "Der Bürgermeister sagte, dass sechs Menschen gestorben seien und neun weitere in ein "
    "Krankenhaus der nächsten Stadt gebracht wurden.";
static const char russian[] =
    "Мост через реку обрушился в четверг утром, когда по нему ехал грузовик. Мэр города "
    "сообщил, "
    "что шесть человек погибли, а девять пострадавших доставлены в больницу соседнего города.";
static const char norwegian[] =
    "Broen over elva falt torsdag morgen mens en lastebil var på vei over. Ordføreren sa at "
    "seks "
    "mennesker hadde dødd, og at ni andre ble brakt til et sykehus i den neste byen, der to av "
    "dem fortsatt svever i livsfare.";

static xc_languages *load(void) {
    xc_languages *languages = NULL;
    xc_error error = {0};
    if (xc_languages_load(XC_SOURCE_DIR "/claims", &languages, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    return languages;
}

static void told_by_the_text(void **state) {
    (void)state;
    static const struct {
        const char *text, *stated, *language;
    } cases[] = {
        {english, "", "en"},
        {german, "", "de"},
        {russian, "", "ru"},
        {german, "en", "de"},
        {english, "de", "en"},
        {norwegian, "no", "no"},
        {norwegian, "da", "da"}, // of one kin: not overruled
        {"Six people died.", "", ""},
        {"Six people died.", "en", "en"},
        {"6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 "
         "12 15 "
         "6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 12 15 6 9 "
         "12 1 ",
         "en", "en"},
    };
    xc_languages *languages = load();
    xc_arena *arena = xc_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_document document = {.text = xc_slice_of(cases[i].text),
                                .language = xc_slice_of(cases[i].stated)};
        assert_int_equal(xc_language_tell(languages, arena, &document, NULL), XC_OK);
        if (!xc_slice_is(document.language, cases[i].language)) {
            fail_msg("case %zu: \"%.*s\"", i, XC_PRINT(document.language));
        }
    }
    xc_arena_free(arena);
    xc_languages_free(languages);
}

static void spelt_as_a_code(void **state) {
    (void)state;
    static const struct {
        const char *stated, *language;
    } cases[] = {
        {"English", "en"}, {"eng", "en"},   {"en-GB", "en"},   {"EN_us", "en"},
        {"Deutsch", "de"}, {"iw", "he"},    {"nb-NO", "no"},   {"xx", "xx"},
        {"zh-Hant", "zh"}, {"unknown", ""}, {"../../etc", ""}, {"", ""},
    };
    xc_languages *languages = load();
    xc_read_options options = {.languages = languages};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char content[128];
        (void)snprintf(content, sizeof content, "{\"text\":\"Six died.\",\"language\":\"%s\"}",
                       cases[i].stated);
        documents read;
        make("l.jsonl", xc_slice_of(content));
        read_file("l.jsonl", &options, &read);
        assert_int_equal(read.count, 1);
        if (!xc_slice_is(read.items[0].language, cases[i].language)) {
            fail_msg("%s: \"%.*s\"", cases[i].stated, XC_PRINT(read.items[0].language));
        }
        forget(&read);
    }
    xc_languages_free(languages);
}

static void files_that_are_missing(void **state) {
    (void)state;
    static const struct {
        const char *table;
        xc_status status;
        const char *reason;
    } cases[] = {
        {"code,fingerprint,kin,names\nqq,no-such-language,,\n", XC_IO, "libexttextcat-data"},
        {"code,fingerprint,kin,names\nen,,,\n", XC_BAD_RULE, "fingerprint"},
        {NULL, XC_IO, "languages.csv"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_languages *languages = NULL;
        xc_error error = {0};
        if (cases[i].table) {
            make("world/languages.csv", xc_slice_of(cases[i].table));
        } else {
            (void)unlink(in_folder("world/languages.csv"));
        }
        assert_int_equal(xc_languages_load(folder, &languages, &error), cases[i].status);
        assert_non_null(strstr(error.message, cases[i].reason));
        assert_null(languages);
    }
    xc_document document = {.text = xc_slice_of(german), .language = XC_SLICE("en")};
    assert_int_equal(xc_language_tell(NULL, NULL, &document, NULL), XC_OK);
    assert_slice(document.language, "en");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(told_by_the_text),
                                       cmocka_unit_test(spelt_as_a_code),
                                       cmocka_unit_test(files_that_are_missing)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
