// SPDX-License-Identifier: MIT
// crossclaim compare: from inputs, or from a case, to the report's folder.
#include "cli/casework.h"
#include "cli/message.h"
#include "cli/output.h"
#include "crossclaim/base/memory.h"
#include "crossclaim/report.h"

#include <stdlib.h>

static const char *const report_folder = "crossclaim-report";

static int compare_ids(const void *a, const void *b) {
    return xc_slice_compare(*(const xc_slice *)a, *(const xc_slice *)b);
}

/// Whether one of the claims is a member of the group.
static bool holds_claim_of(const xc_group *group, const xc_slice *ids, size_t count) {
    for (size_t i = 0; i < group->member_count; i++) {
        if (bsearch(&group->members[i], ids, count, sizeof *ids, compare_ids)) {
            return true;
        }
    }
    return false;
}

/// The ids, in order, of the claims that the pack's rules made. @param out room for all claims
static size_t claims_of_pack(const xc_case_content *content, const xc_pack *pack,
                             xc_slice *out) {
    size_t count = 0;
    for (size_t i = 0; i < content->claim_count; i++) {
        xc_slice name, rest;
        if (xc_slice_cut(content->claims[i].rule, ':', &name, &rest) &&
            xc_slice_equal(name, pack->name)) {
            out[count++] = content->claims[i].id;
        }
    }
    qsort(out, count, sizeof *out, compare_ids);
    return count;
}

/// "pack bridges: 5 claims, in 2 groups", for each pack of the user's.
static xc_status tell_packs(const workplace *place, const xc_case_content *content,
                            xc_buffer *out, xc_error *error) {
    size_t pack_count = 0;
    const xc_pack *packs = place->rules ? xc_rules_packs(place->rules, &pack_count) : NULL;
    xc_slice *ids = xc_arena_array(place->arena, content->claim_count, sizeof *ids);
    if (!ids) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < pack_count; i++) {
        if (!packs[i].own) {
            continue;
        }
        size_t claims = claims_of_pack(content, &packs[i], ids);
        size_t groups = 0;
        for (size_t j = 0; j < content->group_count; j++) {
            groups += holds_claim_of(&content->groups[j], ids, claims);
        }
        xc_buffer_print(out, "pack %.*s: %zu claim%s, in %zu group%s\n",
                        XC_PRINT(packs[i].name), claims, claims == 1 ? "" : "s", groups,
                        groups == 1 ? "" : "s");
    }
    return XC_OK;
}

/// Decisions whose evidence changed stand before what else did.
static xc_status put_decisions_first(const xc_case_content *content, xc_arena *arena,
                                     xc_report_options *options, xc_error *error) {
    xc_slice *lines = NULL;
    size_t count = 0;
    xc_status status = xc_report_changed_decisions(content, arena, &lines, &count, error);
    xc_slice *all = xc_arena_array(arena, count + options->change_count, sizeof *all);
    if (status != XC_OK || !all) {
        return status != XC_OK ? status : xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        message("%.*s", XC_PRINT(lines[i]));
        all[i] = lines[i];
    }
    for (size_t i = 0; i < options->change_count; i++) {
        all[count + i] = options->changes[i];
    }
    options->changes = all;
    options->change_count += count;
    return XC_OK;
}

/// Writes the report's files, not yet by their names.
static xc_status stage_report(const cli_arguments *arguments, const casework *work,
                              xc_case_content *content, const char *folder, xc_error *error) {
    xc_arena *arena = work->place->arena;
    xc_status status = xc_decisions_apply(content, arena, error);
    xc_report_options options = {
        .templates = work->place->templates,
        .no_text = option_given(arguments, OPTION_NO_TEXT),
        .no_bom = option_given(arguments, OPTION_NO_BOM),
    };
    if (status == XC_OK && work->case_was_there && work->added > 0) {
        xc_slice *lines;
        status = xc_changes_tell(&work->before, content, work->added, arena, &lines,
                                 &options.change_count, error);
        options.changes = lines;
    }
    if (status == XC_OK && content->decision_count) {
        status = put_decisions_first(content, arena, &options, error);
    }
    return status == XC_OK ? xc_report_stage(content, folder, &options, error) : status;
}

