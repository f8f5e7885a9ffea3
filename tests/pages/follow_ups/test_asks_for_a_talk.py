"""R17 and R18: what asks somebody for a talk is an invitation by every way it can be sent, and undo takes it back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Invitation, OpenedMessage, Touch
from meetings.rules.asking import Answer
from outcomes.models import FollowUp, FollowUpStatus, ObtainedItem
from outcomes.rules.items import ReferralState
from relationships.reads.history import next_steps
from relationships.rules.steps import StepKind
from relationships.writes import inviting
from relationships.writes.follow_ups import done
from relationships.writes.introductions import introduced
from relationships.writes.standing import out_of_step, refresh
from tests import event_factories, factories
from tests.pages.meetings.test_touch import filled
from tests.relationships.histories import moment

TODAY = factories.DAY
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    with time_machine.travel(factories.at(TODAY, 9), tick=False):
        yield


def was_introduced(campaign: Campaign) -> FollowUp:
    item = factories.make_referral(factories.make_contact(campaign, "Ilse Okonmar"), "Nadia Fennimore")
    introduced(item, YESTERDAY)
    return FollowUp.objects.get(introduction=True)


def agreed_at_two_events(campaign: Campaign) -> FollowUp:
    nadia = factories.make_contact(campaign, "Nadia Fennimore")
    first, _ = (
        factories.make_follow_up(nadia, f"Ask Nadia {n}", encounter=event_factories.make_encounter(nadia))
        for n in range(2)
    )
    return first


def said_later(campaign: Campaign) -> FollowUp:
    asked = factories.make_invitation(factories.make_contact(campaign, "Nadia Fennimore"))
    inviting.answer(asked, Answer.LATER, today=YESTERDAY, later_on=TODAY)
    return FollowUp.objects.get(invitation=asked)


def quick(client: Client, row: FollowUp) -> None:
    client.post(reverse("follow_up_done", args=[row.pk]))


def bulk(client: Client, row: FollowUp) -> None:
    client.post("/follow-ups/bulk/", {"act": "done", "pk": row.pk})


def written(row: FollowUp) -> dict[str, Any]:
    return filled(person="Nadia Fennimore", person_id=row.contact_id, follow_up=row.pk)


def message(client: Client, row: FollowUp) -> None:
    """By a form of before."""
    client.post(reverse("contact_touch", args=[row.contact_id]), written(row))


def opened_yesterday(client: Client, row: FollowUp) -> None:
    address = reverse("message_opened", args=[row.contact_id])
    client.post(address, {"written_in": "touch", **written(row)})
    OpenedMessage.objects.update(opened_on=YESTERDAY)
    refresh([row.contact_id])
    client.post(reverse("message_sent", args=[row.contact_id]), {"said": "yes"})


def stands(row: FollowUp) -> list[object]:
    referrals = ObtainedItem.objects.values_list("referral_state", flat=True)
    open_ones = FollowUp.objects.open().order_by("pk").values_list("pk", flat=True)
    return [*referrals, *open_ones, *Invitation.objects.values_list("pk", "answer")]


@pytest.mark.parametrize("made", [was_introduced, agreed_at_two_events, said_later])
@pytest.mark.parametrize("sent", [quick, bulk, message, opened_yesterday])
def test_it_is_an_invitation_by_whichever_way_it_was_sent(
    client: Client,
    campaign: Campaign,
    made: Callable[[Campaign], FollowUp],
    sent: Callable[[Client, FollowUp], None],
) -> None:
    row = made(campaign)
    before = stands(row)
    form = client.get(reverse("contact_touch", args=[row.contact_id]), {"follow_up": row.pk}, follow=True)
    assert form.redirect_chain[0][0] == reverse("invite", args=[row.contact_id])
    preset = form.context["form"]

    sent(client, row)
    [toast] = client.get(row.contact.get_absolute_url()).context["messages"]

    asked = Invitation.objects.get(answer=Answer.WAITING)
    assert (asked.sent_on, asked.purpose_kind, asked.ask_kind) == (
        TODAY, preset["purpose_kind"].value(), preset["ask_kind"].value(),
    )  # fmt: skip
    assert not Touch.objects.exists()
    row.refresh_from_db()
    assert (row.status, row.asked) == (FollowUpStatus.DONE, asked)
    assert not FollowUp.objects.open().to_ask().exists()
    states = {ReferralState.CONTACTED.value} if made is was_introduced else set()
    assert set(ObtainedItem.objects.values_list("referral_state", flat=True)) == states
    step = next_steps(campaign, [row.contact_id], moment(TODAY))[row.contact_id]
    assert (step.kind, step.words) == (StepKind.WAIT, "It is their turn. You asked Nadia today.")
    assert "Asked Nadia Fennimore" in client.get("/").content.decode()
    assert list(out_of_step()) == []

    client.post("/undo/", {"state": toast.extra_tags})

    assert stands(row) == before
    assert list(out_of_step()) == []


def test_who_was_introduced_reads_by_whom_in_the_first_line(client: Client, campaign: Campaign) -> None:
    page = client.get(reverse("invite", args=[was_introduced(campaign).contact_id]))

    first = page.context["form"]["message"].value().split("\n\n")[1]
    assert first.startswith("Ilse Okonmar suggested that I write to you.")


def test_an_answer_since_then_stays(client: Client, campaign: Campaign) -> None:
    row = was_introduced(campaign)
    quick(client, row)
    [toast] = client.get(row.contact.get_absolute_url()).context["messages"]
    inviting.answer(Invitation.objects.get(), Answer.YES, today=TODAY)

    client.post("/undo/", {"state": toast.extra_tags})

    row.refresh_from_db()
    assert (row.status, Invitation.objects.get().answer) == (FollowUpStatus.DONE, Answer.YES)


def test_of_two_that_are_ticked_one_invitation_comes(campaign: Campaign) -> None:
    agreed_at_two_events(campaign)

    both = done(FollowUp.objects.open(), TODAY)

    assert {row.asked for row in both} == {Invitation.objects.get()}
    assert not Touch.objects.exists()


@pytest.mark.parametrize("known", ["waiting", "met"])
def test_who_is_asked_already_or_was_met_is_only_written_to(client: Client, campaign: Campaign, known: str) -> None:
    row = was_introduced(campaign)
    contact = Contact.objects.get(pk=row.contact_id)
    if known == "waiting":
        factories.make_invitation(contact)
    else:
        factories.make_meeting(contact, day=row.created_on - timedelta(days=60))
    asked = Invitation.objects.count()
    form = client.get(reverse("contact_touch", args=[row.contact_id]), {"follow_up": row.pk})
    assert (form.status_code, form.context["written"]) == (200, None)

    quick(client, row)

    assert (Invitation.objects.count(), Touch.objects.get().matter) == (asked, "introduce")
    assert ObtainedItem.objects.get().referral_state == ReferralState.CONTACTED
