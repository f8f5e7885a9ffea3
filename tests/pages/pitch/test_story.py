"""One story: written, mended, thrown away."""

import re

import pytest
from django.test import Client

from campaigns.models import Campaign
from meetings.models import Telling
from pitch.models import Skill, Story
from tests import factories
from trash.models import Deletion

TYPED = {
    "title": "The night-shift vote",
    "skill": "",
    "wrong": "A new shift pattern had been refused twice.",
    "did": "Asked the crew to design it.",
    "came_of_it": "They voted it in, 61 to 8.",
    "trigger": "bring a crew through change.",
}


def test_a_story_is_written_with_the_skill_that_it_shows(client: Client, campaign: Campaign) -> None:
    skill = factories.make_skill(campaign, 2, "Change with the workforce")

    answer = client.post("/pitch/stories/new/", TYPED | {"skill": str(skill.pk)})

    story = Story.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/pitch/#story-{story.pk}")
    assert (story.campaign, story.skill, story.came_of_it) == (campaign, skill, "They voted it in, 61 to 8.")
    words = client.get("/pitch/").content.decode()
    assert "2. <bdi>Change with the workforce</bdi>" in words
    assert "“I am looking for a person to <bdi>bring a crew through change.</bdi>”" in words


def test_the_same_form_twice_is_one_story(client: Client, campaign: Campaign) -> None:
    form = client.get("/pitch/stories/new/").content.decode()
    key = re.search(r'name="draft" value="([^"]+)"', form)
    assert key

    answers = [client.post("/pitch/stories/new/", TYPED | {"draft": key[1]}) for _ in range(2)]

    assert Story.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


def test_a_story_without_a_title_is_refused_and_every_character_kept(client: Client, campaign: Campaign) -> None:
    answer = client.post("/pitch/stories/new/", TYPED | {"title": " "})

    assert answer.status_code == 422
    for name in ("wrong", "did", "came_of_it", "trigger"):
        assert TYPED[name] in answer.content.decode()
    assert not Story.objects.exists()


def test_a_story_is_mended(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign)

    client.post(f"/pitch/stories/{story.pk}/", TYPED | {"title": "The vote"})

    story.refresh_from_db()
    assert story.title == "The vote"


def test_a_deleted_story_goes_to_the_trash_with_its_tellings(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign, "The vote")
    factories.make_telling(factories.make_contact(campaign), story)

    answer = client.post(f"/pitch/stories/{story.pk}/delete/", follow=True)

    assert not Story.objects.exists()
    assert not Telling.objects.exists()
    deletion = Deletion.objects.get()
    assert (deletion.kind, deletion.words) == ("pitch.story", "Story: The vote")
    assert "In the trash for 30 days." in answer.content.decode()


def test_the_trash_gives_it_back(client: Client, campaign: Campaign) -> None:
    story = factories.make_story(campaign)
    factories.make_telling(factories.make_contact(campaign), story)
    client.post(f"/pitch/stories/{story.pk}/delete/")

    client.post(f"/trash/{Deletion.objects.get().pk}/restore/")

    assert Story.objects.get().pk == story.pk
    assert Telling.objects.get().story == story


@pytest.mark.parametrize("path", ["new/", "{pk}/"])
def test_a_strangers_skill_is_no_choice(
    client: Client, campaign: Campaign, other_campaign: Campaign, path: str
) -> None:
    story = factories.make_story(campaign)
    theirs = factories.make_skill(other_campaign, 1, "Hidden skill")
    path = f"/pitch/stories/{path.format(pk=story.pk)}"

    answer = client.post(path, TYPED | {"skill": str(theirs.pk)})

    assert answer.status_code == 422
    assert "Hidden skill" not in answer.content.decode() + client.get(path).content.decode()


def test_a_story_brings_the_skill_that_it_proves_into_a_free_place(client: Client, campaign: Campaign) -> None:
    factories.make_skill(campaign, 1, "Change with the workforce")
    typed = TYPED | {"new_skill": " Late  plants back on time "}

    for _ in range(2):
        client.post("/pitch/stories/new/", typed)

    assert list(Skill.objects.values_list("place", "text"))[1:] == [(2, "Late plants back on time")]
    assert {str(story.skill) for story in Story.objects.all()} == {"Late plants back on time"}
    refused = client.post("/pitch/stories/new/", typed | {"skill": Skill.objects.latest("pk").pk})
    assert refused.status_code == 422
    assert "a story shows one" in refused.content.decode()


@pytest.mark.parametrize(("skills", "asked"), [(0, ["new_skill"]), (2, ["skill", "new_skill"]), (3, ["skill"])])
def test_the_form_asks_for_the_skill_in_the_way_that_is_open(
    client: Client, campaign: Campaign, skills: int, asked: list[str]
) -> None:
    for place in range(1, skills + 1):
        factories.make_skill(campaign, place)

    words = client.get("/pitch/stories/new/").content.decode()

    assert [name for name in ("skill", "new_skill") if f'name="{name}"' in words] == asked


def test_where_three_are_written_the_story_is_saved_before_they_are_changed(client: Client, campaign: Campaign) -> None:
    for place in (1, 2, 3):
        factories.make_skill(campaign, place)

    answer = client.post("/pitch/stories/new/", TYPED | {"change_skills": "yes"})

    story = Story.objects.get()
    assert answer["Location"] == f"/pitch/skills/?story={story.pk}"
    assert client.post(answer["Location"], {"first": "Late plants"})["Location"] == f"/pitch/stories/{story.pk}/#skill"
    assert client.post("/pitch/skills/?story=99", {"first": "Late plants"})["Location"] == "/pitch/"
