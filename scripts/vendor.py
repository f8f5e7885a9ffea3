"""Copy the listed files of the npm packages, with their licences, into static/vendor, and note their sha256.

`make vendor` runs it; tests/test_vendor.py compares what lies there with what was noted.
"""

import hashlib
import re
import shutil
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
VENDOR = HOUSE / "static" / "vendor"

# From node_modules, to static/vendor. Of the icons only the licence: static/sprite.svg holds the few that are used.
FILES = {
    "bootstrap/dist/css/bootstrap.min.css": "bootstrap/bootstrap.min.css",
    "bootstrap/LICENSE": "bootstrap/LICENSE",
    "bootstrap-icons/LICENSE": "bootstrap-icons/LICENSE",
    "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2": "figtree/figtree-latin-wght-normal.woff2",
    "@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2": (
        "figtree/figtree-latin-ext-wght-normal.woff2"
    ),
    "@fontsource-variable/figtree/LICENSE": "figtree/LICENSE",
}
# It names a file that is not vendored, at which collectstatic with hashed names would stop.
SOURCE_MAP = re.compile(rb"/\*# sourceMappingURL=[^*]*\*/\s*")


def main() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    noted = []
    for source, target in sorted(FILES.items(), key=lambda pair: pair[1]):
        content = (HOUSE / "node_modules" / source).read_bytes()
        if target.endswith(".css"):
            content = SOURCE_MAP.sub(b"", content)
        path = VENDOR / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        noted.append(f"{hashlib.sha256(content).hexdigest()}  {target}\n")
    (VENDOR / "SHA256SUMS").write_text("".join(noted), encoding="utf-8")


if __name__ == "__main__":
    main()
