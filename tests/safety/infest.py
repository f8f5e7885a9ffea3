"""A campaign whose every text is a payload: each row that hangs on a person is there forty times, with one each."""

from typing import Any

from django.db.models import CharField, Field, Model, TextField, URLField

from accounts.models import User
from contacts.models import ContactEmail, ContactLink, ContactPhone, Tag
from contacts.rules.words import fold
from meetings.rules.meeting import Status
from outcomes.rules.items import ItemKind, ReferralState
from tests import event_factories, factories
from tests.factories import DAY
from tests.safety.cast import Crowd
from tests.safety.crowd import crowd
from tests.safety.payloads import OWN_LINK, PAYLOADS, packed
from tests.safety.worlds import tenant_models
from trash.writes.deleting import throw_away

# What the program writes and reads back by itself: no text of anybody.
NOT_TEXT = {
    "folded", "sort_name", "linkedin_key", "digest", "encoding", "delimiter", "key", "path", "result", "kind",
    "example", "word", "order", "answer", "occasion",
}  # fmt: skip


def infested(owner: User) -> Crowd:
    this = crowd(owner, "Plain")
    for model in tenant_models():
        for place, row in enumerate(rows(model, this)):
            fill(row, place)
    for place in range(len(PAYLOADS)):
        one_more(this, place)
    return this


def rows(model: type[Model], this: Crowd) -> list[Model]:
    names = {column.name for column in model._meta.fields}
    if model._meta.label == "campaigns.Campaign":
        return [this.campaign]
    if "campaign" in names:
        return list(model._default_manager.filter(campaign=this.campaign))
    return list(model._default_manager.filter(owner=this.campaign.owner)) if "owner" in names else []


def text_fields(model: type[Model]) -> list["Field[Any, Any]"]:
    texts = [field for field in model._meta.fields if isinstance(field, CharField | TextField)]
    return [field for field in texts if not field.choices and field.name not in NOT_TEXT]


def fill(row: Model, place: int) -> None:
    """Every text of this row; forty in a long one."""
    for number, field in enumerate(text_fields(type(row))):
        start = OWN_LINK if isinstance(field, URLField) else ""
        most = field.max_length - len(start) if field.max_length else None
        setattr(row, field.name, start + packed(place + number, most))
    for name in ("fields", "imported_details"):
        if hasattr(row, name):
            setattr(
                row, name, {PAYLOADS[0]: PAYLOADS, "name": PAYLOADS} if name == "fields" else {PAYLOADS[0]: PAYLOADS[1]}
            )
    row.save()


def one_more(this: Crowd, place: int) -> None:
    """Somebody who is this payload, in everything that a list shows."""
    text, campaign = PAYLOADS[place], this.campaign
    person = factories.make_contact(
        campaign, text, given_name=text, family_name=text, company=text, position=text, location=text, knows_about=text,
        how_we_met=text, ask_next_time=text, nickname=text,
    )  # fmt: skip
    tag = Tag.objects.get_or_create(campaign=campaign, folded=fold(text[:60]), defaults={"name": text[:60]})[0]
    person.tags.add(tag)
    company = person.company
    if company:
        company.is_target, company.rank, company.notes = True, place % 9 + 1, text
        company.save()
    here: dict[str, Any] = {"campaign": campaign, "contact": person}
    ContactEmail.objects.create(address=text, key=fold(text), **here)
    ContactPhone.objects.create(number=text[:60], label=text[:60], **here)
    ContactLink.objects.create(url=f"{OWN_LINK}{text}", **here)
    factories.make_common_ground(person, text)
    factories.make_note(person, text)
    factories.make_touch(person, text=text)
    factories.make_meeting(person, remember=text, place=text, ask=text)
    if place < 4:
        factories.make_meeting(person, status=Status.PLANNED, day=DAY, place=text, ask=text, purpose=text)
    factories.make_item(person, text)
    factories.make_item(
        person, text, kind=ItemKind.REFERRAL, referral_state=ReferralState.OFFERED, referred=this.rows["contact"][1]
    )
    event_factories.make_encounter(person, event_factories.make_event(campaign, text[:200], place=text), note=text)
    event_factories.make_question(campaign, text[:300], came_of_it_words=text)
    factories.make_invitation(person, ask=text, message=text)
    factories.make_follow_up(person, text)
    factories.make_story(campaign, text[:120], wrong=text, did=text, came_of_it=text, trigger=text)
    factories.make_version(campaign, ("one_to_one", "card", "position")[place % 3], text, ask=text, reason_words=text)
    throw_away(campaign, factories.make_note(person, text), text, DAY)


def connections_of_payloads() -> bytes:
    """A LinkedIn file of such people."""
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for place, payload in enumerate(PAYLOADS):
        cell = '"' + payload.replace('"', '""') + '"'
        lines.append(f"{cell},{cell},https://www.linkedin.com/in/p{place},{cell},{cell},{cell},05 Jul 2023")
    return "\n".join(lines).encode()
