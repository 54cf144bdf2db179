"""Short forms and symbols that follow from the names of departments and divisions: *Sở TT&TT*, *Sở TTTT*, *STTTT*."""

from __future__ import annotations

import re
from functools import cache

from corpus.language.lexicon import LEXICON, symbol_letters

_HEADED = re.compile(r"(?P<noun>Bộ|Sở|Phòng) (?P<field>\S.*)")
_TOKEN = re.compile(r"[^\W\d_]+|[,\-–]")


def short_forms(name: str) -> tuple[str, ...]:
    """How ``name`` is shortened to the first letters of its field of work; nothing for other bodies.

    >>> short_forms("Sở Lao động - Thương binh và Xã hội")
    ('Sở LĐTBXH', 'Sở LĐ-TB&XH')
    """
    headed = _HEADED.fullmatch(name)
    if not headed:
        return ()
    tokens = _TOKEN.findall(headed["field"])
    if sum(token.isalpha() for token in tokens) < 2:
        return ()
    signed = "".join("&" if token == "và" else token[0].upper() for token in tokens)
    forms = dict.fromkeys((symbol_letters(headed["field"]), signed))
    return tuple(f"{headed['noun']} {short}" for short in forms)


@cache
def symbol_of(name: str) -> tuple[str, ...]:
    """The letters of a ministry or department in its symbols, where they are no other's: *SNV*."""
    known = {**LEXICON.department_of_symbol, **LEXICON.issuer_of_symbol}
    return tuple(symbol for symbol, body in known.items() if body == name)
