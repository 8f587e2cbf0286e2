// SPDX-License-Identifier: MIT
// Names in bylines.
#include "read/page/author.h"
#include "read/page/self_names.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_AUTHOR = 200, LONGEST_NAME = 60, SHORT_PHRASE = 3 };

// Signs behind which no name goes on.
static const char *const ends[] = {" | ",
                                   "|",
                                   " \xE2\x80\xA2 ",
                                   " \xC2\xB7 ",
                                   " - ",
                                   " \xE2\x80\x93 ",
                                   " \xE2\x80\x94 ",
                                   " // ",
                                   "\n",
                                   " (",
                                   " [",
                                   " @",
                                   ";"};

// ---- what stands around a name ----

// Without the signs and spaces at both ends; a full stop at the end may be a name's.
static xc_slice trim_signs(xc_slice text) {
    static const char signs[] = " \t\n|,:;/-*>";
    while (text.len) {
        size_t length = strchr(signs, text.ptr[0]) && text.ptr[0] ? 1 : dash_bytes(text);
        if (!length) {
            break;
        }
        text = xc_slice_sub(text, length, text.len);
    }
    while (text.len && strchr(signs, text.ptr[text.len - 1]) && text.ptr[text.len - 1]) {
        text.len--;
    }
    return text;
}

// "Text: Ana Quill", "By: Ana Quill", "Written by Ana Quill".
static xc_slice without_opening(const page_words *words, xc_slice text) {
    text = trim_signs(text);
    for (int times = 0; times < 3; times++) {
        size_t length = page_words_start(words, WORD_AUTHOR, text);
        bool is_word = length && length < text.len && strchr(" :\n\t", text.ptr[length]);
        xc_slice rest = is_word ? trim_signs(xc_slice_sub(text, length, text.len)) : text;
        xc_slice opening = xc_slice_sub(text, 0, length);
        // "Di" and "Von" may begin a name that has one word more.
        bool is_name = is_word && text.ptr[length] == ' ' && starts_capital(opening) &&
                       page_word_of(words, WORD_PARTICLE, opening) >= 0 && rest.len &&
                       !memchr(rest.ptr, ' ', rest.len);
        if (!is_word || is_name) {
            break;
        }
        text = rest;
    }
    return text;
}

// "Ana Quill Updated ...": a short word must be in small letters, for it may be a name's.
static xc_slice until_end_word(const page_words *words, xc_slice text) {
    for (size_t i = 3; i < text.len; i++) {
        if (!strchr(" ,", text.ptr[i - 1]) || !page_word_byte(text.ptr[i])) {
            continue;
        }
        xc_slice rest = xc_slice_sub(text, i, text.len);
        size_t length = page_words_start(words, WORD_AUTHOR_END, rest);
        if (length > SHORT_PHRASE || (length && islower((unsigned char)rest.ptr[0]))) {
            return xc_slice_trim(xc_slice_sub(text, 0, i));
        }
    }
    return text;
}

// Without a date or a count behind the name; a figure within a word is the name's.
static xc_slice until_figure(xc_slice text) {
    for (size_t i = 4; i < text.len; i++) {
        if (isdigit((unsigned char)text.ptr[i]) && !page_word_byte(text.ptr[i - 1])) {
            return xc_slice_trim(xc_slice_sub(text, 0, i));
        }
    }
    return text;
}

// Without the words that a date has left behind: "Ana Quill on Monday, September".
static xc_slice without_tail(const page_words *words, xc_slice text) {
    static const word_kind kinds[] = {WORD_AUTHOR_TAIL, WORD_MONTH, WORD_AUTHOR_END};
    for (bool again = true; again;) {
        again = false;
        text = trim_signs(text);
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            size_t length = page_words_end(words, kinds[k], text);
            if (length && length + 3 < text.len) {
                text = xc_slice_sub(text, 0, text.len - length);
                again = true;
            }
        }
    }
    return text;
}

