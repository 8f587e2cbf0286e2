#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures in one run how fast saved pages are read (charset, body, metadata; one thread), beside
# libxml2's bare parse and Readability.js with jsdom on the same pages.
#
#     tests/bench/pages.sh [BENCH_PAGES [FOLDER]]
#
# BENCH_PAGES is build/release/bin/bench_pages if not given; FOLDER holds .html or .html.gz pages,
# of which at most a hundred are taken, spread over it. Never a test: figures depend on the machine.
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
bench=${1:-$top/build/release/bin/bench_pages}
folder=${2:-$top/tests/data/derna-2023}
work=$top/build/bench
most=100
jsdom=26.1.0
readability=0.6.0
[ -x "$bench" ] || { echo "pages: $bench is not built: run cmake --build --preset release first" >&2; exit 2; }
rm -rf "$work/pages"
mkdir -p "$work/pages"

# The pages, unpacked under short names.
find "$folder" -type f \( -name '*.html' -o -name '*.html.gz' \) | LC_ALL=C sort >"$work/all.txt"
step=$((($(wc -l <"$work/all.txt") + most - 1) / most))
[ "$step" -gt 0 ] || { echo "pages: no pages in $folder" >&2; exit 2; }
number=0
awk -v step="$step" 'NR % step == 0' "$work/all.txt" | while read -r page; do
    number=$((number + 1))
    case $page in
    *.gz) gzip -dc "$page" >"$work/pages/$number.html" ;;
    *) cp "$page" "$work/pages/$number.html" ;;
    esac
done

"$bench" "$top/claims" "$work"/pages/*.html >"$work/pages.txt"
read -r bytes count reading parsing <"$work/pages.txt"
awk -v b="$bytes" -v n="$count" -v r="$reading" -v p="$parsing" 'BEGIN {
    printf "%d pages, %.1f MB\n", n, b / 1e6
    printf "crossclaim: %.1f MB/s, %.0f pages/s\n", b / 1e6 / r, n / r
    printf "libxml2, parsing alone: %.1f MB/s; crossclaim has %.2f of it (bar: 0.5)\n", b / 1e6 / p, p / r }'

for need in npm node; do
    command -v "$need" >/dev/null || { echo "Readability.js: not measured, $need is missing"; exit 0; }
done
if [ ! -d "$work/node_modules/@mozilla/readability" ] || [ ! -d "$work/node_modules/jsdom" ]; then
    npm install --silent --no-package-lock --omit-lockfile-registry-resolved=true --prefix "$work" \
        "jsdom@$jsdom" "@mozilla/readability@$readability" >"$work/npm.log" 2>&1 ||
        { echo "Readability.js: not measured, npm could not install it (see build/bench/npm.log)"; exit 0; }
fi
theirs=$(NODE_PATH=$work/node_modules node "$top/tests/bench/pages.cjs" "$work"/pages/*.html)
awk -v n="$count" -v r="$reading" -v t="$theirs" 'BEGIN {
    printf "Readability.js with jsdom: %.1f pages/s; crossclaim is %.0f times as fast (bar: 60)\n", n / t, t / r }'
