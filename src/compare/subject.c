// SPDX-License-Identifier: MIT
// Families of classes. The names are the interface's; a class that a pack adds is a class of
// its own, or, where persons are counted, people under another name ("Palestinians").
#include "subject.h"

// Parts of the people: a count of one of these is not the count of all.
static const char *const parts[] = {
    "civilians",    "children",   "women",     "men",          "soldiers",   "fighters",
    "police",       "girls",      "boys",      "elderly",      "medics",     "journalists",
    "peacekeepers", "foreigners", "officials", "firefighters", "aid_workers"};

// What is no person: a pack's class of things has a unit other than person, or is one of these.
static const char *const no_people[] = {
    "families", "households", "houses", "homes",    "buildings", "villages",  "towns",
    "schools",  "vehicles",   "tanks",  "aircraft", "weapons",   "hospitals", "countries"};

static bool listed(xc_slice subject, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_is(subject, words[i])) {
            return true;
        }
    }
    return false;
}

bool subject_is_all_people(const xc_claim *claim) {
    bool person = claim->unit.len == 0 || xc_slice_is(claim->unit, "person");
    return person && !listed(claim->subject, parts, sizeof parts / sizeof *parts) &&
           !listed(claim->subject, no_people, sizeof no_people / sizeof *no_people);
}

subject_relation subjects_compare(const xc_claim *a, const xc_claim *b) {
    if (xc_slice_equal(a->subject, b->subject)) {
        return SUBJECTS_SAME;
    }
    if (a->subject.len == 0 || b->subject.len == 0) { // not told: may be any class
        bool all = subject_is_all_people(a) && subject_is_all_people(b);
        return all ? SUBJECTS_SAME : SUBJECTS_MAY;
    }
    bool one = subject_is_all_people(a);
    bool other = subject_is_all_people(b);
    if (one && other) {
        return SUBJECTS_SAME;
    }
    bool part = listed(one ? b->subject : a->subject, parts, sizeof parts / sizeof *parts);
    return (one || other) && part ? SUBJECTS_MAY : SUBJECTS_DIFFERENT;
}
