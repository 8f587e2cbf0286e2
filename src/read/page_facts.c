// SPDX-License-Identifier: MIT
// Which of a page's tellings is believed.
#include "page_facts.h"
#include "page_date.h"
#include "page_tellings.h"

#include <ctype.h>
#include <string.h>

xc_slice xc_url_host(xc_slice url) {
    size_t scheme = xc_slice_find(url, XC_SLICE("//"));
    bool is_scheme = scheme == 0 || (scheme <= 8 && url.ptr[scheme - 1] == ':');
    if (scheme == SIZE_MAX || !is_scheme) {
        return (xc_slice){0};
    }
    xc_slice host = xc_slice_sub(url, scheme + 2, url.len);
    size_t end = 0;
    while (end < host.len && !strchr("/?#:", host.ptr[end])) {
        end++;
    }
    host = xc_slice_sub(host, 0, end);
    return xc_slice_equal_fold(xc_slice_sub(host, 0, 4), XC_SLICE("www."))
               ? xc_slice_sub(host, 4, host.len)
               : host;
}

// ---- headline ----

static const xc_slice separators[] = {
    XC_SLICE_INIT(" | "),
    XC_SLICE_INIT(" - "),
    XC_SLICE_INIT(" \xE2\x80\x93 "),
    XC_SLICE_INIT(" \xE2\x80\x94 "),
    XC_SLICE_INIT(" :: "),
    XC_SLICE_INIT(" \xC2\xBB "),
    XC_SLICE_INIT(" \xC2\xB7 "),
    XC_SLICE_INIT(" \xE2\x80\xA2 "),
    XC_SLICE_INIT(" // "),
};

// Where the last separator stands, SIZE_MAX if there is none; *length is its own.
static size_t last_separator(xc_slice text, size_t *length) {
    for (size_t i = text.len; i-- > 0;) {
        for (size_t s = 0; text.ptr[i] == ' ' && s < sizeof separators / sizeof *separators;
             s++) {
            if (xc_slice_starts(xc_slice_sub(text, i, text.len), separators[s])) {
                *length = separators[s].len;
                return i;
            }
        }
    }
    return SIZE_MAX;
}

// "The Post | News from the coast" without what the name is advertised by.
static xc_slice until_separator(xc_slice name) {
    for (size_t i = 3; i < name.len; i++) {
        if (xc_slice_starts(xc_slice_sub(name, i, name.len), separators[0])) {
            return xc_slice_sub(name, 0, i);
        }
    }
    return name;
}

static bool folds_into(xc_slice text, xc_slice part) {
    for (size_t i = 0; part.len && i + part.len <= text.len; i++) {
        if (xc_slice_equal_fold(xc_slice_sub(text, i, i + part.len), part)) {
            return true;
        }
    }
    return false;
}

// The same where the outlet stands first: "The Post | Bridge falls".
static xc_slice without_site_before(xc_slice title, xc_slice site) {
    for (size_t s = 0; s < sizeof separators / sizeof *separators; s++) {
        size_t at = xc_slice_find(title, separators[s]);
        xc_slice head = at == SIZE_MAX ? (xc_slice){0} : xc_slice_sub(title, 0, at);
        if (head.len > 2 && site.len && (folds_into(site, head) || folds_into(head, site))) {
            return xc_slice_sub(title, at + separators[s].len, title.len);
        }
    }
    return title;
}

// "Bridge falls | The Post" without the outlet, which a title carries for browser tabs.
static xc_slice without_site(xc_slice title, xc_slice site, bool always) {
    for (int times = 0; times < 2; times++) {
        size_t length = 0;
        size_t at = last_separator(title, &length);
        if (at == SIZE_MAX || at < 10) {
            break;
        }
        xc_slice tail = xc_slice_sub(title, at + length, title.len);
        bool is_site = site.len && (folds_into(tail, site) || folds_into(site, tail));
        if (!is_site && !(always && tail.len < at && tail.len < 40)) {
            break;
        }
        title = xc_slice_sub(title, 0, at);
        always = false;
    }
    return xc_slice_trim(without_site_before(title, site));
}

// The next word of a text; false at its end.
static bool next_word(xc_slice *text, xc_slice *word) {
    size_t start = 0;
    while (start < text->len && !isalnum((unsigned char)text->ptr[start]) &&
           !(text->ptr[start] & 0x80)) {
        start++;
    }
    size_t end = start;
    while (end < text->len &&
           (isalnum((unsigned char)text->ptr[end]) || text->ptr[end] & 0x80)) {
        end++;
    }
    *word = xc_slice_sub(*text, start, end);
    *text = xc_slice_sub(*text, end, text->len);
    return word->len > 0;
}

