// How two names are compared: by their words, allowing a slip and abbreviations.

import { isOneSlip, wordsOf } from "./words.js";

// How a number is typed: alone (08, 30c), or run together with what follows it (62kl), or behind its kind (qđ362).
export const NUMBER = /^0*(\d+[a-z]?)$/;
export const GLUED = /^0*(\d+)([a-z]+\d*)$/;
export const GLUED_KIND = /^(\p{L}{2,4})(\d+[a-z]?)$/u;

export function isSlipOfAny(word, words) {
  return word.length >= 4 && [...words].some((other) => isOneSlip(word, other));
}

/** False where most words typed with marks stand in the name with other marks. */
export function accentsAgree(name, query) {
  const marked = query.words.filter((word) => word.word !== word.plain);
  if (!marked.length) return true;
  const text = [name.v, name.c, name.p, ...(name.t ?? []), name.n].filter(Boolean).join(" ").normalize("NFC");
  const own = wordsOf(text);
  const written = new Set(own.map((word) => word.word));
  const sounds = new Set(own.map((word) => word.plain));
  const differing = marked.filter((word) => sounds.has(word.plain) && !written.has(word.word));
  return differing.length * 2 <= marked.length;
}

export function sameWords(a, b) {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** Whether `row` stands in `words` in one row. */
export function holdsRow(words, row) {
  return words.some((_, at) => row.every((word, offset) => words[at + offset] === word));
}
