"""Giving one contact's history to another who turned out to be the same person."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from contacts.models import Contact
from meetings.models import Invitation
from meetings.rules.asking import Answer

FILLED = (
    "company_id",
    "position",
    "location",
    "linkedin_key",
    "how_we_met",
    "known_from_before",
    "knows_about",
    "could_help_them",
    "ask_next_time",
)


def given_to(keeper: Contact, rows: Sequence[Any]) -> list[Any]:
    """The rows that hung on a contact (the first of them), hung on the keeper, whose empty fields are filled.

    Left out is what the keeper has already: the same address, number, link, tag or word.
    """
    gone = rows[0]
    _fill(keeper, gone)
    moved = []
    for row in rows[1:]:
        for column in row._meta.concrete_fields:
            if column.remote_field and column.remote_field.model is Contact and getattr(row, column.attname) == gone.pk:
                setattr(row, column.attname, keeper.pk)
        if isinstance(row, Invitation) and row.answer == Answer.WAITING and _is_there(row):
            row.answer, row.answered_on = Answer.NO_ANSWER.value, row.sent_on  # one waits already
        if not _is_there(row):
            moved.append(row)
    return moved


def _fill(keeper: Contact, gone: Contact) -> None:
    """Fields that the keeper has empty, and the earlier joining."""
    for name in FILLED:
        if not getattr(keeper, name) and getattr(gone, name):
            setattr(keeper, name, getattr(gone, name))
    if gone.joined_on and (keeper.joined_on is None or gone.joined_on < keeper.joined_on):
        keeper.joined_on, keeper.joined_because = gone.joined_on, gone.joined_because
    keeper.save()


def _is_there(row: Model) -> bool:
    """A row that a constraint would refuse beside the keeper's own."""
    try:
        row.validate_unique(exclude={"id"})
        row.validate_constraints(exclude={"id"})
    except ValidationError:
        return True
    return False
