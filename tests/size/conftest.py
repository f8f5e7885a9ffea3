"""A campaign of a few thousand rows among others, seeded once a file, with the statistics that plans follow."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail, ContactLink, Tag
from tests.bench.evidence import Size
from tests.bench.seed import seed
from tests.conftest import TODAY
from tests.factories import make_import
from transfer.models import ImportRow

SIZE = Size(network=300, address_book=2_500, meetings=600, follow_ups=600)
OTHER, OTHERS = Size(network=30, address_book=100, meetings=60, follow_ups=60), 12


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Campaign]:
    with django_db_blocker.unblock():
        campaign = seed(SIZE, "size@example.com", TODAY)
        others = [seed(OTHER, f"other{number}@example.com", TODAY) for number in range(OTHERS)]
        add_tags(campaign, *others)
        add_what_files_bring(campaign)
        analyze()
        yield campaign
        User.objects.filter(pk__in=[one.owner_id for one in (campaign, *others)]).delete()
        analyze()


def add_tags(*campaigns: Campaign) -> None:
    for campaign in campaigns:
        tags = Tag.objects.bulk_create(Tag(campaign=campaign, name=f"Tag {n}", folded=f"tag {n}") for n in range(20))
        Contact.tags.through.objects.bulk_create(
            Contact.tags.through(contact=person, tag=tags[n % len(tags)])
            for n, person in enumerate(campaign.contacts.all()[:200])
        )


def add_what_files_bring(campaign: Campaign) -> None:
    """Ways to be reached, those known from before, and the rows of an import."""
    people = list(campaign.contacts.all())
    campaign.contacts.filter(pk__in=[person.pk for person in people[::3]]).update(known_from_before=TODAY)
    addresses = [(person, f"person{n}@example.com") for n, person in enumerate(people)]
    ContactEmail.objects.bulk_create(
        ContactEmail(campaign=campaign, contact=person, address=address, key=address) for person, address in addresses
    )
    ContactLink.objects.bulk_create(
        ContactLink(campaign=campaign, contact=person, url=f"https://example.com/{n}")
        for n, person in enumerate(people)
    )
    upload = make_import(campaign)
    ImportRow.objects.bulk_create(
        ImportRow(campaign=campaign, source=upload, number=n, line=n + 1, outcome="new", name=f"Zoya {n}")
        for n in range(2, 600)
    )


def analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.fixture
def owner(db: None, seeded: Campaign) -> Client:
    """The browser of who owns it."""
    client = Client()
    client.force_login(seeded.owner, backend="django.contrib.auth.backends.ModelBackend")
    return client