static xc_status make_summary(const casework *work, const xc_case_content *content,
                              const char *folder, xc_buffer *out, xc_error *error) {
    xc_report_summary(content, out);
    xc_status status = tell_packs(work->place, content, out, error);
    bool has_slash = xc_slice_ends(xc_slice_of(folder), XC_SLICE("/"));
    xc_buffer_print(out, "report: %s%sindex.html\n", folder, has_slash ? "" : "/");
    bool whole = out->status == XC_OK && !xc_memory_was_short();
    return status == XC_OK && !whole ? xc_fail_memory(error) : status;
}

/// Writes the report of a case and prints the summary. What was added is kept once all of that is
/// made: a run that is ended before is as if it had not been, and the next one tells truly what
/// changed since the report that is there.
static xc_status report(const cli_arguments *arguments, casework *work,
                        xc_case_content *content, const char *folder, xc_error *error) {
    xc_buffer summary = {0};
    xc_status status = stage_report(arguments, work, content, folder, error);
    if (status == XC_OK) {
        status = make_summary(work, content, folder, &summary, error);
    }
    if (status == XC_OK && !work->kept) {
        status = casework_keep(work, error);
    }
    if (status == XC_OK) {
        status = xc_report_place(folder, error);
    } else {
        xc_report_drop(folder);
    }
    if (status == XC_OK) {
        status = output_flush(&summary, true, error);
    }
    xc_buffer_release(&summary);
    return status;
}

static int compare_inputs(const cli_arguments *arguments, casework *work, const char *folder) {
    xc_error error = {0};
    xc_status status = casework_run(arguments, work, &error);
    if (status == XC_OK && !work->case_file) {
        return casework_nothing_read(work);
    }
    xc_case_content content;
    if (status == XC_OK) {
        status = xc_case_load(work->case_file, work->place->arena, &content, &error);
    }
    if (status == XC_OK) {
        status = report(arguments, work, &content, folder, &error);
    }
    return status == XC_OK ? gather_exit_status(arguments, &work->gathering)
                           : message_failure(&error);
}

static int compare_case(const cli_arguments *arguments, casework *work, const char *folder) {
    xc_error error = {0};
    xc_case_content content;
    work->case_was_there = work->kept = true;
    xc_status status = casework_open(work, &content, &error);
    if (status == XC_OK) {
        status = report(arguments, work, &content, folder, &error);
    }
    return status == XC_OK ? EXIT_DONE : message_failure(&error);
}

int command_compare(const cli_arguments *arguments) {
    const char *path = arguments->values[OPTION_DB];
    const char *folder = arguments->values[OPTION_OUTPUT];
    if (!folder) {
        folder = report_folder;
    }
    if (arguments->input_count == 0 && !path) {
        message("compare what? name saved pages, a folder of them, or a case with --db");
        return EXIT_WRONG_USAGE;
    }
    xc_error error = {0};
    workplace place;
    unsigned needs = arguments->input_count ? NEEDS_OUTLETS | NEEDS_RULES : NEEDS_FOLDERS;
    xc_status status = workplace_open(arguments, needs, &place, &error);
    casework work = {.place = &place, .path = path, .folder = folder};
    if (status == XC_OK && !path) {
        work.path = xc_arena_print(place.arena, "%s/case.db", folder).ptr;
        status = work.path ? XC_OK : xc_fail_memory(&error);
    }
    int result;
    if (status != XC_OK) {
        result = message_failure(&error);
    } else if (arguments->input_count) {
        result = compare_inputs(arguments, &work, folder);
    } else {
        result = compare_case(arguments, &work, folder);
    }
    casework_release(&work);
    workplace_close(&place);
    return result;
}
