"""A history written into the database, row by row, as the pages would have left it."""

from typing import Any

from campaigns.models import Campaign, Pause
from campaigns.rules.progress import PauseKind
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.leaving import LeftBecause
from contacts.writes.people import index_contacts
from meetings.models import Meeting
from meetings.rules.meeting import Status
from meetings.rules.purpose import PurposeKind
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, UsedAs
from relationships.rules.history import ArrangedMeeting, GivenItem, History, NamedBy
from relationships.writes.standing import refresh, refresh_network
from tests import event_factories, factories


def write_history(campaign: Campaign, history: History, name: str) -> Contact:
    """Somebody of this name with all that the history says."""
    contact = factories.make_contact(campaign, name, **_person(campaign, history))
    for day in history.common_ground:
        factories.make_common_ground(contact, found_on=day)
    for meeting in history.meetings:
        _write_meeting(contact, meeting)
    for one in history.invitations:
        factories.make_invitation(
            contact,
            answer=one.answer,
            sent_on=one.sent_on,
            answered_on=one.answered_on,
            reminded_on=one.reminded_on,
            faded_on=one.faded_on,
        )
    for touch in history.touches:
        factories.make_touch(contact, day=touch.day, direction=touch.direction)
    for message in history.opened:
        factories.make_opened(contact, opened_on=message.opened_on)
    for follow_up in history.follow_ups:
        factories.make_follow_up(
            contact,
            f"{follow_up.what} for {name}",
            kind=follow_up.kind,
            due_on=follow_up.due,
            introduction=follow_up.is_introduction,
            created_on=follow_up.noted_on,
        )
    if history.told_of_use:
        day = history.campaign_started_on
        factories.make_follow_up(contact, kind=FollowUpKind.TELL, status=FollowUpStatus.DONE, closed_on=day)
    _write_given(contact, history)
    for day in history.agreed_encounters:
        event_factories.make_encounter(contact, day=day)
    index_contacts([contact])
    refresh([contact.pk])
    contact.refresh_from_db()
    return contact


def set_days_off(campaign: Campaign, history: History) -> None:
    """The campaign's own days off: what a history says of them holds for everybody."""
    Pause.objects.filter(campaign=campaign).delete()
    for first, last in history.days_off.stretches:
        Pause.objects.create(campaign=campaign, kind=PauseKind.OFF, from_day=first, to_day=last)
    refresh_network(campaign)


def _person(campaign: Campaign, history: History) -> dict[str, Any]:
    return {
        "joined_on": history.joined_on,
        "joined_because": JoinedBecause.SAID_SO if history.joined_on else "",
        "known_as": history.known_as or "",
        "known_from_before": history.known_since,
        "left_on": history.left_on,
        "left_because": LeftBecause.WAIT if history.left_on else "",
        "left_until": history.left_until,
        "not_now_until": history.not_now_until,
        "not_for_this": history.not_for_this,
        "starred": history.starred,
        "never_quiet": history.never_quiet,
        "company": factories.make_company(campaign, "Greenlow", is_target=True) if history.at_target else None,
    }


def _write_meeting(contact: Contact, meeting: ArrangedMeeting) -> None:
    Meeting.objects.create(
        campaign=contact.campaign,
        contact=contact,
        status=meeting.status,
        day=meeting.day,
        starts_at=meeting.starts_at,
        planned_on=meeting.planned_on,
        purpose_kind=PurposeKind.ACQUAINT if meeting.planned_on else "",
        logged_on=meeting.day if meeting.status is Status.HELD else None,
    )


def _write_given(contact: Contact, history: History) -> None:
    for item in history.given:
        _write_item(contact, item)
    for number, named in enumerate(history.named_by):
        _write_referral(contact.campaign, contact, named, f"{named.giver} {contact.name} {number}")


def _write_item(contact: Contact, item: GivenItem) -> None:
    is_used, waits = item.used_as is not None, item.to_use_on is None and item.used_as is None
    is_finding = waits and item.kind is not ItemKind.REFERRAL
    factories.make_item(
        contact,
        item.what,
        kind=item.kind,
        day=item.day,
        referral_state=item.referral_state or "",
        used_as=UsedAs.OTHERWISE if is_used else "",
        used_on=item.day if is_used else None,
        question=event_factories.make_question(contact.campaign) if is_finding else None,
        put_off_until=item.to_use_on if item.to_use_on != item.day else None,
    )


def _write_referral(campaign: Campaign, contact: Contact, named: NamedBy, giver: str) -> None:
    factories.make_item(
        factories.make_contact(campaign, giver, joined_on=None, given_name=named.giver),
        kind=ItemKind.REFERRAL,
        referred=contact,
        referral_state=named.state,
        introduced_on=named.introduced_on,
    )
