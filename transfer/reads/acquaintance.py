"""Whom a batch of rows can meet: the same profile, address or name, or the record imported before.

Never the whole book: of one name or address so many are read as the rule looks at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from campaigns.models import Campaign
from contacts.models import Contact, ContactEmail, ContactLink
from contacts.rules.names import compared_name
from contacts.rules.words import fold
from transfer.models import Import, ImportRow, Origin
from transfer.rules.book import Known, addresses_of, name_key, nickname_key, other_names, profile_of
from transfer.rules.candidates import NAMESAKES
from transfer.rules.origin import origin_key
from transfer.rules.person import Person
from transfer.rules.settling import Table

AT_ONCE = 5_000  # contacts read by one query: SQLite takes some 32,000 parameters


@dataclass(frozen=True, kw_only=True)
class Acquaintance:
    """Reads the people of one campaign onto a table, as far as rows can mean them."""

    campaign: Campaign
    table: Table
    source: Import | None = None
    """The import whose earlier rows are done already: whom they met is seen in this file."""

    def meet(self, people: Sequence[Person], meant: Iterable[int] = ()) -> None:
        """Who these may be; `meant` are contacts whom the user named for some of them."""
        if not Contact.objects.filter(campaign=self.campaign).exists():
            return  # the first file, and the largest, meets nobody
        book = self.table.book
        by_profile = self._rows_of(Contact.objects.all(), "linkedin_key", filter(None, map(profile_of, people)))
        keyed = [(person, origin_key(person)) for person in people]
        origins = self._rows_of(Origin.objects.all(), "key", (key for _, key in keyed), "contact_id")
        book.origins.update(origins)
        # Whom the profile or the record tells surely need not be looked for by their address and name.
        asked = [
            one
            for one, key in keyed
            if (profile not in by_profile if (profile := profile_of(one)) else key not in origins)
        ]
        addresses = {address for person in asked if person.emails for address in addresses_of(person)}
        found = {*by_profile.values(), *origins.values()}
        found |= self._some_of_each(ContactEmail.objects.all(), "key", addresses, "contact_id")
        found |= self._namesakes(asked) | self._nicknamed(asked) | set(meant)
        for ids in in_batches(sorted(found - book.people.keys()), AT_ONCE):
            self._read(ids)
        book.in_file.update(by_profile)
        self._look_into_the_file(found - set(by_profile.values()))

    def _look_into_the_file(self, others: set[int]) -> None:
        """Which of their profiles stand in the file: who has one of these is nobody with another."""
        book = self.table.book
        profiles = {profile for pk in others if pk in book.people and (profile := profile_of(book.people[pk]))}
        if self.source is not None and profiles - book.in_file:
            rows = ImportRow.objects.filter(source=self.source, person__linkedin_key__in=sorted(profiles))
            book.in_file.update(rows.order_by().values_list("person__linkedin_key", flat=True))

    def _namesakes(self, people: Sequence[Person]) -> set[int]:
        """A row with a profile can only mean a namesake without, or one who connected on the same day."""
        with_profile = [person for person in people if profile_of(person)]
        without = [person for person in people if not profile_of(person)]
        may_have_moved = Contact.objects.filter(Q(linkedin_key="") | Q(connected_on__isnull=False))
        found: set[int] = set()
        for column, names in (("folded", _names), ("sort_name", _sorted_names)):
            found |= self._some_of_each(may_have_moved, column, names(with_profile))
            found |= self._some_of_each(Contact.objects.all(), column, names(without))
        return found

    def _nicknamed(self, people: Sequence[Person]) -> set[int]:
        """Whose nickname with their family name is the name of a row: few people have one."""
        wanted = {key for one in people for key in (name_key(one), *other_names(one))}
        found: dict[str, list[int]] = {}
        theirs = Contact.objects.filter(campaign=self.campaign).exclude(nickname="").order_by("pk")
        for pk, family, nickname in theirs.values_list("pk", "family_name", "nickname"):
            if (key := nickname_key(Known(id=pk, family_name=family, nickname=nickname))) in wanted:
                found.setdefault(key, []).append(pk)
        return {pk for ids in found.values() for pk in ids[:NAMESAKES]}

    def _read(self, ids: Sequence[int]) -> None:
        book, details = self.table.book, self.table.details
        emails = _gathered(ContactEmail.objects.order_by("id"), ids, "address")
        origins = _gathered(Origin.objects.all(), ids, "company", "position", "made_by", "as_of")
        contacts = list(Contact.objects.filter(pk__in=ids).order_by("pk").values_list(*COLUMNS))
        links = _gathered(ContactLink.objects.order_by("id"), [row[0] for row in contacts if not row[6]], "url")
        for pk, given, family, nickname, company, position, key, day, more in contacts:
            url = next((url for (url,) in links.get(pk, ()) if "linkedin.com" in url), key)
            wrote = origins.get(pk, ())
            imported = {"company"} if company and _among_folded(company, (one[0] for one in wrote)) else set()
            if position and _among_folded(position, (one[1] for one in wrote)):
                imported.add("position")
            book.add(
                Known(
                    id=pk,
                    given_name=given,
                    family_name=family,
                    nickname=nickname,
                    company=company or "",
                    position=position,
                    emails=tuple(address for (address,) in emails.get(pk, ())),
                    url=url,
                    linkedin_key=key,
                    connected_on=day,
                    imported=frozenset(imported),
                    typed=not wrote,
                    as_of=max(filter(None, (one[3] for one in wrote)), default=None),
                )
            )
            if more:
                details[pk] = more
            if self.source is not None and any(made_by == self.source.pk for _, _, made_by, _ in wrote):
                book.seen.add(pk)
        if self.source is not None:
            done = ImportRow.objects.filter(source=self.source, contact__in=ids, number__lte=self.source.cursor)
            book.seen.update(done.order_by().values_list("contact_id", flat=True))

    def _among(self, rows: QuerySet[Any], column: str, values: Iterable[str]) -> QuerySet[Any]:
        return rows.filter(campaign=self.campaign, **{f"{column}__in": list(dict.fromkeys(values))})

    def _rows_of(self, rows: QuerySet[Any], column: str, values: Iterable[str], pk: str = "pk") -> dict[str, int]:
        return dict(self._among(rows, column, values).order_by().values_list(column, pk))

    def _some_of_each(self, rows: QuerySet[Any], column: str, values: set[str], pk: str = "pk") -> set[int]:
        if not values:
            return set()
        place = Window(RowNumber(), partition_by=F(column), order_by="pk")
        counted = self._among(rows, column, sorted(values)).annotate(place=place)
        return set(counted.filter(place__lte=NAMESAKES).order_by().values_list(pk, flat=True))


COLUMNS = (
    "pk", "given_name", "family_name", "nickname", "company__name", "position", "linkedin_key", "connected_on",
    "imported_details",
)  # fmt: skip


def _names(people: Iterable[Person]) -> set[str]:
    """How a namesake's name can stand as it is compared: with titles, letters and nickname, and without."""
    named = [person for person in people if person.given_name or person.family_name]
    keys = {key[:240] for one in named for key in (name_key(one), *other_names(one))}
    return {compared_name(one.name) for one in named} | keys - {""}


def _sorted_names(people: Iterable[Person]) -> set[str]:
    """How it can stand as it is sorted, where titles and letters are left out."""
    pairs = {(person.family_name.partition(",")[0], person.given_name.partition(",")[0]) for person in people}
    return {compared_name(f"{family} {given}") for family, given in pairs} - {""}


def _among_folded(value: str, values: Iterable[str]) -> bool:
    return any(value == other or fold(value) == fold(other) for other in values)


def _gathered(rows: QuerySet[Any], ids: Sequence[int], *columns: str) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for pk, *values in rows.filter(contact__in=ids).values_list("contact_id", *columns):
        found.setdefault(pk, []).append(tuple(values))
    return found


def in_batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
