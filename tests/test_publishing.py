"""A package comes to folder, host and store so that readers meet the old site or the new one, whenever it stops."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import obstore
import pytest
from obstore.store import MemoryStore

from corpus.manifest import MANIFEST, Manifest, parse_manifest, read_manifest, write_manifest
from corpus.publish import SiteError
from corpus.publishing.difference import REMOVED_LIST
from corpus.publishing.published_sites import open_site
from corpus.publishing.store_server import POINTED, POINTER, SITES
from corpus.publishing.targets import open_target
from corpus.publishing.to_folder import FolderTarget
from corpus.publishing.to_host import HostTarget
from corpus.publishing.to_store import StoreTarget
from corpus.publishing.verify import verify

MOST_STEPS = 200
# Pages of three sites, each with what it leads to; every page loads the assets of its site.
OLD = {"": ("a/", "b/"), "a/": ("", "file.ics"), "b/": ("a/",)}
NEW = {"": ("a/", "b/", "c/"), "a/": ("c/",), "b/": (), "c/": ("b/", "file.ics")}
LATER = {"": ("a/", "b/", "c/", "d/"), "a/": (), "b/": (), "c/": ("d/",), "d/": ("",)}


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """``package(name, pages)``: a small package whose assets lie under ``name``'s own fingerprint."""

    def made(name: str, pages: dict[str, tuple[str, ...]]) -> Path:
        folder, assets = tmp_path / f"package-{name}", f"assets-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        for page, targets in pages.items():
            links = "".join(f'<a href="/{target}">' for target in targets)
            write(folder / page / "index.html", f'{name} <link href="/{assets}/site.css">{links}')
        write(folder / assets / "site.css", name)
        write(folder / "file.ics", name)
        write(folder / "data.json", "the same in each")
        write(folder / ".htaccess", name)
        write_manifest(folder, Manifest(commit=f"{name.encode().hex():0<40.40}"))
        return folder

    return made


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def ssh(tmp_path: Path) -> tuple[str, ...]:
    """Stands in for ssh: what it is asked to run elsewhere it runs here."""
    assert shutil.which("rsync"), "apt-get install rsync"
    path = tmp_path / "ssh"
    path.write_text('#!/bin/sh\nshift\nexec sh -c "$*"\n')
    path.chmod(0o755)
    return (str(path),)


@pytest.fixture(params=["folder", "host", "store"])
def target(request, tmp_path, ssh):
    """A target of each kind, and how its files are read."""
    place = tmp_path / "served" / "ke hoach"
    place.parent.mkdir()
    if request.param == "folder":
        return FolderTarget(place, lambda words: None), FolderReader(place)
    if request.param == "host":
        return HostTarget("host", str(place), ssh), FolderReader(place)
    store = MemoryStore()
    return StoreTarget(store), StoreReader(store)


class FolderReader:
    def __init__(self, place: Path) -> None:
        self.place = place

    def read(self, name: str) -> str | None:
        path = self.place / name
        return path.read_text() if path.is_file() else None

    def names(self) -> set[str]:
        found = (path.relative_to(self.place).as_posix() for path in self.place.rglob("*") if path.is_file())
        return {name for name in found if name != MANIFEST}


class StoreReader:
    """Reads as the server before a store does: the pointer, then what lies under its name."""

    def __init__(self, store) -> None:
        self.store = store

    def read(self, name: str) -> str | None:
        try:
            return bytes(obstore.get(self.store, self.folder() + name).bytes()).decode()
        except FileNotFoundError:
            return None

    def names(self) -> set[str]:
        found = (one["path"] for one in obstore.list(self.store, prefix=self.folder()).collect())
        return {name for one in found if (name := one.removeprefix(self.folder())) != MANIFEST}

    def folder(self) -> str:
        return f"{SITES}/{obstore.get(self.store, POINTER).attributes[POINTED]}/"

    def sites(self) -> set[str]:
        return {one["path"].split("/")[1] for one in obstore.list(self.store, prefix=SITES).collect()}


def seen(reader, pages: dict) -> set[str]:
    """What the pages say of their version; fails where one loads or leads to what is not there."""
    versions = set()
    for page in pages:
        text = reader.read(f"{page}index.html")
        if text is None:
            continue
        versions.add(text.split()[0])
        for loaded in re.findall(r'link href="/([^"]+)"', text):
            assert reader.read(loaded) == text.split()[0], (page, loaded)
        for link in re.findall(r'a href="/([^"]*)"', text):
            assert reader.read(f"{link}index.html" if link.endswith("/") or not link else link) is not None, (
                page,
                link,
            )
    return versions


def served(reader, package: Path) -> bool:
    """Whether exactly the files of ``package`` are served, and assets of the site before."""
    files = read_manifest(package).files
    extra = {name for name in reader.names() - files.keys() if not name.startswith("assets-")}
    hidden = {".htaccess"} if isinstance(reader, StoreReader) else set()
    same = all(reader.read(name) == (package / name).read_text() for name in files.keys() - hidden)
    return same and not extra and reader.read(MANIFEST) == (package / MANIFEST).read_text()


