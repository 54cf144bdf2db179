"""Add central acts from a table (CSV or Parquet) to plans/registers/acts.csv, the register of known acts.

Columns: number, date, issuer, kind, title, status, url; or, as in the public data set tmquan/vbpl-vn (CC BY 4.0),
so_hieu, ngay_ban_hanh, co_quan_ban_hanh, doc_type, title, source_url. What the register has stays as it is.
Only acts that a plan cites get a page.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from corpus.command import run
from corpus.editors.act_import import as_csv, import_acts
from corpus.read.acts import ACTS_FILE
from corpus.read.corpus_files import read_corpus

_ROWS_AT_ONCE = 1000
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, help="a .csv (UTF-8) or .parquet file")
    parser.add_argument("--print", action="store_true", help="only say what would change; write nothing")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.root)
    done = import_acts(_rows(arguments.table), corpus.acts)
    target = arguments.root / "plans" / "registers" / ACTS_FILE
    if not arguments.print and done.added:
        target.write_text(as_csv(done.acts.values()), encoding="utf-8")
    for why, count in sorted(done.left.items()):
        print(f"bỏ qua {count} dòng: {why}")
    for line in done.differs:
        print(f"khác với sổ, giữ như sổ: {line}")
    print(f"{done.added} văn bản mới; sổ có {len(done.acts)} văn bản.")
    return 0


def _rows(table: Path) -> Iterator[dict[str, Any]]:
    if table.suffix == ".parquet":
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(table)])
            names = [column[0] for column in found.description]
            while rows := found.fetchmany(_ROWS_AT_ONCE):
                yield from (dict(zip(names, row, strict=True)) for row in rows)
        return
    with table.open(encoding="utf-8-sig", newline="") as source:
        yield from csv.DictReader(source)


if __name__ == "__main__":
    run(main)
