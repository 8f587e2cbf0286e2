#!/bin/sh
# Refuses an #include that points to the right of the pipeline: arrows.sh SOURCE_DIR
# A step includes public headers of itself, of base and of steps to its left; and of the files in
# src only its own folder's, by their path from src. read and text are side by side: neither
# knows the other. The rooms of a step stand in an order, too: a room includes headers of its own,
# of rooms to its left and of the step's root, as long as these lead to no room to its right.
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
    serve) echo base store compare report serve ;;
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

rooms_of() {
    case $1 in
    read) echo bytes page outlet office format ;;
    recognise) echo quantity time place ;;
    extract) echo rules pack count statement speaker place ;;
    compare) echo pair decision incident ;;
    report) echo table terminal page ;;
    esac
}

# check_rooms STEP FILE...: prints a line for each file that reaches a room to the right of its own.
check_rooms() {
    step=$1
    shift
    grep -Ho '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]*"' "$@" /dev/null |
        sed 's/:[^"]*"\(.*\)"/ src\/\1/' |
        awk -v step="$step" -v rooms="$(rooms_of "$step")" -v files="$*" '
            function room_of(file,    parts) {
                return split(file, parts, "/") > 3 ? parts[3] : ""
            }
            { headers[$1] = headers[$1] " " $2 }
            END {
                for (i = split(rooms, names, " "); i > 0; i--)
                    place[names[i]] = i
                count = split(files, all, " ")
                for (i = 1; i <= count; i++) {
                    room = room_of(all[i])
                    if (room == "")
                        continue
                    if (!(room in place)) {
                        print all[i] ": room of no place in the order of the step " step
                        continue
                    }
                    split("", seen); seen[all[i]] = 1
                    list[n = 1] = all[i]
                    for (k = 1; k <= n; k++)
                        for (h = split(headers[list[k]], next_ones, " "); h > 0; h--)
                            if (!(next_ones[h] in seen)) {
                                seen[list[++n] = next_ones[h]] = 1
                                if (place[room_of(list[n])] > place[room])
                                    print all[i] ": room " room " may not reach \"" list[n] "\""
                            }
                }
            }'
}

complaints=$(
    for folder in src/*/; do
        find "$folder" -name '*.[ch]' | sort >"$files"
        # shellcheck disable=SC2046  # names without blanks
        [ ! -s "$files" ] || check "$(basename "$folder")" $(cat "$files")
        # shellcheck disable=SC2046
        [ ! -s "$files" ] || check_rooms "$(basename "$folder")" $(cat "$files")
    done
    for header in include/crossclaim/*.h; do
        check "$(basename "$header" .h)" "$header"
    done
    check base include/crossclaim/base/*.h
)
[ -z "$complaints" ] || { echo "$complaints" >&2; exit 1; }
