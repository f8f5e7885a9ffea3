"""Law 3: cups, and how many statements the copies take."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.meeting import Status
from relationships.writes.standing import out_of_step, refresh
from tests import factories

START = date(2026, 9, 21)


def test_a_cup_stays_one_cup_however_often_they_meet(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    factories.make_meeting(contact, day=date(2026, 10, 1))
    factories.make_meeting(contact, day=date(2026, 10, 9))
    factories.make_meeting(factories.make_contact(campaign), status=Status.PLANNED)

    assert list(Contact.objects.cups()) == [contact]
    contact.refresh_from_db()
    assert (contact.held_count, contact.first_held_on) == (2, date(2026, 10, 1))


def test_what_was_before_the_campaign_is_no_cup(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    factories.make_meeting(contact, day=campaign.started_on - timedelta(days=1))
    contact.refresh_from_db()
    assert (contact.held_count, contact.first_held_on) == (0, None)

    factories.make_meeting(contact, day=campaign.started_on)

    contact.refresh_from_db()
    assert (contact.held_count, contact.first_held_on) == (1, campaign.started_on)


def test_many_are_refreshed_in_as_many_statements_as_one(campaign: Campaign) -> None:
    contacts = [factories.make_contact(campaign).pk for _ in range(20)]

    with CaptureQueriesContext(connection) as many:
        refresh(contacts)
    with CaptureQueriesContext(connection) as one:
        refresh(contacts[:1])
    assert len(many) == len(one)


def test_a_copy_that_says_something_else_is_found_and_mended(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    Contact.objects.filter(pk=contact.pk).update(acts_on=START)
    assert list(out_of_step()) == [contact.pk]

    refresh([contact.pk])

    assert not list(out_of_step())
