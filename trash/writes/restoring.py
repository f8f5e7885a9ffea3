"""Bringing back what was deleted: the same rows, and the references that had to be cleared."""

import json
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CheckConstraint, Model, Q

from contacts.models import Contact, ContactEmail
from contacts.rules.joining import JoinedBecause
from contacts.writes import people
from meetings.models import Encounter, Invitation, Meeting, Touch
from meetings.rules.events import EncounterAnswer
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from pitch.models import PitchVersion
from pitch.writes.versions import comes_back, make_room
from relationships.writes import encounters
from relationships.writes.introductions import keep_in_step, wait_for_givers
from relationships.writes.referral_states import follow
from relationships.writes.settling import settle_again
from trash.models import Deletion
from trash.writes.cleared import Cleared
from trash.writes.merging import clashes, hung_on, one_answer_stands, only_one_waits, standing, take_over
from trash.writes.settling import settle

BECAUSE: Final = {
    Invitation: JoinedBecause.INVITATION,
    Meeting: JoinedBecause.MEETING,
    Touch: JoinedBecause.TOUCH,
    FollowUp: JoinedBecause.FOLLOW_UP,
    ObtainedItem: JoinedBecause.OBTAINED,
    Encounter: JoinedBecause.ENCOUNTER,
}


class Refused(Exception):
    """It cannot come back as things stand; the message says what to do first."""


def namesake(deletion: Deletion) -> Contact | None:
    """Somebody in the campaign by now who has the LinkedIn profile or an e-mail address of the deleted contact."""
    here = Contact.objects.filter(campaign=deletion.campaign)
    for row in deletion.rows:
        fields = row["fields"]
        if row["model"] == "contacts.contact" and fields["linkedin_key"]:
            if found := here.filter(linkedin_key=fields["linkedin_key"]).first():
                return found
        elif row["model"] == "contacts.contactemail" and deletion.kind == "contacts.contact":
            other = ContactEmail.objects.filter(campaign=deletion.campaign, key=fields["key"]).first()
            if other:
                return other.contact
    return None


@transaction.atomic
def restore(deletion: Deletion, *, into: Contact | None = None) -> Model:
    """Write the rows again and set the cleared references; answers the thing itself.

    `into`: the contact who has the same key by now; the history is given to them, and nobody is made twice.
    Raises Refused where a row that everything hangs on is itself deleted, where the same stands there anew, or where
    it was restored already.
    """
    if not Deletion.objects.select_for_update().filter(pk=deletion.pk).exists():
        raise Refused("It is back already, or its thirty days are over.")
    today = deletion.campaign.owner.today()
    thing: Model
    thing, *rows = stored_rows(deletion)
    cleared = [one for reference in deletion.cleared if (one := Cleared(*reference)).is_known]
    _mend(deletion, thing)
    if into is not None and isinstance(thing, Contact):
        cleared = [replace(one, value=into.pk) if one.value == thing.pk else one for one in cleared]
        into = Contact.objects.select_for_update().get(pk=into.pk)
        rows = hung_on(into, thing, rows)
        thing = take_over(into, thing, today)
    else:
        _write_thing(deletion, thing)
    written = [row for row in rows if _write_hanging(deletion, row)]
    for one in cleared:
        one.set_again()
    _join_again(written if into else [thing, *written], today)
    encounters.say_how_we_met(row for row in [thing, *written] if isinstance(row, Encounter))
    settle_again(row for row in [thing, *written] if isinstance(row, Meeting))
    if isinstance(into, Contact):
        one_answer_stands(into)
        follow([into.pk], today, back=True)
    elif isinstance(thing, Meeting | Touch | Invitation):
        follow([thing.contact_id], today, back=True)
    # Earlier releases waited for nobody, and so did a promise that named nobody while they were in the trash.
    named_again = [row for one in cleared for row in one.row()]
    referrals = [row for row in [thing, *written, *named_again] if isinstance(row, ObtainedItem)]
    keep_in_step((row for row in referrals if into and not row.referred_id), today)  # they named themselves
    wait_for_givers(referrals, today)
    settle(deletion.campaign, [thing, *written], cleared)
    deletion.delete()
    return thing


