// SPDX-License-Identifier: MIT
// The step has no code yet.
#include "crossclaim/extract.h"
