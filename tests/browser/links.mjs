// SPDX-License-Identifier: MIT
// Clicks every link inside a report, each on a freshly opened page and in the browser's default
// setting (no reduced motion): once drawn, a browser remembers how high a group is, and a link that
// lands off the screen the first time is right the second time. Forty or so at each of three
// widths, at each width others; with "all" every link at every width, which takes minutes.
// links.mjs CROSSCLAIM PAGES [all]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const AT_ONCE = 2;
const MOST = 40; // links at a width
const HEIGHT = 900;
const WIDTHS = [375, 768, 1440];

const [program, pages, all] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "crossclaim-links-"));
execFileSync(program, ["compare", pages, "-o", folder], { stdio: "ignore" });
const address = pathToFileURL(join(folder, "index.html")).href;
const browser = await launch();

// Waits until the page has stood still for a while, and says where the target is.
const restingPlace = (page) =>
  page.evaluate(async () => {
    const STILL = 150;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return null;
    }
    const place = () => `${scrollY} ${target.getBoundingClientRect().top}`;
    for (let before = place(), since = performance.now(); performance.now() - since < STILL; ) {
      await new Promise(requestAnimationFrame);
      if (place() !== before) {
        before = place();
        since = performance.now();
      }
    }
    const { top, bottom, height } = target.getBoundingClientRect();
    return { top, bottom, height, target: target.tagName };
  });

const clickOn = async (context, index) => {
  const page = await context.newPage();
  await page.goto(address);
  const link = page.locator('a[href^="#"]').nth(index);
  await link.evaluate((one) => {
    for (let outer = one.closest("details"); outer; outer = outer.parentElement.closest("details")) {
      outer.open = true;
    }
  });
  const text = `${(await link.innerText()).slice(0, 40)} ${await link.getAttribute("href")}`;
  await (text.startsWith("Skip") ? link.press("Enter") : link.click());
  const place = await restingPlace(page);
  await page.close();
  if (!place) {
    return `${text}: leads nowhere`;
  }
  const { top, bottom, height, target } = place;
  // what is higher than the screen shows its beginning
  const seen = top >= -1 && (height < HEIGHT ? bottom <= HEIGHT + 1 : top < HEIGHT / 2);
  return seen ? null : `${text}: its ${target} rests at ${Math.round(top)} px`;
};

// Those of the list of all links that are clicked at the width of this number.
const choose = (page, turn) =>
  page.evaluate(({ turn, turns, most }) => {
    const links = Array.from(document.querySelectorAll('a[href^="#"]'));
    const step = Math.max(1, Math.floor(links.length / most));
    const mine = (i) => turn < 0 || i % step === Math.floor((turn * step) / turns);
    return links.map((_, i) => i).filter((i) => mine(i) || links[i].matches(".foremost-link"));
  }, { turn, turns: WIDTHS.length, most: MOST });

let missed = 0;
for (const width of WIDTHS) {
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, reducedMotion: "no-preference" });
  const first = await context.newPage();
  await first.goto(address);
  const chosen = await choose(first, all ? -1 : WIDTHS.indexOf(width));
  await first.close();
  assert.ok(chosen.length > 20, `only ${chosen.length} links`);
  const misses = [];
  const left = [...chosen];
  const work = async () => {
    while (left.length) {
      const miss = await clickOn(context, left.pop());
      if (miss) {
        misses.push(miss);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await context.close();
  missed += misses.length;
  console.log(`${misses.length ? "FAIL" : "ok  "} ${width} px: ${chosen.length - misses.length} of ${chosen.length} links land on the screen`);
  console.log(misses.map((miss) => `     ${miss}\n`).join(""));
}
await browser.close();
rmSync(folder, { recursive: true });
process.exit(missed ? 1 : 0);
