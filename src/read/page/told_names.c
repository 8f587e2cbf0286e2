// SPDX-License-Identifier: MIT
// Names of <meta> and of properties.
#include "read/page/told_names.h"

// Names of <meta>, with how far each is believed. A modified date is never the publication's.
static const told_name metas[] = {
    {"og:title", TELLS_TITLE, 0},
    {"parsely-title", TELLS_TITLE, 1},
    {"sailthru.title", TELLS_TITLE, 2},
    {"twitter:title", TELLS_TITLE, 3},
    {"dc.title", TELLS_TITLE, 4},
    {"dcterms.title", TELLS_TITLE, 4},
    {"article:published_time", TELLS_PUBLISHED, 1},
    {"og:article:published_time", TELLS_PUBLISHED, 1},
    {"og:published_time", TELLS_PUBLISHED, 1},
    {"article:published", TELLS_PUBLISHED, 1},
    {"article.published", TELLS_PUBLISHED, 1},
    {"rnews:datepublished", TELLS_PUBLISHED, 1},
    {"parsely-pub-date", TELLS_PUBLISHED, 3},
    {"sailthru.date", TELLS_PUBLISHED, 3},
    {"cxenseparse:recs:publishtime", TELLS_PUBLISHED, 3},
    {"article_date_original", TELLS_PUBLISHED, 3},
    {"originalpublicationdate", TELLS_PUBLISHED, 3},
    {"citation_publication_date", TELLS_PUBLISHED, 3},
    {"datepublished", TELLS_PUBLISHED, 3},
    {"publishdate", TELLS_PUBLISHED, 4},
    {"publish-date", TELLS_PUBLISHED, 4},
    {"publish_date", TELLS_PUBLISHED, 4},
    {"pubdate", TELLS_PUBLISHED, 4},
    {"ptime", TELLS_PUBLISHED, 4},
    {"displaydate", TELLS_PUBLISHED, 4},
    {"timestamp", TELLS_PUBLISHED, 5},
    {"dc.date.issued", TELLS_PUBLISHED, 4},
    {"dcterms.issued", TELLS_PUBLISHED, 4},
    {"dc.date.created", TELLS_PUBLISHED, 5},
    {"dcterms.created", TELLS_PUBLISHED, 5},
    {"dc.date", TELLS_PUBLISHED, 5},
    {"dcterms.date", TELLS_PUBLISHED, 5},
    {"date", TELLS_PUBLISHED, 11},
    {"bt:pubdate", TELLS_PUBLISHED, 4},
    {"parsely-author", TELLS_AUTHOR, 2},
    {"sailthru.author", TELLS_AUTHOR, 3},
    {"byl", TELLS_AUTHOR, 1},
    {"author", TELLS_AUTHOR, 4},
    {"article:author", TELLS_AUTHOR, 5},
    {"og:author", TELLS_AUTHOR, 5},
    {"article:author_name", TELLS_AUTHOR, 5},
    {"shareaholic:article_author_name", TELLS_AUTHOR, 5},
    {"dc.creator", TELLS_AUTHOR, 6},
    {"dcterms.creator", TELLS_AUTHOR, 6},
    {"citation_author", TELLS_AUTHOR, 6},
    {"og:site_name", TELLS_SITE, 0},
    {"cre", TELLS_SITE, 2},
    {"dc.publisher", TELLS_SITE, 3},
    {"dcterms.publisher", TELLS_SITE, 3},
    {"application-name", TELLS_SITE, 4},
    {"apple-mobile-web-app-title", TELLS_SITE, 5},
    {"publisher", TELLS_SITE, 6},
    {"article:modified_time", TELLS_PUBLISHED, 15},
    {"og:updated_time", TELLS_PUBLISHED, 15},
    {"dcterms.modified", TELLS_PUBLISHED, 15},
    {"last-modified", TELLS_PUBLISHED, 15},
    {"copyright", TELLS_SITE, 9},
    {"og:url", TELLS_URL, 1},
    {"parsely-link", TELLS_URL, 2},
    {"twitter:url", TELLS_URL, 3},
    {"og:locale", TELLS_LANGUAGE, 1},
    {"content-language", TELLS_LANGUAGE, 2},
    {"dc.language", TELLS_LANGUAGE, 3},
};

static const told_name properties[] = {
    {"headline", TELLS_TITLE, 5},
    {"datepublished", TELLS_PUBLISHED, 0},
    {"author", TELLS_AUTHOR, 7},
};

static const told_name *find(const told_name *names, size_t count, xc_slice name) {
    for (size_t i = 0; name.len && i < count; i++) {
        if (xc_slice_equal_fold(name, xc_slice_of(names[i].name))) {
            return &names[i];
        }
    }
    return NULL;
}

const told_name *meta_told(xc_slice name) {
    return find(metas, sizeof metas / sizeof *metas, name);
}

const told_name *property_told(xc_slice property) {
    return find(properties, sizeof properties / sizeof *properties, property);
}

static bool word_in(xc_slice text, const char *word) {
    xc_slice needle = xc_slice_of(word);
    for (size_t i = 0; i + needle.len <= text.len; i++) {
        if (xc_slice_equal_fold(xc_slice_sub(text, i, i + needle.len), needle)) {
            return true;
        }
    }
    return false;
}

bool any_word_in(xc_slice text, const char *const *list) {
    while (*list && !word_in(text, *list)) {
        list++;
    }
    return *list != NULL;
}
