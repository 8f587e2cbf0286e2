// SPDX-License-Identifier: MIT
// Archives: what is read out of them, what is passed over, what is refused.
#include "read_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

static const char page[] = "<html><title>Bridge closed</title><article><h1>Bridge closed</h1>"
                           "<p>The council said 12 houses were damaged by the river on Monday, "
                           "and that the bridge stays closed.</p></article></html>";

typedef enum packing { PLAIN, GZ, BZ2, XZ, ZST } packing;

typedef struct entry {
    const char *name;
    const char *content; // NULL: a symbolic link to a file outside
    size_t repeated;     // how many times the content stands there, 0 for once
} entry;

static void write_entry(struct archive *archive, const entry *e) {
    struct archive_entry *header = archive_entry_new();
    size_t length = e->content ? strlen(e->content) : 0;
    size_t times = e->repeated ? e->repeated : 1;
    archive_entry_set_pathname(header, e->name);
    archive_entry_set_filetype(header, e->content ? AE_IFREG : AE_IFLNK);
    archive_entry_set_perm(header, 0644);
    archive_entry_set_size(header, (la_int64_t)(length * times));
    if (!e->content) {
        archive_entry_set_symlink(header, "/etc/hostname");
    }
    assert_int_equal(archive_write_header(archive, header), ARCHIVE_OK);
    for (size_t i = 0; length && i < times; i++) {
        assert_int_equal(archive_write_data(archive, e->content, length), length);
    }
    archive_entry_free(header);
}

static void pack(const char *name, bool is_zip, packing how, const entry *entries,
                 size_t count) {
    struct archive *archive = archive_write_new();
    int ready = is_zip ? archive_write_set_format_zip(archive)
                       : archive_write_set_format_pax_restricted(archive);
    ready += how == GZ    ? archive_write_add_filter_gzip(archive)
             : how == BZ2 ? archive_write_add_filter_bzip2(archive)
             : how == XZ  ? archive_write_add_filter_xz(archive)
             : how == ZST ? archive_write_add_filter_zstd(archive)
                          : archive_write_add_filter_none(archive);
    assert_int_equal(ready, ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(archive, in_folder(name)), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        write_entry(archive, &entries[i]);
    }
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
}

static xc_slice load(const char *name) {
    static xc_buffer bytes;
    xc_buffer_clear(&bytes);
    assert_int_equal(xc_file_read(in_folder(name), 1 << 28, &bytes, NULL), XC_OK);
    return xc_buffer_slice(&bytes);
}

// A file's bytes as the only member of an archive.
static void wrap(const char *outer, const char *inner) {
    xc_slice bytes = load(inner);
    struct archive *archive = archive_write_new();
    struct archive_entry *header = archive_entry_new();
    archive_write_set_format_zip(archive);
    assert_int_equal(archive_write_open_filename(archive, in_folder(outer)), ARCHIVE_OK);
    archive_entry_set_pathname(header, inner);
    archive_entry_set_filetype(header, AE_IFREG);
    archive_entry_set_size(header, (la_int64_t)bytes.len);
    assert_int_equal(archive_write_header(archive, header), ARCHIVE_OK);
    assert_int_equal(archive_write_data(archive, bytes.ptr, bytes.len), bytes.len);
    archive_entry_free(header);
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
}

static const entry folder_entries[] = {
    {"page_files/frame.html", page, 0}, // before its page: names are learnt first
    {"page_files/part.txt", "Not an article of its own.", 0},
    {"./page.html", page, 0},
    {"notes/two.jsonl", "{\"text\":\"Six were hurt.\"}\n{\"text\":\"Seven were hurt.\"}\n", 0},
    {"notes/old_files/note.txt", "No page stands beside this folder.", 0},
    {".hidden/a.txt", "hidden", 0},
    {".hidden/b.txt", "hidden", 0},
    {"style.css", "p {}", 0},
    {"photo", "\x89PNG\r\n", 0},
    {"link.txt", NULL, 0},
    {"empty.txt", "", 0},
};
enum { FOLDER_ENTRIES = sizeof folder_entries / sizeof *folder_entries };

