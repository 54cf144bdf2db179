"""Sign the manifest of a built site, package or unzipped bundle with a secret key of minisign.

Make a key once with `minisign -G`. A key with a password takes it from the environment: MINISIGN_PASSWORD.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from corpus.command import run
from corpus.manifest import SIGNATURE, ManifestError, read_manifest
from corpus.publishing.sign import SignatureError, sign_folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder with manifest.json")
    parser.add_argument("--key", type=Path, required=True, help="secret key, as minisign -G writes it")
    arguments = parser.parse_args()
    try:
        read_manifest(arguments.folder)
        sign_folder(arguments.folder, arguments.key, os.environ.get("MINISIGN_PASSWORD"))
    except (ManifestError, SignatureError) as error:
        print(error, file=sys.stderr)
        return 1
    print(arguments.folder / SIGNATURE)
    return 0


if __name__ == "__main__":
    run(main)
