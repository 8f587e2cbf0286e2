// SPDX-License-Identifier: MIT
#include "read/page/json_member.h"

#include <json-c/json.h>

json_object *json_member(json_object *object, const char *name) {
    json_object *value = NULL;
    if (json_object_is_type(object, json_type_object)) {
        (void)json_object_object_get_ex(object, name, &value);
    }
    return value;
}
