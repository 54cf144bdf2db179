"""The page of open data: what is published in which forms, under which terms, and how each form is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from corpus.addresses import CORPUS_FILES, DATA_PAGE, DATABASE
from corpus.contract import LICENCE, TABLES
from corpus.overview.overview import Overview
from corpus.pages.about import about_data
from corpus.pages.page import Page, render
from corpus.strict_yaml import load


@dataclass(frozen=True)
class Example:
    """How one tool uses the data: ``code`` to copy, and what is said before and after it."""

    tool: str
    title: str
    before: str
    code: str
    after: str = ""


def read_examples() -> Iterator[Example]:
    found: Any = load((files("corpus.pages") / "examples.yml").read_text(encoding="utf-8")).data
    return (Example(**one) for one in found)


def open_data_page(overview: Overview) -> Page:
    some = overview.plans[0].plan if overview.plans else None
    page = render(
        "data.html.j2",
        DATA_PAGE,
        overview,
        tables=TABLES,
        work_files=CORPUS_FILES,
        work_folder=DATA_PAGE,
        database=DATABASE,
        licence=LICENCE,
        examples=list(read_examples()),
        some=some,
    )
    return page.telling(lambda: about_data(overview))
