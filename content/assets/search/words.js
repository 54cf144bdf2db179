// Words as the search compares them. corpus/search/search_words.py does exactly the same to the text.

const TONES = "\u0300\u0301\u0303\u0309\u0323";
const LONE_Y = /^(?:qu|[bcdđghklmnpqrstvx]*)y$/;

export const JOINING_WORDS = new Set(["va", "cac", "cua"]);

// Letters of other alphabets that keyboards and old fonts give for đ (Icelandic eth, African d).
const ETHS = /[ðɖ]/g;

/** A word in lower case NFC; hoà/hòa and kỹ/kĩ get one spelling. */
export function spell(word) {
  let tone = "";
  let base = "";
  for (const char of word.toLowerCase().replace(ETHS, "đ").normalize("NFD")) {
    if (TONES.includes(char)) tone = char;
    else base += char;
  }
  base = base.normalize("NFC");
  if (LONE_Y.test(base)) base = base.slice(0, -1) + "i";
  if (!tone) return base;
  const at = Math.max(...[..."aăâeêioôơuưy"].map((vowel) => base.lastIndexOf(vowel)));
  return (base.slice(0, at + 1) + tone + base.slice(at + 1)).normalize("NFC");
}

/** A spelled word without marks; đ becomes d. */
export function plain(word) {
  return word.replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
}

// One letter for each mark, as in the Telex way of typing.
const MARKS = { "\u0302": "a", "\u0306": "w", "\u031b": "w", "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j", đ: "d" };

/** A spelled word with its marks in letters behind a zero, as the index holds it beside the plain word. */
export function accentCode(word) {
  return `${plain(word)}0${[...word.normalize("NFD")].map((char) => MARKS[char] ?? "").join("")}`;
}

/** The words of a text with their places: [{ word, plain, printed, start, end }] over the text in NFC. */
export function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => {
    const word = spell(match[0]);
    return { word, plain: plain(word), printed: match[0], start: match.index, end: match.index + match[0].length };
  });
}

export function plainWords(text) {
  return wordsOf(text.normalize("NFC")).map((word) => word.plain);
}

/** First letters of the words that carry meaning, as abbreviations are formed. */
export function initials(words) {
  return words.filter((word) => !JOINING_WORDS.has(word)).map((word) => word[0]).join("");
}

/** True where one insertion, loss, change or swap of neighbours turns a into b. */
export function isOneSlip(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const restA = a.slice(at);
  const restB = b.slice(at);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
