"""Requests of the review to what they change and show; nothing here knows of sockets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.check.examine import examine
from corpus.intake.draft.doubt import DoubtKind
from corpus.intake.review.entries import write_entry
from corpus.intake.review.mended import read_line, settle_unsure, write_line
from corpus.intake.review.sheets import has_pictures, page_numbers, picture, show_doubts, show_lines, templates
from corpus.intake.review.state import Conflict, Review, change, open_review, open_reviews, settle, settle_kind
from corpus.problem import CorpusError
from corpus.read.corpus_files import read_corpus


@dataclass(frozen=True)
class Answer:
    """``location``: where the browser goes on to, instead of ``body``."""

    status: int = 200
    kind: str = "text/html; charset=utf-8"
    body: bytes = b""
    location: str = ""


@dataclass
class Reviewing:
    """The drafts under ``root``; ``token`` stands in each form, ``preview`` makes the page of a plan and says where."""

    root: Path
    token: str
    preview: Callable[[str], str] | None = None
    _templates: object = field(default_factory=templates)

    def get(self, path: str, query: Mapping[str, str]) -> Answer:
        if path == "/":
            return self._show("list.html.j2", reviews=list(open_reviews(self.root)))
        if path == "/favicon.ico":
            return Answer(204)
        if path == "/kieu.css":
            return Answer(kind="text/css; charset=utf-8", body=self._render("style.css.j2"))
        action, _, rest = path.lstrip("/").partition("/")
        if action == "trang":
            return self._picture(rest)
        review = open_review(self.root, rest) if action == "soat" and is_plan_id(rest) else None
        if review is None:
            return self._say_lost()
        number = query.get("dong", "")
        return self._review(review, line=int(number) if number.isdecimal() else 0)

    def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """Do what a form asks; its token was looked at already."""
        action, _, plan_id = path.lstrip("/").partition("/")
        doing = {
            "bo-qua": self._settle,
            "sua": self._mend,
            "soat-chu": self._settle_words,
            "nguoi-ky": self._sign,
            "kiem-tra": self._check,
            "xem-truoc": self._preview,
        }.get(action)
        review = open_review(self.root, plan_id) if is_plan_id(plan_id) else None
        if doing is None or review is None:
            return self._say_lost()
        try:
            return doing(review, form)
        except Conflict as conflict:
            return self._review(review, said=f"Chưa ghi được: {conflict}", bad=True)
        except CorpusError as error:
            return self._review(review, said=f"Kho văn bản đang có lỗi:\n{error}", bad=True)

    # --- what forms do ---------------------------------------------------------------

    def _settle(self, review: Review, form: Mapping[str, str]) -> Answer:
        settle(review, form.get("ma", ""))
        return Answer(303, location=f"/soat/{review.plan_id}")

    def _mend(self, review: Review, form: Mapping[str, str]) -> Answer:
        number = form.get("dong", "")
        line = read_line(review.text, int(number)) if number.isdecimal() else None
        if line is None or line.value != form.get("cu", "").replace("\r\n", "\n"):
            raise Conflict("dòng này đã đổi từ khi trang được mở; hãy xem lại rồi sửa")
        written = write_line(review.text, line, form.get("moi", ""))
        changed = change(review, written, read_corpus(self.root))
        return Answer(303, location=f"/soat/{changed.plan_id}#dong-{number}")

    def _sign(self, review: Review, form: Mapping[str, str]) -> Answer:
        """Who signed, in fields of their own: no line of the draft holds them where the machine saw no name."""
        name, office = (" ".join(form.get(field, "").split()) for field in ("ten", "chuc-vu"))
        capacity = [" ".join(line.split()) for line in form.get("tu-cach", "").splitlines() if line.strip()]
        if bool(name) != bool(office):
            raise Conflict("người ký phải có cả họ tên và chức vụ, như in ở phần ký")
        signer = {"name": name, "office": office, "capacity": capacity} if name else None
        changed = change(review, write_entry(review.text, "signer", signer), read_corpus(self.root))
        return Answer(303, location=f"/soat/{changed.plan_id}#nguoi-ky")

    def _settle_words(self, review: Review, form: Mapping[str, str]) -> Answer:
        changed = change(review, settle_unsure(review.text), read_corpus(self.root))
        settle_kind(changed, (DoubtKind.READING,))
        return Answer(303, location=f"/soat/{changed.plan_id}")

    def _check(self, review: Review, form: Mapping[str, str]) -> Answer:
        """All problems of this plan, as ``make check`` says them."""
        problems = examine(self.root).problems
        own = f"plans/{review.plan_id}.md"
        mine = sorted({one for one in problems if one.path == own or one.severity == "error"})
        errors = sum(one.severity == "error" for one in mine)
        said = f"{errors} lỗi, {len(mine) - errors} cảnh báo." if mine else "Không có lỗi, không có cảnh báo."
        return self._review(review, said=said, bad=errors > 0, problems=list(map(str, mine)))

    def _preview(self, review: Review, form: Mapping[str, str]) -> Answer:
        if self.preview is None:
            raise Conflict("không mở được bản xem trước ở đây")
        return Answer(303, location=self.preview(review.plan_id))

    # --- what is shown -------------------------------------------------------------------

    def _review(
        self, review: Review, line: int = 0, said: str = "", bad: bool = False, problems: list[str] | None = None
    ) -> Answer:
        doubts = show_doubts(review)
        plan, _ = review.parse()
        return self._show(
            "review.html.j2",
            review=review,
            doubts=doubts,
            unsure=sum(one.doubt.kind is DoubtKind.READING for one in doubts),
            lines=list(show_lines(review)),
            line=read_line(review.text, line) if line else None,
            signer=plan.meta.signer if plan else None,
            readable=plan is not None,
            pages=review.kept["pages"],
            pictures=has_pictures(review),
            problems=problems or [],
            said=said,
            bad=bad,
        )

    def _picture(self, rest: str) -> Answer:
        plan_id, _, page = rest.rpartition("/")
        review = open_review(self.root, plan_id) if is_plan_id(plan_id) and page.isdecimal() else None
        known = review and (int(page) in page_numbers(review) or page == "1")
        found = picture(self.root, review, int(page)) if review and known else None
        return Answer(kind=found[0], body=found[1]) if found else self._say_lost()

    def _say_lost(self) -> Answer:
        return Answer(404, "text/plain; charset=utf-8", "Không có trang này.".encode())

    def _show(self, template: str, **values: object) -> Answer:
        return Answer(body=self._render(template, **{"said": "", "bad": False, **values}))

    def _render(self, template: str, **values: object) -> bytes:
        text: str = self._templates.get_template(template).render(token=self.token, **values)  # type: ignore[attr-defined]
        return text.encode()


def is_plan_id(text: str) -> bool:
    """Whether ``text`` is a place, a year and a name, and so no way out of the folder of plans."""
    parts = text.split("/")
    return len(parts) == 3 and all(part and set(part) <= _OF_IDS for part in parts)


_OF_IDS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
