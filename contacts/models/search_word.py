"""Quick search reads one table of folded words by prefix, the same way on both databases."""

from typing import Self

from django.db import connection, models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.lookups import IsNull

from campaigns.models import Campaign
from contacts.models.company import Company
from contacts.models.contact import Contact

AFTER_EVERY_LETTER = "\U0010ffff"


def beginning(column: str, prefix: str) -> Q:
    """What begins so. SQLite scans a range of its binary index; PostgreSQL walks one for LIKE 'prefix%'."""
    if connection.vendor == "postgresql":
        return Q(**{f"{column}__startswith": prefix})
    return Q(**{f"{column}__gte": prefix, f"{column}__lt": prefix + AFTER_EVERY_LETTER})


class SearchWordQuerySet(models.QuerySet["SearchWord"]):
    def beginning(self, prefix: str) -> Self:
        return self.filter(beginning("word", prefix))

    def as_the_index_stands(self, thing: str) -> Self:
        """In the order in which the index holds them, so that whoever wants the first few reads no more.

        PostgreSQL's index for LIKE has an order of its own, in which it is walked; told of another, it would sort all.
        """
        return self.order_by() if connection.vendor == "postgresql" else self.order_by("word", thing)

    def out_of_step(self) -> Self:
        """Of contacts who came into the network, or went back to the address book, since the word was marked."""
        joined = Contact.objects.filter(pk=OuterRef("contact")).order_by().values_list(IsNull(F("joined_on"), False))
        return self.filter(contact__isnull=False).exclude(in_network=Subquery(joined))

    def mark_again(self) -> None:
        self.out_of_step().update(in_network=Q(in_network=False))


class SearchWord(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="search_words", db_index=False)
    word = models.CharField(max_length=64)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, null=True, related_name="search_words")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, null=True, related_name="search_words")
    in_network = models.BooleanField(default=False, db_default=False)
    """A copy, so that the network is found without a look at every person of that word (law 3)."""

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
            models.Index(
                fields=["campaign", "word", "contact"],
                condition=Q(in_network=True),
                name="search_network_by_word",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
            models.Index(
                fields=["campaign", "word", "company"],
                condition=Q(company__isnull=False),
                name="search_company_by_word",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        )

    def __str__(self) -> str:
        return self.word
