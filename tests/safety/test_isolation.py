"""Nobody in: whatever Bob sends, the house answers as if Alice were not there, and nothing of hers changes."""

from collections import Counter

import pytest
import time_machine

from tests.addresses import PUBLIC
from tests.safety.cast import NOW
from tests.safety.isolation import Siege

# Fields that take a key or a name of somebody's row: the walk must have come by them of itself.
TAKES_SOMEBODYS = {
    ("people", "company"), ("people", "tag"), ("people", "referrer"), ("people", "q"), ("people_suggest", "q"),
    ("people_tag", "picked"), ("people_join", "picked"), ("people_follow_up", "picked"), ("people_leave", "picked"),
    ("story", "skill"), ("meeting_log", "stories"), ("meeting_plan", "contact"), ("meeting_plan", "person_id"),
    ("follow_ups_bulk", "pk"), ("follow_up_new", "contact"), ("touch_new", "person_id"), ("undo", "state"),
    ("deletion_restore", "merge"), ("contact_new", "draft"), ("search", "q"), ("people", "after"), ("people", "before"),
    ("meeting_log", "given-0-item"), ("meeting_log_new", "given-0-which"), ("people_choose", "contact"),
    ("admin:contacts_contact_change", "company"), ("admin:contacts_contact_changelist", "form-0-id"),
}  # fmt: skip


@pytest.mark.siege
@pytest.mark.django_db
def test_whatever_bob_sends_alice_might_as_well_not_be_there() -> None:
    with time_machine.travel(NOW, tick=False):
        siege = Siege()
        found = [
            finding
            for attack, alone in zip(siege.attacks, siege.alone, strict=True)
            for finding in siege.finds(attack, alone)
        ]

    broken = [
        f"{attack}" for attack, alone in zip(siege.attacks, siege.alone, strict=True) if alone.answer.status == 500
    ]
    assert broken == []
    assert found == [], f"{len(found)} of {len(siege.attacks)}:\n" + "\n".join(found[:40])
    assert {
        (page, word)
        for page, word in TAKES_SOMEBODYS
        if not any(a.page == page and a.what.startswith(word) for a in siege.attacks)
    } == set()
    signed_out = [
        str(attack)
        for attack, alone in zip(siege.attacks, siege.alone, strict=True)
        if "sign-in" in alone.answer.location and attack.page not in PUBLIC
    ]
    assert signed_out == []
    statuses = Counter(alone.answer.status for alone in siege.alone)
    assert statuses[302] > 50, f"few forms were taken: {statuses}"
