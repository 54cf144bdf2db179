"""A file that cannot be received."""

from __future__ import annotations


class Refused(Exception):
    """``message``: one Vietnamese sentence on what is wrong with the file, and one on what to do."""

    def __init__(self, wrong: str, advice: str):
        super().__init__(f"{wrong}. {advice}.")
        self.wrong, self.advice = wrong, advice

    @property
    def message(self) -> str:
        return str(self)


_MOST_SIGNS = 1_000_000  # the longest plan known has a tenth


def require_length(signs: int) -> None:
    """Raises Refused where a text of so many ``signs`` is longer than any plan can be."""
    if signs > _MOST_SIGNS:
        wrong = "Văn bản dài gấp nhiều lần mọi kế hoạch đã biết"
        advice = (
            "Hãy kiểm tra xem có đúng tệp không, hoặc tách phần kế hoạch và phụ lục của nó thành một tệp rồi nhận lại"
        )
        raise Refused(wrong, advice)
