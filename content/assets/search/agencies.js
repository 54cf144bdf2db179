// Whether an agency is the one a query names.

import { accentsAgree, isSlipOfAny, sameWords } from "./match.js";
import { writtenOut } from "./query.js";
import { RANKING } from "./ranking.js";
import { initials, JOINING_WORDS, plainWords } from "./words.js";

// What is asked about a body, rather than which body it is.
const ABOUT_WORK = /\b(?:chu tri|phoi hop|nhiem vu|trach nhiem|(?:phai |can )?lam (?:nhung )?(?:gi|nao)|gi|nao|nam|\d{4})\b/g;
const GOVERNING = ["uy", "ban", "nhan", "dan"];

/** 0 to 100, by how much of a name is asked. */
export function agencyStrength(name, query, abbreviations) {
  if (query.days.length) return 0;
  const words = writtenOut(query.words.map((word) => word.plain), abbreviations).filter((word) => !JOINING_WORDS.has(word));
  const place = writtenOut(plainWords(name.p ?? ""), abbreviations);
  const asked = words.join(" ").replace(ABOUT_WORK, " ").split(" ").filter(Boolean);
  if (!asked.length) return 0;
  const names = (name.t ?? []).map((own) => oneName(own, asked, place, abbreviations));
  const best = Math.max(0, ...names) * (asked.length < words.length ? RANKING.bodyAskedWork : 1);
  if (best) return accentsAgree(name, query) ? best : best * RANKING.bodyOtherMarks;
  // A place alone stands for those who govern it.
  const governs = sameWords(withoutPlace(plainWords(name.n), place), GOVERNING);
  return governs && asked.every((word) => place.includes(word)) ? RANKING.sure : 0;
}

/** How well one name of an agency is what was asked, with or without its place. */
function oneName(own, asked, place, abbreviations) {
  const whole = writtenOut(plainWords(own), abbreviations).filter((word) => !JOINING_WORDS.has(word));
  const core = withoutPlace(whole, place);
  if (shortFormAndPlace(core, asked, place)) return RANKING.bodyShortForm;
  const held = new Set([...whole, ...place]);
  const unknown = asked.filter((word) => !held.has(word) && !isSlipOfAny(word, held));
  if (unknown.length) return 0;
  const said = new Set(asked);
  const heard = core.filter((word) => said.has(word) || isSlipOfAny(word, said)).length;
  if (!heard) return 0;
  const share = heard / core.length;
  if (share === 1) return RANKING.bodyWhole + RANKING.bodyWholeShare * (asked.filter((word) => whole.includes(word)).length / whole.length);
  return (share >= RANKING.bodyHalf ? RANKING.bodyPart : 0) + RANKING.bodyPartShare * share;
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
