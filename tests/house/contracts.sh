#!/bin/sh
# SPDX-License-Identifier: MIT
# What a public header declares says what it takes and gives: contracts.sh SOURCE_DIR
# Each function and each type of include/crossclaim has a comment of its own, above it or behind it.
# A function's comment has, where its declaration calls for them: the errors that it may give
# (@return with their names, where it gives an xc_status), the arena by its name, and who owns or
# frees a pointer that comes out. Units and standards no script can miss; they are for readers.
set -eu
cd "$1"
# shellcheck disable=SC2016  # awk's own $
complaints=$(find include/crossclaim -name '*.h' | sort | xargs awk '
    function trim(text) { gsub(/[ \t]+/, " ", text); sub(/^ /, "", text); return text }
    function complain(what) { print FILENAME ":" first ": " name ": " what }
    # judge(): the declaration that ended, without its comments.
    function judge(code, words,    is_function, before) {
        is_function = code ~ /^[^{=]*\(.*\)[^(){]*;$/ && code !~ /^typedef/
        if (is_function) {
            before = code
            sub(/\(.*/, "", before)
            name = before
            sub(/.*[ *]/, "", name)
        } else {
            name = code
            sub(/ *[{;].*/, "", name)
        }
        if (words == "") {
            complain("has no comment of its own")
            return
        }
        if (!is_function)
            return
        if (before ~ /(^| )xc_status / && name !~ /^xc_fail/ &&
            (words !~ /@return/ || words !~ /XC_[A-Z]/))
            complain("does not say which errors it gives (@return XC_...)")
        if (name ~ /^xc_arena_/) # of the arena itself
            return
        if (code ~ /xc_arena \*arena/ && words !~ /arena/)
            complain("does not say what the arena is for")
        if ((code ~ /\*\*+[a-z_]+[,)]/ || before ~ /[*]/) &&
            words !~ /own|free|end|close|borrow|arena|[Cc]onstant|program|points into|lives/)
            complain("does not say who owns what it points to")
    }
    FNR == 1 { words = ""; code = ""; depth = 0; last = "" }
    {
        line = $0
        comment = ""
        if (match(line, /\/\/.*/)) {
            comment = substr(line, RSTART)
            line = substr(line, 1, RSTART - 1)
        }
        line = trim(line)
        sub(/ $/, "", line)
        # Directives, and the lines that they go on for.
        if (code == "" && (line ~ /^#/ || continued)) {
            continued = line ~ /\\$/
            words = ""
            next
        }
        if (line == "" && comment == "") { # a comment that nothing follows at once is of nothing
            if (code == "")
                words = ""
            next
        }
        if (line == "") {
            if (comment ~ /^\/\/\//)
                words = words comment " "
            next
        }
        if (code == "")
            first = FNR
        if (comment ~ /^\/\/\/</ && (depth == 0 || code == ""))
            words = words comment " "
        code = code (code == "" ? "" : " ") line
        depth += gsub(/{/, "{", line) - gsub(/}/, "}", line)
        if (depth == 0 && code ~ /;$/) {
            # A name alone ("typedef struct xc_case xc_case;") is told by what goes before.
            judge(code, words)
            code = ""
            words = ""
        }
    }
')
[ -z "$complaints" ] || { echo "$complaints" >&2; exit 1; }
