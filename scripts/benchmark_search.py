"""Measure the search over a generated corpus: memory and time of indexing, bytes to the first result, latency.

The plans are made of the sentences of the real ones, recombined, with other places, years and numbers.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from corpus.build import SiteBuild
from corpus.evaluation.browsing import CHROMIUM_FLAGS, PAUSE, at_share, bytes_to_first_result, latencies, served
from corpus.language.folding import fold, slug
from corpus.link import PlanRecord
from corpus.model import Clause, Corpus, Plan
from corpus.schema import Place
from corpus.search.catalogue import Named, bare_number
from corpus.search.shards import part_size
from corpus.search.write_index import FOLDER, write_index

ROOT = Path(__file__).resolve().parent.parent
SYLLABLES = (
    "An",
    "Bình",
    "Châu",
    "Đông",
    "Giang",
    "Hòa",
    "Hưng",
    "Khánh",
    "Lạc",
    "Long",
    "Mỹ",
    "Nam",
    "Ninh",
    "Phú",
    "Phước",
    "Quang",
    "Sơn",
    "Tân",
    "Thạnh",
    "Thịnh",
    "Thủy",
    "Tiên",
    "Trung",
    "Vạn",
    "Việt",
    "Vĩnh",
    "Xuân",
    "Yên",
    "Đại",
    "Lộc",
)
YEARS = range(2026, 2016, -1)
NUMBER = re.compile(r"\b\d{1,4}(?=\s*/(?:QĐ|KH|CT)-UBND)")
BODIES = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế",
    "Trung tâm Phục vụ hành chính công",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Đoàn Thanh niên",
)


@dataclass(frozen=True)
class Generated:
    """A corpus of ``count`` plans that are made when they are asked for, the same each time."""

    real: tuple[PlanRecord, ...]
    corpus: Corpus
    count: int

    @property
    def places(self) -> list[str]:
        names = [f"phường {first} {second}" for first, second in product(SYLLABLES, SYLLABLES)]
        return names[: -(-self.count // len(YEARS))]

    def plans(self) -> Iterator[PlanRecord]:
        phrases = [part for here in self.real for clause in here.plan.walk() for part in clause.text.split(", ")]
        wanted = [(year, place) for year in YEARS for place in self.places][: self.count]
        for number, (year, place) in enumerate(wanted):
            yield self._plan(random.Random(number), year, place, phrases)

    def _plan(self, chance: random.Random, year: int, place: str, phrases: list[str]) -> PlanRecord:
        here = chance.choice(self.real)
        meta, old = here.plan.meta, self.corpus.place[here.plan.meta.place].name

        def say(text: str) -> str:
            parts = [chance.choice(phrases) if chance.random() < 0.2 else part for part in text.split(", ")]
            text = ", ".join(parts).replace(old, place).replace(str(meta.year), str(year))
            return NUMBER.sub(lambda _: str(chance.randrange(1, 6000)), text)

        def change(clause: Clause) -> Clause:
            return replace(clause, text=say(clause.text), marks=(), children=tuple(map(change, clause.children)))

        number = str(chance.randrange(1, 6000))
        changed = meta.model_copy(update={"year": year, "number": number, "place": slug(place), "issued": None})
        plan = Plan(
            f"{slug(place)}/{year}/{number}-{slug(meta.symbol)}",
            "",
            changed,
            tuple(map(change, here.plan.clauses)),
            here.plan.tables,
        )
        return PlanRecord(plan, (), (), here.tasks, here.duties, (), (), ())

    def names(self) -> list[Named]:
        made = []
        for here in self.plans():
            meta = here.plan.meta
            place = self.corpus.place.get(meta.place) or Place(id=meta.place, name=meta.place, tier=meta.level)
            title = f"{meta.form} tuyên truyền cải cách hành chính {place.name} năm {meta.year}"
            made.append(
                Named(
                    "k",
                    here.plan.url,
                    f"{meta.form.capitalize()} số {meta.number}/{meta.symbol}",
                    title,
                    (title,),
                    bare_number(meta.number),
                    meta.symbol,
                    meta.form,
                    "",
                    meta.year,
                    "",
                    meta.level.label,
                    place.name,
                    1,
                )
            )
        for ward, body in product(self.places, BODIES):
            made.append(
                Named(
                    "c",
                    f"co-quan/{slug(ward)}/{slug(body)}/",
                    f"{body} {ward}",
                    ward,
                    (f"{body} {ward}",),
                    "",
                    "",
                    "",
                    "",
                    0,
                    "",
                    "cấp xã",
                    ward,
                    1,
                )
            )
        return made

    def queries(self) -> list[str]:
        """Numbers, names, places and words of sentences, a third of them without marks."""
        chance, asked = random.Random("queries"), []
        for here in random.Random("plans").sample(list(self._some()), 30):
            clause = chance.choice([clause for clause in here.plan.walk() if len(clause.text.split()) > 12])
            words = clause.text.split()
            start = chance.randrange(len(words) - 4)
            asked.append(" ".join(words[start : start + chance.choice((2, 3, 4))]).strip(',.;:“”"()'))
            asked.append(f"kế hoạch {here.plan.meta.number} năm {here.plan.meta.year}")
            asked.append(f"{chance.choice(BODIES)} {chance.choice(self.places)}")
        return [fold(query) if at % 3 == 0 else query for at, query in enumerate(asked)]

    def _some(self) -> Iterator[PlanRecord]:
        every = max(1, self.count // 60)
        return (here for number, here in enumerate(self.plans()) if number % every == 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=10_000, help="plans to generate (default: 10000)")
    parser.add_argument(
        "--site", type=Path, default=ROOT / "site", help="built site whose pages are used (default: site)"
    )
    parser.add_argument("--keep", type=Path, help="folder to keep the generated index in, or to take it from")
    arguments = parser.parse_args()
    if not (arguments.site / FOLDER / "search.js").is_file():
        print(f"no built site in {arguments.site}: run make site first", file=sys.stderr)
        return 1
    generated = generate(arguments.plans)
    with tempfile.TemporaryDirectory() as temporary:
        site = arguments.keep or Path(temporary)
        if not (site / FOLDER).is_dir():
            index(generated, arguments.site, site)
        with sync_playwright() as playwright, served(site) as address:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
            report_bytes(browser, address, generated.queries()[:24])
            report_latency(browser, address, generated.queries())
    return 0


def generate(count: int) -> Generated:
    overview = SiteBuild.prepare(ROOT).overview
    made = Generated(overview.plans, overview.corpus, count)
    tier = overview.plans[0].plan.meta.level
    places = tuple(Place(id=slug(name), name=name, tier=tier) for name in made.places)
    return Generated(overview.plans, replace(overview.corpus, places=overview.corpus.places + places), count)


def index(generated: Generated, built: Path, site: Path) -> None:
    """The built site's pages of the search, with the index of the generated corpus in place of its own."""
    shutil.copytree(built / "assets", site / "assets", ignore=shutil.ignore_patterns("du-lieu"), dirs_exist_ok=True)
    shutil.copytree(built / "tim-kiem", site / "tim-kiem")
    (site / FOLDER / "du-lieu").mkdir()
    shutil.copy(built / FOLDER / "du-lieu" / "viet-tat.js", site / FOLDER / "du-lieu")
    started = time.monotonic()
    files = write_index(
        site / FOLDER, generated.plans(), generated.corpus, generated.names(), part_size(generated.count)
    )
    taken = time.monotonic() - started
    # Pagefind's own process holds one part only; what the system says of it counts the memory it was forked from.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in files) / 1e6
    print(
        f"{generated.count} plans indexed in {taken:.0f} s; peak memory {memory:.0f} MB; {len(files)} files, {size:.0f} MB",
        flush=True,
    )


def report_bytes(browser: Browser, address: str, queries: list[str]) -> None:
    sizes = bytes_to_first_result(browser, address, queries)
    print(
        f"bytes to the first result, uncompressed: median {statistics.median(sizes):.0f} kB, most {sizes[-1]:.0f} kB of {len(sizes)} queries",
        flush=True,
    )


def report_latency(browser: Browser, address: str, queries: list[str]) -> None:
    for way, pause, half in (("typed", PAUSE, queries[::2]), ("pasted", 0, queries[1::2])):
        times, found = latencies(browser, address, half, pause)
        print(
            f"first result, {way}: median {statistics.median(times):.0f} ms, p95 {at_share(times, 0.95):.0f} ms "
            f"after the last key; {found} of {len(times)} queries found something",
            flush=True,
        )


if __name__ == "__main__":
    raise SystemExit(main())
