"""Settings of an nginx before a store of objects: it asks the pointer which site is served, then reads that one."""

from __future__ import annotations

from corpus.addresses import EMBEDDED
from corpus.policy import EMBEDDED_HEADERS, HEADERS

FILE = "nginx-kho.conf"
# Where sites lie in a store; the object that says which is served; and what the store says of that beside its content.
SITES, POINTER, POINTED = "ban", "con-tro.json", "ban"
_POLICY = "Content-Security-Policy"


def nginx_before_store(base: str, texts: str) -> str:
    """Within ``server { }``; readers ask for what lies under ``base``; kinds of files ``texts`` are packed."""
    own = "" if base == "/" else f"location = {base[:-1]} {{ absolute_redirect off; return 301 {base}; }}\n"
    headers = {**HEADERS, _POLICY: "$khm_chinh_sach"}
    return _NGINX.format(
        own=own,
        base=base,
        policy=HEADERS[_POLICY],
        policies=f'        set $khm_chinh_sach "{HEADERS[_POLICY]}";\n'
        f'        if ($uri ~ "^{base}{EMBEDDED}") {{ set $khm_chinh_sach "{EMBEDDED_HEADERS[_POLICY]}"; }}\n',
        headers="".join(f'    add_header {name} "{value}" always;\n' for name, value in headers.items()),
        said=f"$upstream_http_x_amz_meta_{POINTED}",
        pointer=POINTER,
        sites=SITES,
        texts=texts,
    )


# Only plain names pass, so that nothing of an address is read as part of the request to the store.
_NGINX = """# To be included in server {{ }}, before a store that everybody may read. Say first, in http {{ }} and in server {{ }}:
#     upstream khm_kho {{ server s3.vi-du.vn:80; keepalive 16; }}
#     set $khm_may s3.vi-du.vn;          # name of the store's host
#     set $khm_cho /ten-kho/duong-dan;   # bucket and path that were published to
# For a store behind TLS write https:// for http:// below, with proxy_ssl_server_name on and proxy_ssl_name $khm_may.
set $khm_ban "";
proxy_http_version 1.1;
proxy_set_header Host $khm_may;
proxy_set_header Connection "";
proxy_set_header Accept-Encoding "";
proxy_set_header Authorization "";
proxy_set_header Cookie "";
gzip_proxied any;
gzip_types {texts};
{own}location = {base}.khm-con-tro {{
    internal;
    proxy_pass_request_headers off;
    proxy_pass_request_body off;
    proxy_pass http://khm_kho$khm_cho/{pointer};
}}
location {base} {{
    auth_request {base}.khm-con-tro;
    auth_request_set $khm_ban {said};
    absolute_redirect off;
    gzip on;
    gzip_vary on;
    proxy_intercept_errors on;
    error_page 403 404 =404 @khm_khong_co;
{headers}
    location ~ "^{base}(?<khm_trang>(?:[A-Za-z0-9._-]+/)*)$" {{
{policies}        proxy_pass http://khm_kho$khm_cho/{sites}/$khm_ban/${{khm_trang}}index.html;
    }}
    location ~ "^{base}(?:[A-Za-z0-9._-]+/)*[A-Za-z0-9-]+$" {{ return 301 $uri/$is_args$args; }}
    location ~ "^{base}(?<khm_tep>(?:[A-Za-z0-9._-]+/)*[A-Za-z0-9._-]+)$" {{
{policies}        proxy_pass http://khm_kho$khm_cho/{sites}/$khm_ban/$khm_tep;
    }}
    location ~ "" {{ return 404; }}
}}
location @khm_khong_co {{
    auth_request {base}.khm-con-tro;
    auth_request_set $khm_ban {said};
    set $khm_chinh_sach "{policy}";
    proxy_pass http://khm_kho$khm_cho/{sites}/$khm_ban/404.html;
{headers}}}
"""
