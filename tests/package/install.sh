#!/bin/sh
# Installs into an empty folder, then uses what is there: install.sh BUILD_DIR
set -eu
build=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cmake --install "$build" --prefix "$root/first" >/dev/null
mv "$root/first" "$root/usr" # nothing may hang on where it was installed to

# The program finds its packs, whatever folder it is called from and by whatever name.
ln -s "$root/usr/bin/crossclaim" "$root/by-another-name"
cd "$root"
./by-another-name --version
./by-another-name rules | grep -q .
test -s usr/share/man/man1/crossclaim.1
bash -n usr/share/bash-completion/completions/crossclaim

# A program of a user's own, through pkg-config alone.
PKG_CONFIG_PATH=$(dirname "$(find "$root/usr" -name crossclaim.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046  # lists of words
${CC:-cc} -std=c17 -Wall -Wextra -Werror "$here/figures.c" \
    $(pkg-config --cflags --libs crossclaim) -o figures
LD_LIBRARY_PATH=$(pkg-config --variable=libdir crossclaim)
export LD_LIBRARY_PATH
data=$(pkg-config --variable=datadir crossclaim)
./figures "$data/claims" 'At least 27 people were killed in the flood.' | tee figures.txt
grep -q '^killed: 27 to ? people$' figures.txt

# The library exports the public functions and nothing else.
library=$(find "$root/usr" -name 'libcrossclaim.so.*.*.*')
nm -D --defined-only "$library" | awk '{print $3}' | sort >exported
# An inline function of a header is compiled into who calls it, and exported by nobody.
grep -rhE 'static inline' "$root/usr/include" | grep -oE 'xc_[a-z0-9_]+\(' | tr -d '(' | sort -u >inline
grep -rhoE 'xc_[a-z0-9_]+\(' "$root/usr/include" | tr -d '(' | sort -u | comm -23 - inline >declared
comm -23 exported declared | tee extra
test ! -s extra
comm -13 exported declared | tee missing
test ! -s missing
