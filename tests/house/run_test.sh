#!/bin/sh
# What ./run does around the program, with stand-ins for apt-get, cmake and the program:
# run_test.sh RUN
set -eu
run=$(readlink -f "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
tree="$root/a tree"
mkdir -p "$tree/src" "$tree/include" "$tree/cmake" "$tree/claims" "$tree/tools" "$tree/packaging" "$root/bin" "$root/elsewhere"
cp "$run" "$tree/run"
mkdir -p "$tree/claims/world"
touch "$tree/claims/world/places.csv" "$tree/CMakeLists.txt" "$tree/CMakePresets.json" "$tree/src/one.c"
# Times are told and not taken from the clock, which may be set back while this runs.
find "$tree" -exec touch -d 2020-01-01 {} +
stand_in() {
    { echo '#!/bin/sh'; cat; } >"$root/bin/$1"
    chmod +x "$root/bin/$1"
}
stand_in pkg-config <<END
! grep -qx "\$2" "$root/missing"
END
stand_in apt-get <<END
echo "apt-get \$* (\$DEBIAN_FRONTEND)" >>"$root/log"
echo "words of apt-get"
cat >>"$root/log"
: >"$root/missing"
END
stand_in sudo <<'END'
exec "$@"
END
stand_in cmake <<END
echo "cmake \$*" >>"$root/log"
echo "words of cmake"
echo "[1/10] one"; echo "[4/10] four"; echo "[10/10] ten"
mkdir -p "$tree/build/release/bin"
printf '#!/bin/sh\necho "program \$*"\ncat\n' >"$tree/build/release/bin/crossclaim"
chmod +x "$tree/build/release/bin/crossclaim"
END
export PATH="$root/bin:$PATH"
unset DEBIAN_FRONTEND || true
expect() {
    [ "$2" = "$3" ] || { printf '%s: expected\n%s\nbut got\n%s\n' "$1" "$2" "$3" >&2; exit 1; }
}
crossclaim() {
    (cd "$root/elsewhere" && echo 'standard input' | "../a tree/run" "$@" 2>"$root/words")
}

# What is missing is installed, and that alone; nothing reads standard input or writes to output.
echo yaml-0.1 >"$root/missing"
: >"$root/log"
expect 'first run' 'program text -
standard input' "$(crossclaim text -)"
expect 'what was installed' \
    'apt-get -q install -y --no-install-recommends libyaml-dev (noninteractive)' \
    "$(grep install "$root/log")"
expect 'no configuring for tests' '-DXC_TESTS=OFF' "$(grep -o -e '-DXC_TESTS=.*' "$root/log")"

for part in 40 100; do
    grep -qx "run: $part % built" "$root/words"
done
grep -q 'run: building crossclaim' "$root/words"

# All is in place: nothing is looked at again.
: >"$root/log"
crossclaim a b >/dev/null
expect 'second run' '' "$(cat "$root/log" "$root/words")"

# A source that is newer than the build.
touch -d 2090-01-01 "$tree/src/one.c"
crossclaim a b >/dev/null
grep -q '^cmake --build' "$root/log"

# A build that fails shows its words and does not run what was there before.
stand_in cmake <<'END'
echo 'one.c:1: error'
exit 1
END
status=0
crossclaim a >"$root/out" || status=$?
expect 'failed build' 3 "$status"
expect 'failed build, output' '' "$(cat "$root/out")"
grep -q 'one.c:1: error' "$root/words"

# Another system: the packages are named.
rm "$root/bin/apt-get"
rm -r "$tree/build"
echo yaml-0.1 >"$root/missing"
for tool in cc cmake ninja sh readlink dirname id find touch mkdir flock mv cat env grep; do
    [ -e "$root/bin/$tool" ] || ln -s "$(command -v "$tool")" "$root/bin/$tool"
done
status=0
PATH="$root/bin" crossclaim a >"$root/out" || status=$?
expect 'no apt-get' 3 "$status"
grep -q 'libyaml-dev' "$root/words"

# The tests bring large programs along, and that is said before they are fetched.
status=0
PATH="$root/bin" crossclaim test >"$root/out" || status=$?
expect 'test without apt-get' 3 "$status"
grep -q 'a browser (Chromium, about .* MB' "$root/words"
grep -q 'a spreadsheet (LibreOffice Calc, about .* MB' "$root/words"
