// SPDX-License-Identifier: MIT
// Level 3: a count with its modifiers and head: "more than 120,000 ethnic Armenians".
#include "extract/tokens.h"

enum {
    OLDEST = 120,     // years
    MOST_BRACKET = 8, // words of an insertion before the head
    MOST_MODIFIERS =
        6, // words between the count and its head: "12 heavily armed former rebel fighters"
    VERB_FORMS = 1u << FORM_BASE | 1u << FORM_PRESENT | 1u << FORM_PAST |
                 1u << FORM_PARTICIPLE | 1u << FORM_GERUND,
    NOUN_FORMS = 1u << FORM_SINGULAR | 1u << FORM_PLURAL,
    ATTRIBUTE_FORMS = 1u << FORM_PLAIN | 1u << FORM_PARTICIPLE | 1u << FORM_GERUND,
    // Words that end a noun group.
    STOPPERS = G_BE | G_HAVE | G_DO | G_GET | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL |
               G_NEGATION | G_PREPOSITION | G_CONJUNCTION | G_RELATIVE | G_PRONOUN |
               G_INCLUDING | G_OF | G_TO | G_SUBORDINATE | G_REPORT | G_BY | G_FROM |
               G_DETERMINER | G_LEAVE | G_REACH | G_FEAR | G_DENY,
};

static bool ends_group(const sentence_scan *scan, uint32_t token) {
    const xc_token *t = scan_token_at(scan, token);
    if (t->kind == XC_TOKEN_PUNCTUATION) {
        return t->mark != '-' && t->mark != '\'' && t->mark != '"';
    }
    bool stops = t->kind != XC_TOKEN_WORD || (scan_grammar(scan, token) & STOPPERS) != 0;
    return stops ||
           scan_is_time(scan,
                        token); // "fell to 1,800 | Friday", "left 90 homeless | last week"
}

// Whether a trigger at the token is a verb here, so that the noun group ends before it. A
// participle or adjective with a head behind it is an attribute ("displaced persons").
static bool is_verb_here(const sentence_scan *scan, int trigger) {
    const trigger_found *occurrence = &scan->triggers[trigger];
    if (!trigger_has_form(scan, occurrence, VERB_FORMS | 1u << FORM_PLAIN)) {
        return false;
    }
    if (!trigger_has_form(scan, occurrence, ATTRIBUTE_FORMS)) {
        return true;
    }
    uint32_t last = scan->sentence->last_token;
    for (uint32_t token = occurrence->last; token < last && token < occurrence->last + 3;
         token++) {
        if (ends_group(scan, token)) {
            return true;
        }
        if (scan_class_words(scan, token, scan->sentence->last_token).tokens) {
            return false;
        }
    }
    return true;
}

// "six AK-47 rifles": one more noun of the class that the group has, though a rule asks for it.
static bool names_more(const sentence_scan *scan, const noun_group *group, int trigger,
                       const xc_phrase_match *match) {
    return match->tokens && trigger != NONE &&
           scan->language->class_list[match->payloads[0]].class_index == group->class_index &&
           !trigger_has_form(scan, &scan->triggers[trigger], VERB_FORMS);
}

static const class_word *word_of(const sentence_scan *scan, const xc_phrase_match *match) {
    return &scan->language->class_list[match->payloads[0]];
}

// "flew 300 pilgrims home", "the death of hundreds of pilgrims marks": things behind several persons
// are not what they are.
static bool is_apart(const sentence_scan *scan, const noun_group *group,
                     const xc_phrase_match *match) {
    if (!match->tokens || !group->class_index) {
        return false;
    }
    xc_phrase_match head =
        scan_class_words(scan, group->head.first, scan->sentence->last_token);
    const subject_class *classes = scan->rules->classes;
    xc_slice unit = classes[word_of(scan, match)->class_index].unit;
    return head.tokens && word_of(scan, &head)->plural &&
           !xc_slice_equal(classes[group->class_index].unit, unit) &&
           (!word_of(scan, match)->plural || !unit.len); // "displaced families"
}

