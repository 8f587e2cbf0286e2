#!/bin/sh
# Builds the Debian package, unpacks it and runs what is in it: deb.sh BUILD_DIR SAMPLE
set -eu
build=$1
sample=$2
command -v dpkg-shlibdeps >/dev/null || { echo "skipped: no dpkg-dev"; exit 77; }
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cd "$root"
cpack --config "$build/CPackConfig.cmake" -B "$root" >cpack.log || { cat cpack.log; exit 1; }
package=$(ls crossclaim_*.deb)
echo "$package"
dpkg-deb --field "$package" Depends | tee depends
for library in libarchive13 libmicrohttpd12 libsqlite3-0 libxml2 libpcre2-8-0 libyaml-0-2 libcsv3; do
    grep -q "$library" depends
done
dpkg -x "$package" unpacked
# Nothing outside the system's folders may be linked.
if readelf -d unpacked/usr/bin/crossclaim | grep -E 'RPATH|RUNPATH'; then exit 1; fi
# Each file that holds data of others is named with its licence.
for file in copyright licences.md; do
    for data in places.csv exchange_rates.csv subjects_wide.csv syntax.model; do
        grep -q "$data" "unpacked/usr/share/doc/crossclaim/$file" || { echo "$file is silent on $data"; exit 1; }
    done
done
unpacked/usr/bin/crossclaim compare "$sample" -o report >summary
test -s report/index.html
test -s report/claims.csv
test -s summary
