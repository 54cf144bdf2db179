// The part of a text that says what was asked, in pieces: [{ text, marked }].

import { placesOf } from "./clauses.js";
import { wordsOf } from "./words.js";

const LENGTH = 220; // characters shown

/** Ranges of `text` (NFC) that the query's words stand at: [[start, end]], in order, not overlapping. */
export function markedRanges(text, query) {
  const words = wordsOf(text);
  const units = query.units.filter((unit) => !unit.asking || query.units.length === 1);
  const places = units.flatMap((unit, number) => placesOf(words, unit).map((place) => ({ ...place, number })));
  const ranges = places
    .map(({ at, length, number }) => ({ start: words[at].start, end: words[at + length - 1].end, units: new Set([number]) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const runs = joined(ranges, text);
  // Where the whole query stands in a row, its words elsewhere only distract.
  const whole = runs.filter((run) => run.units.size === units.length);
  return (whole.length ? whole : runs).map((run) => [run.start, run.end]);
}

/** Ranges with nothing but a blank between them are one, so that a phrase is marked whole. */
function joined(ranges, text) {
  const kept = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (last && (range.start <= last.end || /^\s+$/.test(text.slice(last.end, range.start)))) {
      last.end = Math.max(last.end, range.end);
      range.units.forEach((unit) => last.units.add(unit));
    } else kept.push(range);
  }
  return kept;
}

export function excerpt(source, query, length = LENGTH) {
  const text = source.normalize("NFC").replace(/\s+/g, " ");
  const ranges = markedRanges(text, query);
  const [from, to] = span(text, ranges, length);
  const pieces = [];
  if (from > 0) pieces.push({ text: "… ", marked: false });
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= from || start >= to) continue;
    pieces.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, Math.max(at, to)), marked: false });
  if (to < text.length) pieces.push({ text: " …", marked: false });
  return pieces.filter((piece) => piece.text);
}

/** Where the shown piece begins and ends: around the densest marks, at blanks. */
function span(text, ranges, length) {
  if (text.length <= length) return [0, text.length];
  let best = 0;
  let most = -1;
  for (const [start] of ranges) {
    const inside = ranges.filter(([from, to]) => from >= start && to <= start + length * 0.8);
    const weight = inside.reduce((sum, [from, to]) => sum + to - from, 0);
    if (weight > most) [most, best] = [weight, start];
  }
  const from = best < length * 0.3 ? 0 : text.indexOf(" ", best - length * 0.2) + 1;
  const end = Math.min(text.length, from + length);
  const to = end === text.length ? end : Math.max(text.lastIndexOf(" ", end), from + 1);
  return [from, to];
}