static bool names_several(const sentence_scan *scan, uint32_t token) {
    xc_phrase_match match = scan_class_words(scan, token, scan->sentence->last_token);
    return match.tokens && word_of(scan, &match)->plural;
}

// Whether the half behind a hyphen is no head either: "T-72 tanks", "pro-government militia".
static bool second_half_describes(const sentence_scan *scan, uint32_t token) {
    return scan_is_kind(scan, token, XC_TOKEN_NUMBER) ||
           (token + 1 < scan->sentence->last_token && !ends_group(scan, token + 1) &&
            !names_several(scan, token) && scan_mark_at(scan, token + 1) == 0 &&
            trigger_at(scan, token) == NONE && trigger_at(scan, token + 1) == NONE);
}

// Takes the word at the token into the group. @return the token behind it, 0 where the group
// ends
static uint32_t take_word(sentence_scan *scan, noun_group *group, uint32_t token) {
    int trigger = trigger_at(scan, token);
    xc_phrase_match match = scan_class_words(scan, token, scan->sentence->last_token);
    if (is_apart(scan, group, &match)) {
        return 0;
    }
    if (match.tokens < 2 && scan_hyphen(scan, (int64_t)token + 1)) {
        // "conflict-related displacements": the first half is no head; "T-72 tanks"
        return token + 2 + (trigger == NONE && second_half_describes(scan, token + 2));
    }
    bool noun = trigger != NONE && trigger_has_form(scan, &scan->triggers[trigger], NOUN_FORMS);
    // "1,400 houses", "17 arrests": a noun first, a verb only where the group has its head
    bool head = (match.tokens || noun) && !group->class_index;
    head |= names_more(scan, group, trigger, &match);
    // "300 villagers fled attacks": behind those who are counted it is what they did
    bool told = group->class_index && names_several(scan, group->head.first);
    if (trigger != NONE && !head && (told || is_verb_here(scan, trigger))) {
        return 0;
    }
    if (match.tokens) {
        group->class_index = scan->language->class_list[match.payloads[0]].class_index;
    } else if (trigger == NONE && group->class_index) {
        return 0; // a word behind the head that names no class
    }
    if (trigger == NONE && !match.tokens && (scan_grammar(scan, token) & G_ADVERB)) {
        return token + 1; // "five critically", "40 partly destroyed": how, and not who
    }
    if (trigger != NONE) {
        scan->triggers[trigger].in_group = true;
    }
    if (noun) {
        group->head_trigger = trigger;
    } else if (trigger != NONE) { // also in "displaced people" taken as one noun
        group->attribute = trigger;
    }
    if (trigger != NONE && !noun && !match.tokens) {
        return scan->triggers[trigger].last;
    }
    uint32_t behind = noun ? scan->triggers[trigger].last : token + 1;
    behind = match.tokens && token + match.tokens > behind ? token + match.tokens : behind;
    group->head.first = token;
    group->head.last = group->last = behind;
    return noun ? 0 : behind;
}

// "964 confirmed deaths": a noun of a rule, though its first word may end a group elsewhere.
static bool is_counted_noun(const sentence_scan *scan, uint32_t token) {
    int trigger = trigger_at(scan, token);
    return trigger != NONE && scan->triggers[trigger].last > token + 1 &&
           trigger_has_form(scan, &scan->triggers[trigger], NOUN_FORMS);
}

// "eleven suspected Islamist militants": a word that says what they are thought to be, and no verb.
static bool is_suspicion(const sentence_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    if (!(scan_grammar(scan, token) & G_FEAR)) {
        return false;
    }
    for (uint32_t at = token + 1; at < last && at < token + 4; at++) {
        if (names_several(scan, at)) {
            return true;
        }
        if (ends_group(scan, at) || trigger_at(scan, at) != NONE) {
            return false;
        }
    }
    return false;
}

