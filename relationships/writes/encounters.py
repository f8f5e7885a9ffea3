"""What follows from one encounter at an event, and what goes with it (R1, R2, R5, R7).

Kept in step by `in_step` alone, so that the grid, the admin and the trash end at the same. An encounter is no meeting
and no touch: nobody is a cup by it.
"""

from collections.abc import Iterable
from datetime import date

from contacts.models import CommonGround, Contact
from contacts.rules.joining import JoinedBecause
from contacts.writes import people
from meetings.models import Encounter, Telling
from meetings.rules.events import ask_by, ask_words, how_we_met, joins
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.days_off import days_off_in
from relationships.writes.editing import back_to_address_book
from relationships.writes.standing import refresh

HOW_WE_MET_LETTERS = 300


def in_step(row: Encounter, today: date, *, shared: str | None = None, heard: bool | None = None) -> None:
    """Make what follows say what the encounter says. None leaves what is shared, or was heard, as it stands.

    Called inside the transaction of the write; the caller ends it with `settle`.
    """
    if shared is not None:
        _share(row, shared.strip())
    if heard is not None:
        _hear(row, heard=heard)
    say_how_we_met([row])
    if joins(row.answer):
        people.join([row.contact_id], JoinedBecause.ENCOUNTER.value, today)
        _to_ask(row, today)
    else:
        _nothing_to_ask(row)


def settle(contacts: Iterable[int]) -> None:
    """The standing of these people; back to the address book goes who was in the network by an agreement alone that
    stands no more (R1).
    """
    ids = set(contacts)
    refresh(ids)
    by_it = Contact.objects.filter(pk__in=ids, joined_because=JoinedBecause.ENCOUNTER, known_as="")
    for contact in by_it.exclude(pk__in=Encounter.objects.agreed().values("contact")).order_by("pk"):
        back_to_address_book(contact)


def belonged_to_another(row: Encounter, there: Encounter | None) -> Encounter:
    """It was somebody else: what followed for the wrong one goes; where the right one has a line, that one is it."""
    _nothing_to_ask(row)
    FollowUp.objects.filter(encounter=row).update(encounter=None)
    Telling.objects.filter(encounter=row).delete()
    _share(row, "")
    _unsay([(row.contact_id, _how(row))])
    if there is None:
        return row
    row.delete()
    return there


def is_known_by_it_alone(row: Encounter) -> bool:
    """Nothing but this encounter brought them here, and nothing else was done with them."""
    person = row.contact
    came_by_it = person.how_we_met == _how(row)
    came_otherwise = (
        person.joined_because not in {"", JoinedBecause.ENCOUNTER} or person.known_as or person.connected_on
    )
    return came_by_it and not came_otherwise and person.last_spoke_on is None and person.first_held_on is None


def say_how_we_met(rows: Iterable[Encounter]) -> None:
    """Where and when, of whom nothing is noted."""
    for row in rows:
        Contact.objects.filter(pk=row.contact_id, how_we_met="").update(how_we_met=_how(row))


def noted_of(rows: Iterable[Encounter]) -> list[tuple[int, str]]:
    """What these encounters said of where people were met, to be taken back once they are gone."""
    return [(row.contact_id, _how(row)) for row in rows]


def gone(noted: Iterable[tuple[int, str]]) -> None:
    """These encounters are not there any more."""
    pairs = list(noted)
    _unsay(pairs)
    settle(pk for pk, _ in pairs)


def _unsay(pairs: Iterable[tuple[int, str]]) -> None:
    for pk, words in pairs:
        Contact.objects.filter(pk=pk, how_we_met=words).update(how_we_met="")


def _how(row: Encounter) -> str:
    return how_we_met(row.event.name, row.event.day)[:HOW_WE_MET_LETTERS]


def _share(row: Encounter, text: str) -> None:
    """What is shared was found on the event's day; the line of common ground is the encounter's own."""
    if row.shared and not text:
        row.shared.delete()
        row.shared = None
    elif row.shared and row.shared.text != text:
        row.shared.text = text
        row.shared.save(update_fields=["text"])
    elif text and not row.shared:
        here = {"campaign_id": row.campaign_id, "contact_id": row.contact_id}
        row.shared = CommonGround.objects.create(**here, text=text, found_on=row.event.day)
    row.save(update_fields=["shared"])


def _hear(row: Encounter, *, heard: bool) -> None:
    """R13: the version of the card that was said at this event."""
    told = Telling.objects.filter(encounter=row)
    if not heard or row.event.card_id is None:
        told.delete()
    elif not told.exists():
        here = {"campaign_id": row.campaign_id, "contact_id": row.contact_id, "encounter": row}
        Telling.objects.create(**here, version_id=row.event.card_id, day=row.event.day)


def _to_ask(row: Encounter, today: date) -> None:
    """Once: what was done or dropped is not made again. Of who was left for now it waits with them (R15)."""
    if FollowUp.objects.filter(encounter=row).exists():
        return
    contact = Contact.objects.get(pk=row.contact_id)
    left = contact.left_on is not None
    FollowUp.objects.create(
        campaign_id=row.campaign_id,
        contact=contact,
        encounter=row,
        kind=FollowUpKind.ACTION.value,
        text=ask_words(contact.short_name, row.event.name)[:500],
        due_on=ask_by(row.event.day, today, days_off_in(row.campaign_id)),
        by_rule=True,
        status=FollowUpStatus.DROPPED if left else FollowUpStatus.OPEN,
        closed_on=today if left else None,
        dropped_by_leaving=left,
        created_on=today,
    )


def _nothing_to_ask(row: Encounter) -> None:
    """What is done stays done."""
    made = FollowUp.objects.filter(encounter=row)
    (made.open() | made.filter(dropped_by_leaving=True)).delete()
