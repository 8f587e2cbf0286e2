// SPDX-License-Identifier: MIT
/// The ground that every step stands on: slices, arenas, error values, exact decimals, dates,
/// hashes, buffers, and the records that travel between the steps.
#ifndef CROSSCLAIM_BASE_H
#define CROSSCLAIM_BASE_H

#include "crossclaim/base/arena.h"
#include "crossclaim/base/buffer.h"
#include "crossclaim/base/csv.h"
#include "crossclaim/base/date.h"
#include "crossclaim/base/date_words.h"
#include "crossclaim/base/decimal.h"
#include "crossclaim/base/duration.h"
#include "crossclaim/base/evidence.h"
#include "crossclaim/base/hash.h"
#include "crossclaim/base/json.h"
#include "crossclaim/base/open_file.h"
#include "crossclaim/base/record.h"
#include "crossclaim/base/sha256.h"
#include "crossclaim/base/shown.h"
#include "crossclaim/base/slice.h"
#include "crossclaim/base/status.h"
#include "crossclaim/base/version.h"

#endif
