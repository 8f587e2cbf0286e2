// SPDX-License-Identifier: MIT
// A message as a document.
#include "read/format/chat.h"

xc_status chat_document(const xc_reader *reader, const chat_message *message, xc_arena *arena,
                        xc_document *out, xc_error *error) {
    const struct {
        xc_slice *to, from;
    } copies[] = {{&out->text, xc_slice_trim(message->text)},
                  {&out->source, message->chat},
                  {&out->wire, message->forwarded},
                  {&out->author, message->sender},
                  {&out->published, message->published}};
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
        *copies[i].to = xc_arena_copy(arena, copies[i].from);
        if (!copies[i].to->ptr) {
            return xc_fail_memory(error);
        }
    }
    out->published_basis = out->published.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
    if (message->id.len) {
        out->label = xc_arena_print(arena, "%.*s#%.*s", XC_PRINT(reader->input.label),
                                    XC_PRINT(message->id));
    }
    return message->id.len && !out->label.ptr ? xc_fail_memory(error) : XC_OK;
}
