"""Words planted wherever words can stand, with how they are typed and where the search should lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle, islice
from typing import Any

from django.db.models import Model

from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact, Note
from contacts.models.reach import ContactEmail, ContactPhone
from contacts.rules.words import fold
from contacts.writes.people import index_companies, index_contacts
from meetings.models import Invitation, Meeting, Touch
from outcomes.models import FollowUp, ObtainedItem
from pitch.models import Story
from tests import factories
from tests.factories import DAY

NAMES = (
    ("Zoë Lindqvist", "zoe lind"), ("Ruth Müller", "muell"), ("Bernd Schroeder", "schröd"), ("Siobhan O’Neil", "neil"),
    ("Anne-Marie Achterby", "marie"), ("Łukasz Żak", "lukasz zak"), ("Søren Ågård", "soeren aagaard"),
    ("王小明", "小明"), ("山田 太郎", "山田太郎"), ("山田花子", "花"), ("김서연", "서연"), ("Иван Петров", "ПЕТР"),
    ("Семён Ёлкин", "семен елк"), ("Γιώργος Παππάς", "παππας"), ("محمد علی", "علي"), ("דוד שָׁלוֹם", "שלום"),
    ("राम शर्मा", "शर्मा"), ("สมชาย ใจดี", "ใจดี"), ("நிலா குமார்", "குமா"), ("রীমা দাস", "দাস"), ("Նարե Սարգսյան", "ՍԱՐԳ"),
    ("ნინო ბერიძე", "ბერი"), ("Nguyễn Thị Hoa", "nguyen thi"), ("J.P. Morrow", "jp mor"), ("Robert Hale", "hale rob"),
)  # fmt: skip
COMPANIES = (
    ("Harrow & Vane Dairy", "vane"), ("Käserei Grünbach", "gruen"), ("トヨタ自動車", "自動車"),
    ("Заря Молоко", "молок"),
    ("AT&T Labs", "at&t"),
)  # fmt: skip
SPELLINGS = (
    ("zoe", "Zoë"), ("gruenau", "GRÜNAU"), ("Lärche", "Laerche"), ("aldermoor", "ALDERMOOR"), ("МОЛОКО", "мОлоко"),
    ("елка", "Ёлка"), ("小明", "さんの王小明"), ("strasse", "Hauptstraße"), ("σοφος", "ΣΟΦΌΣ"), ("שלום", "שָׁלוֹם"),
    ("خالد", "خَالِد"), ("ermoor", "Watermore Aldermoor"), ("o’neil", "O'Neil"),
)  # fmt: skip
"""How it is typed, and how it stands in a text."""

PHONES = (
    ("+44 (0)1632 960-118", ("01632960118", "+44 1632 960118", "0044 1632 960 118", "960118")),
    ("0171/555 12 34", ("+49 171 5551234", "0171 5551234")),
    ("٠١٢ ٣٤٥ ٦٧٨٩", ("012 345 6789",)),
)
EMAIL = ("Z.Rower@Harrow.example", ("z.row", "Z.ROWER@harrow.EXAMPLE"))
TEXTS: tuple[tuple[type[Model], str, dict[str, Any]], ...] = (
    *((Meeting, field, {"status": "held", "day": DAY, "logged_on": DAY}) for field in ("purpose", "ask", "remember")),
    (Meeting, "place", {"status": "planned", "day": DAY, "planned_on": DAY, "purpose_kind": "path"}),
    (Note, "text", {"day": DAY}),
    (Touch, "text", {"day": DAY}),
    (ObtainedItem, "text", {"day": DAY}),
    (CommonGround, "text", {"found_on": DAY}),
    (CommonGround, "text", {}),
    (FollowUp, "text", {"due_on": DAY, "created_on": DAY}),
    *((Invitation, field, {"sent_on": DAY, "answer": "no", "answered_on": DAY}) for field in ("message", "ask")),
    *((Story, field, {"title": "A story"}) for field in ("title", "wrong", "did", "came_of_it", "trigger")),
    (Company, "notes", {}),
    *((Contact, field, {}) for field in ("position", "knows_about", "ask_next_time", "location")),
)


@dataclass(frozen=True, kw_only=True)
class Planted:
    typed: str
    url: str


def plant(campaign: Campaign) -> list[Planted]:
    return [*_names(campaign), *_companies(campaign), *_ways(campaign), *_texts(campaign)]


def _names(campaign: Campaign) -> Iterator[Planted]:
    people = Contact.objects.bulk_create(_contact(campaign, name) for name, _ in NAMES)
    index_contacts(people)
    for person, (_, typed) in zip(people, NAMES, strict=True):
        yield Planted(typed=typed, url=person.get_absolute_url())


def _contact(campaign: Campaign, name: str, **fields: Any) -> Contact:
    joined = {"joined_on": DAY, "joined_because": "said_so", "phase": "initiate"}
    return Contact(campaign=campaign, name=name, folded=fold(name), sort_name=fold(name), **joined | fields)


def _companies(campaign: Campaign) -> Iterator[Planted]:
    firms = Company.objects.bulk_create(
        Company(campaign=campaign, name=name, folded=fold(name)) for name, _ in COMPANIES
    )
    index_companies(firms)
    for firm, (_, typed) in zip(firms, COMPANIES, strict=True):
        yield Planted(typed=typed, url=firm.get_absolute_url())


def _ways(campaign: Campaign) -> Iterator[Planted]:
    """In the address book: files bring most of them."""
    address, typed_addresses = EMAIL
    person = factories.make_contact(campaign, "Reached By Mail", joined_on=None)
    ContactEmail.objects.create(campaign=campaign, contact=person, address=address, key=fold(address))
    yield from (Planted(typed=typed, url=person.get_absolute_url()) for typed in typed_addresses)
    for number, typed_numbers in PHONES:
        person = factories.make_contact(campaign, "Reached By Phone", joined_on=None)
        ContactPhone.objects.create(campaign=campaign, contact=person, number=number)
        yield from (Planted(typed=typed, url=person.get_absolute_url()) for typed in typed_numbers)


def _texts(campaign: Campaign) -> Iterator[Planted]:
    """Eight spellings in each column, with a number of its own behind the word."""
    whose = factories.make_contact(campaign, "Tove Marrick")
    numbers, spellings = count(100), cycle(SPELLINGS)
    for model, field, more in TEXTS:
        owned = {"contact": whose} if model not in (Story, Company, Contact) else {}
        kept = [
            (f"{typed}{(number := next(numbers))}", f"First this. Then {written}{number}! And that.")
            for typed, written in islice(spellings, 8)
        ]
        rows = [
            _row(campaign, model, f"Name {place}{field}", {**more, **owned, field: text})
            for place, (_, text) in enumerate(kept)
        ]
        for row, (typed, _) in zip(model._default_manager.bulk_create(rows), kept, strict=True):
            yield Planted(typed=typed, url=_place(row))


def _row(campaign: Campaign, model: type[Model], name: str, fields: dict[str, Any]) -> Model:
    if model is Contact:
        return _contact(campaign, name, **fields)
    if model is Company:
        fields = {"name": name, "folded": fold(name), **fields}
    return model(campaign=campaign, **fields)


def _place(row: Model) -> str:
    if isinstance(row, Meeting | Story | Company | Contact):
        return str(row.get_absolute_url())
    assert isinstance(row, Note | Touch | ObtainedItem | FollowUp | Invitation | CommonGround)
    person = row.contact.get_absolute_url()
    if isinstance(row, CommonGround):
        return f"{person}#shared-{row.pk}"
    kinds = {Note: "note", Touch: "touch", ObtainedItem: "item", FollowUp: "follow_up", Invitation: "invitation"}
    place = f"{kinds[type(row)]}-{row.pk}"
    return f"{person}?at={place}#{place}"
