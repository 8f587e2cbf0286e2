#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the model of English: train.sh BUILD-FOLDER TREEBANK-FOLDER OUT.model
# TREEBANK-FOLDER is ../shared/treebank; BUILD-FOLDER is best build/release.
set -eu
build=$1
trees=$2
out=$3
top=$(cd "$(dirname "$0")/../.." && pwd)
written=$(mktemp)
trap 'rm -f "$written"' EXIT
# What is tested on is kept out of what is written.
"$top/tools/syntax/templates.py" --not "$top/tests/data/syntax/claims.conllu" \
    --not "$top/tests/data/syntax/hard.conllu" \
    --not "$top/tests/data/syntax/fresh.conllu" >"$written"
"$build/bin/syntax_train" train "$top/claims/en" "$out" "$trees/human-ewt.conllu" \
    "$trees/human-gum.conllu" "$written" --teacher "$trees/teacher.conllu"
