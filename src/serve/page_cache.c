// SPDX-License-Identifier: MIT
// A ring of answers. A reviewer sees one page at a time: a few are enough.
#include "serve/page_cache.h"

static void forget(page_cache *cache, size_t at) {
    if (cache->pages[at].answer) {
        MHD_destroy_response(cache->pages[at].answer);
    }
    cache->pages[at].answer = NULL;
    xc_buffer_release(&cache->pages[at].asked);
}

void page_cache_clear(page_cache *cache) {
    for (size_t i = 0; i < PAGE_CACHE_MOST; i++) {
        forget(cache, i);
    }
}

void page_cache_follow(page_cache *cache, uint64_t revision, bool comparing) {
    if (cache->revision != revision || cache->comparing != comparing) {
        page_cache_clear(cache);
    }
    cache->revision = revision;
    cache->comparing = comparing;
}

struct MHD_Response *page_cache_find(const page_cache *cache, xc_slice asked) {
    for (size_t i = 0; i < PAGE_CACHE_MOST; i++) {
        if (cache->pages[i].answer &&
            xc_slice_equal(xc_buffer_slice(&cache->pages[i].asked), asked)) {
            return cache->pages[i].answer;
        }
    }
    return NULL;
}

void page_cache_keep(page_cache *cache, xc_slice asked, struct MHD_Response *answer) {
    size_t at = cache->next;
    forget(cache, at);
    xc_buffer_append(&cache->pages[at].asked, asked);
    cache->pages[at].answer = answer;
    cache->next = (at + 1) % PAGE_CACHE_MOST;
    if (cache->pages[at].asked.status != XC_OK) {
        forget(cache, at);
    }
}
