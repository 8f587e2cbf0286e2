// SPDX-License-Identifier: MIT
// Grammatical classes of words.
#ifndef CROSSCLAIM_EXTRACT_RULES_GRAMMAR_H
#define CROSSCLAIM_EXTRACT_RULES_GRAMMAR_H

// Grammatical classes of a language's closed words and of those open ones that the cascade asks
// for, each with its name in `claims/<language>/grammar.csv` (columns class,words). A word may
// be in several.
#define GRAMMAR_CLASSES(CLASS)                                                                 \
    CLASS(BE, be)                               /* is was were been be being */                \
    CLASS(HAVE, have)                           /* has have had having */                      \
    CLASS(DO, do)                               /* do does did */                              \
    CLASS(GET, get)                             /* passive get: get got gets */                \
    CLASS(MODAL_PREDICTED, modal_predicted)     /* will shall 'll: what is to come */          \
    CLASS(MODAL_CONDITIONAL, modal_conditional) /* could would may might can should */         \
    CLASS(NEGATION, negation)                   /* not n't never nobody neither nor without */ \
    CLASS(ADVERB, adverb)         /* may stand inside a verb group: reportedly also already */ \
    CLASS(DETERMINER, determiner) /* the a an this these their its */                          \
    CLASS(PREPOSITION, preposition) /* in at of from ... */                                    \
    CLASS(CONJUNCTION, conjunction) /* and or but as well as */                                \
    CLASS(RELATIVE, relative)       /* who which that whom */                                  \
    CLASS(PRONOUN, pronoun)         /* they them he it others */                               \
    CLASS(INCLUDING, including)     /* including among */                                      \
    CLASS(OF, of)                   /* of */                                                   \
    CLASS(TO, to)                   /* to: infinitives */                                      \
    CLASS(IF, if)                   /* if unless whether: conditional */                       \
    CLASS(FEAR, fear)               /* feared fears fear believed presumed: feared */          \
    CLASS(DENY, deny)               /* denied denies deny rejected: denied */                  \
    CLASS(PLAN, plan)               /* plans planned expected due aims vowed: predicted */     \
    CLASS(LEAVE, leave)             /* left leaves leaving: "left 12 dead" */                  \
    CLASS(REACH, reach)             /* rose climbed stood stands reached at: a toll's verbs */ \
    CLASS(TOTAL, total)             /* total group crowd: "a total of 12", "a group of 30" */  \
    CLASS(ANOTHER, another)         /* another further additional more other: new */           \
    CLASS(POSSESSIVE, possessive)   /* their his her its our */                                \
    CLASS(REPORT, report)           /* reporting verbs: said told reported */                  \
    CLASS(SUBORDINATE, subordinate) /* after when while as since because before that */        \
    CLASS(FAIL, fail)               /* failed refused waiting: what follows is not done */     \
    CLASS(BY, by)                   /* by: the passive's agent */                              \
    CLASS(FROM, from)               /* from, out of */                                         \
    CLASS(CATENATIVE, catenative)   /* forced began managed: stands before "to flee" */

enum {
#define G_POSITION(name, written) G_AT_##name,
    GRAMMAR_CLASSES(G_POSITION)
#undef G_POSITION
        G_COUNT
};
_Static_assert(G_COUNT <= 31, "every class is one bit of an int");

typedef enum grammar_class {
#define G_BIT(name, written) G_##name = 1u << G_AT_##name,
    GRAMMAR_CLASSES(G_BIT)
#undef G_BIT
} grammar_class;

#endif
