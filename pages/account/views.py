"""The user's own account, and what comes before the sign-in: the first account, a forgotten password."""

from allauth.account import views as allauth_views
from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.decorators import reauthentication_required
from allauth.account.utils import perform_login
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.reads.setup_code import asks_for_code
from accounts.writes.address import change_address
from accounts.writes.first_account import open_first_account
from pages.account.forms.first import FirstAccountForm
from pages.account.forms.profile import AddressForm, ProfileForm
from relationships.writes.campaign_days import change_profile

WELCOME = reverse_lazy("welcome")


class AccountRequest(HttpRequest):
    user: User


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: AccountRequest) -> HttpResponse:
    user = User.objects.get(pk=request.user.pk)  # a copy: a refused name must not stand in the menu
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        change_profile(user, form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("account")
    return TemplateResponse(request, "account/account.html", {"form": form, "second_factor": is_mfa_enabled(user)})


@transaction.non_atomic_requests  # django-allauth answers its "confirm first" from outside of the view
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # django-allauth brings no types
def address(request: AccountRequest) -> HttpResponse:
    form = AddressForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        change_address(request.user, form.cleaned_data["email"])
        messages.success(request, "Saved. Sign in with the new address from now on.")
        return redirect("account")
    return TemplateResponse(request, "account/address.html", {"form": form})


@require_POST
def session_end(request: AccountRequest, pk: int) -> HttpResponse:
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    other = others.filter(pk=pk).first()
    if other:  # else it is gone already: pressed twice
        other.end()
        messages.success(request, "There you are signed out.")
    return redirect("usersessions_list")


@login_not_required
def password_reset(request: HttpRequest) -> HttpResponseBase:
    if not settings.MAIL_CONFIGURED:
        return TemplateResponse(request, "account/password_reset_without_mail.html")
    answer: HttpResponseBase = allauth_views.password_reset(request)
    return answer


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
