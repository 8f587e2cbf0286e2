// SPDX-License-Identifier: MIT
// Takes pictures of a report, to be looked at: pictures.mjs REPORT/index.html FOLDER [SELECTOR]
// at 375, 768 and 1440 px, light and dark; with a selector, of that part alone. Also the print
// as a PDF.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const PART = 1100;
const MOST_PARTS = 4;
const [report, folder, selector] = process.argv.slice(2);
if (!report || !folder) {
  console.error("usage: pictures.mjs REPORT/index.html FOLDER [SELECTOR]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const colorScheme of ["light", "dark"]) {
  for (const width of [375, 768, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(pathToFileURL(resolve(report)).href);
    const path = resolve(folder, `${width}-${colorScheme}.png`);
    if (selector) {
      await page.locator(selector).first().screenshot({ path });
    } else {
      // groups off the screen are drawn only when they come near it: the screen is made as high
      // as the page, and cut into pictures that an eye can read
      const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 20000);
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(200);
      for (let top = 0, part = 1; top < height && part <= MOST_PARTS; top += PART, part++) {
        const clip = { x: 0, y: top, width, height: Math.min(PART, height - top) };
        await page.screenshot({ path: path.replace(".png", `-${part}.png`), clip });
      }
    }
    await page.close();
  }
}
const page = await browser.newPage();
await page.goto(pathToFileURL(resolve(report)).href);
await page.pdf({ path: resolve(folder, "print.pdf"), format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
await browser.close();