typedef struct counts {
    size_t read, ignored, skipped;
} counts;

static counts count(const char *name, const xc_read_options *options) {
    xc_arena *arena = xc_arena_new();
    xc_read_options none = {0};
    xc_input input = {xc_slice_of(in_folder(name)), xc_slice_of(name)};
    xc_reader *reader = NULL;
    counts found = {0};
    assert_int_equal(xc_reader_open(&input, options ? options : &none, &reader, NULL), XC_OK);
    for (;;) {
        xc_document document;
        xc_status status = xc_reader_next(reader, arena, &document, NULL);
        if (status == XC_END) {
            break;
        }
        found.read += status == XC_OK;
        found.skipped += status == XC_SKIPPED;
    }
    size_t reasons = 0;
    const xc_ignored *ignored = xc_reader_ignored(reader, &reasons);
    for (size_t i = 0; i < reasons; i++) {
        found.ignored += ignored[i].count;
    }
    xc_reader_close(reader);
    xc_arena_free(arena);
    return found;
}

static void members_are_read_as_files_are(void **state) {
    (void)state;
    static const struct {
        const char *name;
        bool is_zip;
        packing how;
    } archives[] = {{"a.zip", true, PLAIN},       {"a.tar", false, PLAIN},
                    {"a.tar.gz", false, GZ},      {"a.tar.bz2", false, BZ2},
                    {"a.tar.xz", false, XZ},      {"a.tar.zst", false, ZST},
                    {"no-extension", true, PLAIN}};
    static const char *const labels[] = {"page.html", "notes/two.jsonl#1", "notes/two.jsonl#2",
                                         "notes/old_files/note.txt"};
    for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
        const char *name = archives[i].name;
        pack(name, archives[i].is_zip, archives[i].how, folder_entries, FOLDER_ENTRIES);
        documents read;
        read_file(name, NULL, &read);
        assert_int_equal(read.count, 4);
        for (size_t j = 0; j < 4; j++) {
            char label[128];
            (void)snprintf(label, sizeof label, "%s/%s", name, labels[j]);
            assert_slice(read.items[j].label, label);
            assert_int_equal(read.items[j].key.len, 17);
        }
        assert_slice(read.items[0].title, "Bridge closed");
        assert_slice(read.items[0].format, "html");
        assert_int_equal(read.broken, 1);
        assert_string_equal(read.error.message, "empty");
        forget(&read);
        // page_files, .hidden, style.css, photo, link.txt: one each, as a folder on disk gives
        counts found = count(name, NULL);
        if (found.ignored != 5) {
            fail_msg("%s: %zu ignored", name, found.ignored);
        }
    }
}

static void a_single_file_keeps_its_name(void **state) {
    (void)state;
    xc_slice text = XC_SLICE("Nine people were rescued from the ferry.\n");
    struct archive *archive = archive_write_new();
    archive_write_set_format_raw(archive);
    archive_write_add_filter_bzip2(archive);
    archive_write_open_filename(archive, in_folder("note.txt.bz2"));
    struct archive_entry *header = archive_entry_new();
    archive_entry_set_filetype(header, AE_IFREG);
    archive_write_header(archive, header);
    archive_write_data(archive, text.ptr, text.len);
    archive_entry_free(header);
    archive_write_free(archive);
    documents read;
    read_file("note.txt.bz2", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "note.txt.bz2");
    assert_slice(read.items[0].text, "Nine people were rescued from the ferry.");
    forget(&read);
}

static void three_deep_and_no_deeper(void **state) {
    (void)state;
    static const entry one = {"page.html", page, 0};
    pack("1.tar.gz", false, GZ, &one, 1);
    wrap("2.zip", "1.tar.gz");
    wrap("3.zip", "2.zip");
    wrap("4.zip", "3.zip");
    documents read;
    read_file("3.zip", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "3.zip/2.zip/1.tar.gz/page.html");
    forget(&read);
    read_file("4.zip", NULL, &read);
    assert_int_equal(read.count, 0);
    assert_int_equal(read.broken, 1);
    assert_non_null(strstr(read.error.message, "3 deep"));
    assert_non_null(strstr(read.error.path, "4.zip/3.zip/2.zip/1.tar.gz"));
    forget(&read);
}

