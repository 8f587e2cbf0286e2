// SPDX-License-Identifier: MIT
// The figures of a training, chosen on tune-ewt and tune-gum.
#include "plan.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

plan plan_default(void) {
    return (plan){
        .last = {.tag = {5, 0.1F, 0.15F, 200000, 3, 9600},
                 .supertag = {4, 0.1F, 0.2F, 200000, 3, 8600},
                 .parse = {10, 0.1F, 0.25F, 400000, 2, 23600}},
        .trial = {.tag = {3, 0.1F, 0.15F, 70000, 3, 9600},
                  .supertag = {2, 0.1F, 0.2F, 63000, 3, 8600},
                  .parse = {5, 0.1F, 0.2F, 172000, 3, 23600}},
        .teacher = 0.6F,
        .doubted = 0.25F,
        .explore = 0.9F,
        .doubt = true,
        .seed = 2026,
        .vary = 8,
        .every = 1,
    };
}

static bool set_stage(stage_plan *stage, const char *name, double value) {
    if (strcmp(name, "rounds") == 0) {
        stage->rounds = (int)value;
    } else if (strcmp(name, "rate") == 0) {
        stage->rate = (float)value;
    } else if (strcmp(name, "drop") == 0) {
        stage->drop = (float)value;
    } else if (strcmp(name, "rows") == 0) {
        stage->rows = (uint32_t)value;
    } else if (strcmp(name, "least") == 0) {
        stage->least_seen = (uint32_t)value;
    } else if (strcmp(name, "buckets") == 0) {
        stage->buckets = (uint32_t)value;
    } else {
        return false;
    }
    return true;
}

bool plan_set(plan *p, const char *setting) {
    char name[32];
    const char *equals = strchr(setting, '=');
    size_t length = equals ? (size_t)(equals - setting) : sizeof name;
    if (length >= sizeof name) {
        return false;
    }
    memcpy(name, setting, length);
    name[length] = '\0';
    double value = strtod(equals + 1, NULL);
    char *dot = strrchr(name, '.');
    if (dot) {
        *dot = '\0';
        bool trial = strncmp(name, "trial.", 6) == 0;
        stages_plan *stages = trial ? &p->trial : &p->last;
        const char *which = trial ? name + 6 : name;
        stage_plan *stage = strcmp(which, "tag") == 0        ? &stages->tag
                            : strcmp(which, "supertag") == 0 ? &stages->supertag
                            : strcmp(which, "parse") == 0    ? &stages->parse
                                                             : NULL;
        return stage && set_stage(stage, dot + 1, value);
    }
    if (strcmp(name, "teacher") == 0) {
        p->teacher = (float)value;
    } else if (strcmp(name, "doubted") == 0) {
        p->doubted = (float)value;
    } else if (strcmp(name, "doubt") == 0) {
        p->doubt = value != 0;
    } else if (strcmp(name, "explore") == 0) {
        p->explore = (float)value;
    } else if (strcmp(name, "seed") == 0) {
        p->seed = (uint64_t)value;
    } else if (strcmp(name, "vary") == 0) {
        p->vary = (uint32_t)value;
    } else if (strcmp(name, "every") == 0) {
        p->every = (uint32_t)value;
    } else {
        return false;
    }
    return true;
}
