"""The proof of fidelity: it holds for the real corpus, and fails for any change of it."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from corpus.language.folding import fold
from corpus.model import Plan
from corpus.prove.prove import prove, prove_from_files
from corpus.prove.reading import WORD, read_declared, read_source
from corpus.read.clauses import parse_clauses
from corpus.read.corpus_files import CorpusFiles
from corpus.schema import Difference
from corpus.vocabulary import DifferenceReason, SourceMarkup, Transcription

FAITHFUL = [
    "hai-phong/2021/45-kh-ubnd",
    "duong-kinh/2023/khong-so-kh-ubnd",
    "hai-phong/2025/362-qd-ubnd",
    "chi-linh/2026/110-qd-ubnd",
]

# Several lines are changed for one proof, and each must be found within four lines of itself.
APART = 10


@pytest.fixture(scope="session")
def proof(corpus_root, plans):
    """``proof(plan)``: the plan compared with its received file."""
    return lambda plan: prove(plan, (corpus_root / "plans/sources" / plan.meta.source.file).read_text("utf-8"))


@pytest.fixture(scope="session")
def faithful(plans):
    return {plan.id: plan for plan in plans if plan.meta.source.transcription is Transcription.FAITHFUL}


def test_the_expected_plans_are_faithful(faithful):
    assert sorted(faithful) == sorted(FAITHFUL)


@pytest.mark.parametrize("plan_id", FAITHFUL)
def test_every_word_agrees_with_the_source(plan_id, faithful, proof):
    fidelity = proof(faithful[plan_id])
    assert [str(problem) for problem in fidelity.problems] == []
    assert fidelity.proved
    assert fidelity.agreeing == fidelity.words > 4000


@pytest.mark.parametrize("plan_id", FAITHFUL)
def test_every_declaration_is_needed(plan_id, faithful, proof):
    """Without any one of its declared differences, a plan is not proved."""
    plan = faithful[plan_id]
    for index in range(len(plan.meta.differences)):
        kept = [d for i, d in enumerate(plan.meta.differences) if i != index]
        without = replace(plan, meta=plan.meta.model_copy(update={"differences": kept}))
        assert not proof(without).proved, plan.meta.differences[index]


@pytest.mark.parametrize("plan_id", FAITHFUL)
@pytest.mark.parametrize("change", ["replace", "drop", "add", "swap", "tone"])
def test_a_changed_word_is_found_with_its_line_and_both_readings(plan_id, change, faithful, proof, reread, corpus_root):
    plan = faithful[plan_id]
    lines = (corpus_root / plan.path).read_text("utf-8").split("\n")
    chance = random.Random(f"{plan_id} {change}")
    changes = {number: _change(lines[number], change, chance) for number in _far_apart(_body_lines(lines), 8, chance)}
    assert len(changes) == 8
    text = "\n".join(changes[number][2] if number in changes else line for number, line in enumerate(lines))
    problems = proof(reread(plan.path, text)).problems
    for number, (before, after, changed) in changes.items():
        near = [p for p in problems if abs(p.line - number - 1) <= 2]
        assert near and near[0].path == plan.path, (number + 1, changed, problems)
        assert any(before in p.must for p in near), (before, [str(p) for p in near])
        assert any(after in p.found for p in near), (after, [str(p) for p in near])


def _far_apart(numbers: list[int], most: int, chance: random.Random) -> list[int]:
    """Up to ``most`` of the lines, so far from each other that what is found near one is not about another."""
    taken: list[int] = []
    for number in chance.sample(numbers, len(numbers)):
        if len(taken) < most and all(abs(number - other) > APART for other in taken):
            taken.append(number)
    return taken


def _body_lines(lines: list[str]) -> list[int]:
    """Running text long enough to be changed in its middle."""
    start = lines.index("---", 1)
    return [n for n in range(start + 1, len(lines)) if len(lines[n].split()) > 14 and "*" not in lines[n]]


def _change(line: str, change: str, chance: random.Random) -> tuple[str, str, str]:
    """``line`` changed in one place: (a word of the old reading there, a word of the new one, new line)."""
    words = line.split()
    at = chance.randrange(5, len(words) - 5)
    old = words[at]
    if change == "replace":
        words[at] = "khác"
    elif change == "drop":
        del words[at]
        return old, words[at], " ".join(words)
    elif change == "add":
        words.insert(at, "thêm")
        return old, "thêm", " ".join(words)
    elif change == "swap":
        words[at], words[at + 1] = words[at + 1] + "!", words[at]
    else:
        words[at] = fold(old) if fold(old) != old else f"{old}á"
    return old, words[at], " ".join(words)


def test_a_split_paragraph_is_found(faithful, proof, reread, corpus_root):
    plan = faithful["hai-phong/2021/45-kh-ubnd"]
    text = (corpus_root / plan.path).read_text("utf-8")
    changed = text.replace("đảm bảo liên thông, đồng bộ; gắn kết", "đảm bảo liên thông,\n\nđồng bộ; gắn kết")
    (problem,) = proof(reread(plan.path, changed)).problems
    assert problem.must.startswith("tách đoạn ở chỗ bản nhận được không ngắt")
    assert "liên thông, đồng bộ;" in problem.must
    assert "liên thông,¶đồng bộ;" in problem.found
    assert changed.split("\n")[problem.line - 1].startswith("đồng bộ; gắn kết")


def test_joined_paragraphs_are_found(faithful, proof, reread, corpus_root):
    plan = faithful["hai-phong/2021/45-kh-ubnd"]
    text = (corpus_root / plan.path).read_text("utf-8")
    title = "**Nhiệm vụ cụ thể triển khai công tác tuyên truyền**\n"
    changed = text.replace(f"{title}\n", title)
    (problem,) = proof(reread(plan.path, changed)).problems
    assert problem.must.startswith("nối hai đoạn của bản nhận được")
    assert "tuyên truyền¶Cải cách" in problem.must


def test_a_changed_cell_of_the_annex_is_found(faithful, proof, reread, corpus_root):
    plan = faithful["hai-phong/2025/362-qd-ubnd"]
    text = (corpus_root / plan.path).read_text("utf-8")
    changed = text.replace("UBND các quận, huyện và thành phố Thủ Đức", "UBND các quận, huyện và thành phố Thủy Nguyên")
    (problem,) = proof(reread(plan.path, changed)).problems
    assert "Thủ Đức" in problem.must
    assert "Thủy Nguyên" in problem.found
    assert "Thủy Nguyên" in changed.split("\n")[problem.line - 1]


@pytest.mark.parametrize(
    ("source", "text", "reason", "must"),
    [
        ("chữ không có ở đâu", "", "sign", "(thấy 0 chỗ)"),
        ("cải cách hành chính", "cải cách", "transport", "source của khai báo phải có đúng một chỗ"),
        ("giải quyết./.", "giải quyết./.", "transport", "phải thật sự khác nhau"),
        ("", "chữ không có ở đâu", "row-joined", "text của khai báo phải có trong kế hoạch"),
        ("", "cải cách", "row-joined", "đúng một chỗ trong kế hoạch"),
        ("khó khăn, vướng", "", "order", "phải còn đủ ở chỗ mới"),
    ],
)
def test_a_wrong_declaration_is_refused(source, text, reason, must, faithful, proof):
    plan = faithful["hai-phong/2021/45-kh-ubnd"]
    wrong = Difference(source=source, text=text, reason=DifferenceReason(reason))
    changed = plan.meta.model_copy(update={"differences": [*plan.meta.differences, wrong]})
    assert any(must in problem.must for problem in proof(replace(plan, meta=changed)).problems)


def test_figures_tell_what_was_declared(faithful, proof):
    fidelity = proof(faithful["hai-phong/2021/45-kh-ubnd"])
    sums = {one.reason: (one.count, one.removed, one.added) for one in fidelity.declared}
    assert sums[DifferenceReason.SIGN] == (1, 2, 0)  # "[Handwritten mark]" is no text of the plan
    assert sums[DifferenceReason.ROW_JOINED] == (2, 0, 0)  # the words moved, all of them
    assert sums[DifferenceReason.PAGE_BREAK][1:] == (0, 0)


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("2*3*4, (*) và (*), Sở*, Phòng*.", "2*3*4, (*) và (*), Sở*, Phòng*."),
        (r"\*giữ\* _y_ `z` {#a} [2](3) a\_b", "*giữ* _y_ `z` {#a} [2](3) a_b"),
        ("KẾ HOẠCH**Tuyên truyền**, 2**3**4", "KẾ HOẠCHTuyên truyền, 2**3**4"),
        ("**KẾ HOẠCH**  \n**Tuyên truyền**", "KẾ HOẠCH\nTuyên truyền"),
        ("## **2. Yêu cầu**\n\na)Nội dung", "2. Yêu cầu¶a) Nội dung"),
        ("1\t<p><b>Một</b></p> <p>- Hai</p>\tBa", "1¶Một\n- Hai¶Ba"),
        ("TT\tViệc\n--\t--\n1\tMột", "TT¶Việc¶1¶Một"),
        ("* Quy mô: 06 cuộc * Đối tượng", "* Quy mô: 06 cuộc * Đối tượng"),
        ("(*kèm theo*) và “*trích*”", "(kèm theo) và “trích”"),
        ("\n\n\nđầu\n\n\n\n", "đầu"),
    ],
)
def test_reading_a_source_drops_markup_and_keeps_words(source, reading):
    assert read_source(source, SourceMarkup.MARKDOWN).text == reading


@pytest.mark.parametrize(
    "line", ["*Lưu ý*: **đậm** # không", "# Đầu đề", "<b>x</b> <p>y</p>", r"\*a\*", "(*) 2*3*4", "_x_ `y` {z} [2](3)"]
)
def test_of_plain_text_nothing_is_taken_away(line):
    assert read_source(line).text == line


def test_what_nobody_sees_in_a_source_can_be_declared():
    assert read_source("cải\u200b cách ¶\x0cvà\u00ad").text == "cải⟨U+200B⟩ cách ⟨U+00B6⟩ và⟨U+00AD⟩"
    assert read_source("ca\u0309i").text == "cải"


PRINTED = "Chú thích (*) và 2*3*4, _gạch_ `mã` {#x onclick=y} [2](3) <b>thô</b> Sở*, &amp; 50% | a\\\\b"


@pytest.mark.parametrize("markup", SourceMarkup)
def test_printed_signs_are_kept_and_a_lost_one_is_found(markup, faithful, root):
    """The signs stand in the bytes received, so each of them must stand in the plan."""
    plan = faithful["hai-phong/2021/45-kh-ubnd"]
    typed = PRINTED.replace("[2](3)", r"\[2](3)")
    received = (
        f"# MỘT\n\n{typed}" if markup is SourceMarkup.MARKDOWN else f"MỘT\n\n{PRINTED.replace(chr(92) * 2, chr(92))}"
    )
    received = received.replace("<b>thô</b>", "thô") if markup is SourceMarkup.MARKDOWN else received
    typed = typed.replace("<b>thô</b>", "thô") if markup is SourceMarkup.MARKDOWN else typed
    source = plan.meta.source.model_copy(update={"markup": markup})
    meta = plan.meta.model_copy(update={"source": source, "differences": [], "tables": []})

    def shown(body: str):
        return prove(replace(plan, meta=meta, clauses=parse_clauses(body), tables=()), received).problems

    assert shown(f"# MỘT\n\n{typed}") == ()
    for sign in "*_`{}[]()#=&|":
        at = typed.index(sign)
        assert shown(f"# MỘT\n\n{typed[:at]}{typed[at + 1 :]}"), sign


def test_a_received_file_in_markdown_that_is_not_declared_is_the_one_cause(faithful, proof):
    plan = faithful["hai-phong/2021/45-kh-ubnd"]
    source = plan.meta.source.model_copy(update={"markup": SourceMarkup.NONE})
    (problem,) = proof(replace(plan, meta=plan.meta.model_copy(update={"source": source}))).problems
    assert (
        problem.must
        == "tệp nhận được viết bằng Markdown thì phải khai báo markup: markdown (dấu * và # không phải chữ in)"
    )


def test_texts_too_long_to_compare_part_where_they_first_differ(faithful):
    plan = faithful["hai-phong/2021/45-kh-ubnd"]
    received = "MỘT " + "a b " * 30_000
    meta = plan.meta.model_copy(update={"differences": [], "tables": []})
    body = "# MỘT\n\n" + "\n\n".join(["c d " * 10_000] * 3)
    problems = prove(replace(plan, meta=meta, clauses=parse_clauses(body), tables=()), received).problems
    assert len(problems) == 1 and "phải đúng từng chữ như bản nhận được" in problems[0].must


def test_a_reading_knows_the_line_of_every_character():
    reading = read_source("một\n\nhai\nba\tbốn")
    lines = {m.group(): reading.line(m.start()) for m in WORD.finditer(reading.text)}
    assert lines == {"một": 1, "hai": 3, "ba": 4, "bốn": 4}


def test_declared_text_loses_markup_and_keeps_breaks():
    assert read_declared("*[Handwritten mark]*", SourceMarkup.MARKDOWN) == "[Handwritten mark]"
    assert read_declared("MỤC ĐÍCH**1. Mục**\n tiêu ¶ sau", SourceMarkup.MARKDOWN) == "MỤC ĐÍCH1. Mục tiêu¶sau"


def restored_with(change, corpus_root, plans):
    """The proof of the restored plan after ``change`` of its clauses' texts."""
    plan = next(plan for plan in plans if plan.meta.source.transcription is Transcription.RESTORED)

    def changed(clause):
        return replace(clause, text=change(clause.text), children=tuple(map(changed, clause.children)))

    return prove_from_files(replace(plan, clauses=tuple(map(changed, plan.clauses))), CorpusFiles(corpus_root))


