"""R6: one field says who is meant, with a suggestion, with a name, or by the answer to a question."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.typed_person import TypedPerson, read_person
from contacts.writes.people import index_contacts
from pages.parts.person_choice import PersonChoiceForm
from tests import factories


def person(campaign: Campaign, name: str, **fields: Any) -> Contact:
    contact = factories.make_contact(campaign, name, **fields)
    index_contacts([contact])
    return contact


def choice(campaign: Campaign, typed: str, **posted: str) -> PersonChoiceForm:
    form = PersonChoiceForm({"person": typed, **posted}, campaign=campaign)
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("typed", "name", "company"),
    [
        ("Corwin Stroud", "Corwin Stroud", ""),
        ("  Corwin   Stroud ,  Fenwick Freight ", "Corwin Stroud", "Fenwick Freight"),
        ("Wren Hale, PhD", "Wren Hale, PhD", ""),
        ("Wren Hale, PhD, Fenwick Freight", "Wren Hale, PhD", "Fenwick Freight"),
        ("Corwin Stroud,", "Corwin Stroud", ""),
        (", Fenwick", "Fenwick", ""),
    ],
)
def test_a_company_stands_after_a_comma(typed: str, name: str, company: str) -> None:
    assert read_person(typed) == TypedPerson(name=name, company=company)


@pytest.mark.parametrize("typed", ["Corwin Stroud", "corwin stroud", "Stroud, Corwin", "Córwin Stroud"])
def test_a_known_name_alone_asks_and_somebody_else_may_be_meant(campaign: Campaign, typed: str) -> None:
    corwin = person(campaign, "Corwin Stroud", company="Fenwick Freight")

    form = choice(campaign, typed)

    assert [meant.contact for meant in form.who_is_meant] == [corwin]
    assert "person" in form.errors
    assert choice(campaign, typed, person_asked=typed, person_is=str(corwin.pk)).chosen().contact == corwin
    assert choice(campaign, typed, person_asked=typed, person_is="new").chosen().is_new


def test_who_has_no_company_is_asked_about_too(campaign: Campaign) -> None:
    person(campaign, "Corwin Stroud")

    assert len(choice(campaign, "Corwin Stroud").who_is_meant) == 1
    assert len(choice(campaign, "Corwin Stroud, Fenwick Freight").who_is_meant) == 1


@pytest.mark.parametrize("typed", ["Corwin Stroud, Fenwick Freight", "corwin stroud,fenwick  freight"])
def test_the_company_beside_it_says_who_is_meant(campaign: Campaign, typed: str) -> None:
    corwin = person(campaign, "Corwin Stroud", company="Fenwick Freight")

    assert choice(campaign, typed).chosen().contact == corwin


def test_nobody_of_that_name_is_somebody_new(campaign: Campaign) -> None:
    person(campaign, "Corwin Stroud")

    chosen = choice(campaign, "Tove Marrick, Quayside Roasters").chosen()
    contact = chosen.taken(campaign, factories.DAY)

    assert chosen.is_new
    assert (contact.name, str(contact.company), contact.joined_on) == ("Tove Marrick", "Quayside Roasters", None)


def test_a_close_name_asks_which_and_the_likest_stands_first(campaign: Campaign) -> None:
    known = person(campaign, "Desmond Achterby")

    form = choice(campaign, "Desmond Achterbi")

    assert [meant.contact for meant in form.who_is_meant] == [known]
    assert form.errors == {"person": ["You know somebody of this or a similar name."]}
    with pytest.raises(ValueError, match="Nobody was chosen"):
        form.chosen()


def test_two_of_one_name_ask_which_unless_the_company_tells(campaign: Campaign) -> None:
    person(campaign, "Imogen Tressel", company="Coldharbour Packaging")
    other = person(campaign, "Imogen Tressel", company="Fenwick Freight")

    assert len(choice(campaign, "Imogen Tressel").who_is_meant) == 2
    assert choice(campaign, "Imogen Tressel, fenwick freight").chosen().contact == other


def test_the_same_name_at_another_company_asks(campaign: Campaign) -> None:
    person(campaign, "Imogen Tressel", company="Coldharbour Packaging")

    assert len(choice(campaign, "Imogen Tressel, Fenwick Freight").who_is_meant) == 1


def test_the_answer_counts_for_the_name_that_was_asked_about(campaign: Campaign) -> None:
    known = person(campaign, "Desmond Achterby")
    asked = {"person_asked": "Desmond Achterbi"}

    assert choice(campaign, "Desmond Achterbi", person_is=str(known.pk), **asked).chosen().contact == known
    assert choice(campaign, "Desmond Achterbi", person_is="new", **asked).chosen().is_new
    assert choice(campaign, "Tove Marrick", person_is=str(known.pk), **asked).chosen().name == "Tove Marrick"


def test_a_suggestion_counts_for_the_name_it_stood_with(campaign: Campaign) -> None:
    first = person(campaign, "Imogen Tressel", company="Coldharbour Packaging")
    person(campaign, "Imogen Tressel", company="Fenwick Freight")
    picked = {"person_id": str(first.pk)}

    assert choice(campaign, "Imogen Tressel, Coldharbour Packaging", **picked).chosen().contact == first
    assert choice(campaign, "Imogen Tressel", **picked).chosen().contact == first
    assert choice(campaign, "Tove Marrick", **picked).chosen().is_new


def test_a_strangers_person_does_not_exist(campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = person(other_campaign, "Corwin Stroud")

    assert choice(campaign, "Corwin Stroud", person_id=str(theirs.pk)).chosen().is_new
    answered = choice(campaign, "Corwin Stroud", person_asked="Corwin Stroud", person_is=str(theirs.pk))
    assert answered.chosen().is_new


@pytest.mark.parametrize("number", ["-1", "1e3", "999999999999999999999", "٣", "<b>", "1 OR 1=1"])
def test_a_number_that_is_none_is_nobody(campaign: Campaign, number: str) -> None:
    assert choice(campaign, "Corwin Stroud", person_id=number).chosen().is_new


@pytest.mark.parametrize("typed", ["", "   ", ",", "\x00", "x" * 241, "Tove, " + "x" * 201])
def test_what_is_no_name_is_refused(campaign: Campaign, typed: str) -> None:
    assert "person" in choice(campaign, typed).errors


@pytest.mark.parametrize("typed", ["李", "O’Brien-Sørensen", "<script>", "🙂 Zoë", "3"])
def test_any_script_makes_a_person(campaign: Campaign, typed: str) -> None:
    assert choice(campaign, typed).chosen().taken(campaign, factories.DAY).name == typed


def test_whom_a_file_brought_without_a_letter_can_be_chosen(campaign: Campaign) -> None:
    dot = person(campaign, ".")

    assert choice(campaign, ".", person_id=str(dot.pk)).chosen().contact == dot
    assert "person" in choice(campaign, ".").errors


def test_a_contact_fills_in_the_field(campaign: Campaign) -> None:
    corwin = person(campaign, "Corwin Stroud", company="Fenwick Freight")

    form = PersonChoiceForm(campaign=campaign, contact=corwin)

    assert form["person"].value() == "Corwin Stroud, Fenwick Freight"
    assert form.known() == corwin


def test_the_number_of_queries_does_not_grow_with_the_people(campaign: Campaign) -> None:
    for number in range(20):
        person(campaign, f"Desmond Achterb{number:02}")

    with CaptureQueriesContext(
        connection,
    ) as queries:
        choice(campaign, "Desmond Achterbx")

    assert len(queries) <= 3
