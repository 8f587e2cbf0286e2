// SPDX-License-Identifier: MIT
// What a share or a sum is of, by the words around it: the tables tell which words a figure is
// brought in by ("fell to", "stood at") and which words end a noun phrase.
#include "compare/measured.h"

#include <string.h>

static bool is_share(const claim_profile *p) {
    return xc_slice_is(p->claim->measure, "share");
}

// The claim's clause before and behind its own words.
static bool split_clause(const claim_profile *p, xc_slice *before, xc_slice *behind) {
    const xc_document *document = p->document->document;
    xc_slice text = p->claim->within == XC_IN_TITLE ? document->title : document->text;
    size_t start = p->claim->start;
    size_t end = p->claim->end;
    if (end > text.len || start > end) {
        return false;
    }
    while (start > 0 && !strchr(".,;:!?\n", text.ptr[start - 1])) {
        start--;
    }
    while (end < text.len && !strchr(".,;:!?\n", text.ptr[end])) {
        end++;
    }
    *before = xc_slice_sub(text, start, p->claim->start);
    *behind = xc_slice_sub(text, p->claim->end, end);
    return true;
}

// "Unemployment in Lorvik fell to": the words before the first that brings a figure in.
static xc_slice what_changed(const vocabulary *v, xc_slice before) {
    size_t at = 0;
    xc_slice word;
    while (words_next(before, &at, &word)) {
        if (vocabulary_has_word(v, "brings_in", word)) {
            return xc_slice_sub(before, 0, (size_t)(word.ptr - before.ptr));
        }
    }
    return (xc_slice){0};
}

// "On roads in 2023", "of the homes": the noun phrase behind the first preposition.
static xc_slice what_it_is_of(const vocabulary *v, xc_slice behind) {
    size_t at = 0;
    xc_slice word;
    if (!words_next(behind, &at, &word) || !vocabulary_has_word(v, "measured_by", word)) {
        return (xc_slice){0};
    }
    size_t first = at;
    size_t last = at;
    while (words_next(behind, &at, &word) && vocabulary_has_word(v, "measured_by", word)) {
        first = last = at; // "worth of"
    }
    at = first;
    while (words_next(behind, &at, &word) && !vocabulary_has_word(v, "head_end", word) &&
           !vocabulary_has_word(v, "brings_in", word)) {
        last = at;
    }
    return xc_slice_sub(behind, first, last);
}

xc_slice measured_phrase(const claim_profile *p) {
    xc_slice before;
    xc_slice behind;
    if ((!is_share(p) && !xc_slice_is(p->claim->measure, "money")) ||
        !split_clause(p, &before, &behind)) {
        return (xc_slice){0};
    }
    xc_slice changed = what_changed(p->vocabulary, before);
    xc_slice of = what_it_is_of(p->vocabulary, behind);
    return is_share(p) ? (changed.len ? changed : of) : (of.len ? of : changed);
}

static bool party_has(const party *p, uint32_t stem) {
    for (size_t i = 0; i < p->count; i++) {
        if (p->words[i].stem == stem) {
            return true;
        }
    }
    return false;
}

// Words of the head's own noun phrase but for the head, and whether any is one of the other's.
static size_t modifiers(const party *p, const party *other, bool *shared) {
    size_t count = 0;
    for (size_t i = 0; i < p->head; i++) {
        count++;
        *shared = *shared || party_has(other, p->words[i].stem);
    }
    return count;
}

// "Unemployment" and "inflation"; "absolute poverty" and "relative poverty".
static bool shares_apart(const party *a, const party *b) {
    uint32_t one = a->words[a->head].stem;
    uint32_t other = b->words[b->head].stem;
    bool shared = false;
    if (one != other) {
        return !party_has(b, one) && !party_has(a, other);
    }
    return modifiers(a, b, &shared) && modifiers(b, a, &shared) && !shared;
}

static bool any_said(const party *of, const word_set *words) {
    for (size_t i = 0; i < of->count; i++) {
        if (word_set_has(words, of->words[i].stem)) {
            return true;
        }
    }
    return false;
}

// "Jewels" and "jewellery": the same beginning, and each goes on for an ending's length at most.
static bool are_kin(xc_slice one, xc_slice other) {
    enum { LEAST = 5, ENDING = 5 };
    size_t same = 0;
    while (same < one.len && same < other.len &&
           xc_slice_equal_fold(xc_slice_sub(one, same, same + 1),
                               xc_slice_sub(other, same, same + 1))) {
        same++;
    }
    return same >= LEAST && one.len - same <= ENDING && other.len - same <= ENDING;
}

static bool kin_said(xc_slice of, xc_slice sentence) {
    size_t at = 0;
    xc_slice word;
    while (words_next(of, &at, &word)) {
        size_t there = 0;
        xc_slice said;
        while (words_next(sentence, &there, &said)) {
            if (are_kin(word, said)) {
                return true;
            }
        }
    }
    return false;
}

static bool sums_apart(const claim_profile *a, const claim_profile *b) {
    return !any_said(&a->what, &b->sentence) && !any_said(&b->what, &a->sentence) &&
           !kin_said(measured_phrase(a), b->claim->evidence) &&
           !kin_said(measured_phrase(b), a->claim->evidence);
}

bool measured_apart(const claim_profile *a, const claim_profile *b) {
    if (a->statement || !a->what.count || !b->what.count) {
        return false;
    }
    return is_share(a) ? shares_apart(&a->what, &b->what) : sums_apart(a, b);
}