def stored_rows(deletion: Deletion) -> list[Any]:
    """The deleted rows, of whatever release: a field or a kind of row that is gone since is left out."""
    text = json.dumps(deletion.rows)
    return [item.object for item in serializers.deserialize("json", text, ignorenonexistent=True)]


def _write_thing(deletion: Deletion, thing: Model) -> None:
    only_one_waits(thing)
    if isinstance(thing, PitchVersion):
        make_room(thing)
    if standing(thing) or clashes(thing):
        raise Refused(f"The same stands there by now: {deletion.words}. Rename or delete that one first.")
    thing.save_base(raw=True, force_insert=True)
    if isinstance(thing, PitchVersion):
        comes_back(thing)


def _write_hanging(deletion: Deletion, row: Model) -> bool:
    """Write a row that hung on the thing, unless what it joins to is gone, or another one stands in its place."""
    if not _mend(deletion, row) or standing(row) or (isinstance(row, FollowUp) and _stands(row)):
        return False
    only_one_waits(row)
    row.save_base(raw=True, force_insert=True)
    return True


def _stands(row: FollowUp) -> bool:
    """It stayed and was opened again: it is closed as it was. Of an item nobody is told twice (R8)."""
    closed = {"status": row.status, "closed_on": row.closed_on, "dropped_by_leaving": row.dropped_by_leaving}
    again = FollowUp.objects.filter(Q(status=FollowUpStatus.OPEN) | Q(dropped_by_leaving=True), pk=row.pk)
    if again.update(**closed) or FollowUp.objects.filter(pk=row.pk).exists():
        return True
    return row.kind == FollowUpKind.TELL and FollowUp.objects.filter(item=row.item_id, kind=FollowUpKind.TELL).exists()


def _mend(deletion: Deletion, row: Model) -> bool:
    """A reference to a row that is gone by now is cleared where it may be.

    Where it may not, that row has to come back first; False where it never will, or where the two were only joined.
    """
    for column in row._meta.concrete_fields:
        value = getattr(row, column.attname)
        model = column.remote_field.model if column.remote_field else None
        if model is None or value is None or model._base_manager.filter(pk=value).exists():
            continue
        if column.null and _may_be_without(row, column.attname):
            setattr(row, column.attname, None)
        elif row._meta.auto_created:
            return False
        elif _is_in_trash(deletion, model, value):
            name = model._meta.verbose_name
            raise Refused(f"The {name} that this belongs to is in the trash too. Restore the {name} first.")
        else:
            return False
    return True


def _may_be_without(row: Model, reference: str) -> bool:
    """Whether the rules of the database let this row stand without what it refers to."""
    without = copy(row)
    setattr(without, reference, None)
    rules = [rule for rule in row._meta.constraints if isinstance(rule, CheckConstraint)]
    try:
        for rule in rules:
            rule.validate(type(row), without)
    except ValidationError:
        return False
    return True


def _is_in_trash(deletion: Deletion, model: type[Model], pk: int) -> bool:
    """Whether another press of Delete holds this row."""
    others = Deletion.objects.filter(campaign=deletion.campaign_id).exclude(pk=deletion.pk)
    label = model._meta.label_lower
    return any(row["model"] == label and row["pk"] == pk for one in others for row in one.rows)


def _joins_because(row: Model) -> JoinedBecause | None:
    """An event at which they did not agree to meet again joins nobody."""
    only_met = isinstance(row, Encounter) and row.answer != EncounterAnswer.AGREED
    return None if only_met else BECAUSE.get(type(row))


def _join_again(rows: Iterable[Any], today: date) -> None:
    """R1: what was recorded for somebody keeps them in the network, also who went back to the address book since."""
    for row in rows:
        if because := _joins_because(row):
            people.join([row.contact_id], because.value, today)
            if isinstance(row, ObtainedItem) and row.referred_id:
                people.join([row.referred_id], JoinedBecause.REFERRAL.value, today)
