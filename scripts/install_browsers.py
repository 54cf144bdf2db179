"""Make sure that the browsers and other programs the tests drive are there, or say which packages to install."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

PACKAGES = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "firefox-esr": "firefox-esr",
    "faketime": "faketime",  # builds on another day
    "minisign": "minisign",  # reads our signatures
    "nginx": "nginx-light",  # serve the package with the settings it brings
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static",
    "apache2": "apache2",
    "rsync": "rsync",
    "curl": "curl",  # the examples of the page of open data, as they stand there
    "/usr/lib/libreoffice/program/libsclo.so": "libreoffice-calc-nogui",
}


def missing() -> list[str]:
    """Debian packages whose program is not on the PATH, or whose file is not there."""
    places = f"{os.environ.get('PATH', '')}:/usr/sbin"
    return [
        package
        for program, package in PACKAGES.items()
        if not os.path.exists(program) and shutil.which(program, path=places) is None
    ]


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    packages = missing()
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(packages)} ...")
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, stdout=subprocess.DEVNULL)
        packages = missing()
    if packages:
        print(f"The tests need: apt-get install {' '.join(packages)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