def test_every_line_of_the_scan_is_accounted_for(corpus_root, plans):
    fidelity = restored_with(lambda text: text, corpus_root, plans)
    assert [str(p) for p in fidelity.problems if p.severity == "error"] == []
    assert len(fidelity.restoration.passages) > 150
    assert 0 < fidelity.uncertain < 100


def test_an_invented_sentence_stands_out(corpus_root, plans):
    invented = "Tổ chức đoàn đi học tập kinh nghiệm ở nước ngoài."
    real = restored_with(lambda text: text, corpus_root, plans).restoration.passages
    first = "Tăng cường công tác phối hợp"
    passages = restored_with(lambda t: invented if t.startswith(first) else t, corpus_root, plans).restoration.passages
    by_likeness = sorted(passages, key=lambda passage: passage.similarity)
    (changed,) = [passage for passage in passages if invented in passage.text]
    assert changed in by_likeness[:2]
    assert changed.similarity < 0.5 < next(p for p in real if p.anchor == changed.anchor).similarity


def test_a_word_the_scan_does_not_carry_is_found_with_both_readings(corpus_root, plans):
    known = set(restored_with(lambda text: text, corpus_root, plans).problems)
    changed = restored_with(lambda text: text.replace("Tăng cường công tác", "Chấm dứt công tác"), corpus_root, plans)
    new = [problem for problem in changed.problems if problem not in known]
    assert any("Chấm" in p.found and "tang cu" in fold(p.must) for p in new), new


