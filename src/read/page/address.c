// SPDX-License-Identifier: MIT
// Addresses.
#include "read/page/facts.h"

#include <string.h>

xc_slice url_host(xc_slice url) {
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

xc_slice url_of_archived(xc_slice url) {
    static const xc_slice schemes[] = {XC_SLICE_INIT("/http://"), XC_SLICE_INIT("/https://")};
    static const size_t behind_scheme = 8;
    xc_slice host = url_host(url);
    for (size_t i = 0; xc_slice_find(host, XC_SLICE("archive")) != SIZE_MAX && i < 2; i++) {
        size_t at = xc_slice_find(url, schemes[i]);
        if (at != SIZE_MAX && at > behind_scheme) {
            return xc_slice_sub(url, at + 1, url.len);
        }
    }
    return url;
}

bool url_is_archived(xc_slice url) {
    return url_of_archived(url).len < url.len;
}
