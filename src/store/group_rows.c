// SPDX-License-Identifier: MIT
// The groups and incidents of a case: replaced as a whole, earlier ids of groups kept as aliases.
#include "store/schema.h"

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
