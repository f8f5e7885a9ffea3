"""R18: the invitation stands ready, composed from what is stored; what the user wrote instead is not lost."""

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail
from meetings.rules.asking import Answer
from meetings.rules.touch import Matter
from outcomes.rules.due import FollowUpKind
from tests import factories
from tests.pages.screens import unmarked

pytestmark = [pytest.mark.usefixtures("monday"), pytest.mark.of_the_pages]


@pytest.fixture(autouse=True)
def stands(campaign: Campaign) -> None:
    campaign.situation, campaign.situation_words = "ended", "October"
    campaign.worked_at = "Greenlow, 2009 to 2016"
    campaign.save()


def posted(**fields: str) -> dict[str, str]:
    return {
        "purpose_kind": "path", "purpose": "", "ask_kind": "view", "ask": "", "channel": "mail",
        "sent_on": factories.DAY.isoformat(), "message": "", **fields,
    }  # fmt: skip


def invite(client: Client, contact: Contact, **fields: str) -> str:
    address = reverse("invite", args=[contact.pk])
    answer = client.post(address, posted(**fields)) if fields else client.get(address)
    return unmarked(answer.content.decode())


def message_in(page: str) -> str:
    return page.split('name="message"')[1].partition(">")[2].partition("</textarea>")[0].strip()


def test_the_invitation_stands_ready(client: Client, tove: Contact) -> None:
    page = invite(client, tove)

    assert "My job ended in October." in message_in(page)
    assert "300 characters" in page


def test_an_employer_of_both_is_its_first_line(client: Client, tove: Contact) -> None:
    tove.company = factories.make_company(tove.campaign, "Greenlow Foods")
    tove.save()

    assert "We both worked at Greenlow: I was there from 2009 to 2016." in message_in(invite(client, tove))


def test_it_is_written_anew_for_another_ask(client: Client, tove: Contact) -> None:
    composed = message_in(invite(client, tove))

    page = invite(
        client, tove, ask="Which plant would you visit?", change="compose", message=composed, composed=composed
    )

    assert "Which plant would you visit?" in message_in(page)
    assert "What you had written before" not in page
    assert not tove.invitations.exists()


def test_words_of_ones_own_stay_beside_the_new_ones(client: Client, tove: Contact) -> None:
    page = invite(client, tove, change="compose", message="Dear Tove, mine", composed="Dear Tove,")

    assert "Dear Tove, mine" not in message_in(page)
    assert "What you had written before" in page
    assert "Dear Tove, mine" in page


def test_words_of_ones_own_are_not_replaced_unasked(client: Client, tove: Contact) -> None:
    address = reverse("invite", args=[tove.pk])

    mine = client.post(address, posted(change="recompose", message="Dear Tove, mine", composed="Dear Tove,"))
    theirs = client.post(address, posted(change="recompose", message="Dear\r\nTove,", composed="Dear Tove,"))

    assert mine.status_code == 204
    assert "My job ended in October." in message_in(theirs.content.decode())


def test_a_refused_form_keeps_what_was_written(client: Client, tove: Contact) -> None:
    page = invite(client, tove, sent_on="2030-01-01", message="Dear Tove, mine")

    assert message_in(page) == "Dear Tove, mine"


def test_it_opens_where_they_can_be_reached(client: Client, tove: Contact) -> None:
    ContactEmail.objects.create(
        campaign=tove.campaign, contact=tove, address="tove@example.com", key="tove@example.com"
    )

    assert "mailto:tove@example.com?subject=" in invite(client, tove)


def test_the_profile_of_an_import_opens_too(client: Client, tove: Contact) -> None:
    Contact.objects.filter(pk=tove.pk).update(linkedin_key="/in/tove-marrick")

    assert 'data-opens="https://www.linkedin.com/in/tove-marrick"' in invite(client, tove)


def test_what_is_sent_is_kept(client: Client, tove: Contact) -> None:
    invite(client, tove, message="Dear Tove, mine")

    assert tove.invitations.get().message == "Dear Tove, mine"


