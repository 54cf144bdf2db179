// Whether a plan or a directive is the one a query names: by number, day, place and year, or title.

import { accentsAgree, GLUED, holdsRow, isSlipOfAny, NUMBER, sameWords } from "./match.js";
import { writtenOut } from "./query.js";
import { RANKING } from "./ranking.js";
import { plainWords } from "./words.js";

// Words that join the parts of a reference without saying which it is.
const FILLERS = new Set("so ngay thang nam cua ve va cac tai theo ban hanh viec".split(" "));

/** 0 to 100: how surely the act is what the query means. */
export function actStrength(name, query, abbreviations) {
  if (query.days.length) return query.days.includes(name.d) ? 100 * shareExplained(name, query, abbreviations) : 0;
  const words = query.words.map((word) => word.plain);
  const numbered = name.s ? readNumber(words, name.s) : null;
  const byNumber = numbered ? numberStrength(name, numbered, abbreviations) : 0;
  return Math.max(byNumber, titleStrength(name, query, abbreviations));
}

function shareExplained(name, query, abbreviations) {
  const words = tellingWords(query);
  if (!words.length) return 1;
  const own = new Set(wordsOfAct(name, abbreviations));
  return words.filter((word) => own.has(word)).length / words.length;
}

function tellingWords(query) {
  return query.words.map((word) => word.plain).filter((word) => !FILLERS.has(word));
}

function wordsOfAct(name, abbreviations) {
  const texts = [name.v, name.c, name.p, name.k, ...(name.t ?? [])].filter(Boolean).join(" ");
  const plain = plainWords(texts);
  const symbol = plainWords(name.k ?? "").join("");
  return [...plain, ...writtenOut(plain, abbreviations), String(name.y ?? ""), name.s ?? "", symbol];
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
    if (writtenOut([word], abbreviations).every((part) => issuer.has(part))) return RANKING.saidIssuer;
    if (isSlipOfAny(word, identity) || isSlipOfAny(word, issuer)) return RANKING.saidSlip;
    return title.has(word) ? RANKING.saidInTitle : RANKING.saidUntrue;
  };
  const said = telling.reduce((sum, word) => sum + worth(word), 0);
  return Math.max(0, (said / telling.length) * 100);
}

/** How much of a title the query is; only a title that holds every telling word counts. */
function titleStrength(name, query, abbreviations) {
  const telling = writtenOut(tellingWords(query), abbreviations);
  if (!telling.length) return 0;
  const own = wordsOfAct(name, abbreviations);
  const held = new Set(own);
  const missing = telling.filter((word) => !held.has(word) && !isSlipOfAny(word, held));
  if (missing.length) return missing.length === 1 && telling.length > 4 ? RANKING.titleDoubtful : 0;
  if (!accentsAgree(name, query)) return RANKING.titleDoubtful;
  if (query.units.some((unit) => unit.quoted)) return RANKING.titleQuoted; // who quotes looks for a sentence
  const asked = withoutYear(query.words.map((word) => word.plain), name.y);
  const exact = (name.t ?? []).some((title) => sameWords(withoutYear(plainWords(title), name.y), asked));
  if (exact) return 100;
  if (name.l === "k") return planStrength(name, telling, query);
  const titles = (name.t ?? []).map((title) => writtenOut(plainWords(title), abbreviations));
  const place = new Set(plainWords(`${name.p ?? ""} ${name.c ?? ""}`));
  if (telling.every((word) => place.has(word))) return RANKING.titleOnlyPlace;
  const row = writtenOut(asked, abbreviations);
  const title = titles.find((words) => holdsRow(words, row));
  if (title) return row.length / title.length > RANKING.titleMuch ? RANKING.titleRow + (RANKING.titleRowShare * row.length) / title.length : RANKING.titleTouched;
  return RANKING.titleWords * Math.min(1, telling.length / Math.max(1, ...titles.map((words) => words.length)));
}

/** Words without the year of the act at their end, which tells it from others of its title. */
function withoutYear(words, year) {
  if (words.at(-1) !== String(year)) return words;
  return words.slice(0, words.at(-2) === "nam" ? -2 : -1);
}

/** A plan is asked for by its year, its place and its kind; its title is common to many. */
function planStrength(name, telling, query) {
  const said = new Set(telling);
  const place = plainWords(name.p ?? "").slice(-2);
  const byYear = said.has(String(name.y));
  const byPlace = place.length > 0 && place.every((word) => said.has(word));
  const byKind = /k[eế] ho[aạ]ch|quy[eế]t [dđ][iị]nh/iu.test(query.text);
  return RANKING.plan + RANKING.planYear * byYear + RANKING.planPlace * byPlace + RANKING.planKind * byKind;
}
