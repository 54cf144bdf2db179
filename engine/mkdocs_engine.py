"""MkDocs with the pages of one state of the corpus: any page by itself, or all of them on all processors.

MkDocs' own build makes one page after the other and holds them all; its steps are taken here page by page instead.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from jinja2.bccache import BytecodeCache
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from corpus.addresses import markdown_url
from corpus.build import SiteBuild
from corpus.kept import Kept
from corpus.manifest import digest
from corpus.pages.outline import ids
from corpus.pages.page import environment
from corpus.parallel import in_parallel, slices

ROOT = Path(__file__).resolve().parent.parent
LinkToHeading = tuple[str, str, str, str]  # source, file that it leads to, heading, and the link as it was typed
_PAGE = "page"  # sort of the things that are kept
_log = logging.getLogger("mkdocs")


@dataclass(frozen=True)
class Engine:
    """``files`` by their path on the site, ``documents`` those of them that are pages; no page is made yet."""

    config: MkDocsConfig
    all_files: Files
    files: dict[str, File]
    documents: Sequence[File]
    nav: Navigation
    env: Environment

    @classmethod
    def start(
        cls,
        build: SiteBuild,
        folder: Path,
        command: Literal["build", "serve"] = "build",
        url: str | None = None,
        base: str | None = None,
        compiled: BytecodeCache | None = None,
    ) -> Engine:
        """What MkDocs does before it makes pages, for a site in ``folder``.

        ``url`` is where it will be published, ``base`` at least its path on the host, as far as they are known;
        ``compiled`` keeps the templates of theme and pages.
        """
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), **({"site_url": url} if url else {}))
        config.extra |= {"build": build, "base": base}
        config.plugins.on_startup(command=command, dirty=False)
        config = config.plugins.on_config(config)
        files, env = get_files(config), config.theme.get_env()
        env.bytecode_cache = environment().bytecode_cache = compiled  # by what a template says, so it is never old
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        env = config.plugins.on_env(env, config=config, files=files)
        included = {file.dest_uri: file for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
        return cls(config, files, included, files.documentation_pages(), nav, env)

    def name_entries(self) -> None:
        """Read the pages of the menu: it needs their names."""
        for page in self.nav.pages:
            if page.title is None:
                _populate_page(page, self.config, self.all_files)

    def make_page(self, file: File) -> None:
        """Write one page."""
        page = file.page or Page(None, file, self.config)
        _populate_page(page, self.config, self.all_files)
        _build_page(page, self.config, self.documents, self.nav, self.env)

    def make_all(self, keep: Callable[[str], Kept] | None = None) -> list[str]:
        """Write the whole site; the names of every file it was to write. Raises Abort after any warning.

        ``keep`` gives what of the site that stands can be taken over under the menu with a digest.
        """
        config, documents = self.config, self.documents
        for file in documents:
            if file.page is None:
                Page(None, file, config)
        with _warnings() as warned:
            self.name_entries()
            self.all_files.copy_static_files()
            for template in config.theme.static_templates:
                _build_theme_template(template, self.env, self.all_files, config, self.nav)
            kept = config.extra["kept"] = keep(self._menu()) if keep else None
            taken = self._take_over(kept) if kept else {}
            to_make = [file for file in documents if file.src_uri not in taken]
            first = self._make(to_make[:1])  # and compiles the templates, once for all processes
            rest = in_parallel([partial(self._make, part) for part in slices(to_make[1:])])
            made = Made.together([first, *rest])
            if kept:
                kept.keep([(_PAGE, config.extra["pages"][source], note) for source, note in made.notes])
            self._follow(made.links)
            config.extra["mapped"] = [*made.mapped, *filter(None, taken.values())]
            config.plugins.on_post_build(config=config)
        if warnings := warned.total + made.warnings:
            raise Abort(f"{warnings} warnings")
        return list(config.extra["written"])

    def _menu(self) -> str:
        """A digest of the menu, which stands on every page."""
        return digest(repr([(page.title, page.url) for page in self.nav.pages]).encode())

    def _take_over(self, kept: Kept) -> dict[str, object]:
        """Pages that need not be made, by their source; with each its address for the map of the site, if it is there."""
        pages = {page.id: source for source, page in self.config.extra["pages"].items() if page.seen}
        found = kept.take_over(_PAGE, [self.config.extra["pages"][source] for source in pages.values()])
        return {pages[name]: said for name, said in found.items()}

    def _make(self, part: Sequence[File]) -> Made:
        """Write the pages of ``part``."""
        extra = self.config.extra
        extra["mapped"] = []
        links: list[LinkToHeading] = []
        notes: list[tuple[str, bytes]] = []
        with _warnings() as warned:
            for file in part:
                notes += self._make_noting(file)
                page = file.page
                assert page is not None
                found = (page.links_to_anchors or {}).items()
                links += [
                    (file.src_uri, to.dest_uri, anchor, link) for to, all_ in found for anchor, link in all_.items()
                ]
                page.content = None  # a site is larger than memory; the rest tells the menu its names
        return Made(tuple(extra["mapped"]), tuple(links), tuple(notes), warned.total)

    def _make_noting(self, file: File) -> Iterator[tuple[str, bytes]]:
        """Write one page; where it can be kept, its source and what is to be kept of it."""
        extra, made, kept = self.config.extra, self.config.extra["pages"].get(file.src_uri), self.config.extra["kept"]
        watch = extra["watch"] = kept.watch() if kept and made and made.seen else None
        mapped = len(extra["mapped"])
        self.make_page(file)
        if watch:
            names = (file.dest_uri, markdown_url(made.url))
            there = [name for name in names if (Path(self.config.site_dir) / name).is_file()]
            yield file.src_uri, kept.note(watch, there, next(iter(extra["mapped"][mapped:]), None))

    def _follow(self, links: Iterable[LinkToHeading]) -> None:
        """Warn of links of pages written by hand that lead to a heading that is not there."""
        for source, target, anchor, link in links:
            path = Path(self.config.site_dir) / target
            if anchor not in ids(path.read_text("utf-8")):
                _log.warning("%s: the link '%s' leads to no heading of '%s'", source, link, target)


@dataclass(frozen=True)
class Made:
    """Of pages that were written: addresses for the map of the site, links to headings, what to keep, how many warnings."""

    mapped: tuple[str, ...]
    links: tuple[LinkToHeading, ...]
    notes: tuple[tuple[str, bytes], ...]
    warnings: int

    @classmethod
    def together(cls, parts: Sequence[Made]) -> Made:
        return cls(
            tuple(address for part in parts for address in part.mapped),
            tuple(link for part in parts for link in part.links),
            tuple(note for part in parts for note in part.notes),
            sum(part.warnings for part in parts),
        )


class _Warnings(CountHandler):
    @property
    def total(self) -> int:
        return sum(self.counts.values())


@contextmanager
def _warnings() -> Iterator[_Warnings]:
    """Count what MkDocs warns of."""
    counting = _Warnings()
    counting.setLevel(logging.WARNING)
    _log.addHandler(counting)
    try:
        yield counting
    finally:
        _log.removeHandler(counting)
