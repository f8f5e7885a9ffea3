"""The user's own account: name, zone and theme, the address, and where they are signed in."""

from http import HTTPStatus

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.adapter import may_write_to
from accounts.models import User
from accounts.reads.confirming import asks_by_mail, new_address
from accounts.writes.address import ask_for_address, change_address, confirm_address
from pages.account.forms.profile import AddressForm, ProfileForm
from relationships.writes.campaign_days import change_profile

NEW_ADDRESS = "Saved. Sign in with the new address from now on."


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
    """Where mail is set up, whoever reads the mail of the new address confirms it; else it is changed at once."""
    form = AddressForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if asks_by_mail():
            ask_for_address(request.user, email, write=may_write_to(request, email))
            messages.success(request, f"We wrote to {email}. Follow the link in that mail to sign in with it.")
            return redirect("account")
        if change_address(User.objects.get(pk=request.user.pk), email):
            messages.success(request, NEW_ADDRESS)
            return redirect("account")
        form.add_error("email", AddressForm.TAKEN)
    return TemplateResponse(request, "account/address.html", {"form": form, "by_mail": asks_by_mail()})


@require_http_methods(["GET", "HEAD", "POST"])
def address_confirmed(request: AccountRequest, key: str) -> HttpResponse:
    """The link of the mail; for the user who asked for it, once."""
    if request.method == "POST" and confirm_address(request.user.pk, key):
        messages.success(request, NEW_ADDRESS)
        return redirect("account")
    email = new_address(request.user, key) if request.method != "POST" else None
    if email is None:
        return TemplateResponse(request, "account/link_no_longer.html", status=HTTPStatus.NOT_FOUND)
    return TemplateResponse(request, "account/address_confirm.html", {"email": email})


@require_POST
def session_end(request: AccountRequest, pk: int) -> HttpResponse:
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    other = others.filter(pk=pk).first()
    if other:  # else it is gone already: pressed twice
        other.end()
        messages.success(request, "There you are signed out.")
    return redirect("usersessions_list")
