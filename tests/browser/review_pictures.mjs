// SPDX-License-Identifier: MIT
// Takes the pictures of docs/review.md: review_pictures.mjs PROGRAM PAGES FOLDER. One discrepancy of the
// sample, from the report to a decision that a colleague finds.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const [program, pages, folder] = process.argv.slice(2);
if (!program || !pages || !folder) {
  console.error("usage: review_pictures.mjs PROGRAM PAGES FOLDER");
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "crossclaim-pictures-"));
execFileSync(program, ["compare", "--sources", `${pages}.sources.csv`, pages, "-o", work], { stdio: "ignore" });
const server = spawn(program, ["serve", "--db", join(work, "case.db"), "--reviewer", "Ana"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((done) => createInterface({ input: server.stdout }).once("line", done));
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const take = (name) => page.screenshot({ path: resolve(folder, name) });

await page.goto(address);
const group = await page.locator("article.group").first().getAttribute("id");
await page.keyboard.press("j");
await page.keyboard.press("j");
await take("review.png");

await page.keyboard.press("v");
await page.keyboard.press("u");
await page.keyboard.press("Tab");
await page.keyboard.type("an estimate, replaced by the confirmed count");
await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
execFileSync(program, ["compare", "--db", join(work, "case.db"), "-o", work], { stdio: "ignore" });
await page.goto(`${pathToFileURL(join(work, "index.html")).href}#${group}`);
await page.waitForTimeout(500);
await take("review-report.png");
await browser.close();
server.kill("SIGINT");
rmSync(work, { recursive: true, force: true });
