#!/bin/sh
# Runs every command of README.md, in order: readme.sh SOURCE_DIR PROGRAM
# `./run test` is this very run and is left out; `./run` is the program that was built. Every
# command has to end well and print something; every file that a link names has to be there.
set -eu
source=$1
program=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cd "$root"
ln -s "$source/README.md" "$source/docs" "$source/tests" .
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" >run
chmod +x run
awk '/^```sh$/ { inside = 1; next } /^```/ { inside = 0 } inside && NF' README.md |
    grep -v '^\./run test' >commands
test -s commands
while read -r command; do
    if ! sh -c "$command" >printed 2>words </dev/null || ! [ -s printed ]; then
        echo "README.md: '$command' failed or printed nothing:"
        cat words
        exit 1
    fi
    echo "ok: $command"
done <commands
test -s out/index.html
grep -oE '\]\([^)#]*\)' README.md | sed 's/^](\(.*\))$/\1/' | grep -v '^https\?:' >links
while read -r link; do
    [ -e "$source/$link" ] || { echo "README.md: no such file: $link"; exit 1; }
done <links
