// SPDX-License-Identifier: MIT
// Level 4 over a tree: which noun groups a word counts, by lemma and role alone. What stands
// between them does not matter.
#include "extract/count/tree_count.h"
#include "extract/count/carrier.h"
#include "extract/count/members.h"

static bool link_members(count_link *l, const members *list) {
    int first = NONE;
    for (size_t i = 0; i < list->count; i++) {
        bool linked = link_group(l, list->groups[i], XC_UNTOLD);
        first = linked && first == NONE ? list->groups[i] : first;
    }
    l->occurrence->group = first;
    return first != NONE;
}

// What the word is said of, when it is a noun or stands as one: "those arrested", "the injured".
static void collect_equated(const counting *c, uint32_t noun, members *list) {
    if (noun != XC_NO_HEAD && c->group_of[noun] == NONE) {
        members_of(c, role_equated(&c->t, noun), 0, list);
    }
}

static void collect_verb(const counting *c, const count_link *l, uint32_t node, members *list) {
    const role_tree *t = &c->t;
    bool of_object = link_rule(l)->role == COUNT_OBJECT;
    if (!of_object && role_passive_itself(t, node) && !l->verbs.feared) {
        return;
    }
    int own = of_object ? c->group_of[node] : NONE;
    if (own != NONE &&
        c->scan->groups[own].quantity->last_token == t->tree->nodes[node].first_token) {
        members_take(list, own); // "30 dead and 55 wounded, 15 critically"
        return;
    }
    uint32_t whom = of_object ? role_patient(t, node) : role_subject(t, node);
    members_of_role(c, whom, list);
    collect_equated(c, whom, list);
    if (!list->count && of_object) { // "killed in the blast were 30 miners"
        collect_equated(c, node, list);
    }
    members_in_company(c, node, of_object, list);
    uint32_t next = role_child(t, node, XC_REL_CONJ); // "those arrested included 30 miners"
    if (!list->count && of_object && (role_grammar(t, next) & G_INCLUDING)) {
        members_of(c, role_child(t, next, XC_REL_OBJ), 0, list);
    }
}

static void collect_adjective(const counting *c, uint32_t node, members *list) {
    const role_tree *t = &c->t;
    xc_deprel relation = role_relation(t, node);
    members_take(list, c->group_of[node]);
    for (uint32_t child = xc_tree_next(t->tree, node, node); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        members_take(list, says_how_many(c, child) ? c->group_of[child] : NONE);
    }
    if (relation == XC_REL_AMOD) {
        members_of(c, t->tree->nodes[node].head, 0, list);
        collect_equated(c, t->tree->nodes[node].head, list);
        return;
    }
    if (!list->count) {
        collect_equated(c, node, list);
    }
    bool left = relation == XC_REL_ADVMOD && // "left homeless were 30 families"
                (role_grammar(t, t->tree->nodes[node].head) & G_LEAVE);
    if (!list->count && left) {
        members_of_role(c, role_patient(t, t->tree->nodes[node].head), list);
    }
    bool clause = relation == XC_REL_XCOMP || relation == XC_REL_CCOMP ||
                  relation == XC_REL_ACL || relation == XC_REL_ADVCL ||
                  relation == XC_REL_CONJ || role_child(t, node, XC_REL_COP) != XC_NO_HEAD;
    if (!list->count && clause) {
        members_of_role(c, role_subject(t, node), list);
    }
}

static bool is_time_node(const counting *c, uint32_t node) {
    return scan_is_time(c->scan, c->t.tree->nodes[node].first_token);
}

// "the arrest in the capital of six men": of no other kind of phrase is it plain whose it is.
static bool is_where(const counting *c, uint32_t node) {
    uint32_t preposition = role_child(&c->t, node, XC_REL_CASE);
    return preposition != XC_NO_HEAD && c->group_of[node] == NONE &&
           trigger_at(c->scan, c->t.tree->nodes[node].first_token) == NONE &&
           (scan_roles(c->scan, c->t.tree->nodes[preposition].first_token) & FRAME_LOCATIVE);
}

