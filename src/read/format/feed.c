// SPDX-License-Identifier: MIT
// Feeds (RSS 0.9 to 2.0, Atom): each item a document, with what the feed carries of it.
#include "read/bytes/charset.h"
#include "read/format/feed_element.h"
#include "read/format/feed_mend.h"
#include "read/format/html.h"
#include "read/kind.h"
#include "read/outlet/outlets.h"
#include "read/page/author.h"
#include "read/page/facts.h"
#include "read/page/printed_date.h"
#include "read/reader.h"

#include <libxml/parser.h>
#include <string.h>

static const size_t largest_feed = (size_t)64 << 20;

typedef struct feed {
    xmlDocPtr document;
    xmlNodePtr channel; // holds the items in RSS 2.0 and Atom; beside them in RSS 1.0
    xmlNodePtr item;    // the next one to give
    xc_slice outlet, host, language;
    size_t replaced;
} feed;

// ---- what an item tells ----

// The elements that may carry the article, the fullest first.
static const struct {
    const char *prefix, *local;
} bodies[] = {{"content", "encoded"}, {"", "content"}, {"xhtml", "body"},    {"", "fulltext"},
              {"", "description"},    {"", "summary"}, {"dc", "description"}};

// HTML that stands in the feed as elements is written out to be read as HTML that does not.
static xc_slice markup_of(xmlNodePtr node, xc_arena *arena) {
    xmlBufferPtr buffer = xmlBufferCreate();
    xc_slice text = {0};
    if (buffer && xmlNodeDump(buffer, node->doc, node, 0, 0) > 0) {
        text = xc_arena_copy(arena, xc_slice_of((const char *)xmlBufferContent(buffer)));
    }
    xmlBufferFree(buffer);
    return text;
}

static bool has_elements(const xmlNode *node) {
    for (const xmlNode *inner = node->children; inner; inner = inner->next) {
        if (inner->type == XML_ELEMENT_NODE) {
            return true;
        }
    }
    return false;
}

static bool is_markup(xc_slice text) {
    return text.len && (memchr(text.ptr, '<', text.len) || memchr(text.ptr, '&', text.len));
}

static xc_status read_body(const xc_reader *reader, xmlNodePtr item, xc_arena *arena,
                           xc_document *out, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies && status == XC_OK; i++) {
        xmlNodePtr node = feed_child(item, bodies[i].prefix, bodies[i].local);
        if (!node || xc_slice_trim(out->text).len) {
            continue;
        }
        bool is_tree = has_elements(node);
        xc_slice text = is_tree ? markup_of(node, arena) : feed_text(node, arena);
        bool is_plain =
            xc_slice_is(feed_attribute(node, "type", arena), "text") || !is_markup(text);
        if (is_plain && !is_tree) {
            out->text = text;
        } else if (text.len) {
            status =
                html_read_part(text, out->title, &reader->options, arena, &out->text, error);
            status = status == XC_SKIPPED ? XC_OK : status;
        }
    }
    return status;
}

// Titles may carry HTML, escaped once more.
static xc_status read_title(const xc_reader *reader, xmlNodePtr item, xc_arena *arena,
                            xc_document *out, xc_error *error) {
    xc_slice title = feed_text(feed_child(item, "", "title"), arena);
    if (!is_markup(title)) {
        out->title = title;
        return XC_OK;
    }
    xc_status status =
        html_read_part(title, (xc_slice){0}, &reader->options, arena, &out->title, error);
    out->title = out->title.len ? out->title : title;
    return status == XC_SKIPPED ? XC_OK : status;
}

static bool is_web_address(xc_slice text) {
    return url_host(text).len > 0;
}

