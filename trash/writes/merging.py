"""Two contacts who are one: what hung on the one who goes hangs on the keeper, and what both had stands once."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, UniqueConstraint

from contacts.models import Contact, Note, SearchWord
from contacts.writes.filling import fill
from contacts.writes.people import index_contacts
from meetings.models import Invitation, Meeting
from meetings.rules.asking import Answer
from relationships.writes.settling import no_more_asking_again


def take_over(keeper: Contact, gone: Contact, today: date) -> Contact:
    """Fill the keeper with what is known of the other, who has no row any more; answers the keeper as stored.

    What finds no place, because both say something, is kept in a note of that day.
    """
    stored = Contact.objects.select_for_update(of=("self",)).select_related("company").get(pk=keeper.pk)
    lost = fill(stored, gone)
    stored.save()
    index_contacts([stored])
    if lost:
        text = "\n".join([f"Also known, from {gone.name} who was the same person:", *lost])
        Note.objects.create(campaign_id=stored.campaign_id, contact=stored, day=today, text=text)
    return stored


def hung_on(keeper: Contact, gone: Contact, rows: Iterable[Any]) -> list[Any]:
    """Rows that hung on the one who goes, none of them stored, made to hang on the keeper; those still to be written.

    An address, number, link or tag that the keeper has already only fills what stands empty there.
    """
    moved = []
    for row in rows:
        if isinstance(row, SearchWord):
            continue  # the keeper's words were written anew
        _point(row, gone, keeper)
        there = standing(row)
        if there is None:
            moved.append(row)
        else:
            _fill_up(there, row)
    return moved


def standing(row: Model) -> Model | None:
    """The stored row beside which the database would refuse this one, if there is one."""
    keys: list[Sequence[str]] = [*row._meta.unique_together]
    keys += [
        rule.fields
        for rule in row._meta.constraints
        if isinstance(rule, UniqueConstraint) and rule.condition is None and rule.fields
    ]
    columns = {column.name: column.attname for column in row._meta.concrete_fields}
    for names in keys:
        values = {name: getattr(row, columns[name]) for name in names}
        if None not in values.values():
            found: Model | None = type(row)._base_manager.filter(**values).exclude(pk=row.pk).first()
            if found:
                return found
    return None


def clashes(row: Model) -> bool:
    """Whether a rule of the database for some rows only, such as one profile a campaign, refuses this one."""
    for rule in row._meta.constraints:
        if isinstance(rule, UniqueConstraint) and rule.condition is not None:
            try:
                rule.validate(type(row), row)
            except ValidationError:
                return True
    return False


def only_one_waits(row: Model) -> None:
    """A contact has one waiting invitation: of two, the earlier one was not answered by the day of the later one."""
    if not isinstance(row, Invitation) or row.answer != Answer.WAITING:
        return
    there = Invitation.objects.waiting().select_for_update().filter(contact=row.contact_id).exclude(pk=row.pk).first()
    if there is None:
        return
    earlier, later = sorted((there, row), key=lambda one: (one.sent_on, one is there))
    earlier.answer, earlier.answered_on = Answer.NO_ANSWER.value, later.sent_on
    if earlier is there:
        there.save(update_fields=["answer", "answered_on"])


def one_answer_stands(keeper: Contact) -> None:
    """What one of the two answered last is what the person said to whatever either was asked before."""
    asked = list(Invitation.objects.select_for_update().filter(contact=keeper))
    said = [one for one in asked if one.answered_on and one.answer in {Answer.YES, Answer.LATER, Answer.NO}]
    last = max(said, key=lambda one: (one.answered_on or one.sent_on, one.sent_on, one.pk), default=None)
    if last is None or last.answered_on is None:
        return
    for one in asked:
        if one.answer == Answer.WAITING and one.sent_on <= last.answered_on:
            one.answer, one.answered_on = Answer.NO_ANSWER.value, last.answered_on
        elif last.answer == Answer.NO and one.answer == Answer.YES and not Meeting.objects.filter(invitation=one):
            one.faded_on = one.faded_on or last.answered_on
    Invitation.objects.bulk_update(asked, ["answer", "answered_on", "faded_on"])
    if last.answer == Answer.NO:
        no_more_asking_again(last)


def _point(row: Model, gone: Contact, keeper: Contact) -> None:
    """Every reference to the one who goes leads to the keeper; a second one in the same row would be to themselves."""
    people = [column.attname for column in row._meta.concrete_fields if column.related_model is Contact]
    for name in people:
        if getattr(row, name) == gone.pk:
            setattr(row, name, keeper.pk)
    for name in people:
        if name != "contact_id" and getattr(row, name) == getattr(row, "contact_id", None):
            setattr(row, name, None)


def _fill_up(there: Model, row: Model) -> None:
    empty = [
        column.attname
        for column in row._meta.concrete_fields
        if getattr(row, column.attname) and not getattr(there, column.attname)
    ]
    for name in empty:
        setattr(there, name, getattr(row, name))
    if empty:
        there.save(update_fields=empty)
