"""A person: in the address book (counts nowhere) or in the network (being worked on; has a phase)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Campaign
from contacts.models.company import Company
from contacts.models.tag import Tag
from contacts.rules.joining import JoinedBecause
from contacts.rules.leaving import LeftBecause
from contacts.rules.phases import Phase

NETWORK_INDEXES = {
    "network_by_name": ["campaign"],
    "network_by_phase": ["campaign", "phase"],
    "network_by_due": ["campaign", "next_due_on"],
    "network_by_spoke": ["campaign", "last_spoke_on"],
    "network_of_company": ["campaign", "company"],
}


class ContactQuerySet(models.QuerySet["Contact"]):
    def in_network(self) -> Self:
        return self.filter(joined_on__isnull=False)

    def in_address_book(self) -> Self:
        return self.filter(joined_on=None)

    def left(self, today: date) -> Self:
        """Left for now, and their day has not come yet (R15)."""
        return self.filter(left_on__isnull=False).exclude(left_until__lte=today)

    def here(self, today: date) -> Self:
        """Not left for now; who was left until a day is back on that day (R15)."""
        return self.filter(Q(left_on=None) | Q(left_until__lte=today))

    def in_phase(self, phase: Phase) -> Self:
        return self.in_network().filter(phase=phase)

    def cups(self) -> Self:
        """Contacts of the network with at least one held meeting in this campaign (R5)."""
        return self.in_network().filter(first_held_on__isnull=False)

    def due(self, today: date) -> Self:
        return self.filter(next_due_on__lte=today)


class Contact(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=240, help_text="As it is shown.")
    given_name = models.CharField(max_length=120, blank=True)
    family_name = models.CharField(max_length=120, blank=True)
    prefix = models.CharField("title before the name", max_length=60, blank=True)
    suffix = models.CharField("letters after the name", max_length=60, blank=True)
    nickname = models.CharField(max_length=120, blank=True)
    sort_name = models.CharField(max_length=240, editable=False, help_text="Family name first, folded.")
    folded = models.CharField(max_length=240, editable=False, help_text="The name as it is compared.")
    company = models.ForeignKey(Company, on_delete=models.SET_NULL, null=True, blank=True, related_name="contacts")
    position = models.CharField(max_length=200, blank=True)
    location = models.CharField(max_length=200, blank=True)
    linkedin_key = models.CharField(max_length=200, blank=True, editable=False, help_text="The slug as it is compared.")
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    birth_month = models.PositiveSmallIntegerField(null=True, blank=True)
    birth_day = models.PositiveSmallIntegerField(null=True, blank=True)
    connected_on = models.DateField("connected on LinkedIn on", null=True, blank=True)
    how_we_met = models.CharField(max_length=300, blank=True)
    known_from_before = models.DateField(
        "known since", null=True, blank=True, help_text="You knew each other before this campaign."
    )
    knows_about = models.CharField("knows about", max_length=500, blank=True)
    could_help_them = models.CharField("what could help them", max_length=500, blank=True)
    ask_next_time = models.CharField(max_length=500, blank=True)
    starred = models.BooleanField(default=False)
    never_quiet = models.BooleanField("never remind me that they went quiet", default=False)
    tags = models.ManyToManyField(Tag, blank=True, related_name="contacts")
    introduced_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="introduced"
    )
    imported_details = models.JSONField(
        default=dict, blank=True, help_text="What an import brought and no field holds."
    )
    joined_on = models.DateField("in the network since", null=True, blank=True)
    joined_because = models.CharField(max_length=12, choices=JoinedBecause.choices(), blank=True)
    left_on = models.DateField("left for now on", null=True, blank=True)
    left_because = models.CharField(max_length=15, choices=LeftBecause.choices(), blank=True)
    left_until = models.DateField(null=True, blank=True)
    not_now_until = models.DateField("not proposed until", null=True, blank=True)
    not_for_this = models.BooleanField("not for this search", default=False, help_text="Never proposed.")
    version = models.PositiveIntegerField(default=1, editable=False, help_text="Counts the saves, for two tabs.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    # Copies of what follows from the evidence, written by relationships.writes.standing.refresh only (law 3).
    phase = models.CharField(max_length=8, choices=Phase.choices(), blank=True, editable=False)
    obtain_on = models.DateField(null=True, editable=False)
    use_on = models.DateField(null=True, editable=False)
    held_count = models.PositiveSmallIntegerField(default=0, editable=False)
    first_held_on = models.DateField(null=True, editable=False)
    last_spoke_on = models.DateField(null=True, editable=False)
    next_due_on = models.DateField(null=True, editable=False)
    next_meeting_on = models.DateField(null=True, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("sort_name", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="a_contact_has_a_name"),
            models.UniqueConstraint(
                fields=["campaign", "linkedin_key"], condition=~Q(linkedin_key=""), name="one_contact_a_profile"
            ),
            models.CheckConstraint(
                condition=Q(joined_on=None, joined_because="") | (Q(joined_on__isnull=False) & ~Q(joined_because="")),
                name="joining_is_a_day_and_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None, left_because="", left_until=None)
                | (Q(left_on__isnull=False) & ~Q(left_because="")),
                name="leaving_is_a_day_and_a_reason",
            ),
        )
        indexes = (
            models.Index(fields=["campaign", "sort_name", "id"], name="contact_by_name"),
            models.Index(fields=["campaign", "joined_on", "sort_name", "id"], name="contact_by_joined"),
            models.Index(fields=["campaign", "phase", "sort_name", "id"], name="contact_by_phase"),
            models.Index(fields=["campaign", "next_due_on", "id"], name="contact_by_due"),
            models.Index(fields=["campaign", "last_spoke_on", "id"], name="contact_by_spoke"),
            models.Index(
                fields=["campaign", "first_held_on", "id"],
                condition=Q(joined_on__isnull=False),
                name="network_by_first_held",
            ),
            models.Index(fields=["campaign", "folded"], name="contact_by_folded"),
            models.Index(
                fields=["campaign"], condition=Q(known_from_before__isnull=False), name="contact_known_from_before"
            ),
            models.Index(
                fields=["campaign", "-connected_on", "id"], condition=Q(joined_on=None), name="book_by_connected"
            ),
            # The network is a tenth of an address book: its lists walk indexes of their own, and an import writes none.
            *(
                models.Index(fields=[*columns, "sort_name", "id"], condition=Q(joined_on__isnull=False), name=name)
                for name, columns in NETWORK_INDEXES.items()
            ),
            # Counted by phase and by "no next step" each morning: all that is asked stands in the index.
            models.Index(
                fields=["campaign", "phase", "first_held_on", "id"],
                condition=Q(joined_on__isnull=False),
                name="network_counted",
            ),
            models.Index(
                fields=["campaign", "next_due_on", "next_meeting_on", "sort_name", "id", "left_on", "left_until"],
                condition=Q(joined_on__isnull=False),
                name="network_without_step",
            ),
            models.Index(
                fields=["campaign", "sort_name", "id"], condition=Q(left_on__isnull=False), name="left_by_name"
            ),
            models.Index(
                fields=["campaign", "introduced_by"],
                condition=Q(introduced_by__isnull=False),
                name="contact_introduced",
            ),
            models.Index(fields=["campaign", "left_on"], condition=Q(left_on__isnull=False), name="contact_by_left"),
            models.Index(fields=["campaign", "company", "sort_name", "id"], name="contact_of_company"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("contact", args=[self.pk])

    @property
    def short_name(self) -> str:
        """What to call them in a sentence; never "he" or "she"."""
        return self.given_name or self.name

    @property
    def in_network(self) -> bool:
        return self.joined_on is not None

    def left_for_now(self, today: date) -> bool:
        return self.left_on is not None and (self.left_until is None or self.left_until > today)
