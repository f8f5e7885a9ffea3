"""`manage.py tidy`: what has had its time goes, what has not stays, and SQLite knows how many rows there are."""

import uuid
from datetime import timedelta

import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from campaigns.models import Campaign, Draft
from tests import factories
from trash.models import Deletion
from trash.writes.deleting import throw_away

NOON = factories.at(factories.DAY, 12)


def draft(owner: User, days_ago: int, result: str) -> uuid.UUID:
    row = Draft.objects.create(
        pk=uuid.uuid4(), owner=owner, path="/people/new/", fields={"name": "Tove"}, result=result
    )
    Draft.objects.filter(pk=row.pk).update(saved_at=NOON - timedelta(days=days_ago))
    return row.pk


@time_machine.travel(NOON, tick=False)
def test_what_has_had_its_time_goes_and_the_rest_is_counted(campaign: Campaign, alice: User, client: Client) -> None:
    for days in (33, 30):
        throw_away(campaign, factories.make_contact(campaign), f"{days} days ago", factories.DAY - timedelta(days=days))
    stay = {draft(alice, 1, "/people/"), draft(alice, 29, "")}
    for days, result in ((3, "/people/"), (31, "")):
        draft(alice, days, result)
    ended = client.session.session_key
    Session.objects.filter(session_key=ended).update(expire_date=timezone.now() - timedelta(days=1))

    call_command("tidy")

    assert list(Deletion.objects.values_list("words", flat=True)) == ["30 days ago"]
    assert set(Draft.objects.values_list("pk", flat=True)) == stay
    assert not Session.objects.filter(session_key=ended).exists()
    if settings.ON_SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'campaigns_draft'")
            assert cursor.fetchone()[0].startswith("2 ")
