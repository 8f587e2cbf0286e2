// SPDX-License-Identifier: MIT
// Prints what share of a hand-made gold of saved pages the program finds, and fails below
// floors.
//
//     golden_pages PROGRAM PAGES SOURCES.csv GOLD_FOLDER REPORT_FOLDER [--list | --shrink]
//
// GOLD_FOLDER holds documents.csv, claims.csv, groups.csv, floors.csv and known.csv, the
// differences that are known; REPORT_FOLDER is written to.
#include "differences.h"
#include "wanted.h"
#include <ctype.h>
#include <stdlib.h>

/// A claim of the gold and what the program found for it.
typedef struct gold_claim {
    xc_slice handle, document, sentence;
    wanted_claim wanted;
    const json_row *found; ///< NULL: missed
} gold_claim;

typedef struct gold_pages {
    gold_claim *claims;
    size_t count;
    csv_table documents, groups, floors;
    difference_list differences;
} gold_pages;

typedef struct share_count {
    const char *name; ///< in floors.csv
    size_t right, of;
} share_count;

static xc_number number_of(xc_slice cell) {
    xc_number number = {0};
    number.known = xc_decimal_parse(cell, &number.value);
    return number;
}

static void add_told(wanted_claim *wanted, const csv_table *table, size_t row,
                     const char *field) {
    xc_slice cell = table_cell(table, row, field);
    if (cell.len) {
        (void)wanted_add_field(wanted, xc_slice_of(field), cell);
    }
}

static gold_claim claim_of(const csv_table *table, size_t row) {
    xc_slice low = table_cell(table, row, "low");
    xc_slice high = table_cell(table, row, "high");
    xc_slice modality = table_cell(table, row, "modality");
    gold_claim claim = {
        .handle = table_cell(table, row, "handle"),
        .document = table_cell(table, row, "document"),
        .sentence = table_cell(table, row, "sentence"),
        .wanted = {.measure = table_cell(table, row, "measure"),
                   .value = number_of(table_cell(table, row, "value")),
                   .low = number_of(low),
                   .high = number_of(high),
                   .check_low = low.len > 0,
                   .check_high = high.len > 0,
                   .qualifier = table_cell(table, row, "qualifier"),
                   .modality = modality.len ? modality : XC_SLICE("*"),
                   .optional = table_cell(table, row, "optional").len > 0},
    };
    add_told(&claim.wanted, table, row, "subject");
    add_told(&claim.wanted, table, row, "attribution");
    return claim;
}

static bool read_gold(const char *folder, xc_arena *arena, gold_pages *out) {
    csv_table claims;
    if (!table_read(folder, "claims.csv", arena, &claims) ||
        !table_read(folder, "documents.csv", arena, &out->documents) ||
        !table_read(folder, "groups.csv", arena, &out->groups) ||
        !table_read(folder, "floors.csv", arena, &out->floors)) {
        return false;
    }
    out->claims = xc_arena_array(arena, claims.count, sizeof *out->claims);
    out->count = out->claims ? claims.count : 0;
    for (size_t i = 0; i < out->count; i++) {
        out->claims[i] = claim_of(&claims, i);
    }
    return out->count > 0;
}

/// Whether `text` holds `start`, any white space counting as one space.
static bool holds(xc_slice text, xc_slice start) {
    for (size_t from = 0; from < text.len; from++) {
        size_t t = from;
        size_t s = 0;
        while (s < start.len && t < text.len) {
            bool both_space = isspace((unsigned char)text.ptr[t]) && start.ptr[s] == ' ';
            if (!both_space && text.ptr[t] != start.ptr[s]) {
                break;
            }
            s++;
            t++;
            while (both_space && t < text.len && isspace((unsigned char)text.ptr[t])) {
                t++;
            }
        }
        if (s == start.len) {
            return true;
        }
    }
    return start.len == 0;
}

static bool is_found(const gold_claim *claim, const json_row *row) {
    return xc_slice_equal(claim->document, row_text(row, "document")) &&
           holds(row_text(row, "evidence"), claim->sentence) &&
           wanted_meets(&claim->wanted, row);
}