// How many in a thousand of the heading's words stand in the other text too.
static size_t shared_words(xc_slice heading, xc_slice other) {
    size_t words = 0;
    size_t shared = 0;
    xc_slice word;
    other = xc_slice_sub(other, 0, 500);
    while (next_word(&heading, &word)) {
        if (word.len > 2) {
            words++;
            shared += folds_into(other, word);
        }
    }
    return words ? shared * 1000 / words : 0;
}

// A site's own name is the main heading of many a page.
static bool is_site_name(xc_slice heading, xc_slice site, xc_slice tab) {
    size_t length = 0;
    size_t at = last_separator(tab, &length);
    bool is_tail =
        at != SIZE_MAX && xc_slice_equal_fold(heading, xc_slice_sub(tab, at + length, tab.len));
    return is_tail || (site.len && (folds_into(site, heading) || folds_into(heading, site)) &&
                       heading.len < site.len + 12);
}

static xc_slice best_heading(const xc_tellings *tellings, xc_slice told, xc_slice site) {
    xc_slice best = {0};
    size_t most = 332;
    for (size_t i = 0; i < tellings->heading_count; i++) {
        xc_slice heading = tellings->headings[i];
        const xc_slice others[] = {told, tellings->document_title, tellings->linked.title};
        for (size_t k = 0; k < 3; k++) {
            size_t shared = shared_words(heading, others[k]);
            if (heading.len >= 3 && shared > most &&
                !is_site_name(heading, site, tellings->document_title)) {
                most = shared;
                best = heading;
            }
        }
    }
    return best;
}

static xc_slice choose_title(const xc_tellings *tellings, xc_slice site) {
    xc_slice told = {0};
    for (size_t rank = 0; rank < XC_RANKS && !told.len; rank++) {
        told = tellings->values[XC_TELLS_TITLE][rank];
    }
    xc_slice tab = tellings->document_title;
    // The headline that readers see, if what machines are told says the same.
    xc_slice seen = best_heading(tellings, told, site);
    xc_slice bare = without_site(told, site, false);
    if (seen.len) {
        // A kicker may stand in the same element.
        return bare.len >= 15 && folds_into(seen, bare) ? bare : seen;
    }
    if (told.len) {
        return bare;
    }
    if (tellings->linked.title.len) {
        return tellings->linked.title;
    }
    if (tellings->heading_count == 1 && tellings->headings[0].len >= 8) {
        return tellings->headings[0];
    }
    if (tab.len) {
        return without_site(tab, site, true);
    }
    return tellings->heading_count ? tellings->headings[0] : (xc_slice){0};
}

// ---- date ----

typedef struct dates {
    xc_page_date items[XC_RANKS + 1];
    size_t count;
} dates;

static void add_date(dates *list, xc_slice text, bool day_first) {
    xc_page_date date;
    if (text.len &&
        (xc_page_date_find(text, day_first, &date) || xc_page_date_of_seconds(text, &date))) {
        list->items[list->count++] = date;
    }
}

static xc_slice choose_date(const xc_tellings *tellings, xc_slice url, xc_slice language,
                            xc_arena *arena) {
    bool day_first = !xc_slice_equal_fold(xc_slice_sub(language, 0, 5), XC_SLICE("en-us")) &&
                     !xc_slice_equal_fold(xc_slice_sub(language, 0, 5), XC_SLICE("en_us")) &&
                     !xc_slice_equal_fold(language, XC_SLICE("en"));
    dates list = {0};
    for (size_t rank = 0; rank < XC_RANKS; rank++) {
        add_date(&list, tellings->values[XC_TELLS_PUBLISHED][rank], day_first);
        if (rank == 1) {
            add_date(&list, tellings->linked.published, day_first);
        }
    }
    xc_page_date in_url;
    if (xc_page_date_of_url(url, &in_url)) {
        // An address is right nearly always, and knows no hour: what agrees with it tells more.
        // One day apart it is the same moment in another zone, and the address has the local
        // day.
        for (size_t i = 0; i < list.count; i++) {
            if (xc_date_days(list.items[i].date) == xc_date_days(in_url.date)) {
                return xc_page_date_print(&list.items[i], arena);
            }
        }
        return xc_page_date_print(&in_url, arena);
    }
    return list.count ? xc_page_date_print(&list.items[0], arena) : (xc_slice){0};
}

