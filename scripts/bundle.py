"""Write bundles for use without a network, from the built site: all of it, what concerns one body, or one plan in one file.

Without a choice, one zip of the whole site. Unzip anywhere and open index.html: it searches without a server.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from corpus.build import SiteBuild
from corpus.command import run
from corpus.language.folding import slug
from corpus.manifest import Manifest, ManifestError, read_manifest
from corpus.publishing.archive import BundleError, BundleFacts, write_bundle
from corpus.publishing.bundles import of_agency, single_file, whole_site

ROOT = Path(__file__).resolve().parent.parent
ALL = "all"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="built site (default: site)")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ it was built from (this project)")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="folder of the bundles (default: dist)")
    parser.add_argument("--url", help="where the current site is, for links to what a bundle does not hold")
    parser.add_argument("--agency", metavar="ID", help="a body, for instance hai-phong/so-noi-vu; all: each with work")
    parser.add_argument("--plan", metavar="ID", help="a plan, for instance hai-phong/2021/45-kh-ubnd; all: each")
    arguments = parser.parse_args()
    try:
        facts = read_manifest(arguments.site)
        facts = facts.model_copy(update={"address": arguments.url or facts.address})
        for path in _write(arguments, facts):
            print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    except ManifestError as error:
        print(f"{error}: run make site first", file=sys.stderr)
        return 1
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _write(arguments: argparse.Namespace, facts: Manifest) -> Iterable[Path]:
    site, output = arguments.site, arguments.output
    if not (arguments.agency or arguments.plan):
        about = BundleFacts("toàn bộ trang Kế hoạch mở", facts)
        path = output / "ke-hoach-mo.zip"
        write_bundle(path, whole_site(site, about), about)
        yield path
        return
    build = SiteBuild.prepare(arguments.root)
    if build.facts.inputs != facts.inputs:
        raise BundleError(f"{site} was built from other plans: run make site first")
    overview = build.overview
    for body in _chosen(arguments.agency, overview.work.bodies):
        about = BundleFacts(
            f"công việc của {overview.corpus.agency[body].name}, các kế hoạch và văn bản có liên quan", facts
        )
        path = output / "co-quan" / f"{slug(body.replace('/', ' '))}.zip"
        write_bundle(path, of_agency(overview, site, body, about), about)
        yield path
    for plan in _chosen(arguments.plan, overview.corpus.plan):
        path = output / "ke-hoach" / f"{plan.replace('/', '-')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(single_file(site, overview, plan, facts))
        yield path


def _chosen(given: str | None, known: Iterable[str]) -> list[str]:
    known = sorted(known)
    if given is None:
        return []
    if given != ALL and given not in known:
        raise BundleError(f"không có {given} trong kho")
    return known if given == ALL else [given]


if __name__ == "__main__":
    run(main)
