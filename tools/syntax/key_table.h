// SPDX-License-Identifier: MIT
// Keys of features with a number each: how often they were seen, then which row is theirs.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_KEY_TABLE_H
#define CROSSCLAIM_TOOLS_SYNTAX_KEY_TABLE_H

#include "crossclaim/base/arena.h"

typedef struct key_table key_table;

key_table *key_table_new(unsigned bits); // room for 2^bits at first; NULL when memory is out
void key_table_free(key_table *table);
void key_table_prefetch(const key_table *table, const uint64_t *keys, uint32_t count);
// The number of a key, which is 0 at first; NULL when memory is out. The table may move.
uint32_t *key_table_put(key_table **table, uint64_t key);
const uint32_t *key_table_get(const key_table *table, uint64_t key); // NULL: not there
// A new table of the commonest keys, numbered by how common they are; frees the old one.
// @param counts how often each was seen; `arena` owns it
key_table *key_table_keep(key_table *table, uint32_t most, uint32_t least, xc_arena *arena,
                          uint32_t **counts, uint32_t *count);
// After key_table_keep: the key of a number.
uint64_t key_table_key(const key_table *table, uint32_t number);

#endif
