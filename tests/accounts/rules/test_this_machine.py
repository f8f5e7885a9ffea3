"""Who may open the first account without the set-up code."""

import pytest

from accounts.rules.this_machine import SAID_BY_PROXIES, is_this_machine


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("192.168.1.4", False),
        ("172.17.0.1", False),
        ("8.8.8.8", False),
        ("", False),
        ("localhost", False),
    ],
)
def test_only_the_loopback_is_this_machine(address: str, here: bool) -> None:
    assert is_this_machine(address, {}) is here


@pytest.mark.parametrize("header", SAID_BY_PROXIES)
def test_what_a_proxy_passed_on_is_not_from_this_machine(header: str) -> None:
    assert not is_this_machine("127.0.0.1", {header: "127.0.0.1"})