/// Gives each claim of the gold the best row that no other has: one without differences first.
static void pair_up(gold_pages *gold, const json_rows *found, bool *used) {
    for (int exact = 1; exact >= 0; exact--) {
        for (size_t i = 0; i < gold->count; i++) {
            gold_claim *claim = &gold->claims[i];
            for (size_t r = 0; r < found->count && !claim->found; r++) {
                const json_row *row = &found->items[r];
                if (!used[r] && is_found(claim, row) &&
                    (!exact || !wanted_difference(&claim->wanted, row))) {
                    claim->found = row;
                    used[r] = true;
                }
            }
        }
    }
}

/// Points of a share that the program must not fall below.
static size_t floor_of(const csv_table *floors, const char *name) {
    for (size_t i = 0; i < floors->count; i++) {
        xc_number percent = number_of(table_cell(floors, i, "percent"));
        if (xc_slice_is(table_cell(floors, i, "share"), name) && percent.known) {
            return (size_t)xc_decimal_double(percent.value);
        }
    }
    return 0;
}

static bool print_share(const csv_table *floors, const share_count *share) {
    size_t percent = share->of ? 100 * share->right / share->of : 0;
    size_t floor = floor_of(floors, share->name);
    bool good = percent >= floor;
    printf("%-22s %3zu of %3zu  %3zu %% (floor %zu)%s\n", share->name, share->right, share->of,
           percent, floor, good ? "" : " BELOW");
    return good;
}

static void list_claim(const gold_claim *claim, bool list, difference_list *differences) {
    const wanted_claim *wanted = &claim->wanted;
    const char *difference = claim->found ? wanted_difference(wanted, claim->found) : "missed";
    bool wrong = difference && (claim->found || !wanted->optional);
    if (wrong) {
        difference_note(differences, "claim", claim->handle, xc_slice_of(difference));
    }
    if (wrong && list) {
        printf("  %.*s %s: %.*s | %.*s", XC_PRINT(claim->handle), difference,
               XC_PRINT(wanted->measure), XC_PRINT(claim->sentence));
        if (claim->found) {
            printf(" | found %.*s", XC_PRINT(row_text(claim->found, difference)));
        }
        printf("\n");
    }
}

static void note_spurious(const json_row *row, bool list, difference_list *differences) {
    xc_buffer what = {0};
    xc_buffer_print(&what, "%.*s %.*s %.*s", XC_PRINT(row_text(row, "document")),
                    XC_PRINT(row_text(row, "measure")),
                    XC_PRINT(row_text(row, "subject_text")));
    xc_number value = row_number(row, "value");
    if (value.known) {
        xc_buffer_print(&what, " %g", xc_decimal_double(value.value));
    }
    difference_note(differences, "claim", xc_buffer_slice(&what), XC_SLICE("not wanted"));
    xc_buffer_release(&what);
    if (list) {
        printf("  spurious: %.*s\n", XC_PRINT(row->text));
    }
}

static bool score_claims(gold_pages *gold, const json_rows *found, const bool *used,
                         bool list) {
    share_count recall = {"claims found", 0, 0};
    share_count precision = {"found claims right", 0, 0};
    share_count whole = {"without a difference", 0, 0};
    size_t optional = 0;
    for (size_t i = 0; i < gold->count; i++) {
        const gold_claim *claim = &gold->claims[i];
        if (claim->wanted.optional) {
            optional += claim->found != NULL;
            continue;
        }
        recall.of += 1;
        recall.right += claim->found != NULL;
        whole.of += claim->found != NULL;
        whole.right += claim->found && !wanted_difference(&claim->wanted, claim->found);
    }
    for (size_t r = 0; r < found->count; r++) {
        bool counted = is_counted(row_text(&found->items[r], "measure"));
        precision.of += counted;
        precision.right += counted && used[r];
        if (counted && !used[r]) {
            note_spurious(&found->items[r], list, &gold->differences);
        }
    }
    precision.of -= optional;
    precision.right -= optional;
    for (size_t i = 0; i < gold->count; i++) {
        list_claim(&gold->claims[i], list, &gold->differences);
    }
    bool good = print_share(&gold->floors, &recall);
    good = print_share(&gold->floors, &precision) && good;
    return print_share(&gold->floors, &whole) && good;
}

