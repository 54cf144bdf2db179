"""Where the files of a corpus may lie: what lies elsewhere is named, not silently left out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.problem import Problem
from corpus.read.acts import ACTS_FILE

APART = ("registers", "sources")
PUBLISHED_FILE = "published.txt"  # addresses of the site as it was last published
NOTICE_FILE = "notice.txt"  # one line that every page of the site shows
_YEAR = re.compile(r"\d{4}", re.ASCII)
_LITTER = re.compile(r"(?i)thumbs\.db|desktop\.ini|~\$.*")  # left behind by desktop systems and word processors


@dataclass
class Survey:
    """What lies below ``plans``: where plans stand, what stands nowhere, and folders that cannot be looked into."""

    root: Path
    plans: list[Path] = field(default_factory=list)
    odd: list[Path] = field(default_factory=list)
    closed: list[Path] = field(default_factory=list)

    @classmethod
    def of(cls, root: Path) -> Survey:
        survey = cls(root)
        for place in survey.entries(root / "plans"):
            if place.name not in APART and survey.expect_folder(place):
                for year in survey.entries(place):
                    if survey.expect_folder(year, _YEAR.fullmatch(year.name) is not None):
                        survey.add_plans(survey.entries(year))
        return survey

    @property
    def misnamed(self) -> Iterator[str]:
        """The ids of plans that are there under names that are not read."""
        return filter(None, (meant_plan(path.relative_to(self.root)) for path in self.odd))

    def entries(self, folder: Path) -> Iterator[Path]:
        """Entries of ``folder`` by name. Hidden ones are a program's own, unless they look like a plan."""
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            self.closed.append(folder)
            return
        yield from (folder / name for name in names if not _is_litter(name))

    def expect_folder(self, path: Path, named: bool = True) -> bool:
        """Whether ``path`` is a folder to look into, not a link to one; else it is odd."""
        if named and path.is_dir() and not path.is_symlink():
            return True
        self.odd.append(path)
        return False

    def add_plans(self, paths: Iterable[Path]) -> None:
        for path in paths:
            (self.plans if path.name.endswith(".md") else self.odd).append(path)


def misplaced(root: Path, registers: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each file or folder below ``plans`` that is no plan, no register and no received file."""
    survey = Survey.of(root)
    known = [*(f"{name}.yml" for name in registers), ACTS_FILE, PUBLISHED_FILE, NOTICE_FILE]
    survey.odd.extend(path for path in survey.entries(root / "plans" / "registers") if path.name not in known)
    must = (
        "phải là kế hoạch ở plans/<địa bàn>/<năm>/<số-ký hiệu>.md, "
        f"sổ ở plans/registers ({', '.join(known)}) hoặc tệp nhận được ở plans/sources"
    )
    for path in survey.odd:
        where = path.relative_to(root)
        yield Problem(where.as_posix(), 1, _advice(where) or must, path.name)
    for path in survey.closed:
        yield Problem(path.relative_to(root).as_posix(), 1, "phải mở được thư mục này", path.name)


_ENDINGS = re.compile(r"(?:\.(?:md|markdown|txt))+$", re.IGNORECASE)


def meant_plan(where: Path) -> str | None:
    """The id of the plan that the file ``where`` (from the root) was meant to be, under a name that is not read."""
    *folders, name = where.parts
    if len(folders) == 3 and _YEAR.fullmatch(folders[2]) and _ENDINGS.search(name):
        return "/".join((*folders[1:], _ENDINGS.sub("", name)))
    return None


def _advice(where: Path) -> str:
    """What to do with a file that was meant to be a plan; empty where it does not look like one."""
    plan = meant_plan(where)
    if plan:
        return f"tên tệp kế hoạch phải kết thúc bằng .md viết thường: hãy đổi thành {plan.rpartition('/')[2]}.md"
    if _ENDINGS.search(where.name) and not set(where.parts[1:2]) & set(APART):
        return "kế hoạch phải nằm trong thư mục của địa bàn và của năm: plans/<địa bàn>/<năm>/<số-ký hiệu>.md"
    return ""


def _is_litter(name: str) -> bool:
    return bool(_LITTER.fullmatch(name)) or (name.startswith(".") and not name.lower().endswith(".md"))
