// SPDX-License-Identifier: MIT
// How the page was made: what another person needs to get the same bytes.
#include "report/page/page.h"

#include <inttypes.h>

static void write_packs(const report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    for (size_t i = 0; i < content->pack_count; i++) {
        const xc_pack_record *pack = &content->packs[i];
        xc_buffer hash = {0};
        xc_buffer_print(&hash, "%016" PRIx64, pack->hash);
        const template_fill fills[] = {FILL_TEXT("name", pack->name),
                                       FILL_TEXT("language", pack->language),
                                       FILL_TEXT("hash", xc_buffer_slice(&hash))};
        PAGE_WRITE(page, "made-pack", fills, out);
        xc_buffer_release(&hash);
    }
}

void page_made(report_page *page, xc_slice generator, xc_buffer *out) {
    xc_buffer command = {0};
    xc_buffer packs = {0};
    // Not the command line as it was typed: threads, folders and the order of adding leave the
    // page as it is, and a folder's name is nobody else's business.
    xc_buffer_print(&command, "crossclaim compare --db case.db%s%s",
                    page->options->no_text ? " --no-text" : "",
                    page->options->no_bom ? " --no-bom" : "");
    write_packs(page, &packs);
    const template_fill fills[] = {FILL_TEXT("generator", generator),
                                   FILL_TEXT("command", xc_buffer_slice(&command)),
                                   FILL_MARKUP("packs", &packs)};
    PAGE_WRITE(page, "made", fills, out);
    xc_buffer_release(&command);
    xc_buffer_release(&packs);
}
