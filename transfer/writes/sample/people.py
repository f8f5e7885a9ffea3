"""The people of the sample: those who are only in the address book, and those whom nobody met yet."""

from datetime import date, timedelta
from typing import Any, Final

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs
from contacts.rules.leaving import LeftBecause
from contacts.writes.people import company_named, index_contacts, set_name, tag_named
from meetings.rules.asking import Answer
from relationships.writes import asking, inviting, leaving
from relationships.writes.people import add_person
from transfer.rules.sample_days import day_from
from transfer.rules.sample_people import ADDRESS_BOOK, IN_NETWORK, Person, address_book

LONG_AGO: Final = ("Isolde Carrow", "Lucan Brightholme")
SAID_NO: Final = {
    "Henrik Dalgaard": Answer.NO,
    "Petra Lindholm": Answer.NO_ANSWER,
    "Osric Fenwright": Answer.NO,
    "Lucan Brightholme": Answer.NO_ANSWER,
}


def known(
    campaign: Campaign, person: Person, day: date, because: JoinedBecause | None = JoinedBecause.SAID_SO, **fields: Any
) -> Contact:
    """This person, in the network since that day; somebody named them before, or they are new."""
    found = Contact.objects.filter(campaign=campaign, name=person.name).first()
    if found is None:
        found = add_person(
            campaign, person.name, person.company, today=day, because=because, position=person.position, **fields
        )
    else:
        Contact.objects.filter(pk=found.pk).update(position=person.position, **fields)
    found.tags.add(*(tag_named(campaign, tag) for tag in person.tags))
    return found


def fill_address_book(campaign: Campaign, today: date) -> None:
    people = []
    for number, person in enumerate(address_book()):
        contact = Contact(
            campaign=campaign,
            company=company_named(campaign, person.company),
            position=person.position,
            connected_on=today - timedelta(days=200 + (number * 37) % 2900),
            how_we_met="LinkedIn",
        )
        set_name(contact, person.name)
        people.append(contact)
    index_contacts(Contact.objects.bulk_create(people, batch_size=ADDRESS_BOOK))


def know_people(campaign: Campaign, today: date) -> None:
    """Nobody met these yet; two said no, two did not answer, two are left for now, and one is to be introduced."""
    for number, person in enumerate(IN_NETWORK):
        known_as = KnownAs.LONG_AGO.value if person.name in LONG_AGO else ""
        known(campaign, person, day_from(today, -30 + number), known_as=known_as)
    by_name = {contact.name: contact for contact in Contact.objects.filter(campaign=campaign, joined_on__isnull=False)}
    for name, what in SAID_NO.items():
        asked = day_from(today, -22)
        invitation = asking.invite(by_name[name], sent_on=asked, today=asked, ask="Your view, twenty minutes")
        if what is Answer.NO_ANSWER:
            inviting.remind(invitation, day_from(today, -18))
        inviting.answer(invitation, what, today=day_from(today, -15))
    leaving.leave(by_name["Gwen Astbury"], LeftBecause.NOT_RIGHT, today=day_from(today, -12))
    leaving.leave(by_name["Nadia Trevanion"], LeftBecause.WAIT, today=day_from(today, -9), until=day_from(today, 49))
