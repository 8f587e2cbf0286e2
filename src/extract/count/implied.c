// SPDX-License-Identifier: MIT
// Level 3: people who are counted without a number, told one by one or named: "a guard and a
// driver", "Ivan Petrov and Anna Orlova". A list is one group of as many; one person in a list
// with counted groups ("a guard and two drivers") is a group of one.
#include "extract/count/linking.h"
#include "extract/count/person.h"
#include "extract/count/roles.h"

#include <stdlib.h>

enum { MOST_PERSONS = 32 };

typedef struct person_list {
    person_told items[MOST_PERSONS];
    uint32_t count;
    uint32_t behind; // the token behind the last of them
    bool joined;     // "and" stands in it
} person_list;

static bool joins_list(const sentence_scan *scan, uint32_t token) {
    return scan_roles(scan, token) & FRAME_JOINS;
}

// The token behind ",", "and", ", and" that begin at the token; the token itself where there is
// nothing of the kind.
static uint32_t behind_joint(const sentence_scan *scan, uint32_t token, bool *joined) {
    token += scan_mark_at(scan, token) == ',';
    if (joins_list(scan, token)) {
        *joined = true;
        token++;
    }
    return token;
}

static void read_list(const sentence_scan *scan, uint32_t token, person_list *list) {
    *list = (person_list){.behind = token};
    while (list->count < MOST_PERSONS) {
        bool joined = false;
        uint32_t start = list->count ? behind_joint(scan, list->behind, &joined) : token;
        person_told person;
        if ((list->count && start == list->behind) || !person_at(scan, start, &person)) {
            return;
        }
        list->items[list->count++] = person;
        list->behind = person.last;
        list->joined |= joined;
    }
}

static bool counted_ends_at(const sentence_scan *scan, uint32_t token, size_t counted) {
    for (size_t i = 0; i < counted; i++) {
        if (scan->groups[i].last == token) {
            return true;
        }
    }
    return false;
}

// Whether a counted group stands beside the list and is one more of it.
static bool is_beside_counted(const sentence_scan *scan, const person_list *list,
                              size_t counted) {
    uint32_t first = list->items[0].first;
    bool joined = false;
    uint32_t behind = behind_joint(scan, list->behind, &joined);
    if (behind > list->behind && group_after(scan, behind) != NONE) {
        return true;
    }
    return first > scan->sentence->first_token && joins_list(scan, first - 1) &&
           (counted_ends_at(scan, first - 1, counted) ||
            (scan_mark_at(scan, (int64_t)first - 2) == ',' &&
             counted_ends_at(scan, first - 2, counted)));
}

// "two soldiers, a father and a son": says who they are that are counted already.
static bool explains_counted(const sentence_scan *scan, uint32_t first, size_t counted) {
    char mark = scan_mark_at(scan, (int64_t)first - 1);
    return (mark == ',' || mark == ':' || mark == '-' || mark == '(') && first > 1 &&
           counted_ends_at(scan, first - 1, counted);
}

// What all of them are; 0 where one is not told. A plural noun before names is of them all.
static uint16_t common_class(const sentence_scan *scan, const person_list *list, uint32_t from,
                             uint32_t to) {
    uint16_t common = list->items[from].class_index;
    for (uint32_t i = from + 1; i < to; i++) {
        uint16_t other = list->items[i].class_index;
        if (!other && list->items[0].led) {
            continue;
        }
        while (common && common != other) {
            // The parents of each up to the first that both have.
            uint16_t up = other;
            while (up && up != common) {
                up = scan->rules->classes[up].parent;
            }
            if (up == common) {
                break;
            }
            common = scan->rules->classes[common].parent;
        }
    }
    return common;
}

static xc_number number_of(uint32_t count) {
    return (xc_number){xc_decimal_of((int64_t)count), true};
}

static xc_quantity *quantity_of(sentence_scan *scan, uint32_t first, uint32_t last,
                                uint32_t count) {
    xc_quantity *quantity = xc_arena_alloc(scan->arena, sizeof *quantity);
    if (!quantity) {
        scan->status = XC_NO_MEMORY;
        return NULL;
    }
    xc_number number = number_of(count);
    *quantity = (xc_quantity){.start = scan_token_at(scan, first)->start,
                              .end = scan_token_at(scan, last - 1)->end,
                              .first_token = first,
                              .last_token = last,
                              .sentence = scan->sentence_index,
                              .kind = XC_COUNT,
                              .value = number,
                              .low = number,
                              .high = number,
                              .qualifier = XC_EXACT};
    quantity->number_start = quantity->start;
    quantity->number_end = quantity->end;
    return quantity;
}

// "both men", "the pair".
static void add_known(sentence_scan *scan, const person_told *known, uint32_t count) {
    xc_quantity *quantity = quantity_of(scan, known->first, known->head.first, count);
    noun_group *group = xc_arena_grow(scan->arena, &scan->groups, scan->group_count,
                                      &scan->group_capacity, sizeof *group);
    if (!quantity || !group) {
        scan->status = XC_NO_MEMORY;
        return;
    }
    *group = (noun_group){.first = known->first,
                          .last = known->last,
                          .head = known->head,
                          .class_index = known->class_index,
                          .quantity = quantity,
                          .head_trigger = NONE,
                          .attribute = NONE,
                          .known = true,
                          .part = count == 1 && known->last > known->first + 1,
                          .implied = true};
    scan->group_count++;
}

