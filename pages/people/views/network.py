"""Who introduced whom: the tree of cups, the same as a list, and what came of the introductions."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from relationships.reads.network import network_of
from relationships.rules.network_picture import picture_of

MOST_GIVERS: Final = 50


@require_safe
def people_network(request: CampaignRequest) -> HttpResponse:
    network = network_of(request.campaign, request.today)
    page = Paginator(network.pages, 1).get_page(request.GET.get("page"))
    tree = page.object_list[0]
    context = {
        "network": network,
        "page": page,
        "tree": tree,
        "picture": picture_of(tree),
        "givers": network.givers[:MOST_GIVERS],
        "more_givers": len(network.givers[MOST_GIVERS:]),
    }
    return TemplateResponse(request, "people/people_network.html", context)
