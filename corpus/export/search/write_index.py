"""Writes everything the search needs below ``assets/search/`` of a built site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from corpus.export.search.catalogue import abbreviations, catalogue
from corpus.export.search.chunks import bucket, write_chunks
from corpus.export.search.classic_script import classic_script
from corpus.export.search.lookup import lookup_chunks
from corpus.export.search.pagefind_index import PagefindFiles, index_texts
from corpus.export.search.records import BREAK, Occurrence, Record, searched_text
from corpus.export.search.script_bundle import bundle
from corpus.export.search.shards import PART_SIZE, parts
from corpus.export.search.words import accent_code, plain, plain_words, words
from corpus.export.write import write_if_changed
from corpus.link import Linked

FOLDER = "assets/search"
TEXTS_IN_BLOCK = 4
VOCABULARY_SIZE = 4000
_BUILT = ("search", "pagefind")


def write_search(linked: Linked, site: Path, size: int = PART_SIZE) -> None:
    """Index ``linked`` into the built folder ``site``; files of an earlier index that are not in this one go."""
    folder = site / FOLDER / "du-lieu"
    known: Counter[str] = Counter()
    written = write_chunks(folder, lookup_chunks(catalogue(linked)))
    written |= write_chunks(folder, _part_chunks(linked, site, size, known))
    short = [list(row) for row in abbreviations(linked)]
    written |= write_chunks(folder, iter([("tu-vung", _vocabulary(linked, known)), ("viet-tat", short)]))
    for stale in set(folder.rglob("*.js")) - written:
        stale.unlink()
    _write_script(site / FOLDER)


def _write_script(folder: Path) -> None:
    """Put the modules that the site engine copied into one script, in their place."""
    modules = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js") if path.stem not in _BUILT}
    if "main" not in modules:
        return  # built before, and copied no more since
    write_if_changed(folder / "search.js", bundle(modules, "main").encode())
    for name in modules:
        (folder / f"{name}.js").unlink()


def _vocabulary(linked: Linked, known: Counter[str]) -> str:
    """The words a typing slip may be corrected to, most frequent first."""
    for named in catalogue(linked):
        for text in (*named.names, named.name, named.place):
            known.update(plain_words(text))
    ranked = sorted(known, key=lambda word: (-known[word], word))
    return " ".join(ranked[:VOCABULARY_SIZE])


def _part_chunks(linked: Linked, site: Path, size: int, known: Counter[str]) -> Iterator[tuple[str, object]]:
    parted, whereabouts = 0, {}
    for number, part in enumerate(parts(linked.plans, linked.corpus, size)):
        files = index_texts(_indexed(part))
        if number == 0:
            write_if_changed(site / FOLDER / "pagefind.js", classic_script(files.script).encode())
            yield "wasm", files.wasm
        for record in part:
            known.update(plain_words(record.text))
        _note_whereabouts(whereabouts, part, number)
        yield from _chunks_of_part(str(number), part, files)
        parted += 1
    yield from _whereabouts_chunks(whereabouts, parted)


def _indexed(part: tuple[Record, ...]) -> list[str]:
    """The words given to Pagefind for each record: without marks, then the codes of those whose marks matter.

    Pagefind's own handling of marks loses phrases (1.5.2 finds about half of those with a word that occurs
    with different marks), so it never sees any. Marks matter where one plain word stands for several in the part.
    """
    spelled = [words(searched_text(record)) for record in part]
    forms: dict[str, set[str]] = defaultdict(set)
    for word in {word for text in spelled for word in text}:
        forms[plain(word)].add(word)
    texts = []
    for text in spelled:
        codes = sorted({accent_code(word) for word in text if len(forms[plain(word)]) > 1})
        texts.append(" ".join([*map(plain, text), BREAK, *codes]))
    return texts


def _chunks_of_part(name: str, part: tuple[Record, ...], files: PagefindFiles) -> Iterator[tuple[str, object]]:
    order = sorted(range(len(part)), key=lambda number: files.pages[number])
    blocks = [order[start : start + TEXTS_IN_BLOCK] for start in range(0, len(order), TEXTS_IN_BLOCK)]
    for number, block in enumerate(blocks):
        yield f"phan/{name}/van/{number}", {files.pages[at]: _record_object(part[at]) for at in block}
    for chunk_name, data in files.chunks.items():
        yield f"phan/{name}/tu/{chunk_name}", data
    yield f"phan/{name}/loc", _facets([part[at] for at in order], [files.pages[at] for at in order])
    yield f"phan/{name}/dau", {
        "entry": files.entry, "meta": files.meta, "khoi": [files.pages[block[0]] for block in blocks],
    }  # fmt: skip


def _record_object(record: Record) -> dict:
    return {
        "l": record.sort, "x": record.text, **({"h": 1} if record.frame else {}), **({"a": record.about} if record.about else {}),
        "o": [[where.url, where.plan, where.year, where.trail, where.place] for where in record.occurrences],
    }  # fmt: skip


def _facets(records: Iterable[Record], pages: list[str]) -> dict:
    """Facet values of every record, each value once in a table: year, level, issuer and agencies by place."""
    table: dict[str, int] = {}

    def code(value: object) -> int:
        return table.setdefault(str(value), len(table))

    def row(where: Occurrence) -> list:
        return [code(where.year), code(where.level), code(where.issuer), [code(name) for name in where.agencies]]

    rows = [[record.sort, [row(where) for where in record.occurrences]] for record in records]
    return {"id": pages, "o": rows, "bang": list(table)}


def _note_whereabouts(found: dict[str, list[int]], part: tuple[Record, ...], number: int) -> None:
    """Remember in which parts each word and each pair of neighbours stands."""
    here = set()
    for record in part:
        text = plain_words(searched_text(record))
        here.update(text)
        here.update(f"{left} {right}" for left, right in pairwise(text))
    for key in here:
        found.setdefault(key, []).append(number)


def _whereabouts_chunks(found: dict[str, list[int]], parted: int) -> Iterator[tuple[str, object]]:
    """Where the rarer words stand, in buckets; what stands in more than a quarter of the parts is left out."""
    rare = {key: numbers for key, numbers in found.items() if len(numbers) * 4 <= parted}
    count = max(1, sum(len(key) + 4 * len(numbers) for key, numbers in rare.items()) // 2000) if rare else 0
    buckets: dict[int, dict[str, list[int]]] = {number: {} for number in range(count)}
    for key in sorted(rare):
        buckets[bucket(key.split()[0], count)][key] = rare[key]
    for number, held in buckets.items():
        yield f"o-dau/{number}", held
    yield "phan/bang", {"phan": parted, "o": count}
