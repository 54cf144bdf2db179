"""A new site comes whole or not at all, whenever its builder dies."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import publish as module
from corpus.publish import SiteError, kept_sites, publish, put_back

FILES = [f"{folder}/{name}.html" for folder in ("a", "b/c") for name in range(3)] + ["index.html"]

MOST_STEPS = 300  # lines that one publishing may take; it takes 121


def write(version: str) -> Callable[[Path], list[str]]:
    """A builder of a small site, each file of which says ``version``."""

    def fill(folder: Path) -> list[str]:
        for name in FILES:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(version)
        return FILES

    return fill


def versions(site: Path) -> set[str]:
    """What the files of ``site`` say; a file that is missing says nothing."""
    return {(site / name).read_text() if (site / name).is_file() else "" for name in FILES}


def leftovers(site: Path) -> set[str]:
    kept = {path.name for path in kept_sites(site)[:1]}
    return {path.name for path in site.parent.iterdir()} - {"site", ".site.lock", *kept}


def quiet(words: str) -> None:
    pass


def in_child(act: Callable[[], None]) -> int:
    """The process id of a child that does ``act`` and ends."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    return child


def die_at(step: int) -> Callable[[], None]:
    """What makes this process kill itself when it comes to its ``step``-th line of the module or of ``write``."""
    left = [step]

    def count(frame, event, argument):
        if frame.f_code.co_filename not in (module.__file__, __file__):
            return None
        if event == "line":
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return count

    return lambda: sys.settrace(count)


def survive(site: Path, old: str, new: str, following: str) -> None:
    """After a death: one whole version, and a next run that mends everything."""
    assert versions(site) in ({old}, {new})
    assert all(versions(folder) != {""} and len(versions(folder)) == 1 for folder in kept_sites(site))
    publish(site, write(following), quiet)
    assert versions(site) == {following}
    assert leftovers(site) == set()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish(tmp_path / "site", write("old"), quiet)
    return tmp_path / "site"


@pytest.mark.process
def test_killed_at_each_step_the_site_is_whole_and_the_next_run_mends(site):
    old, finished = "old", False
    for step in range(1, MOST_STEPS):
        arm = die_at(step)

        def act(arm=arm):
            arm()
            publish(site, write("new"), quiet)

        _, status = os.waitpid(in_child(act), 0)
        finished = os.WIFEXITED(status)
        assert finished or os.WTERMSIG(status) == signal.SIGKILL
        survive(site, old, "new", f"after {step}")
        old = f"after {step}"
        if finished:
            break
    assert finished, "the last step was not reached"


@pytest.mark.process
def test_killed_at_random_moments_of_two_the_site_is_whole(site):
    chance = random.Random(13)
    old = "old"
    for turn in range(100):
        children = [in_child(lambda: publish(site, write("new"), quiet)) for _ in range(2)]
        time.sleep(chance.random() * 0.03)
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        survive(site, old, "new", f"after {turn}")
        old = f"after {turn}"


def test_two_at_once_both_end_with_a_whole_site(site):
    children = [in_child(lambda name=name: publish(site, write(name), quiet)) for name in ("new", "newer", "newest")]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    assert versions(site) in ({"new"}, {"newer"}, {"newest"})
    assert leftovers(site) == set()


def test_a_reader_finds_every_file_at_every_moment(site):
    """The folder before is removed by the next publishing: a look that a busy machine stops must not span two of them."""
    seen, tell = os.pipe()
    os.set_blocking(tell, False)

    def act() -> None:
        for turn in range(30):
            publish(site, write(f"{turn}"), quiet)
            os.read(seen, 1 << 16)  # what was looked at so far
            for _ in range(2):  # the look that was under way, and one begun since
                os.read(seen, 1)

    child = in_child(act)
    missing = 0
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        missing += not (site / "index.html").is_file()
        with contextlib.suppress(BlockingIOError):
            os.write(tell, b".")
    os.close(seen), os.close(tell)
    assert missing == 0


