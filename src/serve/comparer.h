// SPDX-License-Identifier: MIT
/// Compares a large case anew behind the back of who decides, on a thread and a connection of its
/// own. What it finds is taken over by whoever holds the lock; decisions that came in meanwhile
/// start it again.
#ifndef CROSSCLAIM_SERVE_COMPARER_H
#define CROSSCLAIM_SERVE_COMPARER_H

#include "serve/loaded_case.h"

#include <pthread.h>

/// Keeps what was compared, with the lock held. @return whether it has to be compared once more
/// @param before the same case with the groups that it had
typedef bool (*comparer_take)(void *context, loaded_case *compared,
                              const xc_case_content *before);

typedef struct comparer comparer;

/// @param path of the case
XC_MUST_CHECK xc_status comparer_start(const char *path, comparer_take take, void *context,
                                       comparer **out, xc_error *error);
void comparer_lock(comparer *one);
void comparer_unlock(comparer *one);
/// The case has decisions that its groups do not follow. With the lock held.
void comparer_wake(comparer *one);
/// Whether it compares, or is about to. With the lock held.
bool comparer_is_busy(const comparer *one);
/// Without the lock. A comparison under way is let go: the next program that opens the case for
/// writing sees that its groups are behind.
void comparer_end(comparer *one);

#endif
