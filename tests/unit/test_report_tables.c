// SPDX-License-Identifier: MIT
// Tables out of a case: CSV, JSON Lines.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/table/table.h"
#include "report_fixture.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static char *table_text(xc_table table, xc_table_format format) {
    xc_case_content content = fixture();
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    xc_error error = {0};
    assert_int_equal(xc_report_table(&content, table, format, stream, &error), XC_OK);
    assert_int_equal(fclose(stream), 0);
    return text;
}

typedef struct csv_facts {
    size_t rows, cells, first_row_cells;
    char last_row[64][256]; // cells of the row being read
    char found[256];        // cell `column` of the row whose cell `key_column` holds `key`
    size_t key_column, column;
    const char *key;
    bool uneven, runs;
} csv_facts;

static void on_cell(void *bytes, size_t length, void *context) {
    csv_facts *facts = context;
    const char *text = bytes;
    if (facts->cells < 64) {
        (void)snprintf(facts->last_row[facts->cells], 256, "%.*s", (int)length, text);
    }
    facts->cells++;
    if (length && strchr("=+@\t\r", text[0])) {
        facts->runs = true;
    }
}

static void on_row(int end, void *context) {
    csv_facts *facts = context;
    (void)end;
    if (facts->rows == 0) {
        facts->first_row_cells = facts->cells;
    }
    facts->uneven |= facts->cells != facts->first_row_cells;
    if (facts->key && strstr(facts->last_row[facts->key_column], facts->key)) {
        memcpy(facts->found, facts->last_row[facts->column], 256);
    }
    facts->rows++;
    facts->cells = 0;
}

static csv_facts read_csv(const char *text, const char *key, size_t key_column, size_t column) {
    csv_facts facts = {.key = key, .key_column = key_column, .column = column};
    struct csv_parser parser;
    assert_int_equal(csv_init(&parser, CSV_STRICT), 0);
    assert_int_equal(csv_parse(&parser, text, strlen(text), on_cell, on_row, &facts),
                     strlen(text));
    assert_int_equal(csv_fini(&parser, on_cell, on_row, &facts), 0);
    csv_free(&parser);
    return facts;
}

static void claims_have_the_columns_of_the_interface(void **state) {
    (void)state;
    char *text = table_text(XC_TABLE_CLAIMS, XC_CSV);
    const char *header =
        "id,document,source,wire,url,published,topic,measure,subject,subject_text,value,low,"
        "high,qualifier,unit,place,from,to,event,predicate,object,polarity,attribution,"
        "attribution_kind,modality,aggregation,part_of,evidence,within,start,end,rule,"
        "confidence,speaks_for,via,document_key,group,verdict,decision,reviewer,decided,"
        "note\r\n";
    assert_memory_equal(text, header, strlen(header));
    csv_facts facts = read_csv(text, NULL, 0, 0);
    assert_int_equal(facts.rows, CLAIMS + 1);
    assert_false(facts.uneven);
    free(text);
}

static void no_cell_is_run_by_a_spreadsheet(void **state) {
    (void)state;
    xc_table tables[] = {XC_TABLE_CLAIMS, XC_TABLE_GROUPS, XC_TABLE_DOCUMENTS};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char *text = table_text(tables[i], XC_CSV);
        csv_facts facts = read_csv(text, NULL, 0, 0);
        assert_false(facts.runs);
        assert_false(facts.uneven);
        free(text);
    }
    char *text = table_text(XC_TABLE_DOCUMENTS, XC_CSV);
    csv_facts facts = read_csv(text, "<img", 1, 2);
    assert_memory_equal(facts.found, "'=HYPERLINK(\"https://bad.example\")", 33);
    free(text);
}

static void documents_tell_what_outlet_and_date_rest_on(void **state) {
    (void)state;
    char *text = table_text(XC_TABLE_DOCUMENTS, XC_CSV);
    assert_string_equal(read_csv(text, "<img", 1, 11).found, "sources");
    assert_string_equal(read_csv(text, "<img", 1, 12).found, "text");
    assert_string_equal(read_csv(text, "letter.txt", 1, 11).found, "none");
    assert_string_equal(read_csv(text, "harbour-times.html", 1, 15).found, "4");
    assert_string_equal(read_csv(text, "quiet.html", 1, 15).found, "0");
    free(text);
}

static void json_lines_keep_numbers_and_unknowns(void **state) {
    (void)state;
    char *text = table_text(XC_TABLE_CLAIMS, XC_JSONL);
    assert_non_null(strstr(text, "\"value\":null,\"low\":24,\"high\":null,"
                                 "\"qualifier\":\"vague\""));
    assert_non_null(strstr(
        text, "\"confidence\":0.9,\"speaks_for\":\"\",\"via\":\"\",\"document_key\":\""));
    assert_non_null(strstr(text, "\"part_of\":\"\""));
    free(text);
    text = table_text(XC_TABLE_GROUPS, XC_JSONL);
    assert_non_null(strstr(text, "\"difference\":\"measure\"}]"));
    assert_non_null(strstr(text, "\"members\":[\"c"));
    free(text);
}

static void a_document_line_has_the_words_of_the_interface(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_buffer out = {0};
    xc_report_document_json(&content.documents[3], &out);
    assert_int_equal(out.status, XC_OK);
    const char *start =
        "{\"document\":\"letter.txt\",\"source\":\"\",\"title\":\"What we saw\","
        "\"published\":\"\",\"author\":\"\",\"url\":\"\",\"language\":\"en\",\"wire\":\"\","
        "\"text\":\"What we saw\\n\\nDozens";
    assert_memory_equal(out.ptr, start, strlen(start));
    assert_int_equal(out.ptr[out.len - 1], '\n');
    xc_buffer_release(&out);
}

static size_t column_named(const table_rows *rows, const size_t *columns, const char *name) {
    for (size_t f = 0; f < rows->field_count; f++) {
        if (strcmp(rows->fields[f].name, name) == 0) {
            return columns[f];
        }
    }
    fail_msg("no column %s", name);
    return 0;
}

static void a_sheet_begins_with_what_people_read(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_arena *arena = xc_arena_new();
    xc_error error = {0};
    table_rows rows;
    size_t columns[64];
    assert_int_equal(rows_open(&content, XC_TABLE_GROUPS, arena, &rows, &error), XC_OK);
    rows_reading_order(&rows, rows.field_count, columns);
    assert_int_equal(column_named(&rows, columns, "about"), 0);
    assert_true(column_named(&rows, columns, "id") > column_named(&rows, columns, "note"));
    assert_int_equal(column_named(&rows, columns, "doubtful"), rows.field_count - 1);
    assert_int_equal(rows_open(&content, XC_TABLE_CLAIMS, arena, &rows, &error), XC_OK);
    rows_reading_order(&rows, rows.field_count, columns);
    assert_int_equal(column_named(&rows, columns, "evidence"), 0);
    assert_int_equal(column_named(&rows, columns, "group"), rows.field_count - 1);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_have_the_columns_of_the_interface),
        cmocka_unit_test(no_cell_is_run_by_a_spreadsheet),
        cmocka_unit_test(documents_tell_what_outlet_and_date_rest_on),
        cmocka_unit_test(json_lines_keep_numbers_and_unknowns),
        cmocka_unit_test(a_sheet_begins_with_what_people_read),
        cmocka_unit_test(a_document_line_has_the_words_of_the_interface),
    };
    return cmocka_run_group_tests_name("report tables", tests, NULL, NULL);
}
