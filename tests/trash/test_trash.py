"""R16: nothing vanishes. Deleted things wait for thirty days and come back whole."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core import serializers
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail, Note
from contacts.writes.people import add_email, tag_named
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import FollowUp, ObtainedItem
from outcomes.reads.evidence import standing_of, stored_standing
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind
from tests import factories
from trash.models import Deletion
from trash.writes.deleting import purge, throw_away
from trash.writes.restoring import Refused, restore

DAY = factories.DAY


def everything(campaign: Campaign) -> dict[str, list[Any]]:
    """Every row of the campaign, as it would be exported; the trash itself left out."""
    rows: dict[str, list[Any]] = {}
    for model in apps.get_models(include_auto_created=True):
        if model is Deletion or model._meta.app_label not in {"contacts", "meetings", "outcomes", "pitch"}:
            continue
        found = model._base_manager.order_by("pk")
        rows[model._meta.label] = serializers.serialize("python", found)
    return rows


def full_contact(campaign: Campaign) -> Contact:
    """Somebody with one row of everything that can hang on a contact."""
    contact = factories.make_contact(campaign, "Graham Estevane", company="Tillerman Group", linkedin_key="/in/graham")
    add_email(contact, "graham@example.org")
    contact.tags.add(tag_named(campaign, "former boss"))
    factories.make_note(contact)
    factories.make_common_ground(contact)
    factories.make_invitation(contact, answer=Answer.YES)
    meeting = factories.make_meeting(contact)
    factories.make_telling(contact, factories.make_story(campaign), meeting=meeting)
    referred = factories.make_contact(campaign, "Halden Brooks", introduced_by=contact)
    item = factories.make_item(contact, kind=ItemKind.REFERRAL, referred=referred, meeting=meeting)
    touch = factories.make_touch(contact)
    factories.make_follow_up(contact, item=item, meeting=meeting, touch=touch)
    factories.make_item(referred, "Named Graham back", kind=ItemKind.REFERRAL, referred=contact)
    return contact


def test_a_contact_comes_back_with_all_that_hung_on_them(campaign: Campaign) -> None:
    contact = full_contact(campaign)
    before = everything(campaign)

    deletion = throw_away(campaign, contact, "Graham Estevane", DAY)
    assert not Contact.objects.filter(pk=contact.pk).exists()
    assert ObtainedItem.objects.get().referred is None
    restore(deletion)

    assert everything(campaign) == before
    assert not Deletion.objects.exists()


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_deleted_and_restored_in_any_order_is_as_it_was(campaign: Campaign, data: st.DataObject) -> None:
    Contact.objects.all().delete()
    full_contact(campaign)
    before = everything(campaign)
    things: list[Any] = [*Contact.objects.all(), *Meeting.objects.all(), *ObtainedItem.objects.all()]
    chosen = data.draw(st.lists(st.sampled_from(things), unique=True, min_size=1, max_size=4))

    deletions = [
        throw_away(campaign, still_there, "It", DAY)
        for thing in chosen
        if (still_there := type(thing).objects.filter(pk=thing.pk).first())
    ]
    for contact in Contact.objects.all():
        assert stored_standing(contact) == standing_of(contact)
    for deletion in reversed(deletions):
        restore(deletion)

    assert everything(campaign) == before
    Contact.objects.all().delete()


def test_the_standing_follows_a_deleted_meeting(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    factories.make_common_ground(contact)
    meeting = factories.make_meeting(contact)
    contact.refresh_from_db()
    assert (contact.phase, contact.held_count) == ("obtain", 1)

    deletion = throw_away(campaign, meeting, "Meeting", DAY)
    contact.refresh_from_db()
    assert (contact.phase, contact.held_count) == ("initiate", 0)

    restore(deletion)
    contact.refresh_from_db()
    assert (contact.phase, contact.held_count) == ("obtain", 1)


def test_a_meeting_waits_for_the_person_it_belongs_to(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Tove Marrick")
    meeting = throw_away(campaign, factories.make_meeting(contact), "Meeting", DAY)
    person = throw_away(campaign, contact, "Person", DAY)

    with pytest.raises(Refused, match="Restore the contact first"):
        restore(meeting)

    restore(person)
    restore(meeting)
    assert Meeting.objects.get().contact.name == "Tove Marrick"


def test_somebody_with_the_same_profile_is_offered_to_merge_with(client: Client, campaign: Campaign) -> None:
    gone = full_contact(campaign)
    factories.make_invitation(gone)
    deletion = throw_away(campaign, gone, "Graham Estevane", DAY)
    keeper = factories.make_contact(campaign, "G. Estevane", linkedin_key="/in/graham")
    factories.make_invitation(keeper)
    add_email(keeper, "graham@example.org")

    with time_machine.travel(factories.at(DAY, 9)):
        asked = client.post(reverse("deletion_restore", args=[deletion.pk]))
        assert asked.status_code == 422
        assert Deletion.objects.exists()
        client.post(reverse("deletion_restore", args=[deletion.pk]), {"merge": keeper.pk})

    keeper.refresh_from_db()
    assert not Deletion.objects.exists()
    assert (keeper.held_count, keeper.company and keeper.company.name) == (1, "Tillerman Group")
    assert ContactEmail.objects.filter(contact=keeper).count() == 1
    assert Invitation.objects.filter(contact=keeper).count() == 3
    assert Contact.objects.get(name="Halden Brooks").introduced_by == keeper
    assert ObtainedItem.objects.filter(referred=keeper).count() == 1
    assert stored_standing(keeper) == standing_of(keeper)


def test_a_waiting_invitation_is_kept_when_one_waits_already(campaign: Campaign) -> None:
    gone = factories.make_contact(campaign, "Tove", linkedin_key="/in/tove")
    factories.make_invitation(gone)
    deletion = throw_away(campaign, gone, "Tove", DAY)
    keeper = factories.make_contact(campaign, "Tove M.", linkedin_key="/in/tove")
    factories.make_invitation(keeper)

    restore(deletion, into=keeper)

    assert sorted(Invitation.objects.values_list("answer", flat=True)) == [Answer.NO_ANSWER, Answer.WAITING]


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
    assert "1 follow up" in page
    assert "The cup with Graham goes with them" in page
    assert Contact.objects.filter(pk=contact.pk).exists()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("contact_delete", lambda contact: contact),
        ("meeting_delete", lambda contact: factories.make_meeting(contact, status=Status.HELD)),
        ("item_delete", factories.make_item),
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
    for number in range(20):
        throw_away(campaign, factories.make_contact(campaign), f"Person {number}", campaign.owner.today())
        if number in (0, 19):
            with django_assert_num_queries(6):
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
