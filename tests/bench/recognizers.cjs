// SPDX-License-Identifier: MIT
// Prints the MB/s at which the npm package @microsoft/recognizers-text-suite finds numbers, units
// and times in a text file, paragraph by paragraph: the first 10,000 bytes or so, for it is slow.
"use strict";
const fs = require("fs");
const suite = require("@microsoft/recognizers-text-suite");

const LIMIT = 10000;
const english = suite.Culture.English;
const recognizers = [
  suite.recognizeNumber,
  suite.recognizePercentage,
  suite.recognizeAge,
  suite.recognizeCurrency,
  suite.recognizeDimension,
  suite.recognizeTemperature,
  suite.recognizeDateTime,
];

const paragraphs = [];
let bytes = 0;
for (const line of fs.readFileSync(process.argv[2], "utf8").split("\n")) {
  if (bytes < LIMIT) {
    paragraphs.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
}

function all() {
  let found = 0;
  for (const paragraph of paragraphs) {
    for (const recognize of recognizers) {
      found += recognize(paragraph, english).length;
    }
  }
  return found;
}

// The first round compiles and warms its expressions and is not counted.
if (all() === 0) {
  throw new Error("nothing recognised: is this English text?");
}
const start = process.hrtime.bigint();
all();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log((bytes / 1e6 / seconds).toFixed(5));
