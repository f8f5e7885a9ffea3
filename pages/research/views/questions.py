"""Questions: asked, changed, moved, answered, thrown away."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from campaigns import drafts
from campaigns.middleware import CampaignRequest
from contacts.rules.keys import is_key
from pages.research.forms import AnswerForm, QuestionForm
from pages.research.views.research import question_of
from relationships.reads.questions import findings, heard_of
from relationships.writes.findings import answer
from research.models import Question
from research.rules.questions import CameOfIt
from research.writes.questions import ask_question, move_above
from trash.writes.deleting import throw_away


@require_http_methods(["GET", "HEAD", "POST"])
def question_new(request: CampaignRequest) -> HttpResponse:
    """A new one; `led_from` in the address is the question whose answer led to it."""
    led_from = led_from_in(request)
    form = QuestionForm(drafts.typed(request), instance=Question(campaign=request.campaign))
    context = {"form": form, "led_from": led_from}
    if request.method != "POST":
        return TemplateResponse(request, "research/question_new.html", context)
    if not form.is_valid():
        return TemplateResponse(request, "research/question_new.html", context, status=422)

    def create() -> str:
        values = form.cleaned_data
        question = ask_question(
            request.campaign,
            values["text"],
            today=request.today,
            people_wanted=values["people_wanted"],
            led_from=led_from,
        )
        return question.get_absolute_url()

    result = drafts.once(request, create)
    messages.success(request, "Saved. Who could know?")
    return redirect(result)


def led_from_in(request: CampaignRequest) -> Question | None:
    key = request.POST.get("led_from") or request.GET.get("led_from", "")
    return Question.objects.filter(campaign=request.campaign, pk=key).first() if is_key(key) else None


@require_http_methods(["GET", "HEAD", "POST"])
def question_edit(request: CampaignRequest, pk: int) -> HttpResponse:
    found = question_of(request, pk)
    title = found.text  # a refused form changes no heading
    form = QuestionForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        Question.objects.filter(pk=pk).update(**form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect(found)
    context = {"form": form, "title": title, "question": found}
    return TemplateResponse(request, "research/question_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
def question_move(request: CampaignRequest, pk: int) -> HttpResponse:
    """Above the one that stood before it, or the one behind it above this one: pressed twice it is once."""
    found = question_of(request, pk)
    above, below = request.POST.get("above", ""), request.POST.get("below", "")
    if is_key(above):
        move_above(found, int(above))
    elif is_key(below):
        other = Question.objects.filter(campaign=request.campaign, pk=below).first()
        if other:
            move_above(other, pk)
    page = request.POST.get("page", "")
    query = f"?page={page}" if is_key(page) and page != "1" else ""
    return redirect(f"{reverse('research')}{query}#question-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def question_answer(request: CampaignRequest, pk: int) -> HttpResponse:
    """The user's answer, and what became of it: that leads on to where it is changed."""
    found = question_of(request, pk)
    heard = [item for item, _ in heard_of([found])[pk]]
    rows = list(findings(heard))
    cited = [str(row.pk) for row in rows if row.is_cited]
    first = {
        "answer": found.answer,
        "rests_on": cited,
        "came_of_it": found.came_of_it,
        "came_of_it_words": found.came_of_it_words,
    }
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=first)
    if not form.is_valid():
        ticked = request.POST.getlist("rests_on") if request.method == "POST" else cited
        context: dict[str, Any] = {"form": form, "question": found, "findings": rows, "ticked": set(ticked)}
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "research/answer.html", context, status=status)
    values = form.cleaned_data
    answer(
        found,
        values["answer"],
        today=request.today,
        rests_on=list(map(int, values["rests_on"])),
        came_of_it=form.came_of(),
        came_of_it_words=values["came_of_it_words"],
    )
    messages.success(request, "Answered." if values["answer"] else "It is open again.")
    is_next = form.came_of() is CameOfIt.QUESTION and not found.led_to.exists()
    if values["answer"] and is_next:
        return redirect(f"{reverse('question_new')}?led_from={pk}")
    return redirect(found)


@require_POST
def question_delete(request: CampaignRequest, pk: int) -> HttpResponse:
    found = Question.objects.filter(pk=pk, campaign=request.campaign).first()
    if found:
        deletion = throw_away(request.campaign, found, f"Question: {found.text}", request.today)
    else:  # pressed twice
        deletion = get_object_or_404(request.campaign.deletions.of(Question, pk))
    messages.success(request, "In the trash for 30 days.", extra_tags=reverse("deletion_restore", args=[deletion.pk]))
    return redirect("research")
