#!/bin/bash
# Ends `add` at points spread over the time it takes, and looks at what it left: batches of documents
# (in no group yet, and said to be so), or the whole case with its groups; each claim that is there is
# as it should be. The same command again goes on from there and ends where a run without interruption
# does.
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
    for toll in $(seq 11 100); do
        echo "Rescuers said $toll people were killed in the flood in $town on Monday. $toll were injured." \
            >"pages/$town-$toll.txt"
    done
done

# CASE: what is in it, claims with their groups.
print() {
    "$program" export --db "$1" --table claims --format jsonl &&
        "$program" export --db "$1" --table groups --format jsonl
}

# FILE: its claims, without what groups add to them.
stem() {
    grep '"document_key"' "$1" | sed 's/,"group":.*//'
}

start=$(date +%s%N)
"$program" add --db whole.db pages 2>/dev/null
took=$((($(date +%s%N) - start) / 1000000))
print whole.db >whole

failed=0
kept=0
part=0
complain() {
    echo "kill $1 after ${delay} s: $2"
    failed=1
}
for kill in $(seq 1 "$kills"); do
    rm -f case.db* groups.rows claims.rows
    delay=$(awk -v took="$took" -v at="$kill" -v all="$kills" \
        'BEGIN { printf "%.4f", took * 1.1 * at / all / 1000 }')
    timeout --foreground -s "$signal" "$delay" "$program" add --db case.db pages >words 2>&1 || true
    if [ -e case.db ] && "$program" export --db case.db >/dev/null 2>words; then
        "$program" export --db case.db --table groups --format jsonl >groups.rows 2>words
        "$program" export --db case.db --table claims --format jsonl >claims.rows 2>/dev/null
        if [ -s groups.rows ]; then
            kept=$((kept + 1))
            cat claims.rows groups.rows | cmp -s - whole || complain "$kill" 'another case is there, with groups'
            [ ! -s words ] || complain "$kill" "$(head -n 1 words)"
        elif [ -s claims.rows ]; then
            part=$((part + 1))
            grep -q 'in no group' words || complain "$kill" 'nothing is said of claims in no group'
            stem claims.rows | sort >left
            stem whole | sort | comm -23 left - | grep . >words &&
                complain "$kill" 'claims are there that no whole run makes'
        fi
    fi
    "$program" add --db case.db pages 2>words || complain "$kill" "$(head -n 1 words)"
    [ -s groups.rows ] || [ ! -s claims.rows ] || grep -q 'going on from its' words ||
        complain "$kill" 'it does not say that it goes on from what is there'
    print case.db | cmp -s - whole || complain "$kill" 'the same command again gives another case'
done
echo "$kills kills ($signal) over ${took} ms: $kept left the whole case, $part batches of it, the others nothing"
exit "$failed"
