// SPDX-License-Identifier: MIT
// Kills the server at random moments while decisions are posted, and looks at what it left: every
// decision that was answered as saved, at most one that was not answered, and a sound file.
//   decisions_killed.mjs PROGRAM [KILLS [SEED]]     10 kills if not told
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [program, kills = "10", seed = "1"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "crossclaim-killed-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let state = Number(seed) || 1;
const random = () => {
  // Mulberry32 (Ettinger 2017): the same moments for the same seed, as far as the machine lets them be
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
for (const [name, who, toll] of [["monday", "Rescuers", 12], ["tuesday", "Police", 30], ["friday", "Officials", 45]]) {
  writeFileSync(join(folder, `${name}.txt`), `Flood in Arden\n\n${who} said ${toll} people were killed in the flood in Arden on Monday.\n`);
}
const db = join(folder, "case.db");
execFileSync(program, ["add", "--db", db, ...["monday", "tuesday", "friday"].map((one) => join(folder, `${one}.txt`))], { stdio: "ignore" });
const rows = (table, format = "jsonl") => execFileSync(program, ["export", "--db", db, "--table", table, "--format", format], { encoding: "utf8", maxBuffer: Infinity, stdio: ["ignore", "pipe", "ignore"] }).split("\n").filter(Boolean).map((line) => JSON.parse(line));
const claims = rows("claims").map((one) => one.id);

const serve = async () => {
  const server = spawn(program, ["serve", "--db", db, "--reviewer", "Ana"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => server.on("exit", done));
  const address = await new Promise((done) => createInterface({ input: server.stdout }).once("line", done));
  const home = new URL(address).origin;
  const entry = await fetch(address, { redirect: "manual" });
  const cookie = entry.headers.get("set-cookie").split(";")[0];
  const text = await (await fetch(`${home}/`, { headers: { cookie } })).text();
  return { server, ended, home, cookie, form: /name="form" value="([^"]+)"/.exec(text)[1] };
};

// What is posted bears on groups, too: a decision with a comparison in its transaction.
const deed = (number) => {
  const claim = claims[Math.floor(random() * claims.length)];
  const kinds = [{ kind: "note" }, { kind: "confirm" }, { kind: "reject" }, { kind: "set_field", field: "value", value: String(number) }];
  return { ...kinds[Math.floor(random() * kinds.length)], claims: claim, why: `decision ${number}` };
};

const integrity = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(*(r for w in ('integrity_check', 'foreign_key_check') for r in c.execute('PRAGMA ' + w)))";
const check = () => execFileSync("python3", ["-c", integrity, db], { encoding: "utf8" }).trim();

let saved = [];
let unanswered = 0;
let number = 0;
for (let kill = 1; kill <= Number(kills); kill += 1) {
  const { server, ended, home, cookie, form } = await serve();
  setTimeout(() => server.kill("SIGKILL"), random() * 250);
  for (;;) {
    const fields = deed((number += 1));
    try {
      const answer = await fetch(`${home}/decide`, { method: "POST", redirect: "manual", headers: { cookie, origin: home }, body: new URLSearchParams({ form, ...fields }) });
      assert.equal(answer.status, 303, `decision ${number}: ${await answer.text()}`);
      saved.push(fields.why);
    } catch (error) {
      if (error.code === "ERR_ASSERTION") {
        throw error;
      }
      break; // nobody answers any more
    }
  }
  await ended;
  const kept = rows("decisions").map((one) => one.note);
  const lost = saved.filter((why) => !kept.includes(why));
  assert.deepEqual(lost, [], `kill ${kill} lost what was shown as saved`);
  assert.ok(kept.length <= saved.length + 1, `kill ${kill}: ${kept.length} kept, ${saved.length} shown as saved`);
  unanswered += kept.length - saved.length;
  saved = kept;
  const sound = check();
  assert.equal(sound, "('ok',)", `kill ${kill}`);
}
// The groups are those that the same decisions give in a case that was never killed.
const other = join(folder, "other.db");
execFileSync(program, ["add", "--db", other, ...["monday", "tuesday", "friday"].map((one) => join(folder, `${one}.txt`))], { stdio: "ignore" });
writeFileSync(join(folder, "rows.jsonl"), execFileSync(program, ["export", "--db", db, "--table", "decisions", "--format", "jsonl"], { maxBuffer: Infinity }));
execFileSync(program, ["decide", "--db", other, "--from", join(folder, "rows.jsonl")], { stdio: "ignore" });
const groups = (of) => execFileSync(program, ["export", "--db", of, "--table", "groups", "--format", "jsonl"], { encoding: "utf8", maxBuffer: Infinity });
assert.equal(groups(db), groups(other));
console.log(`${kills} kills (seed ${seed}): ${saved.length} decisions kept, ${unanswered} of them not answered any more, none lost; the file is sound and its groups are right`);
