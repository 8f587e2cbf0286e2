#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the model of English: train.sh BUILD-FOLDER TREEBANK-FOLDER OUT.model
# TREEBANK-FOLDER is ../shared/treebank; BUILD-FOLDER is best build/release.
set -eu
build=$1
trees=$2
out=$3
top=$(cd "$(dirname "$0")/../.." && pwd)
"$build/bin/syntax_train" train "$top/claims/en" "$out" \
    "$trees/human-ewt.conllu" "$trees/human-gum.conllu" --teacher "$trees/teacher.conllu"
