#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures how long a review in the browser waits on a case of a hundred thousand claims (articles
# that pages.mjs makes up):  tests/bench/serve.sh PROGRAM BENCH_SERVE [ARTICLES]
# Never a test: figures depend on the machine.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
program=$(readlink -f "$1")
bench=$(readlink -f "$2")
articles=${3:-20000}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -INT "$server"; rm -rf "$work"' EXIT
cd "$work"
if [ -n "${CASE-}" ]; then # one that an earlier run kept
    cp "$CASE" case.db
else
    node "$top/tests/bench/pages.mjs" "$articles" >articles.jsonl
    "$program" add --db case.db articles.jsonl 2>messages
fi
"$program" serve --db case.db --reviewer Ana >address 2>messages &
server=$!
while [ ! -s address ] && kill -0 "$server"; do sleep 0.1; done
"$bench" "$(cat address)"
sed -n 's/^VmHWM:[ \t]*/peak memory /p' "/proc/$server/status"
