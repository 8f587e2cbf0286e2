// SPDX-License-Identifier: MIT
// The names of Universal Dependencies, as the enumerations of the public header count them.
#include "crossclaim/syntax.h"

#include <string.h>

static const char *const class_names[XC_CLASSES] = {
    [XC_CLASS_ADJ] = "ADJ",     [XC_CLASS_ADP] = "ADP",     [XC_CLASS_ADV] = "ADV",
    [XC_CLASS_AUX] = "AUX",     [XC_CLASS_CCONJ] = "CCONJ", [XC_CLASS_DET] = "DET",
    [XC_CLASS_INTJ] = "INTJ",   [XC_CLASS_NOUN] = "NOUN",   [XC_CLASS_NUM] = "NUM",
    [XC_CLASS_PART] = "PART",   [XC_CLASS_PRON] = "PRON",   [XC_CLASS_PROPN] = "PROPN",
    [XC_CLASS_PUNCT] = "PUNCT", [XC_CLASS_SCONJ] = "SCONJ", [XC_CLASS_SYM] = "SYM",
    [XC_CLASS_VERB] = "VERB",   [XC_CLASS_X] = "X",
};

static const char *const relation_names[XC_RELATIONS] = {
    [XC_REL_ROOT] = "root",
    [XC_REL_ACL] = "acl",
    [XC_REL_ACL_RELCL] = "acl:relcl",
    [XC_REL_ADVCL] = "advcl",
    [XC_REL_ADVCL_RELCL] = "advcl:relcl",
    [XC_REL_ADVMOD] = "advmod",
    [XC_REL_AMOD] = "amod",
    [XC_REL_APPOS] = "appos",
    [XC_REL_AUX] = "aux",
    [XC_REL_AUX_PASS] = "aux:pass",
    [XC_REL_CASE] = "case",
    [XC_REL_CC] = "cc",
    [XC_REL_CC_PRECONJ] = "cc:preconj",
    [XC_REL_CCOMP] = "ccomp",
    [XC_REL_CLF] = "clf",
    [XC_REL_COMPOUND] = "compound",
    [XC_REL_COMPOUND_PRT] = "compound:prt",
    [XC_REL_CONJ] = "conj",
    [XC_REL_COP] = "cop",
    [XC_REL_CSUBJ] = "csubj",
    [XC_REL_CSUBJ_OUTER] = "csubj:outer",
    [XC_REL_CSUBJ_PASS] = "csubj:pass",
    [XC_REL_DEP] = "dep",
    [XC_REL_DET] = "det",
    [XC_REL_DET_PREDET] = "det:predet",
    [XC_REL_DISCOURSE] = "discourse",
    [XC_REL_DISLOCATED] = "dislocated",
    [XC_REL_EXPL] = "expl",
    [XC_REL_FIXED] = "fixed",
    [XC_REL_FLAT] = "flat",
    [XC_REL_GOESWITH] = "goeswith",
    [XC_REL_IOBJ] = "iobj",
    [XC_REL_LIST] = "list",
    [XC_REL_MARK] = "mark",
    [XC_REL_NMOD] = "nmod",
    [XC_REL_NMOD_DESC] = "nmod:desc",
    [XC_REL_NMOD_POSS] = "nmod:poss",
    [XC_REL_NMOD_UNMARKED] = "nmod:unmarked",
    [XC_REL_NSUBJ] = "nsubj",
    [XC_REL_NSUBJ_OUTER] = "nsubj:outer",
    [XC_REL_NSUBJ_PASS] = "nsubj:pass",
    [XC_REL_NUMMOD] = "nummod",
    [XC_REL_OBJ] = "obj",
    [XC_REL_OBL] = "obl",
    [XC_REL_OBL_AGENT] = "obl:agent",
    [XC_REL_OBL_UNMARKED] = "obl:unmarked",
    [XC_REL_ORPHAN] = "orphan",
    [XC_REL_PARATAXIS] = "parataxis",
    [XC_REL_PUNCT] = "punct",
    [XC_REL_REPARANDUM] = "reparandum",
    [XC_REL_VOCATIVE] = "vocative",
    [XC_REL_XCOMP] = "xcomp",
};

const char *xc_class_name(xc_class class) {
    return class > 0 && class < XC_CLASSES ? class_names[class] : "X";
}

const char *xc_deprel_name(xc_deprel relation) {
    return relation > 0 && relation < XC_RELATIONS ? relation_names[relation] : "dep";
}

xc_class xc_class_of(xc_slice name) {
    for (int i = 1; i < XC_CLASSES; i++) {
        if (xc_slice_is(name, class_names[i])) {
            return (xc_class)i;
        }
    }
    return (xc_class)0;
}

xc_deprel xc_deprel_of(xc_slice name) {
    for (int i = 1; i < XC_RELATIONS; i++) {
        if (xc_slice_is(name, relation_names[i])) {
            return (xc_deprel)i;
        }
    }
    return (xc_deprel)0;
}

xc_deprel xc_deprel_base(xc_deprel relation) {
    const char *name = xc_deprel_name(relation);
    const char *colon = strchr(name, ':');
    return colon ? xc_deprel_of((xc_slice){name, (size_t)(colon - name)}) : relation;
}
