"""The words of ``lexicon.yml``: names, nouns, verbs, headings, each written once with what it is used for.

A word that serves several readers stands there once and carries a feature for each. The file is
checked when it is loaded: unknown keys and features, and words written twice, are refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from corpus.strict_yaml import load
from corpus.vocabulary import Tier

FieldNoun = Literal["bộ", "sở", "phòng"]
BodyFeature = Literal["issues", "part"]
VerbFeature = Literal["acts", "titles", "opens"]
KindFeature = Literal[
    "named", "law", "treaty", "resolution", "programme", "common", "number", "short", "own", "aside", "unnumbered"
]
Reader = Literal["names", "issuers", "titles"]


def _distinct(words: object) -> object:
    """A list of YAML as a tuple. Raises ValueError for what stands in it twice."""
    if not isinstance(words, list):
        return words
    twice = sorted({str(word) for word in words if words.count(word) > 1})
    if twice:
        raise ValueError(f"each word once: {', '.join(twice)}")
    return tuple(words)


def _tier(value: object) -> object:
    return Tier(value) if isinstance(value, str) else value


NonEmpty = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[NonEmpty, ...], BeforeValidator(_distinct)]
Features = BeforeValidator(_distinct)


class Worded(BaseModel):
    """A part of the lexicon: frozen, and strict about what it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class FieldOfWork(Worded):
    """What ministries, departments or divisions are in charge of; ``of`` the nouns of the bodies named so.

    ``letters`` stand for it in symbols where they are not its initials; ``short``: a name that plans shorten
    others to, so that no symbol follows from it.
    """

    name: NonEmpty
    of: Annotated[tuple[FieldNoun, ...], Features]
    printed: Words = ()
    letters: NonEmpty | None = None
    short: bool = False

    def symbol(self, noun: str) -> str:
        """The letters of the body ``noun`` of this field in the symbols of its documents: *SNV*."""
        return symbol_letters(noun) + (self.letters or symbol_letters(self.name))

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.printed)


class CentralBody(Worded):
    name: NonEmpty
    symbol: NonEmpty | None = None
    printed: Words = ()


class PlaceNoun(Worded):
    """A kind of place and the tiers it may be of; ``party`` begins the name of its Party committee.

    ``level``: names all places of a tier (*cấp xã*) and none by itself.
    """

    noun: NonEmpty
    tiers: Annotated[tuple[Annotated[Tier, BeforeValidator(_tier)], ...], Features]
    party: NonEmpty | None = None
    level: bool = False


class Treaty(Worded):
    """A treaty by its ``name`` without the noun, in its other printings, and by the letters it is known by."""

    name: NonEmpty
    printed: Words = ()
    short: NonEmpty | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.printed, *((self.short,) if self.short else ()))


class Abbreviation(Worded):
    short: NonEmpty
    full: NonEmpty
    read_in: Annotated[tuple[Reader, ...], Features] = Field(alias="in")


class KindNoun(Worded):
    """How mentions of one kind of directive are worded: further ``nouns``, and ``symbols`` beside the decree's.

    ``maker`` is the one body that makes acts of the kind, where there is only one; ``symbol`` the one that all of them
    with a year in their number bear (Nghị định 34/2016/NĐ-CP and 78/2025/NĐ-CP on the symbols of legal documents).
    """

    read: Annotated[tuple[KindFeature, ...], Features]
    nouns: Words = ()
    symbols: Words = ()
    maker: NonEmpty | None = None
    symbol: NonEmpty | None = None


class Ends(Worded):
    issuer: Words
    clause: Words
    law: Words
    treaty_open: Words
    programme: Words
    programme_open: Words
    programme_part: Words


class Headings(Worded):
    subjects: Words


