"""Files of older Word, OpenDocument and RTF, turned into .docx by LibreOffice: no macro runs, nothing is fetched."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from corpus.intake.document import Document
from corpus.intake.kinds import SAVE_DOCX
from corpus.intake.refusal import Refused
from corpus.intake.word.read import read_docx

_SECONDS = 180
_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def read_office(data: bytes, kind: str) -> Document:
    """A file of ``kind`` (doc, odt, rtf). Raises Refused."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        wrong = f"Tệp .{kind} cần LibreOffice để đọc, máy chưa có"
        raise Refused(wrong, f"Hãy cài bằng lệnh: sudo apt-get install libreoffice-writer; hoặc: {SAVE_DOCX}")
    with tempfile.TemporaryDirectory() as folder:
        return replace(read_docx(_convert(program, data, kind, Path(folder))), kind=kind)


def _convert(program: str, data: bytes, kind: str, folder: Path) -> bytes:
    source = folder / f"nhan.{kind}"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx", "--outdir", str(folder), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        return source.with_suffix(".docx").read_bytes()
    except (subprocess.TimeoutExpired, OSError) as error:
        raise Refused(f"LibreOffice không mở được tệp .{kind} này", SAVE_DOCX) from error
