"""The directives that a mention can resolve to: those of the register and the plans themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.directives.identity import (
    NumberKey,
    number_key,
    plan_directive_id,
    series,
    title_key,
)
from corpus.directives.issuing import SymbolIndex, index_symbols
from corpus.language.letterhead import full_number
from corpus.model import Corpus, Plan
from corpus.schema import Directive, KnownAct

_PROMULGATES = re.compile(r"^(?:ve (?:viec )?)?(?:ban hanh|phe duyet|thong qua)(?: kem theo quyet dinh nay)?\s+")


@dataclass(frozen=True)
class Known:
    """One directive as resolving sees it; ``names`` and ``subject`` are keys made by ``title_key``.

    ``listed``: from the table of known acts, which nobody chose with a plan in view.
    """

    id: str
    kind: str
    number: NumberKey | None
    series: str | None
    issued: date | None
    names: frozenset[str]
    subject: str
    listed: bool = False

    @property
    def year(self) -> int | None:
        when = self.id.split("/")[1]
        return int(when) if when.isdigit() else None


@dataclass(frozen=True)
class DirectiveIndex:
    """All known directives, ready to be looked up; built once for a corpus."""

    known: tuple[Known, ...]
    symbols: SymbolIndex

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self.known)

    @cached_property
    def by_number(self) -> dict[tuple[int, str, str], list[Known]]:
        found = defaultdict(list)
        for one in self.known:
            if one.number:
                found[one.number.number, one.number.letter, one.number.symbol].append(one)
        return found

    @cached_property
    def by_bare_number(self) -> dict[tuple[int, str, str], list[Known]]:
        """By kind and number, for a number printed without its symbol."""
        found = defaultdict(list)
        for one in self.known:
            if one.number:
                found[one.number.number, one.number.letter, one.kind].append(one)
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Known]]:
        found = defaultdict(list)
        for one in self.known:
            for name in one.names:
                found[name].append(one)
        return found

    @cached_property
    def by_kind(self) -> dict[tuple[str, str | None], list[Known]]:
        found = defaultdict(list)
        for one in self.known:
            found[one.kind, one.series].append(one)
        return found


def index_directives(corpus: Corpus, symbols: SymbolIndex | None = None) -> DirectiveIndex:
    """The index of the register's directives and the corpus's own plans; ``symbols`` saves making those of its bodies."""
    registered = [_registered(directive) for directive in corpus.directives]
    own = [_own(plan) for plan in corpus.plans]
    said = {(one.number, one.series, one.year) for one in registered if one.number}
    # A registered law of no known day may be any of its name that the table has.
    undated = {name for one in registered if one.year is None for name in one.names}
    acts = [
        one
        for one in map(_act, corpus.act.values())
        if (one.number, one.series, one.year) not in said and not one.names & undated
    ]
    symbols = symbols or index_symbols(corpus.written_agencies, corpus.country)
    return DirectiveIndex((*registered, *own, *acts), symbols)


def _registered(directive: Directive) -> Known:
    number = number_key(full_number(directive.number, directive.symbol)) if directive.number else None
    names = [name.name for name in directive.names]
    if directive.kind == "tiêu chuẩn" and directive.number:
        names.append(f"{directive.symbol} {directive.number}")
    if directive.title:
        names.append(directive.title)
    return Known(
        directive.id,
        directive.kind,
        number,
        series(directive.issuer) if directive.issuer else None,
        directive.issued,
        frozenset(_name_keys(names)),
        title_key(directive.title or ""),
    )


def _act(act: KnownAct) -> Known:
    return Known(
        act.id,
        act.kind,
        number_key(act.number),
        series(act.issuer),
        act.issued,
        frozenset(_name_keys([act.title])),
        title_key(act.title),
        listed=True,
    )


def _own(plan: Plan) -> Known:
    meta = plan.meta
    names = [f"{meta.form} {meta.title}", meta.title]
    if meta.promulgates:
        names.append(f"{meta.promulgates.form} {meta.promulgates.title}")
    number = number_key(full_number(meta.number, meta.symbol)) if meta.number else None
    return Known(
        plan_directive_id(plan),
        meta.form,
        number,
        series(meta.issuer),
        meta.issued,
        frozenset(_name_keys(names)),
        title_key(meta.title),
    )


def _name_keys(names: Iterable[str]) -> Iterable[str]:
    """Keys of names; a title *Ban hành Chương trình …* also names the programme."""
    for name in names:
        key = title_key(name)
        yield key
        if (bare := _PROMULGATES.sub("", key)) != key:
            yield bare
