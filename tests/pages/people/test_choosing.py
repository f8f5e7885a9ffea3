"""Who do I know? Twelve prompts that call names to mind."""

from typing import Any

from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import index_contacts
from tests import factories

PROMPTS = "/people/choose/"
BOOK = "/people/choose/?from=book"


def in_book(campaign: Campaign, name: str, **fields: Any) -> Contact:
    contact = factories.make_contact(campaign, name, joined_on=None, **fields)
    index_contacts([contact])
    return contact


def test_each_name_joins_the_network_by_its_prompt(client: Client, campaign: Campaign) -> None:
    answer = client.post(PROMPTS, {"p0-1-person": "Imogen Tressel", "p7-2-person": "Piet Maas, Fjord AS"})

    assert answer.status_code == 302
    imogen, piet = campaign.contacts.in_network().order_by("name")
    assert (imogen.name, imogen.how_we_met, imogen.phase) == ("Imogen Tressel", "Worked with", "initiate")
    assert {imogen.known_as, piet.known_as} == {"known"}
    assert answer["Location"] == f"/people/{imogen.pk}/"
    assert piet.company
    assert (piet.name, piet.how_we_met, piet.company.name) == ("Piet Maas", "Neighbours", "Fjord AS")


def test_who_was_said_to_talk_stays_so(client: Client, campaign: Campaign) -> None:
    known = in_book(campaign, "Imogen Tressel", known_as="we_talk")

    client.post(PROMPTS, {"p0-1-person": "Imogen Tressel", "p0-1-person_id": known.pk})

    known.refresh_from_db()
    assert (known.known_as, known.in_network) == ("we_talk", True)


def test_no_name_at_all_is_asked_for(client: Client, campaign: Campaign) -> None:
    answer = client.post(PROMPTS, {})

    assert answer.status_code == 422
    assert "Write at least one name." in answer.content.decode()


def test_a_close_name_asks_which_and_keeps_the_others(client: Client, campaign: Campaign) -> None:
    known = in_book(campaign, "Imogen Tressel", company="Acme")
    typed = {"p0-1-person": "Imogen Tresel", "p0-2-person": "Graham Estevane"}

    answer = client.post(PROMPTS, typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "You know somebody of this or a similar name." in page
    assert "<bdi>Acme</bdi>, in your address book" in page
    assert 'value="Graham Estevane"' in page
    assert not campaign.contacts.in_network().exists()

    client.post(PROMPTS, {**typed, "p0-1-person_asked": "Imogen Tresel", "p0-1-person_is": str(known.pk)})

    names = sorted(campaign.contacts.in_network().values_list("name", flat=True))
    assert names == ["Graham Estevane", "Imogen Tressel"]
    assert campaign.contacts.count() == 2


def test_somebody_new_of_a_close_name_is_somebody_new(client: Client, campaign: Campaign) -> None:
    in_book(campaign, "Imogen Tressel")

    client.post(
        PROMPTS,
        {"p0-1-person": "Imogen Tresel", "p0-1-person_asked": "Imogen Tresel", "p0-1-person_is": "new"},
    )

    assert campaign.contacts.count() == 2
    assert campaign.contacts.in_network().get().name == "Imogen Tresel"


def test_the_same_name_in_the_book_asks_and_may_be_that_person(client: Client, campaign: Campaign) -> None:
    known = in_book(campaign, "Imogen Tressel")

    typed = {"p0-1-person": "imogen tressel"}
    asked = client.post(PROMPTS, typed)
    assert (asked.status_code, campaign.contacts.in_network().count()) == (422, 0)
    page = asked.content.decode()
    assert f'value="{known.pk}" checked' in page
    assert "Somebody new" in page

    client.post(PROMPTS, typed | {"p0-1-person_asked": "imogen tressel", "p0-1-person_is": known.pk})

    assert campaign.contacts.get() == known
    known.refresh_from_db()
    assert known.in_network


def test_a_name_under_two_prompts_is_one_person(client: Client, campaign: Campaign) -> None:
    client.post(PROMPTS, {"p0-1-person": "Imogen Tressel", "p4-1-person": "Imogen Tressel"})

    assert campaign.contacts.count() == 1


def test_the_prompts_sent_twice_make_nobody_twice(client: Client, campaign: Campaign) -> None:
    key = client.get(PROMPTS).content.decode().split('name="draft" value="')[1].split('"')[0]
    for _ in range(2):
        assert client.post(PROMPTS, {"draft": key, "p0-1-person": "Ana Ruiz"}).status_code == 302

    assert campaign.contacts.count() == 1


def test_a_stranger_is_never_offered(stranger: Client, campaign: Campaign) -> None:
    known = in_book(campaign, "Imogen Tressel")

    answer = stranger.post(PROMPTS, {"p0-1-person": "Imogen Tresel", "p0-1-person_is": str(known.pk)})

    assert answer.status_code == 302
    known.refresh_from_db()
    assert not known.in_network
