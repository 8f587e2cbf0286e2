// SPDX-License-Identifier: MIT
// Groups do not depend on the order of what is compared.
#include "crossclaim/compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { DOCUMENTS = 6, CLAIMS = 3 * DOCUMENTS };

static const char *const towns[] = {"Lorvik", "Lorvik", "Lorvik", "Tarn", "Tarn", "Tarn"};
static const int deaths[] = {12, 12, 15, 3, 3, 4};

// Six reports of two ferry accidents, three claims each.
static void fill(xc_arena *arena, xc_case_content *content) {
    if (!content->documents || !content->claims) { // the caller has asserted that
        return;
    }
    for (size_t i = 0; i < DOCUMENTS; i++) {
        xc_document *document = &content->documents[content->document_count++];
        char key[XC_ID_LENGTH + 1];
        document->label = xc_arena_print(arena, "page#%zu", i);
        document->source = xc_arena_print(arena, "Outlet %c", 'A' + (int)i);
        document->published = xc_arena_print(arena, "2024-03-0%zu", 1 + i % 3);
        document->text = xc_arena_print(arena,
                                        "A ferry sank off %s. %d people were killed when the "
                                        "ferry went down. Some 40 were injured.",
                                        towns[i], deaths[i]);
        xc_document_key(document, key);
        document->key = xc_arena_copy(arena, xc_slice_of(key));
        for (size_t j = 0; j < 3; j++) {
            xc_claim *claim = &content->claims[content->claim_count++];
            claim->document = document->label;
            claim->document_key = document->key;
            claim->source = document->source;
            claim->published = document->published;
            claim->measure = j == 2 ? XC_SLICE("injured") : XC_SLICE("killed");
            claim->topic = XC_SLICE("casualties");
            claim->place = xc_slice_of(towns[i]);
            claim->value = xc_number_of(j == 2 ? 40 : deaths[i]);
            claim->low = claim->high = claim->value;
            claim->evidence = document->text;
            claim->start = 20 + j;
            claim->end = 24 + j;
            xc_claim_id(claim->document_key, claim, key);
            claim->id = xc_arena_copy(arena, xc_slice_of(key));
        }
    }
}

static xc_slice print_groups(xc_arena *arena, const xc_groups *groups) {
    xc_buffer out = {0};
    xc_buffer scratch = {0};
    size_t count = 0;
    const xc_field *fields = xc_group_fields(&count);
    for (size_t i = 0; i < groups->count * count; i++) {
        xc_slice text = xc_field_text(&fields[i % count], &groups->items[i / count], &scratch);
        xc_buffer_print(&out, "%.*s|", XC_PRINT(text));
    }
    xc_slice copy = xc_arena_copy(arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    xc_buffer_release(&scratch);
    return copy;
}

static void order_of_input_does_not_matter(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    xc_document *documents = xc_arena_array(arena, DOCUMENTS, sizeof *documents);
    xc_claim *claims = xc_arena_array(arena, CLAIMS, sizeof *claims);
    assert_true(documents && claims);
    xc_slice first = {0};
    xc_case_content content = {.documents = documents, .claims = claims};
    fill(arena, &content);
    for (size_t turn = 0; turn < 20; turn++) {
        xc_groups groups;
        xc_error error = {0};
        if (xc_compare(&content, arena, &groups, &error) != XC_OK) {
            fail_msg("%s", error.message);
        }
        xc_slice printed = print_groups(arena, &groups);
        assert_true(groups.count > 1 && groups.count < CLAIMS); // some are put together
        if (turn && !xc_slice_equal(first, printed)) {
            fail_msg("%.*s\nbecame\n%.*s", XC_PRINT(first), XC_PRINT(printed));
        }
        first = printed;
        for (size_t i = CLAIMS - 1; i > 0; i--) { // another order, the same on every machine
            size_t j = (i * 7 + turn * 5) % (i + 1);
            xc_claim moved = claims[i];
            claims[i] = claims[j];
            claims[j] = moved;
        }
        xc_document moved = documents[turn % DOCUMENTS];
        documents[turn % DOCUMENTS] = documents[0];
        documents[0] = moved;
    }
    xc_arena_free(arena);
}

static void nothing_gives_nothing(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    xc_case_content content = {0};
    xc_groups groups;
    assert_non_null(arena);
    assert_int_equal(xc_compare(&content, arena, &groups, NULL), XC_OK);
    assert_int_equal(groups.count, 0);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_of_input_does_not_matter),
        cmocka_unit_test(nothing_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
