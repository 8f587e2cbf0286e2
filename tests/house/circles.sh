#!/bin/sh
# SPDX-License-Identifier: MIT
# No circle of calls between files, found in what the compiler made: circles.sh SOURCE_DIR BUILD_DIR [NM]
# A file leads to another if it uses a symbol that the other defines; a use is part of a circle if
# the other leads back. To be quick, files that lead to none, or that none leads to, are taken
# away first until nothing changes. Ends with 77, which is a skip, where nm sees no symbols (LTO).
set -eu
source=$1
build=$2
nm=${3:-nm}
symbols=$(mktemp)
trap 'rm -f "$symbols"' EXIT
# src/text/CMakeFiles/xc_text.dir/fold.c.o is of src/text/fold.c; an old build may hold more.
find "$build/src" -name '*.c.o' | while read -r object; do
    folder=${object%%/CMakeFiles/*}
    file=${object#*/CMakeFiles/*/}
    [ ! -e "$source/${folder#"$build"/}/${file%.o}" ] || echo "$object"
done | xargs "$nm" -A | sed "s:^$build/::; s:CMakeFiles/[^/]*/::; s:\.o\:[ 0-9a-f]*: :" >"$symbols"
grep -q ' T ' "$symbols" || {
    echo "circles.sh: $nm sees no symbols in $build/src; not checked" >&2
    exit 77
}
awk '
    function leads_back(start, goal,    seen, list, n, k, e) {
        seen[start] = 1; list[n = 1] = start
        for (k = 1; k <= n; k++)
            for (e = 1; e <= edges; e++)
                if (!gone[e] && from[e] == list[k] && !(to[e] in seen)) {
                    seen[to[e]] = 1; list[++n] = to[e]
                }
        return goal in seen
    }
    $2 == "U" { uses[++count] = $1 " " $3; next }
    $2 ~ /^[TDBRVWGSC]$/ { home[$3] = $1 }
    END {
        for (i = 1; i <= count; i++) {
            split(uses[i], use, " ")
            if (!(use[2] in home) || home[use[2]] == use[1])
                continue
            from[++edges] = use[1]; to[edges] = home[use[2]]; by[edges] = use[2]
        }
        do {
            split("", leads); split("", led); changed = 0
            for (i = 1; i <= edges; i++)
                if (!gone[i]) { leads[from[i]] = 1; led[to[i]] = 1 }
            for (i = 1; i <= edges; i++)
                if (!gone[i] && (!(from[i] in led) || !(to[i] in leads))) gone[i] = changed = 1
        } while (changed)
        for (i = 1; i <= edges; i++)
            if (!gone[i] && leads_back(to[i], from[i])) {
                print from[i] " uses " by[i] " of " to[i] ": a circle"; found = 1
            }
        exit found
    }' "$symbols" >&2
