"""A campaign in which there is something of everything, so that whatever leaks has something to show.

Every row has the word of its owner in what can be read. With a `pk`, the first row of each model has that key: then
one number is somebody else's contact, meeting, tag or story, whatever the field takes that it is sent in.
"""

import uuid
from datetime import timedelta

from accounts.models import User
from campaigns.models import Draft
from contacts.writes.people import index_companies, index_contacts
from pitch.models import Skill, Story
from tests import factories
from tests.factories import DAY
from tests.safety.cast import Crowd, name_of
from tests.safety.files import forgotten, uploaded
from tests.safety.hers import INTRODUCTION
from tests.safety.people import hers_alone, introduced, known, others, spoken_with


def crowd(owner: User, word: str, pk: int | None = None, meets: str = "") -> Crowd:
    """`meets`: the word of another crowd, whose people stand in an uploaded file and in the trash of this one."""
    key = {"pk": pk} if pk else {}
    campaign = factories.make_campaign(
        owner=owner, **key, name=f"{word} search", position=f"{word} manager",
        worked_at=f"{word} Mills\n{name_of(meets)}",
        studied_at=f"{word} College", last_seen_on=DAY - timedelta(days=1),
    )  # fmt: skip
    this = Crowd(campaign=campaign)
    this.keep("campaign", campaign)
    this.keep(
        "pause",
        campaign.pauses.create(from_day=DAY - timedelta(days=9), to_day=DAY - timedelta(days=9), **key),
    )
    draft = {"key": uuid.UUID(int=pk)} if pk else {}
    this.keep(
        "draft", Draft.objects.create(owner=owner, path="/people/new/", fields={"name": [f"{word} typed"]}, **draft)
    )
    skill = Skill.objects.create(campaign=campaign, place=1, text=f"{word} skill", **key)
    this.keep("skill", skill)
    story = Story.objects.create(campaign=campaign, title=f"{word} story", wrong=f"{word} wrong", skill=skill, **key)
    this.keep("story", story)
    said = {"ask": f"{word} ask", "reason_words": f"{word} reason"}
    version = factories.make_version(campaign, "one_to_one", f"{word} background", **said, **key)
    for place, kind in enumerate(("card", "position"), 1):
        factories.make_version(campaign, kind, f"{word} {kind}", **said, **({"pk": pk + place} if pk else {}))
    this.keep("version", version)
    campaign.message_templates.create(occasion="invite_none", long=f"{word} message", short=f"{word} line", **key)
    campaign.week_notes.create(week=DAY, learned=f"{word} learned", **key)
    person = known(this, word, key)
    spoken_with(this, person, story, word, key)
    factories.make_telling(person, version)
    others(
        this, person, word, {name: {"pk": pk + place} if pk else {} for place, name in enumerate(("left", "never"), 1)}
    )
    introduced(this, word, {"pk": INTRODUCTION} if pk else {})
    if pk:
        hers_alone(this, word, pk)
    uploaded(this, word, taken=True)
    uploaded(this, meets or word, taken=False)
    if meets:
        forgotten(this, meets, word)
    kept = list(campaign.contacts.all())
    index_contacts(kept)
    index_companies(campaign.companies.all())
    for contact in kept:
        factories.refreshed(contact)
    return this
