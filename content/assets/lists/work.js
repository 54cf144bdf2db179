// The list of all work: by body, its part in the work, year, month and level.

import { byKnown, byText } from "./list.js";

const PARTS = ["leads", "coordinates", "duty", "reports"];

const ids = (text) => (text ? text.split(" ") : []);

function hasBody(row, id, parts, groups) {
  return parts.some((part) => row.bodies[part].some((found) => found === id || groups.has(`${row.plan}@${found}`)));
}

/** The groups (plan@group) that the chosen body belongs to, unless work given through groups is left out. */
function groupsOf(form) {
  const option = form.elements.namedItem("co-quan").selectedOptions[0];
  return new Set(form.elements.namedItem("nhom").checked ? ids(option?.dataset.groups) : []);
}

export const workList = {
  form: "loc",
  table: "viec",
  count: "so-viec",
  none: "khong-co",
  things: "việc",
  row: (element) => ({
    plan: element.dataset.plan,
    year: element.dataset.year,
    level: element.dataset.level,
    due: element.dataset.due,
    months: ids(element.dataset.months),
    bodies: Object.fromEntries(PARTS.map((part) => [part, ids(element.dataset[part])])),
    title: element.cells[1].textContent.trim(),
    who: element.cells[2].textContent.replace(/^[^:]*:/, "").trim(),
  }),
  fits(row, value, form) {
    const role = value("vai-tro");
    return (!value("nam") || row.year === value("nam"))
      && (!value("cap") || row.level === value("cap"))
      && (!value("thang") || row.months.includes(value("thang")))
      && (value("co-quan") ? hasBody(row, value("co-quan"), role ? [role] : PARTS, groupsOf(form)) : !role || row.bodies[role].length > 0);
  },
  orders: {
    han: byKnown("due"),
    "han-giam": byKnown("due", -1),
    viec: byText("title"),
    "co-quan": byText("who"),
    nam: byText("year"),
  },
  turned: { han: "han-giam" },
};
