"""`/people/network/`: who introduced whom, as a picture and as a list, whatever loops there are (R10, R21)."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind, ReferralState
from pages.templatetags.network import nested_list
from relationships.reads.network import network_of
from relationships.rules import network
from relationships.rules.network import Person, Referral, branches, readable
from relationships.rules.network_picture import picture_of
from tests import factories
from tests.conftest import TODAY

PROMISED, OFFERED, INTRODUCED, DECLINED = (
    ReferralState.PROMISED,
    ReferralState.OFFERED,
    ReferralState.INTRODUCED,
    ReferralState.DECLINED,
)


def refers(giver: Contact, referred: Contact, state: ReferralState, days_ago: int = 3) -> ObtainedItem:
    day = TODAY - timedelta(days=days_ago)
    return factories.make_item(
        giver, "", kind=ItemKind.REFERRAL, referred=referred, referral_state=state.value, day=day
    )


@pytest.fixture
def abc(campaign: Campaign) -> list[Contact]:
    return [factories.make_contact(campaign, name) for name in ("Ann Arden", "Ben Broom", "Cai Coombe")]


def tree(campaign: Campaign) -> list[str]:
    """A line for each person: as deep as they stand, dashed where it is only promised."""
    (branches,) = network_of(campaign, TODAY).pages
    return [f"{'  ' * (one.depth - 1)}{'- ' * one.is_promised}{one.person.called}" for one in branches]


@pytest.mark.parametrize(
    ("referrals", "drawn"),
    [
        ([], []),
        ([(0, 1, INTRODUCED)], ["Ann", "  Ben"]),
        ([(0, 1, PROMISED)], ["Ann", "  - Ben"]),
        ([(0, 1, DECLINED)], []),
        ([(0, 1, PROMISED), (2, 1, INTRODUCED)], ["Cai", "  Ben", "Ann"]),
        ([(0, 1, PROMISED), (2, 1, OFFERED)], ["Cai", "  Ben", "Ann"]),
        ([(0, 1, INTRODUCED), (2, 1, INTRODUCED)], ["Ann", "  Ben", "Cai"]),
        ([(0, 1, INTRODUCED), (1, 2, INTRODUCED)], ["Ann", "  Ben", "    Cai"]),
        ([(0, 1, INTRODUCED), (1, 0, INTRODUCED)], ["Ann", "  Ben"]),
        ([(0, 1, INTRODUCED), (1, 2, PROMISED), (2, 0, INTRODUCED)], ["Ann", "  Ben", "    - Cai"]),
    ],
)
def test_one_line_leads_to_each_and_a_loop_is_cut(
    client: Client,
    campaign: Campaign,
    abc: list[Contact],
    referrals: list[tuple[int, int, ReferralState]],
    drawn: list[str],
) -> None:
    for giver, referred, state in referrals:
        refers(abc[giver], abc[referred], state)

    assert tree(campaign) == drawn
    assert client.get("/people/network/").status_code == 200


def test_what_came_of_it_is_told_in_one_word_and_who_is_waited_for_is_reminded(
    client: Client, campaign: Campaign, abc: list[Contact]
) -> None:
    ann, ben, cai = abc
    for person, state in ((ben, ReferralState.MET), (cai, ReferralState.GONE_QUIET)):
        refers(ann, person, state)
    ObtainedItem.objects.filter(referred=ben).update(introduced_on=TODAY)
    dan = factories.make_referral(ben, "Dan Dale")
    page = client.get("/people/network/").content.decode()

    assert "Introduced Ben; Named Cai. Met: Ben; Gone quiet: Cai" in page
    assert "Ben said so" in page
    waiting = dan.follow_ups.get()
    assert f'/people/{ben.pk}/touch/?follow_up={waiting.pk}"' in page
    assert "Dan Dale, Initiate, not met yet, introduction promised by Ben Broom" in page
    assert '<span class="muted">, Initiate, not met yet, introduction promised</span>' in page


@pytest.mark.parametrize(("people", "is_drawn"), [(5, True), (300, True), (301, False)])
def test_a_chain_and_a_crowd_are_readable(people: int, is_drawn: bool) -> None:
    """Half of them in a chain that no page is deep enough for, half of them introduced by the first."""
    half = people // 2
    crowd = {pk: Person(contact_id=pk, name=f"Person {pk}", met_on=TODAY) for pk in range(1, people + 1)}
    named = [(pk - 1 if pk <= half else 1, pk) for pk in range(2, people + 1)]
    referrals = [Referral(item_id=pk, giver=by, referred=pk, state=INTRODUCED, day=TODAY) for by, pk in named]
    in_order = branches(crowd, referrals)
    listed = nested_list(in_order)

    assert len(in_order) == people
    assert listed.count("<ul>") == listed.count("</ul>")
    assert listed.count("<li>") == listed.count("</li>") == people
    picture = picture_of(in_order if is_drawn else [replace(one, depth=1) for one in in_order])
    assert (picture is not None) == is_drawn
    if picture:
        places = [(cup.x, cup.y) for cup in picture.cups]
        assert len(set(places)) == len(places)
        beside = sorted((x, y) for x, y in places)
        assert all(b[1] - a[1] >= 40 for a, b in pairwise(beside) if a[0] == b[0])
        assert max(x for x, _ in places) < picture.width
        assert max(y for _, y in places) < picture.height


def test_of_many_those_stand_on_pages_who_introduced_somebody_or_were_introduced() -> None:
    """Four trees of a hundred each, which no page cuts, and a hundred who came by themselves."""
    crowd = {pk: Person(contact_id=pk, name=f"Person {pk}", met_on=TODAY) for pk in range(500)}
    named = [(pk - pk % 100, pk) for pk in range(400) if pk % 100]
    tree = branches(
        crowd, [Referral(item_id=pk, giver=by, referred=pk, state=INTRODUCED, day=TODAY) for by, pk in named]
    )

    pages = readable(tree)

    assert [len(page) for page in pages] == [300, 100]
    assert [page[0].depth for page in pages] == [1, 1]
    assert {one.person.contact_id for page in pages for one in page} == set(range(400))
    assert [len(page) for page in readable(tree[:300])] == [300]


@pytest.mark.of_the_pages
def test_a_large_network_is_paged_and_says_how_many_came_by_themselves(
    client: Client, campaign: Campaign, abc: list[Contact], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "AT_ONCE", 2)
    ann, ben, cai = abc
    for giver, referred in ((ann, "Dan Dale"), (ben, "Eva Ek")):
        refers(giver, factories.make_contact(campaign, referred), ReferralState.INTRODUCED)
    factories.make_meeting(cai)

    first, second = (client.get(f"/people/network/?page={number}").content.decode() for number in (1, 2))

    assert ["Dan Dale" in page for page in (first, second)] == [True, False]
    assert ["Eva Ek" in page for page in (first, second)] == [False, True]
    assert all("1 more whom you met came by themselves" in page for page in (first, second))


def test_the_picture_is_as_wide_as_the_words_of_its_last_column(client: Client, campaign: Campaign) -> None:
    chain = [factories.make_contact(campaign, f"Maximiliane-Antonia {last}") for last in ("Wu", "Ma", "Mo", "Wo")]
    for giver, referred in pairwise(chain):
        refers(giver, referred, ReferralState.INTRODUCED)
    picture = picture_of(network_of(campaign, TODAY).pages[0])

    box = re.search(r'class="net" viewBox="0 -12 (\d+) ', client.get("/people/network/").content.decode())

    assert picture
    assert box
    assert max(cup.ends for cup in picture.cups) <= int(box[1])
