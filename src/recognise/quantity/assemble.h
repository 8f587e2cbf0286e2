// SPDX-License-Identifier: MIT
/// A quantity while it is read: what draft.c puts together from hedges, numbers and units.
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_ASSEMBLE_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_ASSEMBLE_H

#include "recognise/quantity/cardinal.h"

typedef struct quantity_draft {
    size_t first, last;               ///< tokens, hedges and unit included
    size_t number_first, number_last; ///< tokens of the number itself
    cardinal_number number;           ///< the lower end of a range
    cardinal_number upper;            ///< the upper end of a range
    bool range;
    bool between, from; ///< "between" or "from" opens it
    size_t opened;      ///< token behind these
    bool further;
    bool zero;
    bool unstated; ///< a unit without a number
    bool hedged;   ///< a hedge other than `exact` stands before
    bool negative; ///< a minus sign stands before the currency
    bool whole;    ///< "all", "full" before a unit of time
    bool implied;  ///< "a month", "another day": the number is one and not written
    xc_qualifier qualifier;
    xc_quantity_kind kind;
    const unit_word *unit; ///< NULL for none
    xc_slice per;          ///< unit that a rate is per, empty for none
    const char *why;
} quantity_draft;

/// Reads the quantity that begins at token i, hedges included; false if none does.
bool quantity_read(xc_reader *r, size_t i, quantity_draft *draft);

/// Reads the hedges before a number; the token behind them.
size_t hedges_before(const xc_reader *r, size_t i, quantity_draft *draft);
/// Reads "or more", "-odd", "more" behind the number and unit; moves draft->last.
void hedges_after(const xc_reader *r, quantity_draft *draft);
/// Whether a hedge of one of the sides stands at i; *tokens is its length.
const hedge_word *hedge_at(const xc_reader *r, size_t i, unsigned sides, size_t *tokens);
/// Reads the upper end of a range behind draft->last, if there is one.
void range_read(xc_reader *r, quantity_draft *draft);
/// Reads the other one of two vague numbers ("dozens, perhaps hundreds,"), which leaves the lesser
/// one as what there is at least; moves number->end.
void alternative_read(const xc_reader *r, cardinal_number *number);
/// Joins two bounds to one range: "at least 20 and at most 100".
void bounds_join(const xc_reader *r, quantity_draft *draft);

/// The unit that stands before a number ("$", "magnitude"); *end is behind it.
const unit_word *unit_before(const xc_reader *r, size_t i, size_t *end);
/// The unit behind the number; *end is behind it.
const unit_word *unit_after(const xc_reader *r, const cardinal_number *number, size_t *end);
/// Reads what adds to a duration or a sum of money: "1 hour and 30 minutes", "an hour and a
/// half", "3 dollars 50 cents"; moves draft->last.
void unit_extend(const xc_reader *r, quantity_draft *draft);
/// Reads "a day", "per barrel"; moves draft->last.
void rate_read(const xc_reader *r, quantity_draft *draft);

/// Why the number is no quantity, NULL if it is one. May widen the draft to all of what it is
/// part of ("2-1").
const char *quantity_refuse(const xc_reader *r, quantity_draft *draft, bool heading);

#endif
