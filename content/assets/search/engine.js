// From what was typed to results in order: names first where they are sure, then clauses, then what is less sure.

import { rerank, searchPart } from "./clauses.js";
import { createNames } from "./names.js";
import { abbreviationTable, parseQuery } from "./query.js";
import { RANKING } from "./ranking.js";
import { isOneSlip } from "./words.js";

const FEW_PARTS = 3; // so few are searched together; of more, one after the other as the reader asks for more

export function createEngine(loader, postings, choosePartsFor) {
  let tables = null;

  async function ready() {
    tables ??= loadTables();
    return tables;
  }

  async function loadTables() {
    const held = await loader.load("viet-tat");
    const abbreviations = abbreviationTable(held);
    return { abbreviations, names: createNames(loader, abbreviations) };
  }

  /**
   * @returns {{ query, results, unread, hits, partial, dropped, more }}: results are { name } or { hit } with its
   * record read, unread are further hits, dropped are units that no text holds, more are the parts not searched.
   * `early` is told of sure names at once.
   */
  async function search(typed, early = () => {}) {
    const { abbreviations, names } = await ready();
    const query = parseQuery(typed, abbreviations);
    if (!query.words.length && !query.days.length) return { query, results: [], unread: [], hits: [], partial: false, dropped: [], more: [] };
    const finding = names.find(query);
    finding.then((found) => found[0]?.strength >= RANKING.sure && early({ query, results: inOrder(found, []).results.slice(0, RANKING.sureNames) }), () => {});
    const [found, chosen] = await Promise.all([finding, choosePartsFor(query)]);
    const first = chosen.slice(0, chosen.length > FEW_PARTS ? 1 : FEW_PARTS);
    const asTyped = await searchParts(first, query);
    const corrected = await correct(query, asTyped.missing, found);
    const { hits, missing } = corrected ? await searchParts(first, query) : asTyped;
    const sure = found.some(({ strength }) => strength >= RANKING.sure);
    const partial = !sure && hits.length > 0 && !hits.some((hit) => hit.share > 0.99);
    const dropped = sure || !(hits.length || found.length) ? [] : missing;
    return { query, ...inOrder(found, await rerank(hits, query, recordOf)), hits, partial, dropped, more: chosen.slice(first.length) };
  }

  /** What further parts hold, to be put after what was found before. */
  async function searchMore(query, parts) {
    const { hits } = await searchParts(parts.slice(0, FEW_PARTS), query);
    return { ...inOrder([], await rerank(hits, query, recordOf)), hits, more: parts.slice(FEW_PARTS) };
  }

  async function searchParts(chosen, query) {
    const found = await Promise.all(chosen.map(async (part) => searchPart(await postings.open(part), query, recordOf)));
    const hits = found.flatMap((part) => part.hits).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const missing = query.units.filter((unit) => found.length && found.every((part) => part.missing.includes(unit)));
    return { hits, missing };
  }

  /** Give words that stand nowhere the nearest word that does; true where any was given. */
  async function correct(query, missing, found) {
    const slips = missing.filter((unit) => unit.plains.length === 1 && isWord(unit.plains[0]));
    if (!slips.length || found.some(({ strength }) => strength >= RANKING.sure)) return false;
    const known = (await loader.load("tu-vung")).split(" ");
    for (const unit of slips) {
      const near = known.find((word) => isOneSlip(word, unit.plains[0]));
      if (near) unit.corrected = [near];
    }
    return slips.some((unit) => unit.corrected);
  }

  async function recordOf(hit) {
    const block = await loader.load(`phan/${hit.part.part}/van/${hit.part.textBlock(hit.id)}`);
    return block[hit.id];
  }

  /** Load what every query needs, before the first is typed. */
  async function warmUp() {
    await Promise.all([ready(), loader.load("ten/bang"), choosePartsFor({ units: [] }).then(([first]) => postings.open(first))]);
  }

  return { search, searchMore, recordOf, warmUp };
}

/** Long enough to be a slip of another word, and no number, Roman ones included. */
function isWord(plain) {
  return plain.length > 3 && !/\d/.test(plain) && !/^[ivxlcdm]+$/.test(plain);
}

function inOrder(found, hits) {
  const sure = found.filter(({ strength }) => strength >= RANKING.sure).slice(0, RANKING.sureNames);
  const rest = found.filter((one) => !sure.includes(one));
  const read = hits.filter((hit) => hit.record);
  const results = [
    ...sure.map(({ name, strength }) => ({ name, strength })),
    ...read.map((hit) => ({ hit })),
    ...rest.map(({ name, strength }) => ({ name, strength })),
  ];
  return { results, unread: hits.filter((hit) => !hit.record) };
}
