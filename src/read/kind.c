// SPDX-License-Identifier: MIT
// Kinds of files, by name and by first bytes.
#include "kind.h"
#include "charset.h"

#include <string.h>

static const char *const ignored_extensions[] = {
    ".png",  ".jpg",   ".jpeg", ".gif",  ".webp", ".avif", ".svg",         ".ico",
    ".bmp",  ".tif",   ".tiff", ".heic", ".js",   ".mjs",  ".css",         ".map",
    ".woff", ".woff2", ".ttf",  ".otf",  ".eot",  ".mp3",  ".mp4",         ".webm",
    ".m4a",  ".ogg",   ".mov",  ".part", ".url",  ".lnk",  ".webmanifest",
};

// SQLite's side files and our own unfinished ones.
static const char *const ignored_ends[] = {".db-wal", ".db-shm", ".db-journal"};

typedef struct magic {
    size_t offset;
    xc_slice bytes;
    const char *refusal; // NULL: passed over without a word
} magic;

static const magic magics[] = {
    {0, XC_SLICE_INIT("\x89PNG\r\n"), NULL},
    {0, XC_SLICE_INIT("\xFF\xD8\xFF"), NULL},
    {0, XC_SLICE_INIT("GIF8"), NULL},
    {8, XC_SLICE_INIT("WEBP"), NULL},
    {0, XC_SLICE_INIT("wOFF"), NULL},
    {0, XC_SLICE_INIT("wOF2"), NULL},
    // "XClm", the application id of a case, in SQLite's header.
    {68, XC_SLICE_INIT("XClm"), NULL},
    {0, XC_SLICE_INIT("SQLite format 3"), "a database, not an article"},
    {0, XC_SLICE_INIT("%PDF-"), "PDF is not read; convert it with pdftotext"},
    {0, XC_SLICE_INIT("PK\x03\x04"),
     "a zip archive or office document; unpack it or save it as text"},
    {0, XC_SLICE_INIT("\x1F\x8B"), "compressed; unpack it with gunzip"},
    {0, XC_SLICE_INIT("BZh"), "compressed; unpack it with bunzip2"},
    {0,
     XC_SLICE_INIT("\xFD"
                   "7zXZ"),
     "compressed; unpack it with unxz"},
    {0, XC_SLICE_INIT("\x28\xB5\x2F\xFD"), "compressed; unpack it with unzstd"},
    {0, XC_SLICE_INIT("7z\xBC\xAF"), "an archive; unpack it"},
    {0, XC_SLICE_INIT("Rar!"), "an archive; unpack it"},
    {257, XC_SLICE_INIT("ustar"), "an archive; unpack it with tar"},
    {0, XC_SLICE_INIT("WARC/"), "a web archive (WARC) is not read; save its pages as HTML"},
    {0,
     XC_SLICE_INIT("\x7F"
                   "ELF"),
     "a program, not an article"},
};

// Header rows of the tables that we write; sources.csv is one even after it was filled in.
static const char *const own_headers[] = {
    "id,document,source,wire,url,published,topic,measure,",
    "id,topic,measure,subject,place,from,to,",
    "document,source,url,published",
    "key,document,",
};

xc_slice xc_path_name(xc_slice path) {
    const char *slash = path.len ? memrchr(path.ptr, '/', path.len) : NULL;
    return slash ? xc_slice_sub(path, (size_t)(slash - path.ptr) + 1, path.len) : path;
}

xc_slice xc_path_extension(xc_slice path) {
    xc_slice name = xc_path_name(path);
    const char *dot = name.len ? memrchr(name.ptr, '.', name.len) : NULL;
    return dot && dot != name.ptr ? xc_slice_sub(name, (size_t)(dot - name.ptr), name.len)
                                  : (xc_slice){0};
}

