// SPDX-License-Identifier: MIT
/// Level 2 of the cascade: what each number of a text is (a count with its bounds, money, a
/// duration, a date ...), and what times it names. Knows no measure. The words of a language
/// stand in its lexicons, not here.
#ifndef CROSSCLAIM_RECOGNISE_H
#define CROSSCLAIM_RECOGNISE_H

#include "crossclaim/text.h"

/// What a number of a text is.
typedef enum xc_quantity_kind {
    XC_COUNT = 1,   ///< of what the noun behind it says
    XC_PERCENT,     ///< unit "percent"
    XC_FRACTION,    ///< half of, two thirds: unit "percent" or empty
    XC_MONEY,       ///< unit an ISO 4217 code
    XC_DURATION,    ///< unit hour ... decade
    XC_AGE,         ///< unit year ...
    XC_PHYSICAL,    ///< an SI or customary unit; magnitudes
    XC_RATE,        ///< per hour, per cent a year; "a percentage" whose number is not told
    XC_MULTIPLE,    ///< twice, tenfold
    XC_CHANGE,      ///< rose by, up from: compared, no count
    XC_ORDINAL,     ///< first, 3rd
    XC_NO_QUANTITY, ///< a date, a score, a road number ...: `why` says which
} xc_quantity_kind;

/// A number of a text with what belongs to it.
typedef struct xc_quantity {
    uint32_t start, end; ///< bytes: hedges, number and unit
    uint32_t number_start,
        number_end; ///< bytes: the number's own words ("2,900", "several hundred")
    uint32_t first_token, last_token; ///< [first,last): hedges, number and unit
    uint32_t sentence;                ///< index of its sentence
    xc_quantity_kind kind;
    xc_number value, low, high; ///< both bounds inclusive; unknown is open
    xc_qualifier qualifier;
    xc_slice unit;   ///< "" for a bare count
    bool further;    ///< "12 more", "another 12": an increment
    bool assumed;    ///< of money: the text does not tell whose dollars they are
    bool zero;       ///< no, none
    const char *why; ///< of a XC_NO_QUANTITY: "a date", "a clock time"; for explain
} xc_quantity;

/// A day, month, year or moment stands in `from` as that date. What ISO 8601 has no date for (a
/// week, a quarter, a decade, "19 to 20 September") stands in both, by its first and last day.
/// "By", "as of", "until" and "before" leave `from` out, "since" and "after" leave `to` out.
typedef struct xc_time_mention {
    uint32_t start, end; ///< bytes
    uint32_t first_token, last_token;
    uint32_t sentence;
    xc_date from,
        to;     ///< either may be unknown; a moment stands in `from`, an as-of time in `to`
    bool as_of; ///< "as of", "by": a state at that time
    bool open;  ///< "since", "after": from there on, `to` is not told
    bool duration_only; ///< "for nine months": no place on the calendar
    bool zoned;         ///< a clock time told with its zone, "0900 GMT"
    int16_t zone;       ///< minutes that the zone is ahead of UTC
} xc_time_mention;

/// All that was recognised in a text.
typedef struct xc_mentions {
    xc_quantity *quantities; ///< in text order, never overlapping; with those that are none
    size_t quantity_count;
    xc_time_mention *times; ///< in text order, never overlapping one another
    size_t time_count;
} xc_mentions;

/// Number words, hedges, units, months ... of one language: `claims/<language>/*.csv`.
/// Read-only once loaded; any number of threads may share it.
typedef struct xc_language xc_language;
/// @param lexicon gains its words; outlives it
/// @param out     freed by xc_language_free
/// @return XC_OK, XC_BAD_RULE with file and line, XC_END (a table is missing), XC_IO or
///         XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_language_load(const char *language_directory, xc_lexicon *lexicon,
                                         xc_language **out, xc_error *error);
/// NULL is allowed.
void xc_language_free(xc_language *language);

/// Finds the quantities and times of a text, sentence by sentence.
/// @param reference what relative times are resolved against; precision XC_NO_DATE if unknown
/// @param arena     owns what *out points to
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_recognise(const xc_language *language, const xc_text *text,
                                     xc_date reference, xc_arena *arena, xc_mentions *out,
                                     xc_error *error);

/// The latest full date that the text reports as past or as "today" (the interface's rule for a
/// document without a publication date); XC_NO_DATE if it names none.
xc_date xc_latest_date(const xc_language *language, const xc_text *text);

/// What a place is.
typedef enum xc_place_kind {
    XC_PLACE_COUNTRY = 1,
    XC_PLACE_REGION,   ///< larger or smaller than a country, of no fixed rank: Darfur, Kashmir
    XC_PLACE_DIVISION, ///< first-level: a province, a governorate
    XC_PLACE_DISTRICT,
    XC_PLACE_CITY,
} xc_place_kind;

/// A place that a name may mean.
typedef struct xc_place {
    xc_slice name;    ///< canonical, of the gazetteer's own memory
    xc_slice country; ///< ISO 3166-1, two letters; may be empty
    xc_place_kind kind;
    uint32_t population;
    float latitude, longitude; ///< degrees; 0 and 0 where unknown
    uint32_t division;         ///< tells first-level divisions and their towns; 0 if unknown
    bool own;                  ///< one of the places with several names that win over others
    bool common;  ///< the name that was matched is a word of the language, too: Reading, Most
    bool demonym; ///< it is what comes from the place: "Turkish", "Turks"
} xc_place;

/// The places of `claims/world/places.csv`, compiled into a file that is read as it is: opening
/// costs a millisecond and any number of threads may share it.
typedef struct xc_gazetteer xc_gazetteer;
/// @param out closed by xc_gazetteer_close
/// @return XC_OK, XC_END (no such file), XC_IO or XC_BAD_INPUT (not a gazetteer, or damaged)
XC_MUST_CHECK xc_status xc_gazetteer_open(const char *path, xc_gazetteer **out,
                                          xc_error *error);
/// NULL is allowed.
void xc_gazetteer_close(xc_gazetteer *gazetteer);
/// Writes the compiled file; done once, when the program is built.
/// @param out path of the file to write
/// @return XC_OK, XC_END (no such table), XC_BAD_RULE with file and line, XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_gazetteer_compile(const char *directory, const char *table,
                                             const char *out, xc_error *error);

/// Places that bear one name.
typedef struct xc_place_match {
    uint32_t tokens; ///< of the name, 0 for no match
    size_t first, count;
    bool unknown; ///< no name begins with the word at all
} xc_place_match;
/// Whether a name starts with the word.
/// @param word folded, as the lexicon has it
bool xc_gazetteer_begins(const xc_gazetteer *gazetteer, xc_slice word);
/// The longest name that starts at the token and ends before `limit`. @param scratch reused
/// between calls
xc_place_match xc_gazetteer_match(const xc_gazetteer *gazetteer, const xc_text *text,
                                  size_t token, size_t limit, xc_buffer *scratch);
/// The `index`th place of a match.
xc_place xc_gazetteer_place(const xc_gazetteer *gazetteer, xc_place_match match, size_t index);
/// The place that bears a canonical name, for where it lies: of several the largest.
/// @param name    as the place of a claim has it
/// @param country two letters; empty: any
/// @return XC_OK, XC_END where no place is called so, or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_gazetteer_locate(const xc_gazetteer *gazetteer, xc_slice name,
                                            xc_slice country, xc_place *out, xc_error *error);

#endif
