// SPDX-License-Identifier: MIT
// Corrections, put where what was read stood.
#include "compare/decision/apply.h"

#include "compare/decision/trace.h"

#include <string.h>

// Fields that a reviewer may correct: what was read, not where it stands.
static const char *const claim_words[] = {
    "measure",  "subject",     "subject_text", "value",           "low",
    "high",     "unit",        "qualifier",    "place",           "from",
    "to",       "event",       "object",       "predicate",       "polarity",
    "modality", "aggregation", "attribution",  "attribution_kind"};

static const xc_field *field_named(const xc_field *fields, size_t count, xc_slice name) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_is(name, fields[i].name)) {
            return &fields[i];
        }
    }
    return NULL;
}

static bool may_correct(xc_slice name) {
    for (size_t i = 0; i < sizeof claim_words / sizeof *claim_words; i++) {
        if (xc_slice_is(name, claim_words[i])) {
            return true;
        }
    }
    return false;
}

static bool put_text(const xc_field *field, void *record, xc_slice text) {
    void *at = (char *)record + field->offset;
    if (field->kind == XC_FIELD_TEXT) {
        *(xc_slice *)at = text;
        return true;
    }
    if (field->kind == XC_FIELD_NUMBER) {
        xc_number number = {0};
        number.known = text.len && xc_decimal_parse(text, &number.value);
        *(xc_number *)at = number;
        return number.known || !text.len;
    }
    int value = field->kind == XC_FIELD_WORD ? field->value(text) : -1;
    if (value >= 0) {
        *(unsigned *)at = (unsigned)value;
    }
    return value >= 0;
}

static xc_number one_more(xc_number number, int step) {
    number.known = number.known && number.value.exponent == 0;
    number.value.digits += step;
    return number;
}

// The bounds that the words give with another number or hedge, as the interface page has them.
static void set_bounds(xc_claim *claim) {
    const xc_number none = {0};
    const xc_number value = claim->value;
    switch (claim->qualifier) {
    case XC_AT_LEAST:
    case XC_MORE_THAN:
        claim->low = claim->qualifier == XC_AT_LEAST ? value : one_more(value, 1);
        claim->high = none;
        break;
    case XC_AT_MOST:
    case XC_LESS_THAN:
    case XC_ALMOST:
        claim->low = none;
        claim->high = claim->qualifier == XC_AT_MOST ? value : one_more(value, -1);
        break;
    case XC_ABOUT:
        claim->low = claim->high = none;
        break;
    default:
        claim->qualifier = value.known ? XC_EXACT : claim->qualifier;
        claim->low = claim->high = value;
        break;
    }
}

static const xc_measure *measure_named(const xc_case_content *content, xc_slice name) {
    for (size_t i = 0; i < content->measure_count; i++) {
        if (xc_slice_equal(content->measures[i].name, name)) {
            return &content->measures[i];
        }
    }
    return NULL;
}

const char *claim_correct(const xc_case_content *content, xc_claim *claim, xc_slice field,
                          xc_slice value) {
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    const xc_field *at = may_correct(field) ? field_named(fields, count, field) : NULL;
    const xc_measure *measure = measure_named(content, value);
    if (!at) {
        return "that is no field that can be corrected; these can: measure, subject, value, "
               "low, "
               "high, unit, qualifier, place, from, to, event, attribution, modality and "
               "others "
               "of docs/review.md";
    }
    if (xc_slice_is(field, "measure") && !measure) {
        return "give a measure that the case's packs declare";
    }
    if (!put_text(at, claim, value)) {
        return at->kind == XC_FIELD_NUMBER
                   ? "give a number in digits, as 1200 or 0.5"
                   : "give one of the words that the column has in claims.csv";
    }
    if (xc_slice_is(field, "measure")) {
        claim->topic = measure->topic;
    } else if (xc_slice_is(field, "value") || xc_slice_is(field, "qualifier")) {
        set_bounds(claim);
    } else if (xc_slice_is(field, "place")) {
        claim->latitude = claim->longitude = (xc_number){0};
    }
    return NULL;
}

const char *document_correct(xc_document *document, xc_slice field, xc_slice value) {
    if (xc_slice_is(field, "grade")) {
        document->grade = value;
    } else if (xc_slice_is(field, "kind")) {
        document->kind = value;
    } else if (xc_slice_is(field, "source")) {
        document->source = value;
    } else if (xc_slice_is(field, "url")) {
        document->url = value;
    } else if (xc_slice_is(field, "published")) {
        document->published = value;
    } else if (xc_slice_is(field, "wire")) {
        document->wire = value;
    } else {
        return "that is no field of a document that can be set; these can: kind, grade, "
               "source, "
               "url, "
               "published, wire";
    }
    return NULL;
}