// "two international (one Irish) staff": the token behind a bracket that a head follows; the token itself
// where none does.
static uint32_t behind_inner_bracket(const sentence_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    char close = scan_mark_at(scan, token) == '('   ? ')'
                 : scan_mark_at(scan, token) == '[' ? ']'
                                                    : 0;
    for (uint32_t at = token + 1; close && at < last && at < token + MOST_BRACKET; at++) {
        if (scan_mark_at(scan, at) == close) {
            return names_several(scan, at + 1) ? at + 1 : token;
        }
    }
    return token;
}

// Walks from behind the count to the head; fills head, class, attribute.
static void find_head(sentence_scan *scan, noun_group *group, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    uint32_t limit = token + MOST_MODIFIERS * 2 < last ? token + MOST_MODIFIERS * 2 : last;
    while (token && token < limit &&
           (!ends_group(scan, token) || is_counted_noun(scan, token) ||
            is_suspicion(scan, token))) {
        token = take_word(scan, group, token);
        token = token && !group->class_index ? behind_inner_bracket(scan, token) : token;
    }
}

// "four of the wounded": a participle that stands for those whom it describes.
static bool find_nominal(sentence_scan *scan, noun_group *group, uint32_t token) {
    int trigger = trigger_at(scan, token);
    if (trigger == NONE || !trigger_has_form(scan, &scan->triggers[trigger], ATTRIBUTE_FORMS)) {
        return false;
    }
    scan->triggers[trigger].in_group = true;
    group->attribute = trigger; // where no verb counts them, they are what they are called
    group->last = scan->triggers[trigger].last;
    return true;
}

// "2,100 of them", "two of the soldiers": the head stands behind "of".
static void find_head_behind_of(sentence_scan *scan, noun_group *group) {
    uint32_t token = group->last + 1;
    uint32_t last = scan->sentence->last_token;
    uint32_t grammar = token < last ? scan_grammar(scan, token) : 0;
    if (grammar & (G_PRONOUN | G_RELATIVE) && !(grammar & G_DETERMINER)) {
        group->part = !(grammar & G_ANOTHER); // "scores of others" are no part
        group->last = token + 1;
        find_head(scan, group, token + 1); // "of them children", not "let nine of them go"
        if (!group->class_index && group->head_trigger == NONE && group->attribute == NONE) {
            group->last = group->head.first = group->head.last = token + 1;
        }
        return;
    }
    // "two of the soldiers", but "hundreds of other people": those are no part
    bool definite = (grammar & (G_DETERMINER | G_POSSESSIVE)) && !(grammar & G_ANOTHER);
    while (token < last && scan_grammar(scan, token) & (G_DETERMINER | G_POSSESSIVE)) {
        token++;
    }
    uint32_t before = group->last;
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *all = &scan->mentions->quantities[i];
        token =
            all->first_token == token ? all->last_token : token; // "seven of the 20 hostages"
    }
    find_head(scan, group, token);
    if (definite && group->last == before) {
        (void)find_nominal(scan, group, token);
    }
    group->part = definite && group->last != before;
}

static bool stands_in_phrase(const sentence_scan *scan, uint32_t first) {
    int64_t token = (int64_t)first - 1;
    while ((scan_grammar(scan, token) & (G_DETERMINER | G_POSSESSIVE)) &&
           !(scan_grammar(scan, token) & G_RELATIVE)) { // "in which two guards died"
        token--;
    }
    return (scan_grammar(scan, token) & (G_PREPOSITION | G_OF | G_BY | G_FROM)) != 0;
}

// "all three", "these two".
static bool is_pointing(uint32_t grammar) {
    return (grammar & G_DETERMINER) && (grammar & G_PRONOUN);
}

