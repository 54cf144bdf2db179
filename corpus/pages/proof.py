"""How a plan's text stands to the file received, said to readers; and a restored text beside its scan."""

from __future__ import annotations

from corpus.addresses import comparison_url
from corpus.check.seen import Seen
from corpus.pages.carried_over import section_names
from corpus.pages.page import Page, page_about, render
from corpus.prove.prove import Fidelity


def count(number: int) -> str:
    """A number as Vietnamese writes it: 4.812."""
    return f"{number:,}".replace(",", ".")


def proof_sentences(proof: Fidelity) -> list[str]:
    """The figures of the proof, one sentence each."""
    if proof.restoration:
        likeness = sum(passage.similarity for passage in proof.restoration.passages) / len(proof.restoration.passages)
        return [
            f"Phục dựng từ bản nhận dạng chữ: {count(proof.words)} từ, trong đó {count(proof.uncertain)} từ chưa chắc chắn (được đánh dấu).",
            f"{count(len(proof.restoration.passages))} đoạn được đối chiếu với bản nhận dạng, mức giống trung bình {likeness:.0%} (so không dấu).",
        ]
    sentences = []
    if proof.agreeing == proof.words:
        sentences.append(f"Cả {count(proof.words)} từ khớp với tệp nhận được.")
    else:
        sentences.append(f"{count(proof.agreeing)} trên {count(proof.words)} từ khớp với tệp nhận được.")
    if proof.declared:
        listed = "; ".join(f"{one.count} chỗ {one.reason.label}" for one in proof.declared)
        sentences.append(f"Khác biệt đã khai báo: {listed}.")
    return sentences


def comparison_page(seen: Seen, plan: str) -> Page:
    """Every restored passage beside the raw passage it came from."""
    return page_about(seen, comparison_url(plan), _comparison_page, plan)


def _comparison_page(seen: Seen, plan: str) -> Page:
    here, restoration = seen.overview.plan[plan], seen.overview.proofs[plan].restoration
    passages = restoration.passages if restoration else ()
    first = {passage.anchor: number for number, passage in reversed(list(enumerate(passages)))}
    return render(
        "comparison.html.j2",
        comparison_url(plan),
        seen.overview,
        here=here,
        meta=here.plan.meta,
        passages=passages,
        first=first,
        parts_of_page=[(anchor, name) for anchor, name in section_names(here.plan).items() if anchor in first],
    )
