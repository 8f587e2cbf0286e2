// SPDX-License-Identifier: MIT
// What `explain` shows, as one JSON object on a line.
#include "crossclaim/report.h"

#include "report/table/table.h"
#include "report/terminal/explanation.h"

static void write_span(xc_json *json, const xc_text *text, uint32_t start, uint32_t end) {
    xc_json_key(json, "start");
    xc_json_integer(json, start);
    xc_json_key(json, "end");
    xc_json_integer(json, end);
    xc_json_member(json, "text", xc_slice_sub(text->bytes, start, end));
}

static void write_number(xc_json *json, const char *key, xc_number number) {
    xc_json_key(json, key);
    xc_json_number(json, number);
}

static void write_quantity(xc_json *json, const xc_text *text, const xc_quantity *quantity) {
    xc_json_object(json);
    write_span(json, text, quantity->start, quantity->end);
    write_number(json, "value", quantity->value);
    write_number(json, "low", quantity->low);
    write_number(json, "high", quantity->high);
    xc_json_member(json, "qualifier", xc_slice_of(xc_qualifier_text(quantity->qualifier)));
    xc_json_member(json, "unit", quantity->unit);
    xc_json_member(json, "kind", xc_slice_of(quantity_kind_text(quantity->kind)));
    xc_json_end_object(json);
}

static void write_quantities(xc_json *json, const xc_explanation *explanation) {
    const xc_mentions *mentions = explanation->mentions;
    xc_json_key(json, "quantities");
    xc_json_array(json);
    for (size_t i = 0; mentions && i < mentions->quantity_count; i++) {
        if (mentions->quantities[i].kind != XC_NO_QUANTITY) {
            write_quantity(json, explanation->text, &mentions->quantities[i]);
        }
    }
    xc_json_end_array(json);
}

// The end of a mention: that of its words, or the last day of a month or year that stands
// alone, so that every interval is shown with both its ends.
static xc_date end_of(const xc_time_mention *time) {
    bool whole = !time->open && !time->as_of && time->to.precision == XC_NO_DATE &&
                 (time->from.precision == XC_YEAR || time->from.precision == XC_MONTH);
    if (!whole) {
        return time->to;
    }
    xc_date end = time->from;
    end.month = end.precision == XC_YEAR ? 12 : end.month;
    end.day = (int8_t)xc_month_length(end.year, end.month);
    end.precision = XC_DAY;
    return end;
}

static void write_times(xc_json *json, const xc_explanation *explanation) {
    const xc_mentions *mentions = explanation->mentions;
    char printed[XC_DATE_PRINTED];
    xc_json_key(json, "times");
    xc_json_array(json);
    for (size_t i = 0; mentions && i < mentions->time_count; i++) {
        const xc_time_mention *time = &mentions->times[i];
        xc_json_object(json);
        write_span(json, explanation->text, time->start, time->end);
        xc_json_member(json, "from", (xc_slice){printed, xc_date_print(time->from, printed)});
        xc_json_member(json, "to", (xc_slice){printed, xc_date_print(end_of(time), printed)});
        xc_json_end_object(json);
    }
    xc_json_end_array(json);
}

// Numbers that are seen and left: dates, scores, road numbers.
static void write_others(xc_json *json, const xc_explanation *explanation) {
    const xc_mentions *mentions = explanation->mentions;
    xc_json_key(json, "others");
    xc_json_array(json);
    for (size_t i = 0; mentions && i < mentions->quantity_count; i++) {
        const xc_quantity *other = &mentions->quantities[i];
        if (other->kind == XC_NO_QUANTITY) {
            xc_json_object(json);
            write_span(json, explanation->text, other->start, other->end);
            xc_json_member(json, "why", xc_slice_of(other->why));
            xc_json_end_object(json);
        }
    }
    xc_json_end_array(json);
}

static void write_places(xc_json *json, const xc_claims *claims) {
    xc_json_key(json, "places");
    xc_json_array(json);
    for (size_t i = 0; i < claims->count; i++) {
        if (explained_place_is_new(claims, i)) {
            xc_json_text(json, claims->items[i].place);
        }
    }
    xc_json_end_array(json);
}

