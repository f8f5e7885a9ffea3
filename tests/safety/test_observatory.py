"""The scoring itself: it takes points away for what is missing."""

from http.cookies import SimpleCookie

import pytest

from tests.safety.observatory import score

GOOD = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin", "Strict-Transport-Security": "max-age=63072000; preload",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "cookie", "html", "points"),
    [
        ({}, "", "", 130),
        ({}, "__Host-session=1; Secure; HttpOnly; SameSite=Lax; Path=/", "", 135),
        ({"Content-Security-Policy": ""}, "", "", 75),
        ({"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'"}, "", "", 125),
        ({"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"}, "", "", 80),
        ({"Strict-Transport-Security": ""}, "", "", 80),
        ({"X-Content-Type-Options": ""}, "", "", 125),
        ({}, "session=1; Secure; SameSite=Lax", "", 70),
        ({}, "session=1; HttpOnly; SameSite=Lax", "", 120),
        ({}, "csrf=1; Secure", "", 80),
        ({}, "", "<script src='//cdn.example/x.js'></script>", 50),
        ({"Access-Control-Allow-Origin": "*"}, "", "", 50),
    ],
)
def test_the_scoring_takes_points_away(changed: dict[str, str], cookie: str, html: str, points: int) -> None:
    assert score({**GOOD, **changed}, SimpleCookie(cookie), html).points == points
