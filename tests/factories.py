"""Rows for tests, by hand: each takes what the test speaks of and fills in the rest."""

from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from allauth.usersessions.models import UserSession

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import CommonGround, Company, Contact, Note
from contacts.rules.joining import JoinedBecause
from contacts.rules.words import fold
from contacts.writes.people import index_companies
from meetings.models import Invitation, Meeting, OpenedMessage, Telling, Touch
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.opened import WrittenIn
from meetings.rules.purpose import PurposeKind
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import ItemKind, ReferralState
from pitch.models import PitchVersion, Skill, Story
from relationships.writes.introductions import keep_in_step
from relationships.writes.standing import refresh
from transfer.models import Import, ImportRow

DAY = date(2026, 11, 23)
PASSWORD = "correct horse battery"
numbers = count(1)


def make_user(email: str = "", **fields: Any) -> User:
    return User.objects.create_user(email or f"user{next(numbers)}@example.com", PASSWORD, **fields)


def make_session(user: User) -> UserSession:
    return UserSession.objects.create(
        user=user, session_key=f"session{next(numbers)}", ip="192.0.2.1", user_agent="Netscape"
    )


def make_campaign(**fields: Any) -> Campaign:
    owner = fields.pop("owner", None) or make_user()
    return Campaign.objects.create(owner=owner, **{"started_on": date(2026, 9, 21), "welcomed": True, **fields})


def make_company(campaign: Campaign, name: str = "Brightmill Foods", **fields: Any) -> Company:
    """As one that is typed: quick search finds it."""
    folded, defaults = fold(name), {"name": name, **fields}
    company, made = Company.objects.get_or_create(campaign=campaign, folded=folded, defaults=defaults)
    if made:
        index_companies([company])
    return company


def make_contact(campaign: Campaign, name: str = "", *, joined_on: date | None = DAY, **fields: Any) -> Contact:
    """In the network since DAY; `joined_on=None` for the address book."""
    name = name or f"Tove Marrick {next(numbers)}"
    given, _, family = name.rpartition(" ")
    if isinstance(fields.get("company"), str):
        fields["company"] = make_company(campaign, fields["company"])
    because = JoinedBecause.SAID_SO if joined_on else ""
    contact = Contact.objects.create(
        campaign=campaign,
        **{
            "name": name,
            "given_name": given or name,
            "family_name": family if given else "",
            "folded": fold(name),
            "sort_name": fold(f"{family} {given}"),
            "joined_on": joined_on,
            "joined_because": because,
            **fields,
        },
    )
    return refreshed(contact)


def make_common_ground(contact: Contact, text: str = "Both worked nights", **fields: Any) -> CommonGround:
    row = CommonGround.objects.create(
        campaign=contact.campaign, contact=contact, text=text, **{"found_on": DAY, **fields}
    )
    refreshed(contact)
    return row


def make_note(contact: Contact, text: str = "Likes canal boats", **fields: Any) -> Note:
    return Note.objects.create(campaign=contact.campaign, contact=contact, text=text, **{"day": DAY, **fields})


def make_invitation(contact: Contact, *, answer: Answer = Answer.WAITING, **fields: Any) -> Invitation:
    if answer != Answer.WAITING:
        fields.setdefault("answered_on", fields.get("sent_on", DAY))
    row = Invitation.objects.create(
        campaign=contact.campaign, contact=contact, answer=answer, **{"sent_on": DAY, **fields}
    )
    refreshed(contact)
    return row


def make_meeting(contact: Contact, *, status: Status = Status.HELD, **fields: Any) -> Meeting:
    day = fields.get("day", DAY)
    if status == Status.HELD:
        fields.setdefault("logged_on", day)
    else:
        fields.setdefault("planned_on", min(day, DAY))
        fields.setdefault("purpose_kind", PurposeKind.ACQUAINT)
    row = Meeting.objects.create(campaign=contact.campaign, contact=contact, status=status, **{"day": day, **fields})
    refreshed(contact)
    return row


def make_touch(contact: Contact, **fields: Any) -> Touch:
    row = Touch.objects.create(campaign=contact.campaign, contact=contact, **{"day": DAY, **fields})
    refreshed(contact)
    return row


def make_opened(contact: Contact, **fields: Any) -> OpenedMessage:
    """The text of an invitation was opened in another program."""
    typed = {"purpose_kind": "path", "ask_kind": "view", "channel": "mail", "sent_on": str(DAY), "message": "Hi"}
    form = {name: [text] for name, text in typed.items()}
    kept = {"written_in": WrittenIn.INVITE.value, "form": form, "opened_on": DAY}
    row = OpenedMessage.objects.create(campaign=contact.campaign, contact=contact, **{**kept, **fields})
    refreshed(contact)
    return row


def make_item(contact: Contact, text: str = "Open with late deliveries", **fields: Any) -> ObtainedItem:
    if fields.get("kind") == ItemKind.REFERRAL:
        fields.setdefault("referral_state", ReferralState.PROMISED)
    row = ObtainedItem.objects.create(campaign=contact.campaign, contact=contact, text=text, **{"day": DAY, **fields})
    refreshed(contact)
    return row


def make_referral(giver: Contact, name: str) -> ObtainedItem:
    """The giver has promised to introduce somebody of this name: a new contact, for whom the giver is waited for."""
    referred = make_contact(giver.campaign, name)
    row = make_item(giver, "", kind=ItemKind.REFERRAL, referred=referred)
    keep_in_step([row], DAY)
    refresh([giver.pk, referred.pk])
    return row


def make_follow_up(contact: Contact, text: str = "Send the summary", **fields: Any) -> FollowUp:
    row = FollowUp.objects.create(
        campaign=contact.campaign, contact=contact, text=text, **{"due_on": DAY, "created_on": DAY, **fields}
    )
    refreshed(contact)
    return row


def make_skill(campaign: Campaign, place: int = 1, text: str = "Calm on a late line") -> Skill:
    return Skill.objects.create(campaign=campaign, place=place, text=text)


def make_story(campaign: Campaign, title: str = "The night-shift vote", **fields: Any) -> Story:
    return Story.objects.create(campaign=campaign, title=title, **fields)


def make_version(
    campaign: Campaign, kind: str = "one_to_one", text: str = "I run plants.", **fields: Any
) -> PitchVersion:
    number = PitchVersion.objects.filter(campaign=campaign, kind=kind).count() + 1
    kept = {"number": number, "day": DAY, **fields}
    return PitchVersion.objects.create(campaign=campaign, kind=kind, text=text, **kept)


def make_telling(contact: Contact, told: Story | PitchVersion, **fields: Any) -> Telling:
    what = {"story" if isinstance(told, Story) else "version": told}
    return Telling.objects.create(campaign=contact.campaign, contact=contact, **{"day": DAY, **what, **fields})


def make_import(campaign: Campaign, **fields: Any) -> Import:
    """A file that was looked at, with one row of which nothing was taken yet."""
    said = {"file_name": "Connections.csv", "kind": "LinkedIn connections", "encoding": "utf-8", "delimiter": ","}
    upload = Import.objects.create(campaign=campaign, **{**said, "records": 1, "expected": {"new": 1}, **fields})
    person = {"given_name": "Zoya", "family_name": "Quillfeather"}
    ImportRow.objects.create(
        campaign=campaign, source=upload, number=1, line=2, outcome="new", name="Zoya Quillfeather", person=person
    )
    return upload


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("UTC"))


def refreshed(contact: Contact) -> Contact:
    refresh([contact.pk])
    contact.refresh_from_db()
    return contact
