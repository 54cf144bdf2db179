"""Write the fonts of the site and their style sheet from two packages of npm, unpacked by `npm pack` and `tar`.

    npm pack @fontsource-variable/noto-serif @fontsource-variable/noto-sans

Of each family only the weights from regular to bold and the signs that Vietnamese text needs are kept, with their
kerning, their marks and their figures of one width; what is written goes to content/assets/fonts/.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tarfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from corpus.language.letters import MARKED

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "content" / "assets" / "fonts"
PARTS = ("latin", "latin-ext", "vietnamese")
WEIGHTS = (400, 700)
FEATURES = ["ccmp", "kern", "lnum", "locl", "mark", "mkmk", "pnum", "tnum"]
# Beside letters: ASCII, quotes, dashes, fractions, arrows, signs of money and measure, and the marks by themselves.
SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0«»“”‘’–—…•·½¼¾²³°±×÷§©₫≥≤→←↑↓\u0300\u0301\u0303\u0309\u0323"

HEAD = """/* Written by scripts/write_fonts.py from {packages} (npm); SIL Open Font License 1.1: OFL.txt. */
"""
FACE = """
@font-face {{
  font-family: "{family}";
  font-weight: {weights[0]} {weights[1]};
  font-display: swap;
  src: url("{file}") format("woff2");
  unicode-range: {ranges};
}}
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="+", type=Path, help="the .tgz files")
    arguments = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    names: list[str] = []
    faces: list[str] = []
    licences: list[str] = []
    for path in arguments.packages:
        with tarfile.open(path) as package:
            about = json.load(_member(package, "package.json"))
            names.append(f"{about['name']} {about['version']}")
            licences.append(_member(package, "LICENSE").read().decode("utf-8").strip())
            faces += _write_family(package, about["name"].split("/")[1])
    (FOLDER / "fonts.css").write_text(HEAD.format(packages=" and ".join(names)) + "".join(faces), encoding="utf-8")
    (FOLDER / "OFL.txt").write_text("\n\n".join(licences) + "\n", encoding="utf-8")
    print(
        f"{sum(file.stat().st_size for file in FOLDER.glob('*.woff2')):,} bytes of fonts in {FOLDER.relative_to(ROOT)}"
    )
    return 0


def _member(package: tarfile.TarFile, name: str) -> IO[bytes]:
    file = package.extractfile(f"package/{name}")
    if file is None:
        raise SystemExit(f"{name}: not in the package")
    return file


def _write_family(package: tarfile.TarFile, family: str) -> Iterator[str]:
    """Write the parts of a family; for each the rule that makes browsers load it."""
    wanted = set(map(ord, SIGNS + MARKED + MARKED.upper()))
    for part in PARTS:
        font = TTFont(_member(package, f"files/{family}-{part}-wght-normal.woff2"))
        signs = sorted(wanted & set(font.getBestCmap()))
        wanted -= set(signs)
        options = subset.Options(layout_features=FEATURES, hinting=False)
        keeper = subset.Subsetter(options)
        keeper.populate(unicodes=signs)
        keeper.subset(font)
        file = f"{family}-{part}.woff2"
        _lighter(font).save(FOLDER / file)
        title = " ".join(word.capitalize() for word in family.split("-"))
        yield FACE.format(family=title, weights=WEIGHTS, file=file, ranges=", ".join(_ranges(signs)))


def _ranges(signs: list[int]) -> Iterator[str]:
    """Signs in order as ranges of CSS: U+20-7E, U+A0."""
    for _, run in groupby(enumerate(signs), lambda pair: pair[1] - pair[0]):
        first, *rest = [sign for _, sign in run]
        yield f"U+{first:X}-{rest[-1]:X}" if rest else f"U+{first:X}"


def _lighter(font: TTFont) -> TTFont:
    """The font with the weights of the site only, to be saved compressed."""
    plain = io.BytesIO()
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    made = instancer.instantiateVariableFont(TTFont(plain), {"wght": WEIGHTS})
    made.flavor = "woff2"
    return made


if __name__ == "__main__":
    sys.exit(main())
