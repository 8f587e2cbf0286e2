// SPDX-License-Identifier: MIT
// What a text says of who published it, and of whose copy it is.
#include "read/outlet/outlets.h"

#include <ctype.h>
#include <string.h>

static const xc_slice dashes[] = {XC_SLICE_INIT("\xE2\x80\x94"), XC_SLICE_INIT("\xE2\x80\x93"),
                                  XC_SLICE_INIT("--"), XC_SLICE_INIT("-"), XC_SLICE_INIT("|")};

// Bytes of a dash or bar at the start; 0 if there is none.
static size_t dash_length(xc_slice text) {
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (xc_slice_starts(text, dashes[i])) {
            return dashes[i].len;
        }
    }
    return 0;
}

static bool is_word(char byte) {
    return isalnum((unsigned char)byte) || (byte & 0x80);
}

// Whether what stands at `at` begins and ends as whole words do.
static bool is_whole(xc_slice text, size_t at, xc_slice phrase) {
    size_t end = at + phrase.len;
    bool begins =
        at == 0 || !is_word(phrase.ptr[0]) || !isalnum((unsigned char)text.ptr[at - 1]);
    return begins && (end >= text.len || !isalnum((unsigned char)text.ptr[end]));
}

// The phrase as whole words, from `start` on.
static size_t find_phrase(xc_slice text, xc_slice phrase, size_t start) {
    while (start < text.len) {
        size_t at = xc_slice_find(xc_slice_sub(text, start, text.len), phrase);
        if (at == SIZE_MAX) {
            return SIZE_MAX;
        }
        at += start;
        if (is_whole(text, at, phrase)) {
            return at;
        }
        start = at + 1;
    }
    return SIZE_MAX;
}

// The longest name of up to six words that an outlet goes by, at the start of the text.
static xc_slice name_at_start(const xc_outlets *outlets, xc_slice text) {
    xc_slice best = {0};
    size_t end = 0;
    for (int words = 0; words < 6 && end < text.len; words++) {
        while (end < text.len && (is_word(text.ptr[end]) || strchr("-./&+", text.ptr[end]))) {
            end++;
        }
        size_t bare = end;
        while (bare && strchr("-./&+", text.ptr[bare - 1])) {
            bare--;
        }
        // An apostrophe in UTF-8 ends a name as well as a quotation mark does.
        xc_slice candidate = xc_slice_sub(text, 0, bare);
        size_t mark = xc_slice_find(candidate, XC_SLICE("\xE2\x80"));
        xc_slice found = outlet_of_name(outlets, xc_slice_sub(candidate, 0, mark));
        best = found.len ? found : best;
        if (end >= text.len || text.ptr[end] != ' ') {
            break;
        }
        end++;
    }
    return best;
}

static bool starts_large(xc_slice text) {
    return text.len && (isupper((unsigned char)text.ptr[0]) || text.ptr[0] & 0x80 ||
                        xc_slice_starts(text, XC_SLICE("the ")));
}

// "Bridge falls - The Post": only with a name that is known, as headlines have dashes too.
static xc_slice outlet_in_title(const xc_outlets *outlets, xc_slice title) {
    for (size_t i = title.len; i-- > 1;) {
        size_t length = dash_length(xc_slice_sub(title, i, title.len));
        if (length && title.ptr[i - 1] == ' ') {
            return outlet_of_name(outlets,
                                  xc_slice_trim(xc_slice_sub(title, i + length, title.len)));
        }
    }
    return (xc_slice){0};
}

// Whose statement it is, where the headline says that it is one.
static xc_slice outlet_of_speaker(const xc_outlets *outlets, xc_slice title) {
    for (size_t k = 0;
         line_is(&outlets->lines, LINE_STATEMENT, title) && k < outlets->speakers.count; k++) {
        if (find_phrase(title, outlets->speakers.items[k].key, 0) != SIZE_MAX) {
            return outlets->speakers.items[k].name;
        }
    }
    return (xc_slice){0};
}

