"""The names and addresses of this machine: what it answers to when nobody has said ALLOWED_HOSTS, and where it is found
from a phone in the same network.
"""

import fcntl
import re
import socket
import struct
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Final

HERE: Final = ("localhost", "127.0.0.1", "[::1]")
GET_ADDRESS: Final = 0x8915
"""Linux's SIOCGIFADDR."""
# Documentation's networks: no packet is sent to them, the machine only says from where it would.
FAR_AWAY: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
SPOKEN: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


def accepted_hosts(host: str) -> list[str]:
    """What a Host header may say when the server listens at `host`: this machine, as far as it is open there."""
    if is_everywhere(host):
        return [*HERE, *own_names(), *map(in_brackets, own_addresses())]
    if in_brackets(host) in HERE:
        return list(HERE)
    return [*HERE, *own_names(), in_brackets(host.lower())]


def is_everywhere(host: str) -> bool:
    """Whether who listens there listens in every network."""
    with suppress(ValueError):
        return ip_address(host).is_unspecified
    return False


def own_names() -> list[str]:
    """As this machine calls itself, and as it is called by machines beside it."""
    name = socket.gethostname().lower()
    if not SPOKEN.fullmatch(name) or name == "localhost":
        return []
    return [name] if name.endswith(".local") else [name, f"{name.partition('.')[0]}.local"]


def own_addresses() -> list[str]:
    """In every network that it is in, those of IPv4 first."""
    found = {*_on_the_way(), *_of_the_interfaces(), *_of_the_list()}
    far = [one for one in map(ip_address, found) if not (one.is_loopback or one.is_unspecified or one.is_link_local)]
    return [str(one) for one in sorted(far, key=lambda one: (one.version, int(one)))]


def reached_at(host: str, port: int) -> list[str]:
    """The addresses to type on a phone in the same network; none where the server listens to this machine alone."""
    if in_brackets(host) in HERE:
        return []
    addresses = own_addresses() if is_everywhere(host) else [host]
    return [f"http://{in_brackets(one)}:{port}" for one in addresses if ":" not in one or host == one]


def in_brackets(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _on_the_way() -> list[str]:
    found = []
    for family, address in FAR_AWAY:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as towards:
            towards.connect((address, 9))
            found.append(towards.getsockname()[0])
    return found


def _of_the_interfaces() -> list[str]:
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                answer = fcntl.ioctl(asking, GET_ADDRESS, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _of_the_list() -> list[str]:
    """Linux's list of addresses of IPv6."""
    try:
        lines = Path("/proc/net/if_inet6").read_text(encoding="ascii").splitlines()
    except OSError:
        return []
    return [str(ip_address(bytes.fromhex(line.split()[0]))) for line in lines]
