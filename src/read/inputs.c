// SPDX-License-Identifier: MIT
// From the arguments to the list of files: folders walked, names sorted, what is no article
// left out.
#include "crossclaim/read.h"
#include "read/kind.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct folder_id {
    dev_t device;
    ino_t inode;
} folder_id;

typedef struct listing {
    xc_arena *arena;
    xc_inputs *out;
    size_t capacity, skipped_capacity;
    folder_id *folders; // walked for this argument: a set, open addressing, capacity 2^n
    size_t folder_count, folder_capacity;
    bool follow_links;
    const char *root; // the argument's real path, which links may not lead out of
} listing;

typedef struct names {
    xc_slice *items;
    size_t count, capacity;
} names;

static xc_status add_input(listing *list, xc_slice path, xc_slice label, xc_error *error) {
    xc_inputs *out = list->out;
    xc_input *item =
        xc_arena_grow(list->arena, &out->items, out->count, &list->capacity, sizeof *item);
    if (!item) {
        return xc_fail_memory(error);
    }
    *item = (xc_input){path, label};
    out->count++;
    return XC_OK;
}

static xc_status add_skip(listing *list, xc_slice path, const char *reason, xc_error *error) {
    xc_inputs *out = list->out;
    xc_skip *item = xc_arena_grow(list->arena, &out->skipped, out->skipped_count,
                                  &list->skipped_capacity, sizeof *item);
    xc_slice copy = xc_arena_copy(list->arena, xc_slice_of(reason));
    if (!item || !copy.ptr) {
        return xc_fail_memory(error);
    }
    *item = (xc_skip){path, copy};
    out->skipped_count++;
    return XC_OK;
}

static const char *open_reason(int number) {
    switch (number) {
    case ENOENT:
        return "no such file or folder";
    case EACCES:
        return "permission denied";
    case ELOOP:
        return "a link that leads to itself";
    case ENAMETOOLONG:
        return "the path is too long";
    default:
        return strerror(number);
    }
}

static size_t folder_slot(const listing *list, folder_id id) {
    size_t mask = list->folder_capacity - 1;
    size_t slot = (size_t)xc_hash((xc_slice){(const char *)&id.inode, sizeof id.inode}) & mask;
    while (list->folders[slot].inode &&
           (list->folders[slot].inode != id.inode || list->folders[slot].device != id.device)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool grow_folders(listing *list) {
    listing larger = *list;
    larger.folder_capacity = list->folder_capacity ? list->folder_capacity * 2 : 64;
    larger.folders =
        xc_arena_array(list->arena, larger.folder_capacity, sizeof *larger.folders);
    if (!larger.folders) {
        return false;
    }
    for (size_t i = 0; i < list->folder_capacity; i++) {
        if (list->folders[i].inode) {
            larger.folders[folder_slot(&larger, list->folders[i])] = list->folders[i];
        }
    }
    *list = larger;
    return true;
}

// Links make circles, and many ways to one folder: each is walked once.
static xc_status enter_folder(listing *list, const struct stat *facts, bool *is_new,
                              xc_error *error) {
    if (list->folder_count * 2 >= list->folder_capacity && !grow_folders(list)) {
        return xc_fail_memory(error);
    }
    folder_id id = {facts->st_dev, facts->st_ino};
    folder_id *slot = &list->folders[folder_slot(list, id)];
    *is_new = slot->inode == 0;
    list->folder_count += *is_new;
    *slot = id;
    return XC_OK;
}

static int by_name(const void *a, const void *b) {
    return xc_slice_compare_natural(*(const xc_slice *)a, *(const xc_slice *)b);
}

static xc_status read_names(listing *list, DIR *folder, names *out, xc_error *error) {
    const struct dirent *entry;
    while ((entry = readdir(folder))) { // NOLINT(concurrency-mt-unsafe): own DIR
        xc_slice name = xc_slice_of(entry->d_name);
        if (xc_slice_is(name, ".") || xc_slice_is(name, "..")) {
            continue;
        }
        if (name.ptr[0] == '.') {
            list->out->ignored++;
            continue;
        }
        xc_slice *item =
            xc_arena_grow(list->arena, &out->items, out->count, &out->capacity, sizeof *item);
        if (!item) {
            return xc_fail_memory(error);
        }
        *item = xc_arena_copy(list->arena, name);
        out->count++;
        if (!item->ptr) {
            return xc_fail_memory(error);
        }
    }
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, by_name);
    }
    return XC_OK;
}

static bool has_name(const names *all, xc_slice stem, const char *extension, xc_arena *arena) {
    xc_arena_mark mark = xc_arena_here(arena);
    xc_slice name = xc_arena_print(arena, "%.*s%s", XC_PRINT(stem), extension);
    bool found =
        name.ptr && bsearch(&name, all->items, all->count, sizeof *all->items, by_name);
    xc_arena_rewind(arena, mark);
    return found;
}

static bool is_parts_folder(const names *all, xc_slice folder, xc_arena *arena) {
    xc_slice stem = xc_slice_sub(folder, 0, parts_folder_stem(folder));
    for (size_t i = 0; stem.len && page_extensions[i]; i++) {
        if (has_name(all, stem, page_extensions[i], arena)) {
            return true;
        }
    }
    return false;
}

