#!/bin/sh
# SPDX-License-Identifier: MIT
# Fails where a figure of a set misses its floor in figures.csv: check.sh PROGRAM SHARED SET
set -eu
here=$(dirname "$0")
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
"$here/figures.sh" "$@" >"$results/figures" || status=$?
if [ "$status" -ne 0 ]; then
    cat "$results/figures"
    exit "$status"
fi
awk -F, -v set="$3" '
    NR == FNR { split($0, word, " "); reached[word[1]] = word[2]; next }
    $1 == set {
        told++
        value = $2 in reached ? reached[$2] : "nothing"
        wrong = value == "nothing" || ($3 == "least" ? value + 0 < $4 + 0 : value + 0 > $4 + 0)
        printf "%-20s %s (at %s %s)%s\n", $2, value, $3, $4, wrong ? ": FAILED" : ""
        failed += wrong
    }
    END { if (!told) { print "figures.csv has no set " set }; exit failed || !told }
' "$results/figures" "$here/figures.csv"
