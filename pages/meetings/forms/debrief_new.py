"""R6: a coffee or talk that nobody had planned here: who first, then the same three boxes."""

from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Meeting
from meetings.rules.meeting import Mode
from pages.meetings.forms.debrief import DebriefForm
from pages.parts.fields import begin_at
from pages.parts.person_choice import PersonChoiceForm
from relationships.reads.debrief import Logged

ANOTHER: Final = "another"
AS_TOUCH: Final = "touch"
AS_MEETING: Final = "meeting"
A_QUARTER: Final = 15
"""Minutes from which a talk that nobody had planned is a one-on-one, in person too (R5)."""


LOOK: Final = "look"
"""Posted where nothing is to be saved yet: who was typed may have a plan, and something open."""

WHEN_TYPED: Final = {
    "hx-trigger": "change",
    "hx-vals": f'{{"{LOOK}": "1"}}',
    "hx-params": "not draft",
    "hx-select": "#next",
    "hx-select-oob": "#planned,#share-asked",
    "hx-target": "#next",
    "hx-swap": "outerHTML",
    "hx-sync": "this:replace",
}
"""What follows from who it was is shown as soon as they are typed; what stands in the form stays."""


class NewDebriefForm(PersonChoiceForm, DebriefForm):
    """Who, when and how are asked; a plan that waits to be logged is offered instead of a second row."""

    planned = forms.CharField(required=False, max_length=20)
    short = forms.ChoiceField(
        choices=[
            ("", ""),
            (AS_TOUCH, "Note it as a short talk and no cup, with all that stands here"),
            (AS_MEETING, "We had agreed on it: it is a one-on-one"),
        ],
        required=False,
    )

    field_order = ("person", "person_id", "person_is", "person_asked", "day", "mode")

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        campaign: Campaign,
        today: date,
        contact: Contact | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.giver, self.plans = contact, list[Meeting]()
        self.logged = logged_with(contact)
        super().__init__(data, campaign=campaign, contact=contact, today=today, initial=initial)
        self.fields["person"].label = "Who did you talk with?"
        attrs = self.fields["person"].widget.attrs
        attrs.update(WHEN_TYPED, **{"hx-post": reverse("meeting_log_new")})
        if contact is None:
            begin_at(self, "person")

    def first_values(self) -> dict[str, Any]:
        return {**super().first_values(), **self.stood(), "day": self.today}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.giver = self._chosen.contact if self._chosen else None
        self.logged = logged_with(self.giver)
        for line in self.lines.forms:
            line.about = self.lines_about()
        self.notice_other_words()
        if self.giver and cleaned.get("day"):
            self._look_for_plans(self.giver, cleaned["day"])
        if not self.errors and self._is_a_short_talk() and not cleaned.get("short"):
            self.add_error("short", "Under a quarter of an hour, and not planned. What was it?")
        return cleaned

    def is_touch(self) -> bool:
        """Whether a valid form says that it was a short talk, and no cup."""
        return self._is_a_short_talk() and self.cleaned_data["short"] == AS_TOUCH

    def _is_a_short_talk(self) -> bool:
        cleaned = self.cleaned_data
        return (cleaned.get("minutes") or A_QUARTER) < A_QUARTER and self.plan() is None

    def plan(self) -> Meeting | None:
        """The planned meeting that this was, of a form that is valid."""
        day, answer = self.cleaned_data["day"], self.cleaned_data.get("planned")
        if answer == ANOTHER:
            return None
        return next((plan for plan in self.plans if plan.local_day == day or str(plan.pk) == answer), None)

    @property
    def offered(self) -> list[tuple[Meeting, date]]:
        """The plans that it may have been, each with the day that its hour has here (R7)."""
        return [(plan, plan.local_day) for plan in self.plans]

    def _look_for_plans(self, contact: Contact, day: date) -> None:
        """A plan for the same day is this meeting; about one of an earlier day the form asks."""
        plans = Meeting.objects.planned().filter(contact=contact).select_related("contact").order_by("-day")
        self.plans = [plan for plan in plans if plan.local_day <= self.today]
        answers = {str(plan.pk) for plan in self.plans} | {ANOTHER}
        same_day = any(plan.local_day == day for plan in self.plans)
        if self.plans and not same_day and self.cleaned_data.get("planned") not in answers:
            self.add_error("planned", "Was it the one that you had planned?")


def logged_with(contact: Contact | None) -> Logged:
    """Nothing is logged yet; whether they share something is noted already."""
    return Logged(shares_something=contact is not None and contact.common_ground.found().exists())


def asked_for(given: QueryDict, today: date) -> dict[str, Any]:
    """What the address brings along: the day, place and way of the same coffee with another person."""
    first: dict[str, Any] = {}
    try:
        first["day"] = min(date.fromisoformat(given.get("day", "")), today)
    except ValueError:
        first["day"] = today
    if given.get("place"):
        first["place"] = given["place"][:200]
    if given.get("mode") in list(Mode):
        first["mode"] = given["mode"]
    return first
