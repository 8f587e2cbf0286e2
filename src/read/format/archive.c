// SPDX-License-Identifier: MIT
// Zip and tar archives, and crawls packed as such (WACZ): each member is read as a file would
// be. Nothing is ever unpacked to disk, and nothing outside the archive is followed.
#include "read/bytes/archive_bytes.h"
#include "read/format/member_names.h"
#include "read/kind.h"
#include "read/reader.h"

#include <string.h>

typedef struct archive_state {
    member_bytes feed;
    struct archive *archive;
    xc_reader *member; // being read
    xc_arena *call;    // of the member: its name
    member_names names;
    size_t entries; // met so far
    bool is_over;   // nothing more can be read
} archive_state;

static bool sniff(const bytes_sample *sample) {
    return content_is_archive(sample->head) && !content_is_crawl(sample->head);
}

static xc_status open_archive(xc_reader *reader, xc_error *error) {
    if (reader->depth >= DEEPEST_ARCHIVE) {
        return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0,
                          "archives are opened %d deep, this one lies deeper; unpack it",
                          DEEPEST_ARCHIVE);
    }
    archive_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    reader->state = state;
    state->call = xc_arena_new();
    xc_status status =
        member_bytes_init(&state->feed, &reader->stream,
                          reader->is_input ? reader->account : NULL, reader->arena, error);
    state->archive = status == XC_OK ? member_bytes_open(&state->feed) : NULL;
    return state->call && state->archive ? XC_OK : xc_fail_memory(error);
}

static void close_archive(xc_reader *reader) {
    archive_state *state = reader->state;
    if (state) {
        reader_close_member(reader, state->member);
        (void)archive_read_free(state->archive);
        xc_arena_free(state->call);
    }
}

// ---- the bytes of a member ----

static const char *what_failed(const archive_state *state) {
    const char *words = archive_error_string(state->archive);
    return words ? words : "unknown";
}

static xc_status read_member(void *context, char *out, size_t size, size_t *got,
                             xc_error *error) {
    const xc_reader *reader = context;
    archive_state *state = reader->state;
    la_ssize_t count = archive_read_data(state->archive, out, size);
    if (count >= 0) {
        *got = (size_t)count;
        return unpacking_add(reader->account, *got, error);
    }
    *got = 0;
    state->is_over = count == ARCHIVE_FATAL;
    if (state->feed.failure.status != XC_OK) {
        return xc_fail(error, state->feed.failure.status, "%s", state->feed.failure.message);
    }
    return xc_fail(error, XC_SKIPPED, "damaged in its archive (%s); get it again",
                   what_failed(state));
}

// Unpacks what was left of the member, so that its size is counted where its header hides it.
static void drain(xc_reader *reader) {
    char chunk[16384];
    size_t got = 1;
    while (got && read_member(reader, chunk, sizeof chunk, &got, NULL) == XC_OK) {
    }
}

// ---- the names of the members ----

static xc_status take_name(archive_state *state, struct archive_entry *entry, xc_slice *name,
                           xc_error *error) {
    const char *raw = archive_entry_pathname_utf8(entry);
    raw = raw ? raw : archive_entry_pathname(entry);
    return member_name(xc_slice_of(raw), state->call, name, error);
}

static bool is_regular(struct archive_entry *entry) {
    return archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
}

// Goes through the headers of a second reader over the same bytes.
static xc_status list_names(archive_state *state, struct archive *archive, xc_arena *arena,
                            xc_error *error) {
    struct archive_entry *entry = NULL;
    xc_status status = XC_OK;
    int result = archive_next_member(archive, &entry);
    while (status == XC_OK && (result == ARCHIVE_OK || result == ARCHIVE_WARN)) {
        xc_slice name = {0};
        xc_arena_mark mark = xc_arena_here(state->call);
        status = take_name(state, entry, &name, NULL);
        if (status == XC_OK && is_regular(entry)) {
            status = member_names_add(&state->names, name, arena, error);
        }
        xc_arena_rewind(state->call, mark);
        status = status == XC_SKIPPED ? XC_OK : status;
        result = archive_next_member(archive, &entry);
    }
    return status;
}

