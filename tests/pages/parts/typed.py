"""The forms in which somebody is named, by a field each."""

from datetime import date, timedelta
from typing import Final

import pytest
from django.test import Client

PURPOSE: Final = {"purpose_kind": "path", "ask_kind": "view"}
A_TOUCH: Final = {"direction": "sent", "channel": "mail", "matter": "other"}
FORMS: Final[dict[str, tuple[str, str, dict[str, str]]]] = {
    "log": ("/meetings/log/", "person", {"mode": "video"}),
    "plan": ("/meetings/new/", "person", {"mode": "video", **PURPOSE}),
    "write": ("/touches/new/", "person", A_TOUCH),
    "welcome": ("/welcome/people/", "second-person", {}),
    "the first day": ("/", "person", {}),
    "who do I know": ("/people/choose/", "p3-2-person", {}),
}
every_form = pytest.mark.parametrize("form", FORMS)


def post(client: Client, form: str, typed: str, today: date, meant: str = "", picked: str = "") -> int:
    address, field, more = FORMS[form]
    day = today + timedelta(days=3) if form == "plan" else today
    answered = {f"{field}_asked": typed, f"{field}_is": meant} if meant else {}
    posted = {field: typed, f"{field}_id": picked, "day": day.isoformat()}
    return client.post(address, {**posted, **more, **answered}).status_code
