// SPDX-License-Identifier: MIT
// What goes into a case: documents with their claims, inputs that were skipped, what the packs
// declare, and a reviewer's decisions.
#include "store/schema.h"

#include <inttypes.h>
#include <stdio.h>

// The run under way: begun by its first input.
static xc_status begin_run(xc_case *owner, xc_error *error) {
    if (owner->run) {
        return XC_OK;
    }
    query q = query_open(owner, "INSERT INTO run DEFAULT VALUES");
    xc_status status = query_close(&q, error);
    if (status == XC_OK) {
        owner->run = sqlite3_last_insert_rowid(owner->database);
    }
    return status;
}

// Counts an input into the run's hash; a sum, so that the order of inputs does not matter.
static void note_input(xc_case *owner, xc_slice name, xc_slice what) {
    const xc_slice parts[] = {name, what};
    owner->inputs += xc_hash_slices(parts, sizeof parts / sizeof *parts);
}

// What a document says, whoever published it: title, text and address. One that came as claims
// says none of these and stands for itself: thousands of them would look alike.
static xc_slice content_id(const xc_document *document, char out[XC_ID_LENGTH + 1]) {
    bool alone =
        document->given || (!document->title.len && !document->text.len && !document->url.len);
    const xc_slice parts[] = {document->title, document->text,
                              alone ? document->key : document->url};
    xc_id_print('t', xc_hash_slices(parts, sizeof parts / sizeof *parts), out);
    return (xc_slice){out, XC_ID_LENGTH};
}

typedef struct known_document {
    int64_t number; // 0: not in the case
    bool keeps;     // what the case knows of it stays as it is
    bool was_given; // as claims in place of the page
} known_document;

// The same document (same key), or the same page at the same place whose outlet is told
// differently: what a person told wins over what the page says, the latest telling over an
// earlier one. A page wins over claims that came in its place, whichever came first: they may be
// anybody's.
static xc_status find_document(xc_case *owner, const xc_document *document, xc_slice content,
                               known_document *known, xc_error *error) {
    static const char sql[] =
        "SELECT number, key = ?1, source_basis = 'sources' OR published_basis = 'sources',"
        " published = ?4 AND wire = ?5 AND kind = ?6, format = 'claims' FROM document WHERE "
        "key = ?1 OR (content ="
        " ?2 AND EXISTS (SELECT 1 FROM found_at WHERE document = number AND label = ?3))"
        " ORDER BY key = ?1 DESC, key";
    bool told = document->source_basis == XC_BASIS_SOURCES ||
                document->published_basis == XC_BASIS_SOURCES;
    query q = query_open(owner, sql);
    query_bind(&q, 1, document->key);
    query_bind(&q, 2, content);
    query_bind(&q, 3, document->label);
    query_bind(&q, 4, document->published);
    query_bind(&q, 5, document->wire);
    query_bind(&q, 6, document->kind);
    *known = (known_document){0};
    if (query_next(&q)) {
        bool same_key = query_integer(&q, 1) != 0;
        bool was_told = query_integer(&q, 2) != 0;
        bool same_words = query_integer(&q, 3) != 0;
        bool was_given = query_integer(&q, 4) != 0;
        if (same_key || told || was_told) {
            known->number = query_integer(&q, 0);
            known->keeps = same_key ? same_words || !told : !told;
            if (was_given != (document->given != NULL)) {
                known->keeps = !was_given;
                known->was_given = was_given;
            }
        }
    }
    return query_close(&q, error);
}

static xc_status add_place(xc_case *owner, int64_t number, xc_slice label, xc_error *error) {
    query q = query_open(owner, "INSERT OR IGNORE INTO found_at VALUES (?1, ?2)");
    query_bind_integer(&q, 1, number);
    query_bind(&q, 2, label);
    return query_close(&q, error);
}

