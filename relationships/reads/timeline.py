"""One timeline of everything about a contact, latest first: one query for a page of entries, whatever they are."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import CharField, DateField, F, IntegerField, QuerySet, TextField, Value, Window
from django.db.models.functions import Cast, Coalesce, RowNumber

from campaigns.reads.prepared import Prepared
from contacts.models import CommonGround, Contact, Note
from meetings.models import Invitation, Meeting, Telling, Touch
from outcomes.models import FollowUp, ObtainedItem
from relationships.rules.entries import Entry

PAGE: Final = 50


@dataclass(frozen=True, kw_only=True)
class TimelinePage:
    """Some entries of a timeline, and the number of the page with older ones, if there are."""

    entries: list[Entry]
    older: int | None

    @property
    def meetings(self) -> list[int]:
        """The meetings on this page, under which what was given there is shown."""
        return [entry.pk for entry in self.entries if entry.kind == "meeting"]


def timeline(contact: Contact, page: int = 1) -> TimelinePage:
    """The entries of this page; the first is 1."""
    found = [Entry(*row) for row in (_FIRST.rows(contact.pk) if page == 1 else _page(contact.pk, page))]
    return TimelinePage(entries=found[:PAGE], older=page + 1 if len(found) > PAGE else None)


def _page(contact: int, page: int = 1) -> QuerySet[Any, tuple[Any, ...]]:
    """The rows of this page, and the first one of the next."""
    first, *others = _everything(contact)
    rows = first.union(*others, all=True).order_by("-at_day", "at_rank", "-at_pk")
    return rows[(page - 1) * PAGE : page * PAGE + 1]


_FIRST: Final = Prepared(_page)


def _everything(pk: int) -> list[QuerySet[Any, tuple[Any, ...]]]:
    """Each kind of entry in the same columns; of two on one day the first of these stands first."""
    itself = Contact.objects.filter(pk=pk)
    nth = Window(RowNumber(), partition_by=[F("status")], order_by=[F("day").asc(), F("pk").asc()])
    kinds: list[tuple[str, QuerySet[Any], dict[str, Any]]] = [
        ("follow_up", FollowUp.objects.filter(contact=pk), {
            "day": Coalesce("closed_on", "due_on"), "state": F("status"), "about": F("kind"), "text": F("text"),
        }),
        ("meeting", Meeting.objects.filter(contact=pk), {
            "day": F("day"), "state": F("status"), "about": F("purpose_kind"), "way": F("mode"), "place": F("place"),
            "purpose": F("purpose"), "ask": F("ask"), "text": F("remember"), "nth": nth,
        }),
        ("item", ObtainedItem.objects.filter(contact=pk, meeting=None), {
            "day": F("day"), "state": F("referral_state"), "about": F("kind"), "text": F("text"),
            "place": Coalesce("referred__name", Value("")),
        }),
        ("told", Telling.objects.filter(contact=pk), {"day": F("day"), "text": F("story__title")}),
        ("touch", Touch.objects.filter(contact=pk), {
            "day": F("day"), "state": F("direction"), "about": F("matter"), "way": F("channel"), "text": F("text"),
        }),
        ("invitation", Invitation.objects.filter(contact=pk), {
            "day": F("sent_on"), "state": F("answer"), "about": F("ask_kind"), "way": F("channel"), "ask": F("ask"),
        }),
        ("note", Note.objects.filter(contact=pk), {"day": F("day"), "text": F("text")}),
        ("ground", CommonGround.objects.found().filter(contact=pk), {"day": F("found_on"), "text": F("text")}),
        ("left", itself.filter(left_on__isnull=False), {
            "day": F("left_on"), "state": F("left_because"),
            "way": Coalesce(Cast("left_until", TextField()), Value("")),
        }),
        ("joined", itself.filter(joined_on__isnull=False), {"day": F("joined_on"), "state": F("joined_because")}),
        ("connected", itself.filter(connected_on__isnull=False), {"day": F("connected_on")}),
        ("known", itself.filter(known_from_before__isnull=False), {"day": F("known_from_before")}),
    ]  # fmt: skip
    return [_as_entries(kind, rank, rows, columns) for rank, (kind, rows, columns) in enumerate(kinds)]


_WORDS: Final = ("state", "about", "way", "place", "purpose", "ask", "text")


def _as_entries(kind: str, rank: int, rows: QuerySet[Any], columns: dict[str, Any]) -> QuerySet[Any, tuple[Any, ...]]:
    """The columns of `Entry`, under names that no field of any table has."""
    words = {name: Cast(columns.get(name, Value("")), TextField()) for name in _WORDS}
    numbers = {"rank": Value(rank), "nth": columns.get("nth", Value(0, output_field=IntegerField()))}
    every = {
        "kind": Value(kind, output_field=CharField()),
        "pk": F("pk"),
        "day": Cast(columns["day"], DateField()),
        **words,
        **numbers,
    }
    named = {f"at_{name}": value for name, value in every.items()}
    found: QuerySet[Any, tuple[Any, ...]] = (
        rows.order_by().annotate(**named).values_list(*(f"at_{name}" for name in Entry.COLUMNS))
    )
    return found
