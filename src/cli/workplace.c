// SPDX-License-Identifier: MIT
// What a command needs before it can start.
#include "cli/workplace.h"
#include "cli/message.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// $CROSSCLAIM_DATA, else ../share/crossclaim beside the program's real place: the same once
// installed, unpacked anywhere, and in the build folder.
static xc_status find_data(workplace *place, xc_error *error) {
    static const char mend[] =
        "install crossclaim whole, or set CROSSCLAIM_DATA to the folder that holds 'claims'";
    const char *told = getenv("CROSSCLAIM_DATA");
    if (told && *told) {
        place->data = told;
    } else {
        char program[PATH_MAX];
        ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
        if (length < 0) {
            return xc_fail(error, XC_IO, "cannot find the program's folder: %s; %s",
                           strerror(errno), mend);
        }
        program[length] = '\0';
        char *slash = strrchr(program, '/');
        *(slash ? slash : program) = '\0';
        xc_slice beside = xc_arena_print(place->arena, "%s/../share/crossclaim", program);
        char resolved[PATH_MAX];
        if (!beside.ptr) {
            return xc_fail_memory(error);
        }
        if (!realpath(beside.ptr, resolved)) {
            return xc_fail_at(error, XC_IO, beside, 0, "cannot find the rule packs: %s; %s",
                              strerror(errno), mend);
        }
        place->data = xc_arena_string(place->arena, xc_slice_of(resolved));
    }
    place->claims = xc_arena_print(place->arena, "%s/claims", place->data).ptr;
    place->templates = xc_arena_print(place->arena, "%s/reports", place->data).ptr;
    return place->data && place->claims && place->templates ? XC_OK : xc_fail_memory(error);
}

// Without what tells languages the rest is as right as ever: said, and gone on.
static xc_status load_languages(workplace *place, xc_error *error) {
    xc_error reason = {0};
    xc_status status = xc_languages_load(place->claims, &place->languages, &reason);
    if (status == XC_IO) {
        message("%s", reason.message);
        return XC_OK;
    }
    if (status != XC_OK && error) {
        *error = reason;
    }
    return status;
}

xc_status workplace_open(const cli_arguments *arguments, unsigned needs, workplace *out,
                         xc_error *error) {
    *out = (workplace){.arena = xc_arena_new()};
    if (!out->arena) {
        return xc_fail_memory(error);
    }
    xc_status status = find_data(out, error);
    if (status == XC_OK && (needs & NEEDS_OUTLETS)) {
        status = xc_outlets_load(out->claims, &out->outlets, error);
        if (status == XC_OK) {
            status = load_languages(out, error);
        }
        const char *sources = arguments->values[OPTION_SOURCES];
        if (status == XC_OK && sources) {
            status = xc_sources_load(sources, &out->sources, error);
        }
    }
    if (status == XC_OK && (needs & NEEDS_RULES)) {
        status = xc_rules_load(out->claims, arguments->packs, arguments->pack_count,
                               &out->rules, error);
    }
    return status;
}

void workplace_close(workplace *place) {
    xc_rules_free(place->rules);
    xc_sources_free(place->sources);
    xc_languages_free(place->languages);
    xc_outlets_free(place->outlets);
    xc_arena_free(place->arena);
    *place = (workplace){0};
}
