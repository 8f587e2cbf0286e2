// SPDX-License-Identifier: MIT
// The nouns whose numbers counted groups have.
#include "extract/count/carrier.h"

enum { MOST_UP = 4, LONGEST_GROUP = 12 }; // words from the number to its noun

// "the 911 caller's father": the number is of what owns.
static bool owned_between(const role_tree *t, uint32_t node, uint32_t head) {
    for (uint32_t i = node + 1; i < head; i++) {
        if (t->tree->nodes[i].relation == XC_REL_CASE &&
            scan_owns(t->scan, t->tree->nodes[i].first_token)) {
            return true;
        }
    }
    return false;
}

uint32_t carrier_of(const role_tree *t, const noun_group *group) {
    uint32_t node = XC_NO_HEAD;
    for (uint32_t token = group->first; token < group->last && node == XC_NO_HEAD; token++) {
        uint32_t at = xc_tree_find(t->tree, token);
        if (at == XC_NO_HEAD) {
            continue;
        }
        bool number = group->implied
                          ? token >= group->head.first
                          : t->tree->nodes[at].start >= group->quantity->number_start;
        node = number ? at : XC_NO_HEAD;
    }
    for (int i = 0; i < MOST_UP && node != XC_NO_HEAD; i++) {
        xc_deprel relation = role_relation(t, node);
        bool modifies = relation == XC_REL_NUMMOD || relation == XC_REL_COMPOUND ||
                        relation == XC_REL_AMOD || relation == XC_REL_DET ||
                        relation == XC_REL_FLAT;
        uint32_t head = t->tree->nodes[node].head;
        uint32_t preposition = role_child(t, head, XC_REL_CASE);
        const char *tag = t->tree->nodes[node].tag;
        bool plural =
            relation == XC_REL_COMPOUND && tag && xc_slice_is(xc_slice_of(tag), "NNS");
        if (!modifies || plural ||
            owned_between(t, node, head) || // "took two miners | hostage", "nine | in hospital"
            (preposition > node && preposition < head)) {
            break;
        }
        node = head;
    }
    return node;
}

static bool has_number(const role_tree *t, uint32_t node) {
    const xc_node *at = &t->tree->nodes[node];
    return at->number || at->class == XC_CLASS_NUM;
}

uint32_t carrier_kind(const role_tree *t, uint32_t carrier) {
    uint32_t kind = carrier != XC_NO_HEAD && has_number(t, carrier)
                        ? role_child(t, carrier, XC_REL_NMOD)
                        : XC_NO_HEAD;
    return kind != XC_NO_HEAD && (role_case(t, kind) & G_OF) ? kind : XC_NO_HEAD;
}

// The class of the words that end with a noun: "aid workers".
static bool class_ending_at(const sentence_scan *scan, uint32_t first, uint32_t last,
                            noun_group *group) {
    for (uint32_t token = first; token < last; token++) {
        xc_phrase_match match = scan_class_words(scan, token, last);
        if (match.tokens && token + match.tokens == last) {
            group->class_index = scan->language->class_list[match.payloads[0]].class_index;
            group->head = (xc_span){token, last};
            group->last = last;
            return true;
        }
    }
    return false;
}

static bool has_quantity_in(const sentence_scan *scan, uint32_t first, uint32_t last) {
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *q = &scan->mentions->quantities[i];
        if (q->kind != XC_NO_QUANTITY && q->first_token >= first && q->first_token < last) {
            return true;
        }
    }
    return false;
}

static void find_head(sentence_scan *scan, const role_tree *t, noun_group *group) {
    uint32_t node = carrier_of(t, group);
    if (node == XC_NO_HEAD || t->tree->nodes[node].class != XC_CLASS_NOUN ||
        scan_is_time(scan, t->tree->nodes[node].first_token)) { // "fell to 1,912 | last year"
        return;
    }
    uint32_t first = group->quantity->last_token;
    uint32_t last = t->tree->nodes[node].last_token;
    // "took two miners hostage": what stands behind the noun is none of it
    bool shorter = last <= group->head.first;
    // "hold 14 | over market bombing", but "four off-duty guards"
    bool apart =
        (scan_grammar(scan, first) & G_PREPOSITION) && !scan_hyphen(scan, (int64_t)first + 1);
    if ((last <= group->last && !shorter) || last <= first || last - first > LONGEST_GROUP ||
        apart || has_quantity_in(scan, first, last)) {
        return;
    }
    bool other = role_grammar(t, node) & G_ANOTHER; // "let two others | go"
    if (shorter && other) {
        group->head = (xc_span){last, last};
        group->last = last;
        group->class_index = 0;
    } else if (class_ending_at(scan, first, last, group)) {
        for (size_t i = 0; i < scan->trigger_count; i++) { // "aid" of "aid workers"
            trigger_found *inside = &scan->triggers[i];
            inside->in_group = inside->first >= first && inside->first < group->last;
        }
    }
}

void groups_find_heads(sentence_scan *scan) {
    const xc_tree *tree = NULL;
    for (size_t i = 0; i < scan->group_count; i++) {
        noun_group *group = &scan->groups[i];
        if (group->head_trigger == NONE && !group->part) {
            tree = tree ? tree : scan_tree(scan);
            if (!tree) {
                return;
            }
            role_tree t = {scan, tree};
            find_head(scan, &t, group);
        }
    }
}
