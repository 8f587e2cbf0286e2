// SPDX-License-Identifier: MIT
// Checks every CSV file of a report against datapackage.json (Frictionless Data Package 1): columns,
// types, words, keys. tables.mjs PROGRAM, where PROGRAM FOLDER writes the report of the test case.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "./csv.mjs";

const types = {
  string: () => true,
  number: (cell) => /^-?\d+(\.\d+)?$/.test(cell),
  integer: (cell) => /^\d+$/.test(cell),
};

const folder = mkdtempSync(join(tmpdir(), "crossclaim-tables-"));
const [program] = process.argv.slice(2);
execFileSync(program, [folder]);
const described = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
assert.match(described.name, /^[a-z0-9._/-]+$/);
assert.deepEqual(described.resources.map((table) => table.path), ["claims.csv", "groups.csv", "incidents.csv", "documents.csv", "sources.csv"]);

for (const table of described.resources) {
  const [header, ...rows] = parse(readFileSync(join(folder, table.path), "utf8"));
  const { fields, missingValues, primaryKey } = table.schema;
  assert.deepEqual(header, fields.map((field) => field.name), `${table.path}: the columns`);
  for (const row of rows) {
    fields.forEach((field, i) => {
      assert.ok(field.description, `${table.path}: ${field.name} has no description`);
      const words = field.constraints?.enum;
      if (!missingValues.includes(row[i])) {
        assert.ok(types[field.type](row[i]), `${table.path}: ${field.name} is no ${field.type}: ${row[i]}`);
        assert.ok(!words || words.includes(row[i]), `${table.path}: ${field.name} may not be ${row[i]}`);
      }
    });
  }
  if (primaryKey) {
    const keys = rows.map((row) => row[header.indexOf(primaryKey)]);
    assert.equal(new Set(keys).size, keys.length, `${table.path}: ${primaryKey} is no key`);
  }
  console.log(`ok   ${table.path}: ${rows.length} rows, ${fields.length} columns`);
}
rmSync(folder, { recursive: true });
