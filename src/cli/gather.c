// SPDX-License-Identifier: MIT
// Reading the inputs of a command line.
#include "cli/gather.h"
#include "cli/message.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static xc_status take_document(void *context, const xc_document *document,
                               const xc_claims *claims, xc_error *error) {
    cli_gathering *gathering = context;
    return gathering->document(gathering->context, document, claims, error);
}

static void take_skip(void *context, xc_slice path, const char *reason) {
    cli_gathering *gathering = context;
    if (!gathering->lists_skipped) {
        message("skipped '%.*s': %s", XC_PRINT(path), reason);
    }
    xc_arena *arena = gathering->place->arena;
    xc_skip *skip = xc_arena_grow(arena, &gathering->skipped, gathering->skip_count,
                                  &gathering->skip_capacity, sizeof *skip);
    if (skip) {
        skip->path = xc_arena_copy(arena, path);
        skip->reason = xc_arena_copy(arena, xc_slice_of(reason));
        gathering->skip_count++;
    }
}

static bool is_settled(const void *context, const xc_document *document) {
    const cli_gathering *gathering = context;
    return gathering->settled(gathering->context, document);
}

static void take_limited(void *context, xc_slice rule, size_t sentences) {
    (void)context;
    message_limited(rule, sentences);
}

static void take_treeless(void *context, xc_slice language) {
    (void)context;
    message_treeless(language);
}

static void take_ignored(void *context, xc_slice label, const xc_ignored *ignored) {
    const cli_gathering *gathering = context;
    if (gathering->tells_ignored) {
        message("ignored in '%.*s': %zu, %s", XC_PRINT(label), ignored->count, ignored->reason);
    }
}

static void take_progress(void *context, size_t done, size_t all) {
    (void)context;
    progress_show(done, all);
}

static void warn_of_unmatched_sources(const cli_arguments *arguments, const workplace *place) {
    long *lines;
    xc_slice *patterns;
    size_t count = xc_sources_unmatched(place->sources, place->arena, &lines, &patterns);
    for (size_t i = 0; i < count; i++) {
        message("%s:%ld: no document matches '%.*s'", arguments->values[OPTION_SOURCES],
                lines[i], XC_PRINT(patterns[i]));
    }
}

static void warn_of_unread_dates(const cli_arguments *arguments, const workplace *place) {
    xc_unread_date *dates;
    size_t count = xc_sources_unread(place->sources, place->arena, &dates);
    for (size_t i = 0; i < count; i++) {
        message("%s:%ld: '%.*s' %s, so this row tells no date; write it as 2023-09-24",
                arguments->values[OPTION_SOURCES], dates[i].line, XC_PRINT(dates[i].text),
                dates[i].two_readings ? "can be read as two dates" : "is no date");
    }
}

bool gather_reads_stdin(const cli_arguments *arguments) {
    for (size_t i = 0; i < arguments->input_count; i++) {
        if (strcmp(arguments->inputs[i], "-") == 0) {
            return true;
        }
    }
    return false;
}

static void tell_nothing(const cli_arguments *arguments, const cli_gathering *gathering) {
    const xc_read_counts *counts = &gathering->counts;
    if (counts->read > 0 || gathering->skip_count > 0 || gather_reads_stdin(arguments)) {
        return;
    }
    if (counts->ignored > 0) {
        message("nothing to read: what was found (%zu) is no article, but images, scripts, "
                "hidden files or crossclaim's own report",
                counts->ignored);
    } else {
        message("nothing to read: no file in '%s'; name saved pages, or a folder of them",
                arguments->inputs[0]);
    }
}

static uint64_t unpack_limit_of(const cli_arguments *arguments) {
    const char *limit = arguments->values[OPTION_UNPACK_LIMIT];
    uint64_t bytes = 0;
    return limit && option_size(limit, &bytes) ? bytes : 0;
}

static unsigned jobs_of(const cli_arguments *arguments) {
    const char *jobs = arguments->values[OPTION_JOBS];
    return jobs ? (unsigned)strtoul(jobs, NULL, 10) : 0;
}

xc_status gather(const cli_arguments *arguments, cli_gathering *gathering, xc_error *error) {
    const workplace *place = gathering->place;
    xc_pipeline pipeline = {
        .rules = place->rules,
        .read = {.outlets = place->outlets,
                 .sources = place->sources,
                 .languages = place->languages,
                 .map = arguments->values[OPTION_MAP],
                 .split = arguments->values[OPTION_SPLIT],
                 .unpack_limit = unpack_limit_of(arguments),
                 .follow_links = option_given(arguments, OPTION_FOLLOW_LINKS),
                 .hashes = gathering->hashes,
                 .keep_live_whole = option_given(arguments, OPTION_NO_SPLIT_LIVE)},
        .jobs = jobs_of(arguments),
        .text_only = gathering->text_only,
        .document = take_document,
        .settled = gathering->settled ? is_settled : NULL,
        .skipped = take_skip,
        .ignored = take_ignored,
        .limited = take_limited,
        .treeless = take_treeless,
        // Not among the data, where both go to one terminal.
        .progress = gathering->prints && isatty(STDOUT_FILENO) ? NULL : take_progress,
        .context = gathering,
    };
    xc_status status = xc_pipeline_run(&pipeline, arguments->inputs, arguments->input_count,
                                       &gathering->counts, error);
    progress_clear();
    if (status == XC_OK) {
        tell_nothing(arguments, gathering);
    }
    if (status == XC_OK && place->sources) {
        warn_of_unmatched_sources(arguments, place);
        warn_of_unread_dates(arguments, place);
    }
    return status;
}

int gather_exit_status(const cli_arguments *arguments, const cli_gathering *gathering) {
    bool skipped = gathering->counts.skipped > 0 || gathering->skip_count > 0;
    return skipped && !option_given(arguments, OPTION_SKIPS_OK) ? EXIT_SKIPPED : EXIT_DONE;
}
