#!/bin/sh
# tools/crossvalidate against figures.sh: the whole of a set is the same, parts of it are told, and a
# program beside itself moves nothing: crossvalidate.sh PROGRAM SHARED
set -eu
program=$1
shared=$2
here=$(dirname "$0")
# shellcheck source=tests/gold/need.sh
. "$here/need.sh"
need "$shared/score/claims.py" "$shared/gold/timelines-dev"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
"$here/figures.sh" "$program" "$shared" timelines-dev >"$results/figures"
"$here/../../tools/crossvalidate" --set timelines-dev "$program" "$shared" >"$results/one"
"$here/../../tools/crossvalidate" --set timelines-dev "$program" "$program" "$shared" >"$results/two"
cat "$results/one" "$results/two"
awk '
    NR == FNR { figure[$1] = $2; next }
    $1 == "whole" { whole = $3 " " $6 " " $7 }
    END {
        want = figure["counted"] " " figure["groups"] " " figure["b_cubed"]
        if (whole != want) { print "the whole is " whole ", not " want; exit 1 }
    }' "$results/figures" "$results/one"
[ "$(wc -l <"$results/one")" -ge 8 ] || { echo "too few parts"; exit 1; }
grep -q '^moved  *0 up 0 down' "$results/two" || { echo "a program moves itself"; exit 1; }
