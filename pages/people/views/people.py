"""The list of people: filtered, sorted and paged by its address alone; and suggestions while a name is typed."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from campaigns.models import Campaign
from contacts.models import ContactQuerySet
from contacts.reads.finding import asked_words, people_found
from contacts.reads.paging import Cursor, Order, PageOfPeople, page_of
from contacts.reads.people import how_many
from pages.people.filters import PeopleFilter, Where
from pages.people.views.rows import by_day, rows_of
from relationships.reads.history import OF_A_PERSON
from relationships.rules.history import Moment

OWNED = ("tag", "referrer")  # refused by the form in words; other nonsense leaves the address


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of the table, which sorts by its column: `sorted` is what aria-sort says."""

    name: str
    word: str
    address: str
    sorted: str


SHOWN = (
    *OF_A_PERSON, "sort_name", "position", "company__name", "company__folded", "phase", "held_count", "last_spoke_on",
    "acts_on",
)  # fmt: skip
"""What the list reads of each; a contact has three times as many columns."""

HEADINGS = {"name": "Name", "company": "company", "phase": "Phase", "due": "Day", "spoke": "Last spoke"}
SORTED_BY = {**HEADINGS, "due": "the day of the next step"}


@require_safe
def people(request: CampaignRequest) -> HttpResponse:
    """The page, or its table where htmx asks for it."""
    found = PeopleFilter(request.GET, request=request)
    address = cleaned(request.GET, found)
    url = f"{reverse('people')}?{address.urlencode()}" if address else reverse("people")
    if not request.htmx and dict(address.lists()) != dict(request.GET.lists()):
        return redirect(url)
    order = order_of(address)
    page = page_of(
        found.shown.select_related("company").only(*SHOWN),
        order,
        after=Cursor.read(address.get("after", ""), request.campaign),
        before=Cursor.read(address.get("before", ""), request.campaign),
        all_of=request.campaign if found.is_wide else None,
    )
    if not page.rows and ("after" in address or "before" in address):
        return redirect(f"{reverse('people')}?{without(address, 'after', 'before').urlencode()}")
    rows = rows_of(page.rows, Moment(today=request.today, now=timezone.now()))
    context = {
        "filter": found,
        "rows": by_day(rows, falls=order.falls) if order.column == "due" else rows,
        "counts": counted(found, address),
        "where": where_of(address),
        "is_filtered": is_filtered(address),
        "headings": headings(address, order),
        "sorted_by": SORTED_BY[order.column].lower(),
        "sort": address.get("sort", ""),
        "address": address.urlencode(),
        **neighbours(address, page),
    }
    template = "people/_people_table.html" if request.htmx else "people/people.html"
    answer = TemplateResponse(request, template, context)
    if request.htmx:
        answer["HX-Push-Url"] = url
    return answer


def cleaned(asked: QueryDict, found: PeopleFilter) -> QueryDict:
    """The address with only what it can mean: each filter once, nothing empty, nothing unknown."""
    address = QueryDict(mutable=True)
    errors = found.form.errors
    for name in found.form.fields:
        value = asked.get(name, "").strip()
        if value and (name not in errors or name in OWNED):
            address[name] = value
    order = Order.read(asked.get("sort", ""))
    if order and order != order_of(address):
        address["sort"] = str(order)
    for name in ("after", "before"):
        if Cursor.read(asked.get(name, ""), found.request.campaign) and "after" not in address:
            address[name] = asked.get(name, "")
    return address


def order_of(address: QueryDict) -> Order:
    """Who needs the user comes first; in the address book, where nothing is due, by name."""
    column = "due" if where_of(address) == Where.NETWORK else "name"
    return Order.read(address.get("sort", "")) or Order(column=column)


def where_of(address: QueryDict) -> str:
    return address.get("where", Where.NETWORK.value)


def is_filtered(address: QueryDict) -> bool:
    return bool(without(address, "sort", "after", "before", "where"))


def without(address: QueryDict, *names: str) -> QueryDict:
    rest = address.copy()
    for name in names:
        rest.pop(name, None)
    return rest


def headings(address: QueryDict, order: Order) -> dict[str, Heading]:
    rest = without(address, "sort", "after", "before")
    found = {}
    for name, word in HEADINGS.items():
        is_this = order.column == name
        rest["sort"] = f"-{name}" if is_this and not order.falls else name
        says = ("descending" if order.falls else "ascending") if is_this else ""
        found[name] = Heading(name=name, word=word, address=f"?{rest.urlencode()}", sorted=says)
    return found


def neighbours(address: QueryDict, page: PageOfPeople) -> dict[str, str]:
    """The addresses of the first, the previous, the next and the last page; empty where there is none."""
    rest = without(address, "after", "before")
    first = f"?{rest.urlencode()}" if page.before else ""
    found = {"first": first, "previous": "", "next": "", "last": ""}
    for name, key, edge in (("previous", "before", page.before), ("next", "after", page.after)):
        if edge:
            found[name] = f"?{_with(rest, key, edge)}"
    if page.after:
        found["last"] = f"?{_with(rest, 'before', 'end')}"
    return found


def _with(address: QueryDict, name: str, value: str) -> str:
    more = address.copy()
    more[name] = value
    return more.urlencode()


def counted(found: PeopleFilter, address: QueryDict) -> dict[str, str]:
    """The counts of this list."""
    filtered, today = {}, found.request.today
    if is_filtered(address):
        wide = {"chosen": found.chosen, "hidden": found.chosen.left(today)}
        filtered = wide if found.is_wide else {"chosen": found.shown}
    return counts(found.request.campaign, today, where_of(address), **filtered)


def counts(campaign: Campaign, today: date, where: str, **filtered: ContactQuerySet) -> dict[str, str]:
    """How many there are in the network, in the address book, and on this list.

    Of a wide list who is hidden is counted and taken off: few they are, and the many are counted in an index alone.
    """
    numbers = how_many(campaign, today, **filtered)
    here = {Where.BOOK: numbers.book_here, Where.LEFT: numbers.left, Where.ALL: numbers.everybody}
    found = numbers.chosen - numbers.hidden if filtered else here.get(Where(where), numbers.network_here)
    of_all = f"{figure(found)} of {people_words(here.get(Where(where), numbers.network_here))}"
    return {
        "network": people_words(numbers.network),
        "book": figure(numbers.book),
        "found": people_words(found),
        "announced": of_all if filtered else people_words(found),
    }


def people_words(number: int) -> str:
    return f"{figure(number)} {'person' if number == 1 else 'people'}"


def figure(number: int) -> str:
    """`1,234`."""
    return f"{number:,}"


@require_safe
def people_suggest(request: CampaignRequest) -> HttpResponse:
    words = asked_words(request.campaign, request.GET.get("q", ""))
    found = people_found(request.campaign, words, only_by_name=True)
    return TemplateResponse(request, "people/_people_suggest.html", {"people": found})
