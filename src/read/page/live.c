// SPDX-License-Identifier: MIT
// Live pages, entry by entry.
#include "read/page/live.h"
#include "read/page/body.h"
#include "read/page/json_member.h"
#include "read/page/printed_date.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST = 3, MOST = 2000, LEAST_LETTERS = 40, DEEPEST = 64, WALKED = 8 };

// ---- what the page tells machines ----

static xc_slice text_of(json_object *object, const char *name) {
    json_object *value = json_member(object, name);
    return json_object_is_type(value, json_type_string)
               ? xc_slice_of(json_object_get_string(value))
               : (xc_slice){0};
}

// The list of updates, wherever in the data it stands.
static json_object *updates_in(json_object *value, int depth) {
    json_object *found = NULL;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value) && !found && depth; i++) {
            found = updates_in(json_object_array_get_idx(value, i), depth - 1);
        }
        return found;
    }
    found = json_member(value, "liveBlogUpdate");
    if (json_object_is_type(found, json_type_array)) {
        return found;
    }
    return json_member(value, "@graph") && depth
               ? updates_in(json_member(value, "@graph"), depth - 1)
               : NULL;
}

static xc_status add(live_entries *list, xc_arena *arena, const live_entry *entry,
                     xc_error *error) {
    live_entry *slot =
        xc_arena_grow(arena, &list->items, list->count, &list->capacity, sizeof *slot);
    if (!slot) {
        return xc_fail_memory(error);
    }
    *slot = *entry;
    list->count++;
    return XC_OK;
}

static bool tell_time(xc_slice told, xc_arena *arena, live_entry *entry) {
    page_date date;
    if (!page_date_find(NULL, told, true, &date)) {
        return false;
    }
    entry->published = page_date_print(&date, arena);
    int32_t ahead = 0;
    bool is_zoned = xc_date_zone(entry->published, &ahead);
    entry->moment = xc_date_first_second(date.date) - (is_zoned ? ahead : 0);
    return true;
}

static xc_status add_update(live_entries *list, json_object *update, xc_arena *arena,
                            xc_error *error) {
    live_entry entry = {0};
    xc_slice body = text_of(update, "articleBody");
    xc_slice headline = text_of(update, "headline");
    // Markup in it would be read as words.
    bool is_plain = xc_slice_find(body, XC_SLICE("</")) == SIZE_MAX;
    if (!xc_slice_trim(body).len || !is_plain ||
        !tell_time(text_of(update, "datePublished"), arena, &entry)) {
        return XC_OK;
    }
    entry.text = xc_arena_print(arena, "%.*s%s%.*s", XC_PRINT(headline),
                                headline.len ? "\n\n" : "", XC_PRINT(body));
    return entry.text.ptr ? add(list, arena, &entry, error) : xc_fail_memory(error);
}

static xc_status read_script(xc_slice script, xc_arena *arena, live_entries *out,
                             xc_error *error) {
    struct json_tokener *tokener = json_tokener_new_ex(DEEPEST);
    if (!tokener) {
        return xc_fail_memory(error);
    }
    script = xc_slice_trim(script);
    json_object *root = json_tokener_parse_ex(tokener, script.ptr, (int)script.len);
    json_object *updates = updates_in(root, WALKED);
    size_t count = updates ? json_object_array_length(updates) : 0;
    xc_status status = XC_OK;
    for (size_t i = 0; i < count && i < MOST && status == XC_OK; i++) {
        status = add_update(out, json_object_array_get_idx(updates, i), arena, error);
    }
    json_object_put(root);
    json_tokener_free(tokener);
    return status;
}

// Whether the page says that it is live, to machines or by the name of an element.
static bool is_live(const page_tree *tree, xc_slice *script) {
    static const xc_slice type = XC_SLICE_INIT("LiveBlogPosting");
    bool found = false;
    *script = (xc_slice){0};
    for (xmlNodePtr node = tree->root; node; node = node_next(node, tree->root, true)) {
        const pack_node *facts = node_of(node);
        if (!facts) {
            continue;
        }
        xc_slice words = facts->tag == TAG_SCRIPT && node->children && node->children->content
                             ? xc_slice_of((const char *)node->children->content)
                             : (xc_slice){0};
        bool is_told =
            xc_slice_find(tree_attribute(node, "type"), XC_SLICE("ld+json")) != SIZE_MAX &&
            xc_slice_find(words, type) != SIZE_MAX;
        *script = is_told && !script->len ? words : *script;
        found = found || is_told ||
                xc_slice_find(tree_attribute(node, "itemtype"), type) != SIZE_MAX;
    }
    return found;
}