// Where a field of a claim was read that its own words do not tell.
static void write_read(xc_json *json, const xc_explanation *explanation) {
    xc_json_key(json, "read");
    xc_json_array(json);
    for (size_t i = 0; i < explanation->claims.count; i++) {
        const xc_claim *claim = &explanation->claims.items[i];
        explained_read read[EXPLAINED_READS];
        size_t count = claim->within == XC_IN_TEXT ? explained_reads(claim, read) : 0;
        for (size_t k = 0; k < count; k++) {
            xc_json_object(json);
            xc_json_member(json, "claim", claim->id);
            xc_json_member(json, "field", xc_slice_of(read[k].field));
            write_span(json, explanation->text, (uint32_t)read[k].start, (uint32_t)read[k].end);
            xc_json_end_object(json);
        }
    }
    xc_json_end_array(json);
}

// What each claim tells of, as a case keeps it.
static void write_happenings(xc_json *json, const xc_claims *claims) {
    xc_buffer scratch = {0};
    size_t count = 0;
    const xc_field *fields = xc_claim_kept_fields(&count);
    xc_json_key(json, "happenings");
    xc_json_array(json);
    for (size_t i = 0; i < claims->count; i++) {
        xc_json_object(json);
        xc_json_member(json, "claim", claims->items[i].id);
        for (size_t k = 0; k < count; k++) {
            xc_json_member(json, fields[k].name,
                           xc_field_text(&fields[k], &claims->items[i], &scratch));
        }
        xc_json_end_object(json);
    }
    xc_json_end_array(json);
    xc_buffer_release(&scratch);
}

static void write_token(xc_json *json, const xc_text *text, const xc_node *node, size_t head) {
    xc_json_object(json);
    xc_json_member(json, "form", xc_slice_sub(text->bytes, node->start, node->end));
    xc_json_member(json, "lemma", node->lemma);
    xc_json_member(json, "class", xc_slice_of(xc_class_name((xc_class)node->class)));
    xc_json_key(json, "head");
    xc_json_integer(json, (int64_t)head);
    xc_json_member(json, "relation", xc_slice_of(xc_deprel_name((xc_deprel)node->relation)));
    xc_json_key(json, "start");
    xc_json_integer(json, node->start);
    xc_json_key(json, "end");
    xc_json_integer(json, node->end);
    xc_json_end_object(json);
}

// The words of all trees in one array: heads are places in it, from 1; 0 is a root's.
static void write_tokens(xc_json *json, const xc_explanation *explanation) {
    size_t written = 0;
    xc_json_key(json, "tokens");
    xc_json_array(json);
    for (size_t i = 0; explanation->trees && i < explanation->text->sentence_count; i++) {
        const xc_tree *tree = explanation->trees[i];
        for (size_t j = 0; tree && j < tree->count; j++) {
            const xc_node *node = &tree->nodes[j];
            size_t head = node->head == XC_NO_HEAD ? 0 : written + node->head + 1;
            write_token(json, explanation->text, node, head);
        }
        written += tree ? tree->count : 0;
    }
    xc_json_end_array(json);
}

void xc_report_explanation_json(const xc_explanation *explanation, xc_buffer *out) {
    xc_json json = {out, false};
    xc_json_object(&json);
    write_quantities(&json, explanation);
    write_times(&json, explanation);
    write_places(&json, &explanation->claims);
    xc_json_key(&json, "claims");
    xc_json_array(&json);
    for (size_t i = 0; i < explanation->claims.count; i++) {
        claim_json(&json, &explanation->claims.items[i]);
    }
    xc_json_end_array(&json);
    write_read(&json, explanation);
    write_happenings(&json, &explanation->claims);
    write_others(&json, explanation);
    xc_json_key(&json, "notes");
    xc_json_array(&json);
    for (size_t i = 0; i < explanation->note_count; i++) {
        xc_json_text(&json, explanation->notes[i]);
    }
    xc_json_end_array(&json);
    write_tokens(&json, explanation);
    xc_json_end_object(&json);
    xc_buffer_char(out, '\n');
}