bool xc_name_is_ignored(xc_slice name) {
    xc_slice extension = xc_path_extension(name);
    for (size_t i = 0; i < sizeof ignored_extensions / sizeof *ignored_extensions; i++) {
        if (xc_slice_equal_fold(extension, xc_slice_of(ignored_extensions[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof ignored_ends / sizeof *ignored_ends; i++) {
        if (xc_slice_ends(name, xc_slice_of(ignored_ends[i]))) {
            return true;
        }
    }
    return xc_slice_find(name, XC_SLICE(".part-")) != SIZE_MAX;
}

static const magic *find_magic(xc_slice head) {
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        xc_slice there =
            xc_slice_sub(head, magics[i].offset, magics[i].offset + magics[i].bytes.len);
        if (xc_slice_equal(there, magics[i].bytes)) {
            return &magics[i];
        }
    }
    return NULL;
}

static xc_slice without_mark(xc_slice head) {
    return xc_slice_starts(head, XC_SLICE("\xEF\xBB\xBF")) ? xc_slice_sub(head, 3, head.len)
                                                           : head;
}

static bool is_own_page(xc_slice head) {
    xc_slice start = xc_slice_sub(head, 0, 4096);
    size_t meta = xc_slice_find(start, XC_SLICE("name=\"generator\""));
    return meta != SIZE_MAX &&
           xc_slice_starts(xc_slice_sub(start, meta + strlen("name=\"generator\""), start.len),
                           XC_SLICE(" content=\"crossclaim"));
}

static bool is_own_table(xc_slice head) {
    for (size_t i = 0; i < sizeof own_headers / sizeof *own_headers; i++) {
        if (xc_slice_starts(head, xc_slice_of(own_headers[i]))) {
            return true;
        }
    }
    return false;
}

bool xc_content_is_ignored(xc_slice head, xc_slice name) {
    const magic *found = find_magic(head);
    if (found) {
        return !found->refusal ||
               (xc_slice_is(name, "claims.xlsx") && xc_slice_is(found->bytes, "PK\x03\x04"));
    }
    xc_slice text = without_mark(head);
    return is_own_table(text) || is_own_page(text) ||
           (xc_slice_is(name, "datapackage.json") &&
            xc_slice_find(text, XC_SLICE("crossclaim")) != SIZE_MAX);
}

// Texts that are no article as they stand.
static const char *markup_refusal(xc_slice head) {
    xc_slice start = xc_slice_sub(xc_slice_trim(head), 0, 2048);
    if (xc_slice_starts(start, XC_SLICE("{\\rtf"))) {
        return "RTF is not read; save it as text";
    }
    bool is_feed = xc_slice_find(start, XC_SLICE("<rss")) != SIZE_MAX ||
                   xc_slice_find(start, XC_SLICE("<feed")) != SIZE_MAX ||
                   xc_slice_find(start, XC_SLICE("<rdf:RDF")) != SIZE_MAX;
    if (start.len && start.ptr[0] == '<' && is_feed) {
        return "a feed is not read; save the pages that it leads to";
    }
    bool is_xml = xc_slice_starts(start, XC_SLICE("<?xml")) &&
                  xc_slice_find(start, XC_SLICE("<html")) == SIZE_MAX &&
                  xc_slice_find(start, XC_SLICE("<!DOCTYPE html")) == SIZE_MAX;
    return is_xml ? "XML is not read; save the page as HTML" : NULL;
}

const char *xc_content_refusal(xc_slice head) {
    const magic *found = find_magic(head);
    if (found) {
        return found->refusal;
    }
    const char *markup = markup_refusal(without_mark(head));
    if (markup) {
        return markup;
    }
    xc_slice start = xc_slice_sub(head, 0, 8192);
    bool has_mark = xc_slice_starts(start, XC_SLICE("\xFF\xFE")) ||
                    xc_slice_starts(start, XC_SLICE("\xFE\xFF"));
    if (has_mark || xc_charset_bare_utf16(start)) {
        return NULL;
    }
    size_t odd = 0; // bytes that no text has
    for (size_t i = 0; i < start.len; i++) {
        unsigned char byte = (unsigned char)start.ptr[i];
        odd += byte < 0x20 && !strchr("\t\n\v\f\r\x1B\x1A", byte);
        odd += byte == 0;
    }
    // A stray control byte happens in saved pages; one in fifty does not.
    return odd * 50 > start.len ? "binary, not a text" : NULL;
}
