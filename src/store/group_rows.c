// SPDX-License-Identifier: MIT
// The groups and incidents of a case: replaced as a whole, earlier ids of groups kept as aliases.
#include "store/schema.h"

#include <stdlib.h>

// What was a member of what, so that earlier ids can follow their members.
static const char keep_earlier[] =
    "CREATE TEMP TABLE IF NOT EXISTS earlier (id TEXT, claim TEXT);"
    "CREATE TEMP TABLE IF NOT EXISTS earlier_alias (earlier TEXT, id TEXT);"
    "DELETE FROM temp.earlier; DELETE FROM temp.earlier_alias;"
    "INSERT INTO temp.earlier SELECT claim_group, claim FROM member;"
    "INSERT INTO temp.earlier_alias SELECT earlier, claim_group FROM alias;"
    "DELETE FROM alias; DELETE FROM claim_group; DELETE FROM incident;";

// An earlier id stands for the group that holds most of its members now (of several the least).
static const char follow_members[] =
    "CREATE TEMP TABLE IF NOT EXISTS moved (earlier TEXT PRIMARY KEY, id TEXT);"
    "DELETE FROM temp.moved;"
    "INSERT INTO temp.moved SELECT earlier, id FROM (SELECT e.id AS earlier, m.claim_group AS "
    "id,"
    " row_number() OVER (PARTITION BY e.id ORDER BY m.claim_group = e.id DESC, count(*) DESC,"
    " m.claim_group) AS place FROM temp.earlier AS e JOIN member AS m ON m.claim = e.claim"
    " GROUP BY e.id, m.claim_group) WHERE place = 1;"
    "INSERT INTO alias SELECT earlier, id FROM temp.moved WHERE earlier <> id"
    " AND earlier NOT IN (SELECT id FROM claim_group);"
    "INSERT OR IGNORE INTO alias SELECT a.earlier, m.id FROM temp.earlier_alias AS a"
    " JOIN temp.moved AS m ON m.earlier = a.id"
    " WHERE a.earlier NOT IN (SELECT id FROM claim_group);";

static xc_status insert_claims(xc_case *owner, const char *sql, xc_slice group,
                               const xc_slice *claims, size_t count, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        query q = query_open(owner, sql);
        query_bind(&q, 1, group);
        query_bind_integer(&q, 2, (int64_t)i);
        query_bind(&q, 3, claims[i]);
        status = query_close(&q, error);
    }
    return status;
}

static xc_status insert_group(xc_case *owner, const xc_group *group, xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_group_fields(&count);
    query q = query_open(owner, owner->insert_group);
    query_bind_integer(&q, 1, group->rank);
    (void)query_bind_fields(&q, 2, fields, count, group);
    xc_status status = query_close(&q, error);
    if (status == XC_OK) {
        status = insert_claims(owner, "INSERT INTO member VALUES (?1, ?2, ?3)", group->id,
                               group->members, group->member_count, error);
    }
    if (status == XC_OK) {
        status = insert_claims(owner, "INSERT INTO doubtful VALUES (?1, ?2, ?3)", group->id,
                               group->doubtful, group->doubtful_count, error);
    }
    for (size_t i = 0; i < group->related_count && status == XC_OK; i++) {
        q = query_open(owner, "INSERT INTO relation VALUES (?1, ?2, ?3, ?4)");
        query_bind(&q, 1, group->id);
        query_bind_integer(&q, 2, (int64_t)i);
        query_bind(&q, 3, group->related[i].group);
        query_bind(&q, 4, group->related[i].difference);
        status = query_close(&q, error);
    }
    return status;
}

static xc_status insert_incident(xc_case *owner, size_t rank, const xc_incident *incident,
                                 xc_error *error) {
    size_t count = 0;
    const xc_field *fields = xc_incident_fields(&count);
    query q = query_open(owner, owner->insert_incident);
    query_bind_integer(&q, 1, (int64_t)rank);
    (void)query_bind_fields(&q, 2, fields, count, incident);
    return query_close(&q, error);
}

