// SPDX-License-Identifier: MIT
// Names of places in a small gazetteer of our own.
#include "crossclaim/recognise.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char table[] =
    "# made up for this test\n"
    "name,kind,country,population,latitude,longitude,alternatives,own,"
    "division,demonyms,common\n"
    "Old Harbour,city,XA,90000,10.5,-3.25,Oldhaven|Vieux-Port,yes,01,,Oldhaven\n"
    "Old Harbour,city,XB,2000,50,8,,,01,,\n"
    "Freedonia,country,XB,5000000,,,,,,Freedonian|Freedonians,\n"
    "North Freedonia,division,XB,,,,,,01,,\n"
    "Ğöle,city,XA,7000,1,2,Gole,,,,\n";

typedef struct fixture {
    char folder[64], csv[96], file[96];
    xc_gazetteer *gazetteer;
    xc_lexicon *lexicon;
    xc_arena *arena;
    xc_buffer scratch;
} fixture;

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static int open_fixture(void **state) {
    static fixture f;
    f = (fixture){.lexicon = xc_lexicon_new(), .arena = xc_arena_new()};
    (void)snprintf(f.folder, sizeof f.folder, "/tmp/crossclaim-places-XXXXXX");
    assert_non_null(mkdtemp(f.folder));
    (void)snprintf(f.csv, sizeof f.csv, "%s/places.csv", f.folder);
    (void)snprintf(f.file, sizeof f.file, "%s/places.bin", f.folder);
    write_file(f.csv, table);
    assert_int_equal(xc_gazetteer_compile(f.folder, "places.csv", f.file, NULL), XC_OK);
    assert_int_equal(xc_gazetteer_open(f.file, &f.gazetteer, NULL), XC_OK);
    *state = &f;
    return 0;
}

static int close_fixture(void **state) {
    fixture *f = *state;
    xc_gazetteer_close(f->gazetteer);
    xc_lexicon_free(f->lexicon);
    xc_arena_free(f->arena);
    xc_buffer_release(&f->scratch);
    (void)unlink(f->csv);
    (void)unlink(f->file);
    return rmdir(f->folder);
}

static xc_place_match match(fixture *f, const char *text) {
    xc_text split;
    assert_int_equal(xc_text_split(xc_slice_of(text), f->lexicon, NULL, f->arena, &split, NULL),
                     XC_OK);
    return xc_gazetteer_match(f->gazetteer, &split, 0, split.token_count, &f->scratch);
}

