"""The ledger: each thing stands in one part, is used with one click, and its giver is told once (R8)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs
from outcomes.rules.ledger import Part
from relationships.reads.history import next_steps
from relationships.reads.ledger import counts_of, rows_in
from relationships.rules.history import Moment
from relationships.rules.steps import StepKind
from relationships.writes.introductions import met
from relationships.writes.using import put_to_use
from tests import event_factories, factories
from tests.factories import at

TODAY = factories.DAY
LATER = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(at(TODAY, 8), tick=False):
        yield


@pytest.fixture
def giver(campaign: Campaign) -> Contact:
    return factories.make_contact(campaign, "Graham Estevane")


def tells(item: ObtainedItem) -> list[FollowUp]:
    return list(FollowUp.objects.filter(item=item, kind=FollowUpKind.TELL))


def post(client: Client, item: ObtainedItem, act: str, **fields: str) -> str:
    answer = client.post(f"/obtained/{item.pk}/{act}/", fields, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_each_thing_stands_in_one_part_and_the_page_counts_what_it_shows(
    client: Client, campaign: Campaign, giver: Contact
) -> None:
    given: dict[Part, list[dict[str, Any]]] = {
        Part.TO_USE: [{}, {"put_off_until": TODAY}, {"kind": "referral", "referral_state": "introduced"}],
        Part.PUT_OFF: [{"put_off_until": LATER}],
        Part.PROMISED: [{"kind": "referral", "referral_state": "promised"}],
        Part.NOT_TOLD: [{"used_as": "resume", "used_on": TODAY}, {"kind": "referral", "referral_state": "contacted"}],
        Part.TOLD: [{"used_as": "otherwise", "used_on": TODAY}, {"kind": "referral", "referral_state": "met"}],
        Part.DECLINED: [{"used_as": "declined", "used_on": TODAY}, {"kind": "referral", "referral_state": "declined"}],
    }
    stands: dict[Part, list[int]] = {part: [] for part in Part}
    for part, items in given.items():
        for fields in items:
            if "kind" in fields:
                fields["referred"] = factories.make_contact(campaign)
            item = factories.make_item(giver, **fields)
            stands[part].append(item.pk)
            if part is Part.TOLD:
                factories.make_follow_up(giver, kind=FollowUpKind.TELL, item=item, status="done", closed_on=TODAY)

    counts = counts_of(campaign, TODAY)
    assert {part: sorted(row.pk for row in rows_in(campaign, part, TODAY)) for part in Part} == stands
    assert counts == {part: len(keys) for part, keys in stands.items()}
    page = client.get("/obtained/").content.decode()
    assert "11 things: 3 to use, 1 put off, 1 introduction promised, 4 used, 2 declined." in page
    assert len(re.findall('id="item-', page)) == 10, "what is put off stands behind its link"
    assert [len(re.findall('id="item-', client.get(f"/obtained/?show={part}").content.decode())) for part in Part] == [
        len(keys) for keys in stands.values()
    ]


@pytest.mark.parametrize(
    ("how", "fields", "refused"),
    [
        ("resume", {}, False),
        ("resume", {"words": "The short one: plant sizes"}, False),
        ("otherwise", {"words": "Asked three plants for it"}, False),
        ("otherwise", {}, True),
        ("answer", {}, True),
        ("declined", {}, True),
        ("", {}, True),
    ],
)
def test_one_click_says_how_and_makes_one_tell(
    client: Client, giver: Contact, how: str, fields: dict[str, str], refused: bool
) -> None:
    item = factories.make_item(giver)
    event_factories.make_question(giver.campaign)

    answer = client.post(f"/obtained/{item.pk}/use/", {"how": how, **fields})
    client.post(f"/obtained/{item.pk}/use/", {"how": how, **fields})

    item.refresh_from_db()
    assert answer.status_code == (422 if refused else 302)
    assert (item.used_as, item.used_words) == (("", "") if refused else (how, fields.get("words", "")))
    assert [(one.contact_id, one.due_on) for one in tells(item)] == (
        [] if refused else [(giver.pk, date(2026, 11, 26))]
    )


def test_a_changed_text_is_said_on_its_page_with_the_advice_beside_it(client: Client, giver: Contact) -> None:
    item = factories.make_item(giver, "Open with late deliveries")

    page = post(client, item, "use", how="pitch", which="card")

    assert "Verbal business card" in page
    assert "Open with late deliveries" in page
    item.refresh_from_db()
    assert not item.used_as, "it is used once the text is saved"


def test_what_was_answered_is_filed_under_its_question(client: Client, giver: Contact) -> None:
    item, question = factories.make_item(giver), event_factories.make_question(giver.campaign)
    post(client, item, "use", how="answer", question=str(question.pk))
    assert ObtainedItem.objects.values_list("used_as", "question").get() == (UsedAs.ANSWER, question.pk)


def test_missing_evidence_is_offered_in_the_same_form_and_goes_on_without(client: Client, giver: Contact) -> None:
    one, other = factories.make_item(giver), factories.make_item(giver, "Another")
    assert "What do you share?" in client.get(f"/obtained/{one.pk}/use/").content.decode()
    for how in ("pitch", "pitch", "resume"):  # the first two lead on to the text, where nothing is saved
        post(client, one, "use", how=how, shared="Both worked nights")
    post(client, other, "use", how="resume")
    assert [line.text for line in giver.common_ground.all()] == ["Both worked nights"]


@pytest.mark.parametrize(
    ("act", "fields"),
    [("use", {"how": "resume", "words": "Shorter"}), ("decline", {}), ("put-off", {"days": "3"}), ("take-back", {})],
)
def test_each_click_is_undone(client: Client, giver: Contact, act: str, fields: dict[str, str]) -> None:
    item = factories.make_item(giver)
    if act == "take-back":
        put_to_use(item, UsedAs.RESUME, today=TODAY, words="Shorter")
    before = ObtainedItem.objects.filter(pk=item.pk).values().get(), len(tells(item))

    page = post(client, item, act, **fields)
    changed = ObtainedItem.objects.filter(pk=item.pk).values().get()
    state = re.search(r'name="state" value="([^"]+)"', page)
    assert state
    assert changed != before[0]
    client.post("/undo/", {"state": state[1]})

    assert (ObtainedItem.objects.filter(pk=item.pk).values().get(), len(tells(item))) == before


def test_taking_a_use_back_leaves_what_was_told(client: Client, giver: Contact) -> None:
    item = factories.make_item(giver)
    put_to_use(item, UsedAs.RESUME, today=TODAY)
    FollowUp.objects.filter(item=item).update(status="dropped", closed_on=TODAY)
    post(client, item, "take-back")
    post(client, item, "use", how="resume")
    assert [one.status for one in tells(item)] == [FollowUpStatus.DROPPED], "a dropped tell counts as told"


def test_today_offers_what_is_to_be_used_from_its_day_on(client: Client, giver: Contact) -> None:
    factories.make_common_ground(giver)
    factories.make_meeting(giver, day=date(2026, 11, 2))
    item = factories.make_item(giver, "Name the audits", day=date(2026, 11, 2))
    page = client.get("/").content.decode()
    assert "Name the audits" in page
    assert f"/obtained/{item.pk}/use/" in page
    post(client, item, "put-off", days="3", next="/")
    assert "Name the audits" not in client.get("/").content.decode().split('id="toasts"')[0]
    assert (
        next_steps(giver.campaign, [giver.pk], Moment(today=TODAY, now=at(TODAY, 8)))[giver.pk].kind is not StepKind.USE
    )


def test_a_first_meeting_tells_whoever_named_them_once(client: Client, campaign: Campaign, giver: Contact) -> None:
    named = factories.make_contact(campaign, "Halden Brooks")
    item = factories.make_item(
        giver, "", kind=ItemKind.REFERRAL, referred=named, referral_state=ReferralState.CONTACTED
    )
    met([named.pk], TODAY)
    met([named.pk], LATER)
    assert [(one.text, one.due_on) for one in tells(item)] == [("Tell Graham that you met Halden", date(2026, 11, 25))]
    assert "Tell <bdi>Graham</bdi>" in client.get("/obtained/").content.decode()


def test_a_name_that_was_met_before_that_was_a_rule_is_told_by_the_ledger(
    client: Client, campaign: Campaign, giver: Contact
) -> None:
    named = factories.make_contact(campaign, "Halden Brooks")
    item = factories.make_item(giver, "", kind=ItemKind.REFERRAL, referred=named, referral_state=ReferralState.MET)
    for _ in range(2):
        assert "Halden" in post(client, item, "tell")
    assert [one.text for one in tells(item)] == ["Tell Graham that you met Halden"]
