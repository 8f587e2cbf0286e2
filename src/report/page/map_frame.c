// SPDX-License-Identifier: MIT
#include "report/page/map_frame.h"

#include <math.h>

static const double KILOMETRES_A_DEGREE = 111.195; // of latitude, on a sphere of 6,371 km
static const double HALF_TURN = 180;

static double cosine(double degrees) {
    const double radians = 3.14159265358979323846 / HALF_TURN;
    return fmax(cos(degrees * radians), 0.05); // at a pole a degree of longitude has no length
}

// Places on both sides of the date line lie beside each other.
static void span_longitudes(const map_point *points, size_t count, map_frame *frame) {
    double east[2] = {-INFINITY, -INFINITY}; // as they are; with the western half moved on
    double west[2] = {INFINITY, INFINITY};
    for (size_t i = 0; i < count; i++) {
        double plain = points[i].longitude;
        double moved = plain < 0 ? plain + 2 * HALF_TURN : plain;
        west[0] = fmin(west[0], plain);
        east[0] = fmax(east[0], plain);
        west[1] = fmin(west[1], moved);
        east[1] = fmax(east[1], moved);
    }
    size_t side = east[1] - west[1] < east[0] - west[0] ? 1 : 0;
    frame->west = west[side];
    frame->east = east[side];
}

// Room at the edges, and the shape of the map.
static void give_shape(map_frame *frame) {
    const double room = 1.3;
    const double least = 20 / KILOMETRES_A_DEGREE;
    double latitude = (frame->north + frame->south) / 2;
    double longitude = (frame->east + frame->west) / 2;
    double stretch = cosine(latitude);
    double height = fmax((frame->north - frame->south) * room, least);
    double width = (frame->east - frame->west) * room * stretch;
    height = fmax(height, width * MAP_HEIGHT / MAP_WIDTH);
    width = height * MAP_WIDTH / MAP_HEIGHT / stretch;
    frame->north = latitude + height / 2;
    frame->south = latitude - height / 2;
    frame->west = longitude - width / 2;
    frame->east = longitude + width / 2;
}

// The widest step that still gives two lines.
static size_t lines_between(double low, double high, double lines[MOST_MAP_LINES]) {
    static const double steps[] = {90, 45, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        size_t used = 0;
        for (double at = ceil(low / steps[i]) * steps[i]; at <= high && used < MOST_MAP_LINES;
             at += steps[i]) {
            lines[used++] = at;
        }
        if (used > 1) {
            return used;
        }
    }
    return 0;
}

// About a fifth of the map's width, in a length that can be read.
static void choose_bar(map_frame *frame) {
    const double share = 5;
    double width = (frame->east - frame->west) * KILOMETRES_A_DEGREE *
                   cosine((frame->north + frame->south) / 2);
    double ten = pow(10, floor(log10(width / share)));
    double digits = width / share / ten;
    frame->bar_kilometres = ten * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
    frame->bar = frame->bar_kilometres / width * 100;
}

map_frame map_frame_make(const map_point *points, size_t count) {
    map_frame frame = {.north = points->latitude, .south = points->latitude};
    for (size_t i = 0; i < count; i++) {
        frame.north = fmax(frame.north, points[i].latitude);
        frame.south = fmin(frame.south, points[i].latitude);
    }
    span_longitudes(points, count, &frame);
    give_shape(&frame);
    frame.parallel_count = lines_between(frame.south, frame.north, frame.parallels);
    frame.meridian_count = lines_between(frame.west, frame.east, frame.meridians);
    choose_bar(&frame);
    return frame;
}

double map_x(const map_frame *frame, map_point point) {
    double longitude = point.longitude;
    if (longitude < frame->west) {
        longitude += 2 * HALF_TURN;
    }
    return (longitude - frame->west) / (frame->east - frame->west) * 100;
}

double map_y(const map_frame *frame, map_point point) {
    return (frame->north - point.latitude) / (frame->north - frame->south) * 100;
}

static void write_degrees(double degrees, const char *side, xc_buffer *out) {
    double rounded = round(fabs(degrees) * 100) / 100;
    xc_buffer_print(out, "%g°", rounded);
    if (rounded > 0 && rounded < HALF_TURN) {
        xc_buffer_text(out, side);
    }
}

void map_parallel_label(double latitude, xc_buffer *out) {
    write_degrees(latitude, latitude < 0 ? " S" : " N", out);
}

void map_meridian_label(double longitude, xc_buffer *out) {
    double turned = longitude > HALF_TURN    ? longitude - 2 * HALF_TURN
                    : longitude < -HALF_TURN ? longitude + 2 * HALF_TURN
                                             : longitude;
    write_degrees(turned, turned < 0 ? " W" : " E", out);
}