static void names_are_found(void **state) {
    static const struct {
        const char *text, *name, *country;
        uint32_t tokens;
        size_t count;
    } cases[] = {
        {"Old Harbour was calm", "Old Harbour", "XA", 2, 2},
        {"Oldhaven was calm", "Old Harbour", "XA", 1, 1},
        {"Vieux-Port was calm", "Old Harbour", "XA", 3, 1},
        {"VIEUX PORT", "Old Harbour", "XA", 2, 1},
        {"Freedonia is large", "Freedonia", "XB", 1, 1},
        {"North Freedonia", "North Freedonia", "XB", 2, 1},
        {"ğöle", "Ğöle", "XA", 1, 1},
        {"Gole", "Ğöle", "XA", 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_place_match found = match(*state, cases[i].text);
        fixture *f = *state;
        assert_int_equal(found.tokens, cases[i].tokens);
        assert_int_equal(found.count, cases[i].count);
        xc_place place = xc_gazetteer_place(f->gazetteer, found, 0);
        assert_true(xc_slice_is(place.name, cases[i].name));
        assert_true(xc_slice_is(place.country, cases[i].country));
    }
}

static void beginnings_are_no_names(void **state) {
    assert_int_equal(match(*state, "Old wives' tales").tokens, 0);
    assert_int_equal(match(*state, "North of here").tokens, 0);
    assert_int_equal(match(*state, "27 people").tokens, 0);
}

static void facts_come_with_the_name(void **state) {
    fixture *f = *state;
    xc_place_match found = match(f, "Old Harbour");
    xc_place own = xc_gazetteer_place(f->gazetteer, found, 0);
    xc_place other = xc_gazetteer_place(f->gazetteer, found, 1);
    assert_true(own.own);
    assert_false(other.own);
    assert_int_equal(own.population, 90000);
    assert_int_equal(own.kind, XC_PLACE_CITY);
    assert_true(own.longitude == -3.25F);
}

static void words_and_demonyms_are_marked(void **state) {
    fixture *f = *state;
    xc_place word = xc_gazetteer_place(f->gazetteer, match(f, "Oldhaven"), 0);
    xc_place name = xc_gazetteer_place(f->gazetteer, match(f, "Old Harbour"), 0);
    xc_place people = xc_gazetteer_place(f->gazetteer, match(f, "Freedonians fled"), 0);
    assert_true(word.common && !word.demonym);
    assert_false(name.common || name.demonym);
    assert_true(people.demonym);
    assert_true(xc_slice_is(people.name, "Freedonia"));
}

static void divisions_are_told_by_country_and_code(void **state) {
    fixture *f = *state;
    xc_place_match both = match(f, "Old Harbour");
    xc_place first = xc_gazetteer_place(f->gazetteer, both, 0);
    xc_place second = xc_gazetteer_place(f->gazetteer, both, 1);
    xc_place north = xc_gazetteer_place(f->gazetteer, match(f, "North Freedonia"), 0);
    xc_place country = xc_gazetteer_place(f->gazetteer, match(f, "Freedonia"), 0);
    assert_int_equal(north.division, second.division);
    assert_int_not_equal(north.division, first.division);
    assert_int_equal(country.division, 0);
}

static void bad_files_are_refused(void **state) {
    fixture *f = *state;
    char path[128];
    xc_gazetteer *gazetteer = NULL;
    xc_error error = {0};
    (void)snprintf(path, sizeof path, "%s/other", f->folder);
    assert_int_equal(xc_gazetteer_open(path, &gazetteer, NULL), XC_END);
    write_file(path, "XCPLACE4 and then nothing of the kind");
    assert_int_equal(xc_gazetteer_open(path, &gazetteer, &error), XC_BAD_INPUT);
    assert_non_null(strstr(error.message, "no gazetteer"));
    write_file(f->csv, "name,kind,country,population,latitude,longitude,alternatives,own\n"
                       "Nowhere,planet,,,,,,\n");
    error = (xc_error){0};
    assert_int_equal(xc_gazetteer_compile(f->folder, "places.csv", path, &error), XC_BAD_RULE);
    assert_int_equal(error.line, 2);
    (void)unlink(path);
}

static void first_words_are_known(void **state) {
    fixture *f = *state;
    assert_true(xc_gazetteer_begins(f->gazetteer, XC_SLICE("oldhaven")));
    assert_true(xc_gazetteer_begins(f->gazetteer, XC_SLICE("old")));
    assert_false(xc_gazetteer_begins(f->gazetteer, XC_SLICE("harbour")));
    assert_false(xc_gazetteer_begins(f->gazetteer, XC_SLICE("was")));
}

static void a_place_is_located_by_its_name(void **state) {
    static const struct {
        const char *name, *country;
        float latitude; // of the place that is found; 0 if none is
    } cases[] = {
        {"Old Harbour", "", 10.5F},
        {"Old Harbour", "XB", 50},
        {"Old Harbour", "XC", 0},
        {"Oldhaven", "", 0},
        {"Old", "", 0},
        {"Ğöle", "", 1},
        {"Nowhere", "", 0},
        {"Old Harbour Square", "", 0},
        {"", "", 0},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_place place;
        xc_status status = xc_gazetteer_locate(f->gazetteer, xc_slice_of(cases[i].name),
                                               xc_slice_of(cases[i].country), &place, NULL);
        bool found = cases[i].latitude > 0;
        if (status != (found ? XC_OK : XC_END) ||
            (found && fabsf(place.latitude - cases[i].latitude) > 0.01F)) {
            fail_msg("case %zu: %s gives status %d", i, cases[i].name, (int)status);
        }
    }
}

// An installation under way shortens files that a run has open.
static void a_file_that_is_shortened_is_still_known(void **state) {
    fixture *f = *state;
    xc_gazetteer *opened = NULL;
    xc_place place;
    assert_int_equal(xc_gazetteer_open(f->file, &opened, NULL), XC_OK);
    assert_int_equal(truncate(f->file, 0), 0);
    assert_int_equal(
        xc_gazetteer_locate(opened, XC_SLICE("Old Harbour"), XC_SLICE("XB"), &place, NULL),
        XC_OK);
    xc_gazetteer_close(opened);
    assert_int_not_equal(xc_gazetteer_open(f->file, &opened, NULL), XC_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(beginnings_are_no_names),
        cmocka_unit_test(first_words_are_known),
        cmocka_unit_test(facts_come_with_the_name),
        cmocka_unit_test(words_and_demonyms_are_marked),
        cmocka_unit_test(divisions_are_told_by_country_and_code),
        cmocka_unit_test(bad_files_are_refused),
        cmocka_unit_test(a_place_is_located_by_its_name),
        cmocka_unit_test(a_file_that_is_shortened_is_still_known), // the last: the file is gone
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
