#!/bin/bash
# Ends `add` at points spread over the time it takes, and looks at what it left: a case that is whole,
# with the documents and their groups or with neither, and that the same command again brings to where
# a run without interruption ends.
#   kills.sh PROGRAM [KILLS [SIGNAL]]     100 times with KILL if not told
#   kills.sh PROGRAM --short              some, for ctest
set -eu
program=$(readlink -f "$1")
kills=${2:-100}
signal=${3:-KILL}
[ "$kills" != --short ] || kills=8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir pages
for town in Arden Borel Cadiz Dunmore Elvas; do
    for toll in 12 14 15 19; do
        echo "Rescuers said $toll people were killed in the flood in $town on Monday. $toll were injured." \
            >"pages/$town-$toll.txt"
    done
done

# CASE: what is in it, claims with their groups.
print() {
    "$program" export --db "$1" --table claims --format jsonl &&
        "$program" export --db "$1" --table groups --format jsonl
}

start=$(date +%s%N)
"$program" add --db whole.db pages 2>/dev/null
took=$((($(date +%s%N) - start) / 1000000))
print whole.db >whole

failed=0
kept=0
complain() {
    echo "kill $1 after ${delay} s: $2"
    failed=1
}
for kill in $(seq 1 "$kills"); do
    rm -f case.db*
    delay=$(awk -v took="$took" -v at="$kill" -v all="$kills" \
        'BEGIN { printf "%.4f", took * 1.1 * at / all / 1000 }')
    timeout --foreground -s "$signal" "$delay" "$program" add --db case.db pages >words 2>&1 || true
    if [ -e case.db ] && "$program" export --db case.db >/dev/null 2>words; then
        [ ! -s words ] || complain "$kill" "$(head -n 1 words)"
        print case.db >left 2>words
        if [ -s left ]; then
            kept=$((kept + 1))
            cmp -s left whole || complain "$kill" 'some of the documents or groups are there'
        fi
    fi
    "$program" add --db case.db pages 2>words || complain "$kill" "$(head -n 1 words)"
    print case.db | cmp -s - whole || complain "$kill" 'the same command again gives another case'
done
echo "$kills kills ($signal) over ${took} ms: $kept left the whole case, the others nothing"
exit "$failed"
