// SPDX-License-Identifier: MIT
/// The frame of a map: which part of the earth it shows, and where on it a place stands. An
/// equirectangular projection true to scale at the middle latitude (Snyder 1987, Map Projections,
/// p. 90): enough for a province, and for the world a picture that everybody knows.
#ifndef CROSSCLAIM_REPORT_PAGE_MAP_FRAME_H
#define CROSSCLAIM_REPORT_PAGE_MAP_FRAME_H

#include "crossclaim/base.h"

enum { MOST_MAP_LINES = 12, MAP_WIDTH = 8, MAP_HEIGHT = 5 };

typedef struct map_point {
    double latitude, longitude; ///< degrees; north and east are positive
} map_point;

typedef struct map_frame {
    double north, south, west, east;  ///< degrees; `east` may lie beyond 180
    double parallels[MOST_MAP_LINES]; ///< latitudes of the lines drawn
    double meridians[MOST_MAP_LINES]; ///< longitudes of the lines drawn
    size_t parallel_count, meridian_count;
    double bar_kilometres; ///< of the scale bar: 1, 2 or 5 and zeros
    double bar;            ///< its length in percent of the map's width
} map_frame;

/// A frame around the points, MAP_WIDTH to MAP_HEIGHT, with room at its edges; at least twenty
/// kilometres high.
/// @param count at least 1
map_frame map_frame_make(const map_point *points, size_t count);
/// Where a point stands, in percent of the map's width from the left.
double map_x(const map_frame *frame, map_point point);
/// Likewise in percent of its height, from the top.
double map_y(const map_frame *frame, map_point point);
/// "32.5° N", "180°".
void map_parallel_label(double latitude, xc_buffer *out);
void map_meridian_label(double longitude, xc_buffer *out);

#endif
