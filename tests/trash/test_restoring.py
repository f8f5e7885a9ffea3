"""R16: what was deleted comes back whatever became of the rest meanwhile, and everybody concerned follows (law 3)."""

from datetime import timedelta

import pytest

from campaigns.models import Campaign, Pause
from contacts.models import Contact
from outcomes.rules.items import ItemKind
from relationships.writes.editing import back_to_address_book
from relationships.writes.standing import out_of_step
from tests import factories
from tests.trash.everything import full_contact
from trash.models import Deletion
from trash.writes.deleting import throw_away
from trash.writes.restoring import Refused, restore

DAY = factories.DAY


def test_a_snapshot_of_an_older_release_comes_back(campaign: Campaign) -> None:
    contact = full_contact(campaign)
    deletion = throw_away(campaign, contact, "Graham Estevane", DAY)
    for row in deletion.rows:
        row["fields"]["a_field_of_old"] = "gone since"
    deletion.rows.append({"model": "contacts.favour", "pk": 1, "fields": {}})
    deletion.cleared += [["contacts.contact", 1, "a_field_of_old", 1], ["contacts.favour", 1, "contact", 1]]
    deletion.save()

    restore(deletion)

    assert Contact.objects.get(name="Graham Estevane").held_count == 1


def test_a_tag_that_is_gone_for_good_does_not_hold_the_person_back(campaign: Campaign) -> None:
    contact = full_contact(campaign)
    deletion = throw_away(campaign, contact, "Graham Estevane", DAY)
    campaign.tags.all().delete()

    restore(deletion)

    assert not Contact.objects.get(name="Graham Estevane").tags.exists()


def test_only_what_is_in_the_own_trash_can_be_restored_first(campaign: Campaign, other_campaign: Campaign) -> None:
    contact, story = factories.make_contact(campaign, "Graham Estevane"), factories.make_story(campaign)
    factories.make_telling(contact, story)
    deletion = throw_away(campaign, contact, "Graham Estevane", DAY)
    of_story = throw_away(campaign, story, "Story", DAY)
    with pytest.raises(Refused, match="Restore the story first"):
        restore(deletion)

    Deletion.objects.filter(pk=of_story.pk).update(campaign=other_campaign)
    restore(deletion)

    assert not Contact.objects.get(name="Graham Estevane").tellings.exists()


def test_a_company_that_was_made_anew_is_not_made_twice(campaign: Campaign) -> None:
    deletion = throw_away(campaign, factories.make_company(campaign, "Northgate"), "Company: Northgate", DAY)
    factories.make_company(campaign, "northgate")

    with pytest.raises(Refused, match="The same stands there by now: Company: Northgate"):
        restore(deletion)
    assert Deletion.objects.exists()


def test_a_skill_comes_back_to_its_stories(campaign: Campaign) -> None:
    skill = factories.make_skill(campaign)
    story = factories.make_story(campaign, skill=skill)

    restore(throw_away(campaign, skill, "Skill", DAY))

    story.refresh_from_db()
    assert story.skill == campaign.skills.get()


def test_who_is_named_by_what_was_deleted_follows(campaign: Campaign) -> None:
    giver, named = factories.make_contact(campaign), factories.make_contact(campaign)
    item = factories.make_item(giver, kind=ItemKind.REFERRAL, referred=named)
    factories.refreshed(named)

    deletion = throw_away(campaign, item, "It", DAY)
    assert list(out_of_step()) == []
    restore(deletion)
    assert list(out_of_step()) == []


def test_what_was_recorded_brings_back_into_the_network(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign)
    deletion = throw_away(campaign, factories.make_meeting(contact), "It", DAY)
    back_to_address_book(contact)

    restore(deletion)

    contact.refresh_from_db()
    assert (contact.joined_because, contact.held_count) == ("meeting", 1)


def test_days_off_that_go_and_come_back_are_evidence_for_everybody(campaign: Campaign) -> None:
    pause = Pause.objects.create(campaign=campaign, from_day=DAY, to_day=DAY + timedelta(days=20))
    factories.make_invitation(factories.make_contact(campaign))

    deletion = throw_away(campaign, pause, "Pause", DAY)
    assert list(out_of_step()) == []
    restore(deletion)
    assert list(out_of_step()) == []
