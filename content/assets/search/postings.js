// Which records hold a word or a phrase: one Pagefind index per part of the corpus, answered from chunks.

import { bytesOf } from "./chunks.js";

export function createPostings(loader, loadProgram) {
  const parts = new Map();

  function open(part) {
    if (!parts.has(part)) {
      const opening = openPart(part);
      opening.catch(() => parts.delete(part));
      parts.set(part, opening);
    }
    return parts.get(part);
  }

  async function openPart(part) {
    const [program, head] = await Promise.all([loadProgram(), loader.load(`phan/${part}/dau`), loader.load("wasm")]);
    const index = program.open(answerFrom(loader, part, head)).createInstance({ basePath: "/", noWorker: true });
    await index.init();
    const size = Object.values(head.entry.languages)[0].page_count;
    return { part, size, ...questions(index), textBlock: (id) => blockOf(head.khoi, id) };
  }

  return { open };
}

/** Stands in for fetch: Pagefind asks for its files by address, the chunks hold them. */
function answerFrom(loader, part, head) {
  return async (address) => {
    const name = String(address).replace(/\?.*$/, "").split("/").pop();
    if (name.endsWith(".json")) return { ok: true, json: async () => structuredClone(head.entry) };
    let data = head.meta;
    if (name.startsWith("wasm.")) data = await loader.load("wasm");
    if (name.endsWith(".pf_index")) data = await loader.load(`phan/${part}/tu/${name.replace(".pf_index", "")}`);
    return { ok: true, arrayBuffer: async () => bytesOf(data).buffer };
  };
}

/** Texts lie in blocks in the order of their ids; `firsts` holds the first id of each block. */
function blockOf(firsts, id) {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (firsts[middle] <= id) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * find(words) → Set of the ids of records where the plain words stand in a row.
 * begin(word) → those that hold a word with this beginning.
 * rank(words) → Map of record id to Pagefind's own score for all the words, from 0 to 1.
 */
function questions(index) {
  const known = new Map();

  function ask(text, read) {
    if (!known.has(text)) known.set(text, index.search(text).then((found) => read(found.results)));
    return known.get(text);
  }

  const ids = (results) => new Set(results.map((result) => result.id));
  const scores = (results) => new Map(results.map((result) => [result.id, result.score / (results[0].score || 1)]));

  return {
    find: (words) => ask(`"${words.join(" ")}"`, ids),
    begin: (word) => ask(word, ids),
    rank: (words) => ask(` ${words.join(" ")}`, scores),
  };
}
