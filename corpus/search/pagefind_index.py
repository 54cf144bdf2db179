"""One part of the corpus through Pagefind: searched texts in, the binary files of its index out."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import PurePosixPath
from typing import IO, Any

from pagefind_bin import get_executable

LANGUAGE = "vi"
# Pagefind writes this before what it compresses; a file without it comes from another version.
_SIGNATURE = b"pagefind_dcd"


@dataclass(frozen=True)
class PagefindFiles:
    """An index as Pagefind wrote it.

    ``entry`` describes it to Pagefind's script; ``meta`` is its table of pages; ``chunks`` its words by file
    name; ``wasm`` and ``script`` the program that reads them; ``pages`` the id of each text, in the order given.
    """

    entry: dict[str, Any]
    meta: bytes
    chunks: dict[str, bytes]
    wasm: bytes
    script: str
    pages: tuple[str, ...]


class PagefindChanged(Exception):
    """Pagefind no longer writes what this module reads; it must be looked at before Pagefind is upgraded."""


def index_texts(texts: list[str]) -> PagefindFiles:
    """The index of ``texts``. Words must already be as they are searched, separated by blanks."""
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": LANGUAGE}}]
    requests += [
        {"type": "AddRecord", "index_id": 0, "url": str(number), "content": text, "language": LANGUAGE}
        for number, text in enumerate(texts)
    ]
    answer = _ask_service([*requests, {"type": "GetFiles", "index_id": 0}])
    try:
        return _collect({file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}, len(texts))
    except (KeyError, ValueError) as error:
        raise PagefindChanged(f"Pagefind's index has no {error}") from error


def _ask_service(requests: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer to the last of ``requests``, put to Pagefind's service all at once.

    Its own Python interface waits a tenth of a second for each answer, and so for each record. A message is
    JSON in base64 with a comma behind it; answers come in any order, each with the number of its request.
    """
    messages = (_message({"message_id": number, "payload": payload}) for number, payload in enumerate(requests))
    with subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        assert service.stdin and isinstance(service.stdout, BufferedReader), "both are pipes"
        writing = threading.Thread(target=_write, args=(service.stdin, b"".join(messages)))
        writing.start()
        answers = _answers(service.stdout)
        last: dict[str, Any] | None = next(
            (answer["payload"] for answer in answers if answer["message_id"] == len(requests) - 1), None
        )
        writing.join()
        service.stdin.close()
        service.terminate()
    if last is None or last["type"] == "Error":
        raise PagefindChanged(f"Pagefind's service answered {last}")
    return last


def _message(request: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps(request).encode()) + b","


def _write(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(data)
    pipe.flush()


def _answers(pipe: BufferedReader) -> Iterator[dict[str, Any]]:
    held = b""
    while data := pipe.read1(1 << 20):
        *whole, held = (held + data).split(b",")
        for message in whole:
            answer = json.loads(base64.b64decode(message))
            if answer["payload"]["type"] == "Error":
                raise PagefindChanged(f"Pagefind's service answered {answer['payload']}")
            yield answer


def _collect(files: dict[str, bytes], count: int) -> PagefindFiles:
    entry = json.loads(files["pagefind-entry.json"])
    language = entry["languages"][LANGUAGE]
    found = PagefindFiles(
        {
            "version": entry["version"],
            "languages": {LANGUAGE: language},
            "include_characters": entry["include_characters"],
        },
        files[f"pagefind.{language['hash']}.pf_meta"],
        {PurePosixPath(path).stem: files[path] for path in sorted(files) if path.endswith(".pf_index")},
        files[f"wasm.{language['wasm'] or 'unknown'}.pagefind"],
        files["pagefind.js"].decode(),
        _pages(files, count),
    )
    if not found.chunks:
        raise PagefindChanged("Pagefind wrote no index chunk")
    return found


def _pages(files: dict[str, bytes], count: int) -> tuple[str, ...]:
    """Page ids by the number each text was given as its address, read from the fragments."""
    pages = {}
    for path in files:
        if path.endswith(".pf_fragment"):
            data = gzip.decompress(files[path])
            if not data.startswith(_SIGNATURE):
                raise PagefindChanged(f"{path} does not begin with {_SIGNATURE.decode()}")
            pages[int(json.loads(data[len(_SIGNATURE) :])["url"])] = PurePosixPath(path).stem
    if sorted(pages) != list(range(count)):
        raise PagefindChanged(f"Pagefind kept {len(pages)} of {count} texts")
    return tuple(pages[number] for number in range(count))
