"""What ``make check`` says: of the real corpus nothing, of two deliberately awful ones everything.

``tests/awful/wrong`` breaks every rule that must hold, ``tests/awful/odd`` holds every oddity that the rules
find. What the command prints for each stands in ``messages.txt`` beside it, to be read and changed by hand.
"""

from __future__ import annotations

import ast
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.check.oddity import as_problem, is_covered
from corpus.schema import Note
from corpus.vocabulary import Certainty, NoteKind

AWFUL = Path(__file__).parent / "awful"


@pytest.mark.parametrize(("name", "code"), [("wrong", 1), ("odd", 0)])
def test_the_whole_list_of_messages(name, code, command):
    done = command("check", "--root", AWFUL / name)
    assert done.stderr == ""
    assert done.stdout.splitlines() == (AWFUL / name / "messages.txt").read_text("utf-8").splitlines()
    assert done.returncode == code


def test_every_message_of_the_code_is_in_the_lists(root):
    """A rule that no awful plan breaks is a rule that nobody has seen work."""
    printed = "".join((AWFUL / name / "messages.txt").read_text("utf-8") for name in ("wrong", "odd"))
    # What no file in a repository can be (a pipe, a link), what is the one problem of its plan, what needs pages.
    printed += "".join(
        (root / f"tests/test_{name}.py").read_text("utf-8")
        for name in ("strict", "fidelity", "acts", "redirects", "made_plans")
    )
    modules = [root / "corpus/strict_yaml.py", *root.glob("corpus/read/*.py"), *root.glob("corpus/check/*.py")]
    modules = [module for module in modules if module.name != "conflicts.py"]  # said on a page, tested there
    unseen = [
        f"{module.name}: {words}"
        for module in [*modules, *root.glob("corpus/prove/*.py")]
        for words in _messages(ast.parse(module.read_text("utf-8")))
        if words not in printed
    ]
    # The message for a register that is not there needs a corpus without one: see the test below.
    assert unseen == ["corpus_files.py: phải có sổ này"]


def _messages(tree: ast.Module) -> list[str]:
    """The longest fixed piece of each Vietnamese message that the code can print."""
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = []
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if id(node) in documented or id(node) in inside:
            continue
        if isinstance(node, ast.JoinedStr):
            pieces = [part.value for part in node.values if isinstance(part, ast.Constant)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            pieces = [node.value.split("{")[0]]
        else:
            continue
        longest = max(pieces, key=len, default="").strip().rstrip(".")
        if " " in longest and not longest.isascii() and not {"?", "\\"} & set(longest):
            found.append(longest)
    return found


def test_a_missing_register_is_said(command, tmp_path):
    shutil.copytree(AWFUL / "odd" / "plans", tmp_path / "plans")
    (tmp_path / "plans/registers/glossary.yml").unlink()
    done = command("check", "--root", tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("plans/registers/glossary.yml:1: phải có sổ này: 'không có tệp'\n")


def test_warnings_can_be_left_out(command):
    done = command("check", "--root", AWFUL / "odd", "--no-warnings")
    assert "Cảnh báo" not in done.stdout
    assert done.stdout.endswith(" cảnh báo.\n")


@pytest.mark.parametrize(
    ("plan", "at", "kind"),
    [
        ("duong-kinh/2023/khong-so-kh-ubnd", "ii-1-a-1", NoteKind.SYMBOL),  # 76/NQCP
        ("duong-kinh/2023/khong-so-kh-ubnd", "ii-1-a-2", NoteKind.SYMBOL),  # 259/KHUBND
        ("duong-kinh/2023/khong-so-kh-ubnd", "i-2-a", NoteKind.QUOTATION),  # “Giải phóng mặt bằng ...
        ("duong-kinh/2023/khong-so-kh-ubnd", "ii-1-dd-lan-2", NoteKind.NUMBERING),  # đ) twice
        ("hai-phong/2018/24-kh-ubnd", "iv", NoteKind.NUMBERING),  # II, IV
        ("hai-phong/2018/24-kh-ubnd", "ii-1-n", NoteKind.NUMBERING),  # k, n
        ("hai-phong/2021/45-kh-ubnd", "i-2-6", NoteKind.DATE),  # a programme of July cited in March
        ("hai-phong/2025/362-qd-ubnd", "phu-luc-6", NoteKind.AGENCY_PERIOD),  # a department gone before November
        ("chi-linh/2026/110-qd-ubnd", "ii-1-i", NoteKind.CONTRADICTION),  # 10/QĐ-UBND against 08/QĐ-UBND
        ("chi-linh/2026/110-qd-ubnd", "the-thuc-1", NoteKind.FORMAT),  # 110 /QĐ-UBND
    ],
)
def test_rules_find_known_oddities_of_the_real_corpus(plan, at, kind, checked):
    assert any((f.at, f.kind) == (at, kind) for f in checked.oddities[plan])


def test_a_note_silences_the_machine_at_its_place_only(overview, checked):
    here = overview.plan["hai-phong/2025/362-qd-ubnd"]
    finding = next(f for f in checked.oddities[here.plan.id] if f.at == "phu-luc-3")
    assert finding in checked.notes[here.plan.id]
    note = Note(at="phu-luc-3", quote="Thủy Nguyên", kind=NoteKind.PLACE, problem="x", certainty=Certainty.POSSIBLE)
    elsewhere = note.model_copy(update={"at": "phu-luc-4"})
    with_note, without = (
        replace(here.plan, meta=here.plan.meta.model_copy(update={"notes": notes})) for notes in ([note], [elsewhere])
    )
    assert is_covered(finding, with_note)
    assert not is_covered(finding, without)
    assert as_problem(finding, here.plan.path).severity == "warning"
