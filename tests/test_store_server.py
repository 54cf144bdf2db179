"""The package in a store of objects, behind Debian's nginx with the settings that the package brings for that."""

from __future__ import annotations

import gzip
import shutil

import pytest
from object_store import serve_store
from test_portal import ask
from web_servers import BASE, serve_from_store

from corpus.manifest import MANIFEST, read_manifest, write_manifest
from corpus.policy import EMBEDDED_HEADERS, HEADERS
from corpus.publishing.published_sites import open_site
from corpus.publishing.servers import FOR_EVER, REVALIDATE
from corpus.publishing.store_server import FILE, POINTER
from corpus.publishing.targets import open_target
from corpus.publishing.verify import verify

BUCKET = "kho/trang"


@pytest.fixture(scope="module")
def target(process):
    with serve_store() as place, pytest.MonkeyPatch.context() as environment:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{place}",
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "x",
            "AWS_REGION": "x",
        }.items():
            environment.setenv(name, value)
        yield place, open_target(f"s3://{BUCKET}")


@pytest.fixture(scope="module")
def some(portal, tmp_path_factory):
    """Some files of every kind of the package, as a package of its own: the store here is slow."""
    folder = tmp_path_factory.mktemp("some") / "portal"
    for name in read_manifest(portal).files:
        if not name.startswith(("co-quan/", "van-ban/", "nhung/co-quan/", "assets/search-")) or "/ubnd" in name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(portal / name, folder / name)
    write_manifest(folder, read_manifest(portal))
    return folder


@pytest.fixture(scope="module")
def address(target, some):
    place, published = target
    published.publish(some, read_manifest(some), 3, None)
    with serve_from_store(place, f"/{BUCKET}", some / "may-chu" / FILE, BASE) as running:
        yield running


def test_readers_get_every_file_of_the_package(address):
    assert verify(open_site(address)).problems == ()


def test_readers_are_told_policy_kind_and_how_long_to_keep(address, some):
    (assets,) = some.glob("assets-*")
    for path, cache, kind, headers in (
        ("", REVALIDATE, "text/html; charset=utf-8", HEADERS),
        ("nhiem-vu/", REVALIDATE, "text/html; charset=utf-8", HEADERS),
        (f"{assets.name}/site.css", FOR_EVER, "text/css; charset=utf-8", HEADERS),
        ("nhung/sap-den-han/", REVALIDATE, "text/html; charset=utf-8", EMBEDDED_HEADERS),
    ):
        status, found, _ = ask(address, path)
        assert (status, found["Cache-Control"], found["Content-Type"]) == (200, cache, kind), path
        assert {name: found[name] for name in headers} == headers
        assert len(found.get_all("Content-Security-Policy")) == 1
    again = ask(address, "nhiem-vu/", **{"If-None-Match": ask(address, "nhiem-vu/")[1]["ETag"]})
    assert (again[0], again[2]) == (304, b"")
    _, found, packed = ask(address, "ke-hoach/", **{"Accept-Encoding": "gzip"})
    assert found["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == (some / "ke-hoach/index.html").read_bytes()


def test_readers_get_our_page_where_nothing_is_and_nothing_else_of_the_store(address):
    for outside in (f"%2e%2e/{POINTER}", f"..%2f{POINTER}", ".khm-con-tro"):
        assert ask(address, outside)[0] == 404
    other = ["khong-co.html", "a/b/c/d/e/", "nhung/khong-co/", POINTER, "a%0d%0ab", "a%3fb", "k%C3%AA"]
    other += [".htaccess", "nhung/%2e%2e/khong-co/"]
    for path in other:
        status, headers, body = ask(address, path)
        assert status == 404 and "Không tìm thấy trang".encode() in body, path
        assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    status, headers, _ = ask(address, "nhiem-vu")
    assert status == 301 and headers["Location"].endswith(f"{BASE}nhiem-vu/")


def test_the_pointer_turns_the_whole_site_at_once_and_back(address, target, some, tmp_path):
    _, published = target
    following = shutil.copytree(some, tmp_path / "following")
    for name in ("index.html", "ke-hoach/index.html"):
        (following / name).write_text("following", encoding="utf-8")
    manifest = write_manifest(following, read_manifest(some))
    assert ask(address, "")[2] == (some / "index.html").read_bytes()
    published.publish(following, manifest, 3, published.current())
    assert ask(address, "")[2] == ask(address, "ke-hoach/")[2] == b"following"
    assert verify(open_site(address), (following / MANIFEST).read_bytes()).problems == ()
    published.put_back(1)
    assert ask(address, "")[2] == (some / "index.html").read_bytes()
    assert verify(open_site(address)).problems == ()
