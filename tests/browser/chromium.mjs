// SPDX-License-Identifier: MIT
// Starts the installed Chromium; the tests bring no browser of their own.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const executable = process.env.CROSSCLAIM_CHROMIUM || places.find((place) => existsSync(place));

export const launch = () =>
  chromium.launch({
    executablePath: executable,
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
