// SPDX-License-Identifier: MIT
// Level 4: parts of a count: "27 people, including two civilians", "five thousand, more than a
// thousand of them children". A part has its own class, the whole's measure, and is never
// added.
#include "extract/count/gapping.h"

enum { MOST_LEAD = 4, MOST_BESIDE = 6 };

// "31 people, of whom 12 were children".
static bool is_led_by_whom(const sentence_scan *scan, const noun_group *group) {
    int64_t before = (int64_t)group->first - 1;
    before -= (scan_grammar(scan, before) & G_ADVERB) != 0;
    return (scan_grammar(scan, before) & G_RELATIVE) &&
           (scan_grammar(scan, before - 1) & (G_OF | G_INCLUDING));
}

// What a part is said to be: "two of them were nurses", "one of them a child"; 0 for nothing.
static uint16_t class_said(const sentence_scan *scan, const noun_group *group) {
    uint32_t token = group->last;
    bool said = false;
    for (int i = 0; i < MOST_LEAD; i++, token++) {
        bool is = scan_grammar(scan, token) & G_BE;
        bool one = scan_roles(scan, token) & FRAME_ONE;
        if (!is && !one && !(scan_grammar(scan, token) & G_ADVERB)) {
            break;
        }
        said |= is || one;
    }
    xc_phrase_match match =
        said ? scan_class_words(scan, token, scan->sentence->last_token) : (xc_phrase_match){0};
    uint32_t behind = token + match.tokens;
    bool whole = match.tokens && trigger_at(scan, behind) == NONE &&
                 (scan_mark_at(scan, behind) || scan_grammar(scan, behind) ||
                  behind >= scan->sentence->last_token);
    return whole ? scan->language->class_list[match.payloads[0]].class_index : 0;
}

// Whether the group is led in as a part: by "including" or "among them", or as "1,000 of them".
static bool is_part(const sentence_scan *scan, const noun_group *group) {
    if (group->part || is_led_by_whom(scan, group)) {
        return true;
    }
    int64_t token = (int64_t)group->first - 1;
    for (int i = 0; i < MOST_LEAD; i++, token--) {
        uint32_t grammar = scan_grammar(scan, token);
        if (grammar & G_INCLUDING) {
            return true;
        }
        bool leads = (grammar & (G_DETERMINER | G_POSSESSIVE | G_ADVERB | G_PRONOUN | G_BE)) ||
                     scan_mark_at(scan, token) == ',';
        if (!leads) {
            return false;
        }
    }
    return false;
}

// "55 others were hurt, five critically": a count that says only how badly.
static bool says_how(const sentence_scan *scan, const noun_group *group) {
    char before = scan_mark_at(scan, (int64_t)group->first - 1);
    if (before != ',' || !(scan_grammar(scan, group->last) & G_ADVERB)) {
        return false;
    }
    char behind = scan_mark_at(scan, (int64_t)group->last + 1);
    bool ends = group->last + 1 >= scan->sentence->last_token;
    return ends || behind == ',' || behind == '.' || behind == ';';
}

// The draft that the part belongs to: the nearest one before it in the sentence, else the last
// of the sentence before.
static int whole_of(const sentence_scan *scan, size_t first_draft, const noun_group *group) {
    int whole = NONE;
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const claim_draft *draft = &scan->drafts[i];
        if (draft->first > group->first && draft->last <= group->last) {
            return (int)i; // "five of the 15 dead"
        }
        bool nearer = whole == NONE || draft->first >= scan->drafts[whole].first;
        if (draft->last <= group->first && draft->part_of == NONE && nearer) {
            whole = (int)i;
        }
    }
    size_t before = first_draft; // the last count before this sentence
    while (before > 0 && scan->drafts[before - 1].statement) {
        before--;
    }
    if (whole == NONE && before > 0 &&
        scan->drafts[before - 1].sentence + 1 == scan->sentence_index) {
        whole = (int)before - 1;
        while (scan->drafts[whole].part_of != NONE) {
            whole = scan->drafts[whole].part_of;
        }
    }
    return whole;
}

static int draft_of_group(const sentence_scan *scan, size_t first_draft,
                          const noun_group *group) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        if (scan->drafts[i].quantity == group->quantity) {
            return (int)i;
        }
    }
    return NONE;
}

static bool exceeds(const xc_quantity *part, const xc_quantity *whole) {
    return part->low.known && whole->high.known &&
           xc_decimal_compare(part->low.value, whole->high.value) > 0;
}

