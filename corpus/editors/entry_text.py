"""Values as they stand in a register: plain where YAML reads them as they are, else quoted."""

from __future__ import annotations

import json
import re

# Plain words need no quotation marks in YAML; anything else is written as JSON, which YAML reads.
_PLAIN = re.compile(r"(?!(?:null|true|false|yes|no|on|off|y|n)$)[^\W\d_][\w ,()/.–+-]*(?<! )$", re.IGNORECASE)


def quoted(value: str | None) -> str:
    return "null" if value is None else json.dumps(value, ensure_ascii=False)


def scalar(value: object) -> str:
    """``value`` in a block or between braces.

    >>> scalar("Sở Y tế"), scalar("Ban Quản lý rừng, biển"), scalar("no")
    ('Sở Y tế', '"Ban Quản lý rừng, biển"', '"no"')
    """
    if value is None:
        return "null"
    text = str(value)
    return text if _PLAIN.match(text) and ", " not in text or re.fullmatch(r"\d{4}-\d\d-\d\d", text) else quoted(text)
