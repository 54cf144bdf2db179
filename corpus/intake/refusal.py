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
