// SPDX-License-Identifier: MIT
// Which files stand behind the arguments.
#include "read_file.h"

static void folder_is_walked(void **state) {
    (void)state;
    static const char *const files[] = {
        "in/page10.html",       "in/page2.html",  "in/page2_files/frame.html",
        "in/notes_files/a.txt", "in/.hidden.txt", "in/.git/b.txt",
        "in/photo.JPG",         "in/style.css",   "in/sub/deep.txt",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        make(files[i], XC_SLICE("text"));
    }
    assert_int_equal(symlink("..", in_folder("in/sub/up")), 0);
    assert_int_equal(symlink("nowhere", in_folder("in/lost.txt")), 0);
    xc_arena *arena = xc_arena_new();
    xc_inputs inputs;
    char root[256];
    (void)snprintf(root, sizeof root, "%s", in_folder("in/"));
    const char *arguments[] = {root};
    assert_int_equal(xc_inputs_list(arguments, 1, false, arena, &inputs, NULL), XC_OK);
    static const char *const labels[] = {"notes_files/a.txt", "page2.html", "page10.html",
                                         "sub/deep.txt"};
    assert_int_equal(inputs.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_slice(inputs.items[i].label, labels[i]);
    }
    assert_int_equal(inputs.ignored, 5);
    assert_int_equal(inputs.skipped_count, 1);
    assert_slice(inputs.skipped[0].reason, "no such file or folder");
    xc_arena_free(arena);
}

static void arguments_of_every_kind(void **state) {
    (void)state;
    make("args/a.html", XC_SLICE("text"));
    make("args/a_files/b.html", XC_SLICE("text"));
    make("args/c.png", XC_SLICE("text"));
    char paths[4][256];
    static const char *const names[] = {"args/a.html", "args/a_files", "args/c.png", "args/d"};
    for (size_t i = 0; i < 4; i++) {
        (void)snprintf(paths[i], sizeof paths[i], "%s", in_folder(names[i]));
    }
    const char *arguments[] = {paths[0], paths[1], paths[2], paths[3], "-"};
    xc_arena *arena = xc_arena_new();
    xc_inputs inputs;
    assert_int_equal(xc_inputs_list(arguments, 5, false, arena, &inputs, NULL), XC_OK);
    assert_int_equal(inputs.count, 2);
    assert_slice(inputs.items[0].label, "a.html");
    assert_slice(inputs.items[1].path, "-");
    assert_int_equal(inputs.ignored, 2);
    assert_int_equal(inputs.skipped_count, 1);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folder_is_walked),
        cmocka_unit_test(arguments_of_every_kind),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
