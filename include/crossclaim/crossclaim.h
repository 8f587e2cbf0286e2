// SPDX-License-Identifier: MIT
/// The whole library. A program that needs one step includes that step's header alone.
#ifndef CROSSCLAIM_H
#define CROSSCLAIM_H

#include "crossclaim/base.h"
#include "crossclaim/compare.h"
#include "crossclaim/extract.h"
#include "crossclaim/pipeline.h"
#include "crossclaim/read.h"
#include "crossclaim/recognise.h"
#include "crossclaim/report.h"
#include "crossclaim/serve.h"
#include "crossclaim/store.h"
#include "crossclaim/text.h"

#endif
