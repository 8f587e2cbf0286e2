// SPDX-License-Identifier: MIT
/// Which crossclaim this is.
#ifndef CROSSCLAIM_BASE_VERSION_H
#define CROSSCLAIM_BASE_VERSION_H

/// "0.1.0"; never NULL, lives as long as the program.
const char *xc_version(void);

#endif