static xc_slice link_of(const xmlNode *parent, xc_arena *arena) {
    xc_slice found = feed_text(feed_child(parent, "feedburner", "origLink"), arena);
    for (xmlNodePtr node = parent->children; node && !is_web_address(found);
         node = node->next) {
        if (feed_is_called(node, "", "link")) {
            xc_slice rel = feed_attribute(node, "rel", arena);
            bool leads_there = !rel.len || xc_slice_is(rel, "alternate");
            xc_slice href = feed_attribute(node, "href", arena);
            found = !leads_there ? found : href.len ? href : feed_text(node, arena);
        }
    }
    xmlNodePtr guid = feed_child(parent, "", "guid");
    if (!is_web_address(found) && guid &&
        !xc_slice_is(feed_attribute(guid, "isPermaLink", arena), "false")) {
        found = feed_text(guid, arena);
    }
    return is_web_address(found) ? found : (xc_slice){0};
}

static void read_date(const xmlNode *item, const page_words *words, xc_arena *arena,
                      xc_document *out) {
    // What Atom calls updated is there always, what it calls published often is not.
    static const struct {
        const char *prefix, *local;
    } dates[] = {{"", "pubDate"}, {"", "published"}, {"dc", "date"},
                 {"", "issued"},  {"", "date"},      {"", "updated"}};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        page_date date;
        xc_slice told = feed_text(feed_child(item, dates[i].prefix, dates[i].local), arena);
        if (told.len && page_date_find(words, told, true, &date)) {
            out->published = page_date_print(&date, arena);
            out->published_basis = XC_BASIS_PAGE;
            return;
        }
    }
}

// "desk@post.example (Ana Quill)" is Ana Quill; an address alone is nobody's name.
static xc_slice without_address(xc_slice name) {
    xc_slice before;
    xc_slice behind;
    if (!name.len || !memchr(name.ptr, '@', name.len)) {
        return name;
    }
    if (!xc_slice_cut(name, '(', &before, &behind)) {
        return (xc_slice){0};
    }
    xc_slice inside;
    xc_slice_cut(behind, ')', &inside, &behind);
    return memchr(inside.ptr, '@', inside.len) ? (xc_slice){0} : xc_slice_trim(inside);
}

static xc_slice author_of(const xmlNode *item, const page_words *words, xc_arena *arena) {
    xc_slice name = feed_text(feed_child(item, "dc", "creator"), arena);
    const xmlNode *author = feed_child(item, "", "author");
    if (!name.len && author) {
        const xmlNode *inner = feed_child(author, "", "name");
        name = feed_text(inner ? inner : author, arena);
    }
    return author_clean(words, without_address(name));
}

// "The Post - World" is a part of The Post.
static xc_slice outlet_in(xc_slice title) {
    static const char *const separators[] = {
        " - ", " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " > ", ": "};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        size_t at = xc_slice_find(title, xc_slice_of(separators[i]));
        if (at != SIZE_MAX && at > 0) {
            title = xc_slice_sub(title, 0, at);
        }
    }
    return xc_slice_trim(title);
}

// The last two labels of a host.
static xc_slice site_of(xc_slice host) {
    size_t dots = 0;
    for (size_t i = host.len; i-- > 0;) {
        dots += host.ptr[i] == '.';
        if (dots == 2) {
            return xc_slice_sub(host, i + 1, host.len);
        }
    }
    return host;
}

// The feed's own name, unless the item says whose it is or leads to another site, as those of
// collections do.
static xc_slice outlet_of(const feed *state, const xmlNode *item, xc_slice url,
                          xc_arena *arena) {
    const xmlNode *source = feed_child(item, "", "source");
    if (source) {
        const xmlNode *title = feed_child(source, "", "title");
        xc_slice name = feed_text(title ? title : source, arena);
        if (name.len) {
            return outlet_in(name);
        }
    }
    xc_slice host = url_host(url);
    bool is_elsewhere =
        host.len && state->host.len && !xc_slice_equal(site_of(host), site_of(state->host));
    return is_elsewhere ? (xc_slice){0} : xc_arena_copy(arena, state->outlet);
}

// ---- the format ----

static bool sniff(const bytes_sample *sample) {
    return content_is_feed(sample->head);
}

