"""One build of the site, for any engine: prepare the model, give the pages, finish the built folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from corpus.addresses import source_url
from corpus.browser_scripts import write_scripts
from corpus.check.checked import Checked
from corpus.check.examine import examine
from corpus.check.seen import Seen
from corpus.data.agency_files import work_file_writers
from corpus.data.akoma_ntoso import write_akoma_ntoso
from corpus.data.cards import write_cards
from corpus.data.directive_feeds import write_directive_feeds
from corpus.data.kept_files import file_addresses, keep_moved_files
from corpus.data.llms import FILE as LLMS
from corpus.data.llms import llms_txt
from corpus.data.markdown_pages import write_markdown
from corpus.data.publication import Publication
from corpus.data.write import write_data
from corpus.manifest import Manifest, PlanProof, hash_inputs, write_manifest
from corpus.model import Plan
from corpus.overview.figures import FIGURES_FILE, read_figures
from corpus.overview.overview import Overview
from corpus.pages.embedded import pieces, write_pieces
from corpus.pages.page import Page
from corpus.pages.render import render_pages
from corpus.parallel import in_parallel
from corpus.problem import CorpusError, Problem
from corpus.prove.prove import Fidelity
from corpus.read.corpus_files import CorpusFiles
from corpus.read.history import read_history
from corpus.read.received import public_name
from corpus.record_store import Records
from corpus.release import read_release, shaping_versions
from corpus.search.write_index import write_search


@dataclass(frozen=True)
class SiteBuild:
    """A corpus that holds, overview, with the warnings that do not stop the build."""

    root: Path
    overview: Overview
    checked: Checked
    warnings: tuple[Problem, ...]

    @classmethod
    def prepare(cls, root: Path, before: SiteBuild | None = None, records: Records | None = None) -> SiteBuild:
        """Read, link and check the corpus under ``root``. Raises CorpusError with every error of every file.

        What ``before``, an earlier build, has proved and linked of unchanged plans is used again, and so is what
        ``records`` hold; these are written anew.
        """
        found = examine(root, before.proved if before else None, before.overview if before else None, records)
        if found.seen is None:
            raise CorpusError(found.errors)
        warnings = list(found.problems)
        if read_figures(root) is None:
            must = "phải có kết quả đo để công bố trên trang Độ đầy đủ (python scripts/measure_citations.py)"
            warnings.append(Problem(str(FIGURES_FILE), 1, must, severity="warning"))
        return cls(root, *found.seen, tuple(sorted(warnings)))

    @property
    def proved(self) -> dict[str, tuple[Plan, Fidelity]]:
        """Each plan with its proof, by the plan's id."""
        return {plan: (self.overview.corpus.plan[plan], proof) for plan, proof in self.overview.proofs.items()}

    def pages(self, address: str | None = None, base: str | None = None) -> Iterator[Page]:
        """Every page of the site, to be published at ``address``, or under the path ``base``, as far as they are known."""
        facts = self.facts.model_copy(update={"address": address})
        return render_pages(Seen(self.overview, self.checked), read_figures(self.root), facts, address or base)

    def addresses(self) -> frozenset[str]:
        """Addresses of all pages but redirects, made from the corpus or written by hand, of all pieces, and of files."""
        made = Counter(page.url for page in self.pages()) - Counter(old for old, _ in self.overview.corpus.moved_pages)
        content = self.root / "content"
        written = (path.relative_to(content).with_suffix("").as_posix() for path in content.rglob("*.md"))
        by_hand = {f"{name}/".removesuffix("index/") for name in written}
        embedded = (piece.url for piece in pieces(self.overview, self.facts))
        received = (name for name, _ in self.received_files())
        return frozenset({*made, *by_hand, *embedded, *received, *file_addresses(self.overview)})

    @cached_property
    def facts(self) -> Manifest:
        """What the site is built from: the manifest without its files."""
        release, files = read_release(self.root), CorpusFiles(self.root)
        inputs = hash_inputs(self.root, (path for path in (self.root / "plans").rglob("*") if path.is_file()))
        return Manifest(
            commit=release.commit,
            day=release.day,
            modified=release.modified,
            versions=shaping_versions(),
            counts=self.counts(),
            plans=tuple(self._proof(plan, files, inputs) for plan in self.overview.corpus.plans),
            inputs=inputs,
        )

    def _proof(self, plan: Plan, files: CorpusFiles, inputs: dict[str, str]) -> PlanProof:
        source = plan.meta.source.file
        received = source_url(public_name(source))
        return PlanProof(
            id=plan.id,
            page=plan.url,
            text=plan.path,
            text_sha256=inputs[plan.path],
            received=received,
            received_sha256=inputs[files.relative(files.source(source))],
        )

    def received_files(self) -> Iterator[tuple[str, Path]]:
        """Address on the site and path of each plan's file as received."""
        files = CorpusFiles(self.root)
        for name in sorted({name for plan in self.overview.corpus.plans for name in plan.meta.source.files}):
            yield source_url(public_name(name)), files.source(name)

    def finish(self, site: Path, assets: Path, address: str | None = None, base: str | None = None) -> None:
        """Write what stands beside the pages into the built folder ``site``, the manifest of all its files last.

        ``assets`` holds the scripts' modules; ``address`` is where the site will be published, ``base`` its path there,
        as far as they are known.
        """
        write_scripts(assets, site / "assets")
        writers = self._downloads(site, address)
        writers += [
            partial(self.write_index, site),
            partial(write_pieces, self.overview, self.facts, site, address or base),
        ]
        in_parallel(writers)
        keep_moved_files(site, self.overview.corpus.redirects)
        write_manifest(site, self.facts, address=address)

    def write_index(self, site: Path) -> None:
        """The index of the search."""
        write_search(self.overview, site)

    def write_downloads(self, site: Path, address: str | None = None) -> None:
        """The published data, feeds, calendars and workbooks."""
        for write in self._downloads(site, address):
            write()

    def _downloads(self, site: Path, address: str | None) -> list[Callable[[], object]]:
        """What writes them, each by itself; the longest first."""
        overview, publication = self.overview, Publication(read_history(self.root), address)
        return [
            *work_file_writers(overview, site, publication),
            partial(write_directive_feeds, overview, site, publication),
            partial(write_data, overview, site / "data"),
            partial(write_markdown, overview, site),
            partial(write_akoma_ntoso, overview, site),
            *([partial(write_cards, overview, site)] if address else ()),
            partial(self._write_llms, site, publication),
        ]

    def _write_llms(self, site: Path, publication: Publication) -> None:
        (site / LLMS).write_text(llms_txt(self.overview, publication), encoding="utf-8")

    def counts(self) -> dict[str, int]:
        """What was built, for the summary."""
        directives = {citation.directive for here in self.overview.plans for citation in here.citations} - {None}
        return {
            "plans": len(self.overview.plans),
            "directives": len(directives),
            "agencies": len(self.overview.corpus.agencies) + len(self.overview.corpus.groups),
            "tasks": sum(len(here.tasks) for here in self.overview.plans),
            "warnings": len(self.warnings),
        }
