// SPDX-License-Identifier: MIT
// What a group is about, in one line for people.
#include "compare/about.h"

#include "compare/reason.h"

#include "crossclaim/base/date_words.h"

// "missing_persons" as "missing persons".
static void write_name(xc_buffer *out, xc_slice name) {
    for (size_t i = 0; i < name.len; i++) {
        xc_buffer_char(out, name.ptr[i] == '_' ? ' ' : name.ptr[i]);
    }
}

static void write_measure(xc_buffer *out, const claim_profile *first, xc_slice measure) {
    write_name(out, measure);
    if (first->claim->modality != XC_ASSERTED) {
        xc_buffer_print(out, " (%s)", xc_modality_text(first->claim->modality));
    }
}

// "in the flood", "in Storm Daniel", "of the blockade". An event that begins with a capital is
// taken for a name.
static void write_event(xc_buffer *out, const claim_profile *first, xc_slice event) {
    bool name = event.ptr[0] >= 'A' && event.ptr[0] <= 'Z';
    xc_buffer_print(out, " %s %s%.*s", first->course == COURSE_LASTS ? "of" : "in",
                    name ? "" : "the ", XC_PRINT(event));
}

static bool is_counted_event(const xc_group *group) {
    return xc_slice_is(group->measure, "event") && group->event.len;
}

// Who lives somewhere lives there in no event; a count of events is one of that event.
static void write_what(xc_buffer *out, const claim_profile *first, const xc_group *group) {
    if (is_counted_event(group)) {
        xc_buffer_print(out, "number of %.*s", XC_PRINT(group->event));
        return;
    }
    write_measure(out, first, group->measure);
    if (group->event.len && first->course != COURSE_STEADY) {
        write_event(out, first, group->event);
    }
}

static void write_time(xc_buffer *out, const xc_group *group) {
    if (group->from.len || group->to.len) {
        xc_buffer_text(out, group->from.len ? ", " : ", by ");
        xc_date_words_span(group->from, group->to, out);
    }
}

// "Egyptians": people whom a name sets apart, so that "all people" would be untrue.
static xc_slice named_people(const cluster *members) {
    for (size_t i = 0; i < members->count; i++) {
        xc_slice words = members->members[i]->claim->subject_text;
        if (words.len) {
            return words.ptr[0] >= 'A' && words.ptr[0] <= 'Z' ? words : (xc_slice){0};
        }
    }
    return (xc_slice){0};
}

static void write_subject(xc_buffer *out, const cluster *members, xc_slice subject) {
    xc_slice named = named_people(members);
    if (xc_slice_is(subject, "people")) {
        xc_buffer_print(out, ", %.*s", XC_PRINT(named.len ? named : XC_SLICE("all people")));
    } else if (subject.len) {
        xc_buffer_text(out, ", ");
        write_name(out, subject);
    }
}

xc_slice about_of(const cluster *members, const xc_group *group, xc_arena *arena) {
    xc_buffer out = {0};
    const claim_profile *first = members->members[0];
    if (first->statement) {
        reason_quote(&out, first);
    } else {
        write_what(&out, first, group);
    }
    if (group->place.len) {
        xc_buffer_print(&out, ", %.*s", XC_PRINT(group->place));
    }
    write_time(&out, group);
    if (!first->statement && !is_counted_event(group)) {
        write_subject(&out, members, group->subject);
    }
    xc_slice copy =
        out.status == XC_OK ? xc_arena_copy(arena, xc_buffer_slice(&out)) : (xc_slice){0};
    xc_buffer_release(&out);
    return copy;
}
