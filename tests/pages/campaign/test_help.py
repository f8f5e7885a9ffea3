"""The method and the keys, in plain words."""

import re

from django.conf import settings
from django.test import Client

from accounts.models import User
from pages.campaign.views.guide import KEYS


def test_the_method_is_told_with_the_campaigns_own_number(client: Client) -> None:
    words = " ".join(client.get("/help/").content.decode().split())

    assert "About 50 one-on-ones" in words
    for phase in ("Initiate", "Obtain", "Use"):
        assert phase in words


def test_who_switched_the_keys_off_is_told_so(client: Client, alice: User) -> None:
    assert "Single keys are off while you type." in client.get("/help/").content.decode()
    alice.keys_on = False
    alice.save()
    assert "Single keys are switched off." in client.get("/help/").content.decode()


def test_the_admin_is_named_to_who_may_open_it(client: Client, alice: User) -> None:
    assert "/admin/" not in client.get("/help/").content.decode()
    alice.is_staff = True
    alice.save()
    assert 'href="/admin/"' in client.get("/help/").content.decode()


def test_a_key_of_the_frame_is_listed() -> None:
    """Whatever the frame answers to is on the list."""
    listed = {" ".join(key.keys) for key in KEYS} | {"y", "o", "l", "n"}
    assert ("y", "o", "l", "n") in {key.keys for key in KEYS}
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    pressed = {key for path in templates for key in re.findall(r'data-key="([^"{]+)"', path.read_text())}

    assert pressed <= listed
