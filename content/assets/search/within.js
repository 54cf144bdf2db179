// The search in the text of one plan: the passages that hold all words asked for are marked and gone through one by one.

import { clearMarks, markWords } from "./arrive.js";
import { placesOf } from "./clauses.js";
import { parseQuery } from "./query.js";
import { wordsOf } from "./words.js";

const PASSAGES = "p, li, td, h2, h3, h4, h5, h6";

export function attachWithin(form, text, loadAbbreviations) {
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  let asked = "";
  let found = [];
  let at = -1;
  input.value ||= new URL(location.href).searchParams.get("tu-khoa") ?? ""; // who comes from the search goes on with its words
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = input.value.trim();
    if (typed !== asked) {
      clearMarks(text);
      found = typed ? findPassages(text, parseQuery(typed, await loadAbbreviations())) : [];
      [asked, at] = [typed, -1];
    }
    if (found.length) goTo(found[(at = (at + 1) % found.length)]);
    status.textContent = words(typed, found.length, at);
  });

  function goTo(passage) {
    for (let folded = passage.closest("details:not([open])"); folded; folded = passage.closest("details:not([open])")) folded.open = true;
    text.querySelectorAll(".found-here").forEach((other) => other.classList.remove("found-here"));
    passage.classList.add("found-here");
    passage.scrollIntoView({ block: "center" });
  }
}

/** The innermost elements of `text` that hold every word of `query`, marked; in a row and as typed, where some do. */
function findPassages(text, query) {
  const units = query.units.filter((unit) => !unit.asking || query.units.length === 1);
  const passages = [...text.querySelectorAll(PASSAGES)].filter((one) => !one.querySelector(PASSAGES));
  const graded = passages.map((one) => [one, grade(wordsOf(one.textContent.normalize("NFC")), units)]);
  const best = Math.max(1, ...graded.map(([, closeness]) => closeness));
  const found = graded.filter(([, closeness]) => closeness === best).map(([one]) => one);
  found.forEach((one) => markWords(one, query));
  return found;
}

/** 0 where a word lacks, 1 where all stand somewhere, 2 in a row, 3 in a row with the marks that were typed. */
function grade(own, units) {
  const places = units.map((unit) => placesOf(own, unit));
  if (!places.length || places.some((some) => !some.length)) return 0;
  const follows = (place, rest) => !rest.length || rest[0].some((next) => next.at === place.at + place.length && follows(next, rest.slice(1)));
  const inRow = (some) => some[0].some((place) => follows(place, some.slice(1)));
  if (!inRow(places)) return 1;
  const exact = places.map((some) => some.filter((place) => place.exact));
  return exact.every((some) => some.length) && inRow(exact) ? 3 : 2;
}

function words(typed, count, at) {
  if (!typed) return "";
  return count ? `Đoạn ${at + 1} trên ${count} đoạn có đủ các chữ “${typed}”. Bấm Tìm để tới đoạn sau.` : `Không có đoạn nào có đủ các chữ “${typed}”.`;
}
