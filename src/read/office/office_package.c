// SPDX-License-Identifier: MIT
// The parts of an office document or a book.
#include "read/office/office_package.h"
#include "read/bytes/archive_bytes.h"
#include "read/bytes/path_name.h"
#include "read/page/tree.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

enum { MOST_MEMBERS = 20000 };
static const size_t largest_part = (size_t)128 << 20;

bool package_starts(xc_slice head) {
    enum { FIRST_NAME = 30, NEAR = 200 }; // of the first member
    static const char *const names[] = {
        "[Content_Types].xml", "_rels/.rels",           "docProps/", "word/", "xl/", "ppt/",
        "customXml/",          "META-INF/container.xml"};
    if (!xc_slice_starts(head, XC_SLICE("PK\x03\x04"))) {
        return false;
    }
    xc_slice first = xc_slice_sub(head, FIRST_NAME, FIRST_NAME + NEAR);
    if (xc_slice_starts(first, XC_SLICE("mimetype"))) {
        return xc_slice_find(first, XC_SLICE("application/epub")) != SIZE_MAX ||
               xc_slice_find(first, XC_SLICE("application/vnd.oasis.opendocument")) != SIZE_MAX;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (xc_slice_starts(first, xc_slice_of(names[i]))) {
            return true;
        }
    }
    return false;
}

// ---- loading ----

static bool holds_text(xc_slice name) {
    static const char *const extensions[] = {".xml", ".rels", ".xhtml", ".html",
                                             ".htm", ".opf",  ".ncx"};
    xc_slice extension = path_extension(name);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        if (xc_slice_equal_fold(extension, xc_slice_of(extensions[i]))) {
            return true;
        }
    }
    return xc_slice_is(name, "mimetype");
}

static xc_status read_part(xc_reader *reader, struct archive *archive, xc_slice name,
                           package *out, xc_error *error) {
    xc_buffer bytes = {0};
    char chunk[16384];
    xc_status status = XC_OK;
    la_ssize_t got = 1;
    while (status == XC_OK && (got = archive_read_data(archive, chunk, sizeof chunk)) > 0) {
        status = unpacking_add(reader->account, (size_t)got, error);
        xc_buffer_append(&bytes, (xc_slice){chunk, (size_t)got});
        if (status == XC_OK && bytes.len > largest_part) {
            status = xc_fail(error, XC_SKIPPED, "its part %.*s is larger than %zu MB",
                             XC_PRINT(name), largest_part >> 20);
        }
    }
    if (status == XC_OK && got < 0) {
        const char *reason = archive_error_string(archive);
        status = xc_fail(error, XC_SKIPPED, "its part %.*s is damaged (%s); get it again",
                         XC_PRINT(name), reason ? reason : "unknown");
    }
    package_part *part =
        xc_arena_grow(out->arena, &out->parts, out->count, &out->capacity, sizeof *part);
    if (status == XC_OK) {
        xc_slice copy = xc_arena_copy(out->arena, xc_buffer_slice(&bytes));
        xc_slice called = xc_arena_copy(out->arena, name);
        if (part && copy.ptr && called.ptr && bytes.status == XC_OK) {
            *part = (package_part){called, copy};
            out->count++;
        } else {
            status = xc_fail_memory(error);
        }
    }
    xc_buffer_release(&bytes);
    return status;
}

static xc_status read_parts(xc_reader *reader, struct archive *archive, package *out,
                            xc_error *error) {
    struct archive_entry *entry = NULL;
    xc_status status = XC_OK;
    for (size_t i = 0; status == XC_OK; i++) {
        int result = archive_next_member(archive, &entry);
        if (result == ARCHIVE_EOF) {
            return XC_OK;
        }
        if ((result != ARCHIVE_OK && result != ARCHIVE_WARN) || i == MOST_MEMBERS) {
            const char *reason = archive_error_string(archive);
            return xc_fail(error, XC_SKIPPED, "its zip archive is damaged (%s); get it again",
                           i == MOST_MEMBERS ? "too many members"
                           : reason          ? reason
                                             : "unknown");
        }
        const char *name = archive_entry_pathname_utf8(entry);
        if (archive_entry_is_data_encrypted(entry)) {
            return xc_fail(error, XC_SKIPPED, "encrypted; save it without a password");
        }
        if (name && archive_entry_filetype(entry) == AE_IFREG &&
            holds_text(xc_slice_of(name))) {
            status = read_part(reader, archive, xc_slice_of(name), out, error);
        }
    }
    return status;
}

