// SPDX-License-Identifier: MIT
// Level 4: which noun group a verb, noun or adjective counts.
//
// Near links come first (an object behind its verb, a participle right behind its count, the
// count in a noun's own group), far subjects second, attributes last, so that a figure goes to
// the word that stands closest to it: "2,906 displaced persons have arrived" is one claim, of
// arriving.
#include "cascade.h"

enum {
    MOST_OBJECT = 14,   // words of an object without a count
    MOST_GAP = 25,      // words between a subject and its verb
    MOST_TOLL_GAP = 14, // words between "death toll" and its figure
    VERBAL = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_GET | XC_G_MODAL_PREDICTED |
             XC_G_MODAL_CONDITIONAL | XC_G_REPORT,
    LINKING = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB | XC_G_PRONOUN,
    ACTIVE_FORMS =
        1u << XC_FORM_BASE | 1u << XC_FORM_PRESENT | 1u << XC_FORM_PAST | 1u << XC_FORM_GERUND,
};

typedef struct link {
    xc_scan *scan;
    xc_occurrence *occurrence;
    int trigger;    // index of the occurrence
    uint32_t rule;  // index of the rule
    unsigned forms; // of the occurrence under this rule, bits 1 << xc_form
    xc_verb_group verbs;
} link;

static const xc_rule *rule_of(const link *l) {
    return &l->scan->rules->rules[l->rule];
}

static bool has_form(const link *l, unsigned forms) {
    return (l->forms & forms) != 0;
}

// A word of a verb group; the "'s" of "the judge's escort" is none.
static bool is_verbal(const xc_scan *scan, uint32_t token) {
    const xc_token *t = xc_scan_token(scan, token);
    return (xc_scan_grammar(scan, token) & VERBAL) && t->end - t->start > 1 &&
           (scan->text->bytes.ptr[t->start] != '\'' || (t->flags & XC_TOKEN_SPACE_BEFORE)) &&
           (unsigned char)scan->text->bytes.ptr[t->start] < 0x80;
}

static bool is_separator(const xc_scan *scan, uint32_t token) {
    return xc_scan_mark(scan, token) == ',' ||
           (xc_scan_grammar(scan, token) & XC_G_CONJUNCTION);
}

// The token behind commas, conjunctions and "as well as" that begin at the token.
static uint32_t behind_separators(const xc_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    for (;;) {
        bool doubled = token + 2 < last && (xc_scan_grammar(scan, token) & XC_G_SUBORDINATE) &&
                       xc_scan_token(scan, token)->word == xc_scan_token(scan, token + 2)->word;
        if (doubled) {
            token += 3;
        } else if (token < last && is_separator(scan, token)) {
            token++;
        } else {
            return token;
        }
    }
}

static bool is_verb_trigger(const xc_scan *scan, uint32_t token) {
    int trigger = xc_trigger_at(scan, token);
    bool noun = xc_scan_grammar(scan, (int64_t)token - 1) & (XC_G_DETERMINER | XC_G_POSSESSIVE);
    return trigger != XC_NONE && !noun && !scan->triggers[trigger].in_group &&
           !xc_trigger_has_form(scan, &scan->triggers[trigger],
                                1u << XC_FORM_SINGULAR | 1u << XC_FORM_PLURAL);
}

// The noun group that begins at the token or behind words that may lead it in ("the",
// "reportedly").
static int group_after(const xc_scan *scan, uint32_t token) {
    for (int i = 0; i < 4; i++, token++) {
        int group = xc_group_at(scan, token);
        if (group != XC_NONE) {
            return group;
        }
        char mark = xc_scan_mark(scan, token);
        if (!(xc_scan_grammar(scan, token) & LINKING) && mark != '[' && mark != '(') {
            return XC_NONE;
        }
    }
    return XC_NONE;
}

// Whether the group that a list would go on with has a verb of its own: "killed 12 and 30 were
// hurt".
static bool has_own_verb(const xc_scan *scan, const xc_noun_group *group) {
    return (group->last < scan->sentence->last_token && is_verbal(scan, group->last)) ||
           is_verb_trigger(scan, group->last);
}

