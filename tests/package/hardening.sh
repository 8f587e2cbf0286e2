#!/bin/sh
# What the built files are hardened with. hardening.sh BUILD_TYPE FILE...
set -eu
type=$1
shift
facts=$(mktemp)
trap 'rm -f "$facts"' EXIT
failed=0
for file in "$@"; do
    {
        readelf -hlW "$file"
        readelf -dW "$file"
        readelf --dyn-syms -W "$file"
        # One function of ours. That the file as a whole bears the mark of CET takes a compiler whose own
        # start files bear it, which Debian's does not.
        # The program's has `main`, the library's `xc_version`; objdump looks for the last one named.
        objdump -d --disassemble=main "$file"
        objdump -d --disassemble=xc_version "$file"
    } >"$facts"
    want() {
        if ! grep -Eq "$1" "$facts"; then
            echo "$(basename "$file"): $2"
            failed=1
        fi
    }
    want 'Type: +DYN' 'not position independent'
    want 'GNU_STACK.* RW ' 'its stack can be run'
    want 'GNU_RELRO' 'no RELRO'
    want 'BIND_NOW|Flags:.* NOW' 'RELRO is not full (no BIND_NOW)'
    want '__stack_chk_fail' 'no stack protector'
    [ "$type" = Debug ] || want '__[a-z]+_chk@' 'no FORTIFY_SOURCE'
    ! grep -q 'X86-64' "$facts" || want 'endbr64' 'its code is not made for CET (endbr64)'
    if grep -Eq 'RPATH|RUNPATH' "$facts"; then
        echo "$(basename "$file"): has an RPATH"
        failed=1
    fi
done
exit "$failed"
