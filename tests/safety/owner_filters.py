"""Each owner filter is left out in turn: some attack must notice. `make mutate` runs it and prints who survives.

A filter on this list is a second wall behind another one; the reason is said.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.safety.mutants import Mutant, plant, switches

if TYPE_CHECKING:
    from tests.safety.isolation import Siege

INDEX = "what is found by its words is looked up among one's own: each of the two keeps the other's promise"
OWN_KEYS = "the keys were read from one's own rows by the lines above"
OWN_ROW = "the row was found among one's own, and rows point at rows of their campaign only"
SEARCHES = "between the campaigns of one user, never between users"
SIGNED = "the key is signed for its owner, and compared with who is signed in before and after"

SECOND_WALLS: Final = {
    "campaigns/admin/forms.py: row.campaign_id != here": SEARCHES,
    "contacts/admin/acting.py: person.campaign_id == campaign.pk": SEARCHES,
    "campaigns/drafts.py: draft.owner_id != key.owner_id": SIGNED,
    "campaigns/drafts.py: key.owner_id != request.user.pk": SIGNED,
    "campaigns/drafts.py: Draft.objects.select_for_update()": SIGNED,
    "campaigns/reads/access.py: rows.filter(pk=user.pk)": "no form of the admin has a field for a user",
    "contacts/reads/people.py: SearchWord.objects.filter(": INDEX,
    "contacts/reads/finding.py: firms = SearchWord.objects.filter(": INDEX,
    "contacts/reads/finding.py: people = Contact.objects.filter(": INDEX,
    "contacts/reads/finding.py: found = SearchWord.objects.filter(": "says only which of the words is walked",
    "contacts/reads/close_people.py: SearchWord.objects.filter(": INDEX,
    "contacts/reads/choosing.py: ": "three queries in a row, each among what the one before found",
    "contacts/views/choosing.py: filter(pk=last)": OWN_KEYS,
    "contacts/views/sitting.py: request.campaign.contacts": OWN_KEYS,
    "contacts/views/companies.py: request.campaign.contacts": OWN_ROW,
    "contacts/reads/companies.py: campaign.contacts": OWN_ROW,
    "contacts/reads/paging.py: campaign.companies": OWN_ROW,
    "contacts/filters.py: self.request.campaign.companies": OWN_ROW,
    "contacts/views/standing.py: request.campaign.contacts.filter(pk=person.pk)": OWN_ROW,
    "contacts/views/people.py: request.campaign.contacts.none()": "nobody, whosever",
    "meetings/reads/heard.py: Telling.objects.filter(campaign=campaign)": OWN_ROW,
    "outcomes/reads/card.py: ObtainedItem.objects.filter(wanted": OWN_ROW,
    "outcomes/views/debrief.py: request.campaign.contacts.get(pk=meeting.contact_id)": OWN_ROW,
    "outcomes/writes/debrief_given.py: Contact.objects.filter(": OWN_KEYS,
    "outcomes/writes/bulk.py: campaign.tags": OWN_KEYS,
    "outcomes/reads/follow_ups.py: Invitation.objects.without_a_day(today)": "invitations of one's own people, twice",
    "outcomes/reads/follow_ups.py: Contact.objects.here(today)": "invitations of one's own people, twice",
    "outcomes/reads/follow_ups.py: asked = Invitation.objects.filter(campaign=campaign)": OWN_ROW,
    "transfer/reads/shown.py: Contact.objects.filter(campaign=campaign)": OWN_KEYS,
    "transfer/writes/changing.py: Contact.objects.filter(campaign=campaign, pk__in=changes)": OWN_KEYS,
}
"""`file: words of the line` → why nobody can come by where it is missing."""


def main(only: str = "") -> int:
    root = Path(__file__).resolve().parents[2]
    plant(root)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")
    import django

    django.setup()
    import logging

    import time_machine
    from django.conf import settings
    from django.db import connection, connections, transaction
    from django.test.utils import setup_test_environment
    from django.urls import get_resolver

    from campaigns.reads.prepared import Prepared
    from tests.safety.cast import NOW
    from tests.safety.isolation import Siege

    # Written once a process they would not notice that a filter went.
    Prepared.rows = lambda self, *keys: list(self.build(*keys))  # type: ignore[method-assign]
    vars(transaction)["Atomic"]._ensure_durability = False  # as in Django's own test cases: all of it is rolled back
    logging.disable(logging.CRITICAL)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    setup_test_environment()
    if connection.vendor == "sqlite":
        connections["default"].settings_dict["TEST"]["NAME"] = ":memory:"
    connection.creation.create_test_db(verbosity=0)
    assert get_resolver().url_patterns  # imports every page
    start = time.perf_counter()
    try:
        with transaction.atomic(), time_machine.travel(NOW, tick=False):
            survivors = besiege(Siege(), only)
    finally:
        connection.creation.destroy_test_db(":memory:", verbosity=0)
    say(f"{len(switches.mutants)} owner filters, {len(survivors)} not missed, {time.perf_counter() - start:.0f} s.")
    for mutant, attacks in survivors:
        say(f"  {mutant} ({attacks} attacks came by)")
    return 1 if survivors else 0


def wall_behind(mutant: Mutant) -> str:
    places = ((*place.split(": ", 1), why) for place, why in SECOND_WALLS.items())
    return next((why for file, words, why in places if mutant.file == file and words in mutant.source), "")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def besiege(siege: "Siege", only: str) -> list[tuple[Mutant, int]]:
    pairs = list(zip(siege.attacks, siege.alone, strict=True))
    came_by: dict[int, list[int]] = {mutant.number: [] for mutant in switches.mutants}
    for place, (attack, alone) in enumerate(pairs):
        switches.passed.clear()
        for finding in siege.finds(attack, alone):
            say(f"Without any filter left out: {finding}")
        for number in switches.passed:
            came_by[number].append(place)
    say(f"{len(pairs)} attacks, {len(switches.mutants)} owner filters")
    survivors = []
    for mutant in list(switches.mutants):
        if only not in str(mutant):
            continue
        switches.off = mutant.number
        places = sorted(came_by[mutant.number], key=lambda place: siege.attacks[place].what != "looks at it")
        caught = any(next(siege.finds(*pairs[place]), None) for place in places)
        switches.off = None
        wall = wall_behind(mutant)
        if wall and not caught:
            say(f"second wall: {mutant}: {wall}")
        elif not caught:
            say(f"not missed: {mutant} ({len(places)} attacks came by)")
            survivors.append((mutant, len(places)))
    return survivors


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
