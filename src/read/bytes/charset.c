// SPDX-License-Identifier: MIT
// Decoding: byte-order mark, valid UTF-8, declared charset, guess.
#include "read/bytes/charset.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <uchardet.h>

static const xc_slice replacement = XC_SLICE_INIT("\xEF\xBF\xBD");
enum { GUESS_BYTES = 1 << 20 };

static bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

// Length of the valid sequence at `at`, 0 if there is none (RFC 3629: no overlong form, no
// surrogate, nothing above U+10FFFF).
static size_t sequence_length(const unsigned char *at, size_t left) {
    if (at[0] < 0x80) {
        return 1;
    }
    if (at[0] < 0xC2 || at[0] > 0xF4) {
        return 0;
    }
    size_t length = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    if (left < length) {
        return 0;
    }
    for (size_t i = 1; i < length; i++) {
        if (!is_continuation(at[i])) {
            return 0;
        }
    }
    bool refused = (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) ||
                   (at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] > 0x8F);
    return refused ? 0 : length;
}

size_t utf8_valid_prefix(xc_slice bytes) {
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    size_t i = 0;
    while (i < bytes.len) {
        uint64_t eight = 0;
        if (bytes.len - i >= sizeof eight) {
            memcpy(&eight, at + i, sizeof eight);
            if ((eight & UINT64_C(0x8080808080808080)) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        size_t length = sequence_length(at + i, bytes.len - i);
        if (!length) {
            break;
        }
        i += length;
    }
    return i;
}

// Bytes before the first one that cannot stay: broken, or NUL.
static size_t clean_prefix(xc_slice bytes) {
    size_t valid = utf8_valid_prefix(bytes);
    const char *nul = valid ? memchr(bytes.ptr, '\0', valid) : NULL;
    return nul ? (size_t)(nul - bytes.ptr) : valid;
}

static xc_status give(xc_buffer *buffer, xc_arena *arena, xc_slice *out, xc_error *error) {
    *out = xc_arena_copy(arena, xc_buffer_slice(buffer));
    bool failed = buffer->status != XC_OK || !out->ptr;
    xc_buffer_release(buffer);
    return failed ? xc_fail_memory(error) : XC_OK;
}

// UTF-8 with mistakes in it: each broken byte becomes one U+FFFD.
static xc_status repair(xc_slice bytes, xc_arena *arena, xc_slice *out, size_t *replaced,
                        xc_error *error) {
    size_t good = clean_prefix(bytes);
    if (good == bytes.len) {
        *out = bytes;
        return XC_OK;
    }
    xc_buffer clean = {0};
    size_t broken = 0;
    while (bytes.len) {
        xc_buffer_append(&clean, xc_slice_sub(bytes, 0, good));
        bytes = xc_slice_sub(bytes, good, bytes.len);
        if (bytes.len) {
            xc_buffer_append(&clean, replacement);
            bytes = xc_slice_sub(bytes, 1, bytes.len);
            broken++;
        }
        good = clean_prefix(bytes);
    }
    *replaced += broken;
    return give(&clean, arena, out, error);
}

static xc_status convert(xc_slice bytes, iconv_t converter, xc_arena *arena, xc_slice *out,
                         size_t *replaced, xc_error *error) {
    xc_buffer text = {0};
    char chunk[4096];
    char *in = (char *)(uintptr_t)bytes.ptr; // iconv does not write there; its type is old
    size_t left = bytes.len;
    size_t broken = 0;
    while (left && text.status == XC_OK) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t got = iconv(converter, &in, &left, &to, &room);
        int number = errno;
        xc_buffer_append(&text, (xc_slice){chunk, sizeof chunk - room});
        if (got == (size_t)-1 && number != E2BIG) {
            xc_buffer_append(&text, replacement);
            broken++;
            in++;
            left--;
        }
    }
    *replaced += broken;
    xc_slice converted = {0};
    xc_status status = give(&text, arena, &converted, error);
    return status == XC_OK ? repair(converted, arena, out, replaced, error) : status;
}

// What browsers take these names for (the WHATWG encoding labels), where iconv is stricter.
static const char *const wider[][2] = {
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"shift_jis", "cp932"},
    {"sjis", "cp932"},
    {"x-sjis", "cp932"},
    {"euc-kr", "cp949"},
    {"ks_c_5601-1987", "cp949"},
    {"big5", "big5-hkscs"},
};

