// SPDX-License-Identifier: MIT
// Tables of sentences with the fields of the claims that they give, for the rooms of extract.
#ifndef TEST_EXTRACT_FIELDS_H
#define TEST_EXTRACT_FIELDS_H

#include "crossclaim/extract.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// A page of Thursday, 16 May 2024.
typedef struct fields_row {
    const char *text;
    /// "measure=killed|value=12 ; measure=injured": every claim, in the order of the text, with
    /// the fields that are looked at; "" for none. A field without a value has to be empty.
    const char *claims;
} fields_row;

static bool fields_are(const xc_claim *claim, xc_slice wanted, xc_buffer *scratch) {
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    while (wanted.len) {
        xc_slice pair;
        xc_slice name;
        xc_slice value;
        (void)xc_slice_cut(wanted, '|', &pair, &wanted);
        (void)xc_slice_cut(xc_slice_trim(pair), '=', &name, &value);
        size_t at = 0;
        while (at < count && !xc_slice_is(name, fields[at].name)) {
            at++;
        }
        if (at == count) {
            fail_msg("no field is called \"%.*s\"", XC_PRINT(name));
        }
        if (!xc_slice_equal(xc_field_text(&fields[at], claim, scratch), value)) {
            return false;
        }
    }
    return true;
}

static void print_claim(const xc_claim *claim, xc_buffer *scratch) {
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    for (size_t i = 0; i < count; i++) {
        xc_slice text = xc_field_text(&fields[i], claim, scratch);
        if (text.len) {
            print_error("%s=%.*s|", fields[i].name, XC_PRINT(text));
        }
    }
    print_error("\n");
}

static bool row_is_right(xc_extractor *extractor, const fields_row *row) {
    xc_document document = {.key = XC_SLICE("key"),
                            .label = XC_SLICE("page"),
                            .text = xc_slice_of(row->text),
                            .published = XC_SLICE("2024-05-16")};
    xc_claims found;
    xc_buffer scratch = {0};
    assert_int_equal(xc_extract(extractor, &document, &found, NULL), XC_OK);
    xc_slice rest = xc_slice_of(row->claims);
    size_t at = 0;
    bool right = true;
    while (rest.len) {
        xc_slice wanted;
        (void)xc_slice_cut(rest, ';', &wanted, &rest);
        right = right && at < found.count && fields_are(&found.items[at], wanted, &scratch);
        at++;
    }
    right = right && at == found.count;
    if (!right) {
        print_error("\"%s\"\n  wanted %s\n", row->text, row->claims);
        for (size_t i = 0; i < found.count; i++) {
            print_error("  found  ");
            print_claim(&found.items[i], &scratch);
        }
    }
    xc_buffer_release(&scratch);
    return right;
}

static void fields_are_right(const fields_row *rows, size_t count) {
    xc_rules *rules = NULL;
    xc_error error = {0};
    if (xc_rules_load(XC_SHARE_DIR "/claims", NULL, 0, &rules, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    xc_extractor *extractor = xc_extractor_new(rules);
    assert_non_null(extractor);
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        wrong += !row_is_right(extractor, &rows[i]);
    }
    xc_extractor_free(extractor);
    xc_rules_free(rules);
    assert_int_equal(wrong, 0);
}

#endif
