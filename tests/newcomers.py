"""Correct plans of other provinces, to be added to a corpus as a clerk would add them: plan, source, register entries.

One is the example printed in the clerk's guide, the other a plan of ``tests/golden/elsewhere`` with a received file
made of its own words. What is added here must leave every property of ``tests/properties`` true.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import yaml

from corpus.prove.reading import read_plan_text
from corpus.read.corpus_files import REGISTERS, CorpusFiles, read_plan
from corpus.strict_yaml import load

ELSEWHERE = Path(__file__).parent / "golden" / "elsewhere"
ELSEWHERE_PLACE = "nam-dinh"
GUIDE_PLAN = "plans/tan-an/2030/07-kh-ubnd.md"
_FILE = re.compile(r"<!-- tep: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)```\n", re.DOTALL)


def guide_example(guide: str) -> dict[str, str]:
    """Text by path of the files printed in the clerk's ``guide``: a corpus of one plan."""
    files = {match["path"]: match["text"] for match in _FILE.finditer(guide)}
    digest = hashlib.sha256(files["plans/sources/2030-tan-an.txt"].encode()).hexdigest()
    files[GUIDE_PLAN] = files[GUIDE_PLAN].replace("SHA256", digest)
    return files


def elsewhere_example() -> dict[str, str]:
    """Text by path of a plan of another province, its received file and the register entries it needs."""
    files = CorpusFiles(ELSEWHERE)
    (path,) = (path for path in files.plans if files.relative(path).startswith(f"plans/{ELSEWHERE_PLACE}/"))
    plan = read_plan(files, path, [])
    source = read_plan_text(plan).text.replace("¶", "\n\n")
    digest = hashlib.sha256(source.encode()).hexdigest()
    text = path.read_text("utf-8").replace(plan.meta.source.sha256, digest)
    name = f"{plan.meta.year}-{ELSEWHERE_PLACE}.txt"
    added = {
        files.relative(path): text.replace(f"file: {plan.meta.source.file}", f"file: {name}"),
        f"plans/sources/{name}": source,
    }
    registers = {name: load(files.register(name).read_text("utf-8")).data for name in REGISTERS}
    issuers = {one["issuer"] for one in registers["directives"]["directives"] if _is_of(plan.id, one)}
    for name, entries in registers.items():
        own = {
            key: [one for one in listed if _is_of(plan.id, one) or one.get("id") in issuers]
            for key, listed in entries.items()
        }
        added[files.relative(files.register(name))] = _dump(own)
    return added


def _is_of(plan_id: str, entry: dict) -> bool:
    """True for the place of a plan, what belongs to that place, and what only the plan is a source of."""
    sources = entry.get("sources", ())
    return entry.get("place", entry.get("id")) == ELSEWHERE_PLACE or (
        bool(sources) and all(source.get("plan") == plan_id for source in sources)
    )


def write_files(files: dict[str, str], folder: Path) -> Path:
    """``folder`` with ``files``, text by path, in it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def grow(corpus_root: Path, folder: Path, *additions: dict[str, str]) -> Path:
    """``folder``, made a copy of the corpus under ``corpus_root`` with ``additions``; what is there already wins."""
    shutil.copytree(corpus_root / "plans", folder / "plans")
    for files in additions:
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.startswith("plans/registers/"):
                text = _merge(target.read_text("utf-8"), text)
            target.write_text(text, encoding="utf-8")
    return folder


def _merge(register: str, added: str) -> str:
    """A register with the entries of another behind its own, but for those it has."""
    entries = load(register).data
    for key, listed in load(added).data.items():
        here = {_name(one) for one in entries[key]}
        entries[key] += [one for one in listed if _name(one) not in here]
    return _dump(entries)


def _name(entry: dict) -> str:
    return entry.get("id") or entry["term"]


def _dump(entries: dict) -> str:
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000)