// Up to which decision the groups follow; of all that are there where `decision` is negative.
static xc_status mark_compared(xc_case *owner, int64_t decision, xc_error *error) {
    xc_status status = database_run(owner, "DELETE FROM compared;", error);
    if (status != XC_OK) {
        return status;
    }
    query q = query_open(owner, "INSERT INTO compared SELECT CASE WHEN ?1 < 0 THEN"
                                " coalesce((SELECT max(id) FROM decision), 0) ELSE ?1 END");
    query_bind_integer(&q, 1, decision);
    return query_close(&q, error);
}

xc_status xc_case_set_groups(xc_case *case_file, const xc_group *groups, size_t count,
                             const xc_incident *incidents, size_t incident_count,
                             xc_error *error) {
    xc_status status = step_begin(case_file, error);
    if (status != XC_OK) {
        return status;
    }
    status = database_run(case_file, keep_earlier, error);
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = insert_group(case_file, &groups[i], error);
    }
    for (size_t i = 0; i < incident_count && status == XC_OK; i++) {
        status = insert_incident(case_file, i, &incidents[i], error);
    }
    if (status == XC_OK) {
        status = database_run(case_file, follow_members, error);
    }
    if (status == XC_OK) {
        status = mark_compared(case_file, -1, error);
    }
    return step_end(case_file, status, error);
}

// Groups that stood before, and have other words or claims now or are gone, make room.
static const char begin_changes[] =
    "CREATE TEMP TABLE IF NOT EXISTS changed (id TEXT PRIMARY KEY); DELETE FROM temp.changed;";
static const char make_room[] =
    "CREATE TEMP TABLE IF NOT EXISTS earlier (id TEXT, claim TEXT);"
    "CREATE TEMP TABLE IF NOT EXISTS earlier_alias (earlier TEXT, id TEXT);"
    "DELETE FROM temp.earlier; DELETE FROM temp.earlier_alias;"
    "INSERT INTO temp.earlier SELECT claim_group, claim FROM member"
    " WHERE claim_group IN (SELECT id FROM temp.changed);"
    "INSERT INTO temp.earlier_alias SELECT earlier, claim_group FROM alias"
    " WHERE claim_group IN (SELECT id FROM temp.changed);"
    "DELETE FROM alias WHERE claim_group IN (SELECT id FROM temp.changed);"
    "DELETE FROM claim_group WHERE id IN (SELECT id FROM temp.changed); DELETE FROM incident;";
static const char drop_aliases[] =
    "DELETE FROM alias WHERE earlier IN (SELECT id FROM claim_group);";

static bool same_ids(const xc_slice *one, size_t count, const xc_slice *other, size_t others) {
    bool same = count == others;
    for (size_t i = 0; same && i < count; i++) {
        same = xc_slice_equal(one[i], other[i]);
    }
    return same;
}

static bool same_words(const xc_group *one, const xc_group *other) {
    size_t count = 0;
    const xc_field *fields = xc_group_fields(&count);
    xc_buffer first = {0};
    xc_buffer second = {0};
    bool same = true;
    for (size_t i = 0; same && i < count; i++) {
        if (field_has_column(&fields[i])) {
            same = xc_slice_equal(xc_field_text(&fields[i], one, &first),
                                  xc_field_text(&fields[i], other, &second));
        }
    }
    same = same && first.status == XC_OK && second.status == XC_OK;
    xc_buffer_release(&first);
    xc_buffer_release(&second);
    return same;
}

static bool same_group(const xc_group *one, const xc_group *other) {
    bool same =
        same_ids(one->members, one->member_count, other->members, other->member_count) &&
        same_ids(one->doubtful, one->doubtful_count, other->doubtful, other->doubtful_count) &&
        one->related_count == other->related_count;
    for (size_t i = 0; same && i < one->related_count; i++) {
        same = xc_slice_equal(one->related[i].group, other->related[i].group) &&
               xc_slice_equal(one->related[i].difference, other->related[i].difference);
    }
    return same && same_words(one, other);
}

static int by_id(const void *a, const void *b) {
    const xc_group *one = *(const xc_group *const *)a;
    const xc_group *other = *(const xc_group *const *)b;
    return xc_slice_compare(one->id, other->id);
}

static const xc_group **sort_groups(const xc_case_content *content, xc_arena *arena) {
    const xc_group **sorted =
        xc_arena_array(arena, content->group_count + 1, sizeof(const xc_group *));
    for (size_t i = 0; sorted && i < content->group_count; i++) {
        sorted[i] = &content->groups[i];
    }
    if (sorted && content->group_count) {
        qsort(sorted, content->group_count, sizeof(const xc_group *), by_id);
    }
    return sorted;
}

