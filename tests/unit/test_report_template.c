// SPDX-License-Identifier: MIT
// The writer that fills templates by context, and what the page's policy is made of.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/page/digest.h"
#include "report/page/scale.h"
#include "report/page/template.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Loads a template's text; NULL and the error filled where it is refused.
static page_template *load(const char *text, xc_arena *arena, xc_error *error) {
    char path[] = "/tmp/crossclaim-template-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(close(file), 0);
    assert_int_equal(xc_file_write(path, xc_slice_of(text), NULL), XC_OK);
    page_template *made = NULL;
    xc_status status = template_load(path, arena, &made, error);
    assert_int_equal(unlink(path), 0);
    return status == XC_OK ? made : NULL;
}

typedef struct filled {
    const char *template;
    const char *value;
    const char *wanted;
} filled;

static void a_value_is_escaped_by_where_it_stands(void **state) {
    (void)state;
    static const filled rows[] = {
        {"<p>{{v}}</p>", "a<b>&\"c\"", "<p>a&lt;b&gt;&amp;\"c\"</p>"},
        {"<p title=\"{{v}}\">", "\"><script>", "<p title=\"&quot;&gt;&lt;script&gt;\">"},
        {"<p title=\"{{v}}\">", "it's", "<p title=\"it&#39;s\">"},
        {"<a href=\"{{v}}\">", "https://a.example/?b=1&c=\"2\" 3",
         "<a href=\"https://a.example/?b=1&amp;c=&quot;2&quot;%203\">"},
        {"<a href=\"{{v}}\">", "javascript:alert(1)", "<a href=\"#\">"},
        {"<a href=\"{{v}}\">", " https://a.example", "<a href=\"#\">"},
        {"<a href=\"{{v}}\">", "JaVaScRiPt://x\n", "<a href=\"#\">"},
        {"<a href=\"{{v}}\">", "HTTPS://A.EXAMPLE", "<a href=\"HTTPS://A.EXAMPLE\">"},
        {"<a href=\"{{v}}\">", "#c1", "<a href=\"#c1\">"},
        {"<script>x={{v}};</script>", "</script><b>\xE2\x80\xA8",
         "<script>x=\"\\u003c/script\\u003e\\u003cb\\u003e\xE2\x80\xA8\";</script>"},
        {"<b>{{if v}}yes{{end}}{{unless v}}no{{end}}</b>", "x", "<b>yes</b>"},
        {"<b>{{if v}}yes{{end}}{{unless v}}no{{end}}</b>", "", "<b>no</b>"},
        {"<b{{if v}} class=\"{{v}}\"{{end}}>", "x\"y", "<b class=\"x&quot;y\">"},
        {"<p>{{v}}</p>", "{{v}}", "<p>{{v}}</p>"},
        {"<p>{{v}}</p>", "\x1b[31m\x07", "<p>\xEF\xBF\xBD[31m\xEF\xBF\xBD</p>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_arena *arena = xc_arena_new();
        xc_error error = {0};
        xc_slice text = xc_arena_print(arena, "{{block b}}%s{{end}}", rows[i].template);
        page_template *made = load(text.ptr, arena, &error);
        if (!made) {
            fail_msg("%s: %s", rows[i].template, error.message);
        }
        xc_buffer out = {0};
        const template_fill fills[] = {{"v", xc_slice_of(rows[i].value), false}};
        template_write(made, "b", fills, 1, &out);
        assert_int_equal(out.status, XC_OK);
        assert_string_equal(out.ptr, rows[i].wanted);
        xc_buffer_release(&out);
        xc_arena_free(arena);
    }
}

static void markup_is_refused_inside_a_tag(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    page_template *made = load("{{block b}}<p title=\"{{v}}\">{{end}}", arena, NULL);
    xc_buffer out = {0};
    const template_fill fills[] = {{"v", XC_SLICE("<b>"), true}};
    template_write(made, "b", fills, 1, &out);
    assert_int_equal(out.status, XC_BAD_INPUT);
    assert_non_null(strstr(template_mistake(made), "markup stands inside a tag"));
    xc_buffer_release(&out);
    xc_arena_free(arena);
}

static void an_unknown_place_or_block_is_a_mistake_with_its_name(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    page_template *made = load("{{block b}}<p>{{colour}}</p>{{end}}", arena, NULL);
    xc_buffer out = {0};
    template_write(made, "b", NULL, 0, &out);
    assert_int_equal(out.status, XC_BAD_INPUT);
    assert_non_null(strstr(template_mistake(made), "\"colour\""));
    xc_buffer_release(&out);
    made = load("{{block b}}<p></p>{{end}}", arena, NULL);
    xc_buffer other = {0};
    template_write(made, "missing", NULL, 0, &other);
    assert_non_null(strstr(template_mistake(made), "\"missing\""));
    xc_buffer_release(&other);
    xc_arena_free(arena);
}

static void a_wrong_template_is_refused_with_its_line(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "{{block b}}\n<p {{v}}></p>{{end}}",
        "{{block b}}\n<p title=\"{{end}}",
        "{{block b}}\n{{loop v}}{{end}}",
        "{{block b}}\n{{if v}}{{end}}",
        "{{block b}}\n{{block c}}{{end}}",
        "\n{{end}}",
        "{{block b}}\n{{v",
        "\n{{v}}",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        xc_arena *arena = xc_arena_new();
        xc_error error = {0};
        if (load(wrong[i], arena, &error)) {
            fail_msg("taken: %s", wrong[i]);
        }
        assert_int_equal(error.status, XC_BAD_INPUT);
        assert_int_equal(error.line, 2);
        xc_arena_free(arena);
    }
}

static void the_digest_is_sha256(void **state) {
    (void)state;
    static const struct {
        const char *text, *wanted;
    } rows[] = {
        {"", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
        {"abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_buffer out = {0};
        digest_source(xc_slice_of(rows[i].text), &out);
        assert_string_equal(out.ptr, rows[i].wanted);
        xc_buffer_release(&out);
    }
}

static void an_axis_is_linear_until_figures_spread_too_far(void **state) {
    (void)state;
    plot_scale near = scale_make(3, 27);
    assert_false(near.logarithmic);
    assert_true(near.tick_count >= 3);
    assert_true(near.low <= 3 && near.high >= 27);
    plot_scale far = scale_make(3, 27000);
    assert_true(far.logarithmic);
    assert_true(scale_at(&far, 3) < scale_at(&far, 30));
    plot_scale with_zero = scale_make(0, 5000);
    assert_false(with_zero.logarithmic);
    plot_scale point = scale_make(14, 14);
    assert_true(scale_at(&point, 14) > 4 && scale_at(&point, 14) < 94);
    plot_scale huge = scale_make(1, 1e12);
    assert_true(huge.tick_count >= 2 && huge.tick_count <= MOST_TICKS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_escaped_by_where_it_stands),
        cmocka_unit_test(markup_is_refused_inside_a_tag),
        cmocka_unit_test(an_unknown_place_or_block_is_a_mistake_with_its_name),
        cmocka_unit_test(a_wrong_template_is_refused_with_its_line),
        cmocka_unit_test(the_digest_is_sha256),
        cmocka_unit_test(an_axis_is_linear_until_figures_spread_too_far),
    };
    return cmocka_run_group_tests_name("report template", tests, NULL, NULL);
}
