"""The user's own page, and the acts on it that ask for the password again."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from accounts.forms.profile import AddressForm, ProfileForm
from accounts.models import User
from accounts.writes.address import change_address


class AccountRequest(HttpRequest):
    user: User


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: AccountRequest) -> HttpResponse:
    user = User.objects.get(pk=request.user.pk)  # a copy: a refused name must not stand in the menu
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("account")
    return TemplateResponse(request, "accounts/account.html", {"form": form, "second_factor": is_mfa_enabled(user)})


@transaction.non_atomic_requests  # django-allauth answers its "confirm first" from outside of the view
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # django-allauth brings no types
def address(request: AccountRequest) -> HttpResponse:
    form = AddressForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        change_address(request.user, form.cleaned_data["email"])
        messages.success(request, "Saved. Sign in with the new address from now on.")
        return redirect("account")
    return TemplateResponse(request, "accounts/address.html", {"form": form})
