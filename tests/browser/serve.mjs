// SPDX-License-Identifier: MIT
// Reviews in the browser as a reviewer would, over the real server:
// serve.mjs PROGRAM PAGES [WORDS], with words only the tests that have them in their name.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { launch } from "./chromium.mjs";

const [program, pages, only] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "crossclaim-serve-"));
execFileSync(program, ["compare", "--sources", `${pages}.sources.csv`, pages, "-o", folder], { stdio: "ignore" });
const made = join(folder, "case.db");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();
let cases = 0;
const servers = new Set();
process.on("exit", () => servers.forEach((server) => server.kill("SIGKILL")));

// A server on a fresh copy of the case, or on one that is there.
const serve = async (options = [], there = null) => {
  const db = there ?? join(folder, `case-${(cases += 1)}.db`);
  if (!there) {
    copyFileSync(made, db);
  }
  const server = spawn(program, ["serve", "--db", db, ...(options.includes("--reviewer") ? [] : ["--reviewer", "Ana"]), ...options], { stdio: ["ignore", "pipe", "inherit"] });
  servers.add(server);
  const ended = new Promise((done) => server.on("exit", (code, signal) => done(code ?? signal)));
  const [address] = await new Promise((done) => createInterface({ input: server.stdout }).once("line", (line) => done([line])));
  const end = async (signal = "SIGINT") => {
    server.kill(signal);
    return ended;
  };
  return { db, address, home: new URL(address).origin, end };
};
const decisions = (db) =>
  execFileSync(program, ["export", "--db", db, "--table", "decisions", "--format", "jsonl"], { encoding: "utf8", maxBuffer: Infinity })
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

// Opens the page; whatever it complains of, and whom it asks, is kept.
const open = async (address, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  const origins = new Set();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  await page.goto(address);
  return { page, context, complaints, origins, close: () => context.close() };
};
const left = async (page) => Number.parseInt(await page.locator("h1").innerText(), 10);
// A key that posts a form, and the page that answers.
const press = async (page, key) => {
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press(key)]);
  await page.waitForLoadState("load");
};

// A case of more discrepancies than a person decides without a pause: towns of our own making, two sources each.
const towns = "Arvik Belmora Corvale Dunhaven Eskerby Farrowick Galdana Hesmark Ilverton Jorvale Keldmoor Lorvik Marasol Nettleby Osterby Pellworth Quarnby Rostholm Selvara Tarnwick Ulverby Vandara Wexmoor Yarrowby Zelmark Ashgrove Brindal Calderby Dovermoor Elmara Fenwick Grimsby".split(" ");
const caseOfTowns = () => {
  const texts = join(folder, `towns-${(cases += 1)}`);
  mkdirSync(texts);
  for (const [i, town] of towns.entries()) {
    const what = ["flood", "fire", "explosion", "earthquake"][i % 4];
    for (const [who, toll] of [["Rescuers", 20 + i], ["Police", 70 + 2 * i]]) {
      writeFileSync(join(texts, `${town}-${who}.txt`), `The ${what} in ${town}\n\n${who} said ${toll} people were killed in the ${what} in ${town} on Monday, 4 March 2024.\n`);
    }
  }
  execFileSync(program, ["compare", texts, "-o", `${texts}-report`], { stdio: "ignore" });
  return join(`${texts}-report`, "case.db");
};

