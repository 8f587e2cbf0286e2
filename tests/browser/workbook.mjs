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

// What is printed can be read, and long words are not cut by a row that is too low.
execFileSync("soffice", [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", "fods",
  "--outdir", sheets, join(folder, "claims.xlsx")], { stdio: "ignore" });
const book = readFileSync(join(sheets, "claims.fods"), "utf8");
for (const name of ["Groups", "Claims", "Documents"]) {
  const printed = book.match(new RegExp(`<table:table table:name="${name}"[^>]*table:print-ranges="([^"]*)"`));
  assert.ok(printed, `${name} has no print area`);
  const last = printed[1].match(/\.([A-Z]+)\d+$/)[1];
  assert.ok(last.length === 1 && last < "M", `${name} prints ${last} columns`);
}
const heights = new Map(Array.from(book.matchAll(/<style:style style:name="(ro\d+)"[^>]*>\s*<style:table-row-properties style:row-height="([\d.]+)in"/g), (one) => [one[1], Number(one[2])]));
const claims = book.slice(book.indexOf('<table:table table:name="Claims"'));
const row = claims.slice(0, claims.indexOf("tore through a chemical depot"));
const height = heights.get(row.match(/.*table:style-name="(ro\d+)"/s)[1]);
assert.ok(height > 0.35 && height < 1, `a row of two lines is ${height} inches high`);
console.log("ok   what is printed and how high rows are");
rmSync(folder, { recursive: true });
