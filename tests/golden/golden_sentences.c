// SPDX-License-Identifier: MIT
// Prints how many lines of each table of sentences come out right, and fails where one comes out
// wrong that known.csv does not name.
//
//     golden_sentences PROGRAM FOLDER [--list | --shrink]
#include "differences.h"
#include "sentences.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

typedef struct tally {
    size_t lines, right, wanted, met, found;
} tally;

static void print_wanted(const wanted_claim *claim) {
    char digits[3][XC_DECIMAL_PRINTED] = {"", "", ""};
    const xc_number numbers[3] = {claim->value, claim->low, claim->high};
    for (size_t i = 0; i < 3; i++) {
        if (numbers[i].known) {
            (void)xc_decimal_print(numbers[i].value, digits[i]);
        }
    }
    printf("    wanted %.*s=%s [%s,%s] %.*s %.*s\n", XC_PRINT(claim->measure), digits[0],
           digits[1], digits[2], XC_PRINT(claim->qualifier), XC_PRINT(claim->modality));
}

static void print_found(const json_row *row) {
    static const char *const shown[] = {"qualifier",   "modality",    "subject",
                                        "unit",        "place",       "from",
                                        "to",          "part_of",     "rule",
                                        "aggregation", "attribution", "attribution_kind",
                                        "event",       "predicate",   "subject_text",
                                        "object",      "polarity"};
    printf("    found  %.*s=%.*s [%.*s,%.*s]", XC_PRINT(row_text(row, "measure")),
           XC_PRINT(row_text(row, "value")), XC_PRINT(row_text(row, "low")),
           XC_PRINT(row_text(row, "high")));
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        xc_slice text = row_text(row, shown[i]);
        if (text.len) {
            printf(" %s:%.*s", shown[i], XC_PRINT(text));
        }
    }
    printf("\n");
}

/// What is wrong with a claim against the one that was found for it, or NULL.
static const char *difference(const wanted_claim *claim, const json_row *found,
                              const json_row *const *partners) {
    const char *field = wanted_difference(claim, found);
    if (field || claim->part_of == 0) {
        return field;
    }
    const json_row *whole =
        claim->part_of <= SENTENCE_CLAIMS ? partners[claim->part_of - 1] : NULL;
    return whole && xc_slice_equal(row_text(whole, "id"), row_text(found, "part_of"))
               ? NULL
               : "part_of";
}

/// The found claim that a wanted one should be laid beside: one that differs in nothing first.
static size_t partner_of(const wanted_claim *claim, const json_rows *found, const bool *used,
                         const json_row *const *partners) {
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < found->count; i++) {
        if (!used[i] && wanted_meets(claim, &found->items[i])) {
            if (!difference(claim, &found->items[i], partners)) {
                return i;
            }
            best = best == SIZE_MAX ? i : best;
        }
    }
    return best;
}

static bool asks_for(const test_sentence *sentence, xc_slice measure) {
    for (size_t i = 0; i < sentence->count; i++) {
        if (xc_slice_equal(sentence->claims[i].measure, measure)) {
            return true;
        }
    }
    return false;
}

/// Lays the claims of one line beside those found in it.
/// @return what is wrong first, or NULL
static const char *judge(const test_sentence *sentence, const json_rows *found, tally *score) {
    bool used[64] = {false};
    const json_row *partners[SENTENCE_CLAIMS] = {NULL};
    const char *wrong = found->count > sizeof used ? "too many claims" : NULL;
    for (size_t i = 0; i < sentence->count && !wrong; i++) {
        const wanted_claim *claim = &sentence->claims[i];
        size_t at = partner_of(claim, found, used, partners);
        score->wanted += !claim->optional;
        if (at == SIZE_MAX) {
            wrong = claim->optional ? wrong : "missed";
            continue;
        }
        used[at] = true;
        partners[i] = &found->items[at];
        score->met += !claim->optional;
        wrong = claim->optional ? wrong : difference(claim, partners[i], partners);
    }
    for (size_t i = 0; i < found->count && i < sizeof used; i++) {
        xc_slice measure = row_text(&found->items[i], "measure");
        if (is_counted(measure)) {
            score->found += 1;
            wrong = used[i] || wrong ? wrong : "one too many";
        }
    }
    return wrong;
}