def test_a_file_that_was_to_be_written_and_is_not_keeps_the_old_site(site):
    def lose(folder: Path) -> list[str]:
        names = write("new")(folder)
        (folder / names[3]).unlink()
        (folder / names[5]).write_text("")
        return names

    with pytest.raises(SiteError, match="2 files are missing, the first of them b/c/0.html"):
        publish(site, lose, quiet)
    assert versions(site) == {"old"} and leftovers(site) == set()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_an_error_while_writing_keeps_the_old_site(site, error):
    def fail(folder: Path) -> list[str]:
        write("new")(folder)
        raise error

    with pytest.raises(type(error)):
        publish(site, fail, quiet)
    assert versions(site) == {"old"} and leftovers(site) == set()


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_any_server_may_read_the_site_whatever_the_mask(tmp_path, umask):
    before = os.umask(umask)
    try:
        publish(tmp_path / "site", write("new"), quiet)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "site").rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "site", *tmp_path.glob("site/**/")]}
    assert (modes, folders) == ({0o644}, {0o755})


def test_the_site_before_can_be_put_back_and_forth(site):
    publish(site, write("new"), quiet)
    put_back(site, quiet)
    assert versions(site) == {"old"}
    put_back(site, quiet)
    assert versions(site) == {"new"}


def test_the_last_sites_are_kept_and_any_of_them_comes_back(site):
    for version in ("b", "c", "d", "e"):
        publish(site, write(version), quiet, keep=3)
    assert [versions(folder) for folder in kept_sites(site)] == [{"d"}, {"c"}, {"b"}]
    put_back(site, quiet, 2)
    assert versions(site) == {"c"}
    put_back(site, quiet)
    assert versions(site) == {"e"}
    with pytest.raises(SiteError, match="no site built before"):
        put_back(site, quiet, 4)
    publish(site, write("f"), quiet, keep=1)
    assert [versions(folder) for folder in kept_sites(site)] == [{"e"}]


@pytest.mark.process
def test_a_death_loses_no_site_that_was_published(site):
    """Killed at each step, the site before can still be put back after the next run."""
    for step in range(1, MOST_STEPS):
        publish(site, write("first"), quiet, keep=3)
        arm = die_at(step)

        def act(arm=arm):
            arm()
            publish(site, write("second"), quiet, keep=3)

        _, status = os.waitpid(in_child(act), 0)
        came = versions(site)
        publish(site, write("third"), quiet, keep=3)
        put_back(site, quiet)
        assert versions(site) == came, step
        if os.WIFEXITED(status):
            return
    raise AssertionError("the last step was not reached")


def test_with_no_site_before_there_is_nothing_to_put_back(site):
    with pytest.raises(SiteError, match="no site built before"):
        put_back(site, quiet)


def test_without_an_exchange_of_folders_a_site_is_lost_at_no_moment_for_good(site, monkeypatch):
    """Elsewhere than on Linux: three renames, of which a next run mends what a death leaves."""
    monkeypatch.setattr(module, "_exchange_at_once", lambda one, other: False)
    real, count, old = Path.rename, [0], "old"

    for dying in (1, 2, 3, 4):
        count[0] = 0

        def rename(path, target, dying=dying):
            count[0] += 1
            if count[0] == dying:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(path, target)

        def act(rename=rename):
            monkeypatch.setattr(Path, "rename", rename)
            publish(site, write("new"), quiet)

        os.waitpid(in_child(act), 0)
        with pytest.raises(SiteError):
            publish(site, lambda folder: ["nothing"], quiet)
        survive(site, old, "new", f"after {dying}")
        old = f"after {dying}"


def test_a_folder_with_other_things_is_not_replaced(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "my-thesis.odt").write_text("x")
    with pytest.raises(SiteError, match="holds something else than a site"):
        publish(tmp_path / "site", write("new"), quiet)
    (tmp_path / "file").write_text("x")
    with pytest.raises(SiteError, match="is not a folder"):
        publish(tmp_path / "file", write("new"), quiet)


def test_a_link_to_the_site_stays_a_link(site, tmp_path):
    (tmp_path / "www").symlink_to(site)
    publish(tmp_path / "www", write("new"), quiet)
    assert (tmp_path / "www").is_symlink() and versions(site) == {"new"}
