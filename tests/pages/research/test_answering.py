"""R14: the user's own answer, what it rests on, and what becomes of what it rests on."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from outcomes.models import FollowUp, ObtainedItem
from research.models import Question
from tests.event_factories import make_question
from tests.pages.research.test_research import heard, shown


@pytest.fixture
def today(campaign: Campaign) -> date:
    return campaign.owner.today()


def test_an_answer_cites_its_findings_and_says_what_became_of_it(
    client: Client, campaign: Campaign, today: date
) -> None:
    question = make_question(campaign)
    heard(question, "Ann")
    heard(question, "Bob")
    cited = ObtainedItem.objects.get(contact__name="Ann")
    address = f"{question.get_absolute_url()}answer/"

    posted = {"answer": "Planning first.", "rests_on": [str(cited.pk)], "came_of_it": "question"}
    led = client.post(address, posted)

    question.refresh_from_db()
    assert (question.answer, question.answered_on, question.came_of_it) == ("Planning first.", today, "question")
    assert [item.contact.name for item in ObtainedItem.objects.filter(is_cited=True)] == ["Ann"]
    client.post(led["Location"], {"text": "And then?", "people_wanted": "3"})
    assert Question.objects.get(text="And then?").led_from == question
    page = shown(client, question.get_absolute_url())
    assert "Your answer rests on it" in page
    assert "It led to And then?" in page
    assert [item.used_as for item in ObtainedItem.objects.filter(is_cited=True)] == ["answer"]
    assert list(FollowUp.objects.open().values_list("contact__name", "kind")) == [("Ann", "tell")]
    client.post(address, {**posted, "answer": "Planning first, then sales."})
    assert FollowUp.objects.count() == 1
    client.post(f"/obtained/{cited.pk}/take-back/")
    assert not ObtainedItem.objects.filter(is_cited=True).exists()
    client.post(f"/obtained/{cited.pk}/use/", {"how": "answer", "question": str(question.pk)})
    assert ObtainedItem.objects.get(is_cited=True) == cited

    client.post(address, {"answer": "", "rests_on": [str(cited.pk)], "came_of_it": "position"})
    question.refresh_from_db()
    assert (question.answered_on, question.came_of_it) == (None, "")
    assert not ObtainedItem.objects.filter(is_cited=True).exists()
    assert not ObtainedItem.objects.exclude(used_on=None).exists()
    assert not FollowUp.objects.open().exists()


@pytest.mark.parametrize(("came_of_it", "leads"), [("position", "/pitch/position/"), ("pitch", "/pitch/one-to-one/")])
def test_what_became_of_it_leads_to_what_is_changed(
    client: Client, campaign: Campaign, today: date, came_of_it: str, leads: str
) -> None:
    question = make_question(campaign, answer="Yes.", answered_on=today, came_of_it=came_of_it)

    assert f'href="{leads}"' in client.get(question.get_absolute_url()).content.decode()


def test_what_is_taken_out_or_filed_elsewhere_is_to_use_again(client: Client, campaign: Campaign) -> None:
    question, other = make_question(campaign), make_question(campaign, "Another?", place=1)
    heard(question, "Ann")
    item = ObtainedItem.objects.get()
    address = question.get_absolute_url()

    def stands() -> tuple[bool, str, int]:
        item.refresh_from_db()
        return item.is_cited, item.used_as, FollowUp.objects.open().count()

    client.post(f"{address}answer/", {"answer": "Planning.", "rests_on": [str(item.pk)]})
    assert stands() == (True, "answer", 1)
    taken_out = client.post(f"{address}take-out/", {"item": str(item.pk)}, follow=True)
    assert stands() == (False, "", 0)
    *_, undo = (str(message.extra_tags) for message in taken_out.context["messages"])
    client.post(undo)
    assert stands() == (True, "answer", 1)
    client.post(f"/obtained/{item.pk}/question/", {"question": str(other.pk), "stance": "adds"})
    assert stands() == (False, "", 0)
