"""One row of each kind that the admin shows, and where the admin shows it."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from campaigns.models import Campaign, Draft
from contacts.models import Tag
from meetings.models import MayKnow, MeetingQuestion
from outcomes.rules.items import ItemKind
from pages.admin.own import OwnAdmin
from tests import event_factories, factories
from transfer.models import Import, ImportRow
from trash.writes.deleting import throw_away

OWN = {model: page for model, page in admin.site._registry.items() if isinstance(page, OwnAdmin)}
HIDDEN = "Zephyrine"
NOT_IN_THE_ADMIN = {"contacts.searchword", "contacts.contactemail", "contacts.contactphone", "contacts.contactlink",
                    "transfer.origin",
                    "today.chosenrow"}  # fmt: skip
OURS = ("campaigns", "contacts", "pitch", "research", "meetings", "outcomes", "trash", "transfer", "today")


def fill(campaign: Campaign, word: str = HIDDEN) -> dict[type[Model], Model]:
    """One row of each kind, with this word in whatever can be read."""
    company = factories.make_company(campaign, f"{word} Foods {factories.numbers.__next__()}")
    contact = factories.make_contact(campaign, f"{word} Person", company=company, position=f"{word} position")
    tag = Tag.objects.get_or_create(campaign=campaign, name=f"{word} tag", folded=f"{word} tag")[0]
    contact.tags.add(tag)
    skill = campaign.skills.first() or factories.make_skill(campaign, 1, f"{word} skill")
    story = factories.make_story(campaign, f"{word} story", skill=skill)
    meeting = factories.make_meeting(contact, place=f"{word} place")
    thrown = throw_away(campaign, factories.make_note(contact, f"{word} deleted"), f"{word} note", factories.DAY)
    source = Import.objects.create(
        campaign=campaign,
        file_name=f"{word}.csv",
        kind="LinkedIn",
        digest="0",
        encoding="utf-8",
        delimiter=",",
        records=1,
    )
    event = event_factories.make_event(campaign, f"{word} event")
    question = event_factories.make_question(campaign, f"{word} question")
    rows = [
        event, question, event_factories.make_encounter(contact, event, note=f"{word} met"),
        MeetingQuestion.objects.create(campaign=campaign, meeting=meeting, question=question),
        MayKnow.objects.create(campaign=campaign, contact=contact, question=question),
        company, contact, tag, skill, story, meeting, thrown, source, campaign,
        ImportRow.objects.create(campaign=campaign, source=source, number=1, line=4, outcome="new", name=f"{word} row"),
        campaign.pauses.create(from_day=factories.DAY, to_day=factories.DAY),
        Draft.objects.create(owner=campaign.owner, path=f"/{word}/", fields={"name": [word]}),
        factories.make_common_ground(contact, f"{word} ground"),
        factories.make_note(contact, f"{word} text"),
        factories.make_invitation(contact, ask=f"{word} ask"),
        factories.make_touch(contact, text=f"{word} touch"),
        factories.make_telling(contact, story),
        factories.make_version(campaign, "card", f"{word} card"),
        factories.make_item(contact, f"{word} item", kind=ItemKind.REFERRAL, referred=factories.make_contact(campaign)),
        factories.make_follow_up(contact, f"{word} follow-up"),
        factories.make_opened(contact),
        campaign.message_templates.update_or_create(occasion="thank", defaults={"long": f"{word} thanks"})[0],
        campaign.planned_asks.create(contact=contact, day=factories.DAY),
        campaign.week_notes.update_or_create(week=factories.DAY, defaults={"learned": f"{word} learned"})[0],
    ]  # fmt: skip
    return {type(row): row for row in rows}


def address(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
