"""R14: a question is put to the end of the list, changed, or moved in the user's order."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from campaigns.models import Campaign
from research.models import Question
from research.rules.questions import PRESET, CameOfIt, moved


@transaction.atomic
def ask_question(
    campaign: Campaign, text: str, *, today: date, people_wanted: int = PRESET, led_from: Question | None = None
) -> Question:
    """A new one, behind all others; where an answer led to it, that one says so from now on."""
    Campaign.objects.select_for_update().get(pk=campaign.pk)  # two at once would stand in one place
    question = Question.objects.create(
        campaign=campaign,
        text=text,
        people_wanted=people_wanted,
        led_from=led_from,
        asked_on=today,
        place=next_place(campaign),
    )
    if led_from and led_from.answer and not led_from.came_of_it:
        Question.objects.filter(pk=led_from.pk).update(came_of_it=CameOfIt.QUESTION.value)
    return question


def next_place(campaign: Campaign) -> int:
    """Behind all that stand."""
    last = Question.objects.filter(campaign=campaign).aggregate(last=Max("place"))["last"]
    return 0 if last is None else int(last) + 1


@transaction.atomic
def move_above(question: Question, other: int) -> None:
    """Put it right above the other one; the places are counted anew, so that each has its own."""
    rows = Question.objects.filter(campaign=question.campaign_id).select_for_update().order_by("place", "pk")
    by_key = {row.pk: row for row in rows}
    order = moved(list(by_key), question.pk, above=other)
    changed = [by_key[pk] for place, pk in enumerate(order) if by_key[pk].place != place]
    for place, pk in enumerate(order):
        by_key[pk].place = place
    Question.objects.bulk_update(changed, ["place"])