class Lexicon(Worded):
    """All of ``lexicon.yml``; the features are explained there, beside the words."""

    fields: Annotated[tuple[FieldOfWork, ...], Features]
    central: Annotated[tuple[CentralBody, ...], Features]
    bodies: Mapping[NonEmpty, Annotated[tuple[BodyFeature, ...], Features]]
    posts: Mapping[NonEmpty, Annotated[tuple[BodyFeature, ...], Features]]
    not_bodies: Words
    departments: Words
    addressed: Words
    places: Annotated[tuple[PlaceNoun, ...], Features]
    abbreviations: Annotated[tuple[Abbreviation, ...], Features]
    kinds: Mapping[NonEmpty, KindNoun]
    standards: Words
    mended: Mapping[NonEmpty, NonEmpty]
    laws: Words
    treaties: Annotated[tuple[Treaty, ...], Features]
    treaty_makers: Words
    ends: Ends
    verbs: Mapping[NonEmpty, Annotated[tuple[VerbFeature, ...], Features]]
    begins: Words
    shared_symbols: Words
    headings: Headings
    joining: Words
    amounts: Words
    filling: Words
    every: Words
    full_stops: Words
    counted: Words
    headed: Words

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        for names in (
            [name for field in self.fields for name in field.names],
            [name for body in self.central for name in (body.name, *body.printed)],
            [place.noun for place in self.places],
            [name for treaty in self.treaties for name in treaty.names],
            [one.short for one in self.abbreviations],
            [*self.kinds, *(noun for kind in self.kinds.values() for noun in kind.nouns)],
        ):
            _distinct(names)
        return self

    def fields_of(self, *nouns: FieldNoun) -> tuple[str, ...]:
        """Fields of work as they are printed after one of ``nouns``."""
        return tuple(name for field in self.fields if set(nouns) & set(field.of) for name in field.names)

    def bodies_that(self, feature: BodyFeature) -> tuple[str, ...]:
        """Nouns of bodies and posts that have ``feature``."""
        return tuple(noun for noun, features in (*self.bodies.items(), *self.posts.items()) if feature in features)

    def verbs_that(self, feature: VerbFeature) -> tuple[str, ...]:
        return tuple(verb for verb, features in self.verbs.items() if feature in features)

    def kinds_read(self, feature: KindFeature) -> tuple[str, ...]:
        """Kinds of directives of which mentions are read as ``feature`` says."""
        return tuple(kind for kind, noun in self.kinds.items() if feature in noun.read)

    def reads(self, kind: str, feature: KindFeature) -> bool:
        """Whether mentions of ``kind`` are read as ``feature`` says; a kind without an entry is read in no such way."""
        noun = self.kinds.get(kind)
        return noun is not None and feature in noun.read

    def abbreviations_in(self, reader: Reader) -> dict[str, str]:
        """The full words of the abbreviations that ``reader`` writes out."""
        return {one.short: one.full for one in self.abbreviations if reader in one.read_in}

    @cached_property
    def central_names(self) -> tuple[str, ...]:
        """Central bodies that are no ministry, in each of their printings."""
        return tuple(name for body in self.central for name in (body.name, *body.printed))

    @cached_property
    def issuer_of_symbol(self) -> dict[str, str]:
        """The central body that a symbol names: *CP*, *VPTW*, and ministries by their initials (*BNV*)."""
        ministries = {field.symbol("Bộ"): f"Bộ {field.name}" for field in self.fields if "bộ" in field.of}
        return {**ministries, **{body.symbol: body.name for body in self.central if body.symbol}}

    @cached_property
    def department_of_symbol(self) -> dict[str, str]:
        """The department (*sở*) that a symbol names by its initials (*SNV*), where it is the only one."""
        named = [field for field in self.fields if "sở" in field.of and not field.short]
        count = Counter(field.symbol("Sở") for field in named)
        return {field.symbol("Sở"): f"Sở {field.name}" for field in named if count[field.symbol("Sở")] == 1}


def symbol_letters(name: str) -> str:
    """First letters of the words of ``name``, in capitals, without *và*: the letters of a body in its symbols.

    >>> symbol_letters("Sở Văn hóa, Thể thao và Du lịch"), symbol_letters("Bộ Giáo dục và Đào tạo")
    ('SVHTTDL', 'BGDĐT')
    """
    return "".join(word[0].upper() for word in re.findall(r"\w+", name) if word != "và")


def _load() -> Lexicon:
    path = files("corpus.language") / "lexicon.yml"
    return Lexicon.model_validate(load(path.read_text(encoding="utf-8")).data)


LEXICON = _load()
