// SPDX-License-Identifier: MIT
// Counts before their verb: "27 people, including two civilians, had been killed".
#include "extract/count/clause_bounds.h"

enum { MOST_GAP = 25 }; // words between a subject and its verb

// What lies between a group and the verb group behind it.
typedef struct gap {
    bool empty, relative, verb;
    bool clause; // ", and": another clause begins
    char closed; // the comma, dash or bracket that ends it and closes an insertion, or 0
    int linked;  // trigger in the gap that is linked already, or NONE
} gap;

static bool closes(char mark) {
    return mark == ',' || mark == '-' || mark == ')';
}

// What stands in brackets is no part of the clause. @return the token, or that behind its
// bracket
static uint32_t behind_bracket(const sentence_scan *scan, uint32_t token, uint32_t last) {
    char mark = scan_mark_at(scan, token);
    char close = mark == '(' ? ')' : mark == '[' ? ']' : 0;
    for (uint32_t i = token; close && i < last; i++) {
        if (scan_mark_at(scan, i) == close) {
            return i + 1;
        }
    }
    return token;
}

static gap look_at_gap(const sentence_scan *scan, uint32_t first, uint32_t last) {
    gap between = {.empty = first == last, .linked = NONE};
    uint32_t start = scan_mark_at(scan, first) == ',' ? first + 1 : first;
    between.relative = start < last && (scan_grammar(scan, start) & G_RELATIVE);
    char end = between.empty ? 0 : scan_mark_at(scan, (int64_t)last - 1);
    between.closed = closes(end) ? end : 0;
    for (uint32_t token = first; token < last; token++) {
        token = behind_bracket(scan, token, last);
        if (token >= last) {
            break;
        }
        between.verb |= token_is_verbal(scan, token);
        between.clause |= scan_mark_at(scan, token) == ',' && token + 1 < last &&
                          (scan_grammar(scan, (int64_t)token + 1) & G_CONJUNCTION);
        int trigger = trigger_at(scan, token);
        if (trigger != NONE && token_is_verb_trigger(scan, token)) {
            between.verb = true;
            between.linked = scan->triggers[trigger].group != NONE ? trigger : between.linked;
        }
    }
    return between;
}

static bool ends_search(const sentence_scan *scan, int64_t token) {
    char mark = scan_mark_at(scan, token);
    uint32_t grammar = scan_grammar(scan, token);
    return mark == ';' || mark == ':' || mark == '.' ||
           ((grammar & G_SUBORDINATE) && !(grammar & G_RELATIVE) &&
            !scan_is_time(scan, (uint32_t)token)); // "held since May"
}

// Of "seven of the 20 hostages" the whole, which begins first; what describes its noun ("who
// escaped") is said of the 20.
static int group_ending_at(const sentence_scan *scan, uint32_t token, bool describes) {
    int found = NONE;
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].last == token && (found == NONE || describes)) {
            found = (int)i;
        }
    }
    return found;
}

static bool has_group_between(const sentence_scan *scan, uint32_t first, uint32_t last) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first >= first && scan->groups[i].first < last) {
            return true;
        }
    }
    return false;
}

