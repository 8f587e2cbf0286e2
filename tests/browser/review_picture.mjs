// SPDX-License-Identifier: MIT
// Takes the picture of docs/review.md: review_picture.mjs ADDRESS FILE.png, where ADDRESS is what
// `crossclaim serve` printed for the sample's case.
import { launch } from "./chromium.mjs";

const [address, path] = process.argv.slice(2);
if (!address || !path) {
  console.error("usage: review_picture.mjs ADDRESS FILE.png");
  process.exit(2);
}
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(address);
await page.keyboard.press("j");
await page.keyboard.press("j");
await page.screenshot({ path });
await browser.close();
