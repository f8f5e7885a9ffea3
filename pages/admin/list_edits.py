"""What one Save of the list of people changes: written row by row, remembered as a whole, to be taken back."""

from typing import Any, Final

from django.http import HttpRequest

from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.writes.people import company_named, move_to
from pages.admin.row_form import RowForm
from relationships.writes import bulk, people
from relationships.writes.bulk import Done
from relationships.writes.putting_back import changes, values_of
from relationships.writes.standing import refresh

TYPED: Final = ("position", "company_id", "worked_before", "known_from_before", "starred")
GONE: Final = ("joined_on", "joined_because")


class Edits:
    def __init__(self, request: Any) -> None:
        self.today = request.today
        self.done = Done()
        self.number = 0

    def write(self, form: RowForm) -> None:
        """One person: the fields of their own, then whether they are in the network (R1)."""
        person: Contact = form.instance
        stored = Contact.objects.select_for_update(of=("self",)).select_related("company").get(pk=person.pk)
        before = values_of(stored)
        if person.company and person.company.pk is None:
            person.company = company_named(person.campaign, person.company.name)
            self.done.companies.extend([person.company.pk] if person.company else [])
        move_to(stored, person.company, self.today)
        person.worked_before = stored.worked_before
        person.version += 1
        person.save(update_fields=["position", "company", "worked_before", "known_from_before", "starred", "version"])
        if "in_network" in form.changed_data:
            self._join_or_send_back(person, joins=form.cleaned_data["in_network"])
        refresh([person.pk])
        # Who joined goes back by R1, unless something was noted meanwhile; who was sent back gets their day again.
        columns = (*TYPED, *(() if person.pk in self.done.joined else GONE))
        after = values_of(Contact.objects.get(pk=person.pk), columns)
        if changed := changes({column: before[column] for column in columns}, after):
            self.done.changed[str(person.pk)] = changed
        self.number += 1

    def _join_or_send_back(self, person: Contact, *, joins: bool) -> None:
        if joins:
            self.done.joined.extend(people.join([person.pk], JoinedBecause.SAID_SO, self.today))
        else:
            bulk.send_back([person])


def edits_of(request: HttpRequest) -> Edits:
    """The edits of this request."""
    found: Edits = vars(request).setdefault("list_edits", Edits(request))
    return found
