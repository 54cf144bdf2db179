"""How records are parted: whole place-years together, newest first, so that each part is indexed by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.export.search.records import Record, merge_repeats, plan_records
from corpus.link import LinkedPlan
from corpus.model import Corpus

# Records in one part. An index of this size costs a reader about 60 kB for a first query, and Pagefind
# about 40 MB while it is made.
PART_SIZE = 1500


def parts(plans: Iterable[LinkedPlan], corpus: Corpus, size: int = PART_SIZE) -> Iterator[tuple[Record, ...]]:
    """The parts of the corpus, each the records that are indexed together, newest first. ``plans`` may be a stream ordered by year (falling) and place.

    Only one part is in memory at a time; a plan is never cut.
    """
    held: list[Record] = []
    for here in plans:
        found = list(plan_records(here, corpus))
        if held and len(held) + len(found) > size:
            yield tuple(merge_repeats(held))
            held = []
        held += found
    if held:
        yield tuple(merge_repeats(held))

