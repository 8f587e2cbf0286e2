#!/bin/sh
# SPDX-License-Identifier: MIT
# One word for one thing: names.sh SOURCE_DIR
# A file's base name stands once in src (a .c and its .h are one), and the prefix xc_ is of what
# the public headers declare and of nothing else.
set -eu
cd "$1"
public=$(mktemp)
trap 'rm -f "$public"' EXIT
grep -rhoE '\b(xc|XC)_[A-Za-z0-9_]+' include | sort -u >"$public"
complaints=$(
    find src -name '*.[ch]' | sed 's/\.[ch]$//' | sort -u | sed 's:.*/::' | sort | uniq -d |
        sed 's/$/: a base name of two files in src/'
    # Words of comments and texts aside; XC_* that the build defines are in CMake files.
    find src -name '*.[ch]' -exec sed 's://.*::; s/"[^"]*"//g' {} + |
        grep -oE '\b(xc|XC)_[A-Za-z0-9_]+' | sort -u | comm -23 - "$public" |
        while read -r name; do
            grep -rqw "$name" CMakeLists.txt src/*/CMakeLists.txt ||
                echo "$name: xc_ is for what the public headers declare"
        done
)
[ -z "$complaints" ] || { echo "$complaints" >&2; exit 1; }
