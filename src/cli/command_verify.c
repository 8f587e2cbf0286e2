// SPDX-License-Identifier: MIT
// crossclaim verify: whether a case, and the files that it was read from, are as they were.
#include "cli/gather.h"
#include "cli/message.h"
#include "cli/output.h"
#include "crossclaim/base/json.h"
#include "crossclaim/base/open_file.h"
#include "crossclaim/base/sha256.h"
#include "crossclaim/store.h"

#include <stdlib.h>
#include <unistd.h>

typedef enum input_state {
    AS_IT_WAS,
    SAME_TEXT, // in other bytes
    OTHER_TEXT,
    GONE,
    UNTOLD, // from standard input, another machine, or before a case kept hashes
    ALTERED // in the case itself
} input_state;

static const struct {
    const char *word, *says;
} states[] = {
    [AS_IT_WAS] = {"as_it_was", "as it was"},
    [SAME_TEXT] = {"same_text", "the file has other bytes now, and the same text"},
    [OTHER_TEXT] = {"other_text", "the file does not hold this text any more"},
    [GONE] = {"gone", "the file cannot be read any more"},
    [UNTOLD] = {"untold", "the case does not tell of a file that could be read again"},
    [ALTERED] = {"altered", "the case does not hold it as it was read"},
};
enum { STATES = sizeof states / sizeof *states };

typedef struct verifying {
    const cli_arguments *arguments;
    const workplace *place;
    xc_case_content content;
    xc_reading *readings; // by path
    size_t reading_count;
    xc_slice *texts; // hashes of the texts of the file that is read again
    size_t text_count, text_capacity;
    size_t counts[STATES];
    xc_buffer out;
} verifying;

static int by_key(const void *a, const void *b) {
    const xc_document *const *one = a;
    const xc_document *const *other = b;
    return xc_slice_compare((*one)->key, (*other)->key);
}

// ---- the case itself ----

static bool claim_is_whole(const xc_document *document, const xc_claim *claim) {
    char id[XC_ID_LENGTH + 1];
    xc_slice within = claim->within == XC_IN_TITLE ? document->title : document->text;
    xc_claim_id(document->key, claim, id);
    return xc_slice_is(claim->id, id) && (document->given_count || claim->end <= within.len);
}

// The claims of a document stand side by side, in the order of the documents.
static input_state state_in_case(const xc_document *document, const xc_claim *claims,
                                 size_t count) {
    char hash[XC_SHA256_LENGTH + 1];
    char key[XC_ID_LENGTH + 1];
    xc_document whole = *document;
    whole.given_count = xc_slice_is(document->format, "claims");
    xc_sha256(document->text, hash);
    xc_document_key(document, key);
    bool has_text = document->text_sha256.len > 0;
    bool holds = (!has_text || xc_slice_is(document->text_sha256, hash)) &&
                 (whole.given_count || xc_slice_is(document->key, key));
    for (size_t i = 0; holds && i < count; i++) {
        holds = claim_is_whole(&whole, &claims[i]);
    }
    return holds ? AS_IT_WAS : ALTERED;
}

// ---- the files ----

static xc_status keep_text(void *context, const xc_document *document, const xc_claims *claims,
                           xc_error *error) {
    (void)claims;
    verifying *v = context;
    xc_slice *at =
        xc_arena_grow(v->place->arena, &v->texts, v->text_count, &v->text_capacity, sizeof *at);
    if (!at) {
        return xc_fail_memory(error);
    }
    *at = xc_arena_copy(v->place->arena, document->text_sha256);
    v->text_count++;
    return at->ptr ? XC_OK : xc_fail_memory(error);
}

static xc_status read_again(verifying *v, const char *path, xc_error *error) {
    cli_gathering gathering = {.place = v->place,
                               .text_only = true,
                               .hashes = true,
                               .lists_skipped = true,
                               .document = keep_text,
                               .context = v};
    const char *inputs[] = {path};
    cli_arguments arguments = *v->arguments;
    arguments.inputs = inputs;
    arguments.input_count = 1;
    v->text_count = 0;
    return gather(&arguments, &gathering, error);
}

// Puts the hash of the file as it is now into `hash`, "" where it cannot be read.
static void hash_now(const char *path, char hash[XC_SHA256_LENGTH + 1]) {
    xc_buffer start = {0};
    const char *fault = NULL;
    int file = xc_file_open(path, &start, &fault);
    hash[0] = '\0';
    if (file >= 0) {
        (void)xc_sha256_file(file, hash);
        (void)close(file);
    }
    xc_buffer_release(&start);
}

static bool holds_text(const verifying *v, xc_slice hash) {
    for (size_t i = 0; i < v->text_count; i++) {
        if (xc_slice_equal(v->texts[i], hash)) {
            return true;
        }
    }
    return false;
}

// ---- what is told ----

static void tell(verifying *v, const xc_document *document, const xc_reading *reading,
                 input_state state) {
    xc_slice label = reading ? reading->label : document->label;
    v->counts[state]++;
    if (xc_slice_is(option_word(v->arguments, OPTION_FORMAT), "jsonl")) {
        xc_json json = {&v->out, false};
        xc_json_object(&json);
        xc_json_member(&json, "document", label);
        xc_json_member(&json, "document_key", document->key);
        xc_json_member(&json, "path", reading ? reading->path : (xc_slice){0});
        xc_json_member(&json, "record", reading ? reading->record : document->record);
        xc_json_member(&json, "bytes_sha256",
                       reading ? reading->bytes_sha256 : document->bytes_sha256);
        xc_json_member(&json, "text_sha256", document->text_sha256);
        xc_json_member(&json, "state", xc_slice_of(states[state].word));
        xc_json_end_object(&json);
        xc_buffer_char(&v->out, '\n');
    } else if (state != AS_IT_WAS) {
        xc_buffer_print(&v->out, "%.*s: %s%s%.*s%s\n", XC_PRINT(label), states[state].says,
                        reading && reading->path.len ? " (" : "",
                        XC_PRINT(reading ? reading->path : (xc_slice){0}),
                        reading && reading->path.len ? ")" : "");
    }
}

