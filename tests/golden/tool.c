// SPDX-License-Identifier: MIT
// Starts the program and reads the JSON Lines that it prints.
#include "tool.h"
#include <errno.h>
#include <json-c/json.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool complain(const char *what, const char *why) {
    (void)fprintf(stderr, "%s: %s\n", what, why);
    return false;
}

static bool wait_for(pid_t child, const char *program) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return complain(program, strerror(errno));
        }
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return complain(program, "did not end with exit status 0");
    }
    return true;
}

static bool run(char *const *arguments, FILE *input, FILE *output) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) {
        return complain(arguments[0], "no memory");
    }
    int failure = input ? posix_spawn_file_actions_adddup2(&actions, fileno(input), 0)
                        : posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", 0, 0);
    if (failure == 0) {
        failure = posix_spawn_file_actions_adddup2(&actions, fileno(output), 1);
    }
    pid_t child = 0;
    if (failure == 0) {
        failure = posix_spawn(&child, arguments[0], &actions, NULL, arguments, environ);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? wait_for(child, arguments[0])
                        : complain(arguments[0], strerror(failure));
}

static bool add_line(xc_arena *arena, json_rows *out, xc_slice line) {
    char *text = xc_arena_string(arena, line);
    json_row *grown =
        xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *grown);
    if (!text || !grown) {
        return complain("rows", "no memory");
    }
    *grown = (json_row){{text, line.len}, json_tokener_parse(text)};
    out->count += 1;
    return grown->object ? true : complain("no JSON", text);
}

static bool read_lines(FILE *output, xc_arena *arena, json_rows *out) {
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    bool good = true;
    rewind(output);
    while (good && (length = getline(&line, &size, output)) > 0) {
        good = add_line(arena, out, xc_slice_trim((xc_slice){line, (size_t)length}));
    }
    free(line);
    return good;
}

bool tool_rows(char *const *arguments, FILE *input, xc_arena *arena, json_rows *out) {
    *out = (json_rows){0};
    FILE *output = tmpfile();
    if (!output) {
        return complain("tmpfile", strerror(errno));
    }
    bool good = run(arguments, input, output) && read_lines(output, arena, out);
    (void)fclose(output);
    return good;
}

bool tool_run(char *const *arguments) {
    FILE *output = tmpfile();
    bool good = output && run(arguments, NULL, output);
    if (output) {
        (void)fclose(output);
    }
    return good;
}

void rows_release(json_rows *rows) {
    for (size_t i = 0; i < rows->count; i++) {
        (void)json_object_put(rows->items[i].object);
    }
    rows->count = 0;
}

xc_slice row_text(const json_row *row, const char *field) {
    struct json_object *value = NULL;
    if (!json_object_object_get_ex(row->object, field, &value) || !value) {
        return (xc_slice){0};
    }
    return xc_slice_of(json_object_get_string(value));
}

xc_number row_number(const json_row *row, const char *field) {
    xc_number number = {0};
    number.known = xc_decimal_parse(row_text(row, field), &number.value);
    return number;
}

json_rows rows_of_document(const json_rows *all, xc_slice label, size_t *next) {
    json_rows mine = {all->items ? all->items + *next : NULL, 0, 0};
    while (*next < all->count &&
           xc_slice_equal(row_text(&all->items[*next], "document"), label)) {
        mine.count += 1;
        *next += 1;
    }
    return mine;
}