// ---- outlet, author, language ----

// "Bridge falls | The Post - News": what stands behind the headline, up to the next separator.
static xc_slice site_in_tab(const xc_tellings *tellings) {
    for (size_t i = 0; i < tellings->heading_count; i++) {
        xc_slice heading = tellings->headings[i];
        xc_slice tab = tellings->document_title;
        if (!xc_slice_equal_fold(xc_slice_sub(tab, 0, heading.len), heading)) {
            continue;
        }
        xc_slice rest = xc_slice_sub(tab, heading.len, tab.len);
        for (size_t s = 0; s < sizeof separators / sizeof *separators; s++) {
            if (xc_slice_starts(rest, separators[s])) {
                rest = xc_slice_sub(rest, separators[s].len, rest.len);
                size_t length = 0;
                size_t at = last_separator(rest, &length);
                return until_separator(xc_slice_sub(rest, 0, at));
            }
        }
    }
    return (xc_slice){0};
}

static xc_slice choose_site(const xc_tellings *tellings) {
    const xc_slice *told = tellings->values[XC_TELLS_SITE];
    xc_slice best = told[0].len ? told[0] : tellings->linked.site;
    for (size_t rank = 1; rank < 9 && !best.len; rank++) {
        best = told[rank];
    }
    // An address is no name, and what the address of the page tells is better.
    if (xc_url_host(best).len) {
        best = (xc_slice){0};
    }
    return best.len ? until_separator(best) : site_in_tab(tellings);
}

// The outlet, its address and its desk are nobody's name.
static bool is_person(xc_slice name, xc_slice site, xc_slice host) {
    static const char *const desks[] = {"admin",     "administrator",  "redaktion",
                                        "editor",    "editorial team", "staff",
                                        "webmaster", "news desk",      "wordpressadmin"};
    for (size_t i = 0; i < sizeof desks / sizeof *desks; i++) {
        if (xc_slice_equal_fold(name, xc_slice_of(desks[i]))) {
            return false;
        }
    }
    bool is_site = site.len && (folds_into(site, name) || folds_into(name, site));
    return name.len && !is_site && !(host.len && folds_into(host, name));
}

static xc_slice choose_author(const xc_tellings *tellings, xc_slice site, xc_slice host) {
    if (is_person(tellings->linked.author, site, host)) {
        return tellings->linked.author;
    }
    xc_slice desk = tellings->linked.author;
    for (size_t rank = 0; rank < XC_RANKS; rank++) {
        xc_slice name = xc_author_clean(tellings->values[XC_TELLS_AUTHOR][rank]);
        if (is_person(name, site, host)) {
            return name;
        }
        desk = desk.len ? desk : name;
    }
    return desk;
}

// "en-US" is "en".
static xc_slice choose_language(const xc_tellings *tellings) {
    for (size_t rank = 0; rank < XC_RANKS; rank++) {
        xc_slice told = tellings->values[XC_TELLS_LANGUAGE][rank];
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

static xc_slice choose_url(const xc_tellings *tellings, xc_slice found_at) {
    for (size_t rank = 0; rank < XC_RANKS; rank++) {
        xc_slice url = tellings->values[XC_TELLS_URL][rank];
        if (xc_url_host(url).len) {
            return url;
        }
    }
    return xc_url_host(tellings->linked.url).len ? tellings->linked.url : found_at;
}

xc_status xc_page_facts_find(const xc_tree *tree, const xc_page_lines *lines, xc_arena *arena,
                             xc_page_facts *out, xc_error *error) {
    xc_tellings tellings;
    xc_status status = xc_tellings_gather(tree, lines, arena, &tellings, error);
    if (status != XC_OK) {
        return status;
    }
    xc_slice language = choose_language(&tellings);
    *out = (xc_page_facts){.site = choose_site(&tellings),
                           .url = choose_url(&tellings, tree->url)};
    out->title = choose_title(&tellings, out->site);
    out->author = choose_author(&tellings, out->site, xc_url_host(out->url));
    out->published = choose_date(&tellings, out->url, language, arena);
    out->language = lower(xc_slice_sub(language, 0, 2), arena);
    out->wire = tellings.linked.wire;
    out->body = tellings.linked.body;
    return XC_OK;
}
