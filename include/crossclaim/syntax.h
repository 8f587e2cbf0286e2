// SPDX-License-Identifier: MIT
/// Word classes, lemmas and a dependency tree of a sentence, in the terms of Universal
/// Dependencies (https://universaldependencies.org): transition based (arc-hybrid, Kuhlmann et
/// al. 2011), trained with a dynamic oracle (Goldberg and Nivre 2013). Integers alone decide:
/// the same model gives the same tree on every machine.
///
///     xc_syntax *syntax;                        // once, shared by all threads
///     status = xc_syntax_open("claims/en", &syntax, &error);
///     xc_syntax_work *work = xc_syntax_work_new();          // one a thread
///     xc_tree tree;
///     status = xc_syntax_parse(syntax, work, &text, &mentions, sentence, arena, &tree, &error);
///     for (size_t i = 0; i < tree.count; i++)
///         printf("%s\n", xc_deprel_name(tree.nodes[i].relation));
#ifndef CROSSCLAIM_SYNTAX_H
#define CROSSCLAIM_SYNTAX_H

#include "crossclaim/recognise.h"

/// The classes of words of Universal Dependencies (UPOS).
typedef enum xc_class {
    XC_CLASS_ADJ = 1,
    XC_CLASS_ADP,
    XC_CLASS_ADV,
    XC_CLASS_AUX,
    XC_CLASS_CCONJ,
    XC_CLASS_DET,
    XC_CLASS_INTJ,
    XC_CLASS_NOUN,
    XC_CLASS_NUM,
    XC_CLASS_PART,
    XC_CLASS_PRON,
    XC_CLASS_PROPN,
    XC_CLASS_PUNCT,
    XC_CLASS_SCONJ,
    XC_CLASS_SYM,
    XC_CLASS_VERB,
    XC_CLASS_X,
    XC_CLASSES,
} xc_class;

/// The relations of Universal Dependencies and the subtypes that treebanks of English have. A
/// model of another language uses those of these that it knows.
typedef enum xc_deprel {
    XC_REL_ROOT = 1,
    XC_REL_ACL,
    XC_REL_ACL_RELCL, ///< acl:relcl
    XC_REL_ADVCL,
    XC_REL_ADVCL_RELCL,
    XC_REL_ADVMOD,
    XC_REL_AMOD,
    XC_REL_APPOS,
    XC_REL_AUX,
    XC_REL_AUX_PASS, ///< aux:pass
    XC_REL_CASE,
    XC_REL_CC,
    XC_REL_CC_PRECONJ,
    XC_REL_CCOMP,
    XC_REL_CLF,
    XC_REL_COMPOUND,
    XC_REL_COMPOUND_PRT, ///< compound:prt: "carried out"
    XC_REL_CONJ,
    XC_REL_COP,
    XC_REL_CSUBJ,
    XC_REL_CSUBJ_OUTER,
    XC_REL_CSUBJ_PASS,
    XC_REL_DEP,
    XC_REL_DET,
    XC_REL_DET_PREDET,
    XC_REL_DISCOURSE,
    XC_REL_DISLOCATED,
    XC_REL_EXPL,
    XC_REL_FIXED,
    XC_REL_FLAT,
    XC_REL_GOESWITH,
    XC_REL_IOBJ,
    XC_REL_LIST,
    XC_REL_MARK,
    XC_REL_NMOD,
    XC_REL_NMOD_DESC, ///< nmod:desc: a title before a name
    XC_REL_NMOD_POSS,
    XC_REL_NMOD_UNMARKED, ///< nmod:unmarked: a noun without a preposition, as a time
    XC_REL_NSUBJ,
    XC_REL_NSUBJ_OUTER,
    XC_REL_NSUBJ_PASS,
    XC_REL_NUMMOD,
    XC_REL_OBJ,
    XC_REL_OBL,
    XC_REL_OBL_AGENT, ///< obl:agent: "by" of a passive
    XC_REL_OBL_UNMARKED,
    XC_REL_ORPHAN,
    XC_REL_PARATAXIS,
    XC_REL_PUNCT,
    XC_REL_REPARANDUM,
    XC_REL_VOCATIVE,
    XC_REL_XCOMP,
    XC_RELATIONS,
} xc_deprel;