// The file that it was read from. Of several of one label the least hash is shown, so that the
// order of adding does not matter; a file that is read again says what it is now.
static xc_status add_file(xc_case *owner, int64_t number, const xc_document *document,
                          xc_error *error) {
    if (!document->bytes_sha256.len) {
        return XC_OK;
    }
    query q = query_open(owner, "INSERT OR REPLACE INTO read_from VALUES (?1, ?2, ?3, ?4, ?5)");
    query_bind_integer(&q, 1, number);
    query_bind(&q, 2, document->label);
    query_bind(&q, 3, document->path);
    query_bind(&q, 4, document->record);
    query_bind(&q, 5, document->bytes_sha256);
    return query_close(&q, error);
}

static xc_status show_file(xc_case *owner, int64_t number, xc_error *error) {
    query q = query_open(
        owner,
        "UPDATE document SET (bytes_sha256, record) = (SELECT bytes_sha256, record FROM"
        " read_from WHERE document = ?1 AND read_from.label = document.label ORDER BY 1, 2"
        " LIMIT 1) WHERE number = ?1 AND EXISTS (SELECT 1 FROM read_from WHERE document ="
        " ?1 AND read_from.label = document.label)");
    query_bind_integer(&q, 1, number);
    return query_close(&q, error);
}

// A case of an earlier version learns it when the document comes again.
static xc_status show_text_hash(xc_case *owner, int64_t number, xc_slice hash,
                                xc_error *error) {
    query q = query_open(owner, "UPDATE document SET text_sha256 = ?2 WHERE number = ?1 AND"
                                " text_sha256 = ''");
    query_bind_integer(&q, 1, number);
    query_bind(&q, 2, hash);
    return query_close(&q, error);
}

// A further place; the document's label is the least of its places, whatever came first.
static xc_status add_further_place(xc_case *owner, int64_t number, xc_slice label,
                                   xc_error *error) {
    xc_status status = add_place(owner, number, label, error);
    if (status != XC_OK) {
        return status;
    }
    query q = query_open(owner, "SELECT label FROM document WHERE number = ?1");
    query_bind_integer(&q, 1, number);
    bool less = query_next(&q) && xc_slice_compare_natural(label, query_column(&q, 0)) < 0;
    status = query_close(&q, error);
    if (status == XC_OK && less) {
        q = query_open(owner, "UPDATE document SET label = ?2 WHERE number = ?1");
        query_bind_integer(&q, 1, number);
        query_bind(&q, 2, label);
        status = query_close(&q, error);
    }
    return status;
}

// Another reading of a document that stays as it is.
static xc_status add_reading(xc_case *owner, int64_t number, const xc_document *document,
                             xc_error *error) {
    xc_status status = add_further_place(owner, number, document->label, error);
    if (status == XC_OK) {
        status = add_file(owner, number, document, error);
    }
    if (status == XC_OK) {
        status = show_file(owner, number, error);
    }
    return status == XC_OK ? show_text_hash(owner, number, document->text_sha256, error)
                           : status;
}

static xc_status insert_document(xc_case *owner, const xc_document *document, xc_slice content,
                                 int64_t *number, xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_document_fields(&count);
    query q = query_open(owner, owner->insert_document);
    query_bind(&q, 1, document->label);
    query_bind(&q, 2, content);
    query_bind(&q, 3, document->text);
    query_bind_integer(&q, 4, document->title_in_text);
    (void)query_bind_fields(&q, 5, fields, count, document);
    xc_status status = query_close(&q, error);
    *number = sqlite3_last_insert_rowid(owner->database);
    if (status == XC_OK) {
        status = add_place(owner, *number, document->label, error);
    }
    return status == XC_OK ? add_file(owner, *number, document, error) : status;
}

static xc_status insert_claim(xc_case *owner, int64_t number, const xc_claim *claim,
                              xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    query q = query_open(owner, owner->insert_claim);
    query_bind_integer(&q, 1, number);
    int next = query_bind_fields(&q, 2, fields, count, claim);
    fields = xc_claim_kept_fields(&count);
    (void)query_bind_fields(&q, next, fields, count, claim);
    return query_close(&q, error);
}

