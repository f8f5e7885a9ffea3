"""The same person? What the preview asks, what is preset, that an answer stays, and what becomes of it."""

import re

import pytest
from django.test import Client

from campaigns.models import Campaign
from contacts.writes.people import make_contact
from relationships.writes.standing import out_of_step
from tests import factories
from tests.transfer.files import Run, Take, Upload, linkedin
from transfer.models import Import

ROWS = (
    "Ruben,Tarnbrook,https://www.linkedin.com/in/ruben,,Millrace Snacks,Buyer,01 May 2023",
    "रीमा,शर्मा,https://www.linkedin.com/in/rima,,Greenlow Foods,,02 May 2023",
    "山田,太郎,https://www.linkedin.com/in/taro,,,,03 May 2023",
)


@pytest.fixture
def looked_at(upload: Upload, campaign: Campaign) -> Import:
    """Three names typed on the first evening, one of them with another company, and the file with all three."""
    factories.make_contact(campaign, "Ruben Tarnbrook", company="Fenwick Freight")
    factories.make_contact(campaign, "रीमा शर्मा", company="greenlow foods")
    factories.make_contact(campaign, "山田 太郎")
    upload(linkedin(*ROWS))
    return campaign.imports.get()


def said(client: Client, upload: Import) -> dict[str, str]:
    """Row → what its question is answered with, as the page stands there."""
    page = client.get(f"/import/{upload.pk}/").content.decode()
    radios = re.findall(r'<input[^>]*type="radio"[^>]*>', page)
    ticked = (re.search(r'name="who-(\d+)"[^>]*value="(\w+)"[^>]*checked', radio) for radio in radios)
    return {found[1]: found[2] for found in ticked if found}


def test_the_same_is_preset_where_nothing_contradicts(looked_at: Import, client: Client, campaign: Campaign) -> None:
    assert looked_at.expected == {"possible": 1, "joined": 2}
    page = client.get(f"/import/{looked_at.pk}/").content.decode()
    assert page.index("The same person?") < page.index("Rows of the file")
    rows = {row.name: str(row.pk) for row in looked_at.rows.all()}
    known = {contact.name: str(contact.pk) for contact in campaign.contacts.all()}
    assert said(client, looked_at) == {
        rows["Ruben Tarnbrook"]: "apart",
        rows["रीमा शर्मा"]: known["रीमा शर्मा"],
        rows["山田 太郎"]: known["山田 太郎"],
    }


def test_who_is_the_same_is_filled_and_not_doubled(looked_at: Import, run: Run, campaign: Campaign) -> None:
    done = run(looked_at)

    assert done.counts == {"possible": 1, "joined": 2}
    assert campaign.contacts.count() == 4
    rima = campaign.contacts.select_related("company").get(name="रीमा शर्मा")
    assert (rima.linkedin_key, rima.company and rima.company.name) == ("/in/rima", "greenlow foods")
    assert list(out_of_step()) == []


def test_the_same_file_again_is_the_same(looked_at: Import, run: Run, take: Take) -> None:
    run(looked_at)

    assert take(linkedin(*ROWS)).counts == {"same": 3}


def test_answers_survive_a_reload_and_one_may_be_for_all(looked_at: Import, client: Client) -> None:
    client.post(f"/import/{looked_at.pk}/answers/", {"all": "apart"})
    assert set(said(client, looked_at).values()) == {"apart"}

    client.post(f"/import/{looked_at.pk}/answers/", {"all": "same"})
    assert "apart" not in said(client, looked_at).values()

    row = looked_at.rows.first()
    assert row
    client.post(f"/import/{looked_at.pk}/answers/", {f"who-{row.pk}": "apart"}, headers={"HX-Request": "true"})
    assert [value for value in said(client, looked_at).values() if value == "apart"] == ["apart"]
    looked_at.refresh_from_db()
    assert looked_at.expected == {"possible": 1, "joined": 2}


@pytest.mark.parametrize(("answer", "people"), [("same", 3), ("apart", 6)])
def test_what_is_ticked_counts_when_import_is_pressed(
    answer: str, people: int, looked_at: Import, client: Client, run: Run, campaign: Campaign
) -> None:
    """Without JavaScript nothing is sent before."""
    ticked = {f"who-{row.pk}": "apart" if answer == "apart" else str(row.others[0]) for row in looked_at.rows.all()}
    client.post(f"/import/{looked_at.pk}/run/", ticked)

    done = run(looked_at)

    assert campaign.contacts.count() == people
    assert done.counts == {"joined" if answer == "same" else "possible": 3}


