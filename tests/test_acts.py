"""The table of known acts: reading it, filling it from other tables, and resolving with it."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from datetime import date, datetime, time

import pyarrow
import pytest
from pyarrow import parquet

from corpus.directives.cite import cite
from corpus.editors.act_import import as_csv, import_acts
from corpus.model import Clause
from corpus.overview.entries import collect_directives
from corpus.read.acts import parse_acts
from corpus.schema import KnownAct

ROWS = [
    # The columns of the public data set.
    {
        "so_hieu": "61/2018/NĐ-CP",
        "ngay_ban_hanh": "23/04/2018",
        "co_quan_ban_hanh": "Chính phủ",
        "doc_type": "Nghị định",
        "title": "Về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
        "source_url": "https://vbpl.vn/a",
    },
    # This project's own.
    {
        "number": "31/2024/QH15",
        "date": "2024-01-18",
        "issuer": "Quốc hội",
        "kind": "luật",
        "title": "Đất đai",
        "url": "https://vbpl.vn/b",
    },
    {
        "number": "5/QĐ-UBND",
        "date": "2024-01-18",
        "issuer": "UBND tỉnh An Giang",
        "kind": "quyết định",
        "title": "x",
        "url": "https://vbpl.vn/c",
    },
    {
        "number": "9/2024/NĐ-CP",
        "date": "31/02/2024",
        "issuer": "Chính phủ",
        "kind": "nghị định",
        "title": "x",
        "url": "https://vbpl.vn/d",
    },
    {
        "number": "9/2024/NĐ-CP",
        "date": "",
        "issuer": "Chính phủ",
        "kind": "nghị định",
        "title": "x",
        "url": "https://vbpl.vn/e",
    },
    {
        "number": "",
        "date": "2024-01-18",
        "issuer": "Chính phủ",
        "kind": "thư mời",
        "title": "x",
        "url": "https://vbpl.vn/f",
    },
]


def test_central_acts_are_taken_and_the_others_counted_with_the_reason():
    done = import_acts(ROWS, [])
    assert sorted(done.acts) == ["chinh-phu/2018/61-2018-nd-cp", "quoc-hoi/2024/luat-dat-dai"]
    assert done.acts["quoc-hoi/2024/luat-dat-dai"].title == "Luật Đất đai"
    assert done.added == 2 and sum(done.left.values()) == 4 and len(done.left) == 4


def test_what_the_register_has_stays_and_what_differs_is_named():
    first = import_acts(ROWS, [])
    other = dict(ROWS[0], ngay_ban_hanh="24/04/2018")
    again = import_acts([*ROWS, other], first.acts.values())
    assert again.added == 0 and again.acts == first.acts
    assert [line.partition(":")[0] for line in again.differs] == ["chinh-phu/2018/61-2018-nd-cp"]


def test_the_table_is_read_as_it_is_written():
    acts = import_acts(ROWS, []).acts
    problems = []
    assert {act.id: act for act in parse_acts(as_csv(acts.values()), "acts.csv", problems)} == acts and not problems


@pytest.mark.parametrize(
    ("change", "line", "must", "found"),
    [
        (
            lambda text: text.replace("id,", "ma,", 1),
            1,
            "dòng đầu phải là",
            "ma,number,issued,issuer,kind,title,status,url",
        ),
        (
            lambda text: text.replace("2018-04-23", "23/4/2018"),
            2,
            "issued: phải là ngày dạng NĂM-THÁNG-NGÀY",
            "23/4/2018",
        ),
        (
            lambda text: text + text.split("\n")[1] + "\n",
            4,
            "mỗi văn bản chỉ có một dòng",
            "chinh-phu/2018/61-2018-nd-cp",
        ),
        (lambda text: text.replace(",https://vbpl.vn/b", ""), 3, "phải có 8 ô", "7"),
        (lambda text: text.replace("https://vbpl.vn/b", ""), 3, "url: phải là chữ", "null"),
        (lambda text: text + '"open\n', 4, "phải là bảng CSV đúng quy cách", "unexpected end of data"),
    ],
)
def test_what_is_wrong_with_the_table_is_said_on_its_line(change, line, must, found):
    problems = []
    parse_acts(change(as_csv(import_acts(ROWS, []).acts.values())), "acts.csv", problems)
    assert [(problem.line, problem.found) for problem in problems] == [(line, found)]
    assert problems[0].must.startswith(must)


def cited(corpus, text, acts):
    """Ids and reasons of what ``text`` cites in a plan of the corpus, with only ``acts`` known beside the register."""
    plan = replace(corpus.plan["hai-phong/2025/362-qd-ubnd"], clauses=(Clause("a", "paragraph", "", "", text, (), 1),))
    known = replace(corpus, plans=(plan,), acts=tuple(acts))
    citations = cite(plan, known)
    return citations, known


def test_an_act_is_known_by_number_issuer_and_day_and_only_then_gets_a_page(corpus):
    acts = [
        KnownAct(
            id="chinh-phu/2016/99-2016-nd-cp",
            number="99/2016/NĐ-CP",
            issued=date(2016, 7, 1),
            issuer="trung-uong/chinh-phu",
            kind="nghị định",
            title="Về con dấu",
            status=None,
            url="https://vbpl.vn/x",
        ),
        KnownAct(
            id="chinh-phu/2017/1-2017-nd-cp",
            number="1/2017/NĐ-CP",
            issued=date(2017, 1, 6),
            issuer="trung-uong/chinh-phu",
            kind="nghị định",
            title="Về đất đai",
            status=None,
            url="https://vbpl.vn/y",
        ),
    ]
    citations, known = cited(corpus, "Theo Nghị định số 99/2016/NĐ-CP ngày 01/7/2016 của Chính phủ.", acts)
    assert [one.directive for one in citations] == ["chinh-phu/2016/99-2016-nd-cp"]
    record = type("Record", (), {"citations": citations})()
    entries = collect_directives(known, [record])
    assert entries["chinh-phu/2016/99-2016-nd-cp"].title == "Về con dấu"
    assert "chinh-phu/2017/1-2017-nd-cp" not in entries


def test_a_day_that_differs_is_shown_beside_the_known_one(corpus):
    act = KnownAct(
        id="chinh-phu/2016/99-2016-nd-cp",
        number="99/2016/NĐ-CP",
        issued=date(2016, 7, 1),
        issuer="trung-uong/chinh-phu",
        kind="nghị định",
        title="Về con dấu",
        status=None,
        url="https://vbpl.vn/x",
    )
    citations, known = cited(corpus, "Theo Nghị định số 99/2016/NĐ-CP ngày 11/7/2016 của Chính phủ.", [act])
    assert citations[0].directive == act.id and "2016-07-01" in citations[0].reason
    entry = collect_directives(known, [type("Record", (), {"citations": citations})()])[act.id]
    assert entry.issued == act.issued and [fact.value for fact in entry.sources if fact.fact == "issued"] == [
        "2016-07-11"
    ]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("về quản lý và sử dụng con dấu", []),
        ("về quản lý và sử dụng con dấu của cơ quan, tổ chức và UBND các cấp", []),
        ("quy định về quản lý và sử dụng con dấu", []),
        ("về công tác văn thư", ["Về công tác văn thư"]),
        ("", []),
    ],
)
def test_a_title_that_differs_is_shown_beside_the_known_one(corpus, printed, shown):
    act = KnownAct(
        id="chinh-phu/2016/99-2016-nd-cp",
        number="99/2016/NĐ-CP",
        issued=date(2016, 7, 1),
        issuer="trung-uong/chinh-phu",
        kind="nghị định",
        title="Về quản lý và sử dụng con dấu",
        status=None,
        url="https://vbpl.vn/x",
    )
    text = f"Căn cứ Nghị định số 99/2016/NĐ-CP ngày 01/7/2016 của Chính phủ {printed};"
    citations, known = cited(corpus, text, [act])
    entry = collect_directives(known, [type("Record", (), {"citations": citations})()])[act.id]
    assert entry.title == act.title
    assert [fact.value for fact in entry.sources if fact.fact == "title"] == shown


def test_a_law_of_no_printed_year_is_not_taken_from_the_table(corpus):
    law = KnownAct(
        id="quoc-hoi/2012/luat-xuat-ban",
        number="19/2012/QH13",
        issued=date(2012, 11, 20),
        issuer="trung-uong/quoc-hoi",
        kind="luật",
        title="Luật Xuất bản",
        status=None,
        url="https://vbpl.vn/x",
    )
    texts = {
        "Theo Luật Xuất bản.": "quoc-hoi/khong-ngay/luat-xuat-ban",
        "Theo Luật Xuất bản năm 2012.": law.id,
        "Theo Luật Xuất bản số 19/2012/QH13.": law.id,
        "Theo Luật Xuất bản số 20/2012/QH13.": "quoc-hoi/2012/20-2012-qh13",
        "Theo Luật Xuất bản năm 2012; khi sửa Luật Xuất bản.": law.id,
    }
    for text, identity in texts.items():
        assert cited(corpus, text, [law])[0][-1].directive == identity, text


def test_the_command_fills_the_table_and_says_what_it_left(root, tmp_path, command):
    shutil.copytree(root / "plans", tmp_path / "plans")
    register = tmp_path / "plans" / "registers" / "acts.csv"
    before = register.read_text(encoding="utf-8")
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, ROWS[1])
        (
            writer.writeheader(),
            writer.writerows([*ROWS[1:3], dict(ROWS[1], number="9999/2044/QH99", title="Mây trời", date="2044-01-01")]),
        )
    shown = command("import_acts", table, "--root", tmp_path, "--print")
    assert register.read_text(encoding="utf-8") == before
    done = command("import_acts", table, "--root", tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == shown.stdout and "không phải văn bản của cơ quan trung ương" in done.stdout
    assert "quoc-hoi/2044/luat-may-troi" in register.read_text(encoding="utf-8")


@pytest.mark.parametrize("days", ["as text", "as times"])
def test_a_parquet_file_with_the_columns_of_the_public_data_set_is_read(root, tmp_path, command, days):
    """Real acts with their sources, those that the project knows, in small batches of rows, some of them empty."""
    register = tmp_path / "plans" / "registers" / "acts.csv"
    shutil.copytree(root / "plans", tmp_path / "plans")
    known = parse_acts(register.read_text(encoding="utf-8"), "acts.csv", [])
    register.write_text(register.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    issuers = {"quoc-hoi": "Quốc hội", "chinh-phu": "Chính phủ", "thu-tuong-chinh-phu": "Thủ tướng Chính phủ"}
    taken = [act for act in known if act.number and act.issuer.removeprefix("trung-uong/") in issuers]
    rows = [
        {
            "so_hieu": act.number,
            "ngay_ban_hanh": act.issued.strftime("%d/%m/%Y")
            if days == "as text"
            else datetime.combine(act.issued, time()),
            "co_quan_ban_hanh": issuers[act.issuer.removeprefix("trung-uong/")],
            "doc_type": act.kind.capitalize(),
            "title": act.title,
            "source_url": act.url,
        }
        for act in taken
    ]
    local = {**rows[0], "so_hieu": "45/2025/QĐ-UBND", "doc_type": "Quyết định", "co_quan_ban_hanh": "UBND tỉnh Cà Mau"}
    rows += [local, dict.fromkeys(rows[0]), {**rows[0], "ngay_ban_hanh": None}]
    table = tmp_path / "acts.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), table, row_group_size=7)
    done = command("import_acts", table, "--root", tmp_path)
    assert done.returncode == 0, done.stderr
    read = parse_acts(register.read_text(encoding="utf-8"), "acts.csv", [])
    assert len(taken) > 100
    assert {one.id: (one.number, one.issued, one.title) for one in read} == {
        one.id: (one.number, one.issued, one.title) for one in taken
    }
    for why in ("không phải văn bản của cơ quan trung ương", "loại văn bản không dùng", "thiếu ngày ban hành"):
        assert f"bỏ qua 1 dòng: {why}" in done.stdout
