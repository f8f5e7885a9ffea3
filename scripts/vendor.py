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

# Components of Bootstrap that no page uses: a fifth of the sheet, which each first visit would carry.
UNUSED = re.compile(
    r"\.(?:accordion|breadcrumb|bs-popover|bs-tooltip|btn-outline|card|carousel|form-floating|form-range|list-group|modal|nav"
    r"|navbar|offcanvas|page-item|page-link|pagination|placeholder|popover|progress|ratio|tab-content|text-bg|toast|tooltip)"
    r"(?![a-z])"
)


def without_unused(css: str) -> str:
    """The rules of a minified sheet, those left out of which every selector begins with an unused component."""
    kept, start = [], 0
    while (opens := css.find("{", start)) >= 0:
        closes, depth = opens + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[closes], 0)
            closes += 1
        head, body = css[start:opens], css[opens + 1 : closes - 1]
        if head.startswith("@media"):
            inside = without_unused(body)
            kept.append(f"{head}{{{inside}}}" if inside else "")
        elif not all(UNUSED.match(selector) for selector in head.split(",")):
            kept.append(css[start:closes])
        start = closes
    return "".join(kept) + css[start:]


def main() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    noted = []
    for source, target in sorted(FILES.items(), key=lambda pair: pair[1]):
        content = (HOUSE / "node_modules" / source).read_bytes()
        if target.endswith(".css"):
            content = without_unused(SOURCE_MAP.sub(b"", content).decode()).encode()
        path = VENDOR / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        noted.append(f"{hashlib.sha256(content).hexdigest()}  {target}\n")
    (VENDOR / "SHA256SUMS").write_text("".join(noted), encoding="utf-8")


if __name__ == "__main__":
    main()