typedef struct scoring {
    char *program;
    bool list;
    difference_list *wrong;
} scoring;

static void judge_all(const scoring *how, const char *name, const test_sentences *table,
                      const json_rows *found, tally *score) {
    size_t next = 0;
    for (size_t i = 0; i < table->count; i++) {
        char label[32];
        (void)snprintf(label, sizeof label, "line-%zu", i);
        const test_sentence *sentence = &table->items[i];
        json_rows mine = rows_of_document(found, xc_slice_of(label), &next);
        const char *wrong = judge(sentence, &mine, score);
        score->lines += 1;
        score->right += !wrong;
        if (wrong) {
            difference_note(how->wrong, name, sentence->text, xc_slice_of(wrong));
        }
        if (wrong && how->list) {
            printf("  %s: %.*s\n", wrong, XC_PRINT(sentence->text));
            for (size_t c = 0; c < sentence->count; c++) {
                print_wanted(&sentence->claims[c]);
            }
            for (size_t r = 0; r < mine.count; r++) {
                xc_slice measure = row_text(&mine.items[r], "measure");
                if (is_counted(measure) || asks_for(sentence, measure)) {
                    print_found(&mine.items[r]);
                }
            }
        }
    }
}

static bool score_table(const scoring *how, const char *name, xc_slice path, tally *score) {
    xc_arena *arena = xc_arena_new();
    xc_buffer content = {0};
    test_sentences table = {0};
    json_rows found = {0};
    xc_error error = {0};
    char *const arguments[] = {how->program,  (char[]){"extract"}, (char[]){"--jobs"},
                               (char[]){"1"}, (char[]){"-"},       NULL};
    bool good = arena && xc_file_read(path.ptr, 1 << 24, &content, &error) == XC_OK;
    if (!good) {
        (void)fprintf(stderr, "%.*s: %s\n", XC_PRINT(path), error.message);
    }
    good = good && sentences_parse(path, xc_buffer_slice(&content), arena, &table);
    FILE *input = good ? sentences_documents(&table) : NULL;
    good = input && tool_rows(arguments, input, arena, &found);
    if (good) {
        judge_all(how, name, &table, &found, score);
    }
    if (input) {
        (void)fclose(input);
    }
    rows_release(&found);
    xc_buffer_release(&content);
    xc_arena_free(arena);
    return good;
}

static void report(const char *name, const tally *score) {
    size_t percent = score->lines ? 100 * score->right / score->lines : 0;
    printf("%-16s %3zu of %3zu lines right %3zu %% · claims met %zu of %zu, found %zu\n", name,
           score->right, score->lines, percent, score->met, score->wanted, score->found);
}

static bool score_folder(const scoring *how, const char *folder) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    tally total = {0};
    bool good = count > 0;
    for (int i = 0; i < count; i++) {
        xc_slice name = xc_slice_of(entries[i]->d_name);
        if (xc_slice_ends(name, XC_SLICE(".txt"))) {
            char path[4096];
            int length = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            tally score = {0};
            entries[i]->d_name[name.len - strlen(".txt")] = '\0';
            good = score_table(how, entries[i]->d_name, (xc_slice){path, (size_t)length},
                               &score) &&
                   good;
            report(entries[i]->d_name, &score);
            total.lines += score.lines;
            total.right += score.right;
            total.wanted += score.wanted;
            total.met += score.met;
            total.found += score.found;
        }
        free(entries[i]);
    }
    free((void *)entries);
    report("all", &total);
    return good;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        (void)fprintf(stderr, "usage: golden_sentences PROGRAM FOLDER [--list | --shrink]\n");
        return 2;
    }
    xc_slice mode = argc > 3 ? xc_slice_of(argv[3]) : (xc_slice){0};
    difference_list wrong = {.arena = xc_arena_new()};
    const scoring how = {argv[1], xc_slice_is(mode, "--list"), &wrong};
    bool good = wrong.arena && score_folder(&how, argv[2]);
    good = good && differences_are_known(&wrong, argv[2], xc_slice_is(mode, "--shrink"));
    xc_arena_free(wrong.arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