static xc_status delete_document(xc_case *owner, int64_t number, xc_error *error) {
    query q = query_open(owner, "DELETE FROM document WHERE number = ?1");
    query_bind_integer(&q, 1, number);
    return query_close(&q, error);
}

// Puts the document in the place of an earlier telling of it, whose places it keeps.
static xc_status replace_document(xc_case *owner, int64_t earlier, int64_t number,
                                  xc_error *error) {
    query q = query_open(owner, "INSERT OR IGNORE INTO found_at"
                                " SELECT ?2, label FROM found_at WHERE document = ?1");
    query_bind_integer(&q, 1, earlier);
    query_bind_integer(&q, 2, number);
    xc_status status = query_close(&q, error);
    if (status == XC_OK) {
        q = query_open(owner, "INSERT OR IGNORE INTO read_from SELECT ?2, label, path, record,"
                              " bytes_sha256 FROM read_from WHERE document = ?1");
        query_bind_integer(&q, 1, earlier);
        query_bind_integer(&q, 2, number);
        status = query_close(&q, error);
    }
    if (status == XC_OK) {
        status = show_file(owner, number, error);
    }
    return status == XC_OK ? delete_document(owner, earlier, error) : status;
}

// The earlier row makes room for one with the same key before that is inserted.
static xc_status rename_earlier(xc_case *owner, int64_t earlier, xc_error *error) {
    query q =
        query_open(owner, "UPDATE document SET key = key || '-earlier' WHERE number = ?1");
    query_bind_integer(&q, 1, earlier);
    xc_status status = query_close(&q, error);
    if (status == XC_OK) {
        q = query_open(owner, "DELETE FROM claim WHERE document = ?1");
        query_bind_integer(&q, 1, earlier);
        status = query_close(&q, error);
    }
    return status;
}

static xc_status add_document(xc_case *owner, const xc_document *document,
                              const xc_claim *claims, size_t count, bool *added,
                              xc_error *error) {
    char id[XC_ID_LENGTH + 1];
    xc_slice content = content_id(document, id);
    known_document known;
    xc_status status = find_document(owner, document, content, &known, error);
    if (status == XC_OK && known.number && known.keeps) {
        return add_reading(owner, known.number, document, error);
    }
    if (status == XC_OK && known.number) {
        status = rename_earlier(owner, known.number, error);
    }
    int64_t number = 0;
    if (status == XC_OK) {
        status = insert_document(owner, document, content, &number, error);
    }
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = insert_claim(owner, number, &claims[i], error);
    }
    if (status == XC_OK && known.number) {
        status = replace_document(owner, known.number, number, error);
    }
    *added = status == XC_OK && !known.was_given;
    return status;
}

xc_status xc_case_add(xc_case *case_file, const xc_document *document, const xc_claim *claims,
                      size_t count, bool *added, xc_error *error) {
    bool unused = false;
    added = added ? added : &unused;
    *added = false;
    xc_status status = begin_run(case_file, error);
    if (status == XC_OK) {
        status = step_begin(case_file, error);
    }
    if (status != XC_OK) {
        return status;
    }
    note_input(case_file, document->label, document->key);
    status = add_document(case_file, document, claims, count, added, error);
    return step_end(case_file, status, error);
}

xc_status xc_case_add_skip(xc_case *case_file, xc_slice path, xc_slice reason,
                           xc_error *error) {
    xc_status status = begin_run(case_file, error);
    if (status != XC_OK) {
        return status;
    }
    note_input(case_file, path, reason);
    query q = query_open(case_file, "INSERT OR IGNORE INTO skipped VALUES (?1, ?2, ?3)");
    query_bind_integer(&q, 1, case_file->run);
    query_bind(&q, 2, path);
    query_bind(&q, 3, reason);
    return query_close(&q, error);
}

