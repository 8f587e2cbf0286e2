#!/bin/sh
# Refuses an #include that points to the right of the pipeline: arrows.sh SOURCE_DIR
# A step includes public headers of itself, of base and of steps to its left; and of the files in
# src only its own folder's, by their path from src. read and text are side by side: neither
# knows the other.
set -eu
cd "$1"
files=$(mktemp)
trap 'rm -f "$files"' EXIT
left_of() {
    case $1 in
    base) echo base ;;
    read) echo base read ;;
    text) echo base text ;;
    recognise) echo base text recognise ;;
    syntax) echo base text recognise syntax ;;
    extract) echo base read text recognise syntax extract ;;
    pipeline) echo base read text recognise syntax extract pipeline ;;
    store) echo base store ;;
    compare) echo base store compare ;;
    report) echo base read text recognise syntax extract store compare report ;;
    *) echo base read text recognise syntax extract pipeline store compare report cli serve crossclaim ;;
    esac
}

# check STEP FILE...: prints a line for each #include that is not allowed.
check() {
    step=$1
    shift
    grep -Ho '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]*"' "$@" |
        sed 's/:[^"]*"\(.*\)"/ \1/' |
        while read -r file header; do
            case $header in
            crossclaim/*)
                target=${header#crossclaim/}
                target=${target%%/*}
                case " $(left_of "$step") " in *" ${target%.h} "*) continue ;; esac
                ;;
            "$step"/*) continue ;;
            esac
            echo "$file: step '$step' may not include \"$header\""
        done
}

complaints=$(
    for folder in src/*/; do
        find "$folder" -name '*.[ch]' | sort >"$files"
        # shellcheck disable=SC2046  # names without blanks
        [ ! -s "$files" ] || check "$(basename "$folder")" $(cat "$files")
    done
    for header in include/crossclaim/*.h; do
        check "$(basename "$header" .h)" "$header"
    done
    check base include/crossclaim/base/*.h
)
[ -z "$complaints" ] || { echo "$complaints" >&2; exit 1; }
