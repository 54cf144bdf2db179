"""The modules that read a query, each run in the browser they are written for."""

from __future__ import annotations

import functools
import http.server
import json
import threading
import unicodedata

import pytest
import yaml

SHORT = [["tthc", "Thủ tục hành chính"]]


@pytest.fixture(scope="module")
def golden(root):
    return json.loads((root / "tests/golden/search_parts.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def module(root, chromium):
    """``module(name, expression)``: the value of an expression over ``m``, what the module exports."""
    handler = functools.partial(_Quiet, directory=str(root / "content/assets"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        page = chromium.new_page()
        page.goto(f"{address}search/search.css")
        yield lambda name, expression, value=None: page.evaluate(
            f"async (value) => {{ const m = await import('/{name}.js'); return {expression}; }}", value
        )
        page.close()
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def test_words_are_spelled_as_in_the_index(module, root):
    cases = json.loads((root / "tests/golden/words.json").read_text(encoding="utf-8"))
    expression = "value.map(({ word }) => { const s = m.spell(word); return [s, m.plain(s), m.accentCode(s)]; })"
    assert module("search/words", expression, cases) == [
        [case["spelled"], case["plain"], case["code"]] for case in cases
    ]


def test_decomposed_text_is_the_same_words(module):
    assert module("search/words", "m.plainWords('Nghị quyết'.normalize('NFD'))") == ["nghi", "quyet"]


def test_one_slip(module, golden):
    assert module("search/words", "value.map(({ a, b }) => m.isOneSlip(a, b))", golden["slips"]) == [
        case["one"] for case in golden["slips"]
    ]


def test_units_of_a_query(module, golden):
    expression = "value[0].map(({ query }) => m.parseQuery(query, m.abbreviationTable(value[1])).units)"
    for case, units in zip(golden["units"], module("search/query", expression, [golden["units"], SHORT]), strict=True):
        assert [" ".join(unit["plains"]) for unit in units] == case["units"]
        assert [at for at, unit in enumerate(units) if unit["quoted"]] == case.get("quoted", [])


def test_days_of_a_query(module, golden):
    expression = "value.map(({ query }) => m.parseQuery(query, m.abbreviationTable([])).days)"
    assert module("search/query", expression, golden["days"]) == [case["days"] for case in golden["days"]]


def test_excerpts_mark_what_was_asked(module, golden):
    expression = """(async () => {
      const { parseQuery, abbreviationTable } = await import('/search/query.js');
      const table = abbreviationTable(value[1]);
      return value[0].map(({ text, query }) => m.excerpt(text, parseQuery(query, table)));
    })()"""
    for case, pieces in zip(
        golden["excerpts"], module("search/excerpt", expression, [golden["excerpts"], SHORT]), strict=True
    ):
        assert [piece["text"] for piece in pieces if piece["marked"]] == case["marked"]
        assert "".join(piece["text"] for piece in pieces) == case["text"]


def test_a_long_excerpt_is_cut_around_the_words(module):
    expression = """(async () => {
      const { parseQuery, abbreviationTable } = await import('/search/query.js');
      const text = "đầu ".repeat(200) + "đường dây nóng" + " cuối".repeat(200);
      return m.excerpt(text, parseQuery("duong day nong", abbreviationTable([])));
    })()"""
    pieces = module("search/excerpt", expression)
    assert [piece["text"] for piece in pieces if piece["marked"]] == ["đường dây nóng"]
    assert len("".join(piece["text"] for piece in pieces)) < 260


def test_buckets_are_those_of_the_index(module):
    from corpus.search.chunks import bucket

    words = ["76", "noi vu", "đường", "2021-07-15"]
    assert module("search/chunks", "value.map((word) => m.bucket(word, 97))", words) == [
        bucket(word, 97) for word in words
    ]


def test_bytes_arrive_as_they_were_sent(module):
    import base64

    sent = [bytes(range(length)) for length in range(9)] + [b"\xff" * 7, b"\0" * 4]
    expression = "value.map((text) => [...m.bytesOf(text)])"
    assert module("search/chunks", expression, [base64.b85encode(data).decode() for data in sent]) == [
        list(data) for data in sent
    ]


def test_two_letters_among_words_abbreviate_only_in_capitals(module):
    expression = "value.map((query) => m.parseQuery(query, m.abbreviationTable([['tu', 'Thành ủy']])).units.map((unit) => unit.full))"
    queries = ["dau tu", "nghị quyết TU", "tu"]
    assert module("search/query", expression, queries) == [["", ""], ["", "", "Thành ủy"], ["Thành ủy"]]


def test_a_list_is_filtered_by_the_same_words_as_the_search(module, root):
    cases = yaml.safe_load((root / "tests/golden/list_filters.yml").read_text(encoding="utf-8"))
    expression = "value.map(({ text, typed }) => m.asked(typed)({ text }))"
    for case in cases:
        for form in ("NFC", "NFD"):
            typed = [unicodedata.normalize(form, query) for query in (*case["fits"], *case["not"])]
            found = module("lists/asked", expression, [{"text": case["text"], "typed": query} for query in typed])
            expected = [query in case["fits"] for query in (*case["fits"], *case["not"])]
            assert dict(zip(typed, found, strict=True)) == dict(zip(typed, expected, strict=True))


def test_words_typed_in_telex_are_read_and_words_are_left_alone(module, golden):
    expression = "value.map(({ typed }) => m.fromTelex(typed))"
    assert module("search/typing", expression, golden["telex"]) == [case.get("meant") for case in golden["telex"]]
