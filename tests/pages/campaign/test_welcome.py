"""The first evening: three pages and eight fields to the first message; each step can wait."""

import re

import pytest
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs
from contacts.writes.people import index_contacts
from tests import factories

STEPS = ("/welcome/", "/welcome/people/", "/welcome/places/")
NAMES = {"first-person": " Graham  Estevane ", "second-person": "", "third-person": "Priya Castellan"}


@pytest.fixture
def fresh(campaign: Campaign) -> Campaign:
    campaign.welcomed = False
    campaign.save()
    return campaign


@pytest.mark.parametrize(("path", "following"), [*zip(STEPS, [*STEPS[1:], "/"], strict=True)])
def test_each_step_can_wait(client: Client, fresh: Campaign, path: str, following: str) -> None:
    typed = {"not_today": "", "position": "Pilot", "worked_at": "Tillerman", "first-person": "Graham Estevane"}

    answer = client.post(path, typed)

    assert (answer.status_code, answer["Location"]) == (302, following)
    fresh.refresh_from_db()
    assert (fresh.position, fresh.worked_at, fresh.welcomed) == ("", "", path == STEPS[1])
    assert not Contact.objects.exists()


def test_a_company_can_stand_after_a_comma(client: Client, fresh: Campaign) -> None:
    """As in every other field that takes a name; it was part of the name, and the next step "Ask Tidewater"."""
    client.post(STEPS[1], {"first-person": "Tom O'Hara, Tidewater", "second-person": "Wren Hale, PhD"})

    said = {one.short_name: one.company and one.company.name for one in Contact.objects.select_related("company")}
    assert said == {"Tom": "Tidewater", "Wren": None}


def test_the_steps_fill_in_the_campaign(client: Client, fresh: Campaign) -> None:
    client.post(STEPS[0], {"position": "Operations director in a food maker"})
    client.post(STEPS[2], {"worked_at": "Tillerman Group\nBrightmill Foods", "studied_at": "Aldermoor College"})

    fresh.refresh_from_db()
    assert fresh.position == "Operations director in a food maker"
    assert fresh.worked_at.split() == ["Tillerman", "Group", "Brightmill", "Foods"]
    assert fresh.studied_at == "Aldermoor College"
    assert "Operations director" in client.get(STEPS[0]).content.decode()


def test_the_first_message_stands_on_the_third_page_after_eight_fields(client: Client, fresh: Campaign) -> None:
    pages = [client.get(STEPS[0]).content.decode()]
    answer = client.post(STEPS[0], {"position": "Operations lead"})
    pages.append(client.get(answer["Location"]).content.decode())
    answer = client.post(answer["Location"], NAMES)
    third = client.get(answer["Location"])

    asked = [
        re.findall(r'<(?:input|select|textarea)[^>]*name="([^"]+)"', re.sub(r'<[^>]*"hidden"[^>]*>', "", page))
        for page in pages
    ]
    assert sum(len(set(names)) for names in asked) <= 8
    assert "Hi Graham" in third.context["form"]["message"].value()
    assert 'data-copy="id_message"' in third.content.decode()


def test_who_was_asked_already_is_not_asked_by_the_names(client: Client, fresh: Campaign) -> None:
    """A list that was imported before: the message is to the next of the three."""
    graham = factories.make_contact(fresh, "Graham Estevane")
    index_contacts([graham])
    factories.make_invitation(graham, sent_on=fresh.owner.today())

    answer = client.post(STEPS[1], NAMES | {"first-person_id": str(graham.pk), "first-person": "Graham Estevane"})

    assert answer["Location"] == f"/people/{Contact.objects.get(name='Priya Castellan').pk}/invite/"


def test_where_you_have_been_leads_back_to_where_it_was_asked(client: Client, fresh: Campaign) -> None:
    there = "/people/choose/?from=book"

    assert client.post(f"{STEPS[2]}?next=/people/choose/%3Ffrom%3Dbook", {"worked_at": "DHL"})["Location"] == there
    assert client.post(f"{STEPS[2]}?next=https://evil.example/", {"worked_at": "DHL"})["Location"] == "/"


def test_where_you_were_is_asked_before_the_first_choice_and_changes_who_is_likely(
    client: Client, campaign: Campaign
) -> None:
    factories.make_contact(campaign, "Pia Planner", joined_on=None, connected_on=campaign.owner.today())
    gwen = factories.make_contact(campaign, "Gwen Greenlow", joined_on=None, company="Greenlow")
    index_contacts([gwen])
    book, question = "/people/choose/?from=book", "Where have you worked and studied?"
    assert question in client.get(book).content.decode()

    client.post("/welcome/places/", {"worked_at": "Greenlow"})

    assert client.get(book).context["contact"] == gwen
    assert question not in client.get(book).content.decode()


