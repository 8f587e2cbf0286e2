// SPDX-License-Identifier: MIT
// Names of an archive's members.
#include "read/format/member_names.h"
#include "read/bytes/charset.h"
#include "read/kind.h"

#include <ctype.h>
#include <string.h>

static xc_slice take_part(xc_slice *rest) {
    xc_slice part;
    (void)xc_slice_cut(*rest, '/', &part, rest);
    return part;
}

static bool leads_out(xc_slice name) {
    bool has_drive = name.len > 1 && isalpha((unsigned char)name.ptr[0]) && name.ptr[1] == ':';
    if (has_drive || xc_slice_starts(name, XC_SLICE("/"))) {
        return true;
    }
    while (name.len) {
        if (xc_slice_is(take_part(&name), "..")) {
            return true;
        }
    }
    return false;
}

xc_status member_name(xc_slice name, xc_arena *arena, xc_slice *out, xc_error *error) {
    xc_slice text = {0};
    *out = (xc_slice){0};
    xc_status status = charset_decode(name, XC_SLICE("utf-8"), arena, &text, NULL, error);
    if (status != XC_OK) {
        return status;
    }
    char *copy = xc_arena_string(arena, text);
    if (!copy) {
        return xc_fail_memory(error);
    }
    bool has_slash = memchr(copy, '/', text.len) != NULL;
    for (size_t i = 0; !has_slash && i < text.len; i++) {
        copy[i] = copy[i] == '\\' ? '/' : copy[i]; // as some packers of Windows write it
    }
    xc_slice rest = {copy, text.len};
    if (leads_out(rest)) {
        return xc_fail(error, XC_SKIPPED, "its path leads out of the archive");
    }
    size_t length = 0;
    while (rest.len) {
        xc_slice part = take_part(&rest);
        if (!part.len || xc_slice_is(part, ".")) {
            continue;
        }
        if (length) {
            copy[length++] = '/';
        }
        memmove(copy + length, part.ptr, part.len);
        length += part.len;
    }
    *out = (xc_slice){copy, length};
    return XC_OK;
}

// ---- sets of hashes ----

static size_t slot_of(const hash_set *set, uint64_t hash) {
    size_t slot = (size_t)hash & (set->capacity - 1);
    while (set->slots[slot] && set->slots[slot] != hash) {
        slot = (slot + 1) & (set->capacity - 1);
    }
    return slot;
}

static uint64_t hash_of(xc_slice name) {
    uint64_t hash = xc_hash(name);
    return hash ? hash : 1;
}

static bool has_hash(const hash_set *set, xc_slice name) {
    return set->capacity && set->slots[slot_of(set, hash_of(name))];
}

static xc_status add_hash(hash_set *set, xc_slice name, xc_arena *arena, xc_error *error) {
    if (set->count * 2 >= set->capacity) {
        hash_set larger = {.capacity = set->capacity ? set->capacity * 2 : 64};
        larger.slots = xc_arena_array(arena, larger.capacity, sizeof *larger.slots);
        if (!larger.slots) {
            return xc_fail_memory(error);
        }
        for (size_t i = 0; i < set->capacity; i++) {
            if (set->slots[i]) {
                larger.slots[slot_of(&larger, set->slots[i])] = set->slots[i];
            }
        }
        larger.count = set->count;
        *set = larger;
    }
    uint64_t *slot = &set->slots[slot_of(set, hash_of(name))];
    set->count += *slot == 0;
    *slot = hash_of(name);
    return XC_OK;
}

// ---- what to do with a member ----

static bool is_crawl_file(xc_slice name) {
    return xc_slice_starts(name, XC_SLICE("archive/")) &&
           (xc_slice_ends(name, XC_SLICE(".warc")) ||
            xc_slice_ends(name, XC_SLICE(".warc.gz")));
}

bool member_is_of_crawl(xc_slice name) {
    static const char *const folders[] = {"indexes/", "pages/", "logs/"};
    static const char *const files[] = {"datapackage.json", "datapackage-digest.json",
                                        "fuzzy.json", "webarchive.yaml"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if (xc_slice_starts(name, xc_slice_of(folders[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (xc_slice_is(name, files[i])) {
            return true;
        }
    }
    return false;
}

xc_status member_names_add(member_names *names, xc_slice name, xc_arena *arena,
                           xc_error *error) {
    names->has_crawl |= is_crawl_file(name);
    names->has_package |= xc_slice_is(name, "datapackage.json");
    xc_slice extension = path_extension(name);
    for (size_t i = 0; page_extensions[i]; i++) {
        if (xc_slice_equal_fold(extension, xc_slice_of(page_extensions[i]))) {
            return add_hash(&names->pages, xc_slice_sub(name, 0, name.len - extension.len),
                            arena, error);
        }
    }
    return XC_OK;
}

static xc_status pass_folder(member_names *names, xc_slice folder, xc_arena *arena,
                             member_use *use, xc_error *error) {
    if (has_hash(&names->passed, folder)) {
        *use = MEMBER_PASSED;
        return XC_OK;
    }
    *use = MEMBER_IGNORED;
    return add_hash(&names->passed, folder, arena, error);
}

xc_status member_names_use(member_names *names, xc_slice name, bool is_folder, xc_arena *arena,
                           member_use *use, xc_error *error) {
    xc_slice rest = name;
    *use = MEMBER_READ;
    while (rest.len) {
        xc_slice part = take_part(&rest);
        xc_slice path = xc_slice_sub(name, 0, (size_t)(part.ptr - name.ptr) + part.len);
        bool is_last = !rest.len;
        bool is_hidden = part.ptr[0] == '.';
        if (is_last && !is_folder) {
            *use = is_hidden ? MEMBER_IGNORED : MEMBER_READ;
            return XC_OK;
        }
        size_t stem = parts_folder_stem(part);
        size_t before = path.len - part.len;
        bool has_page = stem && has_hash(&names->pages, xc_slice_sub(name, 0, before + stem));
        if (is_hidden || has_page) {
            return pass_folder(names, path, arena, use, error);
        }
        if (stem && !names->is_whole) {
            *use = MEMBER_UNSURE;
            return XC_OK;
        }
    }
    return XC_OK;
}
