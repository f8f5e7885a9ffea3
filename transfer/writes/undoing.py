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
from transfer.writes.changing import COLUMNS, columns_of
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
    formers = [Former.from_json(row.former) for row in rows]
    before = {former.columns["company"][0] for former in formers if "company" in former.columns}
    there = set(
        Company.objects.filter(campaign=upload.campaign_id, pk__in=before - {None}).values_list("pk", flat=True)
    )
    changed_back: dict[int, set[str]] = {}
    for row, former in zip(rows, formers, strict=True):
        if contact := contacts.get(row.contact_id or 0):
            values = _possible(contact, former.to_set(columns_of(contact)), there)
            _set(contact, values)
            _reach_again(contact, former, moved_back="linkedin_key" in values)
            changed_back.setdefault(contact.pk, set()).update(values)
    written = [contacts[pk] for pk, names in changed_back.items() if names]
    update(Contact, COLUMNS, [[*columns_of(contact).values(), contact.pk] for contact in written])
    _records_again(upload, formers)
    ImportRow.objects.filter(pk__in=[row.pk for row in rows]).update(former={})
    index_contacts(contact for contact in written if changed_back[contact.pk] & set(NAMES))
    refresh(contact.pk for contact in written if "company" in changed_back[contact.pk] and contact.in_network)
    _drop_unused(upload, (new for former in formers for new in former.columns.get("company", [])[1:]))


def _possible(contact: Contact, values: dict[str, Any], companies: set[int]) -> dict[str, Any]:
    """Without what cannot be any more: a company that is gone, a profile that is somebody else's by now."""
    company, profile = values.get("company"), values.get("linkedin_key")
    others = Contact.objects.filter(campaign=contact.campaign_id).exclude(pk=contact.pk)
    if company and company not in companies:
        del values["company"]
    if profile and others.filter(linkedin_key=profile).exists():
        del values["linkedin_key"]
    return values


def _set(contact: Contact, values: dict[str, Any]) -> None:
    """Who was saved since is saved once more; else the count of saves is what it was, a round higher."""
    if values and "version" not in values:
        contact.version += 1
    for column in Contact._meta.concrete_fields if values else ():
        if column.name in values:
            setattr(contact, column.attname, column.to_python(values[column.name]))


def _reach_again(contact: Contact, former: Former, *, moved_back: bool) -> None:
    """A link that went comes back with the profile to which it led; with the number that it had, in its old place."""
    if former.emails:
        ContactEmail.objects.filter(contact=contact, key__in=former.emails).delete()
    if former.links:
        ContactLink.objects.filter(contact=contact, url__in=former.links).delete()
    if former.gone and moved_back:
        there = set(ContactLink.objects.filter(contact=contact).values_list("url", flat=True))
        gone = [(pk, url) for pk, url in former.gone if url not in there]
        ContactLink.objects.bulk_create(
            ContactLink(pk=pk, campaign_id=contact.campaign_id, contact=contact, url=url) for pk, url in gone
        )


def _records_again(upload: Import, formers: Sequence[Former]) -> None:
    """Records lead to whom they led before, with what an import had written last, unless another one wrote since."""
    origins = Origin.objects.filter(campaign=upload.campaign_id)
    origins.filter(key__in=[key for former in formers for key in former.records]).delete()
    keys = {key for former in formers for key, *_ in former.wrote}
    found = {origin.key: origin for origin in origins.filter(key__in=keys)}
    for key, before, after in (wrote for former in formers for wrote in former.wrote):
        origin = found.get(key)
        if origin and [origin.company, origin.position] == after:
            origin.company, origin.position = before
    update(Origin, ("company", "position"), [(one.company, one.position, one.pk) for one in found.values()])


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
