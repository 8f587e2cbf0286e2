#!/bin/sh
# SPDX-License-Identifier: MIT
# The test of contracts itself must be able to fail: contracts_test.sh contracts.sh
set -eu
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/include/crossclaim"

# says WORDS DECLARATION: what the check says of a header that holds the declaration alone.
says() {
    printf '// SPDX-License-Identifier: MIT\n/// A header.\n#ifndef A_H\n#define A_H\n\n%s\n#endif\n' "$2" \
        >"$tree/include/crossclaim/a.h"
    if "$contracts" "$tree" 2>"$tree/words"; then
        [ -z "$1" ] && return
        echo "not missed: $2" >&2
        exit 1
    fi
    grep -q "${1:-nothing}" "$tree/words" || { cat "$tree/words" >&2; exit 1; }
}
contracts=$1

says '' '/// Bytes of it.
int xc_a(void);'
says '' 'int xc_a(void); ///< bytes of it'
says 'xc_a: has no comment' 'int xc_a(void);'
says 'xc_b: has no comment' '/// Bytes of it.
int xc_a(void);
int xc_b(void);'
says 'xc_a: has no comment' '/// Of nothing.

int xc_a(void);'
says 'xc_a: has no comment' 'typedef struct xc_a {
    int b; ///< its bytes
} xc_a;'
says 'which errors' '/// Reads it.
XC_MUST_CHECK xc_status xc_a(int file,
                             xc_error *error);'
says '' '/// Reads it.
/// @return XC_OK or XC_IO
XC_MUST_CHECK xc_status xc_a(int file, xc_error *error);'
says 'what the arena is for' '/// The words.
xc_slice xc_a(xc_arena *arena);'
says 'who owns' '/// The words.
const char *xc_a(void);'
says 'who owns' '/// Makes it.
int xc_a(xc_a **out);'
says '' '/// The words, constant.
const char *xc_a(void);'
