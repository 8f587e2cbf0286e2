// SPDX-License-Identifier: MIT
// Opens the workbook in LibreOffice, reads it back, and compares it with the CSV files:
// workbook.mjs PROGRAM, where PROGRAM FOLDER writes the report of the test case.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "./csv.mjs";

if (spawnSync("soffice", ["--version"]).status !== 0) {
  console.log("SKIPPED: LibreOffice is not installed");
  process.exit(77);
}

// What the CSV adds for spreadsheets, and what LibreOffice writes of a date.
const plain = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, "");
const date = (cell) => cell.replace(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?.*$/, "$1 $2");

const folder = mkdtempSync(join(tmpdir(), "crossclaim-workbook-"));
const [program] = process.argv.slice(2);
execFileSync(program, [folder]);
const sheets = join(folder, "sheets");
execFileSync("soffice", [
  `-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to",
  "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
  "--outdir", sheets, join(folder, "claims.xlsx"),
], { stdio: "ignore" });
// A sheet has its columns in reading order, a table in the order that programs rely on.
const inOrderOf = (header, rows) => {
  assert.deepEqual([...rows[0]].sort(), [...header].sort());
  return rows.map((row) => header.map((column) => row[rows[0].indexOf(column)]));
};
const sheet = (name) => parse(readFileSync(join(sheets, `claims-${name}.csv`), "utf8"));

for (const name of ["Groups", "Claims", "Documents", "Sources"]) {
  const wanted = parse(readFileSync(join(folder, `${name.toLowerCase()}.csv`), "utf8"));
  const found = inOrderOf(wanted[0], sheet(name));
  const dates = wanted[0].map((column) => ["published", "from", "to"].includes(column));
  const same = (rows, change) => rows.map((row) => row.map((cell, i) => (dates[i] ? date(cell) : change(cell))));
  assert.deepEqual(same(found, (cell) => cell), same(wanted, plain), name);
  console.log(`ok   ${name}: ${found.length - 1} rows, the same values`);
}

const matrix = sheet("Matrix");
const cell = (group, source) => matrix.find((row) => row[0].startsWith(group))[matrix[0].indexOf(source)];
assert.equal(cell("killed in the fire", "Harbour Times"), "at least 27");
assert.equal(cell("killed in the fire", "Evening Ledger"), "14");
assert.equal(cell("killed in the fire", "Maroa Radio"), "17; 21");
assert.equal(cell("injured in the fire at Port Maroa, all", "Evening Ledger"), "");
console.log("ok   Matrix: groups down, sources across");
assert.ok(sheet("Read me").some((row) => row[0] === "evidence"));
console.log("ok   Read me: names the columns");
rmSync(folder, { recursive: true });
