// SPDX-License-Identifier: MIT
// Words for people.
#include "report/words.h"

const char *verdict_is(xc_verdict verdict) {
    switch (verdict) {
    case XC_CONFLICT:
        return "independent claims contradict each other and nothing stated explains it";
    case XC_UPDATED:
        return "a later count replaced an earlier one";
    case XC_AGREE:
        return "the stated numbers are equal, or equal after rounding";
    case XC_COMPATIBLE:
        return "the numbers that the words allow overlap";
    case XC_SINGLE:
        return "one source alone gives a figure";
    case XC_VERDICTS:
        break;
    }
    return "";
}

const char *attribution_kind_is(xc_attribution_kind kind) {
    static const char *const words[XC_ATTRIBUTION_KINDS] = {
        [XC_OWN] = "the outlet itself",
        [XC_GOVERNMENT] = "government",
        [XC_MILITARY] = "military",
        [XC_PARTY] = "party to the conflict",
        [XC_INTERNATIONAL] = "international body",
        [XC_MEDICAL] = "medical",
        [XC_RESCUE] = "rescue service",
        [XC_POLICE] = "police",
        [XC_AGENCY] = "news agency",
        [XC_MEDIA] = "other media",
        [XC_WITNESS] = "witness",
        [XC_EXPERT] = "expert",
        [XC_COMPANY] = "company",
        [XC_OTHER] = "other"};
    return (int)kind >= 0 && kind < XC_ATTRIBUTION_KINDS ? words[kind] : "";
}

const char *difference_is(xc_slice difference) {
    static const char *const words[][2] = {{"class", "another class"},
                                           {"area", "another area"},
                                           {"window", "another time"},
                                           {"measure", "a near measure"},
                                           {"part", "a part or the whole"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (xc_slice_is(difference, words[i][0])) {
            return words[i][1];
        }
    }
    return "related";
}

void words_name(xc_slice name, xc_buffer *out) {
    for (size_t i = 0; i < name.len; i++) {
        xc_buffer_char(out, name.ptr[i] == '_' ? ' ' : name.ptr[i]);
    }
}

void words_moment(xc_slice time, xc_buffer *out) {
    enum { TO_THE_MINUTE = 16 };
    int32_t ahead = 0;
    xc_date_words(xc_slice_sub(time, 0, TO_THE_MINUTE), out);
    if (time.len > TO_THE_MINUTE && xc_date_zone(time, &ahead)) {
        int minutes = (int)(ahead < 0 ? -ahead : ahead) / 60;
        xc_buffer_text(out, " (UTC");
        if (minutes) {
            xc_buffer_print(out, "%c%d", ahead < 0 ? '-' : '+', minutes / 60);
        }
        if (minutes % 60) {
            xc_buffer_print(out, ":%02d", minutes % 60);
        }
        xc_buffer_char(out, ')');
    }
}

void words_count(size_t count, const char *one, const char *many, xc_buffer *out) {
    xc_buffer_print(out, "%zu %s", count, count == 1 ? one : many);
}
