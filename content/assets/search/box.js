// The search box: results while typing, as a combobox with a list (WAI-ARIA Authoring Practices 1.2).

import { element, resultOption, understood } from "./view.js";

const SHOWN = 7;

export function attachBox(form, search, links, recent) {
  const input = form.querySelector("input[name=q]");
  const own = `${input.id}-kq`;
  const list = element("ul", { role: "listbox", id: `${own}-ds`, "aria-label": "Kết quả gợi ý" });
  const note = element("p", { class: "search-note" });
  const forget = element("button", { type: "button", class: "search-forget", hidden: true }, "Xóa các lời tìm này");
  const panel = element("div", { class: "search-panel", hidden: true }, note, list, forget);
  const status = element("p", { class: "search-status", role: "status", "aria-live": "polite" });
  form.append(panel, status);
  prepare(input, list.id);
  let asked = 0;
  let current = -1;

  function close() {
    asked += 1;
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    select(-1);
  }

  function select(at) {
    list.children[current]?.setAttribute("aria-selected", "false");
    current = at;
    const chosen = list.children[at];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", chosen.id);
    return chosen.scrollIntoView({ block: "nearest" });
  }

  async function update() {
    const typed = input.value;
    const mine = (asked += 1);
    select(-1);
    if (!typed.trim()) return offerRecent();
    const early = (found) => mine === asked && present(found, typed);
    const found = await search(typed, early).catch(() => null);
    if (mine !== asked) return;
    if (!found) return show([], "Không tải được dữ liệu tìm kiếm.", typed);
    present(found, typed);
    if (found.results.length >= SHOWN || !found.more.length) return;
    const further = await search.more(found.query, found.more).catch(() => null);
    if (mine === asked && further) present({ ...found, results: [...found.results, ...further.results] }, typed);
  }

  function present(found, typed) {
    const options = found.results.slice(0, SHOWN).map((result, at) => resultOption(result, found.query, links, `${own}-${at}`));
    const none = `Không thấy “${typed.trim()}”. Hãy thử ít chữ hơn, hoặc chỉ số hiệu.`;
    show(options, options.length ? understood(found) : none, typed);
  }

  function show(options, text, typed) {
    if (options.length) options.push(allResults(typed));
    fill(options, text, typed);
    status.textContent = options.length ? `Có ${options.length - 1} gợi ý, dùng phím mũi tên để chọn.` : text;
  }

  function offerRecent() {
    const options = recent.queries().map((query, at) => {
      const link = element("a", { href: links.to("tim-kiem/", { q: query }), tabindex: "-1" }, query);
      return element("li", { role: "option", id: `${own}-${at}`, "aria-selected": "false" }, link);
    });
    if (!options.length) return close();
    fill(options, "Lời tìm gần đây, chỉ nhớ trên trình duyệt này", "");
    forget.hidden = false;
    status.textContent = `Có ${options.length} lời tìm gần đây, dùng phím mũi tên để chọn.`;
  }

  function fill(options, text, typed) {
    note.textContent = text;
    note.hidden = !text;
    forget.hidden = true;
    list.replaceChildren(...options);
    panel.hidden = false;
    panel.dataset.query = typed;
    input.setAttribute("aria-expanded", String(options.length > 0));
    select(current < options.length ? current : -1); // results that come later do not take the choice away
  }

  function allResults(typed) {
    const link = element("a", { href: links.to("tim-kiem/", { q: typed }), tabindex: "-1" }, "Xem tất cả kết quả");
    return element("li", { role: "option", id: `${own}-het`, class: "search-all", "aria-selected": "false" }, link);
  }

  input.addEventListener("input", update);
  function arrive() {
    if (!input.value.trim()) offerRecent();
    return input.value.trim() && panel.dataset.query !== input.value ? update() : search.warmUp();
  }
  input.addEventListener("focus", arrive);
  if (input === document.activeElement) arrive(); // the program was loaded because of it
  forget.addEventListener("click", () => {
    recent.clear();
    input.focus();
    close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      if (!panel.hidden) event.preventDefault();
      return close();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) return void update();
      const last = list.children.length - 1;
      const next = event.key === "ArrowDown" ? (current >= last ? -1 : current + 1) : current < 0 ? last : current - 1;
      return select(next);
    }
    if (event.key === "Enter" && current >= 0 && !panel.hidden) {
      event.preventDefault();
      list.children[current].querySelector("a").click();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) location.href = links.to("tim-kiem/", { q: input.value });
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  panel.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    recent.add(input.value);
    if (!event.target.closest("a")) event.target.closest("li")?.querySelector("a").click();
  });
}

function prepare(input, list) {
  const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": list, "aria-autocomplete": "list", autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
}
