#!/bin/sh
# SPDX-License-Identifier: MIT
# Trains twice on the sentences drawn by hand: train.sh TRAINER SOURCE_DIR
# The same bytes each time, and a model that draws most of what it was shown.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trees=$2/tests/data/syntax/claims.conllu
for run in one two; do
    mkdir "$work/$run"
    "$1" train "$2/claims/en" "$work/$run/syntax.model" tag.rounds=6 supertag.rounds=6 \
        parse.rounds=6 tag.rows=4000 tag.buckets=700 supertag.rows=4000 supertag.buckets=700 \
        parse.rows=6000 parse.buckets=1000 tag.least=1 parse.least=1 "$trees" 2>"$work/log" ||
        { cat "$work/log" >&2; exit 1; }
done
cmp "$work/one/syntax.model" "$work/two/syntax.model"
"$1" score "$2/claims/en" "$work/one" "$trees" >"$work/score"
cat "$work/score"
awk '{ for (i = 1; i < NF; i++) if ($i == "labelled" && $(i + 1) < 0.85) exit 1 }' "$work/score" ||
    { echo "train: it did not learn what it was shown" >&2; exit 1; }
# A file that is none is named.
echo 'no trees' >"$work/bad.conllu"
if "$1" train "$2/claims/en" "$work/bad.model" "$work/bad.conllu" 2>"$work/log"; then
    echo "train: took a file without trees" >&2
    exit 1
fi
grep -q 'bad.conllu' "$work/log"
