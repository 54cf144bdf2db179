// The page of results, /tim-kiem/?q=...: everything found, best first, with facets and more on demand.

import { countValues, facetForm, FACETS, facetValues, fits } from "./facets.js";
import { element, resultItem, understood } from "./view.js";

const PAGE = 20;

export function attachPage(page, engine, loader, links) {
  const input = page.querySelector("input[name=q]");
  const status = page.querySelector("#tim-duoc");
  const facets = page.querySelector("#bo-loc");
  const list = page.querySelector("#ket-qua");
  const more = page.querySelector("#xem-them");
  const address = new URL(location.href);
  let chosen = Object.fromEntries(FACETS.map(([facet]) => [facet, address.searchParams.get(facet) ?? ""]));
  input.value = address.searchParams.get("q") ?? "";
  let goFurther = () => {};
  more.addEventListener("click", () => goFurther());
  if (input.value.trim()) run(input.value);

  async function run(typed) {
    document.title = `${typed} – Tìm kiếm`;
    status.textContent = "Đang tìm…";
    try {
      await show(await engine.search(typed), typed);
    } catch {
      status.textContent = "Không tải được dữ liệu tìm kiếm. Hãy tải lại trang.";
    }
    page.dataset.done = typed;
  }

  async function show(found, typed) {
    const values = await facetValues(loader, partsOf(found));
    const all = [...found.results, ...found.unread.map((hit) => ({ hit }))];
    const valuesOf = (result) => (result.name ? values.ofName(result.name) : values.ofHit(result.hit));
    const draw = async () => {
      const counts = countValues(all.map(valuesOf), chosen);
      facets.replaceChildren(facetForm(counts, chosen, (next) => ((chosen = next), draw())));
      const left = all.filter((result) => valuesOf(result).some((place) => fits(place, chosen)));
      status.replaceChildren(...summary(found, left.length, typed));
      list.replaceChildren();
      await append(left, found, typed, values);
    };
    await draw();
    if (!all.length) suggest(found);
  }

  async function append(results, found, typed, values) {
    const next = results.slice(0, PAGE);
    await Promise.all(next.map(async (result) => result.hit && (result.hit.record ??= await engine.recordOf(result.hit))));
    for (const result of next) {
      const where = result.hit ? values.placeOf(result.hit, chosen) : 0;
      list.append(resultItem(result, found.query, links, where));
    }
    const rest = results.slice(PAGE);
    more.hidden = rest.length === 0 && found.more.length === 0;
    goFurther = () => (rest.length ? append(rest, found, typed, values) : goOn(found, typed));
  }

  /** Search the next parts and put what they hold behind what is there. */
  async function goOn(found, typed) {
    const further = await engine.searchMore(found.query, found.more);
    const hits = [...found.hits, ...further.hits];
    await show({ ...found, hits, unread: [...found.unread, ...further.results.map(({ hit }) => hit), ...further.unread], more: further.more }, typed);
  }

  function suggest(found) {
    const shorter = found.query.words.slice(0, -1).map((word) => word.word).join(" ");
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
  if (found.partial) lines.push(element("p", {}, "Không câu nào có đủ các chữ này; dưới đây là những câu có nhiều chữ nhất."));
  if (found.more.length) lines.push(element("p", {}, `Đã tìm ở phần dữ liệu hợp nhất với câu hỏi; còn ${found.more.length} phần chưa tìm. Bấm “Xem thêm kết quả” để tìm tiếp.`));
  return lines;
}