// "the release on Sunday of two miners", "the two miners' release".
static void collect_of(const counting *c, uint32_t node, bool nested, members *list) {
    const role_tree *t = &c->t;
    for (uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        const xc_node *at = &t->tree->nodes[child];
        bool of = (role_case(t, child) & G_OF) || at->relation == XC_REL_NMOD_POSS;
        xc_deprel relation = role_relation(t, child);
        if ((relation == XC_REL_NMOD || relation == XC_REL_OBL) && of) {
            members_of(c, child, 0, list);
        } else if (!nested && (relation == XC_REL_NMOD || relation == XC_REL_OBL) &&
                   (is_time_node(c, child) || is_where(c, child))) {
            collect_of(c, child, true, list);
        }
    }
}

// "caused the death | of a mason" by a tree that hangs the phrase on the verb.
static void collect_of_behind(const counting *c, uint32_t node, members *list) {
    const role_tree *t = &c->t;
    uint32_t head = t->tree->nodes[node].head;
    for (uint32_t child = xc_tree_next(t->tree, head, node); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, head, child)) {
        if (role_relation(t, child) == XC_REL_OBL && (role_case(t, child) & G_OF) &&
            role_child(t, child, XC_REL_CASE) == node + 1) {
            members_of(c, child, 0, list);
        }
    }
}

// "Two children are among the 15 dead": the two are a part of them.
static void link_part_among(count_link *l, uint32_t node) {
    const counting *c = l->tree;
    sentence_scan *scan = l->scan;
    uint32_t noun = c->group_of[node] == NONE ? c->t.tree->nodes[node].head : node;
    bool among = noun != XC_NO_HEAD && c->group_of[noun] != NONE &&
                 (role_case(&c->t, noun) & G_INCLUDING);
    uint32_t said = among ? role_equated(&c->t, noun) : XC_NO_HEAD;
    int part = said == XC_NO_HEAD ? NONE : c->group_of[said];
    if (part == NONE || scan->groups[part].taken || !scan->draft_count) {
        return;
    }
    int whole = (int)scan->draft_count - 1;
    if (link_group(l, part, XC_UNTOLD) && (int)scan->draft_count - 1 > whole) {
        scan->drafts[scan->draft_count - 1].part_of = whole;
    }
}

// The node of a word of a rule: the one of its tokens that the others hang on.
static uint32_t node_of(const role_tree *t, const trigger_found *occurrence) {
    uint32_t top = xc_tree_find(t->tree, occurrence->first);
    for (uint32_t token = occurrence->first + 1; token < occurrence->last; token++) {
        uint32_t node = xc_tree_find(t->tree, token);
        if (top == XC_NO_HEAD || (node != XC_NO_HEAD && role_under(t, top, node))) {
            top = node;
        }
    }
    return top;
}

enum {
    NOUN_FORMS = 1u << FORM_SINGULAR | 1u << FORM_PLURAL,
    VERB_FORMS = 1u << FORM_BASE | 1u << FORM_PRESENT | 1u << FORM_PAST |
                 1u << FORM_PARTICIPLE | 1u << FORM_GERUND,
};

// Whether a word says what those of its own group are, and the tree has it beside another group's noun.
static bool counts_own_group(const count_link *l, uint32_t node) {
    const counting *c = l->tree;
    uint32_t head = c->t.tree->nodes[node].head;
    int of = role_relation(&c->t, node) == XC_REL_AMOD ? c->group_of[head] : NONE;
    for (size_t i = 0; i < c->scan->group_count; i++) {
        const noun_group *group = &c->scan->groups[i];
        if (group->attribute == l->trigger && of != NONE && of != (int)i &&
            group->last <= c->scan->groups[of].first) {
            return true;
        }
    }
    return false;
}

