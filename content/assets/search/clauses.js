// Clauses, tasks and duties that say what was asked, best first.

import { RANKING } from "./ranking.js";
import { accentCode, plainWords, wordsOf } from "./words.js";

/**
 * Searches one part; recordOf({ part, id }) reads a record of it.
 * @returns {{ hits: [{ part, id, score, share }], missing: units found nowhere }}
 */
export async function searchPart(part, query, recordOf) {
  const units = query.units.filter((unit) => !unit.asking);
  const asked = units.length ? units : query.units;
  const found = await Promise.all(asked.map((unit, at) => holding(part, unit, isOpenEnd(query, asked, at), recordOf)));
  const accents = await Promise.all(asked.map((unit) => holdingAccents(part, unit)));
  const ranks = await part.rank(asked.flatMap((unit) => unit.corrected ?? unit.plains));
  const pairs = await Promise.all(asked.slice(1).map((unit, at) => holdingPair(part, asked[at], unit)));
  const rarity = found.map((set) => Math.log(1 + part.size / (1 + set.size)));
  const total = rarity.reduce((sum, value) => sum + value, 0) || 1;
  const hits = [];
  for (const id of new Set(found.flatMap((set) => [...set]))) {
    if (asked.some((unit, at) => unit.quoted && !found[at].has(id))) continue;
    let held = 0;
    let score = 0;
    found.forEach((set, at) => {
      if (!set.has(id)) return;
      held += rarity[at];
      score += rarity[at] * (accents[at]?.has(id) ? RANKING.unitMarks : 1);
    });
    pairs.forEach((set, at) => {
      if (set.has(id)) score += RANKING.unitPair * (rarity[at] + rarity[at + 1]);
    });
    score += RANKING.pagefind * (ranks.get(id) ?? 0);
    hits.push({ part, id, score, share: held / total });
  }
  return { hits: best(hits), missing: asked.filter((_, at) => found[at].size === 0) };
}

/** The last word while it is being typed may be only the beginning of one. */
function isOpenEnd(query, units, at) {
  return at === units.length - 1 && !query.complete && !units[at].quoted && units[at].plains.length === 1;
}

async function holding(part, unit, open, recordOf) {
  const forms = [unit.plains, ...unit.forms, ...(unit.corrected ? [unit.corrected] : [])];
  const sets = await Promise.all(forms.map((form) => part.find(form)));
  const found = new Set(sets.flatMap((set) => [...set]));
  if (open && found.size === 0 && unit.plains[0].length > 1) return begunWith(part, unit.plains[0], recordOf);
  return found;
}

/** Where no word begins so, Pagefind drops letters until one does; what it gives then is not what was asked. */
async function begunWith(part, letters, recordOf) {
  const found = await part.begin(letters);
  const [id] = found;
  if (id === undefined) return found;
  const { x: text, a: about, o: places } = await recordOf({ part, id });
  const searched = [text, about, ...places.flatMap(([, , year, , place]) => [year, place])].join(" ");
  return plainWords(searched).some((word) => word.startsWith(letters)) ? found : new Set();
}

/** Records with all the unit's words marked as typed; null where no marks were typed or they tell nothing apart. */
async function holdingAccents(part, unit) {
  if (!unit.words.some((word, at) => word !== unit.plains[at])) return null;
  const sets = await Promise.all(unit.words.map((word) => part.find([accentCode(word)])));
  const telling = sets.filter((set) => set.size);
  return telling.length ? new Set([...telling[0]].filter((id) => telling.every((set) => set.has(id)))) : null;
}

async function holdingPair(part, left, right) {
  if (left.quoted || right.quoted) return new Set();
  return part.find([...left.plains, ...right.plains]);
}

/** Those that say nearly as much of the query as the one that says most. */
function best(hits) {
  const most = Math.max(0, ...hits.map((hit) => hit.share));
  const kept = hits.filter((hit) => hit.share >= Math.min(0.999, most * RANKING.keptShareOfBest) - 1e-9 && hit.share >= RANKING.keptShare);
  return kept.sort(byScore);
}

function byScore(a, b) {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** The first hits in their final order, their records read; the rest stay as they are. */
export async function rerank(hits, query, recordOf) {
  const head = await Promise.all(hits.slice(0, RANKING.reranked).map(async (hit) => ({ ...hit, record: await recordOf(hit) })));
  for (const hit of head) hit.rank = textScore(hit.record, query, hit.share);
  head.sort((a, b) => b.rank - a.rank || newest(b.record) - newest(a.record) || byScore(a, b));
  return [...head, ...hits.slice(RANKING.reranked)];
}

function newest(record) {
  return Math.max(...record.o.map((where) => where[2]));
}

/** How well a text says the query: all of it, in a row, close together, with the same accents, briefly. */
export function textScore(record, query, share) {
  const words = wordsOf(record.x.normalize("NFC"));
  const units = query.units.filter((unit) => !unit.asking);
  const asked = units.length ? units : query.units;
  const places = asked.map((unit) => placesOf(words, unit));
  const held = places.filter((list) => list.length);
  if (!held.length) return share;
  return (
    RANKING.textShare * share +
    RANKING.textRow * longestRow(places) +
    RANKING.textClose * closeness(places, words.length) +
    RANKING.textMarks * accentShare(places, asked) +
    RANKING.textBrief / (1 + Math.log2(1 + words.length / RANKING.textBriefWords)) -
    (record.h ? RANKING.textFrame : 0)
  );
}

/** Where a unit stands: [{ at, length, exact, literal }] by position of words. */
export function placesOf(words, unit) {
  const forms = [unit.plains, ...unit.forms, ...(unit.corrected ? [unit.corrected] : [])];
  const found = [];
  forms.forEach((form, number) => {
    for (let at = 0; at + form.length <= words.length; at += 1) {
      if (!form.every((plain, offset) => fits(words[at + offset].plain, plain, unit))) continue;
      const exact = number === 0 && unit.words.every((word, offset) => words[at + offset].word === word);
      found.push({ at, length: form.length, exact, literal: number === 0 });
    }
  });
  return found.sort((a, b) => a.at - b.at);
}

function fits(word, asked, unit) {
  return word === asked || (unit.open && word.startsWith(asked));
}

/** Share of the query that stands in one row, in its order. */
function longestRow(places) {
  let longest = 0;
  places.forEach((list, first) => {
    for (const start of list) {
      let end = start.at + start.length;
      let row = 1;
      while (first + row < places.length) {
        const next = places[first + row].find((place) => place.at === end);
        if (!next) break;
        end = next.at + next.length;
        row += 1;
      }
      longest = Math.max(longest, row);
    }
  });
  return longest / places.length;
}

/** 1 where all that is held stands side by side, less the wider apart it is. */
function closeness(places, length) {
  const held = places.filter((list) => list.length);
  const size = held.reduce((sum, list) => sum + list[0].length, 0);
  let narrowest = length;
  for (const start of held.flat()) {
    const ends = held.map((list) => list.find((place) => place.at >= start.at));
    if (ends.some((place) => !place)) continue;
    narrowest = Math.min(narrowest, Math.max(...ends.map((place) => place.at + place.length)) - start.at);
  }
  return size / Math.max(size, narrowest);
}

/** Of the units typed with accents, how many stand so; without accents typed, nothing is lost. */
function accentShare(places, asked) {
  const marked = asked.map((unit, at) => (unit.words.some((word, i) => word !== unit.plains[i]) ? places[at] : null)).filter(Boolean);
  if (!marked.length) return 1;
  return marked.filter((list) => list.some((place) => place.exact || !place.literal)).length / marked.length;
}

