"""Where a browser lets passkeys be used, and where else it would."""

import pytest

from accounts.rules.passkeys import PasskeyPlace, passkey_place

SITE = "https://cups.example.org"


@pytest.mark.parametrize(
    ("here", "site", "works", "address"),
    [
        ("http://localhost:8000", "", True, ""),
        ("http://cups.localhost:8000", "", True, ""),
        (SITE, SITE, True, ""),
        ("https://cups", "", True, ""),
        ("http://127.0.0.1:8000", "", False, "http://localhost:8000"),
        ("http://127.0.0.1", "", False, "http://localhost"),
        ("http://[::1]:8123", "", False, "http://localhost:8123"),
        ("http://192.168.1.20:8000", "", False, ""),
        ("https://192.168.1.20", SITE, False, SITE),
        ("http://cups.example.org", "", False, ""),
        ("http://cups.example.org", SITE, False, SITE),
        ("http://127.0.0.1:8000", "http://192.168.1.20:8000", False, "http://localhost:8000"),
    ],
)
def test_passkeys_need_a_name_and_https_or_this_machine(here: str, site: str, works: bool, address: str) -> None:
    assert passkey_place(here, site) == PasskeyPlace(works=works, address=address)
