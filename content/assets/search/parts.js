// Which parts of the corpus to search first: those that hold the query's rarer words, else the newest.

import { bucket } from "./chunks.js";

const ALL_AT_ONCE = 3; // so few parts are simply all searched
const MOST_KEYS = 5;

export function createChooser(loader) {
  return async (query) => {
    const { phan: parts, o: buckets } = await loader.load("phan/bang");
    const all = Array.from({ length: parts }, (_, number) => number);
    if (parts <= ALL_AT_ONCE) return all.map(String);
    const lists = await Promise.all(rarerKeys(query).map((key) => whereabouts(key, buckets)));
    const scores = new Map();
    for (const list of lists) for (const part of list) scores.set(part, (scores.get(part) ?? 0) + 1 / list.length);
    return all.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b).map(String);
  };

  async function whereabouts(key, buckets) {
    if (!buckets) return [];
    const held = await loader.load(`o-dau/${bucket(key, buckets)}`);
    return held[key] ?? [];
  }
}

/** A few keys that may be rare: numbers, pairs of neighbours, and a word that stands alone. */
function rarerKeys(query) {
  const words = query.units.filter((unit) => !unit.asking).flatMap((unit) => unit.corrected ?? unit.plains);
  const numbers = words.filter((word) => /\d/.test(word));
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set([...(words.length === 1 ? words : numbers), ...pairs.reverse()])].slice(0, MOST_KEYS);
}
