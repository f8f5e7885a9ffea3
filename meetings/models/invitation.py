"""A request for a one-on-one: to whom, when, how, for what, and what they answered (R17)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.asking import Answer, AskKind
from meetings.rules.purpose import PurposeKind
from meetings.rules.touch import Channel


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self) -> Self:
        return self.filter(answer=Answer.WAITING)

    def sent_between(self, first: date, last: date) -> Self:
        return self.filter(sent_on__gte=first, sent_on__lte=last)


class Invitation(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="invitations")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="invitations")
    sent_on = models.DateField()
    channel = models.CharField(max_length=8, choices=Channel.choices(), default=Channel.MESSAGE)
    purpose_kind = models.CharField("why now", max_length=8, choices=PurposeKind.choices(), blank=True)
    purpose = models.CharField("in your own words", max_length=500, blank=True)
    ask_kind = models.CharField("what for", max_length=12, choices=AskKind.choices(), default=AskKind.VIEW)
    ask = models.CharField("the one thing you would like", max_length=500, blank=True)
    message = models.TextField("what you wrote", blank=True, max_length=10_000)
    answer = models.CharField(max_length=10, choices=Answer.choices(), default=Answer.WAITING)
    answered_on = models.DateField(null=True, blank=True)
    later_on = models.DateField("ask again on", null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    faded_on = models.DateField(null=True, blank=True, editable=False, help_text="A yes that came to nothing.")
    closed_by_leaving = models.BooleanField(default=False, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-sent_on", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["contact"], condition=Q(answer=Answer.WAITING), name="one_waiting_invitation_a_contact"
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.WAITING, answered_on=None)
                | (~Q(answer=Answer.WAITING) & Q(answered_on__isnull=False)),
                name="an_answer_has_a_day",
            ),
        )
        indexes = (
            models.Index(fields=["campaign", "answer", "sent_on"], name="invitation_by_answer"),
            models.Index(fields=["campaign", "answer", "answered_on"], name="invitation_by_answered"),
            models.Index(fields=["campaign", "sent_on"], name="invitation_by_day"),
            models.Index(fields=["contact", "-sent_on"], name="invitation_of_contact"),
        )

    def __str__(self) -> str:
        return f"{self.contact}, {self.sent_on}"
