// SPDX-License-Identifier: MIT
// What a statement tells, and whether that makes it worth comparing: "prosperity causes
// inflation" names nobody and nothing that happened.
#include "extract/statement/statement.h"

static bool has_name(const sentence_scan *scan, uint32_t first, uint32_t last) {
    for (uint32_t token = first; token < last; token++) {
        bool starts = token == scan->sentence->first_token;
        xc_word word = scan_token_at(scan, token)->word;
        // the first word of a sentence is a name if no lexicon knows it
        if (scan_capital(scan, token) && (!starts || !word)) {
            return true;
        }
    }
    return false;
}

static bool is_person(const sentence_scan *scan, uint32_t token, uint32_t last) {
    xc_phrase_match match = scan_class_words(scan, token, last);
    uint16_t class_index =
        match.tokens ? scan->language->class_list[match.payloads[0]].class_index : 0;
    return class_index && xc_slice_is(scan->rules->classes[class_index].unit, "person");
}

// A body or a person, by the words that name speakers, or a class of persons.
static bool has_actor(const sentence_scan *scan, uint32_t first, uint32_t last) {
    enum { SPEAKS = PART_SIDE | PART_BODY | PART_PERSON | PART_TITLE | PART_OFFICE };
    const language_rules *language = scan->language;
    for (uint32_t token = first; token < last; token++) {
        speaker_noun noun = speaker_noun_at(&language->speakers, scan->text, token, last);
        if ((scan_roles(scan, token) & FRAME_ACTOR) || (noun.tokens && (noun.parts & SPEAKS)) ||
            is_person(scan, token, last)) {
            return true;
        }
    }
    return false;
}

static bool has_event(const sentence_scan *scan, uint32_t first, uint32_t last) {
    for (uint32_t token = first; token < last; token++) {
        uint32_t roles = scan_roles(scan, token);
        if (roles & (FRAME_EVENT | FRAME_HARM)) {
            return true;
        }
    }
    return false;
}

unsigned statement_tells(const sentence_scan *scan, const told_statement *said) {
    uint32_t subject = said->subject.first, subject_end = said->subject.last;
    uint32_t object = said->object.first, object_end = said->object.last;
    unsigned told = said->time ? NEED_TIME : 0u;
    told |= subject < subject_end ? NEED_SUBJECT : 0u;
    told |= object < object_end ? NEED_OBJECT : 0u;
    told |= has_name(scan, object, object_end) ? NEED_NAME : 0u;
    bool pronoun = subject + 1 == subject_end && (scan_grammar(scan, subject) & G_PRONOUN);
    bool actor = pronoun || has_name(scan, subject, subject_end) ||
                 has_actor(scan, subject, subject_end);
    told |= actor ? NEED_ACTOR : 0u;
    told |= has_event(scan, subject, subject_end) || has_event(scan, object, object_end)
                ? NEED_EVENT
                : 0u;
    return told;
}

// Opinions and announcements of intent are no statements.
static bool is_worth(const statement_saying *saying, const pack_rule *rule,
                     const told_statement *said, xc_modality modality) {
    unsigned told = statement_tells(saying->scan, said);
    bool future = modality == XC_PREDICTED || modality == XC_CONDITIONAL;
    bool tells = said->count || (rule->needs & ~told) == 0;
    return modality != XC_FEARED && (!future || rule->announced) && tells;
}

bool statement_add(statement_saying *saying, told_statement said, xc_modality modality) {
    sentence_scan *scan = saying->scan;
    const pack_rule *rule = &scan->rules->rules[saying->rule];
    modality = rule->modality >= 0 ? (xc_modality)rule->modality : modality;
    if (!is_worth(saying, rule, &said, modality)) {
        return false;
    }
    told_statement *kept = xc_arena_alloc(scan->arena, sizeof *kept);
    claim_draft *draft = xc_arena_grow(scan->arena, &scan->drafts, scan->draft_count,
                                       &scan->draft_capacity, sizeof *draft);
    if (!kept || !draft) {
        scan->status = XC_NO_MEMORY;
        return false;
    }
    *kept = said;
    kept->negative = (said.negative != rule->contrary) != (modality == XC_DENIED);
    *draft = (claim_draft){.rule = rule,
                           .statement = kept,
                           .quantity = said.count,
                           .sentence = scan->sentence_index,
                           .first = saying->word->first,
                           .last = saying->word->last,
                           .head = said.subject,
                           .trigger = {saying->word->first, saying->word->last},
                           .measure = rule->measure,
                           .modality = modality,
                           .part_of = NONE,
                           .confidence = 60};
    scan->draft_count++;
    return true;
}
