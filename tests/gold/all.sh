#!/bin/sh
# SPDX-License-Identifier: MIT
# All figures of all sets in one table: all.sh [--markdown] [--against TABLE.tsv] PROGRAM SHARED [SET...]
# Prints set, figure, reached, floor, bar, tab-separated: first what figures.csv asks for, then the
# rest that the scorers tell. --against puts what another build reached, from its table, and the
# change behind: all.sh OLD ../shared >old.tsv; all.sh --against old.tsv NEW ../shared
# --markdown prints the rows of figures.csv alone, as tables for docs/accuracy.md.
# Two sets are scored at a time.
set -eu
here=$(dirname "$0")
usage() { echo "usage: all.sh [--markdown] [--against TABLE.tsv] PROGRAM SHARED [SET...]" >&2; exit 2; }
against=/dev/null
markdown=0
while [ $# -gt 0 ]; do
    case $1 in
    --against) [ $# -gt 1 ] || usage; against=$2; shift 2 ;;
    --markdown) markdown=1; shift ;;
    --*) usage ;;
    *) break ;;
    esac
done
[ $# -ge 2 ] || usage
program=$1
shared=$2
shift 2
# shellcheck source=tests/gold/need.sh
. "$here/need.sh"
need "$shared/score/claims.py"
# shellcheck disable=SC2046  # a list of words
[ $# -gt 0 ] || set -- $("$here/figures.sh" --sets)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A set that cannot be scored is told at the end, and does not hide the others.
failed=0
# shellcheck disable=SC2016  # the inner shell's own words
printf '%s\n' "$@" | xargs -P 2 -I '{}' sh -c '"$1" "$2" "$3" "$4" >"$5/$4"' sh \
    "$here/figures.sh" "$program" "$shared" '{}' "$scratch" || failed=1
for set in "$@"; do
    sed "s/^/$set /" "$scratch/$set"
done >"$scratch/.reached"
awk -v sets="$*" -v markdown="$markdown" -v against="$against" -f "$here/all.awk" \
    "$against" "$scratch/.reached" "$here/figures.csv"
exit "$failed"
