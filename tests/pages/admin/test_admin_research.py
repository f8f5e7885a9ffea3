"""What the pages of the research keep, the admin keeps."""

from django.test import Client

from campaigns.models import Campaign
from outcomes.models import ObtainedItem
from research.models import Question
from tests import factories
from tests.event_factories import make_question


def test_a_new_question_stands_last_and_an_answer_taken_away_opens_it(alices: Client, campaign: Campaign) -> None:
    make_question(campaign, place=7)
    alices.post("/admin/research/question/add/", {"text": "Who hires?", "people_wanted": "3", "answer": "The owner"})
    asked = Question.objects.get(text="Who hires?")
    assert (asked.place, asked.answered_on) == (8, campaign.owner.today())

    item = factories.make_item(factories.make_contact(campaign), question=asked, stance="adds", is_cited=True)
    said = {"text": "Who hires?", "people_wanted": "3", "came_of_it": "pitch"}
    alices.post(f"/admin/research/question/{asked.pk}/change/", said)
    asked.refresh_from_db()
    item.refresh_from_db()
    assert (asked.answered_on, asked.came_of_it, item.is_cited) == (None, "", False)


def test_what_is_filed_under_another_question_is_cited_no_more(alices: Client, campaign: Campaign) -> None:
    one, other = make_question(campaign), make_question(campaign, "Who hires?")
    item = factories.make_item(factories.make_contact(campaign), question=one, stance="adds", is_cited=True)
    said = {"text": "So it is", "kind": "advice", "day": item.day.isoformat(), "stance": "agrees"}

    for question, left in ((other, (other.pk, "agrees", False)), (None, (None, "", False))):
        posted = said | ({"question": str(question.pk)} if question else {})
        assert alices.post(f"/admin/outcomes/obtaineditem/{item.pk}/change/", posted).status_code == 302
        assert ObtainedItem.objects.values_list("question", "stance", "is_cited").get() == left
