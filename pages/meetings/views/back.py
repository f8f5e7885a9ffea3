"""Where an act leads back to: the page that it was done on, as its form says in `next`."""

from django.utils.http import url_has_allowed_host_and_scheme

from campaigns.middleware import CampaignRequest


def back_to(request: CampaignRequest, default: str) -> str:
    """`next` where it is a path of this site, else the default."""
    path = request.POST.get("next", "")
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if ours else default