// The group that stands behind another in a list: "4 policemen, 2 civilians", "12 soldiers from
// the north and 3 drivers".
static int listed_behind(const xc_scan *scan, int group) {
    uint32_t token = scan->groups[group].last;
    uint32_t last = scan->sentence->last_token;
    if (xc_scan_grammar(scan, token) & (XC_G_PREPOSITION | XC_G_OF | XC_G_FROM)) {
        for (int i = 0;
             i < 6 && token < last && !is_separator(scan, token) &&
             !is_verb_trigger(scan, token) && !(xc_scan_grammar(scan, token) & VERBAL);
             i++) {
            token++;
        }
    }
    uint32_t behind = behind_separators(scan, token);
    return behind > token ? group_after(scan, behind) : XC_NONE;
}

static int next_in_list(const xc_scan *scan, int group) {
    int next = listed_behind(scan, group);
    return next != XC_NONE && !has_own_verb(scan, &scan->groups[next]) ? next : XC_NONE;
}

static int previous_in_list(const xc_scan *scan, int group) {
    for (int i = group - 1; i >= 0; i--) {
        if (scan->groups[i].last <= scan->groups[group].first) {
            return listed_behind(scan, i) == group ? i : XC_NONE;
        }
    }
    return XC_NONE;
}

// The draft that counts the same figure, if there is one.
static xc_draft *draft_of(const xc_scan *scan, const xc_noun_group *group) {
    for (size_t i = scan->draft_count; i-- > 0;) {
        xc_draft *draft = &scan->drafts[i];
        if (draft->sentence != scan->sentence_index) {
            return NULL;
        }
        if (draft->quantity == group->quantity) {
            return draft;
        }
    }
    return NULL;
}

// "dead, wounded or missing" is one figure of the measure that combines the three.
static bool combine(const link *l, const xc_noun_group *group) {
    xc_draft *draft = draft_of(l->scan, group);
    uint16_t measure = rule_of(l)->measure;
    if (!draft || draft->measure == measure) {
        return draft != NULL;
    }
    uint16_t whole = xc_rules_combined(l->scan->rules, draft->measure, measure);
    if (whole == XC_NO_MEASURE) {
        return false;
    }
    draft->measure = whole;
    return true;
}

// "would leave 1,000 people homeless": the adjective has the mood of the verb before the count.
static xc_modality modality_of(const link *l, const xc_noun_group *group) {
    const xc_scan *scan = l->scan;
    bool left = group->first > scan->sentence->first_token &&
                (xc_scan_grammar(scan, (int64_t)group->first - 1) & XC_G_LEAVE);
    if (!left || l->verbs.auxiliary) {
        return xc_scan_modality(scan, &l->verbs);
    }
    xc_occurrence leave = {.first = group->first - 1, .last = group->first};
    xc_verb_group verbs = xc_scan_verb_group(scan, &leave);
    return xc_scan_modality(scan, &verbs);
}

static bool link_group(link *l, int group, xc_aggregation aggregation) {
    xc_scan *scan = l->scan;
    const xc_noun_group *g = &scan->groups[group];
    if (!xc_rule_accepts(scan, rule_of(l), g)) {
        xc_scan_note(scan, g, "its class is not one that the rule counts");
        return false;
    }
    if (l->verbs.negated && rule_of(l)->kind != XC_RULE_NOUNS) {
        xc_scan_note(scan, g, "the verb is negated");
        return false;
    }
    l->occurrence->group = group;
    if (combine(l, g)) {
        return true;
    }
    return xc_draft_add(scan, l->rule, l->occurrence, group, modality_of(l, g), aggregation) !=
           XC_NONE;
}

// Links a group and the rest of its list, to the right.
static bool link_list(link *l, int group) {
    bool linked = link_group(l, group, XC_UNTOLD);
    for (int next = group; linked && (next = next_in_list(l->scan, next)) != XC_NONE;) {
        if (!link_group(l, next, XC_UNTOLD)) {
            break;
        }
    }
    l->occurrence->group = linked ? group : XC_NONE;
    return linked;
}

// "killed or injured 30 people": the object stands behind the last verb of the row.
static uint32_t end_of_verb_row(const xc_scan *scan, const xc_occurrence *occurrence) {
    uint32_t token = occurrence->last;
    for (int i = 0; i < 3; i++) {
        uint32_t next = token;
        while (is_separator(scan, next)) {
            next++;
        }
        int trigger = next > token ? xc_trigger_at(scan, next) : XC_NONE;
        if (trigger == XC_NONE || scan->triggers[trigger].in_group) {
            break;
        }
        token = scan->triggers[trigger].last;
    }
    return token;
}

