// SPDX-License-Identifier: MIT
// Documents and claims as comparison sees them.
#include "compare/profile.h"

#include "compare/exchange.h"
#include "compare/figure_words.h"
#include "compare/measured.h"
#include "compare/pair/link_table.h"
#include "compare/pair/story_cache.h"
#include "compare/standing_time.h"

#include <stdlib.h>

enum { LONGEST_EVENT = 96 };

static days days_of(xc_slice from, xc_slice to) {
    xc_date first;
    xc_date last;
    days out = {0};
    if (from.len == 0 || !xc_date_parse(from, &first)) {
        return out;
    }
    if (to.len == 0 || !xc_date_parse(to, &last)) {
        last = first;
    }
    out.first = (int32_t)(xc_date_first_second(first) / 86400);
    out.last = (int32_t)(xc_date_last_second(last) / 86400);
    out.known = out.last >= out.first;
    return out;
}

static xc_status profile_document(const xc_document *document, xc_arena *arena,
                                  document_profile *out, xc_error *error) {
    out->document = document;
    out->lead = xc_slice_sub(document->text, 0, LEAD_BYTES);
    out->published = days_of(document->published, document->published);
    out->source = xc_hash(document->source.len ? document->source : document->key);
    const xc_slice texts[] = {document->title, out->lead};
    xc_status status = words_of(texts, 2, arena, &out->words, error);
    return status == XC_OK ? words_of(&document->title, 1, arena, &out->title_words, error)
                           : status;
}

xc_slice claim_words(const xc_claim *claim, const xc_document *document) {
    xc_slice text = claim->within == XC_IN_TITLE ? document->title : document->text;
    xc_slice words = xc_slice_sub(text, claim->start, claim->end);
    return words.len ? words : claim->subject_text;
}

static uint8_t number_of(xc_slice digits) {
    unsigned number = 0;
    for (size_t i = 0; i < digits.len && i < 2 && digits.ptr[i] >= '0' && digits.ptr[i] <= '9';
         i++) {
        number = number * 10 + (unsigned)(digits.ptr[i] - '0');
    }
    return number <= 12 ? (uint8_t)number : 0;
}

// The names of months or weekdays in the tables; the weak ones are of a kind of their own.
static xc_status take_names(const vocabulary *v, const char *const kinds[2], xc_arena *arena,
                            calendar_words *out, xc_error *error) {
    size_t first;
    size_t last;
    size_t capacity = 0;
    for (int weak = 0; weak < 2; weak++) {
        vocabulary_kind(v, kinds[weak], &first, &last);
        for (size_t i = first; i < last; i++) {
            uint8_t number = number_of(v->terms[i].value);
            calendar_word *at =
                xc_arena_grow(arena, &out->items, out->count, &capacity, sizeof *at);
            if (!at) {
                return xc_fail_memory(error);
            }
            *at = (calendar_word){name_hash(v->terms[i].word), number, weak};
            out->count += number > 0;
        }
    }
    return XC_OK;
}

static xc_status take_words_of_tables(profiles *all, xc_arena *arena, xc_error *error) {
    static const char *const months[] = {"month", "month_name"};
    static const char *const weekdays[] = {"weekday", "weekday_name"};
    xc_status status = take_names(&all->vocabulary, months, arena, &all->months, error);
    if (status == XC_OK) {
        status = take_names(&all->vocabulary, weekdays, arena, &all->weekdays, error);
    }
    phrase_index *phrases = xc_arena_alloc(arena, sizeof *phrases);
    all->phrases = phrases;
    if (status != XC_OK || !phrases) {
        return status == XC_OK ? xc_fail_memory(error) : status;
    }
    return phrases_index(&all->vocabulary, arena, phrases, error);
}

static unsigned months_between(days span) {
    unsigned months = 0;
    xc_date month = xc_date_cut(xc_date_of_days(span.first), XC_MONTH);
    for (int i = 0; i <= 12 && xc_date_days(month) <= span.last; i++) {
        months |= 1U << month.month;
        month = xc_date_add_months(month, 1);
    }
    return months;
}

static void set_months(const profiles *all, claim_profile *p) {
    enum { MONTH_BEFORE = 31 };
    days published = p->document->published;
    p->months = p->moment.known ? months_between(p->moment)
                                : words_calendar(p->claim->evidence, &all->months);
    p->weekdays = words_calendar(p->claim->evidence, &all->weekdays);
    if (published.known) {
        published.first -= MONTH_BEFORE;
        p->news_months = months_between(published);
    }
}

