"""Random histories, written into the database and read again: nothing is lost on the way, and the copies follow."""

from dataclasses import fields, replace
from datetime import timedelta
from random import Random

from campaigns.models import Campaign
from relationships.reads.history import history_of
from relationships.reads.last_time import last_time_on, last_times
from relationships.reads.record import record_of
from relationships.rules.history import History
from relationships.rules.standing import standing_of
from relationships.writes.standing import out_of_step, stored
from tests.relationships.histories import BEGAN, TODAY, random_history
from tests.relationships.writing import set_days_off, write_history

KEYS = {"meeting_id", "invitation_id", "follow_up_id", "item_id", "message_id"}


def storable(history: History) -> History:
    """As the database keeps it."""
    return replace(history, called="Ada")


def told(history: History) -> dict[str, object]:
    """What the history says, whatever its rows are numbered and called."""
    return {
        field.name: _plain(getattr(history, field.name))
        for field in fields(history)
        if field.name not in {"contact_id", "days_off"}
    }


def _plain(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return sorted(
        repr(
            {
                field.name: getattr(one, field.name)
                for field in fields(one)
                if field.name not in {*KEYS, "what", "giver_id"}
            }
        )
        if hasattr(one, "__dataclass_fields__")
        else repr(one)
        for one in value
    )


def test_what_was_written_is_read(campaign: Campaign) -> None:
    campaign.started_on = BEGAN
    campaign.save()
    for seed in range(60):
        history = storable(random_history(Random(seed)))
        set_days_off(campaign, history)
        contact = write_history(campaign, history, f"Ada {seed}")

        read, record = history_of(contact), record_of(contact)

        assert told(read) == told(history), seed
        assert record.history == read, seed
        last = record.last_time
        assert last_times({contact.pk: read}) == ({contact.pk: last} if last else {}), seed
        assert last_time_on(read) == (last.day if last else None), seed
        assert read.days_off.stretches == history.days_off.stretches
        assert stored(contact) == standing_of(read)
    assert not list(out_of_step())


def test_days_off_that_come_later_move_the_days_of_everybody(campaign: Campaign) -> None:
    history = storable(random_history(Random(3)))
    contact = write_history(campaign, history, "Ada")
    off = ((TODAY - timedelta(days=200), TODAY + timedelta(days=200)),)

    set_days_off(campaign, replace(history, days_off=replace(history.days_off, stretches=off)))

    contact.refresh_from_db()
    assert history_of(contact).days_off.stretches == off
    assert not list(out_of_step())
