// SPDX-License-Identifier: MIT
// Who shares what a verb tells without being its subject or object: "the mayor was arrested together
// with two of his guards", "the pilot died along with 11 passengers".
#include "extract/count/members.h"

static bool is_person_group(const counting *c, int group) {
    uint16_t class = group == NONE ? 0 : c->scan->groups[group].class_index;
    return class && xc_slice_is(c->scan->rules->classes[class].unit, "person");
}

// "with" behind "together" or "along" joins two subjects; alone it does so behind a passive, and
// where some of a body stand behind it: "drowned with six of his crew".
static bool joins_company(const counting *c, uint32_t node, bool undergone) {
    const role_tree *t = &c->t;
    for (uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        int64_t token = t->tree->nodes[child].first_token;
        if (role_relation(t, child) == XC_REL_CASE &&
            (scan_counting(c->scan, token) & COUNTING_WITH)) {
            return undergone || (scan_counting(c->scan, token) & COUNTING_TOGETHER) ||
                   (scan_counting(c->scan, token - 1) & COUNTING_TOGETHER);
        }
    }
    return false;
}

void members_in_company(const counting *c, uint32_t verb, bool of_object, members *list) {
    const role_tree *t = &c->t;
    bool undergone = of_object && role_passive(t, verb);
    for (uint32_t child = xc_tree_next(t->tree, verb, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, verb, child)) {
        xc_deprel relation = role_relation(t, child);
        uint32_t kind = role_child(t, child, XC_REL_NMOD); // "with six of his crew"
        int group = c->group_of[child] == NONE && kind != XC_NO_HEAD ? c->group_of[kind]
                                                                     : c->group_of[child];
        uint32_t next = role_child(t, child, XC_REL_CONJ); // "with his wife and two guards"
        group = group == NONE && next != XC_NO_HEAD && role_is_nominal(t, next)
                    ? c->group_of[next]
                    : group;
        if ((relation == XC_REL_OBL || relation == XC_REL_NMOD) && is_person_group(c, group) &&
            role_child(t, child, XC_REL_ACL) == XC_NO_HEAD && // "with 12 people injured"
            joins_company(c, child, undergone || (!of_object && c->scan->groups[group].part))) {
            members_take(list, group);
        }
    }
}
