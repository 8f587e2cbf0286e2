// SPDX-License-Identifier: MIT
// The parts of bench_events.
#ifndef BENCH_EVENTS_H
#define BENCH_EVENTS_H

#include <stdint.h>

// Each gives the exit status.
int events_write(uint64_t claims, uint64_t seed, const char *claims_path,
                 const char *truth_path);
// TRUTH: "claim,group" a line; GROUPS: as `export --table groups --format jsonl` writes them.
int events_score(const char *truth_path, const char *groups_path);

#endif
