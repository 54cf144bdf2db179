"""How a reader proves that the site is what its keepers published: the digests of each plan, and the way to check."""

from __future__ import annotations

from corpus.addresses import VERIFICATION, verification_url
from corpus.manifest import MANIFEST, SCHEMA, SIGNATURE, Manifest
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.pages.proof import proof_sentences


def verification_page(overview: Overview, facts: Manifest) -> Page:
    """The page of proofs; ``facts`` say what the site is built from, its files aside."""
    proofs = [
        (overview.corpus.plan[one.id], one, verification_url(one.id), proof_sentences(overview.proofs[one.id]))
        for one in facts.plans
    ]
    return render(
        "verification.html.j2",
        VERIFICATION,
        overview,
        facts=facts,
        proofs=proofs,
        manifest=MANIFEST,
        signature=SIGNATURE,
        schema=f"data/{SCHEMA}",
    )
