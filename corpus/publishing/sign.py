"""Signatures of the manifest in the form of minisign, so that anyone checks them with a program of the system.

A signature depends on the manifest and the key only (Ed25519, no time in it): the same site signs to the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from minisign import PublicKey, SecretKey, Signature

from corpus.manifest import MANIFEST, SIGNATURE


class SignatureError(Exception):
    """A key that cannot be used, or a signature that does not hold."""


def read_public_key(given: str) -> PublicKey:
    """The public key in a file, or as the 56 letters that minisign prints. Raises SignatureError."""
    path = Path(given)
    try:
        return PublicKey.from_file(path) if path.is_file() else PublicKey.from_base64(given)
    except ValueError as error:
        raise SignatureError(f"khóa công khai không dùng được ({given}): {error}") from error


def check_signature(data: bytes, signature: bytes, key: PublicKey) -> None:
    """Raises SignatureError where ``signature`` is not that of ``data`` by ``key``."""
    try:
        key.verify(data, Signature.from_bytes(signature))
    except ValueError as error:
        raise SignatureError(f"chữ ký của bảng kê không đúng: {error}") from error


def sign_data(data: bytes, key_file: Path, password: str | None = None) -> bytes:
    """The signature of ``data`` by the secret key in ``key_file``. Raises SignatureError."""
    try:
        with SecretKey.from_file(key_file) as key:
            if key.is_encrypted():
                if password is None:
                    raise SignatureError(f"khóa {key_file} có mật khẩu: đặt mật khẩu vào biến MINISIGN_PASSWORD")
                key.decrypt(password)
            return bytes(key.sign(data, trusted_comment=MANIFEST)) + b"\n"
    except (ValueError, OSError) as error:
        raise SignatureError(f"không ký được bằng {key_file}: {error}") from error


def sign_folder(folder: Path, key_file: Path, password: str | None = None) -> None:
    """Write the signature of the manifest in ``folder`` beside it. Raises SignatureError."""
    (folder / SIGNATURE).write_bytes(sign_data((folder / MANIFEST).read_bytes(), key_file, password))
