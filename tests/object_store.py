"""Stands in for a store that speaks S3: as much of it as publishing asks for, in memory, over real HTTP.

No store can be installed beside what the site is built with (moto wants python-dateutil below 3, MinIO is no package);
``tests/publishing_kills.py`` publishes to a real one or to moto by hand. Everybody may read and write; nothing is signed.
"""

from __future__ import annotations

import contextlib
import hashlib
import http.server
import threading
from collections.abc import Iterator
from email.utils import formatdate
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

MOST_LISTED = 100  # of one answer, so that lists come in several


class _Store(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    objects: dict[str, tuple[bytes, dict[str, str]]]
    lock: threading.Lock

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # who asked went away
            super().handle()

    def log_message(self, *arguments) -> None:
        pass

    @property
    def key(self) -> str:
        return unquote(urlsplit(self.path).path.lstrip("/"))

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        if "list-type" in asked:
            return self._list(f"{self.key.strip('/')}/", asked)
        found = self.objects.get(self.key)
        if found is None:
            return self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        data, about = found
        if self.headers["If-None-Match"] == about["ETag"]:
            return self._answer(304, b"", about)
        return self._answer(200, data, about)

    do_HEAD = do_GET

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with self.lock:
            there = self.objects.get(self.key)
            wanted = self.headers["If-Match"]
            if (self.headers["If-None-Match"] and there) or (wanted and (not there or there[1]["ETag"] != wanted)):
                return self._answer(412, b"<Error><Code>PreconditionFailed</Code></Error>")
            if source := self.headers["x-amz-copy-source"]:
                self.objects[self.key] = self.objects[unquote(source).lstrip("/")]
                return self._answer(200, b"<CopyObjectResult><ETag>&quot;x&quot;</ETag></CopyObjectResult>")
            kept = {
                name: value
                for name, value in self.headers.items()
                if name.lower().startswith("x-amz-meta-") or name in ("Content-Type", "content-type", "cache-control")
            }
            marks = {"ETag": f'"{hashlib.md5(data).hexdigest()}"', "Last-Modified": formatdate(usegmt=True)}
            self.objects[self.key] = data, {**{name.title(): value for name, value in kept.items()}, **marks}
        return self._answer(200, b"", marks)

    def do_POST(self) -> None:
        """Delete what the body names."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        bucket = self.key.strip("/")
        for part in body.split("<Key>")[1:]:
            self.objects.pop(f"{bucket}/{part.partition('</Key>')[0]}", None)
        self._answer(200, b'<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></DeleteResult>')

    def _list(self, bucket: str, asked: dict[str, list[str]]) -> None:
        prefix, after = bucket + asked.get("prefix", [""])[0], asked.get("continuation-token", [""])[0]
        names = sorted(name for name in self.objects if name.startswith(prefix) and name > after)
        some = names[:MOST_LISTED]
        rows = "".join(
            f"<Contents><Key>{escape(name.removeprefix(bucket))}</Key><Size>{len(self.objects[name][0])}</Size>"
            "<LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>x</ETag></Contents>"
            for name in some
        )
        more = f"<NextContinuationToken>{escape(some[-1])}</NextContinuationToken>" if len(names) > len(some) else ""
        self._answer(200, f"<ListBucketResult>{rows}{more}</ListBucketResult>".encode())

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextlib.contextmanager
def serve_store() -> Iterator[str]:
    """``host:port`` of a store while the context lasts; buckets are there as soon as they are named."""
    handler = type("Store", (_Store,), {"objects": {}, "lock": threading.Lock()})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"127.0.0.1:{running.server_port}"
        running.shutdown()
