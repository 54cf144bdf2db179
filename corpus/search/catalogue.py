"""What can be asked for by name: plans, directives and agencies, each as one small object."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import agency_url
from corpus.citation_form import plan_name
from corpus.language.numerals import write_day
from corpus.model import Corpus, Plan
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.schema import Agency, Group
from corpus.search.search_words import initials, plain_words

PLAN_WEIGHT = 1000  # a plan of the corpus before whatever the plans only speak of


@dataclass(frozen=True)
class Named:
    """A page that has a name: ``sort`` is k (plan), v (directive) or c (agency).

    ``names`` are all its names; ``number`` is without leading zeros and year (``61`` of 61/2018/NĐ-CP);
    ``weight`` is how often the corpus speaks of it.
    """

    sort: str
    url: str
    name: str
    about: str
    names: tuple[str, ...]
    number: str
    symbol: str
    kind: str
    day: str
    year: int
    issuer: str
    level: str
    place: str
    weight: int


def catalogue(overview: Overview) -> list[Named]:
    """Every named page, by address."""
    found = [*_plans(overview), *_directives(overview), *_agencies(overview)]
    return sorted(found, key=lambda named: named.url)


def _plans(overview: Overview) -> Iterator[Named]:
    corpus = overview.corpus
    for here in overview.plans:
        meta = here.plan.meta
        place = corpus.place[meta.place].name if meta.place in corpus.place else ""
        titles = [meta.title, *([meta.promulgates.title] if meta.promulgates else [])]
        forms = [meta.form, *([meta.promulgates.form] if meta.promulgates else [])]
        yield Named(
            "k",
            here.plan.url,
            plan_name(meta),
            meta.title,
            tuple(f"{form} {title}" for form in forms for title in titles),
            bare_number(meta.number),
            meta.symbol,
            ", ".join(forms),
            meta.issued.isoformat() if meta.issued else "",
            meta.year,
            _issuer(here.plan, corpus),
            meta.level.label,
            place,
            PLAN_WEIGHT,
        )


def _issuer(plan: Plan, corpus: Corpus) -> str:
    body = corpus.agency.get(plan.meta.issuer)
    return body.name if body else ""


def _directives(overview: Overview) -> Iterator[Named]:
    cited = {identity: len(found) for identity, found in overview.citations_of.items()}
    for entry in overview.directives.values():
        if entry.plan is None:
            yield _directive(entry, cited.get(entry.id, 0), overview.corpus)


def _directive(entry: DirectiveEntry, weight: int, corpus: Corpus) -> Named:
    issuer = corpus.agency.get(entry.issuer or "")
    place = corpus.place.get(issuer.place) if issuer else None
    issued = f"ngày {write_day(entry.issued)}" if entry.issued else ""
    about = " ".join(part for part in (issued, f"của {entry.issuer_name}" if entry.issuer_name else "") if part)
    title = entry.title or ""
    names = tuple(dict.fromkeys(name for name in (title, *(other.name for other in entry.names)) if name))
    year = entry.issued.year if entry.issued else _year(entry.id)
    return Named(
        "v",
        entry.url,
        entry.name,
        f"{about} {title}".strip(),
        names,
        bare_number(entry.number),
        entry.symbol or "",
        entry.kind,
        entry.issued.isoformat() if entry.issued else "",
        year,
        entry.issuer_name or "",
        issuer.level.label if issuer else "",
        place.name if place else "",
        weight,
    )


def _year(identity: str) -> int:
    year = identity.split("/")[1]
    return int(year) if year.isdigit() else 0


def _agencies(overview: Overview) -> Iterator[Named]:
    weights = Counter(body for here in overview.plans for mention in here.mentions for body in mention.agencies)
    for body in overview.corpus.bodies:
        yield _agency(body, weights[body.id], overview.corpus)


def _agency(body: Agency | Group, weight: int, corpus: Corpus) -> Named:
    place = corpus.place.get(body.place)
    where = place.name if place else ""
    names = tuple(dict.fromkeys((body.name, *body.aliases)))
    about = " · ".join(part for part in (body.level.label, where) if part)
    return Named(
        "c", agency_url(body.id), body.name, about, names, "", "", "", "", 0, "", body.level.label, where, weight
    )


def bare_number(number: str | None) -> str:
    """The number people quote: ``61`` of 61/2018, ``8`` of 08, ``30c``; empty where there is none.

    >>> bare_number("61/2018"), bare_number("08"), bare_number("30c")
    ('61', '8', '30c')
    """
    match = re.match(r"0*(\d+[a-zđ]?)", (number or "").lower())
    return match[1] if match else ""


def abbreviations(overview: Overview) -> list[tuple[str, str]]:
    """(abbreviation in plain words, full form as written): of the glossary, of the agencies, and as people type."""
    rows = [(word, term.meaning) for term in overview.corpus.terms for word in (term.term, *term.aliases)]
    for body in overview.corpus.agencies:
        rows += [
            (alias, body.name)
            for alias in body.aliases
            if initials(body.name).startswith("".join(plain_words(alias))[:2])
        ]
    rows = [row for row in rows if _is_abbreviation(row[0])] + list(TYPED_SHORT)
    found: dict[tuple[str, str], str] = {}
    for short, full in rows:
        found.setdefault((" ".join(plain_words(short)), " ".join(plain_words(full))), full)
    return sorted((short, written) for (short, full), written in found.items() if short and full and short != full)


# What people type for the words before a name; everyday usage, no source needed beyond it.
TYPED_SHORT = (("vp", "văn phòng"), ("tp", "thành phố"))


def _is_abbreviation(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) * 2 > len(letters)
