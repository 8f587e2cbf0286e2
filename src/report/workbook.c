// SPDX-License-Identifier: MIT
// The workbook.
#include "workbook.h"

xc_status xc_workbook_bytes(const xc_case_content *content, xc_buffer *out, xc_error *error) {
    (void)content;
    (void)out;
    return xc_fail(error, XC_USAGE, "the workbook is not written yet");
}
