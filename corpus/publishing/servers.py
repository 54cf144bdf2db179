"""The settings of each kind of server for a package: headers, what browsers keep, kinds of files, the page of errors.

Files for Apache and IIS lie in the folders they are about; those for nginx and for hosts that read ``_headers`` in
``may-chu/``, to be put where such a server looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from corpus.addresses import EMBEDDED, MEDIA_TYPES
from corpus.policy import EMBEDDED_HEADERS, HEADERS
from corpus.publishing.fingerprint import KEPT_FOR_EVER
from corpus.publishing.store_server import FILE as STORE_FILE
from corpus.publishing.store_server import nginx_before_store

Moved = Sequence[tuple[str, str]]  # old address of a page and its new one, relative to the site's root

FOLDER = "may-chu"
# What a server reads for itself and gives to nobody.
HIDDEN = frozenset({".htaccess", "web.config"})
REVALIDATE, FOR_EVER = "no-cache", "public, max-age=31536000, immutable"
# The page and files beside it; its own file says by itself where it leads.
_BESIDE = r"((?!index\.html(?:\.gz|\.br)?$)[^/]*)"
_TEXTS = sorted({kind for kind in MEDIA_TYPES.values() if kind.startswith("text/") or kind.endswith(("xml", "json"))})
# What IIS gives to nobody unless it is told a type: settings of other servers, and names without an ending.
_IIS_TYPES = {"conf": "text/plain", "": "text/plain"}
# nginx counts HTML among them unasked.
_PACKED_TEXTS = " ".join(kind for kind in _TEXTS if kind != "text/html")


def write_settings(site: Path, base: str, kept: Iterable[str], moved: Moved = ()) -> None:
    """Write the settings of every server into ``site``, to be served under ``base``; folders ``kept`` never change.

    ``moved`` are pages that have a new address. Each has a page there that leads on, which any server can give; these
    settings say it to programs too, and lead the files beside it along. IIS has no such setting without a module.
    """
    files = {
        f"{FOLDER}/nginx.conf": _nginx(base, moved),
        f"{FOLDER}/{STORE_FILE}": nginx_before_store(base, _PACKED_TEXTS),
        f"{FOLDER}/_headers": _listed(site, base),
        f"{FOLDER}/_redirects": "".join(f"{base}{old} {base}{new} 301\n" for old, new in moved),
        ".htaccess": _apache(base, moved),
        "web.config": _iis(base),
    }
    for folder in kept:
        files[f"{folder}/.htaccess"] = _apache_headers({"Cache-Control": FOR_EVER})
        files[f"{folder}/web.config"] = _IIS.format(_iis_cache(FOR_EVER))
    files[f"{EMBEDDED}.htaccess"] = _apache_headers(EMBEDDED_HEADERS)
    files[f"{EMBEDDED}web.config"] = _IIS.format(_iis_headers(EMBEDDED_HEADERS))
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")


def _nginx(base: str, moved: Moved) -> str:
    """Within ``server { }``; its root is the folder in which the package lies under its path."""
    own = "" if base == "/" else f"location = {base[:-1]} {{ absolute_redirect off; return 301 {base}; }}\n"
    types = "".join(f"        {kind} {ending};\n" for ending, kind in MEDIA_TYPES.items())
    return _NGINX.format(
        own=own,
        base=base,
        moved="".join(
            f'    rewrite "^{base}{re.escape(old)}{_BESIDE}$" {base}{new}$1 permanent;\n' for old, new in moved
        ),
        kept=KEPT_FOR_EVER,
        embedded=f"{base}{EMBEDDED}",
        page=_nginx_headers(HEADERS, 4),
        asset=_nginx_headers(HEADERS, 8, FOR_EVER),
        embed=_nginx_headers(EMBEDDED_HEADERS, 8),
        types=types,
        texts=_PACKED_TEXTS,
    )


def _nginx_headers(headers: Mapping[str, str], indent: int, cache: str = REVALIDATE) -> str:
    """A location that adds one header loses those of the location around it: so each adds all."""
    lines = {**headers, "Cache-Control": cache}
    return "".join(f'{" " * indent}add_header {name} "{value}" always;\n' for name, value in lines.items())


def _listed(site: Path, base: str) -> str:
    """``_headers``: what several rules say of one file adds up, and of two policies both hold.

    So who may frame a page, and how long it is kept, is said folder by folder.
    """
    page = {"Content-Security-Policy": "frame-ancestors 'self'", "Cache-Control": REVALIDATE}
    tops = sorted(path.name for path in site.iterdir() if path.is_dir() and not path.name.startswith("assets"))
    kept = sorted(path.relative_to(site).as_posix() for path in (*site.glob("assets-*"), *site.glob("assets/search-*")))
    rules = [
        (f"{base}*", EMBEDDED_HEADERS),
        *((f"{base}{name}", page) for name in ("", "index.html", "404.html")),
        *((f"{base}{top}/*", {"Cache-Control": REVALIDATE} if f"{top}/" == EMBEDDED else page) for top in tops),
        *((f"{base}{folder}/*", {"Cache-Control": FOR_EVER}) for folder in kept),
    ]
    lines = (("", path, *(f"  {name}: {value}" for name, value in headers.items())) for path, headers in rules)
    return "\n".join(line for rule in lines for line in rule).lstrip() + "\n"


def _apache_headers(headers: Mapping[str, str]) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _apache(base: str, moved: Moved) -> str:
    types = "".join(f"AddType {kind} .{ending}\n" for ending, kind in MEDIA_TYPES.items() if ending not in ("br", "gz"))
    types += "".join(f"AddCharset utf-8 .{ending}\n" for ending, kind in MEDIA_TYPES.items() if kind in _TEXTS)
    rules = "".join(f'  RewriteRule "^{re.escape(old)}{_BESIDE}$" "{base}{new}$1" [R=301,L]\n' for old, new in moved)
    return _APACHE.format(
        base=base, types=types, moved=rules, headers=_apache_headers({**HEADERS, "Cache-Control": REVALIDATE})
    )


def _iis(base: str) -> str:
    types = "".join(
        f'      <remove fileExtension=".{ending}" />\n      <mimeMap fileExtension=".{ending}" mimeType="{kind}" />\n'
        for ending, kind in {**MEDIA_TYPES, **_IIS_TYPES}.items()
    )
    errors = _IIS_ERRORS.format(base=base)
    return _IIS.format(f"{_iis_cache(REVALIDATE, types)}{errors}{_iis_headers(HEADERS)}")


def _iis_cache(value: str, types: str = "") -> str:
    return (
        f'    <staticContent>\n      <clientCache cacheControlMode="NoControl" cacheControlCustom="{value}" />\n'
        f"{types}    </staticContent>\n"
    )


def _iis_headers(headers: Mapping[str, str]) -> str:
    lines = "".join(
        f'        <remove name="{name}" />\n        <add name="{name}" value="{value}" />\n'
        for name, value in headers.items()
    )
    return f"    <httpProtocol>\n      <customHeaders>\n{lines}      </customHeaders>\n    </httpProtocol>\n"


_IIS = """<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
{}  </system.webServer>
</configuration>
"""
_IIS_ERRORS = """    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" />
      <error statusCode="404" path="{base}404.html" responseMode="ExecuteURL" />
    </httpErrors>
    <urlCompression doStaticCompression="true" />
