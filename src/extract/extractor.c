// SPDX-License-Identifier: MIT
// One document through the cascade, and what came of it.
#include "extract/count/carrier.h"
#include "extract/count/phrase_heads.h"
#include "extract/count/scope.h"
#include "extract/place/place_options.h"
#include "extract/tokens.h"

#include <stdlib.h>
#include <string.h>

enum {
    MATCH_LIMIT = 100000, // steps of one pattern over one sentence
    DEPTH_LIMIT = 10000,
};

struct xc_extractor {
    const xc_rules *rules;
    xc_arena *arena; // the document's
    xc_arena *run;   // the extractor's own
    pcre2_match_data *match_data;
    pcre2_match_context *match_context;
    uint32_t *limited;       // by rule: sentences in which its pattern ran into a limit
    xc_syntax_work *parsing; // NULL until a tree is asked for
    xc_slice treeless;       // a language that had none to give
    xc_explanation explanation;
    bool wants_notes;
    const place_watch *watch;
    bool dated_by_text; // of the document: a part had no other date to go by
};

void xc_extractor_free(xc_extractor *extractor) {
    if (!extractor) {
        return;
    }
    pcre2_match_data_free(extractor->match_data);
    pcre2_match_context_free(extractor->match_context);
    xc_syntax_work_free(extractor->parsing);
    xc_arena_free(extractor->arena);
    xc_arena *run = extractor->run;
    xc_arena_free(run); // the extractor lies in it
}

xc_extractor *xc_extractor_new(const xc_rules *rules) {
    xc_arena *run = xc_arena_new();
    xc_extractor *extractor = run ? xc_arena_alloc(run, sizeof *extractor) : NULL;
    if (!extractor) {
        xc_arena_free(run);
        return NULL;
    }
    extractor->run = run;
    extractor->rules = rules;
    extractor->arena = xc_arena_new();
    extractor->limited = xc_arena_array(run, rules->rule_count + 1, sizeof *extractor->limited);
    extractor->match_data = pcre2_match_data_create(64, NULL);
    extractor->match_context = pcre2_match_context_create(NULL);
    if (!extractor->arena || !extractor->limited || !extractor->match_data ||
        !extractor->match_context) {
        xc_extractor_free(extractor);
        return NULL;
    }
    (void)pcre2_set_match_limit(extractor->match_context, MATCH_LIMIT);
    (void)pcre2_set_depth_limit(extractor->match_context, DEPTH_LIMIT);
    return extractor;
}

void extractor_watch_places(xc_extractor *extractor, const place_watch *watch) {
    extractor->watch = watch;
}

size_t xc_extractor_limited(const xc_extractor *extractor, size_t rule) {
    return extractor->limited[rule];
}

xc_slice xc_extractor_treeless(const xc_extractor *extractor) {
    return extractor->treeless;
}

static bool is_question(const sentence_scan *scan) {
    uint32_t last = scan->sentence->last_token;
    for (uint32_t i = 0; i < 3 && last > scan->sentence->first_token + i; i++) {
        char mark = scan_mark_at(scan, (int64_t)last - 1 - i);
        if (mark == '?') {
            return true;
        }
        if (mark != '"' && mark != '\'' && mark != ')') {
            return false;
        }
    }
    return false;
}

// For explain: rules ask for trees themselves.
static void show_tree(sentence_scan *scan) {
    const xc_tree *tree = scan_is_worth_a_tree(scan) ? scan_tree(scan) : NULL;
    if (tree && tree->parts > 1) {
        xc_slice *note = xc_arena_grow(scan->arena, &scan->notes, scan->note_count,
                                       &scan->note_capacity, sizeof *note);
        if (note) {
            *note = xc_arena_print(scan->arena,
                                   "sentence %zu has %zu words: its tree was made in %u parts",
                                   (size_t)scan->sentence_index + 1, tree->count, tree->parts);
            scan->note_count++;
        }
    }
}

static bool has_count(const sentence_scan *scan) {
    bool found = false;
    for (size_t i = scan->first_quantity; i < scan->last_quantity && !found; i++) {
        found = scan->mentions->quantities[i].kind == XC_COUNT;
    }
    return found;
}

