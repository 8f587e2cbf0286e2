// SPDX-License-Identifier: MIT
// Prints, for each claim of some documents, the places that it may be about with their
// features: what tools/place_points.py learns from.
//     place_rows CLAIMS-FOLDER SOURCES.csv|- INPUT...
// One JSON object a claim: document, measure, start, end, value, and options of [place, bins],
// bins in the order of extract/rules/place_points.h, 255 for none.
#include "crossclaim/base/json.h"
#include "crossclaim/read.h"
#include "extract/place/place_options.h"

#include <stdio.h>

typedef struct printer {
    xc_buffer line;
    const xc_document *document;
} printer;

static void print_option(xc_json *json, const place_option *option) {
    xc_json_array(json);
    xc_json_text(json, option->mention->place.name);
    for (int i = 0; i < PLACE_FEATURE_COUNT; i++) {
        xc_json_integer(json, option->bins[i]);
    }
    xc_json_end_array(json);
}

static void print_question(void *context, const place_question *question,
                           const place_option *options, size_t count) {
    printer *p = context;
    const claim_draft *draft = question->draft;
    const xc_token *tokens = question->scan->text->tokens;
    xc_json json = {&p->line, false};
    xc_json_object(&json);
    xc_json_member(&json, "document", p->document->label);
    xc_json_member(&json, "measure", question->scan->rules->measures[draft->measure].name);
    xc_json_key(&json, "start");
    xc_json_integer(&json, draft->statement  ? tokens[draft->statement->first].start
                           : draft->quantity ? draft->quantity->start
                                             : tokens[draft->first].start);
    xc_json_key(&json, "options");
    xc_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        print_option(&json, &options[i]);
    }
    xc_json_end_array(&json);
    xc_json_end_object(&json);
    xc_buffer_char(&p->line, '\n');
    fwrite(p->line.ptr, 1, p->line.len, stdout);
    xc_buffer_clear(&p->line);
}

static xc_status read_input(xc_extractor *extractor, printer *p, const xc_input *input,
                            const xc_read_options *options, xc_arena *arena, xc_error *error) {
    xc_reader *reader = NULL;
    xc_status status = xc_reader_open(input, options, &reader, error);
    while (status == XC_OK) {
        xc_document document;
        status = xc_reader_next(reader, arena, &document, error);
        if (status == XC_OK) {
            xc_claims claims;
            p->document = &document;
            status = xc_extract(extractor, &document, &claims, error);
        }
    }
    xc_reader_close(reader);
    return status == XC_END ? XC_OK : status;
}

static xc_status run(int argc, char **argv, xc_error *error) {
    printer p = {0};
    place_watch watch = {print_question, &p};
    xc_rules *rules = NULL;
    xc_outlets *outlets = NULL;
    xc_sources *sources = NULL;
    xc_arena *arena = xc_arena_new();
    xc_status status = xc_rules_load(argv[1], NULL, 0, &rules, error);
    status = status == XC_OK ? xc_outlets_load(argv[1], &outlets, error) : status;
    if (status == XC_OK && argv[2][0] != '-') {
        status = xc_sources_load(argv[2], &sources, error);
    }
    xc_extractor *extractor = status == XC_OK ? xc_extractor_new(rules) : NULL;
    xc_inputs inputs = {0};
    if (extractor) {
        extractor_watch_places(extractor, &watch);
        status = xc_inputs_list((const char *const *)argv + 3, (size_t)argc - 3, false, arena,
                                &inputs, error);
    }
    xc_read_options options = {.outlets = outlets, .sources = sources};
    for (size_t i = 0; i < inputs.count && status == XC_OK; i++) {
        status = read_input(extractor, &p, &inputs.items[i], &options, arena, error);
    }
    xc_buffer_release(&p.line);
    xc_extractor_free(extractor);
    xc_sources_free(sources);
    xc_outlets_free(outlets);
    xc_rules_free(rules);
    xc_arena_free(arena);
    return status;
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fprintf(stderr, "usage: place_rows CLAIMS-FOLDER SOURCES.csv|- INPUT...\n");
        return 2;
    }
    xc_error error = {0};
    if (run(argc, argv, &error) == XC_OK) {
        return 0;
    }
    char text[1024];
    xc_error_print(&error, text, sizeof text);
    fprintf(stderr, "place_rows: %s\n", text);
    return 3;
}
