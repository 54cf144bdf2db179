// Results as elements. Text only ever enters as text.

import { excerpt } from "./excerpt.js";
import { plainWords, wordsOf } from "./words.js";

export const SORTS = {
  k: "Kế hoạch",
  v: "Văn bản",
  c: "Cơ quan",
  d: "Điều khoản",
  n: "Nhiệm vụ",
  t: "Trách nhiệm",
};

const MEANT = 90; // strength from which a name is taken to be what was meant

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") made.className = value;
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

function marked(pieces) {
  return pieces.map((piece) => (piece.marked ? element("mark", {}, piece.text) : piece.text));
}

/** What a result is, leads to and says, whatever kind it is of. `where` is the place of a clause to show. */
export function describe(result, query, where = 0) {
  if (result.name) {
    const { name } = result;
    return { sort: name.l, url: name.u, title: marked(excerpt(name.n, query)), text: marked(excerpt(name.m ?? "", query)), where: "", others: [] };
  }
  const { record } = result.hit;
  const [url, plan, year, trail] = record.o[where];
  const others = record.o.filter((_, at) => at !== where).map(([address, name, itsYear]) => ({ url: address, title: `${name}, năm ${itsYear}` }));
  return {
    sort: record.l,
    url,
    title: marked(excerpt(record.x, query)),
    text: [],
    where: [`${plan}, năm ${year}`, trail].filter(Boolean).join(" › "),
    others,
  };
}

/** An item of the page of results. */
export function resultItem(result, query, links, where) {
  const { sort, url, title, text, where: trail, others } = describe(result, query, where);
  const marking = result.hit ? query.text : null;
  const link = element("a", { href: links.to(url), "data-tu-khoa": marking }, ...title);
  const item = element("li", { class: `search-item search-item--${sort}` }, element("span", { class: "search-sort" }, SORTS[sort]), link);
  if (text.length) item.append(element("p", { class: "search-about" }, ...text));
  if (trail) item.append(element("p", { class: "search-where" }, trail));
  if (others.length) {
    const also = element("p", { class: "search-where" }, "Câu này còn có ở: ");
    others.forEach((other, at) => also.append(at ? "; " : "", element("a", { href: links.to(other.url), "data-tu-khoa": marking }, other.title)));
    item.append(also);
  }
  return item;
}

/** An option of the list under the search box. */
export function resultOption(result, query, links, id) {
  const { sort, url, title, text, where } = describe(result, query);
  const marking = result.hit ? query.text : null;
  const body = [element("span", { class: "search-sort" }, SORTS[sort]), element("span", { class: "search-title" }, ...title)];
  if (text.length) body.push(element("span", { class: "search-about" }, ...text));
  if (where) body.push(element("span", { class: "search-where" }, where));
  const link = element("a", { href: links.to(url), "data-tu-khoa": marking, tabindex: "-1" }, ...body);
  return element("li", { role: "option", id, "aria-selected": "false" }, link);
}

/** What the search took the query to mean, or nothing where it is what was typed. */
export function understood({ query, results, dropped = [] }) {
  const parts = [];
  const meant = meantName(query, results.filter((result) => result.name && result.strength >= MEANT));
  if (meant) parts.push(meant);
  for (const unit of query.units) {
    if (unit.corrected) parts.push(`“${asPrinted(unit.corrected, results)}” thay cho “${unit.printed}”`);
    if (unit.telex) parts.push(`“${unit.telex}” thay cho “${unit.printed}”`);
    if (unit.full && !meant) parts.push(`${unit.printed.toUpperCase()} (${unit.full})`);
  }
  const said = parts.filter((part) => part.toLowerCase() !== query.text.toLowerCase());
  return [said.length ? `Đang tìm: ${said.join("; ")}` : "", leftOut(dropped)].filter(Boolean).join(". ");
}

function leftOut(units) {
  const words = units.map((unit) => `“${unit.printed}”`).join(", ");
  return words && `Không thấy ${words} ở đâu; đây là kết quả cho các chữ còn lại`;
}

/** Words of the index, which have no marks, as a text that was found writes them. */
function asPrinted(plains, results) {
  const texts = results.map((result) => result.hit?.record?.x ?? result.name?.n ?? "");
  const printed = (plain) => texts.flatMap((text) => wordsOf(text.normalize("NFC"))).find((word) => word.plain === plain)?.printed;
  return plains.map((plain) => printed(plain)?.toLowerCase() ?? plain).join(" ");
}

/**
 * The first name meant; its day too, unless other acts have the same number. Of several bodies with one name
 * none is meant more than another, unless one is of the place that was said.
 */
function meantName(query, meant) {
  const names = meant.map((result) => result.name);
  if (!names.length || names[0].l !== "c") return names.length ? meantAct(names) : "";
  const said = new Set(query.words.map((word) => word.plain));
  const there = names.filter((name) => name.p && plainWords(name.p).slice(-2).every((word) => said.has(word)));
  const choice = there.length ? there : names;
  return choice.length === 1 || choice[0].n.toLowerCase() === query.text.toLowerCase() ? choice[0].n : "";
}

function meantAct([first, ...others]) {
  const same = others.filter((name) => name.n === first.n).length;
  if (same) return `${first.n} (${same + 1} văn bản cùng số)`;
  return first.d ? `${first.n} ngày ${writtenDay(first.d)}` : first.n;
}

/** A day as officials write it: the month has a zero before 1 and 2 only. */
function writtenDay(iso) {
  const [year, month, day] = iso.split("-");
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}
