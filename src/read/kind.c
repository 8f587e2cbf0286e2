// SPDX-License-Identifier: MIT
// Kinds of files, by name and by first bytes.
#include "read/kind.h"
#include "read/bytes/charset.h"
#include "read/bytes/doctype.h"

#include <string.h>

static const char *const ignored_extensions[] = {
    ".png",  ".jpg",  ".jpeg",   ".gif",     ".webp", ".avif",        ".svg", ".ico",  ".bmp",
    ".tif",  ".tiff", ".heic",   ".js",      ".mjs",  ".css",         ".map", ".woff", ".woff2",
    ".ttf",  ".otf",  ".eot",    ".mp3",     ".mp4",  ".webm",        ".m4a", ".ogg",  ".mov",
    ".part", ".url",  ".webloc", ".desktop", ".lnk",  ".webmanifest", ".cdx", ".cdxj",
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
    {0, XC_SLICE_INIT("7z\xBC\xAF"), "an archive; unpack it"},
    {0, XC_SLICE_INIT("Rar!"), "an archive; unpack it"},
    {0,
     XC_SLICE_INIT("\x7F"
                   "ELF"),
     "a program, not an article"},
};

// Header rows of the tables that we write; sources.csv is one even after it was filled in.
static const char *const own_headers[] = {
    "id,document,source,wire,url,published,topic,measure,",
    "id,topic,measure,subject,place,from,to,",
    "id,name,kind,place,latitude,longitude,from,to,",
    "document,source,url,published",
    "key,document,",
};

