"""The form of a person, with everything that is known of them; new people are asked for by the form that descends."""

from datetime import date
from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Fieldset, Layout, Row
from django import forms
from django.db.models import DateField
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from campaigns.models import Campaign
from campaigns.rules.days import MONTHS
from contacts.models import Contact, ContactEmail
from contacts.rules.field_kinds import Group
from contacts.rules.fields import OF_NAME, inputs_of, on_form
from contacts.rules.knowing import KnownAs
from contacts.rules.part_days import first_day, is_birthday
from contacts.rules.same_person import email_key, linkedin_key
from contacts.rules.typed_person import LONGEST_COMPANY, LONGEST_NAME
from contacts.writes.ways import Ways
from pages.parts.fields import DayInput, readable
from pages.parts.quick_select import QuickSelect
from pages.people.forms.lines import EmailsField, LinksField, PhonesField, TagsField
from relationships.writes.editing import Details

EARLIEST: Final = 1900
MONTH_CHOICES: Final = [("", "Month"), *((number, name) for number, name in enumerate(MONTHS, start=1))]


COLUMNS: Final = {column.name: column for column in Contact._meta.concrete_fields}
OPEN, FOLDED = Group.WHO, (Group.KNOW, Group.WAYS, Group.WORK, Group.MORE)
ASKED: Final = [
    field.name for group in FOLDED for field in on_form(group) if field.name in COLUMNS and not field.inputs
]
"""What the model's own fields can ask for."""
SAID: Final = 3
"""So many fields of a group are named beside its heading."""

CALLED_BY: Final = ("name", "company", "nickname", "tags")


class Fold(Fieldset):
    """A group under its heading, open where something stands in it or is wrong with it; else it says what it holds."""

    template = "people/_contact_fold.html"

    def __init__(self, group: Group) -> None:
        super().__init__(group.label, columns_of(group))
        labels = [field.label for field in on_form(group)][:SAID]
        self.holds = ", ".join(label[:1].lower() + label[1:] for label in labels)

    def render(self, form: forms.Form, context: Context, *args: Any, **kwargs: Any) -> SafeString:
        bound = [form[pointer.name] for pointer in self.get_field_names()]
        self.is_open = any(one.errors or one.value() not in (None, "", False) for one in bound)
        rendered: SafeString = super().render(form, context, *args, **kwargs)
        return rendered


def columns_of(group: Group) -> Row:
    """The inputs of a group, side by side as wide as the table has them."""
    columns = [Column(name, css_class=f"col-sm-{field.width}") for field in on_form(group) for name in inputs_of(field)]
    return Row(*columns, css_class="gx-3")


def day_field(label: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=31)


def month_field(label: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, choices=MONTH_CHOICES, coerce=int, empty_value=None)


def year_field(label: str = "", help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=EARLIEST, max_value=2200, help_text=help_text)


class ContactForm(forms.ModelForm):
    """Everything about a person, as the table of fields says; `details()` hands it to the write, which knows of the
    standing. Declared here is only what the model's own field does not ask for as it is meant.
    """

    name = forms.CharField(
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    company = forms.CharField(required=False, max_length=LONGEST_COMPANY)
    emails = EmailsField()
    phones = PhonesField()
    links = LinksField()
    tags = TagsField()
    birth_day = day_field()
    birth_month = month_field()
    birth_year = year_field()
    known_as = forms.ChoiceField(required=False, choices=[("", "Not known"), *KnownAs.choices()])
    known_year = year_field("Since which year", "If you know it.")
    known_month = month_field("Month")
    known_day = day_field("Day")

    class Meta:
        model = Contact
        fields = ASKED
        widgets = {name: DayInput() for name in ASKED if isinstance(COLUMNS[name], DateField)} | {
            "language": QuickSelect,
            "worked_before": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        }

    def __init__(self, *args: Any, campaign: Campaign, today: date, **kwargs: Any) -> None:
        self.campaign, self.today = campaign, today
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & OF_NAME.keys():
            self.fields[name].label, self.fields[name].help_text = OF_NAME[name].label, OF_NAME[name].help_text
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(*self.sections())

    def sections(self) -> list[Any]:
        folds = [Fold(group) for group in FOLDED]
        return [columns_of(OPEN), Div(*folds, css_class="folds")]

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
        self._can_be_read(cleaned)
        cleaned["known_from_before"] = known = self._known(cleaned)
        if known and not cleaned.get("known_as"):
            if "known_as" in self.changed_data:
                self.add_error("known_as", "A year stands beside it. Take it out, or say how you know them.")
            cleaned["known_as"] = KnownAs.KNOWN.value
        return cleaned

    def _can_be_read(self, cleaned: dict[str, Any]) -> None:
        """What stood there before stays: a file may have brought a company that is called by a dot."""
        for name in CALLED_BY:
            typed = cleaned.get(name) if name in self.changed_data else None
            for text in typed if isinstance(typed, list) else filter(None, [typed]):
                try:
                    readable(text)
                except forms.ValidationError as error:
                    self.add_error(name, error)

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
        names = [*ASKED, "known_from_before"]
        return Details(
            name=" ".join(typed["name"].split()),
            company=typed["company"],
            fields={name: typed[name] for name in names},
            ways=Ways(emails=typed["emails"], phones=typed["phones"], links=typed["links"], tags=typed["tags"]),
            note=typed.get("note", ""),
            shared=typed.get("shared", ()),
        )
