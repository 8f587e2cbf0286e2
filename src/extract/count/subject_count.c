// SPDX-License-Identifier: MIT
// Counts before their verb: "27 people, including two civilians, had been killed".
#include "extract/count/linking.h"

enum { MOST_GAP = 25 }; // words between a subject and its verb

// What lies between a group and the verb group behind it.
typedef struct gap {
    bool empty, relative, verb;
    bool clause; // ", and": another clause begins
    char closed; // the comma, dash or bracket that ends it and closes an insertion, or 0
    int linked;  // trigger in the gap that is linked already, or XC_NONE
} gap;

static bool closes(char mark) {
    return mark == ',' || mark == '-' || mark == ')';
}

// What stands in brackets is no part of the clause. @return the token, or that behind its
// bracket
static uint32_t behind_bracket(const xc_scan *scan, uint32_t token, uint32_t last) {
    char mark = xc_scan_mark(scan, token);
    char close = mark == '(' ? ')' : mark == '[' ? ']' : 0;
    for (uint32_t i = token; close && i < last; i++) {
        if (xc_scan_mark(scan, i) == close) {
            return i + 1;
        }
    }
    return token;
}

static gap look_at_gap(const xc_scan *scan, uint32_t first, uint32_t last) {
    gap between = {.empty = first == last, .linked = XC_NONE};
    uint32_t start = xc_scan_mark(scan, first) == ',' ? first + 1 : first;
    between.relative = start < last && (xc_scan_grammar(scan, start) & XC_G_RELATIVE);
    char end = between.empty ? 0 : xc_scan_mark(scan, (int64_t)last - 1);
    between.closed = closes(end) ? end : 0;
    for (uint32_t token = first; token < last; token++) {
        token = behind_bracket(scan, token, last);
        if (token >= last) {
            break;
        }
        between.verb |= xc_token_is_verbal(scan, token);
        between.clause |= xc_scan_mark(scan, token) == ',' && token + 1 < last &&
                          (xc_scan_grammar(scan, (int64_t)token + 1) & XC_G_CONJUNCTION);
        int trigger = xc_trigger_at(scan, token);
        if (trigger != XC_NONE && xc_token_is_verb_trigger(scan, token)) {
            between.verb = true;
            between.linked =
                scan->triggers[trigger].group != XC_NONE ? trigger : between.linked;
        }
    }
    return between;
}

static bool ends_search(const xc_scan *scan, int64_t token) {
    char mark = xc_scan_mark(scan, token);
    uint32_t grammar = xc_scan_grammar(scan, token);
    return mark == ';' || mark == ':' || mark == '.' ||
           ((grammar & XC_G_SUBORDINATE) && !(grammar & XC_G_RELATIVE));
}

// Of "seven of the 20 hostages" the whole, which begins first.
static int group_ending_at(const xc_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].last == token) {
            return (int)i;
        }
    }
    return XC_NONE;
}

static bool has_group_between(const xc_scan *scan, uint32_t first, uint32_t last) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first >= first && scan->groups[i].first < last) {
            return true;
        }
    }
    return false;
}

// "a third of the town's 30,000 residents fled": the 30,000 did not.
static bool is_base_of_share(const xc_scan *scan, const xc_noun_group *group) {
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < 5 && !(xc_scan_grammar(scan, token) & XC_G_OF); i++, token--) {
        if (token <= scan->sentence->first_token || xc_scan_mark(scan, token) ||
            (xc_scan_grammar(scan, token) &
             (XC_G_PREPOSITION | XC_G_CONJUNCTION | XC_G_REPORT))) {
            return false;
        }
    }
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *q = &scan->mentions->quantities[i];
        if ((q->kind == XC_FRACTION || q->kind == XC_PERCENT) && q->last_token >= token &&
            q->last_token <= token + 1 && q->first_token < token) {
            return true;
        }
    }
    return false;
}

static bool is_subject(const xc_link *l, int group, gap between, xc_reach how) {
    const xc_scan *scan = l->scan;
    const xc_noun_group *g = &scan->groups[group];
    // "half of the 300 displaced by the war": the 300 were displaced
    bool describes = !l->verbs.auxiliary && (between.empty || how == XC_DESCRIBING);
    if (!describes && is_base_of_share(scan, g)) {
        return false;
    }
    if (g->implied && g->in_phrase) {
        return false; // "the trial of a guard and a driver was put off"
    }
    bool gerund = !l->verbs.auxiliary && xc_link_has_form(l, 1u << XC_FORM_GERUND);
    bool says_who = between.empty ? gerund || xc_verb_follows_participle(l) : between.relative;
    if (!between.empty && how == XC_FAR && !g->in_phrase && !g->taken &&
        xc_verb_is_behind_description(l, g->last)) {
        return true;
    }
    if (says_who) {
        return how == XC_DESCRIBING && !g->taken;
    }
    if (between.empty) {
        return true;
    }
    if (between.verb) { // "12 people were killed and buried": one subject, two verbs
        return between.linked != XC_NONE && scan->triggers[between.linked].group == group &&
               xc_token_separates(scan, l->verbs.first - 1) &&
               !has_group_between(scan, scan->triggers[between.linked].last, l->verbs.first);
    }
    return how == XC_FAR && !g->in_phrase && !g->taken && !between.clause;
}

