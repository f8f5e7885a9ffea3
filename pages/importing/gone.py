"""Who lies in the trash and comes again in a file: said at their row, since they would come back as somebody new."""

from datetime import date
from typing import Any

from campaigns.models import Campaign
from campaigns.rules.days import day_in_sentence
from contacts.models import Contact
from transfer.rules.book import Known, name_key


def gone_people(campaign: Campaign, today: date) -> dict[str, str]:
    """Profile, address or name of each person in the trash → what is said when a row has it."""
    said: dict[str, str] = {}
    thrown = campaign.deletions.restorable(today).filter(kind=Contact._meta.label_lower).order_by("pk")
    for rows, deleted_on in thrown.values_list("rows", "deleted_on").iterator():
        person = rows[0]["fields"]
        words = (
            f"{person['name']} lies in your trash since {day_in_sentence(deleted_on, today)}, and this row makes "
            "somebody new. To have back what you noted, restore them there first, and upload the file again."
        )
        for key in _keys(person, rows):
            said[key] = words
    return said


def _keys(person: dict[str, Any], rows: list[dict[str, Any]]) -> list[str]:
    name = name_key(Known(id=0, given_name=person["given_name"], family_name=person["family_name"]))
    addresses = [row["fields"]["key"] for row in rows if row["model"] == "contacts.contactemail"]
    return [key for key in (person["linkedin_key"], name, *addresses) if key]
