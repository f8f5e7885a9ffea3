"""The pages of the research send the same statements however many questions, findings and people there are."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from meetings.models import MayKnow
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from research.models import Question
from tests.event_factories import make_question
from tests.factories import make_contact, make_meeting


def test_the_statements_do_not_grow(client: Client, campaign: Campaign) -> None:
    question = make_question(campaign, "Who decides about plants?")
    own = question.get_absolute_url()
    sent: dict[str, list[int]] = {address: [] for address in ("/research/", own, f"{own}answer/", f"{own}file/")}
    for many in (0, 3, 300):
        fill(question, many)
        client.get("/")
        for address, found in sent.items():
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            found.append(len(captured))

    assert {address: found for address, found in sent.items() if found[2] > found[1] or max(found) > 15} == {}


def fill(question: Question, many: int) -> None:
    """So many open and answered questions and findings, and a few people who were ticked and are met."""
    campaign, today = question.campaign, question.campaign.owner.today()
    answered = {"answer": "Yes.", "answered_on": today}
    questions = [
        Question(campaign=campaign, text=f"Question {number}?", asked_on=today, **(answered if number % 2 else {}))
        for number in range(2 * many)
    ]
    Question.objects.bulk_create(questions)
    people = [make_contact(campaign, f"Ann {many} {place}", knows_about="plants") for place in range(min(many, 9))]
    for person in people:
        MayKnow.objects.create(campaign=campaign, contact=person, question=question)
        make_meeting(person, status=Status.PLANNED, day=today).questions.create(campaign=campaign, question=question)
    ObtainedItem.objects.bulk_create(
        ObtainedItem(
            campaign=campaign,
            contact=people[number % len(people)],
            text="So it is",
            day=today,
            question=question if number % 2 else one,
            stance="adds",
        )
        for number, one in enumerate(questions)
    )
