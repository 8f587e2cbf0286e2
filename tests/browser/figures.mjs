// SPDX-License-Identifier: MIT
// The map of an incident, and its plots saved as SVG and PNG, on the report of the sample:
// figures.mjs PROGRAM FOLDER
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const [program, sample] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "crossclaim-figures-"));
execFileSync(program, ["compare", sample, "--sources", `${sample}.sources.csv`, "-o", folder], { stdio: "ignore" });
const address = pathToFileURL(join(folder, "index.html")).href;
const browser = await launch();

const open = async (options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
};

const saved = async (page, figure, kind) => {
  const button = figure.locator("xpath=following-sibling::p[1]").getByRole("button", { name: kind });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

const tests = {
  "a map shows the places of an incident, at every width": async () => {
    for (const width of [375, 768, 1440]) {
      const { page, complaints, close } = await open({ viewport: { width, height: 900 } });
      const map = page.locator("details.map").first();
      await map.locator("summary").click();
      const svg = await map.locator("svg.map-plot").boundingBox();
      assert.ok(Math.abs(svg.width / svg.height - 1.6) < 0.02, `${svg.width} to ${svg.height}`);
      const dots = await map.locator("circle").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      assert.ok(dots.length > 1);
      for (const dot of dots) {
        assert.ok(dot.left >= svg.x && dot.right <= svg.x + svg.width && dot.top >= svg.y && dot.bottom <= svg.y + svg.height);
      }
      const names = await map.locator("svg text.point").evaluateAll((all) => all.map((one) => ({ text: one.textContent, ...one.getBoundingClientRect().toJSON() })));
      assert.ok(names.some(({ text }) => text === "Derna"));
      for (const [i, a] of names.entries()) {
        assert.ok(a.left >= svg.x - 1 && a.right <= svg.x + svg.width + 1, `${a.text} leaves the map at ${width} px`);
        for (const b of names.slice(i + 1)) {
          assert.ok(a.right < b.left || b.right < a.left || a.bottom - 3 < b.top || b.bottom - 3 < a.top, `${a.text} upon ${b.text} at ${width} px`);
        }
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.deepEqual(complaints, []);
      await close();
    }
  },

  "the map's dots stand in its table, whose rows lead to the groups": async () => {
    const { page, close } = await open();
    const map = page.locator("details.map").first();
    await map.locator("summary").click();
    const titles = await map.locator("circle title").evaluateAll((all) => all.map((one) => one.textContent));
    const places = await map.locator("tbody th").allInnerTexts();
    assert.deepEqual(titles.sort(), places.map((one) => one.trim()).sort());
    const link = map.locator("tbody a").first();
    const target = await link.getAttribute("href");
    await link.click();
    await page.waitForFunction((id) => { const box = document.querySelector(id).getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }, target);
    await close();
  },

  "north is up and east is right": async () => {
    const { page, close } = await open();
    await page.locator("details.map summary").first().click();
    const at = (name) => page.locator("details.map").first().locator("circle", { hasText: new RegExp(`^${name}$`) }).evaluate((one) => one.getBoundingClientRect().toJSON());
    const [derna, tripoli] = [await at("Derna"), await at("Benghazi")];
    assert.ok(derna.left > tripoli.left && derna.top < tripoli.top, "Derna lies north-east of Benghazi");
    await close();
  },

  "plots and maps are saved as SVG and PNG with their title": async () => {
    const { page, complaints, close } = await open();
    await page.locator("details.map summary").first().click();
    for (const selector of ["figure.plot", "figure.times", "figure.map-figure"]) {
      const figure = page.locator(selector).first();
      await figure.scrollIntoViewIfNeeded();
      const title = await figure.evaluate((one) => (one.dataset.name || one.closest("article").querySelector(".group-about").textContent).trim());
      const svg = await saved(page, figure, "SVG");
      assert.match(svg.name, /^[\p{L}\p{N}-]+\.svg$/u);
      const marks = await page.evaluate(([text, wanted]) => {
        const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
        return { broken: parsed.querySelector("parsererror") !== null, title: parsed.querySelector("title").textContent, marks: parsed.querySelectorAll("line, circle, path").length, words: parsed.documentElement.textContent.includes(wanted) };
      }, [svg.bytes.toString(), title]);
      assert.equal(marks.broken, false);
      assert.equal(marks.title, title);
      assert.ok(marks.marks >= await figure.locator("circle, path").count(), `${marks.marks} marks`);
      assert.ok(marks.words);
      const png = await saved(page, figure, "PNG");
      assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
      assert.ok(png.bytes.readUInt32BE(16) > 500 && png.bytes.length > 5000, "a picture of some size");
      if (process.env.KEEP) {
        writeFileSync(join(process.env.KEEP, `${selector.slice(7)}.svg`), svg.bytes);
        writeFileSync(join(process.env.KEEP, `${selector.slice(7)}.png`), png.bytes);
      }
    }
    assert.deepEqual(complaints, []);
    await close();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`WRONG ${name}\n${error.stack}`);
  }
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
