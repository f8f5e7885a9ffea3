"""What has a door of its own in the account is not done in the admin: that door asks for the password, and has a limit.

What is done to somebody else's account, a new password, another address, the second factor off, asks for one's own
password first, by the same door: who finds an open laptop takes over nobody.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse


def password_change(request: HttpRequest, extra_context: Any = None) -> Any:
    """One's own password."""
    return redirect("account_change_password")


def confirmed(view: Callable[..., Any]) -> Callable[..., Any]:
    """Shown and done only for who has said their password lately; others say it, and are led back."""
    asking = reauthentication_required(view)

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return asking(request, *args, **kwargs)
        except ReauthenticationRequired:
            back = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_reauthenticate')}?{back}")

    return asked


class AskedFor(AutocompleteJsonView):
    """The address names the field that is filled: one for which a form of the admin asks so, and no other."""

    def process_request(self, request: HttpRequest) -> Any:
        asked_for = {
            (page.opts.app_label, page.opts.model_name, name)
            for page in admin.site._registry.values()
            for name in page.get_autocomplete_fields(request)
        }
        wanted = tuple(request.GET.get(part, "") for part in ("app_label", "model_name", "field_name"))
        if wanted not in asked_for:
            raise PermissionDenied
        return super().process_request(request)


def autocomplete(request: HttpRequest) -> Any:
    return AskedFor.as_view(admin_site=admin.site)(request)
