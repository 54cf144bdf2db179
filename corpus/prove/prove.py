"""The proof for one plan, with the figures that its page publishes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.model import Corpus, Plan
from corpus.problem import Problem
from corpus.prove.compare import compare
from corpus.prove.declare import Declared, apply_differences, count_words, sum_up
from corpus.prove.reading import WORD, read_plan_text, read_source
from corpus.read.corpus_files import CorpusFiles, RegisterFile, read_register
from corpus.read.files import Unreadable
from corpus.read.received import open_received
from corpus.record_store import Records, Stage, of_each
from corpus.schema import PassageRegister
from corpus.vocabulary import SourceMarkup, Transcription

if TYPE_CHECKING:
    from corpus.prove.restored import Restoration


_PROOF = Stage("proof")


@dataclass(frozen=True)
class Fidelity:
    """How a plan's text stands to the file received.

    ``words`` of the plan, of which ``agreeing`` stand in the source as they are shown (for a restored
    plan: all that the scan carries in some form); ``declared`` differences by reason; words marked
    ``uncertain``; for a restored plan its ``restoration``; ``problems`` are what nobody declared.
    """

    words: int
    agreeing: int
    declared: tuple[Declared, ...]
    uncertain: int
    problems: tuple[Problem, ...]
    restoration: Restoration | None = None

    @property
    def proved(self) -> bool:
        """Whether every character is accounted for."""
        return not any(problem.severity == "error" for problem in self.problems)


def prove(plan: Plan, source_text: str) -> Fidelity:
    """Compare a transcribed ``plan`` with ``source_text``, the text of the file received."""
    shown, markup = read_plan_text(plan), plan.meta.source.markup
    declared = sum_up(plan.meta.differences, markup)
    applied = apply_differences(plan, read_source(source_text, markup), shown)
    compared = compare(applied.source, applied.plan, plan.path, plan.meta.source.words_file)
    words = count_words(WORD.findall(shown.text))
    added = sum(one.added for one in declared)
    differing = count_words(WORD.findall(applied.plan.text)) - count_words(compared.agreeing)
    problems = (*applied.problems, *compared.problems)
    if problems and markup is SourceMarkup.NONE and (cause := _undeclared_markup(plan, source_text, len(problems))):
        problems = (cause,)
    return Fidelity(words, words - differing - added, declared, count_uncertain(plan), problems)


def _undeclared_markup(plan: Plan, source_text: str, problems: int) -> Problem | None:
    """The one cause of many ``problems``: a received file in Markdown that is not declared to be so."""
    source = plan.meta.source.model_copy(update={"markup": SourceMarkup.MARKDOWN})
    as_markdown = replace(plan, meta=plan.meta.model_copy(update={"source": source}))
    if len(prove(as_markdown, source_text).problems) >= problems:
        return None
    must = "tệp nhận được viết bằng Markdown thì phải khai báo markup: markdown (dấu * và # không phải chữ in)"
    return Problem(plan.path, plan.lines.get(("source", "file"), 1), must, source.file)


def prove_restored(plan: Plan, source_text: str, register: RegisterFile[PassageRegister], path: str) -> Fidelity:
    """Compare a restored ``plan`` with its scan, as the register of passages (the file ``path``) pairs them."""
    # Imported where it is needed: a corpus without scans does not pay for it.
    from corpus.prove.restored import compare_restored

    restoration = compare_restored(plan, source_text, register, path)
    words = count_words(WORD.findall(read_plan_text(plan).text))
    uncertain = count_uncertain(plan)
    return Fidelity(words, words - uncertain, (), uncertain, restoration.problems, restoration)


def prove_from_files(plan: Plan, files: CorpusFiles) -> Fidelity:
    """The proof of ``plan`` from the files of its corpus. Raises Unreadable where the source has no words."""
    source = open_received(files.root, plan.meta.source.words_file).words()
    if plan.meta.source.transcription is not Transcription.RESTORED:
        return prove(plan, source)
    path = passage_file(files, plan)
    problems: list[Problem] = []
    register = read_register(files, PassageRegister, path, problems)
    if register is None:
        return Fidelity(0, 0, (), count_uncertain(plan), tuple(problems))
    return prove_restored(plan, source, register, files.relative(path))


def prove_corpus(
    corpus: Corpus,
    files: CorpusFiles,
    known: Mapping[str, tuple[Plan, Fidelity]] | None = None,
    records: Records | None = None,
) -> dict[str, Fidelity]:
    """The proof of each plan whose received file can be read, by the plan's id; reading named the others.

    A ``known`` proof, by the plan's id, or one in ``records`` is taken over for the same plan: that names the digest of
    its received file, which reading holds it to. A restored plan is proved each time, as its register of passages may
    change.
    """

    def try_to_prove(plan: Plan) -> Fidelity | None:
        with suppress(Unreadable):
            return prove_from_files(plan, files)
        return None

    restored = {one.id: one for one in corpus.plans if one.meta.source.transcription is Transcription.RESTORED}
    taken = {
        name: proof
        for name, (plan, proof) in (known or {}).items()
        if name not in restored and corpus.plan.get(name) == plan
    }
    rest = [plan for plan in corpus.plans if plan.id not in restored and plan.id not in taken]
    made = of_each(_PROOF, rest, try_to_prove, records) | of_each(_PROOF, [*restored.values()], try_to_prove) | taken
    return {plan.id: proof for plan in corpus.plans if (proof := made.get(plan.id))}


def passage_file(files: CorpusFiles, plan: Plan) -> Path:
    """The register that pairs a restored plan's passages with the lines of its scan."""
    return files.source(f"{Path(plan.meta.source.file).stem}.passages.yml")


def count_uncertain(plan: Plan) -> int:
    """Words marked as uncertain readings."""
    marked = (p.text[m.start : m.end] for p in plan.passages for m in p.marks if m.kind == "uncertain")
    return sum(count_words(text.split()) for text in marked)