// "600 were resettled and 14 of them have tested positive", "13 of whom it accuses": they are
// part of the 600, and what is counted is another thing.
static bool does_something_else(const sentence_scan *scan, const noun_group *group) {
    uint32_t does = G_HAVE | G_DO | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL;
    bool undergoes = (scan_grammar(scan, (int64_t)group->last - 1) & G_RELATIVE) &&
                     (scan_grammar(scan, group->last) & (G_PRONOUN | G_DETERMINER));
    return group->part && ((scan_grammar(scan, group->last) & does) || undergoes);
}

// "2,100 of them", "two of whom": of those told before, whatever else is said of them.
static bool is_of_them(const sentence_scan *scan, const noun_group *group) {
    uint32_t of = group->quantity->last_token;
    return scan_grammar(scan, of) & G_OF &&
           scan_grammar(scan, (int64_t)of + 1) & (G_PRONOUN | G_RELATIVE);
}

// "one of the two guards": the two are counted themselves.
static bool has_base(const sentence_scan *scan, const noun_group *group) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first > group->first && scan->groups[i].last == group->last) {
            return true;
        }
    }
    return false;
}

static void add_part(sentence_scan *scan, size_t first_draft, int group_index) {
    const noun_group *group = &scan->groups[group_index];
    int whole = whole_of(scan, first_draft, group);
    if (whole == NONE) {
        return;
    }
    int part = draft_of_group(scan, first_draft, group);
    if (part != NONE) { // a verb of its own counts it: "12 people, two of whom were wounded"
        bool same = scan->drafts[part].measure == scan->drafts[whole].measure;
        bool counted_again =
            is_of_them(scan, group) && !exceeds(group->quantity, scan->drafts[whole].quantity);
        if (part != whole && (same || counted_again)) {
            scan->drafts[part].part_of = whole;
        }
        return;
    }
    const claim_draft *of = &scan->drafts[whole];
    if (group->implied && has_base(scan, group)) {
        return; // "he was one of the two people killed"
    }
    if (exceeds(group->quantity, of->quantity) || does_something_else(scan, group)) {
        return;
    }
    uint32_t rule = (uint32_t)(of->rule - scan->rules->rules);
    if (group->class_index && !rule_accepts(scan, of->rule, group)) {
        return;
    }
    xc_modality modality = of->modality;
    xc_aggregation aggregation = of->aggregation;
    uint16_t measure = of->measure;
    uint16_t whole_class = of->class_index;
    part = draft_add(scan, rule, NULL, group_index, modality, aggregation);
    if (part != NONE) {
        scan->drafts[part].part_of = whole;
        scan->drafts[part].measure = measure;
        if (!group->class_index) {
            scan->drafts[part].class_index = whole_class;
        }
    }
}

static bool bare(const noun_group *group) {
    return group->head.first == group->head.last;
}

// Whether nothing but a phrase stands behind a count up to the next comma: "four in Kara".
static bool has_only_phrase(const sentence_scan *scan, const noun_group *group) {
    uint32_t leads = G_PREPOSITION | G_BY | G_FROM;
    uint32_t token = group->last;
    if (!(scan_grammar(scan, token) & leads) && !scan_is_time(scan, token)) {
        return false;
    }
    for (; token < scan->sentence->last_token; token++) {
        uint32_t grammar = scan_grammar(scan, token);
        char mark = scan_mark_at(scan, token);
        if (mark == ',' || mark == ';' || mark == '.' || (grammar & G_CONJUNCTION)) {
            return true;
        }
        if (grammar & (G_BE | G_HAVE | G_REPORT) || trigger_at(scan, token) != NONE) {
            return false;
        }
    }
    return true;
}

// "three people, a man and two women, were killed": who the three were.
static bool is_inserted(const sentence_scan *scan, const noun_group *groups, int group) {
    const noun_group *g = &groups[group];
    const noun_group *whole = group ? &groups[group - 1] : NULL;
    char opens = whole ? scan_mark_at(scan, whole->last) : '\0';
    if (!whole || g->taken || !g->class_index || g->implied || !whole->taken ||
        (opens != ',' && opens != '-') || g->first > whole->last + MOST_BESIDE) {
        return false;
    }
    for (uint32_t token = whole->last + 1; token < g->first + MOST_BESIDE; token++) {
        bool inside = token >= g->first && token < g->last;
        char mark = scan_mark_at(scan, token);
        if (token >= g->last && (mark == ',' || mark == '.' || mark == opens)) {
            return true;
        }
        bool listed =
            !inside && ((scan_grammar(scan, token) & (G_BE | G_HAVE | G_PREPOSITION)) ||
                        trigger_at(scan, token) != NONE || (mark && mark != '-'));
        if (listed) {
            return false;
        }
    }
    return false;
}

