#!/bin/sh
# Scores what was read of the corpus (outlet, date, title, author): pages-karabakh.sh PROGRAM SHARED
# Fails where a document is not read, or an outlet that the text tells is not found.
set -eu
program=$1
shared=$2
# shellcheck source=tests/gold/need.sh
. "$(dirname "$0")/need.sh"
need "$shared/score/pages.py" "$shared/gold/karabakh/documents.jsonl"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
"$program" text --format jsonl "$shared/corpus/karabakh-2023.txt" >"$results/text.jsonl"
read_count=$(wc -l <"$results/text.jsonl")
gold_count=$(wc -l <"$shared/gold/karabakh/documents.jsonl")
python3 "$shared/score/pages.py" "$shared/gold/karabakh/documents.jsonl" "$results/text.jsonl" |
    tee "$results/table"
[ "$read_count" -eq "$gold_count" ] ||
    { echo "read $read_count documents of $gold_count"; exit 1; }
awk '/^source/ { for (i = 1; i < NF; i++) if ($i == "right") right = $(i + 1) }
    END { if (right < 1) { print "an outlet that the text tells is not found"; exit 1 } }' \
    "$results/table"