static input_state state_of_reading(const verifying *v, const xc_document *document,
                                    const xc_reading *reading, const char *now) {
    if (!reading->path.len) {
        return UNTOLD;
    }
    if (!*now) {
        return GONE;
    }
    if (xc_slice_is(reading->bytes_sha256, now)) {
        return AS_IT_WAS;
    }
    return document->text_sha256.len && holds_text(v, document->text_sha256) ? SAME_TEXT
                                                                             : OTHER_TEXT;
}

static const xc_document *document_of(const xc_document **documents, size_t count,
                                      xc_slice key) {
    const xc_document wanted = {.key = key};
    const xc_document *at = &wanted;
    const xc_document **found =
        count ? bsearch(&at, documents, count, sizeof *documents, by_key) : NULL;
    return found ? *found : NULL;
}

// The readings [first, end) are of one file, which is read once.
static xc_status verify_file(verifying *v, const xc_document **documents, size_t first,
                             size_t end, bool *is_told, xc_error *error) {
    char now[XC_SHA256_LENGTH + 1] = "";
    const char *path = xc_arena_string(v->place->arena, v->readings[first].path);
    xc_status status = path ? XC_OK : xc_fail_memory(error);
    bool same = true;
    if (path && *path) {
        hash_now(path, now);
    }
    for (size_t i = first; i < end; i++) {
        same = same && xc_slice_is(v->readings[i].bytes_sha256, now);
    }
    if (status == XC_OK && *now && !same) {
        status = read_again(v, path, error);
    }
    for (size_t i = first; status == XC_OK && i < end; i++) {
        const xc_document *document =
            document_of(documents, v->content.document_count, v->readings[i].document_key);
        if (document) {
            is_told[document - v->content.documents] = true;
            tell(v, document, &v->readings[i],
                 state_of_reading(v, document, &v->readings[i], now));
        }
    }
    return status;
}

static xc_status verify_files(verifying *v, bool *is_told, xc_error *error) {
    size_t count = v->content.document_count;
    const xc_document **documents =
        xc_arena_array(v->place->arena, count + 1, sizeof *documents);
    if (!documents) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        documents[i] = &v->content.documents[i];
    }
    qsort((void *)documents, count, sizeof *documents, by_key);
    xc_status status = XC_OK;
    for (size_t first = 0, end = 0; status == XC_OK && first < v->reading_count; first = end) {
        for (end = first + 1; end < v->reading_count &&
                              xc_slice_equal(v->readings[end].path, v->readings[first].path);
             end++) {
        }
        status = verify_file(v, documents, first, end, is_told, error);
    }
    return status;
}

static void verify_case(verifying *v, const bool *is_told) {
    size_t first = 0;
    for (size_t i = 0; i < v->content.document_count; i++) {
        const xc_document *document = &v->content.documents[i];
        size_t end = first;
        while (end < v->content.claim_count &&
               xc_slice_equal(v->content.claims[end].document_key, document->key)) {
            end++;
        }
        if (state_in_case(document, v->content.claims + first, end - first) == ALTERED) {
            tell(v, document, NULL, ALTERED);
        } else if (!is_told[i]) {
            tell(v, document, NULL, UNTOLD);
        }
        first = end;
    }
}

static xc_status verify(verifying *v, xc_error *error) {
    xc_case *case_file = NULL;
    xc_arena *arena = v->place->arena;
    xc_status status =
        xc_case_open(v->arguments->values[OPTION_DB], XC_CASE_READ, &case_file, error);
    if (status == XC_OK) {
        status = xc_case_load(case_file, arena, &v->content, error);
    }
    if (status == XC_OK) {
        status = xc_case_readings(case_file, arena, &v->readings, &v->reading_count, error);
    }
    xc_case_close(case_file);
    bool *is_told = xc_arena_array(arena, v->content.document_count + 1, sizeof *is_told);
    if (status == XC_OK && !is_told) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        status = verify_files(v, is_told, error);
    }
    if (status == XC_OK) {
        verify_case(v, is_told);
        status = output_flush(&v->out, true, error);
    }
    return status;
}

int command_verify(const cli_arguments *arguments) {
    xc_error error = {0};
    workplace place;
    verifying v = {.arguments = arguments, .place = &place};
    xc_status status = workplace_open(arguments, NEEDS_OUTLETS, &place, &error);
    if (status == XC_OK) {
        status = verify(&v, &error);
    }
    int result = EXIT_DONE;
    if (status != XC_OK) {
        result = message_failure(&error);
    } else {
        size_t others = 0;
        for (int i = AS_IT_WAS + 1; i < STATES; i++) {
            others += v.counts[i];
        }
        message(
            "documents: %zu; as they were: %zu, in other bytes: %zu, another text: %zu, gone: "
            "%zu, without a file: %zu, altered in the case: %zu",
            v.content.document_count, v.counts[AS_IT_WAS], v.counts[SAME_TEXT],
            v.counts[OTHER_TEXT], v.counts[GONE], v.counts[UNTOLD], v.counts[ALTERED]);
        result = others ? EXIT_SKIPPED : EXIT_DONE;
    }
    xc_buffer_release(&v.out);
    workplace_close(&place);
    return result;
}
