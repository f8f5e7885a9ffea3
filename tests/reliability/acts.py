"""The acts on rows that stand: what each address of the URLconf is about, and what is posted to it.

`prepared` runs in a process of the server's own (`manage.py shell`), which has its database.
"""

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db.models import Model
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from contacts.rules.leaving import LeftBecause
from outcomes.models import FollowUp
from outcomes.rules.items import UsedAs
from relationships.writes.leaving import leave
from relationships.writes.undo import state_before
from relationships.writes.using import put_to_use
from tests import factories
from tests.addresses import PAGES
from tests.reliability.research_acts import Act, Fields, planned, research_acts, says, today
from trash.writes.deleting import throw_away

ELSEWHERE = {
    "account", "account_address", "autosave", "days_off_take", "draft_discard", "first_account", "meeting_log_preview",
}  # fmt: skip
"""They act on no row of a campaign, ask for the password first, or can be done once in a campaign only."""
CREATE = {
    "companies", "contact_new", "event_new", "follow_up_new", "import", "meeting_log_new", "meeting_plan", "pause_add",
    "pitch_card", "pitch_one_to_one", "question_new", "story_new", "today", "touch_new", "welcome_people",
}  # fmt: skip
"""Their form carries a key: test_together.py."""


def used(contact: Contact) -> Model:
    item = factories.make_item(contact)
    put_to_use(item, UsedAs.RESUME, today=factories.DAY)
    return item


def in_days(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


def deleted(contact: Contact) -> Model:
    return throw_away(contact.campaign, factories.make_note(contact), "A note", today())


def deleted_person(contact: Contact) -> Model:
    factories.make_follow_up(contact)
    return throw_away(contact.campaign, contact, contact.name, today())


def left(contact: Contact) -> Model:
    factories.make_follow_up(contact)
    leave(contact, LeftBecause.NO_ANSWER, today=today())
    return contact


def in_the_book(contact: Contact) -> Model:
    Contact.objects.filter(pk=contact.pk).update(joined_on=None, joined_because="")
    return factories.refreshed(contact)


def looked_at(contact: Contact) -> Model:
    """A file with somebody of whom nobody has heard; by digits, of which each word has one spelling."""
    upload = factories.make_import(contact.campaign)
    upload.rows.update(person={"given_name": str(uuid.uuid4().int), "family_name": str(uuid.uuid4().int)})
    return upload


def late(contact: Contact) -> FollowUp:
    return factories.make_follow_up(contact, due_on=today() - timedelta(days=3))


def ticked(**act: str) -> Callable[[Contact], Fields]:
    return lambda contact: {"pk": str(late(contact).pk), **act}


def picked(**more: str) -> Callable[[Contact], Fields]:
    return lambda contact: {"picked": str(in_the_book(contact).pk), "sure": "yes", **more}


def said(contact: Contact) -> Model:
    return factories.make_version(contact.campaign, "card")


def recalled(contact: Contact) -> Fields:
    return {"story": str(factories.make_story(contact.campaign).pk), "day": today().isoformat()}


def put_off(contact: Contact) -> Fields:
    """What Undo says after something was put off."""
    follow_up = late(contact)
    state = state_before([follow_up])
    FollowUp.objects.filter(pk=follow_up.pk).update(due_on=today())
    return {"state": state}


def acts() -> dict[str, list[Act]]:
    wait = {"because": "wait", "until": in_days(9)}
    return {
        "contact_back": [Act(about=left)],
        "contact_join": [Act(about=in_the_book)],
        "contact_leave": [Act(fields=says(because="no_answer")), Act(fields=says(**wait))],
        "contact_quiet": [Act(fields=says(never="yes"))],
        "contact_star": [Act(fields=says(starred="yes"))],
        "contact_note": [Act(fields=says(text="Likes canal boats"))],
        "contact_recall": [Act(fields=recalled)],
        "contact_share": [Act(fields=says(shared="Both worked nights"))],
        "contact_touch": [Act(fields=says(text="Wrote to say hello"))],
        "deletion_restore": [Act(about=deleted), Act(about=deleted_person)],
        "event": [Act(fields=lambda contact: {"met-0-name": str(uuid.uuid4().int)})],
        "follow_up_put_off": [Act(fields=says(days="1")), Act(fields=says(day=in_days(9)))],
        "follow_ups_bulk": [Act(fields=ticked(act=act)) for act in ("done", "spread", "drop")]
        + [Act(fields=ticked(days="5"))],
        "ground_found": [Act(about=lambda contact: factories.make_common_ground(contact, found_on=None))],
        "if_silent": [Act(fields=says(if_silent="ring"))],
        "item_put_off": [Act(fields=says(days="1")), Act(fields=says(day=in_days(9)))],
        "item_take_back": [Act(about=used)],
        "item_use": [Act(fields=says(how="otherwise", words="Asked three plants for it"))],
        "message_opened": [Act(fields=says(written_in="touch", text="Hello"))],
        "import_answers": [Act(about=looked_at, fields=says(all="same"))],
        "import_run": [Act(about=looked_at)],
        "import_order": [Act(fields=says(order="day"))],
        "invitation_answer": [Act(fields=says(answer=answer)) for answer in ("yes", "no", "no_answer")]
        + [Act(fields=says(answer="later", later_on=in_days(9)))],
        "invite": [Act(fields=says(ask="How plants are staffed"))],
        "meeting_did_not_happen": [Act(about=planned, fields=says(what=what)) for what in ("cancelled", "no_show")]
        + [Act(about=planned, fields=says(what="moved", day=in_days(9)))],
        "meeting_edit": [Act(about=planned, fields=says(place="Quayside Roasters"))],
        "meeting_log": [Act(about=planned, fields=says(remember="Nights at 22")), Act(fields=says(place="Quayside"))],
        "pitch_position": [Act(fields=lambda contact: {"position": f"Planner {contact.pk}"})],
        "pitch_seconds": [Act(fields=lambda contact: {"version": str(said(contact).pk), "seconds": "58"})],
        "people_choose": [
            Act(query="?from=book", fields=says(answer="later")),
            Act(query="?from=book", fields=says(answer="yes")),
            Act(query="?from=book", fields=says(undo="1")),
        ],
        "people_follow_up": [Act(fields=picked(text="Say hello", due_on=in_days(1)))],
        "people_join": [Act(fields=picked())],
        "people_leave": [Act(fields=picked(because="not_right"))],
        "people_tag": [Act(fields=lambda contact: picked(name=f"tag {contact.pk}")(contact))],
        "undo": [Act(fields=put_off)],
        **research_acts(),
        "welcome_back": [Act(fields=lambda contact: {"late": str(late(contact).pk)})],
    }


def prepared(times: int) -> Iterator[tuple[str, list[tuple[str, Fields]]]]:
    """For each act a name, and so many addresses of rows of its own with what is posted there."""
    campaign = User.objects.get().campaigns.get()
    for _ in range(20):  # to choose from
        factories.make_contact(campaign, joined_on=None)
    known = acts()
    for address in PAGES:
        if not address.ours or address.public() or address.name in ELSEWHERE | CREATE:
            continue
        for act in known.pop(address.name, [Act()]):
            posts = []
            for _ in range(times):
                contact = factories.make_contact(campaign)
                url = (
                    reverse(address.name, kwargs=dict.fromkeys(address.parts, act.about(contact).pk))
                    if act.about
                    else address.url(contact)
                )
                posts.append((url + act.query, act.fields(contact)))
            yield f"{address.name} {posts[-1][1] or ''}", posts
    assert not known, f"no addresses: {known}"
