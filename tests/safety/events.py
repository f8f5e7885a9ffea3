"""The event and the question of a crowd."""

from datetime import timedelta
from typing import Any

from contacts.models import Contact
from meetings.models import MayKnow, Meeting, MeetingQuestion
from research.models import Question
from tests import event_factories
from tests.factories import DAY
from tests.safety.cast import Crowd


def met_and_asked(this: Crowd, person: Contact, coming: Meeting, word: str, key: dict[str, Any]) -> Question:
    """An event at which they were met, and an answered question that they may know, planned for the coming meeting."""
    campaign = this.campaign
    texts = {"place": f"{word} hall", "what_for": f"{word} aim", "ask": f"{word} ask"}
    event = event_factories.make_event(campaign, f"{word} event", day=DAY - timedelta(days=40), **texts, **key)
    answer = {"answer": f"{word} answer", "answered_on": DAY, "came_of_it_words": f"{word} came"}
    question = event_factories.make_question(campaign, f"{word} question", **answer, **key)
    this.keep("event", event)
    this.keep("question", question)
    this.keep("encounter", event_factories.make_encounter(person, event, note=f"{word} met", **key))
    MeetingQuestion.objects.create(campaign=campaign, meeting=coming, question=question, **key)
    MayKnow.objects.create(campaign=campaign, contact=person, question=question, **key)
    return question
