"""The histories of given people, and their next steps: one plain QuerySet per table, whatever the number of people.

No long texts are read here: the timeline reads those of its one person.
"""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet, Value

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact
from meetings.models import Invitation, Meeting, OpenedMessage, Touch
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from relationships.reads.days_off import days_off_of
from relationships.reads.values import (
    Columns,
    about,
    about_row,
    arranged_meeting,
    given_item,
    named,
    noted_touch,
    open_follow_up,
    opened_message,
    sent_invitation,
)
from relationships.rules.history import History, Moment
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep

OF_A_PERSON: Final = (
    "campaign", "name", "given_name", "joined_on", "known_as", "known_from_before", "left_on", "left_until",
    "not_now_until", "not_for_this", "starred", "never_quiet", "company__is_target",
)  # fmt: skip
"""What a history needs of the contact itself."""

OF_THEIR_CAMPAIGN: Final = ("campaign__started_on", "campaign__owner__time_zone")

IN_COMMON: Final = ""
OPENED: Final = "opened"
"""What stands where a touch has its direction: with a line of common ground, and with a message that was opened."""

Found = dict[int, list[Any]]


def next_steps(campaign: Campaign, contacts: Iterable[int], moment: Moment) -> dict[int, NextStep]:
    """The next step of each of these people of the campaign, by primary key (R21)."""
    return {pk: next_step(history, moment) for pk, history in histories_in(campaign, contacts).items()}


def next_steps_of(people: Iterable[Contact], moment: Moment) -> dict[int, NextStep]:
    """The same for contacts that were read already, with their campaign, its owner and their company."""
    return {pk: next_step(history, moment) for pk, history in histories_of_people(people).items()}


def history_of(contact: Contact) -> History:
    """The history of one person."""
    return histories_of([contact.pk])[contact.pk]


def histories_in(campaign: Campaign, contacts: Iterable[int]) -> dict[int, History]:
    """The histories of these people of one campaign, which was read already with its owner."""
    people = campaign.contacts.filter(pk__in=list(contacts)).order_by()
    rows = people.values_list("pk", *OF_A_PERSON, named=True)  # whole contacts take three times as long
    known = {row.pk: about_row(row, is_at_target=bool(row.company__is_target), campaign=campaign) for row in rows}
    return _histories(known, dict.fromkeys(known, campaign))


def histories_of(contacts: Iterable[int]) -> dict[int, History]:
    """The histories of these people of any campaigns, by primary key."""
    people = Contact.objects.filter(pk__in=list(contacts)).select_related("company", "campaign__owner")
    return histories_of_people(people.only(*OF_A_PERSON, *OF_THEIR_CAMPAIGN).order_by())


def histories_of_people(people: Iterable[Contact]) -> dict[int, History]:
    """The same for contacts that were read already, with their campaign, its owner and their company."""
    read = {person.pk: person for person in people}
    campaigns = {pk: person.campaign for pk, person in read.items()}
    return _histories({pk: about(person) for pk, person in read.items()}, campaigns)


def _histories(people: dict[int, dict[str, Any]], campaigns: dict[int, Campaign]) -> dict[int, History]:
    """Of each of these people, of whom this is known, what the tables hold; and the campaign of each."""
    if not people:
        return {}
    ids = list(people)
    off = days_off_of({campaign.pk for campaign in campaigns.values()})
    zones = {pk: ZoneInfo(campaign.owner.time_zone) for pk, campaign in campaigns.items()}
    meetings, invitations = _meetings(ids, zones), _invitations(ids)
    touches, ground, opened = _touches_ground_and_opened(ids)
    follow_ups, told = _follow_ups(ids)
    given, named_by = _given_and_named_by(ids)
    return {
        pk: History(
            **known,
            days_off=off[campaigns[pk].pk],
            common_ground=tuple(ground[pk]),
            meetings=tuple(meetings[pk]),
            invitations=tuple(invitations[pk]),
            touches=tuple(touches[pk]),
            follow_ups=tuple(follow_ups[pk]),
            told_of_use=pk in told,
            given=tuple(given[pk]),
            named_by=tuple(named_by[pk]),
            opened=tuple(opened[pk]),
        )
        for pk, known in people.items()
    }


