#!/bin/sh
# SPDX-License-Identifier: MIT
# The test of paths itself must be able to fail: paths_test.sh paths.sh
set -eu
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/src/read/page"
echo >"$tree/src/read/page/tree.c"
# shellcheck disable=SC2016  # backticks of Markdown
echo 'see `src/read/page/tree.c`, `page/tree.c` and `tree.c`' >"$tree/src/read/README.md"
"$1" "$tree"
for gone in src/read/gone.c gone.c page/gone.c; do
    echo "see \`$gone\`" >"$tree/src/read/README.md"
    if "$1" "$tree" 2>"$tree/words"; then
        echo "not missed: $gone" >&2
        exit 1
    fi
    grep -q "no such file: $gone" "$tree/words"
done
