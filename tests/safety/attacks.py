"""One thing that Bob sends, and what he is answered."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client

from tests.safety.hers import connections_file, spreadsheet

HTMX = {"HX-Request": "true"}
Data = dict[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Attack:
    page: str
    what: str
    method: str
    url: str
    data: Data = field(default_factory=dict)
    uploads: tuple[str, ...] = ()
    htmx: bool = False
    who: str = "bob"
    scene: str = "as_it_is"
    """What his campaign is like before it (`scenes.py`)."""

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.url} ({self.page}{', htmx' if self.htmx else ''}): {self.what}"

    def sent_by(self, client: Client) -> "Answer":
        file = spreadsheet if self.page.startswith("admin:") else connections_file
        data: dict[str, Any] = {**self.data, **{name: file() for name in self.uploads}}
        answer = getattr(client, self.method)(self.url, data, headers=HTMX if self.htmx else {})
        return Answer.of(answer)


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    location: str
    body: str
    said: str = ""
    raw: str = field(default="", compare=False, repr=False)
    is_html: bool = False
    error: str = field(default="", compare=False)

    @classmethod
    def of(cls, answer: HttpResponse | StreamingHttpResponse) -> "Answer":
        text = answer.getvalue().decode("utf-8", "replace")
        where = answer.get("Location", "") + answer.get("HX-Redirect", "")
        kept = getattr(getattr(answer, "wsgi_request", None), "_messages", None)
        return cls(
            status=answer.status_code,
            location=same_each_time(where),
            body=same_each_time(text),
            raw=text,
            is_html="html" in answer.get("Content-Type", ""),
            error=repr(error[1]) if (error := getattr(answer, "exc_info", None)) else "",
            said=same_each_time("; ".join(str(one) for one in getattr(kept, "_queued_messages", ()))),
        )


CHANGES_BY_ITSELF = re.compile(
    r"(?P<csrf>(?<=csrfmiddlewaretoken\" value=\")\w+|(?<=X-CSRFToken\": \")\w+)"
    r"|(?P<signed>\.?[\w-]{8,}:[\w-]{5,8}:[\w-]{43})"
    r"|(?P<uuid>[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})"
    r"|(?P<new>\b9\d{6}\b)"
)


def same_each_time(text: str) -> str:
    """Without what differs between two equal answers: tokens, random keys, and the numbers of rows just made."""
    return CHANGES_BY_ITSELF.sub(lambda match: f"[{match.lastgroup}]", text)
