// SPDX-License-Identifier: MIT
/// The document type at the start of XML and HTML.
#ifndef CROSSCLAIM_READ_BYTES_DOCTYPE_H
#define CROSSCLAIM_READ_BYTES_DOCTYPE_H

#include "crossclaim/base.h"

/// Bytes of "<!DOCTYPE ... >" at the start, its declarations included; 0 if none is there.
size_t doctype_length(xc_slice text);
/// Bytes up to the end of the next such mark; all of them where none follows.
size_t past_mark(xc_slice text, xc_slice mark);

#endif
