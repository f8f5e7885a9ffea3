"""R6: what they gave. Saved lines keep their identity; a referral's name becomes a contact, introduced by the giver."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.words import fold
from contacts.writes.people import make_contact
from meetings.models import Meeting
from outcomes.models import ObtainedItem
from outcomes.rules.items import AS_SAID, ItemKind, ReferralState
from relationships.reads.debrief import Logged
from relationships.rules.debrief import Given
from relationships.writes.introductions import keep_in_step

CHANGED: Final = ("kind", "text", "day", "referred", "referral_state", "giver_said", "question", "stance")


def write_given(meeting: Meeting, given: Iterable[Given], before: Logged, today: date) -> set[int]:
    """Write the lines of one meeting; answers whom they name. The caller refreshes the standing of these."""
    lines = list(given)
    saved = {item.pk: item for item in before.items}
    were_named = {item.pk: item.referred_id for item in before.items if item.kind == ItemKind.REFERRAL}
    named = Named(meeting, lines, today)
    new: list[ObtainedItem] = []
    changed: list[ObtainedItem] = []
    for line in lines:
        if line.removed or (line.item_id and line.item_id not in saved):
            continue
        item = saved[line.item_id] if line.item_id else ObtainedItem(campaign_id=meeting.campaign_id, meeting=meeting)
        _take_over(item, line, meeting, named)
        (changed if line.item_id else new).append(item)
    ObtainedItem.objects.bulk_create(new)
    if changed:
        ObtainedItem.objects.bulk_update(changed, CHANGED)
    names = [item for item in (*new, *changed) if item.kind == ItemKind.REFERRAL]
    keep_in_step([*names, *(item for item in changed if item.pk in were_named and item not in names)], today)
    return {pk for pk in (*were_named.values(), *(item.referred_id for item in names)) if pk}


def _take_over(item: ObtainedItem, line: Given, meeting: Meeting, named: "Named") -> None:
    item.contact, item.day = meeting.contact, meeting.day
    item.kind, item.text = line.kind.value, line.text
    if line.question_id:
        item.question_id, item.stance = line.question_id, line.stance.value
    if line.kind is not ItemKind.REFERRAL:
        item.referred, item.referral_state, item.giver_said = None, "", ""
        return
    item.referred = item.referred or named.person(line)
    if not item.referral_state:
        met = item.referred is not None and item.referred.held_count
        said = (line.said or ReferralState.PROMISED).value
        item.referral_state, item.giver_said = (ReferralState.MET.value, said) if met else (said, "")
    elif line.said and item.referral_state in AS_SAID:
        item.referral_state = line.said.value


class Named:
    """Whom the referrals of one debrief name: known people read at once, new ones made once however often named."""

    def __init__(self, meeting: Meeting, lines: Iterable[Given], today: date) -> None:
        self.meeting, self.today = meeting, today
        self.made: dict[tuple[str, str], Contact] = {}
        ids = [line.known_id for line in lines if line.known_id and not line.removed]
        people = Contact.objects.filter(campaign=meeting.campaign_id, pk__in=ids).exclude(pk=meeting.contact_id)
        self.known = {contact.pk: contact for contact in people} if ids else {}

    def person(self, line: Given) -> Contact | None:
        if line.known_id:
            return self._introduced(self.known[line.known_id]) if line.known_id in self.known else None
        if not fold(line.name):
            return None
        key = fold(line.name), fold(line.company)
        if key not in self.made:
            self.made[key] = make_contact(
                self.meeting.campaign,
                line.name,
                line.company,
                introduced_by=self.meeting.contact,
                joined_on=self.today,
                joined_because=JoinedBecause.REFERRAL.value,
            )
        return self.made[key]

    def _introduced(self, contact: Contact) -> Contact:
        """Somebody known is in the network by the referral (R1); who introduced them first stays."""
        fields: dict[str, Any] = {}
        if contact.introduced_by_id is None:
            fields["introduced_by"] = contact.introduced_by = self.meeting.contact
        if contact.joined_on is None:
            contact.joined_on = self.today
            fields |= {"joined_on": self.today, "joined_because": JoinedBecause.REFERRAL.value}
        if fields:
            Contact.objects.filter(pk=contact.pk).update(**fields)
        return contact
