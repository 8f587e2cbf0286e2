#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file that a page of ours names is there: paths.sh SOURCE_DIR
# Words in backticks that look like a file of the tree ("src/read/kind.c", "kind.c" in the README
# of its folder) are looked for from the tree's top, from the page's folder, and below that.
# NAME stands for any name.
set -eu
cd "$1"
complaints=$(
    find . -name '*.md' ! -path './build/*' ! -path './.git/*' ! -path './CHANGELOG.md' | sort |
        while read -r page; do
            folder=$(dirname "$page")
            # shellcheck disable=SC2016  # backticks of Markdown
            grep -oE '`[A-Za-z0-9_./-]+\.(c|h|sh|awk|yaml)`|`(src|claims|tests|docs|tools|include|reports|packaging)/[A-Za-z0-9_./-]+`' "$page" |
                tr -d '\140' | sort -u |
                grep -v NAME |
                while read -r name; do
                    for there in "$name" "$folder/$name" "src/$name" "include/crossclaim/base/$name"; do
                        [ ! -e "$there" ] || continue 2
                    done
                    case $name in
                    */*) ;;
                    *) [ -z "$(find "$folder" -name "$name" ! -path '*/build/*' | head -n 1)" ] || continue ;;
                    esac
                    echo "$page: no such file: $name"
                done
        done
)
[ -z "$complaints" ] || { echo "$complaints" >&2; exit 1; }
