"""What the siege cannot miss: nothing of another campaign is offered, counted or taken over by research and events."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Tag
from meetings.rules.events import EventKind
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind, UsedAs
from pitch.rules.versions import Spoken
from relationships.rules.events import Met
from relationships.writes.events import write_met
from relationships.writes.using import put_back, put_to_use
from research.models import Question
from research.writes.questions import next_place
from tests import event_factories, factories
from tests.factories import DAY

HERS = "Zwetschge"
"""A word that stands in all that is the other's."""


@pytest.fixture
def hers(other_campaign: Campaign) -> Campaign:
    person = factories.make_contact(other_campaign, f"{HERS} Kunz", knows_about="plants")
    question = event_factories.make_question(other_campaign, f"{HERS} about plants?", place=9)
    tag(other_campaign, HERS).contacts.add(person)
    factories.make_item(person, HERS, kind=ItemKind.INFORMATION, question=question)
    tag(other_campaign, f"{HERS} too").contacts.add(factories.make_contact(other_campaign, f"{HERS} Lang"))
    event_factories.make_event(other_campaign, f"{HERS} fair", day=other_campaign.owner.today() + timedelta(days=9))
    factories.make_version(other_campaign, kind=Spoken.CARD, text=HERS)
    return other_campaign


def tag(campaign: Campaign, name: str) -> Tag:
    return Tag.objects.get_or_create(campaign=campaign, name=name, folded=name.lower())[0]


def answered_by_tag(campaign: Campaign) -> str:
    """One's own finding, of a tag that somebody of the other campaign was given, too."""
    item = factories.make_item(factories.make_contact(campaign), question=event_factories.make_question(campaign))
    tag(campaign, "Food").contacts.add(item.contact)
    return "/research/"


PAGES: dict[str, Callable[[Campaign], str]] = {
    "plan": lambda mine: f"/meetings/new/?contact={factories.make_contact(mine).pk}",
    "file": lambda mine: f"/obtained/{factories.make_item(factories.make_contact(mine)).pk}/question/",
    "research": answered_by_tag,
    "question": lambda mine: f"/research/{event_factories.make_question(mine, 'Who plans plants?').pk}/",
    "events": lambda mine: "/events/",
}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_another_campaign_is_shown(client: Client, campaign: Campaign, hers: Campaign, page: str) -> None:
    url = PAGES[page](campaign)
    if page == "research":
        tag(campaign, "Food").contacts.add(hers.contacts.earliest("pk"))

    shown = client.get(url).content.decode()

    assert HERS not in shown
    assert page != "file" or ">File it<" not in shown
    assert page != "research" or "one person" in shown


def test_nothing_of_another_campaign_is_taken_over(client: Client, campaign: Campaign, hers: Campaign) -> None:
    assert next_place(campaign) == 0
    event = event_factories.make_event(campaign, kind=EventKind.TRANSITION)
    write_met(event, [Met(name="Ann Lee", heard=True)], DAY)
    event.refresh_from_db()
    assert event.card is None

    item = ObtainedItem.objects.get(campaign=hers)
    done = put_to_use(item, UsedAs.OTHERWISE, today=DAY)
    assert done
    assert put_back(campaign, done, DAY) == 0

    gone = Question.objects.get(campaign=hers)
    Client.force_login(stranger := Client(), hers.owner, backend="django.contrib.auth.backends.ModelBackend")
    assert stranger.post(f"/research/{gone.pk}/delete/").status_code == 302
    assert client.post(f"/research/{gone.pk}/delete/").status_code == 404
