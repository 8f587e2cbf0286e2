// SPDX-License-Identifier: MIT
// File names, addresses, hashes: runs of bytes that look like words and numbers and are not.
#include "text/bytes.h"
#include "text/text_parts.h"

#include <string.h>

static bool is_alphanumeric(char c) {
    byte_kind class = byte_class((unsigned char)c);
    return class == BYTE_LETTER || class == BYTE_DIGIT;
}

// Bytes of names and addresses. Of the bytes past ASCII, those that begin punctuation and
// no-break spaces (C2, E2) end a run.
static bool is_run_byte(char c) {
    unsigned char byte = (unsigned char)c;
    if (byte >= 0x80) {
        return byte != 0xC2 && byte != 0xE2;
    }
    return is_alphanumeric(c) || (c && strchr("_-./@:?=&%#~+", c));
}

static bool is_address_byte(char c) {
    unsigned char byte = (unsigned char)c;
    return byte != 0xE2 && byte_class(byte) != BYTE_SPACE && byte_class(byte) != BYTE_LINE &&
           !strchr("<>\"{}|\\^`", c);
}

static size_t run_end(xc_slice text, size_t at, bool (*belongs)(char)) {
    while (at < text.len && belongs(text.ptr[at])) {
        at++;
    }
    return at;
}

// The run without the marks that end sentences and clauses.
static xc_slice trim(xc_slice run) {
    while (run.len && strchr(".,:;?!-&=')#~+", run.ptr[run.len - 1])) {
        run.len--;
    }
    return run;
}

static bool is_web_address(xc_slice run) {
    size_t scheme = xc_slice_find(xc_slice_sub(run, 0, 16), XC_SLICE("://"));
    if (scheme != SIZE_MAX && scheme > 0) {
        for (size_t i = 0; i < scheme; i++) {
            if (!is_alphanumeric(run.ptr[i])) {
                return false;
            }
        }
        return true;
    }
    return run.len > 4 && xc_slice_equal_fold(xc_slice_sub(run, 0, 4), XC_SLICE("www."));
}

static bool is_mail_address(xc_slice run) {
    size_t sign = xc_slice_find(run, XC_SLICE("@"));
    if (sign == SIZE_MAX || sign == 0 || sign + 1 >= run.len) {
        return false;
    }
    return xc_slice_find(xc_slice_sub(run, sign + 1, run.len), XC_SLICE(".")) != SIZE_MAX;
}

// File endings and top-level domains. Domains that are words too (is, it, in, at, am, us) are
// left out: "said.It" is more frequent in news than they are.
static bool is_ending(xc_slice label) {
    static const char *const endings[] = {
        "jpg",  "jpeg", "png", "gif",  "webp", "svg",  "avif", "pdf",  "html", "htm", "php",
        "asp",  "aspx", "jsp", "xml",  "json", "js",   "css",  "mp3",  "mp4",  "avi", "mov",
        "webm", "wav",  "doc", "docx", "xls",  "xlsx", "ppt",  "pptx", "txt",  "csv", "zip",
        "gz",   "tar",  "exe", "com",  "org",  "net",  "info", "edu",  "gov",  "mil", "int",
        "io",   "co",   "az",  "ru",   "tr",   "ir",   "ge",   "uk",   "eu",   "de",  "fr",
        "ua",   "il",   "cn",  "jp",   "tv",   "news", "by",   "kz",   "uz",   "pl",  "es",
        "nl",   "ch",   "se",  "dk",   "fi",   "gr",   "ro",   "bg",   "hu",   "cz",  "sk",
        "rs",   "sy",   "iq",  "lb",   "eg",   "sa",   "ae",   "pk",   "lk",   "bd",  "np",
        "ph",   "sg",   "hk",  "tw",   "kr",   "au",   "nz",   "ca",   "br",   "mx",  "za"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (xc_slice_equal_fold(label, xc_slice_of(endings[i]))) {
            return true;
        }
    }
    return false;
}

// "Mme.President" is two words, "photo.JPG" is a file.
static bool is_one_case(xc_slice label) {
    bool upper = false;
    bool lower = false;
    for (size_t i = 0; i < label.len; i++) {
        upper |= label.ptr[i] >= 'A' && label.ptr[i] <= 'Z';
        lower |= label.ptr[i] >= 'a' && label.ptr[i] <= 'z';
    }
    return !(upper && lower);
}

// The length of "name.ending" with what follows of path and query; 0 for none.
static size_t named_length(xc_slice run) {
    for (size_t dot = 1; dot + 1 < run.len; dot++) {
        if (run.ptr[dot] != '.' ||
            (!is_alphanumeric(run.ptr[dot - 1]) && (unsigned char)run.ptr[dot - 1] < 0x80)) {
            continue;
        }
        size_t end = run_end(run, dot + 1, is_alphanumeric);
        xc_slice label = xc_slice_sub(run, dot + 1, end);
        if (!label.len || !is_one_case(label) || !is_ending(label)) {
            continue;
        }
        if (end < run.len && strchr("/?#:", run.ptr[end])) {
            return run.len;
        }
        if (end == run.len || run.ptr[end] != '.') {
            return end;
        }
    }
    return 0;
}

static bool has_inner_underscore(xc_slice run) {
    for (size_t i = 1; i + 1 < run.len && run.ptr[i] != '/'; i++) {
        if (run.ptr[i] == '_') {
            return true;
        }
    }
    return false;
}

static bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Letters and digits so mixed that nobody would read them aloud, or groups of hexadecimals.
static size_t hash_length(xc_slice run) {
    size_t groups = 1;
    size_t changes = 0;
    bool hexadecimal = true;
    size_t end = 0;
    for (; end < run.len && (is_alphanumeric(run.ptr[end]) || run.ptr[end] == '-'); end++) {
        char c = run.ptr[end];
        if (c == '-') {
            groups++;
            continue;
        }
        hexadecimal &= is_hexadecimal(c);
        bool digit = byte_class((unsigned char)c) == BYTE_DIGIT;
        bool digit_before =
            end > 0 && byte_class((unsigned char)run.ptr[end - 1]) == BYTE_DIGIT;
        changes += end > 0 && run.ptr[end - 1] != '-' && digit != digit_before;
    }
    bool mixed = groups == 1 && end >= 8 && changes >= 3;
    bool grouped = groups >= 3 && end >= 16 && hexadecimal && changes >= 2;
    return mixed || grouped ? end : 0;
}

size_t identifier_length(xc_slice text, size_t at, size_t *end) {
    *end = run_end(text, at, is_run_byte);
    xc_slice run = trim(xc_slice_sub(text, at, *end));
    if (is_web_address(run)) {
        *end = run_end(text, at, is_address_byte);
        return trim(xc_slice_sub(text, at, *end)).len;
    }
    if (is_mail_address(run) || has_inner_underscore(run)) {
        return run.len;
    }
    size_t length = named_length(run);
    return length ? length : hash_length(run);
}