// Whether the group is an insertion: "three people, a man and two women, were killed".
static bool is_insertion(const xc_scan *scan, const xc_noun_group *group, gap between) {
    if (!between.closed || between.relative) {
        return false;
    }
    char opening = between.closed == ')' ? '(' : between.closed;
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < 8; i++, token--) {
        if (xc_scan_mark(scan, token) == opening) {
            return true;
        }
        if (token < scan->sentence->first_token ||
            (token >= 0 && xc_token_is_verbal(scan, (uint32_t)token))) {
            return false;
        }
    }
    return false;
}

// The noun group before the verb that can be its subject.
static int group_before(const xc_link *l, xc_reach how) {
    const xc_scan *scan = l->scan;
    uint32_t behind = l->verbs.first;
    int inserted = XC_NONE; // taken where nothing before it fits
    for (int i = 0; i < MOST_GAP; i++, behind--) {
        int group = group_ending_at(scan, behind);
        if (group != XC_NONE && !xc_group_in_parenthesis(scan, &scan->groups[group])) {
            gap between = look_at_gap(scan, behind, l->verbs.first);
            bool fits = is_subject(l, group, between, how);
            if (fits && !is_insertion(scan, &scan->groups[group], between)) {
                return group;
            }
            const xc_noun_group *g = &scan->groups[group];
            bool bare = g->head_first == g->head_last; // "both 51, died": an age
            inserted = fits && !bare && inserted == XC_NONE ? group : inserted;
            if (between.verb) {
                break;
            }
        }
        if (behind <= scan->sentence->first_token || ends_search(scan, (int64_t)behind - 1)) {
            break;
        }
    }
    return inserted;
}

bool xc_link_subject(xc_link *l, xc_reach how) {
    const xc_rule *rule = xc_link_rule(l);
    bool participle = xc_link_has_form(l, 1u << XC_FORM_PARTICIPLE);
    if (rule->kind == XC_RULE_VERBS) {
        bool wants_passive = rule->role == XC_COUNT_OBJECT;
        bool reduced = !l->verbs.auxiliary && participle && !xc_link_object_follows(l);
        bool passive = l->verbs.passive && !l->verbs.feared; // "are feared drowned"
        if (wants_passive ? !(l->verbs.passive || reduced) : passive) {
            return false;
        }
        bool attached = wants_passive && reduced && !l->scan->sentence->heading;
        how = how == XC_FAR && attached ? XC_NEAR : how;
    } else {
        how = how == XC_FAR && !l->verbs.auxiliary ? XC_NEAR : how;
    }
    int group = group_before(l, how);
    return group != XC_NONE && xc_link_list_before(l, group);
}

// "dead, wounded or missing": what is said of a group by one word is said of it by the next.
bool xc_link_coordinated(xc_link *l) {
    const xc_scan *scan = l->scan;
    uint32_t token = l->verbs.first;
    while (token > scan->sentence->first_token && xc_token_separates(scan, token - 1)) {
        token--;
    }
    if (token == l->verbs.first) {
        return false;
    }
    for (size_t i = 0; i < scan->trigger_count; i++) {
        const xc_occurrence *before = &scan->triggers[i];
        if (before->last == token && before->group != XC_NONE &&
            scan->groups[before->group].last <= before->first) {
            return xc_link_group(l, before->group, XC_UNTOLD);
        }
    }
    return false;
}

// "two policemen were among those killed"
bool xc_link_among(xc_link *l) {
    const xc_scan *scan = l->scan;
    int64_t token = (int64_t)l->occurrence->first - 1;
    if (!xc_link_has_form(l, 1u << XC_FORM_PARTICIPLE) ||
        !(xc_scan_grammar(scan, token) & (XC_G_DETERMINER | XC_G_PRONOUN)) ||
        !(xc_scan_grammar(scan, token - 1) & XC_G_INCLUDING) ||
        !(xc_scan_grammar(scan, token - 2) & XC_G_BE)) {
        return false;
    }
    l->verbs.first = (uint32_t)token - 2;
    l->verbs.passive = true;
    int group = group_before(l, XC_FAR);
    return group != XC_NONE && xc_link_list_before(l, group);
}
