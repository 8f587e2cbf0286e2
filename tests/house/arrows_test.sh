#!/bin/sh
# The arrow test itself must be able to fail: arrows_test.sh arrows.sh
set -eu
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/src/text" "$tree/src/read" "$tree/include/crossclaim/base"
echo '#include "crossclaim/base.h"' >"$tree/src/text/fold.c"
echo '#include <stdio.h>' >"$tree/src/read/reader.c"
echo >"$tree/include/crossclaim/base/slice.h"
echo >"$tree/include/crossclaim/text.h"
"$1" "$tree"
refused() {
    if "$1" "$tree" 2>"$tree/words"; then
        echo "not refused: $2" >&2
        exit 1
    fi
    grep -q "$2" "$tree/words"
}
echo '#include "crossclaim/extract.h"' >"$tree/src/text/right.c"
refused "$1" 'crossclaim/extract.h'
echo '#include "crossclaim/read.h"' >"$tree/src/text/right.c"
refused "$1" 'crossclaim/read.h'
echo '  # include "read/html.h"' >"$tree/src/text/right.c"
refused "$1" 'read/html.h'
mkdir -p "$tree/src/text/room"
echo '#include "crossclaim/base.h"' >"$tree/src/text/right.c"
"$1" "$tree"
echo '#include "right.h"' >"$tree/src/text/room/near.c"
refused "$1" 'near.c.*right.h'
