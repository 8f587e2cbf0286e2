// SPDX-License-Identifier: MIT
// The public face: a text into tokens and sentences.
#include "text/text_parts.h"

xc_status xc_text_split(xc_slice bytes, const xc_lexicon *lexicon, const xc_splitter *splitter,
                        xc_arena *arena, xc_text *out, xc_error *error) {
    *out = (xc_text){.bytes = bytes, .lexicon = lexicon};
    token_list list = {0};
    xc_status status = text_tokenise(bytes, lexicon, arena, &list, error);
    if (status != XC_OK) {
        return status;
    }
    out->tokens = list.tokens;
    out->token_count = list.count;
    return find_sentences(out, splitter, arena, error);
}
