"""What became of the advice in the sample: used and told, used and to be told, put off, declined."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from campaigns.models import Campaign
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import UsedAs
from relationships.writes.follow_ups import done
from relationships.writes.standing import refresh
from relationships.writes.using import put_off, put_to_use
from transfer.rules.sample_days import day_from

SHORTER: Final = "Shorten the resume to one page"
TELL_ANNIKA: Final = "Tell Annika the shorter resume worked"


@dataclass(frozen=True, kw_only=True)
class Used:
    """What was given, what it was used for on which day, and how long after that the giver was told; None: not yet."""

    text: str
    used_as: UsedAs
    day: int
    words: str = ""
    told: int | None = None


USED: Final = (
    Used(text="Name the size of plant in the first sentence", used_as=UsedAs.OTHERWISE, day=-40,
         words="Said so at every coffee since", told=2),
    Used(text="Put plant sizes on the resume", used_as=UsedAs.RESUME, day=-30, words="The plant resume", told=1),
    Used(text="Ask who owns the late orders", used_as=UsedAs.DECLINED, day=-20),
    Used(text=SHORTER, used_as=UsedAs.RESUME, day=-5, words="The plant resume, from three pages"),
)  # fmt: skip


def use_what_was_given(campaign: Campaign, today: date) -> None:
    mine = ObtainedItem.objects.filter(campaign=campaign)
    for tell in FollowUp.objects.late(today).filter(campaign=campaign, kind=FollowUpKind.TELL).order_by("pk"):
        done([tell], tell.due_on)  # who named somebody heard of the first cup with them
    for used in USED:
        day = day_from(today, used.day)
        item = mine.get(text=used.text)
        put_to_use(item, used.used_as, today=day, words=used.words)
        if used.told is not None:
            done(FollowUp.objects.filter(item=item, kind=FollowUpKind.TELL), day_from(today, used.day + used.told))
    told = FollowUp.objects.filter(item__text=SHORTER, campaign=campaign)
    told.update(text=TELL_ANNIKA, due_on=day_from(today, 0))
    refresh(told.values_list("contact", flat=True))
    put_off(mine.get(text="Saltmarsh opens a second site in spring"), day_from(today, 14))
