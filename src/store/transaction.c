// SPDX-License-Identifier: MIT
// What is written between them is written whole or not at all.
#include "store/database.h"

#include <sys/stat.h>

// What is written to a file that has lost its name is lost with it.
static bool is_there_still(const xc_case *owner) {
    struct stat facts;
    return stat(owner->path, &facts) == 0 && facts.st_ino == owner->inode &&
           facts.st_dev == owner->device;
}

static xc_status check_place(xc_case *owner, xc_error *error) {
    if (!owner->inode || is_there_still(owner)) { // not known before the case is open
        return XC_OK;
    }
    (void)sqlite3_exec(owner->database, "ROLLBACK", NULL, NULL, NULL);
    return xc_fail_at(error, XC_BUSY, xc_slice_of(owner->path), 0,
                      "was taken away, or another file put in its place; run again");
}

xc_status xc_case_begin(xc_case *case_file, xc_error *error) {
    xc_status status = database_run(case_file, "BEGIN IMMEDIATE", error);
    return status == XC_OK ? check_place(case_file, error) : status;
}

xc_status xc_case_commit(xc_case *case_file, xc_error *error) {
    xc_status status = check_place(case_file, error);
    return status == XC_OK ? database_run(case_file, "COMMIT", error) : status;
}

xc_status xc_case_roll_back(xc_case *case_file, xc_error *error) {
    return database_run(case_file, "ROLLBACK", error);
}

xc_status xc_case_revision(xc_case *case_file, uint64_t *out, xc_error *error) {
    // The pragma counts what others commit, the other what we do.
    query q = query_open(case_file, "PRAGMA data_version");
    uint64_t others = query_next(&q) ? (uint64_t)query_integer(&q, 0) : 0;
    *out = (others << 32) + (uint64_t)sqlite3_total_changes(case_file->database);
    return query_close(&q, error);
}