/// "NOUN"; "X" for what is no class. Constant.
const char *xc_class_name(xc_class class);
/// "nsubj:pass"; "dep" for what is no relation. Constant.
const char *xc_deprel_name(xc_deprel relation);
/// The relation without its subtype: nsubj of nsubj:pass.
xc_deprel xc_deprel_base(xc_deprel relation);
/// Reads the name of a class; 0 where it is none.
xc_class xc_class_of(xc_slice name);
/// Reads the name of a relation; 0 where it is none.
xc_deprel xc_deprel_of(xc_slice name);

#define XC_NO_HEAD UINT32_MAX

/// A word of the tree: a token, or several that are one word here. These are the number words
/// of one quantity ("several hundred", "1.5 million", not its hedges and unit), a date of the
/// calendar ("24 September 2023"), and an abbreviation with its stop ("Gen.").
typedef struct xc_node {
    uint32_t start, end;              ///< bytes in the text
    uint32_t first_token, last_token; ///< [first,last) of the text's tokens
    uint32_t head;                    ///< index in the tree, XC_NO_HEAD of the root
    xc_slice lemma;                   ///< base form, folded ("kill"; names keep their capitals)
    const char *tag;  ///< the language's own finer class: "VBN" (Penn) of English
    uint8_t class;    ///< an xc_class
    uint8_t relation; ///< an xc_deprel, to the head
    bool number;      ///< the number of a quantity
    bool date;        ///< a date of the calendar
} xc_node;

/// The tree of a sentence; the arena that it was parsed into owns it.
typedef struct xc_tree {
    xc_node *nodes; ///< in the order of the text
    size_t count;   ///< 0 of a sentence without words
    uint32_t parts; ///< 1; more where the sentence was too long and parsed in parts: the root
                    ///< of each later part hangs by parataxis on the first one's
} xc_tree;

/// Words of a part; a longer sentence is cut, at its punctuation where it has any.
enum { XC_LONGEST_PART = 160 };

/// The model of a language. Mapped and never written to: any number of threads may share it.
typedef struct xc_syntax xc_syntax;
/// Opens `syntax.model` of a language's folder.
/// @param out closed by xc_syntax_close
/// @return XC_OK; XC_END where there is no such file (the program then works without trees);
///         XC_BAD_INPUT (foreign, cut or damaged: its own hash tells), XC_IO, XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_syntax_open(const char *language_directory, xc_syntax **out,
                                       xc_error *error);
/// The hash over the model's bytes that its header holds, and that was checked.
uint64_t xc_syntax_hash(const xc_syntax *syntax);
/// NULL is allowed.
void xc_syntax_close(xc_syntax *syntax);

/// What parsing needs to write to: one a thread, used again for every sentence.
typedef struct xc_syntax_work xc_syntax_work;
/// @return to be freed by xc_syntax_work_free; NULL when memory is out
xc_syntax_work *xc_syntax_work_new(void);
/// NULL is allowed.
void xc_syntax_work_free(xc_syntax_work *work);

/// Tags and parses one sentence.
/// @param mentions of the same text; NULL joins no quantities and dates
/// @param sentence index in text->sentences
/// @param arena    owns the nodes and lemmas
/// @return XC_OK or XC_NO_MEMORY. The tree is always one: a single root, no cycle
XC_MUST_CHECK xc_status xc_syntax_parse(const xc_syntax *syntax, xc_syntax_work *work,
                                        const xc_text *text, const xc_mentions *mentions,
                                        size_t sentence, xc_arena *arena, xc_tree *out,
                                        xc_error *error);

/// The node that holds a token of the text, XC_NO_HEAD where none does. Bisects.
uint32_t xc_tree_find(const xc_tree *tree, uint32_t token);
/// The first node after `after` whose head is `head`, XC_NO_HEAD where none follows; start with
/// XC_NO_HEAD. Goes over the tree: keep what is asked often.
uint32_t xc_tree_next(const xc_tree *tree, uint32_t head, uint32_t after);

#endif
