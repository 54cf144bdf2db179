/* The list of directives: filters and sorts the table that the page already holds, and keeps the choice in the address. */
(function () {
  "use strict";

  const form = document.getElementById("loc-van-ban");
  const table = document.getElementById("van-ban");
  if (!form || !table) return;
  const body = table.tBodies[0];
  const count = document.getElementById("so-van-ban");
  const none = document.getElementById("khong-co");
  const NAMES = ["tu", "co-quan", "loai", "nam", "vai-tro", "so-ke-hoach", "xep", "chua-ro"];
  const collator = new Intl.Collator("vi", { numeric: true });
  const field = (name) => form.elements.namedItem(name);

  /* Letters without marks in lower case, as people type on a phone; đ is not a composed letter. */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

  const rows = [...body.rows].map((element, order) => ({
    element,
    order,
    issuer: element.dataset.issuer,
    kind: element.dataset.kind,
    year: element.dataset.year,
    roles: element.dataset.roles.split(" "),
    plans: Number(element.dataset.plans),
    open: "open" in element.dataset,
    name: element.querySelector("a").textContent.trim(),
    plain: element.textContent.normalize("NFC").toLowerCase(),
    folded: fold(element.textContent),
  }));

  /* A word typed with marks must stand with them; one typed without matches any. */
  function hasWords(row, query) {
    const words = query.trim().normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    return words.every((word) => (fold(word) === word ? row.folded : row.plain).includes(word));
  }

  function fits(row) {
    const year = field("nam").value;
    return (!field("co-quan").value || row.issuer === field("co-quan").value)
      && (!field("loai").value || row.kind === field("loai").value)
      && (!year || (year === "khong-ro" ? !row.year : row.year === year))
      && (!field("vai-tro").value || row.roles.includes(field("vai-tro").value))
      && row.plans >= Number(field("so-ke-hoach").value)
      && (!field("chua-ro").checked || row.open)
      && hasWords(row, field("tu").value);
  }

  const byText = (key) => (a, b) => collator.compare(a[key], b[key]) || a.order - b.order;
  /* What has no year comes last either way. */
  const byYear = (sign) => (a, b) => (!a.year - !b.year) || sign * (a.year - b.year) || a.order - b.order;
  const ORDERS = {
    "": (a, b) => a.order - b.order,
    "ke-hoach": (a, b) => a.plans - b.plans || a.order - b.order,
    nam: byYear(1),
    "nam-giam": byYear(-1),
    "van-ban": byText("name"),
    "co-quan": byText("issuer"),
    loai: byText("kind"),
  };
  /* What a second press on a head of a column chooses; the number of plans begins with the most. */
  const TURNED = { nam: "nam-giam", "ke-hoach": "" };

  function show() {
    let shown = 0;
    for (const row of rows) {
      row.element.hidden = !fits(row);
      shown += !row.element.hidden;
    }
    const order = field("xep").value;
    const sorted = [...rows].sort(ORDERS[order] || ORDERS[""]);
    if (sorted.some((row, index) => body.rows[index] !== row.element)) body.append(...sorted.map((row) => row.element));
    count.textContent = shown === rows.length ? shown + " văn bản" : shown + " trên " + rows.length + " văn bản";
    none.hidden = shown > 0;
    markSorted(order);
  }

  function markSorted(order) {
    for (const head of table.tHead.rows[0].cells) {
      const name = head.dataset.sort;
      if (name === undefined) continue;
      if (order === name) head.setAttribute("aria-sort", "ascending");
      else if (TURNED[name] === order) head.setAttribute("aria-sort", "descending");
      else head.removeAttribute("aria-sort");
    }
  }

  function write() {
    const query = new URLSearchParams();
    for (const name of NAMES) {
      const input = field(name);
      if (input.type === "checkbox" ? input.checked : input.value) query.set(name, input.value);
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
      if (input.type === "checkbox") input.checked = query.has(name);
      else {
        input.value = query.get(name) || "";
        if (input.selectedIndex === -1) input.value = "";
      }
    }
  }

  function addSortButtons() {
    for (const head of table.tHead.rows[0].cells) {
      const name = head.dataset.sort;
      if (name === undefined) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        field("xep").value = field("xep").value === name && name in TURNED ? TURNED[name] : name;
        apply();
      });
    }
  }

  const apply = () => { show(); write(); };
  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.type === "search") waiting = setTimeout(apply, 150);
    else apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("popstate", () => { read(); show(); });

  addSortButtons();
  form.hidden = false;
  read();
  show();
})();
