#!/bin/sh
# SPDX-License-Identifier: MIT
# Sentences that the trainer's grammar writes: templates.sh SOURCE_DIR
# The same bytes each time, trees without crossing branches, nothing of what is kept out.
set -eu
command -v python3 >/dev/null || exit 77
write=$1/tools/syntax/templates.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$write" --count 400 >"$work/one"
"$write" --count 400 >"$work/two"
cmp "$work/one" "$work/two"
"$write" --count 400 --seed 1 >"$work/other"
if cmp -s "$work/one" "$work/other"; then
    echo "templates: another seed writes the same" >&2
    exit 1
fi
awk -F '\t' '
    function wrong(what) { print "templates:" NR ": " what; bad = 1 }
    function check(i, k, j, low, high, out, roots) {
        for (i = 1; i <= n; i++) {
            roots += head[i] == 0
            if (head[i] > n || (head[i] == 0) != (relation[i] == "root")) wrong("a head outside")
            low = i < head[i] ? i : head[i]; high = i < head[i] ? head[i] : i
            for (k = low + 1; head[i] && k < high; k++) {
                for (j = k; j && j != head[i]; j = head[j]) { }
                if (!j && head[i]) wrong("branches cross")
            }
        }
        if (roots != 1) wrong("not one root")
        sentences++
        n = 0
    }
    /^#/ { next }
    NF == 10 { n++; head[n] = $7; relation[n] = $8; next }
    n { check() }
    END { if (sentences != 400) wrong(sentences " sentences"); exit bad }' "$work/one"
# Kept out: the first sentences, whatever their figures and capitals.
words() { awk -F '\t' 'NF == 10 { s = s " " tolower($2) } !NF { gsub(/[0-9][0-9,]*/, "0", s); print s; s = "" }' "$1"; }
"$write" --count 400 --not "$work/one" >"$work/rest"
words "$work/one" | sort -u >"$work/out"
if words "$work/rest" | sort -u | comm -12 "$work/out" - | grep .; then
    echo "templates: these were to be kept out" >&2
    exit 1
fi
# A rule that is none is named with its line.
cat >"$work/grammar" <<'GRAMMAR'
list people NNS: miners
S = $people>nsubj
GRAMMAR
if "$write" --grammar "$work/grammar" 2>"$work/log"; then
    echo "templates: took a rule without a head" >&2
    exit 1
fi
grep -q 'grammar:2' "$work/log"
