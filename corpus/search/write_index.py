"""Writes everything the search needs below ``assets/search/`` of a built site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.link import PlanRecord
from corpus.model import Corpus
from corpus.overview.overview import Overview
from corpus.search.catalogue import Named, abbreviations, catalogue
from corpus.search.chunks import write_chunks
from corpus.search.classic_script import classic_script
from corpus.search.lookup import lookup_chunks
from corpus.search.pagefind_index import PagefindFiles
from corpus.search.part_files import index_part, part_chunks
from corpus.search.part_of_word import Whereabouts
from corpus.search.records import SearchRecord
from corpus.search.search_words import plain_words
from corpus.search.shards import part_size, parts
from corpus.written import write_if_changed

FOLDER = "assets/search"
VOCABULARY_SIZE = 4000


Index = Callable[[tuple[SearchRecord, ...]], PagefindFiles]


def write_search(
    overview: Overview, site: Path, pages: frozenset[str] | None = None, index: Index = index_part
) -> None:
    """Index ``overview`` into the built folder ``site``; of ``pages``, addresses of plans, acts and bodies, only those.

    ``index`` makes the index of one part.
    """
    folder = site / FOLDER
    plans = [here for here in overview.plans if pages is None or here.plan.url in pages]
    names = [named for named in catalogue(overview) if pages is None or named.url in pages]
    written = write_chunks(folder / "du-lieu", iter([("viet-tat", [list(row) for row in abbreviations(overview)])]))
    written |= write_index(folder, plans, overview.corpus, names, part_size(len(plans)), index)
    for stale in set((folder / "du-lieu").rglob("*.js")) - written:
        stale.unlink()


def write_index(
    folder: Path, plans: Iterable[PlanRecord], corpus: Corpus, names: list[Named], size: int, index: Index = index_part
) -> set[Path]:
    """Write the lookup of ``names`` and the index of ``plans`` below ``folder``; the files of both.

    ``plans`` may be a stream, newest first: one part of about ``size`` records is in memory at a time.
    """
    known: Counter[str] = Counter()
    for named in names:
        for text in (*named.names, named.name, named.place):
            known.update(plain_words(text))
    written = write_chunks(folder / "du-lieu", lookup_chunks(names))
    written |= write_chunks(folder / "du-lieu", _plan_chunks(folder, plans, corpus, size, known, index))
    return written | write_chunks(folder / "du-lieu", iter([("tu-vung", _vocabulary(known))]))


def _plan_chunks(
    folder: Path, plans: Iterable[PlanRecord], corpus: Corpus, size: int, known: Counter[str], index: Index
) -> Iterator[tuple[str, object]]:
    whereabouts = Whereabouts()
    for number, part in enumerate(parts(plans, corpus, size)):
        files = index(part)
        if number == 0:
            write_if_changed(folder / "pagefind.js", classic_script(files.script).encode())
            yield "wasm", files.wasm
        for record in part:
            known.update(plain_words(record.text))
        whereabouts.add(part)
        yield from part_chunks(str(number), part, files)
    yield from whereabouts.chunks()


def _vocabulary(known: Counter[str]) -> str:
    """The words a typing slip may be corrected to, most frequent first."""
    ranked = sorted(known, key=lambda word: (-known[word], word))
    return " ".join(ranked[:VOCABULARY_SIZE])
