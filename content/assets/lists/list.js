// A list that a page holds as a table under a form: filters and sorts it, and keeps the choice in the address.

import { asked } from "./asked.js";

const collator = new Intl.Collator("vi", { numeric: true });
const TYPING = 150; // ms without a key before a word typed is looked for

/** Orders by text as Vietnamese is sorted; rows alike stay as the page has them. */
export const byText = (key) => (a, b) => collator.compare(a[key], b[key]) || a.order - b.order;

/** Orders by day, year or number, upwards (sign 1) or downwards (-1); what has none comes last either way. */
export const byKnown = (key, sign = 1) => (a, b) =>
  !a[key] - !b[key] || sign * collator.compare(a[key], b[key]) || a.order - b.order;

const asPrinted = (a, b) => a.order - b.order;

/**
 * Starts the list that `kind` describes, where the page has it:
 *
 * - form, table, count, none: ids of the parts of the page; things: what is counted
 * - row(element): what a row of the table says, by name
 * - fits(row, value): whether it is chosen; value(name) gives a field of the form, a box as true or false
 * - orders: name in the address → how two rows compare; turned: what a second press on a column's head chooses
 *
 * Fields, their names and what they are when nothing is chosen stand in the form; a box is written to the
 * address as 1 or 0 only where it is not as the form has it.
 */
export function startList(kind) {
  const form = document.getElementById(kind.form);
  const table = document.getElementById(kind.table);
  if (!form || !table) return;
  const rows = [...table.tBodies[0].rows].map((element, order) => ({ element, order, text: element.textContent, ...kind.row(element) }));
  const show = () => {
    showRows(kind, form, table, rows);
    markSorted(kind, form, table);
  };
  const apply = () => {
    show();
    writeAddress(form);
  };
  addSortButtons(kind, form, table, apply);
  listen(form, apply);
  addEventListener("popstate", () => {
    readAddress(form);
    show();
  });
  readAddress(form);
  show();
}

const fieldsOf = (form) => [...form.elements].filter((field) => field.name);
const isBox = (field) => field.type === "checkbox";

function showRows(kind, form, table, rows) {
  const value = (name) => {
    const field = form.elements.namedItem(name);
    return isBox(field) ? field.checked : field.value;
  };
  const says = asked(value("tu"));
  let shown = 0;
  for (const row of rows) {
    row.element.hidden = !(kind.fits(row, value, form) && says(row));
    shown += !row.element.hidden;
  }
  const body = table.tBodies[0];
  const sorted = [...rows].sort(kind.orders[value("xep")] ?? asPrinted);
  if (sorted.some((row, at) => body.rows[at] !== row.element)) body.append(...sorted.map((row) => row.element));
  const all = `${rows.length} ${kind.things}`;
  document.getElementById(kind.count).textContent = shown === rows.length ? all : `${shown} trên ${all}`;
  document.getElementById(kind.none).hidden = shown > 0;
  for (const link of document.querySelectorAll(".page-index a")) {
    link.parentElement.hidden = value("xep") !== "" || document.getElementById(link.hash.slice(1)).hidden;
  }
}

function sortableHeads(table) {
  return [...table.tHead.rows[0].cells].filter((head) => head.dataset.sort !== undefined);
}

function markSorted(kind, form, table) {
  const order = form.elements.namedItem("xep").value;
  for (const head of sortableHeads(table)) {
    const name = head.dataset.sort;
    if (order === name) head.setAttribute("aria-sort", "ascending");
    else if (kind.turned[name] === order) head.setAttribute("aria-sort", "descending");
    else head.removeAttribute("aria-sort");
  }
}

function addSortButtons(kind, form, table, apply) {
  const order = form.elements.namedItem("xep");
  for (const head of sortableHeads(table)) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const name = head.dataset.sort;
      order.value = order.value === name && name in kind.turned ? kind.turned[name] : name;
      apply();
    });
  }
}

function listen(form, apply) {
  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.type === "search") waiting = setTimeout(apply, TYPING);
    else apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply)); // the fields change after the event
}

function writeAddress(form) {
  const query = new URLSearchParams();
  for (const field of fieldsOf(form)) {
    if (!isBox(field)) {
      if (field.value) query.set(field.name, field.value);
    } else if (field.checked !== field.defaultChecked) query.set(field.name, field.checked ? "1" : "0");
  }
  const text = query.toString();
  try {
    history.replaceState(null, "", location.pathname + (text && `?${text}`) + location.hash);
  } catch {
    // A page opened from a disk may not change its address; filtering works all the same.
  }
}

function readAddress(form) {
  const query = new URLSearchParams(location.search);
  for (const field of fieldsOf(form)) {
    const given = query.get(field.name);
    if (isBox(field)) field.checked = given === null ? field.defaultChecked : given !== "0";
    else {
      field.value = given ?? "";
      if (field.selectedIndex === -1) field.value = ""; // an address may ask for what the list does not have
    }
  }
}
