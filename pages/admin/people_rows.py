"""The list of people as a table of fields: what is edited in bulk stands in it, the rest on a person's form.

Django draws each field of such a list by a template of its own, and a hidden one for what was shown. For fifty people
that took three quarters of the page, so a row is written here in one piece. The names of the inputs are Django's:
what the browser posts is read, checked and saved by Django's own formset.
"""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib.admin.templatetags.admin_list import result_headers
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from campaigns.rules.days import short_day
from contacts.models import Company, Contact
from contacts.rules.phases import Phase
from pages.admin.row_form import as_shown

SHOWN: Final = (
    "id", "campaign", "name", "position", "company", "company__name", "known_from_before", "phase", "last_spoke_on",
    "acts_on", "starred", "joined_on", "version",
)  # fmt: skip
OFFERED: Final = 1_000

MARKS: Final = ("starred", "in_network")
WORDS: Final = ("position", "company", "known_from_before")
PHASES: Final = dict(Phase.choices())
ROW: Final = (
    '<tr><td class="action-checkbox"><input type="checkbox" name="_selected_action" value="{pk}" '
    'class="action-select" aria-label="Pick {name}"></td>'
    '<th scope="row" class="field-name"><a href="{pk}/change/{back}"><bdi>{name}</bdi></a>'
    '<input type="hidden" name="{form}-id" value="{pk}">'
    '<input type="hidden" name="{form}-shown_version" value="{version}">'
    '<input type="hidden" name="initial-{form}-position" value="{was_position}">'
    '<input type="hidden" name="initial-{form}-company" value="{was_company}">'
    '<input type="hidden" name="initial-{form}-known_from_before" value="{was_known_from_before}">'
    '<input type="hidden" name="initial-{form}-starred" value="{was_starred}">'
    '<input type="hidden" name="initial-{form}-in_network" value="{was_in_network}"></th>'
    '<td class="field-position"><input type="text" name="{form}-position" value="{position}" maxlength="200" '
    'aria-label="Position: {name}"></td>'
    '<td class="field-company"><input type="text" name="{form}-company" value="{company}" maxlength="200" '
    'list="companies" autocomplete="off" aria-label="Company: {name}"></td>'
    '<td class="field-known"><input type="date" name="{form}-known_from_before" value="{known_from_before}" '
    'aria-label="Known since: {name}"></td>'
    '<td class="field-phase">{phase}</td><td class="field-day">{spoke}</td><td class="field-day">{acts}</td>'
    '<td class="field-mark"><input type="checkbox" name="{form}-starred"{starred} aria-label="Starred: {name}"></td>'
    '<td class="field-mark"><input type="checkbox" name="{form}-in_network"{in_network} '
    'aria-label="In your network: {name}"></td></tr>'
)
SHOWN_ROW: Final = reduce(lambda row, name: row.replace(f"{{was_{name}}}", f"{{{name}}}"), WORDS, ROW)
"""As it stands there: what is escaped once a row is not escaped twice."""

MARK: Final = {True: format_html("{}", " checked"), False: format_html("{}", "")}
WAS: Final = {True: format_html("{}", "True"), False: format_html("{}", "False")}
ERRORS: Final = '<tr class="row-errors"><td colspan="10"><ul class="errorlist">{}</ul></td></tr>'
CHECKED: Final = (False, "False", "", None)


class PeopleList(ChangeList):
    """Reads of each person what the list shows, and no more."""

    def get_results(self, request: HttpRequest) -> None:
        """Whom a page shows is found in an index, however far back it is, or by one search; they alone are read."""
        super().get_results(request)
        found = self.paginator.object_list
        if not isinstance(found, list):
            keys = list(self.result_list.select_related(None).values_list("pk", flat=True))
        elif self.show_all or not self.multi_page:
            keys = found
        else:
            keys = found[(self.page_num - 1) * self.list_per_page :][: self.list_per_page]
        people = Contact.objects.filter(pk__in=keys).select_related("company").only(*SHOWN)
        self.result_list = people.order_by(*self.queryset.query.order_by)
        self.today: date = request.today  # type: ignore[attr-defined]  # of a CampaignRequest

    def headers(self) -> list[dict[str, Any]]:
        return list(result_headers(self))

    def lines(self) -> Iterator[SafeString]:
        """The rows of the table: as they are, or as they were typed where something is to be mended."""
        query = self.get_query_string().removeprefix("?")
        back = f"?{urlencode({'_changelist_filters': query})}" if query else ""
        formset: Any = self.formset
        if formset and formset.is_bound:  # there is none where one is chosen for another page
            for form in formset.forms:
                yield refused_row(form, back, self.today)
        else:
            for place, person in enumerate(self.result_list):
                yield shown_row(f"form-{place}", person, back, self.today)

    def companies(self) -> SafeString:
        """The names that are suggested for a company; of very many those of the people shown, and the targets."""
        campaigns = {person.campaign_id for person in self.result_list}
        known = Company.objects.filter(campaign__in=campaigns)
        suggested = known if known.count() <= OFFERED else known.targets()
        here = {person.company.name for person in self.result_list if person.company}
        names = sorted(here.union(suggested.order_by().values_list("name", flat=True)[:OFFERED]), key=str.casefold)
        return format_html("{}" + '<option value="{}"></option>' * len(names), "", *names)


def shown_row(form: str, person: Contact, back: str, today: date) -> SafeString:
    """One person; format_html escapes everything that a user typed."""
    stands = as_shown(person)
    return format_html(
        SHOWN_ROW,
        **facts_of(form, person, person.version, back, today),
        **{name: "" if stands[name] is None else stands[name] for name in WORDS},
        **{name: MARK[stands[name]] for name in MARKS},
        **{f"was_{name}": WAS[stands[name]] for name in MARKS},
    )


def facts_of(form: str, person: Contact, version: object, back: str, today: date) -> dict[str, object]:
    """What is not typed into a row."""
    return {
        "form": form,
        "pk": person.pk,
        "name": person.name,
        "version": version,
        "back": back,
        "phase": PHASES.get(person.phase, "") if person.in_network else "",
        "spoke": short_day(person.last_spoke_on, today) if person.last_spoke_on else "",
        "acts": short_day(person.acts_on, today) if person.acts_on else "",
    }


def refused_row(form: Any, back: str, today: date) -> SafeString:
    """A row as it was posted, below what is to be mended in it."""
    posted = {name: form.data.get(form.add_prefix(name)) or "" for name in (*WORDS, *MARKS)}
    shown = {name: form.data.get(form.add_initial_prefix(name)) or "" for name in posted}
    version = form.data.get(form.add_prefix("shown_version")) or ""
    said = format_html_join(
        "",
        "<li>{}{}</li>",
        (
            (f"{form.fields[name].label}: " if name in posted else "", words)
            for name, errors in form.errors.items()
            for words in errors
        ),
    )
    line = format_html(
        ROW,
        **facts_of(form.prefix, form.instance, version, back, today),
        **{name: posted[name] for name in WORDS},
        **{name: MARK[posted[name] not in CHECKED] for name in MARKS},
        **{f"was_{name}": text for name, text in shown.items()},
    )
    return format_html("{}{}", format_html(ERRORS, said) if said else "", line)