def publish(target, package: Path, keep: int = 3) -> None:
    target.publish(package, read_manifest(package), keep, target.current())


def test_each_kind_publishes_keeps_and_puts_back(target, package):
    place, reader = target
    old, new, later = package("old", OLD), package("new", NEW), package("later", LATER)
    assert place.current() is None and place.kept() == []
    for one in (old, new, later):
        publish(place, one, keep=2)
        assert served(reader, one) and place.current() == (one / MANIFEST).read_bytes()
    assert seen(reader, LATER) == {"later"}
    commits = [parse_manifest(data).commit for data in place.kept()]
    assert commits == [read_manifest(one).commit for one in (new, old)]
    place.put_back(2)
    assert served(reader, old)
    place.put_back(1)
    assert served(reader, later)
    with pytest.raises(Exception, match="no site"):
        place.put_back(9)
    publish(place, later)
    assert served(reader, later)


def test_assets_of_the_site_before_stay_for_pages_on_the_screen(target, package):
    place, reader = target
    for name in ("old", "new", "later"):
        publish(place, package(name, NEW))
    assets = {name for name in reader.names() if name.startswith("assets-")}
    assert {reader.read(name) for name in assets} == {"new", "later"}
    if isinstance(reader, FolderReader):
        assert verify(open_site(str(reader.place))).problems == ()


class Death(BaseException):
    """The publisher dies: nothing that handles errors may see it."""


def dying(step: int, call: Callable, acts: Callable[..., bool] = lambda *given, **named: True) -> Callable:
    """``call`` until the ``step``-th time that it ``acts``; then it dies, and goes on dying."""
    left = [step]

    def counted(*given, **named):
        if acts(*given, **named):
            left[0] -= 1
            if left[0] <= 0:
                raise Death
        return call(*given, **named)

    return counted


def die_at_each_step(target, reader, package, arm: Callable[[int], None], disarm: Callable[[], None]) -> int:
    """Publishing dies at each of its steps in turn; what is served is checked, and the next run finishes; the steps."""
    for step in range(1, MOST_STEPS):
        old, new, later = f"old-{step}", f"new-{step}", f"later-{step}"
        publish(target, package(old, OLD))
        assert seen(reader, LATER) == {old}
        following = package(later, LATER) if step % 2 else package(new, NEW)
        arm(step)
        try:
            publish(target, package(new, NEW))
            died = False
        except Death:
            died = True
        disarm()
        assert seen(reader, LATER) in ({old}, {new}), step
        publish(target, following)
        assert served(reader, following), step
        if not died:
            return step
    raise AssertionError("the last step was not reached")


@pytest.mark.process
def test_killed_at_each_step_a_host_serves_the_one_or_the_other(tmp_path, ssh, package, monkeypatch):
    place = tmp_path / "ke-hoach"
    target = HostTarget("host", str(place), ssh)
    real = target._call

    def arm(step: int) -> None:
        target._call = dying(step, real)

    assert die_at_each_step(target, FolderReader(place), package, arm, lambda: setattr(target, "_call", real)) > 10


@pytest.mark.process
def test_killed_at_each_step_a_store_serves_the_one_or_the_other(package):
    store = MemoryStore()
    target = StoreTarget(store)

    class Doing:
        """The functions of obstore, of which those that change something die."""

        def __init__(self, step: int) -> None:
            change = dying(step, lambda name, *given, **named: getattr(obstore, name)(*given, **named))
            self.put = lambda *given, **named: change("put", *given, **named)
            self.copy = lambda *given, **named: change("copy", *given, **named)
            self.get, self.list = obstore.get, obstore.list
            self._change = change

        def delete(self, store, names) -> None:
            for name in names:
                self._change("delete", store, [name])

    def arm(step: int) -> None:
        target._do = Doing(step)

    assert die_at_each_step(target, StoreReader(store), package, arm, lambda: setattr(target, "_do", obstore)) > 20
    assert len(StoreReader(store).sites()) == 1 + len(target.kept())


