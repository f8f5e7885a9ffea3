"""What is looked at in front of the door, and printed to take along: everything that one meeting with one person needs.

Of what people gave the words and the day are said, what it was used for where that is known, and of a name how far the
introduction has come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.places import own_places
from meetings.models import Invitation, Meeting
from meetings.rules.asking import the_close
from meetings.rules.purpose import PurposeKind, heading
from meetings.rules.stories import KnownStory, to_tell
from meetings.rules.time_plan import USUAL, PartOfTime, time_plan
from outcomes.models import FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from pitch.models import PitchVersion, Skill, Story
from pitch.rules.background import background
from pitch.rules.versions import Spoken
from relationships.reads.last_time import LastTime
from relationships.reads.questions import Offered, offered_for
from relationships.reads.record import Record, record_of
from relationships.rules.came_of_it import came_by
from relationships.rules.may_be_asked import carries, open_invitation
from relationships.rules.timeline_words import touch_words

FOR_THEM: Final = (FollowUpKind.PROMISE, FollowUpKind.TELL)
"""What is open and for them: what was promised, and news of what they gave."""

MOST_GIVEN: Final = 3
MOST_FOR_THEM: Final = 5
"""The sheet is one printed page, however much is open."""
FEW_ASKED: Final = 2
MOST_ASKED: Final = 3


@dataclass(frozen=True, kw_only=True)
class Brief:
    """The sheet for one person; what there is nothing of is empty."""

    contact: Contact
    came_by: str
    """Whether who led to them introduced them, or named them."""

    last: LastTime | None
    last_what: str
    """How they wrote or rang, where no meeting was held."""

    for_them: list[str]
    to_look_for: list[str]
    purpose: str
    the_ask: str
    background: str
    stories: list[KnownStory]
    all_heard: bool
    given: list[ObtainedItem]
    """What they gave, the latest first."""

    questions: list[Offered]
    """Two or three to be asked: those planned for this meeting, else those they may know about (R14)."""

    offered: list[Offered]
    """All that may be planned for it."""

    close: list[str]
    minutes: int
    time: list[PartOfTime]
    invitation: Invitation | None
    """What was written to agree on it."""


def brief_for(contact: Contact, meeting: Meeting | None = None) -> Brief:
    """The contact was read with their campaign, its owner, their company and who introduced them.

    Without a meeting it is for the one that the open invitation asks for (R4).
    """
    record = record_of(contact)
    invitation = _invitation(record, meeting)
    why = meeting or invitation
    kind = PurposeKind(why.purpose_kind) if why and why.purpose_kind else None
    own, ask = (why.purpose, why.ask) if why else ("", "")
    the_ask, purpose = heading(kind, own, ask)
    stories = [
        KnownStory(story_id=story.pk, title=story.title, trigger=story.trigger)
        for story in Story.objects.filter(campaign=contact.campaign_id)
    ]
    untold = to_tell(stories, record.first_heard, (contact.company.name if contact.company else "", own, ask))
    last = record.last_time
    touch = last.touch if last else None
    minutes = (meeting.minutes if meeting else None) or USUAL
    offered = offered_for(contact.campaign_id, contact.pk, meeting.pk if meeting else None)
    return Brief(
        contact=contact,
        came_by=came_by(record.history, contact.introduced_by_id or 0),
        last=last,
        last_what=touch_words(touch.direction, touch.channel, contact.short_name) if touch else "",
        for_them=_for_them(record),
        to_look_for=[line.text for line in record.to_look_for][:MOST_FOR_THEM],
        purpose=purpose,
        the_ask=the_ask,
        background=_background(contact.campaign),
        stories=untold,
        all_heard=bool(stories) and not untold,
        given=list(reversed(record.given))[:MOST_GIVEN],
        questions=[one for one in _to_ask(offered, contact) if one.text != the_ask],
        offered=offered,
        close=the_close(carries=carries(record.history)),
        minutes=minutes,
        time=time_plan(minutes, has_given=bool(record.given)),
        invitation=invitation,
    )


def _invitation(record: Record, meeting: Meeting | None) -> Invitation | None:
    asked = open_invitation(record.history)
    wanted = meeting.invitation_id if meeting else asked and asked.invitation_id
    return next((one for one in record.invitations if one.pk == wanted), None)


def _for_them(record: Record) -> list[str]:
    """What could help them, then what is due first; where there is more, how much."""
    owed = [one for one in record.follow_ups if one.status == FollowUpStatus.OPEN and one.kind in FOR_THEM]
    owed.sort(key=lambda one: (one.due_on, one.pk))
    found = [words for words in (record.contact.could_help_them, *(one.text for one in owed)) if words]
    more = len(found) - MOST_FOR_THEM
    return [*found[:MOST_FOR_THEM], f"And {more} more, on their page."] if more > 0 else found


def _to_ask(offered: list[Offered], contact: Contact) -> list[Offered]:
    """Of those that nobody planned or ticked, the first ones beside what they know about; nobody compares the words."""
    planned = [one for one in offered if one.is_planned]
    ticked = [one for one in offered if one.is_ticked]
    return planned or ticked[:MOST_ASKED] or (offered[:FEW_ASKED] if contact.knows_about else [])


def _background(campaign: Campaign) -> str:
    """The user's own words (R12); until there are some, what is put together from what is stored."""
    said = PitchVersion.objects.filter(campaign=campaign, kind=Spoken.ONE_TO_ONE).order_by("-number").first()
    return said.text if said else put_together(campaign, Skill.objects.filter(campaign=campaign))


def put_together(campaign: Campaign, skills: Iterable[Skill]) -> str:
    """The background from what is stored."""
    return background(
        worked_at=[place.name for place in own_places(campaign.worked_at).values()],
        situation=campaign.how_i_say_it,
        position=campaign.position,
        skills=[skill.text for skill in skills],
    )
