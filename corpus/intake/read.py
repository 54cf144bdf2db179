"""A file received, of any kind that is read, as one document.

It is read in a process of its own: bounded in time and memory, with nobody to ask on the network.
"""

from __future__ import annotations

import ctypes
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from corpus.intake.document import Document
from corpus.intake.refusal import Refused
from corpus.intake.worker import ANSWER
from corpus.read.files import MEGABYTE, RECEIVED_LIMIT

_SECONDS = 3600  # a scan of 200 pages takes half of it
_MEMORY = 6_000_000_000  # bytes of addresses; LibreOffice asks for two, Tesseract and OpenCV for one
_SAME_KIND = {"jpeg": "jpg", "tif": "tiff", "htm": "html", "markdown": "md", "text": "txt"}
_TEXTS = ("txt", "md", "html")
_NOWHERE = "http://127.0.0.1:9"  # discard: nobody answers, in case a library should ask somebody
_OWN_USER, _OWN_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of Linux (sched.h)
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TESSDATA_PREFIX", "PYTHONPATH", "VIRTUAL_ENV")


def read_received(path: Path) -> Document:
    """What stands in the file ``path``. Raises Refused with one message for the clerk."""
    document = _ask_worker(_content(path))
    named = path.suffix.lower().lstrip(".")
    named = _SAME_KIND.get(named, named)
    if named == document.kind or (named in _TEXTS and document.kind in _TEXTS):
        return document
    if document.kind == "jpg" and named in ("png", "tiff"):
        return replace(document, kind=named)
    note = f"Tên tệp ghi .{named or '(không có đuôi)'} nhưng nội dung là .{document.kind}: đã đọc theo nội dung."
    return replace(document, notes=(*document.notes, note))


def _content(path: Path) -> bytes:
    """The bytes of a plain file of bounded size: a pipe would wait for ever, a device has no end."""
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode):
                sort = "một thư mục" if stat.S_ISDIR(mode) else "một đường ống hoặc thiết bị"
                raise Refused(f"Đây là {sort}, không phải tệp văn bản", "Hãy chỉ ra từng tệp bên trong")
            data = file.read(RECEIVED_LIMIT + 1)
    except FileNotFoundError as error:
        raise Refused("Không có tệp này", "Hãy kiểm tra lại tên và thư mục của tệp") from error
    except IsADirectoryError as error:
        raise Refused("Đây là một thư mục, không phải tệp văn bản", "Hãy chỉ ra từng tệp bên trong") from error
    except (OSError, ValueError) as error:
        raise Refused("Không mở được tệp", "Hãy kiểm tra quyền đọc tệp, đóng chương trình đang mở tệp") from error
    if len(data) > RECEIVED_LIMIT:
        wrong = f"Tệp lớn hơn {RECEIVED_LIMIT // MEGABYTE} MB"
        raise Refused(wrong, "Hãy tách tệp, hoặc quét lại ở 300 dpi thang xám cho nhẹ")
    return data


def _ask_worker(data: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "corpus.intake.worker"],
                input=data,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env=_surroundings(os.environ, folder),
                preexec_fn=_limits(),
                start_new_session=True,
            )
        except subprocess.TimeoutExpired as error:
            raise Refused(f"Đọc tệp quá {_SECONDS // 60} phút nên đã dừng", "Hãy tách tệp thành từng phần") from error
    try:
        answer = ANSWER.validate_json(done.stdout)
    except ValidationError as error:
        advice = "Hãy mở tệp bằng Word hoặc trình xem PDF, lưu thành tệp mới rồi nhận lại"
        raise Refused("Tệp làm hỏng chương trình đọc nên đã dừng", advice) from error
    if answer.document is None:
        raise Refused(answer.wrong, answer.advice)
    return answer.document


def _surroundings(given: Mapping[str, str], folder: str) -> dict[str, str]:
    """The environment of the process: a home of its own that goes with it, no proxy that leads anywhere."""
    kept = {name: given[name] for name in _KEPT if name in given}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE)
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join([root, *filter(None, [kept.get("PYTHONPATH")])])
    return kept | proxies | {"HOME": folder, "TMPDIR": folder, "OMP_THREAD_LIMIT": "1", "PYTHONPATH": paths}


def _limits() -> Callable[[], None] | None:
    """What the process sets for itself before it begins; nothing where the system knows no such limits."""
    if not sys.platform.startswith("linux"):
        return None
    import resource

    libc = ctypes.CDLL(None, use_errno=True)

    def set_limits() -> None:
        libc.unshare(_OWN_USER | _OWN_NETWORK)  # a network of its own, without a way out; not every system allows it
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (20 * RECEIVED_LIMIT, 20 * RECEIVED_LIMIT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return set_limits
