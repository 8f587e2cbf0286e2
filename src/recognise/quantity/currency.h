// SPDX-License-Identifier: MIT
/// Money whose name several countries share: a text that speaks of Canadian dollars means those
/// by "$".
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_CURRENCY_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_CURRENCY_H

#include "recognise/quantity/number_words.h"

/// A quantity of shared money, and the words that it was told in.
typedef struct money_names {
    size_t quantity; ///< index into the mentions' quantities
    const unit_word *word;
} money_names;

/// Gives bare money the currency of that name that the text tells elsewhere, where it tells one
/// only; what is left keeps its usual meaning and is marked as assumed.
void currency_settle(xc_quantity *quantities, const money_names *money, size_t count);

#endif
