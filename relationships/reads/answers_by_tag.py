"""Where the answers to the user's questions come from: by the tags of who gave them (R14)."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Exists, OuterRef

from accounts.rules.words import counted
from campaigns.models import Campaign
from contacts.models import Contact, Tag
from outcomes.models import ObtainedItem

MOST_HEARD: Final = 5
MOST_UNHEARD: Final = 3


@dataclass(frozen=True, kw_only=True)
class AnswersOfTag:
    """`words`: how many people of how many companies said something to a question."""

    tag: str
    words: str


def answers_by_tag(campaign: Campaign) -> list[AnswersOfTag]:
    """The tags of who said most first; then some of whose people nobody said anything, by name."""
    findings = ObtainedItem.objects.filter(campaign=campaign, question__isnull=False)
    tags = Tag.objects.filter(campaign=campaign)
    heard = (
        tags.filter(contacts__in=findings.order_by().values("contact"))
        .annotate(people=Count("contacts", distinct=True), companies=Count("contacts__company", distinct=True))
        .order_by("-people", "folded")
    )
    said = [AnswersOfTag(tag=one.name, words=_words(one.people, one.companies)) for one in heard[:MOST_HEARD]]
    if not said:
        return []
    people = Contact.objects.in_network().filter(campaign=campaign, tags=OuterRef("pk"))
    who_said = people.filter(pk__in=findings.order_by().values("contact"))
    unheard = tags.filter(Exists(people)).exclude(Exists(who_said)).order_by("folded")
    return said + [AnswersOfTag(tag=one.name, words="none yet") for one in unheard[:MOST_UNHEARD]]


def _words(people: int, companies: int) -> str:
    said = [counted(people, "person", "people")] + [counted(companies, "company", "companies")] * (companies > 0)
    return ", ".join(said)
