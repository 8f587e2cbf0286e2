// SPDX-License-Identifier: MIT
// Speeches: where somebody urges, accuses or promises something is not where that is.
#include "extract/place/place_options.h"

// "The envoy urged both sides", "in a speech on Sunday", "issued a warrant".
static bool has_speech(const place_question *question, xc_span words) {
    const language_rules *language = question->scan->language;
    for (uint32_t token = words.first; token < words.last; token++) {
        xc_word word = question->scan->text->tokens[token].word;
        if (word_bits_of(&language->happenings, word) & HAPPENING_SPEECH) {
            return true;
        }
    }
    return false;
}

// "A man accused of arson in Ost": a charge, whose place is that of the deed.
static bool is_charge(const place_question *question) {
    const xc_text *text = question->scan->text;
    uint32_t behind = question->draft->trigger.last;
    return behind < text->token_count &&
           grammar_of(question->scan->language, text->tokens[behind].word) & G_OF;
}

// "Addressed the nation on Monday in Ost": where it was said, in the clause of the speech
// itself.
static bool is_of_speech(const place_question *question, const place_mention *mention) {
    place_standing standing = place_stands(question->scan, question->draft, mention);
    xc_span object = question->draft->statement->object;
    bool said = mention->first > object.first && mention->first < object.last;
    bool leads = mention->first < question->draft->trigger.first; // "In Ost the envoy urged"
    return !said && mention->role == PLACE_IN &&
           (leads || mention->place.kind != XC_PLACE_COUNTRY) && !mention->in_name &&
           (standing.clause == IN_CLAIM || standing.clause == IN_CLAUSE);
}

claim_place place_unless_spoken(const place_question *question, claim_place found) {
    const claim_draft *draft = question->draft;
    const place_mention *mention = found.mention;
    if (!draft->statement || !mention || mention->sentence != draft->sentence ||
        is_charge(question)) {
        return found;
    }
    bool leads = mention->first < draft->trigger.first;
    bool spoken = (has_speech(question, draft->trigger) ||
                   (!leads && has_speech(question, draft->statement->object))) &&
                  !is_of_speech(question, mention);
    return spoken ? (claim_place){0} : found;
}
