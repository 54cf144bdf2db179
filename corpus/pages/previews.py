"""What links in a plan's text tell before they are followed: the acts, bodies and abbreviations that it names.

Each stands once on the plan's page, so that a page holds what it needs and no other, and asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from corpus.addresses import TERMS, agency_url, relative
from corpus.language.folding import slug
from corpus.model import Corpus
from corpus.overview.overview import Overview
from corpus.pages.agency_words import introduce
from corpus.pages.text import Link
from corpus.schema import Term


@dataclass
class Previews:
    """Numbers the things named on the page at ``url`` in the order of its text."""

    overview: Overview
    url: str
    directives: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)
    terms: dict[str, int] = field(default_factory=dict)

    def of_directive(self, directive: str) -> str:
        """The id of the entry of ``directive`` in the list of what is cited."""
        return f"van-ban-{self.directives.setdefault(directive, len(self.directives) + 1)}"

    def of_body(self, body: str) -> str:
        return f"ai-{self.bodies.setdefault(body, len(self.bodies) + 1)}"

    def of_term(self, term: str) -> str:
        return f"chu-{self.terms.setdefault(term, len(self.terms) + 1)}"

    def told(self) -> Iterator[tuple[str, Markup]]:
        """Id and words of each body and abbreviation named so far; the acts stand in the list of what is cited."""
        corpus = self.overview.corpus
        for body in self.bodies:
            further = Markup(' <a class="agency" href="{}">Việc và các kế hoạch có nêu</a>')
            words = introduce(corpus.agency[body], corpus, self.url)
            yield self.of_body(body), words + further.format(relative(self.url, agency_url(body)))
        by_name = {term.term: term for term in corpus.terms}
        for name in self.terms:
            link = relative(self.url, term_url(name))
            meaning = Markup('<a class="term" href="{}">{}</a>: {}').format(link, name, by_name[name].meaning)
            yield self.of_term(name), meaning


@dataclass(frozen=True)
class TermFinder:
    """Finds the abbreviations of the glossary as they are printed, to the letter."""

    pattern: re.Pattern[str] | None
    meant: dict[str, str]

    @classmethod
    def of(cls, corpus: Corpus) -> TermFinder:
        meant = {name: term.term for term in corpus.terms for name in _names(term)}
        longest = sorted(map(re.escape, meant), key=len, reverse=True)
        # In a symbol (45/KH-UBND) it is no word of the text.
        pattern = re.compile(rf"(?<![\w/&-])(?:{'|'.join(longest)})(?![\w/&-])") if longest else None
        return cls(pattern, meant)

    def links(self, text: str, taken: Iterable[Link], previews: Previews) -> Iterator[Link]:
        """A link over the first mention of each in ``text`` that no link in ``taken`` covers."""
        spans, seen = [(link.start, link.end) for link in taken], set()
        for match in self.pattern.finditer(text) if self.pattern else ():
            term = self.meant[match[0]]
            if term in seen or any(start < match.end() and match.start() < end for start, end in spans):
                continue
            seen.add(term)
            target = relative(previews.url, term_url(term))
            yield Link(match.start(), match.end(), target, "term", previews.of_term(term))


def term_url(term: str) -> str:
    """Address of the words of an abbreviation on the page of all."""
    return f"{TERMS}#{slug(term)}"


def _names(term: Term) -> tuple[str, ...]:
    return (term.term, *term.aliases)
