"""Text is text until one place turns it into HTML: generated pages hold no live Markdown and no raw text."""

from __future__ import annotations

import ast
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import nodes
from markdown import Markdown
from pydantic import TypeAdapter, ValidationError

from corpus.pages.outline import finish_headings, nest
from corpus.pages.page import Content, environment, redirect_page
from corpus.schema.base import Url

# Modules that make HTML of text themselves; each escapes what it is given.
MAKES_HTML = {
    "head.py",
    "outline.py",
    "page.py",
    "text.py",
    "plan.py",
    "picture.py",
    "agency_words.py",
    "previews.py",
    "chart.py",
    "timeline.py",
}


def test_templates_escape_everything(root):
    """No template turns escaping off, or prints a value as if it were HTML."""
    env = environment()
    assert env.autoescape is True
    templates = sorted((root / "corpus/pages/templates").iterdir())
    assert templates
    for path in templates:
        text = path.read_text("utf-8")
        tree = env.parse(text)
        filters = {node.name for node in tree.find_all(nodes.Filter)}
        assert not filters & {"safe", "xmlattr", "urlize"}, path.name
        assert not list(tree.find_all(nodes.ScopedEvalContextModifier)), path.name
        assert not re.search(r"=\s*\{\{", re.sub(r"\{%.*?%\}", "", text)), f"{path.name}: an attribute without quotes"
        assert not re.search(r"(?i)<script|\son\w+=|\sstyle=", text), path.name


def test_html_is_made_of_text_in_few_places(root):
    found = set()
    for path in root.glob("corpus/**/*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        if any(isinstance(call.func, ast.Name) and call.func.id == "Markup" for call in calls):
            found.add(path.name)
    assert found == MAKES_HTML


def test_headings_have_addresses_links_and_an_outline():
    html, outline = finish_headings(
        '<h1>Kế hoạch &lt;1&gt;</h1><h2 id="a&amp;b" class="x">A <em>&amp;</em> B</h2><h2>Kế hoạch &lt;1&gt;</h2>'
        '<h3 data-inner="" id="z">Z</h3>'
    )
    assert [(one.level, one.anchor, one.name) for one in outline] == [
        (1, "ke-hoach-1", "Kế hoạch <1>"),
        (2, "a&b", "A & B"),
        (2, "ke-hoach-1_1", "Kế hoạch <1>"),
    ]
    assert 'href="#a&amp;b"' in html and '<h3 id="z">Z</h3>' in html
    (root,) = nest(outline)
    assert root["name"] == "Kế hoạch &lt;1&gt;" and [one["id"] for one in root["children"]] == ["a&b", "ke-hoach-1_1"]


LIVE = [
    "[x](javascript:alert(1))",
    "![x](//evil)",
    "# a",
    "{: onclick=x}",
    "<https://evil>",
    "`x`",
    "**x**",
    "a\n\n# b",
]


@pytest.mark.parametrize("text", LIVE)
def test_another_engine_finds_no_live_markdown_in_a_page(text):
    """The words come through as they are, in any engine that knows Markdown and its extensions."""
    from markupsafe import Markup

    html, outline = finish_headings(str(Markup("<h1>{}</h1>\n<p>{}</p>").format(text, text)))
    page = Content(text, html, outline)
    head, body = page.markdown.removeprefix("---\n").split("\n---\n", 1)
    assert yaml.safe_load(head)["title"] == text
    made = Markdown(extensions=["attr_list", "md_in_html", "tables", "toc"]).convert(body)
    assert str(html).replace("\n\n", "\n") in made


@given(st.text(alphabet="#*[](){}<>&\"'`|!: \nabđ", max_size=60))
@settings(max_examples=200)
def test_no_text_becomes_markup_in_another_engine(text):
    from markupsafe import Markup

    html, outline = finish_headings(str(Markup("<h2>{}</h2>\n<p>{}</p>").format(text, text)))
    made = Markdown(extensions=["attr_list", "md_in_html", "tables", "toc"]).convert(
        Content("x", html, outline).markdown.split("\n---\n", 1)[1]
    )
    assert set(re.findall(r"<(\w+)", made)) == {"div", "h2", "a", "p"}


def test_an_old_address_leads_on_as_html():
    page = redirect_page('a"><b>/', 'c"><d>/').write()
    assert "<b>" not in page.html and "<d>" not in page.html


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
    ]
    + [
        "file:///etc/passwd",
        "http:evil",
        "https://",
        'https://a/"onclick=x',
        "https://a b",
        "https://a\\b",
        "mailto:",
        "x",
    ]
    + ["https://[", "ftp://a/b", "https://a/<b>", "blob:https://a/b", "intent://a", "/a/b", "https:///a"],
)
def test_an_address_that_nobody_should_follow_is_refused(url):
    with pytest.raises(ValidationError, match="phải là địa chỉ bắt đầu bằng https://"):
        TypeAdapter(Url).validate_python(url)


@pytest.mark.parametrize(
    "url", ["https://vbpl.vn/x?y=1&z=%20#a", "http://a.vn", "mailto:a@b.vn", "https://a.vn/tiếng-việt"]
)
def test_addresses_of_sources_are_kept(url):
    assert TypeAdapter(Url).validate_python(url) == url
