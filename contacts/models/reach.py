"""The ways to reach a contact."""

from django.db import models

from campaigns.models import Campaign
from contacts.models.contact import Contact


class ContactEmail(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contact_emails")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="emails")
    address = models.CharField(max_length=254)
    key = models.CharField(max_length=254, editable=False, help_text="The address as it is compared.")

    class Meta:
        verbose_name = "e-mail address"
        verbose_name_plural = "e-mail addresses"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["contact", "key"], name="one_address_once_a_contact"),)
        indexes = (models.Index(fields=["campaign", "key"], name="email_by_key"),)

    def __str__(self) -> str:
        return self.address


class ContactPhone(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contact_phones")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(max_length=60)
    label = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = "phone number"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["contact", "number"], name="one_number_once_a_contact"),)

    def __str__(self) -> str:
        return self.number


class ContactLink(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contact_links")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(max_length=500)

    class Meta:
        verbose_name = "link"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["contact", "url"], name="one_link_once_a_contact"),
            models.CheckConstraint(
                condition=models.Q(url__startswith="https://") | models.Q(url__startswith="http://"),
                name="a_link_is_http",
            ),
        )

    def __str__(self) -> str:
        return self.url
