"""A corpus that holds, with a hostile text in every field that takes one: what an attacker among the clerks could send."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.prove.reading import LOOSE, PARAGRAPH, read_plan_text
from corpus.read.corpus_files import CorpusFiles, read_plan

PAYLOADS = tuple((Path(__file__).parent / "golden/hostile/payloads.txt").read_text("utf-8").splitlines())
PLANS = 24
PLACE = "xa-doc"
DIGEST = "0" * 64
_ONE_WORD, _FILE_NAME = r"[^/\s]+", r"[^/\\]{1,80}"


def _shuffled() -> Iterator[str]:
    """All payloads in one order after another, the same in every run, so that each comes to many places."""
    chance = random.Random(13)
    while True:
        yield from chance.sample(PAYLOADS, len(PAYLOADS))


class Slots:
    """Hands out the payloads one after the other, each as text of its place."""

    def __init__(self) -> None:
        self.left = _shuffled()
        self.used: set[str] = set()

    def next(self, fits: str = ".*") -> str:
        """The next payload that fits a pattern."""
        while not re.fullmatch(fits, payload := next(self.left)):
            pass
        self.used.add(payload)
        return payload


def typed(text: str) -> str:
    """``text`` as a clerk types it into a plan: signs that could be marks guarded."""
    return re.sub(r"([*\[\]\\])", r"\\\1", text)


def write_hostile(root: Path) -> Slots:
    """Write the corpus under ``root``; the payloads that it holds."""
    slots = Slots()
    for folder in (f"plans/{PLACE}/2030", "plans/registers", "plans/sources"):
        (root / folder).mkdir(parents=True)
    for name, data in registers(slots).items():
        (root / f"plans/registers/{name}.yml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    for index in range(1, PLANS + 1):
        write_plan(root, index, slots)
    return slots


def registers(slots: Slots) -> dict[str, object]:
    """Places, bodies, acts and terms, each name, title, scope and note with a payload."""

    def note() -> list[dict[str, str]]:
        return [{"note": f"Nguồn {slots.next()}"}]

    place = {"id": PLACE, "name": f"xã Độc {slots.next()}", "tier": "ward", "sources": note()}
    body = {"level": "ward", "place": PLACE}
    agencies = [
        {"id": f"{PLACE}/uy-ban", "name": f"Ủy ban {slots.next()}", "body": "committee", "symbols": ["UBND"], **body},
        {
            "id": f"{PLACE}/phong-cu",
            "name": f"Phòng Cũ {slots.next()}",
            "body": "division",
            "until": "2030-06-30",
            **body,
        },
        *(
            {"id": f"{PLACE}/phong-{n}", "name": f"Phòng {n} {slots.next()}", "body": "division", **body}
            for n in range(12)
        ),
    ]
    for agency in agencies:
        agency |= {"aliases": [f"Bí danh {slots.next()}"], "counterpart": f"x {slots.next()}", "sources": note()}
    # A hand-over without a day, as sources often leave it.
    agencies[1]["successors"] = [
        {"agency": f"{PLACE}/phong-1", "date": None, "scope": f"việc {slots.next()}", "source": f"Báo {slots.next()}"}
    ]
    group = {"id": f"{PLACE}/cac-phong", "name": f"Các phòng {slots.next()}", "members": {"body": ["division"]}, **body}
    acts = [
        {
            "id": f"{PLACE}/2030/{number}-qd-ubnd",
            "number": str(number),
            "symbol": "QĐ-UBND",
            "kind": "quyết định",
            "issuer": f"{PLACE}/uy-ban",
            "issued": "2030-01-10",
            "title": f"về {slots.next()}",
            "names": [{"name": f"Đề án {number} {slots.next()}", "source": note()[0]}],
            "sources": note(),
        }
        for number in range(1, PLANS + 1)
    ]
    terms = [{"term": f"T{n} {slots.next()}", "meaning": slots.next(), "source": note()[0]} for n in range(20)]
    return {
        "agencies": {"places": [place], "agencies": agencies, "groups": [group | {"sources": note()}]},
        "directives": {"directives": acts},
        "glossary": {"terms": terms},
    }


def write_plan(root: Path, index: int, slots: Slots) -> None:
    """Plan ``index`` with its received file, which says what the plan says and has a payload for a name."""
    number = f"{index}{slots.next(_ONE_WORD)}"
    symbol = f"KH-{slots.next(_ONE_WORD)}"
    title, name, office = (f"{word} {slots.next()}" for word in ("Kế hoạch", "Nguyễn", "Chủ tịch"))
    recipients = [f"Như trên {slots.next()}", f"Lưu {slots.next()}"]
    file = f"{index} {slots.next(_FILE_NAME)}.txt"
    meta = {
        "title": title,
        "number": number,
        "symbol": symbol,
        "form": "kế hoạch",
        "issued": "2030-03-05",
        "issuer": f"{PLACE}/uy-ban",
        "level": "ward",
        "place": PLACE,
        "year": 2030,
        "summary": f"Tóm tắt {slots.next()}",
        "signer": {"name": name, "office": office, "capacity": []},
        "recipients": recipients,
        "source": {"file": file, "sha256": DIGEST, "transcription": "faithful"},
        "notes": [
            {
                "at": "i",
                "quote": "NỘI DUNG",
                "kind": "misprint",
                "problem": slots.next(),
                "meant": slots.next(),
                "certainty": "possible",
            }
        ],
        "tables": [table(slots)],
    }
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    path = root / "_.md"
    path.write_text(f"---\n{head}\n---\n{body(index, meta, slots)}", encoding="utf-8")
    files = CorpusFiles(root)
    staged = root / f"plans/{PLACE}/2030/{index}.md"
    path.rename(staged)
    plan = read_plan(files, staged, problems := [])
    assert plan is not None, problems
    source = read_plan_text(plan).text.replace(PARAGRAPH, "\n\n").replace(LOOSE, "\n").replace("⟨U+00B6⟩", "¶")
    (root / "plans/sources" / file).write_text(source, encoding="utf-8")
    digest = hashlib.sha256(source.encode()).hexdigest()
    address = next(found[1] for one in problems if (found := re.search(r"tệp phải đặt tại (plans/\S+\.md)", one.must)))
    (root / address).write_text(staged.read_text("utf-8").replace(DIGEST, digest), encoding="utf-8")
    staged.unlink()


def table(slots: Slots) -> dict[str, object]:
    fields = ("no", "title", "detail", "lead", "coordinating", "time", "product", "kinh-phi")
    rows = []
    for number in range(1, 5):
        row = {key: typed(slots.next()) for key in fields if key != "no"} | {"no": str(number)}
        rows.append(row | {"lead": f"Phòng {number}", "time": "Quý II/2030"})
    return {"kind": "tasks", "columns": [{"field": f, "name": f"{f} {slots.next()}"} for f in fields], "rows": rows}


def body(index: int, meta: dict, slots: Slots) -> str:
    """The text, with a payload in each kind of clause; duties and reports included."""
    some = lambda: typed(slots.next())  # noqa: E731
    recipients = "\n".join(f"- {typed(one)}" for one in meta["recipients"])
    return f"""
