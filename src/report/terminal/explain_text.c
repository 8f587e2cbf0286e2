// SPDX-License-Identifier: MIT
// What `explain` shows, level by level, as words for people.
#include "report/figure.h"
#include "report/terminal/explanation.h"

enum { COLUMNS = 80 };

const char *quantity_kind_text(xc_quantity_kind kind) {
    switch (kind) {
    case XC_COUNT:
        return "count";
    case XC_PERCENT:
        return "percent";
    case XC_FRACTION:
        return "fraction";
    case XC_MONEY:
        return "money";
    case XC_DURATION:
        return "duration";
    case XC_AGE:
        return "age";
    case XC_PHYSICAL:
        return "measure";
    case XC_RATE:
        return "rate";
    case XC_MULTIPLE:
        return "multiple";
    case XC_CHANGE:
        return "change";
    case XC_ORDINAL:
        return "ordinal";
    case XC_NO_QUANTITY:
        break;
    }
    return "no quantity";
}

size_t explained_reads(const xc_claim *claim, explained_read *out) {
    const explained_read reads[EXPLAINED_READS] = {
        {"place", claim->place_start, claim->place_end},
        {claim->from.len ? "from" : "to", claim->time_start, claim->time_end},
        {"event", claim->event_start, claim->event_end},
        {"attribution", claim->speaker_start, claim->speaker_end},
    };
    size_t count = 0;
    for (size_t i = 0; i < EXPLAINED_READS; i++) {
        if (reads[i].start < reads[i].end) {
            out[count++] = reads[i];
        }
    }
    return count;
}

bool explained_place_is_new(const xc_claims *claims, size_t index) {
    xc_slice place = claims->items[index].place;
    for (size_t i = 0; i < index; i++) {
        if (xc_slice_equal(claims->items[i].place, place)) {
            return false;
        }
    }
    return place.len > 0;
}

static bool is_in(uint32_t start, const xc_sentence *sentence) {
    return start >= sentence->start && start < sentence->end;
}

static void show_quantity(terminal_text *terminal, const xc_text *text,
                          const xc_quantity *quantity, xc_buffer *line) {
    xc_buffer_clear(line);
    xc_buffer_print(line, "“%.*s” ",
                    XC_PRINT(xc_slice_sub(text->bytes, quantity->start, quantity->end)));
    if (quantity->kind == XC_NO_QUANTITY) {
        xc_buffer_print(line, "is left: %s", quantity->why ? quantity->why : "no quantity");
    } else {
        xc_buffer_print(line, "%s: ", quantity_kind_text(quantity->kind));
        figure_bounds(quantity->value, quantity->low, quantity->high, line);
        xc_buffer_print(line, ", %s%s%.*s%s", xc_qualifier_text(quantity->qualifier),
                        quantity->unit.len ? ", " : "", XC_PRINT(quantity->unit),
                        quantity->further ? ", an increment" : "");
    }
    terminal_wrap(terminal, quantity->kind == XC_NO_QUANTITY ? STYLE_DIM : STYLE_PLAIN,
                  "  quantity  ", 12, xc_buffer_slice(line));
}

static void show_time(terminal_text *terminal, const xc_text *text, const xc_time_mention *time,
                      xc_buffer *line) {
    char from[XC_DATE_PRINTED];
    char to[XC_DATE_PRINTED];
    size_t from_length = xc_date_print(time->from, from);
    size_t to_length = xc_date_print(time->to, to);
    xc_buffer_clear(line);
    xc_buffer_print(line, "“%.*s” ",
                    XC_PRINT(xc_slice_sub(text->bytes, time->start, time->end)));
    if (from_length && to_length) {
        xc_buffer_print(line, "from %s to %s", from, to);
    } else if (from_length) {
        xc_buffer_print(line, "%s", from);
    } else if (to_length) {
        xc_buffer_print(line, "as of %s", to);
    } else {
        xc_buffer_text(line, time->duration_only ? "a length of time, no date"
                                                 : "unresolved: no date to count from");
    }
    terminal_wrap(terminal, STYLE_PLAIN, "  time      ", 12, xc_buffer_slice(line));
}

static void add_part(xc_buffer *line, const char *name, xc_slice value) {
    if (value.len) {
        xc_buffer_print(line, "; %s %.*s", name, XC_PRINT(value));
    }
}

// The words that the part before was read from.
static void add_read(xc_buffer *line, const xc_text *text, size_t start, size_t end) {
    if (text && start < end) {
        xc_buffer_print(line, " (read from “%.*s”)",
                        XC_PRINT(xc_slice_sub(text->bytes, start, end)));
    }
}

// What its passage tells of the happening that it belongs to, where the page is about another.
static void add_happening(xc_buffer *line, const xc_happening *happening) {
    if (happening->role != XC_BESIDE && happening->role != XC_RECALLED) {
        return;
    }
    add_part(line, "happening", xc_slice_of(xc_happening_role_text(happening->role)));
    add_part(line, "of the kind", happening->kind);
}