static void add_group(sentence_scan *scan, const xc_quantity *quantity) {
    noun_group *group = xc_arena_grow(scan->arena, &scan->groups, scan->group_count,
                                      &scan->group_capacity, sizeof *group);
    if (!group) {
        scan->status = XC_NO_MEMORY;
        return;
    }
    *group = (noun_group){.first = quantity->first_token,
                          .last = quantity->last_token,
                          .head = {quantity->last_token, quantity->last_token},
                          .quantity = quantity,
                          .head_trigger = NONE,
                          .attribute = NONE};
    scan->group_count++;
    uint32_t token = quantity->last_token;
    while (scan_grammar(scan, token) & G_ANOTHER) { // "12 more soldiers", "30 other people"
        group->last = group->head.first = group->head.last = ++token;
    }
    if (scan_grammar(scan, token) & G_OF) {
        find_head_behind_of(scan, group);
    } else {
        find_head(scan, group, token);
    }
    group->in_phrase = stands_in_phrase(scan, group->first);
    int64_t before = (int64_t)group->first - 1;
    bool definite = scan_roles(scan, before) & FRAME_THE;
    group->known =
        group->head.first == group->head.last &&
        (definite || group->part || quantity->further ||
         (scan_grammar(scan, (int64_t)group->last - 1) & G_ANOTHER) ||
         (scan_grammar(scan, before) & G_ANOTHER) || is_pointing(scan_grammar(scan, before)) ||
         (quantity->qualifier == XC_EXACT && is_pointing(scan_grammar(scan, group->first))));
}

// "six AK 47 rifles": the second number belongs to the name of what the first one counts.
static bool is_in_name(const sentence_scan *scan, const xc_quantity *quantity) {
    const noun_group *before = scan->group_count ? &scan->groups[scan->group_count - 1] : NULL;
    return before && before->quantity->last_token + 1 == quantity->first_token &&
           scan_capitals(scan, (int64_t)quantity->first_token - 1) &&
           quantity->first_token < before->last;
}

// "aged 9, 12 and 14": one more of a row of ages.
static bool goes_on_row(const sentence_scan *scan, const xc_quantity *before,
                        const xc_quantity *quantity) {
    uint32_t between = before->last_token;
    return between + 1 == quantity->first_token &&
           (scan_mark_at(scan, between) == ',' ||
            (scan_grammar(scan, between) & G_CONJUNCTION)) &&
           ends_group(scan, quantity->last_token);
}

// "a father of four", "a man of 52": the number says something of one person.
static bool is_of_one(const sentence_scan *scan, const xc_quantity *quantity) {
    int64_t of = (int64_t)quantity->first_token - 1;
    bool few = quantity->high.known &&
               xc_decimal_compare(quantity->high.value, xc_decimal_of(OLDEST)) <= 0;
    if (!few || !(scan_grammar(scan, of) & G_OF) || (scan_grammar(scan, of - 1) & G_TOTAL) ||
        (!ends_group(scan, quantity->last_token) &&
         trigger_at(scan, quantity->last_token) == NONE)) {
        return false;
    }
    xc_phrase_match noun = scan_in(scan, of - 1)
                               ? scan_class_words(scan, (uint32_t)of - 1, (uint32_t)of)
                               : (xc_phrase_match){0};
    return noun.tokens && !word_of(scan, &noun)->plural &&
           xc_slice_is(scan->rules->classes[word_of(scan, &noun)->class_index].unit, "person");
}

void scan_noun_groups(sentence_scan *scan) {
    const xc_quantity *age = NULL; // the last of a row of them
    scan->group_count = 0;
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        bool another_age = age && goes_on_row(scan, age, quantity);
        age = another_age || quantity->kind == XC_AGE ? quantity : NULL;
        if (quantity->kind == XC_COUNT && scan->status == XC_OK && !another_age &&
            !is_in_name(scan, quantity) && !is_of_one(scan, quantity)) {
            add_group(scan, quantity);
        }
    }
}

int group_at(const sentence_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].first == token) {
            return (int)i;
        }
    }
    return NONE;
}
