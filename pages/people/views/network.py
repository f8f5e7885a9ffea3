"""Who introduced whom: the tree of cups, the same as a list, and what came of the introductions."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from relationships.reads.network import network_of
from relationships.rules.network_picture import picture_of


@require_safe
def people_network(request: CampaignRequest) -> HttpResponse:
    network = network_of(request.campaign, request.today)
    context = {"network": network, "picture": picture_of(network.branches)}
    return TemplateResponse(request, "people/people_network.html", context)
