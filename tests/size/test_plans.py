"""No page reads a whole table or a whole index of what belongs to users, however many they are; nor does a write."""

import re
from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from contacts.reads.paging import COLUMNS
from meetings.models import Meeting
from tests.pages.meetings.debriefing import posted
from tests.size.plans import explained

SORTED = [f"/people/?sort={sign}{column}" for sign, column in product(("", "-"), COLUMNS)]
SORTED += ["/people/?where=book&sort=name", "/people/?where=book&sort=company"]
SORTED += [f"/people/?where=all&sort={column}" for column in ("name", "phase", "spoke")]
FILTERED = [
    f"/people/?{asked}"
    for asked in (
        "q=an", "q=lindqvist1", "q=company+1", "where=all", "where=left", "phase=obtain", "due=due",
        "company=Any+target+company", "company=company+1", "company=co",
        "due=later", "due=none", "spoke=lately", "spoke=month", "spoke=quarter", "spoke=never", "starred=yes",
    )
]  # fmt: skip
PAGES = [
    "/", "/people/board/", "/people/suggest/?q=an", "/search/?q=an", "/search/?q=lindqvist1", "/meetings/",
    "/follow-ups/", "/follow-ups/?tab=waiting", "/companies/", "/pitch/", "/import/", "/trash/", "/meetings/log/",
    "/obtained/",
    "/people/sheet/?q=lindqvist1&where=all&talked=yes",
]  # fmt: skip


def scans(client: Client, address: str) -> list[str]:
    with explained() as plans:
        answer = client.get(address, follow=True)
    assert answer.status_code == 200
    assert plans.asked > 3
    return plans.scans


@pytest.mark.parametrize("address", [*PAGES, *FILTERED])
def test_a_page_scans_nothing_that_belongs_to_users(address: str, owner: Client) -> None:
    assert scans(owner, address) == []


@pytest.mark.parametrize("address", SORTED)
def test_each_page_of_a_sorted_list_is_read_in_the_order_of_an_index(address: str, owner: Client) -> None:
    first = owner.get(address, follow=True).content.decode()
    following = re.search(r'href="\?([^"]*after=n?\d+)"', first)
    assert following
    for page in (address, f"{address}&before=end", f"/people/?{following[1].replace('&amp;', '&')}"):
        assert scans(owner, page) == []
        with explained("sort", "incremental_sort") as plans:
            owner.get(page, follow=True)
        if "company" not in address:  # that one walks the companies in order, and sorts their people
            assert [sql for sql in plans.sorts if "LIMIT 51" in sql] == []


def test_a_list_asks_no_exists_of_each_row(owner: Client) -> None:
    """PostgreSQL would answer it for all rows at once, from the table of all tenants."""
    with CaptureQueriesContext(connection) as captured:
        owner.get("/people/")
    lists = [query["sql"] for query in captured if "LIMIT 51" in query["sql"]]

    assert lists
    assert not any("EXISTS" in sql for sql in lists)


@pytest.mark.parametrize("page", ["", "edit/", "sheet/", "invite/", "touch/", "delete/"])
def test_a_persons_pages_scan_nothing(page: str, owner: Client, seeded: Campaign) -> None:
    person = seeded.contacts.in_network().earliest("pk")

    assert scans(owner, f"/people/{person.pk}/{page}") == []


def test_an_import_scans_nothing(owner: Client, seeded: Campaign) -> None:
    assert scans(owner, f"/import/{seeded.imports.get().pk}/") == []


def test_a_debrief_scans_nothing(owner: Client, seeded: Campaign) -> None:
    person = seeded.contacts.in_network().exclude(meetings__status="planned").latest("pk")
    debrief = posted(None, {"kind": "advice", "text": "Ask the planners"}, person=person.name, person_id=person.pk)

    with explained() as plans:
        answer = owner.post("/meetings/log/", debrief)

    assert answer.status_code == 302
    assert plans.scans == []
    assert Meeting.objects.filter(contact=person, logged_on__isnull=False).exists()


def drop_indices(table: str, *columns: str) -> None:
    """Those that hold one of these columns, and keep no promise."""
    with connection.cursor() as cursor:
        for name, said in connection.introspection.get_constraints(cursor, table).items():
            if said["index"] and not said["unique"] and set(columns) & set(said["columns"]):
                cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")


def test_a_missing_index_is_noticed(owner: Client) -> None:
    drop_indices("meetings_invitation", "campaign_id", "contact_id")

    assert any("meetings_invitation" in scan for scan in scans(owner, "/follow-ups/"))


def test_an_order_without_an_index_is_noticed(owner: Client) -> None:
    drop_indices("contacts_contact", "last_spoke_on")

    with explained("sort", "incremental_sort") as plans:
        owner.get("/people/?sort=spoke")

    assert [sql for sql in plans.sorts if "LIMIT 51" in sql]
