// SPDX-License-Identifier: MIT
/// What JSON that others wrote tells under a name.
#ifndef CROSSCLAIM_READ_PAGE_JSON_MEMBER_H
#define CROSSCLAIM_READ_PAGE_JSON_MEMBER_H

struct json_object;

/// The value of an object's member, which the object owns; NULL where it has none of the name, or
/// is no object (NULL is none).
struct json_object *json_member(struct json_object *object, const char *name);

#endif
