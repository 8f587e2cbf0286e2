// SPDX-License-Identifier: MIT
// Decoding to valid UTF-8.
#include "read/bytes/charset.h"
#include "read_file.h"

static void bytes_become_text(void **state) {
    (void)state;
    static const struct {
        xc_slice bytes;
        const char *declared, *text;
        size_t replaced;
    } cases[] = {
        {XC_SLICE_INIT("plain"), "", "plain", 0},
        {XC_SLICE_INIT("\xEF\xBB\xBFmarked"), "", "marked", 0},
        // Valid UTF-8 is that, whatever is declared.
        {XC_SLICE_INIT("na\xC3\xAFve"), "iso-8859-1", "na\xC3\xAFve", 0},
        {XC_SLICE_INIT("na\xEFve \x93quoted\x94"), "ISO-8859-1",
         "na\xC3\xAFve \xE2\x80\x9Cquoted\xE2\x80\x9D", 0},
        {XC_SLICE_INIT("\xCF\xF0\xE8\xE2\xE5\xF2"), "windows-1251",
         "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82", 0},
        {XC_SLICE_INIT("\xDE\xFDrnak"), "windows-1254", "\xC5\x9E\xC4\xB1rnak", 0},
        {XC_SLICE_INIT("\xDE\xFDrnak"), "ISO-8859-9", "\xC5\x9E\xC4\xB1rnak", 0},
        {XC_SLICE_INIT("\xF0\xD2\xC9\xD7\xC5\xD4"), "KOI8-R",
         "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82", 0},
        {XC_SLICE_INIT("\xFF\xFEh\0i\0"), "", "hi", 0},
        {XC_SLICE_INIT("\xFE\xFF\0h\0i"), "", "hi", 0},
        {XC_SLICE_INIT("h\0i\0 \0y\0o\0u\0"), "", "hi you", 0},
        // Cut in the middle of a letter; a stray byte; a NUL; an overlong form; a surrogate.
        {XC_SLICE_INIT("\xC3\xA9t\xC3\xA9\xC3"), "utf-8", "\xC3\xA9t\xC3\xA9\xEF\xBF\xBD", 1},
        {XC_SLICE_INIT("a\0b"), "",
         "a\xEF\xBF\xBD"
         "b",
         1},
        {XC_SLICE_INIT("\xC3\xA9\xC3\xA9\xC3\xA9\xC0\xAF"), "utf-8",
         "\xC3\xA9\xC3\xA9\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD", 2},
        {XC_SLICE_INIT("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xED\xA0\x80"), "utf-8",
         "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
        {XC_SLICE_INIT("caf\xE9"), "no-such//charset", "caf\xC3\xA9", 0},
    };
    xc_arena *arena = xc_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_slice text;
        size_t replaced = 0;
        assert_int_equal(charset_decode(cases[i].bytes, xc_slice_of(cases[i].declared), arena,
                                        &text, &replaced, NULL),
                         XC_OK);
        if (!xc_slice_is(text, cases[i].text) || replaced != cases[i].replaced) {
            fail_msg("case %zu: \"%.*s\", %zu replaced", i, XC_PRINT(text), replaced);
        }
        assert_int_equal(utf8_valid_prefix(text), text.len);
    }
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(bytes_become_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