static void scan_sentence(sentence_scan *scan) {
    size_t first_draft = scan->draft_count;
    if (scan->wants_notes) {
        show_tree(scan);
    }
    if (is_question(scan)) {
        return;
    }
    scan->group_count = 0;
    scan_triggers(scan);
    bool counts = scan->first_quantity < scan->last_quantity;
    bool linked = scan->trigger_count && has_count(scan);
    triggers_drop_placeless(scan);
    if (linked) { // trees are dear
        scope_prepare(scan);
        triggers_drop_nouns(scan);
        triggers_add_phrases(scan);
    }
    if (counts || scan->trigger_count) { // most sentences cost nothing more
        scan_noun_groups(scan);
        if (linked) {
            groups_find_heads(scan);
        }
        scan_implied(scan);
    }
    if (counts || scan->group_count) {
        scan_parted_verbs(scan);
        scan_clauses(scan);
        scan_patterns(scan);
        scan_parts(scan, first_draft);
        scan_parts_across(scan, first_draft);
    } else {
        scan->trigger_count = 0; // statements read the words for themselves
    }
    scan_statements(scan, first_draft);
    for (size_t i = 0; i < scan->group_count; i++) {
        if (!scan->groups[i].taken) {
            scan_note(scan, &scan->groups[i], "no rule counts it here");
        }
    }
}

static void scan_sentences(sentence_scan *scan) {
    size_t quantity = 0;
    for (size_t i = 0; i < scan->text->sentence_count && scan->status == XC_OK; i++) {
        scan->sentence = &scan->text->sentences[i];
        scan->sentence_index = (uint32_t)i;
        while (quantity < scan->mentions->quantity_count &&
               scan->mentions->quantities[quantity].sentence < i) {
            quantity++;
        }
        scan->first_quantity = quantity;
        while (quantity < scan->mentions->quantity_count &&
               scan->mentions->quantities[quantity].sentence == i) {
            quantity++;
        }
        scan->last_quantity = quantity;
        scan_sentence(scan);
    }
}

static xc_status name_claims(sentence_scan *scan, const xc_document *document, xc_claim *claims,
                             xc_error *error) {
    for (size_t i = 0; i < scan->draft_count; i++) {
        char id[18];
        xc_claim_id(document->key, &claims[i], id);
        claims[i].id = xc_arena_copy(scan->arena, xc_slice_of(id));
        if (!claims[i].id.ptr) {
            return xc_fail_memory(error);
        }
    }
    for (size_t i = 0; i < scan->draft_count; i++) {
        int32_t whole = scan->drafts[i].part_of;
        if (whole != NONE && !xc_claim_fault(&claims[whole])) {
            claims[i].part_of = claims[whole].id;
        }
    }
    return XC_OK;
}

static int by_place(const void *a, const void *b) {
    const xc_claim *first = a;
    const xc_claim *second = b;
    if (first->start != second->start) {
        return first->start < second->start ? -1 : 1;
    }
    if (first->end != second->end) {
        return first->end < second->end ? -1 : 1;
    }
    return xc_slice_compare(first->measure, second->measure);
}

// One id a claim: the same words and measure found by two rules are one claim.
static size_t drop_doubles(xc_claim *claims, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || !xc_slice_equal(claims[kept - 1].id, claims[i].id)) {
            claims[kept++] = claims[i];
        }
    }
    return kept;
}

// Claims that a case could not hold are left out here, where they are made, and told.
static void refuse_faulty(xc_slice bytes, xc_arena *arena, xc_claims *claims) {
    enum { LONGEST_QUOTE = 80 };
    size_t kept = 0;
    for (size_t i = 0; i < claims->count; i++) {
        const xc_claim *claim = &claims->items[i];
        const char *fault = xc_claim_fault(claim);
        if (!fault) {
            claims->items[kept++] = *claim;
            continue;
        }
        if (claims->refused++ == 0) {
            xc_slice words = xc_slice_sub(bytes, claim->start, claim->end);
            claims->refusal = xc_arena_print(
                arena, "\"%.*s\": %s", XC_PRINT(xc_slice_sub(words, 0, LONGEST_QUOTE)), fault);
        }
    }
    claims->count = kept;
}

typedef struct part_input {
    const xc_document *document;
    const language_rules *language; // that the document is read with
    xc_slice bytes;
    xc_within within;
    xc_date reference;
} part_input;

// Levels 1 and 2: tokens, sentences, quantities and times.
// @param now what relative times count from
static xc_status recognise_part(xc_extractor *extractor, const part_input *input, xc_text *text,
                                xc_mentions *mentions, xc_date *now, xc_error *error) {
    const language_rules *language = input->language;
    xc_status status = xc_text_split(input->bytes, extractor->rules->lexicon,
                                     language->splitter, extractor->arena, text, error);
    if (status != XC_OK) {
        return status;
    }
    *now = input->reference;
    if (now->precision == XC_NO_DATE) {
        *now = xc_latest_date(language->recogniser, text);
        extractor->dated_by_text = extractor->dated_by_text || now->precision != XC_NO_DATE;
    }
    return xc_recognise(language->recogniser, text, *now, extractor->arena, mentions, error);
}

