"""A person: in the address book (counts nowhere) or in the network (being worked on; has a phase)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Campaign
from campaigns.rules import languages
from campaigns.rules.languages import CalledBy
from contacts.models.company import Company
from contacts.models.contact_indexes import INDEXES
from contacts.models.tag import Tag
from contacts.rules.fields import called
from contacts.rules.joining import JoinedBecause
from contacts.rules.knowing import KnownAs
from contacts.rules.leaving import LeftBecause
from contacts.rules.narrowing import MONTH, QUARTER, Due, Spoke, end_of_week
from contacts.rules.phases import Phase


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

    def known(self) -> Self:
        """Known from before the campaign; since when may be unknown (R1)."""
        return self.filter(Q(known_from_before__isnull=False) | ~Q(known_as=""))

    def to_do_by(self, day: date) -> Self:
        """With whom there is something to do by this day, days off left aside (R21)."""
        return self.filter(acts_on__lte=day)

    def due_when(self, due: Due, today: date) -> Self:
        match due:
            case Due.DUE:
                return self.to_do_by(end_of_week(today))
            case Due.LATER:
                return self.filter(acts_on__gt=end_of_week(today))
        return self.filter(acts_on=None)

    def spoke_when(self, spoke: Spoke, today: date) -> Self:
        match spoke:
            case Spoke.LATELY:
                return self.filter(last_spoke_on__gte=today - MONTH)
            case Spoke.MONTH:
                return self.filter(last_spoke_on__lt=today - MONTH)
            case Spoke.QUARTER:
                return self.filter(last_spoke_on__lt=today - QUARTER)
        return self.filter(last_spoke_on=None)


class Contact(models.Model):
    campaign = models.ForeignKey(
        Campaign, verbose_name=called("campaign"), on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(called("name"), max_length=240, help_text="As it is shown.")
    given_name = models.CharField(called("given_name"), max_length=120, blank=True)
    family_name = models.CharField(called("family_name"), max_length=120, blank=True)
    prefix = models.CharField(called("prefix"), max_length=60, blank=True)
    suffix = models.CharField(called("suffix"), max_length=60, blank=True)
    nickname = models.CharField(called("nickname"), max_length=120, blank=True)
    sort_name = models.CharField(
        called("sort_name"), max_length=240, editable=False, help_text="Family name first, folded."
    )
    folded = models.CharField(called("folded"), max_length=240, editable=False, help_text="The name as it is compared.")
    company = models.ForeignKey(
        Company,
        verbose_name=called("company"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contacts",
    )
    position = models.CharField(called("position"), max_length=200, blank=True)
    worked_before = models.TextField(called("worked_before"), max_length=5000, blank=True, default="", db_default="")
    location = models.CharField(called("location"), max_length=200, blank=True)
    linkedin_key = models.CharField(
        called("linkedin_key"), max_length=200, blank=True, editable=False, help_text="The slug as it is compared."
    )
    birth_year = models.PositiveSmallIntegerField(called("birth_year"), null=True, blank=True)
    birth_month = models.PositiveSmallIntegerField(called("birth_month"), null=True, blank=True)
    birth_day = models.PositiveSmallIntegerField(called("birth_day"), null=True, blank=True)
    connected_on = models.DateField(called("connected_on"), null=True, blank=True)
    how_we_met = models.CharField(called("how_we_met"), max_length=300, blank=True)
    known_as = models.CharField(called("known_as"), max_length=8, choices=KnownAs.choices(), blank=True)
    known_from_before = models.DateField(
        called("known_from_before"), null=True, blank=True, help_text="You knew each other before this campaign."
    )
    knows_about = models.CharField(called("knows_about"), max_length=500, blank=True)
    could_help_them = models.CharField(called("could_help_them"), max_length=500, blank=True)
    ask_next_time = models.CharField(called("ask_next_time"), max_length=500, blank=True)
    called_by = models.CharField(
        called("called_by"), max_length=5, choices=[("", "As it fits"), *CalledBy.choices()], blank=True
    )
    language = models.CharField(called("language"), max_length=8, choices=languages.CHOICES, blank=True)
    starred = models.BooleanField(called("starred"), default=False)
    never_quiet = models.BooleanField(called("never_quiet"), default=False)
    tags = models.ManyToManyField(Tag, verbose_name=called("tags"), blank=True, related_name="contacts")
    introduced_by = models.ForeignKey(
        "self",
        verbose_name=called("introduced_by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="introduced",
    )
    imported_details = models.JSONField(
        called("imported_details"), default=dict, blank=True, help_text="What an import brought and no field holds."
    )
    joined_on = models.DateField(called("joined_on"), null=True, blank=True)
    joined_because = models.CharField(
        called("joined_because"), max_length=12, choices=JoinedBecause.choices(), blank=True
    )
    left_on = models.DateField(called("left_on"), null=True, blank=True)
    left_because = models.CharField(called("left_because"), max_length=15, choices=LeftBecause.choices(), blank=True)
    left_until = models.DateField(called("left_until"), null=True, blank=True)
    not_now_until = models.DateField(called("not_now_until"), null=True, blank=True)
    not_for_this = models.BooleanField(called("not_for_this"), default=False, help_text="Never proposed.")
    version = models.PositiveIntegerField(
        called("version"), default=1, editable=False, help_text="Counts the saves, for two tabs."
    )
    created_at = models.DateTimeField(called("created_at"), default=timezone.now, editable=False)

    # Copies of what follows from the evidence, written by relationships.writes.standing.refresh only (law 3).
    phase = models.CharField(called("phase"), max_length=8, choices=Phase.choices(), blank=True, editable=False)
    obtain_on = models.DateField(called("obtain_on"), null=True, editable=False)
    use_on = models.DateField(called("use_on"), null=True, editable=False)
    held_count = models.PositiveSmallIntegerField(called("held_count"), default=0, editable=False)
    first_held_on = models.DateField(called("first_held_on"), null=True, editable=False)
    last_spoke_on = models.DateField(called("last_spoke_on"), null=True, editable=False)
    owed_on = models.DateField(called("owed_on"), null=True, editable=False)
    acts_on = models.DateField(called("acts_on"), null=True, editable=False)
    free_on = models.DateField(called("free_on"), null=True, editable=False)
    quiet_on = models.DateField(called("quiet_on"), null=True, editable=False)

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
        indexes = INDEXES

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

    @property
    def is_known(self) -> bool:
        """Known from before the campaign; since when may be unknown (R1)."""
        return self.known_as != "" or self.known_from_before is not None

    def left_for_now(self, today: date) -> bool:
        return self.left_on is not None and (self.left_until is None or self.left_until > today)
