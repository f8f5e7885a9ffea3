"""What the first start makes once and keeps: secrets in files that only their owner can read."""

import os
import secrets
from pathlib import Path


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
