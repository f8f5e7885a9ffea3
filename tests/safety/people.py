"""The people of a crowd: one with all that can be known and said, and one of each kind that a list asks for."""

import uuid
from datetime import timedelta
from typing import Any

from campaigns.models import Draft
from contacts.models import Contact, ContactEmail, ContactLink, ContactPhone, Tag
from contacts.rules.knowing import KnownAs
from contacts.rules.leaving import LeftBecause
from contacts.rules.prompts import PROMPTS
from contacts.rules.words import fold
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from meetings.rules.touch import Direction
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, Stance
from pitch.models import Story
from relationships.rules.steps import StepKind
from tests import factories
from tests.factories import DAY
from tests.safety.cast import NOW, PHONE, Crowd, email_of, name_of, profile_key_of, profile_of
from tests.safety.events import met_and_asked
from tests.safety.files import uploaded
from tests.safety.hers import GONE
from today.models import ChosenRow, PlannedAsk
from trash.writes.deleting import throw_away


def known(this: Crowd, word: str, key: dict[str, Any]) -> Contact:
    """Somebody of the network with all that can be known about a person."""
    campaign, name = this.campaign, name_of(word)
    company = factories.make_company(campaign, name, is_target=True, rank=1, notes=f"{word} notes", **key)
    person = factories.make_contact(
        campaign, name, company=company, **key, joined_on=DAY - timedelta(days=60), nickname=f"{word} nick",
        position=f"{word} manager", location=f"{word} town", how_we_met=f"{word} fair", knows_about=f"{word} ropes",
        could_help_them=f"{word} help", ask_next_time=f"{word} next", starred=True,
        known_from_before=DAY - timedelta(days=900),
        linkedin_key=profile_key_of(word), imported_details={"Fax": f"{word} fax"},
    )  # fmt: skip
    tag = Tag.objects.create(campaign=campaign, name=name, folded=fold(name), **key)
    person.tags.add(tag)
    here = {"campaign": campaign, "contact": person, **key}
    ContactEmail.objects.create(address=email_of(word), key=email_of(word), **here)
    ContactPhone.objects.create(number=PHONE, label=f"{word} desk", **here)
    ContactLink.objects.create(url=profile_of(word), **here)
    this.keep("company", company)
    this.keep("contact", person)
    this.keep("tag", tag)
    this.keep("ground", factories.make_common_ground(person, f"{word} ground", **key))
    this.keep("ground", factories.make_common_ground(person, f"{word} hint", found_on=None))
    this.keep("note", factories.make_note(person, f"{word} note", **key))
    return person


def spoken_with(this: Crowd, person: Contact, story: Story, word: str, key: dict[str, Any]) -> None:
    """What was asked, said, given and promised."""
    long_ago = DAY - timedelta(days=40)
    held = factories.make_meeting(
        person, day=long_ago, remember=f"{word} remembered", place=f"{word} café", ask=f"{word} asked", **key
    )
    to_log = factories.make_meeting(person, status=Status.PLANNED, day=DAY - timedelta(days=1), place=f"{word} park")
    coming = factories.make_meeting(
        person, status=Status.PLANNED, day=DAY + timedelta(days=1), starts_at=NOW + timedelta(days=1), ask=f"{word} ask"
    )
    this.keep("meeting", held, to_log, coming)
    question = met_and_asked(this, person, coming, word, key)
    this.keep("telling", factories.make_telling(person, story, meeting=held, day=long_ago, **key))
    this.keep("touch", factories.make_touch(person, text=f"{word} touch", direction=Direction.RECEIVED, **key))
    this.keep(
        "invitation", factories.make_invitation(person, answer=Answer.YES, sent_on=long_ago, ask=f"{word} view", **key)
    )
    finding = {"question": question, "stance": Stance.ADDS}
    this.keep("item", factories.make_item(person, f"{word} advice", meeting=held, day=long_ago, **finding, **key))
    this.keep(
        "follow",
        factories.make_follow_up(person, f"{word} due", **key),
        factories.make_follow_up(person, f"{word} later", due_on=DAY + timedelta(days=9)),
        factories.make_follow_up(person, f"{word} late", due_on=DAY - timedelta(days=9), kind=FollowUpKind.ACTION),
        factories.make_follow_up(person, f"{word} said", kind=FollowUpKind.WAITING),
        factories.make_follow_up(person, f"{word} done", status=FollowUpStatus.DONE, closed_on=DAY),
        factories.make_follow_up(person, f"{word} faded", by_rule=True, due_on=DAY - timedelta(days=40)),
    )


