"""Every number of the table of ranking is needed: change it as its pin says, and the pin's query finds something else."""

from __future__ import annotations

import re

import pytest
import yaml
from built_site import wait_until

TABLE = "const RANKING = {"
ENTRY = re.compile(r"^  (\w+): ", re.MULTILINE)
FIRST = """async ([name, changed, query]) => {
  const held = ranking[name];
  const first = async () => {
    const [found] = (await keHoachMo.tim(query)).results;
    return found && (found.name ? found.name.u : found.hit.record.o[0][0]);
  };
  const before = await first();
  ranking[name] = changed;
  const after = await first();
  ranking[name] = held;
  return [before, after];
}"""


@pytest.fixture(scope="module")
def pins(root):
    """By the name of the number: what to change it to, and a query with what it must find first."""
    return yaml.safe_load((root / "tests/golden/ranking.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(chromium, server, site):
    """The page of the search, with its table of ranking within reach as ``ranking``."""
    script = (site / "assets/search/search.js").read_text(encoding="utf-8")
    assert script.count(TABLE) == 1
    opened = script.replace(TABLE, "const RANKING = window.ranking = {")
    page = chromium.new_page()
    page.route("**/assets/search/search.js", lambda route: route.fulfill(body=opened, content_type="text/javascript"))
    page.goto(f"{server}tim-kiem/")
    wait_until(page, "!!window.keHoachMo?.tim")
    yield page
    page.close()


def test_every_number_has_a_pin(root, pins):
    table = (root / "content/assets/search/ranking.js").read_text(encoding="utf-8").partition("RANKING = {")[2]
    assert list(pins) == ENTRY.findall(table)


def test_a_number_changed_loses_its_query(page, pins):
    kept = {}
    for name, pin in pins.items():
        before, after = page.evaluate(FIRST, [name, pin["changed"], pin["query"]])
        if before != pin["first"] or after == pin["first"]:
            kept[name] = (before, after)
    assert kept == {}
