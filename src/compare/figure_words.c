// SPDX-License-Identifier: MIT
// What a figure's own sentence states of the figure.
#include "compare/figure_words.h"
#include "crossclaim/compare.h"

#include <stdlib.h>
#include <string.h>

// Each kind has the bit of its place here; `some_of` stands behind the claim's own words.
static const char *const kinds[] = {"attacker",  "counts_in", "counts_out", "own_life",
                                    "joint",     "revision",  "region",     "some_of",
                                    "wide_area", "in_need",   "since"};
enum { KINDS = sizeof kinds / sizeof *kinds };

static uint32_t bit_of(const char *kind) {
    for (unsigned i = 0; i < KINDS; i++) {
        if (strcmp(kinds[i], kind) == 0) {
            return 1U << i;
        }
    }
    return 0;
}

static bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

// Where the text says the phrase, as words of their own; ptr NULL where it does not.
static xc_slice find_phrase(xc_slice text, xc_slice phrase) {
    for (size_t i = 0; phrase.len && i + phrase.len <= text.len; i++) {
        size_t end = i + phrase.len;
        if (xc_slice_equal_fold(xc_slice_sub(text, i, end), phrase) &&
            (i == 0 || !in_word(text.ptr[i - 1])) &&
            (end == text.len || !in_word(text.ptr[end]))) {
            return xc_slice_sub(text, i, end);
        }
    }
    return (xc_slice){0};
}

bool xc_claim_withdraws(const xc_case_content *content, const xc_claim *claim) {
    for (size_t i = 0; i < content->term_count; i++) {
        const xc_term *term = &content->terms[i];
        if (xc_slice_is(term->kind, "revision") && xc_slice_is(term->value, "old") &&
            find_phrase(claim->evidence, term->word).ptr) {
            return true;
        }
    }
    return false;
}

static xc_slice kind_in(const vocabulary *v, xc_slice text, const char *kind,
                        const char *value) {
    size_t first;
    size_t last;
    vocabulary_kind(v, kind, &first, &last);
    for (size_t i = first; i < last; i++) {
        const xc_term *term = &v->terms[i];
        xc_slice found = !value || xc_slice_is(term->value, value)
                             ? find_phrase(text, term->word)
                             : (xc_slice){0};
        if (found.ptr) {
            return found;
        }
    }
    return (xc_slice){0};
}

static int by_word(const void *a, const void *b) {
    const phrase_entry *one = a;
    const phrase_entry *other = b;
    if (one->word != other->word) {
        return one->word < other->word ? -1 : 1;
    }
    return (one->term > other->term) - (one->term < other->term);
}

xc_status phrases_index(const vocabulary *v, xc_arena *arena, phrase_index *out,
                        xc_error *error) {
    size_t capacity = 0;
    *out = (phrase_index){0};
    for (unsigned k = 0; k < KINDS; k++) {
        size_t first;
        size_t last;
        vocabulary_kind(v, kinds[k], &first, &last);
        for (size_t i = first; i < last; i++) {
            size_t at = 0;
            xc_slice word = {0};
            (void)words_next(v->terms[i].word, &at, &word);
            phrase_entry *entry =
                xc_arena_grow(arena, &out->items, out->count, &capacity, sizeof *entry);
            if (!entry) {
                return xc_fail_memory(error);
            }
            *entry = (phrase_entry){name_hash(word), (uint32_t)i, 1U << k};
            out->count++;
        }
    }
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, by_word);
    }
    return XC_OK;
}

// The first phrase that begins with the word, or `count`.
static size_t first_entry(const phrase_index *index, uint64_t word) {
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->items[middle].word < word) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// Words behind the claim that make it some of those told of before.
static bool stands_for_some(const claim_profile *p) {
    enum { LOOK = 24 };
    const xc_document *document = p->document->document;
    xc_slice text = p->claim->within == XC_IN_TITLE ? document->title : document->text;
    size_t first;
    size_t last;
    if (p->claim->end > text.len || p->claim->start > p->claim->end) {
        return false;
    }
    xc_slice behind = xc_slice_trim(xc_slice_sub(text, p->claim->end, p->claim->end + LOOK));
    vocabulary_kind(p->vocabulary, "some_of", &first, &last);
    for (size_t i = first; i < last; i++) {
        xc_slice words = p->vocabulary->terms[i].word;
        if (words.len < behind.len && behind.ptr[words.len] == ' ' &&
            xc_slice_equal_fold(xc_slice_sub(behind, 0, words.len), words)) {
            return true;
        }
    }
    return false;
}