typedef struct votes {
    struct {
        xc_slice name;
        size_t count;
    } items[16];
    size_t count;
} votes;

static void vote(votes *all, xc_slice name, size_t weight) {
    for (size_t i = 0; i < all->count; i++) {
        if (xc_slice_equal(all->items[i].name, name)) {
            all->items[i].count += weight;
            return;
        }
    }
    if (name.len && all->count < sizeof all->items / sizeof *all->items) {
        all->items[all->count].name = name;
        all->items[all->count++].count = weight;
    }
}

// Who has the most votes, if nobody has as many and they are enough; the first named wins a tie
// only where `first_wins`.
static xc_slice winner(const votes *all, size_t enough, bool first_wins) {
    size_t best = 0;
    bool is_tie = false;
    for (size_t i = 1; i < all->count; i++) {
        is_tie = all->items[i].count == all->items[best].count ||
                 (is_tie && all->items[i].count < all->items[best].count);
        best = all->items[i].count > all->items[best].count ? i : best;
    }
    bool wins = all->count && all->items[best].count >= enough && (!is_tie || first_wins);
    return wins ? all->items[best].name : (xc_slice){0};
}

// What a desk writes of itself.
static void hear_own_voice(const xc_outlets *outlets, xc_slice text, votes *all) {
    while (line_follow(&outlets->lines, LINE_OWN, text, &text)) {
        vote(all, name_at_start(outlets, xc_slice_trim(text)), 1);
    }
}

// The phrases that begin at `at`, each heard once.
static void hear_at(const xc_outlets *outlets, xc_slice text, size_t at,
                    bool heard[MOST_SAYS]) {
    for (size_t i = 0; i < outlets->says.count; i++) {
        xc_slice phrase = outlets->says.items[i].key;
        heard[i] = heard[i] || (xc_slice_starts(xc_slice_sub(text, at, text.len), phrase) &&
                                is_whole(text, at, phrase));
    }
}

// In one pass over the text, which may be long: hardly a place in it begins a phrase. Only the
// shortest phrases are looked for one by one.
static void hear_phrases(const xc_outlets *outlets, xc_slice text, votes *all) {
    bool heard[MOST_SAYS] = {0};
    for (size_t at = 0; at + PHRASE_BEGINNING <= text.len; at++) {
        unsigned begins = outlet_beginning(text.ptr + at);
        if (outlets->says_begin[begins / 64] >> (begins % 64) & 1) {
            hear_at(outlets, text, at, heard);
        }
    }
    for (size_t i = 0; i < outlets->says.count; i++) {
        xc_slice phrase = outlets->says.items[i].key;
        if (heard[i] ||
            (phrase.len < PHRASE_BEGINNING && find_phrase(text, phrase, 0) != SIZE_MAX)) {
            vote(all, outlets->says.items[i].name, 1);
        }
    }
}

// "told CNN": who is told again and again publishes it. An agency is quoted in others' pages as
// often, and says nothing here.
static xc_slice outlet_told(const xc_outlets *outlets, xc_slice text) {
    static const xc_slice told = XC_SLICE_INIT("told ");
    votes all = {0};
    for (size_t at = xc_slice_find(text, told); at != SIZE_MAX;
         at = xc_slice_find(text, told)) {
        text = xc_slice_sub(text, at + told.len, text.len);
        xc_slice name = starts_large(text) ? name_at_start(outlets, text) : (xc_slice){0};
        if (name.len && !agency_of_name(outlets, name).len) {
            vote(&all, name, 1);
        }
    }
    return winner(&all, 3, false);
}

xc_slice outlet_of_text(const xc_outlets *outlets, xc_slice title, xc_slice text) {
    xc_slice found = outlet_in_title(outlets, title);
    if (!found.len) {
        found = outlet_of_speaker(outlets, title);
    }
    if (found.len) {
        return found;
    }
    votes all = {0};
    hear_own_voice(outlets, text, &all);
    hear_phrases(outlets, text, &all);
    found = winner(&all, 1, true);
    return found.len ? found : outlet_told(outlets, text);
}

