"""R8: what somebody gave is put to use, and they hear what became of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from django.db import transaction

from campaigns.models import Campaign
from outcomes.models import ObtainedItem
from outcomes.rules.items import UsedAs
from pitch.models import PitchVersion
from pitch.rules.versions import Said, Spoken, Why
from pitch.writes.versions import NOT_SAID, say, say_position
from relationships.writes.standing import refresh
from relationships.writes.tells import no_tell, to_tell, words_to_tell
from research.models import Question

TELL_WITHIN: Final = 3
"""Business days in which the giver hears of it."""


@dataclass(frozen=True, kw_only=True)
class UseBefore:
    """How an item stood before a click: what undo brings back, while it still is as the click made it."""

    item: int
    before: tuple[Any, ...]
    after: tuple[Any, ...]

    @classmethod
    def of(cls, item: ObtainedItem, before: tuple[Any, ...]) -> Self:
        return cls(item=item.pk, before=before, after=_state(item))


@transaction.atomic
def put_to_use(
    item: ObtainedItem,
    used_as: UsedAs,
    *,
    today: date,
    version: PitchVersion | None = None,
    words: str = "",
    question: Question | None = None,
) -> UseBefore | None:
    """What became of it; the giver is to be told within three business days. None where it was used already.

    Declined is no use: nobody is told of it. `question`: it is filed under the question that it answered (R14).
    """
    stored = _locked(item)
    if stored is None or stored.used_on:
        return None
    before = _state(stored)
    stored.used_as, stored.used_on, stored.used_words, stored.pitch_version = used_as.value, today, words, version
    stored.question = question or stored.question
    stored.is_cited |= used_as is UsedAs.ANSWER and stored.question is not None and bool(stored.question.answer)
    _save(stored)
    if used_as is not UsedAs.DECLINED:
        to_tell(stored, words_to_tell(stored), within=TELL_WITHIN, today=today)
    refresh([stored.contact_id])
    return UseBefore.of(stored, before)


@transaction.atomic
def take_back(item: ObtainedItem) -> UseBefore | None:
    """It was not used after all: it is to use again, no answer rests on it, and nobody is to be told.

    None where it was not used.
    """
    stored = _locked(item)
    if stored is None or not stored.used_on:
        return None
    before = _state(stored)
    stored.used_as, stored.used_on, stored.used_words, stored.pitch_version = "", None, "", None
    stored.is_cited = False
    _save(stored)
    no_tell(stored)
    refresh([stored.contact_id])
    return UseBefore.of(stored, before)


@transaction.atomic
def put_off(item: ObtainedItem, day: date) -> UseBefore | None:
    """It asks to be used from this day on. None where it was used already."""
    stored = _locked(item)
    if stored is None or stored.used_on:
        return None
    before = _state(stored)
    stored.put_off_until = day
    _save(stored)
    refresh([stored.contact_id])
    return UseBefore.of(stored, before)


@transaction.atomic
def put_back(campaign: Campaign, done: UseBefore, today: date) -> int:
    """Undo one click; answers how many items are as they were: none where it was changed otherwise since."""
    stored = _locked(ObtainedItem(pk=done.item, campaign=campaign))
    if stored is None or stored.campaign_id != campaign.pk or _state(stored) != tuple(done.after):
        return 0
    used_as, used_on, stored.used_words, version, put_off_until, question, stored.is_cited = done.before
    stored.used_as, stored.used_on, stored.put_off_until = used_as, _day(used_on), _day(put_off_until)
    stored.question = Question.objects.filter(campaign=campaign, pk=question).first()
    stored.pitch_version = PitchVersion.objects.filter(campaign=campaign, pk=version).first()
    _save(stored)
    if not used_as:
        no_tell(stored)
    elif used_as != UsedAs.DECLINED:
        to_tell(stored, words_to_tell(stored), within=TELL_WITHIN, today=today)
    refresh([stored.contact_id])
    return 1


@transaction.atomic
def revise(
    campaign: Campaign,
    kind: Spoken,
    said: Said,
    *,
    today: date,
    why: Why = NOT_SAID,
    item: ObtainedItem | None = None,
) -> PitchVersion | None:
    """A position or a pitch is said otherwise, maybe with what somebody gave; None where nothing changed."""
    if kind is Spoken.POSITION:
        version = say_position(campaign, said.text, today=today, why=why)
    else:
        version = say(campaign, kind, said, today=today, why=why)
    if version and item:
        put_to_use(item, UsedAs.PITCH, today=today, version=version)
    return version


def _locked(item: ObtainedItem) -> ObtainedItem | None:
    items = ObtainedItem.objects.select_for_update(of=("self",)).select_related("contact", "referred", "question")
    return items.filter(pk=item.pk).first()


def _save(item: ObtainedItem) -> None:
    changed = ["used_as", "used_on", "used_words", "pitch_version", "put_off_until", "question", "is_cited"]
    item.save(update_fields=changed)


def _state(item: ObtainedItem) -> tuple[Any, ...]:
    """What a click may change, as it can be signed."""
    days = [day.isoformat() if day else None for day in (item.used_on, item.put_off_until)]
    return item.used_as, days[0], item.used_words, item.pitch_version_id, days[1], item.question_id, item.is_cited


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
