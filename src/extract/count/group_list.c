// SPDX-License-Identifier: MIT
// Lists of counted noun groups, and the words between them: "4 policemen, 2 civilians as well
// as a driver".
#include "extract/count/carrier.h"
#include "extract/count/linking.h"

enum { MOST_INSERTION = 8, MOST_WORDS_OF_ONE = 6 }; // "a retired Greek ship's cook"

// A word of a verb group; the "'s" of "the judge's escort" is none.
bool token_is_verbal(const sentence_scan *scan, uint32_t token) {
    const xc_token *t = scan_token_at(scan, token);
    uint32_t grammar = scan_grammar(scan, token);
    bool month = (grammar & G_MODAL_CONDITIONAL) && scan_is_time(scan, token);
    return (grammar & G_VERBAL) && !month && t->end - t->start > 1 &&
           !(t->flags & XC_TOKEN_CLITIC);
}

bool token_separates(const sentence_scan *scan, uint32_t token) {
    return scan_mark_at(scan, token) == ',' || (scan_grammar(scan, token) & G_CONJUNCTION);
}

// The token behind commas, conjunctions and "as well as" that begin at the token.
uint32_t behind_separators(const sentence_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    for (;;) {
        bool doubled = token + 2 < last && (scan_grammar(scan, token) & G_SUBORDINATE) &&
                       scan_token_at(scan, token)->word == scan_token_at(scan, token + 2)->word;
        if (doubled) {
            token += 3;
        } else if (token < last && token_separates(scan, token)) {
            token++;
        } else {
            return token;
        }
    }
}

bool token_is_verb_trigger(const sentence_scan *scan, uint32_t token) {
    int trigger = trigger_at(scan, token);
    bool noun = scan_grammar(scan, (int64_t)token - 1) & (G_DETERMINER | G_POSSESSIVE);
    return trigger != NONE && !noun && !scan->triggers[trigger].in_group &&
           !scan->triggers[trigger].nominal &&
           !trigger_has_form(scan, &scan->triggers[trigger],
                             1u << FORM_SINGULAR | 1u << FORM_PLURAL);
}

// The noun group that begins at the token or behind words that may lead it in ("the",
// "reportedly").
int group_after(const sentence_scan *scan, uint32_t token) {
    for (int i = 0; i < 4; i++, token++) {
        int group = group_at(scan, token);
        if (group != NONE) {
            return group;
        }
        char mark = scan_mark_at(scan, token);
        if (!(scan_grammar(scan, token) & G_LINKING) && mark != '[' && mark != '(') {
            return NONE;
        }
    }
    return NONE;
}

// ", one of them a bystander, were killed": what stands between two commas, and a verb behind them.
static bool verb_follows_insertion(const sentence_scan *scan, uint32_t token) {
    const uint32_t finite = G_BE | G_HAVE | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL;
    if (scan_mark_at(scan, token) != ',') {
        return false;
    }
    for (int i = 0; i < MOST_INSERTION; i++) {
        token++;
        if (scan_mark_at(scan, token) == ',') {
            return (scan_grammar(scan, (int64_t)token + 1) & finite) != 0;
        }
        bool word = scan_is_word(scan, token) || scan_is_kind(scan, token, XC_TOKEN_NUMBER);
        if (!word || token_is_verbal(scan, token) || token_is_verb_trigger(scan, token)) {
            return false;
        }
    }
    return false;
}

// Whether the group that a list would go on with has a verb of its own: "killed 12 and 30 were
// hurt".
bool group_has_verb(const sentence_scan *scan, const noun_group *group) {
    role_tree t;
    uint32_t noun = role_tree_made(scan, &t) ? carrier_of(&t, group) : XC_NO_HEAD;
    if (role_relation(&t, noun) == XC_REL_NSUBJ && t.tree->nodes[noun].head > noun &&
        role_is_verb(&t, t.tree->nodes[noun].head)) {
        return true; // "on the island, and about 70 fishermen who were at sea are missing"
    }
    return (group->last < scan->sentence->last_token && token_is_verbal(scan, group->last)) ||
           verb_follows_insertion(scan, group->last) ||
           token_is_verb_trigger(scan, group->last);
}

// "two engineers, | a Greek cook and 14 sailors": one that is not counted stands between.
static int listed_behind_one(const sentence_scan *scan, uint32_t token) {
    if (!(scan_roles(scan, token) & FRAME_ONE)) {
        return NONE;
    }
    for (int i = 0; i < MOST_WORDS_OF_ONE && scan_is_word(scan, token); i++, token++) {
        if (token_is_verbal(scan, token) || token_is_verb_trigger(scan, token)) {
            return NONE;
        }
        if (token_separates(scan, token)) {
            break;
        }
    }
    uint32_t behind = behind_separators(scan, token);
    return behind > token ? group_after(scan, behind) : NONE;
}

// The group that stands behind another in a list: "4 policemen, 2 civilians", "12 soldiers from
// the north and 3 drivers".
static int listed_behind(const sentence_scan *scan, int group) {
    uint32_t token = scan->groups[group].last;
    uint32_t last = scan->sentence->last_token;
    if (scan_grammar(scan, token) & (G_PREPOSITION | G_OF | G_FROM)) {
        for (int i = 0;
             i < 6 && token < last && !token_separates(scan, token) &&
             !token_is_verb_trigger(scan, token) && !(scan_grammar(scan, token) & G_VERBAL);
             i++) {
            token++;
        }
    }
    uint32_t behind = behind_separators(scan, token);
    if (behind == token) {
        return NONE;
    }
    int listed = group_after(scan, behind);
    return listed == NONE ? listed_behind_one(scan, behind) : listed;
}

int group_next(const sentence_scan *scan, int group) {
    int next = listed_behind(scan, group);
    return next != NONE && !group_has_verb(scan, &scan->groups[next]) ? next : NONE;
}

int group_previous(const sentence_scan *scan, int group) {
    const xc_quantity *quantity = scan->groups[group].quantity;
    if (scan->groups[group].part &&
        (scan_grammar(scan, (int64_t)quantity->last_token + 1) & G_RELATIVE)) {
        return NONE; // "54 migrants, 39 of whom were found dead"
    }
    for (int i = group - 1; i >= 0; i--) {
        if (scan->groups[i].last <= scan->groups[group].first) {
            return listed_behind(scan, i) == group ? i : NONE;
        }
    }
    return NONE;
}

bool group_in_parenthesis(const sentence_scan *scan, const noun_group *group) {
    int64_t token = (int64_t)group->first - 1;
    while (scan_grammar(scan, token) & (G_DETERMINER | G_POSSESSIVE | G_ADVERB)) {
        token--;
    }
    return (scan_grammar(scan, token) & G_INCLUDING) != 0;
}
