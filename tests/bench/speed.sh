#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures in one run how fast claims are extracted from plain news text, beside two yardsticks
# on the same text: `wc -w`, and the npm package @microsoft/recognizers-text-suite.
#
#     tests/bench/speed.sh [PROGRAM [FOLDER]]
#
# PROGRAM is build/release/bin/crossclaim if not given; FOLDER holds other text files to measure on.
# Prints MB/s (a million bytes) and ratios. Never a test: figures depend on the machine.
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
program=${1:-$top/build/release/bin/crossclaim}
work=$top/build/bench
version=1.3.1
megabytes=10
[ -x "$program" ] || { echo "speed: $program is not built: run ./run --version first" >&2; exit 2; }
mkdir -p "$work"

# The articles of the sample pages as one text dump.
sample_dump() {
    "$program" text "$top/tests/data/derna-2023" | awk '
        /^document: / { head = 1 }
        head && /^$/ { head = 0; print "Categories\nSaved web pages\n"; next }
        !head'
}

if [ $# -gt 1 ]; then
    find "$2" -type f -exec cat {} + >"$work/once.txt"
else
    sample_dump >"$work/once.txt"
fi
[ -s "$work/once.txt" ] || { echo "speed: no text to measure on" >&2; exit 2; }

# Repeated to about ten megabytes.
once=$(wc -c <"$work/once.txt")
times=$((megabytes * 1000000 / once + 1))
yes "$work/once.txt" | head -n "$times" | xargs cat >"$work/text.txt"
bytes=$(wc -c <"$work/text.txt")

# Seconds of the fastest of three runs of the words given, in nanoseconds.
fastest() {
    best=
    for _ in 1 2 3; do
        start=$(date +%s%N)
        "$@" >"$work/output" || exit 1
        spent=$(($(date +%s%N) - start))
        if [ -z "$best" ] || [ "$spent" -lt "$best" ]; then best=$spent; fi
    done
    echo "$best"
}

# rate BYTES NANOSECONDS: MB/s
rate() { awk -v b="$1" -v n="$2" 'BEGIN { printf "%.3f", b / 1e6 / (n / 1e9) }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3g", a / b }'; }

extracting=$(fastest "$program" extract --jobs 1 "$work/text.txt")
claims=$(wc -l <"$work/output")
counting=$(fastest env LC_ALL=C.UTF-8 wc -w "$work/text.txt")
ours=$(rate "$bytes" "$extracting")
echo "text: $bytes bytes ($times times $once), $claims claims"
echo "crossclaim extract --jobs 1: $ours MB/s"
echo "wc -w: $(rate "$bytes" "$counting") MB/s; extracting takes $(ratio "$extracting" "$counting") times as long"
# Recognising alone, where the tests were built: sentences, quantities and times.
bench=$(dirname "$program")/bench_recognise
if [ -x "$bench" ]; then
    recognising=$(fastest "$bench" "$top/claims/en" "$work/text.txt")
    echo "recognise, one thread: $(rate "$bytes" "$recognising") MB/s, $(ratio "$counting" "$recognising") of wc -w"
fi

for need in npm node; do
    command -v "$need" >/dev/null || { echo "recognizers-text-suite: not measured, $need is missing"; exit 0; }
done
if [ ! -d "$work/node_modules/@microsoft/recognizers-text-suite" ]; then
    npm install --silent --no-package-lock --omit-lockfile-registry-resolved=true --prefix "$work" \
        "@microsoft/recognizers-text-suite@$version" >"$work/npm.log" 2>&1 ||
        { echo "recognizers-text-suite: not measured, npm could not install it (see build/bench/npm.log)"; exit 0; }
fi
theirs=$(cd "$work" && NODE_PATH="$work/node_modules" node "$top/tests/bench/recognizers.cjs" "$work/once.txt")
echo "recognizers-text-suite $version: $theirs MB/s on the first part of the same text"
echo "ratio: $(ratio "$ours" "$theirs") (bar: at least 1000)"
