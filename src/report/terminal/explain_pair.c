// SPDX-License-Identifier: MIT
// Why two claims are, or are not, one thing: the sum with its rows, for people and for programs.
#include "report/figure.h"
#include "report/terminal/wrap.h"
#include "report/view.h"

#include <stdio.h>

enum { COLUMNS = 80 };

static const char *const outcomes[] = {
    [XC_LINK_BARRED] = "barred",     [XC_LINK_APART] = "apart",
    [XC_LINK_DOUBTFUL] = "doubtful", [XC_LINK_ONE] = "one",
    [XC_LINK_TWO_TOLD] = "two told", [XC_LINK_MAY_MEET] = "may meet",
};

// What the outcome means, in a sentence.
static const char *const meanings[] = {
    [XC_LINK_BARRED] = "A rule keeps them apart, whatever else speaks for one thing.",
    [XC_LINK_APART] = "Too little speaks for one thing.",
    [XC_LINK_DOUBTFUL] = "Likely one thing, and not sure enough: shown with the group, and no "
                         "verdict judges it.",
    [XC_LINK_ONE] = "One thing, by this pair alone.",
    [XC_LINK_TWO_TOLD] = "Their document tells them as two things: no group holds both.",
    [XC_LINK_MAY_MEET] = "Of one document: in one group where claims of other documents bring "
                         "them together.",
};

static bool same_group(const xc_link *pair) {
    return pair->one_group && pair->one_group == pair->other_group;
}

// Why the groups are not what the pair's points ask for; nothing where they are.
static const char *why_grouped(const xc_link *pair) {
    if (pair->decided_same) {
        return "A reviewer said that they are one thing.";
    }
    if (pair->decided_apart) {
        return "A reviewer said that they are not one thing.";
    }
    if (same_group(pair) && pair->outcome != XC_LINK_ONE) {
        return "Other members of the group brought them together.";
    }
    bool apart = pair->one_group && pair->other_group && !same_group(pair);
    return apart && pair->outcome == XC_LINK_ONE
               ? "Their groups as a whole have too little in common, or a document tells both."
               : "";
}

static void show_claim(terminal_text *terminal, const xc_claim *claim, xc_buffer *line) {
    xc_buffer_clear(line);
    xc_buffer_print(line, "%.*s  %.*s", XC_PRINT(claim->id),
                    XC_PRINT(claim->source.len ? claim->source : claim->document));
    if (claim->published.len) {
        xc_buffer_print(line, ", %.*s", XC_PRINT(claim->published));
    }
    xc_buffer_print(line, " (%.*s): %.*s", XC_PRINT(claim->document), XC_PRINT(claim->measure));
    if (!claim->predicate.len) {
        xc_buffer_char(line, ' ');
        figure_claim(claim, line);
    }
    terminal_wrap(terminal, STYLE_BOLD, "", 2, xc_buffer_slice(line));
    terminal_wrap(terminal, STYLE_DIM, "  ", 2, claim->evidence);
}

static void show_row(terminal_text *terminal, terminal_style style, int points,
                     const xc_buffer *line) {
    enum { COLUMN = 8 };
    char first[COLUMN + 8];
    (void)snprintf(first, sizeof first, "%+6d  ", points);
    terminal_wrap(terminal, style, first, COLUMN, xc_buffer_slice(line));
}

static void show_sum(terminal_text *terminal, const xc_link *pair, xc_buffer *line) {
    for (size_t i = 0; i < pair->part_count; i++) {
        const xc_link_part *part = &pair->parts[i];
        if (part->points) {
            xc_buffer_clear(line);
            xc_buffer_print(line, "%s: %s", part->feature, part->bin);
            show_row(terminal, STYLE_PLAIN, part->points, line);
        }
    }
    xc_buffer_clear(line);
    if (pair->bar) {
        xc_buffer_print(line, "barred: %s", pair->bar);
        terminal_wrap(terminal, STYLE_BOLD, "", 2, xc_buffer_slice(line));
        return;
    }
    xc_buffer_print(line, "in all; one thing from %d", pair->enough);
    if (pair->doubt != pair->enough) {
        xc_buffer_print(line, ", shown together from %d", pair->doubt);
    }
    show_row(terminal, STYLE_BOLD, pair->points, line);
}

static void show_groups(terminal_text *terminal, const xc_link *pair, xc_buffer *line) {
    xc_buffer_clear(line);
    xc_buffer_text(line, meanings[pair->outcome]);
    if (same_group(pair)) {
        xc_buffer_print(line, " Both are in %.*s.", XC_PRINT(pair->one_group->id));
    } else if (pair->one_group && pair->other_group) {
        xc_buffer_print(line, " They are in %.*s and %.*s.", XC_PRINT(pair->one_group->id),
                        XC_PRINT(pair->other_group->id));
    }
    const char *why = why_grouped(pair);
    xc_buffer_print(line, "%s%s", *why ? " " : "", why);
    terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
}

void xc_report_link_text(const xc_link *pair, bool colour, xc_buffer *out) {
    terminal_text terminal = {out, COLUMNS, colour};
    xc_buffer line = {0};
    show_claim(&terminal, pair->one, &line);
    show_claim(&terminal, pair->other, &line);
    xc_buffer_char(out, '\n');
    show_sum(&terminal, pair, &line);
    xc_buffer_char(out, '\n');
    show_groups(&terminal, pair, &line);
    out->status = line.status != XC_OK ? line.status : out->status;
    xc_buffer_release(&line);
}

static xc_slice group_id(const xc_group *group) {
    return group ? group->id : XC_SLICE("");
}

static void write_parts(xc_json *json, const xc_link *pair) {
    xc_json_key(json, "parts");
    xc_json_array(json);
    for (size_t i = 0; i < pair->part_count; i++) {
        xc_json_object(json);
        xc_json_member(json, "feature", xc_slice_of(pair->parts[i].feature));
        xc_json_member(json, "bin", xc_slice_of(pair->parts[i].bin));
        xc_json_key(json, "points");
        xc_json_integer(json, pair->parts[i].points);
        xc_json_end_object(json);
    }
    xc_json_end_array(json);
}

void xc_report_link_json(const xc_link *pair, xc_buffer *out) {
    xc_json json = {out, false};
    xc_json_object(&json);
    xc_json_key(&json, "claims");
    xc_json_array(&json);
    xc_json_text(&json, pair->one->id);
    xc_json_text(&json, pair->other->id);
    xc_json_end_array(&json);
    write_parts(&json, pair);
    xc_json_key(&json, "points");
    xc_json_number(&json, pair->bar ? (xc_number){0} : xc_number_of(pair->points));
    xc_json_member(&json, "bar", xc_slice_of(pair->bar ? pair->bar : ""));
    xc_json_key(&json, "enough");
    xc_json_integer(&json, pair->enough);
    xc_json_key(&json, "doubtful_from");
    xc_json_integer(&json, pair->doubt);
    xc_json_member(&json, "outcome", xc_slice_of(outcomes[pair->outcome]));
    xc_json_member(&json, "means", xc_slice_of(meanings[pair->outcome]));
    xc_json_key(&json, "groups");
    xc_json_array(&json);
    xc_json_text(&json, group_id(pair->one_group));
    xc_json_text(&json, group_id(pair->other_group));
    xc_json_end_array(&json);
    xc_json_member(&json, "why_grouped", xc_slice_of(why_grouped(pair)));
    xc_json_end_object(&json);
    xc_buffer_char(out, '\n');
}
