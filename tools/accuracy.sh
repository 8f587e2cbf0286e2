#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes the figures into docs/accuracy.md, below its marker: tools/accuracy.sh [BUILD [SHARED]]
#
# BUILD is build/release, SHARED the folder that holds gold/, corpus/ and score/: ../shared. Both are
# seen from the top of the repository. What stands above the marker is written by hand.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build/release}
shared=${2:-../shared}
program=$build/bin/crossclaim
page=docs/accuracy.md
if [ ! -d "$shared/gold" ]; then
    echo "accuracy.sh: no $shared/gold: $page is left as it is" >&2
    exit 77
fi
[ -x "$program" ] || { echo "accuracy.sh: no $program: build it first" >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The lines of tests/golden/sentences that are right: all claims found, and no other.
own_sentences() {
    "$build/bin/golden_sentences" "$program" tests/golden/sentences |
        sed -n 's/^all *\([0-9]*\) of *\([0-9]*\) lines right.*claims met \([0-9]* of [0-9]*\).*/\1 of \2 lines, \3 claims/p'
}

tests/gold/all.sh --markdown "$program" "$shared" >"$scratch/figures"
{
    sed '/^<!-- tools\/accuracy.sh/q' "$page"
    echo
    echo "## Figures"
    echo
    awk '/\| yes \|$/ { met++ } /\| \*\*no\*\* \|$/ { missed++ }
        END { print met " of " met + missed " bars are met." }' "$scratch/figures"
    echo
    cat "$scratch/figures"
    echo
    echo "Our own sentences (tests/golden/sentences): $(own_sentences)."
    echo
    echo "## Part by part"
    echo
    tools/crossvalidate --markdown "$program" "$shared"
} >"$scratch/page"
# No empty line at the end.
sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$scratch/page" >"$page"
echo "accuracy.sh: wrote $page" >&2
