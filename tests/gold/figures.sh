#!/bin/sh
# SPDX-License-Identifier: MIT
# Scores the tool against the readers' gold: figures.sh [--keep FOLDER] [--table] PROGRAM SHARED SET
# Prints the figures of the set, one `name value` a line; --table prints the scorer's own table
# instead, --keep leaves claims.jsonl and gold.jsonl of a set of claims in FOLDER.
# SET is a folder of SHARED/gold or a suite of recognizers-dev. Status 77 where there is no gold.
set -eu
usage() { echo "usage: figures.sh [--keep FOLDER] [--table] PROGRAM SHARED SET" >&2; exit 2; }
results=
table=
while [ $# -gt 0 ]; do
    case $1 in
    --keep) [ $# -gt 1 ] || usage; results=$2; shift 2 ;;
    --table) table=yes; shift ;;
    *) break ;;
    esac
done
[ $# -eq 3 ] || usage
here=$(dirname "$0")
program=$1
shared=$2
set=$3
case $set in
recognizers-* | duckling-*) gold=$shared/gold/recognizers-dev ;;
*) gold=$shared/gold/$set ;;
esac
# shellcheck source=tests/gold/need.sh
. "$here/need.sh"
need "$shared/score/claims.py" "$gold"
if [ -z "$results" ]; then
    results=$(mktemp -d)
    trap 'rm -rf "$results"' EXIT
fi

# read_claims INPUT...: the claims of the documents.
read_claims() { "$program" extract "$@" >"$results/claims.jsonl"; }
# read_groups INPUT...: the groups, for the sets whose gold has some.
read_groups() {
    "$program" compare "$@" -o "$results/report" >"$results/summary"
    "$program" export --db "$results/report/case.db" --table groups --format jsonl \
        >"$results/groups.jsonl"
    rm -rf "$results/report"
}
score_claims() {
    python3 "$shared/score/claims.py" --gold "$results/gold.jsonl" \
        --pred "$results/claims.jsonl" "$@"
}
score_lines() {
    python3 "$shared/score/$1" run "$2" -- "$program" explain --format jsonl --lines
}

case $set in
karabakh)
    read_claims "$shared/corpus/karabakh-2023.txt"
    read_groups "$shared/corpus/karabakh-2023.txt"
    cat "$gold/claims.jsonl" >"$results/gold.jsonl"
    score_claims --not-claims "$gold/not_claims.jsonl" --groups "$gold/groups.jsonl" \
        --pred-groups "$results/groups.jsonl"
    ;;
events-dev)
    read_claims --sources "$gold/sources.csv" "$gold/docs"
    read_groups --sources "$gold/sources.csv" "$gold/docs"
    cat "$gold/claims.jsonl" >"$results/gold.jsonl"
    score_claims --groups "$gold/groups.jsonl" --pred-groups "$results/groups.jsonl"
    ;;
idetect-dev)
    read_claims "$gold/docs"
    cat "$gold/gold.jsonl" "$gold/extra.jsonl" >"$results/gold.jsonl"
    score_claims --only-gold-measures
    ;;
muc-dev)
    read_claims "$gold/docs"
    cat "$gold/gold.jsonl" >"$results/gold.jsonl"
    score_claims --partial --traps "$gold/gold_irrelevant.jsonl"
    ;;
newsquant-dev) score_lines quantities.py "$gold/newsquant.jsonl" ;;
*) score_lines recognizers.py "$gold/$set.jsonl" ;;
esac >"$results/table"
if [ -n "$table" ]; then
    cat "$results/table"
else
    awk -f "$here/figures.awk" "$results/table"
fi