// Drafts to claims: fields, frames, ids, order.
static xc_status finish_claims(sentence_scan *scan, const part_input *input, xc_date now,
                               xc_claims *out, xc_error *error) {
    xc_claim *claims = xc_arena_array(scan->arena, scan->draft_count + 1, sizeof *claims);
    if (!claims) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < scan->draft_count; i++) {
        if (!claim_of_draft(scan, input->document, input->within, &scan->drafts[i],
                            &claims[i])) {
            return xc_fail_memory(error);
        }
    }
    frame_input frame = {scan, input->document, input->within, now};
    xc_status status = frames_fill(&frame, claims, scan->drafts, scan->draft_count, error);
    if (status == XC_OK) {
        status = name_claims(scan, input->document, claims, error);
    }
    if (status != XC_OK) {
        return status;
    }
    if (scan->draft_count) {
        qsort(claims, scan->draft_count, sizeof *claims, by_place);
    }
    *out = (xc_claims){.items = claims, .count = drop_doubles(claims, scan->draft_count)};
    refuse_faulty(input->bytes, scan->arena, out);
    return XC_OK;
}

// One string of the document (its title, its text) through all levels.
static xc_status extract_part(xc_extractor *extractor, const part_input *input, xc_claims *out,
                              xc_error *error) {
    xc_arena *arena = extractor->arena;
    const language_rules *language = input->language;
    xc_text *text = xc_arena_alloc(arena, sizeof *text);
    xc_mentions *mentions = xc_arena_alloc(arena, sizeof *mentions);
    if (!text || !mentions) {
        return xc_fail_memory(error);
    }
    xc_date now = {0};
    xc_status status = recognise_part(extractor, input, text, mentions, &now, error);
    if (status != XC_OK) {
        return status;
    }
    sentence_scan scan = {.rules = extractor->rules,
                          .language = language,
                          .text = text,
                          .mentions = mentions,
                          .arena = arena,
                          .wants_notes = extractor->wants_notes,
                          .parsing = &extractor->parsing,
                          .watch = extractor->watch,
                          .match_data = extractor->match_data,
                          .match_context = extractor->match_context,
                          .limited = extractor->limited};
    if (!scan_index_times(&scan)) {
        return xc_fail_memory(error);
    }
    scan_sentences(&scan);
    // English comes with a model; one that is missing is a fault of the installation.
    if (scan.treeless && language == extractor->rules->languages) {
        extractor->treeless = language->name;
    }
    status = scan.status == XC_OK ? finish_claims(&scan, input, now, out, error)
                                  : xc_fail_memory(error);
    extractor->explanation =
        (xc_explanation){text, mentions, *out, scan.notes, scan.note_count, scan.trees};
    return status;
}

static xc_status join(xc_arena *arena, const xc_claims *title, const xc_claims *text,
                      xc_claims *out, xc_error *error) {
    out->items = xc_arena_array(arena, title->count + text->count + 1, sizeof *out->items);
    if (!out->items) {
        return xc_fail_memory(error);
    }
    out->count = title->count + text->count;
    out->refused = title->refused + text->refused;
    out->refusal = title->refused ? title->refusal : text->refusal;
    if (title->count) {
        memcpy(out->items, title->items, title->count * sizeof *out->items);
    }
    if (text->count) {
        memcpy(out->items + title->count, text->items, text->count * sizeof *out->items);
    }
    return XC_OK;
}

xc_status xc_extract(xc_extractor *extractor, const xc_document *document, xc_claims *out,
                     xc_error *error) {
    *out = (xc_claims){0};
    xc_arena_reset(extractor->arena);
    extractor->dated_by_text = false;
    part_input input = {.document = document,
                        .language = rules_language(extractor->rules, document),
                        .within = XC_IN_TITLE,
                        .bytes = document->title};
    if (document->published.len && !xc_date_parse(document->published, &input.reference)) {
        input.reference = (xc_date){0};
    }
    xc_claims title = {0};
    xc_claims text = {0};
    xc_status status = XC_OK;
    if (!document->title_in_text && document->title.len) {
        status = extract_part(extractor, &input, &title, error);
    }
    input.within = XC_IN_TEXT;
    input.bytes = document->text;
    if (status == XC_OK) {
        status = extract_part(extractor, &input, &text, error);
    }
    if (status == XC_OK) {
        status = join(extractor->arena, &title, &text, out, error);
    }
    out->dated_by_text = extractor->dated_by_text;
    return status;
}

xc_status xc_explain(xc_extractor *extractor, const xc_document *document, xc_explanation *out,
                     xc_error *error) {
    xc_claims claims;
    extractor->wants_notes = true;
    xc_status status = xc_extract(extractor, document, &claims, error);
    extractor->wants_notes = false;
    *out = extractor->explanation;
    out->claims = claims;
    return status;
}
