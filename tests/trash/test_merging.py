"""R16: restoring into somebody who is there by now loses nothing of either, and makes one of what both had."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from campaigns.models import Campaign
from contacts.models import Contact, ContactLink, ContactPhone, SearchWord
from contacts.rules.field_kinds import Merged
from contacts.rules.fields import FIELDS
from contacts.writes.people import add_email, index_contacts, tag_named
from meetings.models import Encounter, Invitation
from meetings.rules.asking import Answer
from meetings.rules.events import EncounterAnswer
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import ItemKind
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.writes.encounters import in_step
from relationships.writes.inviting import answer
from relationships.writes.standing import out_of_step
from tests import factories
from tests.contacts.everything_known import known_in_full
from tests.event_factories import make_encounter, make_event
from trash.writes.deleting import throw_away
from trash.writes.restoring import restore

DAY = factories.DAY
MERGED = [
    column.attname
    for field in FIELDS
    if field.merged is not Merged.NEVER
    for column in Contact._meta.concrete_fields
    if column.name == field.name
]


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel(factories.at(DAY, 9), tick=False):
        yield


def stored(pk: int) -> dict[str, Any]:
    return dict(Contact.objects.filter(pk=pk).values().get())


def test_a_contact_of_whom_everything_is_known_comes_back_as_they_were(campaign: Campaign) -> None:
    contact = known_in_full(campaign)
    before = stored(contact.pk)

    restore(throw_away(campaign, contact, "Graham", DAY))

    assert stored(before["id"]) == before
    assert all(before[name] for name in MERGED)  # nothing was left empty


def test_who_was_met_at_an_event_under_two_names_was_met_there_once(campaign: Campaign) -> None:
    gone, keeper, event = factories.make_contact(campaign), factories.make_contact(campaign), make_event(campaign)
    make_encounter(keeper, event, answer="")
    in_step(make_encounter(gone, event), DAY, shared="Hops")

    restore(throw_away(campaign, gone, "Tove", DAY), into=keeper)

    met = Encounter.objects.get()
    assert (met.contact, met.answer, str(met.shared)) == (keeper, EncounterAnswer.AGREED, "Hops")
    assert FollowUp.objects.open().get().contact == keeper
    assert list(out_of_step()) == []


def test_nobody_is_left_poorer_by_coming_back_into_a_namesake(campaign: Campaign) -> None:
    gone = known_in_full(campaign)
    before = stored(gone.pk)
    deletion = throw_away(campaign, gone, "Graham", DAY)
    keeper = factories.make_contact(campaign, "Graham Estevane", joined_on=None, linkedin_key="/in/graham")

    restore(deletion, into=keeper)

    after = stored(keeper.pk)
    assert {name: after[name] for name in MERGED} == {name: before[name] for name in MERGED} | {"version": 5}
    assert not keeper.notes.exists()
    assert list(out_of_step()) == []


def test_what_both_say_differently_is_kept_in_a_note(campaign: Campaign) -> None:
    gone = known_in_full(campaign, name="G. Estevane")
    deletion = throw_away(campaign, gone, "Graham", DAY)
    keeper = factories.make_contact(
        campaign,
        "Graham Estevane",
        company="Northgate",
        position="Buyer",
        birth_day=29,
        birth_month=2,
        known_from_before=date(2009, 1, 1),
        starred=True,
    )

    restore(deletion, into=keeper)

    after = Contact.objects.get(pk=keeper.pk)
    assert (after.name, after.position, after.birth_year) == ("Graham Estevane", "Buyer", 1960)
    assert (after.left_on, after.joined_on) == (None, date(2026, 9, 22))
    assert keeper.notes.get().text.splitlines()[1:] == [
        "Name: G. Estevane",
        "Company: Tillerman Group",
        "Known since: 4 May 2019",
        "Position: Some position",
    ]


def test_what_both_have_stands_once_and_fills_up(campaign: Campaign) -> None:
    def known(name: str, label: str) -> Contact:
        contact = factories.make_contact(campaign, name)
        of_contact = {"campaign": campaign, "contact": contact}
        add_email(contact, "graham@example.org")
        ContactPhone.objects.create(**of_contact, number="01632 960 118", label=label)
        ContactLink.objects.create(**of_contact, url="https://example.org/graham")
        contact.tags.add(tag_named(campaign, "former boss"), tag_named(campaign, name))
        factories.make_meeting(contact)
        index_contacts([contact])
        return contact

    deletion = throw_away(campaign, known("Graham", "Work"), "Graham", DAY)
    keeper = known("Gray", "")

    restore(deletion, into=keeper)

    keeper.refresh_from_db()
    assert (keeper.emails.count(), keeper.links.count()) == (1, 1)
    assert keeper.phones.get().label == "Work"
    assert {tag.name for tag in keeper.tags.all()} == {"former boss", "Graham", "Gray"}
    assert (keeper.held_count, Contact.objects.cups().count()) == (2, 1)
    assert [word.word for word in SearchWord.objects.all()] == ["gray"]


@pytest.mark.parametrize(("gone_asked", "keeper_asked"), [(0, 5), (5, 0), (3, 3)])
def test_of_two_waiting_invitations_the_earlier_was_not_answered(
    campaign: Campaign, gone_asked: int, keeper_asked: int
) -> None:
    gone = factories.make_contact(campaign, "Tove", linkedin_key="/in/tove")
    factories.make_invitation(gone, sent_on=DAY - timedelta(days=gone_asked))
    deletion = throw_away(campaign, gone, "Tove", DAY)
    keeper = factories.make_contact(campaign, "Tove M.", linkedin_key="/in/tove")
    factories.make_invitation(keeper, sent_on=DAY - timedelta(days=keeper_asked))

    restore(deletion, into=keeper)

    earlier, later = Invitation.objects.order_by("sent_on", "answer")
    assert (earlier.answer, earlier.answered_on, later.answer) == (Answer.NO_ANSWER, later.sent_on, Answer.WAITING)


@pytest.mark.parametrize("said", [Answer.WAITING, Answer.LATER, Answer.YES])
@pytest.mark.parametrize("gone_said_no", [True, False])
def test_who_said_no_as_one_of_the_two_said_it_as_both(campaign: Campaign, said: Answer, gone_said_no: bool) -> None:
    """Whatever the other one had been asked before that no, and later than what was answered with it."""

    def known(name: str, *, said_no: bool, key: str = "") -> Contact:
        contact = factories.make_contact(campaign, name, linkedin_key=key)
        row = factories.make_invitation(contact, sent_on=DAY - timedelta(days=20 if said_no else 10))
        answer(row, Answer.NO if said_no else said, today=DAY if said_no else DAY - timedelta(days=9), later_on=DAY)
        return contact

    deletion = throw_away(campaign, known("Tove", said_no=gone_said_no, key="/in/tove"), "Tove", DAY)
    keeper = known("Tove M.", said_no=not gone_said_no)

    restore(deletion, into=keeper)

    for day in (DAY, DAY + timedelta(days=30)):
        step = next_steps(campaign, [keeper.pk], Moment(today=day, now=factories.at(day, 9)))[keeper.pk]
        assert step.words.startswith("Tove said no ")
    assert list(out_of_step()) == []


def test_who_named_each_other_names_nobody_as_one(campaign: Campaign) -> None:
    gone = factories.make_contact(campaign, "Tove", linkedin_key="/in/tove")
    keeper = factories.make_contact(campaign, "Tove M.", introduced_by=gone)
    factories.make_item(gone, kind=ItemKind.REFERRAL, referred=keeper)
    factories.make_item(keeper, kind=ItemKind.REFERRAL, referred=gone)

    restore(throw_away(campaign, gone, "Tove", DAY), into=keeper)

    keeper.refresh_from_db()
    assert keeper.introduced_by is None
    assert [item.referred for item in ObtainedItem.objects.filter(contact=keeper)] == [None, None]
