"""An action with a due day for one contact: open, done or dropped (R7, R8)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models import Encounter, Invitation, Meeting, Touch
from outcomes.models.obtained_item import ObtainedItem
from outcomes.rules.due import FollowUpKind, is_message, is_to_ask


class FollowUpStatus(models.TextChoices):
    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open(self) -> Self:
        return self.filter(status=FollowUpStatus.OPEN)

    def due(self, today: date) -> Self:
        return self.open().filter(due_on__lte=today)

    def waiting(self) -> Self:
        """They said they would."""
        return self.open().filter(kind=FollowUpKind.WAITING)

    def mine(self) -> Self:
        """Open, and for the user to do."""
        return self.open().exclude(kind=FollowUpKind.WAITING)

    def late(self, today: date) -> Self:
        """For the user to do, and its day is past; what others said they would do is never late."""
        return self.mine().filter(due_on__lt=today)

    def to_ask(self) -> Self:
        """Those of `is_to_ask`."""
        return self.filter(Q(introduction=True) | Q(encounter__isnull=False) | Q(invitation__isnull=False))

    def of_referrals(self) -> Self:
        """The waiting on who promised to introduce, and the introduction to write to once it is made."""
        return self.filter(Q(kind=FollowUpKind.WAITING) | Q(introduction=True), item__isnull=False)

    def closed(self) -> Self:
        """Done or dropped, the latest first."""
        return self.filter(closed_on__isnull=False).order_by("-closed_on", "-id")


class FollowUp(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="follow_ups")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="follow_ups")
    kind = models.CharField(max_length=9, choices=FollowUpKind.choices(), default=FollowUpKind.ACTION)
    text = models.CharField(max_length=500)
    due_on = models.DateField("due on")
    status = models.CharField(max_length=7, choices=FollowUpStatus.choices, default=FollowUpStatus.OPEN)
    closed_on = models.DateField(null=True, blank=True, editable=False)
    by_rule = models.BooleanField(default=False, editable=False, help_text="A rule made it, nobody promised it.")
    introduction = models.BooleanField(default=False, editable=False, help_text="An introduction was made: write now.")
    meets_again = models.BooleanField(default=False, editable=False, help_text="To meet again, as a debrief said.")
    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="follow_ups"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="follow_ups")
    item = models.ForeignKey(
        ObtainedItem, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="follow_ups"
    )
    encounter = models.ForeignKey(
        Encounter, on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="follow_ups"
    )
    touch = models.ForeignKey(
        Touch, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="follow_ups"
    )
    asked = models.ForeignKey(
        Invitation, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="asked_by"
    )
    """The invitation that doing it was; `invitation` is the one that was answered with later."""

    dropped_by_leaving = models.BooleanField(default=False, editable=False)
    created_on = models.DateField(editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = "follow-up"
        ordering = ("due_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(kind=FollowUpKind.THANK_YOU), name="one_thank_you_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(status="open", closed_on=None) | (~Q(status="open") & Q(closed_on__isnull=False)),
                name="what_is_closed_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_follow_up_has_words"),
        )
        indexes = (
            models.Index(fields=["campaign", "status", "due_on", "id"], name="follow_up_by_due"),
            models.Index(fields=["contact", "status", "due_on"], name="follow_up_of_contact"),
            models.Index(fields=["campaign", "closed_on", "id"], name="follow_up_by_closed"),
            # Without those that are about no item: their number would keep SQLite from using it.
            models.Index(fields=["item"], condition=Q(item__isnull=False), name="follow_up_of_item"),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_message(self) -> bool:
        """Whether doing it is to write: it is then noted as sent (R8)."""
        return is_message(FollowUpKind(self.kind), to_ask=self.is_to_ask)

    @property
    def is_to_ask(self) -> bool:
        """It is there to ask them for a talk; whether it still asks is for relationships.rules.asking_for_a_talk."""
        return is_to_ask(introduction=self.introduction, encounter=self.encounter_id, invitation=self.invitation_id)
