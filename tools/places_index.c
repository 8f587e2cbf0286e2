// SPDX-License-Identifier: MIT
// Compiles claims/world/places.csv into the file that the program maps: places_index
// CLAIMS-FOLDER OUT.
#include "crossclaim/recognise.h"

#include <stdio.h>

int main(int argc, char **argv) {
    if (argc != 3) {
        (void)fprintf(stderr, "usage: places_index CLAIMS-FOLDER OUT\n");
        return 2;
    }
    xc_error error = {0};
    if (xc_gazetteer_compile(argv[1], "world/places.csv", argv[2], &error) != XC_OK) {
        char message[1200];
        xc_error_print(&error, message, sizeof message);
        (void)fprintf(stderr, "places_index: %s\n", message);
        return 3;
    }
    return 0;
}
