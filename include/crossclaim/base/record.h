// SPDX-License-Identifier: MIT
/// The records that travel between the steps: document, claim, group, measure. Open structs;
/// what their slices point to is owned by the arena (or case content) they came from. The words
/// are those of the interface page; field tables give every writer the same columns.
#ifndef CROSSCLAIM_BASE_RECORD_H
#define CROSSCLAIM_BASE_RECORD_H

#include "crossclaim/base/buffer.h"
#include "crossclaim/base/decimal.h"

/// What a document's outlet or date rests on.
typedef enum xc_basis {
    XC_BASIS_NONE,
    XC_BASIS_PAGE,
    XC_BASIS_SOURCES,
    XC_BASIS_TEXT
} xc_basis;

/// What one page, article or post says, and where it came from.
typedef struct xc_document {
    xc_slice key;    ///< 'd' and 16 letters: hash of title, text, url and source
    xc_slice label;  ///< path relative to the input, "#N" where a file holds several
    xc_slice title;  ///< a page's headline; a plain text's first line, which is in `text` too
    xc_slice text;   ///< valid UTF-8; claims point into it by byte offset
    xc_slice source; ///< the outlet's canonical name, empty if unknown
    xc_slice wire;   ///< the agency whose copy it carries
    xc_slice url;
    xc_slice published; ///< ISO 8601, as precise as known, with zone if told; empty if unknown
    xc_slice author;
    xc_slice language;  ///< ISO 639-1
    bool language_told; ///< not stored with it: its own words told it for sure
    xc_slice kind;      ///< of the source, as `sources.csv` may tell
    xc_slice grade;     ///< not stored with it: how reliable a reviewer finds the source
    xc_slice format;    ///< how it was read: "text", "dump", "html", "jsonl" ...
    xc_slice captured;  ///< when a crawl took it, ISO 8601; empty if unknown
    xc_slice archived;  ///< address of an archive's copy; empty if the input has none
    xc_basis source_basis, published_basis;
    bool title_in_text; ///< the headline is the first line of `text` (plain text)
    size_t replaced;    ///< broken bytes that became U+FFFD
    size_t unread;     ///< words that a page shows beside its text, where that is under a tenth
    xc_slice versions; ///< of a case's document: keys of the others of its outlet and address
    /// SHA-256 of the file that it was read from (the archive or crawl around it), and of `text`, as
    /// xc_sha256 prints it; empty where there was no file or nobody asked for it.
    xc_slice bytes_sha256, text_sha256;
    xc_slice record;  ///< of an archive or crawl: which of its members or records
    xc_slice path;    ///< not stored with it: the file's absolute path, where that hash is told
    xc_slice also_at; ///< of a case's document: labels of its further places, by " | "
    /// Claims that came in place of the text, NULL for a document that is to be read.
    struct xc_claim *given;
    size_t given_count;
} xc_document;

/// How a figure is hedged: its `qualifier`.
typedef enum xc_qualifier {
    XC_EXACT,
    XC_ABOUT,
    XC_AT_LEAST,
    XC_MORE_THAN,
    XC_AT_MOST,
    XC_LESS_THAN,
    XC_ALMOST,
    XC_RANGE,
    XC_VAGUE,
    XC_NO_QUALIFIER,
    XC_QUALIFIERS
} xc_qualifier;
/// Who vouches for a claim: its `attribution_kind`.
typedef enum xc_attribution_kind {
    XC_OWN,
    XC_GOVERNMENT,
    XC_MILITARY,
    XC_PARTY,
    XC_INTERNATIONAL,
    XC_MEDICAL,
    XC_RESCUE,
    XC_POLICE,
    XC_AGENCY,
    XC_MEDIA,
    XC_WITNESS,
    XC_EXPERT,
    XC_COMPANY,
    XC_OTHER,
    XC_ATTRIBUTION_KINDS
} xc_attribution_kind;
/// How certain its source says a thing is: its `modality`.
typedef enum xc_modality {
    XC_ASSERTED,
    XC_DENIED,
    XC_FEARED,
    XC_PREDICTED,
    XC_CONDITIONAL,
    XC_MODALITIES
} xc_modality;
/// What time a figure adds up: its `aggregation`.
typedef enum xc_aggregation {
    XC_UNTOLD,
    XC_CUMULATIVE,
    XC_NEW,
    XC_STOCK,
    XC_AGGREGATIONS
} xc_aggregation;
/// Which string of its document a claim stands in.
typedef enum xc_within { XC_IN_TEXT, XC_IN_TITLE, XC_WITHINS } xc_within;

/// How what a claim tells of stands to what its page is about.
typedef enum xc_happening_role {
    XC_ROLE_UNTOLD, ///< of a claim that no page was read for
    XC_MAIN,        ///< it is what the page is about
    XC_BESIDE,      ///< another happening of the same days
    XC_RECALLED,    ///< told again: of a time long past, or of all the time since
    XC_HAPPENING_ROLES
} xc_happening_role;

