#!/bin/sh
# SPDX-License-Identifier: MIT
# Compares what the program says of the sample pages with what is recorded, byte for byte.
#
#     run.sh [--update] PROGRAM
#
# A case is a folder here with a file `input`: the words of the command line, seen from tests/data.
# Its expected/ holds what `text`, `extract` and the groups of `compare` gave when they were last
# looked at; --update records them anew, and the difference is then to be read before it is committed.
set -eu

update=
if [ "${1-}" = --update ]; then
    update=yes
    shift
fi
[ $# -eq 1 ] || { echo "usage: run.sh [--update] PROGRAM" >&2; exit 2; }
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$here/../data"

# Writes documents.jsonl, claims.jsonl and groups.jsonl of the input words in $2... to folder $1.
record() {
    to=$1
    shift
    "$program" text --format jsonl "$@" >"$to/documents.jsonl"
    "$program" extract "$@" >"$to/claims.jsonl"
    "$program" compare "$@" -o "$scratch/report" >"$scratch/summary"
    "$program" export --db "$scratch/report/case.db" --table groups --format jsonl >"$to/groups.jsonl"
    rm -rf "$scratch/report"
}

status=0
for input in "$here"/*/input; do
    folder=$(dirname "$input")
    mkdir -p "$scratch/now"
    # The words of the file are the words of the command line.
    # shellcheck disable=SC2046
    record "$scratch/now" $(cat "$input")
    if [ -n "$update" ]; then
        mkdir -p "$folder/expected"
        cp "$scratch/now/"*.jsonl "$folder/expected/"
    elif ! diff -u "$folder/expected" "$scratch/now" >"$scratch/difference"; then
        echo "$(basename "$folder"): the output is not what is recorded:"
        head -n 40 "$scratch/difference" | cut -c 1-400
        status=1
    fi
done
exit $status
