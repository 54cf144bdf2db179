"""The places of the country: what lies where and became what, and how a register and the country make one view."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from corpus.bodies.place_names import PlaceIndex
from corpus.bodies.setting import Setting
from corpus.country.places import CENTRAL, COUNTRY, as_bytes, proper_key
from corpus.country.register import Places
from corpus.editors.units import Unit, number_places
from corpus.schema import Place
from corpus.vocabulary import Tier

OLD, NEW = date(2024, 5, 1), date(2025, 9, 1)


def test_the_table_has_every_place_before_and_since_july_2025():
    count = Counter((row.tier, bool(row.until)) for row in COUNTRY.rows.values())
    # Nghị quyết 202/2025/QH15: 34 provinces, 29 ended; 3,321 communes. 10,035 communes and 696 districts before.
    assert count[Tier.CITY, False] == 34 and count[Tier.CITY, True] == 29
    assert count[Tier.WARD, False] == 3321 and count[Tier.WARD, True] == 10035
    assert count[Tier.DISTRICT, True] == 696 and count[Tier.DISTRICT, False] == 0


def test_every_place_lies_in_one_and_became_others_that_there_are():
    for row in COUNTRY.rows.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)
        assert row.parent == CENTRAL or row.parent in COUNTRY.rows
        assert all(not COUNTRY.rows[heir].until for heir in row.successors.split())
        assert bool(row.successors) == bool(row.until), "what ended went into something"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hai-duong", ["hai-phong"]),
        ("bac-giang", ["bac-ninh"]),
        ("hai-phong-quan-duong-kinh-phuong-da-phuc", ["hai-phong-phuong-hung-dao"]),
        ("hai-duong-thanh-pho-chi-linh-phuong-pha-lai", ["hai-phong-phuong-chi-linh"]),
    ],
)
def test_what_became_of_a_place(old, new):
    assert COUNTRY.place(old).successors == new


def test_two_communes_of_one_name_stay_apart():
    many = COUNTRY.named(proper_key("Tân Lập"))
    assert len({row.id for row in many}) == len(many) > 10
    units = [
        Unit("Tỉnh Mẫu", "tinhmau", "01", None, None, None, name, key, code)
        for name, key, code in (("Xã Lộc Thành", "a", "11"), ("Xã Lộc Thạnh", "b", "12"), ("Xã Lộc An", "c", "13"))
    ]
    assert [place.id for place in number_places([], units, {})] == [
        "mau",
        "mau-xa-loc-an",
        "mau-xa-loc-thanh-11",
        "mau-xa-loc-thanh-12",
    ]


def test_the_same_places_give_the_same_bytes():
    rows = list(COUNTRY.rows.values())
    assert as_bytes(rows) == as_bytes(rows)


def place(identity: str, name: str, tier: Tier, **more) -> Place:
    return Place(id=identity, name=name, tier=tier, **more)


def test_the_register_wins_and_the_country_fills_in():
    places = Places(
        [
            place("thanh-pho-cang", "thành phố Hải Phòng", Tier.CITY),
            place("duong-kinh", "quận Dương Kinh", Tier.DISTRICT, parent="thanh-pho-cang", since=date(2007, 9, 12)),
            place("thi-xa-mau", "thị xã Mẫu", Tier.DISTRICT, parent="thanh-pho-cang"),
        ]
    )
    quarter = places.get("duong-kinh")
    assert (quarter.since, quarter.until) == (date(2007, 9, 12), date(2025, 6, 30))
    assert "hai-phong-phuong-hung-dao" in quarter.successors
    assert places.get("hai-phong-quan-duong-kinh") is quarter
    assert places.get("hai-phong").id == "thanh-pho-cang"
    assert places.get("hai-phong-phuong-chi-linh").parent == "thanh-pho-cang"
    below = [one.id for one in places.below("thanh-pho-cang")]
    assert "thi-xa-mau" in below and "duong-kinh" in below and "hai-phong-quan-duong-kinh" not in below
    assert len(below) == len(set(below))
    assert places.get("khong-co") is None


@pytest.mark.parametrize(
    ("name", "at", "day", "means"),
    [
        ("xã Tân Lập", "ha-giang-huyen-bac-quang", OLD, "ha-giang-huyen-bac-quang-xa-tan-lap"),
        ("xã Tân Lập", "ha-giang", OLD, "ha-giang-huyen-bac-quang-xa-tan-lap"),
        ("xã Tân Lập", "trung-uong", OLD, None),
        ("tỉnh Bắc Giang", "bac-ninh", OLD, "bac-giang"),
        ("tỉnh Bắc Giang", "bac-ninh", NEW, None),
        ("TP. Hồ Chí Minh", "bac-ninh", NEW, "ho-chi-minh"),
        ("Hòa Bình", "son-la", OLD, "hoa-binh"),
        ("Hoà Bình", "phu-tho", NEW, "phu-tho-phuong-hoa-binh"),
        ("quận 12", "ho-chi-minh", OLD, "ho-chi-minh-quan-12"),
        ("huyện Đảo Xa", "hai-phong", OLD, None),
    ],
)
def test_a_name_means_the_nearest_place_of_its_day(name, at, day, means):
    found = PlaceIndex(Places()).named(name, Setting(at, day, day))
    assert (found.id if found else None) == means


def test_the_kind_of_place_is_the_nearest_that_the_plan_lies_in():
    index = PlaceIndex(Places())
    ward = Setting("bac-ninh-phuong-vo-cuong", NEW, NEW)
    assert index.nearest("tỉnh", ward).id == "bac-ninh"
    assert index.nearest("phường", ward).id == "bac-ninh-phuong-vo-cuong"
    assert index.nearest("huyện", ward) is None
