"""What a corpus may be made of: plain files of bounded size at their places, and characters that can be seen."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from corpus.check.checked import check_corpus
from corpus.problem import Problem
from corpus.prove.prove import prove_corpus
from corpus.read import files as reading
from corpus.read.corpus_files import CorpusFiles, try_read_corpus
from corpus.read.files import PLAN_LIMIT, Unreadable
from corpus.read.plan_text import LONGEST_PASSAGE
from corpus.read.received import RECEIVED_KINDS, open_received, public_name
from corpus.strict_yaml import YamlError, load

ODD = Path(__file__).parent / "awful" / "odd"
PLAN = "plans/xa-la/2020/01-kh-ubnd.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a small corpus that holds, free to be broken."""
    shutil.copytree(ODD / "plans", tmp_path / "plans")
    return tmp_path


def errors(folder: Path) -> list[str]:
    """Every error of the corpus, as ``make check`` prints it."""
    corpus, problems = try_read_corpus(folder)
    if corpus is not None:
        problems += check_corpus(corpus, prove_corpus(corpus, CorpusFiles(folder)))
    return [str(problem) for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("text", "line", "must", "found"),
    [
        ("a: &x 1\nb: *x", 1, "không dùng neo YAML (&)", "&x"),
        ("b:\n  c: *x", 2, "không dùng bí danh YAML (*): phải viết lại giá trị", "*x"),
        ("a: !!int abc", 1, "không dùng thẻ YAML (!)", "tag:yaml.org,2002:int"),
        ("a: ! abc", 1, "không dùng thẻ YAML (!)", "!"),
        ("a: !!python/object/apply:os.system [id]", 1, "không dùng thẻ YAML (!)", "tag:yaml.org,2002:python/object/"),
        ("%YAML 1.1\n---\na: 1", 1, "không dùng chỉ thị YAML (%)", "%"),
        ("a: {b: 1}\n<<: {c: 2}", 2, "không dùng khóa trộn của YAML", "<<"),
        ("a: 1\n---\nb: 1", 2, "chỉ được có một văn bản YAML trong tệp", "---"),
        ("a: " + "[" * 30 + "]" * 30, 1, "không được lồng quá 20 bậc", "a.0"),
        (
            "a: 1234567890123456",
            1,
            "số phải có không quá 15 chữ số (đặt trong ngoặc kép nếu là chữ)",
            "1234567890123456",
        ),
        ("a: " + "9" * 9000, 1, "số phải có không quá 15 chữ số", "9999"),
        (
            'a: 1\nb: "x\\u202ey"',
            2,
            "không được có ký tự điều khiển, ẩn hoặc chưa gán",
            "U+202E RIGHT-TO-LEFT OVERRIDE",
        ),
        ('"x\\0": 1', 1, "không được có ký tự điều khiển, ẩn hoặc chưa gán", "U+0000"),
        ("? [a, b]\n: 1", 1, "tên trường phải là chữ", ""),
        ("a: '\ud800'", 1, "không được có ký tự điều khiển, ẩn hoặc chưa gán", "U+D800"),
    ],
)
def test_yaml_that_is_not_what_it_looks_like_is_refused(text, line, must, found):
    with pytest.raises(YamlError) as caught:
        load(text)
    assert caught.value.line == line
    assert caught.value.must.startswith(must)
    assert caught.value.found.startswith(found)


def test_yaml_that_would_unfold_to_gigabytes_is_refused_at_its_first_anchor(folder):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    path = folder / PLAN
    path.write_text("---\n" + "\n".join(lines) + "\n---\n", encoding="utf-8")
    assert errors(folder) == [f"{PLAN}:2: không dùng neo YAML (&): '&a0'"]


@pytest.mark.parametrize(
    "char",
    ["\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u2028", "\x85", "\x1b", "\x0c", "\r", "\ue000"]
    + ["\u0378", "\ufffe", "\U000e0041", "\u3164", "\ufe0f", "\u2800", "\ufffd", "\u034f", "\U0010ffff"],
)
@pytest.mark.parametrize("place", ["# KẾ HO", "title: Những", "Điểm thứ nhất"])
def test_a_character_that_nobody_sees_is_named_with_its_line_and_nothing_else_is(place, char, folder):
    path = folder / PLAN
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(place)].count("\n") + 1
    path.write_text(text.replace(place, f"{place}{char}", 1), encoding="utf-8", newline="")
    (problem,) = errors(folder)
    assert problem.startswith(f"{PLAN}:{line}: không được có ký tự điều khiển, ẩn hoặc chưa gán: 'U+{ord(char):04X}")


