// SPDX-License-Identifier: MIT
/// A claim's number as people read it: "27", "more than 200", "200 to 400", "at most 50".
#ifndef CROSSCLAIM_REPORT_FIGURE_H
#define CROSSCLAIM_REPORT_FIGURE_H

#include "crossclaim/base.h"

/// A number with thousands separated by commas; nothing where it is unknown.
void figure_number(xc_number number, xc_buffer *out);
/// "27", "27 to 30", "24 or more", "at most 50", "no number".
void figure_bounds(xc_number value, xc_number low, xc_number high, xc_buffer *out);
/// A claim's number with its hedge and without its unit: "about 5,000", "200 to 400".
void figure_stated(const xc_claim *claim, xc_buffer *out);
/// A claim's number with its hedge and unit: "about 5,000", "more than 200", "12 percent".
void figure_claim(const xc_claim *claim, xc_buffer *out);
/// Least and greatest figure of a group or of some claims: "27" or "27 to 200".
void figure_span(xc_number low, xc_number high, xc_buffer *out);
/// A unit as people say it after a number: "hours", "1 hour", "percent", "USD"; nothing for one
/// that the subject tells (person, household, building).
void figure_unit(xc_slice unit, xc_number number, xc_buffer *out);

#endif
