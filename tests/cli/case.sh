#!/bin/sh
# Runs one case: case.sh PROGRAM NAME.d [--update]
# NAME.d holds `cmd` (a shell script; crossclaim stands on its PATH, it starts in an empty folder,
# $case is NAME.d and $data is tests/data), and what is expected of it: `stdout`, `stderr` (empty
# where there is no such file) and `status` (0 where there is none). @CASE@, @DATA@, @HERE@ and
# @SHARE@ stand for NAME.d, tests/data, the empty folder and the program's data folder.
set -eu
program=$(readlink -f "$1")
case=$(readlink -f "$2")
data=$(readlink -f "$(dirname "$0")/../data")
share=$(readlink -f "$(dirname "$program")/../share/crossclaim")
here=$(mktemp -d)
results=$(mktemp -d)
trap 'chmod -R u+rwx "$here"; rm -rf "$here" "$results"' EXIT
export case data
export LC_ALL=C.UTF-8 NO_COLOR=1
PATH=$(dirname "$program"):$PATH

status=0
(cd "$here" && sh "$case/cmd") >"$results/out" 2>"$results/err" </dev/null || status=$?
for stream in out err; do
    sed -e "s|$case|@CASE@|g" -e "s|$data|@DATA@|g" -e "s|$here|@HERE@|g" -e "s|$share|@SHARE@|g" \
        "$results/$stream" >"$results/std$stream"
done
echo "$status" >"$results/status"

if [ "${3-}" = --update ]; then
    for name in stdout stderr status; do
        case $(cat "$results/$name") in
        '' | 0) rm -f "$case/$name" ;;
        *) cp "$results/$name" "$case/$name" ;;
        esac
    done
    exit 0
fi
failed=0
for name in stdout stderr status; do
    expected=$case/$name
    if [ ! -e "$expected" ]; then
        expected=$results/expected
        if [ "$name" = status ]; then echo 0; fi >"$expected"
    fi
    diff -u --label "$name expected" --label "$name" "$expected" "$results/$name" || failed=1
done
exit "$failed"