void phrases_note(const phrase_index *index, claim_profile *p) {
    xc_slice text = p->claim->evidence;
    size_t at = 0;
    xc_slice word;
    while (index->count && words_next(text, &at, &word)) {
        uint64_t hash = name_hash(word);
        size_t begin = (size_t)(word.ptr - text.ptr);
        for (size_t i = first_entry(index, hash);
             i < index->count && index->items[i].word == hash; i++) {
            xc_slice phrase = p->vocabulary->terms[index->items[i].term].word;
            xc_slice here = xc_slice_sub(text, begin, begin + phrase.len);
            p->phrases |= xc_slice_equal_fold(here, phrase) ? index->items[i].kind : 0;
        }
    }
    uint32_t some = bit_of("some_of");
    p->phrases = (p->phrases & ~some) | (stands_for_some(p) ? some : 0);
}

xc_slice words_of_kind(const claim_profile *p, const char *kind, const char *value) {
    if (!(p->phrases & bit_of(kind))) {
        return (xc_slice){0};
    }
    return kind_in(p->vocabulary, p->claim->evidence, kind, value);
}

// The words of the text behind a part of it, at most `words` of them.
static xc_slice words_behind(xc_slice text, xc_slice part, int words) {
    size_t begin = (size_t)(part.ptr - text.ptr) + part.len;
    size_t end = begin;
    while (end < text.len && words >= 0 && !strchr(".;:", text.ptr[end])) {
        words -= text.ptr[end] == ' ';
        end++;
    }
    return xc_slice_sub(text, begin, end);
}

// "Including the gunman": a word that joins, and who it is right behind.
static bool joins_attacker(const claim_profile *p, const char *kind, bool *many) {
    enum { WORDS_BETWEEN = 3 };
    xc_slice joined = words_of_kind(p, kind, NULL);
    if (!joined.ptr) {
        return false;
    }
    xc_slice behind = words_behind(p->claim->evidence, joined, WORDS_BETWEEN);
    *many = kind_in(p->vocabulary, behind, "attacker", "many").ptr != NULL;
    return *many || kind_in(p->vocabulary, behind, "attacker", "").ptr;
}

attacker_count attacker_counted(const claim_profile *p, bool *many) {
    *many = false;
    if (joins_attacker(p, "counts_out", many)) {
        return ATTACKER_OUT;
    }
    if (joins_attacker(p, "counts_in", many)) {
        return ATTACKER_IN;
    }
    *many = words_of_kind(p, "own_life", "many").ptr != NULL;
    return *many || words_of_kind(p, "own_life", "").ptr ? ATTACKER_OUT : ATTACKER_UNTOLD;
}

// "30 of the 80 wounded remained in hospital": behind "of the" stands the whole, and behind its
// number those who are counted. "80 of the 120 passengers" are all the dead there are.
static bool is_of_whole(const claim_profile *p, xc_slice text) {
    size_t first;
    size_t last;
    vocabulary_kind(p->vocabulary, "of_those", &first, &last);
    for (size_t i = first; i < last; i++) {
        xc_slice of = find_phrase(text, p->vocabulary->terms[i].word);
        if (!of.ptr) {
            continue;
        }
        xc_slice rest = xc_slice_trim(words_behind(text, of, 4));
        bool number = rest.len && rest.ptr[0] >= '0' && rest.ptr[0] <= '9';
        xc_slice those = kind_in(p->vocabulary, rest, "those", NULL);
        if (number && those.ptr &&
            xc_slice_equal(vocabulary_value(p->vocabulary, "those", those),
                           p->claim->measure)) {
            return true;
        }
    }
    return false;
}

bool counts_some(const claim_profile *p) {
    enum { OWN = 60 };
    const xc_document *document = p->document->document;
    xc_slice text = p->claim->within == XC_IN_TITLE ? document->title : document->text;
    bool known = p->claim->end <= text.len && p->claim->start <= p->claim->end;
    return (p->phrases & bit_of("some_of")) != 0 ||
           (known &&
            is_of_whole(p, xc_slice_sub(text, p->claim->start, p->claim->start + OWN)));
}

// Whether a region's word stands first in the text.
static bool begins_with_region(const vocabulary *v, xc_slice text) {
    size_t first;
    size_t last;
    vocabulary_kind(v, "region", &first, &last);
    for (size_t i = first; i < last; i++) {
        xc_slice found = find_phrase(text, v->terms[i].word);
        if (found.ptr && found.ptr == text.ptr) {
            return true;
        }
    }
    return false;
}

bool names_region(const claim_profile *p) {
    if (!(p->phrases & bit_of("region"))) {
        return false;
    }
    xc_slice rest = p->claim->evidence;
    for (xc_slice place = find_phrase(rest, p->claim->place); place.ptr;
         place = find_phrase(rest, p->claim->place)) {
        if (begins_with_region(p->vocabulary, xc_slice_trim(words_behind(rest, place, 1)))) {
            return true;
        }
        rest = xc_slice_sub(rest, (size_t)(place.ptr - rest.ptr) + place.len, rest.len);
    }
    return false;
}
