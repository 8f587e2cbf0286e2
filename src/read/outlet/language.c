// SPDX-License-Identifier: MIT
// The language of a document, by the n-grams of its first sentences (libexttextcat).
#include "read/outlet/language.h"

#include <ctype.h>
#include <libexttextcat/textcat.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Fewer bytes do not tell; more tell nothing new and take time.
enum { FEWEST_BYTES = 200, FEWEST_TELLING = 100, MOST_BYTES = 600 };

typedef struct name {
    xc_slice name, code, kin;
} name;

// Fingerprints of libexttextcat: read when the first document needs them, as most runs have
// none whose language the rules do not tell.
typedef struct fingerprints {
    pthread_mutex_t lock;
    int list;     // the file that the library reads, in memory; -1 once it is read
    void *handle; // NULL: not read, or not readable
} fingerprints;

struct xc_languages {
    xc_arena *arena;
    fingerprints *prints;
    name *names; // codes first
    size_t name_count, name_capacity;
};

// ---- loading ----

static xc_status add_name(xc_languages *languages, xc_slice text, xc_slice code, xc_slice kin,
                          xc_error *error) {
    text = xc_slice_trim(text);
    if (!text.len) {
        return XC_OK;
    }
    name *item = xc_arena_grow(languages->arena, &languages->names, languages->name_count,
                               &languages->name_capacity, sizeof *item);
    if (!item) {
        return xc_fail_memory(error);
    }
    *item = (name){text, code, kin};
    languages->name_count++;
    return XC_OK;
}

// The library speaks on standard error of a file that it does not find.
static bool has_fingerprint(xc_slice fingerprint) {
    char path[256];
    int length =
        snprintf(path, sizeof path, "%s/%.*s.lm", XC_FINGERPRINTS, XC_PRINT(fingerprint));
    return length > 0 && (size_t)length < sizeof path && access(path, R_OK) == 0;
}

// Adds a row's names, and its line to the list that the library wants.
static xc_status take_row(xc_languages *languages, const xc_csv *table, size_t row,
                          xc_buffer *list, xc_error *error) {
    xc_slice code = xc_csv_cell(table, row, "code");
    xc_slice fingerprint = xc_csv_cell(table, row, "fingerprint");
    xc_slice kin = xc_csv_cell(table, row, "kin");
    xc_slice names = xc_csv_cell(table, row, "names");
    if (!code.len || !fingerprint.len) {
        return xc_fail_at(error, XC_BAD_RULE, table->path, table->lines[row],
                          "a language needs a code and a fingerprint");
    }
    if (has_fingerprint(fingerprint)) {
        xc_buffer_append(list, fingerprint);
        xc_buffer_text(list, ".lm ");
        xc_buffer_append(list, code);
        xc_buffer_char(list, '\n');
    }
    xc_status status = add_name(languages, code, code, kin, error);
    while (status == XC_OK && names.len) {
        xc_slice part;
        xc_slice_cut(names, '|', &part, &names);
        status = add_name(languages, part, code, kin, error);
    }
    return status;
}

// The library reads its list from a file alone: one in memory.
static xc_status keep_list(fingerprints *prints, xc_slice list, xc_error *error) {
    prints->list = list.len ? memfd_create("languages", MFD_CLOEXEC) : -1;
    bool written =
        prints->list >= 0 && write(prints->list, list.ptr, list.len) == (ssize_t)list.len;
    return written ? XC_OK
                   : xc_fail(error, XC_IO,
                             "the language of a text is not told without the files in "
                             "%s; install libexttextcat-data",
                             XC_FINGERPRINTS);
}

static void close_list(fingerprints *prints) {
    if (prints->list >= 0) {
        (void)close(prints->list);
        prints->list = -1;
    }
}

// The library's handle, which threads may share once it is there; NULL if it cannot be had.
static void *handle_of(fingerprints *prints) {
    (void)pthread_mutex_lock(&prints->lock);
    if (prints->list >= 0) {
        char path[64];
        (void)snprintf(path, sizeof path, "/proc/self/fd/%d", prints->list);
        prints->handle = special_textcat_Init(path, XC_FINGERPRINTS "/");
        close_list(prints);
    }
    void *handle = prints->handle;
    (void)pthread_mutex_unlock(&prints->lock);
    return handle;
}

xc_status xc_languages_load(const char *claims_directory, xc_languages **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_languages *languages = arena ? xc_arena_alloc(arena, sizeof *languages) : NULL;
    fingerprints *prints = languages ? xc_arena_alloc(arena, sizeof *prints) : NULL;
    if (!prints) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    (void)pthread_mutex_init(&prints->lock, NULL);
    prints->list = -1;
    languages->arena = arena;
    languages->prints = prints;
    xc_csv table;
    xc_buffer list = {0};
    xc_status status =
        xc_csv_load(claims_directory, "world/languages.csv", NULL, arena, &table, error);
    if (status == XC_END) {
        status = xc_fail(error, XC_IO, "%s has no world/languages.csv", claims_directory);
    }
    for (size_t i = 0; status == XC_OK && i < table.rows; i++) {
        status = take_row(languages, &table, i, &list, error);
    }
    if (status == XC_OK) {
        status = list.status == XC_OK ? keep_list(prints, xc_buffer_slice(&list), error)
                                      : xc_fail_memory(error);
    }
    xc_buffer_release(&list);
    if (status != XC_OK) {
        xc_languages_free(languages);
        return status;
    }
    *out = languages;
    return XC_OK;
}

void xc_languages_free(xc_languages *languages) {
    if (!languages) {
        return;
    }
    if (languages->prints->handle) {
        textcat_Done(languages->prints->handle);
    }
    close_list(languages->prints);
    (void)pthread_mutex_destroy(&languages->prints->lock);
    xc_arena_free(languages->arena);
}

