#!/bin/sh
# SPDX-License-Identifier: MIT
# The circle test itself must be able to fail: circles_test.sh circles.sh CC NM
set -eu
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/src" "$tree/build/src/CMakeFiles/step.dir"
build() {
    for file in one two three; do
        "$1" -c -o "$tree/build/src/CMakeFiles/step.dir/$file.c.o" "$tree/src/$file.c"
    done
}
echo 'int second(void); int third(void); int first(void) { return second() + third(); }' >"$tree/src/one.c"
echo 'int third(void); int second(void) { return third(); }' >"$tree/src/two.c"
echo 'int third(void) { return 3; }' >"$tree/src/three.c"
build "$2"
"$1" "$tree" "$tree/build" "$3"
echo 'int first(void); int third(void) { return first(); }' >"$tree/src/three.c"
build "$2"
if "$1" "$tree" "$tree/build" "$3" 2>"$tree/words"; then
    echo 'a circle of three files was not found' >&2
    exit 1
fi
grep -q 'three.c uses first of src/one.c' "$tree/words"
