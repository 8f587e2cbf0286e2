// SPDX-License-Identifier: MIT
// What is written between them is written whole or not at all.
#include "store/database.h"

xc_status xc_case_begin(xc_case *case_file, xc_error *error) {
    return database_run(case_file, "BEGIN IMMEDIATE", error);
}

xc_status xc_case_commit(xc_case *case_file, xc_error *error) {
    return database_run(case_file, "COMMIT", error);
}

xc_status xc_case_roll_back(xc_case *case_file, xc_error *error) {
    return database_run(case_file, "ROLLBACK", error);
}
