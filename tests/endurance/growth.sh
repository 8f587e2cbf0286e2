#!/bin/sh
# Work that grows with the square of a text. Each text below is made twofold again and again, and
# what a doubling costs is told: CPU time of `extract`, less that of an empty text, in one run, so
# that a slow machine is slow for all. More than 2.3 a doubling fails, on the mean of the doublings
# from the first size that takes 0.1 s on; what stays below that all along tells nothing.
#   growth.sh PROGRAM [KILOBYTES [DOUBLINGS [TEXT]]]     all texts; 50 kB and four doublings if not told
#   growth.sh PROGRAM --short                            some of them, for ctest
set -eu
program=$(readlink -f "$1")
size=${2:-50}
doublings=${3:-4}
only=${4:-}
short=false
if [ "$size" = --short ]; then
    size=30 doublings=4 short=true
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# make TEXT BYTES: a text, or of what has a name here, so many bytes of it.
make() {
    awk -v unit="$1" -v bytes="$2" '
        function put(text) { printf "%s", text; written += length(text) }
        BEGIN {
            split("Lusaka,Tirana,Osaka,Quito", town, ",")
            town[0] = "Port Maroa"
            if (unit == "attributes")
                put("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item ")
            while (written < bytes) {
                n++
                if (unit == "attributes") put("a" n "=\"\" ")
                else if (unit == "dates") put("On " n % 28 + 1 " March 2024 in Lorvik " n % 97 " people died.\n")
                else if (unit == "names") put("Captain Ab" n " Cd" n " said that " n % 50 " soldiers were killed in Ef" n ".\n")
                else if (unit == "places") put(n % 50 + 3 " people were killed in the fire near " town[n % 4] ".\n")
                else if (unit == "parts") put(n " people, including " n % 9 + 1 " children, were killed. ")
                else if (unit == "distinct") put("w" n " ")
                else put(unit)
            }
            if (unit == "attributes")
                put("><title>A fire killed 5</title><description>5 died.</description></item></channel></rss>")
        }'
}

# The least of three runs: what else the machine does only adds.
seconds() {
    for _ in 1 2 3; do
        bash -c 'TIMEFORMAT=%U; time "$0" extract --skips-ok "$1" >/dev/null 2>&1' "$program" "$1" 2>&1
    done | sort -n | head -n 1
}

: >"$work/empty.txt"
idle=$(seconds "$work/empty.txt")

# judge SECONDS...: the mean step, and whether it is too much.
judge() {
    awk -v idle="$idle" 'BEGIN {
        for (i = 1; i < ARGC; i++) {
            t = ARGV[i] - idle
            if (!first && t >= 0.1) { first = i; start = t }
            last = t
        }
        if (!first || first > ARGC - 3) { print "-"; exit 0 } # one doubling tells of chance
        step = exp(log(last / start) / (ARGC - 1 - first))
        printf "%.2f%s\n", step, (step > 2.3 ? " too much" : "")
        exit (step > 2.3)
    }' "$@"
}

grow() {
    name=$work/text.txt
    [ "$1" != attributes ] || name=$work/feed.xml
    times=''
    bytes=$((size * 1024))
    for _ in $(seq 0 "$doublings"); do
        make "$1" "$bytes" >"$name"
        times="$times $(seconds "$name")"
        bytes=$((bytes * 2))
    done
    # shellcheck disable=SC2086 # one word a time
    if verdict=$(judge $times); then status=0; else status=1; fi
    printf '%-40s %s  step %s\n' "\"$1\"" "$times" "$verdict"
    return "$status"
}

texts() {
    cat <<'END'
1 to 1 to 
attributes
27 people were killed, 
names
places
END
    "$short" && return
    cat <<'END'
5 of the 
from 5 to 10 to 15 
at 5am on Monday 
killed and 
on 5 March 2024 and 
and 5 soldiers 
; 
5 people who killed 
5 percent of 
He said 5 died, 
12 people, including 3 children, and 
dates
parts
distinct
5 
"5 died 
in Paris, London, 
(
two hundred and 
Mr Novak said that 
https://a.b/5 
5. 
A fire killed 5 and hurt 6. 
END
}

failed=0
texts >"$work/texts"
while IFS= read -r text; do
    if [ -z "$only" ] || [ "$text" = "$only" ]; then
        grow "$text" || failed=1
    fi
done <"$work/texts"
exit "$failed"