static xc_status note_changed(xc_case *owner, xc_slice id, xc_error *error) {
    query q = query_open(owner, "INSERT INTO temp.changed VALUES (?1)");
    query_bind(&q, 1, id);
    return query_close(&q, error);
}

static xc_status set_rank(xc_case *owner, const xc_group *group, xc_error *error) {
    query q = query_open(owner, "UPDATE claim_group SET rank = ?2 WHERE id = ?1");
    query_bind(&q, 1, group->id);
    query_bind_integer(&q, 2, group->rank);
    return query_close(&q, error);
}

// Both lists by id: marks of `before` what is gone or other now, and of `after` what is new.
static xc_status find_changes(xc_case *owner, const xc_group **before, size_t before_count,
                              const xc_group **after, size_t *after_count, xc_error *error) {
    size_t fresh = 0;
    size_t at = 0;
    xc_status status = database_run(owner, begin_changes, error);
    for (size_t i = 0; i < *after_count && status == XC_OK; i++) {
        for (; at < before_count && status == XC_OK &&
               xc_slice_compare(before[at]->id, after[i]->id) < 0;
             at++) {
            status = note_changed(owner, before[at]->id, error);
        }
        bool there = at < before_count && xc_slice_equal(before[at]->id, after[i]->id) &&
                     status == XC_OK;
        if (there && same_group(before[at], after[i])) {
            bool moved = before[at]->rank != after[i]->rank;
            status = moved ? set_rank(owner, after[i], error) : XC_OK;
        } else {
            status = there ? note_changed(owner, after[i]->id, error) : status;
            after[fresh++] = after[i];
        }
        at += there;
    }
    for (; at < before_count && status == XC_OK; at++) {
        status = note_changed(owner, before[at]->id, error);
    }
    *after_count = fresh;
    return status;
}

static xc_status renew(xc_case *owner, const xc_case_content *before,
                       const xc_case_content *after, xc_arena *arena, xc_error *error) {
    const xc_group **stood = sort_groups(before, arena);
    const xc_group **fresh = sort_groups(after, arena);
    size_t count = after->group_count;
    if (!stood || !fresh) {
        return xc_fail_memory(error);
    }
    xc_status status = find_changes(owner, stood, before->group_count, fresh, &count, error);
    if (status == XC_OK) {
        status = database_run(owner, make_room, error);
    }
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = insert_group(owner, fresh[i], error);
    }
    for (size_t i = 0; i < after->incident_count && status == XC_OK; i++) {
        status = insert_incident(owner, i, &after->incidents[i], error);
    }
    if (status == XC_OK) {
        status = database_run(owner, follow_members, error);
    }
    return status == XC_OK ? database_run(owner, drop_aliases, error) : status;
}

xc_status xc_case_renew_groups(xc_case *case_file, const xc_case_content *before,
                               const xc_case_content *after, bool *renewed, xc_error *error) {
    uint64_t inputs = 0;
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? step_begin(case_file, error) : xc_fail_memory(error);
    *renewed = false;
    if (status != XC_OK) {
        xc_arena_free(arena);
        return status;
    }
    status = inputs_state(case_file, &inputs, error);
    if (status == XC_OK && inputs == before->inputs) {
        status = renew(case_file, before, after, arena, error);
        int64_t last = 0;
        for (size_t i = 0; i < before->decision_count; i++) {
            last = before->decisions[i].id > last ? before->decisions[i].id : last;
        }
        status = status == XC_OK ? mark_compared(case_file, last, error) : status;
        *renewed = status == XC_OK;
    }
    xc_arena_free(arena);
    return step_end(case_file, status, error);
}

xc_status xc_case_find_group(xc_case *case_file, xc_slice id, xc_arena *arena, xc_slice *out,
                             xc_error *error) {
    query q = query_open(case_file, "SELECT id FROM claim_group WHERE id = ?1 UNION ALL"
                                    " SELECT claim_group FROM alias WHERE earlier = ?1");
    query_bind(&q, 1, id);
    *out = query_next(&q) ? query_copy(&q, 0, arena) : (xc_slice){0};
    return query_close(&q, error);
}