// "Ana Quill, staff writer": what she is, and where, ends the name.
static xc_slice without_roles(const page_words *words, xc_slice text) {
    for (size_t at = 3; at < text.len; at++) {
        if (text.ptr[at] != ',') {
            continue;
        }
        xc_slice head;
        xc_slice rest;
        xc_slice_cut(xc_slice_sub(text, at + 1, text.len), ',', &head, &rest);
        if (page_words_within(words, WORD_ROLE, head) ||
            page_words_within(words, WORD_ORGANISATION, head)) {
            return xc_slice_trim(xc_slice_sub(text, 0, at));
        }
    }
    for (size_t length = 1; length;) {
        length = page_words_end(words, WORD_ROLE, text);
        xc_slice head = xc_slice_trim(xc_slice_sub(text, 0, text.len - length));
        if (!length || !memchr(head.ptr, ' ', head.len)) {
            break;
        }
        text = head;
    }
    return text;
}

static xc_slice until_sign(xc_slice text) {
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = xc_slice_find(text, xc_slice_of(ends[i]));
        if (at != SIZE_MAX && at > 2) {
            text = xc_slice_trim(xc_slice_sub(text, 0, at));
        }
    }
    return text;
}

static bool has_letter(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (isalpha((unsigned char)text.ptr[i]) || text.ptr[i] & 0x80) {
            return true;
        }
    }
    return false;
}

static bool is_address(xc_slice text) {
    return xc_slice_find(text, XC_SLICE("://")) != SIZE_MAX ||
           xc_slice_find(text, XC_SLICE("[at]")) != SIZE_MAX ||
           (text.len && memchr(text.ptr, '@', text.len));
}

xc_slice author_clean(const page_words *words, xc_slice author) {
    author = without_opening(words, xc_slice_trim(author));
    author = until_sign(author);
    author = until_end_word(words, author);
    author = until_figure(author);
    author = without_tail(words, author);
    author = without_roles(words, author);
    bool is_name = has_letter(author) && !isdigit((unsigned char)author.ptr[0]) &&
                   !is_address(author) && author.len <= LONGEST_AUTHOR;
    // "Redaktion" opens a line of names, and is a name where nothing follows.
    bool is_desk = page_word_of(words, WORD_DESK, author) >= 0 &&
                   page_words_within(words, WORD_ORGANISATION, author);
    bool is_opening = !is_desk && (page_word_of(words, WORD_AUTHOR, author) >= 0 ||
                                   page_word_of(words, WORD_AUTHOR_END, author) >= 0 ||
                                   page_word_of(words, WORD_AUTHOR_TAIL, author) >= 0);
    return is_name && !is_opening ? author : (xc_slice){0};
}

// ---- what reads like a name ----

// One name: two to four words with capitals.
static bool is_name(const page_words *words, xc_slice text) {
    text = xc_slice_trim(text);
    if (!text.len || text.len > LONGEST_NAME ||
        page_words_within(words, WORD_ORGANISATION, text) ||
        page_words_within(words, WORD_MONTH, text) ||
        page_word_of(words, WORD_DESK, text) >= 0) {
        return false;
    }
    size_t capitals = 0;
    size_t count = 0;
    while (text.len) {
        xc_slice word;
        (void)xc_slice_cut(text, ' ', &word, &text);
        for (size_t i = 0; i < word.len; i++) {
            if (!page_word_byte(word.ptr[i]) && !strchr("-'.", word.ptr[i])) {
                return false;
            }
            if (isdigit((unsigned char)word.ptr[i])) {
                return false;
            }
        }
        bool is_capital = starts_capital(word);
        if (!is_capital && page_word_of(words, WORD_PARTICLE, word) < 0) {
            return false;
        }
        capitals += is_capital;
        count++;
    }
    return capitals >= 2 && count <= 5;
}

// Where the next name begins: behind a comma or "and"; SIZE_MAX if none follows.
static size_t next_name(const page_words *words, xc_slice text, size_t *end) {
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] == ',' || text.ptr[i] == '/' || text.ptr[i] == '&') {
            *end = i;
            return i + 1;
        }
        if (text.ptr[i] != ' ') {
            continue;
        }
        xc_slice rest = xc_slice_sub(text, i + 1, text.len);
        xc_slice word;
        xc_slice behind;
        bool follows = xc_slice_cut(rest, ' ', &word, &behind);
        bool is_small = word.len && islower((unsigned char)word.ptr[0]);
        if (follows && is_small && page_word_of(words, WORD_AUTHOR_TAIL, word) >= 0) {
            *end = i;
            return i + 1 + word.len;
        }
    }
    return SIZE_MAX;
}

