// SPDX-License-Identifier: MIT
// Writes invented articles as JSON Lines: pages.mjs ARTICLES. Each invented event is told by about
// eight invented outlets whose tolls differ and grow. The same number gives the same bytes.
const articles = Number(process.argv[2] || 2000);

let state = 20230919;
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const one = (list) => list[below(list.length)];

const kinds = ["flood", "earthquake", "landslide", "explosion", "fire", "storm", "air strike", "ferry accident"];
const places = ["Derna", "Gaziantep", "Tacloban", "Port Moresby", "Beira", "Kandy", "Goma", "Aleppo", "Mosul", "Herat", "Kharkiv", "Manila", "Cusco", "Nablus", "Gao"];
const outlets = Array.from({ length: 60 }, (_, index) => `The ${one(["Harbour", "Evening", "Northern", "Valley", "Coast"])} ${one(["Ledger", "Post", "Courier", "Herald", "Witness"])} ${index + 1}`);
const speakers = ["the health ministry", "rescue officials", "the Red Crescent", "a hospital doctor", "the governor", "police", ""];
const hedges = ["", "", "at least ", "more than ", "about ", "nearly "];
const events = Array.from({ length: Math.ceil(articles / 8) }, (_, index) => ({
  kind: kinds[index % kinds.length],
  place: places[(index * 7) % places.length],
  day: 1 + below(27),
  month: 1 + (index % 12),
  killed: 5 + below(400),
}));

const two = (number) => String(number).padStart(2, "0");
const said = (speaker) => (speaker ? `, ${speaker} said` : "");
const count = (number) => one(hedges) + number.toLocaleString("en");

for (let index = 0; index < articles; index++) {
  const event = one(events);
  const later = below(4);
  const killed = event.killed + later * (1 + below(9)) + (below(10) === 0 ? below(60) : 0);
  const text = [
    `The ${event.kind} in ${event.place} killed ${count(killed)} people${said(one(speakers))}.`,
    `${count(killed * 3 + below(5))} people were injured and ${2 + below(30)} are missing${said(one(speakers))}.`,
    `Families waited on the roadside for news as night fell over ${event.place}.`,
    `More than ${(1 + below(9)) * 1000} people were displaced from their homes, and ${10 + below(300)} houses were destroyed.`,
  ].join("\n\n");
  console.log(JSON.stringify({
    document: `article-${index + 1}.txt`,
    source: one(outlets),
    published: `2023-${two(event.month)}-${two(event.day + (later > 0 ? 1 : 0))}`,
    title: `${event.kind} in ${event.place}`,
    text,
  }));
}
