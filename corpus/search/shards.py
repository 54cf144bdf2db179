"""How records are parted: whole place-years together, newest first, so that each part is indexed by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.link import PlanRecord
from corpus.model import Corpus
from corpus.search.records import SearchRecord, merge_repeats, plan_records

# Records in one part: a small corpus is one part, searched whole. In a large one a part is small, because a
# reader who asks a first question loads most of the index of one part (about 0.3 kB for each record).
_WHOLE, _SMALL, _FEW_PLANS = 1500, 240, 40


def part_size(plans: int) -> int:
    """Records in one part of a corpus of this many plans."""
    return _WHOLE if plans <= _FEW_PLANS else _SMALL


def parts(plans: Iterable[PlanRecord], corpus: Corpus, size: int) -> Iterator[tuple[SearchRecord, ...]]:
    """The parts of the corpus, each the records that are indexed together, in the order of ``plans``.

    ``plans`` may be a stream, by year (newest first) and place. Only one part is in memory at a time; a plan
    is never cut.
    """
    held: list[SearchRecord] = []
    for here in plans:
        found = list(plan_records(here, corpus))
        if held and len(held) + len(found) > size:
            yield tuple(merge_repeats(held))
            held = []
        held += found
    if held:
        yield tuple(merge_repeats(held))