def write(client: Client, contact: Contact, pk: int, **fields: str) -> str:
    address = f"{reverse('contact_touch', args=[contact.pk])}?follow_up={pk}"
    return unmarked((client.post(address, fields) if fields else client.get(address)).content.decode())


def text_in(page: str) -> str:
    return page.split('name="text"')[1].partition(">")[2].partition("</textarea>")[0].strip()


def test_thanks_stand_ready_and_are_kept(client: Client, tove: Contact) -> None:
    meeting = factories.make_meeting(tove, day=factories.DAY)
    factories.make_item(tove, text="Begin with the library", meeting=meeting)
    thanks = factories.make_follow_up(tove, kind=FollowUpKind.THANK_YOU, text="Thank Tove", due_on=factories.DAY)

    assert "What I keep from it: “Begin with the library”." in text_in(write(client, tove, thanks.pk))

    write(
        client, tove, thanks.pk, person=tove.name, person_id=str(tove.pk), day=factories.DAY.isoformat(),
        direction="sent", channel="mail", matter="thank", text="Thank you, Tove", follow_up=str(thanks.pk),
    )  # fmt: skip
    thanks.refresh_from_db()
    touch = tove.touches.get()
    assert (touch.text, touch.matter, thanks.status) == ("Thank you, Tove", Matter.THANK, "done")


def test_news_are_about_the_item_that_was_used(client: Client, tove: Contact) -> None:
    used = factories.make_item(tove, text="Leave out the list of courses")
    factories.make_item(tove, text="Something later")
    tell = factories.make_follow_up(tove, kind=FollowUpKind.TELL, text="Tell Tove", due_on=factories.DAY, item=used)

    assert "you told me: “Leave out the list of courses”." in text_in(write(client, tove, tell.pk))


def test_what_the_user_wanted_to_do_is_in_their_own_words(client: Client, tove: Contact) -> None:
    action = factories.make_follow_up(tove, text="Send the article", due_on=factories.DAY)

    assert 'value="Send the article"' in write(client, tove, action.pk)


def test_the_reminder_asks_once_more_and_is_kept(client: Client, tove: Contact) -> None:
    invitation = factories.make_invitation(tove, sent_on=factories.DAY, ask="Which plant would you visit?")

    page = invite(client, tove)
    assert "Once more, in case this got lost. Which plant would you visit?" in text_in(page)

    client.post(reverse("invitation_remind", args=[invitation.pk]), {"text": "Once more, Tove"})
    assert tove.touches.get().text == "Once more, Tove"


@pytest.mark.parametrize(
    ("kind", "says", "matter"),
    [
        ("reply", "Wednesday 25 November at 10:00, or Friday 27 November at 16:00", "other"),
        ("thank_no", "Thank you for answering.", "thank"),
        ("news", "I only have some news.", "other"),
        ("blurb", "is looking for this position", "other"),
    ],
)
def test_what_the_address_asks_for_stands_ready(
    client: Client, tove: Contact, kind: str, says: str, matter: str
) -> None:
    Campaign.objects.update(position="Head of supply planning")

    page = client.get(reverse("contact_touch", args=[tove.pk]), {"write": kind})

    assert says in text_in(unmarked(page.content.decode()))
    assert page.context["form"]["matter"].value() == matter


def test_a_yes_leads_to_the_reply(client: Client, campaign: Campaign) -> None:
    ada = factories.make_contact(campaign, "Ada")
    factories.make_invitation(ada, answer=Answer.YES, sent_on=factories.DAY)

    for page in (ada.get_absolute_url(), f"/meetings/new/?contact={ada.pk}"):
        assert f"/people/{ada.pk}/touch/?write=reply" in client.get(page).content.decode()


def test_they_answered_is_one_tap_and_once(client: Client, tove: Contact) -> None:
    sent = factories.make_touch(tove, day=factories.DAY, channel="mail")
    address = reverse("touch_answered", args=[sent.pk])
    assert address in client.get(tove.get_absolute_url()).content.decode()

    client.post(address)
    client.post(address)

    assert [(touch.day, touch.channel) for touch in tove.touches.received()] == [(factories.DAY, "mail")]
    assert address not in client.get(tove.get_absolute_url()).content.decode()
