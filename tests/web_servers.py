"""Debian's nginx and Apache serve a package under a path, each with the settings that the package brings."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

# Where the package of the frozen corpus is made for.
BASE, URL = "/cong/ke-hoach/", "https://example.gov.vn/cong/ke-hoach/"
_NGINX = """
{load}
daemon off; {user} pid {run}/pid; error_log {run}/log; worker_processes 1;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {run}/a; proxy_temp_path {run}/b; fastcgi_temp_path {run}/c;
    uwsgi_temp_path {run}/d; scgi_temp_path {run}/e;
    {served}
}}
"""
_BROTLI = "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;"
_PACKAGE = (
    "brotli_static on; server {{ listen 127.0.0.1:{port}; root {root}; include {root}{base}may-chu/nginx.conf; }}"
)
_BEFORE_STORE = """upstream khm_kho {{ server {store}; keepalive 16; }}
    server {{
        listen 127.0.0.1:{port}; set $khm_may {store}; set $khm_cho {below};
        include {settings};
    }}"""
_MODULES = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "filter", "deflate", "env", "setenvif"]
_APACHE = """
ServerRoot {run}
PidFile {run}/pid
ErrorLog {run}/log
Listen 127.0.0.1:{port}
ServerName localhost
{user}
{modules}
TypesConfig /etc/mime.types
Include /etc/apache2/mods-available/mime.conf
Include /etc/apache2/mods-available/deflate.conf
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Require all granted
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
"""
PROGRAMS = {
    "nginx": ("/usr/sbin/nginx", "nginx-light libnginx-mod-http-brotli-static"),
    "apache": ("/usr/sbin/apache2", "apache2"),
}


@contextlib.contextmanager
def serve(kind: str, package: Path, base: str) -> Iterator[str]:
    """Address at which the server ``kind`` serves ``package`` below the path ``base`` while the context lasts."""
    with _running(kind, base, lambda root, run, port: _settings(kind, root, run, port, base), package) as address:
        yield address


@contextlib.contextmanager
def serve_from_store(store: str, below: str, settings: Path, base: str) -> Iterator[str]:
    """Address at which nginx, with ``settings``, serves the site published at ``below`` in the store at ``store``."""

    def written(root: Path, run: Path, port: int) -> str:
        served = _BEFORE_STORE.format(port=port, store=store, below=below, settings=settings)
        return _nginx(run, served)

    with _running("nginx", base, written) as address:
        yield address


@contextlib.contextmanager
def _running(
    kind: str, base: str, settings: Callable[[Path, Path, int], str], package: Path | None = None
) -> Iterator[str]:
    program, packages = PROGRAMS[kind]
    assert shutil.which(program), f"apt-get install {packages}"
    folder = Path(tempfile.mkdtemp())
    try:
        os.chmod(folder, 0o755)  # a server that root starts reads as another user
        root, run = folder / "root", folder / "run"
        run.mkdir()
        if package:
            shutil.copytree(package, root / base.strip("/"), copy_function=os.link)
        port = _free_port()
        (folder / "conf").write_text(settings(root, run, port), encoding="utf-8")
        asked = [program, "-c" if kind == "nginx" else "-f", str(folder / "conf")]
        running = subprocess.Popen(asked if kind == "nginx" else [*asked, "-DFOREGROUND"])
        try:
            _wait(running, port, run / "log")
            yield f"http://127.0.0.1:{port}{base}"
        finally:
            running.terminate()
            running.wait()
    finally:
        shutil.rmtree(folder)


def _settings(kind: str, root: Path, run: Path, port: int, base: str) -> str:
    if kind == "nginx":
        return _nginx(run, _PACKAGE.format(root=root, port=port, base=base), _BROTLI)
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _MODULES)
    return _APACHE.format(user=user, modules=modules, root=root, run=run, port=port)


def _nginx(run: Path, served: str, load: str = "") -> str:
    return _NGINX.format(user="user root;" if os.geteuid() == 0 else "", run=run, served=served, load=load)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(running: subprocess.Popen, port: int, log: Path) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert running.poll() is None, log.read_text() if log.exists() else "the server ended"
        time.sleep(0.05)
    raise AssertionError("the server does not answer")
