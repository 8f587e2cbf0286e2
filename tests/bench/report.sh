#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures how large a report of about ten thousand claims is, how long it takes to be made, to
# open in Chromium and to be filtered:  tests/bench/report.sh [PROGRAM [ARTICLES]]
# Never a test: figures depend on the machine.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${1:-$top/build/release/bin/crossclaim}
[ -x "$program" ] || { echo "report: $program is not built: run ./run --version first" >&2; exit 2; }
[ -d "$top/tests/browser/node_modules/playwright-core" ] || npm ci --silent --prefix "$top/tests/browser"
work=$top/build/bench
rm -rf "$work/report"
mkdir -p "$work"
node "$top/tests/bench/pages.mjs" "${2:-2000}" >"$work/articles.jsonl"
start=$(date +%s%N)
"$program" compare "$work/articles.jsonl" -o "$work/report" >"$work/summary" 2>"$work/messages"
sed -n '1,3p' "$work/summary"
echo "compared and written in $((($(date +%s%N) - start) / 1000000)) ms"
node "$top/tests/bench/open_report.mjs" "$work/report/index.html"
