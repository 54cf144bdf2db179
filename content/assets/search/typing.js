// What fingers leave behind: words typed in Telex where nothing turned it into letters, and a kind run together
// with its number.

import { GLUED_KIND, NUMBER } from "./match.js";
import { plain } from "./words.js";

const TONES = { f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323" };
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { a: "ă", o: "ơ", u: "ư" };
const VOWELS = /[aeiouyăâêôơư]+/;
// A syllable without marks: beginning, vowels, end.
const SYLLABLE = new RegExp(
  "^(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?" +
    "(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|o[aei]|u[aeiouy]|ye|ieu|oa[ioy]|oeo|uay|ueu|uo[iu]|uy[aeu]|yeu)" +
    "(?:c|ch|m|n|ng|nh|p|t)?$",
);

/** The word meant by one typed in Telex (`quyeets` is quyết), or null where it is a word as it stands. */
export function fromTelex(typed) {
  const keys = typed.toLowerCase();
  if (!/^[a-z]{2,9}$/.test(keys) || SYLLABLE.test(keys)) return null;
  const letters = [];
  let tone = "";
  for (const key of keys) {
    if (key in TONES && !tone && VOWELS.test(letters.join(""))) tone = TONES[key];
    else if (!changed(letters, key)) letters.push(key);
  }
  const word = withTone(letters.join(""), tone);
  return word !== keys && SYLLABLE.test(plain(word)) ? word : null;
}

/** Whether a key marks a letter before it rather than standing for itself; marks it then. */
function changed(letters, key) {
  const at = letters.lastIndexOf(key);
  if (key === "d" && letters[0] === "d") letters[0] = "đ";
  else if (key in HATS && at >= 0) letters[at] = HATS[key];
  else if (key === "w" && letters.some((letter) => letter in HORNS)) addHorn(letters);
  else return false;
  return true;
}

function addHorn(letters) {
  const last = letters.findLastIndex((letter) => letter in HORNS);
  if (letters[last] === "o" && letters[last - 1] === "u") letters[last - 1] = "ư";
  letters[last] = HORNS[letters[last]];
}

/** Tone marks stand on a marked vowel, else before an open end, else on the last vowel. */
function withTone(word, tone) {
  const start = /^(?:qu|gi)(?=[aeiouyăâêôơư])/.test(word) ? 2 : 0;
  const run = VOWELS.exec(word.slice(start));
  if (!run) return word;
  const [vowels] = run;
  const marked = [...vowels].findLastIndex((letter) => "ăâêôơư".includes(letter));
  const open = start + run.index + vowels.length === word.length;
  const at = marked >= 0 ? marked : open && vowels.length > 1 ? vowels.length - 2 : vowels.length - 1;
  const cut = start + run.index + at + 1;
  return (word.slice(0, cut) + tone + word.slice(cut)).normalize("NFC");
}

/** [kind, number] of a word such as `qđ362`, or null. Beside another number it is a term: 47/2014/QH13. */
export function kindAndNumber(word, words) {
  const parts = GLUED_KIND.exec(word.printed);
  const others = words.filter((other) => other !== word && NUMBER.test(other.plain) && !YEAR.test(other.plain));
  return parts && !others.length ? parts.slice(1) : null;
}

const YEAR = /^(?:19|20)\d\d$/;
