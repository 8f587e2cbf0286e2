// SPDX-License-Identifier: MIT
// Callbacks for libarchive.
#include "read/bytes/archive_bytes.h"

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 65536 };
static const size_t most_memory = (size_t)32 << 20;

xc_status member_bytes_init(member_bytes *feed, byte_stream *stream, unpack_account *account,
                            xc_arena *arena, xc_error *error) {
    *feed = (member_bytes){.file = -1, .account = account};
    struct stat facts;
    if (stream->file >= 0 && fstat(stream->file, &facts) == 0) {
        feed->file = stream->file;
        feed->size = facts.st_size;
        feed->chunk = xc_arena_alloc(arena, CHUNK);
        return feed->chunk ? XC_OK : xc_fail_memory(error);
    }
    if (!xc_slice_starts(stream_waiting(stream), XC_SLICE("PK"))) {
        feed->stream = stream; // a tar is read in order anyway
        return XC_OK;
    }
    xc_status status = stream_gather(stream, most_memory, &feed->memory, error);
    feed->size = (int64_t)feed->memory.len;
    if (status == XC_LIMIT) { // what can be had is read in order
        feed->stream = stream;
        feed->memory = (xc_slice){0};
        return XC_OK;
    }
    if (status == XC_OK && account) {
        account->packed += feed->memory.len;
    }
    return status;
}

static la_ssize_t fail(struct archive *archive, member_bytes *feed) {
    archive_set_error(archive, EIO, "%s", feed->failure.message);
    return ARCHIVE_FATAL;
}

static la_ssize_t read_file(struct archive *archive, member_bytes *feed, const void **bytes) {
    ssize_t got = 0;
    do {
        got = pread(feed->file, feed->chunk, CHUNK, feed->at);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        (void)xc_fail(&feed->failure, XC_SKIPPED, "cannot read: %s", strerror(errno));
        return fail(archive, feed);
    }
    *bytes = feed->chunk;
    feed->at += got;
    return got;
}

static la_ssize_t read_stream(struct archive *archive, member_bytes *feed, const void **bytes) {
    xc_slice taken = {0};
    xc_status status = stream_take(feed->stream, CHUNK, &taken, &feed->failure);
    *bytes = taken.ptr;
    return status == XC_OK || status == XC_END ? (la_ssize_t)taken.len : fail(archive, feed);
}

static la_ssize_t read_memory(member_bytes *feed, const void **bytes) {
    xc_slice rest = xc_slice_sub(feed->memory, (size_t)feed->at, (size_t)feed->at + CHUNK);
    *bytes = rest.ptr;
    feed->at += (int64_t)rest.len;
    return (la_ssize_t)rest.len;
}

static la_ssize_t read_some(struct archive *archive, void *context, const void **bytes) {
    member_bytes *feed = context;
    if (!feed->stream && feed->file < 0) {
        return read_memory(feed, bytes);
    }
    la_ssize_t got =
        feed->stream ? read_stream(archive, feed, bytes) : read_file(archive, feed, bytes);
    if (got > 0 && feed->account) {
        feed->account->packed += (uint64_t)got;
    }
    return got;
}

static la_int64_t seek(struct archive *archive, void *context, la_int64_t offset, int whence) {
    (void)archive;
    member_bytes *feed = context;
    int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? feed->at : feed->size;
    int64_t target = 0;
    if (__builtin_add_overflow(base, offset, &target) || target < 0) {
        return ARCHIVE_FATAL;
    }
    feed->at = target < feed->size ? target : feed->size;
    return feed->at;
}

static la_int64_t skip(struct archive *archive, void *context, la_int64_t request) {
    (void)archive;
    member_bytes *feed = context;
    int64_t left = feed->size - feed->at;
    int64_t skipped = request < left ? request : left;
    feed->at += skipped;
    return skipped;
}

struct archive *member_bytes_open(member_bytes *feed) {
    struct archive *archive = archive_read_new();
    if (!archive) {
        return NULL;
    }
    int ready = archive_read_support_format_zip(archive);
    ready += archive_read_support_format_tar(archive);
    ready += archive_read_set_read_callback(archive, read_some);
    ready += archive_read_set_callback_data(archive, feed);
    if (!feed->stream) {
        ready += archive_read_set_seek_callback(archive, seek);
        ready += archive_read_set_skip_callback(archive, skip);
    }
    if (ready != ARCHIVE_OK) {
        (void)archive_read_free(archive);
        return NULL;
    }
    (void)archive_read_open1(archive); // a failure shows at the first header
    return archive;
}

static locale_t utf8;

static void make_locale(void) {
    utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

int archive_next_member(struct archive *archive, struct archive_entry **entry) {
    static pthread_once_t made = PTHREAD_ONCE_INIT;
    (void)pthread_once(&made, make_locale);
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    int result = archive_read_next_header(archive, entry);
    if (utf8) {
        (void)uselocale(before);
    }
    return result;
}
