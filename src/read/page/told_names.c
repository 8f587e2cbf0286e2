// SPDX-License-Identifier: MIT
// Names of <meta> and of properties.
#include "read/page/told_names.h"

// Names of <meta>, with how far each is believed. A modified date is never the publication's.
static const xc_told_name metas[] = {
    {"og:title", XC_TELLS_TITLE, 0},
    {"parsely-title", XC_TELLS_TITLE, 1},
    {"sailthru.title", XC_TELLS_TITLE, 2},
    {"twitter:title", XC_TELLS_TITLE, 3},
    {"dc.title", XC_TELLS_TITLE, 4},
    {"dcterms.title", XC_TELLS_TITLE, 4},
    {"article:published_time", XC_TELLS_PUBLISHED, 1},
    {"og:article:published_time", XC_TELLS_PUBLISHED, 1},
    {"og:published_time", XC_TELLS_PUBLISHED, 1},
    {"article:published", XC_TELLS_PUBLISHED, 1},
    {"article.published", XC_TELLS_PUBLISHED, 1},
    {"rnews:datepublished", XC_TELLS_PUBLISHED, 1},
    {"parsely-pub-date", XC_TELLS_PUBLISHED, 3},
    {"sailthru.date", XC_TELLS_PUBLISHED, 3},
    {"cxenseparse:recs:publishtime", XC_TELLS_PUBLISHED, 3},
    {"article_date_original", XC_TELLS_PUBLISHED, 3},
    {"originalpublicationdate", XC_TELLS_PUBLISHED, 3},
    {"citation_publication_date", XC_TELLS_PUBLISHED, 3},
    {"datepublished", XC_TELLS_PUBLISHED, 3},
    {"publishdate", XC_TELLS_PUBLISHED, 4},
    {"publish-date", XC_TELLS_PUBLISHED, 4},
    {"publish_date", XC_TELLS_PUBLISHED, 4},
    {"pubdate", XC_TELLS_PUBLISHED, 4},
    {"ptime", XC_TELLS_PUBLISHED, 4},
    {"displaydate", XC_TELLS_PUBLISHED, 4},
    {"timestamp", XC_TELLS_PUBLISHED, 5},
    {"dc.date.issued", XC_TELLS_PUBLISHED, 4},
    {"dcterms.issued", XC_TELLS_PUBLISHED, 4},
    {"dc.date.created", XC_TELLS_PUBLISHED, 5},
    {"dcterms.created", XC_TELLS_PUBLISHED, 5},
    {"dc.date", XC_TELLS_PUBLISHED, 5},
    {"dcterms.date", XC_TELLS_PUBLISHED, 5},
    {"date", XC_TELLS_PUBLISHED, 11},
    {"bt:pubdate", XC_TELLS_PUBLISHED, 4},
    {"parsely-author", XC_TELLS_AUTHOR, 2},
    {"sailthru.author", XC_TELLS_AUTHOR, 3},
    {"byl", XC_TELLS_AUTHOR, 1},
    {"author", XC_TELLS_AUTHOR, 4},
    {"article:author", XC_TELLS_AUTHOR, 5},
    {"og:author", XC_TELLS_AUTHOR, 5},
    {"article:author_name", XC_TELLS_AUTHOR, 5},
    {"dc.creator", XC_TELLS_AUTHOR, 6},
    {"dcterms.creator", XC_TELLS_AUTHOR, 6},
    {"citation_author", XC_TELLS_AUTHOR, 6},
    {"og:site_name", XC_TELLS_SITE, 0},
    {"cre", XC_TELLS_SITE, 2},
    {"dc.publisher", XC_TELLS_SITE, 3},
    {"dcterms.publisher", XC_TELLS_SITE, 3},
    {"application-name", XC_TELLS_SITE, 4},
    {"apple-mobile-web-app-title", XC_TELLS_SITE, 5},
    {"publisher", XC_TELLS_SITE, 6},
    {"article:modified_time", XC_TELLS_PUBLISHED, 15},
    {"og:updated_time", XC_TELLS_PUBLISHED, 15},
    {"dcterms.modified", XC_TELLS_PUBLISHED, 15},
    {"last-modified", XC_TELLS_PUBLISHED, 15},
    {"copyright", XC_TELLS_SITE, 9},
    {"og:url", XC_TELLS_URL, 1},
    {"parsely-link", XC_TELLS_URL, 2},
    {"twitter:url", XC_TELLS_URL, 3},
    {"og:locale", XC_TELLS_LANGUAGE, 1},
    {"content-language", XC_TELLS_LANGUAGE, 2},
    {"dc.language", XC_TELLS_LANGUAGE, 3},
};

static const xc_told_name properties[] = {
    {"headline", XC_TELLS_TITLE, 5},
    {"datepublished", XC_TELLS_PUBLISHED, 0},
    {"author", XC_TELLS_AUTHOR, 7},
};

static const xc_told_name *find(const xc_told_name *names, size_t count, xc_slice name) {
    for (size_t i = 0; name.len && i < count; i++) {
        if (xc_slice_equal_fold(name, xc_slice_of(names[i].name))) {
            return &names[i];
        }
    }
    return NULL;
}

const xc_told_name *xc_meta_told(xc_slice name) {
    return find(metas, sizeof metas / sizeof *metas, name);
}

const xc_told_name *xc_property_told(xc_slice property) {
    return find(properties, sizeof properties / sizeof *properties, property);
}
