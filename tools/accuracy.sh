#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes docs/accuracy.md: what the tool reaches on the readers' gold, and why it errs.
#
#     tools/accuracy.sh [BUILD [SHARED]]
#
# BUILD is build/release, SHARED the folder that holds gold/, corpus/ and score/: ../shared. Both are
# seen from the top of the repository. Only counts, names of documents and our own words go into
# the document: the texts are other people's.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build/release}
shared=${2:-../shared}
program=$build/bin/crossclaim
if [ ! -d "$shared/gold" ]; then
    echo "accuracy.sh: no $shared/gold: docs/accuracy.md is left as it is" >&2
    exit 77
fi
[ -x "$program" ] || { echo "accuracy.sh: no $program: build it first" >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1

# bars SET [COLUMN]: the set's rows of figures.csv beside what is reached; a row below its bar goes
# into the file `below` too.
bars() {
    awk -F, -v set="$1" -v column="${2-}" -v below="$scratch/below" '
        NR == FNR { split($0, word, " "); reached[word[1]] = word[2]; next }
        $1 != set { next }
        {
            least = $3 == "least"
            value = !($2 in reached) ? "none found" : least ? sprintf("%.3f", reached[$2]) : reached[$2]
            name = $2
            gsub("_", " ", name)
            met = ""
            if ($5 != "") { met = (least ? value + 0 >= $5 + 0 : value + 0 <= $5 + 0) ? "yes" : "**no**" }
            printf "| %s%s | %s | %s%s | %s |\n", column, name, value, $5 != "" && !least ? "at most " : "", $5, met
            if (met == "**no**") { print set " " name " " value " (" $5 ")" >>below }
        }' "$scratch/figures" tests/gold/figures.csv
}

# measure SET: the set's figures into the file `figures`, its claims into a folder.
measure() {
    mkdir -p "$scratch/$1"
    tests/gold/figures.sh --keep "$scratch/$1" "$program" "$shared" "$1" >"$scratch/figures"
}

command_of() { printf '    tests/gold/figures.sh build/release/bin/crossclaim ../shared %s\n' "$1"; }

# causes SET [--partial]: why claims of the set were missed, or reported in error.
causes() {
    documents=
    [ ! -d "$shared/gold/$1/docs" ] || documents=$shared/gold/$1/docs
    printf '\n| | cause | count | documents |\n| --- | --- | --- | --- |\n'
    # One folder or none, and an option or none.
    # shellcheck disable=SC2086
    python3 tools/accuracy_causes.py ${2-} "$program" "$shared/score" "$scratch/$1/gold.jsonl" \
        "$scratch/$1/claims.jsonl" $documents
}

# claims SET WHAT [--partial]
claims() {
    measure "$1"
    printf '\n## %s: %s\n' "$1" "$2"
    command_of "$1"
    printf '\n| figure | reached | bar | met |\n| --- | --- | --- | --- |\n'
    bars "$1"
    causes "$1" "${3-}"
}

# lines SET...: the sets of single sentences, in one table.
lines() {
    for set in "$@"; do
        command_of "$set"
    done
    printf '\n| set | figure | reached | bar | met |\n| --- | --- | --- | --- | --- |\n'
    for set in "$@"; do
        measure "$set"
        bars "$set" "$set | "
    done
}

own_sentences() {
    printf '| table | right | of | percent | floor | claims met |\n| --- | --- | --- | --- | --- | --- |\n'
    "$build/bin/golden_sentences" "$program" tests/golden/sentences |
        sed -n 's/^\([a-z-]*\) *\([0-9]*\) of *\([0-9]*\) lines right *\([0-9]*\) % (floor \([0-9]*\)) · claims met \([0-9]* of [0-9]*\).*/| \1 | \2 | \3 | \4 | \5 | \6 |/p'
}

head_of_page() {
    cat <<'TEXT'
# Accuracy

Made by `tools/accuracy.sh`; edit that, not this. Each figure has a floor, below which `./run test` fails, and a bar, which
is what is wanted in the end: both are in [tests/gold/figures.csv](../tests/gold/figures.csv).

The gold is what careful readers found in real texts. Texts and scorers are other people's and not in this repository: they
stand beside it in `../shared`. Where they do not, these tests say so and are skipped, and `tools/accuracy.sh` leaves this page
alone. `--table` before the program prints the scorer's whole table.

- `counted` is the F1 of all claims with a count; of muc-dev the recall, for its gold names only some of the claims.
- `qualifier` to `to` are shares of the matched claims in which that field is right.
- `not claims`, `traps` and `quiet` are false alarms: claims in places that have none.
- `groups` is the F1 of pairs of claims in one group, `verdicts` the share of matched groups with a right verdict.

TEXT
    if [ -s "$scratch/below" ]; then
        echo "Below the bar (in brackets), so what to mend next:"
        echo
        sed 's/^/- /' "$scratch/below"
    else
        echo "Every bar is met."
    fi
    cat <<'TEXT'

The causes below are worked out by general signs:

- *found under another measure*: a claim with that number is there, of another kind.
- *the number is recognised, no rule counts it*: `explain` shows the quantity; a rule, or the link to its noun, is missing.
- *the number is not recognised as the gold has it*: words that the quantities do not read, or read otherwise.
- *the claim has no figure*: the gold tells of "some" or of a bare noun.
- *a figure beside claims of the gold in one sentence*, *a figure in a sentence without a claim*: a rule counts too much.
- *attribute*: the claim is found, and a field of it is not as the gold has it.
TEXT
}

{
    claims karabakh "ten articles on one event"
    claims events-dev "68 articles of several outlets on six events"
    claims idetect-dev "181 excerpts on displacement"
    claims muc-dev "400 wire reports of 1988 to 1990, in capitals" --partial
    printf '\nPlace and dates of this gold belong to the incident, and may stand in another sentence than the figure.\n'
    printf '\n## Quantities and times\n'
    lines newsquant-dev recognizers-number recognizers-unit recognizers-time duckling-number \
        duckling-unit duckling-time
    cat <<'TEXT'

The share of cases that are exactly right; newsquant: F1 of the value, and of the value with its hedge.

## Our own sentences
    build/release/bin/golden_sentences build/release/bin/crossclaim tests/golden/sentences --list

A line of `tests/golden/sentences` is right when all its claims are found, and no other.

TEXT
    own_sentences
} >"$scratch/body.md"
{
    head_of_page
    cat "$scratch/body.md"
} >docs/accuracy.md
echo "accuracy.sh: wrote docs/accuracy.md" >&2