// Opens a converter from a charset that some page names; (iconv_t)-1 where the name is none.
static iconv_t open_converter(xc_slice name) {
    char plain[40] = "";
    if (!name.len || name.len >= sizeof plain) {
        return (iconv_t)-1;
    }
    for (size_t i = 0; i < name.len; i++) {
        char letter = (char)tolower((unsigned char)name.ptr[i]);
        // "//" would switch on iconv's own options.
        if (!isalnum((unsigned char)letter) && !strchr("-_:.+", letter)) {
            return (iconv_t)-1;
        }
        plain[i] = letter;
    }
    const char *charset = plain;
    for (size_t i = 0; i < sizeof wider / sizeof *wider; i++) {
        if (strcmp(plain, wider[i][0]) == 0) {
            charset = wider[i][1];
        }
    }
    return iconv_open("UTF-8", charset);
}

static xc_status convert_from(xc_slice bytes, const char *charset, xc_arena *arena,
                              xc_slice *out, size_t *replaced, xc_error *error) {
    iconv_t converter = open_converter(xc_slice_of(charset));
    if (converter == (iconv_t)-1) {
        return repair(bytes, arena, out, replaced, error);
    }
    xc_status status = convert(bytes, converter, arena, out, replaced, error);
    (void)iconv_close(converter);
    return status;
}

char charset_bare_utf16(xc_slice bytes) {
    size_t nul[2] = {0, 0};
    size_t looked = bytes.len < 4096 ? bytes.len : 4096;
    for (size_t i = 0; i < looked; i++) {
        nul[i % 2] += bytes.ptr[i] == '\0';
    }
    if (looked < 4 || bytes.len % 2) {
        return 0;
    }
    size_t enough = looked / 5;
    return nul[1] > enough && nul[0] == 0 ? 'l' : nul[0] > enough && nul[1] == 0 ? 'b' : 0;
}

// UTF-8 with a few broken bytes (cut or patched text) is told from another charset by having
// more good sequences of several bytes than bad bytes.
static bool is_mostly_utf8(xc_slice bytes) {
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    size_t good = 0;
    size_t bad = 0;
    for (size_t i = 0; i < bytes.len;) {
        size_t length = sequence_length(at + i, bytes.len - i);
        good += length > 1;
        bad += length == 0;
        i += length ? length : 1;
    }
    return good > bad;
}

xc_slice charset_guess(xc_slice bytes, xc_arena *arena) {
    uchardet_t guess = uchardet_new();
    if (!guess) {
        return (xc_slice){0};
    }
    xc_slice sample = xc_slice_sub(bytes, 0, GUESS_BYTES);
    (void)uchardet_handle_data(guess, sample.ptr, sample.len);
    uchardet_data_end(guess);
    const char *name = uchardet_get_charset(guess);
    // Nothing found: Latin text of some kind, as browsers take it.
    xc_slice found = xc_slice_of(name && *name ? name : "windows-1252");
    xc_slice copy = xc_arena_copy(arena, found);
    uchardet_delete(guess);
    return copy;
}

static xc_status decode_guessed(xc_slice bytes, xc_arena *arena, xc_slice *out,
                                size_t *replaced, xc_error *error) {
    xc_slice name = charset_guess(bytes, arena);
    return name.ptr ? convert_from(bytes, name.ptr, arena, out, replaced, error)
                    : xc_fail_memory(error);
}

static bool is_utf8_name(xc_slice name) {
    return xc_slice_equal_fold(name, XC_SLICE("utf-8")) ||
           xc_slice_equal_fold(name, XC_SLICE("utf8"));
}

xc_status charset_decode(xc_slice bytes, xc_slice declared, xc_arena *arena, xc_slice *out,
                         size_t *replaced, xc_error *error) {
    size_t uncounted = 0;
    size_t *count = replaced ? replaced : &uncounted;
    *out = (xc_slice){0};
    if (xc_slice_starts(bytes, XC_SLICE("\xEF\xBB\xBF"))) {
        return repair(xc_slice_sub(bytes, 3, bytes.len), arena, out, count, error);
    }
    xc_slice after_mark = xc_slice_sub(bytes, 2, bytes.len);
    if (xc_slice_starts(bytes, XC_SLICE("\xFF\xFE"))) {
        return convert_from(after_mark, "utf-16le", arena, out, count, error);
    }
    if (xc_slice_starts(bytes, XC_SLICE("\xFE\xFF"))) {
        return convert_from(after_mark, "utf-16be", arena, out, count, error);
    }
    char utf16 = charset_bare_utf16(bytes);
    if (utf16) {
        return convert_from(bytes, utf16 == 'l' ? "utf-16le" : "utf-16be", arena, out, count,
                            error);
    }
    if (utf8_valid_prefix(bytes) == bytes.len || is_mostly_utf8(bytes)) {
        return repair(bytes, arena, out, count, error);
    }
    iconv_t converter = is_utf8_name(declared) ? (iconv_t)-1 : open_converter(declared);
    if (converter == (iconv_t)-1) {
        return decode_guessed(bytes, arena, out, count, error);
    }
    xc_status status = convert(bytes, converter, arena, out, count, error);
    (void)iconv_close(converter);
    return status;
}
