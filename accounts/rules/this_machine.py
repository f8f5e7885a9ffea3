"""Who may open the first account without the set-up code: a visitor from the same machine, and nobody through a proxy.

Source: product.md, 4.
"""

from collections.abc import Container
from ipaddress import ip_address
from typing import Final

# What proxies add. Their absence proves nothing behind a proxy, so a deployment that says it has one never asks here.
SAID_BY_PROXIES: Final = (
    "HTTP_FORWARDED",
    "HTTP_VIA",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REAL_IP",
)


def is_this_machine(address: str, headers: Container[str]) -> bool:
    """Whether this peer's address is the machine itself, with no sign that somebody else's request was passed on."""
    if any(name in headers for name in SAID_BY_PROXIES):
        return False
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
