"""Where a browser lets passkeys be used: at a name, not at numbers; over https, or on the machine itself.

Source: Web Authentication, which takes the name of the site as its own ("relying party identifier").
"""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit


@dataclass(frozen=True, kw_only=True)
class PasskeyPlace:
    """Whether they can be used at the address in use; if not, an address where they can, where one is known."""

    works: bool
    address: str = ""


def passkey_place(here: str, site: str = "") -> PasskeyPlace:
    """`here` is the address in use, `site` the one that the deployment names: `http://127.0.0.1:8000`."""
    if _works(here):
        return PasskeyPlace(works=True)
    if site and _works(site):
        return PasskeyPlace(works=False, address=site)
    parts = urlsplit(here)
    port = f":{parts.port}" if parts.port else ""
    return PasskeyPlace(works=False, address=f"http://localhost{port}" if _is_loopback(parts.hostname or "") else "")


def _works(address: str) -> bool:
    parts = urlsplit(address)
    name = parts.hostname or ""
    if name == "localhost" or name.endswith(".localhost"):
        return True
    return parts.scheme == "https" and not _is_numbers(name)


def _is_numbers(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_numbers(name) and ip_address(name).is_loopback
