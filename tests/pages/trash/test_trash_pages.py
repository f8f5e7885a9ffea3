"""The pages of the trash: what goes with it is said before, and the way back stands beside it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from campaigns.models import Campaign
from contacts.models import Contact, Note
from meetings.rules.meeting import Status
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.trash.everything import everything, full_contact
from trash.models import Deletion
from trash.writes.deleting import purge, throw_away

DAY = factories.DAY


def test_after_thirty_days_it_is_gone_for_good(client: Client, campaign: Campaign) -> None:
    throw_away(campaign, factories.make_contact(campaign), "Long ago", DAY)
    throw_away(campaign, factories.make_contact(campaign), "Thirty days ago", DAY + timedelta(days=1))

    with time_machine.travel(factories.at(DAY + timedelta(days=31), 9)):
        page = client.get(reverse("trash")).content.decode()

    assert "Long ago" not in page
    assert "Thirty days ago" in page
    assert Deletion.objects.count() == 1


def test_purging_spares_what_is_thirty_days_old(campaign: Campaign) -> None:
    throw_away(campaign, factories.make_contact(campaign), "It", DAY)

    assert purge(DAY + timedelta(days=30)) == 0
    assert purge(DAY + timedelta(days=31)) == 1


def test_what_goes_with_a_contact_is_said_before(client: Client, campaign: Campaign) -> None:
    contact = full_contact(campaign)

    page = client.get(reverse("contact_delete", args=[contact.pk])).content.decode()

    assert "1 meeting" in page
    assert "1 follow-up<" in page
    assert "1 story or pitch told<" in page
    assert "1 touch<" in page
    assert "1 e-mail address<" in page
    assert "The cup with Graham goes with them" in page
    assert Contact.objects.filter(pk=contact.pk).exists()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("contact_delete", lambda contact: contact),
        ("meeting_delete", lambda contact: factories.make_meeting(contact, status=Status.HELD)),
        ("item_delete", factories.make_item),
        ("touch_delete", factories.make_touch),
    ],
)
def test_deleting_offers_the_way_back(
    client: Client, campaign: Campaign, name: str, make: Callable[[Contact], Model]
) -> None:
    thing = make(factories.make_contact(campaign, "Felix Hart"))
    before = everything(campaign)
    model = type(thing)

    with time_machine.travel(factories.at(DAY, 9)):
        client.post(reverse(name, args=[thing.pk]))
        assert not model._base_manager.filter(pk=thing.pk).exists()
        client.post(reverse("deletion_restore", args=[Deletion.objects.get().pk]))

    assert everything(campaign) == before


def test_the_list_takes_the_same_queries_for_one_and_for_twenty(
    client: Client, campaign: Campaign, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.make_contact(campaign)
    client.get("/")  # chooses the rows of the day, once
    for number in range(20):
        throw_away(campaign, factories.make_contact(campaign), f"Person {number}", campaign.owner.today())
        if number in (0, 19):
            with django_assert_num_queries(8):
                client.get(reverse("trash"))


def test_notes_and_follow_ups_of_others_stay(campaign: Campaign) -> None:
    other = factories.make_contact(campaign)
    factories.make_note(other)
    factories.make_follow_up(other, kind=FollowUpKind.PROMISE)

    throw_away(campaign, factories.make_contact(campaign), "It", DAY)

    assert (Note.objects.count(), FollowUp.objects.count()) == (1, 1)


def test_a_note_and_what_is_shared_can_be_brought_back(client: Client, campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    note, ground = factories.make_note(contact), factories.make_common_ground(contact)
    before = everything(campaign)

    client.post(reverse("note_delete", args=[note.pk]))
    client.post(reverse("ground_remove", args=[ground.pk]))
    assert everything(campaign) != before
    for deletion in Deletion.objects.all():
        client.post(reverse("deletion_restore", args=[deletion.pk]))

    assert everything(campaign) == before


@pytest.mark.parametrize("what", [lambda contact: contact, factories.make_note, factories.make_meeting])
def test_restoring_twice_leads_where_the_first_press_led(
    client: Client, campaign: Campaign, what: Callable[[Contact], Model]
) -> None:
    contact = factories.make_contact(campaign)
    theirs = contact.get_absolute_url()
    address = reverse("deletion_restore", args=[throw_away(campaign, what(contact), "It", campaign.owner.today()).pk])

    first, second = client.post(address), client.post(address)

    assert first["Location"] == second["Location"] == theirs


def test_where_restoring_led_is_known_to_who_restored_it(client: Client, stranger: Client, campaign: Campaign) -> None:
    deletion = throw_away(campaign, factories.make_contact(campaign), "It", campaign.owner.today())
    address = reverse("deletion_restore", args=[deletion.pk])
    client.post(address)

    assert stranger.post(address)["Location"] == reverse("trash")
