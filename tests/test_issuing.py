"""Whom the symbol of a document names, where its issuer is not printed."""

from __future__ import annotations

import dataclasses

import pytest

from corpus.directives.issuing import Issuers, index_symbols
from corpus.language.lexicon import LEXICON
from corpus.schema import Agency

# The plan's place, a number, and the issuer that it names there.
CASES = [
    ("hai-phong", "1502/HD-SNV", "hai-phong/so-noi-vu"),
    ("chi-linh", "1502/HD-SNV", "hai-phong/so-noi-vu"),  # a department of the city above the ward
    ("hai-phong", "55/SNV-CCHC", "hai-phong/so-noi-vu"),  # a letter: the issuer, then who drafted it
    ("hai-phong", "312/TTr-SXD", "hai-phong/so-xay-dung"),  # not in the register: by the rule
    ("hai-phong", "7/TTr-SNgV", "hai-phong/so-ngoai-vu"),  # shares its initials with Sở Nội vụ
    ("hai-phong", "76/NQ-CP", "trung-uong/chinh-phu"),
    ("hai-phong", "4946/BTTTT-CĐSQG", "trung-uong/bo-thong-tin-va-truyen-thong"),
    ("hai-phong", "01/2021/UBTVQH15", "trung-uong/uy-ban-thuong-vu-quoc-hoi"),
    ("duong-kinh", "8/KH-UBND", None),  # every place has one, and a district cites those above it
    ("hai-phong", "12-CT/TU", "hai-phong/thanh-uy"),  # Thành ủy and its Standing Committee number together
    ("hai-phong", "62-KL/TW", None),  # three bodies issue under TW
    ("chi-linh", "15/NQ-HĐND", None),  # the council of the ward or of the city
    ("bac-ninh-phuong-vo-cuong", "1502/HD-SNV", "bac-ninh/so-noi-vu"),  # no register has the place: by rule
    ("dak-lak", "88/TTr-SNNMT", "dak-lak/so-nong-nghiep-va-moi-truong"),
    ("bac-giang-huyen-lang-giang", "12-CT/HU", "bac-giang-huyen-lang-giang/huyen-uy"),
    ("bac-ninh-phuong-vo-cuong", "7-NQ/ĐU", "bac-ninh-phuong-vo-cuong/dang-uy"),
    ("bac-ninh", "120/TB-VPCP", "trung-uong/van-phong-chinh-phu"),
    ("hai-phong", "15/NQ-XYZ", None),
    ("hai-phong", "06", None),
]


@pytest.mark.parametrize(("place", "number", "issuer"), CASES)
def test_the_symbol_names_its_issuer(corpus, place, number, issuer):
    assert _issuers(corpus.agencies, corpus, place).read(None, number) == issuer


def test_what_the_register_says_wins_over_the_rule(corpus):
    """The clerk writes another symbol: the rule's is then nobody's but by the rule."""
    own = next(agency for agency in corpus.agencies if agency.id == "hai-phong/so-khoa-hoc-va-cong-nghe")
    named = Agency.model_validate({**dict(own), "symbols": ["SXD"]})
    issuers = _issuers([named if agency is own else agency for agency in corpus.agencies], corpus, "hai-phong")
    assert issuers.read(None, "312/TTr-SXD") == own.id


def test_a_symbol_that_two_bodies_of_the_register_bear_names_none(corpus):
    bearers = [agency for agency in corpus.agencies if agency.place == "hai-phong" and agency.name.startswith("Sở")][:2]
    named = [Agency.model_validate({**dict(agency), "symbols": ["SXYZ"]}) for agency in bearers]
    assert _issuers(named, corpus, "hai-phong").read(None, "1/TB-SXYZ") is None


def test_no_place_no_department(corpus):
    """A plan of the centre has no city whose department could be meant."""
    central = dataclasses.replace(corpus, places=tuple(p for p in corpus.places if p.id == "trung-uong"))
    assert Issuers("trung-uong", index_symbols((), central.country)).read(None, "1502/HD-SNV") is None


def test_departments_with_one_symbol_are_told_apart_by_nobody():
    """Every department but those that plans shorten has a symbol, and each symbol names one."""
    full = [field for field in LEXICON.fields if "sở" in field.of and not field.short]
    assert sorted(LEXICON.department_of_symbol.values()) == sorted(f"Sở {field.name}" for field in full)


def _issuers(agencies, corpus, place):
    return Issuers(place, index_symbols(agencies, corpus.country))