def asked_and_met(contact: Contact) -> History:
    """Of one person the invitations and meetings alone."""
    ids, zones = [contact.pk], {contact.pk: ZoneInfo(contact.campaign.owner.time_zone)}
    return History(
        contact_id=contact.pk,
        called=contact.short_name,
        meetings=tuple(_meetings(ids, zones)[contact.pk]),
        invitations=tuple(_invitations(ids)[contact.pk]),
    )


def _by_contact(rows: Iterable[tuple[Any, ...]]) -> Found:
    """What stands behind the contact in each row, by contact."""
    found: Found = defaultdict(list)
    for contact_id, value in rows:
        found[contact_id].append(value)
    return found


def _meetings(ids: list[int], zones: dict[int, ZoneInfo]) -> Found:
    rows = Meeting.objects.filter(contact__in=ids).order_by()
    columns = rows.values_list("contact_id", "pk", "status", "day", "planned_on", "starts_at", named=True)
    in_order = sorted(columns, key=attrgetter("day", "pk"))
    return _by_contact((row.contact_id, arranged_meeting(row, zones[row.contact_id])) for row in in_order)


def _invitations(ids: list[int]) -> Found:
    rows = Invitation.objects.filter(contact__in=ids).order_by()
    columns = rows.values_list(
        "contact_id", "pk", "sent_on", "answer", "answered_on", "reminded_on", "faded_on", named=True
    )
    in_order = sorted(columns, key=attrgetter("sent_on", "pk"))
    return _by_contact((row.contact_id, sent_invitation(row)) for row in in_order)


def _touches_ground_and_opened(ids: list[int]) -> tuple[Found, Found, Found]:
    """Three tables that say the same of themselves, whose and of which day, read at once."""
    said = (
        Touch.objects.filter(contact__in=ids).order_by().values_list("contact_id", "day", "pk", "direction", named=True)
    )
    shared = CommonGround.objects.found().filter(contact__in=ids).order_by()
    opened = OpenedMessage.objects.filter(contact__in=ids).order_by()
    columns = said.union(
        shared.values_list("contact_id", "found_on", "pk", Value(IN_COMMON)),
        opened.values_list("contact_id", "opened_on", "pk", Value(OPENED)),
        all=True,
    )
    in_order: list[Columns] = sorted(columns, key=attrgetter("day", "pk"))
    return (
        _by_contact((row.contact_id, noted_touch(row)) for row in in_order if row.direction not in {IN_COMMON, OPENED}),
        _by_contact((row.contact_id, row.day) for row in in_order if row.direction == IN_COMMON),
        _by_contact((row.contact_id, opened_message(row)) for row in in_order if row.direction == OPENED),
    )


def _follow_ups(ids: list[int]) -> tuple[Found, set[int]]:
    """The open ones, and who was told what became of something they gave."""
    wanted = Q(status=FollowUpStatus.OPEN) | Q(status=FollowUpStatus.DONE, kind=FollowUpKind.TELL)
    rows = FollowUp.objects.filter(wanted, contact__in=ids).order_by()
    columns = rows.values_list("contact_id", "pk", "kind", "text", "due_on", "introduction", "status", named=True)
    in_order = sorted(columns, key=attrgetter("due_on", "pk"))
    found = _by_contact((row.contact_id, open_follow_up(row)) for row in in_order if row.status == FollowUpStatus.OPEN)
    return found, {row.contact_id for row in in_order if row.status == FollowUpStatus.DONE}


def _given_and_named_by(ids: list[int]) -> tuple[Found, Found]:
    """What these people gave, and the referrals that name them: each side walks an index of its own."""
    given = _items(ObtainedItem.objects.filter(contact__in=ids), "contact_id")
    both = given.union(_items(ObtainedItem.objects.filter(referred__in=ids), "referred_id"), all=True)
    rows: list[Columns] = sorted(both, key=attrgetter("day", "pk"))
    return (
        _by_contact((row.whose, given_item(row)) for row in rows if row.side == "contact_id"),
        _by_contact((row.whose, named(row, row.given_name or row.name)) for row in rows if row.side == "referred_id"),
    )


def _items(items: QuerySet[ObtainedItem], side: str) -> QuerySet[ObtainedItem, Columns]:
    return (
        items.order_by()
        .annotate(side=Value(side), whose=F(side), given_name=F("contact__given_name"), name=F("contact__name"))
        .values_list(
            "pk", "side", "whose", "kind", "day", "text", "referral_state", "introduced_on", "given_name", "name",
            named=True,
        )
    )  # fmt: skip
