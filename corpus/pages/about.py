"""What a page tells programs of the thing that it is about: Dublin Core, schema.org, files beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from corpus.addresses import (
    AGENCY_FILES,
    AKOMA_NTOSO_TYPE,
    CORPUS_FILES,
    DATA,
    DATA_PAGE,
    DATABASE,
    MEDIA_TYPES,
    agency_url,
    akoma_ntoso_url,
    directive_feed_url,
    legal_identifier,
    markdown_url,
    source_url,
)
from corpus.citation_form import number_of, plan_name
from corpus.contract import DATA_DESCRIPTION, DATA_TITLE, LICENCE, TABLES
from corpus.directives.identity import plan_directive_id
from corpus.language.letters import upfirst
from corpus.language.numerals import write_day
from corpus.model import Plan
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.read.received import public_name
from corpus.schema import Agency, Group
from corpus.vocabulary import Level, Relation

SITE_NAME = "Kế hoạch mở"
# Bodies that are no part of the State's administration.
_NOT_STATE = (Level.PARTY, Level.MASS_ORGANISATION, Level.PRESS)
_RELATIONS = {Relation.AMENDS: "legislationAmends", Relation.REPLACES: "legislationRepeals"}


Linked = Mapping[str, object]


class SiteAddress(str):
    """An address relative to the site's root, to be written as the page's reader needs it."""


@dataclass(frozen=True)
class Alternate:
    """A file that says the same for programs: its address relative to the site's root, and what it is called."""

    url: str
    title: str

    @property
    def media_type(self) -> str:
        return AKOMA_NTOSO_TYPE if self.url.endswith(".xml") else MEDIA_TYPES[self.url.rpartition(".")[2]]


@dataclass(frozen=True)
class About:
    """``facts`` are Dublin Core terms and their values; ``linked`` is the thing as an object of schema.org.

    ``has_card`` is true where a card is drawn for the page (``addresses.card_url``) once the site's address is known.
    """

    description: str
    facts: tuple[tuple[str, str], ...] = ()
    linked: Linked | None = None
    alternates: tuple[Alternate, ...] = ()
    has_card: bool = False


def about_plan(plan: Plan, overview: Overview) -> About:
    meta, issuer = plan.meta, overview.corpus.agency[plan.meta.issuer]
    eli = legal_identifier(plan_directive_id(plan, overview.corpus))
    place, said = overview.corpus.place[meta.place].name, _said(plan, issuer.name)
    linked = {
        "@type": "Legislation",
        "@id": SiteAddress(plan.url),
        "name": f"{plan_name(meta)}: {meta.title}",
        "legislationIdentifier": eli,
        "legislationType": meta.form,
        "legislationDate": _day(meta.issued),
        "legislationPassedBy": _body(meta.issuer, issuer.name, issuer.level),
        "spatialCoverage": place,
        "inLanguage": "vi",
        "encoding": [
            _encoding(akoma_ntoso_url(plan.id), AKOMA_NTOSO_TYPE),
            _encoding(markdown_url(plan.url), MEDIA_TYPES["md"]),
            _encoding(source_url(public_name(meta.source.file)), None),
        ],
    }
    facts = (
        ("title", meta.title),
        ("creator", issuer.name),
        ("publisher", SITE_NAME),
        *_dated(meta.issued),
        ("identifier", eli),
        ("identifier", number_of(meta)),
        ("type", meta.form),
        ("coverage", place),
        ("language", "vi"),
        ("source", f"{meta.source.file} (SHA-256 {meta.source.sha256})"),
    )
    return About(
        said, facts, _whole(linked), (Alternate(akoma_ntoso_url(plan.id), "Akoma Ntoso"), markdown_copy(plan.url)), True
    )


def _said(plan: Plan, issuer: str) -> str:
    if plan.meta.summary:
        return " ".join(plan.meta.summary.split())
    when = f" ngày {write_day(plan.meta.issued)}" if plan.meta.issued else f" năm {plan.meta.year}"
    return f"{plan_name(plan.meta)}{when} của {issuer}: {plan.meta.title}. Ai làm gì, khi nào, theo văn bản nào."


