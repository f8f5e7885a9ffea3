"""R9: a star, `never call quiet` and a target company say when somebody has gone quiet: the standing follows."""

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Company, Contact
from contacts.writes.companies import make_target
from relationships.writes.standing import refresh


@transaction.atomic
def mark(contact: Contact, **marks: bool) -> None:
    """Set `starred` or `never_quiet`."""
    Contact.objects.filter(pk=contact.pk).update(**marks)
    refresh([contact.pk])


@transaction.atomic
def target(campaign: Campaign, name: str, rank: int | None = None, notes: str = "") -> None:
    """The company of this name is a target, known before or new."""
    company = make_target(campaign, name, rank, notes)
    if company:
        refresh_those_at(company)


@transaction.atomic
def save_company(company: Company) -> None:
    """What was typed about a company, and whether it is a target."""
    was_target = Company.objects.select_for_update().get(pk=company.pk).is_target
    company.save(update_fields=["is_target", "rank", "notes"])
    if company.is_target != was_target:
        refresh_those_at(company)


def refresh_those_at(company: Company) -> None:
    """Those of the network who work there: the address book has no days."""
    refresh(Contact.objects.in_network().filter(company=company).order_by("pk").values_list("pk", flat=True))
