// SPDX-License-Identifier: MIT
// A made-up world of events for the comparison's benchmark: `bench_events write N SEED CLAIMS
// TRUTH` writes N claims as `extract` writes them, and which group each belongs to into another
// file; `bench_events score TRUTH GROUPS` tells precision and recall over pairs of claims.
#include "events.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    if (argc == 6 && strcmp(argv[1], "write") == 0) {
        return events_write(strtoull(argv[2], NULL, 10), strtoull(argv[3], NULL, 10), argv[4],
                            argv[5]);
    }
    if (argc == 4 && strcmp(argv[1], "score") == 0) {
        return events_score(argv[2], argv[3]);
    }
    (void)fprintf(stderr, "usage: bench_events write N SEED CLAIMS TRUTH\n"
                          "       bench_events score TRUTH GROUPS\n");
    return 2;
}