static void names_that_lead_out_are_named(void **state) {
    (void)state;
    static const entry entries[] = {
        {"../up.txt", "up", 0},
        {"/etc/root.txt", "root", 0},
        {"a/../../b.txt", "b", 0},
        {"C:\\drive.txt", "drive", 0},
        {"..\\windows.txt", "windows", 0},
        {"fine/..name.txt", "Two men were hurt.", 0},
    };
    pack("out.zip", true, PLAIN, entries, 6);
    documents read;
    read_file("out.zip", NULL, &read);
    assert_int_equal(read.broken, 5);
    assert_int_equal(read.count, 0); // "..name.txt" is hidden
    assert_string_equal(read.error.message, "its path leads out of the archive");
    forget(&read);
    assert_int_equal(count("out.zip", NULL).ignored, 1);
}

static void a_bomb_stops_early(void **state) {
    (void)state;
    static char zeros[65537];
    memset(zeros, 'a', sizeof zeros - 1);
    entry entries[] = {{"good.txt", "Three people were hurt.", 0},
                       {"bomb.txt", zeros, 400},
                       {"never.txt", "Four people were hurt.", 0}};
    xc_read_options options = {.unpack_limit = 4 << 20};
    pack("bomb.zip", true, PLAIN, entries, 3);
    pack("bomb.tar.gz", false, GZ, entries, 3);
    static const char *const names[] = {"bomb.zip", "bomb.tar.gz"};
    for (size_t i = 0; i < 2; i++) {
        documents read;
        read_file(names[i], &options, &read);
        assert_int_equal(read.count, 1);
        assert_int_equal(read.broken, 1);
        assert_non_null(strstr(read.error.message, "bomb"));
        forget(&read);
        read_file(names[i], NULL, &read);
        assert_int_equal(read.count, 3); // 26 MB are no bomb by themselves
        forget(&read);
    }
}

static void what_is_whole_is_read_of_a_cut_archive(void **state) {
    (void)state;
    static char filler[20001];
    for (size_t i = 0; i < sizeof filler - 1; i++) {
        filler[i] = (char)('a' + (i * i + i / 7) % 25);
    }
    entry entries[] = {{"first.txt", "Five people were hurt.", 0},
                       {"second.txt", filler, 0},
                       {"third.txt", "Six people were hurt.", 0}};
    static const struct {
        const char *name;
        bool is_zip;
        packing how;
    } archives[] = {{"cut.zip", true, PLAIN},
                    {"cut.tar", false, PLAIN},
                    {"cut.tar.gz", false, GZ},
                    {"cut.tar.xz", false, XZ}};
    for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
        pack(archives[i].name, archives[i].is_zip, archives[i].how, entries, 3);
        xc_slice bytes = load(archives[i].name);
        size_t cut = archives[i].how == PLAIN && !archives[i].is_zip ? 6000 : bytes.len / 2;
        make("cut", xc_slice_sub(bytes, 0, cut));
        documents read;
        read_file("cut", NULL, &read);
        size_t skipped = read.broken + (read.opened == XC_SKIPPED);
        if (read.count > 1 || skipped != 1 || (archives[i].how == PLAIN && !read.count)) {
            fail_msg("%s: %zu read, %zu broken: %s", archives[i].name, read.count, read.broken,
                     read.error.message);
        }
        forget(&read);
    }
}

