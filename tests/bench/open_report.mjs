// SPDX-License-Identifier: MIT
// How long a report takes to open in Chromium and to filter: open_report.mjs REPORT/index.html
// Beside it a bare page of as many elements, without style or script: what the browser itself takes.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../browser/chromium.mjs";

const path = resolve(process.argv[2]);
const RUNS = 5;
const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const browser = await launch();

const open = async (file = path) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  // two frames later it has been painted
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { page, spent: performance.now() - start };
};

const opening = async (file, runs) => {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const { page, spent } = await open(file);
    times.push(spent);
    await page.close();
  }
  return middle(times);
};
const opened = await opening(path, RUNS);

const { page } = await open();
const groups = await page.locator("article.group").count();
const elements = await page.evaluate(() => document.getElementsByTagName("*").length);
const folder = mkdtempSync(join(tmpdir(), "crossclaim-bare-"));
const bare = join(folder, "bare.html");
writeFileSync(bare, `<!doctype html><title>bare</title>${"<p><b>1,200</b> people were counted</p>\n".repeat(elements / 2)}`);
const bareOpened = await opening(bare, 1);
rmSync(folder, { recursive: true });
// What a reader waits for: the filter has run and the page is laid out again.
const filtering = (name, value) => page.evaluate(([field, wanted]) => {
  const form = document.getElementById("filters");
  const choice = form.elements[field];
  const start = performance.now();
  choice.value = wanted ?? choice.options[1].value;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}, [name, value]);
const steps = [["text", "hospital"], ["text", ""], ["verdict", "conflict"], ["verdict", ""], ["source"], ["source", ""], ["place"], ["place", ""], ["time"], ["time", ""]];
const spent = [];
for (const [name, value] of steps) {
  spent.push({ name: value === "" ? `${name}, all again` : name, time: await filtering(name, value) });
}
await browser.close();
console.log(`${groups} groups in ${(statSync(path).size / 1e6).toFixed(1)} MB`);
console.log(`opened in ${(opened / 1000).toFixed(2)} s (middle of ${RUNS}; bar: 2 s), ${(opened / bareOpened).toFixed(1)} times a bare page of ${elements} elements (${(bareOpened / 1000).toFixed(2)} s)`);
const slowest = spent.reduce((a, b) => (b.time > a.time ? b : a));
console.log(`filtered in ${(slowest.time / 1000).toFixed(3)} s at most (by ${slowest.name}; bar: 0.1 s)`);