def hers_alone(this: Crowd, word: str, pk: int) -> None:
    """What another crowd has not got: it would be seen there at once."""
    campaign = this.campaign
    Tag.objects.create(campaign=campaign, name=f"{word} empty", folded=f"{word} empty", pk=pk + 3)
    factories.make_company(campaign, f"{word} Empty", pk=pk + 3)
    factories.make_skill(campaign, 2, f"{word} second skill")
    for path in ("/pitch/stories/new/", "/companies/", "/people/choose/"):
        Draft.objects.create(owner=campaign.owner, path=path, fields={"title": [f"{word} typed"]})
    for place, name in enumerate((name_of(word), ""), 1):
        saved = {"key": uuid.UUID(int=pk + place), "path": "/people/new/", "result": f"/people/{pk}/"}
        Draft.objects.create(owner=campaign.owner, fields={"name": [name]}, **saved)
    silent = factories.make_contact(campaign, f"{word} Silent")
    factories.make_invitation(silent, sent_on=DAY - timedelta(days=30), answer=Answer.NO_ANSWER)
    willing = factories.make_contact(campaign, f"{word} Willing")
    factories.make_invitation(willing, sent_on=DAY - timedelta(days=3), answer=Answer.YES, answered_on=DAY)
    asked = factories.make_contact(campaign, f"{word} Asked")
    for days in range(30, 40):
        factories.make_invitation(asked, sent_on=DAY - timedelta(days=days), answer=Answer.NO)
    owed = factories.make_contact(campaign, f"{word} Owed")
    for day in (DAY, DAY + timedelta(days=1)):
        factories.make_follow_up(owed, f"{word} promise", kind=FollowUpKind.PROMISE, due_on=day)
    busy = factories.make_contact(campaign, f"{word} Busy")
    due = factories.make_follow_up(busy, f"{word} today", kind=FollowUpKind.ACTION)
    ChosenRow.objects.create(campaign=campaign, contact=busy, day=DAY, place=0, kind=StepKind.DO.value, about=due.pk)
    faded = factories.make_contact(campaign, f"{word} Faded", how_we_met=PROMPTS[0])
    factories.make_invitation(
        faded, sent_on=DAY - timedelta(days=40), answer=Answer.YES, answered_on=DAY - timedelta(days=35)
    )
    factories.make_contact(campaign, f"{word} Free", joined_on=DAY - timedelta(days=60), known_as=KnownAs.KNOWN)
    early = factories.make_contact(campaign, f"{word} Early")
    factories.make_meeting(early, day=DAY - timedelta(days=50))
    gone(this, word)
    uploaded(this, word, taken=False)
    campaign.imports.filter(pk=this.rows["import"][-1].pk).update(uploaded_at=NOW - timedelta(days=60))


def introduced(this: Crowd, word: str, key: dict[str, Any]) -> None:
    """A referral and what waits for it: who promised it may say something else, and undo brings it back."""
    giver = factories.make_contact(this.campaign, f"{word} Giver")
    named = factories.make_contact(this.campaign, f"{word} Named", joined_on=None, introduced_by=giver)
    item = factories.make_item(
        giver, kind=ItemKind.REFERRAL, referred=named, referral_state=ReferralState.PROMISED, **key
    )
    this.keep("follow", factories.make_follow_up(giver, kind=FollowUpKind.WAITING, item=item, **key))


def gone(this: Crowd, word: str) -> None:
    """One of each kind of what is deleted from its own page, and who stands in an uploaded file."""
    person = factories.make_contact(this.campaign, pk=GONE)
    makers = (factories.make_note, factories.make_common_ground, factories.make_touch, factories.make_invitation,
              factories.make_item, factories.make_meeting)  # fmt: skip
    story = factories.make_story(this.campaign, pk=GONE)
    for thing in (*(make(person, pk=GONE) for make in makers), story, person):
        throw_away(this.campaign, thing, "Gone", DAY)
    stands_in_a_file = factories.make_contact(this.campaign, f"{word} Gone")
    throw_away(this.campaign, stands_in_a_file, stands_in_a_file.name, DAY)


def others(this: Crowd, person: Contact, word: str, keys: dict[str, dict[str, Any]]) -> None:
    """One of each kind of person that a list asks for."""
    campaign = this.campaign
    referred = factories.make_contact(
        campaign, f"{word} Referred", joined_on=None, introduced_by=person, position=f"{word} manager"
    )
    this.keep(
        "item",
        factories.make_item(
            person,
            f"{word} referral",
            kind=ItemKind.REFERRAL,
            referred=referred,
            referral_state=ReferralState.INTRODUCED,
        ),
    )
    waiting = factories.make_contact(campaign, f"{word} Waiting")
    this.keep("invitation", factories.make_invitation(waiting, sent_on=DAY - timedelta(days=15), ask=f"{word} view"))
    left = factories.make_contact(
        campaign, f"{word} Left", **keys["left"], left_on=DAY - timedelta(days=3), left_because=LeftBecause.WAIT,
        left_until=DAY + timedelta(days=30),
    )  # fmt: skip
    quiet = factories.make_contact(campaign, f"{word} Quiet", starred=True, joined_on=DAY - timedelta(days=300))
    factories.make_meeting(quiet, day=DAY - timedelta(days=200))
    fresh = factories.make_contact(campaign, f"{word} Fresh")
    factories.make_meeting(fresh, day=DAY - timedelta(days=1))
    never_met = factories.make_contact(campaign, f"{word} Never", **keys["never"])
    PlannedAsk.objects.create(campaign=campaign, contact=never_met, day=DAY + timedelta(days=3))
    factories.make_opened(factories.make_contact(campaign, f"{word} Opened"), opened_on=DAY - timedelta(days=1))
    factories.make_contact(
        campaign, f"{word} Back", left_on=DAY - timedelta(days=9), left_because=LeftBecause.WAIT, left_until=DAY,
    )  # fmt: skip
    old_place = factories.make_company(campaign, f"{word} Mills")
    in_book = factories.make_contact(
        campaign, f"{word} Book", joined_on=None, position=f"{word} manager", company=old_place, connected_on=DAY
    )
    deleted = factories.make_note(person, f"{word} deleted")
    this.keep("contact", referred, waiting, left, quiet, never_met, in_book)
    this.keep("company", old_place)
    this.keep("deletion", throw_away(campaign, deleted, f"{word} note", DAY))
