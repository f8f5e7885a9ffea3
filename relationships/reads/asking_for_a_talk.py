"""Which open follow-ups ask somebody for a talk, and what for, as a new invitation would say it (R4, R17)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from meetings.models import Meeting
from meetings.rules.purpose import EarlierPurpose, PurposeKind
from outcomes.models import FollowUp
from relationships.reads.history import histories_of
from relationships.reads.values import open_follow_up
from relationships.rules.asking_for_a_talk import asks_for_a_talk, purpose_to_ask_for


def asks(follow_up: FollowUp) -> bool:
    """Whether doing this one, which is open, is to invite them."""
    return bool(purposes_to_ask_for([follow_up]))


def purposes_to_ask_for(follow_ups: Iterable[FollowUp]) -> Mapping[int, PurposeKind]:
    """Of those that ask for a talk, by primary key, the purpose that is proposed; the others are not among them."""
    to_ask = [row for row in follow_ups if row.is_to_ask]
    if not to_ask:
        return {}
    histories = histories_of({row.contact_id for row in to_ask})
    asking = [row for row in to_ask if asks_for_a_talk(open_follow_up(row), histories[row.contact_id])]
    earlier = _earlier({row.contact_id for row in asking})
    return {row.pk: purpose_to_ask_for(earlier[row.contact_id], histories[row.contact_id]) for row in asking}


def _earlier(contacts: Iterable[int]) -> dict[int, list[EarlierPurpose]]:
    held = Meeting.objects.held().filter(contact__in=list(contacts)).exclude(purpose_kind="").order_by()
    found: dict[int, list[EarlierPurpose]] = defaultdict(list)
    for contact_id, kind, day in held.values_list("contact_id", "purpose_kind", "day"):
        found[contact_id].append(EarlierPurpose(kind=PurposeKind(kind), day=day))
    return found