// ---- agencies ----

enum { LONGEST_CREDIT = 60, LONGEST_RIGHTS = 160 };

// The agency named at the start, up to the next sign that ends a name.
static xc_slice agency_at_start(const xc_outlets *outlets, xc_slice text) {
    xc_slice best = {0};
    size_t end = 0;
    for (int words = 0; words < 5 && end < text.len; words++) {
        while (end < text.len && (is_word(text.ptr[end]) || text.ptr[end] == '-')) {
            end++;
        }
        xc_slice found = agency_of_name(outlets, xc_slice_sub(text, 0, end));
        best = found.len ? found : best;
        if (end >= text.len || text.ptr[end] != ' ') {
            break;
        }
        end++;
    }
    return best;
}

// Past spaces, which a printer may have set as no-break ones.
static xc_slice past_spaces(xc_slice text) {
    static const xc_slice fixed = XC_SLICE_INIT("\xC2\xA0");
    while (text.len) {
        size_t length = xc_slice_starts(text, fixed) ? fixed.len : text.ptr[0] == ' ';
        if (!length) {
            break;
        }
        text = xc_slice_sub(text, length, text.len);
    }
    return text;
}

// "LONDON, May 5 (Reuters) - ": brackets before a dash, in the first lines.
static xc_slice agency_in_dateline(const xc_outlets *outlets, xc_slice text) {
    xc_slice head = xc_slice_sub(text, 0, 600);
    for (size_t i = 0; i < head.len; i++) {
        xc_slice inner;
        xc_slice rest;
        if (head.ptr[i] != '(' ||
            !xc_slice_cut(xc_slice_sub(head, i + 1, head.len), ')', &inner, &rest)) {
            continue;
        }
        xc_slice found = agency_of_name(outlets, inner);
        if (found.len && dash_length(past_spaces(rest))) {
            return found;
        }
    }
    return (xc_slice){0};
}

// "LIMA, Peru (Name) ": the brackets of a line that starts with a place in capitals.
static xc_slice name_in_dateline(xc_slice line) {
    static const size_t farthest = 60;
    size_t capitals = 0;
    while (capitals < line.len && isupper((unsigned char)line.ptr[capitals])) {
        capitals++;
    }
    xc_slice place;
    xc_slice name;
    xc_slice rest;
    if (capitals < 3 || !xc_slice_cut(line, '(', &place, &rest) || place.len > farthest ||
        !xc_slice_cut(rest, ')', &name, &rest) || !dash_length(past_spaces(rest))) {
        return (xc_slice){0};
    }
    for (size_t i = 0; i < name.len; i++) {
        if (!is_word(name.ptr[i]) && !strchr(" .-&", name.ptr[i])) {
            return (xc_slice){0};
        }
    }
    bool is_name = name.len >= 2 && name.len <= farthest && isupper((unsigned char)name.ptr[0]);
    return is_name ? name : (xc_slice){0};
}

xc_slice agency_of_dateline(xc_slice text) {
    xc_slice found = {0};
    for (int lines = 0; lines < 8 && text.len && !found.len; lines++) {
        xc_slice line;
        xc_slice_cut(text, '\n', &line, &text);
        found = name_in_dateline(line);
    }
    return found;
}

// What a page says of copy that it has taken over.
static xc_slice agency_in_notice(const xc_outlets *outlets, xc_slice text) {
    while (line_follow(&outlets->lines, LINE_COPY, text, &text)) {
        xc_slice rest = xc_slice_trim(text);
        size_t dash = dash_length(rest);
        xc_slice found =
            agency_at_start(outlets, xc_slice_trim(xc_slice_sub(rest, dash, rest.len)));
        if (found.len) {
            return found;
        }
    }
    return (xc_slice){0};
}

