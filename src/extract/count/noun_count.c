// SPDX-License-Identifier: MIT
// Counts of a noun: "45 deaths", "the death of two civilians", "the death toll rose to 27".
#include "extract/count/linking.h"

enum {
    MOST_TOLL_GAP = 14, // words between "death toll" and its figure
    MOST_OF_NUMBER = 6, // words from "the number" to what it is of
};

// "the death of two civilians"
static bool link_noun_of(count_link *l) {
    uint32_t last = l->occurrence->last;
    char bracket = scan_mark_at(l->scan, last);
    last += bracket == '[' || bracket == '(';
    bool leads = scan_grammar(l->scan, (int64_t)last - 1) & (G_TO | G_OF);
    if (!leads && !(scan_grammar(l->scan, last) & G_OF)) {
        return false;
    }
    int group = group_after(l->scan, leads ? last : last + 1); // "home to 5,000 people"
    return group != NONE && link_list(l, group);
}

// "the toll may rise, with 70 still missing": the figure is of what stands behind it.
static bool says_else(const count_link *l, int group) {
    const sentence_scan *scan = l->scan;
    uint32_t token = scan->groups[group].last;
    while (trigger_at(scan, token) == NONE && (scan_grammar(scan, token) & G_ADVERB)) {
        token++;
    }
    int trigger = token < scan->sentence->last_token ? trigger_at(scan, token) : NONE;
    if (trigger == NONE) {
        return false;
    }
    const trigger_found *behind = &scan->triggers[trigger];
    for (uint32_t i = 0; i < behind->payload_count; i++) {
        uint32_t rule = scan->language->trigger_list[behind->payloads[i]].rule;
        if (scan->rules->rules[rule].measure == link_rule(l)->measure) {
            return false;
        }
    }
    return true;
}

// "rose by 104 to 4,680", "was revised from 30 to 21": a change, or the figure before it.
static bool is_step(const sentence_scan *scan, const noun_group *group) {
    uint32_t before = scan_grammar(scan, (int64_t)group->first - 1);
    return (before & (G_BY | G_FROM)) && group->quantity->qualifier != XC_VAGUE &&
           (scan_grammar(scan, group->last) & G_TO) && group_at(scan, group->last + 1) != NONE;
}

// "may rise to 300", "is likely to exceed 300": how the words before a figure mean it.
static void note_mood(const sentence_scan *scan, uint32_t token, verb_group *verbs) {
    uint32_t grammar = scan_grammar(scan, token);
    if (scan_capital(scan, token)) {
        return; // "on 3 May"
    }
    verbs->conditional |= (grammar & G_MODAL_CONDITIONAL) != 0;
    verbs->predicted |= (grammar & G_MODAL_PREDICTED) ||
                        ((grammar & G_PLAN) && (scan_grammar(scan, (int64_t)token + 1) & G_TO));
}

// "the execution rests on two methods": a noun of no class, and no name of a people.
static bool is_thing(const sentence_scan *scan, const noun_group *group) {
    return group->head.first != group->head.last && !group->class_index &&
           group->head_trigger == NONE && !scan_capital(scan, group->head.first);
}

// "the death toll rose to 27", "deaths stood at 50", "death toll: 27", "has exceeded 300"
static bool link_toll(count_link *l) {
    const sentence_scan *scan = l->scan;
    bool reached = false;
    uint32_t token = l->occurrence->last;
    uint32_t last = scan->sentence->last_token;
    for (int i = 0; i < MOST_TOLL_GAP && token < last; i++, token++) {
        uint32_t grammar = scan_grammar(scan, token);
        int group = group_at(scan, token);
        if (group != NONE && is_step(scan, &scan->groups[group])) {
            token = scan->groups[group].last - 1;
            continue;
        }
        if (group != NONE) {
            uint32_t before = scan_grammar(scan, (int64_t)token - 1);
            bool led = (before & (G_TO | G_PREPOSITION | G_BE | G_REACH)) && !(before & G_OF);
            reached |= (grammar & G_REACH) != 0; // the bound says so: "exceeded 300"
            led |= (grammar & G_REACH) != 0;
            bool colon = scan_mark_at(scan, (int64_t)token - 1) == ':';
            bool beside = token == l->occurrence->last; // "the death toll above 680"
            return ((reached && led) || colon || beside) && !says_else(l, group) &&
                   !is_thing(scan, &scan->groups[group]) && link_group(l, group, XC_CUMULATIVE);
        }
        if (scan_mark_at(scan, token) == ';' ||
            (token_is_verb_trigger(scan, token) && !(grammar & (G_REACH | G_PREPOSITION)))) {
            return false;
        }
        reached |= (grammar & (G_REACH | G_BE | G_TO)) != 0;
        note_mood(scan, token, &l->verbs);
    }
    return false;
}

// "the number of troops | killed", "the number | freed": what the word counts has its figure
// elsewhere.
static bool is_of_number(const count_link *l) {
    const sentence_scan *scan = l->scan;
    int64_t token = (int64_t)l->occurrence->first - 1;
    for (int i = 0; i < MOST_OF_NUMBER; i++, token--) {
        if ((scan_grammar(scan, token) & G_TOTAL) && scan_roles(scan, token - 1) & FRAME_THE) {
            uint32_t behind = scan_grammar(scan, token + 1);
            return i == 0 || (behind & (G_OF | G_DETERMINER));
        }
        bool between = scan_is_word(scan, token) && group_at(scan, (uint32_t)token) == NONE &&
                       !token_is_verbal(scan, (uint32_t)token);
        if (!scan_in(scan, token) || !between) {
            return false;
        }
    }
    return false;
}

// "the number of people killed fell to 1,912"
bool link_of_number(count_link *l) {
    return is_of_number(l) && link_toll(l);
}

static int group_of_head(const count_link *l) {
    for (size_t i = 0; i < l->scan->group_count; i++) {
        if (l->scan->groups[i].head_trigger == l->trigger) {
            return (int)i;
        }
    }
    return NONE;
}

// "45 deaths". A noun that also says who ("5,000 residents") waits for the verbs: in "5,000
// residents fled" the verb says what is counted.
bool link_head(count_link *l, bool says_who) {
    int group = group_of_head(l);
    // "two armies": a rule that counts soldiers counts none of its own nouns
    bool counts_itself = link_rule(l)->accepts_any || link_rule(l)->accepts_bare || says_who;
    if (group == NONE || !counts_itself ||
        (l->scan->groups[group].class_index != 0) != says_who ||
        (says_who && l->scan->groups[group].taken)) {
        return false;
    }
    l->occurrence->group = group;
    return draft_add(l->scan, l->rule, l->occurrence, group, scan_modality(l->scan, &l->verbs),
                     XC_UNTOLD) != NONE;
}

// "without a mass exodus of 3,000 people"
bool noun_is_negated(const count_link *l) {
    int64_t token = (int64_t)l->occurrence->first - 1;
    for (int i = 0; i < 4 && scan_mark_at(l->scan, token) == 0; i++, token--) {
        uint32_t grammar = scan_grammar(l->scan, token);
        if (grammar & G_NEGATION) {
            return true;
        }
        if (grammar & (G_PREPOSITION | G_OF | G_CONJUNCTION | G_VERBAL)) {
            return false;
        }
    }
    return false;
}

bool link_noun(count_link *l) {
    if (group_of_head(l) != NONE) {
        return link_head(l, false);
    }
    return !noun_is_negated(l) && (link_noun_of(l) || link_toll(l));
}