// ---- stated ----

// "English", "eng", "en-GB" and "en_GB" are "en"; what is unknown stays, in lower case, if it
// looks like a code.
static xc_slice code_of(const xc_languages *languages, xc_slice stated, xc_arena *arena) {
    size_t end = 0;
    stated = xc_slice_trim(stated);
    while (end < stated.len && stated.ptr[end] != '-' && stated.ptr[end] != '_' &&
           stated.ptr[end] != ',') {
        end++;
    }
    xc_slice primary = xc_slice_trim(xc_slice_sub(stated, 0, end));
    for (size_t i = 0; languages && i < languages->name_count; i++) {
        if (xc_slice_equal_fold(languages->names[i].name, primary)) {
            return languages->names[i].code;
        }
    }
    char *code = xc_arena_string(arena, primary);
    if (!code || primary.len < 2 || primary.len > 3) {
        return (xc_slice){0};
    }
    for (size_t i = 0; i < primary.len; i++) {
        code[i] = (char)tolower((unsigned char)code[i]);
        if (!isalpha((unsigned char)code[i])) {
            return (xc_slice){0};
        }
    }
    return xc_slice_of(code);
}

// ---- told by the text ----

// Whether a word may tell a language: no address, no figure, no name of a person or place.
static bool is_telling(xc_slice word) {
    if (isupper((unsigned char)word.ptr[0]) &&
        (word.len == 1 || !isupper((unsigned char)word.ptr[1]))) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] & 0x80) {
            return true; // a script without spaces has its figures among its words
        }
        if (isdigit((unsigned char)word.ptr[i]) || strchr("/@_=&%", word.ptr[i])) {
            return false;
        }
    }
    return true;
}

static xc_slice cut_between_letters(xc_slice text, size_t most) {
    size_t end = text.len < most ? text.len : most;
    while (end < text.len && end && (text.ptr[end] & 0xC0) == 0x80) {
        end--;
    }
    return xc_slice_sub(text, 0, end);
}

enum { REMEMBERED = 8 };

// The words that tell, from the text's beginning on; a word that came just before tells nothing
// new ("3 killed, 10 injured", line after line).
static void sample_of(xc_slice text, xc_buffer *out) {
    xc_slice seen[REMEMBERED] = {0};
    size_t count = 0;
    for (size_t i = 0; i < text.len && out->len < MOST_BYTES;) {
        size_t start = i;
        while (i < text.len && (unsigned char)text.ptr[i] > ' ') {
            i++;
        }
        xc_slice word = xc_slice_sub(text, start, i);
        bool is_new = word.len && is_telling(word);
        for (size_t k = 0; k < REMEMBERED && is_new; k++) {
            is_new = !xc_slice_equal(seen[k], word);
        }
        if (is_new) {
            seen[count++ % REMEMBERED] = word;
            xc_buffer_append(out,
                             cut_between_letters(word, MOST_BYTES)); // Chinese has no spaces
            xc_buffer_char(out, ' ');
        }
        i += i == start;
    }
}

static xc_slice kin_of(const xc_languages *languages, xc_slice code) {
    for (size_t i = 0; i < languages->name_count; i++) {
        if (xc_slice_equal(languages->names[i].code, code)) {
            return languages->names[i].kin;
        }
    }
    return (xc_slice){0};
}

static bool may_be(const xc_languages *languages, xc_slice candidate, xc_slice stated) {
    xc_slice kin = kin_of(languages, stated);
    return xc_slice_equal(candidate, stated) ||
           (kin.len && xc_slice_equal(kin_of(languages, candidate), kin));
}

// The code that the text looks most like; `stated` where the text may as well be that. Empty
// where it looks like nothing.
static xc_slice told_by(const xc_languages *languages, xc_slice sample, xc_slice stated,
                        xc_arena *arena) {
    void *handle = handle_of(languages->prints);
    candidate_t *candidates = handle ? textcat_GetClassifyFullOutput(handle) : NULL;
    if (!candidates) {
        return handle ? (xc_slice){0} : XC_SLICE("");
    }
    int count = textcat_ClassifyFull(handle, sample.ptr, sample.len, candidates);
    xc_slice told = {0};
    for (int i = 0; i < count; i++) { // the likeliest first
        xc_slice candidate = xc_slice_of(candidates[i].name);
        bool may = may_be(languages, candidate, stated);
        if (i == 0 || may) {
            told = may ? stated : candidate;
        }
    }
    told = xc_arena_copy(arena, told);
    textcat_ReleaseClassifyFullOutput(handle, candidates);
    return told;
}

xc_status language_spell(const xc_languages *languages, xc_arena *arena, xc_document *document,
                         xc_error *error) {
    document->language = xc_arena_copy(arena, code_of(languages, document->language, arena));
    return document->language.ptr ? XC_OK : xc_fail_memory(error);
}

xc_status xc_language_tell(const xc_languages *languages, xc_arena *arena,
                           xc_document *document, xc_error *error) {
    xc_buffer sample = {0};
    if (languages && xc_slice_trim(document->text).len >= FEWEST_BYTES) {
        sample_of(document->text, &sample);
    }
    xc_slice told = document->language;
    if (sample.status != XC_OK) {
        told = (xc_slice){0};
    } else if (sample.len >= FEWEST_TELLING) {
        told = told_by(languages, xc_buffer_slice(&sample), document->language, arena);
    }
    bool failed = sample.status != XC_OK || (sample.len >= FEWEST_TELLING && !told.ptr);
    xc_buffer_release(&sample);
    if (failed) {
        return xc_fail_memory(error);
    }
    document->language = told.len ? told : document->language;
    return XC_OK;
}