/// The happening that a claim belongs to, as far as its passage tells.
typedef struct xc_happening {
    xc_slice kind;     ///< one word for all words of it ("explode" of "blast"); empty if none
    xc_slice place;    ///< where it happened, which may be wider than the claim's own place
    xc_slice from, to; ///< when, as `from` and `to` of a claim
    xc_happening_role role;
} xc_happening;

/// One figure or fact that a document gives, with the words that it stands in.
typedef struct xc_claim {
    xc_slice id;
    xc_slice document, source, wire, url, published;
    xc_slice topic, measure;
    xc_slice subject, subject_text;
    xc_number value, low, high;
    xc_qualifier qualifier;
    xc_slice unit;
    xc_slice place, from, to, event;
    xc_slice predicate, object, polarity;
    xc_slice attribution;
    xc_attribution_kind attribution_kind;
    xc_modality modality;
    xc_aggregation aggregation;
    xc_slice part_of;
    xc_slice evidence;
    xc_within within;
    size_t start, end;     ///< bytes into the document's text or title
    xc_slice rule;         ///< "pack:rule"
    xc_number confidence;  ///< 0 to 1, two places
    xc_slice speaks_for;   ///< the institution or office that a person spoke for
    xc_slice via;          ///< through whom the words came: the agency that a speaker told
    xc_slice document_key; ///< the key of its document
    /// Not printed, and 0 of a claim that was stored: the words that its place, its speaker, its
    /// time and its happening were read from, as bytes into the string that `within` names;
    /// equal where no words tell.
    size_t place_start, place_end;
    size_t speaker_start, speaker_end;
    size_t time_start, time_end;
    size_t event_start, event_end;
    xc_happening happening; ///< not printed, but kept in a case: comparison asks for it
    /// Likewise: where the place lies, degrees; unknown where no gazetteer tells.
    xc_number latitude, longitude;
} xc_claim;

/// What came of a group.
typedef enum xc_verdict {
    XC_CONFLICT,
    XC_UPDATED,
    XC_AGREE,
    XC_COMPATIBLE,
    XC_SINGLE,
    XC_VERDICTS
} xc_verdict;

/// How a related group differs.
typedef struct xc_relation {
    xc_slice group;
    xc_slice difference; ///< "class", "area", "window", "measure" or "part"
} xc_relation;

/// Claims about one thing, and what comes of them.
typedef struct xc_group {
    xc_slice id;
    xc_slice topic, measure, subject, place, from, to, event, about;
    size_t claims, documents, sources, independent;
    xc_number low, high;
    xc_verdict verdict;
    xc_number confidence;
    const xc_relation *related;
    size_t related_count;
    xc_slice reason;
    const xc_slice *members; ///< claim ids, in the order of documents and text
    size_t member_count;
    xc_slice
        unit; ///< of `low` and `high`: the smallest of the claims; empty where they have none
    xc_slice incident;        ///< the happening that it lies in; empty if none
    const xc_slice *doubtful; ///< ids of claims shown with it that its verdict does not judge
    size_t doubtful_count;
    int64_t rank; ///< not printed: 0 is what a reviewer should look at first
} xc_group;

/// A happening that one or more documents tell of.
typedef struct xc_incident {
    xc_slice id;
    xc_slice name;  ///< for people: "Flood, Derna, 10 to 11 Sept 2023"
    xc_slice kind;  ///< what it is called most: "flood"; empty where nobody says
    xc_slice place; ///< the place of most of its documents
    xc_number latitude, longitude;
    xc_slice from, to; ///< the time that most claims tell, ISO 8601
    size_t documents, sources, independent;
    /// Least and greatest figure of the group that most sources have a part in.
    xc_number killed_low, killed_high, injured_low, injured_high, missing_low, missing_high,
        displaced_low, displaced_high, detained_low, detained_high, housing_destroyed_low,
        housing_destroyed_high;
    const xc_slice *groups; ///< ids, by rank
    size_t group_count;
} xc_incident;

/// Which of several places of a sentence a measure is about.
typedef enum xc_place_wish {
    XC_PLACE_WISH_NONE,        ///< where it happened
    XC_PLACE_WISH_ORIGIN,      ///< where people left from: "fled Mosul to Erbil"
    XC_PLACE_WISH_DESTINATION, ///< where they came to
    XC_PLACE_WISH_SUBJECT,     ///< what is described: "Qeshm has a population of"
    XC_PLACE_WISH_STATED,      ///< where it happened, only if its sentence says so
} xc_place_wish;

/// What a measure counts, as the rule packs declare it.
typedef struct xc_measure {
    xc_slice name;        ///< "killed"
    xc_slice topic;       ///< "casualties"
    xc_slice topic_title; ///< "Casualties"
    xc_slice is;          ///< what it counts, in words
    xc_slice unit;        ///< "person"; empty where each claim tells its own
    const xc_slice *near; ///< names of near measures
    size_t near_count;
    xc_place_wish place;
    bool of_event; ///< its figures belong to the event that their passage tells of
} xc_measure;

