"""The filters of the list of people: all of them stand in the address, and say what they could not find."""

import django_filters
from django import forms
from django.http import QueryDict

from accounts.rules.words import Worded
from campaigns.middleware import CampaignRequest
from contacts.models import Contact, ContactQuerySet
from contacts.reads.people import FilterChoices, at_company, filter_choices, matching
from contacts.rules.narrowing import Due, Spoke
from contacts.rules.phases import Phase
from contacts.rules.words import fold
from pages.parts.quick_select import QuickSelect


class Where(Worded):
    """Which of the people; the network is preset."""

    NETWORK = "network", "In the network"
    BOOK = "book", "In the address book"
    LEFT = "left", "Left for now"
    ALL = "all", "Everybody"


def select(name: str) -> forms.Select:
    return QuickSelect(attrs={"class": "form-select form-select-sm", "aria-label": name})


class PeopleFilter(django_filters.FilterSet):
    request: CampaignRequest
    any_target = "Any target company"

    q = django_filters.CharFilter(
        method="search",
        max_length=100,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "class": "form-control form-control-sm",
                "placeholder": "Name or company",
                "aria-label": "Search people",
            }
        ),
    )
    where = django_filters.ChoiceFilter(
        choices=Where.choices()[1:], empty_label=Where.NETWORK.label, method="either", widget=select("Where")
    )
    phase = django_filters.ChoiceFilter(choices=Phase.choices(), empty_label="Any phase", widget=select("Phase"))
    company = django_filters.CharFilter(
        method="of_company",
        max_length=200,
        widget=forms.TextInput(
            attrs={
                "class": "form-control form-control-sm",
                "placeholder": "Any company",
                "aria-label": "Company",
                "list": "companies-to-filter",
            }
        ),
    )
    tag = django_filters.ChoiceFilter(empty_label="Any tag", method="tagged", widget=select("Tag"))
    due = django_filters.ChoiceFilter(
        choices=Due.choices(), empty_label="Next step, any day", method="to_do", widget=select("Next step")
    )
    spoke = django_filters.ChoiceFilter(
        choices=Spoke.choices(), empty_label="Last spoke, any time", method="last_spoke", widget=select("Last spoke")
    )
    referrer = django_filters.ChoiceFilter(
        empty_label="Referred by anyone", method="referred_by", widget=select("Referred by")
    )
    starred = django_filters.ChoiceFilter(
        choices=[("yes", "Starred")], empty_label="Starred or not", method="with_star", widget=select("Starred")
    )

    class Meta:
        model = Contact
        fields = ("q", "where", "phase", "company", "tag", "due", "spoke", "referrer", "starred")

    def __init__(self, data: QueryDict, *, request: CampaignRequest) -> None:
        super().__init__(data, queryset=request.campaign.contacts.all(), request=request)
        self.choices = filter_choices(request.campaign)
        self.offer(self.choices)

    def offer(self, choices: FilterChoices) -> None:
        """Only what is the user's own; another id is refused, and shows nothing."""
        fields = self.form.fields
        for name, pairs, unknown in (
            ("tag", choices.tags, "This tag is not among yours."),
            ("referrer", choices.referrers, "This person has introduced nobody to you."),
        ):
            fields[name].choices = pairs
            fields[name].error_messages["invalid_choice"] = unknown

    def filter_queryset(self, queryset: ContactQuerySet) -> ContactQuerySet:
        if not self.form.cleaned_data.get("where"):
            queryset = self.either(queryset, "where", Where.NETWORK)
        return super().filter_queryset(queryset)  # type: ignore[no-any-return]

    @property
    def chosen(self) -> ContactQuerySet:
        """Whom the filters fit, those left for now among them; nobody while one of them is refused."""
        people: ContactQuerySet = self.qs if self.is_valid() else self.request.campaign.contacts.none()
        return people

    @property
    def shown(self) -> ContactQuerySet:
        """The list."""
        return self.chosen.here(self.request.today) if self.hides_who_left else self.chosen

    @property
    def words(self) -> str:
        """What is asked for, as the filters themselves say it: `In the network, Obtain, “bakery”`."""
        asked, said = self.form.cleaned_data, []
        for name in ("where", *self.form.fields):
            choices = dict(getattr(self.form.fields[name], "choices", ()))
            value = asked.get(name) or ""
            words = str(choices.get(value, "")) or f"“{value}”"
            if (value or name == "where") and words not in said:
                said.append(words)
        return ", ".join(said)

    @property
    def hides_who_left(self) -> bool:
        """In the network and the address book who is left for now is passed over: the view takes them out."""
        return self.form.is_valid() and self.form.cleaned_data["where"] in ("", Where.BOOK)

    @property
    def is_wide(self) -> bool:
        """Whether it shows a large part of all: the phases are the only filter that leaves many."""
        asked = {name for name, value in self.form.cleaned_data.items() if value}
        return self.hides_who_left and asked <= {"where", "phase"}

    def search(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        is_network = self.form.cleaned_data["where"] == ""
        return matching(people, self.request.campaign, value, only_network=is_network)

    def either(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        today = self.request.today
        match value:
            case Where.NETWORK:
                return people.in_network()
            case Where.BOOK:
                return people.in_address_book()
            case Where.LEFT:
                return people.left(today)
        return people

    def of_company(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        if fold(value) == fold(self.any_target):
            return people.filter(company__in=self.request.campaign.companies.targets())
        return at_company(people, self.request.campaign, value)

    def tagged(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        return people.filter(pk__in=Contact.tags.through.objects.filter(tag=int(value)).values("contact"))

    def referred_by(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        return people.filter(introduced_by=int(value))

    def with_star(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        return people.filter(starred=True)

    def to_do(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        return people.due_when(Due(value), self.request.today)

    def last_spoke(self, people: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        return people.spoke_when(Spoke(value), self.request.today)
