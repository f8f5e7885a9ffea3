"""What was planned is written: in one transaction, after a last look at whether it still holds."""

from datetime import date
from typing import Any

from django.db import transaction

from contacts.models import Contact
from contacts.rules.ways import read_link, read_phone
from contacts.writes.people import company_or_new, index_contacts, move_to, set_compared, set_name, tag_named
from contacts.writes.ways import Ways, add_ways, note_profile
from pages.admin.people_sheet import PARTS
from pages.admin.sheet_plan import Plan, Planned
from relationships.writes.bulk import Done
from relationships.writes.putting_back import changes, hung_on, values_of
from relationships.writes.standing import refresh


@transaction.atomic
def write(plan: Plan, today: date) -> Done:
    """All of it or nothing; answers what takes it back."""
    done = Done()
    saved: list[Contact] = []
    for planned in (*plan.new, *plan.changed):
        hung = {} if planned.is_new else hung_on(planned.contact)
        _write_one(planned, done, today)
        saved.append(planned.contact)
        if planned.is_new:
            done.made.append(planned.contact.pk)
            continue
        person = str(planned.contact.pk)
        if found := changes(planned.before, values_of(planned.contact)):
            done.changed[person] = found
        if planned.hanging:
            done.hung[person] = [hung, hung_on(planned.contact)]
    index_contacts(saved)
    refresh(contact.pk for contact in saved)
    return done


def _write_one(planned: Planned, done: Done, today: date) -> None:
    contact = planned.contact
    campaign: Any = contact.campaign
    if planned.company is not None:
        company, made = company_or_new(campaign, planned.company)
        move_to(contact, company, today)
        done.companies.extend([company.pk] if company and made else [])
    if "name" in planned.columns and not planned.columns & set(PARTS):
        set_name(contact, contact.name)
    set_compared(contact)
    contact.version += 0 if planned.is_new else 1
    contact.save()
    hanging = planned.hanging
    ways = Ways(
        emails=[line[:254] for line in hanging.get("emails", [])],
        phones=[read_phone(line) for line in hanging.get("phones", [])],
        links=[link for line in hanging.get("links", []) if (link := read_link(line))],
    )
    if ways.emails or ways.phones or ways.links:
        add_ways(contact, ways)
    if ways.links:
        note_profile(contact)
    if "tags" in hanging:
        contact.tags.set(tag_named(campaign, name).pk for name in hanging["tags"])
