// SPDX-License-Identifier: MIT
// Who decides.
#include "cli/reviewer.h"

#include <stdlib.h>

xc_slice reviewer_name(const cli_arguments *arguments) {
    static const char *const variables[] = {"CROSSCLAIM_REVIEWER", "LOGNAME", "USER"};
    const char *name = arguments->values[OPTION_REVIEWER];
    for (size_t i = 0; !name && i < sizeof variables / sizeof *variables; i++) {
        name = getenv(variables[i]);
        name = name && *name ? name : NULL;
    }
    return xc_slice_trim(xc_slice_of(name));
}
