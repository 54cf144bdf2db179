"""Make corpus/country/places.csv.gz from the data of the PyPI package vietnamadminunits.

    pip download --no-deps vietnamadminunits==1.0.4
    scripts/import_places.py vietnamadminunits-1.0.4-py3-none-any.whl

The package (MIT, by Tran Ngoc Minh Hieu) holds the provinces, districts and communes as they were in June 2025, those
since 01/7/2025, and which communes went into which. The same wheel always gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from corpus.country.places import PLACES_FILE, as_bytes
from corpus.editors.units import Unit, number_places

DATA = "vietnamadminunits/data/"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="the wheel of vietnamadminunits")
    parser.add_argument("--to", type=Path, default=PLACES_FILE, help="default: %(default)s")
    arguments = parser.parse_args()
    with zipfile.ZipFile(arguments.wheel) as wheel, tempfile.TemporaryDirectory() as folder:
        wheel.extract(f"{DATA}dataset.db", folder)
        database = sqlite3.connect(Path(folder) / DATA / "dataset.db")
        old = [Unit(*row) for row in database.execute(OLD)]
        new = [Unit(*row) for row in database.execute(NEW)]
        database.close()
        became = read_successors(json.loads(wheel.read(f"{DATA}converter_2025.json")))
    places = number_places(old, new, became)
    arguments.to.write_bytes(as_bytes(places))
    print(f"{len(places)} địa bàn, {arguments.to.stat().st_size} byte: {arguments.to}")


OLD = """
    select province, provinceKey, provinceCode, district, districtKey, districtCode, ward, wardKey, wardCode
    from admin_units_legacy
"""
NEW = """
    select province, provinceKey, provinceCode, null, null, null, ward, wardKey, wardCode from admin_units
"""


def read_successors(converter: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Key of each old province or commune to those that it went into: (key of the province, key of the commune or "").

    Of a commune that was divided, the one with most of it comes first.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for new, olds in converter["DICT_PROVINCE"].items():
        for old in olds:
            found.setdefault(old, []).append((new, ""))
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                found.setdefault(old, []).append((province, ward))
    for province, wards in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in wards.items():
            ordered = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            found.setdefault(old, []).extend((province, part["newWardKey"]) for part in ordered)
    return found


if __name__ == "__main__":
    main()
