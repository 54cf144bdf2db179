// Plans, directives and agencies by name, number or day: which are meant, and how surely.

import { actStrength } from "./acts.js";
import { agencyStrength } from "./agencies.js";
import { bucket } from "./chunks.js";
import { GLUED, NUMBER } from "./match.js";
import { writtenOut } from "./query.js";
import { RANKING } from "./ranking.js";
import { JOINING_WORDS } from "./words.js";

const PLACE_KINDS = new Set("tp thanh pho quan huyen thi xa tran phuong tinh".split(" "));
const CANDIDATES = 10; // names read for one query
const MOST_KEYS = 12;

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
    // A list is in order of weight, which decides between names that as many keys agree on.
    list.forEach((id, at) => scores.set(id, (scores.get(id) ?? 0) + 1 / (1 + Math.log(list.length)) - at * RANKING.keyPosition));
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES).map(([id]) => id);
}

/** The keys of corpus/search/lookup.py that a query may stand under; the surest first. */
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

function strengthOf(name, query, abbreviations) {
  return (name.l === "c" ? agencyStrength : actStrength)(name, query, abbreviations);
}
