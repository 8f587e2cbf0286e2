// SPDX-License-Identifier: MIT
/// Whether memory was short.
#ifndef CROSSCLAIM_BASE_MEMORY_H
#define CROSSCLAIM_BASE_MEMORY_H

#include <stdbool.h>

/// Whether a buffer of this process ever wanted memory that was not there. Words are put together in
/// many small buffers; who hands on a whole result asks once more here, so that no failure of one
/// of them is lost on the way. Any thread may ask.
bool xc_memory_was_short(void);

#endif
