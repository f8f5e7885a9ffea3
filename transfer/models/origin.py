"""Where a contact came from: the same record, imported again, is the same person, whatever was edited since.

It remembers what the import wrote to company and position, so that a value typed since is never overwritten.
"""

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from transfer.models.imports import Import


class Origin(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="origins", db_index=False)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="origins")
    key = models.CharField(max_length=80, help_text="A digest: the same each time the same record is imported.")
    made_by = models.ForeignKey(Import, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    company = models.CharField(max_length=200, blank=True, help_text="What an import wrote last.")
    position = models.CharField(max_length=200, blank=True, help_text="What an import wrote last.")
    as_of = models.DateField(null=True, help_text="The day of the newest file that said so, where it is known.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["campaign", "key"], name="a_record_makes_one_contact"),)
        indexes = (
            models.Index(fields=["made_by"], condition=models.Q(made_by__isnull=False), name="origin_by_import"),
        )

    def __str__(self) -> str:
        return self.key
