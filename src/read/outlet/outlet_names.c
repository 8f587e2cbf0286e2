// SPDX-License-Identifier: MIT
// Outlets and agencies by the names and hosts that they go by.
#include "read/outlet/outlets.h"

#include <ctype.h>
#include <stdlib.h>

size_t outlet_fold(xc_slice name, char out[LONGEST_OUTLET_NAME]) {
    size_t length = 0;
    if (xc_slice_equal_fold(xc_slice_sub(name, 0, 4), XC_SLICE("the "))) {
        name = xc_slice_sub(name, 4, name.len);
    }
    for (size_t i = 0; i < name.len && length < LONGEST_OUTLET_NAME; i++) {
        unsigned char byte = (unsigned char)name.ptr[i];
        if (isalnum(byte) || byte >= 0x80) {
            out[length++] = (char)tolower(byte);
        }
    }
    return length;
}

static int by_key(const void *a, const void *b) {
    return xc_slice_compare(((const outlet_name *)a)->key, ((const outlet_name *)b)->key);
}

static xc_slice look_up(const outlet_names *list, xc_slice key) {
    outlet_name wanted = {.key = key};
    const outlet_name *found =
        key.len && list->count
            ? bsearch(&wanted, list->items, list->count, sizeof wanted, by_key)
            : NULL;
    return found ? found->name : (xc_slice){0};
}

const page_lines *outlets_lines(const xc_outlets *outlets) {
    return outlets ? &outlets->lines : NULL;
}

xc_slice outlet_of_host(const xc_outlets *outlets, xc_slice host) {
    char plain[LONGEST_OUTLET_NAME];
    if (host.len > sizeof plain) {
        return (xc_slice){0};
    }
    for (size_t i = 0; i < host.len; i++) {
        plain[i] = (char)tolower((unsigned char)host.ptr[i]);
    }
    xc_slice rest = {plain, host.len};
    while (rest.len) {
        xc_slice found = look_up(&outlets->hosts, rest);
        xc_slice label;
        if (found.len || !xc_slice_cut(rest, '.', &label, &rest)) {
            return found;
        }
    }
    return (xc_slice){0};
}

xc_slice outlet_of_name(const xc_outlets *outlets, xc_slice name) {
    char folded[LONGEST_OUTLET_NAME];
    return look_up(&outlets->names, (xc_slice){folded, outlet_fold(name, folded)});
}

xc_slice agency_of_name(const xc_outlets *outlets, xc_slice name) {
    return look_up(&outlets->agencies, xc_slice_trim(name));
}
