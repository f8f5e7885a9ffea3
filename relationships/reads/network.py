"""Who introduced whom in one campaign: one query a table, whatever the number of people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from campaigns.models import Campaign
from campaigns.rules.days import on_day
from contacts.rules.phases import Phase
from meetings.models import Meeting
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ReferralState
from relationships.rules.came_of_it import Outcome, came_of_it
from relationships.rules.network import MADE, Branch, Person, Referral, branches, readable

COLUMNS = (
    "pk", "name", "given_name", "company__name", "phase", "first_held_on", "introduced_by",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Giver:
    """Somebody who has introduced the user or lent their name, and what came of it."""

    person: Person
    words: str


@dataclass(frozen=True, kw_only=True)
class Promise:
    """An introduction that is promised; `waiting` is the open follow-up by which the giver is reminded."""

    person: Person
    giver: Person
    words: str
    waiting: int | None


@dataclass(frozen=True, kw_only=True)
class Network:
    pages: list[list[Branch]]
    alone: int
    """How many of whom the user met stand on no page: they came by themselves, and lead to nobody yet."""

    givers: list[Giver]
    promises: list[Promise]
    people: int
    through: int
    """How many of them came through somebody else."""


def network_of(campaign: Campaign, today: date) -> Network:
    """Everybody of the network, who left for now as well: what they gave stays."""
    people = _people(campaign)
    referrals = _referrals(campaign)
    tree = branches(people, referrals)
    told, waits = _follow_ups(campaign)
    here = [one for one in referrals if one.giver in people and one.referred in people]
    pages = readable(tree)
    return Network(
        pages=pages,
        alone=len(tree) - sum(map(len, pages)),
        givers=_givers(people, here, told),
        promises=[
            Promise(
                person=people[one.referred],
                giver=people[one.giver],
                words=f"{people[one.giver].called} said so {on_day(one.day, today)}",
                waiting=waits.get(one.item_id),
            )
            for one in here
            if one.state is ReferralState.PROMISED
        ],
        people=len(people),
        through=sum(1 for one in tree if one.parent),
    )


def _people(campaign: Campaign) -> dict[int, Person]:
    planned = Meeting.objects.planned().filter(campaign=campaign).order_by()
    booked = set(planned.values_list("contact_id", flat=True))
    rows = campaign.contacts.in_network().order_by("joined_on", "pk").values_list(*COLUMNS)
    return {
        pk: Person(
            contact_id=pk,
            name=name,
            called=given or name,
            company=company or "",
            phase=Phase(phase or Phase.INITIATE),
            met_on=met_on,
            is_booked=pk in booked,
            introduced_by=by,
        )
        for pk, name, given, company, phase, met_on, by in rows
    }


def _referrals(campaign: Campaign) -> list[Referral]:
    rows = ObtainedItem.objects.referrals().filter(campaign=campaign, referred__isnull=False).order_by("day", "pk")
    columns = ("pk", "contact_id", "referred_id", "referral_state", "day", "giver_said", "introduced_on")
    return [
        Referral(
            item_id=pk,
            giver=giver,
            referred=referred,
            state=ReferralState(state),
            day=day,
            said=said,
            introduced_on=introduced_on,
        )
        for pk, giver, referred, state, day, said, introduced_on in rows.values_list(*columns)
    ]


def _follow_ups(campaign: Campaign) -> tuple[dict[int, bool], dict[int, int]]:
    """By referral: whether its giver was told, where that is to be done; and the open waiting on them."""
    kinds = (FollowUpKind.TELL, FollowUpKind.WAITING)
    rows = FollowUp.objects.filter(campaign=campaign, kind__in=kinds, item__referred__isnull=False).order_by("pk")
    told: dict[int, bool] = {}
    waits: dict[int, int] = {}
    for pk, item, kind, status in rows.values_list("pk", "item_id", "kind", "status"):
        if kind == FollowUpKind.TELL:
            told[item or 0] = status != FollowUpStatus.OPEN
        elif status == FollowUpStatus.OPEN:
            waits[item or 0] = pk
    return told, waits


def _givers(people: dict[int, Person], referrals: Iterable[Referral], told: dict[int, bool]) -> list[Giver]:
    """Who introduced, or lent their name; the one who did so most stands first."""
    gave: dict[int, list[Referral]] = defaultdict(list)
    for one in referrals:
        if one.strength is not None and one.state is not ReferralState.PROMISED:
            gave[one.giver].append(one)
    rows = sorted(gave.items(), key=lambda giver: -len(giver[1]))
    return [
        Giver(
            person=people[pk],
            words=came_of_it(
                people[pk].called,
                [
                    Outcome(
                        called=people[one.referred].called,
                        state=one.state,
                        knows=told.get(one.item_id),
                        introduced=one.strength == MADE,
                    )
                    for one in given
                ],
            ),
        )
        for pk, given in rows
    ]
