"""What comes after today: the first thing tomorrow, what is late after an absence, what to do when nobody is left."""

from datetime import date, timedelta
from typing import Final

from django.db.models import Case, Count, Q, Value, When

from campaigns.models import Campaign
from contacts.models import ContactQuerySet
from contacts.rules.prompts import PROMPTS
from meetings.models import Meeting
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from today.reads.open_rows import OWED
from today.rules.nobody_left import NobodyLeft, turn_of
from today.rules.welcome_back import Late

A_DAY: Final = timedelta(days=1)
LAST_TALKS: Final = 3


def first_tomorrow(campaign: Campaign, today: date) -> FollowUp | None:
    """The first follow-up of tomorrow, what was promised before the rest; a meeting of tomorrow comes before it."""
    owed_first = Case(When(OWED, then=Value(0)), default=Value(1))
    due = FollowUp.objects.mine().filter(campaign=campaign, due_on=today + A_DAY)
    return due.select_related("contact").order_by(owed_first, "pk").first()


def late(campaign: Campaign, today: date) -> Late:
    """How much is past its day; introductions that were made are neither kept nor spread."""
    found = FollowUp.objects.late(today).filter(campaign=campaign)
    promised = Q(kind=FollowUpKind.PROMISE)
    counts = found.aggregate(
        promises=Count("pk", filter=promised), others=Count("pk", filter=~promised & Q(introduction=False))
    )
    return Late(promises=counts["promises"], others=counts["others"])


def nobody_left(campaign: Campaign, today: date) -> NobodyLeft:
    """What to do where there is nobody to ask, each day another thing (R10)."""
    held = Meeting.objects.held().filter(campaign=campaign).select_related("contact").order_by("-day", "-pk")
    talked = list(dict.fromkeys(meeting.contact.short_name for meeting in held[: LAST_TALKS * 2]))[:LAST_TALKS]
    book: ContactQuerySet = campaign.contacts.in_address_book().here(today)
    has_book = book.filter(not_for_this=False).exclude(not_now_until__gt=today).exists()
    answered = set(campaign.contacts.filter(how_we_met__in=PROMPTS).order_by().values_list("how_we_met", flat=True))
    unanswered = [prompt for prompt in PROMPTS if prompt not in answered]
    return turn_of(talked=talked, prompts=unanswered, has_book=has_book, today=today)
