"""An event as it was planned, and everybody who was met there: one grid, one transaction."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from contacts.models import CommonGround, Contact
from contacts.writes import people
from meetings.models import Encounter, Event, Telling
from meetings.rules.events import EventKind, ask_words, how_we_met
from outcomes.models import FollowUp
from pitch.models import PitchVersion
from pitch.rules.versions import Spoken, said_on
from relationships.rules.events import Met
from relationships.writes.encounters import HOW_WE_MET_LETTERS, belonged_to_another, in_step, settle
from relationships.writes.standing import refresh


@transaction.atomic
def write_met(event: Event, lines: Iterable[Met], today: date) -> list[Encounter]:
    """Write the lines of the grid; who is on none of them stays as they were. Of two at once the second corrects."""
    Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    _say_which_card(event)
    saved = {row.pk: row for row in met_at(event)}
    by_contact = {row.contact_id: row for row in saved.values()}
    written, concerned = [], set()
    for line in lines:
        contact = _contact(event, line)
        there = by_contact.get(contact.pk)
        row = saved.get(line.encounter_id or 0) or there or Encounter(campaign_id=event.campaign_id)
        row.event = event
        if row.pk and row.contact_id != contact.pk:
            concerned.add(row.contact_id)
            row = belonged_to_another(row, there)
        row.contact = contact
        row.answer, row.note = line.answer.value if line.answer else "", line.note
        row.save()
        by_contact[contact.pk] = row
        in_step(row, today, shared=line.shared, heard=line.heard)
        concerned.add(contact.pk)
        written.append(row)
    settle(concerned)
    return written


@transaction.atomic
def change_event(event: Event, before: Event) -> None:
    """Another name, day or kind: what was noted of the people who were met there says the same as the event.

    `before`: as it stood. Where nobody looks for work no card is said.
    """
    met = list(met_at(event))
    if event.kind == EventKind.GENERAL:
        event.card, event.ask = None, ""
        Telling.objects.filter(encounter__in=met).delete()
    event.save()
    ids = [row.contact_id for row in met]
    old, new = (how_we_met(one.name, one.day)[:HOW_WE_MET_LETTERS] for one in (before, event))
    Contact.objects.filter(pk__in=ids, how_we_met=old).update(how_we_met=new)
    shared = [row.shared_id for row in met if row.shared_id]
    CommonGround.objects.filter(pk__in=shared, found_on=before.day).update(found_on=event.day)
    Telling.objects.filter(encounter__in=met).update(day=event.day)
    for row in met:
        words, others = (ask_words(row.contact.short_name, one.name)[:500] for one in (before, event))
        FollowUp.objects.open().filter(encounter=row, text=words).update(text=others)
    refresh(ids)


def met_at(event: Event) -> QuerySet[Encounter]:
    """Everybody who was met there, in the order in which they were written down."""
    return Encounter.objects.filter(event=event).select_related("contact__company", "shared").order_by("pk")


def _say_which_card(event: Event) -> None:
    """At an event for people who look for work the card is said as it stood on that day."""
    if event.kind != EventKind.TRANSITION or Telling.objects.filter(encounter__event=event).exists():
        return
    versions = list(PitchVersion.objects.filter(campaign=event.campaign_id, kind=Spoken.CARD).order_by("number"))
    card = said_on(versions, event.day)
    if card and event.card_id != card.pk:
        event.card = card
        event.save(update_fields=["card"])


def _contact(event: Event, line: Met) -> Contact:
    """Somebody known, whose company is filled in where none stands; or a new one of the address book."""
    if line.contact_id is None:
        return people.make_contact(event.campaign, line.name, line.company)
    known = Contact.objects.select_for_update(of=("self",)).select_related("company")
    contact = known.get(campaign=event.campaign_id, pk=line.contact_id)
    company = contact.company.name if contact.company else ""
    changed = []
    if line.corrects and contact.name != line.name:
        people.set_name(contact, line.name)
        changed += ["name", "prefix", "suffix", "given_name", "family_name", "folded", "sort_name"]
    if line.company != company and (line.corrects or not company):
        contact.company = people.company_named(event.campaign, line.company)
        changed.append("company")
    if changed:
        contact.version += 1
        contact.save(update_fields=[*changed, "version"])
        people.index_contacts([contact])
    return contact
