// SPDX-License-Identifier: MIT
// A verb with several meanings counts in the frame that means this one: "the boat carried 300
// migrants", "4,000 people left Zinbi"; not "the porter carried 300 bags", "four men left the bar".
// Frames as of VerbNet (Kipper Schuler 2005): what takes part tells the sense.
#include "extract/count/linking.h"
#include "extract/count/roles.h"

enum {
    MOST_BEFORE_NOUN = 3, // words of a compound before its head
    MOST_BEFORE_PLACE = 4,
    MOST_BEFORE_VERB = 8, // words between an actor and a participle
};

static bool is_beside(const count_link *l, xc_phrase_match match, word_form form) {
    for (uint32_t i = 0; i < match.payload_count; i++) {
        const rule_trigger *trigger = &l->scan->language->trigger_list[match.payloads[i]];
        if (trigger->rule == l->rule && trigger->form == form) {
            return true;
        }
    }
    return false;
}

static xc_phrase_match beside_words(const count_link *l, uint32_t token) {
    const language_rules *language = l->scan->language;
    xc_word word = scan_token_at(l->scan, token)->word;
    return phrase_starts_of(language, word) & STARTS_BESIDE
               ? xc_phrases_match(language->beside, l->scan->text, token,
                                  l->scan->sentence->last_token)
               : (xc_phrase_match){0};
}

// Whether a noun is one of the rule's `by` words, alone or as a compound.
static bool is_actor(const count_link *l, const role_tree *t, uint32_t node) {
    if (node == XC_NO_HEAD) {
        return false;
    }
    const xc_node *noun = &t->tree->nodes[node];
    for (uint32_t back = 0; back <= MOST_BEFORE_NOUN && back <= noun->first_token; back++) {
        uint32_t token = noun->first_token - back;
        xc_phrase_match match = beside_words(l, token);
        if (match.tokens && token + match.tokens == noun->last_token &&
            is_beside(l, match, FORM_BY)) {
            return true;
        }
    }
    return false;
}

// The passive's "by X", of a tree that may call it an oblique.
static uint32_t agent_of(const role_tree *t, uint32_t verb) {
    uint32_t child = xc_tree_next(t->tree, verb, XC_NO_HEAD);
    while (child != XC_NO_HEAD &&
           !(role_relation(t, child) == XC_REL_OBL && (role_case(t, child) & G_BY))) {
        child = xc_tree_next(t->tree, verb, child);
    }
    return child;
}

// "Police hold 14" by a tree that has a name there.
static bool stands_right_before(const count_link *l) {
    uint32_t first = l->verbs.first;
    xc_phrase_match match = first > l->scan->sentence->first_token ? beside_words(l, first - 1)
                                                                   : (xc_phrase_match){0};
    return match.tokens == 1 && !l->verbs.passive && is_beside(l, match, FORM_BY);
}

// "five boats that arrived on Friday carrying 1,200 people": whose participle it is the tree does
// not tell.
static bool stands_before(const count_link *l) {
    int64_t token = (int64_t)l->verbs.first - 1;
    for (int i = 0; i < MOST_BEFORE_VERB && scan_in(l->scan, token); i++, token--) {
        char mark = scan_mark_at(l->scan, token);
        if (mark == ';' || mark == ':') {
            return false;
        }
        if (is_beside(l, beside_words(l, (uint32_t)token), FORM_BY)) {
            return link_has_form(l, 1u << FORM_GERUND | 1u << FORM_PARTICIPLE);
        }
    }
    return false;
}

static bool actor_stands(const count_link *l) {
    if (stands_right_before(l)) {
        return true;
    }
    const xc_tree *tree = scan_tree(l->scan);
    if (!tree) {
        return false;
    }
    role_tree t = {l->scan, tree};
    uint32_t verb = xc_tree_find(tree, l->occurrence->first);
    bool filled = l->occurrence->last - l->occurrence->first > 1; // "a boat crammed with 40"
    uint32_t agent = role_passive(&t, verb) ? agent_of(&t, verb) : XC_NO_HEAD;
    uint32_t actor = agent == XC_NO_HEAD && (filled || !role_passive(&t, verb))
                         ? role_subject(&t, verb)
                         : agent;
    return actor == XC_NO_HEAD && !role_passive_itself(&t, verb) ? stands_before(l)
                                                                 : is_actor(l, &t, actor);
}

static bool is_barred(const count_link *l) {
    for (uint32_t token = l->scan->sentence->first_token; token < l->scan->sentence->last_token;
         token++) {
        if (is_beside(l, beside_words(l, token), FORM_BAR)) {
            return true;
        }
    }
    return false;
}

static bool is_place_name(const sentence_scan *scan, uint32_t token) {
    const xc_gazetteer *gazetteer = scan->rules->gazetteer;
    if (!gazetteer || !scan_capital(scan, token)) {
        return scan_capital(scan, token); // no places are known: a name may be one
    }
    xc_buffer scratch = {0};
    xc_place_match match =
        xc_gazetteer_match(gazetteer, scan->text, token, scan->sentence->last_token, &scratch);
    xc_buffer_release(&scratch);
    // "left Manchester United": a longer name is another thing
    return match.tokens && !scan_capital(scan, token + match.tokens) &&
           !xc_gazetteer_place(gazetteer, match, 0).demonym;
}

// "left Zinbi", "remain in the town", "abandoned the eastern valley".
static bool place_stands(const sentence_scan *scan, const trigger_found *occurrence) {
    bool determined = false;
    for (uint32_t i = 0; i < MOST_BEFORE_PLACE; i++) {
        uint32_t token = occurrence->last + i;
        uint32_t roles = scan_roles(scan, token);
        uint32_t grammar = scan_grammar(scan, token);
        if (is_place_name(scan, token) ||
            (determined &&
             (roles & (FRAME_PLACE_KIND | FRAME_PLACE_FEATURE | FRAME_PLACE_AGAIN)))) {
            return true;
        }
        determined |= (grammar & G_DETERMINER) != 0;
        bool leads = (grammar & (G_DETERMINER | G_POSSESSIVE)) || // not "left in Zinbi"
                     (roles & (FRAME_DIRECTION | FRAME_PLACE_MODIFIER));
        if (!leads) {
            return false;
        }
    }
    return false;
}

bool frame_stands(const count_link *l) {
    const pack_rule *rule = link_rule(l);
    return (!rule->wants_place || place_stands(l->scan, l->occurrence)) &&
           (!rule->has_companions || actor_stands(l)) && (!rule->has_bars || !is_barred(l));
}

// Whether all rules of a word ask for a place that does not stand behind it.
static bool lacks_place(const sentence_scan *scan, const trigger_found *occurrence) {
    for (uint32_t i = 0; i < occurrence->payload_count; i++) {
        uint32_t rule = scan->language->trigger_list[occurrence->payloads[i]].rule;
        if (!scan->rules->rules[rule].wants_place) {
            return false;
        }
    }
    return !place_stands(scan, occurrence);
}

void triggers_drop_placeless(sentence_scan *scan) {
    size_t kept = 0;
    for (size_t i = 0; i < scan->trigger_count; i++) {
        if (!lacks_place(scan, &scan->triggers[i])) {
            scan->triggers[kept++] = scan->triggers[i];
        }
    }
    scan->trigger_count = kept;
}
