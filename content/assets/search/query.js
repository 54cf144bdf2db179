// What a query says: its words, phrases in quotes, days, and abbreviations written out.

import { fromTelex, kindAndNumber } from "./typing.js";
import { plainWords, wordsOf } from "./words.js";

const QUOTED = /["“”„«]([^"“”„»]+)["“”»]/g;
const ISO_DAY = /(?<!\d)(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\d)/g;
const DAY = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/g;
const DAY_IN_WORDS = /(?:ngày|ngay)?\s*(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})\s+(?:năm|nam)\s+(\d{4})/giu;

// Words that ask rather than say; a clause need not hold them. "dau" is as often đầu: only đâu asks.
const ASKING = new Set("ai gi nao la thi ma bao nhieu the sao hay khi".split(" "));
const asks = ({ word, plain }) => ASKING.has(plain) || word === "đâu";

// Kinds of places as they are written before a name, always with a point (p. Chí Linh).
const PLACE_KINDS = { p: "phường", x: "xã", q: "quận", h: "huyện", tp: "thành phố", tx: "thị xã", tt: "thị trấn" };
const PLACE_KIND = /(?<![\p{L}\p{N}.])(p|x|q|h|tp|tx|tt)\.\s*(?=\p{L})/giu;

/** @returns {{ text, words, units, days, complete }}: words are those that names are compared by */
export function parseQuery(typed, abbreviations) {
  const text = typed.normalize("NFC").trim();
  const days = [];
  const noteDay = (match, day, month, year) => {
    const iso = isoDay(day, month, year);
    if (!iso) return match;
    days.push(iso);
    return " ";
  };
  const withoutDays = text
    .replace(ISO_DAY, (match, year, month, day) => noteDay(match, day, month, year))
    .replace(DAY, noteDay)
    .replace(DAY_IN_WORDS, noteDay)
    .replace(PLACE_KIND, (match, kind) => `${PLACE_KINDS[kind.toLowerCase()]} `);
  const units = unitsOf(withoutDays, abbreviations);
  const words = wordsOf(withoutDays).flatMap((word, at, all) => meantBy(word, all, abbreviations));
  // A blank or closing mark at the end says that the last word is whole.
  const complete = /[^\p{L}\p{N}]$/u.test(typed);
  return { text, words, units, days, complete };
}

/** The words that a typed word stands for: mostly itself. */
function meantBy(word, words, abbreviations) {
  const telex = telexOf(word, abbreviations);
  if (telex) return wordsOf(telex);
  const parts = kindAndNumber(word, words);
  return parts ? wordsOf(parts.join(" ")) : [word];
}

/** A word of an abbreviation is no Telex, however it ends (PAR INDEX). */
function telexOf(word, abbreviations) {
  return abbreviations.words.has(word.plain) ? null : fromTelex(word.printed);
}

function isoDay(day, month, year) {
  const [d, m] = [Number(day), Number(month)];
  if (d < 1 || d > 31 || m < 1 || m > 12) return null;
  return `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/**
 * Units of meaning in order: { words, plains, printed, forms, full, telex, quoted, asking }. `forms` are other ways
 * to write the unit, `full` what it abbreviates, as written, `telex` the word that its keys make.
 */
function unitsOf(text, abbreviations) {
  const units = [];
  let from = 0;
  for (const match of text.matchAll(QUOTED)) {
    units.push(...looseUnits(text.slice(from, match.index), abbreviations));
    const words = wordsOf(match[1]);
    if (words.length) units.push({ ...unit(words, []), quoted: true });
    from = match.index + match[0].length;
  }
  return [...units, ...looseUnits(text.slice(from), abbreviations)];
}

function unit(words, forms, full = "") {
  const plains = words.map((word) => word.plain);
  const asking = words.every(asks);
  const printed = words.map((word) => word.printed).join(" ");
  return { words: words.map((word) => word.word), plains, printed, forms, full, telex: "", quoted: false, asking };
}

/** Two letters among other words are an abbreviation only in capitals: "tu" of "dau tu" is not TU. */
function mayAbbreviate(words, { word, start, end }, text) {
  const printed = text.slice(start, end);
  return words.length === 1 || word.length > 2 || printed === printed.toUpperCase();
}

function looseUnits(text, abbreviations) {
  const words = wordsOf(text);
  const units = [];
  for (let at = 0; at < words.length; ) {
    const found = longestForm(words, at, abbreviations);
    const { length, forms, full } = found.length > 1 || mayAbbreviate(words, words[at], text) ? found : { length: 1, forms: [] };
    units.push(length > 1 || forms.length ? unit(words.slice(at, at + length), forms, full) : oneWord(words[at], words, abbreviations));
    at += length;
  }
  return units;
}

function oneWord(word, words, abbreviations) {
  const telex = telexOf(word, abbreviations);
  if (telex) return { ...unit(wordsOf(telex), [[word.plain]]), printed: word.printed, telex };
  const parts = kindAndNumber(word, words);
  return unit([word], parts ? [plainWords(parts.join(" "))] : []);
}

function longestForm(words, at, abbreviations) {
  for (let length = Math.min(abbreviations.longest, words.length - at); length > 0; length -= 1) {
    const key = words.slice(at, at + length).map((word) => word.plain).join(" ");
    const forms = abbreviations.forms.get(key);
    if (forms) return { length, forms, full: abbreviations.full.get(key) };
  }
  return { length: 1, forms: [] };
}

/**
 * rows: [[abbreviation, full form as written]] → forms by either, as lists of plain words; in full, as written,
 * if one thing is meant; all words of abbreviations.
 */
export function abbreviationTable(rows) {
  const forms = new Map();
  const full = new Map();
  let longest = 1;
  const add = (from, to) => {
    const there = forms.get(from) ?? [];
    forms.set(from, [...there, to.split(" ")]);
    longest = Math.max(longest, from.split(" ").length);
  };
  for (const [short, written] of rows) {
    const long = plainWords(written).join(" ");
    add(short, long);
    add(long, short);
    full.set(short, full.has(short) ? commonName(full.get(short), written) : written);
  }
  const words = new Set(rows.flatMap(([short]) => short.split(" ")));
  return { forms, full, longest, words };
}

/** Of two names with one abbreviation the one that the other begins with, or none: it is no one's own. */
function commonName(one, other) {
  if (other.startsWith(one)) return one;
  return one.startsWith(other) ? other : "";
}

/** Plain words with every abbreviation written out, so that two names can be compared. */
export function writtenOut(plains, abbreviations) {
  const out = [];
  for (let at = 0; at < plains.length; ) {
    const { length, full } = fullForm(plains, at, abbreviations);
    out.push(...(full ?? [plains[at]]));
    at += length;
  }
  return out;
}

function fullForm(plains, at, abbreviations) {
  for (let length = Math.min(4, plains.length - at); length > 0; length -= 1) {
    const forms = abbreviations.forms.get(plains.slice(at, at + length).join(" ")) ?? [];
    const full = forms.find((form) => form.join("").length > plains.slice(at, at + length).join("").length);
    if (full) return { length, full };
  }
  return { length: 1, full: null };
}

