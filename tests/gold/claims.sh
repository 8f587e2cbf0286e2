#!/bin/sh
# Scores claims and groups against the readers' gold: claims.sh PROGRAM SHARED FLOOR
# Prints the scorer's table; fails where the F1 of row "counted" is under FLOOR, which may only rise.
set -eu
program=$1
shared=$2
floor=$3
# shellcheck source=tests/gold/need.sh
. "$(dirname "$0")/need.sh"
need "$shared/score/claims.py" "$shared/gold/karabakh/claims.jsonl"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
gold=$shared/gold/karabakh
corpus=$shared/corpus/karabakh-2023.txt

"$program" extract "$corpus" >"$results/claims.jsonl"
"$program" compare "$corpus" -o "$results/out" >/dev/null
"$program" export --db "$results/out/case.db" --table groups --format jsonl >"$results/groups.jsonl"
python3 "$shared/score/claims.py" --gold "$gold/claims.jsonl" --pred "$results/claims.jsonl" \
    --not-claims "$gold/not_claims.jsonl" --groups "$gold/groups.jsonl" \
    --pred-groups "$results/groups.jsonl" | tee "$results/table"
awk -v floor="$floor" '/^counted/ { seen = 1; f1 = $(NF - 4) }
    END { if (!seen || f1 < floor) { print "F1 of counted claims is " f1 ", under " floor; exit 1 } }' \
    "$results/table"
