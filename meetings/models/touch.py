"""A message, mail or short call, sent or received."""

from typing import Self

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.touch import Channel, Direction, Matter


class TouchQuerySet(models.QuerySet["Touch"]):
    def received(self) -> Self:
        return self.filter(direction=Direction.RECEIVED)


class Touch(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="touches")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="touches")
    day = models.DateField()
    direction = models.CharField(max_length=8, choices=Direction.choices(), default=Direction.SENT)
    channel = models.CharField(max_length=8, choices=Channel.choices(), default=Channel.MESSAGE)
    matter = models.CharField(max_length=9, choices=Matter.choices(), default=Matter.OTHER)
    text = models.TextField(blank=True, max_length=20_000)

    objects = TouchQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-id")
        verbose_name_plural = "touches"
        indexes = (
            models.Index(fields=["contact", "direction", "day"], name="touch_of_contact"),
            models.Index(fields=["campaign", "day"], name="touch_by_day"),
        )

    def __str__(self) -> str:
        return f"{self.contact}, {self.day}"
