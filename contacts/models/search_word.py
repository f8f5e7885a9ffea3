"""Quick search reads one table of folded words by prefix, the same way on both databases."""

from typing import Self

from django.db import connection, models
from django.db.models import Q

from campaigns.models import Campaign
from contacts.models.company import Company
from contacts.models.contact import Contact

AFTER_EVERY_LETTER = "\U0010ffff"


class SearchWordQuerySet(models.QuerySet["SearchWord"]):
    def beginning(self, prefix: str) -> Self:
        """Words that begin so. SQLite scans a range of its binary index; PostgreSQL has an index for LIKE 'prefix%'."""
        if connection.vendor == "postgresql":
            return self.filter(word__startswith=prefix)
        return self.filter(word__gte=prefix, word__lt=prefix + AFTER_EVERY_LETTER)


class SearchWord(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="search_words", db_index=False)
    word = models.CharField(max_length=64)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, null=True, related_name="search_words")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, null=True, related_name="search_words")

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(contact=None, company__isnull=False) | Q(contact__isnull=False, company=None),
                name="a_word_leads_to_one_thing",
            ),
        )
        indexes = (
            models.Index(
                fields=["campaign", "word", "contact"],
                name="search_by_word",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        )

    def __str__(self) -> str:
        return self.word
