"""CSV that spreadsheets open as it is: RFC 4180, a byte order mark for Excel, and no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# A cell that begins so is read as a formula by Excel and LibreOffice:
# OWASP, CSV Injection (owasp.org/www-community/attacks/CSV_Injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(headings: Iterable[str], rows: Iterable[Iterable[str | int]]) -> Iterator[bytes]:
    """A table of ``headings`` and ``rows``, line by line; texts are guarded, numbers stay as they are."""
    yield BYTE_ORDER_MARK
    yield _line(headings)
    for row in rows:
        yield _line(guard(cell) if isinstance(cell, str) else cell for cell in row)


def _line(cells: Iterable[str | int]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def guard(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> guard("- Quy mô: 02 cuộc")
    "'- Quy mô: 02 cuộc"
    """
    runs = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if runs else text
