"""One made-up plan as its two files: the text with its front matter, and the file that it is said to be received as."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from corpus.evaluation.made.citable import Citable, PlanNumber
from corpus.evaluation.made.issuing_places import Issuer
from corpus.evaluation.made.phrases import fill
from corpus.evaluation.made.successive import Wording
from corpus.language.letters import upfirst
from corpus.language.numerals import write_day
from corpus.read.corpus_files import plan_address

MARK = "văn bản do máy tạo để đo, không có thật"  # in the recipients, so that the plan's own words say it everywhere
NO_TIME = 0.07
FORMER_BODY = 0.02  # of names, those of bodies that are gone or not yet there
CUT_NAME = 0.01
SKIPPED_LETTER = 0.01
_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
_CLERKS = ("Công chức Văn hóa - Xã hội", "Công chức Tư pháp - Hộ tịch", "Công chức Tài chính - Kế toán")
_COLUMNS = (
    ("no", "TT"),
    ("title", "Nhiệm vụ"),
    ("lead", "Cơ quan chủ trì"),
    ("coordinating", "Cơ quan phối hợp"),
    ("time", "Thời gian thực hiện"),
    ("product", "Sản phẩm"),
)
_HEADINGS = (
    "Công tác lãnh đạo, chỉ đạo",
    "Công tác thông tin, tuyên truyền",
    "Nhiệm vụ chuyên môn",
    "Kiểm tra, giám sát",
    "Ứng dụng công nghệ thông tin",
    "Huy động nguồn lực",
    "Sơ kết, tổng kết",
)
_GROUPS = ("Nhiệm vụ thường xuyên", "Nhiệm vụ trọng tâm")


@dataclass(frozen=True)
class MadePlan:
    """``text`` and ``source`` as written; ``id`` and ``file`` say where."""

    id: str
    text: str
    file: str
    source: str


class Composer:
    """Puts together the plan of ``issuer`` with the number ``own``; ``before`` are the days of the plans before it."""

    def __init__(self, seed: int, issuer: Issuer, own: PlanNumber, citable: Citable, before: list[date]):
        self._rng = Random(f"{seed}/{issuer.key}/{own.day.year}/text")
        self._issuer, self._own, self._citable, self._before = issuer, own, citable, before
        self._bodies = issuer.bodies(own.day) or list(_CLERKS)
        self._gone = issuer.gone(own.day)
        year = own.day.year
        self._known = {
            "area": issuer.area,
            "place": issuer.place.name,
            "year": year,
            "last": year - 1,
            "next": year + 1,
        }
        self._known |= {"committee": f"Ủy ban nhân dân {issuer.noun}", "lead": self._bodies[0]}
        self._title = upfirst(f"{issuer.subject.title} {issuer.place.name} năm {year}")

    def compose(self, wording: Wording) -> MadePlan:
        rows = list(self._rows(wording))
        blocks = [*self._head(), *self._parts(wording), *self._annex()]
        if not self._own.promulgated:
            blocks[-3:-3] = self._ending("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
        source = "\n\n".join(_plain(blocks, rows)) + "\n"
        meta, place = self._own, self._issuer.place.id
        identity = plan_address(place, meta.day.year, str(meta.number), meta.symbol)
        file = f"may-tao-{identity.replace('/', '-')}.txt"
        front = self._front(file, hashlib.sha256(source.encode()).hexdigest(), rows)
        return MadePlan(identity, "\n".join(["---", *front, "---", "", "\n\n".join(blocks), ""]), file, source)

    # --- Above the text

    def _front(self, file: str, digest: str, rows: Sequence[dict[str, str]]) -> Iterator[str]:
        own, issuer = self._own, self._issuer
        body = "chu-tich-uy-ban-nhan-dan" if own.promulgated else "uy-ban-nhan-dan"
        yield f"title: {_quoted(f'Ban hành Kế hoạch {_lower(self._title)}' if own.promulgated else self._title)}"
        yield f'number: "{own.number}"'
        yield f"symbol: {own.symbol}"
        yield f"form: {'quyết định' if own.promulgated else 'kế hoạch'}"
        yield f"issued: {own.day}"
        yield f"issuer: {issuer.place.id}/{body}"
        yield f"level: {issuer.place.tier}"
        yield f"place: {issuer.place.id}"
        yield f"year: {own.day.year}"
        yield "signer: null"
        yield f"recipients: {json.dumps(self._recipients, ensure_ascii=False)}"
        if own.promulgated:
            yield f"promulgates: {{form: kế hoạch, title: {_quoted(self._title)}}}"
        yield f"source: {{file: {file}, sha256: {digest}, transcription: faithful}}"
        columns = [{"field": field, "name": name} for field, name in _COLUMNS]
        yield f"tables:\n- kind: tasks\n  columns: {json.dumps(columns, ensure_ascii=False)}\n  rows:"
        yield from (f"  - {json.dumps(row, ensure_ascii=False)}" for row in rows)

    @property
    def _recipients(self) -> list[str]:
        first = "Như Điều 3;" if self._own.promulgated else "Như mục V;"
        return [first, f"Lưu: VT ({MARK})."]

    # --- The text

    def _head(self) -> Iterator[str]:
        own, place = self._own, self._issuer.place
        yield f"ỦY BAN NHÂN DÂN\n{place.name.upper()}"
        yield f"Số: {own.printed}"
        yield "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
        yield f"{self._issuer.proper}, ngày {own.day:%d} tháng {own.day:%m} năm {own.day.year}"
        basis = list(self._citable.basis(self._issuer, own.day, self._rng))
        if self._before:
            basis.append(self._citable.former(self._issuer, self._before))
        said = f"Ủy ban nhân dân {self._issuer.noun} ban hành Kế hoạch {_lower(self._title)}, cụ thể như sau:"
        if own.promulgated:
            yield from self._decision(basis)
            of = f"của Chủ tịch Ủy ban nhân dân {self._issuer.place.name}"
            yield f"# KẾ HOẠCH\n\n**{self._title}**\n(Kèm theo Quyết định số {own.printed} ngày {write_day(own.day)} {of})"
            yield f"Thực hiện {basis[-1]}, {said}"
        else:
            yield f"# KẾ HOẠCH\n\n**{self._title}**"
            yield f"Thực hiện {'; '.join(basis)}; {said}"

    def _decision(self, basis: list[str]) -> Iterator[str]:
        place = self._issuer.place
        title = _lower(self._title)
        yield f"# QUYẾT ĐỊNH\n\n**Ban hành Kế hoạch {title}**"
        yield f"**CHỦ TỊCH ỦY BAN NHÂN DÂN {place.name.upper()}**"
        yield from (f"Căn cứ {act};" for act in basis)
        yield f"Theo đề nghị của {self._bodies[0]}."
        yield "**QUYẾT ĐỊNH:**"
        yield f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch {title}."
        yield "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
        yield "Điều 3. Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./."
        yield from self._ending("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")

    def _ending(self, signature: str) -> list[str]:
        return ["**Nơi nhận:**", "\n".join(f"- {one}" for one in self._recipients), signature]

    def _parts(self, wording: Wording) -> Iterator[str]:
        yield "## I. MỤC ĐÍCH, YÊU CẦU"
        yield "### 1. Mục đích"
        yield from self._items(wording.purposes)
        yield "### 2. Yêu cầu"
        yield from self._items(wording.requirements)
        yield "## II. NỘI DUNG"
        for number, part in enumerate(wording.contents):
            yield f"### {number + 1}. {_HEADINGS[number % len(_HEADINGS)]}"
            yield from self._items(part)
        yield "## III. NHIỆM VỤ CỤ THỂ"
        yield "Danh mục nhiệm vụ và thời gian thực hiện tại Phụ lục kèm theo Kế hoạch này; ngoài ra thực hiện các nhiệm vụ sau:"
        yield from self._tasks(wording)
        yield "## IV. KINH PHÍ THỰC HIỆN"
        yield self._fill(
            "Kinh phí thực hiện được bố trí trong dự toán năm {year} của các cơ quan, đơn vị theo phân cấp."
        )
        yield "## V. TỔ CHỨC THỰC HIỆN"
        yield from self._duties(wording)
        said = (
            "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, đơn vị báo cáo {committee} (qua {lead})"
        )
        yield self._fill(f"Trên đây là Kế hoạch {_lower(self._title)}. {said} để xem xét, giải quyết./.")

    def _items(self, sentences: Sequence[str]) -> Iterator[str]:
        """Sentences by letters, one of which is left out now and then."""
        letters = iter(_LETTERS)
        for sentence in sentences:
            if self._rng.random() < SKIPPED_LETTER:
                next(letters)
            yield f"{next(letters)}) {self._fill(sentence)}"

    def _tasks(self, wording: Wording) -> Iterator[str]:
        for number, (title, time, product) in enumerate(wording.tasks, 1):
            yield f"### {number}. {self._fill(title)}"
            yield f"- Cơ quan chủ trì: {self._body()}."
            yield f"- Cơ quan phối hợp: {self._body()}, {self._body()}."
            if self._rng.random() > NO_TIME:
                yield f"- Thời gian hoàn thành: {self._fill(time)}."
            yield f"- Sản phẩm: {upfirst(product)}."

    def _duties(self, wording: Wording) -> Iterator[str]:
        day = self._own.day
        named = [*self._bodies, self._issuer.addressed(day)]
        asked = [f"Đề nghị {name}" for name in self._issuer.asked(day)]
        printed = [*self._bodies[: max(1, len(wording.duties) - 2)], named[-1], *asked]
        for number, (name, part) in enumerate(zip(printed, wording.duties, strict=False), 1):
            yield f"### {number}. {name}"
            yield from self._items(part)

    def _annex(self) -> Iterator[str]:
        own = self._own
        kind, by = ("Quyết định", "Chủ tịch Ủy ban") if own.promulgated else ("Kế hoạch", "Ủy ban")
        yield self._fill("# PHỤ LỤC\n\n**DANH MỤC NHIỆM VỤ CỤ THỂ NĂM {year}**")
        of = f"{by} nhân dân {self._issuer.place.name}"
        yield f"(Kèm theo {kind} số {own.printed} ngày {write_day(own.day)} của {of})"
        yield "<!-- table -->"

    def _rows(self, wording: Wording) -> Iterator[dict[str, str]]:
        number = 0
        for roman, group, tasks in zip(("I", "II"), _GROUPS, wording.rows, strict=True):
            yield {"no": roman, "title": group}
            for title, time, product in tasks:
                number += 1
                row = {"no": str(number), "title": self._fill(title), "lead": self._body()}
                row["coordinating"] = f"{self._body()}; {_lower(self._issuer.addressed(self._own.day))}"
                row |= {"time": self._fill(time)} if self._rng.random() > NO_TIME else {}
                yield row | {"product": upfirst(product)}

    # --- Slots

    def _fill(self, sentence: str) -> str:
        values = dict(self._known)
        for slot in re.findall(r"\{(act2?|body)\}", sentence):
            made = self._body() if slot == "body" else self._citable.printed(self._issuer, self._own.day, self._rng)
            values[slot] = made
        return fill(sentence, values)

    def _body(self) -> str:
        """A body, the first ones more often; now and then of another time, or not the whole name."""
        chance = self._rng.random()
        if chance < FORMER_BODY and self._gone:
            return self._rng.choice(self._gone)
        name = self._bodies[min(int(self._rng.expovariate(0.4)), len(self._bodies) - 1)]
        return name.rpartition(" ")[0] or name if chance > 1 - CUT_NAME else name


def _plain(blocks: Sequence[str], rows: Sequence[dict[str, str]]) -> Iterator[str]:
    """The words alone, as a file received has them: no marks of Markdown, the cells of the table one after the other."""
    for block in blocks:
        if block == "<!-- table -->":
            yield from (name for _, name in _COLUMNS)
            yield from (cell for row in rows for cell in row.values())
        else:
            yield re.sub(r"^#+ |\*\*", "", block, flags=re.MULTILINE)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
