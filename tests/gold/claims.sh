#!/bin/sh
# Scores claims and groups against the readers' gold: claims.sh PROGRAM SHARED SET FLOOR
# SET is a folder of SHARED/gold. Prints the scorer's table; fails where the F1 of row "counted"
# is under FLOOR, which may only rise.
set -eu
program=$1
shared=$2
set=$3
floor=$4
# shellcheck source=tests/gold/need.sh
. "$(dirname "$0")/need.sh"
gold=$shared/gold/$set
need "$shared/score/claims.py" "$gold"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# grouped INPUT...: compares too, for the sets whose gold has groups.
grouped() {
    "$program" compare "$@" -o "$results/out" >/dev/null
    "$program" export --db "$results/out/case.db" --table groups --format jsonl \
        >"$results/groups.jsonl"
}
case $set in
karabakh)
    "$program" extract "$shared/corpus/karabakh-2023.txt" >"$results/claims.jsonl"
    grouped "$shared/corpus/karabakh-2023.txt"
    set -- --gold "$gold/claims.jsonl" --not-claims "$gold/not_claims.jsonl" \
        --groups "$gold/groups.jsonl" --pred-groups "$results/groups.jsonl"
    ;;
events-dev)
    "$program" extract --sources "$gold/sources.csv" "$gold/docs" >"$results/claims.jsonl"
    grouped --sources "$gold/sources.csv" "$gold/docs"
    set -- --gold "$gold/claims.jsonl" --groups "$gold/groups.jsonl" \
        --pred-groups "$results/groups.jsonl"
    ;;
idetect-dev)
    "$program" extract "$gold/docs" >"$results/claims.jsonl"
    cat "$gold/gold.jsonl" "$gold/extra.jsonl" >"$results/gold.jsonl"
    set -- --gold "$results/gold.jsonl" --only-gold-measures
    ;;
esac
python3 "$shared/score/claims.py" "$@" --pred "$results/claims.jsonl" | tee "$results/table"
awk -v floor="$floor" '/^counted/ { seen = 1; f1 = $(NF - 4) }
    END { if (!seen || f1 < floor) { print "F1 of counted claims is " f1 ", under " floor; exit 1 } }' \
    "$results/table"
