// SPDX-License-Identifier: MIT
// The counted groups that the linker over trees finds in a noun phrase.
#ifndef CROSSCLAIM_EXTRACT_COUNT_MEMBERS_H
#define CROSSCLAIM_EXTRACT_COUNT_MEMBERS_H

#include "extract/count/linking.h"
#include "extract/count/roles.h"

enum { MOST_MEMBERS = 32 };

typedef struct counting {
    role_tree t;
    sentence_scan *scan;
    const int *group_of; // by node, NONE of those that carry no number
    bool describing;     // clauses that say who somebody is are looked at, and no others
} counting;

// Groups by their numbers in the scan, each once.
typedef struct members {
    int groups[MOST_MEMBERS];
    size_t count;
} members;

// Adds a group; NONE and what is there already change nothing.
void members_take(members *list, int group);
// Adds those of a noun phrase: its own and those that it is joined with. @param depth 0
void members_of(const counting *c, uint32_t node, int depth, members *list);
// As members_of; also what the tree hangs on the predicate itself as another of the role.
void members_of_role(const counting *c, uint32_t node, members *list);
// Whether the node's group is a number alone.
bool is_bare_figure(const counting *c, uint32_t node);
// "the villagers, 31 in all": how many they were, and no age.
bool says_how_many(const counting *c, uint32_t node);

// company.c: adds those who share what the verb tells: "was arrested together with two guards".
// @param of_object whether the rule counts whom the verb acts on
void members_in_company(const counting *c, uint32_t verb, bool of_object, members *list);
// told_figure.c: adds the figure that another verb gives for whom the word describes: "the wounded
// were put at 33", "the number of dead was given as 12". The group gets the class of what the
// number is of.
void members_told(const counting *c, uint32_t node, members *list);

#endif
