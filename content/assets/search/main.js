// Starts the search on a page, as soon as site.js loads it. Built with the other modules into one classic script, search.js.

import { markOnArrival } from "./arrive.js";
import { attachBox } from "./box.js";
import { addScriptTo, createLoader } from "./chunks.js";
import { createEngine } from "./engine.js";
import { createLinks } from "./links.js";
import { attachPage } from "./page.js";
import { createChooser } from "./parts.js";
import { createPostings } from "./postings.js";
import { abbreviationTable } from "./query.js";
import { attachSwitch, createRecent } from "./recent.js";
import { attachWithin } from "./within.js";

const own = document.currentScript.src;
const loader = createLoader(new URL("du-lieu/", own).href);
window.keHoachMo = { nhan: loader.receive };
const links = createLinks(new URL("../../", own), location.protocol === "file:");

let program = null;
async function loadProgram() {
  program ??= addScriptTo(document)(new URL("pagefind.js", own).href);
  await program;
  return window.pagefindClassic;
}

const engine = createEngine(loader, createPostings(loader, loadProgram), createChooser(loader));
const search = (typed, early) => engine.search(typed, early);
search.more = (query, parts) => engine.searchMore(query, parts);
search.warmUp = () => engine.warmUp().catch(() => {});
window.keHoachMo.tim = search;

const recent = createRecent(() => localStorage);
const loadAbbreviations = async () => abbreviationTable(await loader.load("viet-tat"));

function start() {
  for (const field of document.querySelectorAll("form[role=search] input[name=q]")) attachBox(field.form, search, links, recent);
  const page = document.getElementById("trang-tim-kiem");
  if (page) {
    attachPage(page, engine, loader, links, recent);
    attachSwitch(page.querySelector("#nho-loi-tim"), recent);
  }
  const within = document.getElementById("tim-trong-ke-hoach");
  if (within) attachWithin(within, document.querySelector(".plan-text"), loadAbbreviations);
  links.complete(document);
  if (location.search.includes("tu-khoa=")) loadAbbreviations().then((abbreviations) => markOnArrival(document, abbreviations));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
