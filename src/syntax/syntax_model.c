// SPDX-License-Identifier: MIT
// Reads a model file. Nothing in it is believed: its hash says that it is whole, and every
// section, name and bound is checked, so that no model can make the program read or count past
// an end.
#include "syntax/syntax_model.h"
#include "crossclaim/base/hash.h"

#include <string.h>

static xc_status refuse(xc_slice path, const char *what, xc_error *error) {
    return xc_fail_at(error, XC_BAD_INPUT, path, 0,
                      "this is no model of word classes and trees: %s; fetch the file again",
                      what);
}

// Sections stand one behind another: none may overlap another, for rows change places.
// @param behind the end of the section before; set to this one's
static const void *section(const struct xc_syntax *m, model_section s, uint64_t size,
                           uint64_t *behind) {
    bool fits = s.size == size && s.at % MODEL_ALIGNMENT == 0 && s.at >= *behind &&
                (uint64_t)s.at + s.size <= m->size;
    *behind = fits ? (uint64_t)s.at + s.size : *behind;
    return fits ? m->bytes + s.at : NULL;
}

static bool within(const int16_t *values, size_t count, int bound) {
    for (size_t i = 0; i < count; i++) {
        if (values[i] > bound || values[i] < -bound) {
            return false;
        }
    }
    return true;
}

static bool take_net(const struct xc_syntax *m, const model_net *from, uint32_t outputs,
                     uint64_t *behind, net *n) {
    uint64_t rows = (uint64_t)from->buckets * NET_BUCKET;
    n->buckets = from->buckets;
    n->outputs = from->outputs;
    n->next_bucket = NET_BUCKET * NET_WIDTH;
    n->next_row = NET_WIDTH;
    n->marks = section(m, from->marks, rows * sizeof *n->marks, behind);
    n->rows = section(m, from->rows, rows * NET_WIDTH, behind);
    n->bias = section(m, from->bias, NET_WIDTH * sizeof *n->bias, behind);
    n->weights =
        section(m, from->weights, (uint64_t)outputs * NET_WIDTH * sizeof *n->weights, behind);
    n->base = section(m, from->base, outputs * sizeof *n->base, behind);
    if (from->buckets == 0 || from->outputs != outputs || outputs > NET_OUTPUTS || !n->marks ||
        !n->rows || !n->bias || !n->weights || !n->base) {
        return false;
    }
    for (uint32_t i = 0; i < outputs; i++) {
        if (n->base[i] > MODEL_BASE || n->base[i] < -MODEL_BASE) {
            return false;
        }
    }
    return within(n->bias, NET_WIDTH, MODEL_BIAS) &&
           within(n->weights, (size_t)outputs * NET_WIDTH, MODEL_WEIGHT);
}

// The next NUL-ended name of a section.
static const char *next_name(const char **at, const char *end) {
    const char *name = *at;
    const char *nul = memchr(name, '\0', (size_t)(end - name));
    if (!nul) {
        return NULL;
    }
    *at = nul + 1;
    return name;
}

static bool take_names(struct xc_syntax *m, const model_header *header, uint64_t *behind) {
    const char *at = section(m, header->names, header->names.size, behind);
    if (!at) {
        return false;
    }
    const char *end = at + header->names.size;
    for (uint32_t i = 1; i <= header->tags; i++) {
        const char *class = next_name(&at, end);
        m->tag_name[i] = class ? next_name(&at, end) : NULL;
        m->tag_class[i] = class ? (uint8_t)xc_class_of(xc_slice_of(class)) : 0;
        if (!m->tag_name[i] || !m->tag_class[i]) {
            return false;
        }
    }
    for (uint32_t i = 0; i < header->relations; i++) {
        const char *name = next_name(&at, end);
        m->relations[i] = name ? (uint8_t)xc_deprel_of(xc_slice_of(name)) : 0;
        if (!m->relations[i]) {
            return false;
        }
    }
    return true;
}

static bool counts_fit(const model_header *h) {
    return h->tags > 0 && h->tags <= MODEL_TAGS && h->supertags > 0 &&
           h->supertags <= MODEL_TAGS && h->relations > 0 && h->relations < XC_RELATIONS;
}

static xc_status check(const struct xc_syntax *m, const model_header *h, xc_slice path,
                       xc_error *error) {
    if (m->size < sizeof *h || memcmp(h->magic, MODEL_MAGIC, sizeof h->magic) != 0) {
        return refuse(path, "it does not begin as one", error);
    }
    if (h->version != MODEL_VERSION) {
        return refuse(path, "it was made for another version of the program", error);
    }
    if (h->size != m->size) {
        return refuse(path, "it is cut off", error);
    }
    const char *rest = (const char *)&h->size;
    const char *end = m->bytes + m->size;
    if (xc_hash((xc_slice){rest, (size_t)(end - rest)}) != h->hash) {
        return refuse(path, "its bytes are damaged", error);
    }
    return counts_fit(h) ? XC_OK : refuse(path, "its counts are wrong", error);
}

xc_status model_take(struct xc_syntax *m, xc_slice path, xc_error *error) {
    const model_header *header = (const void *)m->bytes;
    xc_status status = check(m, header, path, error);
    if (status != XC_OK) {
        return status;
    }
    m->tags = header->tags;
    m->supertags = header->supertags;
    m->relation_count = header->relations;
    const uint32_t outputs[STAGES] = {
        [STAGE_TAG] = m->tags,
        [STAGE_SUPERTAG] = m->tags + m->supertags,
        [STAGE_PARSE] = 3 + 2 * m->relation_count,
    };
    uint64_t behind = sizeof *header;
    bool taken = take_names(m, header, &behind);
    const void *lemmas =
        taken ? section(m, header->lemmas, header->lemmas.size, &behind) : NULL;
    taken = lemmas && lemma_take(lemmas, header->lemmas.size, &m->lemmas);
    for (int i = 0; i < STAGES; i++) {
        taken = taken && take_net(m, &header->nets[i], outputs[i], &behind, &m->nets[i]);
    }
    return taken ? XC_OK : refuse(path, "its parts do not fit together", error);
}

// Rows change places within the file's bytes; a copy of one net's stands by for as long.
static bool settle_net(const struct xc_syntax *m, xc_arena *beside, net *n) {
    size_t size = (size_t)n->buckets * NET_BUCKET * NET_WIDTH;
    char *room = xc_arena_alloc(m->arena, net_room(n->outputs) + MODEL_ALIGNMENT);
    int8_t *old = xc_arena_alloc(beside, size);
    if (!room || !old) {
        return false;
    }
    net_prepare(n, room + (MODEL_ALIGNMENT - (uintptr_t)room % MODEL_ALIGNMENT));
    memcpy(old, n->rows, size);
    net_gather_rows(n, old, (int8_t *)(m->bytes + ((const char *)n->rows - m->bytes)));
    return true;
}

bool model_settle(struct xc_syntax *m) {
    bool settled = true;
    for (int i = 0; i < STAGES && settled; i++) {
        xc_arena *beside = xc_arena_new();
        settled = beside && settle_net(m, beside, &m->nets[i]);
        xc_arena_free(beside);
    }
    return settled;
}
