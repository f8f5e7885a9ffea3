"""Quick search: people, companies and commands."""

from itertools import permutations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.reads.finding import FoundCompany, FoundPerson, found_by_name
from contacts.reads.people import typed_words
from contacts.writes.people import company_named, join, make_contact
from relationships.writes.standing import refresh
from tests.addresses import PAGES, PUBLIC
from tests.conftest import TODAY
from today.rules.commands import COMMANDS, commands_for

HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "palette"])
def test_people_and_companies_are_found_by_the_beginnings_of_their_words(
    headers: dict[str, str], client: Client, campaign: Campaign
) -> None:
    make_contact(campaign, "Samir Oakhurst", joined_on=TODAY, joined_because="said_so")
    make_contact(campaign, "Halden Brooks", "Saltmarsh Seafood")
    make_contact(campaign, "Tove Marrick")

    answer = client.get("/search/", {"q": "sa"}, headers=headers)

    hits = answer.context["hits"]
    assert [person.name for person in hits.people] == ["Samir Oakhurst", "Halden Brooks"]
    assert [company.name for company in hits.companies] == ["Saltmarsh Seafood"]
    assert ("<html" in answer.content.decode()) is not bool(headers)


def test_at_most_twenty_hits_and_as_many_queries_for_them(client: Client, campaign: Campaign) -> None:
    for number in range(30):
        make_contact(campaign, f"Sam Number{number}", f"Saltmarsh {number}")

    client.get("/")  # opens the day, once
    with CaptureQueriesContext(connection) as captured:
        hits = client.get("/search/", {"q": "sa"}, headers=HTMX).context["hits"]

    assert len(hits.people) + len(hits.companies) == 20
    assert len(captured) <= 14


@pytest.mark.parametrize("typed", ["", " ", "%", "'; --", "x" * 5000, "a b c d e f g h i j", "\u202e\u200b"])
def test_no_hostile_search_breaks_it(typed: str, client: Client, campaign: Campaign) -> None:
    assert client.get("/search/", {"q": typed}).status_code == 200
    assert client.get("/search/", {"q": typed}, headers=HTMX).status_code == 200


def test_a_stranger_is_never_found(client: Client, other_campaign: Campaign) -> None:
    make_contact(other_campaign, "Zoltan Secret", "Secret Works")
    company_named(other_campaign, "Secret Works")

    hits = client.get("/search/", {"q": "secret"}).context["hits"]

    assert (hits.people, hits.companies) == ([], [])


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("linkedin", "import"), ("log co", "meeting_log_new"), ("week ahead", "week"),
        ("message templ", "message_templates"), ("if silent", "if_silent"), ("blank sheet", "people_sheet_blank"),
        ("password", "account_change_password"),
        ("2fa", "mfa_index"), ("dark", "account"), ("bin", "trash"),
        ("skills", "pitch_skills"), ("e-mail", "account_address"),
    ],
)  # fmt: skip
def test_commands_are_found_by_the_words_that_people_use(typed: str, page: str) -> None:
    assert page in [command.page for command in commands_for(typed_words(typed))]
    assert commands_for(["zzz"]) == []
    assert commands_for([])


NO_COMMAND = {
    "what only a form or a script asks for": {
        "ask_guard", "autosave", "days_off_take", "follow_ups_bulk", "pause_add", "pause_back", "people_follow_up",
        "people_join", "people_leave", "people_suggest", "people_tag", "pitch_seconds", "undo", "welcome_back",
    },
    "a step on the way from another page": {
        "account_reauthenticate", "account_set_password", "mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate",
        "mfa_deactivate_totp", "mfa_download_recovery_codes", "mfa_generate_recovery_codes", "mfa_list_webauthn",
        "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_view_recovery_codes", "message_template",
    },
    "the first steps, all of which the settings hold": {"welcome", "welcome_people", "welcome_places"},
    "the search itself": {"search"},
}  # fmt: skip


def test_every_page_is_a_command_or_has_a_reason_to_be_none() -> None:
    reasons = set().union(*NO_COMMAND.values()) | (PUBLIC - {"account_logout"})
    pages = {address.name for address in PAGES if not address.parts}
    commands = {command.page for command in COMMANDS}

    assert pages - commands == reasons & pages
    assert commands <= pages
    assert reasons - pages <= PUBLIC


def test_every_option_of_the_palette_is_a_link(client: Client, campaign: Campaign) -> None:
    make_contact(campaign, "Samir Oakhurst")

    text = client.get("/search/", {"q": "sa"}, headers=HTMX).content.decode()

    assert text.count('role="option"') == text.count('<a role="option" href="/')


@pytest.mark.parametrize("typed", ["sa", "sam", "sam num", "nu sam", "salt sam", "number9 saltmarsh"])
def test_of_many_the_network_comes_first_whichever_word_is_rare(
    typed: str, client: Client, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contacts.reads.finding.MANY", 5)
    for number in range(70):
        make_contact(campaign, f"Sam Number{number}", f"Saltmarsh {number % 2}")
    last = make_contact(campaign, "Samir Number99", "Saltmarsh 1")
    join([last.pk], "said_so", TODAY)
    refresh([last.pk])

    people = client.get("/search/", {"q": typed}, headers=HTMX).context["hits"].people

    assert people[0].name == "Samir Number99"


def test_somebody_with_names_that_begin_alike_is_found_once(client: Client, campaign: Campaign) -> None:
    make_contact(campaign, "Ana Anabel Anders", "Anglesea Tiles", joined_on=TODAY, joined_because="said_so")

    assert [person.name for person in client.get("/search/?q=an").context["hits"].people] == ["Ana Anabel Anders"]
    assert client.get("/search/?q=ana+angle").context["hits"].people
    assert not client.get("/search/?q=ana+zzz").context["hits"].people


def test_the_same_are_found_whether_all_or_the_first_are_read(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_contact(campaign, "Ana Anders", "Anglesea Tiles")
    make_contact(campaign, "Bo Oakes", "Anglesea Tiles", joined_on=TODAY, joined_because="said_so")
    make_contact(campaign, "Ann Angle", "Oak Works", joined_on=TODAY, joined_because="said_so")

    def found() -> list[tuple[list[FoundPerson], list[FoundCompany]]]:
        return [found_by_name(campaign, some) for some in permutations(("an", "ang", "oak", "zz"), 2)]

    few = found()
    monkeypatch.setattr("contacts.reads.finding.FEW", 0)

    assert found() == few
    assert [len(people) for people, _ in few[:3]] == [3, 2, 0]


def test_the_palette_leads_to_positions_in_the_address_book(client: Client, campaign: Campaign) -> None:
    make_contact(campaign, "Desmond Achterby", position="Head of Logistics")

    palette = client.get("/search/", {"q": "logist"}, headers=HTMX)

    assert palette.context["hits"].people == []
    assert 'href="/search/?q=logist"' in palette.content.decode()
    assert [hit.name for hit in client.get("/search/?q=logist").context["hits"].people] == ["Desmond Achterby"]
