"""What is done to many picked people at once, each by the same writes as for one, and taken back with one click."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Contact, Tag
from contacts.rules.joining import JoinedBecause
from contacts.rules.leaving import LeftBecause
from contacts.writes.people import company_or_new, move_to, tag_or_new
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.reads.recorded import recorded_for
from relationships.writes import leaving, people
from relationships.writes.follow_ups import add_follow_up
from relationships.writes.putting_back import Changed, Hung, changes, put_back, take_off, values_of
from relationships.writes.standing import refresh

MOVED: Final = ("company_id", "worked_before")


@dataclass(frozen=True, kw_only=True)
class Done:
    """What one act did, by primary keys: what taking it back needs."""

    joined: list[int] = field(default_factory=list)
    follow_ups: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    tagged: list[int] = field(default_factory=list)
    tag: int = 0
    tag_is_new: bool = False
    changed: Changed = field(default_factory=dict)
    companies: list[int] = field(default_factory=list)
    """Those that were made on the way."""

    made: list[int] = field(default_factory=list)
    hung: Hung = field(default_factory=dict)
    back: list[list[Any]] = field(default_factory=list)
    """Who was taken up again: since when they had been left, because of what, until when."""


@transaction.atomic
def tag(campaign: Campaign, contacts: Iterable[Contact], name: str) -> Done:
    """The campaign's tag of this name for each of them; made when there is none."""
    given, is_new = tag_or_new(campaign, name)
    through = Contact.tags.through.objects
    has_it = set(through.filter(tag=given).values_list("contact_id", flat=True))
    new = [contact.pk for contact in contacts if contact.pk not in has_it]
    given.contacts.add(*new)
    return Done(tag=given.pk, tagged=new, tag_is_new=is_new)


@transaction.atomic
def join(contacts: Iterable[Contact], today: date) -> Done:
    """R1: into the network, because the user said so."""
    return Done(joined=people.join([contact.pk for contact in contacts], JoinedBecause.SAID_SO, today))


@transaction.atomic
def follow_up(contacts: Iterable[Contact], text: str, due_on: date, today: date) -> Done:
    """The same follow-up for each of them; who was in the address book joins by it (R1)."""
    picked = list(contacts)
    made = [add_follow_up(contact, FollowUpKind.ACTION, text, due_on, today=today).pk for contact in picked]
    return Done(follow_ups=made, joined=[contact.pk for contact in picked if not contact.in_network])


@transaction.atomic
def leave(contacts: Iterable[Contact], because: LeftBecause, today: date, until: date | None = None) -> Done:
    """R15: each is left for now, with what was open; who is left already stays as they are."""
    staying = [contact for contact in contacts if not contact.left_for_now(today)]
    for contact in staying:
        leaving.leave(contact, because, today=today, until=until)
    return Done(left=[contact.pk for contact in staying])


@transaction.atomic
def come_back(contacts: Iterable[Contact]) -> Done:
    """R15: who is left for now is back, with what was dropped; the others stay as they are."""
    gone = [contact for contact in contacts if contact.left_on]
    left = [[contact.pk, _iso(contact.left_on), contact.left_because, _iso(contact.left_until)] for contact in gone]
    for contact in gone:
        leaving.come_back(contact)
    return Done(back=left)


@transaction.atomic
def set_company(campaign: Campaign, contacts: Iterable[Contact], name: str, today: date) -> Done:
    """The company of this name for each of them, made when there is none; no name takes it away."""
    company, is_new = company_or_new(campaign, name)
    pk = company.pk if company else None
    whom = Contact.objects.filter(pk__in=[contact.pk for contact in contacts]).exclude(company=pk)
    moving = list(whom.select_for_update(of=("self",)).select_related("company").order_by("pk"))
    moved = {}
    for contact in moving:
        before = values_of(contact, MOVED)
        move_to(contact, company, today)
        contact.version += 1
        moved[str(contact.pk)] = changes(before, values_of(contact, MOVED))
    Contact.objects.bulk_update(moving, ["company", "worked_before", "version"], batch_size=100)
    refresh(contact.pk for contact in moving)
    return Done(changed=moved, companies=[pk] if pk and is_new else [])


@transaction.atomic
def send_back(contacts: Iterable[Contact]) -> list[int]:
    """R1: back to the address book, who has nothing recorded that keeps them in the network."""
    return _send_back(contacts)


@transaction.atomic
def take_back(campaign: Campaign, done: Done) -> int:
    """Undo it as far as nothing was built upon it since; answers for how many people."""
    mine = campaign.contacts.all()
    rows = FollowUp.objects.open().filter(campaign=campaign, pk__in=done.follow_ups)
    concerned = set(rows.values_list("contact_id", flat=True))
    rows.delete()
    refresh(concerned)
    for contact in mine.filter(pk__in=done.left, left_on__isnull=False):
        leaving.come_back(contact)
        concerned.add(contact.pk)
    since = {pk: left for pk, *left in done.back}
    for contact in mine.filter(pk__in=since, left_on=None):
        left_on, because, until = since[contact.pk]
        day = date.fromisoformat(until) if until else None
        leaving.leave(contact, LeftBecause(because), today=date.fromisoformat(left_on), until=day)
        concerned.add(contact.pk)
    given = Tag.objects.filter(campaign=campaign, pk=done.tag).first()
    if given:
        given.contacts.remove(*mine.filter(pk__in=done.tagged))
        concerned.update(done.tagged)
        if done.tag_is_new and not given.contacts.exists():
            given.delete()
    concerned |= take_off(mine, done.hung)
    made = set(mine.filter(pk__in=done.made, version=1, joined_on=None).values_list("pk", flat=True))
    Contact.objects.filter(pk__in=made - recorded_for(made)).delete()
    concerned |= made
    concerned |= put_back(mine, done.changed, done.companies)
    return len(concerned | set(_send_back(mine.in_network().filter(pk__in=done.joined))))


def _send_back(joined: Iterable[Contact]) -> list[int]:
    """R1: back to the address book, who has nothing recorded that keeps them in the network."""
    ids = [contact.pk for contact in joined]
    free = sorted(set(ids) - recorded_for(ids))
    Contact.objects.filter(pk__in=free).update(joined_on=None, joined_because="")
    refresh(free)
    return free


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
