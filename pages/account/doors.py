"""The pages of who is not signed in: the first account, signing up, a forgotten password."""

from http import HTTPStatus

from allauth.account import views as allauth_views
from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.adapter import may_write_to
from accounts.models import User
from accounts.reads.confirming import asks_by_mail, signing_up
from accounts.reads.setup_code import asks_for_code
from accounts.writes.address import ask_to_sign_up, open_account
from accounts.writes.first_account import open_first_account
from pages.account.forms.first import FirstAccountForm, NewAccountForm
from pages.account.forms.sign_in import SignUpAddressForm

WELCOME = reverse_lazy("welcome")


@login_not_required
def password_reset(request: HttpRequest) -> HttpResponseBase:
    if not asks_by_mail():
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
        user = open_first_account(**form.account())
        return signed_in(request, user) if user else redirect("account_login")
    return TemplateResponse(request, "account/first_account.html", {"form": form})


@login_not_required
@rate_limit(action="signup")  # type: ignore[untyped-decorator]  # django-allauth brings no types
def sign_up(request: HttpRequest) -> HttpResponseBase:
    """Where mail is set up, the address alone: the account is opened by who follows the link."""
    if request.user.is_authenticated or not (asks_by_mail() and settings.SIGN_UPS_OPEN):
        answer: HttpResponseBase = allauth_views.signup(request)
        return answer
    form = SignUpAddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        ask_to_sign_up(email, write=may_write_to(request, email))
        return redirect("account_email_verification_sent")
    return TemplateResponse(request, "account/signup_address.html", {"form": form})


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up_confirmed(request: HttpRequest, key: str) -> HttpResponse:
    email = signing_up(key) if settings.SIGN_UPS_OPEN else None
    if email is None:
        return no_longer(request)
    form = NewAccountForm(request.POST or None, confirmed=email)
    if request.method == "POST" and form.is_valid():
        user = open_account(**form.account())
        return signed_in(request, user) if user else no_longer(request)
    return TemplateResponse(request, "account/signup_confirmed.html", {"form": form, "email": email})


def no_longer(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "account/link_no_longer.html", status=HTTPStatus.NOT_FOUND)


def signed_in(request: HttpRequest, user: User) -> HttpResponse:
    answer: HttpResponse = perform_login(
        request, user, email_verification=EmailVerificationMethod.NONE, redirect_url=WELCOME
    )
    return answer
