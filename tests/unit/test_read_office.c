// SPDX-License-Identifier: MIT
// Office documents and books: what is read out of them, and what is refused.
#include "read_file.h"

#include <archive.h>
#include <archive_entry.h>

typedef struct member {
    const char *name, *content;
} member;

static void pack(const char *name, const member *members) {
    struct archive *archive = archive_write_new();
    assert_int_equal(archive_write_set_format_zip(archive), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(archive, in_folder(name)), ARCHIVE_OK);
    for (; members->name; members++) {
        struct archive_entry *entry = archive_entry_new();
        size_t length = strlen(members->content);
        // The type of an OpenDocument package stands at its start as it is.
        bool is_type = strcmp(members->name, "mimetype") == 0;
        (void)(is_type ? archive_write_zip_set_compression_store(archive)
                       : archive_write_zip_set_compression_deflate(archive));
        archive_entry_set_pathname(entry, members->name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)length);
        assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
        assert_int_equal(archive_write_data(archive, members->content, length), length);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
}

#define TYPES                                                                                  \
    { "[Content_Types].xml", "<Types/>" }

static void word(void **state) {
    (void)state;
    static const member members[] = {
        TYPES,
        {"word/document.xml",
         "<w:document xmlns:w='urn:w'><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>"
         "<w:r><w:t>Flood in Marsh</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>At "
         "least "
         "12 people </w:t></w:r><w:del><w:r><w:delText>were "
         "hurt</w:delText></w:r></w:del><w:ins>"
         "<w:r><w:t>were killed</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> &amp; 3 "
         "hurt."
         "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Place</w:t></w:r></w:p></w:tc>"
         "<w:tc><w:p><w:r><w:t>Killed</w:t></w:r></w:p></w:tc></"
         "w:tr><w:tr><w:tc><w:p><w:r><w:t>"
         "Lower Marsh</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc>"
         "</w:tr></w:tbl></w:body></w:document>"},
        {"word/footnotes.xml", "<w:footnotes xmlns:w='urn:w'><w:footnote><w:p><w:r><w:t>By "
                               "noon on Monday.</w:t></w:r>"
                               "</w:p></w:footnote></w:footnotes>"},
        {"docProps/core.xml", "<c xmlns:dc='a' xmlns:t='b'><dc:creator>Ana Quill</dc:creator>"
                              "<t:created>2021-05-06T10:00:00Z</t:created></c>"},
        {NULL, NULL}};
    pack("a.docx", members);
    documents read;
    read_file("a.docx", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "a.docx");
    assert_slice(read.items[0].format, "docx");
    assert_slice(read.items[0].title, "Flood in Marsh");
    assert_slice(read.items[0].author, "Ana Quill");
    assert_slice(read.items[0].published, "2021-05-06T10:00:00Z");
    assert_slice(
        read.items[0].text,
        "Flood in Marsh\n\nAt least 12 people were killed & 3 hurt.\n\nPlace | Killed\n\n"
        "Lower Marsh | 3\n\nBy noon on Monday.");
    forget(&read);
}

#define OPEN(kind, body)                                                                       \
    "<o:document-content xmlns:o='urn:o' xmlns:text='urn:t' "                                  \
    "xmlns:table='urn:b'><o:body><o:" kind ">" body "</o:" kind                                \
    "></o:body></o:document-content>"

static void open_text(void **state) {
    (void)state;
    static const member members[] = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml",
         OPEN("text", "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
                      "<text:p>Flood in Marsh</text:p><text:p>Twelve people were<text:s/>killed"
                      "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                      "<text:p>by noon</text:p></text:note-body></text:note>.</text:p>")},
        {"meta.xml", "<d xmlns:dc='a'><dc:title>The flood</dc:title></d>"},
        {NULL, NULL}};
    pack("a.odt", members);
    documents read;
    read_file("a.odt", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].title, "The flood");
    assert_slice(read.items[0].text, "Flood in Marsh\n\nTwelve people were killed (by noon).");
    forget(&read);
}

static void workbooks(void **state) {
    (void)state;
    static const member members[] = {
        TYPES,
        {"xl/workbook.xml", "<workbook xmlns:r='urn:r'><sheets><sheet name='notes' sheetId='1' "
                            "r:id='a'/><sheet name='all' sheetId='2' r:id='b'/></sheets>"
                            "</workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<R><Relationship Id='a' Target='worksheets/one.xml'/>"
         "<Relationship Id='b' Target='/xl/worksheets/two.xml'/></R>"},
        {"xl/sharedStrings.xml", "<sst><si><t>text</t></si><si><r><t>Six people "
                                 "</t></r><r><t>died.</t></r></si></sst>"},
        {"xl/worksheets/one.xml",
         "<w><sheetData><row><c t='inlineStr'><is><t>To do</t></is></c>"
         "</row></sheetData></w>"},
        {"xl/worksheets/two.xml",
         "<w><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>date</t></is></c><c r='C1' "
         "t='s'><v>0</v></c></row><row r='3'><c r='A3'><v>44322.5</v></c><c r='C3' t='s'><v>1"
         "</v></c></row><row r='4'><c r='C4' t='s'><v>99</v></c></row></sheetData></w>"},
        {NULL, NULL}};
    pack("a.xlsx", members);
    documents read;
    read_file("a.xlsx", NULL, &read);
    assert_int_equal(read.count, 1);
    assert_slice(read.items[0].label, "a.xlsx#1");
    assert_slice(read.items[0].text, "Six people died.");
    assert_slice(read.items[0].published, "2021-05-06T12:00");
    forget(&read);
}

