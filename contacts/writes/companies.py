"""Target companies: chosen by name, ranked."""

from django.db import transaction

from campaigns.models import Campaign
from contacts.models import Company
from contacts.writes.people import company_named


@transaction.atomic
def make_target(campaign: Campaign, name: str, rank: int | None = None, notes: str = "") -> Company | None:
    """The campaign's company of this name is a target; what was noted about it stays unless something new is said."""
    company = company_named(campaign, name)
    if company is None:
        return None
    company.is_target = True
    company.rank = rank if rank is not None else company.rank
    company.notes = notes.strip() or company.notes
    company.save(update_fields=["is_target", "rank", "notes"])
    return company
