// SPDX-License-Identifier: MIT
/// Pages that were answered, so that who asks again for one that nothing has changed waits for
/// nothing. They are those of one revision of the case.
#ifndef CROSSCLAIM_SERVE_PAGE_CACHE_H
#define CROSSCLAIM_SERVE_PAGE_CACHE_H

#include "crossclaim/base.h"

#include <microhttpd.h>

enum { PAGE_CACHE_MOST = 16 };

/// Zeroed: nothing is kept.
typedef struct page_cache {
    struct {
        xc_buffer asked;
        struct MHD_Response *answer; ///< NULL: none
    } pages[PAGE_CACHE_MOST];
    size_t next; ///< the one that makes room
    uint64_t revision;
    bool comparing;
} page_cache;

/// Forgets all pages where they are not of this state of the case.
/// @param comparing whether groups are being compared behind, which the pages say
void page_cache_follow(page_cache *cache, uint64_t revision, bool comparing);
/// @param asked what the page follows from, but for the case
/// @return NULL where it is not kept; else owned by the cache (MHD counts who sends it)
struct MHD_Response *page_cache_find(const page_cache *cache, xc_slice asked);
/// Keeps a page in the place of the oldest; owns `answer` from here on, also where memory is out.
void page_cache_keep(page_cache *cache, xc_slice asked, struct MHD_Response *answer);
/// Forgets all of them.
void page_cache_clear(page_cache *cache);

#endif
