"""What must hold of any corpus, as read and linked: addresses, citations, names, the search's records."""

from __future__ import annotations

import re
from collections import Counter

import jsonschema
import pytest

from corpus.bodies.index import BodyIndex
from corpus.check.checked import check_corpus
from corpus.citation_form import cite_clause
from corpus.directives.cite import cite, plan_directive_id
from corpus.directives.identity import issuer_segment, number_key, series, series_issuer
from corpus.editors.schemas import make_schema
from corpus.language.letterhead import full_number
from corpus.overview.statements import statements
from corpus.pages.side_by_side import beside
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import REGISTERS, CorpusFiles
from corpus.search.catalogue import catalogue
from corpus.search.chunks import bucket
from corpus.search.lookup import keys, lookup_chunks
from corpus.search.records import plan_records
from corpus.strict_yaml import load
from corpus.vocabulary import Role


@pytest.fixture(scope="session")
def bodies(corpus) -> BodyIndex:
    return BodyIndex(corpus)


@pytest.fixture(scope="session")
def records(overview):
    return [record for here in overview.plans for record in plan_records(here, overview.corpus)]


def test_no_rule_is_broken(corpus, corpus_root):
    problems = check_corpus(corpus, prove_corpus(corpus, CorpusFiles(corpus_root)))
    assert [str(problem) for problem in problems if problem.severity == "error"] == []


def test_findings_quote_the_text_at_their_place(overview, checked):
    for here in overview.plans:
        texts = {(p.anchor, p.field): p.text for p in here.plan.passages}
        for finding in checked.oddities[here.plan.id]:
            clause = here.plan.clause(finding.at)
            assert finding.quote in texts.get((finding.at, finding.field), "") or finding.quote == clause.marker


def test_every_address_is_unique_and_readable(corpus):
    for plan in corpus.plans:
        found = [clause.anchor for clause in plan.walk()] + [row.anchor for row in plan.rows]
        assert len(found) == len(set(found))
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", anchor) for anchor in found)


def test_every_address_can_be_cited(corpus):
    for plan in corpus.plans:
        for anchor in plan.ancestors:
            cited = cite_clause(plan, anchor, corpus)
            assert corpus.agency[plan.meta.issuer].name in cited
            assert "None" not in cited and "  " not in cited


def test_different_clauses_have_different_citations(corpus):
    """Only what is cited by its parent alone may share one."""
    for plan in corpus.plans:
        cited = Counter(
            cite_clause(plan, clause.anchor, corpus)
            for clause in plan.walk()
            if clause.kind in ("article", "clause", "point", "item", "recipient", "basis")
        )
        repeated = {text: count for text, count in cited.items() if count > 1}
        assert repeated == {}


def test_the_letterhead_number_is_the_plan_itself(corpus):
    for plan in corpus.plans:
        own = [c for c in cite(plan, corpus) if c.role is Role.SELF]
        assert [c.directive for c in own] == [plan_directive_id(plan)]


def test_every_citation_says_why(overview):
    assert all(citation.reason for plan in overview.plans for citation in plan.citations)


def test_ids_in_the_register_follow_from_their_facts(corpus):
    """Bodies that number in one series are one issuer: an id stays when a source tells which of them it was."""
    for directive in corpus.directives:
        segment, year, _ = directive.id.split("/")
        if directive.issuer:
            numbering = [body for body in corpus.agency if series(body) == series(directive.issuer)]
            assert segment in {issuer_segment(series_issuer(body)) for body in numbering}, directive.id
        if directive.issued:
            assert year == str(directive.issued.year), directive.id
        if directive.number:
            key = number_key(full_number(directive.number, directive.symbol))
            assert key is None or key.year is None or year == str(key.year), directive.id


def test_one_name_never_means_two_living_bodies_of_a_place(corpus, bodies):
    for key, called in bodies.called.items():
        entries = [e for found in (called.agencies, called.groups) for here in found.values() for e in here]
        places = [(e.body.place, e.where, e.plural) for e in entries if getattr(e.body, "until", None) is None]
        same = {place for place in places if places.count(place) > 1}
        assert not same, (key, same)


def test_each_descent_names_a_clause_that_is_there(overview):
    for descent in overview.lineage.descents:
        if descent.anchor:
            assert descent.anchor in overview.corpus.plan[descent.plan].ancestors, descent


def test_the_schemas_accept_every_file(corpus_root):
    files = CorpusFiles(corpus_root)
    documents = [("plan", path, path.read_text("utf-8").split("\n---\n")[0]) for path in files.plans]
    documents += [(name, files.register(name), files.register(name).read_text("utf-8")) for name in REGISTERS]
    documents += [("passages", path, path.read_text("utf-8")) for path in files.source("").glob("*.passages.yml")]
    for name, path, text in documents:
        validator = jsonschema.Draft202012Validator(make_schema(name))
        assert [error.message for error in validator.iter_errors(load(text.removeprefix("---\n")).data)] == [], path


def test_every_record_of_the_search_stands_at_an_anchor_of_its_plan(records, overview):
    for record in records:
        for where in record.occurrences:
            plan, anchor = re.fullmatch(r"ke-hoach/(.+)/#(.+)", where.url).groups()
            assert anchor in overview.plan[plan].plan.ancestors


def test_every_task_and_every_numbered_statement_is_in_the_search(records, overview):
    found = {where.url for record in records for where in record.occurrences}
    for here in overview.plans:
        assert all(f"{here.plan.url}#{row.anchor}" in found for row in here.plan.rows)
        items = [clause for clause in here.plan.walk() if clause.kind in ("article", "point", "item")]
        assert all(f"{here.plan.url}#{item.anchor}" in found for item in items)


def test_every_name_of_the_search_stands_under_each_of_its_keys(overview):
    names = catalogue(overview)
    files = dict(lookup_chunks(names))
    table = files["ten/bang"]
    in_blocks = [name for number in range(len(names)) if (block := files.get(f"ten/{number}")) for name in block]
    for named in names:
        at = next(position for position, held in enumerate(in_blocks) if held["u"] == named.url)
        for key in keys(named):
            held = files[f"khoa/{bucket(key.split('@')[-1], table['o'])}"][key]
            assert at in held or len(held) == 60


def test_plans_are_not_listed_a_second_time_as_directives(overview):
    numbers = [(named.number, named.symbol, named.day) for named in catalogue(overview) if named.number and named.day]
    assert len(numbers) == len(set(numbers))


def test_beside_another_plan_of_its_line_each_statement_stands_once(overview):
    for record in overview.plans:
        plan = record.plan
        for _, before in beside(overview, plan):
            rows = overview.compared(before.id, plan.id).rows
            later = [row.after.anchor for row in rows if row.after]
            earlier = [one.anchor for row in rows for one in (row.before, *row.joined) if one]
            assert later == [one.anchor for one in statements(plan)]
            assert sorted(earlier) == sorted(one.anchor for one in statements(before))
            assert before.meta.year <= plan.meta.year
