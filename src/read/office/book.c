// SPDX-License-Identifier: MIT
// EPUB: META-INF/container.xml names the package document, whose spine lists the chapters.
#include "read/office/book.h"
#include "read/page/tree.h"

#include <ctype.h>
#include <string.h>

enum { MOST_CHAPTERS = 5000 };

static int digit_of(char byte) {
    return isdigit((unsigned char)byte)    ? byte - '0'
           : isxdigit((unsigned char)byte) ? tolower((unsigned char)byte) - 'a' + 10
                                           : -1;
}

// The part that an address in the package document means: relative to its folder, "%20" and "../"
// undone; empty where it leads out of the book.
static xc_slice resolve(xc_slice folder, xc_slice href, xc_arena *arena) {
    xc_slice bare;
    xc_slice fragment;
    (void)xc_slice_cut(href, '#', &bare, &fragment);
    char *path = xc_arena_alloc(arena, folder.len + bare.len + 1);
    size_t length = 0;
    if (!path || xc_slice_find(bare, XC_SLICE("://")) != SIZE_MAX) {
        return (xc_slice){0};
    }
    memcpy(path, folder.ptr ? folder.ptr : "", folder.len);
    length = folder.len;
    for (size_t i = 0; i < bare.len; i++) {
        bool is_coded = bare.ptr[i] == '%' && i + 2 < bare.len &&
                        digit_of(bare.ptr[i + 1]) >= 0 && digit_of(bare.ptr[i + 2]) >= 0;
        if (is_coded) {
            path[length++] = (char)(digit_of(bare.ptr[i + 1]) * 16 + digit_of(bare.ptr[i + 2]));
            i += 2;
        } else {
            path[length++] = bare.ptr[i];
        }
        if (length >= 3 && memcmp(path + length - 3, "../", 3) == 0) {
            if (length < 5) {
                return (xc_slice){0};
            }
            for (length -= 4; length && path[length - 1] != '/'; length--) {
            }
        }
    }
    return (xc_slice){path, length};
}

static const xmlNode *item_of(const xmlNode *manifest, xc_slice id) {
    const xmlNode *item = manifest->children;
    while (item && !(part_is(item, "item") && xc_slice_equal(part_attribute(item, "id"), id))) {
        item = item->next;
    }
    return item;
}

static bool is_contents(const xmlNode *item) {
    return xc_slice_find(part_attribute(item, "properties"), XC_SLICE("nav")) != SIZE_MAX;
}

static xc_status read_spine(const package *all, const xmlNode *root, xc_slice folder,
                            xc_arena *arena, book *out, xc_error *error) {
    xc_slice locks = package_find(all, XC_SLICE("META-INF/encryption.xml"));
    const xmlNode *manifest = part_child(root, "manifest");
    const xmlNode *spine = part_child(root, "spine");
    for (const xmlNode *each = manifest && spine ? spine->children : NULL;
         each && out->count < MOST_CHAPTERS; each = each->next) {
        const xmlNode *item =
            part_is(each, "itemref") ? item_of(manifest, part_attribute(each, "idref")) : NULL;
        if (!item || is_contents(item)) {
            continue;
        }
        xc_slice name = resolve(folder, part_attribute(item, "href"), arena);
        xc_slice bytes = package_find(all, name);
        if (bytes.len && locks.len && xc_slice_find(locks, name) != SIZE_MAX) {
            out->protected_count++;
            continue;
        }
        xc_slice *chapter = bytes.len ? xc_arena_grow(arena, &out->chapters, out->count,
                                                      &out->capacity, sizeof *chapter)
                                      : NULL;
        if (bytes.len && !chapter) {
            return xc_fail_memory(error);
        }
        if (chapter) {
            *chapter = bytes;
            out->count++;
        }
    }
    return XC_OK;
}

static xc_status find_package(const package *all, xc_arena *arena, xc_slice *name,
                              xc_error *error) {
    xmlDocPtr container = NULL;
    xc_status status =
        package_parse(all, XC_SLICE("META-INF/container.xml"), &container, error);
    xmlNodePtr root = part_root(container);
    for (xmlNodePtr node = root; node && !name->len; node = node_next(node, root, true)) {
        if (part_is(node, "rootfile")) {
            *name = xc_arena_copy(arena, part_attribute(node, "full-path"));
        }
    }
    xmlFreeDoc(container);
    return status;
}

xc_status book_read(const package *all, xc_arena *arena, book *out, xc_error *error) {
    *out = (book){0};
    xc_slice name = {0};
    xmlDocPtr document = NULL;
    xc_status status = find_package(all, arena, &name, error);
    if (status == XC_OK) {
        status = package_parse(all, name, &document, error);
    }
    if (status != XC_OK || !document) {
        return status == XC_OK ? xc_fail(error, XC_SKIPPED, "a book without a list of chapters")
                               : status;
    }
    size_t folder = name.len;
    while (folder && name.ptr[folder - 1] != '/') {
        folder--;
    }
    out->title = part_text(document, "title", arena);
    out->author = part_text(document, "creator", arena);
    out->publisher = part_text(document, "publisher", arena);
    out->published = part_text(document, "date", arena);
    out->language = part_text(document, "language", arena);
    status =
        read_spine(all, part_root(document), xc_slice_sub(name, 0, folder), arena, out, error);
    xmlFreeDoc(document);
    return status;
}
