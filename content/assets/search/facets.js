// Narrowing the results: by kind, year, level, issuer and agency, with how many each would leave.

import { element, SORTS } from "./view.js";

export const FACETS = [
  ["loai", "Loại kết quả"],
  ["nam", "Năm"],
  ["cap", "Cấp"],
  ["ban-hanh", "Cơ quan ban hành"],
  ["co-quan", "Cơ quan thực hiện"],
];
const SHOWN = 40;

/** Facet values of each hit and name: value(facet, result) → list of texts. */
export async function facetValues(loader, parts) {
  const tables = new Map();
  for (const part of parts) {
    const held = await loader.load(`phan/${part}/loc`);
    tables.set(part, { rows: new Map(held.id.map((id, at) => [id, held.o[at]])), words: held.bang });
  }
  return { ofHit, ofName, placeOf };

  function ofHit(hit) {
    const { rows, words } = tables.get(hit.part.part);
    const [sort, places] = rows.get(hit.id);
    return places.map(([year, level, issuer, agencies]) => ({
      loai: [SORTS[sort]],
      nam: [words[year]],
      cap: [words[level]],
      "ban-hanh": [words[issuer]],
      "co-quan": agencies.map((agency) => words[agency]),
    }));
  }

  /** Which place of a repeated sentence fits the chosen values; the first where none does. */
  function placeOf(hit, chosen) {
    return Math.max(0, ofHit(hit).findIndex((values) => fits(values, chosen)));
  }
}

function ofName(name) {
  return [
    {
      loai: [SORTS[name.l]],
      nam: name.y ? [String(name.y)] : [],
      cap: name.b ? [name.b] : [],
      "ban-hanh": name.c ? [name.c] : [],
      "co-quan": name.l === "c" ? [name.n] : [],
    },
  ];
}

export function fits(values, chosen) {
  return Object.entries(chosen).every(([facet, value]) => !value || values[facet].includes(value));
}

/** How many results each value would leave, counting a repeated sentence once. */
export function countValues(valuesOfResults, chosen) {
  const counts = Object.fromEntries(FACETS.map(([facet]) => [facet, new Map()]));
  for (const places of valuesOfResults) {
    for (const [facet] of FACETS) {
      const others = { ...chosen, [facet]: "" };
      const values = new Set(places.filter((place) => fits(place, others)).flatMap((place) => place[facet]));
      for (const value of values) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

export function facetForm(counts, chosen, onChange) {
  const form = element("form", { class: "search-facets", "aria-label": "Thu hẹp kết quả" });
  for (const [facet, label] of FACETS) {
    const values = [...counts[facet]].sort((a, b) => (facet === "nam" ? b[0] - a[0] : b[1] - a[1] || a[0].localeCompare(b[0], "vi")));
    if (values.length < 2 && !chosen[facet]) continue;
    form.append(facetSelect(facet, label, values.slice(0, SHOWN), chosen[facet] ?? ""));
  }
  form.addEventListener("change", (event) => onChange({ ...chosen, [event.target.name]: event.target.value }));
  return form;
}

function facetSelect(facet, label, values, value) {
  const select = element("select", { name: facet }, element("option", { value: "" }, "Tất cả"));
  for (const [text, count] of values) {
    select.append(element("option", { value: text, selected: text === value }, `${text} (${count})`));
  }
  return element("label", {}, element("span", {}, label), select);
}
