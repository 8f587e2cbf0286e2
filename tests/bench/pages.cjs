// SPDX-License-Identifier: MIT
// Prints the seconds that Readability.js takes with jsdom for the pages whose paths are given, the
// pages in memory and no script run. One round on the first pages warms the engine and is not
// counted.
"use strict";
const fs = require("fs");
const { JSDOM, VirtualConsole } = require("jsdom");
const { Readability } = require("@mozilla/readability");

const pages = process.argv.slice(2).map((path) => fs.readFileSync(path));
const silent = new VirtualConsole();

function read(page) {
  const { window } = new JSDOM(page, { url: "https://page.example/", virtualConsole: silent });
  const article = new Readability(window.document).parse();
  const length = article && article.textContent ? article.textContent.length : 0;
  window.close();
  return length;
}

pages.slice(0, 10).forEach(read);
let text = 0;
const start = process.hrtime.bigint();
for (const page of pages) {
  try {
    text += read(page);
  } catch (error) {
    // A page that it cannot read costs it little; it stays in the count.
  }
}
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
if (text === 0) {
  throw new Error("no text found: are these pages?");
}
console.log(seconds.toFixed(6));
