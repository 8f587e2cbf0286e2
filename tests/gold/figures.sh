#!/bin/sh
# SPDX-License-Identifier: MIT
# Scores the tool against the readers' gold: figures.sh [--keep FOLDER] [--table] PROGRAM SHARED SET
# Prints the figures of the set, one `name value` a line; --table prints the scorers' own tables
# instead, --keep leaves claims.jsonl, groups.jsonl and gold.jsonl of a set of claims in FOLDER;
# --sets prints the names of all sets.
# SET is a folder of SHARED/gold, a suite of recognizers-dev, `pages-random` (pages-dev compared in
# one run, as a folder gathered at random), `cases` or `cases-slow` (SHARED/cases, the slow ones apart).
# Status 77 where there is no gold.
set -eu
here=$(dirname "$0")
usage() { echo "usage: figures.sh --sets | [--keep FOLDER] [--table] PROGRAM SHARED SET" >&2; exit 2; }
results=
table=
while [ $# -gt 0 ]; do
    case $1 in
    --sets) awk -F, '!/^#/ && $1 != "set" && !seen[$1]++ { print $1 }' "$here/figures.csv"; exit ;;
    --keep) [ $# -gt 1 ] || usage; results=$2; shift 2 ;;
    --table) table=yes; shift ;;
    *) break ;;
    esac
done
[ $# -eq 3 ] || usage
program=$1
shared=$2
set=$3
case $set in
recognizers-* | duckling-*) gold=$shared/gold/recognizers-dev ;;
pages-random) gold=$shared/gold/pages-dev ;;
cases | cases-slow) gold=$shared/cases ;;
*) gold=$shared/gold/$set ;;
esac
# shellcheck source=tests/gold/need.sh
. "$here/need.sh"
need "$shared/score/claims.py" "$gold"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
[ -n "$results" ] || results=$scratch
# ../shared may not be written to.
export PYTHONDONTWRITEBYTECODE=1

# table_of NAME: what follows is the table of that scorer.
table_of() { printf '\n# %s\n' "$1"; }
# score SCORER ARGUMENT...
score() {
    scorer=$1
    shift
    python3 "$shared/score/$scorer.py" "$@"
}
# read_claims INPUT...: the claims of the documents.
read_claims() { "$program" extract "$@" >"$results/claims.jsonl"; }
# read_groups INPUT...: the groups that a report shows.
read_groups() {
    "$program" compare "$@" -o "$scratch/report" >"$scratch/summary"
    "$program" export --db "$scratch/report/case.db" --table groups --format jsonl \
        >"$results/groups.jsonl"
}
# gold_is FILE...: the rows of the gold.
gold_is() { cat "$@" >"$results/gold.jsonl"; }
score_claims() {
    table_of claims
    score claims --gold "$results/gold.jsonl" --pred "$results/claims.jsonl" "$@"
}
score_groups() {
    score_claims --groups "$gold/groups.jsonl" --pred-groups "$results/groups.jsonl" "$@"
}
# How much of what the report shows is true; for a gold that names all there is.
score_shown() {
    table_of shown
    score shown --gold "$results/gold.jsonl" --groups "$gold/groups.jsonl" \
        --pred "$results/claims.jsonl" --pred-groups "$results/groups.jsonl" "$@"
}
score_parts() {
    table_of parts
    python3 "$here/parts.py" "$shared/score" "$results/gold.jsonl" "$results/claims.jsonl"
}
score_incidents() {
    table_of parts
    python3 "$here/incidents.py" "$results/gold.jsonl" "$results/claims.jsonl" "$results/groups.jsonl"
}
score_lines() {
    table_of lines
    score "$1" run "$2" -- "$program" explain --format jsonl --lines
}
# Whole articles of outlets that sources.csv names: claims and groups.
read_outlets() {
    read_claims --sources "$gold/sources.csv" "$gold/docs"
    read_groups --sources "$gold/sources.csv" "$gold/docs"
}

case $set in
karabakh)
    read_claims "$shared/corpus/karabakh-2023.txt"
    read_groups "$shared/corpus/karabakh-2023.txt"
    gold_is "$gold/claims.jsonl"
    score_groups --not-claims "$gold/not_claims.jsonl"
    score_shown
    score_parts
    ;;
events-dev)
    read_outlets
    gold_is "$gold/claims.jsonl"
    score_groups
    score_shown
    score_parts
    score_incidents
    ;;
displacement-dev)
    read_outlets
    gold_is "$gold/claims.jsonl"
    score_groups --only-gold-measures
    score_shown --only-gold-measures
    score_parts
    ;;
gva-dev | timelines-dev)
    read_outlets
    gold_is "$gold/gold.jsonl"
    score_groups --partial
    [ "$set" != gva-dev ] || score_incidents
    ;;
incidents-dev)
    read_claims - <"$gold/docs.jsonl"
    gold_is "$gold/gold.jsonl"
    score_claims --partial
    ;;
idetect-dev)
    read_claims "$gold/docs"
    gold_is "$gold/gold.jsonl" "$gold/extra.jsonl"
    score_claims --only-gold-measures
    ;;
muc-dev)
    read_claims "$gold/docs"
    gold_is "$gold/gold.jsonl"
    score_claims --partial --traps "$gold/gold_irrelevant.jsonl"
    ;;
polnear-dev)
    read_claims --sources "$gold/sources.csv" "$gold/docs"
    table_of attribution
    score attribution --gold "$gold/contents.jsonl" --pred "$results/claims.jsonl"
    ;;
toponyms-dev)
    read_claims --sources "$gold/sources.csv" "$gold/docs"
    # The gazetteer of the program that is scored, beside it as it is once installed.
    places=$(find -L "$(dirname "$program")/../share/crossclaim/claims" -name places.csv | head -n 1)
    table_of places
    score places --gold "$gold/toponyms.jsonl" --docs "$gold/docs" \
        --pred "$results/claims.jsonl" --gazetteer "$places"
    ;;
battery-dev)
    table_of battery
    score battery "$gold/battery.jsonl" -- "$program"
    ;;
cases | cases-slow)
    slow=$(cd "$gold" && for case in slow-*; do echo "$case"; done)
    [ "$set" = cases-slow ] ||
        slow=$(cd "$gold" && for case in *-*/; do echo "${case%/}"; done | grep -v '^slow-')
    table_of cases
    # shellcheck disable=SC2086  # a list of names
    CASES_TMP=$scratch python3 "$gold/check.py" "$program" $slow
    ;;
pages-dev)
    "$program" text --format jsonl "$gold/pages" >"$results/pages.jsonl"
    for part in all aeb readability; do
        only=
        [ "$part" = all ] || only="--set $part"
        table_of "pages $part"
        # shellcheck disable=SC2086  # an option or none
        score pages "$gold/gold.jsonl" "$results/pages.jsonl" $only
    done
    ;;
pages-random)
    read_groups "$gold/pages"
    "$program" export --db "$scratch/report/case.db" --table claims --format jsonl \
        >"$results/claims.jsonl"
    table_of random
    score shown --unrelated --related "$gold/related.jsonl" --pred "$results/claims.jsonl" \
        --pred-groups "$results/groups.jsonl" --list
    ;;
newsquant-dev) score_lines quantities "$gold/newsquant.jsonl" ;;
timeml-dev) score_lines recognizers "$gold/timeml.jsonl" ;;
*) score_lines recognizers "$gold/$set.jsonl" ;;
esac >"$scratch/table"
if [ -n "$table" ]; then
    cat "$scratch/table"
else
    awk -f "$here/figures.awk" "$scratch/table"
fi
