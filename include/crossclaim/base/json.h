// SPDX-License-Identifier: MIT
/// Writes JSON (RFC 8259) into a buffer, commas placed by itself. Bytes that are no UTF-8
/// become U+FFFD. Reading JSON is json-c's work.
///
///     xc_json json = {&buffer};
///     xc_json_object(&json);
///     xc_json_key(&json, "value"); xc_json_number(&json, claim->value);
///     xc_json_end_object(&json);
#ifndef CROSSCLAIM_BASE_JSON_H
#define CROSSCLAIM_BASE_JSON_H

#include "crossclaim/base/buffer.h"
#include "crossclaim/base/decimal.h"

/// A writer; all zero but `out`. Its failure is the status of the buffer, which the caller owns.
typedef struct xc_json {
    xc_buffer *out;
    bool needs_comma;
} xc_json;

/// Begins an object: what follows is its keys and values.
void xc_json_object(xc_json *json);
/// Ends it.
void xc_json_end_object(xc_json *json);
/// Begins an array: what follows is its values.
void xc_json_array(xc_json *json);
/// Ends it.
void xc_json_end_array(xc_json *json);
/// A member's name: one of our own words of at most 76 bytes, written as it is.
void xc_json_key(xc_json *json, const char *key);
/// A string; UTF-8 in, escaped where JSON asks for it.
void xc_json_text(xc_json *json, xc_slice text);
/// A number of at most 19 digits.
void xc_json_integer(xc_json *json, int64_t integer);
/// true or false.
void xc_json_bool(xc_json *json, bool value);
/// A number without exponent, or null where it is unknown.
void xc_json_number(xc_json *json, xc_number number);
/// Key and text in one.
void xc_json_member(xc_json *json, const char *key, xc_slice text);

#endif
