// SPDX-License-Identifier: MIT
// Families of classes, as the tables declare them. A class that no table has is a class of its
// own, or, where persons are counted, people under another name ("Palestinians").
#include "compare/subject.h"

bool subject_is_part(const claim_profile *a, const claim_profile *b) {
    return (a->class_kind == CLASS_PART && b->class_kind == CLASS_ALL) ||
           vocabulary_within(a->vocabulary, a->claim->subject, b->claim->subject);
}

subject_relation subjects_compare(const claim_profile *a, const claim_profile *b) {
    xc_slice one = a->claim->subject;
    xc_slice other = b->claim->subject;
    bool both_all = a->class_kind == CLASS_ALL && b->class_kind == CLASS_ALL;
    if (a->subject == b->subject || both_all) {
        return SUBJECTS_SAME;
    }
    if (one.len == 0 || other.len == 0) { // not told: may be any class
        return SUBJECTS_MAY;
    }
    bool nested = subject_is_part(a, b) || subject_is_part(b, a);
    return nested ? SUBJECTS_MAY : SUBJECTS_DIFFERENT;
}
