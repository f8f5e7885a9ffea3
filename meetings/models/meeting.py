"""A one-on-one with one contact: planned, held, cancelled or a no-show (R4, R5, R6)."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.asking import AskKind, AskResult
from meetings.rules.meeting import Mode, Status
from meetings.rules.purpose import PurposeKind


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def held(self) -> Self:
        return self.filter(status=Status.HELD)

    def planned(self) -> Self:
        return self.filter(status=Status.PLANNED)

    def to_log(self, now: datetime, today: date) -> Self:
        """Planned, and over by now: nobody said yet how it went."""
        return self.planned().filter(Q(starts_at__lt=now) | Q(starts_at=None, day__lt=today))

    def coming(self, now: datetime, today: date) -> Self:
        return self.planned().filter(Q(starts_at__gte=now) | Q(starts_at=None, day__gte=today))

    def agreed(self) -> Self:
        """They had agreed to a one-on-one; a no-show does not count (R2)."""
        return self.exclude(status=Status.NO_SHOW)


class Meeting(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="meetings")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="meetings")
    status = models.CharField(max_length=9, choices=Status.choices(), default=Status.PLANNED)
    day = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True, help_text="Empty: no time was agreed or noted.")
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    mode = models.CharField(max_length=9, choices=Mode.choices(), default=Mode.IN_PERSON)
    place = models.CharField(max_length=200, blank=True)
    purpose_kind = models.CharField("why now", max_length=8, choices=PurposeKind.choices(), blank=True)
    purpose = models.CharField("in your own words", max_length=500, blank=True)
    ask_kind = models.CharField(max_length=12, choices=AskKind.choices(), blank=True)
    ask = models.CharField("the one specific thing you ask for", max_length=500, blank=True)
    ask_result = models.CharField("what became of the ask", max_length=9, choices=AskResult.choices(), blank=True)
    remember = models.TextField("what to remember", blank=True, max_length=20_000)
    invitation = models.ForeignKey(
        "Invitation", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="meetings"
    )
    answered_invitation = models.BooleanField(
        default=False, editable=False, help_text="Planning it answered the invitation with yes."
    )
    answered_before = models.DateField(
        null=True, blank=True, editable=False, help_text="The day of the “later” that this took the place of."
    )
    planned_on = models.DateField(null=True, blank=True, editable=False)
    logged_on = models.DateField(null=True, blank=True, editable=False)
    cancelled_by_leaving = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False, help_text="Counts the saves, for two tabs.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(status=Status.PLANNED) | (Q(planned_on__isnull=False) & ~Q(purpose_kind="")),
                name="a_planned_meeting_has_a_purpose",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.HELD) | Q(logged_on__isnull=False), name="a_held_meeting_was_logged"
            ),
        )
        indexes = (
            models.Index(fields=["campaign", "status", "day"], name="meeting_by_status"),
            models.Index(fields=["contact", "status", "day"], name="meeting_of_contact"),
            models.Index(fields=["campaign", "status", "logged_on"], name="meeting_by_logged"),
        )

    def __str__(self) -> str:
        return f"{self.contact}, {self.local_day}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk])

    @property
    def local_day(self) -> date:
        """While it is planned, the day that its hour has in the user's zone; after that the day that was noted (R7)."""
        return timezone.localdate(self.starts_at) if self.status == Status.PLANNED and self.starts_at else self.day
