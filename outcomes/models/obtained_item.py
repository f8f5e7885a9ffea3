"""Advice, a suggestion, a referral or information, from one contact (R3, R8)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Event, Meeting
from outcomes.rules.items import ItemKind, ReferralState, Stance, UsedAs, has_introduced, to_use_on
from pitch.models import PitchVersion
from research.models import Question


class ObtainedItemQuerySet(models.QuerySet["ObtainedItem"]):
    def referrals(self) -> Self:
        return self.filter(kind=ItemKind.REFERRAL)

    def without_referrals(self) -> Self:
        """Advice, suggestions and information."""
        return self.exclude(kind=ItemKind.REFERRAL)

    def introduced(self) -> Self:
        """Those of `has_introduced`."""
        return self.filter(Q(introduced_on__isnull=False) | Q(referral_state=ReferralState.INTRODUCED))

    def to_use(self) -> Self:
        """Advice, suggestions and information that were put to no use yet, the latest first."""
        return self.without_referrals().filter(used_on=None).order_by("-day", "-id")

    def to_use_by(self, today: date) -> Self:
        """The same as far as they ask for it (`to_use_on`), the one that waits longest first."""
        day = Coalesce("put_off_until", "day")
        asks = ~Q(kind=ItemKind.INFORMATION) | Q(question=None)
        return (
            self.to_use()
            .filter(Q(put_off_until=None) & asks | Q(put_off_until__lte=today), day__lte=today)
            .order_by(day, "id")
        )


class ObtainedItem(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="obtained_items")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="obtained_items")
    kind = models.CharField(max_length=11, choices=ItemKind.choices(), default=ItemKind.ADVICE)
    text = models.CharField(max_length=500, blank=True)
    day = models.DateField()
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="obtained_items")
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="obtained_items"
    )
    referred = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="referrals_to_them"
    )
    introduced_on = models.DateField(null=True, blank=True, editable=False)
    referral_state = models.CharField(max_length=10, choices=ReferralState.choices(), blank=True)
    giver_said = models.CharField(
        max_length=10,
        choices=ReferralState.choices(),
        blank=True,
        editable=False,
        help_text="How far the giver had brought it, once the state tells what became of it since.",
    )
    used_as = models.CharField(max_length=9, choices=UsedAs.choices(), blank=True, editable=False)
    used_on = models.DateField(null=True, blank=True, editable=False)
    pitch_version = models.ForeignKey(
        PitchVersion, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="used_items"
    )
    used_words = models.CharField("what changed by it", max_length=500, blank=True, editable=False)
    put_off_until = models.DateField(null=True, blank=True, editable=False)
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="findings")
    stance = models.CharField("what it says to it", max_length=9, choices=Stance.choices(), blank=True)
    is_cited = models.BooleanField(default=False, editable=False, help_text="The answer to the question rests on it.")

    objects = ObtainedItemQuerySet.as_manager()

    class Meta:
        ordering = ("day", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=ItemKind.REFERRAL) & ~Q(referral_state="")
                | ~Q(kind=ItemKind.REFERRAL) & Q(referral_state="", referred=None),
                name="only_a_referral_names_a_person",
            ),
            models.CheckConstraint(condition=~Q(contact=models.F("referred")), name="nobody_refers_themselves"),
            models.CheckConstraint(
                condition=Q(used_as="", used_on=None, pitch_version=None) | ~Q(used_as="") & Q(used_on__isnull=False),
                name="what_was_used_has_a_day",
            ),
        )
        indexes = (
            models.Index(fields=["contact", "day"], name="item_of_contact"),
            models.Index(fields=["campaign", "kind", "day"], name="item_by_kind"),
            models.Index(
                fields=["campaign", "day", "id"], condition=Q(used_on=None) & ~Q(kind="referral"), name="item_to_use"
            ),
            # Without the items that refer nobody: their number would keep SQLite from using it.
            models.Index(fields=["referred"], condition=Q(referred__isnull=False), name="item_of_referred"),
        )

    def __str__(self) -> str:
        return self.text or self.get_kind_display()

    @property
    def to_use_on(self) -> date | None:
        return to_use_on(
            ItemKind(self.kind),
            self.day,
            used_on=self.used_on,
            put_off_until=self.put_off_until,
            is_finding=self.question_id is not None,
        )

    @property
    def has_introduced(self) -> bool:
        return bool(self.referral_state) and has_introduced(ReferralState(self.referral_state), self.introduced_on)