bool author_is_names(const page_words *words, xc_slice text) {
    bool has_name = false;
    for (size_t next = 0; next != SIZE_MAX && text.len && text.len <= LONGEST_AUTHOR;) {
        size_t end = text.len;
        next = next_name(words, text, &end);
        xc_slice head = xc_slice_trim(xc_slice_sub(text, 0, end));
        bool is_full = is_name(words, head);
        // An agency may stand among them: "Ana Quill, dpa".
        if (head.len && !is_full && (!has_name || memchr(head.ptr, ' ', head.len))) {
            return false;
        }
        has_name = has_name || is_full;
        text = xc_slice_trim(xc_slice_sub(text, next, text.len));
    }
    return has_name && text.len == 0;
}

// ---- lines ----

// A part of a line between its signs that is a name.
static xc_slice name_between_signs(const page_words *words, xc_slice line) {
    while (line.len) {
        size_t end = line.len;
        size_t length = 0;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            size_t at = xc_slice_find(line, xc_slice_of(ends[i]));
            if (at < end) {
                end = at;
                length = strlen(ends[i]);
            }
        }
        xc_slice part = trim_signs(xc_slice_sub(line, 0, end));
        xc_slice clean = author_clean(words, part);
        if (author_is_names(words, clean)) {
            return clean;
        }
        line = xc_slice_sub(line, end + length, line.len);
    }
    return (xc_slice){0};
}

// What follows "by" somewhere in the line.
static xc_slice name_behind_opening(const page_words *words, xc_slice line) {
    for (size_t i = 1; i < line.len; i++) {
        if (!page_word_byte(line.ptr[i]) || page_word_byte(line.ptr[i - 1])) {
            continue;
        }
        xc_slice rest = xc_slice_sub(line, i, line.len);
        size_t length = page_words_start(words, WORD_AUTHOR, rest);
        if (length) {
            xc_slice clean = author_clean(words, rest);
            if (clean.len && clean.len < LONGEST_NAME && starts_capital(clean)) {
                return clean;
            }
        }
    }
    return (xc_slice){0};
}

xc_slice author_in_line(const page_words *words, xc_slice line, bool is_near, bool has_date) {
    line = xc_slice_trim(line);
    size_t length = page_words_start(words, WORD_AUTHOR, line);
    if (length && length < line.len) {
        xc_slice clean = author_clean(words, line);
        bool may_be = is_near && clean.len < LONGEST_NAME && starts_capital(clean);
        return may_be || author_is_names(words, clean) ? clean : (xc_slice){0};
    }
    if (!has_date || !is_near) {
        return (xc_slice){0};
    }
    xc_slice found = name_behind_opening(words, line);
    return found.len ? found : name_between_signs(words, line);
}

// ---- whose name it is ----

bool author_is_person(const page_words *words, xc_slice name, xc_slice site, xc_slice host) {
    if (!name.len || page_word_of(words, WORD_DESK, name) >= 0) {
        return false;
    }
    if (page_words_within(words, WORD_ORGANISATION, name)) {
        return false;
    }
    // A page may be called after the one who writes it: "Ana Quill" of "quill.example".
    bool is_writers = site.len && author_is_names(words, name) &&
                      !memchr(site.ptr, ' ', site.len) && !folds_into(site, name) &&
                      !same_letters(name, site);
    bool is_site = names_alike(name, site) || (host.len && name_in_host(name, host));
    return is_writers || !is_site;
}

xc_slice author_spelt(const page_words *words, xc_slice name, xc_slice other) {
    bool is_user_name = name.len && !memchr(name.ptr, ' ', name.len);
    bool is_same = is_user_name && same_letters(name, other) && author_is_names(words, other);
    return is_same ? other : name;
}

xc_slice author_fuller(const page_words *words, xc_slice name, xc_slice other) {
    if (other.len <= name.len || !author_is_names(words, other)) {
        return name;
    }
    for (xc_slice rest = name; rest.len;) {
        xc_slice word;
        (void)xc_slice_cut(rest, ' ', &word, &rest);
        if (word.len > 2 && !folds_into(other, trim_signs(word))) {
            return name;
        }
    }
    return other;
}
