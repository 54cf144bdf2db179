"""The server of the review: on the loopback address only, for one browser that was given the address with its key.

A page elsewhere can reach it in no way: the host asked for must be this machine, a cookie that no other site is sent
must carry the key, and forms carry it once more. Pages run no scripts and load nothing from elsewhere.
"""

from __future__ import annotations

import hmac
import http.server
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

from corpus.intake.review.answers import Answer, Reviewing

LOOPBACK = "127.0.0.1"
COOKIE = "khoa-soat"
_MOST_SENT = 300_000  # bytes of a form
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'"
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class ReviewServer(http.server.ThreadingHTTPServer):
    """Serves ``reviewing`` on ``port`` of the loopback address (0: any that is free)."""

    daemon_threads = True

    def __init__(self, reviewing: Reviewing, port: int) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.reviewing = reviewing

    @property
    def address(self) -> str:
        """Where to go first: it carries the key."""
        return f"http://{LOOPBACK}:{self.server_port}/?khoa={self.reviewing.token}"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: ReviewServer
    server_version, sys_version = "review", ""
    timeout = 60

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: what is looked at is nobody else's."""

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query))
        if not self._is_here():
            self._refuse()
        elif address.path == "/" and self._is_key(query.get("khoa", "")):
            self._send(Answer(303, location="/"), cookie=True)
        elif not self._is_known():
            self._refuse()
        else:
            self._send(self.server.reviewing.get(address.path, query))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not self._is_here() or not self._is_known() or not length.isdecimal() or int(length) > _MOST_SENT:
            self._refuse()
            return
        sent = self.rfile.read(int(length)).decode("utf-8", "replace")
        form = dict(parse_qsl(sent, keep_blank_values=True))
        if not self._is_key(form.get("khoa", "")) or not self._is_own_page():
            self._refuse()
            return
        self._send(self.server.reviewing.post(urlsplit(self.path).path, form))

    def _is_here(self) -> bool:
        """Whether this machine was asked for by its own name: a name elsewhere may lead here too."""
        port = self.server.server_port
        return self.headers.get("Host", "") in (f"{LOOPBACK}:{port}", f"localhost:{port}")

    def _is_known(self) -> bool:
        try:
            cookie = SimpleCookie(self.headers.get("Cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and self._is_key(cookie.value)

    def _is_key(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.server.reviewing.token.encode())

    def _is_own_page(self) -> bool:
        """Whether the form was sent by a page of this server, as far as the browser says whence."""
        origin = self.headers.get("Origin")
        return origin in (None, "null", f"http://{self.headers.get('Host', '')}")

    def _refuse(self) -> None:
        said = "Không được phép. Hãy mở đúng địa chỉ mà lệnh soát đã in ra."
        self._send(Answer(403, "text/plain; charset=utf-8", said.encode()))

    def _send(self, answer: Answer, cookie: bool = False) -> None:
        self.send_response(answer.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if cookie:
            key = self.server.reviewing.token
            self.send_header("Set-Cookie", f"{COOKIE}={key}; HttpOnly; SameSite=Strict; Path=/")
        if answer.location:
            self.send_header("Location", answer.location)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
