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
rm "$tree/src/text/room/near.c"
# Rooms: page stands to the right of bytes; through a header of the root it is as far.
mkdir -p "$tree/src/read/bytes" "$tree/src/read/page"
echo >"$tree/src/read/page/tree.h"
echo >"$tree/src/read/bytes/stream.h"
echo '#include "read/bytes/stream.h"' >"$tree/src/read/page/tree.c"
"$1" "$tree"
echo '#include "read/page/tree.h"' >"$tree/src/read/bytes/stream.c"
refused "$1" 'bytes/stream.c.*read/page/tree.h'
echo '#include "read/told.h"' >"$tree/src/read/bytes/stream.c"
echo '#include "read/page/tree.h"' >"$tree/src/read/told.h"
refused "$1" 'bytes/stream.c.*read/page/tree.h'
echo >"$tree/src/read/told.h"
"$1" "$tree"
mkdir "$tree/src/read/cellar"
echo >"$tree/src/read/cellar/deep.c"
refused "$1" 'cellar/deep.c.*no place'
