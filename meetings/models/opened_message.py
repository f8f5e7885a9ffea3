"""A message that was opened in another program, and is not yet said to be sent (R18)."""

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.rules.opened import WrittenIn


class OpenedMessage(models.Model):
    """The latest one to this person, with the form as it stood: *Yes* saves it as *Sent* would have."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="opened_messages")
    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="opened_message")
    written_in = models.CharField(max_length=6, choices=WrittenIn.choices())
    form = models.JSONField(default=dict)
    opened_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.contact}, {self.opened_on}"
