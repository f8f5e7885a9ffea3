"""R18: what was opened elsewhere is asked about the next morning, and saved as *Sent* would have."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from meetings.models import Invitation, OpenedMessage, Touch
from outcomes.models import FollowUpStatus
from outcomes.rules.due import FollowUpKind
from relationships.reads.history import history_of
from relationships.rules.next_step import next_step
from relationships.rules.steps import StepKind
from relationships.writes.standing import refresh
from tests import factories
from tests.relationships.histories import moment

pytestmark = pytest.mark.usefixtures("monday")

YESTERDAY = factories.DAY - timedelta(days=1)
LONG = "Dear Tove,\n\n" + "a sentence of mine. " * 60


def opens(client: Client, contact: Contact, written_in: str, **form: str | list[str]) -> OpenedMessage:
    answer = client.post(reverse("message_opened", args=[contact.pk]), {"written_in": written_in, **form})
    assert answer.status_code == 204
    message = OpenedMessage.objects.get(contact=contact)
    OpenedMessage.objects.update(opened_on=YESTERDAY)
    refresh([contact.pk])
    return message


def says(client: Client, contact: Contact, said: str) -> str:
    answer = client.post(reverse("message_sent", args=[contact.pk]), {"said": said, "next": "/"}, follow=True)
    return answer.content.decode()


def test_what_was_sent_does_not_stand_in_the_form_again(client: Client, tove: Contact) -> None:
    address = reverse("invite", args=[tove.pk])
    key = client.get(address).content.decode().split('name="draft" value="')[1].split('"')[0]
    client.post("/drafts/", {**invitation(), "draft": key})
    assert client.get(address).context["form"].is_bound
    opens(client, tove, "invite", **invitation(), draft=key)

    says(client, tove, "yes")
    Invitation.objects.all().delete()

    assert not client.get(address).context["form"].is_bound


def step_of(contact: Contact) -> StepKind:
    return next_step(history_of(contact), moment(factories.DAY)).kind


def invitation(**fields: str) -> dict[str, str]:
    return {
        "purpose_kind": "path", "purpose": "", "ask_kind": "view", "ask": "Where first?", "channel": "mail",
        "sent_on": str(YESTERDAY), "message": LONG, **fields,
    }  # fmt: skip


def test_it_is_asked_the_next_morning_and_an_invitation_saved(client: Client, tove: Contact) -> None:
    message = opens(client, tove, "invite", **invitation(), csrfmiddlewaretoken="x", draft="y", owner="9")

    assert set(message.form) == {*invitation(), "draft"}
    assert (step_of(tove), Invitation.objects.count()) == (StepKind.SENT, 0)
    assert "Did you send it to Tove?" in client.get("/").content.decode()
    assert 'value="later"' in client.get(tove.get_absolute_url()).content.decode()

    assert "If Tove is silent" in says(client, tove, "yes")
    says(client, tove, "yes")

    sent = Invitation.objects.get(contact=tove)
    assert (sent.sent_on, sent.message, sent.ask) == (YESTERDAY, LONG.strip(), "Where first?")
    assert not OpenedMessage.objects.exists()


def test_not_yet_is_asked_again_tomorrow_and_until_then_nothing(client: Client, tove: Contact) -> None:
    opens(client, tove, "invite", **invitation())

    says(client, tove, "later")

    assert OpenedMessage.objects.get().opened_on == factories.DAY
    assert step_of(tove) is StepKind.REST


def test_no_is_undone(client: Client, tove: Contact) -> None:
    before = opens(client, tove, "invite", **invitation()).form

    page = says(client, tove, "no")

    assert not OpenedMessage.objects.exists()
    assert step_of(tove) is StepKind.ASK
    state = page.split('name="state" value="')[1].split('"')[0]
    client.post(reverse("undo"), {"state": state})
    assert OpenedMessage.objects.get().form == before


def test_a_reminder_is_saved_on_its_day(client: Client, tove: Contact) -> None:
    asked = factories.make_invitation(tove, sent_on=factories.DAY - timedelta(days=10))
    opens(client, tove, "remind", text="Once more")

    says(client, tove, "yes")

    asked.refresh_from_db()
    assert (asked.reminded_on, Touch.objects.get().text) == (YESTERDAY, "Once more")


def test_thanks_settle_what_they_are_for(client: Client, tove: Contact) -> None:
    thanks = factories.make_follow_up(tove, kind=FollowUpKind.THANK_YOU, due_on=factories.DAY)
    form = {"person": "Tove Marrick", "person_id": str(tove.pk), "follow_up": str(thanks.pk), "day": str(YESTERDAY)}
    opens(client, tove, "touch", **form, direction="sent", channel="mail", matter="thank", text=LONG)

    says(client, tove, "yes")

    thanks.refresh_from_db()
    assert (thanks.status, Touch.objects.get().day) == (FollowUpStatus.DONE, YESTERDAY)


TOO_LONG = "x" * 10_001


@pytest.mark.parametrize(
    ("written_in", "form", "words"),
    [
        ("invite", invitation(sent_on="never"), "never"),
        ("invite", invitation(ask_kind="referral"), LONG),
        ("invite", invitation(message=TOO_LONG), f"are 10001.|{TOO_LONG}"),
        ("remind", {"text": TOO_LONG}, f"are 10001.|{TOO_LONG}"),
        ("touch", {"text": TOO_LONG}, f'are 10001.|{TOO_LONG}|<textarea name="text"'),
    ],
)
def test_what_cannot_be_saved_is_looked_through(
    client: Client, tove: Contact, written_in: str, form: dict[str, str], words: str
) -> None:
    """It says why, and stands there as it was written."""
    if written_in == "remind":
        factories.make_invitation(tove)
    opens(client, tove, written_in, **form)

    page = says(client, tove, "yes")

    assert "Look it through" in page
    assert all(word in page for word in words.split("|"))
    assert OpenedMessage.objects.exists()


def test_what_the_guard_asked_is_not_asked_again(client: Client, tove: Contact) -> None:
    """The same kind as before, and a referral: two questions were answered before the message was opened."""
    factories.make_meeting(tove, purpose_kind="path")
    opens(client, tove, "invite", **invitation(ask_kind="referral"), asked=["referral", "before"])

    says(client, tove, "yes")

    assert Invitation.objects.filter(contact=tove, ask_kind="referral").exists()


def test_what_is_sent_otherwise_is_not_asked_about(client: Client, tove: Contact) -> None:
    opens(client, tove, "invite", **invitation())

    client.post(reverse("invite", args=[tove.pk]), invitation())

    assert Invitation.objects.exists()
    assert not OpenedMessage.objects.exists()


def test_an_unknown_form_is_refused(client: Client, tove: Contact) -> None:
    assert client.post(reverse("message_opened", args=[tove.pk]), {"written_in": "letter"}).status_code == 400
