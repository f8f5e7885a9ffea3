"""The form of a person, with everything that is known of them; new people are asked for by the form that descends."""

from datetime import date
from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.urls import reverse
from django.utils.html import format_html

from campaigns.models import Campaign
from campaigns.rules.days import MONTHS
from contacts.models import Contact, ContactEmail
from contacts.rules.part_days import first_day, is_birthday
from contacts.rules.same_person import email_key, linkedin_key
from contacts.writes.ways import Ways
from pages.parts.fields import DayInput
from pages.people.forms.lines import EmailsField, LinksField, PhonesField, TagsField
from relationships.writes.editing import Details

EARLIEST: Final = 1900
HALF, A_THIRD = "col-sm-6", "col-sm-4"
MONTH_CHOICES: Final = [("", "Month"), *((number, name) for number, name in enumerate(MONTHS, start=1))]


def day_field(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=31)


def month_field(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, choices=MONTH_CHOICES, coerce=int, empty_value=None)


def year_field(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=EARLIEST, max_value=2200, help_text=help_text)


class ContactForm(forms.ModelForm):
    """Everything about a person; `details()` hands it to the write, which knows of the standing."""

    name = forms.CharField(max_length=240, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    company = forms.CharField(required=False, max_length=200)
    emails = EmailsField(label="E-mail addresses", help_text="One a line.")
    phones = PhonesField(label="Phone numbers", help_text="One a line; “Work: 01632 960 118” if you like.")
    links = LinksField(
        label="Links", help_text="One a line. The LinkedIn profile keeps imports from adding them twice."
    )
    tags = TagsField(help_text="With commas between.")
    birth_day = day_field("Birthday")
    birth_month = month_field("Month")
    birth_year = year_field("Year", "If you know it.")
    known_year = year_field("Known from before, since", "A year will do. They need no common ground first.")
    known_month = month_field("Month, if you know it")
    known_day = day_field("Day, if you know it")

    class Meta:
        model = Contact
        fields = (
            "nickname",
            "position",
            "location",
            "birth_day",
            "birth_month",
            "birth_year",
            "connected_on",
            "how_we_met",
            "knows_about",
            "could_help_them",
            "ask_next_time",
            "starred",
        )
        labels = {
            "how_we_met": "How you met",
            "could_help_them": "What could help them",
            "ask_next_time": "Ask next time",
            "starred": "Starred: tell me sooner when we have not spoken",
        }
        widgets = {"connected_on": DayInput()}

    def __init__(self, *args: Any, campaign: Campaign, today: date, **kwargs: Any) -> None:
        self.campaign, self.today = campaign, today
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["dir"] = "auto"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self.layout()

    def layout(self) -> Layout:
        return Layout(*self.sections())

    def sections(self) -> list[Any]:
        return [
            Fieldset(
                "",
                Row(Column("name", css_class=HALF), Column("nickname", css_class=HALF), css_class="gx-3"),
                Row(Column("position", css_class=HALF), Column("company", css_class=HALF), css_class="gx-3"),
            ),
            Fieldset(
                "Good to know",
                "knows_about",
                Row(
                    Column("could_help_them", css_class=HALF), Column("ask_next_time", css_class=HALF), css_class="gx-3"
                ),
                "how_we_met",
                Row(
                    Column("known_year", css_class=A_THIRD),
                    Column("known_month", css_class=A_THIRD),
                    Column("known_day", css_class=A_THIRD),
                    css_class="gx-3",
                ),
            ),
            Fieldset(
                "Ways to reach them",
                Row(Column("emails", css_class=HALF), Column("phones", css_class=HALF), css_class="gx-3"),
                "links",
                Row(Column("location", css_class=HALF), Column("connected_on", css_class=HALF), css_class="gx-3"),
            ),
            Fieldset(
                "More",
                "tags",
                Row(
                    Column("birth_day", css_class=A_THIRD),
                    Column("birth_month", css_class=A_THIRD),
                    Column("birth_year", css_class=A_THIRD),
                    css_class="gx-3",
                ),
                "starred",
            ),
        ]

    def own_pk(self) -> int:
        """The person whose addresses these may be; 0 for nobody."""
        return self.instance.pk or 0

    def clean_emails(self) -> list[str]:
        addresses: list[str] = self.cleaned_data["emails"]
        keys = {key: address for address in addresses if (key := email_key(address))}
        others = ContactEmail.objects.filter(campaign=self.campaign, key__in=keys).exclude(contact=self.own_pk())
        for other in others.select_related("contact"):
            self._is_of("emails", other.contact, other.address)
        return addresses

    def clean_links(self) -> list[str]:
        links: list[str] = self.cleaned_data["links"]
        key = next((found for link in links if (found := linkedin_key(link))), "")
        if key:
            others = Contact.objects.filter(campaign=self.campaign, linkedin_key=key).exclude(pk=self.own_pk())
            for other in others:
                self._is_of("links", other, "this LinkedIn profile")
        return links

    def _is_of(self, field: str, other: Contact, what: str) -> None:
        link = format_html('<a href="{}">{}</a>', reverse("contact", args=[other.pk]), other.name)
        self.add_error(field, forms.ValidationError(format_html("{} has {} already.", link, what)))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day, month, year = (cleaned.get(f"birth_{part}") for part in ("day", "month", "year"))
        if bool(day) != bool(month) or (day and month and not is_birthday(day, month, year)):
            self.add_error("birth_day", "A birthday is a day and a month.")
        cleaned["known_from_before"] = self._known(cleaned)
        return cleaned

    def _known(self, cleaned: dict[str, Any]) -> date | None:
        year, month, day = (cleaned.get(f"known_{part}") for part in ("year", "month", "day"))
        if not year:
            if month or day:
                self.add_error("known_year", "Since which year?")
            return None
        known = first_day(year, month, day)
        if known is None:
            self.add_error("known_day", "There is no such day.")
        elif known > self.today:
            self.add_error("known_year", "This day is still to come.")
        return known

    def details(self) -> Details:
        """What was typed, of a form that is valid."""
        typed = self.cleaned_data
        names = [*self.Meta.fields, "known_from_before"]
        return Details(
            name=" ".join(typed["name"].split()),
            company=typed["company"],
            fields={name: typed[name] for name in names},
            ways=Ways(emails=typed["emails"], phones=typed["phones"], links=typed["links"], tags=typed["tags"]),
            note=typed.get("note", ""),
            shared=typed.get("shared", ()),
        )