// A zip whose flags say that its names are UTF-8, which libarchive itself writes in such a
// locale only: one member, "Ten men were hurt."
#define NAMED_ZIP                                                                              \
    "\x50\x4B\x03\x04\x14\x00\x00\x08\x00\x00\x00\x00\xA6\x58\x4F\xA7\xB1\x86\x12\x00"         \
    "\x00\x00\x12\x00\x00\x00\x09\x00\x00\x00\xC3\x9C\x2F\xD1\x8F\x2E\x74\x78\x74\x54"         \
    "\x65\x6E\x20\x6D\x65\x6E\x20\x77\x65\x72\x65\x20\x68\x75\x72\x74\x2E\x50\x4B\x01"         \
    "\x02\x14\x03\x14\x00\x00\x08\x00\x00\x00\x00\xA6\x58\x4F\xA7\xB1\x86\x12\x00\x00"         \
    "\x00\x12\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x01\x00"         \
    "\x00\x00\x00\xC3\x9C\x2F\xD1\x8F\x2E\x74\x78\x74\x50\x4B\x05\x06\x00\x00\x00\x00"         \
    "\x01\x00\x01\x00\x37\x00\x00\x00\x39\x00\x00\x00\x00\x00"

static void names_in_any_script(void **state) {
    (void)state;
    documents read;
    make("names.zip", XC_SLICE(NAMED_ZIP));
    read_file("names.zip", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "names.zip/\xC3\x9C/\xD1\x8F.txt");
    forget(&read);
}

static void what_is_no_archive_of_pages(void **state) {
    (void)state;
    static const entry nothing[1];
    documents read;
    pack("nothing.zip", true, PLAIN, nothing, 0);
    read_file("nothing.zip", NULL, &read);
    assert_int_equal(read.broken, 1);
    assert_string_equal(read.error.message, "an archive with nothing in it");
    forget(&read);
    make("broken.zip", XC_SLICE("PK\x03\x04zzz"));
    read_file("broken.zip", NULL, &read);
    assert_int_equal(read.broken, 1);
    assert_non_null(strstr(read.error.message, "damaged"));
    forget(&read);
}

static void damaged_gzip_members(void **state) {
    (void)state;
    static const char *const lines[] = {"{\"text\":\"One man was hurt.\"}\n",
                                        "{\"text\":\"Two men were hurt.\"}\n",
                                        "{\"text\":\"Three men were hurt.\"}\n"};
    xc_buffer all = {0};
    size_t ends[3];
    for (size_t i = 0; i < 3; i++) {
        char packed[512];
        z_stream z = {0};
        assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
        z.next_in = (Bytef *)(uintptr_t)lines[i];
        z.avail_in = (uInt)strlen(lines[i]);
        z.next_out = (Bytef *)packed;
        z.avail_out = sizeof packed;
        assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
        xc_buffer_append(&all, (xc_slice){packed, sizeof packed - z.avail_out});
        assert_int_equal(deflateEnd(&z), Z_OK);
        ends[i] = all.len;
    }
    documents read;
    make("whole.gz", xc_buffer_slice(&all));
    read_file("whole.gz", NULL, &read);
    assert_int_equal(read.count, 3);
    assert_int_equal(read.broken, 0);
    forget(&read);
    all.ptr[ends[1] - 6] ^= 0x55; // the check sum of the second
    make("damaged.gz", xc_buffer_slice(&all));
    read_file("damaged.gz", NULL, &read);
    assert_int_equal(read.broken, 1);
    assert_slice(read.items[0].text, "One man was hurt.");
    assert_slice(read.items[read.count - 1].text, "Three men were hurt.");
    forget(&read);
    make("cut.gz", xc_slice_sub(xc_buffer_slice(&all), 0, ends[0] - 3));
    read_file("cut.gz", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_int_equal(read.broken, 1);
    assert_non_null(strstr(read.error.message, "end too early"));
    forget(&read);
    xc_buffer_release(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_read_as_files_are),
        cmocka_unit_test(a_single_file_keeps_its_name),
        cmocka_unit_test(three_deep_and_no_deeper),
        cmocka_unit_test(names_that_lead_out_are_named),
        cmocka_unit_test(a_bomb_stops_early),
        cmocka_unit_test(what_is_whole_is_read_of_a_cut_archive),
        cmocka_unit_test(names_in_any_script),
        cmocka_unit_test(what_is_no_archive_of_pages),
        cmocka_unit_test(damaged_gzip_members),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
