// SPDX-License-Identifier: MIT
// What page makers call things: words in class and id that tell the article from what stands
// beside it.
#include "read/page/tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct hint_word {
    const char *word; // lower case; two words that follow each other are written as one
    unsigned hint;
} hint_word;

enum {
    BESIDE = HINT_BESIDE,
    COMMENTS = HINT_COMMENTS,
    BODY = HINT_BODY,
    BYLINE = HINT_BYLINE,
    CAPTION = HINT_CAPTION,
    HIDDEN = HINT_HIDDEN,
    SITE = HINT_SITE,
    READERS = HINT_COMMENTS | HINT_READERS,
    EMBED = 256, // a post of a network within the text, whatever else it is called
    LIVE = 512,  // comments on a match are the outlet's
};

// Sorted by word: it is searched by halves (a test checks the order).
static const hint_word words[] = {
#include "read/element_words.inc"
};

enum { LONGEST_WORD = 24 };

static int by_word(const void *key, const void *row) {
    return strcmp(key, ((const hint_word *)row)->word);
}

static unsigned look_up(const char *word) {
    const hint_word *found =
        bsearch(word, words, sizeof words / sizeof *words, sizeof *words, by_word);
    return found ? found->hint : 0;
}

// The next word, in lower case: letters up to another sign or, in camelCase, a capital.
static size_t next_word(xc_slice text, size_t *at, char out[LONGEST_WORD + 1]) {
    while (*at < text.len && !isalpha((unsigned char)text.ptr[*at])) {
        (*at)++;
    }
    size_t length = 0;
    size_t start = *at;
    while (*at < text.len && isalpha((unsigned char)text.ptr[*at])) {
        bool humps = *at > start && isupper((unsigned char)text.ptr[*at]) &&
                     islower((unsigned char)text.ptr[*at - 1]);
        if (humps) {
            break;
        }
        if (length < LONGEST_WORD) {
            out[length++] = (char)tolower((unsigned char)text.ptr[*at]);
        }
        (*at)++;
    }
    out[length] = '\0';
    return length;
}

// Behind the classes that tell what the article is about and not what the element is, as blogs
// give them to each ("category-opinion", "tag-comment").
static size_t behind_subjects(xc_slice text, size_t at) {
    static const char *const openings[] = {"category-", "tag-", "post_tag-"};
    size_t i = 0;
    while (i < sizeof openings / sizeof *openings) {
        while (at < text.len && isspace((unsigned char)text.ptr[at])) {
            at++;
        }
        xc_slice rest = xc_slice_sub(text, at, text.len);
        bool begins = at == 0 || isspace((unsigned char)text.ptr[at - 1]);
        if (!begins || !xc_slice_starts(rest, xc_slice_of(openings[i]))) {
            i++;
            continue;
        }
        while (at < text.len && !isspace((unsigned char)text.ptr[at])) {
            at++;
        }
        i = 0; // the next one may be any of them
    }
    return at;
}

unsigned element_hints_of(xc_slice text) {
    unsigned hints = 0;
    size_t at = 0;
    char pair[2 * LONGEST_WORD + 1] = ""; // the word before, and this one behind it
    size_t before = 0;
    text = xc_slice_sub(text, 0, 400); // generated classes can be very long
    for (;;) {
        at = behind_subjects(text, at);
        size_t length = next_word(text, &at, pair + before);
        if (!length) {
            hints &= hints & EMBED ? ~(unsigned)(EMBED | BESIDE) : ~0U;
            return hints & LIVE ? hints & ~(unsigned)(LIVE | HINT_READERS) : hints;
        }
        hints |= look_up(pair) | look_up(pair + before);
        memmove(pair, pair + before, length + 1);
        before = length;
    }
}