static bool link_by_tree(count_link *l) {
    const counting *c = l->tree;
    const role_tree *t = &c->t;
    uint32_t node = node_of(t, l->occurrence);
    if (node == XC_NO_HEAD || role_describes(t, node) != c->describing ||
        role_is_undone(t, node)) {
        return false;
    }
    if (counts_own_group(l, node)) {
        return false; // "22 wounded and nine bodies" by a tree that has the wounded as bodies
    }
    members list = {.count = 0};
    switch (link_rule(l)->kind) {
    case RULE_VERBS:
        if (!l->occurrence->nominal &&
            (role_is_verb(t, node) || t->tree->nodes[node].class == XC_CLASS_ADJ)) {
            collect_verb(c, l, node, &list);
        } else if (l->occurrence->nominal || link_has_form(l, 1u << FORM_GERUND)) {
            collect_of(c, node, false, &list); // "the arrest, the freeing of nine sailors"
        } else if (link_has_form(l, 1u << FORM_PARTICIPLE) &&
                   link_rule(l)->role == COUNT_OBJECT) { // "among the injured"
            collect_equated(c, node, &list);
        }
        break;
    case RULE_ADJECTIVES:
        collect_adjective(c, node, &list);
        break;
    case RULE_NOUNS:
        if (role_is_nominal(t, node) && !noun_is_negated(l)) {
            collect_of(c, node, false, &list);
            collect_of_behind(c, node, &list);
            uint32_t said = list.count ? XC_NO_HEAD : role_equated(t, node);
            if (said != XC_NO_HEAD && is_bare_figure(c, said)) { // "the toll is now 21"
                members_take(&list, c->group_of[said]);
            }
        }
        break;
    default:
        return false;
    }
    if (!list.count) {
        members_told(c, node, &list);
    }
    for (size_t i = 0; i < list.count; i++) {
        const noun_group *group = &c->scan->groups[list.groups[i]];
        if (group->taken && !l->rest) {
            return false; // what it is said of is counted by another word
        }
        if (group->implied && group->in_phrase && list.count == 1) {
            return false; // "he is the second technician to die"
        }
    }
    if (!link_members(l, &list)) {
        return false;
    }
    link_part_among(l, node);
    return true;
}

// "two drivers were killed | along with 11 passengers": what stands beside those who are counted.
static bool link_company(count_link *l) {
    const counting *c = l->tree;
    uint32_t node = node_of(&c->t, l->occurrence);
    int linked = l->occurrence->group;
    members list = {.count = 0};
    if (linked == NONE || node == XC_NO_HEAD || link_rule(l)->kind != RULE_VERBS) {
        return false;
    }
    members_in_company(c, node, link_rule(l)->role == COUNT_OBJECT, &list);
    for (size_t i = 0; i < list.count; i++) {
        if (!c->scan->groups[list.groups[i]].taken) {
            (void)link_group(l, list.groups[i], XC_UNTOLD);
        }
    }
    l->occurrence->group = linked;
    return list.count > 0;
}

static bool is_verb_word(const sentence_scan *scan, size_t trigger) {
    return trigger_has_form(scan, &scan->triggers[trigger], VERB_FORMS);
}

// Whether a group and a word of a rule are left that may belong together.
static bool has_open_ends(const sentence_scan *scan) {
    bool group = false;
    bool word = false;
    for (size_t i = 0; i < scan->group_count; i++) {
        group |= !scan->groups[i].taken;
    }
    for (size_t i = 0; i < scan->trigger_count && group; i++) {
        word |= scan->triggers[i].group == NONE;
    }
    return word;
}

void count_by_tree(sentence_scan *scan, bool describing) {
    const xc_tree *tree = has_open_ends(scan) ? scan_tree(scan) : NULL;
    int *group_of =
        tree ? xc_arena_array(scan->arena, tree->count + 1, sizeof *group_of) : NULL;
    if (!group_of) {
        return;
    }
    counting c = {
        .t = {scan, tree}, .scan = scan, .group_of = group_of, .describing = describing};
    for (size_t i = 0; i < tree->count; i++) {
        group_of[i] = NONE;
    }
    for (size_t i = scan->group_count; i-- > 0;) {
        uint32_t node = carrier_of(&c.t, &scan->groups[i]);
        if (node != XC_NO_HEAD) {
            group_of[node] = (int)i;
        }
        uint32_t kind = carrier_kind(&c.t, node);
        if (kind != XC_NO_HEAD && group_of[kind] == NONE) {
            group_of[kind] = (int)i;
        }
    }
    // Words that only say what somebody is come last: "the ten hostages, two of whom are ill, were
    // freed" tells of ten freed.
    size_t triggers = scan->trigger_count;
    for (size_t i = 0; i < 2 * triggers && scan->status == XC_OK; i++) {
        bool first = i < triggers;
        size_t at = first ? i : i - triggers;
        if (scan->triggers[at].group == NONE && is_verb_word(scan, at) == first) {
            link_senses(scan, (int)at, link_by_tree, &c);
        } else if (first) {
            link_senses(scan, (int)at, link_company, &c);
        }
    }
}
