"""The research in a browser: its pages pass in every look, and the console is silent."""

from collections.abc import Callable

from accounts.models import User
from campaigns.models import Campaign
from meetings.models import MayKnow
from outcomes.rules.items import Stance
from tests.event_factories import make_question
from tests.factories import make_contact, make_item


def test_the_pages_pass_in_every_look(
    campaign: Campaign, alice: User, every_look: Callable[[str, User | None], None]
) -> None:
    question = make_question(campaign, "Who decides about plants?")
    make_question(campaign, "Which plants are growing?", place=1)
    for name, stance in (("Ann Archer", Stance.AGREES), ("Bea Baker", Stance.DISAGREES)):
        make_item(make_contact(campaign, name), question=question, stance=stance, is_cited=True)
    MayKnow.objects.create(campaign=campaign, contact=make_contact(campaign, "Cleo Clark"), question=question)

    for path in ("/research/", "/research/{}/", "/research/{}/answer/", "/research/{}/file/"):
        every_look(path.format(question.pk), alice)
