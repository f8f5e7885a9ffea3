"""Opening the first account."""

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.utils import perform_login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.reads.setup_code import asks_for_code
from accounts.writes.first_account import open_first_account
from pages.account.forms.first import FirstAccountForm

WELCOME = reverse_lazy("welcome")


@login_not_required
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def first_account(request: HttpRequest) -> HttpResponse:
    if User.objects.exists():
        return redirect("account_login")
    form = FirstAccountForm(request.POST or None, asks_for_code=asks_for_code(request))
    if request.method == "POST" and form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("email", "password", "name", "time_zone")}
        user = open_first_account(**asked)
        if user is None:
            return redirect("account_login")
        answer: HttpResponse = perform_login(
            request, user, email_verification=EmailVerificationMethod.NONE, redirect_url=WELCOME
        )
        return answer
    return TemplateResponse(request, "account/first_account.html", {"form": form})
