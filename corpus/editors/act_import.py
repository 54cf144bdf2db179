"""Acts of the country from a table of any of the usual columns, for the register of known acts."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from corpus.country.register import Places
from corpus.directives.find.issuers import plain_issuer
from corpus.directives.identity import CENTRAL, directive_id, issuer_segment, number_key, title_key
from corpus.directives.issuing import Issuers, index_symbols
from corpus.document_kinds import KINDS
from corpus.language.folding import slug
from corpus.schema import KnownAct

# The columns, with the names that the public data set tmquan/vbpl-vn gives them.
ALIASES = {
    "number": ("so_hieu",),
    "issued": ("date", "ngay_ban_hanh"),
    "issuer": ("co_quan_ban_hanh",),
    "kind": ("doc_type",),
    "title": (),
    "status": (),
    "url": ("source_url",),
}
NAMED = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_DAY = re.compile(r"(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4}))(?:[T ].*)?$")


@dataclass
class Imported:
    """The register after an import: ``acts`` by id, how many rows were ``left`` out and why, and what ``differs``."""

    acts: dict[str, KnownAct]
    added: int = 0
    left: Counter[str] = field(default_factory=Counter)
    differs: list[str] = field(default_factory=list)


def import_acts(rows: Iterable[Mapping[str, object]], known: Iterable[KnownAct]) -> Imported:
    """``known`` with the central acts of ``rows`` that it lacks; what it has stays as it is.

    A row that says otherwise of a known act is named in ``differs``, for a person to judge.
    """
    done = Imported({act.id: act for act in known})
    issuers = Issuers(CENTRAL, index_symbols((), Places()))
    for row in rows:
        act = _act(row, issuers)
        if isinstance(act, str):
            done.left[act] += 1
            continue
        before = done.acts.setdefault(act.id, act)
        done.added += before is act
        if (before.issued, title_key(before.title)) != (act.issued, title_key(act.title)):
            done.differs.append(f"{act.id}: {before.issued} {before.title!r} / {act.issued} {act.title!r}")
    return done


def as_csv(acts: Iterable[KnownAct]) -> str:
    """The register as its file holds it: sorted by id, one act a line."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(KnownAct.model_fields)
    for act in sorted(acts, key=lambda one: one.id):
        writer.writerow("" if value is None else value for value in act.model_dump(mode="json").values())
    return target.getvalue()


def _act(row: Mapping[str, object], issuers: Issuers) -> KnownAct | str:
    """The act of one row, or why it cannot be one."""
    said = {name: _cell(row, name) for name in ALIASES}
    kind = said["kind"].lower()
    day = _DAY.match(said["issued"])
    if kind not in KINDS:
        return f"loại văn bản không dùng: {kind or 'để trống'}"
    if not day or not said["title"] or not said["url"]:
        return "thiếu ngày ban hành, tên hoặc nguồn"
    agency = issuers.read_name(slug(plain_issuer(said["issuer"]))) if said["issuer"] else None
    if not agency or not agency.startswith(f"{CENTRAL}/"):
        return "không phải văn bản của cơ quan trung ương"
    number = said["number"] or None
    if kind not in NAMED and not number_key(number):
        return "số, ký hiệu không đọc được"
    title = (
        said["title"]
        if kind not in NAMED or slug(said["title"]).startswith(slug(kind))
        else _named(kind, said["title"])
    )
    try:
        issued = date(int(day["y"] or day["y2"]), int(day["m"] or day["m2"]), int(day["d"] or day["d2"]))
    except ValueError:
        return "ngày ban hành không có trong lịch"
    identity = directive_id(issuer_segment(agency), issued, None if kind in NAMED else number, title_key(title))
    return KnownAct(
        id=identity,
        number=number,
        issued=issued,
        issuer=agency,
        kind=kind,
        title=title,
        status=said["status"] or None,
        url=said["url"],
    )


def _named(kind: str, title: str) -> str:
    """A law's title with its noun: *Đất đai* as *Luật Đất đai*."""
    return f"{kind[:1].upper()}{kind[1:]} {title}"


def _cell(row: Mapping[str, object], name: str) -> str:
    value = next((row[key] for key in (name, *ALIASES[name]) if row.get(key) not in (None, "")), "")
    return " ".join(str(value).split())
