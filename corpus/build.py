"""One build of the site, for any engine: prepare the model, give the pages, finish the built folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from corpus.addresses import source_url
from corpus.browser_scripts import write_scripts
from corpus.check.checked import Checked
from corpus.check.examine import examine
from corpus.check.seen import Seen
from corpus.data.agency_files import work_files, write_corpus_files
from corpus.data.akoma_ntoso import akoma_ntoso_files
from corpus.data.cards import card_files
from corpus.data.directive_feeds import directive_feeds
from corpus.data.kept_files import file_addresses, keep_moved_files
from corpus.data.llms import FILE as LLMS
from corpus.data.llms import llms_txt
from corpus.data.markdown_pages import markdown_files
from corpus.data.write import write_data
from corpus.kept import FilesAbout, Kept, Notes, Remembering, file_writers
from corpus.manifest import Manifest, PlanProof, hash_inputs, write_manifest
from corpus.model import Plan
from corpus.overview.figures import FIGURES_FILE, read_figures
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication
from corpus.pages.embedded import named_pieces, piece_files, write_due_soon
from corpus.pages.page import Page
from corpus.pages.render import render_pages
from corpus.parallel import in_parallel
from corpus.problem import CorpusError, Problem
from corpus.prove.prove import Fidelity
from corpus.read.corpus_files import CorpusFiles
from corpus.read.history import History, read_history
from corpus.read.received import public_name
from corpus.record_store import Records
from corpus.release import read_release, shaping_versions
from corpus.search.part_files import index_part
from corpus.search.write_index import write_search
from corpus.style_sheet import write_style


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

    def seen(self, address: str | None = None) -> Seen:
        """What pages and files are made of, for a site that will lie at ``address``, as far as it is known."""
        return Seen(self.overview, self.checked, Publication(self._history, address))

    @cached_property
    def _history(self) -> History:
        return read_history(self.root)

    def pages(self, address: str | None = None, base: str | None = None) -> Iterator[Page]:
        """Every page of the site, to be published at ``address``, or under the path ``base``, as far as they are known."""
        facts = self.facts.model_copy(update={"address": address})
        return render_pages(self.seen(address), read_figures(self.root), facts, address or base)

    def addresses(self) -> frozenset[str]:
        """Addresses of all pages but redirects, made from the corpus or written by hand, of all pieces, and of files."""
        made = Counter(page.url for page in self.pages()) - Counter(old for old, _ in self.overview.corpus.moved_pages)
        content = self.root / "content"
        written = (path.relative_to(content).with_suffix("").as_posix() for path in content.rglob("*.md"))
        by_hand = {f"{name}/".removesuffix("index/") for name in written}
        embedded = (url for url, _ in named_pieces(self.overview))
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

    def finish(
        self,
        site: Path,
        assets: Path,
        theme: Sequence[Path] = (),
        address: str | None = None,
        base: str | None = None,
        kept: Kept | None = None,
    ) -> None:
        """Write what stands beside the pages into the built folder ``site``, the manifest of all its files last.

        ``assets`` holds the scripts' modules, ``theme`` are sheets of style that speak before its own; ``address`` is where the site will be published, ``base`` its path there,
        as far as they are known. Files are taken over from what is ``kept``, as far as that goes.
        """
        write_scripts(assets, site / "assets")
        write_style(theme, assets, site / "assets")
        writers: list[Callable[[], Notes]] = [
            *(partial(_noting_nothing, write) for write in self._whole_files(site, address, base)),
            partial(self.write_index, site, kept),
            *file_writers(self.files_about(address, base), self.seen(address), site, kept),
        ]
        notes = list(chain.from_iterable(in_parallel(writers)))
        if kept:
            kept.keep(notes)
        keep_moved_files(site, self.overview.corpus.redirects)
        write_manifest(site, self.facts, address=address)

    def write_index(self, site: Path, kept: Kept | None = None) -> Notes:
        """The index of the search; what is to be kept of it."""
        if kept is None:
            write_search(self.overview, site)
            return []
        index = Remembering(index_part, kept)
        write_search(self.overview, site, index=index)
        return index.notes

    def write_downloads(self, site: Path) -> None:
        """The published data, feeds, calendars and workbooks, for a site whose address is not known."""
        for write in (*self._whole_files(site), *file_writers(self.files_about(), self.seen(), site, None)):
            write()

    def files_about(self, address: str | None = None, base: str | None = None) -> Iterator[FilesAbout]:
        """Files about one thing of many."""
        overview = self.overview
        yield from work_files(overview)
        yield from directive_feeds(overview)
        yield from markdown_files(overview)
        yield from akoma_ntoso_files(overview)
        yield from piece_files(overview, address or base)
        yield from card_files(overview) if address else ()

    def _whole_files(
        self, site: Path, address: str | None = None, base: str | None = None
    ) -> list[Callable[[], object]]:
        """What writes the files about the whole corpus, each by itself; the longest first."""
        publication = self.seen(address).publication
        return [
            partial(write_corpus_files, self.overview, publication, site),
            partial(write_data, self.overview, site / "data"),
            partial(write_due_soon, self.overview, self.facts.day, site, address or base),
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


def _noting_nothing(write: Callable[[], object]) -> Notes:
    write()
    return []
