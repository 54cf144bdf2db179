"""Drafts of scans: what the recognition of letters shows otherwise than it is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpora import FROZEN

from corpus.evaluation.rendering.word_file import MANNERS
from corpus.intake.document import Paragraph
from corpus.intake.draft.flow import Line
from corpus.intake.draft.make import Known, make_draft
from corpus.intake.draft.misread import mend_numbers
from corpus.intake.read import read_received
from corpus.read.corpus_files import read_corpus
from scripts.measure_drafts import set_document

PLAN = "duong-kinh/2023/khong-so-kh-ubnd"


@pytest.mark.parametrize(
    "read, meant",
    [
        (["I. MỤC ĐÍCH", "IL. NHIỆM VỤ", "HI. TỔ CHỨC"], ["I. MỤC ĐÍCH", "II. NHIỆM VỤ", "III. TỔ CHỨC"]),
        (["I. MỤC ĐÍCH", "1I, NHIỆM VỤ", "IH. TỔ CHỨC", "IV. KINH PHÍ"], None),
        (["I. MỤC ĐÍCH", "11. TUYÊN TRUYỀN"], ["I. MỤC ĐÍCH", "11. TUYÊN TRUYỀN"]),
        (["IL. NHIỆM VỤ"], ["IL. NHIỆM VỤ"]),
        (["L MỤC ĐÍCH", "1. Mở rộng", "H. NHIỆM VỤ"], ["I. MỤC ĐÍCH", "1. Mở rộng", "II. NHIỆM VỤ"]),
        (["L/ MỤC ĐÍCH", "H/ NHIỆM VỤ", "II/ TỔ CHỨC"], ["I/ MỤC ĐÍCH", "II/ NHIỆM VỤ", "III/ TỔ CHỨC"]),
        (["U MỤC ĐÍCH", "H/ NHIỆM VỤ"], ["I/ MỤC ĐÍCH", "II/ NHIỆM VỤ"]),
        (["L MỤC ĐÍCH", "III. NHIỆM VỤ"], ["L MỤC ĐÍCH", "III. NHIỆM VỤ"]),
        (["I. MỤC ĐÍCH", "HL. NHIỆM VỤ"], ["I. MỤC ĐÍCH", "HL. NHIỆM VỤ"]),
        (["I. MỤC ĐÍCH", "IL. Huyện ủy"], ["I. MỤC ĐÍCH", "IL. Huyện ủy"]),
        (["I. MỤC ĐÍCH", "I. NHIỆM VỤ", "II. TỔ CHỨC"], ["I. MỤC ĐÍCH", "II. NHIỆM VỤ", "III. TỔ CHỨC"]),
        (["I. MỤC ĐÍCH", "B. NHIỆM VỤ", "I. THỂ CHẾ"], ["I. MỤC ĐÍCH", "B. NHIỆM VỤ", "I. THỂ CHẾ"]),
    ],
)
def test_a_misread_number_is_put_right_only_where_its_strokes_make_the_next(read, meant):
    mended = [item.text for item in mend_numbers(Line(text, at) for at, text in enumerate(read))]
    assert mended == (meant or ["I. MỤC ĐÍCH", "II, NHIỆM VỤ", "III. TỔ CHỨC", "IV. KINH PHÍ"])


@pytest.mark.process
def test_a_mended_number_is_declared_and_the_draft_is_proved(tmp_path):
    corpus = read_corpus(FROZEN)
    path = set_document(tmp_path, corpus.plan[PLAN], corpus, MANNERS[0])
    document = read_received(path)
    blocks = tuple(
        replace(block, text=f"IL. {block.text.upper()}", label="") if _is_second(block) else block
        for block in document.blocks
    )
    assert blocks != document.blocks
    scan = replace(document, blocks=blocks, scanned=True)
    draft = make_draft(scan, path.read_bytes(), corpus.country, lambda fields: Known(PLAN))
    assert draft.plan
    assert "II." in [clause.marker for top in draft.plan.clauses for clause in top.walk()]
    assert [one.reason for one in draft.plan.meta.differences if "IL." in one.source] == ["reading"]
    assert not [doubt for doubt in draft.doubts if doubt.kind == "proof"]


def _is_second(block: object) -> bool:
    return isinstance(block, Paragraph) and block.printed.startswith("II.")