// Whether it is a link that leads out of the folder that was named: who is given somebody's folder
// does not read the files of the machine with it.
static bool leads_out(const listing *list, const char *path) {
    struct stat facts;
    char real[PATH_MAX];
    if (list->follow_links || !list->root || lstat(path, &facts) != 0 ||
        !S_ISLNK(facts.st_mode) || !realpath(path, real)) {
        return false;
    }
    size_t length = strlen(list->root);
    bool is_under =
        strncmp(real, list->root, length) == 0 &&
        (real[length] == '/' || real[length] == '\0' || strcmp(list->root, "/") == 0);
    return !is_under;
}

static xc_status walk(listing *list, const char *path, xc_slice prefix, xc_error *error);

static xc_status add_member(listing *list, const names *all, xc_slice name, xc_slice path,
                            xc_slice prefix, xc_error *error) {
    xc_slice label = xc_arena_print(list->arena, "%.*s%.*s", XC_PRINT(prefix), XC_PRINT(name));
    struct stat facts;
    if (!label.ptr) {
        return xc_fail_memory(error);
    }
    if (stat(path.ptr, &facts) != 0) {
        return add_skip(list, path, open_reason(errno), error);
    }
    if ((S_ISDIR(facts.st_mode) || S_ISREG(facts.st_mode)) && leads_out(list, path.ptr)) {
        return add_skip(list, path,
                        "a link that leads out of the folder; name what it leads to, or give "
                        "--follow-links",
                        error);
    }
    if (S_ISDIR(facts.st_mode)) {
        if (is_parts_folder(all, name, list->arena)) {
            list->out->ignored++;
            return XC_OK;
        }
        bool is_new = false;
        xc_status status = enter_folder(list, &facts, &is_new, error);
        if (status != XC_OK || !is_new) {
            return status;
        }
        xc_slice inner = xc_arena_print(list->arena, "%.*s/", XC_PRINT(label));
        return inner.ptr ? walk(list, path.ptr, inner, error) : xc_fail_memory(error);
    }
    if (!S_ISREG(facts.st_mode) || name_is_ignored(name)) {
        list->out->ignored++;
        return XC_OK;
    }
    return add_input(list, path, label, error);
}

// Adds the files of a folder; labels start with the prefix.
static xc_status walk(listing *list, const char *path, xc_slice prefix, xc_error *error) {
    DIR *folder = opendir(path);
    if (!folder) {
        return add_skip(list, xc_slice_of(path), open_reason(errno), error);
    }
    names all = {0};
    xc_status status = read_names(list, folder, &all, error);
    (void)closedir(folder);
    size_t length = strlen(path);
    bool slashed = length && path[length - 1] == '/';
    for (size_t i = 0; status == XC_OK && i < all.count; i++) {
        xc_slice inner = xc_arena_print(list->arena, "%s%s%.*s", path, slashed ? "" : "/",
                                        XC_PRINT(all.items[i]));
        status = inner.ptr ? add_member(list, &all, all.items[i], inner, prefix, error)
                           : xc_fail_memory(error);
    }
    return status;
}

// The same for a folder that stands among the arguments because the shell expanded a glob.
static bool stands_beside_page(xc_slice folder, xc_arena *arena) {
    size_t stem = parts_folder_stem(folder);
    for (size_t i = 0; stem && page_extensions[i]; i++) {
        xc_slice page =
            xc_arena_print(arena, "%.*s%s", (int)stem, folder.ptr, page_extensions[i]);
        struct stat facts;
        if (page.ptr && stat(page.ptr, &facts) == 0 && S_ISREG(facts.st_mode)) {
            return true;
        }
    }
    return false;
}

static xc_status add_argument(listing *list, const char *argument, bool is_expanded,
                              xc_error *error) {
    xc_slice path = xc_arena_copy(list->arena, xc_slice_of(argument));
    if (!path.ptr) {
        return xc_fail_memory(error);
    }
    if (xc_slice_is(path, "-")) {
        return add_input(list, path, path, error);
    }
    struct stat facts;
    if (stat(argument, &facts) != 0) {
        return add_skip(list, path, open_reason(errno), error);
    }
    if (S_ISDIR(facts.st_mode) ? is_expanded && stands_beside_page(path, list->arena)
                               : name_is_ignored(path_name(path))) {
        list->out->ignored++;
        return XC_OK;
    }
    if (!S_ISDIR(facts.st_mode)) {
        return add_input(list, path, path_name(path), error);
    }
    bool is_new = false;
    list->folders = NULL;
    list->folder_count = 0;
    list->folder_capacity = 0;
    char real[PATH_MAX];
    list->root =
        realpath(argument, real) ? xc_arena_string(list->arena, xc_slice_of(real)) : NULL;
    xc_status status = enter_folder(list, &facts, &is_new, error);
    return status == XC_OK ? walk(list, path.ptr, (xc_slice){0}, error) : status;
}

xc_status xc_inputs_list(const char *const *arguments, size_t count, bool follow_links,
                         xc_arena *arena, xc_inputs *out, xc_error *error) {
    *out = (xc_inputs){0};
    listing list = {.arena = arena, .out = out, .follow_links = follow_links};
    for (size_t i = 0; i < count; i++) {
        xc_status status = add_argument(&list, arguments[i], count > 1, error);
        if (status != XC_OK) {
            return status;
        }
    }
    return XC_OK;
}