/// What the shipped tables and packs say of a word, for the comparison of claims:
///     class      children  people     (the class it is a part of; of "people" nothing)
///     unit       children  person     (what the class is counted in)
///     part       children             (a count of them is no count of all people)
///     course     missing   falls      (how a figure goes on: grows, falls, steady, lasts)
///     concern    killed    9          (which measures a reviewer looks at first, 0 to 9)
///     of_event   killed               (its figures belong to a happening)
///     combines   casualties  killed   (one figure of both)
///     month      september 9
/// and the kinds of `claims/<language>/comparison.csv`.
typedef struct xc_term {
    xc_slice kind, word, value;
} xc_term;

/// An input that should have been readable and was not.
typedef struct xc_skip {
    xc_slice path;
    xc_slice reason;
} xc_skip;

/// read + ignored + skipped = found
typedef struct xc_read_counts {
    size_t found, read, ignored, skipped;
} xc_read_counts;

/// The word of a value as every table prints it. Constant; "" for what is no value.
const char *xc_basis_text(xc_basis value);
/// "at_least"; "" for XC_NO_QUALIFIER. Constant.
const char *xc_qualifier_text(xc_qualifier value);
/// "government". Constant.
const char *xc_attribution_kind_text(xc_attribution_kind value);
/// "asserted". Constant.
const char *xc_modality_text(xc_modality value);
/// "cumulative"; "" for XC_UNTOLD. Constant.
const char *xc_aggregation_text(xc_aggregation value);
/// "text" or "title". Constant.
const char *xc_within_text(xc_within value);
/// "main"; "" for XC_ROLE_UNTOLD. Constant.
const char *xc_happening_role_text(xc_happening_role value);
/// "conflict". Constant.
const char *xc_verdict_text(xc_verdict value);
/// The xc_basis whose word this is, -1 where it is none.
int xc_basis_of(xc_slice word);
/// The xc_qualifier whose word this is, -1 where it is none.
int xc_qualifier_of(xc_slice word);
/// The xc_attribution_kind whose word this is, -1 where it is none.
int xc_attribution_kind_of(xc_slice word);
/// The xc_modality whose word this is, -1 where it is none.
int xc_modality_of(xc_slice word);
/// The xc_aggregation whose word this is, -1 where it is none.
int xc_aggregation_of(xc_slice word);
/// The xc_within whose word this is, -1 where it is none.
int xc_within_of(xc_slice word);
/// The xc_happening_role whose word this is, -1 where it is none.
int xc_happening_role_of(xc_slice word);
/// The xc_verdict whose word this is, -1 where it is none.
int xc_verdict_of(xc_slice word);

/// How a field is held in its record and printed.
typedef enum xc_field_kind {
    XC_FIELD_TEXT,   ///< xc_slice
    XC_FIELD_NUMBER, ///< xc_number
    XC_FIELD_COUNT,  ///< size_t
    XC_FIELD_WORD,   ///< an enum, printed by its word
    XC_FIELD_RELATED,
    XC_FIELD_MEMBERS,  ///< of a group
    XC_FIELD_DOUBTFUL, ///< of a group
    XC_FIELD_GROUPS,   ///< of an incident
} xc_field_kind;

/// A column: where it lies in its record and how it is printed.
typedef struct xc_field {
    const char *name;
    xc_field_kind kind;
    size_t offset;                  ///< of the field in its record
    const char *(*word)(int value); ///< of an XC_FIELD_WORD
    int (*value)(xc_slice word);    ///< of an XC_FIELD_WORD
    const char *description;        ///< one line for people (Read me sheet, datapackage.json)
} xc_field;

/// The columns of claims, in the order in which they are printed. Constant.
const xc_field *xc_claim_fields(size_t *count);
/// The columns of groups, likewise. Constant.
const xc_field *xc_group_fields(size_t *count);
/// What a case keeps of a claim and no writer prints: its happening, where its place lies.
/// Constant.
const xc_field *xc_claim_kept_fields(size_t *count);
/// The columns of incidents. Constant.
const xc_field *xc_incident_fields(size_t *count);
/// The columns of documents. Constant.
const xc_field *xc_document_fields(size_t *count);

/// The field of a record as text, as CSV and SQLite keep it: numbers without exponent, "" for
/// unknown; members and related separated by spaces. Printed into `scratch` where it is not a
/// slice already.
xc_slice xc_field_text(const xc_field *field, const void *record, xc_buffer *scratch);

/// Identifies a document: hash of title, text, url and source. Writes 17 letters and a NUL.
void xc_document_key(const xc_document *document, char out[18]);
/// What people call a document's source: its outlet, else the document's title up to 60 bytes (cut
/// between words), else its label. Borrows from the document.
xc_slice xc_document_name(const xc_document *document);
/// The one check of what a case can hold, made wherever a claim is made or read: its id,
/// measure and span, its numbers and their order, its confidence.
/// @return what is wrong in words that follow "a claim", constant; NULL where nothing is
const char *xc_claim_fault(const xc_claim *claim);
/// Identifies a claim: hash of the document's key, within, start, end and measure.
void xc_claim_id(xc_slice document_key, const xc_claim *claim, char out[18]);

#endif