def test_letters_signs_and_blanks_of_printed_texts_are_kept(folder):
    path = folder / PLAN
    text = path.read_text(encoding="utf-8")
    kept = "Điểm thứ nhất \u00a0\t\u2003 “…” – — ½ ° € ² Ω ☐ ★"
    path.write_text(text.replace("Điểm thứ nhất", kept), encoding="utf-8")
    assert not [problem for problem in errors(folder) if "ký tự" in problem]


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def make_large(path: Path) -> None:
    path.write_bytes(b"a" * (PLAN_LIMIT + 1))


@pytest.mark.parametrize(
    ("make", "must", "found"),
    [
        (make_pipe, "phải là tệp thường, nằm trong thư mục thường", "không phải tệp"),
        (Path.mkdir, "phải là tệp thường, nằm trong thư mục thường", "thư mục"),
        (lambda path: path.symlink_to("khong-co"), "phải là tệp thường, nằm trong thư mục thường", "liên kết"),
        (lambda path: path.symlink_to("/etc/passwd"), "phải là tệp thường, nằm trong thư mục thường", "liên kết"),
        (lambda path: path.symlink_to("/dev/zero"), "phải là tệp thường, nằm trong thư mục thường", "liên kết"),
        (make_loop, "phải là tệp thường, nằm trong thư mục thường", "liên kết"),
        (make_large, "tệp phải không quá 2 MB", "2.0 MB"),
    ],
)
@pytest.mark.parametrize("place", ["plans/xa-la/2020/02-kh-ubnd.md", "plans/registers/glossary.yml"])
def test_only_a_plain_file_is_opened(place, make, must, found, folder):
    path = folder / place
    if make is make_large and path.suffix == ".yml":
        return  # a register may be that long
    path.unlink(missing_ok=True)
    make(path)
    assert errors(folder) == [f"{place}:1: {must}: '{found}'"]


def test_a_folder_that_is_a_link_leads_nowhere(folder):
    outside = folder / "outside"
    (folder / "plans/xa-la").rename(outside)
    (folder / "plans/xa-la").symlink_to(outside)
    assert [problem.split(":")[0] for problem in errors(folder)] == ["plans/xa-la"]


@pytest.mark.parametrize(
    ("name", "must"),
    [
        ("plans/xa-la/2020/02-kh-ubnd.MD", "hãy đổi thành 02-kh-ubnd.md"),
        ("plans/xa-la/2020/02-kh-ubnd.md.txt", "hãy đổi thành 02-kh-ubnd.md"),
        ("plans/xa-la/02-kh-ubnd.md", "phải nằm trong thư mục của địa bàn và của năm"),
        ("plans/02-kh-ubnd.md", "phải nằm trong thư mục của địa bàn và của năm"),
    ],
)
def test_a_plan_under_a_wrong_name_or_folder_is_told_its_right_one(name, must, folder):
    shutil.copy(folder / PLAN, folder / name)
    (problem,) = errors(folder)
    assert name == problem.split(":")[0] and must in problem


def test_what_cites_a_plan_under_a_wrong_name_is_no_problem_of_its_own(folder):
    (folder / PLAN).rename(folder / PLAN.replace(".md", ".MD"))
    (problem,) = errors(folder)
    assert "hãy đổi thành" in problem


@pytest.mark.parametrize(
    "name",
    ["plans/xa-la/2020a/02-kh-ubnd.pdf", "plans/xa-la/20/02-kh-ubnd.pdf"]
    + ["plans/registers/agencies.yaml", "plans/registers/Directives.yml", "plans/xa-la/2020/moi/02-kh-ubnd.md"],
)
def test_what_lies_where_nothing_is_read_is_named(name, folder):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / PLAN, path)
    (problem,) = errors(folder)
    assert name.startswith(problem.split(":")[0])
    assert "phải là kế hoạch ở plans/<địa bàn>/<năm>/<số-ký hiệu>.md, sổ ở plans/registers (" in problem


