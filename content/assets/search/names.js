// Plans, directives and agencies by name, number or day: which are meant, and how surely.

import { bucket } from "./chunks.js";
import { writtenOut } from "./query.js";
import { initials, isOneSlip, JOINING_WORDS, plainWords, wordsOf } from "./words.js";

// Words that join the parts of a reference without saying which it is.
const FILLERS = new Set("so ngay thang nam cua ve va cac tai theo ban hanh viec".split(" "));
const PLACE_KINDS = new Set("tp thanh pho quan huyen thi xa tran phuong tinh".split(" "));
const NUMBER = /^0*(\d+[a-z]?)$/;
const GLUED = /^0*(\d+)([a-z]+\d*)$/;
const CANDIDATES = 12; // names read for one query
const MOST_KEYS = 12;

/** From this strength on, a name stands before the clauses. */
export const SURE = 50;

export function createNames(loader, abbreviations) {
  async function find(query) {
    const table = await loader.load("ten/bang");
    const keys = keysOf(query, abbreviations).slice(0, MOST_KEYS);
    const lists = await Promise.all(keys.map((key) => postings(table, key)));
    const ids = bestCandidates(lists);
    const named = await Promise.all(ids.map((id) => nameAt(table, id)));
    return named
      .map((name) => ({ name, strength: strengthOf(name, query, abbreviations) }))
      .filter((found) => found.strength > 0)
      .sort((a, b) => b.strength - a.strength || compareNames(a.name, b.name));
  }

  async function postings(table, key) {
    const held = await loader.load(`khoa/${bucket(key.split("@").pop(), table.o)}`);
    return held[key] ?? [];
  }

  async function nameAt(table, id) {
    const block = await loader.load(`ten/${Math.floor(id / table.khoi)}`);
    return block[id % table.khoi];
  }

  return { find };
}

function compareNames(a, b) {
  return (b.d ?? String(b.y ?? "")).localeCompare(a.d ?? String(a.y ?? "")) || (b.w ?? 0) - (a.w ?? 0) || a.u.localeCompare(b.u);
}

/** Ids that most keys agree on; a key shared by many names says less. */
function bestCandidates(lists) {
  const scores = new Map();
  for (const list of lists) {
    list.forEach((id) => scores.set(id, (scores.get(id) ?? 0) + 1 / (1 + Math.log(list.length))));
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES).map(([id]) => id);
}

/** The keys of corpus/export/search/lookup.py that a query may stand under; the surest first. */
export function keysOf(query, abbreviations) {
  const words = query.words.map((word) => word.plain);
  const telling = words.filter((word) => !JOINING_WORDS.has(word));
  const keys = query.days.map((day) => `ngay:${day}`);
  for (const word of words) {
    const number = NUMBER.exec(word)?.[1] ?? GLUED.exec(word)?.[1];
    if (number) keys.push(`so:${number}`);
  }
  keys.push(...nameInPlace(telling, abbreviations));
  for (let length = Math.min(4, telling.length); length > 0; length -= 1) {
    keys.push(`tat:${telling.slice(0, length).join("")}`);
  }
  telling.slice(1).forEach((word, at) => keys.push(`tu:${telling[at]} ${word}`));
  if (telling.length === 1) keys.push(`tu:${telling[0]}`);
  return [...new Set(keys)];
}

/** The key of a name with its place behind it: `sở nội vụ (thành phố) hải phòng`. */
function nameInPlace(telling, abbreviations) {
  const words = telling.filter((word) => !/\d/.test(word));
  if (words.length < 3) return [];
  const place = words.slice(-2).join(" ");
  const before = words.slice(0, -2);
  while (before.length > 1 && PLACE_KINDS.has(before.at(-1))) before.pop();
  const forms = [before, writtenOut(before, abbreviations)];
  return [...new Set(forms.map((form) => `ten:${form.join("")}@${place}`))];
}