@pytest.mark.parametrize(("old", "new"), [("nhận thức", "nhân thức"), ("30%", "80%"), ("Sở Nội vụ", "Sở Tài chính")])
def test_a_restored_word_changed_after_its_review_fails_with_both_readings(old, new, corpus_root, plans):
    """Even where the folded text stays the same, or the scan could be read either way."""
    changed = restored_with(lambda text: text.replace(old, new), corpus_root, plans)
    errors = [problem for problem in changed.problems if problem.severity == "error"]
    assert errors and not changed.proved
    for problem in errors:
        assert new in problem.found
        assert "2018-hai-phong-ocr.txt:" in problem.must
        lines = (corpus_root / problem.path).read_text("utf-8").split("\n")
        assert any(old in line for line in lines[problem.line - 1 : problem.line + 3])


def test_no_changed_word_of_any_plan_goes_unseen(corpus_root, plans, reread):
    """A word changed, cut short or taken away anywhere in a plan, its tables and its restored text included."""

    def seen_near(plan: Plan, lines: list[str], changed: dict[int, str]) -> set[int]:
        """Those of the ``changed`` lines near which a problem is found."""
        text = "\n".join(changed.get(number, line) for number, line in enumerate(lines))
        problems = prove_from_files(reread(plan.path, text), CorpusFiles(corpus_root)).problems
        found = [problem.line - 1 for problem in problems if problem.severity == "error"]
        return {number for number in changed if any(abs(line - number) <= 4 for line in found)}

    chance = random.Random(2026)
    unseen = []
    for plan in plans:
        lines = (corpus_root / plan.path).read_text("utf-8").split("\n")
        for _ in range(5):
            chosen = _far_apart(_changeable_lines(lines), 5, chance)
            changed = {number: line for number in chosen if (line := _one_word_changed(lines[number], chance))}
            seen = seen_near(plan, lines, changed)
            # Of words printed often, two changed at once may be paired otherwise; each is seen by itself.
            left = [number for number in changed if number not in seen]
            unseen += [one for one in left if one not in seen_near(plan, lines, {one: changed[one]})]
    assert unseen == []


def _one_word_changed(line: str, chance: random.Random) -> str | None:
    """``line`` with another word in it; None where it holds none."""
    words = [m for m in re.finditer(r"[^\s*\[\]{}\":#|-]+", line) if m.start() >= _value_start(line)]
    if not words:
        return None
    word = chance.choice(words)
    return line[: word.start()] + chance.choice(["khác", f"{word[0]}x", word[0][:-1]]) + line[word.end() :]


def _changeable_lines(lines: list[str]) -> list[int]:
    """Lines of the body, and of the tables in the front matter, that hold a printed word."""
    end, tables = lines.index("---", 1), lines.index("tables:")
    return [n for n in range(tables + 1, len(lines)) if n != end and re.search(r"\w", _printed(lines[n]))]


def _printed(line: str) -> str:
    """``line`` where it holds words of the plan, and not only what a table and its columns are called here."""
    return "" if re.match(r"\s+- (?:kind|field): ", line) or line.strip() in ("columns:", "rows:") else line


def _value_start(line: str) -> int:
    """Where the words of a line begin: after the key of a field."""
    key = re.match(r"\s+(?:- )?[a-z]+:\s*", line)
    return key.end() if key else 0