// Learns all names, where the bytes can be read twice.
static xc_status learn_names(xc_reader *reader, xc_error *error) {
    archive_state *state = reader->state;
    state->names.is_whole = true;
    xc_status status = XC_OK;
    if (!state->feed.stream) {
        member_bytes feed = state->feed;
        feed.at = 0;
        feed.account = NULL;
        feed.chunk = feed.chunk ? xc_arena_alloc(reader->arena, 65536) : NULL;
        struct archive *archive = feed.chunk || feed.file < 0 ? member_bytes_open(&feed) : NULL;
        status =
            archive ? list_names(state, archive, reader->arena, error) : xc_fail_memory(error);
        (void)archive_read_free(archive);
    } else if (reader->is_outermost && !xc_slice_is(reader->input.path, "-")) {
        xc_reader *again = NULL;
        status =
            reader_open_input(&reader->input, &reader->options, reader->formats, &again, NULL);
        if (status == XC_OK) {
            const archive_state *other = again->state;
            status = list_names(state, other->archive, reader->arena, error);
        }
        xc_reader_close(again);
        status = status == XC_NO_MEMORY ? status : XC_OK;
    }
    return status;
}

static xc_status use_of(xc_reader *reader, xc_slice name, bool is_folder, member_use *use,
                        xc_error *error) {
    archive_state *state = reader->state;
    member_names *names = &state->names;
    xc_status status = member_names_use(names, name, is_folder, reader->arena, use, error);
    bool may_be_index = *use == MEMBER_READ && member_is_of_crawl(name);
    if (status == XC_OK && !names->is_whole && (*use == MEMBER_UNSURE || may_be_index)) {
        status = learn_names(reader, error);
        if (status == XC_OK) {
            status = member_names_use(names, name, is_folder, reader->arena, use, error);
        }
    }
    if (may_be_index && names->has_crawl && names->has_package) {
        *use = is_folder ? MEMBER_PASSED : MEMBER_IGNORED;
    }
    return status;
}

// ---- one member after another ----

static xc_slice path_of(const xc_reader *reader, xc_slice outer, xc_slice name) {
    const archive_state *state = reader->state;
    return xc_arena_print(state->call, "%.*s/%.*s", XC_PRINT(outer), XC_PRINT(name));
}

static xc_status skip_member(const xc_reader *reader, xc_slice name, const char *reason,
                             xc_error *error) {
    xc_slice path = path_of(reader, reader->input.path, name);
    return xc_fail_at(error, XC_SKIPPED, path, 0, "%s", reason);
}

static xc_status open_member(xc_reader *reader, xc_slice name, struct archive_entry *entry,
                             xc_error *error) {
    archive_state *state = reader->state;
    if (archive_entry_is_data_encrypted(entry)) {
        return skip_member(reader, name, "encrypted; unpack it with its password", error);
    }
    byte_source source = {.context = reader, .read = read_member};
    xc_input input = {path_of(reader, reader->input.path, name),
                      path_of(reader, reader->input.label, name)};
    if (!input.path.ptr || !input.label.ptr) {
        return xc_fail_memory(error);
    }
    xc_status status = reader_open_member(reader, source, &input, &(told_facts){0},
                                          reader->depth + 1, &state->member, error);
    if (status == XC_END) {
        reader_ignore(reader, "no article", 1);
    }
    state->is_over = state->is_over || reader->account->is_exceeded;
    if (status != XC_OK && !archive_entry_size_is_set(entry)) {
        drain(reader);
    }
    return status;
}

