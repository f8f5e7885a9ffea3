"""What the tables hold of given people, by contact: one plain QuerySet per table, whatever the number of people."""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet, Value

from contacts.models import CommonGround
from meetings.models import Encounter, Invitation, Meeting, OpenedMessage, Touch
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from relationships.reads.values import (
    Columns,
    arranged_meeting,
    given_item,
    named,
    open_follow_up,
    sent_invitation,
)

IN_COMMON: Final = ""
OPENED: Final = "opened"
AGREED: Final = "agreed"
"""What stands where a touch has its direction: with common ground, a message that was opened, an event."""


NO_TOUCHES: Final = frozenset({IN_COMMON, OPENED, AGREED})

OF_FOLLOW_UPS: Final = (
    "contact_id", "pk", "kind", "text", "due_on", "introduction", "encounter_id", "invitation_id",
    "created_on", "status",
)  # fmt: skip

Found = dict[int, list[Any]]


def _by_contact(rows: Iterable[tuple[Any, ...]]) -> Found:
    """What stands behind the contact in each row, by contact."""
    found: Found = defaultdict(list)
    for contact_id, value in rows:
        found[contact_id].append(value)
    return found


def meetings_of(ids: list[int], zones: dict[int, ZoneInfo]) -> Found:
    rows = Meeting.objects.filter(contact__in=ids).order_by()
    columns = rows.values_list("contact_id", "pk", "status", "day", "planned_on", "starts_at", named=True)
    in_order = sorted(columns, key=attrgetter("day", "pk"))
    return _by_contact((row.contact_id, arranged_meeting(row, zones[row.contact_id])) for row in in_order)


def invitations_of(ids: list[int]) -> Found:
    rows = Invitation.objects.filter(contact__in=ids).order_by()
    columns = rows.values_list(
        "contact_id", "pk", "sent_on", "answer", "answered_on", "reminded_on", "faded_on", named=True
    )
    in_order = sorted(columns, key=attrgetter("sent_on", "pk"))
    return _by_contact((row.contact_id, sent_invitation(row)) for row in in_order)


def days_of_four_tables(ids: list[int]) -> Found:
    """Touches, common ground, messages that were opened, and events at which they agreed to meet again, in one query:
    these tables say the same of themselves, whose and of which day.
    """
    said = Touch.objects.filter(contact__in=ids).order_by()
    shared = CommonGround.objects.found().filter(contact__in=ids).order_by()
    opened = OpenedMessage.objects.filter(contact__in=ids).order_by()
    agreed = Encounter.objects.agreed().filter(contact__in=ids).order_by()
    columns = said.values_list("contact_id", "day", "pk", "direction", "channel", named=True).union(
        shared.values_list("contact_id", "found_on", "pk", Value(IN_COMMON), Value("")),
        opened.values_list("contact_id", "opened_on", "pk", Value(OPENED), Value("")),
        agreed.values_list("contact_id", "event__day", "pk", Value(AGREED), Value("")),
        all=True,
    )
    in_order: list[Columns] = sorted(columns, key=attrgetter("day", "pk"))
    return _by_contact((row.contact_id, row) for row in in_order)


def follow_ups_of(ids: list[int]) -> tuple[Found, set[int]]:
    """The open ones, and who was told what became of something they gave."""
    wanted = Q(status=FollowUpStatus.OPEN) | Q(status=FollowUpStatus.DONE, kind=FollowUpKind.TELL)
    rows = FollowUp.objects.filter(wanted, contact__in=ids).order_by()
    columns = rows.values_list(*OF_FOLLOW_UPS, named=True)
    in_order = sorted(columns, key=attrgetter("due_on", "pk"))
    found = _by_contact((row.contact_id, open_follow_up(row)) for row in in_order if row.status == FollowUpStatus.OPEN)
    return found, {row.contact_id for row in in_order if row.status == FollowUpStatus.DONE}


def given_and_named_by(ids: list[int]) -> tuple[Found, Found]:
    """What these people gave, and the referrals that name them: each side walks an index of its own."""
    given = _items(ObtainedItem.objects.filter(contact__in=ids), "contact_id")
    both = given.union(_items(ObtainedItem.objects.filter(referred__in=ids), "referred_id"), all=True)
    rows: list[Columns] = sorted(both, key=attrgetter("day", "pk"))
    return (
        _by_contact((row.whose, given_item(row)) for row in rows if row.side == "contact_id"),
        _by_contact((row.whose, named(row, row.given_name or row.name)) for row in rows if row.side == "referred_id"),
    )


def _items(items: QuerySet[ObtainedItem], side: str) -> QuerySet[ObtainedItem, Columns]:
    return (
        items.order_by()
        .annotate(side=Value(side), whose=F(side), given_name=F("contact__given_name"), name=F("contact__name"))
        .values_list(
            "pk", "side", "whose", "kind", "day", "text", "referral_state", "introduced_on", "used_as",
            "used_on", "put_off_until", "question_id", "contact_id", "given_name", "name",
            named=True,
        )
    )  # fmt: skip