bool name_is_ignored(xc_slice name) {
    xc_slice extension = path_extension(name);
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

// What browsers of several languages add to a page's name for the folder of its parts.
static const char *const parts_suffixes[] = {
    "_files",    "_file",      "-Dateien",  "-files",    "_archivos",
    "_fichiers", "_bestanden", "_arquivos", "_datoteke", "_pliki"};
const char *const page_extensions[] = {".html", ".htm", ".xhtml", ".mhtml", ".mht", NULL};

size_t parts_folder_stem(xc_slice folder) {
    for (size_t i = 0; i < sizeof parts_suffixes / sizeof *parts_suffixes; i++) {
        xc_slice suffix = xc_slice_of(parts_suffixes[i]);
        if (xc_slice_ends(folder, suffix)) {
            return folder.len - suffix.len;
        }
    }
    return 0;
}

bool content_is_tar(xc_slice head) {
    enum { HEADER = 512, SUM = 148, SUM_END = 156 };
    if (head.len < HEADER || !head.ptr[0]) {
        return false;
    }
    unsigned long sum = 0;
    unsigned long stated = 0;
    for (size_t i = 0; i < HEADER; i++) {
        bool in_sum = i >= SUM && i < SUM_END;
        sum += in_sum ? ' ' : (unsigned char)head.ptr[i];
        if (in_sum && head.ptr[i] >= '0' && head.ptr[i] <= '7') {
            stated = stated * 8 + (unsigned long)(head.ptr[i] - '0');
        }
    }
    return sum == stated;
}

bool content_is_archive(xc_slice head) {
    return xc_slice_starts(head, XC_SLICE("PK\x03\x04")) ||
           xc_slice_starts(head, XC_SLICE("PK\x05\x06")) || content_is_tar(head) ||
           content_is_crawl(head);
}

bool content_is_crawl(xc_slice head) {
    return xc_slice_starts(head, XC_SLICE("WARC/1.")) ||
           xc_slice_starts(head, XC_SLICE("WARC/0.")) ||
           xc_slice_starts(head, XC_SLICE("filedesc://"));
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

// What stands beside the records of a crawl.
static bool is_list_of_pages(xc_slice text) {
    xc_slice line;
    xc_slice rest;
    (void)xc_slice_cut(text, '\n', &line, &rest);
    return xc_slice_starts(line, XC_SLICE("{")) &&
           xc_slice_find(line, XC_SLICE("\"json-pages-1.0\"")) != SIZE_MAX;
}

bool content_is_ignored(xc_slice head, xc_slice name) {
    const magic *found = find_magic(head);
    if (found) {
        return !found->refusal;
    }
    if (xc_slice_is(name, "claims.xlsx") && xc_slice_starts(head, XC_SLICE("PK\x03\x04"))) {
        return true;
    }
    xc_slice text = without_mark(head);
    return is_own_table(text) || is_own_page(text) || is_list_of_pages(text) ||
           (xc_slice_is(name, "datapackage.json") &&
            (xc_slice_find(text, XC_SLICE("crossclaim")) != SIZE_MAX ||
             xc_slice_find(text, XC_SLICE("\"wacz_version\"")) != SIZE_MAX));
}

// Behind what may stand before a document's first element.
static xc_slice skip_prolog(xc_slice text) {
    for (text = xc_slice_trim(text);
         text.len > 1 && text.ptr[0] == '<' && (text.ptr[1] == '?' || text.ptr[1] == '!');) {
        bool is_comment = xc_slice_starts(text, XC_SLICE("<!--"));
        size_t end = doctype_length(text);
        if (!end) {
            xc_slice mark = is_comment ? XC_SLICE("-->") : XC_SLICE(">");
            size_t at = xc_slice_find(text, mark);
            end = at == SIZE_MAX ? text.len : at + mark.len;
        }
        text = xc_slice_trim(xc_slice_sub(text, end, text.len));
    }
    return text;
}

bool content_is_feed(xc_slice head) {
    static const char *const roots[] = {"<rss", "<feed", "<rdf:RDF", "<atom:feed"};
    xc_slice root = skip_prolog(xc_slice_sub(without_mark(head), 0, 8192));
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        xc_slice name = xc_slice_of(roots[i]);
        bool ends =
            root.len > name.len && (root.ptr[name.len] == '>' || root.ptr[name.len] <= ' ');
        if (ends && xc_slice_starts(root, name)) {
            return i != 2 || xc_slice_find(head, XC_SLICE("purl.org/rss")) != SIZE_MAX;
        }
    }
    return false;
}

bool content_is_pdf(xc_slice head) {
    // Some writers put a few bytes before it; readers of PDF look as far.
    return xc_slice_starts(head, XC_SLICE("%PDF-")) ||
           (xc_slice_find(xc_slice_sub(head, 0, 1024), XC_SLICE("%PDF-1.")) != SIZE_MAX &&
            xc_slice_find(head, XC_SLICE(" obj")) != SIZE_MAX);
}

// Texts that are no article as they stand.
static const char *markup_refusal(xc_slice head) {
    xc_slice start = xc_slice_sub(xc_slice_trim(head), 0, 2048);
    if (xc_slice_starts(start, XC_SLICE("{\\rtf"))) {
        return "RTF is not read; save it as text";
    }
    bool is_xml = xc_slice_starts(start, XC_SLICE("<?xml")) && !content_is_feed(head) &&
                  xc_slice_find(start, XC_SLICE("<html")) == SIZE_MAX &&
                  xc_slice_find(start, XC_SLICE("<!DOCTYPE html")) == SIZE_MAX;
    return is_xml ? "XML is not read; save the page as HTML" : NULL;
}

const char *content_refusal(xc_slice head) {
    const magic *found = find_magic(head);
    if (found) {
        return found->refusal;
    }
    if (content_is_archive(head) || content_is_pdf(head)) {
        return NULL;
    }
    const char *markup = markup_refusal(without_mark(head));
    if (markup) {
        return markup;
    }
    xc_slice start = xc_slice_sub(head, 0, 8192);
    bool has_mark = xc_slice_starts(start, XC_SLICE("\xFF\xFE")) ||
                    xc_slice_starts(start, XC_SLICE("\xFE\xFF"));
    if (has_mark || charset_bare_utf16(start)) {
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
