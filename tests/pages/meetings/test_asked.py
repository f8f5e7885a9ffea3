"""R14: a question is planned for a meeting, stands on its sheet, and is answered, or not asked, in the debrief."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import MayKnow, Meeting, MeetingQuestion
from meetings.rules.asking import Answer
from meetings.rules.meeting import Status
from outcomes.models import ObtainedItem
from research.models import Question
from tests.event_factories import make_question
from tests.factories import make_common_ground, make_contact, make_invitation, make_item, make_meeting
from tests.pages.meetings.debriefing import posted
from trash.models import Deletion


@pytest.fixture
def today(campaign: Campaign) -> date:
    return campaign.owner.today()


@pytest.fixture
def ann(campaign: Campaign) -> Contact:
    contact = make_contact(campaign, "Ann")
    make_common_ground(contact)
    return contact


@pytest.fixture
def meeting(ann: Contact, today: date) -> Meeting:
    return make_meeting(ann, status=Status.PLANNED, day=today)


@pytest.fixture
def questions(campaign: Campaign) -> list[Question]:
    return [make_question(campaign, text, place=place) for place, text in enumerate(("Who hires?", "Is it credible?"))]


def results() -> dict[str, str]:
    return dict(MeetingQuestion.objects.values_list("question__text", "result"))


def findings() -> list[tuple[str, str, str]]:
    found = ObtainedItem.objects.exclude(question=None).order_by("pk")
    return list(found.values_list("question__text", "text", "stance"))


def test_questions_are_planned_and_stand_on_the_sheet(
    client: Client, ann: Contact, questions: list[Question], today: date
) -> None:
    hires, credible = questions
    make_question(ann.campaign, "Answered?", answer="Yes.", answered_on=today)
    MayKnow.objects.create(campaign=ann.campaign, contact=ann, question=credible)
    form = client.get(f"/meetings/new/?contact={ann.pk}").content.decode()
    assert form.index("Is it credible?") < form.index("could know") < form.index("Who hires?")
    assert "Answered?" not in form

    planned = {"person": "Ann", "person_id": str(ann.pk), "day": today.isoformat(), "mode": "in_person"}
    why = {"purpose_kind": "acquaint", "ask_kind": "view", "ask": "", "questions": [str(hires.pk)]}
    client.post("/meetings/new/", planned | why)
    meeting = Meeting.objects.get()
    assert results() == {"Who hires?": ""}
    sheet = client.get(f"/meetings/{meeting.pk}/prepare/").content.decode()
    assert "Who hires?" in sheet
    assert "Is it credible?" not in sheet
    assert f'id="id_questions_{hires.pk}" value="{hires.pk}" checked' in " ".join(
        client.get(f"/meetings/{meeting.pk}/edit/").content.decode().split()
    )

    client.post(f"/meetings/{meeting.pk}/questions/", {"questions": [str(credible.pk)]})
    assert results() == {"Is it credible?": ""}
    client.post(f"/meetings/{meeting.pk}/edit/", {**planned, **why, "version": str(meeting.version)})
    assert results() == {"Who hires?": ""}


def test_who_was_ticked_and_who_knows_something_is_offered_questions(
    client: Client, ann: Contact, questions: list[Question]
) -> None:
    sheet = f"/people/{ann.pk}/prepare/"
    assert "What you want to know" not in client.get(sheet).content.decode()

    Contact.objects.filter(pk=ann.pk).update(knows_about="boats")
    both = client.get(sheet).content.decode()
    MayKnow.objects.create(campaign=ann.campaign, contact=ann, question=questions[1])
    ticked = client.get(sheet).content.decode()

    assert [text in both for text in ("Who hires?", "Is it credible?")] == [True, True]
    assert [text in ticked for text in ("Who hires?", "Is it credible?")] == [False, True]


def test_each_planned_question_is_answered_or_not_asked(
    client: Client, meeting: Meeting, questions: list[Question], today: date
) -> None:
    hires, credible = questions
    for question in questions:
        MeetingQuestion.objects.create(campaign=meeting.campaign, meeting=meeting, question=question)
    url = f"/meetings/{meeting.pk}/log/"

    def log(*lines: dict[str, Any], **fields: Any) -> None:
        meeting.refresh_from_db()
        answer = client.post(url, posted(meeting, *lines, **fields))
        assert answer.status_code == 302, answer.content.decode()

    preview = client.post(f"{url}preview/", posted(meeting, **{f"said_{hires.pk}": "The owner"}))
    assert "cup use" in preview.content.decode()
    said = {f"said_{hires.pk}": "The owner", f"stance_{hires.pk}": "disagrees"}
    not_asked = {f"said_{credible.pk}": "", f"not_asked_{credible.pk}": "on"}
    log(**said, **not_asked)
    assert results() == {"Who hires?": "answered", "Is it credible?": "not_asked"}
    assert findings() == [("Who hires?", "The owner", "disagrees")]
    item = ObtainedItem.objects.get()
    assert (item.kind, item.contact, item.meeting, item.day) == ("information", meeting.contact, meeting, today)
    meeting.contact.refresh_from_db()
    assert meeting.contact.phase == "use"

    # Corrected: the same rows; the answer stands in its own line only.
    form = client.get(url).content.decode()
    assert form.count('value="The owner"') == 1
    log(**{**said, f"said_{hires.pk}": "The owner and the bank"}, **{f"said_{credible.pk}": "No"})
    assert results() == {"Who hires?": "answered", "Is it credible?": "answered"}
    assert findings() == [("Who hires?", "The owner and the bank", "disagrees"), ("Is it credible?", "No", "adds")]
    assert ObtainedItem.objects.get(text="The owner and the bank").pk == item.pk

    # A form that does not speak of them changes nothing.
    log()
    assert len(findings()) == 2

    # Taken away, it waits in the trash.
    log(**{f"said_{hires.pk}": "", f"said_{credible.pk}": "No"})
    assert results() == {"Who hires?": "", "Is it credible?": "answered"}
    assert findings() == [("Is it credible?", "No", "adds")]
    assert Deletion.objects.count() == 1


def test_a_line_that_is_filed_later_answers_what_was_planned(
    client: Client, meeting: Meeting, questions: list[Question]
) -> None:
    hires, _ = questions
    MeetingQuestion.objects.create(campaign=meeting.campaign, meeting=meeting, question=hires)
    client.post(f"/meetings/{meeting.pk}/log/", posted(meeting, {"kind": "advice", "text": "The owner does"}))
    item = ObtainedItem.objects.get()

    client.post(f"/obtained/{item.pk}/question/", {"question": str(hires.pk), "stance": "agrees"})
    assert results() == {"Who hires?": "answered"}
    form = client.get(f"/meetings/{meeting.pk}/log/").content.decode()
    assert form.count('value="The owner does"') == 1
    assert f'name="said_{hires.pk}"' in form.split('value="The owner does"')[0][-200:]

    client.post(f"{hires.get_absolute_url()}take-out/", {"item": str(item.pk)})
    assert results() == {"Who hires?": ""}


def test_a_question_that_was_the_ask_is_ticked_in_the_plan_and_said_once(
    client: Client, ann: Contact, questions: list[Question], today: date
) -> None:
    make_invitation(ann, ask="Who hires?", answer=Answer.YES, answered_on=today)
    assert f'value="{questions[0].pk}" checked' in client.get(f"/meetings/new/?contact={ann.pk}").content.decode()
    planned = make_meeting(ann, status=Status.PLANNED, day=today, ask="Who hires?")
    MeetingQuestion.objects.create(campaign=ann.campaign, meeting=planned, question=questions[0])

    assert client.get(f"/meetings/{planned.pk}/prepare/").content.decode().count("Who hires?") == 1
    assert 'id="questions" open>' in client.get(f"/meetings/{planned.pk}/log/").content.decode()


def test_after_the_coffee_each_thing_leads_to_its_use(client: Client, ann: Contact, questions: list[Question]) -> None:
    held = make_meeting(ann)
    for kind, fields in (("advice", {}), ("information", {}), ("information", {"question": questions[0]})):
        make_item(ann, f"{kind} {len(fields)}", kind=kind, meeting=held, **fields)
    ilse = make_contact(ann.campaign, "Ilse Okonmar")
    make_item(ann, "", kind="referral", referred=ilse, referral_state="offered", meeting=held)

    page = client.get(f"/meetings/{held.pk}/logged/").content.decode()

    assert [page.count(words) for words in ("advice 0", "information 0", "information 1")] == [1, 2, 0]
    assert page.count("Revise pitch<") == page.count("File under a question<") == 1
    assert f'/people/{ilse.pk}/invite/"' in page
