"""What happened in a campaign of a known size: meetings, messages, invitations, what was given, what is due."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact, Note
from meetings.models import Invitation, Meeting, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.purpose import PurposeKind
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind

AT_ONCE = 2000


@dataclass(frozen=True)
class Size:
    network: int
    address_book: int
    meetings: int
    follow_ups: int


def add_evidence(campaign: Campaign, network: list[Contact], size: Size, chance: random.Random, today: date) -> None:
    def before(days: int) -> date:
        return today - timedelta(days=chance.randrange(1, days))

    met = network[: len(network) * 2 // 3]
    meetings = [
        Meeting(
            campaign=campaign,
            contact=met[n % len(met)],
            status=Status.HELD.value,
            day=(day := before(200)),
            logged_on=day,
            remember="We talked about late lines and planners.",
        )
        for n in range(size.meetings - 3)
    ]
    now = timezone.now()
    meetings += [
        Meeting(
            campaign=campaign,
            contact=network[-n - 1],
            status=Status.PLANNED.value,
            planned_on=today,
            purpose_kind=PurposeKind.PATH.value,
            day=(now + timedelta(days=n)).date(),
            starts_at=now + timedelta(days=n, hours=1),
        )
        for n in range(3)
    ]
    made = Meeting.objects.bulk_create(meetings, AT_ONCE)
    CommonGround.objects.bulk_create(
        [CommonGround(campaign=campaign, contact=row, text="Night shifts", found_on=before(150)) for row in met[::2]],
        AT_ONCE,
    )
    ObtainedItem.objects.bulk_create(
        [
            ObtainedItem(
                campaign=campaign,
                contact=row.contact,
                meeting=row,
                day=row.day,
                kind=ItemKind.ADVICE.value,
                text="Open with late deliveries",
            )
            for row in made[: size.meetings // 2]
            if row.status == Status.HELD.value
        ],
        AT_ONCE,
    )
    Touch.objects.bulk_create(
        [Touch(campaign=campaign, contact=network[n % len(network)], day=before(200)) for n in range(size.meetings)],
        AT_ONCE,
    )
    Note.objects.bulk_create([Note(campaign=campaign, contact=row, day=before(100), text="Canal boats") for row in met])
    Invitation.objects.bulk_create([_invitation(row, n, chance, today) for n, row in enumerate(network[::2])], AT_ONCE)
    kinds = [FollowUpKind.ACTION.value, FollowUpKind.PROMISE.value, FollowUpKind.WAITING.value]
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                campaign=campaign,
                contact=network[n % len(network)],
                kind=kinds[n % 3],
                text="Send the summary",
                status="open" if n % 3 == 0 else "done",
                closed_on=None if n % 3 == 0 else today,
                due_on=today + timedelta(days=chance.randrange(-5, 60)),
                created_on=today - timedelta(days=10),
            )
            for n in range(size.follow_ups)
        ],
        AT_ONCE,
    )
    rich = network[0]
    Touch.objects.bulk_create([Touch(campaign=campaign, contact=rich, day=before(200)) for _ in range(60)])


def _invitation(contact: Contact, number: int, chance: random.Random, today: date) -> Invitation:
    """Each twentieth waits; the others said yes, and it is long enough ago that nothing is left to agree on."""
    if number % 20 == 0:
        return Invitation(
            campaign=contact.campaign, contact=contact, sent_on=today - timedelta(chance.randrange(1, 12))
        )
    day = today - timedelta(days=chance.randrange(30, 150))
    answer = Answer.YES.value
    return Invitation(campaign=contact.campaign, contact=contact, sent_on=day, answer=answer, answered_on=day)