static void follow_document(const xc_document *document, xc_claim *claim) {
    claim->source = document->source;
    claim->wire = document->wire;
    claim->url = document->url;
    claim->published = document->published;
}

// What a claim repeats of its document is as it was there before, so that one walk will do.
static void correct_documents(xc_case_content *content, const xc_decision *decision) {
    for (size_t i = 0; i < content->claim_count; i++) {
        xc_claim *claim = &content->claims[i];
        if (is_target(decision->target, claim->document_key, claim->source)) {
            xc_document told = {.source = claim->source,
                                .wire = claim->wire,
                                .url = claim->url,
                                .published = claim->published};
            (void)document_correct(&told, decision->field, decision->value);
            follow_document(&told, claim);
        }
    }
    for (size_t i = 0; i < content->document_count; i++) {
        xc_document *document = &content->documents[i];
        if (is_target(decision->target, document->key, document->source)) {
            (void)document_correct(document, decision->field, decision->value);
        }
    }
}

typedef struct grouped {
    uint32_t *of_claim; // the group of each claim
    uint32_t *shared;   // how many of a decision's claims each group has; 0 between decisions
} grouped;

// The group that most of the decision's claims are in bears the name.
static void name_group(xc_case_content *content, const xc_decision *decision,
                       const trace *found, const grouped *groups) {
    uint32_t best = NO_GROUP;
    for (size_t i = 0; i < found->count; i++) {
        uint32_t claim = found->claims[i];
        uint32_t group = claim == NO_CLAIM ? NO_GROUP : groups->of_claim[claim];
        if (group != NO_GROUP) {
            groups->shared[group]++;
        }
    }
    for (uint32_t i = 0; i < content->group_count; i++) {
        best = groups->shared[i] > (best == NO_GROUP ? 0 : groups->shared[best]) ? i : best;
    }
    if (best != NO_GROUP) {
        content->groups[best].about = decision->value;
    }
    for (size_t i = 0; i < content->group_count; i++) {
        groups->shared[i] = 0;
    }
}

static void apply_one(xc_case_content *content, const xc_decision *decision, const trace *found,
                      const grouped *groups) {
    if (decision->kind == XC_NAME) {
        name_group(content, decision, found, groups);
    } else if (decision->kind == XC_SET_FIELD && found->count == 0) {
        correct_documents(content, decision);
    } else if (decision->kind == XC_SET_FIELD && found->whole) {
        xc_claim *claim = &content->claims[found->claims[0]];
        xc_claim corrected = *claim;
        bool good = !claim_correct(content, &corrected, decision->field, decision->value) &&
                    !xc_claim_fault(&corrected);
        *claim = good ? corrected : *claim;
    }
}

xc_status xc_decisions_apply(xc_case_content *content, xc_arena *arena, xc_error *error) {
    trace *traces = NULL;
    if (content->decision_count == 0) {
        return XC_OK;
    }
    claim_ids ids;
    grouped groups = {
        .shared = xc_arena_array(arena, content->group_count + 1, sizeof *groups.shared)};
    groups.of_claim =
        claim_ids_make(content, arena, &ids) ? claim_ids_groups(&ids, arena) : NULL;
    if (!groups.of_claim || !groups.shared) {
        return xc_fail_memory(error);
    }
    xc_status status = traces_make(content, arena, &traces, error);
    for (size_t i = 0; status == XC_OK && i < content->decision_count; i++) {
        if (!traces[i].undone) {
            apply_one(content, &content->decisions[i], &traces[i], &groups);
        }
    }
    return status;
}

static bool copy_records(xc_case_content *content, xc_arena *arena) {
    xc_claim *claims = xc_arena_array(arena, content->claim_count, sizeof *claims);
    xc_document *documents = xc_arena_array(arena, content->document_count, sizeof *documents);
    if (!claims || !documents) {
        return false;
    }
    if (content->claim_count) {
        memcpy(claims, content->claims, content->claim_count * sizeof *claims);
    }
    if (content->document_count) {
        memcpy(documents, content->documents, content->document_count * sizeof *documents);
    }
    content->claims = claims;
    content->documents = documents;
    return true;
}

xc_status content_as_decided(const xc_case_content *content, xc_arena *arena,
                             xc_case_content *out, xc_error *error) {
    xc_claim_state *states = NULL;
    *out = *content;
    if (content->decision_count == 0) {
        return XC_OK;
    }
    out->group_count = 0; // what the groups are is what is asked
    xc_status status = xc_decisions_claims(out, arena, &states, error);
    if (status == XC_OK && !copy_records(out, arena)) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        status = xc_decisions_apply(out, arena, error);
    }
    size_t kept = 0;
    for (size_t i = 0; status == XC_OK && i < content->claim_count; i++) {
        if (!states[i].out) {
            out->claims[kept++] = out->claims[i];
        }
    }
    out->claim_count = status == XC_OK ? kept : out->claim_count;
    return status;
}
