// SPDX-License-Identifier: MIT
/// Figures as their pages say them: a vague word stays the word ("dozens", never its bound 24), and
/// a headline has the two figures that its reason sets against each other.
#ifndef CROSSCLAIM_REPORT_SAID_H
#define CROSSCLAIM_REPORT_SAID_H

#include "report/view.h"

/// "about 5,000", "12 percent", "dozens", "nearly a year".
void said_figure(const case_view *view, const xc_claim *claim, xc_buffer *out);
/// The same without a unit that stands apart; @param unit gets it, empty where the words have it.
void said_parts(const case_view *view, const xc_claim *claim, xc_buffer *figure,
                xc_buffer *unit);
/// The claim gives a word and no number that its page states.
bool said_in_words(const case_view *view, const xc_claim *claim);
/// The group's least and greatest figure (`high` stays empty where they are the same) and their
/// unit; nothing where it has none.
void said_span_parts(const case_view *view, const xc_group *group, xc_buffer *low,
                     xc_buffer *high, xc_buffer *unit);
/// "27 to 200", "dozens to 9 months".
void said_span(const case_view *view, const xc_group *group, xc_buffer *out);
/// The two claims that the group's reason sets against each other, in its order.
/// @return false where it names no two
bool said_pair(const case_view *view, const xc_group *group, const xc_claim *pair[2]);

#endif