ỦY BAN NHÂN DÂN {some()}

Số: {typed(meta["number"])}/{typed(meta["symbol"])}

Độc, ngày 05 tháng 3 năm 2030

# KẾ HOẠCH

{typed(meta["title"])}

Căn cứ Quyết định số {index}/QĐ-UBND ngày 10/01/2030 của Ủy ban nhân dân xã Độc về {some()};

Đoạn {some()}, Quyết định số {index + 500}/QĐ-UBND ngày 11/01/2030 của Ủy ban nhân dân xã Độc về {some()}.

## I. NỘI DUNG {some()}

### 1. Mục {some()}

a) Điểm {some()} **đậm {some()}** *nghiêng {some()}*

- Gạch {some()}

+ Cộng {some()}

## II. TỔ CHỨC THỰC HIỆN

### 1. Phòng 1 {some()}

a) Chủ trì {some()}, báo cáo Ủy ban nhân dân xã trước ngày 15/11/2030 {some()}.

### 2. Phòng 2

- Phối hợp với Phòng 3 {some()}.

---

Trên đây là Kế hoạch {some()}./.

**Nơi nhận:**

{recipients}

{typed(meta["signer"]["office"])}

{typed(meta["signer"]["name"])}

# PHỤ LỤC

Bảng {some()}

<!-- table -->
"""
