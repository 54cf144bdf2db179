// The page of results, /tim-kiem/?q=...: everything found, best first, with facets and more on demand.

import { countValues, facetForm, FACETS, facetValues, fits } from "./facets.js";
import { element, resultItem, understood } from "./view.js";

const PAGE = 20;
const SHOWN = "hien"; // of the address: how many results are shown

export function attachPage(page, engine, loader, links, recent) {
  const input = page.querySelector("input[name=q]");
  const status = page.querySelector("#tim-duoc");
  const facets = page.querySelector("#bo-loc");
  const list = page.querySelector("#ket-qua");
  const more = page.querySelector("#xem-them");
  const address = new URL(location.href);
  let chosen = Object.fromEntries(FACETS.map(([facet]) => [facet, address.searchParams.get(facet) ?? ""]));
  let shown = Math.max(PAGE, Number(address.searchParams.get(SHOWN)) || PAGE);
  let goFurther = () => {};
  more.addEventListener("click", () => goFurther());
  input.value = address.searchParams.get("q") ?? "";
  if (input.value.trim()) run(input.value);

  async function run(typed) {
    document.title = `${typed} – Tìm kiếm`;
    recent.add(typed);
    status.textContent = "Đang tìm…";
    try {
      const first = await engine.search(typed);
      const found = shown > PAGE ? await asWideAsBefore(first) : first;
      await show(found, typed);
      if (!found.results.length) suggest(found);
    } catch {
      status.textContent = "Không tải được dữ liệu tìm kiếm. Hãy tải lại trang.";
    }
    page.dataset.done = typed;
  }

  async function show(found, typed) {
    const values = await facetValues(loader, partsOf(found));
    const all = [...found.results, ...found.unread.map((hit) => ({ hit }))];
    const valuesOf = (result) => (result.name ? values.ofName(result.name) : values.ofHit(result.hit));
    const left = all.filter((result) => valuesOf(result).some((place) => fits(place, chosen)));
    const next = left.slice(0, shown);
    await Promise.all(next.map(async (result) => result.hit && (result.hit.record ??= await engine.recordOf(result.hit))));
    showFacets(countValues(all.map(valuesOf), chosen), found, typed);
    status.replaceChildren(...summary(found, left.length, typed));
    list.replaceChildren(...next.map((result) => resultItem(result, found.query, links, result.hit ? values.placeOf(result.hit, chosen) : 0)));
    more.hidden = left.length <= shown && found.more.length === 0;
    goFurther = async () => showFurther(left.length > shown ? found : await widened(found), typed);
  }

  /** The form drawn anew, with the focus where it was. */
  function showFacets(counts, found, typed) {
    const focused = facets.contains(document.activeElement) ? document.activeElement.name : "";
    const form = facetForm(counts, chosen, async (next) => {
      chosen = next;
      shown = PAGE;
      writeAddress();
      await show(found, typed);
    });
    facets.replaceChildren(form);
    if (focused) form.elements.namedItem(focused)?.focus();
  }

  async function showFurther(found, typed) {
    const before = list.children.length;
    shown += PAGE;
    writeAddress();
    await show(found, typed);
    if (more.hidden) list.children[before]?.querySelector("a").focus(); // the button that had the focus is gone
  }

  /** As many parts as an address asks for that shows more than a page of results. */
  async function asWideAsBefore(found) {
    const enough = found.results.length + found.unread.length >= shown;
    return enough || !found.more.length ? found : asWideAsBefore(await widened(found));
  }

  /** With what the next parts hold behind what is there. */
  async function widened(found) {
    if (!found.more.length) return found;
    const further = await engine.searchMore(found.query, found.more);
    const hits = [...found.hits, ...further.hits];
    return { ...found, hits, unread: [...found.unread, ...further.results.map(({ hit }) => hit), ...further.unread], more: further.more };
  }

  /** What is chosen and how much is shown stand in the address, so that going back finds them again. */
  function writeAddress() {
    const now = new URL(location.href);
    const wanted = { ...chosen, [SHOWN]: shown > PAGE ? String(shown) : "" };
    for (const [name, value] of Object.entries(wanted)) {
      if (value) now.searchParams.set(name, value);
      else now.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", now);
    } catch {
      // A page opened from a disk may not change its address; all else works.
    }
  }

  function suggest(found) {
    const shorter = found.query.words.slice(0, -1).map((word) => word.printed).join(" ");
    const items = [["Bỏ bớt chữ, hoặc chỉ gõ số hiệu, ví dụ: 76/NQ-CP"], ["Xem danh sách văn bản", "van-ban/"], ["Xem danh sách cơ quan", "co-quan/"]];
    if (shorter) items.unshift([`Tìm “${shorter}”`, "tim-kiem/", { q: shorter }]);
    const made = items.map(([text, url, parameters]) => {
      return element("li", {}, url ? element("a", { href: links.to(url, parameters) }, text) : text);
    });
    status.append(element("ul", { class: "search-suggestions" }, ...made));
  }
}

function partsOf(found) {
  return new Set(found.hits.map((hit) => hit.part.part));
}

function summary(found, count, typed) {
  const text = understood(found);
  const counted = count ? `Có ${count} kết quả cho “${typed.trim()}”.` : `Không có kết quả nào cho “${typed.trim()}”.`;
  const lines = [element("p", {}, counted)];
  if (text) lines.unshift(element("p", { class: "search-understood" }, text));
  if (found.partial && !found.dropped.length) lines.push(element("p", {}, "Không câu nào có đủ các chữ này; dưới đây là những câu có nhiều chữ nhất."));
  if (found.more.length) lines.push(element("p", {}, `Đã tìm ở phần dữ liệu hợp nhất với câu hỏi; còn ${found.more.length} phần chưa tìm. Bấm “Xem thêm kết quả” để tìm tiếp.`));
  return lines;
}
