"""R16: an import is undone in slices, as it was run: first who was changed gets back what they were, the last change
first; then who was made goes; then the import itself. What the user changed since stays.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from contacts.models import Company, Contact, ContactEmail, ContactLink
from contacts.writes.people import index_contacts
from relationships.writes.standing import refresh
from transfer.models import Import, ImportRow, Origin
from transfer.models.imports import Status
from transfer.reads.undoing import changed, untouched, unused
from transfer.rules.former import NAMES, Former
from transfer.writes.changing import columns_of
from transfer.writes.many import update
from transfer.writes.running import Work, run_slice

BATCH: Final = 500


def undo_slice(upload: Import, today: date, seconds: float | None = None) -> Import | None:
    """A slice of it; None once it is undone, and gone."""
    try:
        return run_slice(upload, today, seconds, UNDOING)
    except Import.DoesNotExist:
        return None


def undo_batch(upload: Import, today: date) -> None:
    """The caller holds the lock on the campaign, and the transaction."""
    if rows := list(changed(upload).select_related("contact")[:BATCH]):
        _give_back(upload, rows)
    elif people := list(untouched(upload).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        _take_out(upload, people)
    elif rows := list(upload.rows.order_by("number")[:BATCH]):
        _forget(upload, rows)
    else:
        upload.delete()
        return
    upload.save(update_fields=["lease_until", "cursor"])


UNDOING: Final = Work(begins=(Status.DONE, Status.UNDOING), goes_on=Status.UNDOING, batch=undo_batch)


def _give_back(upload: Import, rows: Sequence[ImportRow]) -> None:
    contacts = Contact.objects.filter(campaign=upload.campaign_id).in_bulk([row.contact_id for row in rows])
    renamed, moved, companies = [], set(), []
    for row in rows:
        former, contact = Former.from_json(row.former), contacts.get(row.contact_id or 0)
        if contact is not None:
            values = _possible(contact, former.to_set(columns_of(contact)))
            _set(contact, values)
            _reach_again(contact, former, moved_back="linkedin_key" in values)
            renamed += [contact] if set(NAMES) & values.keys() else []
            moved |= {contact.pk} if "company" in values and contact.in_network else set()
            companies += former.columns.get("company", [])[1:]
        _records_again(upload, former)
    ImportRow.objects.filter(pk__in=[row.pk for row in rows]).update(former={})
    index_contacts(renamed)
    refresh(moved)
    _drop_unused(upload, companies)


def _possible(contact: Contact, values: dict[str, Any]) -> dict[str, Any]:
    """Without what cannot be any more: a company that is gone, a profile that is somebody else's by now."""
    company, profile = values.get("company"), values.get("linkedin_key")
    others = Contact.objects.filter(campaign=contact.campaign_id).exclude(pk=contact.pk)
    if company and not Company.objects.filter(campaign=contact.campaign_id, pk=company).exists():
        del values["company"]
    if profile and others.filter(linkedin_key=profile).exists():
        del values["linkedin_key"]
    return values


def _set(contact: Contact, values: dict[str, Any]) -> None:
    """Who was saved since is saved once more; else the count of saves is what it was."""
    if not values:
        return
    if "version" not in values:
        contact.version += 1
    for column in Contact._meta.concrete_fields:
        if column.name in values:
            setattr(contact, column.attname, column.to_python(values[column.name]))
    contact.save(update_fields=[*{*values, "version"}])


def _reach_again(contact: Contact, former: Former, *, moved_back: bool) -> None:
    """A link that went comes back with the profile to which it led; with the number that it had, in its old place."""
    ContactEmail.objects.filter(contact=contact, key__in=former.emails).delete()
    ContactLink.objects.filter(contact=contact, url__in=former.links).delete()
    there = set(ContactLink.objects.filter(contact=contact).values_list("url", flat=True))
    gone = [
        ContactLink(pk=pk, campaign_id=contact.campaign_id, contact=contact, url=url)
        for pk, url in former.gone
        if moved_back and url not in there
    ]
    ContactLink.objects.bulk_create(gone)


def _records_again(upload: Import, former: Former) -> None:
    origins = Origin.objects.filter(campaign=upload.campaign_id)
    origins.filter(key__in=former.records).delete()
    for key, before, after in former.wrote:
        now = origins.filter(key=key, company=after[0], position=after[1])
        now.update(company=before[0], position=before[1])


def _take_out(upload: Import, people: Sequence[int]) -> None:
    """Out of the address book, with the companies that came with them and lead nowhere without them."""
    going = Contact.objects.filter(pk__in=people)
    companies = list(going.exclude(company=None).order_by().values_list("company_id", flat=True).distinct())
    going.delete()
    _drop_unused(upload, companies)
    upload.cursor = max(upload.cursor - len(people), 0)


def _drop_unused(upload: Import, companies: Iterable[int | None]) -> None:
    of_its_own = Company.objects.filter(campaign=upload.campaign_id, pk__in=list(companies))
    unused(of_its_own.filter(pk__gt=upload.companies_until or 0)).delete()


def _forget(upload: Import, rows: Sequence[ImportRow]) -> None:
    _last_spoken_of(upload, {row.contact_id for row in rows if row.contact_id})
    ImportRow.objects.filter(pk__in=[row.pk for row in rows]).delete()
    upload.cursor = min(upload.cursor, upload.rows.count())


def _last_spoken_of(upload: Import, people: set[int]) -> None:
    """The newest file that says something of them is another one again, or none."""
    if upload.as_of is None:
        return
    origins = list(Origin.objects.filter(contact__in=people, as_of=upload.as_of).exclude(made_by=upload))
    others = ImportRow.objects.filter(contact__in=people, source__status=Status.DONE).exclude(source=upload)
    days: dict[int, list[date | None]] = {}
    makers = Origin.objects.filter(contact__in=people).exclude(made_by=None)
    for pk, day in [
        *others.values_list("contact_id", "source__as_of"),
        *makers.values_list("contact_id", "made_by__as_of"),
    ]:
        days.setdefault(pk, []).append(day)
    newest = {pk: max(filter(None, said), default=None) for pk, said in days.items()}
    update(Origin, ("as_of",), [(newest.get(one.contact_id), one.pk) for one in origins])
