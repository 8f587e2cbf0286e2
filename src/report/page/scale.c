// SPDX-License-Identifier: MIT
// One axis for several figures.
#include "report/page/scale.h"

#include <math.h>

enum { LOGARITHMIC_FROM = 20 }; // greatest / least

static void add_tick(plot_scale *scale, double tick) {
    if (scale->tick_count < MOST_TICKS) {
        scale->ticks[scale->tick_count++] = tick;
    }
}

// Steps of 1, 2 or 5 times a power of ten, four or so over the axis, which is widened to whole
// steps.
static void linear_ticks(plot_scale *scale) {
    double rough = (scale->high - scale->low) / 4;
    double power = pow(10, floor(log10(rough)));
    double part = rough / power;
    double step = power * (part > 5 ? 10 : part > 2 ? 5 : part > 1 ? 2 : 1);
    double first = floor(scale->low / step + 1e-9);
    scale->low = first * step;
    scale->high = ceil(scale->high / step - 1e-9) * step;
    for (int i = 0; i < MOST_TICKS; i++) {
        double tick = (first + i) * step;
        if (tick <= scale->high + step * 1e-6) {
            add_tick(scale, tick);
        }
    }
}

// Powers of ten; every second or third where there are many.
static void logarithmic_ticks(plot_scale *scale) {
    int first = (int)ceil(scale->low - 1e-9);
    int last = (int)floor(scale->high + 1e-9);
    int stride = (last - first + 1 + 4) / 5;
    for (int power = first; power <= last; power += stride < 1 ? 1 : stride) {
        add_tick(scale, pow(10, power));
    }
}

plot_scale scale_make(double least, double greatest) {
    plot_scale scale = {0};
    scale.logarithmic = least > 0 && greatest / least >= LOGARITHMIC_FROM;
    scale.low = scale.logarithmic ? log10(least) : least;
    scale.high = scale.logarithmic ? log10(greatest) : greatest;
    if (scale.high - scale.low < 1e-9) {
        double room = fabs(scale.high) > 0 ? fabs(scale.high) / 10 : 1;
        scale.low -= room;
        scale.high += room;
    }
    if (scale.logarithmic) {
        logarithmic_ticks(&scale);
    } else {
        linear_ticks(&scale);
    }
    return scale;
}

double scale_at(const plot_scale *scale, double figure) {
    double at = scale->logarithmic ? log10(figure > 0 ? figure : 1e-12) : figure;
    double share = (at - scale->low) / (scale->high - scale->low);
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return 4 + share * 90;
}

void scale_label(double tick, xc_buffer *out) {
    static const struct {
        double unit;
        const char *name;
    } units[] = {{1e12, "tn"}, {1e9, "bn"}, {1e6, "m"}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (fabs(tick) >= units[i].unit) {
            xc_buffer_print(out, "%.4g%s", tick / units[i].unit, units[i].name);
            return;
        }
    }
    if (fabs(tick) >= 1000) {
        long whole = lround(fabs(tick));
        xc_buffer_print(out, "%s%ld,%03ld", tick < 0 ? "-" : "", whole / 1000, whole % 1000);
    } else {
        xc_buffer_print(out, "%.6g", tick);
    }
}
