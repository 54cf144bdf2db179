"""What an Akoma Ntoso document says of itself: its identity as work, expression and file, whom and what it names."""

from __future__ import annotations

from datetime import date

from lxml import etree

from corpus.addresses import agency_url, legal_identifier, plan_url
from corpus.citation_form import number_of, plan_name
from corpus.directives.identity import plan_directive_id
from corpus.language.folding import slug
from corpus.link import PlanRecord
from corpus.model import Plan
from corpus.overview.overview import Overview

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_EDITOR, _ISSUER = "ban-bien-tap", "co-quan-ban-hanh"
_SITE_NAME = "Kế hoạch mở"


def meta(here: PlanRecord, overview: Overview) -> etree._Element:
    """The ``meta`` element of the plan's document, not yet in the namespace of the standard."""
    plan = here.plan
    element = etree.Element("meta")
    _identify(etree.SubElement(element, "identification", source=f"#{_EDITOR}"), plan, overview)
    if plan.meta.issued:
        etree.SubElement(
            element,
            "publication",
            date=plan.meta.issued.isoformat(),
            name=plan.meta.form,
            number=number_of(plan.meta),
            showAs=plan_name(plan.meta),
        )
    references = etree.SubElement(element, "references", source=f"#{_EDITOR}")
    issuer = overview.corpus.agency[plan.meta.issuer].name
    _organisation(references, _ISSUER, f"/{agency_url(plan.meta.issuer)}", issuer)
    _organisation(references, _EDITOR, "/", _SITE_NAME)
    if plan.meta.notes:
        notes = etree.SubElement(element, "notes", source=f"#{_EDITOR}")
        for number, note in enumerate(plan.meta.notes, 1):
            said = etree.SubElement(notes, "note", eId=f"ghi-chu-{number}", marker=str(number))
            etree.SubElement(said, "p").text = note.problem
    return element


def _organisation(parent: etree._Element, name: str, address: str, shown: str) -> None:
    etree.SubElement(parent, "TLCOrganization", eId=name, href=address, showAs=shown)


def work_iri(plan: Plan) -> str:
    """The plan's address in the standard's naming convention: country, kind, issuer, day, number.

    A plan without a day has its year, which the convention allows.
    """
    when = plan.meta.issued.isoformat() if plan.meta.issued else str(plan.meta.year)
    kind, issuer = slug(plan.meta.form), slug(plan.meta.issuer.replace("/", "-"))
    return f"/akn/vn/doc/{kind}/{issuer}/{when}/{plan.id.rpartition('/')[2]}"


def _identify(parent: etree._Element, plan: Plan, overview: Overview) -> None:
    work = work_iri(plan)
    expression = f"{work}/vie@"
    identity = legal_identifier(plan_directive_id(plan, overview.corpus))
    element = _level(parent, "FRBRWork", f"{work}/!main", work, plan, identity)
    etree.SubElement(element, "FRBRcountry", value="vn")
    etree.SubElement(element, "FRBRsubtype", value=slug(plan.meta.form))
    etree.SubElement(element, "FRBRnumber", value=number_of(plan.meta))
    etree.SubElement(element, "FRBRname", value=plan.meta.title)
    element = _level(parent, "FRBRExpression", f"{expression}/!main", expression, plan, f"{identity}/vie")
    etree.SubElement(element, "FRBRlanguage", language="vie")
    element = _level(
        parent, "FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml", plan, plan_url(plan.id)
    )
    etree.SubElement(element, "FRBRformat", value="application/akn+xml")


def _level(parent: etree._Element, tag: str, this: str, iri: str, plan: Plan, alias: str) -> etree._Element:
    element = etree.SubElement(parent, tag)
    etree.SubElement(element, "FRBRthis", value=this)
    etree.SubElement(element, "FRBRuri", value=iri)
    etree.SubElement(element, "FRBRalias", value=alias, name="page" if tag == "FRBRManifestation" else "eli")
    # The standard demands a day: of a plan that carries none the first of its year stands for the year.
    day, name = (plan.meta.issued, "issued") if plan.meta.issued else (date(plan.meta.year, 1, 1), "year")
    etree.SubElement(element, "FRBRdate", date=day.isoformat(), name=name)
    author = _ISSUER if tag == "FRBRWork" else _EDITOR
    etree.SubElement(element, "FRBRauthor", href=f"#{author}")
    return element
