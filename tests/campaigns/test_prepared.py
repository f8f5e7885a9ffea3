from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from campaigns.reads.prepared import MOST_KEYS, Prepared, Written
from contacts.models import Contact
from tests.factories import make_contact


def of_people(*keys: int) -> QuerySet[Any, tuple[Any, ...]]:
    return Contact.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "joined_on", "starred")


def test_the_same_sql_serves_other_keys(campaign: Campaign) -> None:
    prepared = Prepared(of_people)
    first, second = make_contact(campaign, joined_on=date(2026, 9, 21)), make_contact(campaign, joined_on=None)

    for contact in (first, second, first):
        with CaptureQueriesContext(connection) as queries:
            assert prepared.rows(contact.pk) == [(contact.pk, contact.joined_on, False)]
        assert len(queries) == 1


def test_any_number_of_keys_is_asked_for_at_once(campaign: Campaign) -> None:
    prepared = Prepared(of_people)
    pks = [make_contact(campaign).pk for _ in range(3)]

    assert [row[0] for row in prepared.rows(*pks)] == pks
    assert [row[0] for row in prepared.rows(*pks[1:])] == pks[1:]
    assert prepared.rows() == []
    assert [row[0] for row in prepared.rows(*pks, *range(10**6, 10**6 + MOST_KEYS))] == pks


def test_a_key_that_is_no_parameter_is_noticed(campaign: Campaign) -> None:
    prepared = Prepared(lambda key: Contact.objects.filter(pk=F("pk")).values_list("pk")[: abs(key) % 7])

    with pytest.raises(ValueError, match="no parameter"):
        prepared.rows(campaign.pk)


def test_days_are_keys_too_and_what_lies_a_fixed_number_of_days_from_them(campaign: Campaign) -> None:
    def lately(campaign_id: int, today: date) -> QuerySet[Any, tuple[Any, ...]]:
        week = (today - timedelta(days=7), today)
        return Contact.objects.filter(campaign=campaign_id, joined_on__range=week).values_list("name", "joined_on")

    prepared = Prepared(lately)
    make_contact(campaign, "Noor Haddad", joined_on=date(2026, 11, 16))

    for today, found in ((23, 1), (24, 0), (16, 1), (15, 0)):
        assert len(prepared.rows(campaign.pk, date(2026, 11, today))) == found


def test_what_follows_from_a_day_in_another_way_is_noticed(campaign: Campaign) -> None:
    def this_week(campaign_id: int, today: date) -> QuerySet[Any, tuple[Any, ...]]:
        monday = today - timedelta(days=today.weekday())
        return Contact.objects.filter(campaign=campaign_id, joined_on__gte=monday).values_list("name")

    with pytest.raises(ValueError, match="fixed number"):
        Prepared(this_week).rows(campaign.pk, date(2026, 11, 23))


def test_texts_are_keys_too_and_what_begins_with_them(campaign: Campaign) -> None:
    def called(campaign_id: int, *names: str) -> QuerySet[Any, tuple[Any, ...]]:
        either = reduce(or_, (Q(name__startswith=name) | Q(name=name) for name in names))
        return Contact.objects.filter(either, campaign=campaign_id).values_list("name")

    prepared = Prepared(called)
    make_contact(campaign, "Noor Haddad")

    for names, found in ((["Noor"], 1), (["Nour"], 0), (["Nour", "Noor Haddad"], 1), (["oor", "Haddad"], 0)):
        assert len(prepared.rows(campaign.pk, *names)) == found


def test_a_text_with_something_before_it_is_noticed(campaign: Campaign) -> None:
    prepared = Prepared(lambda name: Contact.objects.filter(name__contains=name).values_list("name"))

    with pytest.raises(ValueError, match="fixed number"):
        prepared.rows("Noor")


def test_a_written_column_is_what_it_was_written_from(campaign: Campaign) -> None:
    first, _ = make_contact(campaign, "Noor Haddad"), make_contact(campaign, "Tove Marrick")
    same = Contact.objects.filter(pk=OuterRef("pk"), name__startswith="Noor").values("joined_on")[:1]
    written = Written.of_each(Contact.objects.all(), Subquery(same))

    found = Contact.objects.order_by("pk").annotate(written=written).filter(campaign=campaign)

    assert list(found.values_list("written", flat=True)) == [first.joined_on, None]


def test_a_prepared_figure_stands_beside_other_columns(campaign: Campaign) -> None:
    here = Prepared(lambda pk: Campaign.objects.filter(pk=pk).values_list(Count("contacts")))
    make_contact(campaign, "Noor Haddad")
    make_contact(campaign, "Tove Marrick")

    assert Contact.objects.order_by("pk").values_list("name", here.figure(campaign.pk)).first() == ("Noor Haddad", 2)
