// SPDX-License-Identifier: MIT
// Which of a page's tellings is believed.
#include "read/page/facts.h"
#include "read/page/author.h"
#include "read/page/published.h"
#include "read/page/self_names.h"
#include "read/page/site.h"
#include "read/page/tellings.h"
#include "read/page/title.h"

#include <ctype.h>

// ---- author, language ----

// "Ana Quill The Post" is Ana Quill of The Post.
static xc_slice without_site(xc_slice name, xc_slice site) {
    size_t start = name.len > site.len + 3 ? name.len - site.len : 0;
    bool ends = start && site.len && !page_word_byte(name.ptr[start - 1]) &&
                xc_slice_equal_fold(xc_slice_sub(name, start, name.len), site);
    return ends ? xc_slice_trim(xc_slice_sub(name, 0, start - 1)) : name;
}

static xc_slice choose_author(const page_tellings *tellings, const page_words *words,
                              xc_slice site, xc_slice host) {
    xc_slice best = {0};
    xc_slice desk = {0};
    xc_slice own = {0};  // the outlet itself
    enum { MARKED = 8 }; // up to this, told by names in the markup; then by lines alone
    for (size_t rank = 0; rank <= PLACE_RANKS; rank++) {
        xc_slice told =
            rank ? tellings->values[TELLS_AUTHOR][rank - 1] : tellings->linked.author;
        xc_slice name = without_site(author_clean(words, told), site);
        bool is_body =
            !author_is_names(words, name) && page_words_within(words, WORD_ORGANISATION, told);
        if (is_body || !author_is_person(words, name, site, host)) {
            xc_slice *slot = names_alike(name, site) ? &own : &desk;
            *slot = slot->len ? *slot : name;
        } else if (!best.len) {
            best = name;
        } else {
            best = author_spelt(words, best, name);
            best = rank <= MARKED ? author_fuller(words, best, name) : best;
        }
    }
    return best.len ? best : desk.len ? desk : own;
}

// "en-US" is "en".
static xc_slice choose_language(const page_tellings *tellings) {
    for (size_t rank = 0; rank < PLACE_RANKS; rank++) {
        xc_slice told = tellings->values[TELLS_LANGUAGE][rank];
        if (told.len >= 2 && isalpha((unsigned char)told.ptr[0]) &&
            isalpha((unsigned char)told.ptr[1]) &&
            (told.len == 2 || told.ptr[2] == '-' || told.ptr[2] == '_')) {
            return told;
        }
    }
    return (xc_slice){0};
}

static xc_slice lower(xc_slice text, xc_arena *arena) {
    char *copy = xc_arena_string(arena, text);
    for (size_t i = 0; copy && i < text.len; i++) {
        copy[i] = (char)tolower((unsigned char)copy[i]);
    }
    return xc_slice_of(copy);
}

// The canonical address, unless it is another site's: who takes a story over names its origin
// there, and itself in og:url. What tells nothing has the address that it was found at.
static xc_slice choose_url(const page_tellings *tellings, xc_slice found_at) {
    enum { CANONICAL = 0, OPEN_GRAPH = 1 };
    const xc_slice *told = tellings->values[TELLS_URL];
    xc_slice canonical = url_host(told[CANONICAL]);
    xc_slice own = url_host(told[OPEN_GRAPH]);
    if (canonical.len && own.len && !xc_slice_equal_fold(canonical, own)) {
        return url_of_archived(told[OPEN_GRAPH]);
    }
    for (size_t rank = 0; rank < PLACE_RANKS; rank++) {
        if (url_host(told[rank]).len) {
            return url_of_archived(told[rank]);
        }
    }
    xc_slice linked = tellings->linked.url;
    return url_of_archived(url_host(linked).len ? linked : found_at);
}

// Where it was found, if that is an archive; else what an archive wrote into the page.
static xc_slice choose_archived(const page_tellings *tellings, xc_slice found_at) {
    const xc_slice *told = tellings->values[TELLS_URL];
    if (url_is_archived(found_at)) {
        return found_at;
    }
    for (size_t rank = 0; rank < PLACE_RANKS; rank++) {
        if (url_is_archived(told[rank])) {
            return told[rank];
        }
    }
    return url_is_archived(tellings->linked.url) ? tellings->linked.url : (xc_slice){0};
}

xc_status page_facts_find(const page_tree *tree, const page_lines *lines, xc_arena *arena,
                          page_facts *out, xc_error *error) {
    page_tellings tellings;
    xc_status status = tellings_gather(tree, lines, arena, &tellings, error);
    if (status != XC_OK) {
        return status;
    }
    xc_slice language = choose_language(&tellings);
    const page_words *words = lines_words(lines);
    *out = (page_facts){.url = choose_url(&tellings, tree->url),
                        .archived = choose_archived(&tellings, tree->url)};
    xc_slice host = url_host(out->url);
    out->site = page_site(&tellings, words, host);
    out->title = page_title(&tellings, out->site, host);
    out->author = choose_author(&tellings, words, out->site, host);
    out->published = page_published(&tellings, words, out->url, language, arena);
    out->language = lower(xc_slice_sub(language, 0, 2), arena);
    out->wire = tellings.linked.wire;
    out->body = tellings.linked.body;
    return XC_OK;
}
