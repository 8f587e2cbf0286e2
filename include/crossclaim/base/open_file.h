// SPDX-License-Identifier: MIT
/// Opening what a user names, which may be no file.
#ifndef CROSSCLAIM_BASE_OPEN_FILE_H
#define CROSSCLAIM_BASE_OPEN_FILE_H

#include "crossclaim/base/buffer.h"

/// Opens a file for reading and does not hang: a pipe has some seconds to be written to, a device
/// is refused, and a file of the system that has nothing to give (such as /proc/kmsg) fails when it is
/// read instead of waiting.
/// @param start gains what had to be read already to know: it comes before what `file` gives
/// @param fault why there is no file, constant or until the next call of this thread
/// @return the file's number, which the caller closes; -1 where there is none
XC_MUST_CHECK int xc_file_open(const char *path, xc_buffer *start, const char **fault);

#endif
