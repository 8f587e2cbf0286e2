// SPDX-License-Identifier: MIT
// The words of the records' enums, their columns, and their ids.
#include "crossclaim/base/record.h"

#include "crossclaim/base/hash.h"

static const char *const basis_words[] = {[XC_BASIS_NONE] = "none",
                                          [XC_BASIS_PAGE] = "page",
                                          [XC_BASIS_SOURCES] = "sources",
                                          [XC_BASIS_TEXT] = "text"};
static const char *const qualifier_words[] = {
    [XC_EXACT] = "exact",         [XC_ABOUT] = "about",     [XC_AT_LEAST] = "at_least",
    [XC_MORE_THAN] = "more_than", [XC_AT_MOST] = "at_most", [XC_LESS_THAN] = "less_than",
    [XC_ALMOST] = "almost",       [XC_RANGE] = "range",     [XC_VAGUE] = "vague",
    [XC_NO_QUALIFIER] = ""};
static const char *const attribution_kind_words[] = {[XC_OWN] = "own",
                                                     [XC_GOVERNMENT] = "government",
                                                     [XC_MILITARY] = "military",
                                                     [XC_PARTY] = "party",
                                                     [XC_INTERNATIONAL] = "international",
                                                     [XC_MEDICAL] = "medical",
                                                     [XC_RESCUE] = "rescue",
                                                     [XC_POLICE] = "police",
                                                     [XC_AGENCY] = "agency",
                                                     [XC_MEDIA] = "media",
                                                     [XC_WITNESS] = "witness",
                                                     [XC_EXPERT] = "expert",
                                                     [XC_COMPANY] = "company",
                                                     [XC_OTHER] = "other"};
static const char *const modality_words[] = {[XC_ASSERTED] = "asserted",
                                             [XC_DENIED] = "denied",
                                             [XC_FEARED] = "feared",
                                             [XC_PREDICTED] = "predicted",
                                             [XC_CONDITIONAL] = "conditional"};
static const char *const aggregation_words[] = {
    [XC_UNTOLD] = "", [XC_CUMULATIVE] = "cumulative", [XC_NEW] = "new", [XC_STOCK] = "stock"};
static const char *const within_words[] = {[XC_IN_TEXT] = "text", [XC_IN_TITLE] = "title"};
static const char *const happening_role_words[] = {[XC_ROLE_UNTOLD] = "",
                                                   [XC_MAIN] = "main",
                                                   [XC_BESIDE] = "beside",
                                                   [XC_RECALLED] = "recalled"};
static const char *const verdict_words[] = {[XC_CONFLICT] = "conflict",
                                            [XC_UPDATED] = "updated",
                                            [XC_AGREE] = "agree",
                                            [XC_COMPATIBLE] = "compatible",
                                            [XC_SINGLE] = "single"};

static const char *word_of(const char *const *words, int count, int value) {
    return value >= 0 && value < count ? words[value] : "";
}

static int value_of(const char *const *words, int count, xc_slice word) {
    for (int i = 0; i < count; i++) {
        if (xc_slice_is(word, words[i])) {
            return i;
        }
    }
    return -1;
}

// For each enum: word to value, value to word, and the word by int for the field tables.
#define RECORD_WORDS(name, type)                                                               \
    static const char *name##_word(int value) {                                                \
        return word_of(name##_words, (int)(sizeof name##_words / sizeof *name##_words),        \
                       value);                                                                 \
    }                                                                                          \
    const char *xc_##name##_text(type value) {                                                 \
        return name##_word((int)value);                                                        \
    }                                                                                          \
    int xc_##name##_of(xc_slice word) {                                                        \
        return value_of(name##_words, (int)(sizeof name##_words / sizeof *name##_words),       \
                        word);                                                                 \
    }

RECORD_WORDS(basis, xc_basis)
RECORD_WORDS(qualifier, xc_qualifier)
RECORD_WORDS(attribution_kind, xc_attribution_kind)
RECORD_WORDS(modality, xc_modality)
RECORD_WORDS(aggregation, xc_aggregation)
RECORD_WORDS(within, xc_within)
RECORD_WORDS(happening_role, xc_happening_role)
RECORD_WORDS(verdict, xc_verdict)