static void open_sheets(void **state) {
    (void)state;
    static const member members[] = {
        {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
        {"content.xml",
         OPEN("spreadsheet",
              "<table:table><table:table-row><table:table-cell><text:p>text</text:p>"
              "</table:table-cell><table:table-cell "
              "table:number-columns-repeated='99999999'><text:p>x</text:p></table:table-cell>"
              "</table:table-row><table:table-row "
              "table:number-rows-repeated='1000000000'><table:table-cell><text:p>Two "
              "died.</text:p></table:table-cell></table:table-row></table:table>")},
        {NULL, NULL}};
    pack("a.ods", members);
    documents read;
    read_file("a.ods", NULL, &read);
    assert_int_equal(read.count, 1); // of a thousand million
    assert_slice(read.items[0].text, "Two died.");
    forget(&read);
}

static void books(void **state) {
    (void)state;
    static const member members[] = {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml", "<c><rootfile full-path='OPS/a.opf'/></c>"},
        {"META-INF/encryption.xml", "<e><CipherReference URI='OPS/locked.xhtml'/></e>"},
        {"OPS/a.opf",
         "<package xmlns:dc='d'><metadata><dc:title>The year</dc:title><dc:publisher>Harbour "
         "Press</dc:publisher><dc:date>2021-05-07</dc:date></metadata><manifest><item id='n' "
         "href='nav.xhtml' properties='nav'/><item id='a' href='one%20a.xhtml'/><item id='b' "
         "href='../two.xhtml#x'/><item id='c' href='../../../etc/passwd'/><item id='d' "
         "href='locked.xhtml'/></manifest><spine><itemref idref='n'/><itemref idref='a'/>"
         "<itemref idref='b'/><itemref idref='c'/><itemref idref='d'/></spine></package>"},
        {"OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"},
        {"OPS/locked.xhtml", "<html><body><p>Noise</p></body></html>"},
        {"OPS/one a.xhtml", "<html><body><h1>The flood</h1><p>Twelve people died.</p></body>"},
        {"two.xhtml", "<html><body><p>Two people died.</p></body></html>"},
        {NULL, NULL}};
    pack("a.epub", members);
    documents read;
    read_file("a.epub", NULL, &read);
    assert_int_equal(read.count, 2);
    assert_slice(read.items[0].title, "The flood");
    assert_slice(read.items[0].source, "Harbour Press");
    assert_slice(read.items[0].published, "2021-05-07");
    assert_slice(read.items[1].label, "a.epub#2");
    assert_slice(read.items[1].text, "Two people died.");
    forget(&read);
}

static void refused(void **state) {
    (void)state;
    static char deep[12001];
    memset(deep, 0, sizeof deep);
    for (size_t i = 0; i < 4000; i++) {
        memcpy(deep + 3 * i, "<a>", 3);
    }
    const struct {
        member part;
        const char *reason;
    } cases[] = {
        {{"word/document.xml",
          "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"},
         "entities"},
        {{"word/document.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"}, "entities"},
        {{"word/document.xml", deep}, "deep"},
        {{"word/document.xml", "<a><b></a>"}, "well-formed"},
        {{"word/document.xml", "<a/>"}, "without a text"},
        {{"ppt/presentation.xml", "<a/>"}, "neither text nor a table"},
        {{"xl/workbook.xml", "<a/>"}, "--map text=COLUMN"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const member members[] = {TYPES, cases[i].part, {NULL, NULL}};
        pack("bad.docx", members);
        documents read;
        read_file("bad.docx", NULL, &read);
        assert_int_equal(read.count, 0);
        if (!strstr(read.error.message, cases[i].reason)) {
            fail_msg("\"%s\" does not say \"%s\"", read.error.message, cases[i].reason);
        }
        forget(&read);
    }
}

// A part that unpacks to far more than the input may is stopped on the way.
static void bomb(void **state) {
    (void)state;
    enum { SIZE = 8 << 20 };
    char *spaces = malloc(SIZE);
    memset(spaces, ' ', SIZE - 1);
    spaces[SIZE - 1] = '\0';
    const member members[] = {TYPES, {"word/document.xml", spaces}, {NULL, NULL}};
    pack("bomb.docx", members);
    documents read;
    read_file("bomb.docx", &(xc_read_options){.unpack_limit = 1 << 20}, &read);
    assert_int_equal(read.opened, XC_SKIPPED);
    assert_non_null(strstr(read.error.message, "unpack"));
    forget(&read);
    free(spaces);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(word),        cmocka_unit_test(open_text), cmocka_unit_test(workbooks),
        cmocka_unit_test(open_sheets), cmocka_unit_test(books),     cmocka_unit_test(refused),
        cmocka_unit_test(bomb),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
