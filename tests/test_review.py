"""The review of drafts: who may ask the server, and what forms change in the files."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import threading
from urllib.parse import urlencode

import pytest
from corpora import FROZEN
from test_receive import ADDRESS, composed

from corpus.intake.review.answers import Reviewing
from corpus.intake.review.entries import write_entry
from corpus.intake.review.mended import read_line, write_line
from corpus.intake.review.server import COOKIE, ReviewServer
from corpus.read.corpus_files import read_corpus, try_read_corpus
from corpus.strict_yaml import load

pytestmark = pytest.mark.process  # each draft is made of a file that a process reads

KEY = "khoa-de-thu"
PLAN = "ca-mau/2026/15-kh-ubnd"


@pytest.fixture
def here(tmp_path, command):
    shutil.copytree(FROZEN / "plans", tmp_path / "plans")
    composed(tmp_path / "ke-hoach.docx")
    assert command("receive", "--root", tmp_path, tmp_path / "ke-hoach.docx").returncode == 0
    return tmp_path


@pytest.fixture
def server(here):
    with ReviewServer(Reviewing(here, KEY), 0) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield running
        running.shutdown()


def ask(server, path: str, form: dict | None = None, **headers: str) -> tuple[int, dict, str]:
    """Status, headers and text of an answer; the browser's own headers unless others are given."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    sent = {"Host": f"127.0.0.1:{server.server_port}", "Cookie": f"{COOKIE}={KEY}", **headers}
    body = urlencode(form) if form is not None else None
    if body is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request("GET" if form is None else "POST", path, body, {k: v for k, v in sent.items() if v})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode()


def line_of(here, words: str) -> int:
    return next(n for n, line in enumerate((here / ADDRESS).read_text("utf-8").split("\n"), 1) if words in line)


def mend(server, here, words: str, new: str, key: str = KEY, old: str | None = None) -> tuple[int, dict, str]:
    number = line_of(here, words)
    shown = read_line((here / ADDRESS).read_text("utf-8"), number).value
    form = {"khoa": key, "dong": number, "cu": shown if old is None else old, "moi": new}
    return ask(server, f"/sua/{PLAN}", form)


def test_only_the_address_with_its_key_opens_the_review(server):
    status, headers, _ = ask(server, f"/?khoa={KEY}", Cookie="")
    assert status == 303 and headers["Set-Cookie"] == f"{COOKIE}={KEY}; HttpOnly; SameSite=Strict; Path=/"
    status, headers, page = ask(server, "/")
    assert status == 200 and PLAN in page
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    for refused in (
        ask(server, "/", Cookie=""),
        ask(server, "/", Cookie=f"{COOKIE}=khac"),
        ask(server, "/", Host="ke-xau.example"),
        ask(server, f"/?khoa={KEY}", Host=f"ke-xau.example:{server.server_port}"),
        ask(server, "/?khoa=khac", Cookie=""),
    ):
        assert refused[0] == 403 and PLAN not in refused[2]


def test_a_page_elsewhere_changes_nothing(server, here):
    before = (here / ADDRESS).read_bytes()
    form = {"khoa": KEY, "dong": line_of(here, "level:"), "cu": "city", "moi": "ward"}
    for refused in (
        ask(server, f"/sua/{PLAN}", form | {"khoa": "khac"}),
        ask(server, f"/sua/{PLAN}", form, Cookie=""),
        ask(server, f"/sua/{PLAN}", form, Origin="https://ke-xau.example"),
        ask(server, f"/sua/{PLAN}", form, Host="ke-xau.example"),
    ):
        assert refused[0] == 403
    assert (here / ADDRESS).read_bytes() == before


@pytest.mark.parametrize(
    "path", ["/soat/../../etc/passwd", "/soat/%2e%2e/x/y", "/soat/ca-mau/2026/..", "/trang/a/b/c/1"]
)
def test_no_address_leads_out_of_the_drafts(path, server):
    assert ask(server, path)[0] == 404


def test_the_page_shows_source_draft_and_doubts_without_scripts(server):
    status, _, page = ask(server, f"/soat/{PLAN}")
    assert status == 200 and "<script" not in page and " style=" not in page
    assert "Bản nhận được" in page and "Bản nháp" in page and "ỦY BAN NHÂN DÂN" in page
    assert 'aria-label="Chỗ cần xem lại"' in page and page.count("<h1>") == 1


def test_a_mended_field_is_written_and_checked(server, here):
    status, headers, _ = mend(server, here, "title:", "Phòng, chống sạt lở bờ sông: đợt một")
    assert status == 303 and headers["Location"].startswith(f"/soat/{PLAN}#dong-")
    meta = read_corpus(here).plan[PLAN].meta
    assert meta.title == "Phòng, chống sạt lở bờ sông: đợt một"
    _, _, page = ask(server, f"/soat/{PLAN}")
    assert "phải là tên in dưới dòng loại văn bản" in page
    _, _, checked = ask(server, f"/kiem-tra/{PLAN}", {"khoa": KEY})
    assert "1 lỗi" in checked


def test_words_that_the_file_received_does_not_say_are_refused(server, here):
    before = (here / ADDRESS).read_bytes()
    status, _, page = mend(server, here, "Chủ trì, phối hợp với các địa phương", "Chủ trì việc khác hẳn.")
    assert status == 200 and "Chưa ghi được" in page and "phải đúng từng chữ như bản nhận được" in page
    assert (here / ADDRESS).read_bytes() == before


def test_a_line_that_changed_since_it_was_shown_is_not_overwritten(server, here):
    status, _, page = mend(server, here, "level:", "ward", old="district")
    assert status == 200 and "đã đổi từ khi trang được mở" in page
    assert "level: city" in (here / ADDRESS).read_text("utf-8")