static void set_terms(const profiles *all, claim_profile *p) {
    const xc_claim *claim = p->claim;
    p->vocabulary = &all->vocabulary;
    p->class_kind = vocabulary_class(&all->vocabulary, claim->subject, claim->unit);
    p->course = vocabulary_course(&all->vocabulary, claim->measure);
    p->concern = vocabulary_concern(&all->vocabulary, claim->measure);
}

// A figure is told by its sentence, a statement by its own words as well.
static xc_status profile_words(claim_profile *p, xc_arena *arena, xc_error *error) {
    const xc_claim *claim = p->claim;
    const xc_slice span[] = {claim_words(claim, p->document->document), claim->predicate,
                             claim->object, claim->event};
    const xc_slice arguments[] = {claim->subject_text, claim->object};
    xc_status status = words_of(&claim->evidence, 1, arena, &p->sentence, error);
    if (status == XC_OK && p->statement) {
        status = words_of(span, sizeof span / sizeof *span, arena, &p->span, error);
    }
    if (status == XC_OK && p->statement) {
        status = words_of(arguments, 2, arena, &p->arguments, error);
    }
    if (status == XC_OK) {
        status = party_of(claim->subject_text, claim->predicate, p->vocabulary, arena, &p->who,
                          error);
    }
    if (status == XC_OK) {
        xc_slice what = p->statement ? claim->object : measured_phrase(p);
        status = party_of(what, claim->predicate, p->vocabulary, arena, &p->what, error);
    }
    return status;
}

