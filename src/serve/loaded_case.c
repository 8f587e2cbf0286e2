// SPDX-License-Identifier: MIT
// Reading a case takes as long as it is large, adding a decision to it does not.
#include "serve/loaded_case.h"

#include <string.h>

static void *copy(void *to, const void *from, size_t count, size_t size) {
    return count ? memcpy(to, from, count * size) : to;
}

xc_status loaded_prepare(loaded_case *loaded, xc_error *error) {
    const xc_case_content *stored = &loaded->stored;
    xc_case_content *shown = &loaded->shown;
    xc_arena *arena = loaded->arena;
    *shown = *stored;
    shown->claims = xc_arena_array(arena, stored->claim_count + 1, sizeof *shown->claims);
    shown->documents =
        xc_arena_array(arena, stored->document_count + 1, sizeof *shown->documents);
    shown->groups = xc_arena_array(arena, stored->group_count + 1, sizeof *shown->groups);
    loaded->behind = true;
    loaded->decision_capacity = 0;
    return shown->claims && shown->documents && shown->groups ? XC_OK : xc_fail_memory(error);
}

xc_status loaded_read(xc_case *case_file, const xc_slice *blind, loaded_case *out,
                      xc_error *error) {
    *out = (loaded_case){.arena = xc_arena_new()};
    if (!out->arena) {
        return xc_fail_memory(error);
    }
    xc_status status = xc_case_load(case_file, out->arena, &out->stored, error);
    if (status == XC_OK && blind) {
        status = xc_decisions_blind(&out->stored, *blind, out->arena, error);
    }
    if (status == XC_OK) {
        status = loaded_prepare(out, error);
    }
    if (status != XC_OK) {
        loaded_free(out);
    }
    return status;
}

void loaded_free(loaded_case *loaded) {
    xc_arena_free(loaded->arena);
    *loaded = (loaded_case){0};
}

static bool copy_words(xc_decision *decision, xc_arena *arena) {
    xc_slice *const words[] = {&decision->first,   &decision->second,   &decision->verdict,
                               &decision->members, &decision->note,     &decision->evidence,
                               &decision->made,    &decision->reviewer, &decision->key,
                               &decision->target,  &decision->field,    &decision->value,
                               &decision->was};
    bool good = true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        *words[i] = xc_arena_copy(arena, *words[i]);
        good = good && (words[i]->ptr || !words[i]->len);
    }
    return good;
}

xc_status loaded_add(loaded_case *loaded, const xc_decision *decision, xc_error *error) {
    xc_case_content *stored = &loaded->stored;
    if (stored->decision_count >= loaded->decision_capacity) {
        size_t capacity = stored->decision_count * 2 + 16;
        xc_decision *more = xc_arena_array(loaded->arena, capacity, sizeof *more);
        if (!more) {
            return xc_fail_memory(error);
        }
        copy(more, stored->decisions, stored->decision_count, sizeof *more);
        stored->decisions = more;
        loaded->decision_capacity = capacity;
    }
    xc_decision *at = &stored->decisions[stored->decision_count];
    *at = *decision;
    if (!copy_words(at, loaded->arena)) {
        return xc_fail_memory(error);
    }
    stored->decision_count++;
    loaded->behind = true;
    return XC_OK;
}

// All of them again, since one that was undone leaves what it had changed as it was read.
xc_status loaded_show(loaded_case *loaded, xc_error *error) {
    const xc_case_content *stored = &loaded->stored;
    if (!loaded->behind) {
        return XC_OK;
    }
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    xc_case_content shown = *stored;
    shown.claims =
        copy(loaded->shown.claims, stored->claims, stored->claim_count, sizeof *stored->claims);
    shown.documents = copy(loaded->shown.documents, stored->documents, stored->document_count,
                           sizeof *stored->documents);
    shown.groups =
        copy(loaded->shown.groups, stored->groups, stored->group_count, sizeof *stored->groups);
    loaded->shown = shown;
    xc_status status = xc_decisions_apply(&loaded->shown, arena, error);
    loaded->behind = status != XC_OK;
    xc_arena_free(arena);
    return status;
}
