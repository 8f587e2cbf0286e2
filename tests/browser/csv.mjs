// SPDX-License-Identifier: MIT
// Reads CSV as RFC 4180 has it, and the mark at its start.
export const parse = (text) => {
  const rows = [[""]];
  let quoted = false;
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const row = rows[rows.length - 1];
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      row[row.length - 1] += '"';
      i++;
    } else if (c === '"') {
      quoted = !quoted;
    } else if (!quoted && c === ",") {
      row.push("");
    } else if (!quoted && c === "\n") {
      rows.push([""]);
    } else if (quoted || c !== "\r") {
      row[row.length - 1] += c;
    }
  }
  rows.pop();
  return rows;
};
