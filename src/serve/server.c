// SPDX-License-Identifier: MIT
// libmicrohttpd: one thread that answers, and its limits.
#include "serve/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    MOST_BODY = 64 * 1024,
    MOST_DROPPED = 4 * 1024 * 1024, // of a body that is too long, before the line is cut
    MOST_CONNECTIONS = 400,
    MOST_WAITING_LINES = 1024, // connections that nobody has taken yet
    MOST_MEMORY = 32 * 1024,   // of a connection's headers
    IDLE_SECONDS = 15
};

// A request whose body is still coming.
typedef struct incoming {
    xc_arena *arena; // owns this struct
    xc_buffer body;
    bool too_long;
    size_t dropped;
} incoming;

static xc_slice header(struct MHD_Connection *connection, enum MHD_ValueKind kind,
                       const char *name) {
    return xc_slice_of(MHD_lookup_connection_value(connection, kind, name));
}

static void read_request(const xc_server *server, struct MHD_Connection *connection,
                         guard_request *out) {
    char cookie[32];
    (void)snprintf(cookie, sizeof cookie, "crossclaim_%u", server->guard.port);
    *out = (guard_request){.host = header(connection, MHD_HEADER_KIND, "Host"),
                           .origin = header(connection, MHD_HEADER_KIND, "Origin"),
                           .site = header(connection, MHD_HEADER_KIND, "Sec-Fetch-Site"),
                           .type = header(connection, MHD_HEADER_KIND, "Content-Type"),
                           .cookie = header(connection, MHD_COOKIE_KIND, cookie),
                           .token = header(connection, MHD_GET_ARGUMENT_KIND, "token")};
}

static void add_headers(const xc_server *server, struct MHD_Response *response,
                        const served *answer) {
    static const char *const always[][2] = {{"X-Content-Type-Options", "nosniff"},
                                            {"Referrer-Policy", "same-origin"},
                                            {"Cache-Control", "no-store"},
                                            {"Cross-Origin-Opener-Policy", "same-origin"},
                                            {"Cross-Origin-Resource-Policy", "same-origin"},
                                            {"X-Frame-Options", "DENY"}};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        (void)MHD_add_response_header(response, always[i][0], always[i][1]);
    }
    (void)MHD_add_response_header(response, "Content-Type", answer->type);
    if (answer->policy.len) {
        (void)MHD_add_response_header(response, "Content-Security-Policy", answer->policy.ptr);
    }
    if (answer->location.len) {
        (void)MHD_add_response_header(response, "Location", answer->location.ptr);
    }
    if (answer->sets_cookie) {
        char cookie[160];
        (void)snprintf(cookie, sizeof cookie,
                       "crossclaim_%u=%s; Path=/; HttpOnly; SameSite=Strict",
                       server->guard.port, server->guard.token);
        (void)MHD_add_response_header(response, "Set-Cookie", cookie);
    }
}

static enum MHD_Result send_answer(xc_server *server, struct MHD_Connection *connection,
                                   served *answer) {
    if (answer->kept) {
        return MHD_queue_response(connection, answer->status, answer->kept);
    }
    xc_buffer *parts[] = {&answer->body, &answer->policy, &answer->location};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        xc_buffer_char(parts[i], '\0'); // headers are texts that end so
        if (parts[i]->status != XC_OK) {
            return MHD_NO; // memory is out: the connection is closed
        }
        parts[i]->len--;
    }
    struct MHD_Response *response = MHD_create_response_from_buffer(
        answer->body.len, answer->body.ptr, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result result = MHD_NO;
    if (response) {
        add_headers(server, response, answer);
        result = MHD_queue_response(connection, answer->status, response);
    }
    if (response && answer->asked.len) {
        page_cache_keep(&server->pages, xc_buffer_slice(&answer->asked), response);
    } else if (response) {
        MHD_destroy_response(response);
    }
    return result;
}

static void release(served *answer) {
    xc_buffer_release(&answer->body);
    xc_buffer_release(&answer->policy);
    xc_buffer_release(&answer->location);
    xc_buffer_release(&answer->asked);
}

// The first address has the token: it becomes a cookie and leaves the address.
static void welcome(const xc_server *server, served *out) {
    out->status = MHD_HTTP_SEE_OTHER;
    out->type = "text/plain; charset=utf-8";
    out->sets_cookie = true;
    xc_buffer_print(&out->location, "%s/", server->home);
}

static void answer_revision(xc_server *server, served *out) {
    xc_error error = {0};
    uint64_t revision = 0;
    char words[24];
    xc_status status = xc_case_revision(server->case_file, &revision, &error);
    (void)snprintf(words, sizeof words, "%llu", (unsigned long long)revision);
    words_answer(out, status == XC_OK ? MHD_HTTP_OK : MHD_HTTP_INTERNAL_SERVER_ERROR, words);
    if (status == XC_OK) {
        out->body.len--; // no line feed: it is compared
    }
}

