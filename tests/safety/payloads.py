"""Forty ways in which a text tries to be a script, and a parser that says where one of them is more than text."""

import re
from html.parser import HTMLParser
from typing import Final

HIT: Final = "window.__hit=1"
P = "top.__hit=1"

OWN_LINK: Final = "https://e.example/"
PAYLOADS: Final = [
    f"<script>{P}</script>",
    f"</script><script>{P}</script>",
    f"<img src=x onerror={P}>",
    f"<svg onload={P}>",
    f"<svg/onload={P}//",
    f"<body onload={P}>",
    f"<iframe srcdoc='<script>{P}</script>'>",
    f"<details open ontoggle={P}>",
    f"<input autofocus onfocus={P}>",
    f"<video src onerror={P}>",
    f"<audio src=x onerror={P}>",
    f"<marquee onstart={P}>",
    f"<math><mi xlink:href='javascript:{P}'>",
    f"<a href=javascript:{P}>x</a>",
    f"<a href='java\tscript:{P}'>x</a>",
    f'"><script>{P}</script>',
    f"'><script>{P}</script>",
    f'" autofocus onfocus={P} x="',
    f"' autofocus onfocus={P} x='",
    f'" onmouseover={P} ',
    f"</textarea><script>{P}</script>",
    f"</title><script>{P}</script>",
    f"</style><script>{P}</script>",
    f"</option></select><img src=x onerror={P}>",
    f"<!--><script>{P}</script>-->",
    f"]]><script>{P}</script>",
    f"javascript:{P}",
    f"data:text/html,<script>{P}</script>",
    f"<object data='javascript:{P}'>",
    f"<embed src='javascript:{P}'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{P}'>",
    f"<form action='javascript:{P}'><button>x</button></form>",
    "<base href='//evil.example/'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import'//evil.example/x.css';</style>",
    "<button hx-get='//evil.example/' hx-trigger=load>",
    f"<div hx-on:htmx:load={P}>",
    "<img src=//evil.example/x.png>",
    "{{ request.user.password }}{% debug %}",
    f"&lt;script&gt;{P}&lt;/script&gt;",
    f"<ScRiPt\n>{P}</sCrIpT>",
    f"\u003cscript\u003e{P}\u003c/script\u003e",
]

MARKS: Final = re.compile(r"__hit|evil\.example", re.IGNORECASE)
# Attributes in which any text is only text; so are the pages' own data-…, which their scripts read as text.
PLAIN: Final = {
    "value",
    "title",
    "alt",
    "content",
    "placeholder",
    "label",
    "aria-label",
    "aria-description",
    "download",
}


class Breakouts(HTMLParser):
    """Reads a page as a browser would, and keeps every payload that is a tag, an attribute or a script in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.script = False
        self.feed(text.replace("<!-->", ""))  # a comment to Python's parser only

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.script = tag in ("script", "style")
        for name, value in attrs:
            text = value or ""
            plain = name in PLAIN or (name.startswith("data-") and not name.startswith("data-hx-"))
            marked = MARKS.search(text) and not plain and not is_query(text)
            if (
                name.startswith("on")
                or name == "style"
                or name == "srcdoc"
                or MARKS.search(name)
                or marked
                or (re.match(r"\s*(javascript|data|vbscript)\s*:", text, re.IGNORECASE) and not plain)
            ):
                self.found.append(f"<{tag} {name}={text[:90]!r}>")

    def handle_data(self, data: str) -> None:
        if self.script and MARKS.search(data):
            self.found.append(f"a script: {data[:90]!r}")

    def handle_endtag(self, tag: str) -> None:
        self.script = False


def is_query(text: str) -> bool:
    """An address with the payload in its query, a message or a map with it, or the link that somebody noted."""
    elsewhere = r"mailto:[^?]*|sms:\+?\d*|https://wa\.me/\d*|https://www\.openstreetmap\.org/search"
    return bool(re.match(rf"(/[\w/-]*|{elsewhere}|)(\?|$)", text)) or text.startswith(("tel:", "mailto:", OWN_LINK))


def packed(start: int, most: int | None) -> str:
    """Payloads from this one on, as many as find room; the shortest way to have all of them in a long text."""
    text = ""
    for payload in PAYLOADS[start % len(PAYLOADS) :] + PAYLOADS[: start % len(PAYLOADS)]:
        if most is not None and len(text) + len(payload) > most:
            continue
        text += payload
    return text
