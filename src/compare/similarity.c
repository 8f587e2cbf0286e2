// SPDX-License-Identifier: MIT
// Words and names of a text, for similarity that depends on the two texts alone.
#include "compare/similarity.h"

#include "compare/rarity.h"

#include <ctype.h>
#include <stdlib.h>

enum {
    STEM = 6,
    SHORTEST = 3,
    LONGEST = 64,
    COMMON = 5, // rarity of a word that every other story has
    NUMBER_WEIGHT = 4
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    unsigned char byte = (unsigned char)c;
    return isalpha(byte) || byte >= 0x80;
}

static bool belongs(char c) {
    return is_letter(c) || is_digit(c);
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool words_next(xc_slice text, size_t *at, xc_slice *out) {
    size_t start = *at;
    while (start < text.len && !belongs(text.ptr[start])) {
        start++;
    }
    size_t end = start;
    while (end < text.len && belongs(text.ptr[end])) {
        end++;
    }
    *at = end;
    *out = xc_slice_sub(text, start, end);
    return end > start;
}

static xc_slice lower_stem(xc_slice letters, size_t length, char stem[LONGEST]) {
    size_t count = letters.len < length ? letters.len : length;
    for (size_t i = 0; i < count; i++) {
        stem[i] = lower(letters.ptr[i]);
    }
    return (xc_slice){stem, count};
}

static uint32_t stem_hash(xc_slice letters, size_t length) {
    char stem[LONGEST];
    return (uint32_t)xc_hash(lower_stem(letters, length, stem));
}

uint32_t word_whole(xc_slice word) {
    return stem_hash(word, LONGEST);
}

uint32_t word_stem(xc_slice word) {
    return stem_hash(word, STEM);
}

// A capital letter that no sentence start explains.
static bool is_name(xc_slice text, xc_slice letters) {
    if (letters.ptr[0] < 'A' || letters.ptr[0] > 'Z' || letters.ptr == text.ptr) {
        return false;
    }
    const char *before = letters.ptr - 1;
    while (before > text.ptr && (*before == ' ' || *before == '"' || *before == '\'')) {
        before--;
    }
    return belongs(*before) || *before == ',';
}

// A number tells one report of an event from one of another.
static weighed_word weigh(xc_slice text, xc_slice letters) {
    char stem[LONGEST];
    xc_slice lowered = lower_stem(letters, STEM, stem);
    weighed_word word = {.hash = (uint32_t)xc_hash(lowered)};
    if (is_digit(letters.ptr[0])) {
        word.weight = NUMBER_WEIGHT;
        word.number = letters.len > 1;
        return word;
    }
    uint8_t rarity = letters.len < SHORTEST ? 0 : word_rarity(lowered);
    word.weight = rarity > COMMON ? rarity : 0;
    word.name = is_name(text, letters);
    return word;
}

static int by_hash(const void *a, const void *b) {
    const weighed_word *one = a;
    const weighed_word *other = b;
    if (one->hash != other->hash) {
        return one->hash < other->hash ? -1 : 1;
    }
    return (int)other->name - (int)one->name; // the same word has the same weight
}

static void keep_each_once(word_set *set) {
    size_t kept = 0;
    if (set->count) {
        qsort(set->items, set->count, sizeof *set->items, by_hash);
    }
    for (size_t i = 0; i < set->count; i++) {
        if (kept == 0 || set->items[kept - 1].hash != set->items[i].hash) {
            set->items[kept++] = set->items[i];
            set->weight += set->items[i].weight;
            set->numbers += set->items[i].number ? set->items[i].weight : 0;
            set->names += set->items[i].name ? set->items[i].weight : 0;
        }
    }
    set->count = kept;
}

// The words that weigh something, into `items` if there are any; how many.
static size_t take_words(const xc_slice *texts, size_t count, weighed_word *items) {
    size_t taken = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        xc_slice letters;
        while (words_next(texts[i], &at, &letters)) {
            weighed_word word = weigh(texts[i], letters);
            if (word.weight && items) {
                items[taken] = word;
            }
            taken += word.weight > 0;
        }
    }
    return taken;
}

xc_status words_of(const xc_slice *texts, size_t count, xc_arena *arena, word_set *out,
                   xc_error *error) {
    *out = (word_set){.count = take_words(texts, count, NULL)};
    out->items = xc_arena_array(arena, out->count, sizeof *out->items);
    if (!out->items) {
        return xc_fail_memory(error);
    }
    (void)take_words(texts, count, out->items);
    keep_each_once(out);
    return XC_OK;
}

unsigned words_shared(const word_set *a, const word_set *b) {
    unsigned shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->items[i].hash == b->items[j].hash) {
            shared += a->items[i++].weight;
            j++;
        } else if (a->items[i].hash < b->items[j].hash) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}

