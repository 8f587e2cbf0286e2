#!/bin/sh
# Times the grouping of made-up claims, each size twice the one before, and scores it against the
# truth that the program never sees. groups.sh PROGRAM BENCH_EVENTS [LEAST [GREATEST [SEED]]]
set -eu
program=$(readlink -f "$1")
events=$(readlink -f "$2")
size=${3:-125000}
greatest=${4:-1000000}
seed=${5:-7}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "claims  seconds (user)  peak memory"
while [ "$size" -le "$greatest" ]; do
    "$events" write "$size" "$seed" "$folder/claims.jsonl" "$folder/truth.csv"
    rm -f "$folder/case.db"*
    /usr/bin/time -f "$size  %e (%U)  %M kB" \
        "$program" add --db "$folder/case.db" "$folder/claims.jsonl" >/dev/null
    "$program" export --db "$folder/case.db" --table groups --format jsonl >"$folder/groups.jsonl"
    "$events" score "$folder/truth.csv" "$folder/groups.jsonl"
    size=$((size * 2))
done