// "killed the mayor of the town, as well as two farmers": the count stands behind an object
// without one, in a list with it.
static int group_in_object_list(const xc_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    for (int i = 0; i < MOST_OBJECT && token < last; i++, token++) {
        uint32_t behind = behind_separators(scan, token);
        int group = behind > token ? group_after(scan, behind) : XC_NONE;
        if (group != XC_NONE) {
            return has_own_verb(scan, &scan->groups[group]) ? XC_NONE : group;
        }
        if (is_verbal(scan, token) || is_verb_trigger(scan, token) ||
            xc_scan_mark(scan, token) == ';' || xc_group_at(scan, token) != XC_NONE ||
            (xc_scan_grammar(scan, token) & (XC_G_SUBORDINATE | XC_G_RELATIVE))) {
            return XC_NONE;
        }
    }
    return XC_NONE;
}

static bool object_follows(const link *l) {
    uint32_t grammar = xc_scan_grammar(l->scan, l->occurrence->last);
    return grammar & (XC_G_DETERMINER | XC_G_PRONOUN | XC_G_POSSESSIVE);
}

static bool link_object(link *l) {
    if (l->verbs.passive || !(has_form(l, ACTIVE_FORMS) || l->verbs.auxiliary)) {
        return false;
    }
    uint32_t behind = end_of_verb_row(l->scan, l->occurrence);
    int group = group_after(l->scan, behind);
    if (group == XC_NONE && object_follows(l)) {
        group = group_in_object_list(l->scan, behind);
    }
    return group != XC_NONE && link_list(l, group);
}

// "among those killed were 12 children"
static bool link_inverted(link *l) {
    if (!has_form(l, 1u << XC_FORM_PARTICIPLE) ||
        !(xc_scan_grammar(l->scan, l->occurrence->last) & XC_G_BE)) {
        return false;
    }
    int group = group_after(l->scan, l->occurrence->last + 1);
    return group != XC_NONE && !has_own_verb(l->scan, &l->scan->groups[group]) &&
           link_list(l, group);
}

static bool in_parenthesis(const xc_scan *scan, const xc_noun_group *group) {
    int64_t token = (int64_t)group->first - 1;
    while (xc_scan_grammar(scan, token) & (XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB)) {
        token--;
    }
    return (xc_scan_grammar(scan, token) & XC_G_INCLUDING) != 0;
}

// What lies between a group and the verb group behind it.
typedef struct gap {
    bool empty, relative, verb;
    bool clause; // ", and": another clause begins
    bool closed; // ends with the comma, dash or bracket that closes an insertion
    int linked;  // trigger in the gap that is linked already, or XC_NONE
} gap;

static bool closes(char mark) {
    return mark == ',' || mark == '-' || mark == ')';
}

// What stands in brackets is no part of the clause. @return the token, or that behind its
// bracket
static uint32_t behind_bracket(const xc_scan *scan, uint32_t token, uint32_t last) {
    char mark = xc_scan_mark(scan, token);
    char close = mark == '(' ? ')' : mark == '[' ? ']' : 0;
    for (uint32_t i = token; close && i < last; i++) {
        if (xc_scan_mark(scan, i) == close) {
            return i + 1;
        }
    }
    return token;
}

static gap look_at_gap(const xc_scan *scan, uint32_t first, uint32_t last) {
    gap between = {.empty = first == last, .linked = XC_NONE};
    uint32_t start = xc_scan_mark(scan, first) == ',' ? first + 1 : first;
    between.relative = start < last && (xc_scan_grammar(scan, start) & XC_G_RELATIVE);
    between.closed = !between.empty && closes(xc_scan_mark(scan, (int64_t)last - 1));
    for (uint32_t token = first; token < last; token++) {
        token = behind_bracket(scan, token, last);
        if (token >= last) {
            break;
        }
        between.verb |= is_verbal(scan, token);
        between.clause |= xc_scan_mark(scan, token) == ',' && token + 1 < last &&
                          (xc_scan_grammar(scan, (int64_t)token + 1) & XC_G_CONJUNCTION);
        int trigger = xc_trigger_at(scan, token);
        if (trigger != XC_NONE && is_verb_trigger(scan, token)) {
            between.verb = true;
            between.linked =
                scan->triggers[trigger].group != XC_NONE ? trigger : between.linked;
        }
    }
    return between;
}

static bool ends_search(const xc_scan *scan, int64_t token) {
    char mark = xc_scan_mark(scan, token);
    uint32_t grammar = xc_scan_grammar(scan, token);
    return mark == ';' || mark == ':' || mark == '.' ||
           ((grammar & XC_G_SUBORDINATE) && !(grammar & XC_G_RELATIVE));
}

