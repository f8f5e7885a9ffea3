"""The time zones that a form offers."""

import pytest

from accounts.rules.zones import offered_zones


def names(kept: str = "UTC") -> list[str]:
    return [name for _, zones in offered_zones(kept) for name, _ in zones]


@pytest.mark.parametrize("zone", ["Europe/London", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "UTC"])
def test_what_a_browser_may_say_is_offered(zone: str) -> None:
    assert names().count(zone) == 1


def test_a_zone_once_kept_stays_offered() -> None:
    assert "Etc/GMT+3" not in names()
    assert "Etc/GMT+3" in names("Etc/GMT+3")


def test_zones_are_shown_by_region_without_underscores() -> None:
    shown = dict(offered_zones())

    assert ("America/New_York", "New York") in shown["America"]
