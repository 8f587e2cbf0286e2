// SPDX-License-Identifier: MIT
// Level 3: a count with its modifiers and head: "more than 120,000 ethnic Armenians".
#include "extract/cascade.h"

enum {
    MOST_MODIFIERS =
        6, // words between the count and its head: "12 heavily armed former rebel fighters"
    VERB_FORMS = 1u << XC_FORM_BASE | 1u << XC_FORM_PRESENT | 1u << XC_FORM_PAST |
                 1u << XC_FORM_PARTICIPLE | 1u << XC_FORM_GERUND,
    NOUN_FORMS = 1u << XC_FORM_SINGULAR | 1u << XC_FORM_PLURAL,
    ATTRIBUTE_FORMS = 1u << XC_FORM_PLAIN | 1u << XC_FORM_PARTICIPLE | 1u << XC_FORM_GERUND,
    // Words that end a noun group.
    STOPPERS = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_GET | XC_G_MODAL_PREDICTED |
               XC_G_MODAL_CONDITIONAL | XC_G_NEGATION | XC_G_PREPOSITION | XC_G_CONJUNCTION |
               XC_G_RELATIVE | XC_G_PRONOUN | XC_G_INCLUDING | XC_G_OF | XC_G_TO |
               XC_G_SUBORDINATE | XC_G_REPORT | XC_G_BY | XC_G_FROM | XC_G_DETERMINER |
               XC_G_LEAVE | XC_G_REACH | XC_G_FEAR | XC_G_DENY,
};

static bool ends_group(const xc_scan *scan, uint32_t token) {
    const xc_token *t = xc_scan_token(scan, token);
    if (t->kind == XC_TOKEN_PUNCTUATION) {
        return t->mark != '-' && t->mark != '\'' && t->mark != '"';
    }
    return t->kind != XC_TOKEN_WORD || (xc_scan_grammar(scan, token) & STOPPERS) != 0;
}

static xc_phrase_match class_at(const xc_scan *scan, uint32_t token) {
    if (!xc_scan_token(scan, token)->word) {
        return (xc_phrase_match){0};
    }
    return xc_phrases_match(scan->language->class_words, scan->text, token,
                            scan->sentence->last_token);
}

// Whether a trigger at the token is a verb here, so that the noun group ends before it. A
// participle or adjective with a head behind it is an attribute ("displaced persons").
static bool is_verb_here(const xc_scan *scan, int trigger) {
    const xc_occurrence *occurrence = &scan->triggers[trigger];
    if (!xc_trigger_has_form(scan, occurrence, VERB_FORMS | 1u << XC_FORM_PLAIN)) {
        return false;
    }
    if (!xc_trigger_has_form(scan, occurrence, ATTRIBUTE_FORMS)) {
        return true;
    }
    uint32_t last = scan->sentence->last_token;
    for (uint32_t token = occurrence->last; token < last && token < occurrence->last + 3;
         token++) {
        if (ends_group(scan, token)) {
            return true;
        }
        if (class_at(scan, token).tokens) {
            return false;
        }
    }
    return true;
}

// Takes the word at the token into the group. @return the token behind it, 0 where the group
// ends
static uint32_t take_word(xc_scan *scan, xc_noun_group *group, uint32_t token) {
    if (xc_scan_mark(scan, (int64_t)token + 1) == '-' &&
        !(xc_scan_token(scan, token + 1)->flags & XC_TOKEN_SPACE_BEFORE)) {
        return token + 2; // "conflict-related displacements": the first half is no head
    }
    int trigger = xc_trigger_at(scan, token);
    xc_phrase_match match = class_at(scan, token);
    bool noun =
        trigger != XC_NONE && xc_trigger_has_form(scan, &scan->triggers[trigger], NOUN_FORMS);
    // "1,400 houses", "17 arrests": a noun first, a verb only where the group has its head
    bool head = (match.tokens || noun) && !group->class_index;
    if (trigger != XC_NONE && !head && is_verb_here(scan, trigger)) {
        return 0;
    }
    if (match.tokens) {
        group->class_index = scan->language->class_list[match.payloads[0]].class_index;
    } else if (trigger == XC_NONE && group->class_index) {
        return 0; // a word behind the head that names no class
    }
    if (trigger != XC_NONE) {
        scan->triggers[trigger].in_group = true;
    }
    if (noun) {
        group->head_trigger = trigger;
    } else if (trigger != XC_NONE) { // also in "displaced people" taken as one noun
        group->attribute = trigger;
    }
    if (trigger != XC_NONE && !noun && !match.tokens) {
        return scan->triggers[trigger].last;
    }
    uint32_t behind = noun ? scan->triggers[trigger].last : token + 1;
    behind = match.tokens && token + match.tokens > behind ? token + match.tokens : behind;
    group->head_first = token;
    group->head_last = group->last = behind;
    return noun ? 0 : behind;
}

