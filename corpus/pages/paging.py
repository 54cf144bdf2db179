"""Lists that are too long for one page, in sheets: the first at the list's own address, the others below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.addresses import sheet_url

Item = TypeVar("Item")


@dataclass(frozen=True)
class Sheet(Generic[Item]):
    """One page of a list: ``number`` from 1 of ``count``, at ``url``; ``home`` is the address of the first."""

    home: str
    number: int
    count: int
    rows: tuple[Item, ...]

    @property
    def url(self) -> str:
        return sheet_url(self.home, self.number)

    @property
    def urls(self) -> tuple[tuple[int, str], ...]:
        """Number and address of the sheets that a reader may go to from here: the ends and those around it."""
        near = {1, self.count, *range(max(1, self.number - 2), min(self.count, self.number + 2) + 1)}
        return tuple((number, sheet_url(self.home, number)) for number in sorted(near))

    @property
    def suffix(self) -> str:
        """What the title of a page adds from the second sheet on."""
        return f" (trang {self.number})" if self.number > 1 else ""


def cut(
    rows: Iterable[Item], home: str, most: int, weigh: Callable[[Item], int] = lambda row: 1
) -> tuple[Sheet[Item], ...]:
    """``rows`` in sheets that weigh at most ``most`` each; a row that weighs more by itself has a sheet of its own.

    There is always a first sheet, with no rows where there are none.

    >>> [sheet.rows for sheet in cut("abcde", "lich/", 2)]
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    sheets: list[list[Item]] = [[]]
    weight = 0
    for row in rows:
        own = weigh(row)
        if sheets[-1] and weight + own > most:
            sheets.append([])
            weight = 0
        sheets[-1].append(row)
        weight += own
    return tuple(Sheet(home, number, len(sheets), tuple(found)) for number, found in enumerate(sheets, 1))