static void answer_get(xc_server *server, struct MHD_Connection *connection, const char *path,
                       served *out) {
    if (strcmp(path, "/revision") == 0) {
        answer_revision(server, out);
    } else if (strcmp(path, "/") == 0) {
        bool saved = header(connection, MHD_GET_ARGUMENT_KIND, "saved").len > 0;
        page_answer(server, header(connection, MHD_GET_ARGUMENT_KIND, "group"),
                    header(connection, MHD_GET_ARGUMENT_KIND, "topic"),
                    xc_slice_trim(header(connection, MHD_GET_ARGUMENT_KIND, "q")),
                    saved ? XC_SLICE("Saved.") : (xc_slice){0}, out);
    } else {
        words_answer(out, MHD_HTTP_NOT_FOUND, "There is no such page.");
    }
}

static void answer_post(xc_server *server, const guard_request *request, const char *path,
                        const incoming *in, served *out) {
    char refused[160];
    const char *why = guard_refuses_post(&server->guard, request);
    if (strcmp(path, "/decide") != 0) {
        words_answer(out, MHD_HTTP_NOT_FOUND, "There is no such page.");
    } else if (in->too_long) {
        words_answer(out, MHD_HTTP_CONTENT_TOO_LARGE, "The form is too long.");
    } else if (server->options.read_only) {
        words_answer(out, MHD_HTTP_FORBIDDEN, "This case is served to be read only.");
    } else if (why) {
        (void)snprintf(refused, sizeof refused, "Refused: %s.", why);
        words_answer(out, MHD_HTTP_FORBIDDEN, refused);
    } else {
        deed_answer(server, xc_buffer_slice(&in->body), out);
    }
}

static void answer(xc_server *server, struct MHD_Connection *connection, const char *path,
                   const char *method, const incoming *in, served *out) {
    guard_request request;
    read_request(server, connection, &request);
    bool gets = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
    if (!guard_knows_host(&server->guard, request.host)) {
        words_answer(out, MHD_HTTP_FORBIDDEN,
                     "Refused: this is not the address of this server.");
    } else if (gets && strcmp(path, "/") == 0 && guard_has_token(&server->guard, &request)) {
        welcome(server, out);
    } else if (!guard_has_cookie(&server->guard, &request)) {
        words_answer(out, MHD_HTTP_FORBIDDEN,
                     "Open the address that 'crossclaim serve' printed: it has the token.");
    } else if (gets) {
        answer_get(server, connection, path, out);
    } else if (strcmp(method, "POST") == 0) {
        answer_post(server, &request, path, in, out);
    } else {
        words_answer(out, MHD_HTTP_METHOD_NOT_ALLOWED, "Only GET and POST are answered.");
    }
}

static incoming *incoming_new(void) {
    xc_arena *arena = xc_arena_new();
    incoming *in = arena ? xc_arena_alloc(arena, sizeof *in) : NULL;
    if (!in) {
        xc_arena_free(arena);
        return NULL;
    }
    *in = (incoming){.arena = arena};
    return in;
}

static bool announces_too_much(struct MHD_Connection *connection) {
    xc_slice length = header(connection, MHD_HEADER_KIND, "Content-Length");
    return length.len > 9 || (length.len && strtoul(length.ptr, NULL, 10) > MOST_BODY);
}

// At once: a body of a gigabyte is not waited for.
static enum MHD_Result refuse_length(xc_server *server, struct MHD_Connection *connection) {
    served out = {.status = MHD_HTTP_OK};
    words_answer(&out, MHD_HTTP_CONTENT_TOO_LARGE, "The form is too long.");
    enum MHD_Result result = send_answer(server, connection, &out);
    release(&out);
    return result;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection,
                                  const char *path, const char *method, const char *version,
                                  const char *data, size_t *size, void **state) {
    xc_server *server = context;
    incoming *in = *state;
    (void)version;
    if (!in) {
        *state = in = incoming_new();
        bool goes_on = in && !announces_too_much(connection);
        return !in ? MHD_NO : goes_on ? MHD_YES : refuse_length(server, connection);
    }
    if (*size) { // what is too long is read and dropped, and refused at its end
        in->too_long = in->too_long || in->body.len + *size > MOST_BODY;
        if (!in->too_long) {
            xc_buffer_append(&in->body, (xc_slice){data, *size});
        }
        in->dropped += in->too_long ? *size : 0;
        *size = 0;
        return in->dropped > MOST_DROPPED ? MHD_NO : MHD_YES; // MHD_NO closes the connection
    }
    served out = {.status = MHD_HTTP_OK};
    comparer_lock(server->comparer);
    answer(server, connection, path, method, in, &out);
    comparer_unlock(server->comparer);
    enum MHD_Result result = send_answer(server, connection, &out);
    release(&out);
    return result;
}

