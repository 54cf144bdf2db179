// From what was typed to results in order: names first where they are sure, then clauses, then what is less sure.

import { rerank, searchPart } from "./clauses.js";
import { createNames, SURE } from "./names.js";
import { abbreviationTable, parseQuery } from "./query.js";
import { isOneSlip } from "./words.js";

const SURE_NAMES = 5;
const PARTS_AT_ONCE = 4;

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

  /** @returns {{ query, results, unread, hits, partial, more }}: results are { name } or { hit } with its record read. */
  async function search(typed) {
    const { abbreviations, names } = await ready();
    const query = parseQuery(typed, abbreviations);
    if (!query.words.length && !query.days.length) return { query, results: [], hits: [], more: [] };
    const found = await names.find(query);
    const chosen = await choosePartsFor(query);
    let hits = await searchParts(chosen.slice(0, PARTS_AT_ONCE), query);
    if (await correct(query, hits.missing, found)) hits = await searchParts(chosen.slice(0, PARTS_AT_ONCE), query);
    const ordered = await rerank(hits.hits, query, recordOf);
    const partial = hits.hits.length > 0 && !hits.hits.some((hit) => hit.share > 0.99) && !(found[0]?.strength >= SURE);
    return { query, ...inOrder(found, ordered), hits: hits.hits, partial, more: chosen.slice(PARTS_AT_ONCE) };
  }

  async function searchParts(chosen, query) {
    const found = await Promise.all(chosen.map(async (part) => searchPart(await postings.open(part), query)));
    const hits = found.flatMap((part) => part.hits).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const missing = query.units.filter((unit) => found.length && found.every((part) => part.missing.includes(unit)));
    return { hits, missing };
  }

  /** Give words that stand nowhere the nearest word that does; true where any was given. */
  async function correct(query, missing, found) {
    const slips = missing.filter((unit) => unit.plains.length === 1 && unit.plains[0].length > 3 && !/\d/.test(unit.plains[0]));
    if (!slips.length || found.some(({ strength }) => strength >= SURE)) return false;
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

  return { search, recordOf, warmUp };
}

function inOrder(found, hits) {
  const sure = found.filter(({ strength }) => strength >= SURE).slice(0, SURE_NAMES);
  const rest = found.filter((one) => !sure.includes(one));
  const read = hits.filter((hit) => hit.record);
  const results = [
    ...sure.map(({ name, strength }) => ({ name, strength })),
    ...read.map((hit) => ({ hit })),
    ...rest.map(({ name, strength }) => ({ name, strength })),
  ];
  return { results, unread: hits.filter((hit) => !hit.record) };
}
