"""The questions with what was found, and one of them."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campaigns.middleware import CampaignRequest
from pages.research.forms import WhoForm
from relationships.reads.answers_by_tag import answers_by_tag
from relationships.reads.questions import covered, findings, heard_of, introducers, rows_of
from relationships.reads.whom_to_ask import who_could_know
from research.models import Question

A_PAGE: Final = 10
A_PAGE_OF_FINDINGS: Final = 50


@require_safe
def research(request: CampaignRequest) -> HttpResponse:
    """The open ones in the user's order; the answered ones below, the last answered first."""
    questions = Question.objects.filter(campaign=request.campaign)
    order = list(questions.open().values_list("pk", flat=True))
    page = Paginator(order, A_PAGE).get_page(request.GET.get("page"))
    answered = questions.exclude(answered_on=None).order_by("-answered_on", "-pk")
    below = Paginator(answered, A_PAGE).get_page(request.GET.get("answered"))
    still_open = list(questions.filter(pk__in=list(page.object_list)))
    rows = rows_of(request.campaign, [*still_open, *below.object_list], request.today)
    neighbours = zip(order, [0, *order], [*order[1:], 0], strict=False)
    beside = {one: (before, behind) for one, before, behind in neighbours}
    for row in rows[: len(still_open)]:
        row.above, row.below = beside[row.question.pk]
    context = {
        "open": rows[: len(still_open)],
        "answered": rows[len(still_open) :],
        "page": page,
        "answered_page": below,
        "by_tag": answers_by_tag(request.campaign),
    }
    return TemplateResponse(request, "research/research.html", context)


@require_safe
def question(request: CampaignRequest, pk: int) -> HttpResponse:
    return question_page(request, question_of(request, pk))


def question_of(request: CampaignRequest, pk: int) -> Question:
    return get_object_or_404(Question.objects.select_related("led_from"), pk=pk, campaign=request.campaign)


def question_page(
    request: CampaignRequest, found: Question, *, who: WhoForm | None = None, status: int = 200
) -> HttpResponse:
    heard = heard_of([found])[found.pk]
    page = Paginator(heard, A_PAGE_OF_FINDINGS).get_page(request.GET.get("page"))
    chain = introducers(request.campaign)
    sources = [source for _, source in heard]
    context: dict[str, Any] = {
        "question": found,
        "coverage": covered(found, sources, chain),
        "findings": findings(item for item, _ in page.object_list),
        "page": page,
        "led_to": Question.objects.filter(led_from=found),
        "who": who_could_know(found, sources, chain, request.today),
        "who_form": who or WhoForm(campaign=request.campaign),
    }
    return TemplateResponse(request, "research/question.html", context, status=status)
