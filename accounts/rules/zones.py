"""The time zones that a form offers: by region, as the time zone database names them."""

from itertools import groupby
from typing import Final
from zoneinfo import available_timezones

REGIONS: Final = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip
UTC: Final = "UTC"


def offered_zones(kept: str = UTC) -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of (name, as it is shown); a zone that somebody already keeps is offered whatever its region."""
    named = sorted(zone for zone in available_timezones() if zone.split("/")[0] in REGIONS)
    groups = [
        (region, [(zone, zone.partition("/")[2].replace("_", " ")) for zone in zones])
        for region, zones in groupby(named, key=lambda zone: zone.split("/")[0])
    ]
    others = sorted({UTC, kept} - set(named))
    return [*groups, ("Other", [(zone, zone) for zone in others])]
