"""All rows of a campaign, and somebody on whom one row of everything hangs."""

from typing import Any

from django.apps import apps
from django.core import serializers

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.writes.people import add_email, tag_named
from meetings.models import MayKnow, MeetingQuestion
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, Stance
from relationships.writes import introductions, planning
from tests import event_factories, factories
from trash.models import Deletion

DAY = factories.DAY


def everything(campaign: Campaign) -> dict[str, list[Any]]:
    """Every row of the campaign, as it would be exported; the trash itself left out."""
    rows: dict[str, list[Any]] = {}
    for model in apps.get_models(include_auto_created=True):
        if model is Deletion or model._meta.app_label not in {"contacts", "meetings", "outcomes", "pitch", "research"}:
            continue
        found = model._base_manager.order_by("pk")
        rows[model._meta.label] = serializers.serialize("python", found)
    return rows


def full_contact(campaign: Campaign) -> Contact:
    """Somebody with one row of everything that can hang on a contact."""
    contact = factories.make_contact(campaign, "Graham Estevane", company="Tillerman Group", linkedin_key="/in/graham")
    add_email(contact, "graham@example.org")
    contact.tags.add(tag_named(campaign, "former boss"))
    factories.make_note(contact)
    factories.make_common_ground(contact)
    factories.make_invitation(contact, answer=Answer.YES)
    meeting = factories.make_meeting(contact)
    factories.make_telling(contact, factories.make_story(campaign), meeting=meeting)
    referred = factories.make_contact(campaign, "Halden Brooks", introduced_by=contact)
    item = factories.make_item(contact, kind=ItemKind.REFERRAL, referred=referred, meeting=meeting)
    touch = factories.make_touch(contact)
    factories.make_follow_up(contact, kind=FollowUpKind.WAITING, item=item, meeting=meeting, touch=touch)
    back = factories.make_item(referred, "Named Graham back", kind=ItemKind.REFERRAL, referred=contact)
    factories.make_follow_up(referred, kind=FollowUpKind.WAITING, item=back)
    introductions.met([contact.pk], DAY)
    planning.touch(referred, today=DAY, day=DAY, direction=Direction.SENT)
    question = event_factories.make_question(campaign)
    factories.make_item(contact, "The owner does", question=question, stance=Stance.AGREES, is_cited=True)
    MayKnow.objects.create(campaign=campaign, contact=contact, question=question)
    MeetingQuestion.objects.create(campaign=campaign, meeting=meeting, question=question)
    return contact
