"""Who could answer a question: who was ticked, and who seems to know about it by what is noted of them (R14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q

from contacts.models import Contact
from contacts.rules.words import folded_words
from meetings.models import MayKnow, Meeting, MeetingQuestion
from research.models import Question
from research.rules.coverage import Source
from research.rules.questions import telling_words
from research.rules.whom_to_ask import Candidate, whom_to_ask

MOST_WORDS: Final = 8
MOST_READ: Final = 60
MOST_SUGGESTED: Final = 6


@dataclass(frozen=True, kw_only=True)
class ToAsk:
    """Somebody who may know, with the way to ask them."""

    contact: Contact
    is_ticked: bool
    why: str
    """What they know about, or what they do."""

    meeting: Meeting | None
    """The next one that is planned with them."""

    is_planned: bool
    """The question is to be asked there."""

    may_be_asked: bool
    """Nothing is open with them, and they are not resting (R10)."""


@dataclass(frozen=True, kw_only=True)
class WhomToAsk:
    ticked: list[Contact]
    """Who was ticked, whether heard by now or not."""

    next: list[ToAsk]


def who_could_know(question: Question, heard: list[Source], chain: dict[int, int], today: date) -> WhomToAsk:
    """Whom to ask next; those who are left for now are not proposed (R15). Three statements, however many there are."""
    ticked = _ticked(question)
    people = {contact.pk: contact for contact in ticked if not contact.left_for_now(today)}
    words = telling_words(folded_words(question.text))[:MOST_WORDS]
    known = {source.person for source in heard}
    fits = {}
    for contact in _suggested(question, words, today):
        if contact.pk not in known:
            fits[contact.pk] = _fits(contact, words)
            people.setdefault(contact.pk, contact)
    met = _next_meetings(people, question, today)
    is_ticked = {contact.pk for contact in ticked}
    candidates = [
        Candidate(
            person=pk,
            company=contact.company.folded if contact.company else "",
            is_ticked=pk in is_ticked,
            is_met=pk in met,
            is_free=_is_free(contact, today),
            fits=fits.get(pk, 0),
        )
        for pk, contact in people.items()
    ]
    order = whom_to_ask(candidates, heard, chain)
    suggested = [one for one in order if not one.is_ticked][:MOST_SUGGESTED]
    shown = [one for one in order if one.is_ticked] + suggested
    return WhomToAsk(ticked=ticked, next=[_to_ask(people[one.person], one, met) for one in shown])


def _is_free(contact: Contact, today: date) -> bool:
    return not contact.in_network or (contact.free_on is not None and contact.free_on <= today)


def _ticked(question: Question) -> list[Contact]:
    rows = MayKnow.objects.filter(question=question).select_related("contact__company").order_by("pk")
    return [row.contact for row in rows]


def _suggested(question: Question, words: Iterable[str], today: date) -> Iterable[Contact]:
    """People of the network of whom one of the words is noted: what they know about, what they do, and where."""
    fields = ("knows_about", "position", "company__name")
    wanted = [Q(**{f"{name}__icontains": word}) for word in words for name in fields]
    if not wanted:
        return []
    people = Contact.objects.in_network().here(today).filter(campaign=question.campaign_id, not_for_this=False)
    return people.filter(reduce(or_, wanted)).select_related("company").order_by("-last_spoke_on", "pk")[:MOST_READ]


def _fits(contact: Contact, words: Iterable[str]) -> int:
    """What they know about says more than where they work."""
    work = f"{contact.position} {contact.company.name if contact.company else ''}".casefold()
    return sum(2 * (word in contact.knows_about.casefold()) + (word in work) for word in words)


def _next_meetings(people: Iterable[int], question: Question, today: date) -> dict[int, Any]:
    there = MeetingQuestion.objects.filter(meeting=OuterRef("pk"), question=question)
    rows = Meeting.objects.planned().filter(contact__in=list(people), day__gte=today).annotate(asks=Exists(there))
    return {row.contact_id: row for row in rows.order_by("-day", "-pk")}


def _to_ask(contact: Contact, one: Candidate, met: dict[int, Any]) -> ToAsk:
    meeting = met.get(contact.pk)
    work = [contact.position, contact.company.name if contact.company else ""]
    return ToAsk(
        contact=contact,
        is_ticked=one.is_ticked,
        why=f"Knows about {contact.knows_about}" if contact.knows_about else ", ".join(filter(None, work)),
        meeting=meeting,
        is_planned=bool(meeting and meeting.asks),
        may_be_asked=one.is_free,
    )