// Opens the member that the header tells of; XC_END where it is passed over.
static xc_status look_at(xc_reader *reader, struct archive_entry *entry, xc_error *error) {
    archive_state *state = reader->state;
    xc_slice name = {0};
    xc_error failure = {0};
    xc_status status = take_name(state, entry, &name, &failure);
    if (status == XC_SKIPPED) {
        return skip_member(reader, xc_slice_of(archive_entry_pathname(entry)), failure.message,
                           error);
    }
    bool is_folder = archive_entry_filetype(entry) == AE_IFDIR;
    member_use use = MEMBER_READ;
    if (status == XC_OK && name.len) {
        status = use_of(reader, name, is_folder, &use, error);
    }
    if (status != XC_OK) {
        return status;
    }
    if (use == MEMBER_IGNORED) {
        reader_ignore(reader, "hidden, or a part of a page", 1);
    }
    if (use != MEMBER_READ || is_folder) {
        return XC_END;
    }
    if (!name.len) {
        return skip_member(reader, XC_SLICE("?"), "a member without a name", error);
    }
    if (!is_regular(entry)) {
        reader_ignore(reader, "link or device", 1);
        return XC_END;
    }
    if (name_is_ignored(packing_strip(path_name(name)))) {
        reader_ignore(reader, "no article", 1);
        return XC_END;
    }
    status = state->names.is_whole
                 ? XC_OK
                 : member_names_add(&state->names, name, reader->arena, error);
    return status == XC_OK ? open_member(reader, name, entry, error) : status;
}

static xc_status fail_header(xc_reader *reader, int result, xc_error *error) {
    archive_state *state = reader->state;
    bool told = state->is_over; // by the member that reading broke off in
    state->is_over = state->is_over || result == ARCHIVE_FATAL;
    if (told) {
        return XC_END;
    }
    const xc_error *below = &state->feed.failure;
    if (below->status != XC_OK) {
        return xc_fail_at(error, below->status, reader->input.path, 0, "%s", below->message);
    }
    return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0,
                      "the archive is damaged (%s); get it again", what_failed(state));
}

static xc_status next_member(xc_reader *reader, xc_error *error) {
    archive_state *state = reader->state;
    xc_status status = XC_END;
    while (status == XC_END) {
        struct archive_entry *entry = NULL;
        if (state->is_over) {
            return XC_END;
        }
        xc_arena_reset(state->call);
        int result = archive_next_member(state->archive, &entry);
        if (result == ARCHIVE_EOF) {
            state->is_over = true;
            return state->entries ? XC_END
                                  : xc_fail_at(error, XC_SKIPPED, reader->input.path, 0,
                                               "an archive with nothing in it");
        }
        if (result == ARCHIVE_RETRY) {
            continue;
        }
        state->entries++;
        status = result == ARCHIVE_OK || result == ARCHIVE_WARN
                     ? look_at(reader, entry, error)
                     : fail_header(reader, result, error);
        if (status == XC_END && state->is_over) {
            return XC_END;
        }
    }
    return status;
}

// Which member of the archive it is, and which record of that.
static xc_status add_record(const xc_reader *reader, xc_arena *arena, xc_document *out,
                            xc_error *error) {
    const archive_state *state = reader->state;
    xc_slice path = state->member->input.path;
    xc_slice name = xc_slice_sub(path, reader->input.path.len + 1, path.len);
    out->record = out->record.len ? xc_arena_print(arena, "%.*s %.*s", XC_PRINT(name),
                                                   XC_PRINT(out->record))
                                  : xc_arena_copy(arena, name);
    return out->record.ptr ? XC_OK : xc_fail_memory(error);
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    archive_state *state = reader->state;
    for (;;) {
        if (!state->member) {
            xc_status status = next_member(reader, error);
            if (status != XC_OK || !state->member) {
                return status;
            }
        }
        xc_error failure = {0};
        xc_status status = xc_reader_next(state->member, arena, out, &failure);
        if (status == XC_OK) {
            return add_record(reader, arena, out, error);
        }
        if (status != XC_END) {
            state->is_over = state->is_over || reader->account->is_exceeded;
            xc_slice path =
                failure.path[0] ? xc_slice_of(failure.path) : state->member->input.path;
            return xc_fail_at(error, status, path, failure.line, "%s", failure.message);
        }
        reader_close_member(reader, state->member);
        state->member = NULL;
    }
}

const read_format format_archive = {.name = "archive",
                                    .sniff = sniff,
                                    .open = open_archive,
                                    .next = next,
                                    .close = close_archive,
                                    .holds_files = true};
