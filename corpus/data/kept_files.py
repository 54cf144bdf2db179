"""The files that readers have written down somewhere: which there are, and those that moved under their old names."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.addresses import (
    AGENCY_FILES,
    CORPUS_FILES,
    DATA,
    DATA_PAGE,
    DATABASE,
    EMBEDDED,
    agency_url,
    akoma_ntoso_url,
    directive_feed_url,
)
from corpus.contract import TABLES
from corpus.data.llms import FILE as LLMS
from corpus.manifest import SCHEMA
from corpus.overview.overview import Overview

_FORMS = ("json", "csv", "parquet", "schema.json")
_GO_WITH_THEIR_PAGE = (".html", ".md")


def file_addresses(overview: Overview) -> Iterator[str]:
    """Addresses of the files that the corpus gives, but for those received and those that go with their page."""
    yield from (LLMS, DATABASE, f"{EMBEDDED}khung.js", f"{DATA_PAGE}viec.schema.json")
    yield from (f"{DATA}{name}" for name in (SCHEMA, "datapackage.json"))
    yield from (f"{DATA}{table.name}.{form}" for table in TABLES for form in _FORMS)
    yield from (f"{DATA_PAGE}{file.name}" for file in CORPUS_FILES)
    yield from (f"{agency_url(body)}{file.name}" for body in overview.work.bodies for file in AGENCY_FILES)
    yield from (directive_feed_url(act) for act in overview.directives if act in overview.citations_of)
    yield from (akoma_ntoso_url(here.plan.id) for here in overview.plans)


def keep_moved_files(site: Path, redirects: Iterable[tuple[str, str]]) -> None:
    """Let each file that moved, by itself or with its page, lie at its old address as well: no server need know of it.

    Whoever follows a feed or a calendar there goes on getting what is new.
    """
    for old, new in redirects:
        beside = sorted((site / new).iterdir()) if new.endswith("/") else [site / new]
        for path in beside:
            kept = site / old / path.name if new.endswith("/") else site / old
            if path.is_file() and path.suffix not in _GO_WITH_THEIR_PAGE and not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, kept)
