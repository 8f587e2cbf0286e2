// SPDX-License-Identifier: MIT
// Compares what a person wrote down with what the program found.
#include "wanted.h"
#include <ctype.h>

static bool any(xc_slice word) {
    return xc_slice_is(word, "*");
}

bool is_counted(xc_slice measure) {
    return !xc_slice_is(measure, "event") && !xc_slice_is(measure, "status");
}

bool wanted_add_field(wanted_claim *wanted, xc_slice name, xc_slice value) {
    if (wanted->field_count == WANTED_FIELDS) {
        return false;
    }
    wanted->fields[wanted->field_count++] = (wanted_field){name, value};
    return true;
}

/// The step past "more than" is 1 for counts; for shares and money the bound itself stands.
static int64_t step_of(const wanted_claim *wanted) {
    return xc_slice_is(wanted->measure, "share") || xc_slice_is(wanted->measure, "money") ? 0
                                                                                          : 1;
}

static xc_number moved(xc_number number, int64_t step) {
    xc_decimal sum;
    return number.known && xc_decimal_add(number.value, xc_decimal_of(step), &sum)
               ? xc_number_from(sum)
               : number;
}

void wanted_bounds(wanted_claim *wanted) {
    static const struct {
        const char *qualifier;
        bool low, high;
        int low_step, high_step;
        bool open_high; ///< the other side is known to have no bound
    } rules[] = {
        {"exact", true, true, 0, 0, false},       {"at_least", true, false, 0, 0, true},
        {"more_than", true, false, 1, 0, true},   {"at_most", false, true, 0, 0, false},
        {"less_than", false, true, 0, -1, false}, {"almost", false, true, 0, -1, false},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (xc_slice_is(wanted->qualifier, rules[i].qualifier)) {
            int64_t step = step_of(wanted);
            bool settled = !xc_slice_is(wanted->measure, "duration") || i == 0;
            wanted->check_low = settled && rules[i].low;
            wanted->check_high = settled && (rules[i].high || rules[i].open_high);
            wanted->low = moved(wanted->value, rules[i].low_step * step);
            if (rules[i].high) {
                wanted->high = moved(wanted->value, rules[i].high_step * step);
            }
        }
    }
}

static bool has_measure(xc_slice alternatives, xc_slice measure) {
    xc_slice head;
    xc_slice rest = alternatives;
    bool more = true;
    while (more) {
        more = xc_slice_cut(rest, '|', &head, &rest);
        if (xc_slice_equal(head, measure)) {
            return true;
        }
    }
    return false;
}

bool wanted_meets(const wanted_claim *wanted, const json_row *found) {
    if (!has_measure(wanted->measure, row_text(found, "measure")) ||
        !xc_number_equal(wanted->value, row_number(found, "value"))) {
        return false;
    }
    return wanted->value.known ||
           ((!wanted->check_low || xc_number_equal(wanted->low, row_number(found, "low"))) &&
            (!wanted->check_high || xc_number_equal(wanted->high, row_number(found, "high"))));
}

/// Cuts the next word off, lower case; articles are passed over. False at the end.
static bool next_word(xc_slice *rest, char *word, size_t size) {
    for (;;) {
        size_t start = 0;
        while (start < rest->len && !isalnum((unsigned char)rest->ptr[start])) {
            start++;
        }
        size_t end = start;
        while (end < rest->len && isalnum((unsigned char)rest->ptr[end])) {
            end++;
        }
        size_t length = 0;
        for (size_t i = start; i < end && length + 1 < size; i++) {
            word[length++] = (char)tolower((unsigned char)rest->ptr[i]);
        }
        word[length] = '\0';
        *rest = xc_slice_sub(*rest, end, rest->len);
        xc_slice whole = {word, length};
        if (length == 0) {
            return false;
        }
        static const char *const passed[] = {"the", "a", "an", "of", "s", "by", "in"};
        bool pass = false;
        for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) {
            pass = pass || xc_slice_is(whole, passed[i]);
        }
        if (!pass) {
            return true;
        }
    }
}

/// How many words `text` has, and how many of them stand in `other`.
static size_t shared_words(xc_slice text, xc_slice other, size_t *words) {
    char word[64];
    char second[64];
    size_t shared = 0;
    *words = 0;
    while (next_word(&text, word, sizeof word)) {
        xc_slice rest = other;
        bool found = false;
        while (!found && next_word(&rest, second, sizeof second)) {
            found = xc_slice_equal(xc_slice_of(word), xc_slice_of(second));
        }
        *words += 1;
        shared += found;
    }
    return shared;
}

bool words_agree(xc_slice a, xc_slice b) {
    size_t words_a;
    size_t words_b;
    size_t shared = shared_words(a, b, &words_a);
    size_t shared_b = shared_words(b, a, &words_b);
    shared = shared < shared_b ? shared : shared_b;
    // F1 = 2 shared / (a + b) >= 0.6, in whole numbers; nothing agrees with nothing.
    return 10 * shared >= 3 * (words_a + words_b);
}

static bool field_agrees(const wanted_field *field, xc_slice found) {
    if (xc_slice_is(field->name, "attribution")) {
        return words_agree(field->value, found);
    }
    if (xc_slice_is(field->name, "from") || xc_slice_is(field->name, "to")) {
        return field->value.len ? xc_slice_starts(found, field->value) : !found.len;
    }
    if (xc_slice_is(field->name, "place")) {
        (void)xc_slice_cut(found, ',', &found, &(xc_slice){0});
    }
    return xc_slice_equal_fold(field->value, found);
}

const char *wanted_difference(const wanted_claim *wanted, const json_row *found) {
    if (!any(wanted->qualifier) &&
        !xc_slice_equal(wanted->qualifier, row_text(found, "qualifier"))) {
        return "qualifier";
    }
    if (!any(wanted->modality) &&
        !xc_slice_equal(wanted->modality, row_text(found, "modality"))) {
        return "modality";
    }
    if (wanted->check_low && !xc_number_equal(wanted->low, row_number(found, "low"))) {
        return "low";
    }
    if (wanted->check_high && !xc_number_equal(wanted->high, row_number(found, "high"))) {
        return "high";
    }
    for (size_t i = 0; i < wanted->field_count; i++) {
        const wanted_field *field = &wanted->fields[i];
        if (!field_agrees(field, row_text(found, field->name.ptr))) {
            return field->name.ptr;
        }
    }
    return NULL;
}
