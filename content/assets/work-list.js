/* The list of all work: filters and sorts the table that the page already holds, and keeps the choice in the address. */
(function () {
  "use strict";

  const form = document.getElementById("loc");
  const table = document.getElementById("viec");
  if (!form || !table) return;
  const body = table.tBodies[0];
  const count = document.getElementById("so-viec");
  const none = document.getElementById("khong-co");
  const NAMES = ["tu", "co-quan", "vai-tro", "nam", "thang", "cap", "xep", "nhom"];
  const PARTS = ["leads", "coordinates", "duty", "reports"];
  const collator = new Intl.Collator("vi");

  /* Letters without marks in lower case, as people type on a phone; đ is not a composed letter. */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const words = (text) => (text ? text.split(" ") : []);

  const rows = [...body.rows].map((element, order) => ({
    element,
    order,
    plan: element.dataset.plan,
    year: element.dataset.year,
    level: element.dataset.level,
    due: element.dataset.due,
    months: words(element.dataset.months),
    bodies: Object.fromEntries(PARTS.map((part) => [part, words(element.dataset[part])])),
    title: element.cells[1].textContent.trim(),
    who: element.cells[2].textContent.replace(/^[^:]*:/, "").trim(),
    plain: element.textContent.normalize("NFC").toLowerCase(),
    folded: fold(element.textContent),
  }));

  const field = (name) => form.elements.namedItem(name);

  /* A word typed with marks must stand with them; one typed without matches any. */
  function hasWords(row, query) {
    return words(query.trim().normalize("NFC").toLowerCase()).every((word) =>
      fold(word) === word ? row.folded.includes(word) : row.plain.includes(word));
  }

  function hasBody(row, id, parts, groups) {
    return parts.some((part) => row.bodies[part].some((found) => found === id || groups.has(row.plan + "@" + found)));
  }

  function chosen() {
    const option = field("co-quan").selectedOptions[0];
    return {
      query: field("tu").value,
      body: field("co-quan").value,
      groups: new Set(field("nhom").checked && option ? words(option.dataset.groups) : []),
      parts: field("vai-tro").value ? [field("vai-tro").value] : PARTS,
      role: field("vai-tro").value,
      year: field("nam").value,
      month: field("thang").value,
      level: field("cap").value,
      order: field("xep").value,
    };
  }

  function fits(row, by) {
    return (!by.year || row.year === by.year)
      && (!by.level || row.level === by.level)
      && (!by.month || row.months.includes(by.month))
      && (by.body ? hasBody(row, by.body, by.parts, by.groups) : !by.role || row.bodies[by.role].length > 0)
      && hasWords(row, by.query);
  }

  const byText = (key) => (a, b) => collator.compare(a[key], b[key]) || a.order - b.order;
  /* What has no date comes last either way. */
  const byDue = (sign) => (a, b) => (!a.due - !b.due) || sign * collator.compare(a.due, b.due) || a.order - b.order;
  const ORDERS = {
    "": (a, b) => a.order - b.order,
    han: byDue(1),
    "han-giam": byDue(-1),
    viec: byText("title"),
    "co-quan": byText("who"),
    nam: byText("year"),
  };

  function show() {
    const by = chosen();
    let shown = 0;
    for (const row of rows) {
      row.element.hidden = !fits(row, by);
      shown += !row.element.hidden;
    }
    const sorted = [...rows].sort(ORDERS[by.order] || ORDERS[""]);
    if (sorted.some((row, index) => body.rows[index] !== row.element)) body.append(...sorted.map((row) => row.element));
    count.textContent = shown === rows.length ? shown + " việc" : shown + " trên " + rows.length + " việc";
    none.hidden = shown > 0;
    markSorted(by.order);
  }

  function markSorted(order) {
    for (const head of table.tHead.rows[0].cells) {
      const name = head.dataset.sort;
      const state = order === name ? "ascending" : order === name + "-giam" ? "descending" : null;
      if (state) head.setAttribute("aria-sort", state);
      else head.removeAttribute("aria-sort");
    }
  }

  function write() {
    const query = new URLSearchParams();
    for (const name of NAMES) {
      const input = field(name);
      if (input.type === "checkbox") {
        if (!input.checked) query.set(name, "0");
      } else if (input.value) query.set(name, input.value);
    }
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) {
      /* A page opened from a disk may not change its address; filtering works all the same. */
    }
  }

  function read() {
    const query = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const input = field(name);
      if (input.type === "checkbox") input.checked = query.get(name) !== "0";
      else {
        input.value = query.get(name) || "";
        if (input.value !== (query.get(name) || "")) input.value = "";
      }
    }
  }

  function addSortButtons() {
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const name = head.dataset.sort;
        const turned = name + "-giam";
        field("xep").value = field("xep").value === name && ORDERS[turned] ? turned : name;
        show();
        write();
      });
    }
  }

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { show(); write(); }, event.target.type === "search" ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); write(); }));
  addEventListener("popstate", () => { read(); show(); });

  addSortButtons();
  form.hidden = false;
  read();
  show();
})();
