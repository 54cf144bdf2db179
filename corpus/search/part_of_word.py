"""In which parts the rarer words stand, so that a search of many parts begins with those that can answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from corpus.search.chunks import bucket
from corpus.search.records import SearchRecord, searched_text
from corpus.search.search_words import plain_words

BUCKET_BYTES = 1000  # aimed at; a query opens a few
NAMED = 30  # parts named for one key, the newest; who looks for more looks for something common
RARE = 4  # a word or pair in more than one part of this many says nothing


class Whereabouts:
    """Collects, part by part, where each word and each pair of neighbours stands."""

    def __init__(self) -> None:
        self._named: dict[str, list[int]] = defaultdict(list)
        self._count: Counter[str] = Counter()
        self._parts = 0

    def add(self, part: tuple[SearchRecord, ...]) -> None:
        here: set[str] = set()
        for record in part:
            text = plain_words(searched_text(record))
            here.update(text)
            here.update(f"{left} {right}" for left, right in pairwise(text))
        self._count.update(here)
        for key in here:
            if self._count[key] <= NAMED:
                self._named[key].append(self._parts)
        self._parts += 1

    def chunks(self) -> Iterator[tuple[str, object]]:
        """The buckets and the table that says how many parts and buckets there are."""
        rare = {key: numbers for key, numbers in self._named.items() if self._count[key] * RARE <= self._parts}
        count = 1 + sum(len(key) + 4 * len(numbers) for key, numbers in rare.items()) // BUCKET_BYTES if rare else 0
        buckets: dict[int, dict[str, list[int]]] = {number: {} for number in range(count)}
        for key in sorted(rare):
            buckets[bucket(key, count)][key] = rare[key]
        for number, held in buckets.items():
            yield f"o-dau/{number}", held
        yield "phan/bang", {"phan": self._parts, "o": count}