/// The first column of a gold document that was read otherwise, or NULL. A date is right when
/// it begins as the gold says; a title may keep the outlet's name behind it.
static const char *document_difference(const csv_table *gold, size_t i, const json_row *row) {
    if (!xc_slice_equal(table_cell(gold, i, "source"), row_text(row, "source"))) {
        return "source";
    }
    if (!xc_slice_equal(table_cell(gold, i, "wire"), row_text(row, "wire"))) {
        return "wire";
    }
    if (!xc_slice_starts(row_text(row, "published"), table_cell(gold, i, "published"))) {
        return "published";
    }
    return xc_slice_starts(row_text(row, "title"), table_cell(gold, i, "title")) ? NULL
                                                                                 : "title";
}

static bool score_documents(gold_pages *gold, const json_rows *read, bool list) {
    share_count documents = {"documents right", 0, gold->documents.count};
    for (size_t i = 0; i < gold->documents.count; i++) {
        xc_slice label = table_cell(&gold->documents, i, "document");
        const char *wrong = "not read";
        for (size_t r = 0; r < read->count; r++) {
            const json_row *row = &read->items[r];
            if (xc_slice_equal(label, row_text(row, "document"))) {
                wrong = document_difference(&gold->documents, i, row);
                if (wrong && list) {
                    printf("  %.*s: %s is \"%.*s\"\n", XC_PRINT(label), wrong,
                           XC_PRINT(row_text(row, wrong)));
                }
            }
        }
        if (wrong) {
            difference_note(&gold->differences, "document", label, xc_slice_of(wrong));
        }
        documents.right += !wrong;
    }
    return print_share(&gold->floors, &documents);
}

static const gold_claim *claim_named(const gold_pages *gold, xc_slice handle) {
    for (size_t i = 0; i < gold->count; i++) {
        if (xc_slice_equal(gold->claims[i].handle, handle)) {
            return &gold->claims[i];
        }
    }
    return NULL;
}

/// How many claims of the gold's group (handles) the program put into its group (an array of
/// ids, of which the text is searched: ids are of one length and do not overlap).
static size_t shared_members(const gold_pages *gold, xc_slice handles, const json_row *group,
                             size_t *met) {
    xc_slice members = row_text(group, "members");
    xc_slice handle;
    size_t shared = 0;
    bool more = true;
    *met = 0;
    while (more) {
        more = xc_slice_cut(handles, ' ', &handle, &handles);
        const gold_claim *claim = claim_named(gold, handle);
        if (claim && claim->found) {
            *met += 1;
            shared += xc_slice_find(members, row_text(claim->found, "id")) != SIZE_MAX;
        }
    }
    return shared;
}

/// The program's group that shares most with the gold's; NULL where none shares any.
static const json_row *best_group(const gold_pages *gold, xc_slice handles,
                                  const json_rows *groups, size_t *shared, size_t *met) {
    const json_row *best = NULL;
    *shared = 0;
    *met = 0;
    for (size_t i = 0; i < groups->count; i++) {
        size_t both = shared_members(gold, handles, &groups->items[i], met);
        if (both > *shared) {
            *shared = both;
            best = &groups->items[i];
        }
    }
    return best;
}

/// Members that were found and stand elsewhere.
static void note_members(gold_pages *gold, xc_slice handles, const json_row *group) {
    xc_slice handle;
    for (bool more = group != NULL; more;) {
        more = xc_slice_cut(handles, ' ', &handle, &handles);
        const gold_claim *claim = claim_named(gold, handle);
        if (claim && claim->found &&
            xc_slice_find(row_text(group, "members"), row_text(claim->found, "id")) ==
                SIZE_MAX) {
            difference_note(&gold->differences, "member", handle, XC_SLICE("apart"));
        }
    }
}

