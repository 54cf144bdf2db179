"""The published data keeps its contract: names, keys, schemas, and addresses that exist."""

from __future__ import annotations

import csv
import json

import jsonschema
import pytest
from built_site import read_site

# The contract that other programs rely on; a key may be added here only together with its documentation.
CONTRACT = {
    "plans": "id url title number symbol form issued year period issuer level signer source eli summary",
    "directives": "id url number symbol kind issuer issued title resolved_to cited_by relations sources eli citation_changes",
    "citations": "plan directive text number issued role within section anchor url prefix suffix by",
    "agencies": "id url name aliases level parent from to successors members_complete by_rule members",
    "tasks": "plan no title detail lead coordinating lead_text coordinating_text time_text start end product anchor url"
    " rule exclusive time_reason narrower_time_text groups parent columns sentence",
    "duties": "plan agency printed_name text requested section anchor url kind",
    "reports": "plan agency to via frequency deadlines text anchor url",
    "clauses": "plan anchor parent kind marker text cells url",
}


def load(site, name):
    return json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CONTRACT)
def test_every_row_has_exactly_the_agreed_keys_and_fits_its_schema(site, name, is_golden):
    rows = load(site, name)
    assert rows or not is_golden, f"{name}.json is empty"
    for row in rows:
        assert list(row) == CONTRACT[name].split()
    jsonschema.validate(rows, load(site, f"{name}.schema"), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", CONTRACT)
def test_csv_says_the_same_as_json(site, name):
    rows = load(site, name)
    with (site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) == len(rows)
    for line, row in zip(table, rows, strict=True):
        assert line == {key: printed(value) for key, value in row.items()}


def printed(value) -> str:
    """What a cell holds: nothing for null, names joined, the rest as JSON; a would-be formula behind an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if isinstance(value, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@pytest.mark.parametrize("name", CONTRACT)
def test_every_address_in_the_data_exists(site, name):
    pages = read_site(site).pages
    for row in load(site, name):
        url, _, anchor = row["url"].partition("#")
        page = pages.get(f"{url}index.html")
        assert page, row["url"]
        assert not anchor or (anchor == row["anchor"] and anchor in page.anchors), row["url"]


def test_rows_point_only_to_things_that_exist(site):
    plans, directives, agencies = (
        {row["id"] for row in load(site, name)} for name in ("plans", "directives", "agencies")
    )
    for row in load(site, "citations"):
        assert row["plan"] in plans and (row["directive"] in directives or row["directive"] is None)
        assert row["within"] is None or row["within"] in directives
    for row in load(site, "directives"):
        assert set(row["cited_by"]) <= plans
        assert row["resolved_to"] not in row["cited_by"], "a plan does not cite itself"
        assert {relation["directive"] for relation in row["relations"]} <= directives
    for row in load(site, "tasks"):
        assert {*row["lead"], *row["coordinating"]} <= agencies
    for row in load(site, "agencies"):
        assert set(row["members"]) <= agencies and (row["parent"] in agencies or row["parent"] is None)


def test_data_package_lists_every_table_with_its_fields(site):
    package = load(site, "datapackage")
    listed = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]] for resource in package["resources"]
    }
    assert listed == {name: keys.split() for name, keys in CONTRACT.items()}
    for resource in package["resources"]:
        assert (site / "data" / resource["path"]).is_file()