static int group_ending_at(const xc_scan *scan, uint32_t token) {
    for (size_t i = scan->group_count; i-- > 0;) {
        if (scan->groups[i].last == token) {
            return (int)i;
        }
    }
    return XC_NONE;
}

static bool has_group_between(const xc_scan *scan, uint32_t first, uint32_t last) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first >= first && scan->groups[i].first < last) {
            return true;
        }
    }
    return false;
}

// How far from its verb a subject may stand. A relative clause and a participle tell who
// somebody is; they count only where no other verb does: "three men who had fled were killed".
typedef enum reach { NEAR, FAR, DESCRIBING } reach;

static bool is_subject(const link *l, int group, gap between, reach how) {
    const xc_scan *scan = l->scan;
    const xc_noun_group *g = &scan->groups[group];
    bool gerund = !l->verbs.auxiliary && has_form(l, 1u << XC_FORM_GERUND);
    if ((between.empty && gerund) || between.relative) {
        return how == DESCRIBING && !g->taken;
    }
    if (between.empty) {
        return true;
    }
    if (between.verb) { // "12 people were killed and buried": one subject, two verbs
        return between.linked != XC_NONE && scan->triggers[between.linked].group == group &&
               is_separator(scan, l->verbs.first - 1) &&
               !has_group_between(scan, scan->triggers[between.linked].last, l->verbs.first);
    }
    return how == FAR && !g->in_phrase && !g->taken && !between.clause;
}

// Whether the group is an insertion: "three people, a man and two women, were killed".
static bool is_insertion(const xc_scan *scan, const xc_noun_group *group, gap between) {
    if (!between.closed || between.relative) {
        return false;
    }
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < 8; i++, token--) {
        char mark = xc_scan_mark(scan, token);
        if (closes(mark) || mark == '(') {
            return true;
        }
        if (token < scan->sentence->first_token ||
            (token >= 0 && is_verbal(scan, (uint32_t)token))) {
            return false;
        }
    }
    return false;
}

// The noun group before the verb that can be its subject.
static int group_before(const link *l, reach how) {
    const xc_scan *scan = l->scan;
    uint32_t behind = l->verbs.first;
    int inserted = XC_NONE; // taken where nothing before it fits
    for (int i = 0; i < MOST_GAP; i++, behind--) {
        int group = group_ending_at(scan, behind);
        if (group != XC_NONE && !in_parenthesis(scan, &scan->groups[group])) {
            gap between = look_at_gap(scan, behind, l->verbs.first);
            bool fits = is_subject(l, group, between, how);
            if (fits && !is_insertion(scan, &scan->groups[group], between)) {
                return group;
            }
            inserted = fits && inserted == XC_NONE ? group : inserted;
            if (between.verb) {
                break;
            }
        }
        if (behind <= scan->sentence->first_token || ends_search(scan, (int64_t)behind - 1)) {
            break;
        }
    }
    return inserted;
}

// Links a group and the list before it: "4 policemen and 2 civilians were killed".
static bool link_list_before(link *l, int group) {
    bool linked = link_group(l, group, XC_UNTOLD);
    for (int before = group;
         linked && (before = previous_in_list(l->scan, before)) != XC_NONE;) {
        const xc_noun_group *g = &l->scan->groups[before];
        if (g->taken || in_parenthesis(l->scan, g) || !link_group(l, before, XC_UNTOLD)) {
            break;
        }
    }
    l->occurrence->group = linked ? group : XC_NONE;
    return linked;
}

static bool link_subject(link *l, reach how) {
    const xc_rule *rule = rule_of(l);
    bool participle = has_form(l, 1u << XC_FORM_PARTICIPLE);
    if (rule->kind == XC_RULE_VERBS) {
        bool wants_passive = rule->role == XC_COUNT_OBJECT;
        bool reduced = !l->verbs.auxiliary && participle && !object_follows(l);
        bool passive = l->verbs.passive && !l->verbs.feared; // "are feared drowned"
        if (wants_passive ? !(l->verbs.passive || reduced) : passive) {
            return false;
        }
        bool attached = wants_passive && reduced && !l->scan->sentence->heading;
        how = how == FAR && attached ? NEAR : how;
    } else {
        how = how == FAR && !l->verbs.auxiliary ? NEAR : how;
    }
    int group = group_before(l, how);
    return group != XC_NONE && link_list_before(l, group);
}