#define TEXT(record, field, about)                                                             \
    { #field, XC_FIELD_TEXT, offsetof(record, field), NULL, NULL, about }
#define NUMBER(record, field, about)                                                           \
    { #field, XC_FIELD_NUMBER, offsetof(record, field), NULL, NULL, about }
#define COUNT(record, field, about)                                                            \
    { #field, XC_FIELD_COUNT, offsetof(record, field), NULL, NULL, about }
#define WORD(record, field, words, about)                                                      \
    { #field, XC_FIELD_WORD, offsetof(record, field), words##_word, xc_##words##_of, about }

static const xc_field claim_fields[] = {
    TEXT(xc_claim, id, "the claim's id: the same text gives the same id on every run"),
    TEXT(xc_claim, document, "label of the document that makes the claim"),
    TEXT(xc_claim, source, "outlet that published the document"),
    TEXT(xc_claim, wire, "agency whose copy the document carries"),
    TEXT(xc_claim, url, "address of the document"),
    TEXT(xc_claim, published, "publication date (ISO 8601)"),
    TEXT(xc_claim, topic, "topic of the measure"),
    TEXT(xc_claim, measure, "what is counted or stated"),
    TEXT(xc_claim, subject, "class of what is counted"),
    TEXT(xc_claim, subject_text, "its words in the text"),
    NUMBER(xc_claim, value, "the number as stated"),
    NUMBER(xc_claim, low, "least number that the words allow"),
    NUMBER(xc_claim, high, "greatest number that the words allow"),
    WORD(xc_claim, qualifier, qualifier, "how the number is hedged"),
    TEXT(xc_claim, unit,
         "person, household, building, hour ... percent, ISO 4217 code, SI symbol"),
    TEXT(xc_claim, place, "where, in one canonical name"),
    TEXT(xc_claim, from, "start of the time that the claim is about (ISO 8601)"),
    TEXT(xc_claim, to, "end of that time, or the as-of time (ISO 8601)"),
    TEXT(xc_claim, event, "event that the claim belongs to"),
    TEXT(xc_claim, predicate, "what is said, of an event or status"),
    TEXT(xc_claim, object, "of what it is said"),
    TEXT(xc_claim, polarity, "positive or negative"),
    TEXT(xc_claim, attribution,
         "whom the document says the claim comes from; empty: its own voice"),
    WORD(xc_claim, attribution_kind, attribution_kind, "what kind of speaker that is"),
    WORD(xc_claim, modality, modality, "asserted, denied, feared, predicted or conditional"),
    WORD(xc_claim, aggregation, aggregation, "running total, increment or stock"),
    TEXT(xc_claim, part_of, "id of the claim that this one is a part of"),
    TEXT(xc_claim, evidence, "the sentence, verbatim"),
    WORD(xc_claim, within, within, "the string of the document that start and end point into"),
    COUNT(xc_claim, start, "first byte of the words that carry the number"),
    COUNT(xc_claim, end, "byte behind them"),
    TEXT(xc_claim, rule, "rule that produced the claim, as pack:rule"),
    NUMBER(xc_claim, confidence, "0 to 1"),
    TEXT(xc_claim, speaks_for, "institution or office that the speaker speaks for"),
    TEXT(xc_claim, via, "outlet through which the speaker's words came"),
    TEXT(xc_claim, document_key, "key of the document that makes the claim"),
};

#define KEPT(field, kind, word, value, about)                                                  \
    { "happening_" #field, kind, offsetof(xc_claim, happening.field), word, value, about }

static const xc_field claim_kept_fields[] = {
    KEPT(kind, XC_FIELD_TEXT, NULL, NULL, "what kind of happening the claim belongs to"),
    KEPT(place, XC_FIELD_TEXT, NULL, NULL, "where that happened"),
    KEPT(from, XC_FIELD_TEXT, NULL, NULL, "start of its time (ISO 8601)"),
    KEPT(to, XC_FIELD_TEXT, NULL, NULL, "end of its time (ISO 8601)"),
    KEPT(role, XC_FIELD_WORD, happening_role_word, xc_happening_role_of,
         "main: what the page is about; beside: another of the same days; recalled"),
    NUMBER(xc_claim, latitude, "where the place lies, degrees north"),
    NUMBER(xc_claim, longitude, "where the place lies, degrees east"),
};

static const xc_field group_fields[] = {
    TEXT(xc_group, id, "the group's id"),
    TEXT(xc_group, topic, "topic of the measure"),
    TEXT(xc_group, measure, "what is counted or stated"),
    TEXT(xc_group, subject, "class of what is counted"),
    TEXT(xc_group, place, "where"),
    TEXT(xc_group, from, "start of the time (ISO 8601)"),
    TEXT(xc_group, to, "end of the time (ISO 8601)"),
    TEXT(xc_group, event, "event that the group is about"),
    TEXT(xc_group, about, "the group in one line"),
    COUNT(xc_group, claims, "claims in the group"),
    COUNT(xc_group, documents, "documents that make them"),
    COUNT(xc_group, sources, "outlets of those documents"),
    COUNT(xc_group, independent, "origins, copies of one story counted once"),
    NUMBER(xc_group, low, "least number claimed"),
    NUMBER(xc_group, high, "greatest number claimed"),
    WORD(xc_group, verdict, verdict, "what the comparison says"),
    NUMBER(xc_group, confidence, "0 to 1"),
    {"related", XC_FIELD_RELATED, offsetof(xc_group, related), NULL, NULL,
     "groups of the same event, each with how it differs"},
    TEXT(xc_group, reason, "why that is the verdict, in a sentence that can be checked"),
    {"members", XC_FIELD_MEMBERS, offsetof(xc_group, members), NULL, NULL, "ids of the claims"},
    TEXT(xc_group, unit, "what the least and greatest number are counted in"),
    TEXT(xc_group, incident, "id of the incident that the group lies in; empty if none"),
    {"doubtful", XC_FIELD_DOUBTFUL, offsetof(xc_group, doubtful), NULL, NULL,
     "ids of claims shown with the group that its verdict does not judge"},
};

#define RANGE(measure, about)                                                                  \
    NUMBER(xc_incident, measure##_low, "least number of " about),                              \
        NUMBER(xc_incident, measure##_high, "greatest number of " about)

static const xc_field incident_fields[] = {
    TEXT(xc_incident, id, "the incident's id"),
    TEXT(xc_incident, name, "the incident in one line"),
    TEXT(xc_incident, kind, "what it is called most"),
    TEXT(xc_incident, place, "the place of most of its documents"),
    NUMBER(xc_incident, latitude, "where that lies, degrees north"),
    NUMBER(xc_incident, longitude, "where that lies, degrees east"),
    TEXT(xc_incident, from, "start of the time that most claims tell (ISO 8601)"),
    TEXT(xc_incident, to, "end of that time (ISO 8601)"),
    COUNT(xc_incident, documents, "documents that tell of it"),
    COUNT(xc_incident, sources, "outlets of those documents"),
    COUNT(xc_incident, independent, "origins, copies of one story counted once"),
    RANGE(killed, "the dead, of the group that most sources have a part in"),
    RANGE(injured, "the injured, likewise"),
    RANGE(missing, "the missing, likewise"),
    RANGE(displaced, "the displaced, likewise"),
    RANGE(detained, "the detained, likewise"),
    RANGE(housing_destroyed, "destroyed houses, likewise"),
    {"groups", XC_FIELD_GROUPS, offsetof(xc_incident, groups), NULL, NULL, "ids of its groups"},
};

static const xc_field document_fields[] = {
    TEXT(xc_document, key,
         "hash of title, text, address and source: what identifies the document"),
    {"document", XC_FIELD_TEXT, offsetof(xc_document, label), NULL, NULL,
     "label: path relative to the input, and #N"},
    TEXT(xc_document, source, "outlet that published the document"),
    TEXT(xc_document, wire, "agency whose copy it carries"),
    TEXT(xc_document, title, "headline"),
    TEXT(xc_document, published, "publication date (ISO 8601)"),
    TEXT(xc_document, author, "author as the page names them"),
    TEXT(xc_document, url, "address"),
    TEXT(xc_document, language, "ISO 639-1"),
    TEXT(xc_document, kind, "kind of source, as sources.csv tells"),
    TEXT(xc_document, format, "how it was read"),
    WORD(xc_document, source_basis, basis,
         "what the outlet rests on: page, sources, text or none"),
    WORD(xc_document, published_basis, basis,
         "what the date rests on: page, sources, text or none"),
    TEXT(xc_document, captured, "when a crawl took it (ISO 8601)"),
    COUNT(xc_document, replaced, "broken bytes that became U+FFFD"),
    COUNT(xc_document, unread,
          "words that the page shows beside the text, where that is under a tenth of all"),
    TEXT(xc_document, archived, "address of an archive's copy, where the input had one"),
    TEXT(xc_document, bytes_sha256,
         "SHA-256 of the file that it was read from; empty of standard input"),
    TEXT(xc_document, text_sha256, "SHA-256 of the text that was read in it"),
    TEXT(xc_document, record, "of an archive or a crawl: which member or record of it"),
};

const xc_field *xc_claim_fields(size_t *count) {
    *count = sizeof claim_fields / sizeof *claim_fields;
    return claim_fields;
}

const xc_field *xc_claim_kept_fields(size_t *count) {
    *count = sizeof claim_kept_fields / sizeof *claim_kept_fields;
    return claim_kept_fields;
}

const xc_field *xc_group_fields(size_t *count) {
    *count = sizeof group_fields / sizeof *group_fields;
    return group_fields;
}

const xc_field *xc_incident_fields(size_t *count) {
    *count = sizeof incident_fields / sizeof *incident_fields;
    return incident_fields;
}

const xc_field *xc_document_fields(size_t *count) {
    *count = sizeof document_fields / sizeof *document_fields;
    return document_fields;
}

static xc_slice related_text(const xc_group *group, xc_buffer *scratch) {
    for (size_t i = 0; i < group->related_count; i++) {
        xc_buffer_print(scratch, "%s%.*s=%.*s", i ? " " : "", XC_PRINT(group->related[i].group),
                        XC_PRINT(group->related[i].difference));
    }
    return xc_buffer_slice(scratch);
}

static xc_slice ids_text(const xc_slice *ids, size_t count, xc_buffer *scratch) {
    for (size_t i = 0; i < count; i++) {
        xc_buffer_print(scratch, "%s%.*s", i ? " " : "", XC_PRINT(ids[i]));
    }
    return xc_buffer_slice(scratch);
}

xc_slice xc_field_text(const xc_field *field, const void *record, xc_buffer *scratch) {
    const void *at = (const char *)record + field->offset;
    const xc_group *group = record;
    const xc_incident *incident = record;
    char printed[XC_DECIMAL_PRINTED];
    xc_buffer_clear(scratch);
    switch (field->kind) {
    case XC_FIELD_TEXT:
        return *(const xc_slice *)at;
    case XC_FIELD_NUMBER: {
        const xc_number *number = at;
        if (number->known) {
            xc_decimal_print(number->value, printed);
            xc_buffer_text(scratch, printed);
        }
        return xc_buffer_slice(scratch);
    }
    case XC_FIELD_COUNT:
        xc_buffer_print(scratch, "%zu", *(const size_t *)at);
        return xc_buffer_slice(scratch);
    case XC_FIELD_WORD: // an enum without negative members has the size of an unsigned int
        return xc_slice_of(field->word((int)*(const unsigned *)at));
    case XC_FIELD_RELATED:
        return related_text(record, scratch);
    case XC_FIELD_MEMBERS:
        return ids_text(group->members, group->member_count, scratch);
    case XC_FIELD_GROUPS:
        return ids_text(incident->groups, incident->group_count, scratch);
    case XC_FIELD_DOUBTFUL:
        return ids_text(group->doubtful, group->doubtful_count, scratch);
    }
    return (xc_slice){0};
}

void xc_document_key(const xc_document *document, char out[18]) {
    const xc_slice parts[] = {document->title, document->text, document->url, document->source};
    xc_id_print('d', xc_hash_slices(parts, sizeof parts / sizeof *parts), out);
}

xc_slice xc_document_name(const xc_document *document) {
    enum { LONGEST = 60 };
    xc_slice title = xc_slice_trim(document->title);
    if (document->source.len || !title.len) {
        return document->source.len ? document->source : document->label;
    }
    if (title.len <= LONGEST) {
        return title;
    }
    size_t end = LONGEST;
    while (end > LONGEST / 2 && title.ptr[end] != ' ') {
        end--;
    }
    while (end > 0 && ((unsigned char)title.ptr[end] & 0xC0) == 0x80) {
        end--;
    }
    return xc_slice_trim(xc_slice_sub(title, 0, end));
}

void xc_claim_id(xc_slice document_key, const xc_claim *claim, char out[18]) {
    uint64_t span[2] = {claim->start, claim->end};
    const xc_slice parts[] = {document_key,
                              xc_slice_of(xc_within_text(claim->within)),
                              {(const char *)span, sizeof span},
                              claim->measure};
    xc_id_print('c', xc_hash_slices(parts, sizeof parts / sizeof *parts), out);
}
