// SPDX-License-Identifier: MIT
/// What a group is about, in one line for people.
#ifndef CROSSCLAIM_COMPARE_ABOUT_H
#define CROSSCLAIM_COMPARE_ABOUT_H

#include "compare/cluster.h"

/// "killed in the flood, Derna, 12 to 16 Sept 2023, all people"; of statements the words of
/// one. `group` has its fields set already. ptr NULL when memory is out.
xc_slice about_of(const cluster *members, const xc_group *group, xc_arena *arena);

#endif
