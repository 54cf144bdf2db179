"""Nothing is made again where nothing has changed, and everything where anything has."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.manifest import Manifest, write_manifest
from corpus.standing import SHAPING, digest_inputs, make_noted, read_note, write_note


def write(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in SHAPING:
        write(tmp_path / name if "." in name else tmp_path / name / "a" / "b.txt")
    return tmp_path


def test_whatever_shapes_a_site_counts(project):
    before = digest_inputs(project, None)
    seen = {before}
    for name in SHAPING:
        path = project / name if "." in name else project / name / "a" / "b.txt"
        write(path, "y")
        seen.add(digest_inputs(project, None))
        write(path, "x")
        assert digest_inputs(project, None) == before
    seen.add(digest_inputs(project, "https://a.vn/"))
    assert len(seen) == len(SHAPING) + 2


def test_what_shapes_no_site_does_not_count(project):
    before = digest_inputs(project)
    write(project / "tests" / "a.py")
    write(project / "site" / "index.html")
    write(project / "corpus" / "__pycache__" / "a.pyc")
    assert digest_inputs(project) == before


def test_all_that_the_project_builds_with_is_looked_at(root):
    """What a build is copied with elsewhere (tests/test_build.py) is what counts, with plans and figures."""
    from test_build import PARTS

    assert {*PARTS, "plans", "figures"} == set(SHAPING)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz-")), min_size=1, max_size=8))
def test_the_same_digest_is_the_same_files(tmp_path_factory, edits):
    """After any series of edits, additions, removals and renames."""
    project = tmp_path_factory.mktemp("p")
    known: dict[str, dict[str, str]] = {}
    state: dict[str, str] = {}
    for name, content in edits:
        path = project / "plans" / f"{name}.md"
        if content == "-":
            state.pop(name, None)
            path.unlink(missing_ok=True)
        else:
            state[name] = content
            write(path, content)
        digest = digest_inputs(project)
        assert known.setdefault(digest, dict(state)) == state
    assert len(known) == len({tuple(sorted(one.items())) for one in known.values()})
    shutil.rmtree(project)


@pytest.mark.process
def test_commits_fetched_later_count(project, tmp_path):
    """Feeds and calendars tell what changed since when: the same commit gives others once those before it are there."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.vn", "-C"]
    subprocess.run([*git, project, "init", "-q"], check=True)
    for message in ("first", "second"):
        subprocess.run([*git, project, "commit", "-q", "--allow-empty", "-m", message], check=True)
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", project.as_uri(), shallow], check=True)
    for name in SHAPING:
        write(shallow / name if "." in name else shallow / name / "a.txt")
    before = digest_inputs(shallow)
    subprocess.run(["git", "-C", shallow, "fetch", "-q", "--unshallow"], check=True)
    assert digest_inputs(shallow) != before


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "www"
    write(folder / "index.html")
    write(folder / "a" / "index.html")
    write_manifest(folder, Manifest())
    return folder


def test_a_whole_site_stands(site):
    write_note(site, "1", ["warning: x", "5 plans"])
    assert read_note(site, "1") == ["warning: x", "5 plans"]
    assert read_note(site, "2") is None


def test_what_changed_while_a_site_was_made_leaves_no_note(site, project):
    """An edit that the build saw and that is undone afterwards must not leave its page standing."""
    text = project / "plans" / "a" / "b.txt"
    inputs = partial(digest_inputs, project)
    before = inputs()
    assert make_noted(site, inputs, lambda: ["5 plans"]) == ["5 plans"] == read_note(site, before)

    def edited_meanwhile() -> list[str]:
        write(text, "y")
        write(site / "index.html", "y")
        return ["5 plans"]

    make_noted(site, inputs, edited_meanwhile)
    write(text, "x")
    assert inputs() == before
    assert read_note(site, before) is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda site: (site / "a/index.html").unlink(),
        lambda site: write(site / "a/index.html", "changed"),
        lambda site: write(site / "new.html"),
        lambda site: write(site / "manifest.json", "{}"),
        lambda site: shutil.rmtree(site),
        lambda site: write(site.with_name(f".{site.name}.made-from"), "{"),
        lambda site: site.with_name(f".{site.name}.made-from").unlink(),
    ],
)
def test_a_site_that_was_touched_is_made_again(site, harm: Callable[[Path], object]):
    write_note(site, "1", ["5 plans"])
    harm(site)
    assert read_note(site, "1") is None
