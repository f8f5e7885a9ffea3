"""The histories of given people, and their next steps: one plain QuerySet per table, whatever the number of people.

No long texts are read here: the timeline reads those of its one person.
"""

from collections.abc import Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

from campaigns.models import Campaign
from contacts.models import Contact
from relationships.reads.days_off import days_off_of
from relationships.reads.history_rows import (
    AGREED,
    IN_COMMON,
    NO_TOUCHES,
    OPENED,
    days_of_four_tables,
    follow_ups_of,
    given_and_named_by,
    invitations_of,
    meetings_of,
)
from relationships.reads.values import about, about_row, noted_touch, opened_message
from relationships.rules.history import History, Moment
from relationships.rules.next_step import next_step
from relationships.rules.steps import NextStep

OF_A_PERSON: Final = (
    "campaign", "name", "given_name", "joined_on", "known_as", "known_from_before", "left_on", "left_until",
    "not_now_until", "not_for_this", "starred", "never_quiet", "ask_next_time", "company__is_target",
)  # fmt: skip
"""What a history needs of the contact itself."""

OF_THEIR_CAMPAIGN: Final = ("campaign__started_on", "campaign__owner__time_zone")


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
    meetings, invitations = meetings_of(ids, zones), invitations_of(ids)
    days = days_of_four_tables(ids)
    follow_ups, told = follow_ups_of(ids)
    given, named_by = given_and_named_by(ids)
    return {
        pk: History(
            **known,
            days_off=off[campaigns[pk].pk],
            common_ground=tuple(row.day for row in days[pk] if row.direction == IN_COMMON),
            meetings=tuple(meetings[pk]),
            invitations=tuple(invitations[pk]),
            touches=tuple(noted_touch(row) for row in days[pk] if row.direction not in NO_TOUCHES),
            follow_ups=tuple(follow_ups[pk]),
            told_of_use=pk in told,
            given=tuple(given[pk]),
            named_by=tuple(named_by[pk]),
            agreed_encounters=tuple(row.day for row in days[pk] if row.direction == AGREED),
            opened=tuple(opened_message(row) for row in days[pk] if row.direction == OPENED),
        )
        for pk, known in people.items()
    }


def asked_and_met(contact: Contact) -> History:
    """Of one person the invitations and meetings alone."""
    ids, zones = [contact.pk], {contact.pk: ZoneInfo(contact.campaign.owner.time_zone)}
    return History(
        contact_id=contact.pk,
        called=contact.short_name,
        meetings=tuple(meetings_of(ids, zones)[contact.pk]),
        invitations=tuple(invitations_of(ids)[contact.pk]),
    )