def test_the_pace_is_asked_once(client: Client, fresh: Campaign) -> None:
    first = client.get(STEPS[0]).content.decode()
    assert "Invitations a week" in first
    assert 'name="weekly_invitations" value="3"' in re.sub(r"\s+", " ", first)

    client.post(STEPS[0], {"position": "Pilot", "weekly_invitations": "5", "weekly_cups": "2"})

    fresh.refresh_from_db()
    assert (fresh.weekly_invitations, fresh.weekly_cups, fresh.figures_asked) == (5, 2, True)
    assert "Invitations a week" not in client.get(STEPS[0]).content.decode()


def test_put_off_the_preset_holds_and_the_pace_is_asked_again(client: Client, fresh: Campaign) -> None:
    client.post(STEPS[0], {"not_today": "", "weekly_invitations": "5"})

    fresh.refresh_from_db()
    assert (fresh.weekly_invitations, fresh.weekly_cups, fresh.figures_asked) == (3, 1, False)
    assert "Invitations a week" in client.get(STEPS[0]).content.decode()


def test_cups_had_before_are_asked_once(client: Client, fresh: Campaign) -> None:
    question = "How many one-on-ones have you had before, in this search?"
    assert question in client.get(STEPS[2]).content.decode()
    client.post(STEPS[2], {"worked_at": "Tillerman Group"})
    assert question in client.get(STEPS[2]).content.decode()

    client.post(STEPS[2], {"worked_at": "Tillerman Group", "cups_before": "0"})

    fresh.refresh_from_db()
    assert fresh.cups_before == 0
    assert question not in client.get(STEPS[2]).content.decode()


def test_the_names_join_the_network_because_the_user_says_so(client: Client, fresh: Campaign) -> None:
    answer = client.post(STEPS[1], NAMES)

    people = Contact.objects.in_network().order_by("name")
    assert [person.name for person in people] == ["Graham Estevane", "Priya Castellan"]
    assert {person.joined_because for person in people} == {JoinedBecause.SAID_SO}
    graham = people[0]
    assert (answer.status_code, answer["Location"]) == (302, f"/people/{graham.pk}/invite/")
    assert {(person.known_as, person.known_from_before) for person in people} == {(KnownAs.KNOWN, None)}
    fresh.refresh_from_db()
    assert fresh.welcomed


def test_twice_is_once(client: Client, fresh: Campaign) -> None:
    key = client.get(STEPS[1]).content.decode().split('name="draft" value="')[1].split('"')[0]

    answers = [client.post(STEPS[1], NAMES | {"draft": key}) for _ in range(2)]

    assert answers[0]["Location"] == answers[1]["Location"] != "/"
    assert Contact.objects.count() == 2


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (STEPS[0], {"position": "x" * 301}),
        (STEPS[2], {"worked_at": "Tillerman", "cups_before": "a few"}),
        (STEPS[1], {"first-person": "x" * 241, "second-person": "Priya"}),
    ],
)
def test_a_refused_step_keeps_what_was_typed(client: Client, fresh: Campaign, path: str, typed: dict[str, str]) -> None:
    answer = client.post(path, typed)

    assert answer.status_code == 422
    for words in typed.values():
        assert words in answer.content.decode()
    assert not Contact.objects.exists()


def test_a_pace_that_is_not_offered_is_refused(client: Client, fresh: Campaign) -> None:
    answer = client.post(STEPS[0], {"position": "Pilot", "weekly_invitations": "4000"})

    assert answer.status_code == 422
    assert "Pilot" in answer.content.decode()
    fresh.refresh_from_db()
    assert (fresh.position, fresh.weekly_invitations) == ("", 3)


def test_each_user_walks_their_own_steps(stranger: Client, campaign: Campaign, bob: User) -> None:
    stranger.post(STEPS[0], {"position": "Pilot"})

    campaign.refresh_from_db()
    assert campaign.position == ""
    assert Campaign.objects.get(owner=bob).position == "Pilot"


def test_today_leads_a_new_user_to_the_first_steps_once(stranger: Client, other_campaign: Campaign) -> None:
    other_campaign.delete()

    assert stranger.get("/")["Location"] == STEPS[0]
    assert stranger.get("/").get("Location") is None
