// SPDX-License-Identifier: MIT
/// SHA-256 (FIPS 180-4) in hexadecimal digits, as `sha256sum` prints it: what a person can hold
/// against a file with any program.
#ifndef CROSSCLAIM_BASE_SHA256_H
#define CROSSCLAIM_BASE_SHA256_H

#include "crossclaim/base/slice.h"

/// Hexadecimal digits, without the NUL behind them.
enum { XC_SHA256_LENGTH = 64 };

/// Of bytes.
void xc_sha256(xc_slice bytes, char out[XC_SHA256_LENGTH + 1]);
/// Of an open regular file from its first byte to its end; where it stands is as before.
/// @return false, and out is "", where reading fails: errno tells why
bool xc_sha256_file(int file, char out[XC_SHA256_LENGTH + 1]);

#endif
