"""Make the package for a portal: files for one path of any server, with settings for nginx, Apache, IIS and others.

The folder is replaced in one step when the new package is whole. With --key, its manifest is signed; a key with a
password takes it from the environment: MINISIGN_PASSWORD.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from corpus.build import SiteBuild
from corpus.command import run
from corpus.manifest import ManifestError
from corpus.problem import CorpusError
from corpus.publish import SiteError, publish
from corpus.publishing.address import Address, AddressError, read_address
from corpus.publishing.portal import make_portal
from corpus.publishing.sign import SignatureError, sign_folder
from corpus.record_store import Records
from engine.site import write_site

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", help="path on the host, for instance /ke-hoach/ (default: that of --url, or /)")
    parser.add_argument("--url", help="whole address, for instance https://example.gov.vn/ke-hoach/, where it is known")
    parser.add_argument("--output", type=Path, default=ROOT / "dist" / "portal", help="folder (default: dist/portal)")
    parser.add_argument("--key", type=Path, help="secret key of minisign to sign the manifest with")
    arguments = parser.parse_args()
    try:
        address = read_address(arguments.base, arguments.url)
        prepared = SiteBuild.prepare(ROOT, records=Records(ROOT / "build", ROOT))
        publish(arguments.output, lambda folder: write_portal(prepared, folder, address, arguments.key))
    except CorpusError as error:
        print(f"{error}\n\n{len(error.problems)} problems; nothing was built.", file=sys.stderr)
        return 1
    except (SiteError, AddressError, ManifestError, SignatureError) as error:
        print(f"The package could not be made: {error}", file=sys.stderr)
        return 1
    print(f"{arguments.output}: for {address.url or address.base}. Next: scripts/publish.py TARGET")
    return 0


def write_portal(prepared: SiteBuild, folder: Path, address: Address, key: Path | None = None) -> list[str]:
    """Build ``prepared`` for ``address`` into ``folder`` and make it a package; every file it holds."""
    write_site(prepared, folder, address.url, address.base)
    manifest = make_portal(folder, address, prepared.overview.corpus.moved_pages)
    if key:
        sign_folder(folder, key, os.environ.get("MINISIGN_PASSWORD"))
    return list(manifest.files)


if __name__ == "__main__":
    run(main)