word_share words_common(const word_set *a, const word_set *b) {
    word_share shared = {0};
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        const weighed_word *one = &a->items[i];
        const weighed_word *other = &b->items[j];
        if (one->hash == other->hash) {
            shared.weight += one->weight;
            shared.numbers += one->number ? one->weight : 0;
            shared.names += one->name && other->name ? one->weight : 0;
        }
        i += one->hash <= other->hash;
        j += other->hash <= one->hash;
    }
    return shared;
}

double words_contained(const word_set *a, const word_set *b) {
    unsigned least = a->weight < b->weight ? a->weight : b->weight;
    return least ? (double)words_shared(a, b) / least : 0.0;
}

double words_alike(const word_set *a, const word_set *b) {
    unsigned both = a->weight + b->weight;
    return both ? 2.0 * words_shared(a, b) / both : 0.0;
}

bool word_set_has(const word_set *set, uint32_t stem) {
    size_t low = 0;
    size_t high = set->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (set->items[middle].hash < stem) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < set->count && set->items[low].hash == stem;
}

word_overlap words_apart_from(const word_set *a, const word_set *b, const word_set *lead,
                              const word_set *other_lead) {
    double weights[2] = {0, 0};
    double shared = 0;
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        bool of_a = j == b->count || (i < a->count && a->items[i].hash <= b->items[j].hash);
        bool of_b = i == a->count || (j < b->count && b->items[j].hash <= a->items[i].hash);
        const weighed_word *at = of_a ? &a->items[i] : &b->items[j];
        bool known = word_set_has(lead, at->hash) && word_set_has(other_lead, at->hash);
        double weight = known ? at->weight / 4.0 : at->weight;
        weights[0] += of_a ? weight : 0;
        weights[1] += of_b ? weight : 0;
        shared += of_a && of_b ? weight : 0;
        i += of_a;
        j += of_b;
    }
    double least = weights[0] < weights[1] ? weights[0] : weights[1];
    double both = weights[0] + weights[1];
    return (word_overlap){both > 0 ? 2 * shared / both : 0, least > 0 ? shared / least : 0};
}

unsigned words_calendar(xc_slice text, const calendar_words *names) {
    enum { SHORTEST_NAME = 3, LONGEST_NAME = 16 };
    unsigned found = 0;
    size_t at = 0;
    xc_slice letters;
    while (names->count && words_next(text, &at, &letters)) {
        if (letters.len < SHORTEST_NAME || letters.len > LONGEST_NAME) {
            continue;
        }
        uint64_t hash = name_hash(letters);
        for (size_t i = 0; i < names->count; i++) {
            if (names->items[i].hash == hash &&
                (!names->items[i].weak || is_name(text, letters))) {
                found |= 1U << names->items[i].number;
            }
        }
    }
    return found;
}

uint64_t name_hash(xc_slice name) {
    uint64_t hash = 0;
    size_t at = 0;
    xc_slice letters;
    while (words_next(name, &at, &letters)) {
        uint32_t part = stem_hash(letters, LONGEST);
        hash = xc_hash_seeded((xc_slice){(const char *)&part, sizeof part}, hash);
    }
    return hash;
}

static bool has_word(xc_slice name, uint32_t wanted) {
    size_t at = 0;
    xc_slice letters;
    while (words_next(name, &at, &letters)) {
        if (stem_hash(letters, LONGEST) == wanted) {
            return true;
        }
    }
    return false;
}

bool name_within(xc_slice name, xc_slice other) {
    size_t at = 0;
    xc_slice letters;
    bool any = false;
    while (words_next(name, &at, &letters)) {
        any = true;
        if (!has_word(other, stem_hash(letters, LONGEST))) {
            return false;
        }
    }
    return any;
}

bool text_names(xc_slice text, xc_slice name) {
    while (name.len && name.len <= text.len) {
        size_t found = xc_slice_find(text, name);
        if (found == SIZE_MAX) {
            return false;
        }
        size_t end = found + name.len;
        bool starts = found == 0 || !is_letter(text.ptr[found - 1]);
        bool ends = end == text.len || !is_letter(text.ptr[end]);
        if (starts && ends) {
            return true;
        }
        text = xc_slice_sub(text, found + 1, text.len);
    }
    return false;
}

bool text_says(xc_slice text, xc_slice phrase) {
    for (size_t i = 0; phrase.len && i + phrase.len <= text.len; i++) {
        size_t end = i + phrase.len;
        if (lower(text.ptr[i]) == lower(phrase.ptr[0]) &&
            xc_slice_equal_fold(xc_slice_sub(text, i, end), phrase) &&
            (i == 0 || !is_letter(text.ptr[i - 1])) &&
            (end == text.len || !is_letter(text.ptr[end]))) {
            return true;
        }
    }
    return false;
}