static bool is_item(const xmlNode *node) {
    return feed_is_called(node, "", "item") || feed_is_called(node, "", "entry") ||
           feed_is_called(node, "rss", "item");
}

static xmlNodePtr next_item(xmlNodePtr node) {
    while (node && !is_item(node)) {
        node = node->next;
    }
    return node;
}

static xc_slice declared_encoding(xc_slice bytes) {
    xc_slice line;
    xc_slice rest;
    xc_slice_cut(xc_slice_sub(bytes, 0, 256), '>', &line, &rest);
    size_t at = xc_slice_find(line, XC_SLICE("encoding="));
    if (at == SIZE_MAX || at + strlen("encoding=") >= line.len) {
        return (xc_slice){0};
    }
    rest = xc_slice_sub(line, at + strlen("encoding="), line.len);
    char quote = rest.ptr[0];
    xc_slice name;
    return xc_slice_cut(xc_slice_sub(rest, 1, rest.len), quote, &name, &rest) ? name
                                                                              : (xc_slice){0};
}

static void read_channel(feed *state, xc_arena *arena) {
    xmlNodePtr root = xmlDocGetRootElement(state->document);
    xmlNodePtr channel = feed_child(root, "", "channel");
    channel = channel ? channel : feed_child(root, "rss", "channel");
    state->channel = channel ? channel : root;
    state->item = next_item(state->channel->children);
    if (!state->item) {
        state->item = next_item(root->children); // RSS 1.0
    }
    state->outlet = outlet_in(feed_text(feed_child(state->channel, "", "title"), arena));
    state->host = url_host(link_of(state->channel, arena));
    xc_slice language = feed_text(feed_child(state->channel, "", "language"), arena);
    language = language.len ? language : feed_attribute(root, "lang", arena);
    xc_slice region;
    xc_slice_cut(language, '-', &state->language, &region);
}

static xc_status open_feed(xc_reader *reader, xc_error *error) {
    feed *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    xc_slice bytes = {0};
    xc_slice text = {0};
    xc_status status = stream_rest(&reader->stream, largest_feed, &bytes, error);
    if (status == XC_OK) {
        status = charset_decode(bytes, declared_encoding(bytes), reader->arena, &text,
                                &state->replaced, error);
    }
    if (status != XC_OK) {
        return status;
    }
    status = feed_mend(xc_slice_trim(text), reader->arena, &text, error);
    if (status != XC_OK) {
        return status;
    }
    state->document =
        xmlReadMemory(text.ptr, (int)text.len, NULL, "UTF-8",
                      XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                          XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT);
    if (!state->document || !xmlDocGetRootElement(state->document)) {
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0, "a feed that is no XML");
    }
    read_channel(state, reader->arena);
    if (!state->item) {
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0, "a feed without an item");
    }
    return XC_OK;
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    feed *state = reader->state;
    xmlNodePtr item = state->item;
    if (!item) {
        return XC_END;
    }
    state->item = next_item(item->next);
    reader->is_single = reader->number == 0 && !state->item;
    out->replaced = reader->number == 0 ? state->replaced : 0;
    xc_status status = read_title(reader, item, arena, out, error);
    if (status == XC_OK) {
        status = read_body(reader, item, arena, out, error);
    }
    if (status == XC_OK && !xc_slice_trim(out->text).len) {
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0,
                          "item %zu of the feed has no text; save the page that it leads to",
                          reader->number + 1);
    }
    out->url = link_of(item, arena);
    const page_words *words = lines_words(outlets_lines(reader->options.outlets));
    read_date(item, words, arena, out);
    out->author = author_of(item, words, arena);
    out->source = outlet_of(state, item, out->url, arena);
    out->language = xc_arena_copy(arena, state->language);
    return status;
}

static void close_feed(xc_reader *reader) {
    feed *state = reader->state;
    if (state && state->document) {
        xmlFreeDoc(state->document);
    }
}

const read_format format_feed = {
    .name = "feed", .sniff = sniff, .open = open_feed, .next = next, .close = close_feed};
