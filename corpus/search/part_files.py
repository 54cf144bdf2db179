"""The files of one part: its index, its texts in small blocks, and what its facets say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.language.folding import plain
from corpus.search.pagefind_index import PagefindFiles, index_texts
from corpus.search.records import BREAK, Occurrence, SearchRecord, searched_text
from corpus.search.search_words import accent_code, words

TEXTS_IN_BLOCK = 8  # with 2, three times as many files, and a first result costs 2 % fewer bytes


def indexed_texts(part: tuple[SearchRecord, ...]) -> list[str]:
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


def index_part(part: tuple[SearchRecord, ...]) -> PagefindFiles:
    """The index of ``part``."""
    return index_texts(indexed_texts(part))


def part_chunks(name: str, part: tuple[SearchRecord, ...], files: PagefindFiles) -> Iterator[tuple[str, object]]:
    order = sorted(range(len(part)), key=lambda number: files.pages[number])
    blocks = [order[start : start + TEXTS_IN_BLOCK] for start in range(0, len(order), TEXTS_IN_BLOCK)]
    for number, block in enumerate(blocks):
        yield f"phan/{name}/van/{number}", {files.pages[at]: _record_object(part[at]) for at in block}
    for chunk_name, data in files.chunks.items():
        yield f"phan/{name}/tu/{chunk_name}", data
    yield f"phan/{name}/loc", _facets([part[at] for at in order], [files.pages[at] for at in order])
    yield (
        f"phan/{name}/dau",
        {
            "entry": files.entry,
            "meta": files.meta,
            "khoi": [files.pages[block[0]] for block in blocks],
        },
    )


def _record_object(record: SearchRecord) -> dict[str, Any]:
    return {
        "l": record.sort,
        "x": record.text,
        **({"h": 1} if record.frame else {}),
        **({"a": record.about} if record.about else {}),
        "o": [[where.url, where.plan, where.year, where.trail, where.place] for where in record.occurrences],
    }


def _facets(records: Iterable[SearchRecord], pages: list[str]) -> dict[str, Any]:
    """Facet values of every record, each value once in a table: year, level, issuer and agencies by place."""
    table: dict[str, int] = {}

    def code(value: object) -> int:
        return table.setdefault(str(value), len(table))

    def row(where: Occurrence) -> list[int | list[int]]:
        return [code(where.year), code(where.level), code(where.issuer), [code(name) for name in where.agencies]]

    rows = [[record.sort, [row(where) for where in record.occurrences]] for record in records]
    return {"id": pages, "o": rows, "bang": list(table)}
