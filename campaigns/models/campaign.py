"""One search of one user: what is sought, by when, at what pace. The tenant: every other row carries its campaign."""

from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from campaigns.rules.days_off import stretch_error
from campaigns.rules.if_silent import IfSilent, decided
from campaigns.rules.progress import PauseKind
from campaigns.rules.situation import Situation, half_sentence


class CampaignQuerySet(models.QuerySet["Campaign"]):
    def current(self) -> Self:
        return self.filter(ended_on=None)


class Campaign(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="campaigns")
    name = models.CharField(max_length=120, blank=True, help_text="To tell this search from an earlier one.")
    position = models.CharField(
        "the position you seek",
        max_length=300,
        blank=True,
        help_text="In words that a stranger can picture at once. Would your neighbour know whom to think of?",
    )
    situation = models.CharField("how I say it", max_length=8, choices=Situation.choices(), blank=True)
    situation_words = models.CharField("how it goes on", max_length=120, blank=True)
    if_silent = models.CharField("if nothing comes, I will", max_length=5, choices=IfSilent.choices(), blank=True)
    if_silent_words = models.CharField("in my own words", max_length=200, blank=True)
    rather_write = models.BooleanField(
        "I would rather write than ring", default=False, help_text="Else ringing comes first for whom you know."
    )
    goal = models.PositiveSmallIntegerField("cups to have", default=50)
    started_on = models.DateField("started on")
    target_on = models.DateField("I would like to start work by", null=True, blank=True)
    weekly_invitations = models.PositiveSmallIntegerField("invitations a week", default=3)
    weekly_cups = models.PositiveSmallIntegerField("conversations a week", default=1)
    figures_asked = models.BooleanField(default=False, help_text="The weekly figures were asked for (R11).")
    figures_answered_on = models.DateField(
        null=True, blank=True, editable=False, help_text="The day on which smaller figures were taken or not (R22)."
    )
    cups_before = models.PositiveSmallIntegerField(
        "cups before this campaign", null=True, blank=True, help_text="Empty: not asked yet."
    )
    worked_at = models.TextField("where I worked", blank=True, help_text="One employer a line.")
    studied_at = models.TextField("where I studied", blank=True, help_text="One school a line.")
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    welcomed = models.BooleanField(default=False, help_text="The three first steps were walked or put off.")
    last_seen_on = models.DateField(null=True, blank=True)
    rows_chosen_on = models.DateField(null=True, blank=True, editable=False, help_text="The day of Today's rows.")
    away_since = models.DateField(null=True, blank=True, help_text="The last day seen before an absence.")

    objects = CampaignQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owner"], condition=Q(ended_on=None), name="one_current_campaign_a_user"),
            models.CheckConstraint(condition=Q(goal__gte=1) & Q(goal__lte=500), name="a_goal_from_1_to_500"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="a_campaign_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.name or self.position or f"Campaign of {self.started_on}"

    def get_absolute_url(self) -> str:
        return reverse("campaign")

    @property
    def decided_before(self) -> str:
        """What the user does at a silence or a no (R23); empty where nothing was decided."""
        return decided(IfSilent(self.if_silent) if self.if_silent else None, self.if_silent_words)

    @property
    def how_i_say_it(self) -> str:
        """Where the user stands, half a sentence (R12); empty where it was not asked yet."""
        return half_sentence(Situation(self.situation) if self.situation else None, self.situation_words)


class PauseQuerySet(models.QuerySet["Pause"]):
    def standing(self, today: date) -> Self:
        return self.filter(from_day__lte=today, to_day__gte=today)

    def of_figures(self) -> Self:
        """Those whose weeks are left out of every figure (R11)."""
        return self.filter(kind=PauseKind.PAUSE)


class Pause(models.Model):
    """A holiday or an illness, whose weeks are left out of every figure (R11), or days off (R17): on both the search
    rests.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="pauses")
    kind = models.CharField(max_length=5, choices=PauseKind.choices(), default=PauseKind.PAUSE)
    from_day = models.DateField("from")
    to_day = models.DateField("to")

    objects = PauseQuerySet.as_manager()

    class Meta:
        ordering = ("from_day",)
        constraints = (
            models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="a_pause_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.from_day} to {self.to_day}"

    def clean(self) -> None:
        """Asked by every form, the admin's too."""
        if error := stretch_error(self.from_day, self.to_day):
            raise ValidationError({"to_day": error})

    @property
    def is_of_figures(self) -> bool:
        """Its weeks are left out of every figure (R11)."""
        return self.kind == PauseKind.PAUSE
