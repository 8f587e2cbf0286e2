// SPDX-License-Identifier: MIT
// One message in MIME: a page as browsers save it in one file (MHTML), or a mail.
#include "read/format/mime.h"
#include "read/bytes/charset.h"
#include "read/bytes/path_name.h"
#include "read/format/html.h"
#include "read/outlet/outlets.h"
#include "read/page/facts.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

enum { DEEPEST = 16, MOST_PARTS = 200 };

static void start_gmime(void) {
    g_mime_init();
}

// ---- parts ----

// The first readable parts, in the order of the message.
typedef struct parts {
    GMimePart *page, *plain;
    size_t seen;
} parts;

static bool is_attachment(GMimeObject *object) {
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

// The part that a web archive says it starts with comes before the others.
static GMimeObject *start_of(GMimeMultipart *multipart) {
    const char *start =
        g_mime_object_get_content_type_parameter(GMIME_OBJECT(multipart), "start");
    if (!start) {
        return NULL;
    }
    size_t length = strlen(start);
    bool is_bracketed = length > 2 && start[0] == '<' && start[length - 1] == '>';
    char *bare = is_bracketed ? g_strndup(start + 1, length - 2) : g_strdup(start);
    GMimeObject *found = g_mime_multipart_get_subpart_from_content_id(multipart, bare);
    g_free(bare);
    return found;
}

static void find_parts(GMimeObject *object, int depth, parts *found) {
    if (!object || depth > DEEPEST || found->seen++ > MOST_PARTS) {
        return;
    }
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        if (depth == 0) {
            find_parts(start_of(multipart), depth + 1, found);
        }
        for (int i = 0; i < g_mime_multipart_get_count(multipart); i++) {
            find_parts(g_mime_multipart_get_part(multipart, i), depth + 1, found);
        }
        return;
    }
    if (!GMIME_IS_PART(object) || is_attachment(object)) {
        return;
    }
    GMimeContentType *type = g_mime_object_get_content_type(object);
    bool is_page = g_mime_content_type_is_type(type, "text", "html") ||
                   g_mime_content_type_is_type(type, "application", "xhtml+xml");
    if (is_page && !found->page) {
        found->page = GMIME_PART(object);
    } else if (g_mime_content_type_is_type(type, "text", "plain") && !found->plain) {
        found->plain = GMIME_PART(object);
    }
}

// A part's bytes in UTF-8. Its charset is told outside of it, as that of a page from a server.
static xc_status decode_part(GMimePart *part, xc_arena *arena, xc_slice *text, size_t *replaced,
                             xc_error *error) {
    *text = (xc_slice){0};
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content) {
        return XC_OK;
    }
    GMimeStream *stream = g_mime_stream_mem_new();
    (void)g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    xc_slice bytes = xc_arena_copy(arena, (xc_slice){(const char *)array->data, array->len});
    g_object_unref(stream);
    if (!bytes.ptr) {
        return xc_fail_memory(error);
    }
    const char *charset =
        g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    bool is_page = !g_mime_content_type_is_type(
        g_mime_object_get_content_type(GMIME_OBJECT(part)), "text", "plain");
    if (is_page && !charset) {
        *text = bytes; // the page itself says which
        return XC_OK;
    }
    return charset_decode(bytes, xc_slice_of(charset), arena, text, replaced, error);
}

// ---- a web archive ----

static bool is_web_address(xc_slice address) {
    return xc_slice_starts(address, XC_SLICE("http://")) ||
           xc_slice_starts(address, XC_SLICE("https://"));
}

// Where the page was saved from; NULL where nothing says so, as in a mail.
static const char *saved_from(GMimeMessage *message, GMimePart *page) {
    const char *told =
        g_mime_object_get_header(GMIME_OBJECT(message), "Snapshot-Content-Location");
    if (!told) {
        told = g_mime_object_get_header(GMIME_OBJECT(message), "Content-Location");
    }
    if (!told && page) {
        told = g_mime_object_get_header(GMIME_OBJECT(page), "Content-Location");
    }
    return told && is_web_address(xc_slice_of(told)) ? told : NULL;
}

static bool is_saved_by_browser(GMimeMessage *message) {
    const char *from = g_mime_object_get_header(GMIME_OBJECT(message), "From");
    return from && strncasecmp(from, "<Saved by ", strlen("<Saved by ")) == 0;
}

