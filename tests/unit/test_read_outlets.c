// SPDX-License-Identifier: MIT
// Which outlet published a document, and whose copy it is.
#include "read/outlet/outlets.h"
#include "read_file.h"

static xc_outlets *outlets;

static int load(void **state) {
    (void)state;
    xc_error error = {0};
    xc_status status = xc_outlets_load(XC_SOURCE_DIR "/claims", &outlets, &error);
    if (status != XC_OK) {
        print_error("%s: %s\n", error.path, error.message);
    }
    return status == XC_OK ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    xc_outlets_free(outlets);
    return 0;
}

static void settled(void **state) {
    (void)state;
    static const struct {
        const char *url, *source, *title, *text, *expected, *wire;
    } cases[] = {
        // The address knows best, then what the page calls itself, then its text.
        {"https://edition.cnn.com/x", "CNN World", "", "", "CNN", ""},
        {"https://www.bbc.co.uk/news/1", "", "", "", "BBC", ""},
        {"https://paper.example/x", "The Observer", "", "", "The Observer", ""},
        {"https://paper.example/x", "", "", "", "paper.example", ""},
        {"", "BBC NEWS", "", "", "BBC", ""},
        {"", "nytimes.com", "", "", "The New York Times", ""},
        {"", "Harbour Times", "", "", "Harbour Times", ""},
        {"", "", "Ferry sinks - Al Jazeera", "", "Al Jazeera", ""},
        {"", "", "Ferry sinks - Rescue goes on", "", "", ""},
        {"", "", "", "The mayor resigned, Report informs.", "Report", ""},
        {"", "", "", "The report informs the public.", "", ""},
        {"", "", "", "He told CNN so. She told CNN too. They told CNN the same.", "CNN", ""},
        {"", "", "", "He told CNN so.", "", ""},
        {"", "", "",
         "He told CNN. He told CNN. He told Al Jazeera. He told Al Jazeera. "
         "He told CNN. He told Al Jazeera.",
         "", ""},
        {"", "", "", "A told Reuters. B told Reuters. C told Reuters. D told Reuters.", "", ""},
        {"", "", "", "(The story has not been edited by Firstpost staff.)", "Firstpost", ""},
        {"", "", "Statement by Ambassador Zhang Jun at the Council", "",
         "Permanent Mission of China to the United Nations", ""},
        {"", "", "Ambassador Zhang Jun meets the press", "", "", ""},
        // Copy of an agency.
        {"", "X", "", "LIMA, May 5 (Reuters) - A bridge fell.", "X", "Reuters"},
        {"", "X", "", "LIMA (AP) \xE2\x80\x94 A bridge fell.", "X", "Associated Press"},
        {"", "X", "", "The army (AFP) said so.", "X", ""},
        {"", "X", "", "A bridge fell.\n\nWith inputs from PTI", "X", "Press Trust of India"},
        {"", "X", "", "A bridge fell, X informs via AZERTAC.", "X", "AZERTAC"},
        {"", "X", "", "A bridge fell.\n\n\xE2\x80\x93 AFP", "X", "AFP"},
        {"", "X", "", "A bridge fell. (dpa)", "X", "dpa"},
        {"", "X", "", "It fell, he told AFP.", "X", ""},
        // An agency that no lexicon has; an outlet's own dateline; brackets that are no name.
        {"", "X", "", "Bridge falls\n\nLIMA, Peru (Andes Wire) -- A bridge fell.", "X",
         "Andes Wire"},
        {"", "CNN", "", "LIMA (CNN) \xE2\x80\x94 A bridge fell.", "CNN", ""},
        {"", "X", "", "TROY (WXYZ-TV) - A bridge fell.", "X", ""},
        {"", "X", "", "LIMA (population 10 million) - A bridge fell.", "X", ""},
        {"", "X", "", "The mayor (Green Party) - in office - resigned.", "X", ""},
        {"https://www.reuters.com/a", "", "", "LIMA (Reuters) - A bridge fell.", "Reuters", ""},
    };
    xc_arena *arena = xc_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_document document = {.url = xc_slice_of(cases[i].url),
                                .source = xc_slice_of(cases[i].source),
                                .title = xc_slice_of(cases[i].title),
                                .text = xc_slice_of(cases[i].text)};
        assert_int_equal(outlets_settle(outlets, arena, &document, NULL), XC_OK);
        if (!xc_slice_is(document.source, cases[i].expected) ||
            !xc_slice_is(document.wire, cases[i].wire)) {
            fail_msg("case %zu (%s%s%s%s): \"%.*s\", wire \"%.*s\"", i, cases[i].url,
                     cases[i].source, cases[i].title, cases[i].text, XC_PRINT(document.source),
                     XC_PRINT(document.wire));
        }
    }
    xc_arena_free(arena);
}

static void broken_lexicons(void **state) {
    (void)state;
    xc_outlets *none = NULL;
    xc_error error = {0};
    assert_int_equal(xc_outlets_load("/nowhere", &none, &error), XC_IO);
    assert_null(none);
    make("world/outlets.csv", XC_SLICE("name,domains,names,says\n,a.example,,\n"));
    make("world/agencies.csv", XC_SLICE("name,names\nA,B\n"));
    error = (xc_error){0};
    assert_int_equal(xc_outlets_load(folder, &none, &error), XC_BAD_RULE);
    assert_int_equal(error.line, 2);
}

static int start(void **state) {
    return load(state) || make_folder(state);
}

static int finish(void **state) {
    return unload(state) || remove_folder(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(settled),
                                       cmocka_unit_test(broken_lexicons)};
    return cmocka_run_group_tests(tests, start, finish);
}
