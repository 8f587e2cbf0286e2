// SPDX-License-Identifier: MIT
// The same as in net.c, with registers of 32 bytes (AVX2): to the same sums.
#ifndef CROSSCLAIM_SYNTAX_NET_WIDE_H
#define CROSSCLAIM_SYNTAX_NET_WIDE_H

#include "syntax/net.h"

enum { NET_COLUMNS = 16 }; // outputs side by side in net.columns

#if defined __x86_64__
#define NET_HAS_WIDE 1
bool net_can_be_wide(void); // this machine
void net_expect_wide(const net *n, uint64_t *keys, uint32_t count);
void net_find_wide(const net *n, const uint64_t *places, uint32_t count, net_found *found);
void net_add_wide(const net_found *found, net_sum *sum);
void net_cut_wide(const net *n, const net_sum *const *sums, uint32_t count, net_sum *hidden);
void net_first_wide(const net *n, const net_sum *hidden, int32_t scores[NET_FIRST]);
uint32_t net_best_wide(const net *n, const net_sum *hidden, uint32_t first, uint32_t last);
#else
#define NET_HAS_WIDE 0
#endif

#endif