// Walks from behind the count to the head; fills head, class, attribute.
static void find_head(xc_scan *scan, xc_noun_group *group, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    uint32_t limit = token + MOST_MODIFIERS * 2 < last ? token + MOST_MODIFIERS * 2 : last;
    while (token && token < limit && !ends_group(scan, token)) {
        token = take_word(scan, group, token);
    }
}

// "four of the wounded": a participle that stands for those whom it describes.
static bool find_nominal(xc_scan *scan, xc_noun_group *group, uint32_t token) {
    int trigger = xc_trigger_at(scan, token);
    if (trigger == XC_NONE ||
        !xc_trigger_has_form(scan, &scan->triggers[trigger], ATTRIBUTE_FORMS)) {
        return false;
    }
    scan->triggers[trigger].in_group = true;
    group->attribute = trigger; // where no verb counts them, they are what they are called
    group->last = scan->triggers[trigger].last;
    return true;
}

// "2,100 of them", "two of the soldiers": the head stands behind "of".
static void find_head_behind_of(xc_scan *scan, xc_noun_group *group) {
    uint32_t token = group->last + 1;
    uint32_t last = scan->sentence->last_token;
    uint32_t grammar = token < last ? xc_scan_grammar(scan, token) : 0;
    if (grammar & (XC_G_PRONOUN | XC_G_RELATIVE) && !(grammar & XC_G_DETERMINER)) {
        group->part = !(grammar & XC_G_ANOTHER); // "scores of others" are no part
        group->last = token + 1;
        find_head(scan, group, token + 1); // "of them children"
        return;
    }
    // "two of the soldiers", but "hundreds of other people": those are no part
    bool definite =
        (grammar & (XC_G_DETERMINER | XC_G_POSSESSIVE)) && !(grammar & XC_G_ANOTHER);
    while (token < last && xc_scan_grammar(scan, token) & (XC_G_DETERMINER | XC_G_POSSESSIVE)) {
        token++;
    }
    uint32_t before = group->last;
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *all = &scan->mentions->quantities[i];
        token =
            all->first_token == token ? all->last_token : token; // "seven of the 20 hostages"
    }
    find_head(scan, group, token);
    if (definite && group->last == before) {
        (void)find_nominal(scan, group, token);
    }
    group->part = definite && group->last != before;
}

static bool stands_in_phrase(const xc_scan *scan, uint32_t first) {
    int64_t token = (int64_t)first - 1;
    while ((xc_scan_grammar(scan, token) & (XC_G_DETERMINER | XC_G_POSSESSIVE)) &&
           !(xc_scan_grammar(scan, token) & XC_G_RELATIVE)) { // "in which two guards died"
        token--;
    }
    return (xc_scan_grammar(scan, token) &
            (XC_G_PREPOSITION | XC_G_OF | XC_G_BY | XC_G_FROM)) != 0;
}

// "all three", "these two".
static bool is_pointing(uint32_t grammar) {
    return (grammar & XC_G_DETERMINER) && (grammar & XC_G_PRONOUN);
}

static void add_group(xc_scan *scan, const xc_quantity *quantity) {
    xc_noun_group *group = xc_arena_grow(scan->arena, &scan->groups, scan->group_count,
                                         &scan->group_capacity, sizeof *group);
    if (!group) {
        scan->status = XC_NO_MEMORY;
        return;
    }
    *group = (xc_noun_group){.first = quantity->first_token,
                             .last = quantity->last_token,
                             .head_first = quantity->last_token,
                             .head_last = quantity->last_token,
                             .quantity = quantity,
                             .head_trigger = XC_NONE,
                             .attribute = XC_NONE};
    scan->group_count++;
    uint32_t token = quantity->last_token;
    while (xc_scan_grammar(scan, token) &
           XC_G_ANOTHER) { // "12 more soldiers", "30 other people"
        group->last = group->head_first = group->head_last = ++token;
    }
    if (xc_scan_grammar(scan, token) & XC_G_OF) {
        find_head_behind_of(scan, group);
    } else {
        find_head(scan, group, token);
    }
    group->in_phrase = stands_in_phrase(scan, group->first);
    int64_t before = (int64_t)group->first - 1;
    bool definite =
        before >= scan->sentence->first_token &&
        (xc_frame_roles(&scan->language->frames, xc_scan_token(scan, (uint32_t)before)->word) &
         XC_FRAME_THE);
    group->known =
        group->head_first == group->head_last &&
        (definite || group->part || quantity->further ||
         (xc_scan_grammar(scan, (int64_t)group->last - 1) & XC_G_ANOTHER) ||
         (xc_scan_grammar(scan, before) & XC_G_ANOTHER) ||
         is_pointing(xc_scan_grammar(scan, before)) ||
         (quantity->qualifier == XC_EXACT && is_pointing(xc_scan_grammar(scan, group->first))));
}

void xc_scan_noun_groups(xc_scan *scan) {
    scan->group_count = 0;
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->kind == XC_COUNT && scan->status == XC_OK) {
            add_group(scan, quantity);
        }
    }
}

int xc_group_at(const xc_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first == token) {
            return (int)i;
        }
    }
    return XC_NONE;
}
