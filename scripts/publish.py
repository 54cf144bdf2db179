"""Publish the package in dist/portal: show what changes, then put it in place so that readers never meet a mixture.

TARGET is a folder, user@host:/path (rsync over SSH; what is served is a link), or s3://bucket/path (every site in a folder of
its own, and a pointer, which a server before the store follows; keys and endpoint from the environment: AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL, AWS_REGION). Where somebody else published meanwhile, nothing is done. With --difference it may also be
the address of the site that is served. A package that differs from its manifest, or lacks a page or file that is served, is
refused. After a publication the addresses of its pages and files are written down in plans/registers/published.txt, to be
committed: the check of the corpus then says which of them is gone without a redirect.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.check.kept_addresses import PUBLISHED
from corpus.command import run
from corpus.manifest import MANIFEST, Manifest, ManifestError, parse_manifest
from corpus.publish import SiteError
from corpus.publishing.difference import SiteDifference, compare, write_difference
from corpus.publishing.published_sites import PublishedSiteError, open_site
from corpus.publishing.targets import Target, open_target
from corpus.publishing.verify import verify

ROOT = Path(__file__).resolve().parent.parent
MOST_SHOWN = 20


def main() -> int:
    arguments = _parser().parse_args()
    try:
        if arguments.list or arguments.rollback is not None:
            return _look_back(open_target(arguments.target), arguments.rollback)
        return _publish(arguments)
    except (SiteError, ManifestError, PublishedSiteError) as error:
        print(f"Not published: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", help="folder, user@host:/path, s3://bucket/path; with --difference an address")
    parser.add_argument("--site", type=Path, default=ROOT / "dist" / "portal", help="package (default: dist/portal)")
    parser.add_argument("--keep", type=int, default=5, help="how many sites before are kept (default: 5)")
    parser.add_argument(
        "--published",
        type=Path,
        default=ROOT / PUBLISHED,
        help=f"where addresses are written down (default: {PUBLISHED})",
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what would change")
    parser.add_argument("--difference", type=Path, metavar="ZIP", help="only write what would change, to be uploaded")
    parser.add_argument("--list", action="store_true", help="list the sites that are kept, the newest first")
    parser.add_argument(
        "--rollback", type=int, nargs="?", const=1, metavar="N", help="put back the site N publications before (1)"
    )
    return parser


def _publish(arguments: argparse.Namespace) -> int:
    verdict = verify(open_site(str(arguments.site)))
    if verdict.manifest is None or verdict.problems:
        raise SiteError(f"{arguments.site} is not what its manifest says: {'; '.join(verdict.problems[:3])}")
    manifest = verdict.manifest
    served = arguments.target.startswith(("http://", "https://"))
    target = None if served else open_target(arguments.target)
    data = target.current() if target else open_site(arguments.target).read(MANIFEST)
    difference = compare(parse_manifest(data) if data else None, manifest)
    _show(difference)
    if difference.lost:
        shown = ", ".join(difference.lost[:5])
        raise SiteError(f"{len(difference.lost)} addresses would be gone without a redirect: {shown}")
    if arguments.difference:
        count = write_difference(arguments.site, difference, arguments.difference)
        print(f"{arguments.difference}: {count} files to upload, {len(difference.removed)} to delete")
    elif target is None:
        raise SiteError("nothing can be published to an address; --difference writes what to upload there")
    elif not arguments.dry_run:
        target.publish(arguments.site, manifest, arguments.keep, data)
        arguments.published.write_text(
            "".join(f"{address or '/'}\n" for address in sorted(manifest.addresses)), encoding="utf-8"
        )
        print(f"Published: {len(manifest.files)} files, of {manifest.commit or 'no commit'}. --rollback undoes it.")
    return 0


def _show(difference: SiteDifference) -> None:
    for sign, names in (("+", difference.added), ("~", difference.changed), ("-", difference.removed)):
        for name in names[:MOST_SHOWN]:
            print(f"{sign} {name}")
        if len(names) > MOST_SHOWN:
            print(f"{sign} … and {len(names) - MOST_SHOWN} more")
    added, changed, removed = difference.added, difference.changed, difference.removed
    print(f"{len(added)} added, {len(changed)} changed, {len(removed)} removed")


def _look_back(target: Target, back: int | None) -> int:
    if back is not None:
        target.put_back(back)
        print("The site before is back; --rollback again undoes it.")
    for number, manifest in enumerate(map(parse_manifest, target.kept()), 1):
        print(f"{number}: {_say(manifest)}")
    return 0


def _say(manifest: Manifest) -> str:
    return f"{manifest.commit or 'no commit'}, {manifest.day or 'no day'}, {len(manifest.files)} files"


if __name__ == "__main__":
    run(main)
