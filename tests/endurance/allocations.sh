#!/bin/bash
# Lets one allocation of the program's own fail, at places spread over a run, alone and with all that
# follow it, and looks at what comes of it: never a signal, and either the result of a run that had
# memory, or status 3 (1 where an input was skipped for it) and the case as it was.
#   allocations.sh PROGRAM SHIM [PLACES]     200 places a command if not told
#   allocations.sh PROGRAM SHIM --short      some, for ctest
set -eu
program=$(readlink -f "$1")
shim=$(readlink -f "$2")
places=${3:-200}
[ "$places" != --short ] || places=6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >page.html <<'END'
<html lang="en"><head><title>Flood kills 12 in Arden</title><meta name="author" content="A Writer"></head>
<body><article><h1>Flood kills 12 in Arden</h1><p>Rescuers said 12 people were killed and at least 40
injured in the flood in Arden on Monday, 4 March 2024.</p><p>The mayor said that dozens were missing.</p>
</article></body></html>
END
echo '{"text":"Officials said 14 people were killed in the flood in Arden.","source":"Daily"}' >one.jsonl
printf 'text,source\n"Police said 15 people died in Arden on Monday.",Post\n' >one.csv
printf 'Subject: Flood\nFrom: a@b.example\n\nRescuers said 16 people were killed in Arden.\n' >one.eml
"$program" add --db kept.db one.jsonl 2>/dev/null
"$program" export --db kept.db --format jsonl >kept

runs=0
signals=0
wrong=0
told=0
# failing ARGUMENT...: the program, with the allocation of $at failing.
failing() {
    timeout 60 env LD_PRELOAD="$shim" XC_FAIL_AT="$at" XC_FAIL_COUNT="$work/count" ${on:+XC_FAIL_ON=1} \
        "$program" "$@"
}
complain() {
    echo "$name, allocation $at of $count${on:+ and all that follow}: $1"
}
# judge STATUS: of a run whose result is in `result`, its words in `words`.
judge() {
    runs=$((runs + 1))
    if [ "$1" -ge 124 ]; then
        signals=$((signals + 1))
        complain "status $1"
    elif [ "$1" = 0 ]; then
        if ! cmp -s result whole; then
            wrong=$((wrong + 1))
            complain 'another result with status 0'
        fi
    else
        told=$((told + 1))
        if [ ! -s words ]; then
            wrong=$((wrong + 1))
            complain "status $1 without a word"
        elif ! "$program" export --db case.db --format jsonl | cmp -s - kept; then
            wrong=$((wrong + 1))
            complain 'the case is not as it was'
        fi
    fi
}
# try NAME COMMAND...: the command prints its result, which is to be the same or none.
try() {
    name=$1
    shift
    at=0 on=
    rm -rf report case.db*
    cp kept.db case.db
    "$@" >whole 2>words || cat words
    count=$(cat "$work/count")
    for place in $(seq 1 "$places"); do
        for on in '' 1; do
            at=$((1 + (count - 1) * (place - 1) / (places > 1 ? places - 1 : 1)))
            status=0
            rm -rf report case.db*
            cp kept.db case.db
            "$@" >result 2>words || status=$?
            judge "$status"
        done
    done
}
# The report, with what was said of it.
compare() {
    local status=0
    failing compare --db case.db -o report page.html || status=$?
    cat report/claims.csv report/groups.csv report/index.html 2>/dev/null || true
    return "$status"
}
for input in page.html one.jsonl one.csv one.eml; do
    try "extract $input" failing extract "$input"
done
try add failing add --db case.db page.html
try export failing export --db case.db --format csv
try review failing review --db case.db
try compare compare
echo "$runs runs: $told told, $signals ended by a signal or hanging, $wrong wrong"
[ "$signals" = 0 ] && [ "$wrong" = 0 ]
