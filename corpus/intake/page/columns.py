"""Letterheads, and recipients beside signatures: two columns without lines, as tables of two cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.intake.document import Cell, Paragraph, Row, TableRead
from corpus.intake.page.paragraphs import Measure, write_paragraph
from corpus.intake.page.printed import Line
from corpus.language.folding import fold

_COUNTRY = re.compile(r"c.ng h.a x. h.i ch|d.ng c.ng s.n vi.t nam")  # folded; a scan may have lost a letter
_RECIPIENTS = re.compile(r"\W*n.i\s+(?:nh.n|g.i)\b")
_MOST_LINES = 40
_LEANS = 0.13  # of the page's width: how far a line's middle may lie from its column's
_SIGNS = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ)(?:\s*\.|\s)|Q\s*\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|TRƯỞNG|BÍ THƯ)")


@dataclass(frozen=True)
class Beside:
    """``lines[start:end]`` of a page are two columns; ``closing``: recipients beside a signature."""

    start: int
    end: int
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    closing: bool = False

    @property
    def page(self) -> int:
        """The page on which they begin."""
        return next(line.page for line in (*self.left, *self.right))

    def table(self, unseen: list[str]) -> TableRead:
        """Every line a paragraph: each of them says something else."""
        cells = (Cell(tuple(_write(side, unseen)), column) for column, side in enumerate((self.left, self.right)))
        return TableRead((Row(tuple(cells), self.page),), 2, bordered=False)

    def over_page(self, lines: Sequence[Line], width: float) -> tuple[Beside, int]:
        """The same columns with what goes on of them at the head of the next page, and how many of its ``lines``."""
        border = min((line.left for line in self.right), default=0.52 * width)
        left, right = list(self.left), list(self.right)
        taken = 0
        for line in lines[:_MOST_LINES]:
            sides = _divide(line, min(border, 0.5 * width), width)
            if sides is None or _COUNTRY.search(fold(line.text)) or not _goes_on_below(sides, left, right, width):
                break
            left += sides[0]
            right += sides[1]
            taken += 1
        return replace(self, left=tuple(left), right=tuple(right)), taken


def _goes_on_below(
    sides: tuple[list[Line], list[Line]], left: Sequence[Line], right: Sequence[Line], width: float
) -> bool:
    """Whether a line belongs to recipients and signature that began on the page before."""
    recipient, signed = sides
    if signed and not _leans(signed[0], right, width):
        return False
    finished = not left or left[-1].text.rstrip().endswith((";", ".", ":"))
    return not recipient or recipient[0].text.startswith(("-", "–", "+")) or not finished


def _write(lines: Sequence[Line], unseen: list[str]) -> Iterator[Paragraph]:
    """Paragraphs of one column; a line under a recipient that begins with no dash goes on from it."""
    if not lines:
        return
    measure = Measure.of(lines)
    groups: list[list[Line]] = []
    for line in lines:
        goes_on = groups and groups[-1][0].text.startswith(("-", "–")) and not line.text.startswith(("-", "–", "+"))
        if goes_on and not groups[-1][-1].text.endswith((";", ".")):
            groups[-1].append(line)
        else:
            groups.append([line])
    yield from (write_paragraph(group, measure, unseen) for group in groups)


def find_beside(lines: Sequence[Line], width: float) -> Iterator[Beside]:
    """The regions in two columns among the lines of one page ``width`` wide, from top to bottom."""
    at = 0
    while at < len(lines):
        found = _letterhead(lines, at, width) or _closing(lines, at, width)
        if found:
            yield found
        at = found.end if found else at + 1


def _letterhead(lines: Sequence[Line], at: int, width: float) -> Beside | None:
    """From the line with the country's name on, as long as lines keep to the two columns."""
    pieces = lines[at].pieces()
    country = next((one for one in pieces if _COUNTRY.search(fold(one.text))), None)
    if country is None or country.middle < width / 2:
        return None
    start = (
        at - 1 if at and _fits(lines[at - 1], (country.left, country.middle), width) else at
    )  # the issuer, higher up
    left, right = list[Line](), list[Line]()
    end = start
    for line in lines[start : start + _MOST_LINES]:
        sides = _divide(line, country.left, width)
        title = len(line.pieces()) == 1 and abs(line.middle - width / 2) < 0.05 * width
        if title or sides is None or not _keeps(sides, left, country, width):
            break
        left += sides[0]
        right += sides[1]
        end += 1
    return Beside(start, end, tuple(left), tuple(right)) if right else None


def _fits(line: Line, country: tuple[float, float], width: float) -> bool:
    return line.right < country[0] and line.top < 0.25 * width


def _keeps(sides: tuple[list[Line], list[Line]], left: Sequence[Line], country: Line, width: float) -> bool:
    """Whether the pieces are set in the middles of their columns: a title stands in the middle of the page."""
    if any(abs(one.middle - country.middle) > _LEANS * width for one in sides[1]):
        return False
    return not left or not sides[0] or abs(sides[0][0].middle - left[0].middle) < _LEANS * width


def _divide(line: Line, border: float, width: float) -> tuple[list[Line], list[Line]] | None:
    """The pieces left and right of ``border``; None where one lies across it."""
    pieces, near = line.pieces(), 0.04 * width
    right = [one for one in pieces if one.left > border - near]
    left = [one for one in pieces if one.left <= border - near]
    if any(one.right > border + near for one in left):
        narrow = line.words
        cut = next((at for at, word in enumerate(narrow) if word.left > border - near), 0)
        gap = narrow[cut].left - narrow[cut - 1].right if cut else 0.0
        if gap < 0.8 * line.size:
            return None
        left, right = [Line(narrow[:cut], line.page)], [Line(narrow[cut:], line.page)]
    return _in_one(left, line.page), _in_one(right, line.page)


def _in_one(pieces: Sequence[Line], page: int) -> list[Line]:
    """What stands in one column is one line, whatever was left blank in it: *Số:       /KH-UBND*."""
    return [Line(tuple(word for one in pieces for word in one.words), page)] if pieces else []


def _closing(lines: Sequence[Line], at: int, width: float) -> Beside | None:
    """From *Nơi nhận* on, with the lines of the signature that stand a little higher."""
    pieces = lines[at].pieces()
    if not _RECIPIENTS.match(fold(pieces[0].text)) or pieces[0].left > width / 2:
        return None
    start = at
    while start and at - start < 3 and _is_signature(lines[start - 1], width):
        start -= 1
    border = min(
        (one.left for line in lines[start : at + 4] for one in line.pieces() if one.left > 0.38 * width), default=width
    )
    left, right, end = list[Line](), list[Line](), start
    for line in lines[start : start + _MOST_LINES]:
        sides = _divide(line, min(border, 0.52 * width), width)
        if (
            sides is None
            or _is_part(line, width)
            or (sides[1] and not sides[0] and not _leans(sides[1][0], right, width))
        ):
            break
        left += sides[0]
        right += sides[1]
        end += 1
    return Beside(start, end, tuple(left), tuple(right), closing=True)


def _leans(line: Line, right: Sequence[Line], width: float) -> bool:
    """Whether ``line`` is set around the middle of the column on the right."""
    return not right or abs(line.middle - right[0].middle) < _LEANS * width


def _is_signature(line: Line, width: float) -> bool:
    return line.left > 0.38 * width and bool(_SIGNS.match(line.text))


def _is_part(line: Line, width: float) -> bool:
    """A title in the middle of the page: what follows the signature on the same page."""
    return len(line.pieces()) == 1 and abs(line.middle - width / 2) < 0.05 * width and line.left < 0.4 * width
