"""R14: questions, what people said to them, the user's answer, and whom to ask next."""

from datetime import date

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from meetings.models import MayKnow, MeetingQuestion
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from outcomes.rules.items import Stance
from relationships.writes.findings import file_under
from research.models import Question
from tests.event_factories import make_question
from tests.factories import DAY, make_contact, make_item, make_meeting
from tests.pages.screens import words
from trash.models import Deletion


@pytest.fixture
def today(campaign: Campaign) -> date:
    return campaign.owner.today()


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return words(answer.content.decode())


def heard(question: Question, name: str, company: str | None = None, stance: Stance = Stance.ADDS) -> Contact:
    contact = make_contact(question.campaign, name, company=company)
    file_under(make_item(contact, f"{name} said so"), question, stance, today=DAY)
    return contact


def test_a_question_is_asked_and_stands_last(client: Client, campaign: Campaign, today: date) -> None:
    first = make_question(campaign, place=4)
    client.post("/research/new/", {"text": " Who  hires? ", "people_wanted": "1"})
    refused = client.post("/research/new/", {"text": "!!", "people_wanted": "3"})

    asked = Question.objects.exclude(pk=first.pk).get()
    assert (asked.text, asked.people_wanted, asked.place, asked.asked_on) == ("Who hires?", 1, 5, today)
    assert refused.status_code == 422
    assert 'value="!!"' in refused.content.decode()
    assert f'href="{asked.get_absolute_url()}"' in client.get("/search/", {"q": "hires"}).content.decode()


def test_questions_stand_in_the_users_order_and_the_answered_ones_below(
    client: Client, campaign: Campaign, today: date
) -> None:
    one, two, three = (make_question(campaign, f"Question {name}?", place=0) for name in ("one", "two", "three"))
    make_question(campaign, "Question zero?", answer="Yes.", answered_on=today)

    for _ in range(2):  # pressed twice it is once
        client.post(f"/research/{three.pk}/move/", {"above": str(two.pk)})
    client.post(f"/research/{one.pk}/move/", {"below": str(three.pk)})

    page = shown(client, "/research/")
    places = [page.index(f"Question {name}?") for name in ("three", "one", "two", "zero")]
    assert places == sorted(places)


def test_colleagues_are_named_and_counted_once(client: Client, campaign: Campaign) -> None:
    question = make_question(campaign)
    for name in ("Ann", "Bob", "Cleo"):
        heard(question, name, "Acme", Stance.DISAGREES)

    for address in ("/research/", question.get_absolute_url()):
        page = shown(client, address)
        assert "Three people, one company." in page
        assert "1 of 3 sources" in page
        assert page.count("Disagrees") == 3


def test_where_answers_come_from_is_told_by_tag(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    question, freight = make_question(campaign), make_contact(campaign, "Dora")
    assert "Where answers come from" not in shown(client, "/research/")
    for name, company in (("Ann", "Acme"), ("Bob", "Acme"), ("Cleo", None)):
        tag(heard(question, name, company), "Food makers")
    tag(heard(question, "Eva"), "Recruiters")
    tag(freight, "Freight")
    tag(make_contact(other_campaign, "Fay"), "Foreign")

    page = shown(client, "/research/")
    assert "Food makers three people, one company Recruiters one person Freight none yet" in page
    assert "Foreign" not in page


def tag(contact: Contact, name: str) -> None:
    contact.tags.add(Tag.objects.get_or_create(campaign=contact.campaign, name=name, folded=name.lower())[0])


def test_an_item_is_filed_and_taken_out_and_undo_brings_it_back(client: Client, campaign: Campaign) -> None:
    question = make_question(campaign)
    item = make_item(make_contact(campaign, "Ann"))
    client.post(f"{question.get_absolute_url()}file/", {"item": str(item.pk), "stance": "agrees"})
    ObtainedItem.objects.update(is_cited=True)
    item.refresh_from_db()
    assert (item.question, item.stance) == (question, "agrees")

    page = client.post(f"{question.get_absolute_url()}take-out/", {"item": str(item.pk)}, follow=True)
    item.refresh_from_db()
    assert (item.question, item.stance, item.is_cited) == (None, "", False)

    *_, message = page.context["messages"]
    client.post(message.extra_tags)
    item.refresh_from_db()
    assert (item.question, item.stance, item.is_cited) == (question, "agrees", True)

    other = make_question(campaign, "Another?")
    client.post(f"/obtained/{item.pk}/question/", {"question": str(other.pk), "stance": "disagrees"})
    item.refresh_from_db()
    assert (item.question, item.stance, item.is_cited) == (other, "disagrees", False)


def test_whom_to_ask_next(client: Client, campaign: Campaign, today: date) -> None:
    question = make_question(campaign, "Who decides about plants?")
    heard(question, "Heard", "Acme")
    ticked, met = make_contact(campaign, "Ticked"), make_contact(campaign, "Met")
    knows = make_contact(campaign, "Knows", knows_about="plants, audits")
    make_contact(campaign, "Stranger", knows_about="boats")
    make_contact(campaign, "Away", knows_about="plants", left_on=today, left_because="not_right")
    make_meeting(met, status=Status.PLANNED, day=today)
    for contact in (ticked, met):
        client.post(f"{question.get_absolute_url()}who/", {"contact": str(contact.pk), "knows": "yes"})

    page = shown(client, question.get_absolute_url()).split("Whom to ask next")[1]
    assert page.index("Met") < page.index("Ticked") < page.index("Knows")
    assert not {"Stranger", "Away", "Heard"} & set(page.split())
    assert f"/people/{ticked.pk}/invite/?ask=Who%20decides" in client.get("/research/").content.decode()
    assert (
        'value="Who decides about plants?"'
        in client.get(f"/people/{ticked.pk}/invite/?ask=Who%20decides%20about%20plants%3F").content.decode()
    )

    client.post(f"{question.get_absolute_url()}who/", {"contact": str(ticked.pk), "knows": "no"})
    client.post(f"{question.get_absolute_url()}who/", {"person": "Knows", "person_id": str(knows.pk)})
    nobody = client.post(f"{question.get_absolute_url()}who/", {"person": "Nobody At All"})
    assert set(MayKnow.objects.values_list("contact__name", flat=True)) == {"Met", "Knows"}
    assert nobody.status_code == 422


def test_a_deleted_question_comes_back_with_all_that_hung_on_it(
    client: Client, campaign: Campaign, today: date
) -> None:
    question = make_question(campaign)
    contact = heard(question, "Ann")
    meeting = make_meeting(contact, status=Status.PLANNED, day=today)
    MeetingQuestion.objects.create(campaign=campaign, meeting=meeting, question=question)
    MayKnow.objects.create(campaign=campaign, contact=contact, question=question)

    client.post(f"{question.get_absolute_url()}delete/")
    assert (Question.objects.count(), ObtainedItem.objects.get().question) == (0, None)
    back = client.post(f"/trash/{Deletion.objects.get().pk}/restore/")

    assert back["Location"] == question.get_absolute_url()
    assert ObtainedItem.objects.get().question == question
    assert (MeetingQuestion.objects.count(), MayKnow.objects.count()) == (1, 1)
