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
# What stands in until a font has come: fonts of the reader's system that are as wide as one another, by family and weight,
# and how wide they must be made to be as wide as ours (in hundredths, by the mean advance of the signs of the plans; in bold
# of the headings of the site, which have more capitals and figures); they take as much room above and below a line. So lines
# break where they will break and little moves when the font comes; of the hundredths near the mean these move least.
STAND_INS = {
    "Noto Serif": (("Times New Roman", "Liberation Serif", "Tinos"), {400: 118, 700: 115}),
    "Noto Sans": (("Arial", "Liberation Sans", "Arimo"), {400: 105, 700: 103}),
}
ABOVE, BELOW = 107.0, 29.5  # hundredths of an em, in both families
STAND_IN = """
@font-face {{
  font-family: "{family} stand-in";
  font-weight: {weight};
  src: {sources};
  size-adjust: {wider}%;
  ascent-override: {above:.1f}%;
  descent-override: {below:.1f}%;
  line-gap-override: 0%;
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
    (FOLDER / "fonts.css").write_text(
        HEAD.format(packages=" and ".join(names)) + "".join([*faces, *_stand_ins()]), encoding="utf-8"
    )
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
    """Write the one file of a family; the rule that makes browsers load it."""
    wanted = set(map(ord, SIGNS + MARKED + MARKED.upper()))
    whole: TTFont | None = None
    for part in PARTS:
        font = TTFont(_member(package, f"files/{family}-{part}-wght-normal.woff2"))
        signs = sorted(wanted & set(font.getBestCmap()))
        wanted -= set(signs)
        options = subset.Options(layout_features=FEATURES, hinting=False)
        keeper = subset.Subsetter(options)
        keeper.populate(unicodes=signs)
        keeper.subset(font)
        font = _lighter(font)
        if whole is None:
            whole = font
        else:
            _add(whole, font, part)
    assert whole is not None
    whole.flavor = "woff2"
    whole.save(FOLDER / f"{family}.woff2")
    title = " ".join(word.capitalize() for word in family.split("-"))
    signs = sorted(whole.getBestCmap())
    yield FACE.format(family=title, weights=WEIGHTS, file=f"{family}.woff2", ranges=", ".join(_ranges(signs)))


def _add(whole: TTFont, part: TTFont, prefix: str) -> None:
    """Add the glyphs of ``part`` to ``whole``: two parts of one variable font that were cut out of it by signs.

    Kerning and marks stay those of ``whole``; a sign of the parts that were cut off never had any with the others.
    """
    renamed = {name: f"{prefix}.{name}" for name in part.getGlyphOrder() if name != ".notdef"}
    whole.setGlyphOrder([*whole.getGlyphOrder(), *renamed.values()])
    for name, new in renamed.items():
        glyph = part["glyf"][name]
        for component in getattr(glyph, "components", ()):
            component.glyphName = renamed[component.glyphName]
        whole["glyf"].glyphs[new] = glyph
        whole["hmtx"].metrics[new] = part["hmtx"].metrics[name]
        whole["gvar"].variations[new] = part["gvar"].variations.get(name, [])
    for table in whole["cmap"].tables:
        table.cmap |= {sign: renamed[name] for sign, name in part.getBestCmap().items() if sign <= 0xFFFF}
    for name in ("HVAR", "MVAR"):  # widths between the weights follow from the glyphs
        if name in whole:
            del whole[name]


def _stand_ins() -> Iterator[str]:
    for family, (fonts, wider) in STAND_INS.items():
        for weight, hundredths in wider.items():
            bold = " Bold" if weight == 700 else ""
            sources = ", ".join(f'local("{font}{bold}")' for font in fonts)
            above, below = 100 * ABOVE / hundredths, 100 * BELOW / hundredths
            yield STAND_IN.format(
                family=family, weight=weight, sources=sources, wider=hundredths, above=above, below=below
            )


def _ranges(signs: list[int]) -> Iterator[str]:
    """Signs in order as ranges of CSS: U+20-7E, U+A0."""
    for _, run in groupby(enumerate(signs), lambda pair: pair[1] - pair[0]):
        first, *rest = [sign for _, sign in run]
        yield f"U+{first:X}-{rest[-1]:X}" if rest else f"U+{first:X}"


def _lighter(font: TTFont) -> TTFont:
    """The font with the weights of the site only."""
    plain = io.BytesIO()
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    return instancer.instantiateVariableFont(TTFont(plain), {"wght": WEIGHTS})


if __name__ == "__main__":
    sys.exit(main())
