// SPDX-License-Identifier: MIT
// Which crossclaim this is, as the build tells.
#include "crossclaim/base/version.h"

const char *xc_version(void) {
    return XC_VERSION;
}