// The address that the page was saved from is sure; the page's own is taken where it only
// spells it in another way.
static xc_status take_address(const char *told, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    xc_slice address = xc_slice_trim(xc_slice_of(told));
    bool is_same_site = out->url.len && xc_slice_equal(url_host(out->url), url_host(address));
    if (!address.len || is_same_site) {
        return XC_OK;
    }
    size_t replaced = 0;
    return charset_decode(xc_arena_copy(arena, address), XC_SLICE("utf-8"), arena, &out->url,
                          &replaced, error);
}

static xc_status read_archive(GMimeMessage *message, GMimePart *page,
                              const xc_read_options *options, xc_arena *arena, xc_document *out,
                              xc_error *error) {
    xc_slice html = {0};
    size_t replaced = 0;
    xc_status status = decode_part(page, arena, &html, &replaced, error);
    if (status == XC_OK) {
        status = html_read(html, options, arena, out, error);
    }
    out->replaced += replaced;
    out->format = XC_SLICE("mhtml");
    return status == XC_OK ? take_address(saved_from(message, page), arena, out, error)
                           : status;
}

// ---- a mail ----

// A mail's own date; in a web archive the same line says when it was saved.
static xc_slice date_of(GMimeMessage *message, xc_arena *arena) {
    GDateTime *date = g_mime_message_get_date(message);
    if (!date || g_date_time_get_year(date) < 1970) {
        return (xc_slice){0};
    }
    char *printed = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
    xc_slice copy = printed ? xc_arena_copy(arena, xc_slice_of(printed)) : (xc_slice){0};
    g_free(printed);
    return copy;
}

// An outlet's newsletter comes from its own domain. A private sender is nobody's outlet.
static xc_slice outlet_of_sender(GMimeMessage *message, const xc_read_options *options) {
    InternetAddressList *from = g_mime_message_get_from(message);
    if (!from || internet_address_list_length(from) == 0 || !options->outlets) {
        return (xc_slice){0};
    }
    InternetAddress *first = internet_address_list_get_address(from, 0);
    const char *mailbox =
        INTERNET_ADDRESS_IS_MAILBOX(first)
            ? internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first))
            : NULL;
    const char *at = mailbox ? strrchr(mailbox, '@') : NULL;
    return at ? outlet_of_host(options->outlets, xc_slice_of(at + 1)) : (xc_slice){0};
}

// HTML as mail programs show it, unless it has much less to say than the plain text.
static xc_status read_mail_text(const parts *found, const xc_read_options *options,
                                xc_arena *arena, xc_document *out, xc_error *error) {
    xc_slice html = {0};
    xc_slice plain = {0};
    xc_status status = XC_OK;
    if (found->plain) {
        status = decode_part(found->plain, arena, &plain, &out->replaced, error);
    }
    if (status == XC_OK && found->page) {
        status = decode_part(found->page, arena, &html, &out->replaced, error);
    }
    if (status == XC_OK && xc_slice_trim(html).len) {
        status = html_read_part(html, out->title, options, arena, &out->text, error);
        status = status == XC_SKIPPED ? XC_OK : status;
    }
    plain = xc_slice_trim(plain);
    if (status == XC_OK && out->text.len < plain.len / 2) {
        out->text = xc_arena_copy(arena, plain);
        status = out->text.ptr ? XC_OK : xc_fail_memory(error);
    }
    return status;
}

static xc_status read_mail(GMimeMessage *message, const parts *found,
                           const xc_read_options *options, xc_arena *arena, xc_document *out,
                           xc_error *error) {
    const char *subject = g_mime_message_get_subject(message);
    out->format = XC_SLICE("mail");
    xc_status status = charset_decode(xc_arena_copy(arena, xc_slice_trim(xc_slice_of(subject))),
                                      (xc_slice){0}, arena, &out->title, &out->replaced, error);
    if (status == XC_OK) {
        status = read_mail_text(found, options, arena, out, error);
    }
    if (status == XC_OK && !xc_slice_trim(out->text).len) {
        return xc_fail(error, XC_SKIPPED, "a mail without a text");
    }
    out->published = date_of(message, arena);
    out->published_basis = out->published.len ? XC_BASIS_PAGE : XC_BASIS_NONE;
    out->source = outlet_of_sender(message, options);
    return status;
}

