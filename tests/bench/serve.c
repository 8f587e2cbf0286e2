// SPDX-License-Identifier: MIT
// How long `crossclaim serve` takes to answer: its page, and decisions. Beside it the same bytes as
// a bare static page of libmicrohttpd. What serve.sh prints.
#include "crossclaim/base.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 21, WORD = 128 };

static double now(void) {
    struct timespec time;
    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b) {
    const double *one = a;
    const double *other = b;
    return (*one > *other) - (*one < *other);
}

static int reach(unsigned port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int end = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (end < 0 || connect(end, (struct sockaddr *)&at, sizeof at) != 0) {
        perror("bench_serve");
        exit(1);
    }
    return end;
}

// Sends a request and reads all of the answer. @return milliseconds
static double ask(unsigned port, const char *request, xc_buffer *answer) {
    char part[65536];
    double start = now();
    int end = reach(port);
    size_t length = strlen(request);
    bool sent = write(end, request, length) == (ssize_t)length;
    xc_buffer_clear(answer);
    for (ssize_t got; sent && (got = read(end, part, sizeof part)) > 0;) {
        xc_buffer_append(answer, (xc_slice){part, (size_t)got});
    }
    (void)close(end);
    return now() - start;
}

// The text between two marks of the answer.
static void cut(const xc_buffer *answer, const char *before, const char *after,
                char out[WORD]) {
    xc_slice all = xc_buffer_slice(answer);
    size_t at = xc_slice_find(all, xc_slice_of(before));
    xc_slice rest =
        at == SIZE_MAX ? (xc_slice){0} : xc_slice_sub(all, at + strlen(before), all.len);
    size_t end = xc_slice_find(rest, xc_slice_of(after));
    (void)snprintf(out, WORD, "%.*s", end == SIZE_MAX ? 0 : (int)end, rest.ptr ? rest.ptr : "");
    if (!*out) {
        (void)fprintf(stderr, "bench_serve: no '%s' in the answer: %.*s\n", before,
                      (int)(all.len > 300 ? 300 : all.len), all.ptr ? all.ptr : "");
        exit(1);
    }
}

static double middle(double *times) {
    qsort(times, ROUNDS, sizeof *times, by_size);
    return times[ROUNDS / 2];
}

static void tell(const char *what, double first, double *times) {
    double median = middle(times);
    printf("%-28s first %7.1f  median %7.1f  longest %7.1f ms\n", what, first, median,
           times[ROUNDS - 1]);
}

static double ask_pages(const char *what, unsigned port, const char *request,
                        xc_buffer *answer) {
    double times[ROUNDS];
    double first = ask(port, request, answer);
    for (size_t i = 0; i < ROUNDS; i++) {
        times[i] = ask(port, request, answer);
    }
    tell(what, first, times);
    return times[ROUNDS / 2];
}

static void decide(unsigned port, const char *cookie, const xc_buffer *page) {
    static const char *const deeds[] = {"note&why=seen", "confirm",
                                        "set_field&field=value&value=77", "reject"};
    char form[WORD], claim[WORD], body[1024], request[2048];
    double times[ROUNDS];
    xc_buffer answer = {0};
    cut(page, "name=\"form\" value=\"", "\"", form);
    cut(page, "name=\"claims\" value=\"", "\"", claim);
    for (size_t deed = 0; deed < sizeof deeds / sizeof *deeds; deed++) {
        double first = 0;
        for (size_t i = 0; i <= ROUNDS; i++) {
            (void)snprintf(body, sizeof body, "form=%s&claims=%s&kind=%s", form, claim,
                           deeds[deed]);
            (void)snprintf(request, sizeof request,
                           "POST /decide HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: %s\r\n"
                           "Origin: http://127.0.0.1:%u\r\nContent-Type: "
                           "application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n"
                           "Connection: close\r\n\r\n%s",
                           port, cookie, port, strlen(body), body);
            double took = ask(port, request, &answer);
            if (xc_slice_find(xc_buffer_slice(&answer), XC_SLICE(" 303 ")) == SIZE_MAX) {
                (void)fprintf(stderr, "bench_serve: refused: %s\n", deeds[deed]);
                exit(1);
            }
            first = i == 0 ? took : first;
            times[i == 0 ? 0 : i - 1] = took;
        }
        tell(deeds[deed], first, times);
    }
    xc_buffer_release(&answer);
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection,
                                  const char *path, const char *method, const char *version,
                                  const char *data, size_t *size, void **state) {
    const xc_buffer *page = context;
    (void)path, (void)method, (void)version, (void)data, (void)size, (void)state;
    struct MHD_Response *response =
        MHD_create_response_from_buffer(page->len, page->ptr, MHD_RESPMEM_PERSISTENT);
    enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

static double ask_bare(xc_buffer *page) {
    static const char request[] = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    xc_buffer answer = {0};
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL, 0, NULL, NULL,
                         on_request, page, MHD_OPTION_END);
    const union MHD_DaemonInfo *facts =
        daemon ? MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT) : NULL;
    double took = facts ? ask_pages("bare static page", facts->port, request, &answer) : 0;
    if (daemon) {
        MHD_stop_daemon(daemon);
    }
    xc_buffer_release(&answer);
    return took;
}

int main(int argc, char **argv) {
    unsigned port = 0;
    char token[WORD], cookie[WORD], request[1024];
    xc_buffer page = {0};
    if (argc != 2 || sscanf(argv[1], "http://127.0.0.1:%u/?token=%100s", &port, token) != 2) {
        (void)fprintf(stderr,
                      "usage: bench_serve ADDRESS   (that 'crossclaim serve' printed)\n");
        return 2;
    }
    (void)snprintf(request, sizeof request,
                   "GET /?token=%s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nConnection: close\r\n\r\n",
                   token, port);
    (void)ask(port, request, &page);
    cut(&page, "Set-Cookie: ", ";", cookie);
    (void)snprintf(
        request, sizeof request,
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: %s\r\nConnection: close\r\n\r\n", port,
        cookie);
    double own = ask_pages("page", port, request, &page);
    double bare = ask_bare(&page);
    printf("the page is %zu kB; %.1f times the bare page\n", page.len / 1000,
           bare > 0 ? own / bare : 0);
    decide(port, cookie, &page);
    xc_buffer_release(&page);
    return 0;
}