// "dead, wounded or missing": what is said of a group by one word is said of it by the next.
static bool link_coordinated(link *l) {
    const xc_scan *scan = l->scan;
    uint32_t token = l->verbs.first;
    while (token > scan->sentence->first_token && is_separator(scan, token - 1)) {
        token--;
    }
    if (token == l->verbs.first) {
        return false;
    }
    for (size_t i = 0; i < scan->trigger_count; i++) {
        const xc_occurrence *before = &scan->triggers[i];
        if (before->last == token && before->group != XC_NONE &&
            scan->groups[before->group].last <= before->first) {
            return link_group(l, before->group, XC_UNTOLD);
        }
    }
    return false;
}

// "the death of two civilians"
static bool link_noun_of(link *l) {
    uint32_t last = l->occurrence->last;
    char bracket = xc_scan_mark(l->scan, last);
    last += bracket == '[' || bracket == '(';
    bool leads = xc_scan_grammar(l->scan, (int64_t)last - 1) & (XC_G_TO | XC_G_OF);
    if (!leads && !(xc_scan_grammar(l->scan, last) & XC_G_OF)) {
        return false;
    }
    int group = group_after(l->scan, leads ? last : last + 1); // "home to 5,000 people"
    return group != XC_NONE && link_list(l, group);
}

// "the death toll rose to 27", "deaths stood at 50", "death toll: 27"
static bool link_toll(link *l) {
    const xc_scan *scan = l->scan;
    bool reached = false;
    uint32_t token = l->occurrence->last;
    uint32_t last = scan->sentence->last_token;
    for (int i = 0; i < MOST_TOLL_GAP && token < last; i++, token++) {
        uint32_t grammar = xc_scan_grammar(scan, token);
        int group = xc_group_at(scan, token);
        if (group != XC_NONE) {
            uint32_t before = xc_scan_grammar(scan, (int64_t)token - 1);
            bool led = before & (XC_G_TO | XC_G_PREPOSITION | XC_G_BE | XC_G_REACH);
            bool colon = xc_scan_mark(scan, (int64_t)token - 1) == ':';
            bool beside = token == l->occurrence->last; // "the death toll above 680"
            return ((reached && led) || colon || beside) && link_group(l, group, XC_CUMULATIVE);
        }
        if (xc_scan_mark(scan, token) == ';' ||
            (is_verb_trigger(scan, token) && !(grammar & XC_G_REACH))) {
            return false;
        }
        reached |= (grammar & (XC_G_REACH | XC_G_BE | XC_G_TO)) != 0;
    }
    return false;
}

static int group_of_head(const link *l) {
    for (size_t i = 0; i < l->scan->group_count; i++) {
        if (l->scan->groups[i].head_trigger == l->trigger) {
            return (int)i;
        }
    }
    return XC_NONE;
}

// "45 deaths". A noun that also says who ("5,000 residents") waits for the verbs: in "5,000
// residents fled" the verb says what is counted.
static bool link_head(link *l, bool says_who) {
    int group = group_of_head(l);
    if (group == XC_NONE || (l->scan->groups[group].class_index != 0) != says_who ||
        (says_who && l->scan->groups[group].taken)) {
        return false;
    }
    l->occurrence->group = group;
    return xc_draft_add(l->scan, l->rule, l->occurrence, group,
                        xc_scan_modality(l->scan, &l->verbs), XC_UNTOLD) != XC_NONE;
}

// "without a mass exodus of 3,000 people"
static bool is_negated_noun(const link *l) {
    int64_t token = (int64_t)l->occurrence->first - 1;
    for (int i = 0; i < 4 && xc_scan_mark(l->scan, token) == 0; i++, token--) {
        uint32_t grammar = xc_scan_grammar(l->scan, token);
        if (grammar & XC_G_NEGATION) {
            return true;
        }
        if (grammar & (XC_G_PREPOSITION | XC_G_OF | XC_G_CONJUNCTION | VERBAL)) {
            return false;
        }
    }
    return false;
}

static bool link_noun(link *l) {
    if (group_of_head(l) != XC_NONE) {
        return link_head(l, false);
    }
    return !is_negated_noun(l) && (link_noun_of(l) || link_toll(l));
}

