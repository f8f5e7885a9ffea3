"""Who may see which campaign is asked here, and nowhere else, so that a coach's view can be added in one place."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from campaigns.models import Campaign


def current_campaign(user: User | AnonymousUser) -> Campaign | None:
    """The campaign that this user works on now."""
    if not user.is_authenticated:
        return None
    return Campaign.objects.current().select_related("owner").filter(owner=user).first()