def about_directive(entry: DirectiveEntry, overview: Overview) -> About:
    eli = legal_identifier(entry.id) if entry.known else None
    passed_by = overview.corpus.agency.get(entry.issuer or "")
    linked: dict[str, object] = {
        "@type": "Legislation",
        "@id": SiteAddress(entry.url),
        "name": entry.name,
        "description": entry.title,
        "legislationIdentifier": eli,
        "legislationType": entry.kind,
        "legislationDate": _day(entry.issued),
        "legislationPassedBy": _body(passed_by.id, passed_by.name, passed_by.level) if passed_by else None,
        "inLanguage": "vi",
    }
    for relation in entry.relations:
        if relation.type in _RELATIONS and relation.directive in overview.directives:
            name, other = _RELATIONS[relation.type], overview.directives[relation.directive]
            linked[name] = {"@type": "Legislation", "@id": SiteAddress(other.url), "name": other.name}
    facts = (
        ("title", entry.title or entry.name),
        *((("creator", entry.issuer_name),) if entry.issuer_name else ()),
        *_dated(entry.issued),
        *((("identifier", eli),) if eli else ()),
        ("type", entry.kind),
        ("language", "vi"),
    )
    when = f" ngày {write_day(entry.issued)}" if entry.issued else ""
    by = f" của {entry.issuer_name}" if entry.issuer_name else ""
    title = f": {entry.title}" if entry.title and entry.title != entry.name else ""
    cited = entry.id in overview.citations_of
    feed = (Alternate(directive_feed_url(entry.id), "Lần viện dẫn mới"),) if cited else ()
    beside = (*feed, markdown_copy(entry.url))
    said = f"{upfirst(entry.name)}{when}{by}{title}. Kế hoạch nào viện dẫn, ở câu nào."
    return About(said, facts, _whole(linked), beside)


def about_agency(body: Agency | Group, overview: Overview) -> About:
    place, single = overview.corpus.place[body.place].name, body if isinstance(body, Agency) else None
    parent = overview.corpus.agency.get(single.parent or "") if single else None
    linked = {
        **_body(body.id, body.name, body.level),
        "alternateName": list(body.aliases) or None,
        "areaServed": place,
        "foundingDate": _day(single.since) if single else None,
        "dissolutionDate": _day(single.until) if single else None,
        "parentOrganization": _body(parent.id, parent.name, parent.level) if parent else None,
    }
    folder, work = agency_url(body.id), overview.work.of(body.id)
    files = tuple(Alternate(folder + file.name, file.label) for file in AGENCY_FILES) if work else ()
    files += (markdown_copy(folder),) if work else ()
    facts = (("title", body.name), ("publisher", SITE_NAME), ("coverage", place), ("language", "vi"))
    said = f"{body.name} ({place}): việc phải làm, thời hạn, báo cáo, theo từng kế hoạch."
    return About(said, facts, _whole(linked), files, bool(work.all))


def about_data(overview: Overview) -> About:
    """The published data as a whole."""
    files = [
        Alternate(DATABASE, "SQLite"),
        *(Alternate(f"{DATA_PAGE}{file.name}", file.label) for file in CORPUS_FILES),
    ]
    for table in TABLES:
        for ending in ("json", "csv", "parquet"):
            files.append(Alternate(f"{DATA}{table.name}.{ending}", f"{table.title} ({ending.upper()})"))
    as_of = _day(overview.as_of)
    linked = {
        "@type": "Dataset",
        "@id": SiteAddress(DATA_PAGE),
        "name": DATA_TITLE,
        "description": DATA_DESCRIPTION,
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": "vi",
        "version": as_of,
        "creator": {"@type": "Organization", "name": SITE_NAME, "url": SiteAddress("")},
        "distribution": [
            {**_encoding(one.url, one.media_type), "@type": "DataDownload", "name": one.title} for one in files
        ],
    }
    facts = (("title", DATA_TITLE), ("publisher", SITE_NAME), ("rights", LICENCE["path"]), *_dated(overview.as_of))
    return About(DATA_DESCRIPTION, facts, _whole(linked), tuple(files))


def about_home(overview: Overview) -> About:
    linked = {"@type": "WebSite", "@id": SiteAddress(""), "name": SITE_NAME, "inLanguage": "vi"}
    feed = next(
        Alternate(f"{DATA_PAGE}{file.name}", file.label) for file in CORPUS_FILES if file.name.endswith(".atom")
    )
    return About(DATA_DESCRIPTION, (), linked, (feed,))


def _body(agency: str, name: str, level: Level) -> dict[str, object]:
    sort = "Organization" if level in _NOT_STATE else "GovernmentOrganization"
    return {"@type": sort, "@id": SiteAddress(agency_url(agency)), "name": name}


def _encoding(url: str, media_type: str | None) -> dict[str, object]:
    said: dict[str, object] = {"encodingFormat": media_type} if media_type else {}
    return {"@type": "MediaObject", "contentUrl": SiteAddress(url), **said}


def markdown_copy(url: str) -> Alternate:
    """The page at ``url`` as Markdown, beside it."""
    return Alternate(markdown_url(url), "Markdown")


def _dated(day: date | None) -> tuple[tuple[str, str], ...]:
    return (("date", day.isoformat()),) if day else ()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _whole(linked: Linked) -> Linked:
    """Without what is not known."""
    return {key: value for key, value in linked.items() if value is not None}