// @param text that the claim's spans point into; NULL where it is not at hand
static void show_claim(terminal_text *terminal, const xc_text *text, const xc_claim *claim,
                       xc_buffer *line) {
    xc_buffer_clear(line);
    xc_buffer_print(line, "%.*s/%.*s ", XC_PRINT(claim->topic), XC_PRINT(claim->measure));
    figure_claim(claim, line);
    add_part(line, "of", claim->subject);
    if (!xc_slice_equal(claim->subject, claim->subject_text)) {
        add_part(line, claim->predicate.len ? "subject" : "in its words", claim->subject_text);
    }
    add_part(line, "predicate", claim->predicate);
    add_part(line, "object", claim->object);
    add_part(line, "place", claim->place);
    add_read(line, text, claim->place_start, claim->place_end);
    add_part(line, "from", claim->from);
    add_part(line, "to", claim->to);
    add_read(line, text, claim->time_start, claim->time_end);
    add_part(line, "event", claim->event);
    add_read(line, text, claim->event_start, claim->event_end);
    add_happening(line, &claim->happening);
    add_part(line, "said by", claim->attribution);
    if (claim->attribution.len) {
        xc_buffer_print(line, " (%s)", xc_attribution_kind_text(claim->attribution_kind));
        add_read(line, text, claim->speaker_start, claim->speaker_end);
        add_part(line, "who speaks for", claim->speaks_for);
        add_part(line, "via", claim->via);
    }
    if (claim->modality != XC_ASSERTED) {
        add_part(line, "modality", xc_slice_of(xc_modality_text(claim->modality)));
    }
    add_part(line, "aggregation", xc_slice_of(xc_aggregation_text(claim->aggregation)));
    add_part(line, "part of", claim->part_of);
    terminal_wrap(terminal, STYLE_GREEN, "  claim     ", 12, xc_buffer_slice(line));
    xc_buffer_clear(line);
    xc_buffer_print(line, "by rule %.*s, confidence ", XC_PRINT(claim->rule));
    figure_number(claim->confidence, line);
    terminal_wrap(terminal, STYLE_DIM, "            ", 12, xc_buffer_slice(line));
}

static void show_sentence(terminal_text *terminal, const xc_explanation *explanation,
                          const xc_sentence *sentence, size_t number, xc_buffer *line) {
    const xc_mentions *mentions = explanation->mentions;
    xc_buffer_clear(line);
    xc_buffer_print(line, "%zu ", number);
    char first[32];
    (void)snprintf(first, sizeof first, "%.16s", line->ptr ? line->ptr : "");
    terminal_wrap(terminal, STYLE_BOLD, first, 2,
                  xc_slice_sub(explanation->text->bytes, sentence->start, sentence->end));
    for (size_t i = 0; mentions && i < mentions->quantity_count; i++) {
        if (is_in(mentions->quantities[i].start, sentence)) {
            show_quantity(terminal, explanation->text, &mentions->quantities[i], line);
        }
    }
    for (size_t i = 0; mentions && i < mentions->time_count; i++) {
        if (is_in(mentions->times[i].start, sentence)) {
            show_time(terminal, explanation->text, &mentions->times[i], line);
        }
    }
    if (explanation->trees && explanation->trees[number - 1]) {
        explain_tree(terminal, explanation->text, explanation->trees[number - 1], line);
    }
    for (size_t i = 0; i < explanation->claims.count; i++) {
        const xc_claim *claim = &explanation->claims.items[i];
        if (claim->within == XC_IN_TEXT && claim->start >= sentence->start &&
            claim->start < sentence->end) {
            show_claim(terminal, explanation->text, claim, line);
        }
    }
}

static void show_headline(terminal_text *terminal, const xc_claims *claims, xc_buffer *line) {
    bool shown = false;
    for (size_t i = 0; i < claims->count; i++) {
        if (claims->items[i].within == XC_IN_TITLE) {
            if (!shown) {
                terminal_wrap(terminal, STYLE_BOLD, "headline: ", 2, claims->items[i].evidence);
            }
            shown = true;
            show_claim(terminal, NULL, &claims->items[i], line);
        }
    }
}

void xc_report_explanation_text(const xc_explanation *explanation, bool colour,
                                xc_buffer *out) {
    terminal_text terminal = {out, COLUMNS, colour};
    xc_buffer line = {0};
    show_headline(&terminal, &explanation->claims, &line);
    for (size_t i = 0; explanation->text && i < explanation->text->sentence_count; i++) {
        show_sentence(&terminal, explanation, &explanation->text->sentences[i], i + 1, &line);
    }
    for (size_t i = 0; i < explanation->note_count; i++) {
        terminal_wrap(&terminal, STYLE_DIM, "note: ", 6, explanation->notes[i]);
    }
    if (explanation->claims.count == 0) {
        terminal_wrap(&terminal, STYLE_DIM, "", 0, XC_SLICE("No claim."));
    }
    xc_buffer_release(&line);
}