// "a third of the town's 30,000 residents fled": the 30,000 did not.
static bool is_base_of_share(const sentence_scan *scan, const noun_group *group) {
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < 5 && !(scan_grammar(scan, token) & G_OF); i++, token--) {
        if (token <= scan->sentence->first_token || scan_mark_at(scan, token) ||
            (scan_grammar(scan, token) & (G_PREPOSITION | G_CONJUNCTION | G_REPORT))) {
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

static bool is_subject(const count_link *l, int group, gap between, link_reach how) {
    const sentence_scan *scan = l->scan;
    const noun_group *g = &scan->groups[group];
    // "half of the 300 displaced by the war": the 300 were displaced
    bool describes = !l->verbs.auxiliary && (between.empty || how == REACH_DESCRIBING);
    if (!describes && is_base_of_share(scan, g)) {
        return false;
    }
    if (g->implied && g->in_phrase) {
        return false; // "the trial of a guard and a driver was put off"
    }
    bool gerund = !l->verbs.auxiliary && link_has_form(l, 1u << FORM_GERUND);
    bool says_who = between.empty ? gerund || verb_follows_participle(l) : between.relative;
    if (!between.empty && how == REACH_FAR && !g->in_phrase && !g->taken &&
        verb_is_behind_description(l, g->last)) {
        return true;
    }
    if (says_who) {
        return how == REACH_DESCRIBING && !g->taken;
    }
    if (between.empty) {
        return true;
    }
    if (between.verb) { // "12 people were killed and buried": one subject, two verbs
        return between.linked != NONE && scan->triggers[between.linked].group == group &&
               token_separates(scan, l->verbs.first - 1) &&
               !has_group_between(scan, scan->triggers[between.linked].last, l->verbs.first);
    }
    return how == REACH_FAR && !g->in_phrase && !g->taken && !between.clause;
}

// Whether the group is an insertion: "three people, a man and two women, were killed".
static bool is_insertion(const sentence_scan *scan, const noun_group *group, gap between) {
    if (!between.closed || between.relative) {
        return false;
    }
    char opening = between.closed == ')' ? '(' : between.closed;
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < 8; i++, token--) {
        if (scan_mark_at(scan, token) == opening) {
            return true;
        }
        if (token < scan->sentence->first_token ||
            (token >= 0 && token_is_verbal(scan, (uint32_t)token))) {
            return false;
        }
    }
    return false;
}

// What the tree says against a group that the words alone would take: it is asked where these are
// often wrong, and else not made.
static bool tree_allows(const count_link *l, const noun_group *group, const gap *between,
                        link_reach how) {
    bool inside = between->empty ? group->taken : how == REACH_FAR;
    bool other = between->verb || between->relative;
    // "homes in five villages were damaged": of what has no unit the places may be told
    bool finite = l->verbs.auxiliary && !between->relative &&
                  l->scan->rules->measures[link_rule(l)->measure].unit.len;
    bool phrase = group->in_phrase && (how != REACH_DESCRIBING || finite);
    return !(inside && is_inside_subject(l, group)) &&
           !(other && has_other_subject(l, group)) && !(phrase && is_of_subject(l, group));
}

// The noun group before the verb that can be its subject.
static int group_before(const count_link *l, link_reach how) {
    const sentence_scan *scan = l->scan;
    uint32_t behind = l->verbs.first;
    int inserted = NONE; // taken where nothing before it fits
    for (int i = 0; i < MOST_GAP; i++, behind--) {
        bool reduced = behind == l->verbs.first && !l->verbs.auxiliary &&
                       link_rule(l)->role == COUNT_OBJECT && !scan->sentence->heading;
        int group = group_ending_at(scan, behind, how == REACH_DESCRIBING || reduced);
        if (group != NONE && !group_in_parenthesis(scan, &scan->groups[group])) {
            gap between = look_at_gap(scan, behind, l->verbs.first);
            bool fits = is_subject(l, group, between, how) &&
                        tree_allows(l, &scan->groups[group], &between, how);
            if (fits && !is_insertion(scan, &scan->groups[group], between)) {
                return group;
            }
            const noun_group *g = &scan->groups[group];
            bool bare = g->head.first == g->head.last; // "both 51, died": an age
            inserted = fits && !bare && inserted == NONE ? group : inserted;
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

bool link_subject(count_link *l, link_reach how) {
    const pack_rule *rule = link_rule(l);
    bool participle = link_has_form(l, 1u << FORM_PARTICIPLE);
    if (rule->kind == RULE_VERBS) {
        bool wants_passive = rule->role == COUNT_OBJECT;
        bool who = scan_grammar(l->scan, (int64_t)l->verbs.first - 1) & G_RELATIVE;
        bool reduced = !l->verbs.auxiliary && participle && !link_object_follows(l) && !who;
        bool passive = l->verbs.passive && !l->verbs.feared; // "are feared drowned"
        if (wants_passive ? !(l->verbs.passive || reduced) : passive) {
            return false;
        }
        bool attached = wants_passive && reduced && !l->scan->sentence->heading;
        how = how == REACH_FAR && attached ? REACH_NEAR : how;
    } else {
        how = how == REACH_FAR && !l->verbs.auxiliary ? REACH_NEAR : how;
    }
    int group = group_before(l, how);
    return group != NONE && link_list_before(l, group);
}

// "dead, wounded or missing": what is said of a group by one word is said of it by the next.
bool link_coordinated(count_link *l) {
    const sentence_scan *scan = l->scan;
    uint32_t token = l->verbs.first;
    while (token > scan->sentence->first_token && token_separates(scan, token - 1)) {
        token--;
    }
    if (token == l->verbs.first || link_object_follows(l)) {
        return false; // "left two men dead and injured a girl"
    }
    for (size_t i = 0; i < scan->trigger_count; i++) {
        const trigger_found *before = &scan->triggers[i];
        if (before->last == token && before->group != NONE &&
            scan->groups[before->group].last <= before->first) {
            return link_group(l, before->group, XC_UNTOLD);
        }
    }
    return false;
}