def test_what_makes_the_plan_unreadable_is_refused(server, here):
    status, _, page = mend(server, here, "level:", "cấp lạ")
    assert status == 200 and "phải là một trong" in page
    assert "level: city" in (here / ADDRESS).read_text("utf-8")


def test_a_new_number_moves_the_plan_to_its_address(server, here):
    status, headers, _ = mend(server, here, "number:", "16")
    assert status == 303 and headers["Location"].startswith("/soat/ca-mau/2026/16-kh-ubnd")
    assert not (here / ADDRESS).exists() and (here / ADDRESS.replace("15-", "16-")).exists()
    assert not (here / f"plans/.review/{PLAN}.json").exists()


def test_words_of_a_scan_are_put_right_and_each_is_declared(server, here):
    kept = here / f"plans/.review/{PLAN}.json"
    data = json.loads(kept.read_bytes())
    kept.write_text(json.dumps(data | {"scanned": True}), encoding="utf-8")
    words = "Chủ trì, phối hợp với các xã, phường thực hiện Kế hoạch."
    status, _, page = mend(server, here, "Chủ trì, phối hợp với các địa phương", words)
    assert status == 303, page
    reading = [one for one in read_corpus(here).plan[PLAN].meta.differences if one.reason == "reading"]
    assert len(reading) == 1 and "các xã, phường" in reading[0].text
    assert try_read_corpus(here)[1] == []


def test_a_settled_doubt_is_gone_and_stays_gone(server, here):
    _, _, page = ask(server, f"/soat/{PLAN}")
    keys = re.findall(r'name="ma" value="(\w+)"', page)
    for key in keys:
        assert ask(server, f"/bo-qua/{PLAN}", {"khoa": KEY, "ma": key})[0] == 303
    _, _, page = ask(server, f"/soat/{PLAN}")
    assert "Không còn chỗ nào cần xem lại" in page


@pytest.mark.parametrize(
    "value",
    ["Kế hoạch: đợt một", "- gạch", "'nháy", '"hai nháy', "null", "45", "#x", "a # b", "*a", "[x]", "@", "2026-01-01x"],
)
def test_any_words_come_back_as_they_were_written(value):
    text = "---\ntitle: cũ\n---\n\n# KẾ HOẠCH\n"
    written = write_line(text, read_line(text, 2), value)
    assert load(written.split("---\n")[1]).data == {"title": value}


def test_a_value_is_one_line_whatever_is_sent():
    text = "---\ntitle: cũ\n---\n\nĐoạn.\n"
    for number in (2, 5):
        written = write_line(text, read_line(text, number), "một\n---\nhai\r\nba")
        assert written.count("\n") == text.count("\n")


def test_a_signer_that_the_machine_did_not_see_is_added_and_put_right(server, here):
    form = {"khoa": KEY, "ten": "", "chuc-vu": "", "tu-cach": ""}
    assert ask(server, f"/nguoi-ky/{PLAN}", form)[0] == 303
    assert read_corpus(here).plan[PLAN].meta.signer is None
    assert "Người ký: chưa có" in ask(server, f"/soat/{PLAN}")[2]
    half = ask(server, f"/nguoi-ky/{PLAN}", form | {"ten": "Lê Văn Sử"})[2]
    assert "phải có cả họ tên và chức vụ" in half
    signed = {"ten": " Lê Văn  Sử", "chuc-vu": "Phó Chủ tịch", "tu-cach": "TM. Ủy ban nhân dân\r\n\r\nKT. Chủ tịch"}
    assert ask(server, f"/nguoi-ky/{PLAN}", form | signed)[0] == 303
    signer = read_corpus(here).plan[PLAN].meta.signer
    assert (signer.name, signer.office) == ("Lê Văn Sử", "Phó Chủ tịch")
    assert signer.capacity == ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]


def test_what_a_person_wrote_beside_the_fields_stays(server, here):
    path = here / ADDRESS
    written = path.read_text("utf-8").replace("level: city\n", "level: city  # theo NQ 202\n# hỏi lại Sở\n", 1)
    path.write_text(written, encoding="utf-8")
    assert mend(server, here, "title:", "Phòng, chống sạt lở bờ sông năm 2026")[0] == 303
    assert mend(server, here, "Chủ trì, phối hợp với các địa phương", "Chủ trì việc khác hẳn.")[0] == 200
    text = path.read_text("utf-8")
    assert "level: city  # theo NQ 202\n# hỏi lại Sở\n" in text


def test_the_preview_opens_beside_the_review(here):
    reviewing = Reviewing(here, KEY, preview=lambda plan_id: f"http://127.0.0.1:1/ke-hoach/{plan_id}/")
    answer = reviewing.post(f"/xem-truoc/{PLAN}", {})
    assert (answer.status, answer.location) == (303, f"http://127.0.0.1:1/ke-hoach/{PLAN}/")
    page = reviewing.get(f"/soat/{PLAN}", {}).body.decode()
    assert f'action="/xem-truoc/{PLAN}" target="_blank"' in page


def test_an_entry_is_written_anew_and_nothing_around_it():
    text = "---\ntitle: x\n# về sau\ndifferences:\n  - source: a # cũ\n\n# của bảng\ntables: []\n---\n\n# KẾ HOẠCH\n"
    new = write_entry(text, "differences", [{"source": "b", "text": "c", "reason": "reading"}])
    assert new.split("\n")[2:10] == [
        "# về sau",
        "differences:",
        "  - source: b",
        "    text: c",
        "    reason: reading",
        "",
        "# của bảng",
        "tables: []",
    ]
    assert write_entry(text, "differences", []) == text.replace("differences:\n  - source: a # cũ\n", "")
    assert "signer: null\n---\n" in write_entry(text, "signer", None)
