"""The answer when something fails: true words, and whatever was sent given back, in a form that sends it once more.

Nothing here asks the database, which may be what failed; nor does it make a new CSRF token for what anybody may send.
"""

import errno
import sys
from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string

RETRY_AFTER: Final = "5"  # seconds
FULL: Final = ("disk is full", "no space left", "disk full")
NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
AWAY_ON_SQLITE: Final = ("not a database", "malformed")
NEVER_SHOWN: Final = ("csrfmiddlewaretoken", "draft", "again", "version")
A_WORD: Final = 20
"""Characters: what is shorter and without a blank is a choice or a key, and travels unseen."""


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls it while the error is handled."""
    failed = what_failed(sys.exc_info()[1])
    answer = HttpResponse(
        render_to_string("503.html" if failed else "500.html", {"failed": failed, **given_back(request)}),
        status=503 if failed else 500,
    )
    if failed:
        answer.headers["Retry-After"] = RETRY_AFTER
    return answer


def what_failed(error: BaseException | None) -> str:
    """Which part of the machine, `disk` or `database`; empty where it was the code."""
    for one in chain(error):
        words = str(one).lower()
        if isinstance(one, OSError) and one.errno in NO_ROOM:
            return "disk"
        if isinstance(one, DatabaseError | InterfaceError) and any(part in words for part in FULL):
            return "disk"
        if isinstance(one, OperationalError | InterfaceError) and "no such" not in words:
            return "database"
        if isinstance(one, DatabaseError) and any(part in words for part in AWAY_ON_SQLITE):
            return "database"
    return ""


def chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def given_back(request: HttpRequest) -> dict[str, Any]:
    """What a POST held: the words to read, the rest to be sent along. Never a password; a file cannot be given back."""
    if request.method != "POST":
        return {}
    try:
        posted, files = request.POST, bool(request.FILES)
    except (OSError, ValueError, BadRequest, SuspiciousOperation, MultiPartParserError):
        return {"sent": True}
    if any("password" in name for name in posted) or not posted:
        return {"sent": True, "files": files}
    words, unseen = sorted_out(posted)
    return {"sent": True, "files": files, "action": request.get_full_path(), "words": words, "unseen": unseen}


def sorted_out(posted: QueryDict) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    words, unseen = [], []
    for name, values in posted.lists():
        for value in values:
            if name not in NEVER_SHOWN and (len(value) > A_WORD or len(value.split()) > 1):
                label = name.replace("_", " ").replace("-", " ").strip().capitalize()
                words.append((label, name, value))
            else:
                unseen.append((name, value))
    return words, unseen
