"""Who may see which campaign is asked here, and nowhere else, so that a coach's view can be added in one place."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet

from accounts.models import User
from campaigns.models import Campaign

Row = TypeVar("Row", bound=Model)


def current_campaign(user: User | AnonymousUser) -> Campaign | None:
    """The campaign that this user works on now."""
    if not user.is_authenticated:
        return None
    return Campaign.objects.current().select_related("owner").filter(owner=user).first()


def seen_by(user: User | AnonymousUser, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Of these rows those of the user's own campaigns, earlier ones too: what the admin works on."""
    fields = {field.name for field in rows.model._meta.fields}
    return rows.filter(**{"campaign__owner" if "campaign" in fields else "owner": user.pk})
