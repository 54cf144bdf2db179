"""Drives Debian's Firefox through the remote control built into it, so that no driver need be installed.

Protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html, messages of the form
``length:[type, id, command, parameters]`` over TCP.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60


class Firefox:
    """An open Firefox; scripts run in the page last opened."""

    def __init__(self, connection: socket.socket):
        self._connection, self._stream, self._sent = connection, connection.makefile("rb"), 0
        self._receive()  # Firefox greets first
        self._command("WebDriver:NewSession", {})

    def open(self, address: str) -> None:
        self._command("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> object:
        """The value of a function body run in the page."""
        return self._command("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def wait_for(self, condition: str) -> None:
        """Until an expression over the page holds."""
        until = time.monotonic() + PATIENCE
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < until, f"never came true: {condition}"
            time.sleep(0.05)

    def _command(self, name: str, parameters: dict) -> dict:
        self._sent += 1
        message = json.dumps([0, self._sent, name, parameters]).encode()
        self._connection.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self._receive()
        assert error is None, error
        return result

    def _receive(self) -> list:
        digits = b""
        while (char := self._stream.read(1)) != b":":
            assert char, "Firefox closed the connection"
            digits += char
        return json.loads(self._stream.read(int(digits)))


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A headless Firefox with its own ``profile`` and no way to the network."""
    program = shutil.which("firefox-esr")
    assert program, "the browser tests need Firefox: apt-get install firefox-esr"
    port = _free_port()
    settings = {
        "marionette.port": port,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
    }
    profile.mkdir()
    lines = (f'user_pref("{name}", {json.dumps(value)});' for name, value in settings.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Firefox(_connect(port))
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _connect(port: int) -> socket.socket:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
