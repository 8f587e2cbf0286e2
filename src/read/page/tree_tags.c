// SPDX-License-Identifier: MIT
// What kind of element a tag's name makes.
#include "read/page/tree_parse.h"

#include <stdlib.h>
#include <string.h>

typedef struct tag_name {
    const char *name;
    uint8_t tag;
} tag_name;

// Sorted by name.
static const tag_name tags[] = {
    {"a", TAG_A},
    {"address", TAG_BLOCK},
    {"amp-ad", TAG_UNSEEN},
    {"amp-analytics", TAG_UNSEEN},
    {"amp-auto-ads", TAG_UNSEEN},
    {"amp-consent", TAG_UNSEEN},
    {"amp-embed", TAG_UNSEEN},
    {"amp-iframe", TAG_UNSEEN},
    {"amp-image-lightbox", TAG_UNSEEN},
    {"amp-lightbox", TAG_UNSEEN},
    {"amp-sidebar", TAG_UNSEEN},
    {"amp-social-share", TAG_UNSEEN},
    {"amp-sticky-ad", TAG_UNSEEN},
    {"amp-user-notification", TAG_UNSEEN},
    {"article", TAG_ARTICLE},
    {"aside", TAG_ASIDE},
    {"audio", TAG_UNSEEN},
    {"blockquote", TAG_QUOTE},
    {"body", TAG_BODY},
    {"br", TAG_BR},
    {"button", TAG_UNSEEN},
    {"canvas", TAG_UNSEEN},
    {"caption", TAG_CELL},
    {"center", TAG_BLOCK},
    {"datalist", TAG_UNSEEN},
    {"dd", TAG_ITEM},
    {"details", TAG_BLOCK},
    {"dialog", TAG_ASIDE},
    {"div", TAG_BLOCK},
    {"dl", TAG_LIST},
    {"dt", TAG_ITEM},
    {"embed", TAG_UNSEEN},
    {"fieldset", TAG_BLOCK},
    {"figcaption", TAG_CAPTION},
    {"figure", TAG_FIGURE},
    {"footer", TAG_ASIDE},
    {"form", TAG_BLOCK},
    {"h1", TAG_HEADING},
    {"h2", TAG_HEADING},
    {"h3", TAG_HEADING},
    {"h4", TAG_HEADING},
    {"h5", TAG_HEADING},
    {"h6", TAG_HEADING},
    {"head", TAG_BLOCK},
    {"header", TAG_BLOCK},
    {"hr", TAG_BLOCK},
    {"html", TAG_BLOCK},
    {"iframe", TAG_UNSEEN},
    {"input", TAG_UNSEEN},
    {"label", TAG_UNSEEN},
    {"li", TAG_ITEM},
    {"link", TAG_META},
    {"main", TAG_MAIN},
    {"map", TAG_UNSEEN},
    {"menu", TAG_ASIDE},
    {"meta", TAG_META},
    {"nav", TAG_ASIDE},
    {"noframes", TAG_UNSEEN},
    {"noscript", TAG_UNSEEN},
    {"object", TAG_UNSEEN},
    {"ol", TAG_LIST},
    {"optgroup", TAG_UNSEEN},
    {"option", TAG_UNSEEN},
    {"p", TAG_PARAGRAPH},
    {"picture", TAG_UNSEEN},
    {"pre", TAG_PRE},
    {"script", TAG_SCRIPT},
    {"section", TAG_BLOCK},
    {"select", TAG_UNSEEN},
    {"style", TAG_UNSEEN},
    {"summary", TAG_BLOCK},
    {"svg", TAG_UNSEEN},
    {"table", TAG_TABLE},
    {"tbody", TAG_BLOCK},
    {"td", TAG_CELL},
    {"template", TAG_UNSEEN},
    {"textarea", TAG_UNSEEN},
    {"tfoot", TAG_BLOCK},
    {"th", TAG_CELL},
    {"thead", TAG_BLOCK},
    {"time", TAG_TIME},
    {"title", TAG_META},
    {"tr", TAG_ROW},
    {"ul", TAG_LIST},
    {"video", TAG_UNSEEN},
};

static int by_tag(const void *key, const void *row) {
    return strcasecmp(key, ((const tag_name *)row)->name);
}

uint8_t tag_named(const char *name) {
    const tag_name *found =
        bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, by_tag);
    return found ? found->tag : TAG_OTHER;
}

bool tag_is_block(uint8_t tag) {
    return tag != TAG_OTHER && tag != TAG_A && tag != TAG_TIME && tag != TAG_BR &&
           tag != TAG_META && tag != TAG_SCRIPT;
}