// "killed six, four in Kara and two in Savanes", "reached six: four in Kara", "killed six - four from
// the north": shares of one count by place. "64 people died: 40 men, 16 women": by class.
static bool is_share(const sentence_scan *scan, const noun_group *group) {
    char before = scan_mark_at(scan, (int64_t)group->first - 1);
    int64_t dash = (int64_t)group->first - (scan_joined(scan, group->first - 1) ? 2 : 1);
    bool close = group > scan->groups && group[-1].taken && group[-1].last + 1 == group->first;
    bool parted =
        before == ',' || before == ':' || (before == '-' && (close || scan_dash(scan, dash)));
    return !group->taken && ((parted && bare(group) && has_only_phrase(scan, group)) ||
                             (before == ':' && group->class_index));
}

// "17 were killed on Monday and nine on Tuesday": a second count of the same verb.
static bool goes_on(const sentence_scan *scan, const noun_group *group) {
    return !group->taken && bare(group) &&
           ((has_only_phrase(scan, group) &&
             (scan_grammar(scan, (int64_t)group->first - 1) & G_CONJUNCTION)) ||
            (!group->implied && figure_ends_remnant(scan, group)));
}

// "the rebels say 400": another figure for what was counted before.
static bool is_told_anew(sentence_scan *scan, size_t first_draft, int group_index) {
    const noun_group *group = &scan->groups[group_index];
    return !group->taken && !group->implied && bare(group) &&
           whole_of(scan, first_draft, group) != NONE && figure_is_told(scan, group);
}

// @param before whether the first may stand in the sentence before: "The rebels speak of 40."
static void add_second(sentence_scan *scan, size_t first_draft, int group_index, bool before) {
    int first = whole_of(scan, first_draft, &scan->groups[group_index]);
    bool here = first != NONE && (size_t)first >= first_draft;
    if (first == NONE || (!here && !before) ||
        scan->drafts[first].rule->kind == RULE_QUANTITY) {
        return;
    }
    const claim_draft like = scan->drafts[first];
    int second = draft_add(scan, (uint32_t)(like.rule - scan->rules->rules), NULL, group_index,
                           like.modality, XC_UNTOLD);
    if (second != NONE) {
        scan->drafts[second].measure = like.measure;
        scan->drafts[second].class_index = like.class_index;
    }
}

// "including two civilians and four policemen": the list goes on.
static bool follows_part(const sentence_scan *scan, int group, int before) {
    uint32_t token = scan->groups[before].last;
    bool separated = false;
    while (bare(&scan->groups[group]) && token < scan->groups[group].first &&
           has_only_phrase(scan, &scan->groups[before]) && !scan_mark_at(scan, token) &&
           !(scan_grammar(scan, token) & G_CONJUNCTION)) {
        token++; // "four in Kara and two in Savanes"
    }
    while (scan_mark_at(scan, token) == ',' || (scan_grammar(scan, token) & G_CONJUNCTION)) {
        separated = true;
        token++;
    }
    while (separated && (scan_grammar(scan, token) & G_POSSESSIVE)) {
        token++; // "a mother and her two sons"
    }
    return separated && token == scan->groups[group].first && !scan->groups[group].taken;
}

// Gives a part the narrower class that it is said to be.
static void set_class_said(sentence_scan *scan, size_t first_draft, const noun_group *group) {
    int draft = draft_of_group(scan, first_draft, group);
    uint16_t said = draft == NONE ? 0 : class_said(scan, group);
    const subject_class *classes = scan->rules->classes;
    for (uint16_t up = said; up; up = classes[up].parent) {
        if (classes[up].parent == scan->drafts[draft].class_index) {
            scan->drafts[draft].class_index = said;
            return;
        }
    }
}

void scan_parts(sentence_scan *scan, size_t first_draft) {
    int before = NONE;
    for (size_t i = 0; i < scan->group_count && scan->status == XC_OK; i++) {
        bool part = is_part(scan, &scan->groups[i]) || says_how(scan, &scan->groups[i]) ||
                    is_share(scan, &scan->groups[i]) ||
                    is_inserted(scan, scan->groups, (int)i) ||
                    (before != NONE && follows_part(scan, (int)i, before));
        if (part) {
            add_part(scan, first_draft, (int)i);
            if (is_part(scan, &scan->groups[i])) {
                set_class_said(scan, first_draft, &scan->groups[i]);
            }
        } else if (goes_on(scan, &scan->groups[i])) {
            add_second(scan, first_draft, (int)i, false);
        } else if (is_told_anew(scan, first_draft, (int)i)) {
            add_second(scan, first_draft, (int)i, true);
        }
        before = part ? (int)i : NONE;
    }
}
