#!/bin/sh
# Runs each fuzzer for a while from its own seeds, the sample pages and the shipped packs:
# fuzz.sh BUILD_DIR [SECONDS]
set -eu
build=$(readlink -f "$1")
seconds=${2:-15}
source=$(cd "$(dirname "$0")/../.." && pwd)
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
for fuzzer in "$build"/bin/fuzz_*; do
    name=$(basename "$fuzzer")
    mkdir "$corpus/$name"
    echo "$name"
    seeds=$source/tests/fuzz/seeds/${name#fuzz_}
    [ ! -d "$seeds" ] || cp "$seeds"/* "$corpus/$name"
    # Without entropic=0 libFuzzer spends nine tenths of the time on its own books: an extraction
    # touches thousands of counters.
    (cd "$corpus" && "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -entropic=0 -print_funcs=0 -max_len=4096 -verbosity=0 -print_final_stats=1 "$corpus/$name" "$source/tests/data/derna-2023" \
        "$source/claims/en") 2>"$corpus/words" || { cat "$corpus/words"; exit 1; }
    grep -h number_of_executed_units "$corpus/words"
done
