// SPDX-License-Identifier: MIT
/// Which groups a review shows.
#ifndef CROSSCLAIM_REPORT_TERMINAL_REVIEW_FILTER_H
#define CROSSCLAIM_REPORT_TERMINAL_REVIEW_FILTER_H

#include "report/view.h"

/// Whether the group fits all that the options ask for: topic, verdict, source, group.
bool review_wants(const case_view *view, const xc_review_options *options,
                  const xc_group *group);

#endif
