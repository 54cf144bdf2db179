"""Hold a site to its manifest: a folder, a zip, or the address at which it is published.

Every file the manifest lists must be there with its bytes; in a folder or a zip there must be no other. With a key, or
with deploy/minisign.pub, the manifest must be signed. Ends with 0 where all holds, 1 where anything does not.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.command import run
from corpus.publishing.published_sites import PublishedSiteError, open_site
from corpus.publishing.sign import SignatureError, read_public_key
from corpus.publishing.verify import verify

PUBLIC_KEY = Path(__file__).resolve().parent.parent / "deploy" / "minisign.pub"
MOST_SHOWN = 50


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", help="folder, zip or http(s) address of the site")
    parser.add_argument("--manifest", type=Path, help="hold it to this manifest (default: the one published with it)")
    parser.add_argument(
        "--key", help="public key of minisign: a file, or its 56 letters (default: deploy/minisign.pub)"
    )
    arguments = parser.parse_args()
    given = arguments.key or (str(PUBLIC_KEY) if PUBLIC_KEY.is_file() else None)
    try:
        key = read_public_key(given) if given else None
        place = open_site(arguments.place)
    except (PublishedSiteError, SignatureError) as error:
        print(error, file=sys.stderr)
        return 1
    verdict = verify(place, arguments.manifest.read_bytes() if arguments.manifest else None, key)
    for problem in verdict.problems[:MOST_SHOWN]:
        print(problem)
    if len(verdict.problems) > MOST_SHOWN:
        print(f"… và {len(verdict.problems) - MOST_SHOWN} chỗ khác")
    if verdict.manifest:
        one = verdict.manifest
        print(f"{one.title}: {len(one.files)} tệp, dựng từ {one.commit or 'không rõ'}, ngày {one.day or 'không rõ'}.")
    signed = "chữ ký đúng" if verdict.signed else "không kiểm chữ ký (không có khóa công khai)"
    print(f"{len(verdict.problems)} chỗ sai." if verdict.problems else f"Đúng cả; {signed}.")
    return 1 if verdict.problems else 0


if __name__ == "__main__":
    run(main)