// A name's last words say what it is: "the Lorvik school shooting".
static void set_family(claim_profile *p) {
    char name[LONGEST_EVENT];
    xc_slice event = p->claim->event;
    if (event.len == 0 || event.len > sizeof name) {
        return;
    }
    for (size_t i = 0; i < event.len; i++) {
        char c = event.ptr[i];
        name[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    xc_slice rest = {name, event.len};
    xc_slice family = vocabulary_value(p->vocabulary, "event_family", rest);
    xc_slice first;
    while (family.len == 0 && xc_slice_cut(rest, ' ', &first, &rest)) {
        family = vocabulary_value(p->vocabulary, "event_family", rest);
    }
    xc_slice last = {name, event.len};
    bool more = true;
    while (more) {
        more = xc_slice_cut(last, ' ', &first, &last);
    }
    p->lasting = vocabulary_has(p->vocabulary, "lasting", first);
    p->family_name = family;
    p->family = vocabulary_family(family);
    p->event_said =
        text_says(p->claim->evidence, event) || text_says(p->document->document->title, event);
}

static void set_place(claim_profile *p) {
    xc_slice place = p->claim->place;
    size_t at = 0;
    xc_slice word;
    p->place = name_hash(place);
    p->place_said = p->place && text_names(p->claim->evidence, place);
    while (p->place_word_count <= MOST_PLACE_WORDS && words_next(place, &at, &word)) {
        if (word.len > 2 && p->place_stem_count < MOST_PLACE_WORDS) {
            p->place_stems[p->place_stem_count++] = word_stem(word);
        }
        if (p->place_word_count < MOST_PLACE_WORDS) {
            p->place_words[p->place_word_count] = word_whole(word);
        }
        p->place_word_count++;
    }
}

static void set_position(claim_profile *p) {
    enum { OPENING = 500 };
    const xc_document *document = p->document->document;
    size_t title = document->title_in_text ? document->title.len : 0;
    bool headline = p->claim->within == XC_IN_TITLE || (title && p->claim->end <= title);
    p->position = headline                            ? POSITION_HEADLINE
                  : p->claim->start < title + OPENING ? POSITION_OPENING
                                                      : POSITION_LATER;
}

static void set_speaker(claim_profile *p) {
    const xc_claim *claim = p->claim;
    p->speaker = name_hash(claim->speaks_for.len ? claim->speaks_for : claim->attribution);
}

static xc_status profile_claim(const profiles *all, const xc_claim *claim,
                               const document_profile *document, xc_arena *arena,
                               claim_profile *out, xc_error *error) {
    out->claim = claim;
    set_terms(all, out);
    out->document = document;
    out->figure = figure_of(claim);
    out->measure = xc_hash(claim->measure);
    out->subject = xc_hash(claim->subject);
    out->dollars = currency_in_dollars(
        claim->unit, claim->from.len ? claim->from : document->document->published);
    set_place(out);
    set_position(out);
    set_speaker(out);
    out->event = name_hash(claim->event);
    set_family(out);
    out->moment = days_of(claim->from, claim->to);
    set_months(all, out);
    out->id = xc_hash(claim->id);
    out->statement = !out->figure.counted && (xc_slice_is(claim->measure, "event") ||
                                              xc_slice_is(claim->measure, "status"));
    phrases_note(all->phrases, out);
    out->of_some = out->figure.counted && counts_some(out);
    return profile_words(out, arena, error);
}

static int by_key(const void *a, const void *b) {
    const document_profile *one = a;
    const document_profile *other = b;
    return xc_slice_compare(one->document->key, other->document->key);
}

static const document_profile *find_document(const profiles *all, xc_slice key) {
    xc_document wanted = {.key = key};
    document_profile profile = {.document = &wanted};
    return all->document_count ? bsearch(&profile, all->documents, all->document_count,
                                         sizeof *all->documents, by_key)
                               : NULL;
}

static int by_label(const void *a, const void *b) {
    const document_profile *one = *(document_profile *const *)a;
    const document_profile *other = *(document_profile *const *)b;
    int order = xc_slice_compare_natural(one->document->label, other->document->label);
    return order ? order : xc_slice_compare(one->document->key, other->document->key);
}

static int by_place_in_text(const void *a, const void *b) {
    const claim_profile *one = a;
    const claim_profile *other = b;
    if (one->document != other->document) {
        return one->document->rank < other->document->rank ? -1 : 1;
    }
    if (one->claim->within != other->claim->within) {
        return one->claim->within == XC_IN_TITLE ? -1 : 1;
    }
    if (one->claim->start != other->claim->start) {
        return one->claim->start < other->claim->start ? -1 : 1;
    }
    return xc_slice_compare(one->claim->id, other->claim->id);
}

static xc_status rank_documents(profiles *all, xc_arena *arena, xc_error *error) {
    document_profile **order = xc_arena_array(arena, all->document_count, sizeof(void *));
    if (!order) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < all->document_count; i++) {
        order[i] = &all->documents[i];
    }
    if (all->document_count) {
        qsort(order, all->document_count, sizeof(void *), by_label);
    }
    for (size_t i = 0; i < all->document_count; i++) {
        order[i]->rank = (uint32_t)i;
    }
    return XC_OK;
}

static xc_status take_table(profiles *all, xc_arena *arena, xc_error *error) {
    link_table *table = xc_arena_alloc(arena, sizeof *table);
    if (!table || !story_cache_make(all->document_count, arena, &all->stories)) {
        return xc_fail_memory(error);
    }
    link_table_shipped(table);
    all->table = table;
    return XC_OK;
}

xc_status profiles_make(const xc_case_content *content, xc_arena *arena, profiles *out,
                        xc_error *error) {
    *out = (profiles){.document_count = content->document_count, .count = content->claim_count};
    out->documents = xc_arena_array(arena, out->document_count, sizeof *out->documents);
    out->claims = xc_arena_array(arena, out->count, sizeof *out->claims);
    if (!out->documents || !out->claims) {
        return xc_fail_memory(error);
    }
    xc_status status =
        vocabulary_make(content->terms, content->term_count, arena, &out->vocabulary, error);
    if (status == XC_OK) {
        status = take_words_of_tables(out, arena, error);
    }
    if (status == XC_OK) {
        status = take_table(out, arena, error);
    }
    for (size_t i = 0; i < out->document_count && status == XC_OK; i++) {
        status = profile_document(&content->documents[i], arena, &out->documents[i], error);
    }
    if (status == XC_OK && out->document_count) {
        qsort(out->documents, out->document_count, sizeof *out->documents, by_key);
    }
    if (status == XC_OK) {
        status = rank_documents(out, arena, error);
    }
    for (size_t i = 0; i < out->count && status == XC_OK; i++) {
        const xc_claim *claim = &content->claims[i];
        const document_profile *document = find_document(out, claim->document_key);
        if (!document) {
            return xc_fail(error, XC_BAD_CASE, "claim %.*s belongs to no document",
                           XC_PRINT(claim->id));
        }
        status = profile_claim(out, claim, document, arena, &out->claims[i], error);
    }
    if (status == XC_OK && out->count) {
        qsort(out->claims, out->count, sizeof *out->claims, by_place_in_text);
    }
    return status == XC_OK ? documents_settle(out, arena, error) : status;
}
