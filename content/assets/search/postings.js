// Which records hold a word or a phrase: one Pagefind index per part of the corpus, answered from chunks.

import { bytesOf } from "./chunks.js";

const LANGUAGE = "vi";

export function createPostings(loader, loadProgram) {
  const parts = new Map();
  let started = null;

  function open(part) {
    if (!parts.has(part)) {
      const opening = openPart(part);
      opening.catch(() => parts.delete(part));
      parts.set(part, opening);
    }
    return parts.get(part);
  }

  async function openPart(part) {
    const head = await loader.load(`phan/${part}/dau`);
    const { Index, first } = await start(part);
    const index = first.part === part ? first.index : new Index({ basePath: `/${part}/`, primary: false });
    if (first.part !== part) await index.init(LANGUAGE, { load_wasm: false });
    const size = Object.values(head.entry.languages)[0].page_count;
    return { part, size, ...questions(index), textBlock: (id) => blockOf(head.khoi, id) };
  }

  /** Pagefind's program, loaded once with the first part; the indexes of all parts share it. */
  function start(part) {
    started ??= startWith(part);
    started.catch(() => (started = null));
    return started;
  }

  async function startWith(part) {
    const program = await loadProgram();
    const { PagefindInstance: Index } = program.open((address) => answer(loader, address));
    const index = new Index({ basePath: `/${part}/`, primary: true });
    await index.init(LANGUAGE, { load_wasm: true });
    return { Index, first: { part, index } };
  }

  return { open };
}

/** Stands in for fetch: Pagefind asks for its files by address, below the number of the part; the chunks hold them. */
async function answer(loader, address) {
  const [, part, ...path] = String(address).replace(/\?.*$/, "").split("/");
  const name = path.at(-1);
  if (name.startsWith("wasm.")) return file(await loader.load("wasm"));
  if (name.endsWith(".pf_index")) return file(await loader.load(`phan/${part}/tu/${name.replace(".pf_index", "")}`));
  const head = await loader.load(`phan/${part}/dau`);
  if (name.endsWith(".json")) return { ok: true, json: async () => structuredClone(head.entry) };
  return file(head.meta);
}

function file(data) {
  return { ok: true, arrayBuffer: async () => bytesOf(data).buffer };
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

const idsOf = (results) => new Set(results.map((result) => result.id));
const scoresOf = (results) => new Map(results.map((result) => [result.id, result.score / (results[0].score || 1)]));

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

  return {
    find: (words) => ask(`"${words.join(" ")}"`, idsOf),
    begin: (word) => ask(word, idsOf),
    rank: (words) => ask(` ${words.join(" ")}`, scoresOf),
  };
}
