// SPDX-License-Identifier: MIT
// Figures of clauses that leave out what they count (gapping, stripping): what they are of was told
// before, and who tells them is told here.
#include "extract/count/gapping.h"

#include "extract/count/carrier.h"

enum { MOST_REMNANT = 6, MOST_BEFORE_FIGURE = 8 };

static bool tells(const sentence_scan *scan, int64_t token) {
    return (scan_grammar(scan, token) & G_REPORT) ||
           (scan_counting(scan, token) & (COUNTING_GIVES | COUNTING_TELLS));
}

// Whether a verb of telling stands close before: without one no tree is made.
static bool follows_telling(const sentence_scan *scan, const noun_group *group) {
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < MOST_BEFORE_FIGURE && scan_in(scan, token); i++, token--) {
        if (scan_mark_at(scan, token) || tells(scan, token)) {
            return tells(scan, token);
        }
    }
    return false;
}

bool figure_is_told(sentence_scan *scan, const noun_group *group) {
    const xc_tree *tree = !group->part && follows_telling(scan, group) ? scan_tree(scan) : NULL;
    if (!tree) {
        return false;
    }
    role_tree t = {scan, tree};
    uint32_t node = carrier_of(&t, group);
    uint32_t preposition = role_child(&t, node, XC_REL_CASE);
    uint32_t verb = node == XC_NO_HEAD ? node : tree->nodes[node].head;
    xc_deprel relation = role_relation(&t, node);
    bool at = preposition != XC_NO_HEAD &&
              (scan_counting(scan, tree->nodes[preposition].first_token) & COUNTING_AS);
    if (relation == XC_REL_NMOD && at && role_relation(&t, verb) == XC_REL_OBJ) {
        verb = tree->nodes[verb].head; // "puts | its losses at four" by such a tree
        relation = XC_REL_OBL;
    }
    bool takes = relation == XC_REL_OBJ || relation == XC_REL_OBL || relation == XC_REL_CCOMP ||
                 relation == XC_REL_XCOMP;
    return takes && verb < node && role_is_verb(&t, verb) &&
           tells(scan, tree->nodes[verb].first_token) &&
           role_child(&t, verb, XC_REL_NSUBJ) != XC_NO_HEAD &&
           role_child(&t, node, XC_REL_NMOD) == XC_NO_HEAD && !role_passive(&t, verb);
}

// A place, "the second", "by that of the union"; a body or a country, unless it may be a name with a
// number: "Flight 93".
static bool begins_remnant(const sentence_scan *scan, int64_t first, const noun_group *group,
                           bool comma) {
    bool the = scan_roles(scan, first) & FRAME_THE;
    if ((scan_roles(scan, first) & FRAME_LOCATIVE) ||
        (the && (scan_roles(scan, first + 1) & FRAME_NTH))) {
        return true;
    }
    bool hedged = group->quantity->qualifier != XC_EXACT;
    bool named = scan_capital(scan, (int64_t)group->first - 1) && !hedged;
    return !comma && !named &&
           (the || (scan_grammar(scan, first) & G_BY) || scan_capital(scan, first));
}

static bool ends_clause(const sentence_scan *scan, uint32_t token) {
    char mark = scan_mark_at(scan, token);
    return token >= scan->sentence->last_token || mark == '.' || mark == ',' || mark == ';';
}

// "or 15, according to the union"
static bool is_alternative(const sentence_scan *scan, const noun_group *group) {
    return (scan_grammar(scan, (int64_t)group->first - 1) & G_CONJUNCTION) &&
           scan_mark_at(scan, group->last) == ',' &&
           (scan_grammar(scan, (int64_t)group->last + 1) & G_REPORT) &&
           (scan_grammar(scan, (int64_t)group->last + 2) & G_TO);
}

bool figure_ends_remnant(const sentence_scan *scan, const noun_group *group) {
    if (is_alternative(scan, group)) {
        return true;
    }
    int64_t token = (int64_t)group->first - 1;
    bool comma = scan_mark_at(scan, token) == ',';
    token -= comma;
    int64_t last = token;
    bool ends = ends_clause(scan, group->last);
    for (int i = 0; i < MOST_REMNANT && ends && scan_is_word(scan, token); i++, token--) {
        if (scan_grammar(scan, token) & G_CONJUNCTION) {
            break;
        }
        bool verb =
            phrase_starts_of(scan->language, scan_token_at(scan, token)->word) & STARTS_PAST;
        uint32_t grammar = scan_grammar(scan, token);
        bool clause = (grammar & G_SUBORDINATE) && // "by that of the union"
                      !(scan_grammar(scan, token + 1) & G_OF);
        if (verb || clause || trigger_at(scan, (uint32_t)token) != NONE ||
            (grammar & (G_BE | G_HAVE | G_REPORT))) {
            return false;
        }
    }
    bool last_of_all = !scan_in(scan, group->last) || scan_mark_at(scan, group->last) == '.';
    bool another = (scan_grammar(scan, token) & G_CONJUNCTION) ||
                   scan_mark_at(scan, token) == ';' ||
                   (scan_mark_at(scan, token) == ',' && last_of_all && !comma &&
                    (scan_roles(scan, token + 1) & FRAME_THE));
    return ends && another && last > token && begins_remnant(scan, token + 1, group, comma);
}
