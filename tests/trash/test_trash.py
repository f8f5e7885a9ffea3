"""R16: nothing vanishes. Deleted things wait for thirty days and come back whole."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail, Note
from contacts.writes.people import add_email, index_contacts
from meetings.models import Invitation, Meeting, Touch
from outcomes.models import ObtainedItem
from relationships.writes.standing import out_of_step
from tests import factories
from tests.trash.everything import everything, full_contact
from trash.models import Deletion
from trash.writes.deleting import throw_away
from trash.writes.restoring import Refused, restore

DAY = factories.DAY


def test_a_contact_comes_back_with_all_that_hung_on_them(campaign: Campaign) -> None:
    contact = full_contact(campaign)
    before = everything(campaign)

    deletion = throw_away(campaign, contact, "Graham Estevane", DAY)
    assert not Contact.objects.filter(pk=contact.pk).exists()
    assert ObtainedItem.objects.get().referred is None
    restore(deletion)

    assert everything(campaign) == before
    assert not Deletion.objects.exists()


def test_what_is_gone_is_looked_for_in_the_own_trash_only(campaign: Campaign, other_campaign: Campaign) -> None:
    note = factories.make_note(factories.make_contact(campaign))
    gone = Note.objects.get(pk=note.pk)
    own = throw_away(campaign, note, "A note", DAY)
    assert throw_away(campaign, gone, "A note", DAY) == own

    Deletion.objects.update(campaign=other_campaign)
    with pytest.raises(Deletion.DoesNotExist):
        throw_away(campaign, gone, "A note", DAY)


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_deleted_and_restored_in_any_order_is_as_it_was(campaign: Campaign, data: st.DataObject) -> None:
    Contact.objects.all().delete()
    full_contact(campaign)
    before = everything(campaign)
    kinds: list[Any] = [Contact, Meeting, ObtainedItem, Touch, Invitation]
    things: list[Any] = [row for kind in kinds for row in kind.objects.all()]
    chosen = data.draw(st.lists(st.sampled_from(things), unique=True, min_size=1, max_size=4))

    deletions = [
        throw_away(campaign, still_there, "It", DAY)
        for thing in chosen
        if (still_there := type(thing).objects.filter(pk=thing.pk).first())
    ]
    assert list(out_of_step()) == []
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
    assert list(out_of_step()) == []


def test_whose_words_were_deleted_before_they_were_marked_are_found_in_the_network_again(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Noor Haddad")
    index_contacts([contact])
    deletion = throw_away(campaign, contact, "Noor Haddad", DAY)
    for row in deletion.rows:
        row["fields"].pop("in_network", None)
    deletion.save()

    restore(deletion)

    assert set(campaign.search_words.values_list("in_network", flat=True)) == {True}
