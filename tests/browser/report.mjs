// SPDX-License-Identifier: MIT
// Opens a report from its file address and uses it as a reader would:
// report.mjs PROGRAM [WORDS], where PROGRAM FOLDER writes the report of the test case; with words
// only the tests that have them in their name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const [program, only] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "crossclaim-browser-"));
execFileSync(program, [folder]);
const address = pathToFileURL(join(folder, "index.html")).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();

// Opens the report; whatever the page complains of or asks for is kept.
const open = async (options = {}, suffix = "") => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address + suffix);
  return { page, complaints, requests, close: () => context.close() };
};

// Groups that the filter lets through; those of one source alone stand in a part that opens.
const shownGroups = (page) => page.locator("article.group:not([hidden])").count();

const tests = {
  "opens without a complaint and asks for nothing": async () => {
    const { page, complaints, requests, close } = await open();
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests, [address]);
    assert.match(await page.locator("h1").innerText(), /1 contradiction in 4 comparisons/);
    assert.match(await page.locator(".lede").innerText(), /published 12 to 16 May 2021/);
    assert.equal(await page.locator('meta[name="generator"]').getAttribute("content").then((text) => /^crossclaim /.test(text)), true);
    await close();
  },

  "the discrepancy stands on the first screen": async () => {
    for (const width of [375, 768, 1440]) {
      const { page, close } = await open({ viewport: { width, height: 900 } });
      const figures = await page.locator(".foremost li").first().locator(".foremost-figure").allInnerTexts();
      assert.deepEqual(figures.map((one) => one.replace(/\s+/g, " ")), [
        "at least 27 Harbour Times, 15 May 2021: rescue workers",
        "21 Maroa Radio, as of 16 May 2021, 20:00: the health ministry",
      ]);
      assert.equal(await page.locator(".is-conflict .group-span").innerText(), "at least 27 against 21");
      assert.match(await page.locator(".is-conflict .group-reason").innerText(), /All figures: 3 to 27/);
      const box = await page.locator(".foremost li").first().boundingBox();
      assert.ok(box.y + box.height < 900, `it ends at ${box.y + box.height} at ${width} px`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `scrolls sideways at ${width} px`);
      await close();
    }
  },

  "filters by verdict, source, place and words": async () => {
    const { page, complaints, close } = await open();
    assert.equal(await shownGroups(page), 6);
    await page.getByLabel("Verdict").selectOption("conflict");
    assert.equal(await shownGroups(page), 1);
    assert.equal(await page.locator("#topic-displacement").isVisible(), false);
    assert.equal(await page.locator("details.singles:visible").count(), 0);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForFunction(() => document.querySelectorAll("article.group:not([hidden])").length === 6);
    await page.getByLabel("Source").selectOption("Maroa Radio");
    assert.equal(await shownGroups(page), 2);
    await page.getByLabel("Find words").fill("sports hall");
    assert.equal(await shownGroups(page), 1);
    assert.equal(await page.locator("article.group:not([hidden])").isVisible(), true);
    await page.getByLabel("Find words").fill("no such words");
    assert.equal(await shownGroups(page), 0);
    assert.equal(await page.locator("#nothing").isVisible(), true);
    assert.deepEqual(complaints, []);
    await close();
  },

  "filters by the time that figures are about": async () => {
    const { page, close } = await open();
    const choices = await page.getByLabel("Time").locator("option").allInnerTexts();
    assert.deepEqual(choices.map((one) => one.trim()), ["all", "2021 (6)", "May 2021 (6)"]);
    const published = await page.getByLabel("Published").locator("option").allInnerTexts();
    assert.deepEqual(published.map((one) => one.trim()), ["all", "2021 (6)", "May 2021 (6)", "not stated (1)"]);
    await page.evaluate(() => {
      const [year, april, span, none] = document.querySelectorAll("article.group");
      Object.assign(year.dataset, { from: "2021", to: "2021" });
      Object.assign(april.dataset, { from: "2021-04-30", to: "2021-04-30" });
      Object.assign(span.dataset, { from: "2020-01-01", to: "2021-05-01T08:00" });
      Object.assign(none.dataset, { from: "", to: "" });
    });
    await page.getByLabel("Time").selectOption("2021-05");
    assert.equal(await shownGroups(page), 4);
    await page.getByLabel("Time").selectOption("2021");
    assert.equal(await shownGroups(page), 5);
    await close();
  },

  "a span of years is no month": async () => {
    const { page, close } = await open();
    const choices = await page.evaluate(() => {
      const html = document.documentElement.outerHTML.replace('data-from="2021-05-14"', 'data-from="1970-01-01"').replace('data-to="2021-05-14"', 'data-to="1979-12-31"');
      const copy = new DOMParser().parseFromString(html, "text/html");
      document.getElementById("comparison").replaceWith(copy.getElementById("comparison"));
      document.getElementById("filter").replaceWith(copy.getElementById("filter"));
      return document.querySelector("article.group").dataset.to;
    });
    assert.equal(choices, "1979-12-31");
    await page.evaluate(() => { document.getElementById("f-time").replaceChildren(new Option("all", "")); });
    const script = await page.locator("script").innerHTML();
    await page.evaluate(script);
    const times = await page.getByLabel("Time").locator("option").allInnerTexts();
    assert.deepEqual(times.map((one) => one.trim()), ["all", "1970s (1)", "2021 (5)", "May 2021 (5)"]);
    await close();
  },

  "whoever filters among the documents has the first result before them": async () => {
    const { page, close } = await open({ viewport: { width: 1440, height: 500 } });
    const inView = (selector) =>
      page.waitForFunction((wanted) => {
        const box = Array.from(document.querySelectorAll(wanted)).find((one) => one.offsetParent).getBoundingClientRect();
        return box.top >= 0 && box.top < innerHeight;
      }, selector, { timeout: 3000 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.getByLabel("Verdict").selectOption("compatible");
    await inView("article.is-compatible");
    await page.waitForTimeout(400);
    const top = () => page.locator("article.is-compatible").first().evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForTimeout(600);
    assert.equal(await shownGroups(page), 6);
    assert.ok(Math.abs((await top()) - before) < 3, `"Show all" moved it from ${before} to ${await top()}`);
    await close();
  },

  "puts the widest spread first, and the topics back": async () => {
    const { page, close } = await open();
    const abouts = () => page.locator("article.group:visible .group-about").allInnerTexts();
    const before = await abouts();
    await page.getByLabel("Order").selectOption("spread");
    assert.match((await abouts())[0], /killed or injured/i);
    assert.equal(await page.locator("[data-heading]:visible").count(), 0);
    await page.getByLabel("Order").selectOption("sources");
    assert.match((await abouts())[0], /killed in the fire/i);
    await page.getByLabel("Verdict").selectOption("single");
    assert.equal(await page.locator("article.group:visible").count(), 2);
    await page.getByLabel("Verdict").selectOption("");
    await page.getByLabel("Order").selectOption("");
    assert.deepEqual(await abouts(), before);
    assert.equal(await page.locator("[data-heading]:visible").count(), 7);
    await close();
  },

  "keeps the filter in the address": async () => {
    const { page, close } = await open();
    await page.getByLabel("Topic").selectOption("displacement");
    const kept = new URL(page.url());
    assert.equal(kept.searchParams.get("topic"), "displacement");
    await close();
    const again = await open({}, kept.search);
    assert.equal(await shownGroups(again.page), 2);
    await again.close();
  },

  "works from the keyboard": async () => {
    const { page, close } = await open();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.value), "conflict");
    await page.keyboard.press("Enter");
    assert.equal(await shownGroups(page), 1);
    await page.keyboard.press("Enter");
    assert.equal(await shownGroups(page), 6);
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "f-text");
    await page.keyboard.type("festival of nothing");
    assert.equal(await shownGroups(page), 0);
    await close();
  },

  "evidence leads to the words in the text, and back": async () => {
    const { page, close } = await open();
    const row = page.locator("tr", { hasText: "At least 27 people" }).first();
    const id = await row.getAttribute("id");
    await row.getByRole("link", { name: "in the text" }).click();
    const mark = page.locator(":target");
    assert.equal(await mark.innerText(), "At least 27 people");
    await mark.waitFor({ state: "visible" });
    const plain = await page.locator("a.claim:not(:target)").first().evaluate((one) => getComputedStyle(one).backgroundColor);
    assert.notEqual(await mark.evaluate((one) => getComputedStyle(one).backgroundColor), plain);
    await mark.click();
    assert.equal(new URL(page.url()).hash, `#${id}`);
    assert.equal(await page.locator(":target").evaluate((one) => one.tagName), "TR");
    await close();
  },

  "reads without JavaScript": async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    assert.equal(await shownGroups(page), 6);
    assert.equal(await page.locator("#filters").isVisible(), false);
    assert.equal(await page.locator(".is-conflict .plot .dot").first().isVisible(), true);
    await page.locator("tr", { hasText: "Dozens" }).getByRole("link", { name: "in the text" }).click();
    assert.equal(await page.locator(":target").innerText(), "Dozens");
    assert.equal(await page.locator(":target").isVisible(), true);
    await close();
  },

  "a hostile page stays text": async () => {
    const { page, complaints, close } = await open();
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("img, iframe, object, embed, form[action], [onclick], [onerror], [onmouseover], base, link").count(), 0);
    assert.equal(await page.locator('a[href^="javascript:"], a[href^="data:"]').count(), 0);
    for (const details of await page.locator("details").all()) {
      await details.evaluate((one) => { one.open = true; });
    }
    for (const wanted of ["</article></details><script>window.hurt=1</script>", "{{text}} &amp; more", '<img src=x onerror="window.hurt=1">.html', "</title><script>"]) {
      assert.ok((await page.locator("body").innerText()).includes(wanted), `${wanted} is not shown as text`);
    }
    await page.getByText("the page", { exact: true }).first().hover();
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.deepEqual(complaints, []);
    await close();
  },

  "the policy stops what an escape would have let through": async () => {
    const { page, complaints, close } = await open();
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.hurt = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="https://example.invalid/x.png">');
    });
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.ok(complaints.some((text) => text.includes("Content Security Policy")));
    await close();
  },

  "right-to-left text keeps its own direction": async () => {
    const { page, close } = await open();
    const quote = page.locator("q", { hasText: "وزارة" }).first();
    assert.equal(await quote.evaluate((one) => getComputedStyle(one).direction), "rtl");
    assert.equal(await page.locator("h1").evaluate((one) => getComputedStyle(one).direction), "ltr");
    await close();
  },

  "axe finds no barrier, light and dark, wide and narrow": async () => {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [375, 1280]) {
        const { page, close } = await open({ colorScheme, viewport: { width, height: 900 } });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) {
            details.open = true;
          }
        });
        // a group off the screen has no true size yet: the screen is made as high as the page
        await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight + 4000) });
        await page.evaluate(axe);
        const result = await page.evaluate(() =>
          window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        const found = result.violations.map((one) => `${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
        assert.deepEqual(found, [], `${colorScheme}, ${width} px`);
        await close();
      }
    }
  },

  "figures of one source alone stand back until they are asked for": async () => {
    const { page, close } = await open();
    const single = page.locator("article.is-single").first();
    assert.equal(await single.isVisible(), false);
    await page.getByText("1 figure that one source alone gives").first().click();
    assert.equal(await single.isVisible(), true);
    await page.getByLabel("Verdict").selectOption("single");
    assert.equal(await page.locator("article.group:visible").count(), 2);
    await close();
  },

  "evidence is sorted by figure, time and source": async () => {
    const { page, close } = await open();
    const table = page.locator("article.is-conflict table.claims");
    const figures = () => table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.figure));
    const before = await figures();
    await table.getByRole("button", { name: "Figure" }).click();
    const numbers = (list) => list.map(Number);
    const sorted = numbers(before).sort((a, b) => a - b);
    assert.deepEqual(numbers(await figures()), sorted);
    assert.equal(await table.locator('th[aria-sort="ascending"]').innerText(), "Figure");
    await table.getByRole("button", { name: "Figure" }).click();
    assert.deepEqual(numbers(await figures()), sorted.reverse());
    await table.getByRole("button", { name: "Figure" }).press("Enter");
    assert.deepEqual(await figures(), before);
    await table.getByRole("button", { name: "Source" }).click();
    const names = await table.locator("tbody th > bdi").allInnerTexts();
    assert.deepEqual(names, [...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())));
    await close();
  },

  "each row of evidence has its outlet, date and unit": async () => {
    for (const width of [375, 1440]) {
      const { page, close } = await open({ viewport: { width, height: 900 } });
      const heads = await page.locator("article.is-conflict tbody th").all();
      assert.ok(heads.length > 5);
      for (const head of heads) {
        assert.equal(await head.locator("bdi").first().isVisible(), true);
      }
      const dated = await page.locator("article.is-conflict tbody th small", { hasText: "2021" }).count();
      assert.ok(dated >= heads.length - 1, `${dated} of ${heads.length} rows have a date at ${width} px`);
      await close();
    }
    const { page, close } = await open();
    await page.evaluate(() => { for (const details of document.querySelectorAll("details")) { details.open = true; } });
    const row = page.locator("tr", { hasText: "slept in the sports hall" });
    assert.match(await row.textContent(), /not said; article of 16 May 2021/);
    const own = page.locator("tr", { hasText: "Between 1,500 and 1,800 people" });
    assert.match(await own.textContent(), /the outlet itself/);
    assert.match(await page.locator("article.is-conflict tr", { hasText: "stood at 17" }).first().textContent(), /17 people/);
    await close();
  },

  "the figures over time have axes, a legend and labels apart": async () => {
    for (const width of [375, 1440]) {
      const { page, close } = await open({ viewport: { width, height: 900 } });
      const plot = page.locator("article.is-conflict figure.times");
      assert.ok((await plot.locator("text.tick").count()) >= 4);
      assert.match(await plot.locator("figcaption").innerText(), /a number.*each new highest number/s);
      const boxes = await plot.locator("text").evaluateAll((all) => all.map((one) => ({ text: one.textContent, ...one.getBoundingClientRect().toJSON() })));
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
          assert.ok(apart, `${a.text} stands upon ${b.text} at ${width} px`);
        }
      }
      await close();
    }
  },

  "a claim and the address of a group are copied": async () => {
    const { page, close } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const row = page.locator("article.is-conflict tr", { hasText: "At least 27 people" }).first();
    await row.scrollIntoViewIfNeeded();
    await row.getByRole("button", { name: "copy" }).click();
    await row.getByRole("button", { name: "copied" }).waitFor();
    assert.equal(await copied(), '"At least 27 people died when the depot burned, rescue workers told this paper.", Harbour Times, 2021-05-15, https://harbour-times.example/2021/05/15/dead, archived at https://archive.example/20210516/https://harbour-times.example/2021/05/15/dead');
    assert.equal(await row.locator("a.archived").getAttribute("href"), "https://archive.example/20210516/https://harbour-times.example/2021/05/15/dead");
    const group = page.locator("article.is-conflict");
    await group.getByRole("button", { name: "copy link" }).press("Enter");
    await group.getByRole("button", { name: "copied" }).first().waitFor();
    await page.waitForTimeout(50);
    assert.equal(await copied(), `${address}#${await group.getAttribute("id")}`);
    await close();
  },

  "what each outlet gives stands beside the others": async () => {
    const { page, close } = await open();
    const outlet = page.locator(".outlet", { hasText: "Harbour Times" });
    await outlet.locator("summary").click();
    const rows = await outlet.locator("tbody tr").allInnerTexts();
    const cells = rows.map((row) => row.split("\t").map((cell) => cell.trim()));
    assert.deepEqual(cells[0].slice(1), ["at least 27", "rescue workers", "higher than all others, 3 to 21"]);
    await close();
  },

  "an incident tells what was known when, and each body's latest figure": async () => {
    const { page, close } = await open();
    const timeline = page.locator(".timeline", { hasText: "Fire, Port Maroa" });
    await timeline.locator("summary").click();
    const cells = async (table) =>
      (await timeline.locator("table").nth(table).locator("tbody tr").allInnerTexts()).map((row) =>
        row.split("\t").map((cell) => cell.trim().replace(/\s+/g, " ")));
    const told = await cells(0);
    assert.deepEqual(told[0], ["14 May 2021", "14 killed Port Maroa", "the port police", "Evening Ledger"]);
    const ministry = told.filter((row) => row[2] === "the health ministry").map((row) => row[1]);
    assert.deepEqual(ministry, ["17 killed Port Maroa", "21 killed Port Maroa"]);
    const latest = (await cells(1)).filter((row) => row[1] === "the health ministry");
    assert.deepEqual(latest.map((row) => row.slice(2)), [["21 16 May 2021", "17 15 May 2021"]]);
    await timeline.locator("a", { hasText: "21 killed" }).click();
    await page.locator("tr:target", { hasText: "The toll rose to 21" }).waitFor();
    await close();
  },

  "verdicts and marks are explained in the page": async () => {
    const { page, close } = await open();
    await page.getByText("How to read this page").click();
    assert.equal(await page.locator(".legend dd:visible").count(), 5);
    await close();
  },

  "prints every group with its evidence": async () => {
    const { page, close } = await open();
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20000);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("#comparison details:not([open])").count(), 0);
    await close();
  },
};

const chosen = Object.entries(tests).filter(([name]) => !only || name.includes(only));
let failed = 0;
for (const [name, test] of chosen) {
  try {
    await test();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n     ${String(error.message || error).split("\n").slice(0, 30).join("\n     ")}`);
  }
}
await browser.close();
rmSync(folder, { recursive: true });
console.log(`${chosen.length - failed} of ${chosen.length} passed`);
process.exit(failed ? 1 : 0);