xc_status xc_case_add_counts(xc_case *case_file, const xc_read_counts *counts,
                             xc_error *error) {
    static const char update[] =
        "UPDATE run SET found = found + ?2, read = read + ?3, ignored = ignored + ?4,"
        " skipped = skipped + ?5, inputs = ?6 WHERE number = ?1";
    // The same inputs once more are no further inputs.
    static const char repeated[] = "DELETE FROM run WHERE number < ?1 AND inputs = ?2";
    char inputs[XC_ID_LENGTH + 1];
    xc_status status = begin_run(case_file, error);
    if (status != XC_OK) {
        return status;
    }
    xc_id_print('i', case_file->inputs, inputs);
    query q = query_open(case_file, update);
    query_bind_integer(&q, 1, case_file->run);
    query_bind_integer(&q, 2, (int64_t)counts->found);
    query_bind_integer(&q, 3, (int64_t)counts->read);
    query_bind_integer(&q, 4, (int64_t)counts->ignored);
    query_bind_integer(&q, 5, (int64_t)counts->skipped);
    query_bind(&q, 6, xc_slice_of(inputs));
    status = query_close(&q, error);
    if (status == XC_OK) {
        q = query_open(case_file, repeated);
        query_bind_integer(&q, 1, case_file->run);
        query_bind(&q, 2, xc_slice_of(inputs));
        status = query_close(&q, error);
    }
    return status;
}

static xc_status set_measure(xc_case *owner, const xc_measure *measure, xc_error *error) {
    query q = query_open(owner, "INSERT OR REPLACE INTO measure VALUES (?1, ?2, ?3, ?4, ?5)");
    query_bind(&q, 1, measure->name);
    query_bind(&q, 2, measure->topic);
    query_bind(&q, 3, measure->topic_title);
    query_bind(&q, 4, measure->is);
    query_bind(&q, 5, measure->unit);
    xc_status status = query_close(&q, error);
    for (size_t i = 0; i < measure->near_count && status == XC_OK; i++) {
        q = query_open(owner, "INSERT OR IGNORE INTO near_measure VALUES (?1, ?2)");
        query_bind(&q, 1, measure->name);
        query_bind(&q, 2, measure->near[i]);
        status = query_close(&q, error);
    }
    return status;
}

xc_status xc_case_set_measures(xc_case *case_file, const xc_measure *measures, size_t count,
                               xc_error *error) {
    xc_status status = step_begin(case_file, error);
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = set_measure(case_file, &measures[i], error);
    }
    return step_end(case_file, status, error);
}

xc_status xc_case_set_terms(xc_case *case_file, const xc_term *terms, size_t count,
                            xc_error *error) {
    xc_status status = step_begin(case_file, error);
    if (status != XC_OK) {
        return status;
    }
    status = database_run(case_file, "DELETE FROM term", error);
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        query q = query_open(case_file, "INSERT OR IGNORE INTO term VALUES (?1, ?2, ?3)");
        query_bind(&q, 1, terms[i].kind);
        query_bind(&q, 2, terms[i].word);
        query_bind(&q, 3, terms[i].value);
        status = query_close(&q, error);
    }
    return step_end(case_file, status, error);
}

xc_status xc_case_add_pack(xc_case *case_file, xc_slice name, xc_slice language, uint64_t hash,
                           xc_error *error) {
    char printed[17]; // 64 bits do not fit SQLite's signed integers
    (void)snprintf(printed, sizeof printed, "%016" PRIx64, hash);
    query q = query_open(case_file, "INSERT OR IGNORE INTO pack VALUES (?1, ?2, ?3)");
    query_bind(&q, 1, name);
    query_bind(&q, 2, language);
    query_bind(&q, 3, xc_slice_of(printed));
    return query_close(&q, error);
}
