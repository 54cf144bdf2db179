"""The guide from the file received to the site: its commands run, and print and write what the page says they do."""

from __future__ import annotations

import re
import shlex

import pytest
from newcomers import guide_example, write_files

from corpus.read.corpus_files import read_corpus

PAGE = "content/huong-dan/nhan-van-ban.md"
_PRINTED = re.compile(r"<!-- (?:nhan|nhap): (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)```\n", re.DOTALL)
_CONSOLE = re.compile(r"```console\n(?P<lines>.*?)```", re.DOTALL)
# What a test would have to install, open in a browser or build: that each is there, the tests of documents hold.
_NOT_HERE = ("make receive-tools", "make review", "make serve", "make site")


@pytest.fixture(scope="session")
def page(root):
    return (root / PAGE).read_text("utf-8")


def run(line: str, here, command) -> str:
    """What the command of ``line`` prints in the corpus ``here``."""
    program, *words = shlex.split(line)
    if program == "make":
        target, *settings = words
        files = [here / name for setting in settings for name in setting.removeprefix("FILE=").split()]
        done = command(target, "--root", here, *files)
    else:
        script = re.fullmatch(r"scripts/(\w+)\.py", words[0])[1]
        done = command(script, "--root", here, *words[1:])
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_every_command_does_what_the_guide_says(root, page, tmp_path, command):
    write_files(guide_example((root / "content/huong-dan/index.md").read_text("utf-8")), tmp_path)
    (name, received), (path, draft) = _PRINTED.findall(page)
    (tmp_path / name).write_text(received, encoding="utf-8")
    ran = 0
    for block in _CONSOLE.findall(page):
        for line, printed in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            if not line.startswith(_NOT_HERE):
                ran += 1
                shown = run(line, tmp_path, command)
                assert printed.strip() in ("", shown)
                if ran == 1:
                    assert (tmp_path / path).read_text("utf-8") == draft
    assert ran >= 5
    plan = read_corpus(tmp_path).plan["tan-an/2030/09-qd-ubnd"]
    assert plan.meta.promulgates.form == "kế hoạch"
    assert [row.anchor for row in plan.rows] == ["phu-luc-i", "phu-luc-i-1", "phu-luc-ii", "phu-luc-ii-2"]
    assert {str(one.reason) for one in plan.meta.differences} == {"line-break"}