const tests = {
  "opens without a complaint, asks nobody else, shows the words in their article": async () => {
    const { address, home, end } = await serve();
    const { page, complaints, origins, close } = await open(address);
    assert.equal(new URL(page.url()).search, "");
    assert.match(await page.locator("article.group .badge").first().innerText(), /conflict/);
    assert.ok((await page.locator('aside [id^="t-"]').count()) > 0);
    const opened = await page.locator("aside details.document").evaluateAll((all) => all.map((one) => one.open));
    assert.ok(opened.length > 1 && opened.every(Boolean));
    assert.deepEqual(complaints, []);
    assert.deepEqual([...origins], [home]);
    await close();
    assert.equal(await end(), 0);
  },

  "nothing shuts a reader out, at any width, light and dark": async () => {
    const { address, end } = await serve();
    for (const width of [375, 1440]) {
      for (const colorScheme of ["light", "dark"]) {
        const { page, close } = await open(address, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        await page.addScriptTag({ content: axe });
        const found = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(found.violations.map((one) => [one.id, one.nodes[0].html]), [], `${width} ${colorScheme}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} scrolls sideways`);
        await close();
      }
    }
    await end();
  },

  "groups are reviewed with the keyboard alone, and undone in the middle": async () => {
    const { db, address, end } = await serve();
    const { page, complaints, close } = await open(address);
    const all = await left(page);
    assert.ok(all > 3);
    await press(page, "a");
    await press(page, "a");
    assert.equal(await left(page), all - 2);
    await page.keyboard.press("j");
    await press(page, "c");
    await press(page, "u");
    for (let rest = await left(page); rest > 0; rest -= 1) {
      assert.equal(await left(page), rest);
      await press(page, "a");
    }
    assert.match(await page.locator(".nothing").innerText(), /Nothing is left/);
    const kept = decisions(db);
    assert.equal(kept.filter((one) => one.decision === "settled").length, all);
    assert.deepEqual(kept.filter((one) => one.standing === "undone").map((one) => one.decision), ["confirm"]);
    assert.ok(kept.every((one) => one.reviewer === "Ana"));
    assert.deepEqual(complaints, []);
    await close();
    await end();
  },

  "thirty groups are reviewed with the keyboard alone": async () => {
    const { db, address, end } = await serve([], caseOfTowns());
    const { page, complaints, close } = await open(address);
    const id = () => page.locator("article.group").first().getAttribute("id");
    const typed = async (key, words) => {
      await page.keyboard.press(key);
      await page.keyboard.type(words);
      await press(page, "Enter");
    };
    const all = await left(page);
    assert.ok(all >= 30, `${all} wait`);
    const seen = new Set();
    for (let number = 0; number < 30; number += 1) {
      const group = await id();
      assert.ok(!seen.has(group), `${group} comes up again`);
      seen.add(group);
      const before = await left(page);
      if (number % 5 === 1) {
        await typed("n", "the police count later");
        assert.equal(await id(), group);
        await press(page, "u"); // the note, in the middle
      }
      if (number % 5 === 2) {
        await page.keyboard.press("v");
        await page.keyboard.press("u"); // of the list: updated
        await typed("Tab", "counted a day later");
      } else if (number % 5 === 3) {
        await page.keyboard.press("j");
        await page.keyboard.press("j");
        await press(page, "c");
        await press(page, "a");
      } else {
        await press(page, "a");
      }
      assert.equal(await left(page), before - 1);
    }
    const kept = decisions(db);
    const count = (kind, standing) => kept.filter((one) => one.decision === kind && one.standing === standing).length;
    assert.deepEqual([count("settled", "stands"), count("set_verdict", "stands"), count("note", "undone"), count("confirm", "stands")], [24, 6, 6, 6]);
    assert.deepEqual(complaints, []);
    await close();
    await end();
  },

  "j and k lead past the claims to the groups beside": async () => {
    const { address, end } = await serve();
    const { page, complaints, close } = await open(address);
    const id = () => page.locator("article.group").first().getAttribute("id");
    const first = await id();
    const seen = [first];
    for (let step = 0; step < 3; step += 1) {
      const claims = await page.locator(".act").count();
      for (let claim = 0; claim < claims; claim += 1) {
        await page.keyboard.press("j");
      }
      await press(page, "j");
      seen.push(await id());
    }
    assert.equal(new Set(seen).size, 4);
    await page.keyboard.press("j");
    await press(page, "k");
    assert.equal(await id(), seen[2]);
    assert.deepEqual(complaints, []);
    await close();
    await end();
  },

  "a corrected value changes verdict and plot": async () => {
    const { address, end } = await serve();
    const { page, close } = await open(address);
    const group = await page.locator("article.group").first().getAttribute("id");
    const before = await page.locator(".plot").innerHTML();
    const figures = await page.locator(".act-what").allInnerTexts();
    const at = figures.findIndex((one) => /: 4,333/.test(one));
    assert.ok(at >= 0);
    for (let i = 0; i <= at; i += 1) {
      await page.keyboard.press("j");
    }
    await page.keyboard.press("e");
    await page.keyboard.type("9000");
    await press(page, "Enter");
    await page.goto(`${new URL(page.url()).origin}/?group=${group}`);
    assert.match(await page.locator("article.group").innerText(), /value corrected to "9000" by Ana, .*, read as "4333"/);
    assert.notEqual(await page.locator(".plot").innerHTML(), before);
    await close();
    await end();
  },

  "words are searched, a corrected value settles what they find, and undoing opens it again": async () => {
    const { address, end } = await serve([], caseOfTowns());
    const { page, complaints, close } = await open(address);
    const all = await left(page);
    await page.keyboard.press("/");
    await page.keyboard.type("Pellworth");
    await press(page, "Enter");
    assert.ok((await left(page)) < all && (await left(page)) > 0);
    assert.match(await page.locator("article.group .group-about").innerText(), /Pellworth/);
    const badge = page.locator("article.group .badge").first();
    const plot = () => page.locator(".plot").innerHTML();
    assert.match(await badge.innerText(), /conflict/);
    const before = await plot();
    const group = await page.locator("article.group").first().getAttribute("id");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.keyboard.type((await page.locator(".act.here .act-what").innerText()).includes(": 35") ? "100" : "35");
    await press(page, "Enter");
    await page.goto(`${new URL(page.url()).origin}/?group=${group}`);
    assert.match(await badge.innerText(), /agree/);
    assert.notEqual(await page.locator(".plot").count() ? await plot() : "", before);
    await page.locator(".do-undo").first().click();
    await page.goto(`${new URL(page.url()).origin}/?group=${group}`);
    assert.match(await badge.innerText(), /conflict/);
    await page.goto(new URL(page.url()).origin);
    assert.equal(await left(page), all);
    assert.deepEqual(complaints, []);
    await close();
    await end();
  },

  "without a script: what is right as it stands": async () => {
    const { db, address, end } = await serve();
    const { page, close } = await open(address, { javaScriptEnabled: false });
    const all = await left(page);
    const group = await page.locator("article.group").first().getAttribute("id");
    await page.locator("#approve").click();
    assert.equal(await left(page), all - 1);
    assert.notEqual(await page.locator("article.group").first().getAttribute("id"), group);
    assert.deepEqual(decisions(db).map((one) => one.decision), ["settled"]);
    await close();
    await end();
  },

  "without a script: confirm, leave out, note, undo": async () => {
    const { db, address, end } = await serve();
    const { page, close } = await open(address, { javaScriptEnabled: false });
    await page.locator(".do-confirm").first().click();
    await page.locator("#note").fill("<img src=x onerror=alert(1)>");
    await page.getByRole("button", { name: "Note", exact: true }).click();
    assert.match(await page.locator(".history").innerText(), /onerror=alert/);
    assert.equal(await page.locator("img").count(), 0);
    await page.locator(".do-reject").last().click();
    await page.locator(".do-undo").first().click();
    assert.deepEqual(decisions(db).map((one) => one.decision), ["confirm", "note", "reject", "undo"]);
    assert.equal(decisions(db)[2].standing, "undone");
    await close();
    await end();
  },

  "two browsers see each other's changes": async () => {
    const { address, end } = await serve();
    const one = await open(address);
    const other = await open(address);
    const all = await left(other.page);
    await press(one.page, "a");
    await other.page.waitForFunction((before) => Number.parseInt(document.querySelector("h1").innerText, 10) < before, all, { timeout: 10000 });
    await one.close();
    await other.close();
    await end();
  },

  "a foreign page changes nothing": async () => {
    const { db, address, home, end } = await serve();
    const { page, context, close } = await open(address);
    const form = await page.locator('input[name="form"]').first().getAttribute("value");
    const group = await page.locator('input[name="group"]').first().getAttribute("value");
    const body = `<form method=post action="${home}/decide"><input name=form value="${form}"><input name=group value="${group}"><input name=kind value=settled></form><script>document.forms[0].submit()</script>`;
    const foreign = createServer((_, answer) => answer.writeHead(200, { "Content-Type": "text/html" }).end(body));
    await new Promise((ready) => foreign.listen(0, "127.0.0.1", ready));
    const bad = await context.newPage();
    await bad.goto(`http://localhost:${foreign.address().port}/`);
    await bad.waitForURL(`${home}/decide`);
    assert.match(await bad.locator("body").innerText(), /Refused|Open the address/);
    assert.deepEqual(decisions(db), []);
    foreign.close();
    await close();
    await end();
  },

  "without a script: a document and its outlet": async () => {
    const { db, address, end } = await serve();
    const { page, close } = await open(address, { javaScriptEnabled: false });
    const group = await page.locator("article.group").first().getAttribute("id");
    const home = `${new URL(page.url()).origin}/?group=${group}`;
    const first = page.locator(".source-act").first();
    const outlet = await first.locator('input[name="outlet"]').getAttribute("value");
    const ofDocument = first.locator("form").first();
    await ofDocument.locator("select").selectOption("grade");
    await ofDocument.locator('input[name="value"]').fill("<img src=x onerror=alert(1)>");
    await ofDocument.locator('input[name="why"]').fill("names its sources");
    await ofDocument.getByRole("button", { name: "Set", exact: true }).click();
    assert.match(await page.locator(".source-act").first().innerText(), /grade <img/);
    assert.equal(await page.locator("img").count(), 0);
    const ofOutlet = page.locator(".source-act").first().locator("form").nth(1);
    await ofOutlet.locator('input[name="value"]').fill("local");
    await ofOutlet.getByRole("button", { name: "Set for the outlet" }).click();
    await page.goto(home);
    const claims = await page.locator(".act").count();
    await page.locator(".source-act").first().getByRole("button", { name: "Leave the outlet out" }).click();
    await page.goto(home);
    assert.ok((await page.locator(".act").count()) < claims);
    const kept = decisions(db);
    assert.deepEqual(kept.map((one) => [one.decision, one.field, one.value]), [["set_field", "grade", "<img src=x onerror=alert(1)>"], ["set_field", "kind", "local"], ["reject", "", ""]]);
    assert.equal(kept[2].target, `source:${outlet}`);
    await close();
    await end();
  },

  "hostile text in every field is text": async () => {
    const { address, end } = await serve();
    const { page, complaints, origins, close } = await open(address);
    const group = await page.locator("article.group").first().getAttribute("id");
    const home = `${new URL(page.url()).origin}/?group=${group}`;
    const hostile = `"><script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>'{{page}}&#60;\u202e`;
    const fields = '[aria-label="The group"] form, .act:first-child form, .source-act:first-child form';
    const count = await page.locator(fields).count();
    let tried = 0;
    for (let i = 0; i < count; i += 1) {
      await page.goto(home);
      const form = page.locator(fields).nth(i);
      const typed = form.locator("input:not([type=hidden])");
      if (!(await typed.count())) {
        continue;
      }
      for (let k = 0; k < (await typed.count()); k += 1) {
        await typed.nth(k).fill(hostile.slice(0, Number((await typed.nth(k).getAttribute("maxlength")) ?? 300)));
      }
      if (await form.locator("select[name=field]").count()) {
        await form.locator("select[name=field]").selectOption({ index: (await form.locator("select[name=field] option").count()) - 1 });
      }
      const kind = form.locator("button").first();
      if (/^(Leave out|It says so)$/.test(await kind.innerText())) {
        continue; // takes its claim away from the page
      }
      await Promise.all([page.waitForEvent("framenavigated"), kind.click()]);
      tried += 1;
    }
    assert.ok(tried > 5);
    await page.goto(`${home}&topic=${encodeURIComponent(hostile)}&q=${encodeURIComponent(hostile)}`);
    await page.goto(home);
    assert.equal(await page.locator("img").count(), 0);
    assert.match(await page.locator(".history").innerText(), /<script>alert\(1\)<\/script>/);
    assert.deepEqual(complaints.filter((one) => !/422/.test(one)), []);
    assert.deepEqual([...origins], [new URL(page.url()).origin]);
    await close();
    await end();
  },

  "two reviewers decide blind and differ, a third one settles": async () => {
    const { db, address, end } = await serve(["--blind"]);
    const bo = await serve(["--blind", "--reviewer", "Bo"], db);
    const ana = await open(address);
    const other = await open(bo.address);
    const group = await ana.page.locator("article.group").first().getAttribute("id");
    assert.equal(await other.page.locator("article.group").first().getAttribute("id"), group);
    const verdict = async (page, word) => {
      await page.keyboard.press("v");
      await page.locator("#verdict").selectOption(word);
      await Promise.all([page.waitForEvent("framenavigated"), page.getByRole("button", { name: "Set", exact: true }).first().click()]);
      await page.waitForLoadState("load");
    };
    await verdict(ana.page, "updated");
    await other.page.goto(`${bo.home}/?group=${group}`);
    assert.doesNotMatch(await other.page.locator("body").innerText(), /Ana/);
    await verdict(other.page, "agree");
    await other.page.goto(`${bo.home}/?group=${group}`);
    assert.match(await other.page.locator(".disagreements").innerText(), /\(updated\) by Ana[^]*\(agree\) by Bo/);
    await other.close();
    await ana.close();
    await bo.end();
    await end();
    const cy = await serve(["--reviewer", "Cy"], db);
    const third = await open(cy.address);
    assert.equal(await third.page.locator("article.group").first().getAttribute("id"), group);
    await verdict(third.page, "agree");
    assert.equal(await third.page.locator(".disagreements").count(), 0);
    await third.close();
    await cy.end();
  },

  "a server that was started again goes on where the first one ended": async () => {
    const first = await serve();
    const one = await open(first.address);
    const all = await left(one.page);
    await press(one.page, "a");
    await one.close();
    assert.equal(await first.end("SIGTERM"), 0);
    const again = await serve([], first.db);
    const other = await open(again.address);
    assert.equal(await left(other.page), all - 1);
    const group = await other.page.locator("article.group").first().getAttribute("id");
    await other.page.reload();
    assert.equal(await other.page.locator("article.group").first().getAttribute("id"), group);
    const old = await fetch(`${again.home}/`, { headers: { cookie: `crossclaim_${new URL(again.home).port}=${new URL(first.address).searchParams.get("token")}` } });
    assert.equal(old.status, 403);
    await other.close();
    await again.end();
  },

  "what was shown as saved is there after a kill": async () => {
    const { db, address, home, end } = await serve();
    const entry = await fetch(address, { redirect: "manual" });
    const cookie = entry.headers.get("set-cookie").split(";")[0];
    const text = await (await fetch(`${home}/`, { headers: { cookie } })).text();
    const [, form] = /name="form" value="([^"]+)"/.exec(text);
    const [, group] = /name="group" value="([^"]+)"/.exec(text);
    let saved = 0;
    setTimeout(() => end("SIGKILL"), 200 + Math.random() * 800);
    for (;;) {
      try {
        const answer = await fetch(`${home}/decide`, { method: "POST", redirect: "manual", headers: { cookie, origin: home }, body: new URLSearchParams({ form, group, kind: "note", why: `note ${saved + 1}` }) });
        assert.equal(answer.status, 303);
        saved += 1;
      } catch (error) {
        if (error.code === "ERR_ASSERTION") {
          throw error;
        }
        break;
      }
    }
    assert.ok(saved > 0);
    const kept = decisions(db);
    assert.ok(kept.length === saved || kept.length === saved + 1, `${saved} saved, ${kept.length} kept`);
    const again = await serve([], db);
    const { page, close } = await open(again.address);
    assert.ok((await page.locator(".history li").count()) > 0 || (await left(page)) > 0);
    await close();
    await again.end();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  if (only && !name.includes(only)) {
    continue;
  }
  try {
    await test();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
