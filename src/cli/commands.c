// SPDX-License-Identifier: MIT
// The commands, a row each.
#include "cli/command.h"

#include <stddef.h>
#include <stdint.h>

#define READING                                                                                \
    {OPTION_SOURCES, NULL, false}, {OPTION_MAP, NULL, false}, {OPTION_SPLIT, NULL, false},     \
        {OPTION_UNPACK_LIMIT, NULL, false}, {OPTION_FOLLOW_LINKS, NULL, false},                \
        {OPTION_NO_SPLIT_LIVE, NULL, false}, {OPTION_JOBS, NULL, false}, {                     \
        OPTION_SKIPS_OK, NULL, false                                                           \
    }

static const char inputs_about[] =
    "INPUT is a file, a folder, or - for standard input: saved pages (HTML, MHTML), texts, "
    "Markdown, PDF, office documents and books, mails, exports of Telegram and WhatsApp, "
    "feeds, "
    "JSON, CSV and workbooks of articles, told by content. Folders are read "
    "with all that is below them, zip and tar archives and crawls (WARC) too; hidden files, "
    "images, scripts, style sheets and crossclaim's own reports are ignored. An input that "
    "should be readable and is not is named on standard error.";

static const cli_command commands[] = {
    {
        .name = "compare",
        .usage = "INPUT... [-o DIR] | --db CASE [-o DIR]",
        .inputs_most = SIZE_MAX,
        .summary = "read, extract and compare; write the report's folder",
        .about =
            "Writes DIR/index.html, claims.csv, groups.csv, incidents.csv, documents.csv, "
            "sources.csv, claims.xlsx and the case file case.db, and prints a summary. DIR is "
            "crossclaim-report if not given. Where DIR has a case already, new documents "
            "are added to it and the report says what changed. With --db and no input the "
            "report is made from that case.",
        .options = {{.id = OPTION_OUTPUT},
                    {.id = OPTION_DB},
                    {.id = OPTION_PACKS},
                    READING,
                    {.id = OPTION_NO_BOM},
                    {.id = OPTION_NO_TEXT}},
        .examples = {{"crossclaim compare saved-pages -o out",
                      "compare all pages in a folder; the report is out/index.html"},
                     {"crossclaim compare saved-pages -o out --sources out/sources.csv",
                      "again, with the outlets and dates that you have filled in"}},
        .run = command_compare,
    },
    {
        .name = "extract",
        .usage = "INPUT...",
        .inputs_least = 1,
        .inputs_most = SIZE_MAX,
        .summary = "print claims, one JSON object a line",
        .about = inputs_about,
        .options = {{.id = OPTION_FORMAT, .words = "jsonl"}, {.id = OPTION_PACKS}, READING},
        .examples = {{"crossclaim extract page.html", "the claims of one page"},
                     {"cat articles.jsonl | crossclaim extract -", "as a filter"}},
        .run = command_extract,
    },
    {
        .name = "add",
        .usage = "--db CASE INPUT...",
        .inputs_least = 1,
        .inputs_most = SIZE_MAX,
        .summary = "add documents to a case file",
        .about =
            "A document that the case has already is not added twice. The case file is made "
            "where there is none.",
        .options = {{.id = OPTION_DB, .required = true}, {.id = OPTION_PACKS}, READING},
        .examples = {{"crossclaim add --db out/case.db monday", "add a folder of pages"}},
        .run = command_add,
    },
    {
        .name = "decide",
        .usage = "--db CASE (--claim ID | --group ID | --document ID | --source NAME) ACTION\n"
                 "       crossclaim decide --db CASE (--undo ID | --from FILE)",
        .summary = "make a reviewer's decision, or take one back",
        .about =
            "A decision is a row that is added to the case and never changed: who decided "
            "what, "
            "when, on which sentences, and why. It is obeyed when groups are made, shown in "
            "every "
            "output, and kept when documents are added or read anew. Prints the row, as JSON "
            "Lines; on standard error what it changed. The same rows read twice with --from "
            "change nothing.",
        .options = {{.id = OPTION_DB, .required = true},
                    {.id = OPTION_CLAIM},
                    {.id = OPTION_GROUP},
                    {.id = OPTION_DOCUMENT},
                    {.id = OPTION_SOURCE},
                    {.id = OPTION_FROM},
                    {.id = OPTION_CONFIRM},
                    {.id = OPTION_REJECT},
                    {.id = OPTION_SET},
                    {.id = OPTION_VERDICT, .words = "conflict|updated|agree|compatible|single"},
                    {.id = OPTION_NOT_HERE},
                    {.id = OPTION_WITH},
                    {.id = OPTION_PART},
                    {.id = OPTION_NAME},
                    {.id = OPTION_SETTLED},
                    {.id = OPTION_OPEN_QUESTION},
                    {.id = OPTION_UNDO},
                    {.id = OPTION_WHY},
                    {.id = OPTION_REVIEWER},
                    {.id = OPTION_DRY_RUN}},
        .examples = {{"crossclaim decide --db out/case.db --claim cgpalndedjpmmkkmm --confirm",
                      "this claim says what was read in it"},
                     {"crossclaim decide --db out/case.db --claim cgpalndedjpmmkkmm --set "
                      "value=72 --why 'the page was corrected'",
                      "correct a number; what was read stays in the case"},
                     {"crossclaim decide --db out/case.db --from colleague.jsonl",
                      "the decisions that a colleague has sent"}},
        .run = command_decide,
    },
    {
        .name = "export",
        .usage = "--db CASE [--table TABLE] [--format FORMAT] [--only-confirmed] [-o FILE]",
        .summary = "print a table of a case",
        .about =
            "Goes to standard output, or to FILE with -o. An xlsx workbook holds all tables.",
        .options = {{.id = OPTION_DB, .required = true},
                    {.id = OPTION_TABLE,
                     .words = "claims|groups|documents|decisions|incidents"},
                    {.id = OPTION_FORMAT, .words = "csv|jsonl|xlsx"},
                    {.id = OPTION_ONLY_CONFIRMED},
                    {.id = OPTION_OUTPUT}},
        .examples = {{"crossclaim export --db out/case.db --table groups --format jsonl",
                      "the groups as JSON Lines"}},
        .run = command_export,
    },
    {
        .name = "review",
        .usage = "--db CASE [GROUP]",
        .inputs_most = 1,
        .summary = "go through discrepancies by topic, and decide",
        .about =
            "On a terminal it asks group by group, what nobody has decided yet first; each "
            "answer is kept at once, so that q loses nothing, and ? tells the keys. With "
            "--list, and where output is no terminal, it prints, topic by topic: what differs, "
            "why, and who says what; the program that PAGER names shows it a screen at a time. "
            "GROUP, a group's id, takes that group alone. As JSON Lines: a group a line, with "
            "the fields of groups.csv and its claims as `evidence`.",
        .options = {{.id = OPTION_DB, .required = true},
                    {.id = OPTION_LIST_GROUPS},
                    {.id = OPTION_AGREEMENT},
                    {.id = OPTION_BLIND},
                    {.id = OPTION_TOPIC},
                    {.id = OPTION_VERDICT, .words = "conflict|updated|agree|compatible|single"},
                    {.id = OPTION_SOURCE},
                    {.id = OPTION_REVIEWER},
                    {.id = OPTION_FORMAT, .words = "text|jsonl"}},
        .examples = {{"crossclaim review --db out/case.db --verdict conflict",
                      "what the sources contradict each other about"},
                     {"crossclaim review --db out/case.db --list", "all of it, to read"}},
        .run = command_review,
    },
    {
        .name = "serve",
        .usage = "--db CASE [--port N] [--reviewer NAME] [--blind] [--read-only] [--open]",
        .summary = "review in the browser, on this machine",
        .about =
            "Prints the address to open and answers there until it is interrupted (Ctrl-C): "
            "what nobody has decided yet comes first, each claim beside its article, and every "
            "decision is kept at once. It listens on 127.0.0.1 alone, and answers nobody who "
            "has not the token of the printed address.",
        .options = {{.id = OPTION_DB, .required = true},
                    {.id = OPTION_PORT},
                    {.id = OPTION_REVIEWER},
                    {.id = OPTION_BLIND},
                    {.id = OPTION_READ_ONLY},
                    {.id = OPTION_OPEN}},
        .examples = {{"crossclaim serve --db out/case.db --reviewer Ana --open",
                      "decide in the browser, under your name"}},
        .run = command_serve,
    },
    {
        .name = "merge",
        .usage = "--db CASE OTHER.db",
        .inputs_least = 1,
        .inputs_most = 1,
        .summary = "take over another case's documents and decisions",
        .about =
            "All or nothing, in one transaction; OTHER.db is only read. What this case has is "
            "not added twice. Where two people decided differently both decisions are there, "
            "and the later one holds.",
        .options = {{.id = OPTION_DB, .required = true}},
        .examples = {{"crossclaim merge --db out/case.db colleague/case.db",
                      "what a colleague has read and decided"}},
        .run = command_merge,
    },
    {
        .name = "verify",
        .usage = "--db CASE",
        .summary = "read a case's inputs again, and say which are as they were",
        .about =
            "Each file is held against the SHA-256 of its bytes when it was read, and what "
            "the case holds against that of its text, its key and its claims' ids. A file "
            "of other bytes is read again: its article may still say the same. What is not "
            "as it was, and what cannot be read again (standard input), is named and gives "
            "exit status 1. The case is only read. As JSON Lines: an object for every place "
            "of every document.",
        .options = {{.id = OPTION_DB, .required = true},
                    {.id = OPTION_FORMAT, .words = "text|jsonl"},
                    {OPTION_MAP, NULL, false},
                    {OPTION_SPLIT, NULL, false},
                    {OPTION_UNPACK_LIMIT, NULL, false},
                    {OPTION_NO_SPLIT_LIVE, NULL, false}},
        .examples = {{"crossclaim verify --db out/case.db",
                      "whether the pages are still those that were compared"}},
        .run = command_verify,
    },
    {
        .name = "rules",
        .usage = "[--check | --list] [--packs DIR]",
        .summary = "list rule packs, check their examples",
        .about = "Every rule carries texts that it must match and texts that it must not; "
                 "--check runs them all and exits with 3 where one does not come out.",
        .options = {{.id = OPTION_CHECK}, {.id = OPTION_LIST}, {.id = OPTION_PACKS}},
        .examples = {{"crossclaim rules --check --packs my-packs", "test your own packs"}},
        .run = command_rules,
    },
    {
        .name = "text",
        .usage = "INPUT...",
        .inputs_least = 1,
        .inputs_most = SIZE_MAX,
        .summary = "show what is read of each document",
        .about = inputs_about,
        .options = {{.id = OPTION_FORMAT, .words = "text|jsonl"},
                    {.id = OPTION_SKIPPED},
                    READING},
        .examples = {{"crossclaim text page.html", "title, outlet, date and text of a page"},
                     {"crossclaim text --skipped saved-pages",
                      "what could not be read, and why"}},
        .run = command_text,
    },
    {
        .name = "explain",
        .usage = "[TEXT] | --db CASE CLAIM CLAIM",
        .inputs_most = SIZE_MAX,
        .summary = "show what is recognised in a text, and why",
        .about =
            "Without TEXT standard input is read. With --db it shows why two claims of a "
            "case are, or are not, taken for one thing: what speaks for it and against it, "
            "in points, the rule that bars it, or the points that are asked. CLAIM is an "
            "id as in claims.csv.",
        .options = {{.id = OPTION_FORMAT, .words = "text|jsonl|json"},
                    {.id = OPTION_DB},
                    {.id = OPTION_LINES},
                    {.id = OPTION_PUBLISHED},
                    {.id = OPTION_PACKS}},
        .examples = {{"crossclaim explain 'At least 27 people were killed on Monday.' "
                      "--published 2023-09-24",
                      "quantities, times and claims of a sentence"},
                     {"crossclaim explain --db out/case.db cgpalndedjpmmkkmm cbopnepllnfniglee",
                      "why these two claims stand in one group, or do not"}},
        .run = command_explain,
    },
    {
        .name = "help",
        .usage = "[COMMAND]",
        .inputs_most = 1,
        .summary = "show this help, or that of a command",
        .about = "",
        .options = {{.id = OPTION_FORMAT, .words = "text|roff|bash"}},
        .run = command_help,
    },
};

const command_list command_table = {commands, sizeof commands / sizeof commands[0]};
