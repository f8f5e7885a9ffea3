"""Campaigns of a known size, the same at every run: M, L and XL of docs/performance.md."""

import random
from datetime import date, timedelta

from django.db import connection

from accounts.models import User
from campaigns.models import Campaign
from contacts.models import Company, Contact, SearchWord
from contacts.rules.joining import JoinedBecause
from contacts.rules.searching import words_of
from contacts.rules.words import fold
from pitch.models import Skill, Story
from relationships.writes.standing import refresh
from tests.bench.evidence import AT_ONCE, Size, add_evidence

GIVEN = ("Ana", "Bo", "Chidi", "Dora", "Émile", "Fatima", "Goran", "Hye-jin", "Ivo", "Jana", "Kofi", "Mei", "Olu")
FAMILY = ("Abara", "Berg", "Castro", "Dvořák", "Eze", "Ferrari", "García", "Haas", "Ivanov", "Lindqvist", "Müller")
WORK = ("Recruiter", "Operations lead", "Plant manager", "Software engineer", "Buyer", "")


SIZES = {
    "S": Size(20, 100, 30, 20),
    "M": Size(500, 5_000, 1_200, 1_200),
    "L": Size(2_000, 30_000, 5_000, 5_000),
    "XL": Size(10_000, 100_000, 25_000, 12_000),
}


def seeded(name: str) -> Campaign:
    """The campaign of this size, beside another of size M: a planner that knows one campaign only takes other ways."""
    _of_today("M", "beside@example.com")
    campaign = _of_today(name, f"{name.lower()}@example.com")
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE"
        )  # an index made since the last seeding has no statistics, and F would sort a whole campaign
    return campaign


def _of_today(name: str, email: str) -> Campaign:
    """The one that stands from an earlier run of today, or a new one."""
    today = User(time_zone="UTC").today()
    campaign = Campaign.objects.select_related("owner").filter(owner__email=email).first()
    if campaign is None or campaign.last_seen_on != today:
        User.objects.filter(email=email).delete()
        campaign = seed(SIZES[name], email, today)
    return campaign


def seed(size: Size, email: str, today: date) -> Campaign:
    """One user with one campaign of this size; today decides what is due."""
    chance = random.Random(7)
    owner = User.objects.create_user(email, "correct horse battery", name="Marta Reyes", is_staff=True)
    campaign = Campaign.objects.create(
        owner=owner,
        started_on=today - timedelta(days=200),
        welcomed=True,
        last_seen_on=today,
        position="Operations lead in food",
        worked_at="Company 3\nCompany 17",
    )
    companies = _companies(campaign, size, chance)
    people = _people(campaign, companies, size, chance, today)
    network = people[: size.network]
    _stories(campaign)
    add_evidence(campaign, network, size, chance, today)
    refresh(person.pk for person in network)
    return campaign


def _companies(campaign: Campaign, size: Size, chance: random.Random) -> list[Company]:
    number = max(10, (size.network + size.address_book) // 8)
    rows = [
        Company(campaign=campaign, name=f"Company {n}", folded=f"company {n}", is_target=n % 50 == 0)
        for n in range(number)
    ]
    made = Company.objects.bulk_create(rows, AT_ONCE)
    words = [SearchWord(campaign=campaign, company=row, word=word) for row in made for word in words_of(row.name)]
    SearchWord.objects.bulk_create(words, AT_ONCE)
    return made


def _people(
    campaign: Campaign, companies: list[Company], size: Size, chance: random.Random, today: date
) -> list[Contact]:
    rows = []
    for n in range(size.network + size.address_book):
        given, family = chance.choice(GIVEN), f"{chance.choice(FAMILY)}-{n}"
        joined = today - timedelta(days=chance.randrange(200)) if n < size.network else None
        rows.append(
            Contact(
                campaign=campaign,
                name=f"{given} {family}",
                given_name=given,
                family_name=family,
                folded=fold(f"{given} {family}"),
                sort_name=fold(f"{family} {given}"),
                company=chance.choice(companies),
                position=chance.choice(WORK),
                linkedin_key=f"/in/person-{n}",
                connected_on=today - timedelta(days=chance.randrange(3000)),
                joined_on=joined,
                joined_because=JoinedBecause.SAID_SO.value if joined else "",
            )
        )
    made = Contact.objects.bulk_create(rows, AT_ONCE)
    words = [SearchWord(campaign=campaign, contact=row, word=word) for row in made for word in words_of(row.name)]
    SearchWord.objects.bulk_create(words, AT_ONCE)
    return made


def _stories(campaign: Campaign) -> None:
    for place, text in enumerate(("Calm on a late line", "Plans people follow", "Waste out"), start=1):
        skill = Skill.objects.create(campaign=campaign, place=place, text=text)
        Story.objects.create(campaign=campaign, skill=skill, title=f"Story {place}", trigger="turn a line around")
