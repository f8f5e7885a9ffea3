"""Everything that stands about one person, each table read once: their page draws all of its parts from these rows."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Exists, Value

from contacts.models import CommonGround, Contact, Note
from meetings.models import Encounter, Event, Invitation, Meeting, Telling, Touch
from meetings.reads.invitations import SILENT
from meetings.rules.events import EncounterAnswer
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState
from relationships.reads.days_off import days_off_in
from relationships.reads.last_time import LastTime, last_time_of
from relationships.reads.values import (
    about,
    arranged_meeting,
    given_item,
    named,
    noted_touch,
    open_follow_up,
    sent_invitation,
)
from relationships.rules.history import History, OpenedMessage


@dataclass(frozen=True, kw_only=True)
class Record:
    """The rows of one person, the earliest first, and the history that they make."""

    contact: Contact
    history: History
    meetings: list[Meeting]
    invitations: list[Invitation]
    was_silent: bool
    """They were asked, and somebody of this campaign did not answer before: the first silence is over (R17)."""

    touches: list[Touch]
    follow_ups: list[FollowUp]
    given: list[ObtainedItem]
    """What they gave."""

    named_by: list[ObtainedItem]
    """The referrals that name them."""

    shared: list[CommonGround]
    notes: list[Note]
    encounters: list[Encounter]
    """The events at which they were met."""

    tellings: list[Telling]

    @property
    def found(self) -> list[CommonGround]:
        return [line for line in self.shared if line.found_on]

    @property
    def to_look_for(self) -> list[CommonGround]:
        return [line for line in self.shared if line.found_on is None]

    @property
    def referrals(self) -> list[ObtainedItem]:
        """Those by this person."""
        return [item for item in self.given if item.kind == ItemKind.REFERRAL]

    @property
    def promised(self) -> list[ObtainedItem]:
        """The referrals whose givers said that they would introduce this person."""
        return [item for item in self.named_by if item.referral_state == ReferralState.PROMISED]

    @property
    def has_evidence(self) -> bool:
        """Something was recorded that keeps them in the network (R1)."""
        recorded = (self.meetings, self.invitations, self.touches, self.follow_ups, self.given, self.named_by)
        return any((*recorded, self.history.agreed_encounters))

    @property
    def first_heard(self) -> dict[int, date]:
        """The stories that they heard, each with the first day."""
        return {row.story_id: row.day for row in reversed(self.tellings) if row.story_id}

    @property
    def came_back(self) -> dict[int, date]:
        """The stories that came back to them, each with the last day."""
        return {row.story_id: row.recalled_on for row in self.tellings if row.story_id and row.recalled_on}

    @property
    def last_time(self) -> LastTime | None:
        return last_time_of(self.meetings, self.touches, self.follow_ups)


def record_of(contact: Contact) -> Record:
    """The record of a contact that was read with their campaign, its owner and their company."""
    mine = {"contact": contact}
    zone = ZoneInfo(contact.campaign.owner.time_zone)
    meetings = list(Meeting.objects.filter(**mine).order_by("day", "pk"))
    silent = Invitation.objects.filter(SILENT, campaign=contact.campaign_id).order_by()
    asked = Invitation.objects.filter(**mine).annotate(was_silent=Exists(silent))
    invitations = list(asked.order_by("sent_on", "pk"))
    touches = list(Touch.objects.filter(**mine).order_by("day", "pk"))
    follow_ups = list(FollowUp.objects.filter(**mine).order_by("due_on", "pk"))
    shared, notes, encounters = _dated_lines(contact)
    by_them, naming_them = (ObtainedItem.objects.filter(**one).order_by() for one in (mine, {"referred": contact}))
    either_way = by_them.values("pk").union(naming_them.values("pk"))  # an index for each
    items = list(
        ObtainedItem.objects.filter(pk__in=either_way).select_related("contact", "referred").order_by("day", "pk")
    )
    given = [item for item in items if item.contact_id == contact.pk]
    named_by = [item for item in items if item.contact_id != contact.pk]
    history = History(
        **about(contact),
        days_off=days_off_in(contact.campaign_id),
        common_ground=tuple(line.found_on for line in shared if line.found_on),
        meetings=tuple(arranged_meeting(meeting, zone) for meeting in meetings),
        invitations=tuple(map(sent_invitation, invitations)),
        touches=tuple(map(noted_touch, touches)),
        follow_ups=tuple(open_follow_up(one) for one in follow_ups if one.status == FollowUpStatus.OPEN),
        told_of_use=any(one.status == FollowUpStatus.DONE and one.kind == FollowUpKind.TELL for one in follow_ups),
        given=tuple(map(given_item, given)),
        named_by=tuple(named(item, item.contact.short_name) for item in named_by),
        agreed_encounters=tuple(one.event.day for one in encounters if one.answer == EncounterAnswer.AGREED),
        opened=_opened(contact),
    )
    return Record(
        contact=contact,
        history=history,
        meetings=meetings,
        invitations=invitations,
        was_silent=any(vars(one)["was_silent"] for one in invitations),
        touches=touches,
        follow_ups=follow_ups,
        given=given,
        named_by=named_by,
        shared=shared,
        notes=notes,
        encounters=encounters,
        tellings=list(Telling.objects.filter(**mine).select_related("story", "version").order_by("day", "pk")),
    )


def _dated_lines(contact: Contact) -> tuple[list[CommonGround], list[Note], list[Encounter]]:
    """Three tables of dated lines, read at once."""
    lines = CommonGround.objects.filter(contact=contact).order_by()
    texts = Note.objects.filter(contact=contact).order_by()
    met = Encounter.objects.filter(contact=contact).order_by()
    columns = lines.values_list(Value("shared"), "pk", "text", "found_on", Value(0), Value(""), Value("")).union(
        texts.values_list(Value("note"), "pk", "text", "day", Value(0), Value(""), Value("")),
        met.values_list(Value("met"), "pk", "event__name", "event__day", "event_id", "answer", "note"),
        all=True,
    )
    shared, notes, encounters = [], [], []
    for kind, pk, text, day, event, answer, note in sorted(columns, key=lambda row: (row[3] or date.min, row[1])):
        mine = {"pk": pk, "campaign_id": contact.campaign_id, "contact": contact}
        if kind == "shared":
            shared.append(CommonGround(**mine, text=text, found_on=day))
        elif kind == "note":
            notes.append(Note(**mine, text=text, day=day))
        else:
            at = Event(pk=event, campaign_id=contact.campaign_id, name=text, day=day)
            encounters.append(Encounter(**mine, event=at, answer=answer, note=note))
    return shared, notes, encounters


def _opened(contact: Contact) -> tuple[OpenedMessage, ...]:
    found = getattr(contact, "opened_message", None)
    return (OpenedMessage(message_id=found.pk, opened_on=found.opened_on),) if found else ()
