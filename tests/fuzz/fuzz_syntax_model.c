// SPDX-License-Identifier: MIT
// Any bytes as a model: refused with a reason, or fit to parse with. The input is laid over a
// small sound model, and the hash mended, so that what lies behind it is reached too.
#include "crossclaim/base/buffer.h"
#include "crossclaim/base/hash.h"
#include "syntax/arc_hybrid.h"
#include "syntax/syntax_model.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(bool holds) {
    if (!holds) {
        abort();
    }
}

static model_section put(xc_buffer *out, const void *bytes, size_t size) {
    static const char nothing[2 * MODEL_ALIGNMENT] = {0};
    while (out->len % MODEL_ALIGNMENT) {
        xc_buffer_char(out, '\0');
    }
    model_section s = {(uint32_t)out->len, (uint32_t)size};
    for (size_t done = 0; !bytes && done < size; done += sizeof nothing) {
        size_t part = size - done < sizeof nothing ? size - done : sizeof nothing;
        xc_buffer_append(out, (xc_slice){nothing, part});
    }
    if (bytes) {
        xc_buffer_append(out, (xc_slice){bytes, size});
    }
    return s;
}

static void make_small(xc_buffer *out) {
    static const char names[] = "NOUN\0NN\0VERB\0VBD\0nsubj\0obj";
    model_header h = {.version = MODEL_VERSION, .tags = 2, .supertags = 2, .relations = 2};
    const uint32_t outputs[STAGES] = {2, 4, 7};
    memcpy(h.magic, MODEL_MAGIC, sizeof h.magic);
    xc_buffer_append(out, (xc_slice){(const char *)&h, sizeof h});
    h.names = put(out, names, sizeof names);
    h.lemmas = put(out, NULL, 4 * sizeof(lemma_rule));
    for (int i = 0; i < STAGES; i++) {
        model_net *n = &h.nets[i];
        n->buckets = 4;
        n->outputs = outputs[i];
        n->marks = put(out, NULL, (size_t)n->buckets * NET_BUCKET * 2);
        n->rows = put(out, NULL, (size_t)n->buckets * NET_BUCKET * NET_WIDTH);
        n->bias = put(out, NULL, NET_WIDTH * 2);
        n->weights = put(out, NULL, (size_t)outputs[i] * NET_WIDTH * 2);
        n->base = put(out, NULL, outputs[i] * 4);
    }
    h.size = out->len;
    must(out->status == XC_OK);
    memcpy(out->ptr, &h, sizeof h);
}

static void parse_with(const struct xc_syntax *model) {
    static part_words part;
    static arc_state state;
    part.count = 12;
    for (uint32_t i = 0; i < part.count; i++) {
        part.forms[PART_MARGIN + i] = form_of(XC_SLICE("Houses"), FORM_PLAIN, CASE_NORMAL);
    }
    tag_words(&model->nets[STAGE_TAG], &part);
    supertag_words(&model->nets[STAGE_SUPERTAG], model->tags, &part);
    arc_begin(&state, &part);
    arc_parse(&model->nets[STAGE_PARSE], model->relations, model->relation_count, &state);
    for (uint32_t i = 1; i <= part.count; i++) {
        char base[FORM_LONGEST + LEMMA_ADDED];
        uint8_t tag = part.tags[PART_MARGIN + i - 1];
        must(state.head[i] > 0 && state.head[i] <= part.count + 1 && tag <= model->tags);
        must(lemma_write(lemma_find(&model->lemmas, tag, XC_SLICE("houses")),
                         XC_SLICE("houses"), base) <= sizeof base);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    xc_buffer file = {0};
    xc_error error = {0};
    make_small(&file);
    for (size_t i = 1; i < size && i <= file.len; i++) {
        file.ptr[i - 1] = (char)(file.ptr[i - 1] ^ bytes[i]);
    }
    size_t from = offsetof(model_header, size);
    if (size == 0 || bytes[0] % 8) { // else the hash is left as it fell
        uint64_t hash = xc_hash((xc_slice){file.ptr + from, file.len - from});
        memcpy(file.ptr + offsetof(model_header, hash), &hash, sizeof hash);
    }
    // Copied to just its size, on a line of the cache: a read past its end is seen.
    size_t room = (file.len + MODEL_ALIGNMENT - 1) / MODEL_ALIGNMENT * MODEL_ALIGNMENT;
    char *copy = aligned_alloc(MODEL_ALIGNMENT, room);
    must(copy != NULL);
    memcpy(copy, file.ptr, file.len);
    struct xc_syntax model = {.bytes = copy, .size = file.len, .arena = xc_arena_new()};
    must(model.arena != NULL);
    if (model_take(&model, XC_SLICE("fuzz"), &error) == XC_OK) {
        parse_with(&model);
        must(model_settle(&model));
        parse_with(&model);
    } else {
        must(error.message[0] != '\0');
    }
    xc_arena_free(model.arena);
    free(copy);
    xc_buffer_release(&file);
    return 0;
}
