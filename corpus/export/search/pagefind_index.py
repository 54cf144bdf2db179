"""One part of the corpus through Pagefind: searched texts in, the binary files of its index out."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pagefind_bin import get_executable

LANGUAGE = "vi"
# Pagefind writes this before what it compresses; a file without it comes from another version.
_SIGNATURE = b"pagefind_dcd"
_PAGE = '<!doctype html><html lang="vi"><body data-pagefind-body><p>{}</p></body></html>\n'


@dataclass(frozen=True)
class PagefindFiles:
    """An index as Pagefind wrote it.

    ``entry`` describes it to Pagefind's script; ``meta`` is its table of pages; ``chunks`` its words by file
    name; ``wasm`` and ``script`` the program that reads them; ``pages`` the id of each text, in the order given.
    """

    entry: dict
    meta: bytes
    chunks: dict[str, bytes]
    wasm: bytes
    script: str
    pages: tuple[str, ...]


class PagefindChanged(Exception):
    """Pagefind no longer writes what this module reads; it must be looked at before Pagefind is upgraded."""


def index_texts(texts: list[str]) -> PagefindFiles:
    """The index of ``texts``. Words must already be as they are searched, separated by blanks.

    Texts go to Pagefind's command as pages of one paragraph each: its Python interface waits a tenth of a
    second for every record it is given.
    """
    with tempfile.TemporaryDirectory(prefix="pagefind-") as folder:
        pages, output = Path(folder, "pages"), Path(folder, "index")
        pages.mkdir()
        for number, text in enumerate(texts):
            (pages / f"{number}.html").write_text(_PAGE.format(escape(text)), encoding="utf-8")
        command = [str(get_executable()), "--site", str(pages), "--output-path", str(output), "--force-language", LANGUAGE]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise PagefindChanged(f"pagefind failed: {done.stdout}{done.stderr}")
        return _collect(output, len(texts))


def _collect(folder: Path, count: int) -> PagefindFiles:
    try:
        entry = json.loads((folder / "pagefind-entry.json").read_text())
        language = entry["languages"][LANGUAGE]
        files = PagefindFiles(
            {"version": entry["version"], "languages": {LANGUAGE: language}, "include_characters": entry["include_characters"]},
            (folder / f"pagefind.{language['hash']}.pf_meta").read_bytes(),
            {path.stem: path.read_bytes() for path in sorted((folder / "index").glob("*.pf_index"))},
            (folder / f"wasm.{language['wasm'] or 'unknown'}.pagefind").read_bytes(),
            (folder / "pagefind.js").read_text(),
            _pages(folder, count),
        )  # fmt: skip
    except (KeyError, FileNotFoundError) as error:
        raise PagefindChanged(f"Pagefind's index has no {error}") from error
    if not files.chunks:
        raise PagefindChanged("Pagefind wrote no index chunk")
    return files


def _pages(folder: Path, count: int) -> tuple[str, ...]:
    """Page ids by the number each text was given as its address, read from the fragments."""
    pages = {}
    for path in (folder / "fragment").glob("*.pf_fragment"):
        data = gzip.decompress(path.read_bytes())
        if not data.startswith(_SIGNATURE):
            raise PagefindChanged(f"{path.name} does not begin with {_SIGNATURE.decode()}")
        address = json.loads(data[len(_SIGNATURE) :])["url"]
        pages[int(address.strip("/").removesuffix(".html"))] = path.stem
    if sorted(pages) != list(range(count)):
        raise PagefindChanged(f"Pagefind kept {len(pages)} of {count} texts")
    return tuple(pages[number] for number in range(count))