def test_a_company_that_was_typed_stays(looked_at: Import, client: Client, run: Run, campaign: Campaign) -> None:
    client.post(f"/import/{looked_at.pk}/answers/", {"all": "same"})
    run(looked_at)

    ruben = campaign.contacts.select_related("company").get(name="Ruben Tarnbrook")
    assert ruben.company
    assert (ruben.company.name, ruben.position) == ("Fenwick Freight", "Buyer")


def test_nobody_else_can_be_named(
    looked_at: Import, client: Client, run: Run, campaign: Campaign, other_campaign: Campaign
) -> None:
    theirs = factories.make_contact(other_campaign, "Ruben Tarnbrook")
    bystander = factories.make_contact(campaign, "Lee Moss")
    row = looked_at.rows.get(name="Ruben Tarnbrook")
    for pk in (theirs.pk, bystander.pk, "x", "9" * 30):
        client.post(f"/import/{looked_at.pk}/answers/", {f"who-{row.pk}": pk, "take": "9" * 30, "who-x": "apart"})

    assert run(looked_at).counts == {"possible": 1, "joined": 2}


def test_who_was_deleted_meanwhile_is_nobody(looked_at: Import, client: Client, run: Run, campaign: Campaign) -> None:
    client.post(f"/import/{looked_at.pk}/answers/", {"all": "same"})
    campaign.contacts.get(name="Ruben Tarnbrook").delete()

    assert run(looked_at).counts == {"new": 1, "joined": 2}


def test_an_answer_outlives_the_question_of_the_dates(upload: Upload, client: Client, campaign: Campaign) -> None:
    factories.make_contact(campaign, "Kim Vale")
    upload(linkedin("Kim,Vale,,,Acme,,7/5/2023"))
    staged = campaign.imports.get()
    client.post(f"/import/{staged.pk}/answers/", {"all": "apart"})

    client.post(f"/import/{staged.pk}/order/", {"order": "day first"})

    assert set(said(client, staged).values()) == {"apart"}


def test_who_is_written_otherwise_in_the_file_is_found(upload: Upload, campaign: Campaign) -> None:
    """The names as they are typed into one field, and as LinkedIn divides them."""
    for name in ("王小明", "山田太郎", "מרים כהן", "Bob Miller", "Anna Weiß"):
        make_contact(campaign, name)

    upload(
        linkedin(
            "小明,王,https://www.linkedin.com/in/a,,,,02 May 2023",
            "山田,太郎,https://www.linkedin.com/in/b,,,,03 May 2023",
            "מִרְיָם,כֹּהֵן,https://www.linkedin.com/in/c,,,,04 May 2023",
            '"Robert ""Bob""",Miller,https://www.linkedin.com/in/d,,,,05 May 2023',
            'Dr. Anna,"Weiss, PMP®",https://www.linkedin.com/in/e,,,,06 May 2023',
        )
    )

    rows = campaign.imports.get().rows.order_by("number").values_list("outcome", flat=True)
    assert list(rows) == ["joined", "possible", "joined", "possible", "joined"]


def test_a_stored_nickname_asks_and_joins_nobody_by_itself(upload: Upload, campaign: Campaign) -> None:
    for name, nickname in (("William Vale", "Bill"), ("Николай Орлов", "Коля"), ("Ana Moss", "Pip")):
        contact = make_contact(campaign, name)
        contact.nickname = nickname
        contact.save()

    upload(linkedin("BILL,Vale,,,Acme,,", "Коля,Орлов,https://www.linkedin.com/in/k,,,,", "Pip,Vale,,,,,"))

    assert campaign.imports.get().expected == {"possible": 2, "new": 1}


def test_a_name_is_the_same_with_and_without_its_points(upload: Upload, campaign: Campaign) -> None:
    """Whichever of the two was typed, and whichever stands in the file: Hebrew points, Arabic vowel signs."""
    for typed in ("דָּוִד כֹּהֵן", "משה לוי", "مُحَمَّد حَسَن", "علي سالم"):
        make_contact(campaign, typed)

    upload(linkedin("דוד,כהן,,,,,", "מֹשֶׁה,לֵוִי,,,,,", "محمد,حسن,,,,,", "عَلِيّ,سَالِم,,,,,"))

    assert campaign.imports.get().expected == {"joined": 4}
