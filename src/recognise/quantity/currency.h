// SPDX-License-Identifier: MIT
/// Money whose name several countries share: a text that speaks of Canadian dollars means those
/// by "$".
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_CURRENCY_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_CURRENCY_H

#include "recognise/quantity/number_words.h"

/// A quantity of shared money, and the words that it was told in.
typedef struct xc_money {
    size_t quantity; ///< index into the mentions' quantities
    const xc_unit_word *word;
} xc_money;

/// Gives bare money the currency of that name that the text tells elsewhere, where it tells one
/// only; what is left keeps its usual meaning and is marked as assumed.
void xc_currency_settle(xc_quantity *quantities, const xc_money *money, size_t count);

#endif