static bool score_groups(gold_pages *gold, const json_rows *groups, bool list) {
    share_count together = {"members together", 0, 0};
    share_count verdicts = {"verdicts right", 0, 0};
    for (size_t i = 0; i < gold->groups.count; i++) {
        size_t shared;
        size_t met;
        xc_slice wanted = table_cell(&gold->groups, i, "verdict");
        xc_slice also = table_cell(&gold->groups, i, "also");
        const json_row *best =
            best_group(gold, table_cell(&gold->groups, i, "members"), groups, &shared, &met);
        xc_slice verdict = best ? row_text(best, "verdict") : (xc_slice){0};
        bool right = best && (xc_slice_equal(verdict, wanted) ||
                              (also.len && xc_slice_find(also, verdict) != SIZE_MAX));
        if (!right) {
            difference_note(&gold->differences, "group", table_cell(&gold->groups, i, "handle"),
                            best ? verdict : XC_SLICE("missed"));
        }
        note_members(gold, table_cell(&gold->groups, i, "members"), best);
        together.right += shared;
        together.of += met;
        verdicts.right += right;
        verdicts.of += 1;
        if (list) {
            printf("  group %.*s: %zu of %zu together, verdict %.*s, wanted %.*s\n",
                   XC_PRINT(table_cell(&gold->groups, i, "handle")), shared, met,
                   XC_PRINT(verdict), XC_PRINT(wanted));
        }
    }
    bool good = print_share(&gold->floors, &together);
    return print_share(&gold->floors, &verdicts) && good;
}

typedef struct outputs {
    json_rows documents, claims, groups;
} outputs;

static bool run_tool(char **argv, xc_arena *arena, outputs *out) {
    char database[4096];
    (void)snprintf(database, sizeof database, "%s/case.db", argv[5]);
    char *const text[] = {argv[1],
                          (char[]){"text"},
                          (char[]){"--format"},
                          (char[]){"jsonl"},
                          (char[]){"--sources"},
                          argv[3],
                          argv[2],
                          NULL};
    char *const extract[] = {
        argv[1], (char[]){"extract"}, (char[]){"--sources"}, argv[3], argv[2], NULL};
    char *const compare[] = {argv[1],
                             (char[]){"compare"},
                             (char[]){"--sources"},
                             argv[3],
                             argv[2],
                             (char[]){"-o"},
                             argv[5],
                             NULL};
    char *const export[] = {argv[1],
                            (char[]){"export"},
                            (char[]){"--db"},
                            database,
                            (char[]){"--table"},
                            (char[]){"groups"},
                            (char[]){"--format"},
                            (char[]){"jsonl"},
                            NULL};
    return tool_rows(text, NULL, arena, &out->documents) &&
           tool_rows(extract, NULL, arena, &out->claims) && tool_run(compare) &&
           tool_rows(export, NULL, arena, &out->groups);
}

int main(int argc, char **argv) {
    if (argc < 6) {
        (void)fprintf(stderr, "usage: golden_pages PROGRAM PAGES SOURCES.csv GOLD_FOLDER "
                              "REPORT_FOLDER [--list | --shrink]\n");
        return 2;
    }
    bool list = argc > 6 && xc_slice_is(xc_slice_of(argv[6]), "--list");
    bool shrink = argc > 6 && xc_slice_is(xc_slice_of(argv[6]), "--shrink");
    outputs out = {0};
    xc_arena *arena = xc_arena_new();
    gold_pages gold = {.differences = {.arena = arena}};
    bool good = arena && read_gold(argv[4], arena, &gold) && run_tool(argv, arena, &out);
    bool *used = good ? xc_arena_array(arena, out.claims.count + 1, sizeof *used) : NULL;
    good = good && used;
    if (good) {
        pair_up(&gold, &out.claims, used);
        good = score_documents(&gold, &out.documents, list);
        good = score_claims(&gold, &out.claims, used, list) && good;
        good = score_groups(&gold, &out.groups, list) && good;
        good = differences_are_known(&gold.differences, argv[4], shrink) && good;
    }
    rows_release(&out.documents);
    rows_release(&out.claims);
    rows_release(&out.groups);
    xc_arena_free(arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
