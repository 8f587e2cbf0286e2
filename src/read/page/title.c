// SPDX-License-Identifier: MIT
// The headline: what readers see, where it says what machines are told.
#include "read/page/title.h"
#include "read/page/self_names.h"

#include <ctype.h>

typedef struct choosing {
    const page_tellings *tellings;
    xc_slice site, host;
    xc_slice told; // the best of what machines are told
    xc_slice tab;
} choosing;

static bool is_site(const choosing *c, xc_slice text) {
    return text.len && (names_alike(text, c->site) || name_in_host(text, c->host));
}

// ---- words in common ----

// The next word of a text; false at its end.
static bool next_word(xc_slice *text, xc_slice *word) {
    size_t start = 0;
    while (start < text->len && !page_word_byte(text->ptr[start])) {
        start++;
    }
    size_t end = start;
    while (end < text->len && page_word_byte(text->ptr[end])) {
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

static size_t word_count(xc_slice text) {
    size_t count = 0;
    xc_slice word;
    while (next_word(&text, &word)) {
        count++;
    }
    return count;
}

// A bare name: a headline may hold the outlet's name among other words.
static bool is_only_site(const choosing *c, xc_slice text) {
    return is_site(c, text) &&
           (folds_into(c->site, text) || word_count(text) <= word_count(c->site) + 1 ||
            (!c->site.len && word_count(text) <= 4));
}

// ---- titles without the outlet ----

// "Bridge falls | The Post" without the outlet, which a title carries for browser tabs: from
// both ends, and never the last segment that is left.
static xc_slice without_site(const choosing *c, xc_slice title) {
    xc_slice parts[MOST_SEGMENTS];
    size_t count = title_segments(title, parts);
    size_t first = 0;
    while (count > first + 1 && is_site(c, parts[count - 1]) && title.len > 10) {
        count--;
    }
    while (count > first + 1 && is_only_site(c, parts[first])) {
        first++;
    }
    // Segments of an empty title point nowhere.
    const char *start = parts[first].ptr;
    const xc_slice *last = &parts[count - 1];
    return (xc_slice){start, start ? (size_t)(last->ptr - start) + last->len : 0};
}

// Of a tab's title, where nothing else tells the headline: the first part that is not the
// outlet's name, unless another is much longer ("The Post » Archive » The bridge has fallen").
static xc_slice headline_in_tab(const choosing *c) {
    xc_slice parts[MOST_SEGMENTS];
    size_t count = title_segments(c->tab, parts);
    xc_slice first = {0};
    xc_slice longest = {0};
    for (size_t i = 0; i < count; i++) {
        if (is_only_site(c, parts[i])) {
            continue;
        }
        first = first.len ? first : parts[i];
        longest = parts[i].len > longest.len ? parts[i] : longest;
    }
    if (!first.len) {
        return c->tab;
    }
    return 2 * first.len >= longest.len ? first : longest;
}

// ---- headings ----

// A site's own name is the main heading of many a page.
static bool is_site_heading(const choosing *c, xc_slice heading) {
    if (is_only_site(c, heading)) {
        return true;
    }
    xc_slice parts[MOST_SEGMENTS];
    size_t count = title_segments(c->tab, parts);
    bool headline_first = count > 1 && !is_only_site(c, parts[0]) &&
                          parts[0].len > heading.len && !folds_into(c->told, heading);
    for (size_t i = 1; headline_first && i < count; i++) {
        if (same_letters(parts[i], heading)) {
            return true;
        }
    }
    return false;
}

// Whether the heading is, to the letter, what machines are told, or a part of it.
static bool is_told(const choosing *c, xc_slice heading) {
    const xc_slice all[] = {c->told, c->tellings->linked.title, c->tab};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        xc_slice parts[MOST_SEGMENTS];
        size_t count = title_segments(all[k], parts);
        if (same_letters(all[k], heading)) {
            return true;
        }
        for (size_t i = 0; i < count && word_count(heading) > 1; i++) {
            if (same_letters(parts[i], heading)) {
                return true;
            }
        }
    }
    return false;
}

static xc_slice told_heading(const choosing *c, bool main) {
    for (size_t i = 0; i < c->tellings->heading_count; i++) {
        const page_heading *heading = &c->tellings->headings[i];
        if (heading->is_main == main && !is_site_heading(c, heading->line) &&
            is_told(c, heading->line)) {
            return heading->line;
        }
    }
    return (xc_slice){0};
}

// The main heading that has most words in common with what machines are told, or the only one.
static xc_slice likeliest_heading(const choosing *c) {
    const xc_slice others[] = {c->told, c->tab, c->tellings->linked.title};
    xc_slice best = {0};
    xc_slice only = {0};
    size_t candidates = 0;
    size_t first_levels = 0;
    size_t most = 0;
    for (size_t i = 0; i < c->tellings->heading_count; i++) {
        const page_heading *heading = &c->tellings->headings[i];
        if (!heading->is_main || heading->line.len < 3 || is_site_heading(c, heading->line)) {
            continue;
        }
        candidates++;
        if (heading->level == 1 || !only.len) {
            only = heading->line;
        }
        first_levels += heading->level == 1;
        for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
            size_t shared = shared_words(heading->line, others[k]);
            if (shared > most) {
                most = shared;
                best = heading->line;
            }
        }
    }
    static const size_t third = 333;
    static const size_t half = 501;
    if ((candidates == 1 || first_levels == 1) &&
        (most >= third || word_count(only) >= 4 || !c->told.len)) {
        return only;
    }
    bool agree = c->told.len && folds_into(c->tab, c->told);
    return most >= (agree ? half : third) ? best : (xc_slice){0};
}

static xc_slice first_main(const page_tellings *tellings) {
    for (size_t i = 0; i < tellings->heading_count; i++) {
        if (tellings->headings[i].is_main) {
            return tellings->headings[i].line;
        }
    }
    return (xc_slice){0};
}

xc_slice page_title(const page_tellings *tellings, xc_slice site, xc_slice host) {
    choosing c = {
        .tellings = tellings, .site = site, .host = host, .tab = tellings->document_title};
    for (size_t rank = 0; rank < PLACE_RANKS && !c.told.len; rank++) {
        xc_slice told = tellings->values[TELLS_TITLE][rank];
        c.told = is_only_site(&c, told) ? (xc_slice){0} : told;
    }
    xc_slice seen = told_heading(&c, true);
    if (!seen.len) {
        seen = told_heading(&c, false);
    }
    if (!seen.len) {
        seen = likeliest_heading(&c);
    }
    xc_slice bare = without_site(&c, c.told);
    if (seen.len) {
        // A kicker may stand in the same element.
        return bare.len >= 15 && folds_into(seen, bare) ? bare : seen;
    }
    if (bare.len) {
        return bare;
    }
    if (tellings->linked.title.len) {
        return tellings->linked.title;
    }
    if (c.tab.len) {
        return headline_in_tab(&c);
    }
    return first_main(tellings);
}
