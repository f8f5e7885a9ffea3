"""R10: the people who might be asked next, gathered in one query that looks at a hundred, however many there are."""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.db import connection

from campaigns.models import Campaign
from contacts.rules.same_person import fold
from meetings.rules.asking import MET_OFTEN_ENOUGH
from meetings.rules.purpose import shares_a_word
from today.reads.likely import EMPLOYERS, LIKELY
from today.rules.next_people import AGAIN_AFTER, Candidate

EVER: Final = date(1, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Likely:
    """Those who might be asked, and the phase that each is in, by which they are tinted."""

    candidates: list[Candidate]
    phases: dict[int, str]


class _Row(NamedTuple):
    """One of them, as the query gives it; SQLite gives days as text."""

    pk: int
    name: str
    given_name: str
    phase: str
    position: str
    joined_on: date | str | None
    known_from_before: date | str | None
    held_count: int
    company: str | None
    is_target: bool | None
    introduced_by: str | None
    made_by: str | None
    is_promised: bool
    invited_on: date | str | None
    met_last: date | str | None
    share: str | None


def likely_people(campaign: Campaign, today: date) -> Likely:
    """Those who are likely, with all that the rule weighs. Who has something open is not among them."""
    worked_at = {fold(line): line.strip() for line in campaign.worked_at.splitlines() if line.strip()}
    employers = [*worked_at, *[""] * EMPLOYERS][:EMPLOYERS]
    values: dict[str, int | str | date] = {
        "campaign": campaign.pk,
        "today": today,
        "ever": EVER,
        "long_ago": today - AGAIN_AFTER,
        "often": MET_OFTEN_ENOUGH,
        **{f"at{place}": name for place, name in enumerate(employers)},
    }
    with connection.cursor() as cursor:
        cursor.execute(LIKELY, values)
        people = [_Row(*row) for row in cursor.fetchall()]
    return Likely(
        candidates=[_candidate(person, campaign, worked_at) for person in people],
        phases={person.pk: person.phase for person in people},
    )


def _candidate(person: _Row, campaign: Campaign, worked_at: dict[str, str]) -> Candidate:
    # Where no referral speaks of it, the contact itself says who introduced them.
    introduced = person.made_by or ("" if person.is_promised else person.introduced_by)
    return Candidate(
        contact_id=person.pk,
        name=person.name,
        called=person.given_name or person.name,
        joined_on=_day(person.joined_on),
        introduced_by=introduced or "",
        introduction_promised=bool(person.is_promised),
        known_from_before=person.known_from_before is not None,
        at_target_company=bool(person.is_target),
        shares=person.share or "",
        worked_at=worked_at.get(person.company or "", ""),
        position_like_mine=shares_a_word(campaign.position, person.position),
        times_met=person.held_count,
        last_met=_day(person.met_last),
        invited_on=_day(person.invited_on),
    )


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
