// SPDX-License-Identifier: MIT
// XXH3 and the ids made of it.
#include "crossclaim/base/hash.h"

#include <xxhash.h>

uint64_t xc_hash(xc_slice bytes) {
    return XXH3_64bits(bytes.ptr, bytes.len);
}

uint64_t xc_hash_seeded(xc_slice bytes, uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.ptr, bytes.len, seed);
}

uint64_t xc_hash_slices(const xc_slice *slices, size_t count) {
    uint64_t hash = 0;
    for (size_t i = 0; i < count; i++) { // each hash seeds the next, so that the cuts count
        hash = XXH3_64bits_withSeed(slices[i].ptr, slices[i].len, hash + slices[i].len + 1);
    }
    return hash;
}

void xc_id_print(char prefix, uint64_t hash, char out[XC_ID_LENGTH + 1]) {
    out[0] = prefix;
    for (int i = 0; i < 16; i++) {
        out[1 + i] = (char)('a' + ((hash >> (60 - 4 * i)) & 15));
    }
    out[XC_ID_LENGTH] = '\0';
}
