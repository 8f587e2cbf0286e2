// SPDX-License-Identifier: MIT
/// The body of a form, application/x-www-form-urlencoded (WHATWG URL Standard, section 5).
#ifndef CROSSCLAIM_SERVE_FORM_BODY_H
#define CROSSCLAIM_SERVE_FORM_BODY_H

#include "crossclaim/base.h"

enum { FORM_FIELDS = 32 };

typedef struct form_field {
    xc_slice name, value;
} form_field;

typedef struct form_fields {
    form_field items[FORM_FIELDS];
    size_t count;
} form_fields;

/// Reads the fields; control characters become spaces.
/// @param arena owns the texts
/// @return XC_BAD_INPUT where a field is no UTF-8, an escape is broken, or there are too many
XC_MUST_CHECK xc_status form_read(xc_slice body, xc_arena *arena, form_fields *out,
                                  xc_error *error);
/// The first field of that name, trimmed; empty where there is none.
xc_slice form_value(const form_fields *fields, const char *name);

#endif
