"""A site is held to its manifest and the manifest to its signature; whatever was changed is named."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
import zipfile
from datetime import date
from pathlib import Path

import jsonschema
import minisign
import pytest

from corpus.manifest import (
    MANIFEST,
    SIGNATURE,
    Manifest,
    ManifestError,
    parse_manifest,
    read_manifest,
    write_manifest,
)
from corpus.publishing.sign import sign_folder

FILES = {
    "index.html": b"<h1>A</h1>",
    "van-ban/index.html": b"<h1>B</h1>",
    "lich/tệp có dấu & cách.ics": b"BEGIN",
    "rong.txt": b"",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site with its manifest."""
    for name, data in FILES.items():
        path = tmp_path / "small" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    write_manifest(tmp_path / "small", Manifest(commit="0" * 40, day=date(2026, 1, 2)))
    return tmp_path / "small"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A secret key; its public half beside it as ``key.pub``."""
    pair = minisign.KeyPair.generate()
    (tmp_path / "key").write_bytes(bytes(pair.secret_key))
    (tmp_path / "key.pub").write_bytes(bytes(pair.public_key))
    return tmp_path / "key"


@pytest.fixture
def zipped(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "small.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.write(one, f"small/{one.relative_to(folder).as_posix()}")
    return path


@pytest.fixture
def address(folder: Path):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    handler.func.log_message = lambda *arguments: None
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_site_holds_as_folder_zip_and_address(folder, zipped, address, command):
    for place in (folder, zipped, address):
        done = command("verify", place)
        assert (done.returncode, done.stdout.splitlines()[-1][:8]) == (0, "Đúng cả;"), done.stdout


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / "index.html").write_bytes(b"<h1>C</h1>"), "index.html: đã khác"),
        (lambda folder: (folder / "rong.txt").write_bytes(b"\n"), "rong.txt: đã khác (1 byte, bảng kê ghi 0 byte)"),
        (lambda folder: (folder / "van-ban/index.html").unlink(), "van-ban/index.html: thiếu"),
        (lambda folder: (folder / MANIFEST).unlink(), f"không có {MANIFEST}"),
        (lambda folder: (folder / MANIFEST).write_text("{}x"), "bảng kê không dùng được"),
    ],
)
def test_what_was_changed_is_named_wherever_it_is_read(folder, address, command, change, said):
    change(folder)
    for place in (folder, address):
        done = command("verify", place)
        assert done.returncode == 1 and done.stdout.startswith(said), done.stdout


def test_what_was_slipped_in_is_named(folder, command):
    (folder / "van-ban" / "moi.html").write_text("x")
    done = command("verify", folder)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "van-ban/moi.html: có thừa, bảng kê không ghi")


def test_a_site_can_be_held_to_a_manifest_kept_elsewhere(folder, tmp_path, command):
    kept = shutil.copy(folder / MANIFEST, tmp_path / "kept.json")
    (folder / "index.html").write_bytes(b"forged")
    write_manifest(folder, Manifest())
    assert command("verify", folder).returncode == 0
    assert command("verify", folder, "--manifest", kept).returncode == 1


def test_a_signature_holds_for_its_manifest_and_key_only(folder, key, tmp_path, command):
    public = f"{key}.pub"
    assert "chưa được ký" in command("verify", folder, "--key", public).stdout
    sign_folder(folder, key)
    first = (folder / SIGNATURE).read_bytes()
    sign_folder(folder, key)
    assert (folder / SIGNATURE).read_bytes() == first
    assert "chữ ký đúng" in command("verify", folder, "--key", public).stdout
    letters = Path(public).read_text().split()[-1]
    assert command("verify", folder, "--key", letters).returncode == 0
    (tmp_path / "other.pub").write_bytes(bytes(minisign.KeyPair.generate().public_key))
    assert "không đúng" in command("verify", folder, "--key", tmp_path / "other.pub").stdout
    write_manifest(folder, Manifest(commit="1" * 40))
    assert "không đúng" in command("verify", folder, "--key", public).stdout


def test_the_program_minisign_checks_our_signatures(folder, key, process):
    program = shutil.which("minisign")
    assert program, "apt-get install minisign"
    sign_folder(folder, key)
    asked = [program, "-V", "-q", "-m", str(folder / MANIFEST), "-p", f"{key}.pub"]
    assert process(asked).returncode == 0
    (folder / MANIFEST).write_bytes((folder / MANIFEST).read_bytes() + b"\n")
    assert process(asked, capture_output=True).returncode != 0


def test_signing_says_which_key_it_cannot_use(folder, tmp_path, key, command, monkeypatch):
    (tmp_path / "bad").write_text("no key")
    done = command("sign", folder, "--key", tmp_path / "bad")
    assert done.returncode == 1 and str(tmp_path / "bad") in done.stderr
    with minisign.SecretKey.from_file(key) as secret:
        secret.encrypt("mật khẩu", opslimit=32768, memlimit=16777216)
        (tmp_path / "locked").write_bytes(bytes(secret))
    assert "MINISIGN_PASSWORD" in command("sign", folder, "--key", tmp_path / "locked").stderr
    monkeypatch.setenv("MINISIGN_PASSWORD", "mật khẩu")
    assert command("sign", folder, "--key", tmp_path / "locked").returncode == 0
    assert command("verify", folder, "--key", f"{key}.pub").returncode == 0


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "a//b", "a/../b", "a/", "C:/x", "a\\b", "a\nb", "", ".", "a/."]
)
def test_a_manifest_names_nothing_outside_its_folder(name):
    data = {**Manifest().model_dump(mode="json"), "files": {name: {"sha256": "0" * 64, "bytes": 0}}}
    with pytest.raises(ManifestError):
        parse_manifest(json.dumps(data).encode())


def test_the_manifest_of_a_site_lists_it_whole_and_keeps_its_schema(site, overview, corpus_root):
    manifest = read_manifest(site)
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert names == manifest.files.keys() | {MANIFEST}
    jsonschema.validate(
        json.loads((site / MANIFEST).read_text("utf-8")), json.loads((site / "data/manifest.schema.json").read_text())
    )
    for plan in overview.corpus.plans:
        (proof,) = [one for one in manifest.plans if one.id == plan.id]
        assert manifest.files[proof.received].sha256 == proof.received_sha256 == plan.meta.source.sha256
        assert manifest.inputs[proof.text] == proof.text_sha256
    inputs = {path.relative_to(corpus_root).as_posix() for path in (corpus_root / "plans").rglob("*.*")}
    assert manifest.inputs.keys() == inputs
    assert {"", "kiem-chung/", "ke-hoach/hai-phong/2021/45-kh-ubnd/"} <= manifest.pages


def test_each_plan_leads_to_its_proof(site, overview):
    page = (site / "kiem-chung/index.html").read_text("utf-8")
    for plan in overview.corpus.plans:
        own = (site / plan.url / "index.html").read_text("utf-8")
        anchor = plan.id.replace("/", "-")
        assert f'kiem-chung/#{anchor}"' in own and f'<section id="{anchor}"' in page
        assert plan.meta.source.sha256 in page