def test_a_store_says_of_each_file_what_it_is(package):
    store = MemoryStore()
    publish(StoreTarget(store), package("old", OLD))
    reader = StoreReader(store)
    about = {name: obstore.get(store, reader.folder() + name).attributes for name in reader.names()}
    assert about["a/index.html"] == {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache"}
    (style,) = [name for name in about if name.endswith(".css")]
    assert "immutable" in about[style]["Cache-Control"] and ".htaccess" not in about


def test_who_looked_at_another_site_than_is_served_is_refused(target, package):
    place, reader = target
    old, new, later = package("old", OLD), package("new", NEW), package("later", LATER)
    with pytest.raises(SiteError, match="in the meantime"):
        place.publish(old, read_manifest(old), 3, b"{}")
    publish(place, old)
    looked_at = place.current()
    publish(place, new)
    with pytest.raises(SiteError, match="in the meantime"):
        place.publish(later, read_manifest(later), 3, looked_at)
    assert served(reader, new) and len(place.kept()) == 1


def test_of_two_publishers_to_a_store_the_later_one_is_refused(package, monkeypatch):
    """The other one comes, and clears away, while this one brings its site: that of the quicker one stays whole."""
    store = MemoryStore()
    target, reader = StoreTarget(store), StoreReader(store)
    old, new, later = package("old", OLD), package("new", NEW), package("later", LATER)
    publish(target, old)
    bring = target._bring

    def while_another_publishes(*given) -> None:
        bring(*given)
        publish(StoreTarget(store), new)

    monkeypatch.setattr(target, "_bring", while_another_publishes)
    with pytest.raises(SiteError, match="in the meantime"):
        publish(target, later)
    assert served(reader, new)
    monkeypatch.undo()
    publish(target, later)
    assert served(reader, later) and len(reader.sites()) == 3


@pytest.mark.process
def test_of_two_publishers_to_a_host_the_later_one_is_refused(tmp_path, ssh, package, monkeypatch):
    place = tmp_path / "ke-hoach"
    target, other = HostTarget("host", str(place), ssh), HostTarget("host", str(place), ssh)
    old, new = package("old", OLD), package("new", NEW)
    publish(target, old)

    def while_another_tries(*given) -> None:
        with pytest.raises(SiteError, match="is running"):
            publish(other, new)
        with pytest.raises(SiteError, match="is running"):
            other.put_back(1)
        raise Death

    monkeypatch.setattr(target, "_rsync", while_another_tries)
    with pytest.raises(Death):
        publish(target, new)
    publish(other, new)  # the lock went with its holder
    assert served(FolderReader(place), new)


def test_a_folder_that_stands_where_the_link_should_is_left_alone(tmp_path, ssh, package):
    (tmp_path / "www").mkdir()
    with pytest.raises(Exception, match="move it away"):
        publish(HostTarget("host", str(tmp_path / "www"), ssh), package("old", OLD))
    assert (tmp_path / "www").is_dir()


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("dist/x", FolderTarget),
        ("/srv/www", FolderTarget),
        ("C:/www", FolderTarget),
        ("user@host.vn:/srv/www", HostTarget),
        ("ssh://user@host/srv/www", HostTarget),
        ("memory:///", StoreTarget),
    ],
)
def test_targets_are_told_apart(given, kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert isinstance(open_target(given), kind)


def test_the_command_shows_publishes_refuses_and_goes_back(package, tmp_path, command):
    old, new, less = package("old", OLD), package("new", NEW), package("less", {"": ()})
    place = tmp_path / "www"
    assert (
        command("publish", place, "--site", old, "--dry-run").stdout.splitlines()[-1] == "8 added, 0 changed, 0 removed"
    )
    assert not place.exists()
    assert command("publish", place, "--site", old, "--published", tmp_path / "p.txt").returncode == 0
    shown = command("publish", place, "--site", new, "--published", tmp_path / "p.txt")
    assert (tmp_path / "p.txt").read_text().split() == [
        "/",
        "a/",
        "b/",
        "c/",
        "data.json",
        "data/manifest.schema.json",
        "file.ics",
    ]
    assert "+ c/index.html" in shown.stdout and "~ a/index.html" in shown.stdout and "- assets-" in shown.stdout
    lost = command("publish", place, "--site", less)
    assert lost.returncode == 1 and "3 addresses would be gone" in lost.stderr and "a/, b/, c/" in lost.stderr
    assert (place / MANIFEST).read_bytes() == (new / MANIFEST).read_bytes()
    assert command("publish", place, "--list").stdout.startswith(f"1: {read_manifest(old).commit}")
    assert command("publish", place, "--rollback").returncode == 0
    assert (place / MANIFEST).read_bytes() == (old / MANIFEST).read_bytes()
    (new / "a/index.html").write_text("changed by hand")
    forged = command("publish", place, "--site", new)
    assert forged.returncode == 1 and "a/index.html" in forged.stderr


def test_the_difference_turns_the_one_site_into_the_other(package, tmp_path, command):
    old, new = package("old", OLD), package("new", NEW)
    archive = tmp_path / "change.zip"
    assert command("publish", old, "--site", new, "--difference", archive).returncode == 0
    first = archive.read_bytes()
    with zipfile.ZipFile(archive) as zipped:
        assert "data.json" not in zipped.namelist()
        zipped.extractall(old)
    for name in (old / REMOVED_LIST).read_text("utf-8-sig").splitlines():
        (old / name).unlink()
    (old / REMOVED_LIST).unlink()
    assert verify(open_site(str(old)), (new / MANIFEST).read_bytes()).problems == ()
    shutil.rmtree(old)
    command("publish", package("old", OLD), "--site", new, "--difference", archive)
    assert archive.read_bytes() == first
