"""The backup of the release before restores in this one, and an installation of it is upgraded without a loss.

The files were written by the release of 27 November 2026, on each database: the sample campaign after an import, with a
draft, and with a meeting, a referral and a person in the trash.
"""

import gzip
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from campaigns.models import Draft
from contacts.models import Contact
from contacts.rules.phases import Phase
from meetings.models import Invitation, Meeting
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.items import ReferralState
from tests import factories
from trash.models import Deletion
from trash.writes.restoring import restore

pytestmark = pytest.mark.django_db(transaction=True)

BACKUPS = Path(__file__).parent / "backups"


@pytest.fixture
def upgraded(tmp_path: Path, settings: Settings) -> User:
    """Whoever used the release before, on this one."""
    settings.DATA_DIR = tmp_path
    factories.make_contact(factories.make_campaign(), "Somebody of this release")
    ending = "sqlite3" if connection.vendor == "sqlite" else "dump"
    backup = tmp_path / f"backup.{ending}"
    backup.write_bytes(gzip.decompress((BACKUPS / f"2026-11-27.{ending}.gz").read_bytes()))
    call_command("restore", backup, stdout=StringIO())
    return User.objects.get()


def standing() -> str:
    out = StringIO()
    call_command("check_standing", stdout=out)
    return out.getvalue().strip()


def test_an_installation_of_before_stands_as_it_did_and_goes_on(upgraded: User) -> None:
    """In one test: the backup is restored and migrated once."""
    everything_is_there_and_stands_as_it_did()
    what_was_offered_is_promised_and_waited_for()
    rows_of_rules_know_what_they_are_of()
    the_follow_ups_open(upgraded)
    the_trash_of_before_comes_back()


def everything_is_there_and_stands_as_it_did() -> None:
    people = Contact.objects.all()
    assert (people.count(), people.in_network().count(), people.cups().count()) == (117, 37, 20)
    assert Counter(people.in_network().values_list("phase", flat=True)) == {
        Phase.INITIATE: 22,
        Phase.OBTAIN: 6,
        Phase.USE: 9,
    }
    assert (Meeting.objects.count(), Invitation.objects.count(), ObtainedItem.objects.count()) == (27, 28, 17)
    assert (Draft.objects.count(), Deletion.objects.count()) == (1, 3)
    assert standing() == "Every copy says what follows from the evidence."


def what_was_offered_is_promised_and_waited_for() -> None:
    assert Counter(ObtainedItem.objects.referrals().values_list("referral_state", flat=True)) == {
        ReferralState.MET: 3,
        ReferralState.PROMISED: 4,
        ReferralState.INTRODUCED: 1,
        ReferralState.CONTACTED: 1,
        ReferralState.DECLINED: 1,
    }
    came = ObtainedItem.objects.filter(referral_state__in=[ReferralState.MET, ReferralState.INTRODUCED])
    assert all(came.values_list("introduced_on", flat=True))
    waits = FollowUp.objects.of_referrals().filter(introduction=False).order_by("text")
    assert [(row.text, row.status) for row in waits] == [
        ("Gwen wants to introduce you to Henrik", "dropped"),
        ("Halden wanted to introduce you to Bram", "open"),
        ("Jonah speaks to Isolde first", "open"),
        ("Samir wants to introduce you to Tove", "open"),
    ]


def rows_of_rules_know_what_they_are_of() -> None:
    assert FollowUp.objects.get(meets_again=True).text == "Meet Rosalind again"
    again = FollowUp.objects.get(invitation__isnull=False)
    assert (again.text, again.invitation and again.invitation.contact) == ("Ask Idris again", again.contact)


def the_trash_of_before_comes_back() -> None:
    for deletion in Deletion.objects.order_by("-pk"):
        restore(deletion)

    assert Contact.objects.filter(name="Annika Sorrel", held_count=1).exists()
    assert Meeting.objects.planned().filter(contact__name="Matteo Brandreth").exists()
    assert ObtainedItem.objects.filter(referral_state=ReferralState.PROMISED).count() == 5
    assert standing() == "Every copy says what follows from the evidence."


def the_follow_ups_open(user: User) -> None:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    for path in ("/follow-ups/", "/follow-ups/?show=waiting", "/follow-ups/?show=closed", "/trash/"):
        assert client.get(path).status_code == 200, path
