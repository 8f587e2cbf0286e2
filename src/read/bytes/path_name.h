// SPDX-License-Identifier: MIT
/// Parts of a path.
#ifndef CROSSCLAIM_READ_BYTES_PATH_NAME_H
#define CROSSCLAIM_READ_BYTES_PATH_NAME_H

#include "crossclaim/base.h"

/// The last ".xyz" of a path's last part; empty if it has none.
xc_slice path_extension(xc_slice path);
/// The last part of a path.
xc_slice path_name(xc_slice path);

#endif
