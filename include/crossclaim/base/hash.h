// SPDX-License-Identifier: MIT
/// Hashes (XXH3, 64 bits) and the ids made of them. An id is a letter and 16 letters a to p,
/// one for each half byte, so that no spreadsheet takes it for a number. The same on every
/// machine.
#ifndef CROSSCLAIM_BASE_HASH_H
#define CROSSCLAIM_BASE_HASH_H

#include "crossclaim/base/slice.h"

/// Bytes of an id, without the NUL behind it.
enum { XC_ID_LENGTH = 17 };

/// XXH3_64bits of the bytes.
uint64_t xc_hash(xc_slice bytes);
/// The same with a seed: for several hashes of one thing.
uint64_t xc_hash_seeded(xc_slice bytes, uint64_t seed);
/// Hash of several slices; where one ends counts ("ab","c" differs from "a","bc").
uint64_t xc_hash_slices(const xc_slice *slices, size_t count);
/// Writes the prefix, 16 letters and a NUL.
void xc_id_print(char prefix, uint64_t hash, char out[XC_ID_LENGTH + 1]);

#endif
