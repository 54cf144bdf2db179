"""Names by key, parted so that a question about a name loads a few small files, however many names there are.

A key is a number (``so:76``), a day (``ngay:2021-07-15``), two neighbouring words of a name (``tu:noi vu``), a
short form (``tat:stttt``) or a short form in a place (``ten:stttt@hai phong``). ``content/assets/search/names.js`` makes the same keys of a query.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from corpus.search.catalogue import Named
from corpus.search.chunks import bucket
from corpus.search.search_words import JOINING_WORDS, plain_words

BLOCK = 2  # names in one file
POSTINGS = 60  # names under one key; beyond these a key says too little to be worth its bytes
BUCKET_BYTES = 1000  # aimed at; a question opens about eight buckets


def keys(named: Named) -> set[str]:
    found = set()
    if named.number:
        found.add(f"so:{named.number}")
    if named.day:
        found.add(f"ngay:{named.day}")
    for text in (*named.names, named.place, named.issuer):
        words = [word for word in plain_words(text) if word not in JOINING_WORDS]
        found.update(f"tu:{left} {right}" for left, right in pairwise(words))
        if len(words) == 1:
            found.add(f"tu:{words[0]}")
    if named.sort == "c":
        for name in named.names:
            shorts = short_forms(name, named.place)
            found.update(f"tat:{short}" for short in shorts)
            found.update(f"ten:{short}@{' '.join(plain_words(named.place)[-2:])}" for short in shorts)
    return found


def short_forms(name: str, place: str) -> set[str]:
    """How a name is abbreviated without its place, and without blanks: ``stttt``, ``sotttt``, ``sonoivu``."""
    words = [word for word in plain_words(name) if word not in JOINING_WORDS]
    where = list(plain_words(place))
    for cut in range(len(where), 0, -1):
        if len(words) > cut and words[-cut:] == where[-cut:]:
            words = words[:-cut]
            break
    forms = {"".join(words)}
    if len(words) > 2:
        forms |= {"".join(word[0] for word in words), words[0] + "".join(word[0] for word in words[1:])}
    return {form for form in forms if len(form) > 1}


def lookup_chunks(names: list[Named]) -> Iterator[tuple[str, object]]:
    """The files of the lookup: names in blocks, keys in buckets. Keys hold positions in the list of names."""
    ordered = sorted(names, key=lambda named: (named.place, named.sort, named.url))
    for start in range(0, len(ordered), BLOCK):
        yield f"ten/{start // BLOCK}", [as_object(named) for named in ordered[start : start + BLOCK]]
    postings = _postings(ordered)
    count = bucket_count(postings)
    buckets: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for key in sorted(postings):
        buckets[bucket(key.split("@")[-1], count)][key] = postings[key]
    for number in range(count):
        yield f"khoa/{number}", buckets[number]
    yield "ten/bang", {"o": count, "khoi": BLOCK}


def _postings(ordered: list[Named]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for position, named in enumerate(ordered):
        for key in keys(named):
            postings[key].append(position)
    heaviest = {position: (-named.weight, -named.year, position) for position, named in enumerate(ordered)}
    return {key: sorted(found, key=heaviest.__getitem__)[:POSTINGS] for key, found in postings.items()}


def bucket_count(postings: dict[str, list[int]]) -> int:
    return max(1, len(json.dumps(postings)) // BUCKET_BYTES)


def as_object(named: Named) -> dict[str, Any]:
    """A name as the browser reads it; empty fields are left out."""
    fields = {
        "l": named.sort,
        "u": named.url,
        "n": named.name,
        "m": named.about,
        "t": list(named.names),
        "s": named.number,
        "k": named.symbol,
        "v": named.kind,
        "d": named.day,
        "y": named.year,
        "c": named.issuer,
        "b": named.level,
        "p": named.place,
        "w": named.weight,
    }
    return {key: value for key, value in fields.items() if value}
