// SPDX-License-Identifier: MIT
/// A small case made by hand: an invented depot fire in an invented town, told by eight
/// documents, one of them hostile. The sentences are ours.
#ifndef CROSSCLAIM_TEST_REPORT_FIXTURE_H
#define CROSSCLAIM_TEST_REPORT_FIXTURE_H

#include "crossclaim/base/hash.h"
#include "crossclaim/report.h"

#include <string.h>

enum { DOCUMENTS = 9, CLAIMS = 20, GROUPS = 6 };

static xc_document documents[DOCUMENTS] = {
    {.label = XC_SLICE_INIT("coast-daily.html"),
     .title = XC_SLICE_INIT("Fire at Maroa depot kills 14"),
     .text = XC_SLICE_INIT(
         "A fire tore through a chemical depot in Port Maroa on Friday and killed 14 people, "
         "the port police said.\n\nAbout 120 people were hurt, among them 9 children.\n\n"
         "The depot held paint and solvents."),
     .source = XC_SLICE_INIT("Coast Daily"),
     .wire = XC_SLICE_INIT("NWA"),
     .url = XC_SLICE_INIT("https://coast-daily.example/news/maroa?id=1&page=2"),
     .published = XC_SLICE_INIT("2021-05-14T18:20+02:00"),
     .author = XC_SLICE_INIT("Staff"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("html"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
    {.label = XC_SLICE_INIT("evening-ledger.html"),
     .title = XC_SLICE_INIT("14 dead in Maroa"),
     .text = XC_SLICE_INIT("A fire tore through a chemical depot in Port Maroa on Friday and "
                           "killed 14 people, the port police said."),
     .source = XC_SLICE_INIT("Evening Ledger"),
     .wire = XC_SLICE_INIT("NWA"),
     .url = XC_SLICE_INIT("https://evening-ledger.example/a/77"),
     .published = XC_SLICE_INIT("2021-05-14"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("html"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
    {.label = XC_SLICE_INIT("harbour-times.html"),
     .title = XC_SLICE_INIT("Port Maroa counts its dead"),
     .text = XC_SLICE_INIT(
         "At least 27 people died when the depot burned, rescue workers told this paper.\n"
         "\n"
         "Hospitals took in 143 injured by Saturday morning.\n\nMore than 2,000 residents left "
         "their homes."),
     .source = XC_SLICE_INIT("Harbour Times"),
     .url = XC_SLICE_INIT("https://harbour-times.example/2021/05/15/dead"),
     .archived = XC_SLICE_INIT("https://archive.example/20210516/https://harbour-times.example/"
                               "2021/05/15/dead"),
     .published = XC_SLICE_INIT("2021-05-15"),
     .author = XC_SLICE_INIT("N. Reporter"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("html"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
    {.label = XC_SLICE_INIT("letter.txt"),
     .title = XC_SLICE_INIT("What we saw"),
     .text = XC_SLICE_INIT("What we saw\n\nDozens died in the fire and nobody has counted the "
                           "missing."),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("text"),
     .title_in_text = true},
    {.label = XC_SLICE_INIT("maroa-radio.jsonl#1"),
     .title = XC_SLICE_INIT("Morning bulletin"),
     .text = XC_SLICE_INIT("The toll stood at 17 as of Saturday morning, the health ministry "
                           "said. Between 1,500 and 1,800 people were moved to the sports "
                           "hall."),
     .source = XC_SLICE_INIT("Maroa Radio"),
     .url = XC_SLICE_INIT("https://radio.maroa.example/b/15"),
     .published = XC_SLICE_INIT("2021-05-15T07:00+02:00"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("jsonl"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
    {.label = XC_SLICE_INIT("maroa-radio.jsonl#2"),
     .title = XC_SLICE_INIT("Evening bulletin"),
     .text = XC_SLICE_INIT("The toll rose to 21 by Sunday evening, the health ministry said. "
                           "Some 1,700 people slept in the sports hall."),
     .source = XC_SLICE_INIT("Maroa Radio"),
     .url = XC_SLICE_INIT("https://radio.maroa.example/b/16"),
     .published = XC_SLICE_INIT("2021-05-16T20:00+02:00"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("jsonl"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
    {.label = XC_SLICE_INIT("minaa.html"),
     .title = XC_SLICE_INIT("حريق في ميناء ماروا"),
     .text = XC_SLICE_INIT("قتل 17 شخصا في الحريق، بحسب وزارة الصحة."),
     .source = XC_SLICE_INIT("صحيفة الميناء"),
     .url = XC_SLICE_INIT("https://minaa.example/1"),
     .published = XC_SLICE_INIT("2021-05-15"),
     .language = XC_SLICE_INIT("ar"),
     .format = XC_SLICE_INIT("html"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
    {.label = XC_SLICE_INIT("pages/<img src=x onerror=\"window.hurt=1\">.html"),
     .title = XC_SLICE_INIT("</title><script>window.hurt=1</script>=cmd|' /C calc'!A1"),
     .text = XC_SLICE_INIT("</article></details><script>window.hurt=1</script> Officials say 3 "
                           "people <b onclick=window.hurt=1>died</b> & {{text}} &amp; more."),
     .source = XC_SLICE_INIT("=HYPERLINK(\"https://bad.example\")\"><img src=x "
                             "onerror=window.hurt=1>"),
     .url = XC_SLICE_INIT("javascript:window.hurt=1//\" onmouseover=\"window.hurt=1"),
     .published = XC_SLICE_INIT("2021-05-15"),
     .author = XC_SLICE_INIT("@someone"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("html"),
     .source_basis = XC_BASIS_SOURCES,
     .published_basis = XC_BASIS_TEXT,
     .replaced = 2},
    {.label = XC_SLICE_INIT("quiet.html"),
     .title = XC_SLICE_INIT("Harbour festival goes ahead"),
     .text = XC_SLICE_INIT("The harbour festival will go ahead next month."),
     .source = XC_SLICE_INIT("Harbour Times"),
     .url = XC_SLICE_INIT("https://harbour-times.example/festival"),
     .published = XC_SLICE_INIT("2021-05-12"),
     .language = XC_SLICE_INIT("en"),
     .format = XC_SLICE_INIT("html"),
     .source_basis = XC_BASIS_PAGE,
     .published_basis = XC_BASIS_PAGE},
};

// One row a claim: which document, its words, what they mean.
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): in the order of the rows below
typedef struct claim_row {
    int document;
    const char *words;
    const char *evidence;
    const char *topic, *measure, *subject;
    long value, low, high; // -1: unknown
    xc_qualifier qualifier;
    const char *unit, *from, *to, *attribution;
    xc_attribution_kind kind;
    xc_aggregation aggregation;
    bool in_title;
} claim_row;

static const claim_row claim_rows[CLAIMS] = {
    {0, "14", "Fire at Maroa depot kills 14", "casualties", "killed", "people", 14, 14, 14,
     XC_EXACT, "person", "2021-05-14", "", "", XC_OWN, XC_UNTOLD, true},
    {0, "14 people",
     "A fire tore through a chemical depot in Port Maroa on Friday and killed 14 people, the "
     "port police said.",
     "casualties", "killed", "people", 14, 14, 14, XC_EXACT, "person", "2021-05-14", "",
     "the port police", XC_POLICE, XC_UNTOLD, false},
    {0, "About 120 people", "About 120 people were hurt, among them 9 children.", "casualties",
     "injured", "people", 120, -1, -1, XC_ABOUT, "person", "2021-05-14", "", "", XC_OWN,
     XC_UNTOLD, false},
    {0, "9 children", "About 120 people were hurt, among them 9 children.", "casualties",
     "injured", "children", 9, 9, 9, XC_EXACT, "person", "2021-05-14", "", "", XC_OWN,
     XC_UNTOLD, false},
    {1, "14 dead", "14 dead in Maroa", "casualties", "killed", "people", 14, 14, 14, XC_EXACT,
     "person", "2021-05-14", "", "", XC_OWN, XC_UNTOLD, true},
    {1, "14 people",
     "A fire tore through a chemical depot in Port Maroa on Friday and killed 14 people, the "
     "port police said.",
     "casualties", "killed", "people", 14, 14, 14, XC_EXACT, "person", "2021-05-14", "",
     "the port police", XC_POLICE, XC_UNTOLD, false},
    {2, "At least 27 people",
     "At least 27 people died when the depot burned, rescue workers told this paper.",
     "casualties", "killed", "people", 27, 27, -1, XC_AT_LEAST, "person", "2021-05-14", "",
     "rescue workers", XC_RESCUE, XC_UNTOLD, false},
    {2, "143 injured", "Hospitals took in 143 injured by Saturday morning.", "casualties",
     "injured", "people", 143, 143, 143, XC_EXACT, "person", "", "2021-05-15T12:00",
     "Hospitals", XC_MEDICAL, XC_CUMULATIVE, false},
    {2, "More than 2,000 residents", "More than 2,000 residents left their homes.",
     "displacement", "forced_to_flee", "people", 2000, 2001, -1, XC_MORE_THAN, "person", "", "",
     "", XC_OWN, XC_UNTOLD, false},
    {3, "Dozens", "Dozens died in the fire and nobody has counted the missing.", "casualties",
     "killed", "people", -1, 24, -1, XC_VAGUE, "person", "", "", "", XC_OWN, XC_UNTOLD, false},
    {4, "17", "The toll stood at 17 as of Saturday morning, the health ministry said.",
     "casualties", "killed", "people", 17, 17, 17, XC_EXACT, "person", "", "2021-05-15T12:00",
     "the health ministry", XC_GOVERNMENT, XC_CUMULATIVE, false},
    {4, "Between 1,500 and 1,800 people",
     "Between 1,500 and 1,800 people were moved to the sports hall.", "displacement",
     "evacuated", "people", -1, 1500, 1800, XC_RANGE, "person", "", "", "", XC_OWN, XC_UNTOLD,
     false},
    {5, "21", "The toll rose to 21 by Sunday evening, the health ministry said.", "casualties",
     "killed", "people", 21, 21, 21, XC_EXACT, "person", "", "2021-05-16T20:00",
     "the health ministry", XC_GOVERNMENT, XC_CUMULATIVE, false},
    {5, "Some 1,700 people", "Some 1,700 people slept in the sports hall.", "displacement",
     "evacuated", "people", 1700, -1, -1, XC_ABOUT, "person", "", "", "", XC_OWN, XC_STOCK,
     false},
    {6, "17 شخصا", "قتل 17 شخصا في الحريق، بحسب وزارة الصحة.", "casualties", "killed", "people",
     17, 17, 17, XC_EXACT, "person", "", "", "وزارة الصحة", XC_GOVERNMENT, XC_UNTOLD, false},
    {7, "3 people",
     "</article></details><script>window.hurt=1</script> Officials say 3 people <b "
     "onclick=window.hurt=1>died</b> & {{text}} &amp; more.",
     "casualties", "killed", "people", 3, 3, 3, XC_EXACT, "person", "", "", "<i>Officials</i>",
     XC_OTHER, XC_UNTOLD, false},
    {4, "The toll", "The toll stood at 17 as of Saturday morning, the health ministry said.",
     "status", "status", "", -1, -1, -1, XC_NO_QUALIFIER, "", "", "", "the health ministry",
     XC_GOVERNMENT, XC_UNTOLD, false},
    {0, "120 people", "About 120 people were hurt, among them 9 children.", "casualties",
     "casualties", "people", 120, -1, -1, XC_ABOUT, "person", "2021-05-14", "", "", XC_OWN,
     XC_UNTOLD, false},
    {2, "2,000", "More than 2,000 residents left their homes.", "displacement", "displaced",
     "people", 2000, 2001, -1, XC_MORE_THAN, "person", "", "", "", XC_OWN, XC_UNTOLD, false},
    {7, "3",
     "</article></details><script>window.hurt=1</script> Officials say 3 people <b "
     "onclick=window.hurt=1>died</b> & {{text}} &amp; more.",
     "casualties", "casualties", "people", 3, 3, 3, XC_EXACT, "person", "", "", "", XC_OWN,
     XC_UNTOLD, false},
};

static const xc_measure measures[] = {
    {XC_SLICE_INIT("killed"), XC_SLICE_INIT("casualties"), XC_SLICE_INIT("Casualties"),
     XC_SLICE_INIT("people who died"), XC_SLICE_INIT("person"), NULL, 0, XC_PLACE_WISH_NONE,
     true},
    {XC_SLICE_INIT("injured"), XC_SLICE_INIT("casualties"), XC_SLICE_INIT("Casualties"),
     XC_SLICE_INIT("people who were hurt and lived"), XC_SLICE_INIT("person"), NULL, 0,
     XC_PLACE_WISH_NONE, true},
    {XC_SLICE_INIT("evacuated"), XC_SLICE_INIT("displacement"), XC_SLICE_INIT("Displacement"),
     XC_SLICE_INIT("people moved away by somebody's order or help"), XC_SLICE_INIT("person"),
     NULL, 0, XC_PLACE_WISH_NONE, true},
    {XC_SLICE_INIT("forced_to_flee"), XC_SLICE_INIT("displacement"),
     XC_SLICE_INIT("Displacement"), XC_SLICE_INIT("people who left their homes"),
     XC_SLICE_INIT("person"), NULL, 0, XC_PLACE_WISH_NONE, true},
};

// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): in the order of the rows below
typedef struct group_row {
    const char *topic, *measure, *subject, *about, *reason;
    xc_verdict verdict;
    long low, high;
    int members[12]; // ended by -1
    int related;     // another group, -1 for none
    const char *difference;
} group_row;

static const group_row group_rows[GROUPS] = {
    {"casualties",
     "killed",
     "people",
     "killed in the fire at Port Maroa, all people",
     "Harbour Times \"At least 27 people\" (rescue workers), 15 May 2021 against Maroa Radio "
     "\"21\" (the health ministry), as of 16 May 2021, 20:00: the figures exclude each other, "
     "and "
     "no later count explains it.",
     XC_CONFLICT,
     3,
     27,
     {0, 1, 4, 5, 6, 9, 10, 12, 14, 15, -1},
     1,
     "measure"},
    {"casualties",
     "injured",
     "people",
     "injured in the fire at Port Maroa, all people",
     "Harbour Times says 143 by Saturday noon where NWA said about 120 the day before: the "
     "count "
     "grew.",
     XC_UPDATED,
     120,
     143,
     {2, 7, -1},
     2,
     "class"},
    {"casualties",
     "injured",
     "children",
     "injured in the fire at Port Maroa, children",
     "only Coast Daily gives a figure: 9.",
     XC_SINGLE,
     9,
     9,
     {3, -1},
     1,
     "class"},
    {"displacement",
     "evacuated",
     "people",
     "evacuated in Port Maroa, all people",
     "Maroa Radio says 1,500 to 1,800 and later some 1,700: the bounds overlap.",
     XC_COMPATIBLE,
     1500,
     1800,
     {11, 13, -1},
     4,
     "measure"},
    {"displacement",
     "forced_to_flee",
     "people",
     "left their homes in Port Maroa, all people",
     "only Harbour Times gives a figure: more than 2,000.",
     XC_SINGLE,
     2001,
     2001,
     {8, 18, -1},
     3,
     "measure"},
    {"casualties",
     "casualties",
     "people",
     "killed or injured in Port Maroa, all people",
     "NWA says about 120 where another says 3.",
     XC_AGREE,
     3,
     120,
     {17, 19, -1},
     -1,
     ""},
};

static xc_number number(long value) {
    return value < 0 ? (xc_number){0} : xc_number_of(value);
}

static void fill_claim(const claim_row *row, char id[18], xc_claim *out) {
    const xc_document *document = &documents[row->document];
    xc_slice inside = row->in_title ? document->title : document->text;
    size_t sentence = xc_slice_find(inside, xc_slice_of(row->evidence));
    size_t words =
        xc_slice_find(xc_slice_sub(inside, sentence, inside.len), xc_slice_of(row->words));
    *out = (xc_claim){.document = document->label,
                      .source = document->source,
                      .wire = document->wire,
                      .url = document->url,
                      .published = document->published,
                      .topic = xc_slice_of(row->topic),
                      .measure = xc_slice_of(row->measure),
                      .subject = xc_slice_of(row->subject),
                      .subject_text = xc_slice_of(row->subject),
                      .value = number(row->value),
                      .low = number(row->low),
                      .high = number(row->high),
                      .qualifier = row->qualifier,
                      .unit = xc_slice_of(row->unit),
                      .place = XC_SLICE("Port Maroa"),
                      .from = xc_slice_of(row->from),
                      .to = xc_slice_of(row->to),
                      .event = XC_SLICE("fire"),
                      .attribution = xc_slice_of(row->attribution),
                      .attribution_kind = row->kind,
                      .aggregation = row->aggregation,
                      .evidence = xc_slice_of(row->evidence),
                      .within = row->in_title ? XC_IN_TITLE : XC_IN_TEXT,
                      .start = sentence + words,
                      .end = sentence + words + strlen(row->words),
                      .rule = XC_SLICE("casualties:killed"),
                      .confidence = {{9, -1}, true},
                      .document_key = document->key};
    xc_claim_id(document->key, out, id);
    out->id = (xc_slice){id, XC_ID_LENGTH};
}

/// The case; all of it is static and lives as long as the program.
static xc_case_content fixture(void) {
    static char keys[DOCUMENTS][18];
    static char ids[CLAIMS][18];
    static char group_ids[GROUPS][18];
    static xc_claim claims[CLAIMS];
    static xc_slice members[GROUPS][12];
    static xc_relation relations[GROUPS];
    static xc_group groups[GROUPS];
    static xc_skip skipped[] = {
        {XC_SLICE_INIT("scan.pdf"), XC_SLICE_INIT("a PDF without text")},
        {XC_SLICE_INIT("<script>window.hurt=1</script>.bin"), XC_SLICE_INIT("no text in it")}};
    for (int i = 0; i < DOCUMENTS; i++) {
        xc_document_key(&documents[i], keys[i]);
        documents[i].key = (xc_slice){keys[i], XC_ID_LENGTH};
    }
    for (int i = 0; i < CLAIMS; i++) {
        fill_claim(&claim_rows[i], ids[i], &claims[i]);
    }
    for (int g = 0; g < GROUPS; g++) {
        xc_id_print('g', xc_hash(xc_slice_of(group_rows[g].about)), group_ids[g]);
    }
    for (int g = 0; g < GROUPS; g++) {
        const group_row *row = &group_rows[g];
        size_t count = 0;
        for (; row->members[count] >= 0; count++) {
            members[g][count] = claims[row->members[count]].id;
        }
        if (row->related >= 0) {
            relations[g] = (xc_relation){{group_ids[row->related], XC_ID_LENGTH},
                                         xc_slice_of(row->difference)};
        }
        groups[g] = (xc_group){.id = {group_ids[g], XC_ID_LENGTH},
                               .topic = xc_slice_of(row->topic),
                               .measure = xc_slice_of(row->measure),
                               .subject = xc_slice_of(row->subject),
                               .place = XC_SLICE("Port Maroa"),
                               .from = XC_SLICE("2021-05-14"),
                               .event = XC_SLICE("fire"),
                               .about = xc_slice_of(row->about),
                               .claims = count,
                               .documents = count,
                               .sources = count > 7 ? 7 : count,
                               .independent = count > 6 ? 6 : count,
                               .low = number(row->low),
                               .high = number(row->high),
                               .verdict = row->verdict,
                               .confidence = {{85, -2}, true},
                               .related = &relations[g],
                               .related_count = row->related >= 0,
                               .reason = xc_slice_of(row->reason),
                               .members = members[g],
                               .member_count = count,
                               .rank = g};
    }
    static xc_slice of_fire[2];
    static xc_incident incidents[1];
    of_fire[0] = groups[0].id;
    of_fire[1] = groups[1].id;
    incidents[0] = (xc_incident){.id = XC_SLICE_INIT("iaaaaaaaaaaaaaaaa"),
                                 .name = XC_SLICE_INIT("Fire, Port Maroa, 14 May 2021"),
                                 .kind = XC_SLICE_INIT("fire"),
                                 .place = XC_SLICE_INIT("Port Maroa"),
                                 .documents = 7,
                                 .groups = of_fire,
                                 .group_count = 2};
    groups[0].incident = incidents[0].id;
    groups[1].incident = incidents[0].id;
    return (xc_case_content){.documents = documents,
                             .document_count = DOCUMENTS,
                             .claims = claims,
                             .claim_count = CLAIMS,
                             .groups = groups,
                             .group_count = GROUPS,
                             .incidents = incidents,
                             .incident_count = 1,
                             .measures = (xc_measure *)measures,
                             .measure_count = sizeof measures / sizeof *measures,
                             .skipped = skipped,
                             .skip_count = 2,
                             .counts = {14, 9, 3, 2}};
}

#endif