// ---- what it shows ----

// The time near the start of an element; NULL where there is none.
static const xmlNode *time_in(xmlNodePtr top) {
    enum { NEAR = 300 }; // nodes
    xmlNodePtr node = top;
    for (size_t walked = 0; node && walked < NEAR;
         node = node_next(node, top, true), walked++) {
        const pack_node *facts = node_of(node);
        if (facts && facts->tag == TAG_TIME && tree_attribute(node, "datetime").len) {
            return node;
        }
    }
    return NULL;
}

static bool is_entry(xmlNodePtr node) {
    const pack_node *facts = node_of(node);
    return facts && facts->letters >= LEAST_LETTERS && facts->tag != TAG_SCRIPT &&
           !facts->is_readers && !(facts->hints & HINT_COMMENTS) && time_in(node);
}

// The element that has most of them as its children.
static xmlNodePtr list_of_entries(const page_tree *tree) {
    xmlNodePtr best = NULL;
    size_t most = FEWEST - 1;
    for (xmlNodePtr node = tree->root; node; node = node_next(node, tree->root, true)) {
        const pack_node *facts = node_of(node);
        if (!facts || !facts->is_block || facts->prose < FEWEST * LEAST_LETTERS) {
            continue;
        }
        size_t count = 0;
        for (xmlNodePtr child = node->children; child; child = child->next) {
            count += is_entry(child);
        }
        if (count > most) {
            most = count;
            best = node;
        }
    }
    return best;
}

static xc_status add_element(const page_tree *tree, xmlNodePtr node, const page_lines *lines,
                             xc_arena *arena, live_entries *out, xc_error *error) {
    live_entry entry = {.id = xc_arena_copy(arena, tree_attribute(node, "id"))};
    if (!tell_time(tree_attribute(time_in(node), "datetime"), arena, &entry)) {
        return XC_OK;
    }
    page_tree part = *tree;
    part.body = node;
    xc_status status = body_all(&part, (xc_slice){0}, lines, arena, &entry.text, error);
    return status == XC_OK && entry.text.len ? add(out, arena, &entry, error) : status;
}

static int by_moment(const void *a, const void *b) {
    const live_entry *x = a;
    const live_entry *y = b;
    return (x->moment > y->moment) - (x->moment < y->moment);
}

// Pages have the newest first or the oldest: entries of one minute keep their order in time.
static void sort(live_entries *list) {
    if (list->count && list->items[0].moment > list->items[list->count - 1].moment) {
        for (size_t i = 0; i < list->count / 2; i++) {
            live_entry kept = list->items[i];
            list->items[i] = list->items[list->count - 1 - i];
            list->items[list->count - 1 - i] = kept;
        }
    }
    if (list->count) {
        qsort(list->items, list->count, sizeof *list->items, by_moment);
    }
}

xc_status live_find(const page_tree *tree, const page_lines *lines, xc_arena *arena,
                    live_entries *out, xc_error *error) {
    *out = (live_entries){0};
    xc_slice script;
    if (!tree->body || !is_live(tree, &script)) {
        return XC_OK;
    }
    xmlNodePtr list = list_of_entries(tree);
    xc_status status = XC_OK;
    for (xmlNodePtr child = list ? list->children : NULL;
         child && status == XC_OK && out->count < MOST; child = child->next) {
        if (is_entry(child)) {
            status = add_element(tree, child, lines, arena, out, error);
        }
    }
    if (status == XC_OK && out->count < FEWEST) {
        out->count = 0;
        status = script.len ? read_script(script, arena, out, error) : XC_OK;
        out->count = out->count < FEWEST ? 0 : out->count;
    }
    sort(out);
    return status;
}
