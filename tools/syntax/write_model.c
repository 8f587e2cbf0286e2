// SPDX-License-Identifier: MIT
// Sections one after another, then the header with their places and the hash.
#include "write_model.h"

#include "crossclaim/base/buffer.h"
#include "crossclaim/base/hash.h"

#include <string.h>

static model_section put(xc_buffer *out, const void *bytes, size_t size) {
    while (out->status == XC_OK && out->len % MODEL_ALIGNMENT) {
        xc_buffer_char(out, '\0');
    }
    model_section s = {(uint32_t)out->len, (uint32_t)size};
    xc_buffer_append(out, (xc_slice){bytes, size});
    return s;
}

static model_net put_net(xc_buffer *out, const net *n) {
    size_t rows = (size_t)n->buckets * NET_BUCKET;
    model_net m = {.buckets = n->buckets, .outputs = n->outputs};
    m.marks = put(out, n->marks, rows * sizeof *n->marks);
    m.rows = put(out, n->rows, rows * NET_WIDTH);
    m.bias = put(out, n->bias, NET_WIDTH * sizeof *n->bias);
    m.weights = put(out, n->weights, (size_t)n->outputs * NET_WIDTH * sizeof *n->weights);
    m.base = put(out, n->base, n->outputs * sizeof *n->base);
    return m;
}

static void add_name(xc_buffer *names, const char *name) {
    xc_buffer_text(names, name);
    xc_buffer_char(names, '\0');
}

xc_status write_model(const trained *t, const char *path, xc_error *error) {
    model_header header = {.version = MODEL_VERSION,
                           .tags = t->tags->count,
                           .supertags = t->supertags,
                           .relations = t->relation_count};
    memcpy(header.magic, MODEL_MAGIC, sizeof header.magic);
    xc_buffer names = {0};
    for (uint32_t i = 1; i <= t->tags->count; i++) {
        add_name(&names, t->tags->names[i][0]);
        add_name(&names, t->tags->names[i][1]);
    }
    for (uint32_t i = 0; i < t->relation_count; i++) {
        add_name(&names, xc_deprel_name((xc_deprel)t->relations[i]));
    }
    xc_buffer out = {0};
    xc_buffer_append(&out, (xc_slice){(const char *)&header, sizeof header});
    header.names = put(&out, names.ptr, names.len);
    header.lemmas = put(&out, t->lemmas.places, t->lemmas.count * sizeof *t->lemmas.places);
    for (int i = 0; i < STAGES; i++) {
        header.nets[i] = put_net(&out, &t->nets[i]);
    }
    header.size = out.len;
    xc_status status = out.status == XC_OK ? names.status : out.status;
    if (status == XC_OK) {
        memcpy(out.ptr, &header, sizeof header);
        size_t from = offsetof(model_header, size);
        header.hash = xc_hash((xc_slice){out.ptr + from, out.len - from});
        memcpy(out.ptr, &header, sizeof header);
        status = xc_file_write(path, xc_buffer_slice(&out), error);
    } else {
        status = xc_fail_memory(error);
    }
    xc_buffer_release(&names);
    xc_buffer_release(&out);
    return status;
}
