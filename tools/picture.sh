#!/bin/sh
# SPDX-License-Identifier: MIT
# Takes the picture of the report that the README shows: tools/picture.sh [PROGRAM]
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
program=$(realpath "${1:-$top/build/release/bin/crossclaim}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$top/tests/data"
"$program" compare --sources derna-2023.sources.csv derna-2023 -o "$scratch/report" >"$scratch/summary"
# The sandbox does not start where root is the only user.
sandbox=
[ "$(id -u)" -ne 0 ] || sandbox=--no-sandbox
chromium --headless $sandbox --disable-gpu --hide-scrollbars --window-size=1160,965 \
    --screenshot="$top/docs/report.png" "file://$scratch/report/index.html"
