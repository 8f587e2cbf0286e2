// SPDX-License-Identifier: MIT
// One message in MIME: a page as browsers save it in one file (MHTML), or a mail.
#include "read/format/mime.h"
#include "read/bytes/charset.h"
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

// ---- told by its header ----

static bool is_name_byte(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

// "Name" of "Name: value"; empty if the line is none.
static xc_slice header_name(xc_slice line) {
    size_t length = 0;
    while (length < line.len && is_name_byte(line.ptr[length])) {
        length++;
    }
    bool is_header = length && length < line.len && line.ptr[length] == ':';
    return is_header ? xc_slice_sub(line, 0, length) : (xc_slice){0};
}

static bool is_one_of(xc_slice name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_equal_fold(name, xc_slice_of(names[i]))) {
            return true;
        }
    }
    return false;
}

bool mime_starts(xc_slice head) {
    // The first are in nothing but mails; of the second, words of any text, three are wanted.
    static const char *const sure[] = {
        "MIME-Version", "Message-ID",   "Return-Path", "Received",
        "Delivered-To", "Content-Type", "X-Mailer",    "Snapshot-Content-Location"};
    static const char *const likely[] = {"From", "To", "Subject", "Date"};
    size_t surely = 0;
    size_t maybe = 0;
    bool more = true;
    for (size_t lines = 0; more && lines < 200; lines++) {
        xc_slice line;
        more = xc_slice_cut(head, '\n', &line, &head);
        if (!xc_slice_trim(line).len) {
            break;
        }
        bool is_folded = lines && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
        xc_slice name = header_name(line);
        if (!is_folded && !name.len) {
            return false;
        }
        surely += is_one_of(name, sure, sizeof sure / sizeof *sure);
        maybe += is_one_of(name, likely, sizeof likely / sizeof *likely);
    }
    return (surely && surely + maybe > 1) || maybe > 2;
}

bool mailbox_line(xc_slice line) {
    line = xc_slice_trim(line);
    // The line ends with a year, in a time as ctime() prints it.
    return xc_slice_starts(line, XC_SLICE("From ")) && line.len > 24 &&
           memchr(line.ptr, ':', line.len) && line.ptr[line.len - 5] == ' ' &&
           (xc_slice_starts(xc_slice_sub(line, line.len - 4, line.len), XC_SLICE("20")) ||
            xc_slice_starts(xc_slice_sub(line, line.len - 4, line.len), XC_SLICE("19")));
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
        return xc_fail(error, XC_SKIPPED, "a mail without a text; attachments are not read");
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

xc_status mime_read(xc_slice bytes, const xc_read_options *options, xc_arena *arena,
                    xc_document *out, xc_error *error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, start_gmime);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.ptr, bytes.len);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    xc_status status = XC_SKIPPED;
    if (message) {
        status = read_message(message, options, arena, out, error);
        g_object_unref(message);
    } else {
        (void)xc_fail(error, XC_SKIPPED, "a mail or web archive that cannot be taken apart");
    }
    g_object_unref(parser);
    return status;
}
