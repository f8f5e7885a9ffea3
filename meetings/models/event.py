"""A gathering, and who was met there. It is no meeting: nobody is a cup by it (R5)."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from campaigns.models import Campaign
from contacts.models import CommonGround, Contact
from meetings.rules.events import EncounterAnswer, EventKind
from pitch.models import PitchVersion


class Event(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="events")
    name = models.CharField(max_length=200)
    kind = models.CharField("what it is for", max_length=10, choices=EventKind.choices(), default=EventKind.GENERAL)
    day = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    what_for = models.CharField("what you go for", max_length=500, blank=True)
    card = models.ForeignKey(
        PitchVersion, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="events"
    )
    ask = models.CharField("the one specific thing you ask for", max_length=300, blank=True)

    class Meta:
        ordering = ("-day", "-id")
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="an_event_has_a_name"),)
        indexes = (models.Index(fields=["campaign", "day", "id"], name="event_by_day"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])


class EncounterQuerySet(models.QuerySet["Encounter"]):
    def agreed(self) -> Self:
        return self.filter(answer=EncounterAnswer.AGREED)


class Encounter(models.Model):
    """One contact met at an event. Only who agreed to meet again joins the network by it (R1)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="encounters")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="encounters")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="encounters")
    answer = models.CharField("meet again", max_length=6, choices=EncounterAnswer.choices(), blank=True)
    note = models.CharField(max_length=500, blank=True)
    shared = models.ForeignKey(
        CommonGround, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="encounters"
    )

    objects = EncounterQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["event", "contact"], name="met_once_at_an_event"),)
        indexes = (models.Index(fields=["contact", "answer"], name="encounter_of_contact"),)

    def __str__(self) -> str:
        return f"{self.contact}, {self.event}"
