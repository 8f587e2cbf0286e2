// SPDX-License-Identifier: MIT
/// What a file is, before anything reads it: an article's file, one that goes with pages and is
/// passed over (an image, a script, our own output), or one that nothing here can read.
#ifndef CROSSCLAIM_READ_KIND_H
#define CROSSCLAIM_READ_KIND_H

#include "read/bytes/path_name.h"

/// Bytes of the page's name in the name of the folder that a browser puts its parts in:
/// 4 of "page_files"; 0 where it is no such folder's name.
size_t parts_folder_stem(xc_slice folder);
/// The extensions that a page beside such a folder may have, NULL-ended.
extern const char *const page_extensions[];

/// Whether the name alone says that the file goes with pages and holds no article: images,
/// scripts, style sheets, fonts, a database's side files.
bool name_is_ignored(xc_slice name);
/// Whether the content says so: an image under another name, or a case, page, table or
/// workbook that crossclaim wrote.
bool content_is_ignored(xc_slice head, xc_slice name);
/// Whether it is a tar archive, by the check sum of its first header.
bool content_is_tar(xc_slice head);
/// Whether it is a crawl's record (WARC), or the first one of an older crawl (ARC).
bool content_is_crawl(xc_slice head);
/// Whether it is one of them or a zip archive.
bool content_is_archive(xc_slice head);
/// Whether the content is a PDF.
bool content_is_pdf(xc_slice head);
/// Whether the content is a feed: RSS or Atom.
bool content_is_feed(xc_slice head);
/// Why the content cannot be read, to be shown to the user; NULL if nothing speaks against it.
const char *content_refusal(xc_slice head);

#endif
