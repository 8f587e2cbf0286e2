// SPDX-License-Identifier: MIT
/// Levels 3 to 5 of the cascade: rule packs, and the claims that a document makes by them.
///
///     xc_rules *rules;
///     xc_rules_load("claims", NULL, 0, &rules, &error);
///     xc_extractor *extractor = xc_extractor_new(rules);
///     xc_extract(extractor, &document, &claims, &error);
#ifndef CROSSCLAIM_EXTRACT_H
#define CROSSCLAIM_EXTRACT_H

#include "crossclaim/read.h"
#include "crossclaim/recognise.h"
#include "crossclaim/syntax.h"

/// Compiled packs with their lexicons: never written to once loaded, any number of threads may
/// share them.
typedef struct xc_rules xc_rules;

/// A pack that was loaded, for people and for the case.
typedef struct xc_pack {
    xc_slice name, language, path;
    uint64_t hash; ///< of its bytes: a case remembers the packs that it was made with
    size_t rules, measures;
    bool own; ///< the user's, not a shipped one: its classes and rules come first
} xc_pack;

/// Loads the shipped packs of every language below `claims_directory`, then the user's folders.
/// @param out freed by xc_rules_free
/// @return XC_OK; XC_BAD_RULE with file, line and mend where a pack is wrong; XC_LIMIT (too many
///         words); XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_rules_load(const char *claims_directory,
                                      const char *const *pack_directories, size_t count,
                                      xc_rules **out, xc_error *error);
/// NULL is allowed. What xc_rules_measures, _terms, _packs and _info gave dies with the rules.
void xc_rules_free(xc_rules *rules);
/// What the packs declare that they measure; owned by the rules.
const xc_measure *xc_rules_measures(const xc_rules *rules, size_t *count);
/// What classes, measures and the tables of each language say for comparison; owned by the rules.
const xc_term *xc_rules_terms(const xc_rules *rules, size_t *count);
/// The packs, the user's first; owned by the rules.
const xc_pack *xc_rules_packs(const xc_rules *rules, size_t *count);

/// The hash of a language's model of syntax; 0 where it has none.
uint64_t xc_rules_model(const xc_rules *rules, xc_slice language);

/// The language that a text's own words tell for sure, whatever is declared.
/// @param language as the document declares it; may be empty
/// @return empty where the text is short, holds little running text, or is in a language that
/// has no packs; points into the rules
xc_slice xc_rules_told_language(const xc_rules *rules, xc_slice language, xc_slice text);

/// One rule, for people.
typedef struct xc_rule_info {
    xc_slice pack, id, measure;
    xc_slice label;   ///< "pack:id"
    const char *kind; ///< "verbs", "nouns", "adjectives", "pattern"
    xc_slice path;
    long line;
    size_t matches, fails; ///< how many examples it carries
} xc_rule_info;
/// How many rules there are.
size_t xc_rules_count(const xc_rules *rules);
/// @param index less than xc_rules_count
xc_rule_info xc_rules_info(const xc_rules *rules, size_t index);

/// An example that did not come out as its rule says.
typedef struct xc_check_failure {
    xc_rule_info rule;
    long line; ///< of the example
    xc_slice text, wanted, got;
} xc_check_failure;
/// Runs the examples of every rule.
/// @param arena owns *failures
/// @return XC_OK also where examples fail, see *failure_count; XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_rules_check(const xc_rules *rules, xc_arena *arena,
                                       xc_check_failure **failures, size_t *failure_count,
                                       size_t *example_count, xc_error *error);

/// What a document claims.
typedef struct xc_claims {
    xc_claim *items; ///< in the order of title, then text
    size_t count;
    bool dated_by_text; ///< times were resolved against the latest full date of the text
    size_t refused;     ///< claims that a case could not hold (xc_claim_fault): left out
    xc_slice refusal;   ///< the words of the first of them and what is wrong with it
} xc_claims;

/// One thread's workplace: its arena and match data over shared rules.
typedef struct xc_extractor xc_extractor;
/// @param rules outlive it
/// @return to be freed by xc_extractor_free; NULL when memory is out
xc_extractor *xc_extractor_new(const xc_rules *rules);
/// NULL is allowed. The claims of its last call die with it.
void xc_extractor_free(xc_extractor *extractor);

/// Finds the claims that a document makes, in the order of its title and text.
/// @param document text is valid UTF-8; offsets in the claims are bytes into it
/// @param out      its claims point into the document and the extractor's arena: both die with
///                 the next call on the same extractor
/// @return XC_OK, XC_NO_MEMORY or XC_LIMIT (a text over 4 GB)
XC_MUST_CHECK xc_status xc_extract(xc_extractor *extractor, const xc_document *document,
                                   xc_claims *out, xc_error *error);
/// In how many sentences the pattern of a rule took more steps than are allowed, and was given
/// up, since the extractor was made; for a warning.
/// @param rule index as of xc_rules_info
size_t xc_extractor_limited(const xc_extractor *extractor, size_t rule);
/// The first language ("en") where trees were asked for in it, since the extractor was made, and
/// its folder has no model of syntax; else empty. For a message: other languages go without.
xc_slice xc_extractor_treeless(const xc_extractor *extractor);

/// What every level saw in the text that xc_extract was last called with; for `explain`.
typedef struct xc_explanation {
    const xc_text *text;
    const xc_mentions *mentions;
    xc_claims claims;
    const xc_slice *notes; ///< what nearly was a claim, and why not, in words
    size_t note_count;
    /// By sentence: its tree, NULL of one that holds no figure and no word that a rule asks
    /// for. NULL altogether where the language has no model of syntax.
    const xc_tree *const *trees;
} xc_explanation;
/// As xc_extract, with all that was seen on the way; what *out points to dies as its claims do.
/// @return as xc_extract: XC_OK, XC_NO_MEMORY or XC_LIMIT
XC_MUST_CHECK xc_status xc_explain(xc_extractor *extractor, const xc_document *document,
                                   xc_explanation *out, xc_error *error);

#endif