// Makes a group of the persons [from,to) of a list.
static void add_group(sentence_scan *scan, const person_list *list, uint32_t from, uint32_t to,
                      bool lone) {
    const person_told *first = &list->items[from];
    const person_told *last = &list->items[to - 1];
    xc_quantity *quantity = quantity_of(scan, first->first, last->last, to - from);
    noun_group *group = xc_arena_grow(scan->arena, &scan->groups, scan->group_count,
                                      &scan->group_capacity, sizeof *group);
    if (!quantity || !group) {
        scan->status = XC_NO_MEMORY;
        return;
    }
    int64_t before = (int64_t)first->first - 1;
    uint32_t grammar = first->led ? 0 : scan_grammar(scan, before);
    bool one = to - from == 1;
    *group = (noun_group){
        .first = first->first,
        .last = last->last,
        .head = {one ? first->head.first : first->first, one ? first->head.last : last->last},
        .class_index = common_class(scan, list, from, to),
        .quantity = quantity,
        .head_trigger = NONE,
        .attribute = NONE,
        .in_phrase = (grammar & (G_PREPOSITION | G_OF | G_BY | G_FROM | G_BE)) != 0,
        .implied = true,
        .lone = lone};
    scan->group_count++;
}

// A list of two or more is counted whole; one alone if it is "a" somebody, one more ("a third
// man"), or a name behind a noun ("serviceman Ivan Petrov").
static void add_list(sentence_scan *scan, const person_list *list, size_t counted) {
    if (explains_counted(scan, list->items[0].first, counted)) {
        return;
    }
    bool beside = is_beside_counted(scan, list, counted);
    if (list->count > 1 && list->joined && !beside) {
        add_group(scan, list, 0, list->count, false);
        return;
    }
    for (uint32_t i = 0; i < list->count && (beside || list->count == 1); i++) {
        const person_told *person = &list->items[i];
        if (beside || person->one || person->introduced || person->ordinal) {
            add_group(scan, list, i, i + 1, !beside && !person->ordinal);
        }
    }
}

static int by_first(const void *a, const void *b) {
    const noun_group *one = a;
    const noun_group *other = b;
    return one->first < other->first ? -1 : one->first > other->first;
}

// The token behind the counted group or quantity that covers the token; the token itself where
// none does.
static uint32_t behind_counted(const sentence_scan *scan, uint32_t token, size_t counted) {
    for (size_t i = 0; i < counted; i++) {
        if (scan->groups[i].first <= token && token < scan->groups[i].last) {
            return scan->groups[i].last;
        }
    }
    return token;
}

static bool has_rule_for_them(const sentence_scan *scan) {
    for (size_t i = 0; i < scan->trigger_count; i++) {
        const trigger_found *o = &scan->triggers[i];
        for (uint32_t j = 0; j < o->payload_count; j++) {
            uint32_t rule = scan->language->trigger_list[o->payloads[j]].rule;
            if (scan->rules->rules[rule].implied != IMPLIED_NONE) {
                return true;
            }
        }
    }
    return false;
}

// "and another was arrested", "the other escaped": one more, of those told before.
static bool is_another(const sentence_scan *scan, uint32_t token) {
    uint32_t all = G_ANOTHER | G_PRONOUN | G_DETERMINER;
    role_tree t;
    if ((scan_grammar(scan, token) & all) != all || !role_tree_made(scan, &t)) {
        return false;
    }
    xc_deprel relation = role_relation(&t, xc_tree_find(t.tree, token));
    return relation == XC_REL_NSUBJ || relation == XC_REL_OBJ;
}

// "two were killed and one was hurt", "of whom one died".
static bool is_one_of_them(const sentence_scan *scan, uint32_t token) {
    int64_t before = (int64_t)token - 1;
    bool begins = !scan_in(scan, before) ||
                  (scan_mark_at(scan, before) && !scan_hyphen(scan, before)) || // "no-one"
                  (scan_grammar(scan, before) & (G_CONJUNCTION | G_RELATIVE | G_SUBORDINATE));
    return (scan_roles(scan, token) & FRAME_SINGLE) && begins &&
           (token_is_verbal(scan, token + 1) || token_is_verb_trigger(scan, token + 1));
}

static void add_another(sentence_scan *scan, uint32_t token) {
    person_told one = {.first = token, .last = token + 1, .head = {token + 1, token + 1}};
    add_known(scan, &one, 1);
}

void scan_implied(sentence_scan *scan) {
    if (!has_rule_for_them(scan)) {
        return;
    }
    size_t counted = scan->group_count;
    uint32_t last = scan->sentence->last_token;
    for (uint32_t token = scan->sentence->first_token; token < last && !scan->status;) {
        uint32_t behind = behind_counted(scan, token, counted);
        if (behind > token) {
            token = behind;
            continue;
        }
        if (is_another(scan, token) || is_one_of_them(scan, token)) {
            add_another(scan, token++);
            continue;
        }
        if (!person_may_begin(scan, token)) {
            token++;
            continue;
        }
        person_told known;
        uint32_t few = known_few_at(scan, token, &known);
        person_list list = {0};
        if (few) {
            add_known(scan, &known, few);
            token = known.last;
            continue;
        }
        read_list(scan, token, &list);
        if (list.count) {
            add_list(scan, &list, counted);
            token = list.behind > token ? list.behind : token + 1;
        } else {
            token++;
        }
    }
    if (scan->group_count > counted && counted) {
        qsort(scan->groups, scan->group_count, sizeof *scan->groups, by_first);
    }
}
