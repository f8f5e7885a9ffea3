"""The pitch: position, skills, readiness, and who heard what (R12)."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.models import Campaign
from pitch.models import Skill
from tests import factories

WHOLE = {"wrong": "Late four days in ten", "did": "One board for all", "came_of_it": "On time in eleven weeks"}


def page(client: Client, path: str = "/pitch/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_has_not_settled_says_what_they_would_say_today(client: Client) -> None:
    words = page(client)

    assert "Say what you would say today; every version is kept." in words
    assert words.count("Missing: ") == 6


def test_what_is_ready_is_named_and_so_is_what_is_missing(client: Client, campaign: Campaign) -> None:
    campaign.position = "Operations director in a food maker. Near home."
    campaign.save()
    skills = [factories.make_skill(campaign, place) for place in (1, 2, 3)]
    for skill in skills[:2]:
        factories.make_story(campaign, skill=skill, **WHOLE)

    words = page(client)

    assert "Your position takes two sentences; one is wanted" in words
    assert "Two stories that show them" in words
    assert [words.count(f"{state}: ") for state in ("Met", "Not yet", "Missing")] == [2, 1, 3]


def test_the_position_is_one_line_of_the_campaign(client: Client, campaign: Campaign) -> None:
    answer = client.post("/pitch/position/", {"position": "Operations director\r\n in a  food maker."})

    assert (answer.status_code, answer["Location"]) == (302, "/pitch/")
    campaign.refresh_from_db()
    assert campaign.position == "Operations director in a food maker."


def test_a_position_that_is_too_long_is_refused_and_kept(client: Client, campaign: Campaign) -> None:
    answer = client.post("/pitch/position/", {"position": "x" * 301})

    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()
    campaign.refresh_from_db()
    assert campaign.position == ""


def test_three_skills_are_written_in_one_form(client: Client, campaign: Campaign) -> None:
    client.post("/pitch/skills/", {"first": "Late plants back on time", "second": "", "third": "Cost without cuts"})

    assert list(Skill.objects.values_list("place", "text")) == [
        (1, "Late plants back on time"),
        (3, "Cost without cuts"),
    ]
    assert 'value="Cost without cuts"' in page(client, "/pitch/skills/")


def test_an_emptied_place_is_free_and_its_stories_stay(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign, skill=factories.make_skill(campaign, 1))

    client.post("/pitch/skills/", {"first": "", "second": "Change with the workforce", "third": ""})

    story.refresh_from_db()
    assert story.skill is None
    assert Skill.objects.get().place == 2


def test_a_reworded_skill_keeps_its_stories(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign, skill=factories.make_skill(campaign, 1))

    client.post("/pitch/skills/", {"first": "Late plants back on time"})

    story.refresh_from_db()
    assert story.skill
    assert story.skill.text == "Late plants back on time"


def test_it_says_to_how_many_a_story_was_told_and_to_whom_it_came_back(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign)
    graham, jonah = (factories.make_contact(campaign, name) for name in ("Graham Estevane", "Jonah Petrelund"))
    factories.make_telling(graham, story)
    factories.make_telling(graham, story, day=date(2026, 11, 20))
    factories.make_telling(jonah, story, recalled_on=date(2026, 11, 20))

    words = " ".join(page(client).split())

    assert "Told to 2 people" in words
    assert ">Jonah</bdi></a>" in words
    assert "came back" in words


def test_the_table_shows_five_people_and_leads_to_all(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign)
    for number in range(7):
        factories.make_telling(factories.make_contact(campaign, f"Person {number}"), story)

    assert page(client).count('<th scope="row"') == 5
    assert "All 7" in page(client)
    assert page(client, "/pitch/heard/").count('<th scope="row"') == 7


def test_nobody_elses_listeners_are_counted(client: Client, campaign: Campaign, other_campaign: Campaign) -> None:
    theirs = factories.make_contact(other_campaign, "Hidden Person")
    factories.make_telling(theirs, factories.make_story(other_campaign, "Hidden story"))

    assert "Hidden" not in page(client) + page(client, "/pitch/heard/")


PAGES = ("/pitch/", "/pitch/heard/", "/pitch/versions/?of=one_to_one", "/pitch/print/")


@pytest.mark.parametrize("path", PAGES)
def test_the_number_of_queries_is_that_of_one_row(client: Client, campaign: Campaign, path: str) -> None:
    counts = []
    for number in (3, 60):
        for _ in range(number):
            story = factories.make_story(campaign)
            person = factories.make_contact(campaign)
            factories.make_telling(person, story, recalled_on=factories.DAY)
            factories.make_telling(person, factories.make_version(campaign))
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 14


def test_of_many_each_page_shows_what_can_be_read(client: Client, campaign: Campaign) -> None:
    for number in range(60):
        story = factories.make_story(campaign, f"Story {number}")
        factories.make_telling(factories.make_contact(campaign, f"Person {number}"), story)
        factories.make_version(campaign)

    assert "54 more stories" in page(client)
    for path, rows in (("/pitch/", 5), ("/pitch/heard/", 50), ("/pitch/heard/?page=2", 10)):
        words = page(client, path)
        assert (words.count("One came back to Person"), "<table" in words) == (rows, False)
    assert page(client, "/pitch/versions/?of=one_to_one&page=3").count("/delete/") == 20