xc_status package_load(xc_reader *reader, xc_arena *arena, package *out, xc_error *error) {
    *out = (package){.arena = arena};
    member_bytes feed;
    xc_status status = member_bytes_init(
        &feed, &reader->stream, reader->is_input ? reader->account : NULL, arena, error);
    if (status != XC_OK) {
        return status;
    }
    struct archive *archive = member_bytes_open(&feed);
    xc_error failure = {0};
    status = archive ? read_parts(reader, archive, out, &failure) : xc_fail_memory(&failure);
    (void)archive_read_free(archive);
    return status == XC_OK
               ? XC_OK
               : xc_fail_at(error, status, reader->input.path, 0, "%s", failure.message);
}

xc_slice package_find(const package *all, xc_slice name) {
    for (size_t i = 0; i < all->count; i++) {
        if (xc_slice_equal(all->parts[i].name, name)) {
            return all->parts[i].bytes;
        }
    }
    return (xc_slice){0};
}

// ---- XML ----

static const char *reason_of(xmlParserCtxtPtr parser) {
    const xmlError *last = xmlCtxtGetLastError(parser);
    if (last && strstr(last->message ? last->message : "", "depth")) {
        return "nested too deep";
    }
    return "no well-formed XML";
}

xc_status package_parse(const package *all, xc_slice name, xmlDocPtr *out, xc_error *error) {
    *out = NULL;
    xc_slice bytes = package_find(all, name);
    if (!bytes.len) {
        return XC_OK;
    }
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser) {
        return xc_fail_memory(error);
    }
    xmlDocPtr document =
        xmlCtxtReadMemory(parser, bytes.ptr, (int)bytes.len, NULL, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                              XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
    const char *reason = document ? NULL : reason_of(parser);
    if (document && document->intSubset && document->intSubset->children) {
        reason = "declares entities, as no such document does";
    }
    xmlFreeParserCtxt(parser);
    if (reason) {
        xmlFreeDoc(document);
        return xc_fail(error, XC_SKIPPED, "its part %.*s is not read: %s", XC_PRINT(name),
                       reason);
    }
    *out = document;
    return XC_OK;
}

xmlNodePtr part_root(const xmlDoc *document) {
    xmlNodePtr root = document ? document->children : NULL;
    while (root && root->type != XML_ELEMENT_NODE) {
        root = root->next;
    }
    return root;
}

bool part_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xc_slice part_attribute(const xmlNode *node, const char *name) {
    for (const xmlAttr *each = node->properties; each; each = each->next) {
        if (strcmp((const char *)each->name, name) == 0) {
            return each->children ? xc_slice_of((const char *)each->children->content)
                                  : (xc_slice){0};
        }
    }
    return (xc_slice){0};
}

xmlNodePtr part_child(const xmlNode *node, const char *name) {
    xmlNodePtr child = node ? node->children : NULL;
    while (child && !part_is(child, name)) {
        child = child->next;
    }
    return child;
}

xc_slice part_text(const xmlDoc *document, const char *name, xc_arena *arena) {
    xmlNodePtr root = part_root(document);
    for (xmlNodePtr node = root; node; node = node_next(node, root, true)) {
        if (part_is(node, name)) {
            xmlChar *words = xmlNodeGetContent(node);
            xc_buffer line = {0};
            fold_space(xc_slice_of((const char *)words), &line);
            xc_slice copy = xc_arena_copy(arena, xc_slice_trim(xc_buffer_slice(&line)));
            xc_buffer_release(&line);
            xmlFree(words);
            return copy;
        }
    }
    return (xc_slice){0};
}
