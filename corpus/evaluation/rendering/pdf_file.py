"""Documents of Word as PDF, through LibreOffice, many at once."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pypdfium2

_SECONDS = 600


def to_pdf(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The .docx ``files`` as PDF, under the same names. Raises FileNotFoundError without LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("LibreOffice makes the PDF: apt-get install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{number}.docx" for number in range(len(files))]
        for source, data in zip(sources, files.values(), strict=True):
            source.write_bytes(data)
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, *map(str, sources)]
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
        return {name: one.with_suffix(".pdf").read_bytes() for name, one in zip(files, sources, strict=True)}


def first_pages(data: bytes, count: int) -> bytes:
    document, some = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    some.import_pages(document, list(range(min(count, len(document)))))
    file = io.BytesIO()
    some.save(file)
    return file.getvalue()
