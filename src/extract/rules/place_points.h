// SPDX-License-Identifier: MIT
// What speaks for a place of a text as that of a claim, each with points that were learnt: a
// conditional logit model over the places of a text (McFadden, 1974), whose weights
// tools/place_points.py learns from claims with known places. `claims/world/place_points.csv`
// (columns feature,bin,points; a bin that is not named has none).
#ifndef CROSSCLAIM_EXTRACT_RULES_PLACE_POINTS_H
#define CROSSCLAIM_EXTRACT_RULES_PLACE_POINTS_H

#include "crossclaim/base.h"

// Name and number of bins. What the bins say stands at the function in features.c that fills
// them.
#define PLACE_FEATURES(FEATURE)                                                                \
    FEATURE(near, 7)          /* in which sentence, seen from the claim */                     \
    FEATURE(near_wish, 35)    /* the same by what the measure wants */                         \
    FEATURE(role_here, 40)    /* how it stands in the claim's sentence */                      \
    FEATURE(role_back, 48)    /* how it stands in another */                                   \
    FEATURE(distance, 14)     /* words between it and the claim */                             \
    FEATURE(kind, 70)         /* country, town, ... by what the measure wants */               \
    FEATURE(size, 24)         /* the same by the size of the figure */                         \
    FEATURE(sure, 10)         /* how sure it is a place */                                     \
    FEATURE(nested, 6)        /* a wider or narrower place stands beside it */                 \
    FEATURE(share, 16)        /* how much of the text is about it */                           \
    FEATURE(title, 4)         /* named in the first sentence */                                \
    FEATURE(usual, 10)        /* how it lies to what the text is about */                      \
    FEATURE(rivals, 8)        /* other places of its sentence */                               \
    FEATURE(latest, 6)        /* the last that was said before */                              \
    FEATURE(dateline, 4)      /* stands in a dateline, or alone */                             \
    FEATURE(behind, 22)       /* what stands behind it */                                      \
    FEATURE(in_name, 2)       /* it stands behind the name of a body or house */               \
    FEATURE(closest, 24)      /* it stands closest, or not, and what that says */              \
    FEATURE(closest_wish, 20) /* the same by what the measure wants */                         \
    FEATURE(argument, 8)      /* what its noun is to its verb */                               \
    FEATURE(twin, 10)         /* how it lies to where the same figure is said to be */         \
    FEATURE(whole, 10)        /* how it lies to where the whole is said to be */

typedef enum place_feature {
#define PLACE_FEATURE_POSITION(name, bins) PLACE_FEATURE_##name,
    PLACE_FEATURES(PLACE_FEATURE_POSITION)
#undef PLACE_FEATURE_POSITION
        PLACE_FEATURE_COUNT
} place_feature;

enum { MOST_BINS = 70 };

typedef struct place_points {
    int16_t of[PLACE_FEATURE_COUNT][MOST_BINS];
} place_points;

const char *place_feature_name(place_feature feature);

// @param directory `claims/world`; a missing file leaves every point 0
XC_MUST_CHECK xc_status place_points_load(const char *directory, xc_arena *arena,
                                          place_points *out, xc_error *error);

#endif