// A last line, or the end of the last paragraph, that is the agency's name alone: "(AFP)",
// "- Reuters".
static xc_slice agency_at_end(const xc_outlets *outlets, xc_slice text) {
    text = xc_slice_trim(text);
    const char *end = text.len ? memrchr(text.ptr, '\n', text.len) : NULL;
    xc_slice line = end ? xc_slice_sub(text, (size_t)(end - text.ptr) + 1, text.len) : text;
    xc_slice found = agency_of_name(outlets, line);
    size_t start = line.len > 60 ? line.len - 60 : 0;
    for (size_t i = start; i < line.len && !found.len; i++) {
        xc_slice rest = xc_slice_sub(line, i, line.len);
        size_t dash = i && line.ptr[i - 1] == ' ' ? dash_length(rest) : 0;
        if (rest.ptr[0] == '(' && line.ptr[line.len - 1] == ')') {
            found = agency_of_name(outlets, xc_slice_sub(rest, 1, rest.len - 1));
        } else if (dash || (i == 0 && dash_length(rest))) {
            dash = dash ? dash : dash_length(rest);
            found = agency_of_name(outlets, xc_slice_sub(rest, dash, rest.len));
        }
    }
    return found;
}

// The agency that all of a short line names, or the part of it before a stop or behind a comma:
// "Reuters", "The Name. All rights reserved.", "Ana Quill, AFP".
static xc_slice agency_of_line(const xc_outlets *outlets, xc_slice line) {
    xc_slice found = agency_of_name(outlets, line);
    for (size_t i = 0; i < line.len && !found.len; i++) {
        if (strchr(".,;|(", line.ptr[i])) {
            found = agency_of_name(outlets, xc_slice_trim(xc_slice_sub(line, 0, i)));
            xc_slice behind = xc_slice_trim(xc_slice_sub(line, i + 1, line.len));
            found = found.len || line.ptr[i] != ',' ? found : agency_of_name(outlets, behind);
        }
    }
    return found;
}

// "By Reuters" among the first lines.
static xc_slice agency_in_byline(const xc_outlets *outlets, xc_slice text) {
    xc_slice found = {0};
    for (int lines = 0; lines < 6 && text.len && !found.len; lines++) {
        xc_slice line;
        xc_slice_cut(text, '\n', &line, &text);
        line = xc_slice_trim(line);
        if (line.len <= LONGEST_CREDIT) {
            xc_slice name = line_behind(&outlets->lines, LINE_BYLINE, line);
            found = agency_of_line(outlets, name);
        }
    }
    return found;
}

// "© 2024 AFP", "Copyright The Name. All rights reserved." among the last lines.
static xc_slice agency_in_rights(const xc_outlets *outlets, xc_slice text) {
    xc_slice found = {0};
    text = xc_slice_trim(text);
    for (int lines = 0; lines < 6 && text.len && !found.len; lines++) {
        const char *end = memrchr(text.ptr, '\n', text.len);
        size_t start = end ? (size_t)(end - text.ptr) + 1 : 0;
        xc_slice line = xc_slice_trim(xc_slice_sub(text, start, text.len));
        text = xc_slice_sub(text, 0, start ? start - 1 : 0);
        xc_slice name = line.len <= LONGEST_RIGHTS
                            ? line_behind(&outlets->lines, LINE_RIGHTS, line)
                            : (xc_slice){0};
        while (name.len &&
               (isdigit((unsigned char)name.ptr[0]) || strchr(" -,", name.ptr[0]))) {
            name = xc_slice_sub(name, 1, name.len); // the year
        }
        found = agency_of_line(outlets, name);
    }
    return found;
}

xc_slice agency_of_text(const xc_outlets *outlets, xc_slice text) {
    xc_slice found = agency_in_dateline(outlets, text);
    if (!found.len) {
        found = agency_in_notice(outlets, text);
    }
    if (!found.len) {
        found = agency_in_byline(outlets, text);
    }
    if (!found.len) {
        found = agency_at_end(outlets, text);
    }
    return found.len ? found : agency_in_rights(outlets, text);
}
