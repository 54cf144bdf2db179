"""Signs of the fonts Symbol and Wingdings, whose codes are no characters, as characters that look the same.

Only what documents use as bullets and boxes (Unicode's own charts of Wingdings and of Adobe's Symbol encoding).
"""

from __future__ import annotations

_SYMBOL = {0x2A: "∗", 0x2B: "+", 0x2D: "-", 0xA3: "≤", 0xA7: "♣", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥"}
_SYMBOL |= {0xB4: "×", 0xB7: "•", 0xD7: "⋅", 0xDE: "⇒"}
_WINGDINGS = {
    0x46: "☞",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
}
_WINGDINGS |= {0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓"}
_WINGDINGS |= {0xFD: "☒", 0xFE: "☑"}
_PRIVATE = 0xF000  # where Word keeps the codes of such fonts
BULLET = "•"


def from_symbol_font(text: str, font: str) -> str:
    """``text`` in ``font`` as characters; a sign that is not known becomes a bullet. Other fonts change nothing."""
    name = font.lower()
    table = _WINGDINGS if name.startswith("wingdings") else _SYMBOL if name == "symbol" else None
    return "".join(_sign(char, table) for char in text)


def _sign(char: str, table: dict[int, str] | None) -> str:
    private = _PRIVATE < ord(char) <= _PRIVATE + 0xFF
    if not private and (table is None or char.isspace()):
        return char
    code = ord(char) - _PRIVATE if private else ord(char)
    return (_SYMBOL if table is None else table).get(code, BULLET)
