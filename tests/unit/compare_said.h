// SPDX-License-Identifier: MIT
// Claims for tests of comparison, written as who says what when.
#ifndef TEST_COMPARE_SAID_H
#define TEST_COMPARE_SAID_H

#include "crossclaim/compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_CLAIMS = 8 };

// What the shipped tables say of the words that the tests use.
static const xc_term said_terms[] = {
    {XC_SLICE_INIT("class"), XC_SLICE_INIT("children"), XC_SLICE_INIT("people")},
    {XC_SLICE_INIT("class"), XC_SLICE_INIT("refugees"), XC_SLICE_INIT("people")},
    {XC_SLICE_INIT("class"), XC_SLICE_INIT("people"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("class"), XC_SLICE_INIT("buildings"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("class"), XC_SLICE_INIT("houses"), XC_SLICE_INIT("buildings")},
    {XC_SLICE_INIT("part"), XC_SLICE_INIT("children"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("course"), XC_SLICE_INIT("sheltered"), XC_SLICE_INIT("falls")},
    {XC_SLICE_INIT("course"), XC_SLICE_INIT("duration"), XC_SLICE_INIT("lasts")},
    {XC_SLICE_INIT("course"), XC_SLICE_INIT("money"), XC_SLICE_INIT("steady")},
    {XC_SLICE_INIT("course"), XC_SLICE_INIT("event"), XC_SLICE_INIT("steady")},
    {XC_SLICE_INIT("course"), XC_SLICE_INIT("status"), XC_SLICE_INIT("steady")},
    {XC_SLICE_INIT("month"), XC_SLICE_INIT("march"), XC_SLICE_INIT("3")},
    {XC_SLICE_INIT("month"), XC_SLICE_INIT("september"), XC_SLICE_INIT("9")},
    {XC_SLICE_INIT("weekday"), XC_SLICE_INIT("tuesday"), XC_SLICE_INIT("2")},
    {XC_SLICE_INIT("weekday"), XC_SLICE_INIT("thursday"), XC_SLICE_INIT("4")},
    {XC_SLICE_INIT("part"), XC_SLICE_INIT("women"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("class"), XC_SLICE_INIT("women"), XC_SLICE_INIT("people")},
    {XC_SLICE_INIT("kind_of_part"), XC_SLICE_INIT("children"), XC_SLICE_INIT("age")},
    {XC_SLICE_INIT("kind_of_part"), XC_SLICE_INIT("women"), XC_SLICE_INIT("age")},
    {XC_SLICE_INIT("revision"), XC_SLICE_INIT("lowered"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("revision"), XC_SLICE_INIT("first reported as"), XC_SLICE_INIT("old")},
    {XC_SLICE_INIT("attacker"), XC_SLICE_INIT("gunman"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("attacker"), XC_SLICE_INIT("gunmen"), XC_SLICE_INIT("many")},
    {XC_SLICE_INIT("counts_in"), XC_SLICE_INIT("including"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("counts_out"), XC_SLICE_INIT("not including"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("own_life"), XC_SLICE_INIT("shot himself"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("some_of"), XC_SLICE_INIT("of the"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("some_of"), XC_SLICE_INIT("of them"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("region"), XC_SLICE_INIT("region"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("joint"), XC_SLICE_INIT("dead or missing"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("counted_with"), XC_SLICE_INIT("killed"), XC_SLICE_INIT("missing")},
    {XC_SLICE_INIT("concern"), XC_SLICE_INIT("killed"), XC_SLICE_INIT("9")},
    {XC_SLICE_INIT("of_event"), XC_SLICE_INIT("killed"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("of_event"), XC_SLICE_INIT("injured"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("concern"), XC_SLICE_INIT("money"), XC_SLICE_INIT("1")},
    {XC_SLICE_INIT("event_family"), XC_SLICE_INIT("storm"), XC_SLICE_INIT("storm")},
    {XC_SLICE_INIT("event_family"), XC_SLICE_INIT("flooding"), XC_SLICE_INIT("flood")},
    {XC_SLICE_INIT("event_family"), XC_SLICE_INIT("quake"), XC_SLICE_INIT("earthquake")},
    {XC_SLICE_INIT("leads_to"), XC_SLICE_INIT("storm"), XC_SLICE_INIT("flood")},
    {XC_SLICE_INIT("lasting"), XC_SLICE_INIT("war"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("either_way"), XC_SLICE_INIT("control"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("kin"), XC_SLICE_INIT("attack"), XC_SLICE_INIT("attack")},
    {XC_SLICE_INIT("kin"), XC_SLICE_INIT("bombard"), XC_SLICE_INIT("attack")},
    {XC_SLICE_INIT("many_a_day"), XC_SLICE_INIT("speak"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("head_end"), XC_SLICE_INIT("of"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("head_end"), XC_SLICE_INIT("in"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("part_of"), XC_SLICE_INIT("of"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("no_party"), XC_SLICE_INIT("the"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("no_party"), XC_SLICE_INIT("he"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("stand_in"), XC_SLICE_INIT("region"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("month_name"), XC_SLICE_INIT("may"), XC_SLICE_INIT("5")},
};

// One claim: who says it, when, in which words. What is left out is "people killed in Lorvik".
typedef struct said {
    const char *outlet, *day, *words;
    const char *measure, *unit, *subject, *place, *from, *to, *by, *wire, *polarity, *predicate,
        *object, *who;
    double value;      // as stated; -1 for none
    const char *exact; // in place of value: decimals, negatives, long ones
    double low, high;  // where they are not told by value and qualifier; 0 for none
    xc_qualifier how;
    xc_modality modality;
    xc_aggregation aggregation;
    bool part;      // of the claim before it
    bool same_page; // as the claim before it
} said;

static inline xc_slice or_else(const char *text, const char *otherwise) {
    return xc_slice_of(text ? text : otherwise);
}

static inline xc_number number(double value) {
    return xc_number_of((int64_t)value);
}

static inline void set_bounds(const said *s, xc_claim *claim) {
    claim->qualifier = s->how;
    if (s->exact) {
        claim->value.known = true;
        assert_true(xc_decimal_parse(xc_slice_of(s->exact), &claim->value.value));
        claim->low = s->how == XC_AT_MOST ? (xc_number){0} : claim->value;
        claim->high = s->how == XC_AT_LEAST ? (xc_number){0} : claim->value;
    } else if (s->value >= 0) {
        claim->value = number(s->value);
        claim->low = s->how == XC_EXACT || s->how == XC_AT_LEAST ? number(s->value)
                     : s->how == XC_MORE_THAN                    ? number(s->value + 1)
                                                                 : (xc_number){0};
        claim->high =
            s->how == XC_EXACT || s->how == XC_AT_MOST ? number(s->value) : (xc_number){0};
    }
    if (s->low > 0) {
        claim->low = number(s->low);
    }
    if (s->high > 0) {
        claim->high = number(s->high);
    }
}

static inline xc_slice make_id(xc_arena *arena, const xc_claim *claim) {
    char id[XC_ID_LENGTH + 1];
    xc_claim_id(claim->document_key, claim, id);
    return xc_arena_copy(arena, xc_slice_of(id));
}

static inline xc_slice sentence_of(xc_arena *arena, const said *s) {
    return xc_arena_print(
        arena, "%s (%s): after the ferry accident off %s the count was %s, we are told.",
        s->outlet, s->day, s->place ? s->place : "Lorvik", s->words);
}

static inline void add_page_of(xc_arena *arena, xc_case_content *content, const said *s) {
    char key[XC_ID_LENGTH + 1];
    xc_document *document = &content->documents[content->document_count++];
    document->text = sentence_of(arena, s);
    document->label = xc_arena_print(arena, "%s-%s", s->outlet, s->day);
    document->source = xc_slice_of(s->outlet);
    document->published = xc_slice_of(s->day);
    document->wire = or_else(s->wire, "");
    document->title = XC_SLICE("Ferry accident");
    xc_document_key(document, key);
    document->key = xc_arena_copy(arena, xc_slice_of(key));
}

// A claim, and a document for it unless it stands on the page of the claim before it.
static inline void add_claim(xc_arena *arena, xc_case_content *content, const said *s) {
    if (!s->same_page) {
        add_page_of(arena, content, s);
    }
    xc_document *document = &content->documents[content->document_count - 1];
    size_t before = s->same_page ? document->text.len : 0;
    if (s->same_page) {
        document->text = xc_arena_print(arena, "%.*s\n%.*s", XC_PRINT(document->text),
                                        XC_PRINT(sentence_of(arena, s)));
    }
    xc_claim *claim = &content->claims[content->claim_count++];
    *claim = (xc_claim){.document = document->label,
                        .document_key = document->key,
                        .source = document->source,
                        .published = document->published,
                        .wire = document->wire,
                        .measure = or_else(s->measure, "killed"),
                        .subject = or_else(s->subject, s->measure ? "" : "people"),
                        .unit = or_else(s->unit, s->measure ? "" : "person"),
                        .place = or_else(s->place, "Lorvik"),
                        .from = or_else(s->from, ""),
                        .to = or_else(s->to, ""),
                        .attribution = or_else(s->by, ""),
                        .polarity = or_else(s->polarity, ""),
                        .predicate = or_else(s->predicate, ""),
                        .object = or_else(s->object, ""),
                        .subject_text = or_else(s->who, ""),
                        .modality = s->modality,
                        .aggregation = s->aggregation,
                        .evidence = sentence_of(arena, s)};
    set_bounds(s, claim);
    xc_slice own = xc_slice_sub(document->text, before, document->text.len);
    claim->start = before + xc_slice_find(own, xc_slice_of(s->words));
    claim->end = claim->start + strlen(s->words);
    claim->part_of = s->part ? content->claims[content->claim_count - 2].id : (xc_slice){0};
    claim->id = make_id(arena, claim);
}

// A reviewer puts two claims together: for tests that ask what a group says, and not whether its
// claims are one.
static inline void say_same(xc_arena *arena, xc_case_content *content, size_t one,
                            size_t other) {
    if (!content->decisions) {
        content->decisions = xc_arena_array(arena, MOST_CLAIMS, sizeof *content->decisions);
        assert_non_null(content->decisions);
    }
    content->decisions[content->decision_count++] =
        (xc_decision){.kind = XC_ALWAYS_SAME,
                      .first = content->claims[one].id,
                      .second = content->claims[other].id};
}

static inline xc_case_content content_of(xc_arena *arena, const said *claims) {
    xc_case_content content = {
        .terms = xc_arena_array(arena, sizeof said_terms / sizeof *said_terms,
                                sizeof *content.terms),
        .term_count = sizeof said_terms / sizeof *said_terms,
        .documents = xc_arena_array(arena, MOST_CLAIMS, sizeof *content.documents),
        .claims = xc_arena_array(arena, MOST_CLAIMS, sizeof *content.claims)};
    assert_true(content.documents && content.claims && content.terms);
    memcpy(content.terms, said_terms, sizeof said_terms);
    for (size_t i = 0; i < MOST_CLAIMS && claims[i].outlet; i++) {
        add_claim(arena, &content, &claims[i]);
    }
    return content;
}

#endif
