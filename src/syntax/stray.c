// SPDX-License-Identifier: MIT
// What a greedy parser leaves in "The arrested included 12 clerks" or "Tram derails": words that
// go with nouns alone, hung on a finite verb. The last of them is the verb's subject where it
// has none, the others are the subject's. In the test files of docs/syntax.md no adjective of
// 3,595 hangs on a finite verb behind it.
#include "syntax/stray.h"

static bool goes_with_nouns(uint8_t relation) {
    return relation == XC_REL_AMOD || relation == XC_REL_NUMMOD ||
           relation == XC_REL_COMPOUND || relation == XC_REL_DET ||
           relation == XC_REL_NMOD_POSS;
}

static bool is_subject(uint8_t relation) {
    return relation == XC_REL_NSUBJ || relation == XC_REL_NSUBJ_PASS ||
           relation == XC_REL_CSUBJ || relation == XC_REL_CSUBJ_PASS || relation == XC_REL_EXPL;
}

static bool can_be_subject(const xc_node *node) {
    return node->relation != XC_REL_DET && node->relation != XC_REL_NMOD_POSS &&
           (node->class == XC_CLASS_NOUN || node->class == XC_CLASS_PROPN ||
            node->class == XC_CLASS_NUM || node->class == XC_CLASS_ADJ ||
            node->class == XC_CLASS_VERB);
}

// Finite by its own tag (Penn's), or by the auxiliary of a passive.
static bool is_finite(const xc_node *verb, bool passive) {
    char form = verb->tag && verb->tag[0] == 'V' && verb->tag[1] == 'B' ? verb->tag[2] : '\0';
    return verb->class == XC_CLASS_VERB &&
           (passive || form == 'D' || form == 'Z' || form == 'P');
}

// Hangs what stands before the subject, and goes with nouns, on it: no branch crosses, for
// nothing else of the verb's stands between.
static void gather(xc_node *nodes, uint32_t first, uint32_t head, uint32_t subject) {
    for (uint32_t i = subject; i-- > first;) {
        if (nodes[i].head == head && !goes_with_nouns(nodes[i].relation)) {
            return;
        }
        if (nodes[i].head == head) {
            nodes[i].head = subject;
        }
    }
}

void stray_gather(xc_node *nodes, uint32_t first, uint32_t last) {
    for (uint32_t verb = first; verb < last; verb++) {
        uint32_t subject = XC_NO_HEAD;
        bool passive = false;
        bool has = false;
        for (uint32_t i = first; nodes[verb].class == XC_CLASS_VERB && i < last; i++) {
            if (nodes[i].head == verb) {
                uint8_t relation = nodes[i].relation;
                passive |= relation == XC_REL_AUX_PASS;
                has |= is_subject(relation);
                if (i < verb && goes_with_nouns(relation) && can_be_subject(&nodes[i])) {
                    subject = i;
                }
            }
        }
        if (subject != XC_NO_HEAD && !has && is_finite(&nodes[verb], passive)) {
            gather(nodes, first, verb, subject);
            nodes[subject].relation =
                passive ? (uint8_t)XC_REL_NSUBJ_PASS : (uint8_t)XC_REL_NSUBJ;
        }
    }
}