// "two policemen were among those killed"
static bool link_among(link *l) {
    const xc_scan *scan = l->scan;
    int64_t token = (int64_t)l->occurrence->first - 1;
    if (!has_form(l, 1u << XC_FORM_PARTICIPLE) ||
        !(xc_scan_grammar(scan, token) & (XC_G_DETERMINER | XC_G_PRONOUN)) ||
        !(xc_scan_grammar(scan, token - 1) & XC_G_INCLUDING) ||
        !(xc_scan_grammar(scan, token - 2) & XC_G_BE)) {
        return false;
    }
    l->verbs.first = (uint32_t)token - 2;
    l->verbs.passive = true;
    int group = group_before(l, FAR);
    return group != XC_NONE && link_list_before(l, group);
}

static bool link_near(link *l) {
    switch (rule_of(l)->kind) {
    case XC_RULE_NOUNS:
        return link_noun(l);
    case XC_RULE_VERBS:
        return (rule_of(l)->role == XC_COUNT_OBJECT &&
                (link_object(l) || link_inverted(l) || link_among(l))) ||
               link_coordinated(l) || link_subject(l, NEAR);
    case XC_RULE_ADJECTIVES:
        return link_coordinated(l) || link_subject(l, NEAR);
    default:
        return false;
    }
}

static bool link_far(link *l) {
    return rule_of(l)->kind != XC_RULE_NOUNS && link_subject(l, FAR);
}

// "2,906 displaced persons": the attribute of a group that nothing else counts.
static bool link_attribute(link *l) {
    if (rule_of(l)->kind == XC_RULE_NOUNS) {
        return link_head(l, true);
    }
    for (size_t i = 0; i < l->scan->group_count; i++) {
        if (l->scan->groups[i].attribute == l->trigger && !l->scan->groups[i].taken) {
            return link_group(l, (int)i, XC_UNTOLD);
        }
    }
    return !l->occurrence->in_group && link_subject(l, DESCRIBING);
}

enum { MOST_SENSES = 16 };

// The rules that a trigger may stand for, each once, the narrower ones first: "house" counts
// soldiers by a rule of forces and anybody else by one of shelter.
static size_t senses_of(const xc_scan *scan, const xc_occurrence *occurrence,
                        uint32_t senses[MOST_SENSES]) {
    size_t count = 0;
    for (uint32_t i = 0; i < occurrence->payload_count && count < MOST_SENSES; i++) {
        uint32_t rule = scan->language->trigger_list[occurrence->payloads[i]].rule;
        size_t at = 0;
        while (at < count && senses[at] != rule) {
            at++;
        }
        if (at < count) {
            continue;
        }
        while (at > 0 &&
               scan->rules->rules[rule].breadth < scan->rules->rules[senses[at - 1]].breadth) {
            senses[at] = senses[at - 1];
            at--;
        }
        senses[at] = rule;
        count++;
    }
    return count;
}

static unsigned forms_under(const xc_scan *scan, const xc_occurrence *occurrence,
                            uint32_t rule) {
    unsigned forms = 0;
    for (uint32_t i = 0; i < occurrence->payload_count; i++) {
        const xc_trigger *trigger = &scan->language->trigger_list[occurrence->payloads[i]];
        forms |= trigger->rule == rule ? 1u << trigger->form : 0;
    }
    return forms;
}

// Takes the step for every rule that a trigger may stand for, until one links.
static void try_rules(xc_scan *scan, int trigger, bool (*step)(link *)) {
    xc_occurrence *occurrence = &scan->triggers[trigger];
    uint32_t senses[MOST_SENSES];
    size_t count = senses_of(scan, occurrence, senses);
    xc_verb_group verbs = xc_scan_verb_group(scan, occurrence);
    for (size_t i = 0; i < count; i++) {
        link l = {.scan = scan,
                  .occurrence = occurrence,
                  .trigger = trigger,
                  .rule = senses[i],
                  .forms = forms_under(scan, occurrence, senses[i]),
                  .verbs = verbs};
        if (step(&l)) {
            return;
        }
    }
}

void xc_scan_clauses(xc_scan *scan) {
    bool (*const steps[])(link *) = {link_near, link_far, link_attribute};
    for (size_t step = 0; step < sizeof steps / sizeof *steps; step++) {
        for (size_t i = 0; i < scan->trigger_count && scan->status == XC_OK; i++) {
            bool attribute =
                scan->triggers[i].in_group && step != 2 &&
                !xc_trigger_has_form(scan, &scan->triggers[i],
                                     1u << XC_FORM_SINGULAR | 1u << XC_FORM_PLURAL);
            if (scan->triggers[i].group == XC_NONE && !attribute) {
                try_rules(scan, (int)i, steps[step]);
            }
        }
    }
}
