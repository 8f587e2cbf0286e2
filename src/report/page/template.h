// SPDX-License-Identifier: MIT
/// Templates: files of markup with named blocks and places to fill. What is filled in is
/// escaped by where it stands (text, attribute, address, script), which is worked out once when
/// the template is loaded; saved pages are hostile and nothing of theirs is ever markup.
///
///     {{block row}}<td title="{{name}}">{{if url}}<a
///     href="{{url}}">{{name}}</a>{{end}}</td>{{end}}
///
/// `{{if name}}` and `{{unless name}}` look whether a value is empty.
#ifndef CROSSCLAIM_REPORT_PAGE_TEMPLATE_H
#define CROSSCLAIM_REPORT_PAGE_TEMPLATE_H

#include "crossclaim/base.h"

typedef struct page_template page_template;

/// @param arena owns the template
/// @return XC_BAD_INPUT with file and line where the template is wrong
XC_MUST_CHECK xc_status template_load(const char *path, xc_arena *arena, page_template **out,
                                      xc_error *error);

/// A value for a place. Markup is what a template wrote before, or a file of the report's own:
/// it is not escaped, and allowed between tags only (and as the whole of a style or script).
typedef struct template_fill {
    const char *name;
    xc_slice value;
    bool markup;
} template_fill;

/// Appends a block with its places filled. A place without a value, or markup where none may
/// stand, is the buffer's failure (XC_BAD_INPUT); template_mistake tells which.
void template_write(page_template *template, const char *block, const template_fill *fills,
                    size_t count, xc_buffer *out);
/// The first mistake of template_write, "" if there was none.
const char *template_mistake(const page_template *template);

/// Appends text escaped for a place between tags; control characters become U+FFFD.
void escape_text(xc_slice text, xc_buffer *out);
/// The address may be followed with a click: http or https, or a place in the page itself.
bool address_is_web(xc_slice address);

#endif
