"""The scoring of Mozilla's HTTP Observatory (2024 rules), as a pure function over one answer.

100 points to begin with; what is missing takes some away; what is better than asked adds some, from 90 on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import Morsel, SimpleCookie
from typing import Final

HALF_A_YEAR: Final = 15_768_000
GRADES: Final = [(100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (60, "C+"), (50, "C"), (0, "F")]
PRIVATE: Final = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
DANGEROUS: Final = ("'unsafe-inline'", "'unsafe-eval'", "data:", "http:", "https:", "*")


@dataclass(frozen=True, kw_only=True)
class Score:
    marks: dict[str, int] = field(default_factory=dict)

    @property
    def points(self) -> int:
        without_bonus = 100 + sum(mark for mark in self.marks.values() if mark < 0)
        bonus = sum(mark for mark in self.marks.values() if mark > 0)
        return max(0, without_bonus + (bonus if without_bonus >= 90 else 0))

    @property
    def grade(self) -> str:
        return next(grade for least, grade in GRADES if self.points >= least)


def score(headers: Mapping[str, str], cookies: SimpleCookie, html: str) -> Score:
    """Of an answer that came by HTTPS; header names as in the answer, in any case."""
    head = {name.lower(): value for name, value in headers.items()}
    policy = directives(head.get("content-security-policy", ""))
    return Score(
        marks={
            "content security policy": mark_of_policy(policy),
            "cookies": mark_of_cookies(cookies, has_hsts="strict-transport-security" in head),
            "cross-origin sharing": -50 if head.get("access-control-allow-origin") == "*" else 0,
            "referrer": mark_of_referrer(head.get("referrer-policy", "")),
            "strict transport": mark_of_transport(head.get("strict-transport-security", "")),
            "scripts": mark_of_scripts(html),
            "content type": 0 if head.get("x-content-type-options", "").lower() == "nosniff" else -5,
            "frames": mark_of_frames(policy, head.get("x-frame-options", "")),
            "resources": mark_of_resources(head.get("cross-origin-resource-policy", "")),
        }
    )


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name.lower(): values for name, *values in reversed(parts)}  # of two the first counts


def mark_of_policy(policy: dict[str, list[str]]) -> int:
    """By the directives that run or style something; what is not said falls back to default-src."""
    if not policy:
        return -25
    fallback = policy.get("default-src", ["*"])
    scripts = policy.get("script-src", fallback)
    active = [*scripts, *policy.get("object-src", fallback)]
    styles = policy.get("style-src", fallback)
    if any(source in ("'unsafe-inline'", "data:", "*", "http:", "https:") for source in active):
        return -20
    if "'unsafe-eval'" in [*active, *styles]:
        return -10
    if any(source.startswith("http:") for values in policy.values() for source in values):
        return -20
    if any(source in DANGEROUS for source in styles):
        return 0
    return 10 if fallback == ["'none'"] else 5


def mark_of_cookies(cookies: SimpleCookie, *, has_hsts: bool) -> int:
    worst, all_same_site = 5 if cookies else 0, True
    for name, cookie in cookies.items():
        worst = min(worst, mark_of_cookie(name.lower(), cookie, has_hsts=has_hsts))
        all_same_site = all_same_site and cookie["samesite"] in ("Lax", "Strict")
    return worst if all_same_site or worst < 0 else 0


def mark_of_cookie(name: str, cookie: "Morsel[str]", *, has_hsts: bool) -> int:
    is_session, is_csrf = bool(re.search("sess|login|auth", name)), "csrf" in name
    if is_session and not cookie["httponly"]:
        return -30
    if is_csrf and not cookie["samesite"]:
        return -20
    if not cookie["secure"]:
        return (-10 if has_hsts else -40) if is_session else (-5 if has_hsts else -20)
    return 5


def mark_of_referrer(policy: str) -> int:
    values = [value.strip().lower() for value in policy.split(",") if value.strip()]
    if not values:
        return 0
    return 5 if values[-1] in PRIVATE else -5


def mark_of_transport(value: str) -> int:
    found = re.search(r"max-age=(\d+)", value)
    if not found:
        return -20
    return 0 if int(found[1]) >= HALF_A_YEAR else -10


def mark_of_scripts(html: str) -> int:
    """Scripts of other hosts need their digest; those of the same host do not."""
    foreign = [tag for tag in re.findall(r"<script[^>]*>", html) if re.search(r"src=[\"']?(https?:)?//", tag)]
    if any("integrity" not in tag for tag in foreign):
        return -5 if all("https:" in tag for tag in foreign) else -50
    return 0


def mark_of_frames(policy: dict[str, list[str]], option: str) -> int:
    if policy.get("frame-ancestors") in (["'none'"], ["'self'"]):
        return 5
    return 0 if option.upper() in ("DENY", "SAMEORIGIN") else -20


def mark_of_resources(policy: str) -> int:
    return {"same-origin": 10, "same-site": 10}.get(policy.lower(), 0)
