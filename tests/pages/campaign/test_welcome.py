"""The first three steps, each of which can wait."""

import re

import pytest
from django.test import Client

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs

STEPS = ("/welcome/", "/welcome/places/", "/welcome/people/")
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
    assert (fresh.position, fresh.worked_at, fresh.welcomed) == ("", "", path == STEPS[-1])
    assert not Contact.objects.exists()


def test_a_company_can_stand_after_a_comma(client: Client, fresh: Campaign) -> None:
    """As in every other field that takes a name; it was part of the name, and the next step "Ask Tidewater"."""
    client.post(STEPS[2], {"first-person": "Tom O'Hara, Tidewater", "second-person": "Wren Hale, PhD"})

    said = {one.short_name: one.company and one.company.name for one in Contact.objects.select_related("company")}
    assert said == {"Tom": "Tidewater", "Wren": None}


def test_the_steps_fill_in_the_campaign(client: Client, fresh: Campaign) -> None:
    client.post(STEPS[0], {"position": "Operations director in a food maker"})
    client.post(STEPS[1], {"worked_at": "Tillerman Group\nBrightmill Foods", "studied_at": "Aldermoor College"})

    fresh.refresh_from_db()
    assert fresh.position == "Operations director in a food maker"
    assert fresh.worked_at.split() == ["Tillerman", "Group", "Brightmill", "Foods"]
    assert fresh.studied_at == "Aldermoor College"
    assert "Operations director" in client.get(STEPS[0]).content.decode()


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
    assert question in client.get(STEPS[1]).content.decode()
    client.post(STEPS[1], {"worked_at": "Tillerman Group"})
    assert question in client.get(STEPS[1]).content.decode()

    client.post(STEPS[1], {"worked_at": "Tillerman Group", "cups_before": "0"})

    fresh.refresh_from_db()
    assert fresh.cups_before == 0
    assert question not in client.get(STEPS[1]).content.decode()


def test_the_names_join_the_network_because_the_user_says_so(client: Client, fresh: Campaign) -> None:
    answer = client.post(STEPS[2], NAMES)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    people = Contact.objects.in_network().order_by("name")
    assert [person.name for person in people] == ["Graham Estevane", "Priya Castellan"]
    assert {person.joined_because for person in people} == {JoinedBecause.SAID_SO}
    assert {(person.known_as, person.known_from_before) for person in people} == {(KnownAs.WE_TALK, None)}
    fresh.refresh_from_db()
    assert fresh.welcomed


def test_twice_is_once(client: Client, fresh: Campaign) -> None:
    key = client.get(STEPS[2]).content.decode().split('name="draft" value="')[1].split('"')[0]

    for _ in range(2):
        answer = client.post(STEPS[2], NAMES | {"draft": key})
        assert (answer.status_code, answer["Location"]) == (302, "/")

    assert Contact.objects.count() == 2


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (STEPS[0], {"position": "x" * 301}),
        (STEPS[1], {"worked_at": "Tillerman", "cups_before": "a few"}),
        (STEPS[2], {"first-person": "x" * 241, "second-person": "Priya"}),
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