def test_a_hidden_plan_is_named_and_litter_of_programs_is_not(folder):
    for name in (".DS_Store", ".01-kh-ubnd.md.swp", "Thumbs.db", "~$01-kh.docx"):
        (folder / "plans/xa-la/2020" / name).write_bytes(b"")
    assert errors(folder) == []
    (folder / "plans/xa-la/2020/.02-kh-ubnd.md").write_bytes(b"")
    assert [problem.split(":")[0] for problem in errors(folder)] == ["plans/xa-la/2020/.02-kh-ubnd.md"]


@pytest.mark.parametrize(
    ("number", "found"), [(13, "không có quyền đọc"), (1, "không có quyền đọc"), (36, "tên quá dài")]
)
def test_what_the_system_refuses_is_said_in_one_line(number, found, folder, monkeypatch):
    def refuse(path, flags):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(reading.os, "open", refuse)
    assert f"{PLAN}:1: phải đọc được tệp này: '{found}'" in [str(p) for p in try_read_corpus(folder)[1]]


def test_a_folder_that_may_not_be_looked_into_is_named(folder, monkeypatch):
    real = os.listdir

    def refuse(path):
        if str(path).endswith("2020"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert errors(folder) == ["plans/xa-la/2020:1: phải mở được thư mục này: '2020'"]


def test_a_passage_without_end_is_refused_with_the_limit(folder):
    path = folder / PLAN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Điểm thứ nhất", "Căn cứ " * LONGEST_PASSAGE, 1)[: PLAN_LIMIT // 2], encoding="utf-8")
    (problem,) = errors(folder)
    assert f"mỗi đoạn hoặc ô phải không quá {LONGEST_PASSAGE} ký tự" in problem


# --- files as received -----------------------------------------------------


def archive(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, data in members.items():
            file.writestr({"types": "[Content_Types].xml"}.get(name, name), data)
    return packed.getvalue()


DOCX = archive(types=b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
DOCM = archive(types=b"application/vnd.ms-word.document.macroEnabled.main+xml")
GOOD = {
    "docx": DOCX,
    "odt": archive(mimetype=b"application/vnd.oasis.opendocument.text"),
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "rtf": b"{\\rtf1 x}",
    "pdf": b"%PDF-1.7\n",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff\xe0",
    "jpeg": b"\xff\xd8\xff\xe0",
    "tif": b"II*\0",
    "tiff": b"MM\0*",
    "txt": b"text",
}
BAD = [b"<script>x</script>\0", b"MZ\x90\0", b"PK\x03\x04broken\0", DOCM, b"\0", b"\0%PDF-1.7"]


def test_every_kind_is_held_to_its_content(folder):
    assert set(GOOD) == set(RECEIVED_KINDS)
    for kind, data in GOOD.items():
        path = folder / "plans/sources" / f"x.{kind}"
        path.write_bytes(data)
        assert open_received(folder, path.name).data == data
        for wrong in BAD:
            path.write_bytes(wrong)
            with pytest.raises(Unreadable) as caught:
                open_received(folder, path.name)
            assert caught.value.must.startswith(f"nội dung tệp phải đúng là loại .{kind}")


@pytest.mark.parametrize(
    ("name", "must"),
    [
        (
            "/proc/self/environ",
            "phải là tên một tệp trong plans/sources, không gồm thư mục, không bắt đầu bằng dấu chấm",
        ),
        ("../registers/agencies.yml", "phải là tên một tệp trong plans/sources"),
        ("..", "phải là tên một tệp trong plans/sources"),
        ("a/../b.txt", "phải là tên một tệp trong plans/sources"),
        ("..\\b.txt", "phải là tên một tệp trong plans/sources"),
        (".an.txt", "phải là tên một tệp trong plans/sources"),
        ("x" * 300 + ".txt", "phải là tên một tệp trong plans/sources"),
        *(
            (f"x.{ending}", "tệp nhận được phải thuộc một loại: .txt, ")
            for ending in ("html", "svg", "js", "md", "xml")
        ),
        *((f"x.{ending}", "tệp nhận được phải thuộc một loại: .txt, ") for ending in ("htm", "txt.js", "docm", "txt ")),
        ("###.txt", "tên tệp phải có chữ hoặc số"),
    ],
)
def test_a_name_that_leads_elsewhere_or_is_of_another_kind_is_refused(name, must, folder):
    path = folder / PLAN
    path.write_text(path.read_text("utf-8").replace("file: la.txt", f"file: '{name}'"), encoding="utf-8")
    (problem,) = errors(folder)
    assert f": plans/sources/{name}:1: {must}" in problem


@pytest.mark.parametrize(
    ("name", "given_out"),
    [
        ("2018-hai-phong-ocr.txt", "2018-hai-phong-ocr.txt"),
        ("Kế hoạch số 45 (bản 2).DOCX", "ke-hoach-so-45-ban-2.docx"),
        ("50% #1? a&b=<c>.pdf", "50-1-a-b-c.pdf"),
        ("x.md.txt", "x-md.txt"),
        ('"><img src=x onerror=alert(1)>.txt', "img-src-x-onerror-alert-1.txt"),
    ],
)
def test_received_files_are_given_out_under_safe_names(name, given_out):
    assert public_name(name) == given_out


def test_a_received_file_without_words_says_what_can_be_compared(folder):
    (folder / "plans/sources/ban.docx").write_bytes(DOCX)
    path = folder / PLAN
    path.write_text(path.read_text("utf-8").replace("file: la.txt", "file: ban.docx"), encoding="utf-8")
    found = errors(folder)
    assert len(found) == 2 and "mã băm phải là" in found[0]
    must = "chữ của kế hoạch chỉ đối chiếu được với tệp chữ UTF-8 (.txt): hãy chép chữ của tệp này ra tệp .txt"
    assert f"{must}: '.docx'" in found[1]


def test_a_received_text_of_another_encoding_says_so_with_its_line(folder):
    (folder / "plans/sources/la.txt").write_bytes("một\nhai\n".encode() + "ba ế".encode("utf-16"))
    assert any("plans/sources/la.txt:1: nội dung tệp phải đúng" in problem for problem in errors(folder))
    (folder / "plans/sources/la.txt").write_bytes("một\nhai\n".encode() + b"caf\xe9")
    assert any("plans/sources/la.txt:3: phải là chữ mã UTF-8" in problem for problem in errors(folder))


def test_a_received_text_too_long_to_compare_is_refused_with_the_limit(folder):
    (folder / "plans/sources/la.txt").write_bytes(b"a " * 2_600_000)
    assert any("tệp chữ để đối chiếu phải không quá 5 MB: '5.2 MB'" in problem for problem in errors(folder))


def test_problems_show_what_a_terminal_would_hide():
    problem = Problem("plans/\udc80\n.md", 1, "x", "\x1b[2J\u202e")
    assert str(problem) == "plans/⟨U+DC80⟩⟨U+000A⟩.md:1: x: '⟨U+001B⟩[2J⟨U+202E⟩'"


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_check_speaks_in_any_locale(locale, root, process):
    command = [sys.executable, "scripts/check.py", "--root", str(ODD)]
    done = process(command, cwd=root, capture_output=True, env={**os.environ, **locale})
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").splitlines() == (ODD / "messages.txt").read_text("utf-8").splitlines()


def test_a_full_disk_ends_with_one_line(root, process):
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "scripts/check.py", "--root", str(ODD)]
        done = process(command, cwd=root, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["No space left on device"]


def test_a_plan_that_cannot_be_read_is_the_one_cause(root, tmp_path):
    """The registers name the plans that state their facts; none of these is a problem because of the plan."""
    shutil.copytree(root / "plans", tmp_path / "plans")
    for path in (tmp_path / "plans").glob("hai-phong/*/*.md"):
        path.write_bytes(b"\xff")
    assert [problem.rpartition(":")[0] for problem in errors(tmp_path)] == [
        f"plans/hai-phong/{name}.md:1: phải là chữ mã UTF-8"
        for name in ("2018/24-kh-ubnd", "2021/45-kh-ubnd", "2025/362-qd-ubnd")
    ]