static void on_end(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode why) {
    (void)context;
    (void)connection;
    (void)why;
    incoming *in = *state;
    if (in) {
        xc_buffer_release(&in->body);
        xc_arena_free(in->arena);
    }
    *state = NULL;
}

// A socket of the loopback that listens; -1 and errno where it cannot.
static int listen_at(unsigned port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int yes = 1;
    int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (end < 0) {
        return -1;
    }
    (void)setsockopt(end, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(end, (struct sockaddr *)&at, sizeof at) != 0 ||
        listen(end, MOST_WAITING_LINES) != 0) {
        int number = errno;
        (void)close(end);
        errno = number;
        return -1;
    }
    return end;
}

static unsigned port_of(int end) {
    struct sockaddr_in at = {.sin_family = AF_INET};
    socklen_t size = sizeof at;
    return getsockname(end, (struct sockaddr *)&at, &size) == 0 ? ntohs(at.sin_port) : 0;
}

static xc_status fail_port(unsigned port, xc_error *error) {
    int number = errno;
    int other = listen_at(0);
    unsigned free_port = other >= 0 ? port_of(other) : 0;
    if (other >= 0) {
        (void)close(other);
    }
    return number == EADDRINUSE
               ? xc_fail(error, XC_IO, "port %u is taken; --port %u is free", port, free_port)
               : xc_fail(error, XC_IO, "cannot listen at port %u: %s", port, strerror(number));
}

static xc_status start(xc_server *server, xc_error *error) {
    int end = listen_at(server->options.port);
    if (end < 0) {
        return fail_port(server->options.port, error);
    }
    unsigned port = port_of(end);
    if (!guard_make(port, &server->guard)) {
        (void)close(end);
        return xc_fail(error, XC_IO, "cannot make a random token: %s", strerror(errno));
    }
    (void)snprintf(server->home, sizeof server->home, "http://127.0.0.1:%u", port);
    (void)snprintf(server->address, sizeof server->address, "%s/?token=%s", server->home,
                   server->guard.token);
    server->daemon =
        MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD, 0, NULL, NULL, on_request, server,
                         MHD_OPTION_LISTEN_SOCKET, end, MHD_OPTION_NOTIFY_COMPLETED, on_end,
                         server, MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS,
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MOST_MEMORY,
                         MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_END);
    if (!server->daemon) {
        (void)close(end);
        return xc_fail(error, XC_IO, "cannot start the server: %s", strerror(errno));
    }
    return XC_OK;
}

// With the lock held: groups that were compared behind take the place of those that are shown.
static bool take_compared(void *context, loaded_case *compared, const xc_case_content *before) {
    xc_server *server = context;
    xc_error error = {0};
    bool renewed = false;
    xc_status status = xc_case_begin(server->case_file, &error);
    if (status != XC_OK) {
        return true;
    }
    status =
        xc_case_renew_groups(server->case_file, before, &compared->stored, &renewed, &error);
    if (status == XC_OK) {
        status = xc_case_load_decisions(server->case_file, compared->arena, &compared->stored,
                                        &error);
    }
    status = status == XC_OK ? xc_case_commit(server->case_file, &error) : status;
    if (status != XC_OK) {
        xc_error unused = {0};
        bool rolled_back = xc_case_roll_back(server->case_file, &unused) == XC_OK;
        (void)rolled_back; // where it could not be, the case is closed with it open
        server->revision = 0;
        return false; // the next decision, or the next program, tries again
    }
    uint64_t revision = 0;
    if (renewed && xc_case_revision(server->case_file, &revision, &error) == XC_OK) {
        loaded_case old = server->loaded;
        server->loaded = *compared;
        *compared = old;
        server->revision = server->options.blind ? 0 : revision;
    }
    return !renewed || server->loaded.stored.uncompared > 0;
}

xc_status xc_server_start(xc_case *case_file, const xc_serve_options *options, xc_server **out,
                          const char **address, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_server *server = arena ? xc_arena_alloc(arena, sizeof *server) : NULL;
    *out = NULL;
    if (!server) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    *server = (xc_server){.case_file = case_file, .options = *options, .arena = arena};
    // A case that cannot be read is told before anything is printed.
    xc_status status = server_refresh(server, error);
    if (status == XC_OK && !options->read_only) {
        status = comparer_start(xc_case_path(case_file), take_compared, server,
                                &server->comparer, error);
    }
    if (status == XC_OK) {
        status = start(server, error);
    }
    if (status != XC_OK) {
        xc_server_end(server);
        return status;
    }
    *out = server;
    *address = server->address;
    return XC_OK;
}

void xc_server_end(xc_server *server) {
    if (!server) {
        return;
    }
    if (server->daemon) {
        MHD_stop_daemon(server->daemon);
    }
    page_cache_clear(&server->pages);
    comparer_end(server->comparer);
    loaded_free(&server->loaded);
    xc_arena_free(server->arena);
}
