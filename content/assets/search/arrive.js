// At the end of a link from the search: mark the words asked for in the clause that the address names.

import { markedRanges } from "./excerpt.js";
import { parseQuery } from "./query.js";
import { element } from "./view.js";

const HEADING = /^H[1-6]$/;

export function markOnArrival(page, abbreviations) {
  const asked = new URL(location.href).searchParams.get("tu-khoa");
  const anchor = anchorOf(location.hash);
  const target = anchor && page.getElementById(anchor);
  if (!asked || !target) return;
  const query = parseQuery(asked, abbreviations);
  const block = target.matches("a, span") && !target.textContent.trim() ? target.parentElement : target;
  for (const part of [block, ...paragraphsUnder(block)]) markWords(part, query);
  target.scrollIntoView({ block: "center" });
}

/** The name after # of an address, which people may have cut or typed. */
function anchorOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** A heading's own paragraphs follow it; the next heading, list or table begins something else. */
function paragraphsUnder(block) {
  const found = [];
  if (!HEADING.test(block.tagName)) return found;
  for (let next = block.nextElementSibling; next?.tagName === "P"; next = next.nextElementSibling) found.push(next);
  return found;
}

/** Take all marks out of `block` again. */
export function clearMarks(block) {
  for (const mark of block.querySelectorAll("mark.found")) {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around.normalize();
  }
}

/** Marks run over the text of all inline elements together, so that a phrase with a link in it is found. */
export function markWords(block, query) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const text = nodes.map((node) => node.data).join("");
  let end = text.length;
  const ranges = markedRanges(text, query);
  for (const node of nodes.reverse()) {
    const start = end - node.length;
    for (const [from, to] of [...ranges].reverse()) markPiece(node, Math.max(from, start) - start, Math.min(to, end) - start);
    end = start;
  }
}

function markPiece(node, from, to) {
  if (from >= to || from < 0) return;
  const piece = node.splitText(from);
  piece.splitText(to - from);
  const mark = element("mark", { class: "found" });
  piece.replaceWith(mark);
  mark.append(piece);
}