/** 0 to 100 and a little more: how surely `name` is what the query means. */
export function strengthOf(name, query, abbreviations) {
  if (query.days.length) return query.days.includes(name.d) ? 100 * shareExplained(name, query, abbreviations) : 0;
  return name.l === "c" ? agencyStrength(name, query, abbreviations) : actStrength(name, query, abbreviations);
}

function shareExplained(name, query, abbreviations) {
  const words = tellingWords(query);
  if (!words.length) return 1;
  const own = new Set([...wordsOfAct(name, abbreviations)]);
  return words.filter((word) => own.has(word)).length / words.length;
}

function tellingWords(query) {
  return query.words.map((word) => word.plain).filter((word) => !FILLERS.has(word));
}

// --- acts: plans and directives ---------------------------------------------------

function wordsOfAct(name, abbreviations) {
  const texts = [name.v, name.c, name.p, name.k, ...(name.t ?? [])].filter(Boolean).join(" ");
  const plain = plainWords(texts);
  return [...plain, ...writtenOut(plain, abbreviations), String(name.y ?? ""), (name.k ?? "").replace(/\W/g, "").toLowerCase()];
}

function actStrength(name, query, abbreviations) {
  const words = query.words.map((word) => word.plain);
  const numbered = name.s ? readNumber(words, name.s) : null;
  const byNumber = numbered ? numberStrength(name, numbered, abbreviations) : 0;
  return Math.max(byNumber, titleStrength(name, query, abbreviations));
}

/** The words left when the number is taken out, or null where the query does not give this number. */
function readNumber(words, number) {
  const at = words.findIndex((word) => NUMBER.exec(word)?.[1] === number);
  if (at >= 0) return words.filter((_, index) => index !== at);
  const glued = words.findIndex((word) => GLUED.exec(word)?.[1] === number);
  if (glued < 0) return null;
  return words.map((word, index) => (index === glued ? GLUED.exec(word)[2] : word));
}

/** Everything said beside the number must be true of the act: kind, symbol, year, issuer, or words of its title. */
function numberStrength(name, rest, abbreviations) {
  const symbol = plainWords(name.k ?? "");
  const identity = new Set([...symbol, symbol.join(""), ...plainWords(name.v ?? ""), String(name.y ?? "")]);
  const issuer = new Set(writtenOut([...plainWords(name.c ?? ""), ...plainWords(name.p ?? "")], abbreviations));
  const title = new Set(plainWords((name.t ?? []).join(" ")));
  const telling = rest.filter((word) => !FILLERS.has(word));
  if (!telling.length) return 100;
  const worth = (word) => {
    if (identity.has(word)) return 1;
    if (writtenOut([word], abbreviations).every((part) => issuer.has(part))) return 0.9;
    if (isSlipOfAny(word, identity) || isSlipOfAny(word, issuer)) return 0.8;
    return title.has(word) ? 0.4 : -1.5;
  };
  const said = telling.reduce((sum, word) => sum + worth(word), 0);
  return Math.max(0, (said / telling.length) * 100) + Math.max(0, Math.min(said, 4));
}

function isSlipOfAny(word, words) {
  return word.length >= 4 && [...words].some((other) => isOneSlip(word, other));
}

/** How much of a title the query is; only a title that holds every telling word counts. */
function titleStrength(name, query, abbreviations) {
  const telling = writtenOut(tellingWords(query), abbreviations);
  if (!telling.length) return 0;
  const own = wordsOfAct(name, abbreviations);
  const held = new Set(own);
  const missing = telling.filter((word) => !held.has(word) && !isSlipOfAny(word, held));
  if (missing.length) return missing.length === 1 && telling.length > 4 ? 20 : 0;
  if (!accentsAgree(name, query)) return 25;
  if (query.units.some((unit) => unit.quoted)) return 30; // who quotes looks for a sentence
  const exact = (name.t ?? []).some((title) => sameWords(plainWords(title), query.words.map((word) => word.plain)));
  if (exact) return 100;
  if (name.l === "k") return planStrength(name, telling, query);
  const titles = (name.t ?? []).map((title) => writtenOut(plainWords(title), abbreviations));
  const place = new Set(plainWords(`${name.p ?? ""} ${name.c ?? ""}`));
  if (telling.every((word) => place.has(word))) return 15;
  const row = writtenOut(query.words.map((word) => word.plain), abbreviations);
  const title = titles.find((words) => holdsRow(words, row));
  if (title) return telling.length < 2 ? 40 : 55 + (30 * row.length) / title.length;
  return Math.min(48, 25 + (25 * telling.length) / Math.max(1, ...titles.map((words) => words.length)));
}

