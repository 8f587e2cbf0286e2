// SPDX-License-Identifier: MIT
// An example program on the installed library: prints the figures that a text states.
//     cc figures.c $(pkg-config --cflags --libs crossclaim) -o figures
//     ./figures "$(pkg-config --variable=datadir crossclaim)/claims" 'At least 27 people died.'
#include <crossclaim/crossclaim.h>

#include <stdio.h>

static void print_claim(const xc_claim *claim) {
    char low[XC_DECIMAL_PRINTED] = "?";
    char high[XC_DECIMAL_PRINTED] = "?";
    if (claim->low.known) {
        (void)xc_decimal_print(claim->low.value, low);
    }
    if (claim->high.known) {
        (void)xc_decimal_print(claim->high.value, high);
    }
    printf("%.*s: %s to %s %.*s\n", XC_PRINT(claim->measure), low, high,
           XC_PRINT(claim->subject));
}

static xc_status print_figures(const xc_rules *rules, const char *text, xc_error *error) {
    xc_extractor *extractor = xc_extractor_new(rules);
    if (!extractor) {
        return xc_fail_memory(error);
    }
    xc_document document = {.text = xc_slice_of(text)};
    char key[XC_ID_LENGTH + 1];
    xc_document_key(&document, key);
    document.key = xc_slice_of(key);
    xc_claims claims;
    xc_status status = xc_extract(extractor, &document, &claims, error);
    for (size_t i = 0; status == XC_OK && i < claims.count; i++) {
        print_claim(&claims.items[i]);
    }
    xc_extractor_free(extractor);
    return status;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: figures CLAIMS-FOLDER TEXT (crossclaim %s)\n", xc_version());
        return 2;
    }
    xc_error error = {0};
    xc_rules *rules = NULL;
    xc_status status = xc_rules_load(argv[1], NULL, 0, &rules, &error);
    if (status == XC_OK) {
        status = print_figures(rules, argv[2], &error);
    }
    xc_rules_free(rules);
    if (status != XC_OK) {
        char text[1024];
        xc_error_print(&error, text, sizeof text);
        fprintf(stderr, "figures: %s\n", text);
    }
    return status == XC_OK ? 0 : 3;
}