static xc_status read_message(GMimeMessage *message, const xc_read_options *options,
                              xc_arena *arena, xc_document *out, xc_error *error) {
    parts found = {0};
    find_parts(g_mime_message_get_mime_part(message), 0, &found);
    if (!found.page && !found.plain) {
        return xc_fail(error, XC_SKIPPED, "a mail or web archive without a page or text in it");
    }
    bool is_archive =
        found.page && (saved_from(message, found.page) || is_saved_by_browser(message));
    return is_archive ? read_archive(message, found.page, options, arena, out, error)
                      : read_mail(message, &found, options, arena, out, error);
}

// Parses a message; NULL where it cannot be taken apart.
static GMimeMessage *parse_message(xc_slice bytes) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, start_gmime);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.ptr, bytes.len);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    return message;
}

xc_status mime_read(xc_slice bytes, const xc_read_options *options, xc_arena *arena,
                    xc_document *out, xc_error *error) {
    GMimeMessage *message = parse_message(bytes);
    if (!message) {
        return xc_fail(error, XC_SKIPPED, "a mail or web archive that cannot be taken apart");
    }
    xc_status status = read_message(message, options, arena, out, error);
    g_object_unref(message);
    return status;
}

// ---- the files that a mail carries ----

typedef struct attachments {
    xc_arena *arena;
    mime_attachment *items;
    size_t count, capacity, seen;
    bool failed;
} attachments;

// The last part of the name that the sender gave it, without what no file's name has.
static xc_slice file_name(const char *told, xc_arena *arena) {
    xc_slice name = xc_slice_trim(path_name(xc_slice_of(told)));
    char *copy = xc_arena_string(arena, name);
    for (size_t i = 0; copy && i < name.len; i++) {
        unsigned char byte = (unsigned char)copy[i];
        copy[i] = (char)(byte < ' ' || byte == '\\' || byte == '#' ? '_' : byte);
    }
    return (xc_slice){copy, copy ? name.len : 0};
}

static void add_attachment(attachments *list, const char *told, GMimeStream *content) {
    GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(content));
    mime_attachment *item =
        xc_arena_grow(list->arena, &list->items, list->count, &list->capacity, sizeof *item);
    xc_slice bytes =
        xc_arena_copy(list->arena, (xc_slice){(const char *)array->data, array->len});
    xc_slice name = file_name(told, list->arena);
    list->failed = list->failed || !item || !bytes.ptr || !name.ptr;
    if (!list->failed && name.len) {
        *item = (mime_attachment){name, bytes};
        list->count++;
    }
}

static void find_attachments(GMimeObject *object, int depth, attachments *list) {
    if (!object || depth > DEEPEST || list->seen++ > MOST_PARTS || list->failed) {
        return;
    }
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        for (int i = 0; i < g_mime_multipart_get_count(multipart); i++) {
            find_attachments(g_mime_multipart_get_part(multipart, i), depth + 1, list);
        }
        return;
    }
    GMimeStream *content = g_mime_stream_mem_new();
    if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (inner) {
            (void)g_mime_object_write_to_stream(GMIME_OBJECT(inner), NULL, content);
            add_attachment(list, "forwarded.eml", content);
        }
    } else if (GMIME_IS_PART(object)) {
        const char *name = g_mime_part_get_filename(GMIME_PART(object));
        GMimeDataWrapper *data = g_mime_part_get_content(GMIME_PART(object));
        if (name && *name && data) {
            (void)g_mime_data_wrapper_write_to_stream(data, content);
            add_attachment(list, name, content);
        }
    }
    g_object_unref(content);
}

static bool is_web_archive(GMimeMessage *message) {
    parts found = {0};
    find_parts(g_mime_message_get_mime_part(message), 0, &found);
    return found.page && (saved_from(message, found.page) || is_saved_by_browser(message));
}

xc_status mime_attachments(xc_slice bytes, xc_arena *arena, mime_attachment **out,
                           size_t *count, xc_error *error) {
    attachments list = {.arena = arena};
    GMimeMessage *message = parse_message(bytes);
    if (message && !is_web_archive(message)) {
        find_attachments(g_mime_message_get_mime_part(message), 0, &list);
    }
    if (message) {
        g_object_unref(message);
    }
    *out = list.items;
    *count = list.count;
    return list.failed ? xc_fail_memory(error) : XC_OK;
}