"""
_APACHE = """ErrorDocument 404 {base}404.html
DirectoryIndex index.html
Options -Indexes
RemoveType .br .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
{types}{headers}
# What has a new address; packed copies that lie beside the files.
<IfModule mod_rewrite.c>
  RewriteEngine On
{moved}  RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
  RewriteCond %{{REQUEST_FILENAME}}\\.br -f
  RewriteRule ^(.+)$ $1.br [END,E=packed:br]
  RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
  RewriteCond %{{REQUEST_FILENAME}}\\.gz -f
  RewriteRule ^(.+)$ $1.gz [END,E=packed:gzip]
</IfModule>
"""
_NGINX = """# To be included in server {{ }}; the package lies in the folder {base} below the root of that server.
{own}location {base} {{
    index index.html;
    error_page 404 {base}404.html;
    absolute_redirect off;
    types {{
{types}    }}
    charset utf-8;
    charset_types {texts};
    gzip_static on;
    gzip_vary on;
    # With libnginx-mod-http-brotli-static: brotli_static on;
{page}
{moved}    # Names that say their content: kept for ever.
    location ~ "^{base}{kept}" {{
{asset}    }}
    # Pieces that the pages of others may frame.
    location ^~ {embedded} {{
{embed}    }}
    location ~ "/(?:\\.|web\\.config$)" {{ return 404; }}
}}
"""