/** A plan is asked for by its year, its place and its kind; its title is common to many. */
function planStrength(name, telling, query) {
  const said = new Set(telling);
  const place = plainWords(name.p ?? "").slice(-2);
  const byYear = said.has(String(name.y));
  const byPlace = place.length > 0 && place.every((word) => said.has(word));
  const byKind = /k[eế] ho[aạ]ch|quy[eế]t [dđ][iị]nh/iu.test(query.text);
  return 40 + 15 * byYear + 15 * byPlace + 12 * byKind;
}

function accentsAgree(name, query) {
  const marked = query.words.filter((word) => word.word !== word.plain);
  if (!marked.length) return true;
  const text = [name.v, name.c, name.p, ...(name.t ?? []), name.n].filter(Boolean).join(" ").normalize("NFC");
  const own = wordsOf(text);
  const written = new Set(own.map((word) => word.word));
  const sounds = new Set(own.map((word) => word.plain));
  const differing = marked.filter((word) => sounds.has(word.plain) && !written.has(word.word));
  return differing.length * 2 <= marked.length;
}

function sameWords(a, b) {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

function holdsRow(words, row) {
  return words.some((_, at) => row.every((word, offset) => words[at + offset] === word));
}

// --- agencies ---------------------------------------------------------------------

function agencyStrength(name, query, abbreviations) {
  const asked = writtenOut(query.words.map((word) => word.plain), abbreviations).filter((word) => !JOINING_WORDS.has(word));
  if (!asked.length) return 0;
  const place = writtenOut(plainWords(name.p ?? ""), abbreviations);
  const best = Math.max(0, ...(name.t ?? []).map((own) => oneName(own, asked, place, abbreviations)));
  const heard = Math.min(3, Math.log10(1 + (name.w ?? 0)));
  return best && !accentsAgree(name, query) ? best * 0.6 : best && best + heard;
}

/** How well one name of an agency is what was asked, with or without its place. */
function oneName(own, asked, place, abbreviations) {
  const whole = writtenOut(plainWords(own), abbreviations).filter((word) => !JOINING_WORDS.has(word));
  const core = withoutPlace(whole, place);
  if (shortFormAndPlace(core, asked, place)) return 98;
  const held = new Set([...whole, ...place]);
  const unknown = asked.filter((word) => !held.has(word) && !isSlipOfAny(word, held));
  if (unknown.length) return 0;
  const said = new Set(asked);
  const heard = core.filter((word) => said.has(word) || isSlipOfAny(word, said)).length;
  if (!heard) return 0;
  const share = heard / core.length;
  if (share === 1) return 94 + 5 * (asked.filter((word) => whole.includes(word)).length / whole.length);
  return share >= 0.5 ? 40 + 45 * share : 45 * share;
}

/** The name without the place at its end, unless the place is all there is. */
function withoutPlace(words, place) {
  for (let cut = place.length; cut > 0; cut -= 1) {
    const tail = place.slice(place.length - cut);
    const rest = words.slice(0, words.length - cut);
    if (rest.length && sameWords(words.slice(words.length - cut), tail)) return rest;
  }
  return words;
}

function shortFormAndPlace(core, asked, place) {
  const shorts = core.length > 2 ? [initials(core), core[0] + initials(core.slice(1))] : [];
  for (let length = asked.length; length > 0; length -= 1) {
    const rest = asked.slice(length);
    if (shorts.includes(asked.slice(0, length).join("")) && rest.every((word) => place.includes(word))) return true;
  }
  return false;
}
