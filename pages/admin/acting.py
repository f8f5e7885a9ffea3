"""What is done to many picked people at once: the same writes as on the people's page."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db import transaction
from django.db.models import QuerySet

from campaigns.models import Campaign
from campaigns.rules.business_days import next_business_day
from contacts.models import Contact
from contacts.rules.joining import BULK_LIMIT
from contacts.rules.leaving import LeftBecause
from outcomes.models import FollowUp
from pages.parts.fields import DayInput
from relationships.writes import bulk, leaving

GET_IN_TOUCH = "Get in touch"


class PickedForm(ActionForm):
    """Beside the choice of the action: what some of them need."""

    words = forms.CharField(label="Tag, or what to do:", required=False, max_length=500)
    day = forms.DateField(label="Day:", required=False, widget=DayInput())
    because = forms.ChoiceField(label="Leave because:", required=False, choices=LeftBecause.choices())


class Acting(admin.ModelAdmin):
    action_form = PickedForm
    actions = ("tag", "add_to_network", "follow_up", "leave_for_now", "come_back")

    @admin.action(description="Tag")
    def tag(self, request: Any, people: QuerySet[Contact]) -> None:
        words = " ".join(self._typed(request)["words"].split())[:60]
        if not words:
            messages.error(request, "Which tag? Write it beside the action.")
        elif picked := self._picked(request, people):
            with transaction.atomic():
                for campaign in Campaign.objects.filter(pk__in={person.campaign_id for person in picked}):
                    bulk.tag(campaign, [person for person in picked if person.campaign_id == campaign.pk], words)
            messages.success(request, f"Tagged “{words}”: {len(picked)}.")

    @admin.action(description="Add to the network")
    def add_to_network(self, request: Any, people: QuerySet[Contact]) -> None:
        if picked := self._picked(request, people):
            joined = bulk.join(picked, request.today).joined
            messages.success(request, f"Joined your network: {len(joined)}.")

    @admin.action(description="Follow up on the day (the next business day where none is chosen)")
    def follow_up(self, request: Any, people: QuerySet[Contact]) -> None:
        typed = self._typed(request)
        day = typed["day"] or next_business_day(request.today)
        words = typed["words"].strip() or GET_IN_TOUCH
        if picked := self._picked(request, people):
            # Pressed twice: who has this very follow-up open needs no second one.
            same = FollowUp.objects.open().filter(contact__in=picked, text=words, due_on=max(day, request.today))
            have_it = set(same.values_list("contact_id", flat=True))
            new = [person for person in picked if person.pk not in have_it]
            bulk.follow_up(new, words, day, request.today)
            messages.success(request, f"Follow-ups made: {len(new)}.")

    @admin.action(description="Leave for now")
    def leave_for_now(self, request: Any, people: QuerySet[Contact]) -> None:
        typed = self._typed(request)
        because = LeftBecause(typed["because"] or LeftBecause.NOT_RIGHT)
        if because is LeftBecause.WAIT and not typed["day"]:
            messages.error(request, "Wait until which day? Choose it beside the action.")
        elif picked := self._picked(request, people):
            left = bulk.leave(picked, because, request.today, typed["day"]).left
            messages.success(request, f"Left for now: {len(left)}.")

    @admin.action(description="Take up again")
    def come_back(self, request: Any, people: QuerySet[Contact]) -> None:
        if picked := self._picked(request, people.filter(left_on__isnull=False)):
            with transaction.atomic():
                for person in picked:
                    leaving.come_back(person)
            messages.success(request, f"Back: {len(picked)}.")

    def _picked(self, request: Any, people: QuerySet[Contact]) -> list[Contact]:
        """The picked people; none where they are more than one act takes (R1)."""
        picked = list(people[: BULK_LIMIT + 1])
        if len(picked) > BULK_LIMIT:
            messages.error(request, f"At most {BULK_LIMIT} people at once. Nothing was changed.")
            return []
        return picked

    def _typed(self, request: Any) -> dict[str, Any]:
        form = PickedForm(request.POST)
        form.fields.pop("action")
        form.is_valid()
        return {name: form.cleaned_data.get(name) or "" for name in form.fields}
