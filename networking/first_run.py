"""What a start makes sure of: the data are their owner's alone, and the secrets are made once and kept."""

import base64
import hashlib
import hmac
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

OURS: Final = (
    "fifty-cups.sqlite3*",
    "secret-key",
    "set-up-code",
    "serving",
    "*.serving",
    ".*.unfinished",
    "backups",
    "backups/*",
)
"""What lies in DATA_DIR, as patterns: whatever else somebody keeps there is none of our business."""


def keep_private(folder: Path) -> None:
    """Nobody else on this machine reads the data: 0700 the folder, 0600 its files, also where they are there already.

    From now on whatever this process makes is for its owner only; SQLite gives its side files the mode of the database.
    """
    os.umask(0o077)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SystemExit(
            f"The data cannot be kept in {folder} ({error.strerror}): set DATA_DIR to a folder that you may write to."
        ) from None
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise SystemExit(
            f"The data cannot be kept in {folder}, which you may not write to or which is read-only: make it yours, or "
            "set DATA_DIR to another folder."
        )
    if not folder.stat().st_mode & stat.S_ISVTX:  # /tmp and its like are everybody's
        make_private(folder)
    make_private(*(path for pattern in OURS for path in folder.glob(pattern)))


def make_private(*paths: Path) -> None:
    """Take these from everybody but their owner; what belongs to somebody else, or has just gone, stays as it is."""
    for path in paths:
        with suppress(OSError):
            mode = path.stat().st_mode
            if mode & 0o077:
                path.chmod(stat.S_IMODE(mode) & 0o700)


def kept_secret(path: Path, size: int = 50) -> str:
    """The secret in this file; the first call writes it (mode 0600). `size` is in random bytes.

    Two processes that start at the same time agree: the file is linked into place, and who comes second reads it.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(size))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def shared_code(path: Path, key: str) -> str:
    """The set-up code that follows from this key, 128 bits, kept in the file like one that was made."""
    drawn = hmac.new(key.encode(), b"set-up code", hashlib.sha256).digest()[:16]
    code = base64.urlsafe_b64encode(drawn).decode().rstrip("=")
    if not path.exists() or path.read_text().strip() != code:
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(code)
        draft.replace(path)
    return code
